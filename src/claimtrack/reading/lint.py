"""
What a desk would ask a writer about a text before it is published.

Source:
    AP's News Values (no bare "a source"; nobody quoted unnamed is shown declining), Reuters'
    handbook (no plural with one source), NPR's ethics ("reportedly" is not enough), NYU's handbook
    ("refused to comment" is loaded).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Found, Place, ResponseFound, Speaker
from claimtrack.reading.grammar import ClauseWords
from claimtrack.reading.heads import forms_of
from claimtrack.reading.kinds import ResponseKind, SpeakerKind
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

        lang: The language of the text: the one in which its writer would be asked.
    """

    kind: RemarkKind
    line: int
    column: int
    words: str
    lang: str


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
    cast = Cast(article)
    responses = find_responses(article, cast)
    return lint_article(article, responses, cast.speakers)


def lint_article(
    article: Article, responses: Iterable[ResponseFound], speakers: Sequence[Speaker]
) -> tuple[Remark, ...]:
    """
    Find what to ask the writer of an article that was read.

    Args:
        article: The article.

        responses: The responses that were found in it.

        speakers: The speakers that they name by index.
    """
    declined = [
        (one, speakers[one.speaker])
        for one in responses
        if one.kind in _DECLINED and one.speaker is not None
    ]
    found = {
        (one.start, one.kind): one for one in _rules(article.lexicon).remarks(article, declined)
    }
    return tuple(found[key] for key in sorted(found))


_DECLINED = frozenset(
    {
        ResponseKind.DECLINED_TO_COMMENT,
        ResponseKind.DECLINED_DETAILS,
        ResponseKind.DID_NOT_RESPOND,
        ResponseKind.CANNOT_COMMENT,
    }
)
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.ORGANISATIONS, SpeakerKind.OUTLET})
"""Who speaks by people of its own: what an official of the port says, the port says unnamed."""

_LONG = 4
"""Letters of a word that tells one party from another. Ours."""

_NEAR = 60
"""Characters behind an unnamed source within which its body is named. Ours."""

_PAUSE = re.compile(r"[,;:.!?\"„“”«»()\n]")
Declined = tuple[ResponseFound, Speaker]


class _Lint:
    """The rules of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        rules = lexicon.tables.lint
        self._lexicon = lexicon
        self._version = lexicon.version
        self._is_declined = bool(lexicon.tables.phrases.declined)
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

    def remarks(self, article: Article, declined: Iterable[Declined]) -> Iterator[Remark]:
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
        for place in self._also_declined(article, declined):
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
            lang=article.language,
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

    def _also_declined(self, article: Article, declined: Iterable[Declined]) -> Iterator[Place]:
        """Find parties that speak unnamed in a text in which they decline."""
        speaking = [
            (_words(place.of(article.folded)), _words(self._described(article, place)))
            for pattern in (self._singular, self._counted)
            for place in self._places(article, pattern)
        ]
        for response, party in declined:
            words = (
                () if response.responder is None else _words(response.responder.of(article.folded))
            )
            # An aide of the mayor is not the mayor; an official of the port speaks for the port.
            is_body = party.kind in _BODIES
            if words and any(
                self._has_all(words, described if is_body else own) for own, described in speaking
            ):
                yield Place(start=response.start, end=response.end)

    def _described(self, article: Article, place: Place) -> str:
        """Give the words for an unnamed source, up to what it says: there its body is named."""
        sentence = article.sentence_at(place.start)
        end = place.end if sentence is None else min(sentence.end, place.end + _NEAR)
        for border in (_PAUSE, self._telling):
            found = border.search(article.folded, place.end, end)
            end = end if found is None else found.start()
        return article.folded[place.start : end]

    def _has_all(self, party: Sequence[str], said: Sequence[str]) -> bool:
        """Whether words name a party, in whatever case: "Casa Albă", "Casei Albe"."""
        first, *others = party
        return any(self._is_form(first, one) for one in said) and all(
            any(self._is_form(word, one) or self._agrees(word, one) for one in said)
            for word in others
        )

    def _is_form(self, word: str, other: str) -> bool:
        return other in forms_of(self._lexicon, word) or word in forms_of(self._lexicon, other)

    def _agrees(self, word: str, other: str) -> bool:
        """Whether two words may be one adjective: its last letter goes with the noun's case."""
        return self._is_declined and word[:-1] == other[:-1]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONG)


def _pattern(lexicon: Lexicon, pattern: str | None) -> re.Pattern[str]:
    return lexicon.compiled(pattern or "(?!)")


@cache
def _rules(lexicon: Lexicon) -> _Lint:
    return _Lint(lexicon)
