"""
What a pattern must not be, since people write patterns and texts are long.

A repeat without end around another, or around alternatives of which one may be others joined, can
try more ways than there are seconds. Such patterns are refused where they are read; that a pattern
passes is no proof that it is quick.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNBOUNDED = re.compile(r"[*+](?!\+)|\{\d*,\}(?!\+)")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:=!>]|<[=!]))?")


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


def _is_ambiguous(body: str) -> bool:
    if "(" in body or "[" in body or "|" not in body:
        return False
    ways = body.split("|")
    rests = (
        other.removeprefix(one)
        for one in ways
        for other in ways
        if one and other != one and other.startswith(one)
    )
    # "a" and "an" are told apart by what must follow; "a" and "ab" beside "b" are not.
    return any(way.startswith(rest) or rest.startswith(way) for rest in rests for way in ways)
