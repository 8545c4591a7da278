"""Whatever is done to them, ledgers on every store are one ledger, and count as a dict would."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from claimtrack.errors import ClaimtrackError
from claimtrack.ledger import Change, Changes, Ledger
from claimtrack.model.confidence import Credibility
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.updates import Unlinked, Update
from claimtrack.model.work import WorkState
from claimtrack.stores.memory import MemoryStore
from claimtrack.stores.sqlite import SqliteStore
from claimtrack.testing import CountingIds, SteppingClock
from tests.ledgers import everything
from tests.strategies import (
    carriers,
    moments,
    near_claims,
    near_follow_ups,
    near_sources,
    said,
)

Outcome = Changes | tuple[Changes, ...] | str
"""What came of a deed: what it did, or why it was refused."""

reasons = st.sampled_from(["for a reason", "for a reason", ""])
texts = st.sampled_from(["It happened", "it  HAPPENED.", "It did not happen", "Nobody talks"])
revisions = st.none() | st.integers(0, 6)


class LedgersAgree(RuleBasedStateMachine):
    """
    One ledger in memory and two of one file, which take turns.

    Their clocks and ids are alike. The model is a dict: how many entries each claim has.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.memory = Ledger(MemoryStore(), clock=SteppingClock(), ids=CountingIds(), author="desk")
        clock, ids = SteppingClock(), CountingIds()
        self.files = [
            Ledger(
                SqliteStore(self.folder / "ledger.db"),
                clock=clock,
                ids=ids,
                author="desk",
                claims_at_hand=at_hand,
            )
            for at_hand in (100, 1)
        ]
        self.revisions: dict[ClaimId, int] = {}

    def teardown(self) -> None:
        """Compare all that there is, and check it."""
        assert everything(self.memory) == everything(self.files[0]) == everything(self.files[1])
        for ledger in (self.memory, *self.files):
            assert [] == list(ledger.check())
            assert [] == [row.id for row in ledger.claims() if ledger.explain(row.id).differs]
            ledger.close()
        shutil.rmtree(self.folder)

    def act(self, deed: Callable[[Ledger], Changes | tuple[Changes, ...]]) -> None:
        """Do something to the memory, and to the file by the ledger whose turn it is."""
        self.files.reverse()
        outcomes = [_outcome(deed, ledger) for ledger in (self.memory, self.files[0])]

        assert outcomes[0] == outcomes[1]
        (outcome, _) = outcomes
        for changes in outcome if isinstance(outcome, tuple) else (outcome,):
            if isinstance(changes, Changes):
                self.count(changes)

    def count(self, changes: Changes) -> None:
        """Count in the model what changed: revisions go on from those that are there."""
        for change in changes.claims:
            known = self.revisions.get(change.claim_id, 0)

            assert tuple(range(known + 1, known + 1 + len(change.revisions))) == change.revisions
            assert (known == 0) is (change.before is None)
            self.revisions[change.claim_id] = change.revisions[-1]

    @rule(follow_up=near_follow_ups, amend=st.booleans())
    def follow_up(self, follow_up: FollowUp, *, amend: bool) -> None:
        """Apply a follow-up, perhaps one that was applied with other content."""
        self.act(lambda ledger: ledger.apply([follow_up], amend=amend))

    @rule(several=st.lists(near_follow_ups, min_size=2, max_size=4), whole=st.booleans())
    def follow_ups(self, several: list[FollowUp], *, whole: bool) -> None:
        """Apply several; where one is refused those before it count."""
        self.act(lambda ledger: _all_or_some(ledger, several, whole=whole))

    @rule(text=texts, same_text=st.booleans(), name=st.none() | near_claims)
    def open_claim(self, text: str, name: str | None, *, same_text: bool) -> None:
        """Open a claim at the desk, with an id or without."""

        def deed(ledger: Ledger) -> Changes:
            before = {row.id for row in ledger.claims()}
            claim = ledger.open_claim(text, id=name, story="near", same_text=same_text)
            assert claim.id not in before
            return Changes()

        if name is None or name not in self.revisions:
            self.act(deed)
            self.revisions = {row.id: row.revision for row in self.memory.claims()}

    @rule(text=texts, carrier=carriers(3), same_text=st.booleans())
    def record(self, text: str, carrier: Any, *, same_text: bool) -> None:
        """Type a follow-up in a block; a second time it was applied, if it was the same."""

        def deed(ledger: Ledger) -> Changes:
            with ledger.follow_up(carrier, key=f"typed {text}") as f:
                f.open_claim(text, story="near", same_text=same_text).own_voice()
            return f.changes

        self.act(deed)

    @rule(name=near_claims, updates=st.lists(said, max_size=2), because=reasons, expected=revisions)
    def update(self, name: str, updates: list[Update], because: str, expected: int | None) -> None:
        """Record updates at the desk, perhaps on a claim that moved on since."""
        self.act(
            lambda ledger: ledger.update(
                name, *updates, because=because, expected_revision=expected
            )
        )

    @rule(name=near_claims, kind=st.sampled_from(LinkKind), other=near_claims)
    def link(self, name: str, kind: LinkKind, other: str) -> None:
        """Link two claims."""
        self.act(lambda ledger: ledger.link(name, kind, other))

    @rule(name=near_claims, kind=st.sampled_from(LinkKind), other=near_claims)
    def unlink(self, name: str, kind: LinkKind, other: str) -> None:
        """Take a link from two claims, told from either end."""
        for inverse in (False, True):
            gone = Unlinked(link=Link(kind=kind, other=ClaimId(other), inverse=inverse))
            self.act(lambda ledger, gone=gone: ledger.update(name, gone))  # type: ignore[misc]

    @rule(name=near_claims, status=st.sampled_from(Status), because=reasons)
    def rule_on(self, name: str, status: Status, because: str) -> None:
        """Decide a status."""
        self.act(lambda ledger: ledger.rule(name, status, because=because))

    @rule(name=near_claims, credibility=st.none() | st.sampled_from(Credibility))
    def set_confidence(self, name: str, credibility: Credibility | None) -> None:
        """Lift a ruling, and set the credibility or leave it to the policy."""
        self.act(lambda ledger: ledger.lift_ruling(name, because="x"))
        self.act(lambda ledger: ledger.set_confidence(name, credibility, because="x"))

    @rule(name=near_claims, state=st.sampled_from(WorkState), at=st.none() | moments)
    def move_work(self, name: str, state: WorkState, at: Any) -> None:
        """Move the work, and let the assignee be."""
        self.act(lambda ledger: ledger.move_work(name, state, recheck_by=at))

    @rule(source=near_sources, reliability=st.sampled_from(Reliability))
    def rate(self, source: SourceId, reliability: Reliability) -> None:
        """Rate a source."""
        self.act(lambda ledger: ledger.rate_source(source, reliability))

    @rule(source=near_sources, carrier=carriers(3))
    def withdraw(self, source: SourceId, carrier: Any) -> None:
        """Withdraw a source, and a report."""
        self.act(lambda ledger: ledger.withdraw_source(source, because="x"))
        self.act(lambda ledger: ledger.withdraw_report(carrier.id, because="x"))

    @rule(turn=st.integers(0, 1))
    def rebuild(self, turn: int) -> None:
        """Make the rows of one again."""
        (self.memory if turn else self.files[0]).rebuild()

    @rule()
    def reopen(self) -> None:
        """Open the file again, knowing nothing."""
        old = self.files[0]._working
        old.store.close()
        self.files[0] = Ledger(
            SqliteStore(self.folder / "ledger.db"), clock=old.clock, ids=old.ids, author="desk"
        )

    @invariant()
    def count_as_the_model_does(self) -> None:
        """Every ledger has the claims of the model, at its revisions."""
        for ledger in (self.memory, *self.files):
            assert self.revisions == {row.id: row.revision for row in ledger.claims()}
            assert self.revisions == {name: ledger.claim(name).revision for name in self.revisions}
            assert sum(self.revisions.values()) == sum(1 for _ in ledger.entries())


def _outcome(deed: Callable[[Ledger], Changes | tuple[Changes, ...]], ledger: Ledger) -> Outcome:
    try:
        return deed(ledger)
    except ClaimtrackError as error:
        return f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"


def _all_or_some(ledger: Ledger, several: list[FollowUp], *, whole: bool) -> tuple[Changes, ...]:
    """Apply follow-ups; where one is refused, give what the others did all the same."""
    before = {row.id: row.revision for row in ledger.claims()}
    try:
        return ledger.apply(several, whole=whole)
    except ClaimtrackError:
        after = {row.id: row.revision for row in ledger.claims()}
        assert not whole or before == after
        return tuple(_told(ledger, name, before.get(name, 0), after[name]) for name in after)


def _told(ledger: Ledger, name: ClaimId, before: int, after: int) -> Changes:
    """Say from the histories what happened to a claim."""
    if before == after:
        return Changes()
    history = ledger.history(name)
    change = Change(
        claim_id=name,
        before=history[before - 1].judgement if before else None,
        after=history[-1].judgement,
        revisions=tuple(range(before + 1, after + 1)),
    )
    return Changes(claims=(change,))


TestLedgersAgree = LedgersAgree.TestCase
TestLedgersAgree.settings = settings(stateful_step_count=20)
