"""Quotation marks that do not pair: where a text does not tell whose words begin or end."""

import re
from collections.abc import Iterable, Iterator

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Attribution, Place, Sentence
from claimtrack.reading.quotations import LONGEST
from claimtrack.reading.rows import Row

_STRAIGHT = re.compile(r'(?<!\d)"')
"""A keyboard's quotation mark, but for the sign of inches."""

_BLANK = 80
"""Characters between paragraphs within which the next one begins. Ours."""

_OPENING = frozenset('"„“«»”')
"""Marks by which a paragraph begins that takes up a quotation of the one before."""


class OddMarks:
    """
    The marks of one article that have no other half.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._lone = Row(_lone(article))
        self._left_open = Row(_left_open(article))

    def leave_unsure(self, place: Place, sentence: Sentence, *, is_said: bool) -> bool:
        """
        Whether it is unsure whose words stand at a place.

        Args:
            place: The words.

            sentence: Their sentence.

            is_said: Whether somebody is taken to say them. A straight mark may open or close, so
                that all that is said in its paragraph is unsure; the article's own words are
                behind it alone, and all words behind a mark that only opens.
        """
        near = Place(start=max(0, place.start - LONGEST), end=place.end)
        if self._is_beside(self._left_open.beginning(near), sentence):
            return True
        reach = LONGEST if is_said else 0
        around = Place(start=near.start, end=place.end + reach)
        return self._is_beside(self._lone.beginning(around), sentence)

    def _is_beside(self, found: Iterable[Place], sentence: Sentence) -> bool:
        others = (self._article.sentence_at(one.start) for one in found)
        return any(one is not None and one.paragraph == sentence.paragraph for one in others)

    def may_quote(self, attribution: Attribution) -> bool:
        """Whether who is taken for the speaker may be quoted: behind a mark that nothing closes."""
        mention = attribution.mention
        if mention is None or mention.start > attribution.cue.start:
            return False
        sentence = self._article.sentence_at(mention.start)
        if sentence is None:
            return False
        return self._lone.any_within(Place(start=sentence.start, end=mention.start))


def _lone(article: Article) -> Iterator[Place]:
    """Find the straight marks that open and close nothing."""
    for mark in _STRAIGHT.finditer(article.body):
        if article.quotation_at(mark.start()) is None:
            yield Place(start=mark.start(), end=mark.end())


def _left_open(article: Article) -> Iterator[Place]:
    """Find the quotations that nothing closes, and the next paragraph does not take up."""
    for one in article.quotations:
        behind = article.body[one.end : one.end + _BLANK].lstrip()
        if not one.is_closed and behind[:1] not in _OPENING:
            yield one
