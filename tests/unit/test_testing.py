"""What claimtrack gives to tests of others keeps its word."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import pytest

from claimtrack.errors import StoreError
from claimtrack.model.ids import ClaimId
from claimtrack.model.summary import Summary
from claimtrack.ports import Batch, EntryStore, Query, Rows, Sealed
from claimtrack.stores.memory import MemoryStore, MemoryWriting
from claimtrack.testing import CountingIds, EntryMaker, SteppingClock, StoreContract, plain_summary

START = datetime(2025, 11, 26, 8, 0, tzinfo=UTC)


def test_a_clock_moves_when_it_is_asked() -> None:
    """Each reading is one step after the one before."""
    clock = SteppingClock(START, timedelta(seconds=2))

    assert [START + timedelta(seconds=2 * step) for step in range(3)] == [
        clock.now() for _ in range(3)
    ]


def test_clocks_begin_alike() -> None:
    """Without being told otherwise all clocks show the same, in UTC."""
    assert [START, START] == [SteppingClock().now() for _ in range(2)]


def test_ids_count() -> None:
    """No id comes twice, whatever the text, and all makers give the same."""
    for ids in (CountingIds(), CountingIds()):
        assert ["claim-1", "claim-2"] == [ids.claim_id("Talks", attempt) for attempt in (0, 1)]


def test_salts_count() -> None:
    """Salts have 16 bytes, and none comes twice."""
    ids = CountingIds()
    salts = [*ids.salts(2), *ids.salts(0), *ids.salts(1)]

    assert [number.to_bytes(16, "big") for number in (1, 2, 3)] == salts


def test_entries_follow_one_another() -> None:
    """What an entry maker makes, any store takes."""
    make, store = EntryMaker(), MemoryStore()
    entries = [make("a"), make("b", b"\xff"), make("a")]
    with store.writing() as writing:
        writing.append(Batch(entries=entries, rows=Rows()))

    assert entries == list(store.entries())


def test_a_plain_summary_can_be_otherwise() -> None:
    """Fields that are named are as given, the others as ever."""
    assert 7 == plain_summary("a", revision=7).revision
    assert plain_summary("a") == plain_summary("a", revision=1)


def test_importing_needs_no_test_runner() -> None:
    """The module can be imported where pytest is not installed."""
    program = "import sys, claimtrack.testing; sys.exit('pytest' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode


class Forgetful(MemoryStore):
    """Keeps what should be undone."""

    @contextmanager
    def writing(self) -> Iterator[MemoryWriting]:
        """Open a transaction that is never undone."""
        with super().writing() as writing, suppress(StoreError):
            yield writing


class Growing(MemoryStore):
    """Shows entries that came after an iteration began."""

    def entries(self, *, after: int = 0) -> Iterator[Sealed]:
        """Read the log for as long as it grows."""
        while after < 9 and (found := next(iter(super().entries(after=after)), None)):
            after += 1
            yield found


class Unordered(MemoryStore):
    """Lists claims by name."""

    def find(self, query: Query) -> Iterator[Summary]:
        """List claims by name."""
        return iter(sorted(super().find(query), key=lambda summary: summary.id))


class Indifferent(MemoryStore):
    """Finds every claim, whatever is asked."""

    def find(self, query: Query) -> Iterator[Summary]:
        """Find all."""
        return super().find(Query())


class Deaf(MemoryStore):
    """Gives no answer about one claim."""

    def history(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> list[Sealed]:
        """Give nothing."""
        return []


@pytest.mark.parametrize(
    ("store", "promise"),
    [
        (Forgetful, StoreContract.test_1_a_block_that_raises_leaves_nothing),
        (Growing, StoreContract.test_6_the_log_is_read_as_it_was),
        (Unordered, StoreContract.test_8_queries_find_what_they_ask_for),
        (Indifferent, StoreContract.test_8_queries_find_what_they_ask_for),
        (Deaf, StoreContract.test_4_a_history_is_read_from_any_revision),
    ],
)
def test_a_broken_promise_is_found(
    store: Callable[[], EntryStore], promise: Callable[[StoreContract], None]
) -> None:
    """A store that breaks a promise fails the test of its number."""

    class Contract(StoreContract):
        def make_store(self) -> EntryStore:
            return store()

    contract = Contract()
    contract.setup_method()
    with pytest.raises(AssertionError):
        promise(contract)
    contract.teardown_method()


def test_a_contract_without_a_store_says_so() -> None:
    """Who forgets to say how a store is made is told."""
    contract = StoreContract()
    contract.setup_method()
    with pytest.raises(NotImplementedError, match="StoreContract does not say how to make a store"):
        contract.test_1_a_block_that_raises_leaves_nothing()
