"""Summaries: a claim in one row, and why it is due."""

from datetime import UTC, datetime, timedelta

import attrs
import pytest

from claimtrack.model.ids import ClaimId
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.slots import SlotValue
from claimtrack.model.status import Status
from claimtrack.model.summary import (
    DueReason,
    Summary,
    from_microseconds,
    summarize,
    to_microseconds,
)
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    Flagged,
    Noted,
    Ruled,
    SlotAnswered,
    SlotDeclaredUnclear,
    WorkMoved,
)
from claimtrack.model.work import Work, WorkState
from tests.cases import BEGINNING, EMBASSY_DENIES, FIRST, REPORTED, TALKS, TEXT, Step, claim_of

FELL = Flagged(
    link=Link(kind=LinkKind.DEPENDS_ON, other=ClaimId("envoy-named")), status=Status.REFUTED
)
NOON = datetime(2025, 12, 2, 12, tzinfo=UTC)


def _summary(*steps: Step) -> Summary:
    return summarize(claim_of(*steps))


def test_a_summary_holds_what_lists_show() -> None:
    """Identity, text, verdict, revision and times."""
    opened = ClaimOpened(text=TEXT, lang="en", story="belarus-prisoners"), FIRST
    summary = _summary(opened, REPORTED)

    assert (TALKS, "belarus-prisoners", TEXT, "en") == (
        summary.id,
        summary.story,
        summary.text,
        summary.lang,
    )
    assert (Status.REPORTED, "F3", 2) == (summary.status, summary.grade, summary.revision)
    assert BEGINNING + timedelta(hours=1) == summary.recorded_at
    assert datetime(2025, 11, 26, tzinfo=UTC) == summary.reported_at


def test_what_there_is_none_of_is_empty() -> None:
    """A bare claim has no time reported, expected or to recheck, and nothing to look at."""
    summary = _summary(ClaimOpened(text=TEXT))

    assert (None, None, None) == (summary.reported_at, summary.expected_by, summary.recheck_by)
    assert ("", "", "", WorkState.NEW) == (
        summary.unclear,
        summary.attention,
        summary.assignee,
        summary.work,
    )


def test_unclear_slots_are_joined_by_spaces() -> None:
    """Those that nobody answered, in the order of first mention."""
    unclear = SlotDeclaredUnclear(slots=("when", "who", "how_many"))
    answered = SlotAnswered(slot="who", value=SlotValue(text="Ales Bialiatski"))

    assert "when how_many" == _summary(unclear, answered).unclear


def test_work_is_shown_with_who_has_it_and_until_when() -> None:
    """As it was last moved."""
    moved = WorkMoved(work=Work(state="checking", assignee="mo", recheck_by=NOON))
    summary = _summary(moved)

    assert (WorkState.CHECKING, "mo", NOON) == (
        summary.work,
        summary.assignee,
        summary.recheck_by,
    )


def test_a_plan_is_expected_by_the_end_of_its_window() -> None:
    """The latest moment; a window without an end expects nothing by any."""
    plan = ClaimOpened(text=TEXT, kind=ClaimKind.PLAN, expected_by="2025-12-01")
    endless = attrs.evolve(plan, expected_by="2025-12-01/..")

    assert datetime(2025, 12, 2, tzinfo=UTC) == _summary(plan).expected_by
    assert _summary(endless).expected_by is None


# Why it is due ------------------------------------------------------------------------------------


def _due(*steps: Step, at: datetime = NOON) -> tuple[DueReason, ...]:
    return _summary(*steps).due_reasons(at)


def test_a_claim_is_due_from_the_moment_to_recheck_it() -> None:
    """Not a microsecond before."""
    moved = WorkMoved(work=Work(recheck_by=NOON))

    assert (DueReason.RECHECK,) == _due(moved)
    assert () == _due(moved, at=NOON - timedelta(microseconds=1))
    assert () == _due(REPORTED)


@pytest.mark.parametrize("status", Status)
def test_what_was_expected_is_due_until_it_is_settled(status: Status) -> None:
    """A plan whose window passed must be ruled on, unless its status ends the matter."""
    plan = ClaimOpened(text=TEXT, kind=ClaimKind.PLAN, expected_by="2025-12-01"), FIRST
    is_open = status in {
        Status.UNVERIFIED,
        Status.REPORTED,
        Status.CORROBORATED,
        Status.DISPUTED,
    }

    assert ((DueReason.EXPECTED,) if is_open else ()) == _due(plan, Ruled(status=status))


def test_a_ruling_that_predates_evidence_is_due() -> None:
    """Whatever the hour, until the desk rules again."""
    ruled = Ruled(status=Status.CONFIRMED)

    assert (DueReason.RULING_PREDATES_EVIDENCE,) == _due(REPORTED, ruled, EMBASSY_DENIES)
    assert () == _due(REPORTED, ruled, EMBASSY_DENIES, Ruled(status=Status.CONFIRMED))


def test_a_flagged_claim_is_due_until_somebody_moves_the_work() -> None:
    """Moving the work after the flag says that somebody looked; a note does not."""
    moved = WorkMoved(work=Work(state="done"))

    assert (DueReason.FLAGGED,) == _due(FELL)
    assert (DueReason.FLAGGED,) == _due(moved, FELL)
    assert (DueReason.FLAGGED,) == _due(FELL, Noted(text="seen"))
    assert () == _due(FELL, moved)


def test_every_reason_is_given() -> None:
    """In one order."""
    plan = ClaimOpened(text=TEXT, kind=ClaimKind.PLAN, expected_by="2025-12-01"), FIRST
    steps: tuple[Step, ...] = (
        plan,
        WorkMoved(work=Work(recheck_by=NOON)),
        REPORTED,
        Ruled(status=Status.CORROBORATED),
        EMBASSY_DENIES,
        FELL,
    )

    assert tuple(DueReason) == _due(*steps)


# Moments ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2025, 12, 2, 13, 10, 5, 123456, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    ],
)
def test_a_moment_survives_as_microseconds(moment: datetime) -> None:
    """Exactly, before 1970 and far from it."""
    assert moment == from_microseconds(to_microseconds(moment))


def test_no_moment_is_no_number() -> None:
    """None stays None, in both directions."""
    assert to_microseconds(None) is None
    assert from_microseconds(None) is None
