"""Entries of a live blog: what stands under one time, and which of them came first."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimtrack.reading.article import Article
from claimtrack.reading.draft import ClaimRead
from claimtrack.reading.findings import Place, Sentence

_TIMED = re.compile(
    r"(?:[^\W\d_]{1,8}\s+)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?![\d.:])"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b)?",
    re.IGNORECASE,
)
"""A time that opens a paragraph, one word before it allowed: "18:05", "ORA 20:15", "9:30 pm"."""

_LEAST = 2
"""Times that open a paragraph in a text that is a live blog. Ours: one may open any."""

_DAY, _HALF_DAY, _HOUR = 24, 12, 60


class Entries:
    """
    The entries of an article that is a live blog; any other text has none.

    Args:
        article: The text.
    """

    def __init__(self, article: Article) -> None:
        timed = list(_timed(article.sentences, article.body))
        is_live = len(timed) >= _LEAST
        self._starts = [start for start, _ in timed] if is_live else []
        times = [time for _, time in timed]
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


def _timed(sentences: Sequence[Sentence], body: str) -> Iterator[tuple[int, int]]:
    """Find the times that open paragraphs: where each stands, and its minute of the day."""
    paragraph = 0
    for sentence in sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        found = _TIMED.match(body, sentence.start, sentence.end)
        if found is None or int(found["hour"]) > _DAY or int(found["minute"]) >= _HOUR:
            continue
        hour = int(found["hour"])
        if found["half"]:
            hour = hour % _HALF_DAY + (_HALF_DAY if found["half"].lower() == "p" else 0)
        yield sentence.start, hour * _HOUR + int(found["minute"])
