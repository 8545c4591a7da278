"""Entries of a live blog: what stands under one time, and which of them came first."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from claimtrack.reading.article import Article
from claimtrack.reading.draft import ClaimRead
from claimtrack.reading.findings import Place

_LEAST = 2
"""Heads in a text that is a live blog. Ours: one may open any."""


class Entries:
    """
    The entries of an article that is a live blog; any other text has none.

    Args:
        article: The text.
    """

    def __init__(self, article: Article) -> None:
        is_live = len(article.heads) >= _LEAST
        self._starts = [head.start for head in article.heads] if is_live else []
        times = [head.minute for head in article.heads]
        steps = [(after > before) - (after < before) for before, after in pairwise(times)]
        self._is_newest_first = is_live and sum(steps) < 0

    def hold(self, place: Place) -> bool:
        """Whether a place stands in an entry."""
        return self._number(place) > 0

    def of(self, place: Place, claims: Sequence[ClaimRead]) -> Sequence[ClaimRead]:
        """Give the claims of the entry in which a place stands; none outside of entries."""
        entry = self._number(place)
        return [one for one in claims if self._number(one) == entry] if entry else []

    def lead(self, claims: Sequence[ClaimRead]) -> ClaimRead | None:
        """
        Give the claim that the article is about; None where there is none.

        It is the first; in a live blog that goes back in time, the first of its oldest entry, where
        nothing stands above the entries.
        """
        if not claims or not self._is_newest_first or not self._number(claims[0]):
            return claims[0] if claims else None
        oldest = self._number(claims[-1])
        return next(one for one in claims if self._number(one) == oldest)

    def _number(self, place: Place) -> int:
        """Number the entry in which a place stands from 1; 0 above the first."""
        return bisect_right(self._starts, place.start)
