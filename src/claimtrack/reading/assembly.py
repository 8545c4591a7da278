"""
Assembly: findings put together into claims.

Own-voice claims and attributed ones are kept apart: two thirds of what an article claims has no
source, and must not look better supported than what has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

import attrs

from claimtrack.model.updates import ClaimKind
from claimtrack.model.window import Order
from claimtrack.reading.analysis import Analysis
from claimtrack.reading.denials import only_points
from claimtrack.reading.draft import ClaimRead
from claimtrack.reading.findings import (
    Attribution,
    Cue,
    HedgeFound,
    Place,
    ResponseFound,
    Sentence,
)
from claimtrack.reading.folding import WORD
from claimtrack.reading.kinds import CueKind, DateRole, Frame, HedgeKind, NewsKind, SpeakerKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.odd_marks import OddMarks
from claimtrack.reading.parts import Opener, Part, PartReader
from claimtrack.reading.propositions import proposition
from claimtrack.reading.rows import Row
from claimtrack.reading.vocabulary import vocabulary
from claimtrack.text.normalize import same_text_key, slug

_SLUG, _HASH = 40, 4
"""Characters of a claim's words, and of their hash, in its id. Ours: short enough to type, and
1 in 65,536 that two claims with the same first words share one."""

_LEAST_WORDS, _LEAST_SAID = 4, 2
"""Words of a sentence that claims something in the article's own voice, where a heading has less,
and of what is attributed, articles not counted. Both ours."""

_ODD = "the quotation marks of its paragraph do not pair"
_SPEAKER_UNKNOWN = "who says so is not named"
_WHOSE_UNSURE = "a relative clause: name what it is about; it may be the article's own"
_WHO_IS_MEANT = "a relative clause: name what it is about"
_SETS_RIGHT = "it sets an earlier version right: say in full what is right"


def claims_of(analysis: Analysis) -> tuple[ClaimRead, ...]:
    """
    Put findings together into claims.

    Returns:
        Attributed claims and those of the article's own voice, in the order of the text; places lie
        in the article's body.
    """
    assembler = _Assembler(analysis)
    found = sorted(assembler.claims(), key=lambda claim: (claim.start, claim.end))
    return _identified(_distinct(found))


class _Assembler:
    """The findings of one article, at hand by place."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._article = analysis.article
        self._hedges = Row(analysis.hedges)
        self._dates = Row(analysis.dates)
        self._quantities = Row(one for one in analysis.quantities if not one.is_source_count)
        self._parts = PartReader(analysis.article, self._quantities, self._dates)
        clauses = [one.clause for one in analysis.unclear]
        # What somebody denies, or confirms, is a claim as well as an answer.
        clauses += [one.clause for one in analysis.responses if not _takes_a_side(one)]
        self._told_apart = Row(clauses)
        # "An earlier version of this article" tells of the article, not of the story.
        self._own_news = {one.start for one in analysis.news if one.kind in _OF_THE_ARTICLE}
        self._cues = Row(analysis.cues)
        self._mentions = Row(analysis.mentions)
        self._articles = vocabulary(analysis.article.lexicon).determiners
        self._odd = OddMarks(analysis.article)
        self._names = frozenset(_CAPITAL_WITHIN.findall(analysis.article.body))

    def claims(self) -> Iterator[ClaimRead]:
        """Make the claims, the attributed ones first."""
        analysis = self._analysis
        taken = self._sentences_of(one.clause for one in analysis.responses)
        taken |= self._sentences_of(one.clause for one in analysis.unclear)
        for attribution in self._carried():
            yield from self._attributed(attribution)
            yield from self._joined(attribution)
            taken |= self._sentences_of((attribution.cue, *attribution.content))
        for sentence in self._article.sentences:
            if sentence.number not in taken and self._claims_something(sentence):
                for part in self._parts.of(sentence):
                    yield self._claim(part, sentence)

    def _joined(self, attribution: Attribution) -> Iterator[ClaimRead]:
        """Make claims of a clause behind a noun phrase that somebody denies, or asks for."""
        if attribution.cue.frame is not Frame.NP or not attribution.content:
            return
        last = attribution.content[-1]
        for sentence in self._article.sentences_within(last):
            place = self._parts.joined_behind(last.end, sentence.end)
            if place is None or self._cues.any_within(place) or self._is_told_apart(place):
                continue
            for part in self._parts.of(place):
                yield self._claim(part, sentence)

    def _carried(self) -> Iterator[Attribution]:
        """Give the attributions, each with the outlet that its sentence says was the carrier."""
        speakers = self._analysis.speakers
        carriers: dict[int, str] = {}
        others: dict[int, list[Attribution]] = {}
        for one in self._analysis.attributions:
            if one.cue.kind is not CueKind.VIA_OUTLET:
                others.setdefault(one.cue.sentence, []).append(one)
            elif one.speaker is not None:
                carriers[one.cue.sentence] = speakers[one.speaker].name
        for one in self._analysis.attributions:
            if one.cue.kind is not CueKind.VIA_OUTLET:
                carrier = "" if one.told else carriers.get(one.cue.sentence, "")
                yield attrs.evolve(one, told=carrier) if carrier else one
            elif not any(_shares(one, other) for other in others.get(one.cue.sentence, ())):
                yield one

    def _sentences_of(self, places: Iterable[Place]) -> set[int]:
        return {one.number for place in places for one in self._article.sentences_within(place)}

    def _attributed(self, attribution: Attribution) -> Iterator[ClaimRead]:
        if attribution.cue.kind is CueKind.MEDIUM or attribution.cue.is_negated:
            return
        if self._odd.may_quote(attribution):
            return
        if self._is_one_statement(attribution.content):
            yield from self._in_pieces(attribution)
            return
        for place in attribution.content:
            for sentence in self._article.sentences_within(place):
                start, end = max(sentence.start, place.start), min(sentence.end, place.end)
                stretch = Place(start=start, end=end)
                if attribution.cue.kind in _SIDES and self._only_points(stretch):
                    continue  # "denied any involvement" is an answer, and claims nothing
                if self._only_names(stretch, attribution.cue):
                    continue
                if self._says_something(stretch) and not self._is_told_apart(stretch):
                    for part in self._parts.of(stretch):
                        yield self._claim(self._closed(part), sentence, attribution)

    def _only_names(self, stretch: Place, cue: Cue) -> bool:
        """Whether words only name who is quoted: "Ann Lee, quoted by X, said"."""
        return cue.kind is CueKind.VIA_OUTLET and any(
            one.start <= stretch.start and stretch.end <= one.end
            for one in self._mentions.meeting(stretch)
        )

    def _says_something(self, stretch: Place) -> bool:
        """Whether words are more than a noun with its article: "denied the charges"."""
        words = WORD.findall(self._article.folded, stretch.start, stretch.end)
        return sum(word not in self._articles for word in words) >= _LEAST_SAID

    def _only_points(self, stretch: Place) -> bool:
        return only_points(self._article.lexicon, stretch.of(self._article.folded).rstrip(" .,;"))

    def _closed(self, part: Part) -> Part:
        """Take in the mark that closes a quotation within a part: 'The talks were "dead"'."""
        quotation = self._article.quotation_at(part.end - 1)
        if quotation is None or quotation.start < part.start or not quotation.is_closed:
            return part
        is_closing = WORD.search(self._article.body, part.end, quotation.end) is None
        return attrs.evolve(part, end=max(part.end, quotation.end)) if is_closing else part

    def _is_one_statement(self, places: Sequence[Place]) -> bool:
        """Whether places are the sides of "…, he said, …": one sentence, that goes on."""
        if len(places) < 2 or len(self._sentences_of(places)) > 1:
            return False
        return not any(
            proposition(place.of(self._article.body))[:1].isupper() for place in places[1:]
        )

    def _is_told_apart(self, place: Place) -> bool:
        """Whether a place says little more than that something is unknown, or nobody commented."""
        apart = sum(
            min(one.end, place.end) - max(one.start, place.start)
            for one in self._told_apart.meeting(place)
        )
        return apart * 2 > place.end - place.start

    def _in_pieces(self, attribution: Attribution) -> Iterator[ClaimRead]:
        """One statement that its attribution parts: "The talks, he said, have ended"."""
        first, last = attribution.content[0], attribution.content[-1]
        (sentence,) = self._article.sentences_within(first)
        whole = Part(start=first.start, end=last.end, opener=Opener.MAIN, border=first.start)
        claim = self._claim(whole, sentence, attribution)
        words = " ".join(proposition(one.of(self._article.body)) for one in attribution.content)
        yield attrs.evolve(claim, text=_sentence_case(words))

    def _claims_something(self, sentence: Sentence) -> bool:
        """Whether a sentence tells an event by itself: a number, a date or a name stands in it."""
        words = sentence.of(self._article.body)
        found = WORD.findall(words)
        if words.endswith("?") or len(found) < _LEAST_WORDS or sentence.start in self._own_news:
            return False
        if sentence.number in self._analysis.notes.told_apart:
            return False
        if self._quantities.any_within(sentence) or self._dates.any_within(sentence):
            return True
        # The first word of a sentence has its capital in any case.
        return (
            any(word[0].isupper() for word in found[1:])
            or found[0] in self._names
            or found[0] in _metonyms(self._article.lexicon)
        )

    def _claim(
        self, part: Part, sentence: Sentence, attribution: Attribution | None = None
    ) -> ClaimRead:
        hedges = self._hedges.within(part)
        return ClaimRead(
            start=part.start,
            end=part.end,
            id="",
            text=_sentence_case(proposition(part.of(self._article.body))),
            kind=self._kind(part, hedges, attribution),
            sentence=sentence.number,
            hedges=hedges,
            quantities=self._quantities.within(part),
            dates=self._dates.within(part),
            **_said_by(attribution, part),
            doubts=tuple(self._doubts(part, sentence, attribution)),
        )

    def _doubts(
        self, part: Part, sentence: Sentence, attribution: Attribution | None
    ) -> Iterator[str]:
        """Say why a person must look at a claim."""
        is_relative = part.opener is Opener.RELATIVE
        if attribution is None:
            if is_relative:
                yield _WHO_IS_MEANT
        else:
            if attribution.is_ambiguous:
                yield attribution.why_ambiguous
            elif is_relative:
                yield _WHOSE_UNSURE
            if self._is_open(attribution):
                yield _SPEAKER_UNKNOWN
        if self._odd.leave_unsure(part, sentence, is_said=attribution is not None):
            yield _ODD
        if sentence.number in self._analysis.notes.setting_right:
            yield _SETS_RIGHT

    def _is_open(self, attribution: Attribution) -> bool:
        """Whether it is open who says so: nobody is named, or a pronoun points to nobody."""
        if attribution.speaker is None:
            return True
        return self._analysis.speakers[attribution.speaker].kind is SpeakerKind.UNKNOWN

    def _kind(
        self, part: Part, hedges: Sequence[HedgeFound], attribution: Attribution | None
    ) -> ClaimKind:
        """Guess the kind of a proposition from its attribution, its hedges and its tense."""
        if attribution is not None and attribution.cue.kind in (CueKind.PROMISED, CueKind.PROPOSED):
            return ClaimKind.PLAN
        if any(one.kind is HedgeKind.PLAN for one in hedges):
            return ClaimKind.PLAN
        published = self._article.published
        future, past = _tenses(self._article.lexicon)
        words = part.of(self._article.folded)
        is_to_come = future.search(words) is not None
        for found in self._dates.within(part):
            if found.role is DateRole.EVENT and found.window is not None and published is not None:
                order = found.window.compare(published)
                # A window that holds the article's own day tells nothing: "within ten days".
                is_to_come = is_to_come if order is Order.MAY_OVERLAP else order is Order.AFTER
                return ClaimKind.PREDICTION if is_to_come else ClaimKind.EVENT
        if is_to_come:
            return ClaimKind.PREDICTION
        return ClaimKind.EVENT if past.search(words) else ClaimKind.STATE


def _shares(carried: Attribution, other: Attribution) -> bool:
    """Whether what an outlet carries is what somebody else says: it adds no source to that."""
    if not carried.content or not other.content:
        return True
    places = (other.cue, *other.content)
    return any(one.meets(place) for one in carried.content for place in places)


def _takes_a_side(response: ResponseFound) -> bool:
    return response.kind.outcome is not None and response.kind.outcome.stance is not None


_SIDES = frozenset({CueKind.DENIED, CueKind.CONFIRMED})
_OF_THE_ARTICLE = frozenset({NewsKind.CORRECTION, NewsKind.CLARIFICATION, NewsKind.REFILE})
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z,] )[^\W\d_a-z]\w+")


def _said_by(attribution: Attribution | None, part: Part) -> dict[str, Any]:
    """Give the fields of a claim that tell by whose words, and by which rule, it is one."""
    if attribution is None:
        return {"rule": f"parts.{part.opener}"}
    return {
        "cue": attribution.cue,
        "attribution": attribution.cue.kind,
        "speaker": attribution.speaker,
        "with_speakers": attribution.with_speakers,
        "told": attribution.told,
        "relayed_by": attribution.relayed_by,
        "is_direct": attribution.is_direct,
        "rule": attribution.cue.rule,
    }


@cache
def _metonyms(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.tables.roles.metonyms)


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _tenses(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tense = lexicon.tables.dates.tense
    future, past = (
        re.compile(rf"(?<!\w){lexicon.any_of(*forms)}(?!\w)")
        for forms in (tense.future, tense.past)
    )
    return future, past


def _distinct(claims: Iterable[ClaimRead]) -> list[ClaimRead]:
    """Keep the first of claims that stand at the same place."""
    kept: dict[tuple[int, int], ClaimRead] = {}
    for claim in claims:
        kept.setdefault((claim.start, claim.end), claim)
    return list(kept.values())


def _identified(claims: Sequence[ClaimRead]) -> tuple[ClaimRead, ...]:
    """Name each claim after its words; the same words twice are told apart by a number."""
    seen: Counter[str] = Counter()
    found = []
    for claim in claims:
        stem = id_of(claim.text)
        seen[stem] += 1
        name = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        found.append(attrs.evolve(claim, id=name))
    return tuple(found)


def id_of(text: str) -> str:
    """
    Make the id of a claim out of its words.

    Example:
        >>> id_of("Talks on a release go on")
        'talks-on-a-release-go-on-af58'
    """
    digest = sha256(same_text_key(text).encode()).hexdigest()[:_HASH]
    return f"{slug(text, _SLUG, ascii_only=True) or 'claim'}-{digest}"
