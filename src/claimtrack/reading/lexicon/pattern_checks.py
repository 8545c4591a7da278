"""
What a pattern must not be, since people write patterns and texts are long.

A repeat whose rounds can be told in two ways, as one around another or around alternatives that may
be each other, and several repeats in a row that take the same signs, can try more ways than there
are seconds. Such patterns are refused where they are read, see `backtracking`; that a pattern
passes is no proof that it is quick.
"""

import re
from collections.abc import Iterator

from claimtrack.reading.lexicon.backtracking import doubled, has_more_in_a_row, is_beyond_reading

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


def objections(pattern: str) -> Iterator[str]:
    """
    Say what stands against a pattern, as a lexicon has it.

    Yields:
        One clause each; nothing where nothing is found.

    Example:
        >>> list(objections("(?:[a-z]+ ?)+x"))
        ['repeats what can be told in two ways, which can take for ever']
    """
    try:
        if is_beyond_reading(pattern):
            yield "has flags of its own, or asks whether a group was there: that cannot be checked"
            return
        if doubled(pattern):
            yield "repeats what can be told in two ways, which can take for ever"
            return
        in_a_row = has_more_in_a_row(pattern, _MOST_WIDE)
    except RecursionError:
        yield "nests too deeply to be checked"
        return
    if _ADJACENT.search(pattern):
        yield "repeats the same twice side by side, which can take for ever"
    elif _wide(pattern) > _MOST_WIDE:
        yield f"more than {_MOST_WIDE} repeats without end of any sign, which can take for ever"
    elif in_a_row:
        yield f"more than {_MOST_WIDE} repeats in a row of one sign, which can take for ever"


def _head(pattern: str, place: int) -> str:
    found = _GROUP.match(pattern, place)
    return "" if found is None else found[0]


def _behind_class(pattern: str, place: int) -> int:
    """Give the place behind a class of characters, in which nothing has its meaning."""
    place += 2 if pattern[place + 1 : place + 2] in {"^", "]"} else 1
    while place < len(pattern) and pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place + 1


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
