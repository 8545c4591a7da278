"""
What a pattern must not be, since people write patterns and texts are long.

A repeat without end around another, or around alternatives that may be each other, and several in a
row that take any sign, can try more ways than there are seconds. Such patterns are refused where
they are read; that a pattern passes is no proof that it is quick.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNBOUNDED = re.compile(r"[*+](?!\+)|\{\d*,\}(?!\+)")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:=!>]|<[=!]))?")


_WIDE = re.compile(
    r"(?:\.|\\[SDW]|\[\^(?:\\.|[^\]\\])+\]|\[\\[sS]\\[sS]\])(?:[*+](?!\+)|\{\d*,\}(?!\+))"
)
"""A sign of nearly any kind, repeated without end."""

_TIMES = re.compile(r"\{(?:\d*,)?(\d+)\}")
_ADJACENT = re.compile(r"(\\[wds]|\[[^\]]+\])[*+]\1[*+]")
"""How often a group may stand, and two repeats of the same kind side by side."""

_MOST_WIDE = 2
"""Such repeats, one behind the other: time grows with the text's length to the power of them. Ours:
of two, a sentence of the greatest length takes some hundredths of a second, of three, minutes."""


class _Group(NamedTuple):
    """What stands between parentheses, and whether it may be repeated without end."""

    body: str
    is_unbounded: bool


def objections(pattern: str) -> Iterator[str]:
    """
    Say what stands against a pattern, as a lexicon has it.

    Yields:
        One clause each; nothing where nothing is found.

    Example:
        >>> list(objections("(?:[a-z]+ ?)+x"))
        ['repeats without end what repeats without end, which can take for ever']
    """
    for group in _groups(pattern):
        if not group.is_unbounded:
            continue
        if _repeats(group.body):
            yield "repeats without end what repeats without end, which can take for ever"
            return
        if _is_ambiguous(group.body):
            yield "repeats without end alternatives that can be each other, which can take for ever"
            return
    if _ADJACENT.search(pattern):
        yield "repeats the same twice side by side, which can take for ever"
    if _wide(pattern) > _MOST_WIDE:
        yield f"more than {_MOST_WIDE} repeats without end of any sign, which can take for ever"


def _groups(pattern: str) -> Iterator[_Group]:
    opened: list[int] = []
    place = 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 2
            continue
        if sign == "[":
            place = _behind_class(pattern, place)
            continue
        if sign == "(":
            opened.append(place + len(_head(pattern, place)))
        elif sign == ")" and opened:
            body = pattern[opened.pop() : place]
            yield _Group(body, _UNBOUNDED.match(pattern, place + 1) is not None)
        place += 1


def _head(pattern: str, place: int) -> str:
    found = _GROUP.match(pattern, place)
    return "" if found is None else found[0]


def _behind_class(pattern: str, place: int) -> int:
    """Give the place behind a class of characters, in which nothing has its meaning."""
    place += 2 if pattern[place + 1 : place + 2] in {"^", "]"} else 1
    while place < len(pattern) and pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place + 1


def _plain(body: str) -> str:
    """Put a sign that means nothing in the place of escapes and classes."""
    found, place = [], 0
    while place < len(body):
        if body[place] == "\\":
            found.append("x")
            place += 2
        elif body[place] == "[":
            found.append("x")
            place = _behind_class(body, place)
        else:
            found.append(body[place])
            place += 1
    return "".join(found)


def _repeats(body: str) -> bool:
    return _UNBOUNDED.search(_plain(body)) is not None


def _wide(pattern: str) -> int:
    """Count the repeats without end of any sign that may follow each other; of ways, the most."""
    ways, depth, start, place = [], 0, 0, 0
    inner: list[tuple[int, int]] = []
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif sign == "[":
            place = _behind_class(pattern, place) - 1
        elif sign == "(":
            depth += 1
            if depth == 1:
                inner.append((place, place))
        elif sign == ")" and depth:
            depth -= 1
            if depth == 0:
                inner[-1] = (inner[-1][0], place + 1)
        elif sign == "|" and depth == 0:
            ways.append((start, place, inner))
            start, inner = place + 1, []
        place += 1
    ways.append((start, len(pattern), inner))
    return max(_wide_way(pattern, *way) for way in ways)


def _wide_way(pattern: str, start: int, end: int, groups: list[tuple[int, int]]) -> int:
    """Count them in one way: those of its own signs, and those in its groups."""
    count, place = 0, start
    for first, last in groups:
        count += len(_WIDE.findall(pattern, place, first))
        head = _head(pattern, first)
        # What is only looked for moves nothing on.
        if not head.startswith(("(?=", "(?!", "(?<")):
            inside = _wide(pattern[first + len(head) : max(first + len(head), last - 1)])
            times = _TIMES.match(pattern, last)
            count += inside * (int(times[1]) if times else 1)
        place = last
    return count + len(_WIDE.findall(pattern, place, end))


def _is_ambiguous(body: str) -> bool:
    if "|" not in body or "(" in body:
        return False
    ways = _ways(body)
    if len(set(ways)) < len(ways) or _share_a_sign([one for one in ways if _is_sign(one)]):
        return True
    if "[" in body:
        return False
    rests = (
        other.removeprefix(one)
        for one in ways
        for other in ways
        if one and other != one and other.startswith(one)
    )
    # "a" and "an" are told apart by what must follow; "a" and "ab" beside "b" are not.
    return any(way.startswith(rest) or rest.startswith(way) for rest in rests for way in ways)


def _ways(body: str) -> list[str]:
    """Part alternatives; a bar within a class is a sign."""
    ways, start, place = [], 0, 0
    while place < len(body):
        if body[place] == "|":
            ways.append(body[start:place])
            start = place + 1
        place = _behind_class(body, place) if body[place] == "[" else place + 1
        if body[place - 1 : place] == "\\":
            place += 1
    return [*ways, body[start:]]


def _is_sign(way: str) -> bool:
    """Whether a way is one sign, or one class of signs."""
    if way.startswith("["):
        return _behind_class(way, 0) == len(way)
    return len(way) == 1 or (len(way) == 2 and way[0] == "\\")


def _share_a_sign(ways: list[str]) -> bool:
    """Whether two classes take the same sign, as far as plain letters, digits and blanks show."""
    compiled = [re.compile(one) for one in ways if _compiles(one)]
    return any(sum(one.match(sign) is not None for one in compiled) > 1 for sign in _SIGNS)


_SIGNS = "".join(map(chr, range(32, 127))) + "ăâîșțéß"


def _compiles(way: str) -> bool:
    try:
        re.compile(way)
    except re.error:
        return False
    return True
