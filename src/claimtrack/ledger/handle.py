"""Handles: a claim in a follow-up that is being written. Each verb adds one update."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypedDict, Unpack

from claimtrack.model.evidence import (
    Basis,
    Evidence,
    Hedge,
    Interest,
    Span,
    Stance,
    Standing,
    Terms,
    TermsKind,
)
from claimtrack.model.figure import Figure
from claimtrack.model.follow_up import Item
from claimtrack.model.ids import ClaimId, claim_id
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Respondent, Response
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import Source
from claimtrack.model.updates import (
    CommentAnswered,
    EvidenceGiven,
    EvidenceTakenBack,
    Linked,
    Noted,
    Reworded,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    TakenBackBy,
    Translated,
    Update,
)
from claimtrack.model.window import Window
from claimtrack.model.words import argument


class EvidenceDetails(TypedDict, total=False):
    """The fields of `Evidence` that a verb takes."""

    wording: str
    lang: str
    span: Span | None
    hedges: Iterable[Hedge | str]
    basis: Basis | str
    standing: Standing | str
    interested: Interest | str
    terms: Terms | TermsKind | str | None
    relayed_by: Iterable[str]
    authentication: str


class ResponseDetails(TypedDict, total=False):
    """The fields of `Response` that a verb takes."""

    request: str
    respondent: Respondent | str
    asked_by: str
    channel: str
    attempts: Iterable[datetime]
    deadline: datetime | None
    answered_at: datetime | None
    wording: str
    lang: str
    reason: str


class _Verbs:
    def __init__(self, claim_id: ClaimId, report: Report, add: Callable[[Item], None]) -> None:
        self._id = claim_id
        self._report = report
        self._add = add

    @property
    def id(self) -> ClaimId:
        """The claim."""
        return self._id

    def add(self, update: Update, *, because: str = "") -> None:
        """Add any update."""
        self._add(Item(claim_id=self._id, update=update, because=because))


class _Attributing(_Verbs):
    """Who says what. Every verb takes fields of `Evidence` by keyword."""

    def asserted_by(self, source: Source, **details: Unpack[EvidenceDetails]) -> None:
        """Add that a source says so."""
        self._give(source, Stance.ASSERTS, details)

    def confirmed_by(self, source: Source, **details: Unpack[EvidenceDetails]) -> None:
        """Add that a source confirms what was said before."""
        self._give(source, Stance.CONFIRMS, details)

    def denied_by(self, source: Source, **details: Unpack[EvidenceDetails]) -> None:
        """Add that a party says that it is not so."""
        self._give(source, Stance.DENIES, details)

    def contradicted_by(self, source: Source, **details: Unpack[EvidenceDetails]) -> None:
        """Add that a source says otherwise."""
        self._give(source, Stance.CONTRADICTS, details)

    def doubted_by(self, source: Source, **details: Unpack[EvidenceDetails]) -> None:
        """Add that a source doubts it; that weighs nothing."""
        self._give(source, Stance.DOUBTS, details)

    def observed_by(self, source: Source, **details: Unpack[EvidenceDetails]) -> None:
        """Add that a source mentions it and takes no side; that weighs nothing."""
        self._give(source, Stance.OBSERVES, details)

    def own_voice(self, **details: Unpack[EvidenceDetails]) -> None:
        """Add that the report states it itself, without a source."""
        evidence = Evidence(source=self._report.voice, own_voice=True, **details)
        self.add(EvidenceGiven(evidence=evidence))

    def take_back(self, given: int, *, by: TakenBackBy | str, because: str = "") -> None:
        """Add that the evidence of an earlier revision no longer stands."""
        self.add(EvidenceTakenBack(given=given, by=by), because=because)

    def _give(self, source: Source, stance: Stance, details: EvidenceDetails) -> None:
        evidence = Evidence(source=source, stance=stance, **details)
        self.add(EvidenceGiven(evidence=evidence))


class _Asking(_Verbs):
    """What came of asking for comment. Every verb takes fields of `Response` by keyword."""

    def declined(self, party: Source, **details: Unpack[ResponseDetails]) -> None:
        """Add that a party declined to comment."""
        self.answered(party, Outcome.DECLINED, **details)

    def no_reply(self, party: Source, **details: Unpack[ResponseDetails]) -> None:
        """Add that a party did not answer."""
        self.answered(party, Outcome.NO_REPLY, **details)

    def no_reply_yet(self, party: Source, **details: Unpack[ResponseDetails]) -> None:
        """Add that a party has not answered so far."""
        self.answered(party, Outcome.NO_REPLY_YET, **details)

    def unreachable(self, party: Source, **details: Unpack[ResponseDetails]) -> None:
        """Add that a party could not be reached."""
        self.answered(party, Outcome.UNREACHABLE, **details)

    def answered(
        self,
        party: Source,
        outcome: Outcome | str,
        *,
        standing: Standing | str = Standing.UNKNOWN,
        **details: Unpack[ResponseDetails],
    ) -> None:
        """
        Add what came of a request for comment.

        A confirmation or a denial is evidence too, and is added as such in the same act; *standing*
        is what the party is to the matter.
        """
        response = Response(party=party, outcome=outcome, **details)
        self.add(CommentAnswered(response=response))
        stance = response.outcome.stance
        if stance is not None:
            evidence = Evidence(
                source=party,
                stance=stance,
                wording=response.wording,
                lang=response.lang,
                standing=standing,
            )
            self.add(EvidenceGiven(evidence=evidence))


class ClaimHandle(_Attributing, _Asking):
    """
    One claim in a follow-up that is being written.

    What stands against what its verbs add is told when the follow-up is applied.

    Raises:
        InvalidValueError: By every verb: a value breaks a rule of the model.

        RuntimeError: By every verb: the follow-up's ``with`` block has ended.
    """

    def unclear(self, *slots: str) -> None:
        """Add that the report calls these unclear: ``unclear("who", "when")``."""
        self.add(SlotDeclaredUnclear(slots=slots))

    def answer(
        self,
        slot: str,
        value: str | Figure | Window | SlotValue,
        *,
        source: Source | None = None,
        because: str = "",
    ) -> None:
        """Add an answer to a slot's question; a figure that falls needs *because*."""
        self.add(SlotAnswered(slot=slot, value=slot_value(value), source=source), because=because)

    def close(
        self, slot: str, value: str | Figure | Window | SlotValue | None, *, because: str
    ) -> None:
        """Add that the desk settled a slot; None says that there is none."""
        settled = None if value is None else slot_value(value)
        self.add(SlotClosed(slot=slot, value=settled), because=because)

    def reword(self, text: str, *, because: str = "") -> None:
        """Put the proposition in other words."""
        self.add(Reworded(text=text), because=because)

    def translate(self, text: str, lang: str) -> None:
        """Put the proposition into another language."""
        self.add(Translated(text=text, lang=lang))

    def link(self, kind: LinkKind | str, other: str, *, because: str = "") -> None:
        """Link the claim to another; the other gets the same link turned round."""
        link = Link(kind=kind, other=argument("other", claim_id, other))
        self.add(Linked(link=link), because=because)

    def note(self, text: str) -> None:
        """Add a note; it moves nothing."""
        self.add(Noted(text=text))


def slot_value(value: str | Figure | Window | SlotValue) -> SlotValue:
    """Make an answer of words, a figure or a window."""
    if isinstance(value, SlotValue):
        return value
    if isinstance(value, Figure):
        return SlotValue(figure=value)
    return SlotValue(window=value) if isinstance(value, Window) else SlotValue(text=value)
