"""Text cut into words, numbers and signs, each with its place."""

import re
from typing import NamedTuple

# A number keeps the signs within it: 21:30, 05.05.2025 and 1.000 are one piece each. A hyphen parts
# numbers, since it makes ranges of them.
_TOKEN = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*|[^\W\d_]+|\S")


class Tokens(NamedTuple):
    """
    The pieces of a text in order.

    Attributes:
        words: What each is, folded.

        starts: Where each begins.

        ends: Where each ends.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokens(folded: str, start: int = 0, end: int | None = None) -> Tokens:
    """
    Cut folded text into pieces.

    Example:
        >>> tokens("mid-2024, 9pm").words
        ['mid', '-', '2024', ',', '9', 'pm']
    """
    until = len(folded) if end is None else end
    spans = [found.span() for found in _TOKEN.finditer(folded, start, until)]
    return Tokens(
        [folded[first:last] for first, last in spans],
        [first for first, _ in spans],
        [last for _, last in spans],
    )
