"""Checks: what a back-end says of words, held against what this package reads in them."""

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.article import Article
from claimtrack.reading.dates.standpoint import ClauseTense
from claimtrack.reading.dates.windows import read_time
from claimtrack.reading.findings import DateFound, Quantity
from claimtrack.reading.quantities import parse_quantity
from claimtrack.text.normalize import same_text_key

_SHOWN = 60
"""Characters of words that a doubt shows; ours."""


class Checks:
    """
    Holds values against the text of one article.

    Args:
        article: The text.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._said = same_text_key(article.text)

    def says(self, words: str) -> bool:
        """Whether the text has these words; case, accents and white space do not matter."""
        return same_text_key(words) in self._said

    def figure(self, found: Quantity) -> str:
        """
        Say what speaks against a number.

        Returns:
            One clause; empty where the same number is read in its words.
        """
        words = found.of(self._article.text)
        try:
            read = parse_quantity(words, self._article.language)
        except InvalidValueError:
            return f"no number is read in “{words[:_SHOWN]}”, where {found.figure} was given"
        if (read.value, read.high) == (found.value, found.high):
            return ""
        return f"“{words[:_SHOWN]}” reads as {read.figure}, where {found.figure} was given"

    def date(self, found: DateFound) -> str:
        """
        Say what speaks against the window of a date.

        Returns:
            One clause; empty where there is none, or the same one is read in its words.
        """
        if found.window is None:
            return ""
        words, given = found.of(self._article.text), found.window.iso()
        # A weekday, or a month, may look either way: the tense of its clause is not known here.
        read = [window for tense in ClauseTense if (window := self._read(words, tense)) is not None]
        if not read:
            return f"no time is read in “{words[:_SHOWN]}”, where {given} was given"
        if _bounds(found.window) in map(_bounds, read):
            return ""
        return f"“{words[:_SHOWN]}” reads as {read[0].iso()}, where {given} was given"

    def _read(self, words: str, tense: ClauseTense) -> Window | None:
        article = self._article
        try:
            return read_time(
                words, article.published, article.language, article.zone, tense=tense
            ).window
        except InvalidValueError:
            return None


def _bounds(window: Window) -> tuple[object, object]:
    return window.earliest, window.latest
