"""
Drafting: what was read, as the follow-up that an editor checks and the ledger applies.

Every item names the place and the rule it was read from. What is unsure carries ``review``: it
stops `apply` until a person has looked.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.evidence import Basis, Evidence, Hedge, Span, Stance
from claimtrack.model.follow_up import FollowUp, Item, ReadFrom
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Response
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import CountIs, Source, SourceKind
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    Noted,
    SlotAnswered,
    SlotDeclaredUnclear,
    Update,
)
from claimtrack.reading.dates.stretches import BACKWARDS, ON_NO_CALENDAR
from claimtrack.reading.findings import DateFound, Found, Place, Quantity, Speaker
from claimtrack.reading.kinds import Bound, CueKind, DateRole, SpeakerKind
from claimtrack.reading.rows import Row
from claimtrack.text.normalize import same_text_key

if TYPE_CHECKING:
    from claimtrack.reading.draft import ClaimRead, Draft, QuestionRead, ResponseRead

_BY_CONVENTION = "the days are chosen by a convention"

_TOGETHER = "two say so together: is the second an origin of its own?"

_ASKER_UNSAID = "who asked is not said: it may be an outlet whose report is passed on"

_IMPOSSIBLE = frozenset({ON_NO_CALENDAR, BACKWARDS})
_SOME = 2
"""The least that a plural without a number counts; "several" says no more."""


def follow_up_of(draft: "Draft", story: str = "") -> FollowUp:
    """
    Make a draft into a follow-up.

    Args:
        draft: What was read.

        story: The story that new claims belong to; empty for none.

    Raises:
        InvalidValueError: Nothing was read, so there is nothing to change.
    """
    items = tuple(_Drafting(draft, story).items())
    if not items:
        reason = "must not be empty: nothing was found that is a claim"
        raise InvalidValueError("draft.claims", (), reason)
    return FollowUp(report=report_of(draft), items=items)


def report_of(draft: "Draft") -> Report:
    """
    Give the draft's report with the outlets whose reporting it passes on.

    One that carried some of what is told and not all is left out: a relay is of the whole report,
    and whoever told an outlet says so in the evidence.
    """
    report, found = draft.report, _passed_on(draft)
    if len(found) == 1 and not report.relays and _has_others(draft):
        return report
    return attrs.evolve(report, relays=dict.fromkeys((*report.relays, *found)))


def _passed_on(draft: "Draft") -> tuple[str, ...]:
    """Give the outlets that carried a claim, in the order of the text, and not the report's own."""
    report = draft.report
    own = {report.outlet.casefold(), report.url, report.id}
    told = dict.fromkeys(_carrier(draft, one) for one in draft.claims)
    return tuple(one for one in told if one and one.casefold() not in own)


def _has_others(draft: "Draft") -> bool:
    """Whether somebody without a name tells what no outlet is said to have carried."""
    return any(
        not draft.speakers[one.speaker].name and not _carrier(draft, one)
        for one in draft.claims
        if one.speaker is not None
    )


def _carrier(draft: "Draft", claim: "ClaimRead") -> str:
    """Give the outlet that was told, or whose report is passed on; empty where none is named."""
    told = claim.told
    if claim.speaker is not None and not told:
        speaker = draft.speakers[claim.speaker]
        told = speaker.name if claim.attribution is CueKind.VIA_OUTLET else speaker.told
    return _one_line(told)


def source_of(speaker: Speaker, report: Report, lang: str) -> Source:
    """
    Make the model's source out of a speaker.

    Args:
        speaker: Who speaks.

        report: Where; an outlet that was told is left out where it is the report's own.

        lang: The language of the words.
    """
    count, count_is = _count(speaker)
    name, role, told = (_one_line(one) for one in (speaker.name, speaker.role, speaker.told))
    description = "" if name else _one_line(speaker.description) or _UNNAMED[speaker.kind]
    return Source(
        kind=_kind(speaker, count, count_is),
        name=name,
        description=description,
        count=count,
        count_is=count_is,
        role=role,
        affiliation=_one_line(speaker.affiliation),
        told="" if told.casefold() == report.outlet.casefold() else told,
        lang=lang if description or role else "",
    )


_UNNAMED = {kind: f"unnamed {kind.value.replace('_', ' ')}" for kind in SpeakerKind}


def _kind(speaker: Speaker, count: int | None, count_is: CountIs | None) -> SourceKind:
    if speaker.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.UNKNOWN):
        several = count_is in (CountIs.SEVERAL, CountIs.AT_LEAST) or (count or 0) > 1
        return SourceKind.GROUP if several else SourceKind.PERSON
    return speaker.kind.source_kind


def _count(speaker: Speaker) -> tuple[int | None, CountIs | None]:
    count = speaker.count
    if count is None or count.high == count.low == 1:
        return None, None
    if count.high == count.low:
        return count.low, CountIs.EXACT
    return (None, CountIs.SEVERAL) if count.low <= _SOME else (count.low, CountIs.AT_LEAST)


class _Drafting:
    """One draft on its way to be a follow-up."""

    def __init__(self, draft: "Draft", story: str) -> None:
        self._draft = draft
        self._story = story
        self._sources = [source_of(one, draft.report, draft.lang) for one in draft.speakers]
        self._claims = Row(draft.claims)
        self._passed_on = tuple(dict.fromkeys((*draft.report.relays, *_passed_on(draft))))

    def items(self) -> Iterator[Item]:
        """Make the items: all claims first, then what is said of each, as a person would write."""
        draft = self._draft
        for claim in draft.claims:
            yield self._opened(claim)
        for claim in draft.claims:
            yield from self._supported(claim)
        for question in draft.questions:
            yield from self._unclear(question)
        for response in draft.responses:
            yield from self._answered(response)

    def _item(
        self, claim_id: str, update: Update, found: Found, doubts: Sequence[str] = ()
    ) -> Item:
        span = Span(start=found.start, end=found.end)
        read = ReadFrom(rule=found.rule, span=span)
        return Item(claim_id=claim_id, update=update, read=read, review="; ".join(doubts))

    def _words(self, place: Place) -> str:
        return place.of(self._draft.text)

    def _opened(self, claim: "ClaimRead") -> Item:
        may_fail = claim.kind in (ClaimKind.PLAN, ClaimKind.PREDICTION)
        when = _when(claim)
        opened = ClaimOpened(
            text=claim.text,
            lang=self._draft.lang,
            kind=claim.kind,
            story=self._story,
            expected_by=when.window if may_fail and when is not None else None,
        )
        return attrs.evolve(self._item(claim.id, opened, claim), if_new=True)

    def _supported(self, claim: "ClaimRead") -> Iterator[Item]:
        """Make the evidence for a claim, and the answers that it gives."""
        source = None if claim.speaker is None else self._told(claim, self._sources[claim.speaker])
        evidence = Evidence(
            source=source or self._draft.report.voice,
            stance=Stance.ASSERTS if source is None else claim.attribution.stance,
            wording=self._words(claim),
            lang=self._draft.lang,
            span=Span(start=claim.start, end=claim.end),
            hedges=tuple(self._hedges(claim)),
            basis=Basis.DOCUMENT if claim.attribution is CueKind.DOCUMENTS else Basis.UNKNOWN,
            relayed_by=() if source is None else self._relays(claim, source),
            own_voice=source is None,
        )
        doubts = (*claim.doubts, *_left_open(claim))
        yield self._item(claim.id, EvidenceGiven(evidence=evidence), claim, doubts)
        for other in claim.with_speakers:
            joined = attrs.evolve(evidence, source=self._told(claim, self._sources[other]))
            yield self._item(claim.id, EvidenceGiven(evidence=joined), claim, (_TOGETHER,))
        if evidence.stance.opposes:
            return  # what is denied is not what the denier answers
        numbers = _numbers(claim)
        if len(numbers) == 1:
            value = SlotValue(figure=numbers[0].figure)
            yield self._answer(claim, "how_many", value, numbers[0], source)
        when = _when(claim)
        if when is not None:
            yield self._answer(claim, "when", SlotValue(window=when.window), when, source)

    def _answer(
        self, claim: "ClaimRead", slot: str, value: SlotValue, found: Found, source: Source | None
    ) -> Item:
        answered = SlotAnswered(slot=slot, value=value, source=source)
        if not isinstance(found, DateFound):
            return self._item(claim.id, answered, found)
        doubts = (found.note or _BY_CONVENTION,) if found.is_vague else ()
        return attrs.evolve(
            self._item(claim.id, answered, found, doubts),
            because=f"“{self._words(found)}” was read as {found.note}" if found.note else "",
        )

    def _told(self, claim: "ClaimRead", source: Source) -> Source:
        """Add the outlet that an unnamed source told, where only this attribution names it."""
        is_news = claim.told and claim.told.casefold() != self._draft.report.outlet.casefold()
        if not is_news or source.told or source.name:
            return source
        return attrs.evolve(source, told=_one_line(claim.told))

    def _relays(self, claim: "ClaimRead", source: Source) -> tuple[str, ...]:
        labels = dict.fromkeys(self._sources[one].label for one in claim.relayed_by)
        return tuple(one for one in labels if same_text_key(one) != same_text_key(source.label))

    def _hedges(self, claim: "ClaimRead") -> Iterator[Hedge]:
        for found in claim.hedges:
            if found.kind.hedge_class is not None:
                span = Span(start=found.start, end=found.end)
                yield Hedge(words=self._words(found), kind=found.kind.hedge_class, span=span)

    def _unclear(self, question: "QuestionRead") -> Iterator[Item]:
        facets = question.facets
        for claim_id in question.about if facets else ():
            update = SlotDeclaredUnclear(slots=facets)
            item = self._item(claim_id, update, question, question.doubts)
            yield attrs.evolve(item, because=_one_line(self._words(question)))

    def _answered(self, found: "ResponseRead") -> Iterator[Item]:
        if self._claims.any_within(found.clause):
            return  # what it denies, or confirms, is a claim, and that is the evidence
        outcome = found.kind.outcome
        if outcome is None or found.speaker is None:
            noted = Noted(text=_one_line(self._words(found.clause)))
            for claim_id in found.about:
                yield self._item(claim_id, noted, found, found.doubts)
            return
        if outcome is Outcome.NO_REPLY and found.immediate:
            outcome = Outcome.NO_REPLY_YET
        asked_by, is_sure = self._asked_by(found)
        doubts = found.doubts if is_sure else (*found.doubts, _ASKER_UNSAID)
        response = Response(
            party=self._sources[found.speaker],
            outcome=outcome,
            asked_by=asked_by,
            wording=_one_line(self._words(found.clause)),
            lang=self._draft.lang,
        )
        # What denies nobody knows what is evidence against nothing.
        spoken = None if found.is_unplaced else response.spoken()
        for claim_id in found.about:
            yield self._item(claim_id, CommentAnswered(response=response), found, doubts)
            if spoken is not None:
                yield self._item(claim_id, EvidenceGiven(evidence=spoken), found, found.doubts)

    def _asked_by(self, found: "ResponseRead") -> tuple[str, bool]:
        """
        Say who asked: as told, else the one agency that carried all that was asked about.

        Returns:
            The outlet, else the article's own; and whether that is sure: where others' reporting is
            passed on beside, one of those may have asked.
        """
        if found.asked_by:
            return _one_line(found.asked_by), True
        carried = {
            _carrier(self._draft, one) for one in self._draft.claims if one.id in found.about
        }
        if carried == {*self._passed_on} and len(carried) == 1:
            return self._passed_on[0], True
        return self._draft.report.outlet, not self._passed_on


def _numbers(claim: "ClaimRead") -> list[Quantity]:
    return [one for one in claim.quantities if one.unit and one.op is not Bound.VAGUE]


def _dates(claim: "ClaimRead") -> list[DateFound]:
    return [one for one in claim.dates if one.role is DateRole.EVENT and one.window is not None]


def _when(claim: "ClaimRead") -> DateFound | None:
    """Give the one time that a claim names for its event; None for none or several."""
    dated = _dates(claim)
    return dated[0] if len(dated) == 1 else None


def _left_open(claim: "ClaimRead") -> Iterator[str]:
    """Say which answers are not given, since there would be several."""
    if len(_numbers(claim)) > 1:
        yield "several numbers: say which answers how many"
    if len(_dates(claim)) > 1:
        yield "several dates: say which answers when"
    for found in claim.dates:
        if found.window is None and found.note in _IMPOSSIBLE:
            yield f"a date in it {found.note}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
