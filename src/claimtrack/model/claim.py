"""Claims: what the entries of one claim add up to. Made by `claimtrack.fold`, read by everybody."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Self, cast

import attrs

from claimtrack.model.confidence import Confidence, Credibility
from claimtrack.model.evidence import Evidence, Stance
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import Link
from claimtrack.model.makers import copier
from claimtrack.model.report import Report
from claimtrack.model.response import Response
from claimtrack.model.slots import Slot, SlotState
from claimtrack.model.source import Source
from claimtrack.model.status import Status
from claimtrack.model.updates import ClaimKind, Flagged, Ruled, TakenBackBy
from claimtrack.model.window import Order, Window
from claimtrack.model.work import Work


@attrs.frozen(kw_only=True, weakref_slot=False)
class TakenBack:
    """That evidence was taken back, by whom, and by which entry."""

    by: TakenBackBy
    revision: int


@attrs.frozen(kw_only=True, weakref_slot=False)
class GivenEvidence:
    """
    Evidence as it stands on a claim.

    Attributes:
        evidence: What was said.

        revision: The entry that gave it.

        report: The report that carried it; None for desk work.

        taken_back: That it was taken back; None while it stands.
    """

    evidence: Evidence
    revision: int
    report: Report | None
    taken_back: TakenBack | None = None

    @property
    def source(self) -> Source:
        """Who said it."""
        return self.evidence.source

    @property
    def stance(self) -> Stance:
        """What the source does with the claim."""
        return self.evidence.stance

    @property
    def reported_at(self) -> Window | None:
        """When the report came out, as far as it says."""
        return None if self.report is None else self.report.published_at

    def precedes(self, other: "GivenEvidence") -> bool:
        """Whether it was said first: by the times of the reports where apart, else by revision."""
        mine, theirs = self.reported_at, other.reported_at
        if mine is not None and theirs is not None and mine is not theirs:
            order = mine.compare(theirs)
            if order is not Order.MAY_OVERLAP:
                return order is Order.BEFORE
        return self.revision < other.revision


@attrs.frozen(kw_only=True, weakref_slot=False)
class Account:
    """
    What one source says of the claim now: of its stances only the latest counts.

    Attributes:
        latest: The evidence that counts.

        changed_from: The last evidence by which it had taken a side that it then left; None where
            it never did.
    """

    latest: GivenEvidence
    changed_from: GivenEvidence | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Heard:
    """
    What was heard of a request for comment at one time.

    Attributes:
        response: What came of it.

        revision: The entry that recorded it.

        report: The report that says so; None for desk work.
    """

    response: Response
    revision: int
    report: Report | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Enquiry:
    """
    One request for comment and all that came of it.

    Attributes:
        heard: What was heard of it, oldest first; never empty.
    """

    heard: tuple[Heard, ...]

    @property
    def latest(self) -> Heard:
        """What is shown: the last word, except that silence never replaces an answer."""
        for heard in reversed(self.heard):
            if heard.response.outcome.has_substance:
                return heard
        return self.heard[-1]

    @property
    def response(self) -> Response:
        """The response that is shown."""
        return self.latest.response


@attrs.frozen(kw_only=True, weakref_slot=False)
class Wording:
    """The proposition in certain words, and the entry that put it so."""

    text: str
    lang: str
    revision: int


@attrs.frozen(kw_only=True, weakref_slot=False)
class Note:
    """A note of the desk."""

    text: str
    revision: int
    author: str
    recorded_at: datetime


@attrs.frozen(kw_only=True, weakref_slot=False)
class StandingLink:
    """A link that holds, and the entry that made it."""

    link: Link
    revision: int


@attrs.frozen(kw_only=True, weakref_slot=False)
class StandingFlag:
    """A flag that nobody answered by better news, and the entry that raised it."""

    flag: Flagged
    revision: int


@attrs.frozen(kw_only=True, weakref_slot=False)
class Ruling:
    """A ruling in force."""

    ruled: Ruled
    revision: int
    because: str


@attrs.frozen(kw_only=True, weakref_slot=False)
class Independence:
    """Two sources that an editor showed to be independent, and why."""

    pair: frozenset[SourceId]
    revision: int
    because: str


_NO_ACCOUNTS: Mapping[SourceId, Account] = MappingProxyType({})


@attrs.frozen(kw_only=True, weakref_slot=False)
class Claim:
    """
    A proposition under watch, as its entries have it.

    Attributes:
        id: Its name.

        text: The proposition in the desk's words, as last put.

        lang: The language of *text*, a BCP 47 tag.

        kind: What kind of proposition.

        story: The story it belongs to; empty for none.

        expected_by: For plans and predictions, when it is to have happened.

        revision: The number of its latest entry.

        opened_at: When it was opened; aware, UTC.

        recorded_at: When its latest entry was recorded; aware, UTC.

        reported_at: The latest beginning of a report's time; aware, UTC; None where no report says.

        opened_by: The report that opened it; None where the desk did.

        judgement: The stamp of its latest entry.

        wordings: Every wording and translation, oldest first.

        slots: The questions that were answered or called unclear, in the order of first mention.

        evidence: Everything said about it, taken back or not, oldest first.

        accounts: What each source says now, by source; what was taken back or is off the record is
            not in it.

        withdrawn: The entries whose support was taken back, slips of the desk and what was off the
            record aside.

        enquiries: Requests for comment, in the order of first mention.

        links: The links that hold.

        flags: The flags that stand.

        work: What the desk is doing about it.

        worked: The entry that last moved the work; 0 for none.

        ruling: The ruling in force; None for none.

        set_credibility: The credibility that the desk set, and the entry that did; None for none.

        independence: Pairs of sources shown independent.

        notes: The desk's notes, oldest first.
    """

    id: ClaimId
    text: str
    lang: str = ""
    kind: ClaimKind = ClaimKind.EVENT
    story: StoryId = StoryId("")
    expected_by: Window | None = None
    revision: int
    opened_at: datetime
    recorded_at: datetime
    reported_at: datetime | None = None
    opened_by: ReportId | None = None
    judgement: Judgement
    wordings: tuple[Wording, ...] = ()
    slots: tuple[Slot, ...] = ()
    evidence: tuple[GivenEvidence, ...] = ()
    # It follows from the evidence, so that claims of equal evidence are equal in it.
    accounts: Mapping[SourceId, Account] = attrs.field(default=_NO_ACCOUNTS, eq=False)
    withdrawn: tuple[int, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    links: tuple[StandingLink, ...] = ()
    flags: tuple[StandingFlag, ...] = ()
    work: Work = Work()
    worked: int = 0
    ruling: Ruling | None = None
    set_credibility: tuple[Credibility, int] | None = None
    independence: tuple[Independence, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def status(self) -> Status:
        """What the record supports, as last stamped."""
        return self.judgement.status

    @property
    def confidence(self) -> Confidence:
        """How sure, as last stamped."""
        return self.judgement.confidence

    @property
    def responses(self) -> tuple[Response, ...]:
        """What came of asking for comment, one for each request."""
        return tuple(enquiry.response for enquiry in self.enquiries)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources whose word stands, in the order of first mention."""
        return tuple(account.latest.source for account in self.accounts.values())

    def source(self, source_id: SourceId) -> Source | None:
        """Look up a source as it last spoke of the claim, else as it first answered a question."""
        for given in reversed(self.evidence):
            if given.source.id == source_id:
                return given.source
        for slot in self.slots:
            for candidate in slot.candidates:
                if candidate.source is not None and candidate.source.id == source_id:
                    return candidate.source
        return None

    def holds(self, revision: int) -> bool:
        """Whether what an entry said of a slot or a response was not taken back."""
        said = (one for slot in self.slots for one in slot.revisions)
        heard = (one.revision for enquiry in self.enquiries for one in enquiry.heard)
        return revision in said or revision in heard

    def slot(self, name: str) -> Slot:
        """Look up a slot; one that nobody mentioned is there as *not asked*."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        return Slot(name=name)

    @property
    def unclear(self) -> tuple[str, ...]:
        """The slots that the reporting calls unclear and nobody answered."""
        return tuple([slot.name for slot in self.slots if slot.state is SlotState.UNCLEAR])

    def text_in(self, lang: str) -> str:
        """Give the proposition in a language, or in the desk's where there is no translation."""
        for wording in reversed(self.wordings):
            if wording.lang == lang and lang != self.lang:
                return wording.text
        return self.text

    def labels_in(self, lang: str) -> dict[str, str]:
        """Say what to call its sources and the parties asked in a language, by their labels."""
        spoke = (given.source for given in self.evidence)
        asked = (enquiry.response.party for enquiry in self.enquiries)
        answered = (
            candidate.source
            for slot in self.slots
            for candidate in slot.candidates
            if candidate.source is not None
        )
        return {
            source.label: source.label_in(lang)
            for source in (*spoke, *asked, *answered)
            if source.labels
        }

    def __getstate__(self) -> dict[str, Any]:
        state = {field.name: getattr(self, field.name) for field in attrs.fields(Claim)}
        return {**state, "accounts": dict(self.accounts)}  # a view of a mapping cannot be copied

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "accounts", MappingProxyType(state["accounts"]))

    def with_(self, **changes: Any) -> "Claim":
        """Make the claim with some attributes changed; for the fold, which knows what may."""
        return _copied(self, changes)


_copied = copier(Claim)


class Draft(Claim):
    """A claim that nobody has seen yet, so that the fold may change it in place of a copy."""

    __slots__ = ()
    # Both, so that Python sets an attribute without looking for either of them.
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """Take over a claim that nobody else has: it is the draft from here on."""
        object.__setattr__(claim, "__class__", cls)
        return cast("Self", claim)

    def change(self, changes: Mapping[str, Any]) -> None:
        """Change some attributes, by their names."""
        for name, value in changes.items():
            setattr(self, name, value)

    def finished(self, judgement: Judgement) -> Claim:
        """Stamp the claim, and make it one that nobody may change."""
        self.judgement = judgement  # type: ignore[misc]
        object.__setattr__(self, "__class__", Claim)
        return self
