"""Tokens: the words and signs of an article, cut once and shared by the layers that need them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimtrack.reading.findings import Place, Quotation

_TOKEN = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*|[^\w\s]|_")


def words_in(folded: str) -> tuple[str, ...]:
    """
    Cut folded text into words and signs.

    Example:
        >>> words_in("l-a dus, spune")
        ('l-a', 'dus', ',', 'spune')
    """
    return tuple(_TOKEN.findall(folded))


class Tokens:
    """
    The words and signs of a text in order, each by its index.

    Attributes:
        words: Each word, folded; a sign is one of its own.

        starts: Where each begins.

        ends: Where each ends.

        quoted: For each, the index of the quotation that it stands in, its marks included; -1
            outside of quotations.

    Args:
        folded: The folded text.

        begin: Where to begin.

        quotations: The text's quotations in order.
    """

    def __init__(self, folded: str, begin: int, quotations: Sequence[Quotation]) -> None:
        spans = [found.span() for found in _TOKEN.finditer(folded, begin)]
        self.words = [folded[start:end] for start, end in spans]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.quoted = [-1] * len(spans)
        for index, quotation in enumerate(quotations):
            inside = self.within(quotation)
            self.quoted[inside.start : inside.stop] = [index] * len(inside)

    def __len__(self) -> int:
        return len(self.words)

    def within(self, place: Place) -> range:
        """Give the indices of the tokens that begin within a place."""
        first = bisect_left(self.starts, place.start)
        return range(first, bisect_left(self.starts, place.end, lo=first))

    def place(self, first: int, last: int) -> Place:
        """Give the place from the token *first* up to, and without, the token *last*."""
        return Place(start=self.starts[first], end=self.ends[last - 1])
