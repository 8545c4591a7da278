"""The recorder: a block in which one follow-up is typed, and what becomes of it."""

from collections.abc import Callable
from typing import Any

import pytest

from claimtrack.errors import (
    AlreadyAppliedError,
    ClaimNotFoundError,
    DuplicateClaimError,
    InvalidValueError,
    UpdateRefusedError,
)
from claimtrack.ledger import Changes, FollowUpRecorder, Ledger
from claimtrack.model.updates import ClaimOpened, Noted, Reworded
from claimtrack.model.window import Window
from tests.cases import EMBASSY, FIRST, SOURCES, TALKS, TEXT, WIRE, report
from tests.ledgers import NewLedger, kinds, size


def _record(ledger: Ledger, say: Callable[[FollowUpRecorder], object]) -> Changes:
    """Record what is said in a block."""
    with ledger.follow_up(FIRST) as f:
        say(f)
    return f.changes


def test_what_handles_add_is_recorded_in_order(ledger: Ledger) -> None:
    """Entries come in the order of typing, each with the report."""
    with ledger.follow_up(FIRST) as f:
        talks = f.open_claim(TEXT, id=TALKS)
        talks.asserted_by(SOURCES)
        talks.unclear("who")

    assert ["ClaimOpened", "EvidenceGiven", "SlotDeclaredUnclear"] == kinds(ledger)
    assert {FIRST.id} == {
        None if entry.report is None else entry.report.id for entry in ledger.entries()
    }


def test_nothing_is_recorded_before_the_block_ends(ledger: Ledger) -> None:
    """Inside the block the ledger is as it was before."""
    with ledger.follow_up(FIRST) as f:
        f.open_claim(TEXT, id=TALKS)

        assert 0 == size(ledger)
        assert Changes() == f.changes


def test_nothing_is_taken_outside_of_the_block(ledger: Ledger) -> None:
    """What would be dropped in silence is refused, before the block and after it."""
    with ledger.follow_up(FIRST) as f:
        talks = f.open_claim(TEXT, id=TALKS)
    for say in (
        lambda: talks.asserted_by(SOURCES),
        lambda: f[TALKS],
        lambda: f.open_claim("Late"),
        lambda: ledger.follow_up(WIRE)[TALKS],
        lambda: ledger.follow_up(WIRE).open_claim("Early"),
    ):
        with pytest.raises(RuntimeError, match="within its with block"):
            say()

    assert ["ClaimOpened"] == kinds(ledger)


def test_an_error_in_the_block_leaves_nothing(ledger: Ledger) -> None:
    """Where the block raises, nothing of it is recorded, and the error goes on."""

    def fail(f: FollowUpRecorder) -> None:
        f.open_claim(TEXT, id=TALKS).asserted_by(SOURCES)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _record(ledger, fail)

    assert 0 == size(ledger)


def test_a_refusal_in_the_middle_leaves_nothing(ledger: Ledger) -> None:
    """Where one update is refused, those before it are not recorded either."""

    def err(f: FollowUpRecorder) -> None:
        talks = f.open_claim(TEXT, id=TALKS)
        talks.asserted_by(SOURCES)
        talks.take_back(7, by="outlet")
        talks.unclear("who")

    with pytest.raises(UpdateRefusedError, match="revision 7"):
        _record(ledger, err)

    assert 0 == size(ledger)
    assert [] == list(ledger.check())


def test_a_refused_follow_up_can_be_put_right(ledger: Ledger) -> None:
    """What was refused was not applied: its key is free."""
    with pytest.raises(UpdateRefusedError), ledger.follow_up(FIRST) as f:
        f.open_claim(TEXT, id=TALKS).take_back(7, by="outlet")
    with ledger.follow_up(FIRST) as f:
        f.open_claim(TEXT, id=TALKS).asserted_by(SOURCES)

    assert ["ClaimOpened", "EvidenceGiven"] == kinds(ledger)


def test_an_empty_block_records_nothing(ledger: Ledger) -> None:
    """A block without a word is no follow-up."""
    with ledger.follow_up(FIRST) as f:
        pass

    assert "nothing changed" == str(f.changes)
    assert 0 == size(ledger)


def test_a_claim_that_is_not_there_is_missed_in_the_block(ledger: Ledger) -> None:
    """Asking for an unknown claim fails where it is typed."""
    with ledger.follow_up(FIRST) as f:
        with pytest.raises(ClaimNotFoundError) as caught:
            f["nowhere"]
        with pytest.raises(InvalidValueError, match="claim_id"):
            f["../etc/passwd"]

    assert "nowhere" == caught.value.key


def test_a_claim_opened_in_the_block_can_be_asked_for(ledger: Ledger) -> None:
    """A handle can be had again by the claim's id."""
    with ledger.follow_up(FIRST) as f:
        opened = f.open_claim(TEXT, id=TALKS)
        f[TALKS].asserted_by(SOURCES)

    assert TALKS == opened.id
    assert ["ClaimOpened", "EvidenceGiven"] == kinds(ledger)


def test_a_block_run_again_says_that_it_was_applied(ledger: Ledger) -> None:
    """The same block writes once, with ids given or made."""
    for was_applied in (False, True, True):
        with ledger.follow_up(FIRST) as f:
            f.open_claim(TEXT, id=TALKS).asserted_by(SOURCES)
            f.open_claim("Something else happened", story="s").asserted_by(SOURCES)
            f.open_claim("A third thing happened", story="s")

        assert was_applied is f.changes.was_applied

    assert 5 == size(ledger)
    assert "applied before, nothing changed" == str(f.changes)


def test_a_block_run_again_knows_claims_put_in_other_words_since(ledger: Ledger) -> None:
    """A made id is made of the words that the claim was opened with."""
    for _ in range(2):
        with ledger.follow_up(FIRST) as f:
            handle = f.open_claim(TEXT, story="s")
            handle.asserted_by(SOURCES)
        if not f.changes.was_applied:
            ledger.update(handle.id, Reworded(text="Put otherwise"))

    assert f.changes.was_applied
    assert 1 == len(list(ledger.claims()))


def test_a_block_run_again_knows_its_own_second_claim_of_one_text(ledger: Ledger) -> None:
    """Where the story may hold the text twice, the report tells which claim is meant."""
    ledger.open_claim(TEXT, story="s")
    for _ in range(2):
        with ledger.follow_up(FIRST) as f:
            f.open_claim(TEXT, story="s", same_text=True).asserted_by(SOURCES)

    assert f.changes.was_applied
    assert 2 == len(list(ledger.claims()))


def test_a_block_that_changed_is_refused(ledger: Ledger) -> None:
    """The same report with other content is refused, with what is new and what vanished."""
    with ledger.follow_up(FIRST) as f:
        f.open_claim(TEXT, id=TALKS).unclear("who")
    with pytest.raises(AlreadyAppliedError) as caught, ledger.follow_up(FIRST) as f:
        f.open_claim(TEXT, id=TALKS).unclear("when")

    assert FIRST.id == caught.value.key
    assert (
        'belarus-talks slot_declared_unclear {"slots":["who"]}',
        'belarus-talks slot_declared_unclear {"slots":["when"]}',
    ) == tuple(line[2:] for line in caught.value.differences)
    assert ["- ", "+ "] == [line[:2] for line in caught.value.differences]
    assert 2 == size(ledger)


def test_a_key_tells_follow_ups_of_one_report_apart(ledger: Ledger) -> None:
    """Two follow-ups from one report are two acts where they have keys of their own."""
    with ledger.follow_up(FIRST, key="morning") as f:
        f.open_claim(TEXT, id=TALKS)
    with ledger.follow_up(FIRST, key="evening") as f:
        f[TALKS].asserted_by(SOURCES)

    assert ["ClaimOpened", "EvidenceGiven"] == kinds(ledger)


def test_an_amended_block_is_brought_in_line(ledger: Ledger) -> None:
    """With *amend*, what vanished is taken back and what is new is recorded."""
    with ledger.follow_up(FIRST) as f:
        talks = f.open_claim(TEXT, id=TALKS)
        talks.asserted_by(SOURCES)
        talks.unclear("who")
    with ledger.follow_up(FIRST, amend=True) as f:
        talks = f.open_claim(TEXT, id=TALKS)
        talks.asserted_by(SOURCES)
        talks.unclear("when")

    assert ["EntryTakenBack", "SlotDeclaredUnclear"] == kinds(ledger)[3:]
    assert ("when",) == ledger.claim(TALKS).unclear


def test_the_same_text_twice_in_a_block_is_refused(ledger: Ledger) -> None:
    """One story does not hold one text twice, also where both come at once."""

    def repeat(f: FollowUpRecorder) -> None:
        f.open_claim(TEXT, story="s", id="first")
        f.open_claim(f"  {TEXT.upper()}.", story="s")

    with pytest.raises(DuplicateClaimError) as caught:
        _record(ledger, repeat)

    assert "first" == caught.value.claim_id
    assert 0 == size(ledger)


def test_an_opening_takes_all_that_a_claim_is_opened_with(new_ledger: NewLedger) -> None:
    """Kind, story, language and expected time are those given; a date is read in the zone."""
    ledger = new_ledger(zone="Europe/Bucharest")
    with ledger.follow_up(WIRE) as f:
        f.open_claim(
            "They will sign",
            id="signing",
            story="talks",
            lang="en-GB",
            kind="plan",
            expected_by="2025-12-24",
        )
    opened = ledger.history("signing")[0].update

    assert (
        ClaimOpened(
            text="They will sign",
            story="talks",
            lang="en-GB",
            kind="plan",
            expected_by=Window.parse("2025-12-24", "Europe/Bucharest"),
        )
        == opened
    )


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", {}),
        ("  ", {}),
        ("nul \x00", {}),
        ("half \ud800", {}),
        ("x" * 10_000_000, {}),
        ("x", {"id": "a/b"}),
        ("x", {"id": ""}),
        ("x", {"story": ".."}),
        ("x", {"kind": "rumour"}),
        ("x", {"lang": "no such language"}),
        ("x", {"expected_by": "2025-13-01"}),
    ],
)
def test_bad_openings_are_refused_where_they_are_typed(
    ledger: Ledger, text: str, options: dict[str, Any]
) -> None:
    """A bad opening fails in the block, and nothing is recorded."""

    def err(f: FollowUpRecorder) -> None:
        f.open_claim("It happened", id="it")
        f.open_claim(text, **options)

    with pytest.raises(InvalidValueError):
        _record(ledger, err)

    assert 0 == size(ledger)


def test_changes_tell_of_every_claim_in_order_of_mention(ledger: Ledger) -> None:
    """Changes name each claim once, with the entries that it got."""
    with ledger.follow_up(FIRST) as f:
        one = f.open_claim("One", id="one")
        two = f.open_claim("Two", id="two")
        two.asserted_by(SOURCES)
        one.note("to be checked")
    with ledger.follow_up(report("Example Wire", 3)) as g:
        g["two"].denied_by(EMBASSY)
        g["one"].note("checked")

    assert [("one", (1, 2)), ("two", (1, 2))] == [
        (change.claim_id, change.revisions) for change in f.changes.claims
    ]
    assert [("two", (3,), True), ("one", (3,), False)] == [
        (change.claim_id, change.revisions, change.is_move) for change in g.changes.claims
    ]
    assert (4, 2) == (f.changes.entry_count, g.changes.entry_count)


def test_any_update_can_be_added_with_its_reason(ledger: Ledger) -> None:
    """A handle takes what has no verb of its own."""
    with ledger.follow_up(FIRST) as f:
        f.open_claim(TEXT, id=TALKS).add(Noted(text="seen"), because="for the record")

    assert "for the record" == ledger.history(TALKS)[-1].because
