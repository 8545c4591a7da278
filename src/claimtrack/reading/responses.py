"""
Responses: what came of asking for comment, clause by clause.

Declining, not answering and not being reached are told apart, since each says something else. What
stands within a quotation is no response of the article, nor is what a conditional clause tells of.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrack.reading.article import Article
from claimtrack.reading.clauses import Clause, clause_reader
from claimtrack.reading.findings import Mention, Place, ResponseFound, Sentence
from claimtrack.reading.kinds import PartyPlace, ResponseKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.statement_words import ResponseRule
from claimtrack.reading.news import Notes
from claimtrack.reading.speakers import Cast
from claimtrack.reading.wordings import Taken, TextWordings, Wordings, is_followed

_NO_NOTES = Notes()


def find_responses(
    article: Article, cast: Cast, notes: Notes = _NO_NOTES
) -> tuple[ResponseFound, ...]:
    """
    Find the responses that an article tells of.

    Args:
        article: The article.

        cast: Its speakers; the parties that were asked are asked for here.

        notes: Where it corrects itself: what it says there of a response is of another version.

    Returns:
        The responses in order; two at one place where "neither" of two answered.

    Example:
        >>> article = Article("The ministry declined to comment.", lang="en")
        >>> [found.kind.value for found in find_responses(article, Cast(article))]
        ['declined_to_comment']
    """
    found = _rules(article.lexicon).read(article, cast, notes)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


_ASKED, _LEADING = 40, 120
"""Characters between a word of asking and who asked, and of what leads up to a clause. Ours."""

_SUBSTANCE = frozenset({ResponseKind.DENIED, ResponseKind.CONFIRMED})


class _Responses:
    """The response rules of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        fold = lexicon.folder.fold
        self._rules = lexicon.tables.responses
        self._version = lexicon.version
        self._wordings = Wordings(lexicon, self._rules)
        self._near = [tuple(map(fold, rule.needs_near)) for rule in self._rules]
        self._not_before = [tuple(map(fold, rule.not_before)) for rule in self._rules]
        self._clauses = clause_reader(lexicon)
        self._immediate = tuple(map(fold, lexicon.tables.grammar.at_once))
        self._negated = re.compile(
            rf"(?:(?<!\w){lexicon.any_of(*lexicon.tables.grammar.negation)}|n't)\s+$"
        )
        self._asker = _asker(lexicon)
        self._leading = _leading(lexicon)

    def read(self, article: Article, cast: Cast, notes: Notes) -> Iterator[ResponseFound]:
        """Read an article."""
        wordings = self._wordings.of(article.folded)
        for sentence, before in zip(article.sentences, (None, *article.sentences), strict=False):
            if notes.hold(sentence.number):
                continue
            for number, match, clause in self._matching(article, wordings, sentence, before):
                yield from self._found(article, cast, (number, match, clause, sentence))

    def _matching(
        self, article: Article, wordings: TextWordings, sentence: Sentence, before: Sentence | None
    ) -> Iterator[tuple[int, re.Match[str], Clause]]:
        """Find where rules hold in a sentence; *before* is the one before it."""
        text = article.folded
        taken = Taken()
        for number, match in wordings.matches(sentence):
            place = Place(start=match.start(), end=match.end())
            if article.quotation_at(place.start) is not None:
                continue
            if is_followed(text, place.end, self._not_before[number]):
                continue
            if self._rules[number].kind in _SUBSTANCE and self._negated.search(
                text, sentence.start, place.start
            ):
                continue
            if not self._is_near(text, number, sentence, before):
                continue
            clause = self._clauses.around(article, sentence, place)
            if not clause.is_conditional and taken.take(place.start, place.end):
                yield number, match, clause

    def _is_near(self, text: str, number: int, sentence: Sentence, before: Sentence | None) -> bool:
        near = self._near[number]
        start = sentence.start if before is None else before.start
        return not near or any(text.find(stem, start, sentence.end) >= 0 for stem in near)

    def _found(
        self,
        article: Article,
        cast: Cast,
        hit: tuple[int, re.Match[str], Clause, Sentence],
    ) -> Iterator[ResponseFound]:
        number, match, clause, sentence = hit
        rule = self._rules[number]
        parties = self._parties(article, rule, match, clause)
        mentions: Sequence[Mention | None] = [cast.mention(place) for place in parties] or [None]
        start = min([clause.start, match.start(), *(place.start for place in parties)])
        whole = Place(
            start=start if start >= sentence.start else match.start(),
            end=max([clause.end, match.end(), *(place.end for place in parties)]),
        )
        for mention in mentions:
            yield ResponseFound(
                start=match.start(),
                end=match.end(),
                rule=f"{self._version}:response[{number}]",
                kind=rule.kind,
                clause=whole,
                responder=mention,
                speaker=None if mention is None or cast.is_open(mention) else mention.speaker,
                asked_by=self._asked_by(article, sentence, whole, parties),
                immediate=any(word in match[0] for word in self._immediate),
                sentence=sentence.number,
            )

    def _parties(
        self, article: Article, rule: ResponseRule, match: re.Match[str], clause: Clause
    ) -> tuple[Place, ...]:
        if match.re.groupindex and match["party"]:
            place = Place(start=match.start("party"), end=match.end("party"))
            return self._clauses.parted(article, place)
        if rule.party is PartyPlace.NONE:
            return ()
        if rule.party is PartyPlace.AFTER and not clause.subjects:
            sentence = article.sentence_at(match.start())
            verb = Place(start=match.start(), end=match.end())
            behind = self._clauses.behind(article, verb, sentence.end if sentence else match.end())
            return () if behind is None else (behind,)
        return clause.subjects

    def _asked_by(
        self, article: Article, sentence: Place, whole: Place, parties: Sequence[Place]
    ) -> str:
        """Name the outlet that asked, where the clause names it, or what leads up to it."""
        text = article.folded
        # "Contacted by Harbour Wire, the mayor declined": the sentence begins with it.
        leading = self._leading.match(text, sentence.start, whole.start)
        starts = (whole.start,) if leading is None else (sentence.start, whole.start)
        for found in (
            one for start in starts for one in self._asker.finditer(text, start, whole.end)
        ):
            place = Place(start=found.start("outlet"), end=found.end("outlet"))
            if place.of(article.body)[:1].isupper() and not any(
                party.meets(place) for party in parties
            ):
                return place.of(article.body)
        return ""


def _asker(lexicon: Lexicon) -> re.Pattern[str]:
    """Make the pattern of who asked: "to Reuters", "contacted on Monday by Reuters"."""
    outlets, grammar = lexicon.common.outlets, lexicon.tables.grammar
    names = lexicon.any_of(*outlets.agencies, *outlets.outlets)
    before = lexicon.any_of(*grammar.asked_by)
    asking, after = lexicon.any_of(*grammar.asking), lexicon.any_of(*grammar.asked_after)
    behind = rf"{asking}(?!\w)[^.;:]{{0,{_ASKED}}}?(?<!\w){after}"
    return re.compile(rf"(?<!\w)(?:{before}|{behind})\s+(?P<outlet>{names})(?!\w)")


def _leading(lexicon: Lexicon) -> re.Pattern[str]:
    """Make the pattern of words of asking that lead up to the clause: one insertion, no more."""
    asking = lexicon.any_of(*lexicon.tables.grammar.asking)
    return re.compile(rf"{asking}(?!\w)[^.;:]{{0,{_LEADING}}},\s*$")


@cache
def _rules(lexicon: Lexicon) -> _Responses:
    return _Responses(lexicon)
