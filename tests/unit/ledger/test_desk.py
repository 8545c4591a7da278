"""Desk work: what the desk records itself, each piece one act."""

import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from claimtrack.errors import (
    ClaimNotFoundError,
    ConflictError,
    DuplicateClaimError,
    InvalidValueError,
    SourceNotFoundError,
    UpdateRefusedError,
)
from claimtrack.ledger import Changes, Ledger
from claimtrack.model.confidence import Credibility
from claimtrack.model.status import Status
from claimtrack.model.updates import ClaimKind, ClaimOpened, Noted, Ruled, SlotClosed
from claimtrack.model.work import Work, WorkState
from tests.cases import EMBASSY, ENVOY, FIRST, OPENED, SOURCES, TALKS, TEXT, WIRE, asserts, denies
from tests.fakes import ScriptedClock
from tests.ledgers import NewLedger, kinds, size, told

NOON = datetime(2025, 12, 1, 12, tzinfo=UTC)


def _opened(ledger: Ledger, kind: str = "event") -> None:
    """Open the claim with three unnamed sources behind it."""
    opened = ClaimOpened(text=TEXT, lang="en", kind=kind)
    ledger.apply([told(FIRST, opened, asserts(SOURCES))])


# Opening ------------------------------------------------------------------------------------------


def test_a_claim_is_opened_without_a_report(ledger: Ledger) -> None:
    """The desk opens a claim, and gets it back."""
    claim = ledger.open_claim(
        TEXT, id=TALKS, story="talks", lang="en", kind="plan", because="a tip"
    )

    assert claim == ledger.claim(TALKS)
    assert (TEXT, "talks", "en", ClaimKind.PLAN, 1) == (
        claim.text,
        claim.story,
        claim.lang,
        claim.kind,
        claim.revision,
    )
    assert Status.UNVERIFIED is claim.status
    assert claim.opened_by is None
    assert "a tip" == ledger.history(TALKS)[0].because


def test_an_id_is_made_where_none_is_given(ledger: Ledger) -> None:
    """Ids that are made are free ones."""
    made = [ledger.open_claim(text).id for text in ("One", "Two")]

    assert ["claim-1", "claim-2"] == made


def test_the_same_text_in_a_story_is_refused_with_the_claim_that_has_it(ledger: Ledger) -> None:
    """Case, white space and a final full stop make no other text."""
    ledger.open_claim("It happened.", id="it", story="s")
    for id_ in (None, "other"):
        with pytest.raises(DuplicateClaimError) as caught:
            ledger.open_claim("  It  HAPPENED", id=id_, story="s")

        assert "it" == caught.value.claim_id
    with pytest.raises(DuplicateClaimError) as caught:
        ledger.open_claim("It happened.", story="s")

    assert "it" == caught.value.claim_id
    assert 1 == size(ledger)


def test_the_same_text_may_be_meant(ledger: Ledger) -> None:
    """Told so, a story holds a text twice, under an id of its own."""
    first = ledger.open_claim("It happened", story="s")
    second = ledger.open_claim("It happened", story="s", same_text=True)
    third = ledger.open_claim("It happened", story="t")

    assert 3 == len({first.id, second.id, third.id})


def test_a_question_is_another_text(ledger: Ledger) -> None:
    """A question mark makes a difference."""
    ledger.open_claim("It happened.", id="it")
    ledger.open_claim("It happened?", id="whether")

    assert 2 == size(ledger)


def test_a_taken_id_is_refused(ledger: Ledger) -> None:
    """Ids are unique in a ledger, whatever the story."""
    ledger.open_claim("One", id="it", story="s")
    with pytest.raises(DuplicateClaimError, match="open already") as caught:
        ledger.open_claim("Two", id="it", story="t")

    assert "it" == caught.value.claim_id


# Updates ------------------------------------------------------------------------------------------


def test_updates_are_one_act(ledger: Ledger) -> None:
    """All of them are recorded, with one reason, or none is."""
    _opened(ledger)
    changes = ledger.update(TALKS, denies(EMBASSY), Noted(text="x"), because="a call")
    with pytest.raises(UpdateRefusedError):
        ledger.update(TALKS, Noted(text="y"), SlotClosed(slot="who"))

    assert [(3, 4)] == [change.revisions for change in changes.claims]
    assert ["a call", "a call"] == [entry.because for entry in ledger.history(TALKS)[2:]]
    assert 4 == size(ledger)


def test_an_update_expects_a_revision(ledger: Ledger) -> None:
    """A claim that moved on since is not touched."""
    _opened(ledger)
    ledger.update(TALKS, Noted(text="x"), expected_revision=2)
    with pytest.raises(ConflictError) as caught:
        ledger.update(TALKS, Noted(text="y"), expected_revision=2)
    with pytest.raises(ConflictError):
        ledger.rule(TALKS, "confirmed", because="x", expected_revision=9)

    assert (TALKS, 2, 3) == (
        caught.value.claim_id,
        caught.value.expected,
        caught.value.actual,
    )
    assert 3 == size(ledger)


def test_a_claim_that_is_not_there_is_at_no_revision(ledger: Ledger) -> None:
    """Whoever expects a revision of an unknown claim is told that there is none."""
    with pytest.raises(ConflictError) as caught:
        ledger.update("nowhere", Noted(text="x"), expected_revision=1)

    assert 0 == caught.value.actual


@pytest.mark.parametrize(
    "act",
    [
        lambda ledger: ledger.update("nowhere", Noted(text="x")),
        lambda ledger: ledger.update("nowhere"),
        lambda ledger: ledger.update("nowhere", OPENED),
        lambda ledger: ledger.rule("nowhere", "confirmed", because="x"),
        lambda ledger: ledger.lift_ruling("nowhere", because="x"),
        lambda ledger: ledger.note("nowhere", "x"),
        lambda ledger: ledger.move_work("nowhere", "done"),
        lambda ledger: ledger.link("nowhere", "refines", TALKS),
        lambda ledger: ledger.link(TALKS, "refines", "nowhere"),
        lambda ledger: ledger.set_confidence("nowhere", 2, because="x"),
        lambda ledger: ledger.show_independence("nowhere", "a", "b", because="x"),
        lambda ledger: ledger.rejudge("nowhere"),
        lambda ledger: ledger.claim("nowhere"),
        lambda ledger: ledger.summary("nowhere"),
        lambda ledger: ledger.history("nowhere"),
        lambda ledger: ledger.explain("nowhere"),
    ],
)
def test_an_unknown_claim_is_told_by_its_id(
    ledger: Ledger, act: Callable[[Ledger], object]
) -> None:
    """Every verb that names a claim misses it, and writes nothing."""
    _opened(ledger)
    with pytest.raises(ClaimNotFoundError) as caught:
        act(ledger)

    assert "nowhere" == caught.value.key
    assert 2 == size(ledger)


@pytest.mark.parametrize(
    "act",
    [
        lambda ledger: ledger.update("../x", Noted(text="x")),
        lambda ledger: ledger.update(TALKS, "noted"),
        lambda ledger: ledger.update(TALKS, Noted(text="x"), because="nul \x00"),
        lambda ledger: ledger.rule(TALKS, "certain", because="x"),
        lambda ledger: ledger.rule(TALKS, "confirmed", because="half \ud800"),
        lambda ledger: ledger.rule(TALKS, "confirmed", because="x", credibility=7),
        lambda ledger: ledger.note(TALKS, "  "),
        lambda ledger: ledger.note(TALKS, "x" * 10_000_000),
        lambda ledger: ledger.move_work(TALKS, "asleep"),
        lambda ledger: ledger.move_work(TALKS, "done", because="half \ud800"),
        lambda ledger: ledger.move_work(TALKS, "done", recheck_by=datetime(2025, 12, 1)),  # noqa: DTZ001
        lambda ledger: ledger.link(TALKS, "loves", TALKS),
        lambda ledger: ledger.link(TALKS, "refines", ""),
        lambda ledger: ledger.set_confidence(TALKS, 0, because="x"),
        lambda ledger: ledger.show_independence(TALKS, "a", "a", because="x"),
        lambda ledger: ledger.rate_source("x", "G"),
        lambda ledger: ledger.rate_source("person:john-coale", "B", because="nul \x00"),
        lambda ledger: ledger.name_source("x", ""),
        lambda ledger: ledger.withdraw_report("x", because="y", by="nobody"),
        lambda ledger: ledger.open_claim("x", id="X"),
        lambda ledger: ledger.open_claim("x", because="nul \x00"),
        lambda ledger: ledger.open_claim("x", expected_by="tomorrow"),
    ],
)
def test_bad_values_are_refused_by_field(ledger: Ledger, act: Callable[[Ledger], object]) -> None:
    """A bad value is refused with the name of its field, and nothing is written."""
    ledger.apply([told(FIRST, OPENED, asserts(ENVOY))])
    with pytest.raises(InvalidValueError) as caught:
        act(ledger)

    assert caught.value.field
    assert 2 == size(ledger)


# Rulings and confidence ---------------------------------------------------------------------------


def test_a_ruling_holds_until_it_is_lifted(ledger: Ledger) -> None:
    """The desk decides over the policy's head, and the policy judges again afterwards."""
    _opened(ledger)
    ledger.rule(TALKS, "refuted", because="the list was a forgery", credibility=5)
    ruled = ledger.claim(TALKS)
    changes = ledger.lift_ruling(TALKS, because="it was not")

    assert (Status.REFUTED, Credibility.IMPROBABLE) == (
        ruled.status,
        ruled.confidence.credibility,
    )
    assert ruled.ruling is not None
    assert "the list was a forgery" == ruled.ruling.because
    assert "belarus-talks: refuted (F5) -> reported (F3)" == str(changes)


@pytest.mark.parametrize(
    "act",
    [
        lambda ledger: ledger.rule(TALKS, "confirmed", because=""),
        lambda ledger: ledger.rule(TALKS, "confirmed", because=" \n"),
        lambda ledger: ledger.lift_ruling(TALKS, because="there is none"),
        lambda ledger: ledger.show_independence(TALKS, "a", "b", because="x"),
        lambda ledger: ledger.link(TALKS, "refines", TALKS),
    ],
)
def test_what_cannot_stand_is_refused(ledger: Ledger, act: Callable[[Ledger], object]) -> None:
    """What stands against an update is told, and nothing is written."""
    _opened(ledger)
    with pytest.raises(UpdateRefusedError) as caught:
        act(ledger)

    assert TALKS == caught.value.claim_id
    assert caught.value.reasons
    assert 2 == size(ledger)


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_only_plans_and_predictions_lapse(ledger: Ledger, kind: ClaimKind) -> None:
    """That its time passed is said of what was to come, and by ruling only."""
    _opened(ledger, kind)
    if kind in (ClaimKind.PLAN, ClaimKind.PREDICTION):
        ledger.rule(TALKS, "lapsed", because="the day passed")
    else:
        with pytest.raises(UpdateRefusedError, match="lapse"):
            ledger.rule(TALKS, "lapsed", because="the day passed")

    lapsed = kind in (ClaimKind.PLAN, ClaimKind.PREDICTION)
    assert lapsed is (ledger.claim(TALKS).status is Status.LAPSED)


def test_confidence_that_the_desk_sets_moves_no_status(ledger: Ledger) -> None:
    """Credibility is replaced until it is left to the policy again."""
    _opened(ledger)
    set_ = ledger.set_confidence(TALKS, 1, because="we know them")
    left = ledger.set_confidence(TALKS, None, because="we knew them")

    assert "belarus-talks: reported (F3) -> reported (F1)" == str(set_)
    assert "belarus-talks: reported (F1) -> reported (F3)" == str(left)


def test_independence_is_shown_by_a_reason(ledger: Ledger) -> None:
    """Two plain sources corroborate once an editor shows that they know independently."""
    _opened(ledger)
    ledger.apply([told(WIRE, asserts(ENVOY))])
    first, second = (source.id for source in ledger.claim(TALKS).sources)
    changes = ledger.show_independence(TALKS, first, second, because="they never met")

    assert Status.CORROBORATED is changes.claims[0].after.status


def test_rejudging_writes_the_judgement_of_today(ledger: Ledger) -> None:
    """The past keeps its stamps; a new entry has today's."""
    _opened(ledger)
    before = ledger.history(TALKS)
    changes = ledger.rejudge(TALKS, because="a new edition")

    assert not changes.claims[0].is_move
    assert ["ClaimOpened", "EvidenceGiven", "Rejudged"] == kinds(ledger)
    assert before == ledger.history(TALKS)[:2]


# Work ---------------------------------------------------------------------------------------------


def test_work_moves_and_keeps_its_assignee(ledger: Ledger) -> None:
    """Who has a claim keeps it until somebody else gets it."""
    _opened(ledger)
    ledger.move_work(TALKS, "checking", assignee="ana", recheck_by=NOON)
    first = ledger.claim(TALKS).work
    ledger.move_work(TALKS, "waiting")
    second = ledger.claim(TALKS).work
    ledger.move_work(TALKS, "done", assignee="")

    assert Work(state=WorkState.CHECKING, assignee="ana", recheck_by=NOON) == first
    assert Work(state=WorkState.WAITING, assignee="ana") == second
    assert Work(state=WorkState.DONE) == ledger.claim(TALKS).work


def test_work_and_notes_move_no_judgement(ledger: Ledger) -> None:
    """What the desk does about a claim says nothing of it."""
    _opened(ledger)
    changes = [ledger.move_work(TALKS, "done"), ledger.note(TALKS, "seen")]

    assert [False, False] == [one.claims[0].is_move for one in changes]
    assert ["seen"] == [note.text for note in ledger.claim(TALKS).notes]


# Time ---------------------------------------------------------------------------------------------


def test_the_record_never_goes_back_in_time(new_ledger: NewLedger) -> None:
    """Where the clock goes back an entry is recorded at the moment of the one before."""
    clock = ScriptedClock(
        "2025-12-01T12:00+00:00", "2025-12-01T11:00+00:00", "2025-12-01T12:30+00:00"
    )
    ledger = new_ledger(clock=clock)
    ledger.open_claim("One", id="one")
    ledger.open_claim("Two", id="two")
    ledger.note("one", "x")

    assert [NOON, NOON, NOON.replace(minute=30)] == [
        entry.recorded_at for entry in ledger.entries()
    ]
    assert [1, 1] == [
        ledger.claim(name, known_at="2025-12-01T12:15+00:00").revision for name in ("one", "two")
    ]
    assert [] == list(ledger.check())


def test_a_clock_in_another_zone_is_turned_to_utc(new_ledger: NewLedger) -> None:
    """Moments of the record are in UTC."""
    ledger = new_ledger(clock=ScriptedClock("2025-12-01T14:00+02:00"))
    ledger.open_claim("One", id="one")
    (entry,) = ledger.entries()

    assert (NOON, UTC) == (entry.recorded_at, entry.recorded_at.tzinfo)
    assert [] == list(ledger.check())


# Changes ------------------------------------------------------------------------------------------


def test_changes_of_nothing_say_so() -> None:
    """Nothing done is told as nothing, done before as done before."""
    assert "nothing changed" == str(Changes())
    assert "applied before, nothing changed" == str(Changes(was_applied=True))
    assert 0 == Changes().entry_count


def test_changes_hold_what_they_were_made_of(ledger: Ledger) -> None:
    """One for each claim, in order; equal where they say the same, also after a journey."""
    ledger.open_claim("Talks were held", id="talks")
    ledger.open_claim("An embassy opened", id="embassy")
    first = ledger.link("talks", "refines", "embassy")
    claims = first.claims

    assert ["talks", "embassy"] == [change.claim_id for change in claims]
    assert first == Changes(claims=claims) == pickle.loads(pickle.dumps(first))
    assert claims == Changes(claims=claims).claims
    assert first != Changes(claims=claims[:1])
    assert f"Changes(claims={claims!r}, was_applied=False)" == repr(first)


def test_a_move_is_a_change_of_status_or_grade(ledger: Ledger) -> None:
    """A ruling that decides what is so already moves nothing."""
    _opened(ledger)
    changes = [
        ledger.update(TALKS, Ruled(status="reported"), because="so it is"),
        ledger.update(TALKS, Ruled(status="reported", credibility=2), because="surer"),
    ]

    assert [False, True] == [one.claims[0].is_move for one in changes]


def test_an_unknown_source_is_told_by_its_id(ledger: Ledger) -> None:
    """A source that no claim rests on can be neither rated nor named nor withdrawn."""
    _opened(ledger)
    acts: list[Callable[[], Any]] = [
        lambda: ledger.rate_source("person:nobody", "B"),
        lambda: ledger.name_source("person:nobody", "Somebody"),
        lambda: ledger.withdraw_source("person:nobody", because="x"),
    ]
    for act in acts:
        with pytest.raises(SourceNotFoundError) as caught:
            act()

        assert "person:nobody" == caught.value.key
    assert 2 == size(ledger)
