"""
Updates: what can happen to a claim, one class each. The union at the end is the closed list.

An update is one fact, in the past tense. None of them is a judgement: that is stamped on the entry.
"""

from enum import StrEnum

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.confidence import Credibility, credibility
from claimtrack.model.evidence import Evidence
from claimtrack.model.ids import SourceId, StoryId, story_id
from claimtrack.model.links import Link
from claimtrack.model.report import Report
from claimtrack.model.response import Response
from claimtrack.model.slots import Candidate, SlotValue, slot_name, slot_names
from claimtrack.model.source import Reliability, Source
from claimtrack.model.status import Status
from claimtrack.model.window import Window, window
from claimtrack.model.words import (
    checked,
    filled_line,
    language,
    line,
    revision,
    statement,
)
from claimtrack.model.work import Work


class ClaimKind(StrEnum):
    """What kind of proposition a claim is."""

    EVENT = "event"
    STATE = "state"
    PLAN = "plan"
    PREDICTION = "prediction"
    FIGURE = "figure"
    QUOTE = "quote"


class TakenBackBy(StrEnum):
    """
    Who takes evidence back.

    An *entry error* is a slip of the desk: it never counts as support that was withdrawn.
    """

    SOURCE = "source"
    OUTLET = "outlet"
    DESK = "desk"
    ENTRY_ERROR = "entry_error"


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ClaimOpened:
    """
    A proposition came under watch.

    Attributes:
        text: The proposition, in the desk's words.

        lang: Its language, a BCP 47 tag.

        kind: What kind of proposition it is.

        story: The developing story it belongs to; empty for none.

        expected_by: For plans and predictions, when it is to have happened.
    """

    text: str = attrs.field(converter=statement)
    lang: str = attrs.field(converter=language, default="")
    kind: ClaimKind = attrs.field(converter=ClaimKind, default=ClaimKind.EVENT)
    story: StoryId = attrs.field(converter=story_id, default=StoryId(""))
    expected_by: Window | None = attrs.field(converter=window, default=None)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Reworded:
    """The proposition is put in other words, in the same language."""

    text: str = attrs.field(converter=statement)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Translated:
    """The proposition was put into another language, a BCP 47 tag."""

    text: str = attrs.field(converter=statement)
    lang: str = attrs.field(converter=language)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EvidenceGiven:
    """A report gives a source's stance."""

    evidence: Evidence


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EvidenceTakenBack:
    """
    Evidence no longer stands.

    Attributes:
        given: The revision of the entry that gave it.

        by: Who takes it back.
    """

    given: int = attrs.field(converter=revision)
    by: TakenBackBy = attrs.field(converter=TakenBackBy)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EntryTakenBack:
    """
    What an entry said of a slot or a response no longer holds.

    Attributes:
        given: The revision of that entry.

        by: Who takes it back; a slip of the desk, where nothing else is said.
    """

    given: int = attrs.field(converter=revision)
    by: TakenBackBy = attrs.field(converter=TakenBackBy, default=TakenBackBy.ENTRY_ERROR)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SourceRated:
    """The desk rated a source that the claim rests on."""

    source: SourceId = attrs.field(converter=filled_line)
    reliability: Reliability = attrs.field(converter=Reliability)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SourceNamed:
    """A source that was known by description alone is now known by name."""

    source: SourceId = attrs.field(converter=filled_line)
    name: str = attrs.field(converter=filled_line)
    role: str = attrs.field(converter=line, default="")


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SlotDeclaredUnclear:
    """The reporting says that these are unclear."""

    slots: tuple[str, ...] = attrs.field(converter=slot_names)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SlotAnswered:
    """
    Somebody answered a slot's question.

    Attributes:
        slot: The question.

        value: The answer.

        source: Who gave it; None where the report states it itself.
    """

    slot: str = attrs.field(converter=slot_name)
    value: SlotValue
    source: Source | None = None

    def candidate(self, revision: int, report: Report | None) -> Candidate:
        """Give the answer as a claim has it, with the entry and the report that brought it."""
        return Candidate(value=self.value, source=self.source, revision=revision, report=report)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SlotClosed:
    """
    The desk settled a slot.

    Attributes:
        slot: The question.

        value: What holds; None for "there is none".
    """

    slot: str = attrs.field(converter=slot_name)
    value: SlotValue | None = None


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CommentSought:
    """Somebody was asked for comment; the outcome is pending or not sought."""

    response: Response


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CommentAnswered:
    """A request for comment came to something, or to nothing."""

    response: Response


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Linked:
    """The claim was linked to another; the other carries the same link turned round."""

    link: Link


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Unlinked:
    """A link does not hold, or no longer; taken from both claims."""

    link: Link


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Flagged:
    """
    A claim that this one depends on, or that took its place, fell or stands again.

    Attributes:
        link: The link it concerns, as it stands on this claim.

        status: The other claim's new status.
    """

    link: Link
    status: Status = attrs.field(converter=Status)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Ruled:
    """
    The desk decided the status itself.

    Attributes:
        status: What it decided.

        credibility: What it decided about credibility; None leaves that to the policy.
    """

    status: Status = attrs.field(converter=Status)
    credibility: Credibility | None = attrs.field(converter=credibility, default=None)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class RulingLifted:
    """The ruling in force no longer holds; the policy judges again."""


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WorkMoved:
    """The desk's work on the claim stands elsewhere now."""

    work: Work


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ConfidenceSet:
    """The desk set the credibility itself; None leaves it to the policy again."""

    credibility: Credibility | None = attrs.field(converter=credibility)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class IndependenceShown:
    """An editor established that two sources know of it independently, and says how."""

    first: SourceId = attrs.field(converter=filled_line)
    second: SourceId = attrs.field(converter=filled_line)

    def __attrs_post_init__(self) -> None:
        if self.first == self.second:
            reason = "must be two different sources"
            raise InvalidValueError("independence_shown.second", self.second, reason)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Rejudged:
    """The claim was judged again under the policy of the entry's stamp."""


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Noted:
    """The desk noted something; it moves nothing."""

    text: str = attrs.field(converter=statement)


Update = (
    ClaimOpened
    | Reworded
    | Translated
    | EvidenceGiven
    | EvidenceTakenBack
    | EntryTakenBack
    | SourceRated
    | SourceNamed
    | SlotDeclaredUnclear
    | SlotAnswered
    | SlotClosed
    | CommentSought
    | CommentAnswered
    | Linked
    | Unlinked
    | Flagged
    | Ruled
    | RulingLifted
    | WorkMoved
    | ConfidenceSet
    | IndependenceShown
    | Rejudged
    | Noted
)
"""Everything that can happen to a claim."""
