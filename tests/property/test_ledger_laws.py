"""Laws of the ledger: whatever was recorded, in whatever order."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import ClaimtrackError
from claimtrack.fold import fold
from claimtrack.ledger import Ledger
from claimtrack.model.follow_up import FollowUp
from tests.ledgers import everything, facts, memory_ledger, sqlite_ledger
from tests.strategies import near_follow_ups

work = st.lists(near_follow_ups, min_size=1, max_size=6)


def _apply(ledger: Ledger, follow_ups: Sequence[FollowUp]) -> list[FollowUp]:
    """Apply what can be applied, one at a time; give those that were."""
    applied = []
    for follow_up in follow_ups:
        try:
            (changes,) = ledger.apply([follow_up])
        except ClaimtrackError:
            continue
        if changes.entry_count:
            applied.append(follow_up)
    return applied


@contextmanager
def _in_a_file() -> Iterator[Ledger]:
    with (
        tempfile.TemporaryDirectory() as folder,
        sqlite_ledger(Path(folder) / "ledger.db") as ledger,
    ):
        yield ledger


@given(work)
def test_applying_twice_changes_nothing(follow_ups: list[FollowUp]) -> None:
    """What was applied says so the second time, alone or all at once, and nothing is written."""
    ledger = memory_ledger()
    applied = _apply(ledger, follow_ups)
    before = everything(ledger)
    again = [*ledger.apply(applied), *ledger.apply(applied, whole=True)]

    assert all(changes.was_applied for changes in again)
    assert before == everything(ledger)


@given(work)
def test_what_was_refused_left_nothing(follow_ups: list[FollowUp]) -> None:
    """A ledger that refused some is the ledger that never met them."""
    one, other = memory_ledger(), memory_ledger()
    applied = _apply(one, follow_ups)
    for follow_up in applied:
        other.apply([follow_up])

    assert [(fact.claim_id, fact.revision, fact.update) for fact, _ in facts(one)] == [
        (fact.claim_id, fact.revision, fact.update) for fact, _ in facts(other)
    ]
    assert [judgement for _, judgement in facts(one)] == [
        judgement for _, judgement in facts(other)
    ]


@given(work)
def test_batches_make_no_difference(follow_ups: list[FollowUp]) -> None:
    """apply([a, b]) records what apply([a]) and then apply([b]) record."""
    scratch, one, other = memory_ledger(), memory_ledger(), memory_ledger()
    applied = _apply(scratch, follow_ups)
    together = one.apply(applied)
    apart = tuple(changes for follow_up in applied for changes in other.apply([follow_up]))

    assert together == apart
    assert facts(one) == facts(other)


@given(work)
def test_folding_what_was_known_gives_the_claim_then(follow_ups: list[FollowUp]) -> None:
    """claim(known_at=t) == fold(the entries up to t), for every moment of the record."""
    ledger = memory_ledger()
    _apply(ledger, follow_ups)
    for row in ledger.claims():
        history = ledger.history(row.id)
        for last in history:
            then = [entry for entry in history if entry.recorded_at <= last.recorded_at]

            assert fold(then) == ledger.claim(row.id, known_at=last.recorded_at)
        assert fold(history) == ledger.claim(row.id)


@given(work)
def test_every_store_agrees(follow_ups: list[FollowUp]) -> None:
    """The same work gives the same entries, rows, claims and export on every store."""
    memory = memory_ledger()
    with _in_a_file() as file:
        assert _apply(memory, follow_ups) == _apply(file, follow_ups)
        assert everything(memory) == everything(file)
        assert [] == list(file.check())


@given(work)
def test_a_check_passes(follow_ups: list[FollowUp]) -> None:
    """What the ledger wrote it finds in order."""
    ledger = memory_ledger()
    _apply(ledger, follow_ups)

    assert [] == list(ledger.check())


@given(work)
def test_rebuilding_changes_nothing(follow_ups: list[FollowUp]) -> None:
    """Every row beside the log follows from the log."""
    ledger = memory_ledger()
    _apply(ledger, follow_ups)
    before = everything(ledger)
    ledger.rebuild()

    assert before == everything(ledger)


@given(work)
def test_an_export_imported_is_exported_alike(follow_ups: list[FollowUp]) -> None:
    """export(import(export(x))) == export(x), byte for byte, and it is the same ledger."""
    ledger, copy = memory_ledger(), memory_ledger()
    applied = _apply(ledger, follow_ups)
    copy.import_lines(ledger.export_lines())

    assert everything(ledger) == everything(copy)
    assert all(changes.was_applied for changes in copy.apply(applied))


@given(work)
def test_stamps_are_what_the_policy_says(follow_ups: list[FollowUp]) -> None:
    """Under the policy that wrote it no stamp differs from a judgement made afresh."""
    ledger = memory_ledger()
    _apply(ledger, follow_ups)

    assert [] == [row.id for row in ledger.claims() if ledger.explain(row.id).differs]


@given(work, near_follow_ups)
def test_amending_gives_what_the_amended_says(
    follow_ups: list[FollowUp], amended: FollowUp
) -> None:
    """After an amendment its content is what was applied, and applying it again changes nothing."""
    ledger = memory_ledger()
    _apply(ledger, follow_ups)
    try:
        ledger.apply([amended], amend=True)
    except ClaimtrackError:
        return
    before = everything(ledger)
    ledger.apply([amended], amend=True)

    assert before == everything(ledger)
    assert [] == list(ledger.check())
