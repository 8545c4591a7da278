"""Ledgers to test with: a clock that steps, ids that count, on any store."""

from pathlib import Path
from typing import Protocol, TypedDict, Unpack

from claimtrack.ledger import CLAIMS_AT_HAND, Ledger
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Fact
from claimtrack.model.follow_up import FollowUp, Item
from claimtrack.model.ids import parse_claim_id
from claimtrack.model.judgement import Judgement
from claimtrack.model.report import Report
from claimtrack.model.updates import Update
from claimtrack.policy import NEWSROOM, Policy
from claimtrack.ports import Clock, EntryStore
from claimtrack.stores.memory import MemoryStore
from claimtrack.stores.sqlite import SqliteStore
from claimtrack.testing import CountingIds, SteppingClock
from tests.cases import TALKS

URL_1 = "https://news.example/1"
URL_2 = "https://wire.example/2"


class Options(TypedDict, total=False):
    """What a test may want otherwise."""

    author: str
    clock: Clock
    zone: str
    policy: Policy
    claims_at_hand: int


class NewLedger(Protocol):
    """Makes a ledger of the kind under test, empty; it is closed after the test."""

    def __call__(self, **options: Unpack[Options]) -> Ledger:
        """Make it."""


def ledger_on(
    store: EntryStore,
    *,
    author: str = "desk",
    clock: Clock | None = None,
    zone: str = "",
    policy: Policy = NEWSROOM,
    claims_at_hand: int = CLAIMS_AT_HAND,
) -> Ledger:
    """Make a ledger on a store; unless told otherwise all have the same clock and the same ids."""
    return Ledger(
        store,
        clock=clock or SteppingClock(),
        ids=CountingIds(),
        author=author,
        zone=zone,
        policy=policy,
        claims_at_hand=claims_at_hand,
    )


def memory_ledger(**options: Unpack[Options]) -> Ledger:
    """Make an empty ledger in memory."""
    return ledger_on(MemoryStore(), **options)


def sqlite_ledger(path: Path, **options: Unpack[Options]) -> Ledger:
    """Open the ledger of a file."""
    return ledger_on(SqliteStore(path), **options)


def told(
    carrier: Report, *updates: Update, claim_id: str = TALKS, key: str = "", because: str = ""
) -> FollowUp:
    """Make a follow-up of updates on one claim."""
    items = [
        Item(claim_id=parse_claim_id(claim_id), update=update, because=because)
        for update in updates
    ]
    return FollowUp(report=carrier, items=items, key=key)


def kinds(ledger: Ledger, claim_id: str = TALKS) -> list[str]:
    """List what was recorded on a claim, by the names of the updates."""
    return [type(entry.update).__name__ for entry in ledger.history(claim_id)]


def size(ledger: Ledger) -> int:
    """Count the entries of a ledger."""
    return sum(1 for _ in ledger.entries())


def standing(claim: Claim) -> list[int]:
    """List the revisions whose evidence stands."""
    return [given.revision for given in claim.evidence if given.taken_back is None]


def facts(ledger: Ledger) -> list[tuple[Fact, Judgement]]:
    """List what was recorded and how it was judged, without the seals."""
    return [(entry.fact, entry.judgement) for entry in ledger.entries()]


def everything(ledger: Ledger) -> tuple[object, ...]:
    """Give all that two ledgers must have in common to be the same."""
    rows = list(ledger.claims())
    return (
        list(ledger.entries()),
        rows,
        [ledger.claim(row.id) for row in rows],
        list(ledger.export_lines()),
    )
