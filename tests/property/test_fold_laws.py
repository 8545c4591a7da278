"""Laws of step and fold."""

from functools import reduce

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.fold import fold, step
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Entry
from claimtrack.model.judgement import Judgement
from tests.cases import Step, entries_of
from tests.strategies import histories, judgements


@st.composite
def _cut(draw: st.DrawFn) -> tuple[list[Entry], int]:
    """Draw a history and a place to cut it."""
    entries = entries_of(*draw(histories))
    return entries, draw(st.integers(0, len(entries)))


@given(_cut())
def test_folding_a_prefix_gives_the_claim_then(cut: tuple[list[Entry], int]) -> None:
    """fold(entries[:n]) is what step after step had made of the claim at entry n."""
    entries, length = cut
    then: list[Claim | None] = [None]
    for entry in entries:
        then.append(step(then[-1], entry.fact).with_(judgement=entry.judgement))

    assert then[length] == fold(entries[:length])


@given(_cut())
def test_folding_in_two_goes_is_folding_in_one(cut: tuple[list[Entry], int]) -> None:
    """fold(b, onto=fold(a)) == fold(a + b)."""
    entries, length = cut

    assert fold(entries) == fold(entries[length:], onto=fold(entries[:length]))


@given(histories)
def test_fold_is_repeated_step(steps: tuple[Step, ...]) -> None:
    """fold(entries) == step(... step(None, first) ..., last), each stamped."""
    entries = entries_of(*steps)

    def stamped(claim: Claim | None, entry: Entry) -> Claim:
        return step(claim, entry.fact).with_(judgement=entry.judgement)

    start: Claim | None = None

    assert reduce(stamped, entries, start) == fold(entries)


@given(_cut())
def test_appending_never_changes_an_earlier_claim(cut: tuple[list[Entry], int]) -> None:
    """A claim that was folded is the same value after any number of further steps."""
    entries, length = cut
    before = fold(entries[:length])
    told = repr(before)
    fold(entries[length:], onto=before)

    assert told == repr(before)


@given(_cut())
def test_what_was_recorded_stays_recorded(cut: tuple[list[Entry], int]) -> None:
    """No entry removes evidence, wordings or notes: what was there is there, in its order."""
    entries, length = cut
    before, after = fold(entries[:length]), fold(entries)
    if before is None or after is None:
        return

    assert [one.revision for one in before.evidence] == [
        one.revision for one in after.evidence[: len(before.evidence)]
    ]
    assert before.wordings == after.wordings[: len(before.wordings)]
    assert before.notes == after.notes[: len(before.notes)]
    assert before.withdrawn == after.withdrawn[: len(before.withdrawn)]


@given(histories, st.lists(judgements, min_size=1, max_size=3))
def test_the_stamp_is_taken_as_it_is(steps: tuple[Step, ...], stamps: list[Judgement]) -> None:
    """fold(entries).judgement is the last entry's, whatever any policy would say."""
    entries = [
        attrs.evolve(entry, judgement=stamps[index % len(stamps)])
        for index, entry in enumerate(entries_of(*steps))
    ]
    claim = fold(entries)

    assert claim is not None
    assert entries[-1].judgement is claim.judgement


@given(histories, judgements)
def test_no_step_looks_at_a_judgement(steps: tuple[Step, ...], stamp: Judgement) -> None:
    """Claims that differ in their stamps alone go on to differ in their stamps alone."""
    entries = entries_of(*steps)
    otherwise = [attrs.evolve(entry, judgement=stamp) for entry in entries]
    one, other = fold(entries), fold(otherwise)

    assert one is not None
    assert other is not None
    assert one.with_(judgement=stamp) == other


@given(histories)
def test_every_account_is_of_evidence_that_stands(steps: tuple[Step, ...]) -> None:
    """One account for each source with evidence that stands and is not off the record, of it."""
    claim = fold(entries_of(*steps))
    assert claim is not None
    standing = {
        one.revision: one
        for one in claim.evidence
        if one.taken_back is None and not one.evidence.is_off_record
    }

    assert {one.source.id for one in standing.values()} == set(claim.accounts)
    for source, account in claim.accounts.items():
        assert source == account.latest.source.id
        assert standing[account.latest.revision] is account.latest
        assert account.changed_from is None or account.changed_from.revision in standing
