"""
The parse of a pattern, as the standard library makes it: what stands in what and takes what.

That parser is not for others to use, and there is no other: whatever knows of its shape is here.
"""

import re
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

PROBES = " \t\nazAZ09_-.,;:'\"()!?/&%$éșțß”„—\u00a0"
"""Signs that stand for their kinds, beside those that a pattern names."""

REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
ASSERTIONS = frozenset({"ASSERT", "ASSERT_NOT"})

WITHOUT_END: Any = _parser.MAXREPEAT
"""How often a repeat may come that has no end."""

_CHOSEN_FLAGS = re.IGNORECASE | re.DOTALL | re.MULTILINE | re.VERBOSE | re.ASCII | re.LOCALE


def parsed(pattern: str) -> Any:
    """Parse a pattern that compiles: its parts in a row, each with its kind and what it is of."""
    return _parser.parse(pattern)


def is_fixed(nodes: Any) -> bool:
    """Whether parts take so many signs, no more and no less."""
    shortest, longest = nodes.getwidth()
    return bool(shortest == longest)


def within(name: str, value: Any) -> Iterable[Any]:
    """Give every sequence of parts that stands in a part."""
    if name == "BRANCH":
        ways: Iterable[Any] = value[1]
        return ways
    if name in REPEATS:
        return (value[2],)
    if name in ASSERTIONS:
        return (value[1],)
    content = inside(name, value)
    return () if content is None else (content,)


def inside(name: str, value: Any) -> Iterable[Any] | None:
    """Give the parts of a group; None for what is no group."""
    if name == "SUBPATTERN":
        nodes: Iterable[Any] = value[3]
        return nodes
    return value if name == "ATOMIC_GROUP" else None


def taken(name: str, value: Any, signs: str) -> frozenset[str] | None:
    """Give those of the signs that a part takes; None where it takes none: a border, a look."""
    match name:
        case "LITERAL":
            return frozenset(sign for sign in signs if ord(sign) == value)
        case "NOT_LITERAL":
            return frozenset(sign for sign in signs if ord(sign) != value)
        case "ANY":
            return frozenset(sign for sign in signs if sign != "\n")
        case "IN":
            return _of_class(value, signs)
    return None


def _of_class(items: list[tuple[Any, Any]], signs: str) -> frozenset[str]:
    is_negated = str(items[0][0]) == "NEGATE"
    found = {sign for sign in signs for kind, value in items if _is_of(str(kind), value, sign)}
    return frozenset(signs) - found if is_negated else frozenset(found)


def _is_of(name: str, value: Any, sign: str) -> bool:
    if name == "LITERAL":
        return sign == chr(value)
    if name == "RANGE":
        return ord(sign) in range(value[0], value[1] + 1)
    if name != "CATEGORY":
        return False
    kind = str(value).removeprefix("CATEGORY_")
    is_not = kind.startswith("NOT_")
    tests = {
        "DIGIT": sign.isdigit(),
        "SPACE": sign.isspace(),
        "WORD": sign.isalnum() or sign == "_",
    }
    return bool(tests.get(kind.removeprefix("NOT_"), False)) is not is_not


def signs_of(tree: Iterable[Any]) -> str:
    """Give the signs that a pattern may tell apart: those it names, and some of each kind."""
    return "".join(sorted({*PROBES, *_named(tree)}))


def _named(nodes: Iterable[Any]) -> Iterator[str]:
    """Give the signs that parts name, and the ends of what they name from one to another."""
    for kind, value in nodes:
        name = str(kind)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(value)
        elif name == "RANGE":
            yield from map(chr, value)
        elif name == "IN":
            yield from _named(value)
        for sequence in within(name, value):
            yield from _named(sequence)


def is_beyond_reading(pattern: str) -> bool:
    """
    Whether a pattern has what is not looked into here: flags of its own, and "if that group".

    Example:
        >>> is_beyond_reading("(?i:a)"), is_beyond_reading("(a)?(?(1)b)"), is_beyond_reading("(a)")
        (True, True, False)
    """
    tree = parsed(pattern)
    return bool(tree.state.flags & _CHOSEN_FLAGS) or _asks_or_sets(tree)


def _asks_or_sets(nodes: Iterable[Any]) -> bool:
    """Whether a part asks for a group that was there, or sets or takes away a flag."""
    return any(
        str(kind) == "GROUPREF_EXISTS"
        or (str(kind) == "SUBPATTERN" and (value[1] or value[2]))
        or any(map(_asks_or_sets, within(str(kind), value)))
        for kind, value in nodes
    )
