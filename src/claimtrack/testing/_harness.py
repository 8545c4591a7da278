"""What the promises of a store are tested with."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Any

from claimtrack.errors import StoreError
from claimtrack.ports import Applied, Batch, EntryStore, Query, Rows, Sealed, Tail

_WAIT_S = 60.0


class StoreTest:
    """Makes the stores of a test, and closes them after it."""

    def setup_method(self) -> None:
        """Before each test."""
        self._made: list[EntryStore] = []

    def teardown_method(self) -> None:
        """After each test."""
        for store in self._made:
            store.close()

    def make_store(self) -> EntryStore:
        """Make an empty store; to be overridden."""
        msg = f"{type(self).__name__} does not say how to make a store"
        raise NotImplementedError(msg)

    def reopen(self, store: EntryStore) -> EntryStore:
        """
        Close a store and open it again on what it kept.

        To be overridden where anything outlives the object; here, the store as it is.
        """
        return store

    def new_store(self) -> EntryStore:
        """Make an empty store that is closed after the test."""
        self._made.append(self.make_store())
        return self._made[-1]

    def reopened(self, store: EntryStore) -> EntryStore:
        """Open a store again; it is closed after the test."""
        self._made.append(self.reopen(store))
        return self._made[-1]


@contextmanager
def refused(error: type[StoreError]) -> Iterator[None]:
    """Fail unless the block raises this error."""
    try:
        yield
    except error:
        return
    msg = f"{error.__name__} was not raised"
    raise AssertionError(msg)


def give_up() -> None:
    """Fail as a store does."""
    raise StoreError


def write(
    store: EntryStore, *entries: Sealed, applied: Sequence[Applied] = (), **rows: Any
) -> None:
    """Append entries and rows in a transaction of their own."""
    with store.writing() as writing:
        writing.append(Batch(entries=entries, rows=Rows(**rows), applied=applied))


def tail_of(store: EntryStore) -> Tail:
    """Ask where the ledger ends."""
    with store.writing() as writing:
        return writing.tail()


def everything(store: EntryStore) -> tuple[object, ...]:
    """Read all that a store has."""
    return (
        list(store.entries()),
        store.rows(),
        list(store.all_applied()),
        list(store.find(Query())),
    )


@contextmanager
def threads(*acts: Callable[[], object]) -> Iterator[None]:
    """Run acts in threads of their own beside the block; all have ended when this ends."""
    running = [Thread(target=act, daemon=True) for act in acts]
    for thread in running:
        thread.start()
    yield
    for thread in running:
        thread.join(_WAIT_S)
    assert not any(thread.is_alive() for thread in running), "a thread is stuck"
