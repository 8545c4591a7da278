"""
What a desk would ask a writer about a text before it is published.

Source:
    AP's News Values (no bare "a source"; nobody quoted unnamed is shown declining), Reuters'
    handbook (no plural with one source), NPR's ethics ("reportedly" is not enough), NYU's handbook
    ("refused to comment" is loaded).
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Found, Place, ResponseFound
from claimtrack.reading.grammar import ClauseWords
from claimtrack.reading.kinds import ResponseKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast


class RemarkKind(StrEnum):
    """What is asked about; also the key of the message."""

    LONE_SOURCE = "lone_source"
    HEARSAY = "hearsay"
    PLURAL_SOURCES = "plural_sources"
    REFUSED = "refused"
    BARE_DENIAL = "bare_denial"
    ALSO_DECLINED = "also_declined"
    UNNAMED_OPINION = "unnamed_opinion"


@attrs.frozen(kw_only=True)
class Remark(Found):
    """
    Something to ask a writer about, at a place in the text as it was given.

    Attributes:
        kind: What is asked about.

        line: The line of the place, counted from 1.

        column: The column of the place, in characters, counted from 1.

        words: The words that stand there.
    """

    kind: RemarkKind
    line: int
    column: int
    words: str


def lint(text: str, *, lang: str = "") -> tuple[Remark, ...]:
    """
    Find what to ask a writer about.

    Args:
        text: The text.

        lang: Its language, a BCP 47 tag; empty to find out.

    Returns:
        The remarks, in the order of the text.

    Raises:
        ArticleError: It is not text.

        InvalidValueError: There is no lexicon for its language.

    Example:
        >>> remark, = lint("He refused to comment.", lang="en")
        >>> remark.line, remark.column, remark.kind.value
        (1, 4, 'refused')
    """
    article = Article(text, lang=lang)
    return lint_article(article, find_responses(article, Cast(article)))


def lint_article(article: Article, responses: Iterable[ResponseFound]) -> tuple[Remark, ...]:
    """
    Find what to ask the writer of an article that was read.

    Args:
        article: The article.

        responses: The responses that were found in it.
    """
    rules = _rules(article.lexicon)
    found = {(one.start, one.kind): one for one in rules.remarks(article, tuple(responses))}
    return tuple(found[key] for key in sorted(found))


_DECLINED = frozenset(
    {
        ResponseKind.DECLINED_TO_COMMENT,
        ResponseKind.DECLINED_DETAILS,
        ResponseKind.DID_NOT_RESPOND,
        ResponseKind.CANNOT_COMMENT,
    }
)
_LONG = 4
"""Letters of a word that tells one party from another. Ours."""

_NEAR = 60
"""Characters around an unnamed source within which its body is named. Ours."""


class _Lint:
    """The rules of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        rules = lexicon.tables.lint
        self._version = lexicon.version
        self._telling = ClauseWords(lexicon).telling
        self._according = tuple(lexicon.compiled(one.pattern) for one in lexicon.tables.according)
        self._lone = _pattern(lexicon, rules.lone_source)
        self._singular = _pattern(lexicon, rules.singular)
        self._plural = _pattern(lexicon, rules.plural)
        self._counted = _pattern(lexicon, rules.counted)
        self._hearsay = _pattern(lexicon, rules.hearsay)
        self._not_hearsay = _pattern(lexicon, rules.not_hearsay)
        self._refused = _pattern(lexicon, rules.refused)
        self._denial = _pattern(lexicon, rules.bare_denial)
        self._opinion = re.compile(rf"(?<!\w){lexicon.any_of(*rules.opinion)}(?!\w)")

    def remarks(self, article: Article, responses: tuple[ResponseFound, ...]) -> Iterator[Remark]:
        """Find all remarks, in no order."""
        for kind, pattern in (
            (RemarkKind.LONE_SOURCE, self._lone),
            (RemarkKind.REFUSED, self._refused),
            (RemarkKind.BARE_DENIAL, self._denial),
        ):
            for place in self._places(article, pattern):
                yield self._remark(article, kind, place)
        for place in self._unattributed(article):
            yield self._remark(article, RemarkKind.HEARSAY, place)
        for place in self._plural_of_one(article):
            yield self._remark(article, RemarkKind.PLURAL_SOURCES, place)
        for place in self._opinions(article):
            yield self._remark(article, RemarkKind.UNNAMED_OPINION, place)
        for place in self._also_declined(article, responses):
            yield self._remark(article, RemarkKind.ALSO_DECLINED, place)

    def _remark(self, article: Article, kind: RemarkKind, place: Place) -> Remark:
        given = article.original(place)
        line = article.text.count("\n", 0, given.start) + 1
        return Remark(
            start=given.start,
            end=given.end,
            rule=f"{self._version}:lint.{kind}",
            kind=kind,
            line=line,
            column=given.start - article.text.rfind("\n", 0, given.start),
            words=given.of(article.text),
        )

    def _places(self, article: Article, pattern: re.Pattern[str]) -> Iterator[Place]:
        """Find where a pattern matches in the article's own voice."""
        for sentence in article.sentences:
            for found in pattern.finditer(article.folded, sentence.start, sentence.end):
                if article.quotation_at(found.start()) is None:
                    yield Place(start=found.start(), end=found.end())

    def _unattributed(self, article: Article) -> Iterator[Place]:
        """Find words of hearsay in sentences that name nobody who says so."""
        for place in self._places(article, self._hearsay):
            sentence = article.sentence_at(place.start)
            if sentence is None:
                continue
            patterns = (self._telling, self._not_hearsay, *self._according)
            if not any(
                one.search(article.folded, sentence.start, sentence.end) for one in patterns
            ):
                yield place

    def _plural_of_one(self, article: Article) -> Iterator[Place]:
        """Find "sources" in a text that only ever had one."""
        if next(self._places(article, self._counted), None) is not None:
            return
        first = next(self._places(article, self._singular), None)
        if first is not None:
            yield from (
                place for place in self._places(article, self._plural) if place.start > first.start
            )

    def _opinions(self, article: Article) -> Iterator[Place]:
        """Find judgements that an unnamed source is quoted with."""
        for place in (
            *self._places(article, self._singular),
            *self._places(article, self._counted),
        ):
            sentence = article.sentence_at(place.start)
            if sentence is None or not self._telling.search(
                article.folded, sentence.start, sentence.end
            ):
                continue
            for found in self._opinion.finditer(article.folded, sentence.start, sentence.end):
                yield Place(start=found.start(), end=found.end())

    def _also_declined(
        self, article: Article, responses: tuple[ResponseFound, ...]
    ) -> Iterator[Place]:
        """Find parties that speak unnamed in a text in which they decline."""
        speaking = [
            _words(article.folded[start:end])
            for pattern in (self._singular, self._counted)
            for place in self._places(article, pattern)
            for start, end in _around(article, place)
        ]
        for response in responses:
            if response.kind in _DECLINED and response.responder is not None:
                party = _words(response.responder.of(article.folded))
                if party and any(party <= words for words in speaking):
                    yield Place(start=response.start, end=response.end)


def _around(article: Article, place: Place) -> Iterator[tuple[int, int]]:
    """Give what stands near a place in its own sentence: there its body is named, if at all."""
    sentence = article.sentence_at(place.start)
    if sentence is not None:
        yield max(sentence.start, place.start - _NEAR), min(sentence.end, place.end + _NEAR)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONG)


def _pattern(lexicon: Lexicon, pattern: str | None) -> re.Pattern[str]:
    return lexicon.compiled(pattern or "(?!)")


@cache
def _rules(lexicon: Lexicon) -> _Lint:
    return _Lint(lexicon)
