"""Summaries: one row a claim, for lists."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

import attrs

from claimtrack.model.claim import Claim
from claimtrack.model.confidence import CaveatKind, Credibility
from claimtrack.model.ids import ClaimId, StoryId
from claimtrack.model.makers import maker
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.work import WorkState

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_microseconds(moment: datetime | None) -> int | None:
    """Count microseconds since 1970 in UTC, exactly; None stays None."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def from_microseconds(count: int | None) -> datetime | None:
    """Undo `to_microseconds`."""
    return None if count is None else _EPOCH + timedelta(microseconds=count)


class Attention(StrEnum):
    """Why somebody should look at a claim whatever the hour."""

    RULING_PREDATES_EVIDENCE = "ruling_predates_evidence"
    FLAGGED = "flagged"


class DueReason(StrEnum):
    """Why a claim is due."""

    RECHECK = "recheck"
    EXPECTED = "expected"
    RULING_PREDATES_EVIDENCE = "ruling_predates_evidence"
    FLAGGED = "flagged"


_SETTLED = frozenset(
    {Status.CONFIRMED, Status.REFUTED, Status.RETRACTED, Status.SUPERSEDED, Status.LAPSED}
)


@attrs.frozen(weakref_slot=False)
class Summary:
    """
    One claim in one row. Moments are kept as whole microseconds since 1970 in UTC.

    Attributes:
        id: The claim.

        story: Its story; empty for none.

        text: The proposition in the desk's words.

        lang: The language of *text*, a BCP 47 tag.

        status: What the record supports.

        credibility: 1 to 6, by the Admiralty code.

        reliability: A to F, by the Admiralty code.

        revision: The number of its latest entry.

        work: What the desk is doing about it.

        assignee: Who has it.

        unclear: The slots that are called unclear and have no answer, joined by spaces.

        attention: Why somebody should look at it now, joined by spaces.

        recheck_us: When it must be looked at again; None for never.

        expected_us: For plans and predictions, the latest moment by which it is to have happened;
            None for none.

        reported_us: The latest beginning of a report's time; None where no report says.

        recorded_us: When its latest entry was recorded.
    """

    id: ClaimId
    story: StoryId
    text: str
    lang: str
    status: Status
    credibility: Credibility
    reliability: Reliability
    revision: int
    work: WorkState
    assignee: str
    unclear: str
    attention: str
    recheck_us: int | None
    expected_us: int | None
    reported_us: int | None
    recorded_us: int

    @property
    def grade(self) -> str:
        """Source and claim in two signs: ``C3``."""
        return f"{self.reliability}{self.credibility:d}"

    @property
    def recorded_at(self) -> datetime:
        """When its latest entry was recorded; aware, UTC."""
        return _EPOCH + timedelta(microseconds=self.recorded_us)

    @property
    def reported_at(self) -> datetime | None:
        """The latest beginning of a report's time; aware, UTC."""
        return from_microseconds(self.reported_us)

    @property
    def recheck_by(self) -> datetime | None:
        """When it must be looked at again; aware, UTC."""
        return from_microseconds(self.recheck_us)

    @property
    def expected_by(self) -> datetime | None:
        """The latest moment by which it is to have happened; aware, UTC."""
        return from_microseconds(self.expected_us)

    def due_reasons(self, at: datetime) -> tuple[DueReason, ...]:
        """
        Say why the claim is due.

        Args:
            at: The moment to judge by; aware.

        Returns:
            Every reason, in the order of `DueReason`; empty where it is not due.
        """
        now = to_microseconds(at) or 0
        reasons = []
        if self.recheck_us is not None and self.recheck_us <= now:
            reasons.append(DueReason.RECHECK)
        passed = self.expected_us is not None and self.expected_us <= now
        if passed and self.status not in _SETTLED:
            reasons.append(DueReason.EXPECTED)
        reasons += [DueReason(why) for why in self.attention.split()]
        return tuple(reasons)


_summary = maker(Summary)


def summarize(claim: Claim) -> Summary:
    """Put a claim into one row."""
    judgement, work, expected = claim.judgement, claim.work, claim.expected_by
    confidence = judgement.confidence
    return _summary(
        claim.id,
        claim.story,
        claim.text,
        claim.lang,
        judgement.status,
        confidence.credibility,
        confidence.reliability,
        claim.revision,
        work.state,
        work.assignee,
        " ".join(claim.unclear) if claim.slots else "",
        _attention(claim) if claim.flags or claim.ruling is not None else "",
        to_microseconds(work.recheck_by),
        None if expected is None else to_microseconds(expected.latest),
        to_microseconds(claim.reported_at),
        to_microseconds(claim.recorded_at) or 0,
    )


def _attention(claim: Claim) -> str:
    kinds = {caveat.kind for caveat in claim.confidence.caveats}
    found = []
    if CaveatKind.RULING_PREDATES_EVIDENCE in kinds:
        found.append(Attention.RULING_PREDATES_EVIDENCE)
    # Moving the work after a flag was raised says that somebody looked.
    if any(flag.revision > claim.worked for flag in claim.flags):
        found.append(Attention.FLAGGED)
    return " ".join(found)
