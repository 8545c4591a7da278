"""Transactions: between the commit and the note that the ledger takes of it nobody writes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from claimtrack.errors import ClaimtrackError, StoreUnavailableError
from claimtrack.ledger import Ledger
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.updates import Noted
from claimtrack.stores.memory import MemoryStore, MemoryWriting
from tests.cases import FIRST, OPENED, TALKS, WIRE
from tests.ledgers import kinds, ledger_on, told

SHORT_S = 0.05
"""How long somebody who is not to come through is given to do so."""


class Watched(MemoryStore):
    """A store that calls somebody right after each commit."""

    def __init__(self) -> None:
        super().__init__()
        self.after: Callable[[], object] = lambda: None

    @contextmanager
    def writing(self) -> Iterator[MemoryWriting]:
        """Open a transaction."""
        with super().writing() as writing:
            yield writing
        after, self.after = self.after, lambda: None
        after()


def test_another_thread_goes_on_from_what_was_committed() -> None:
    """A thread that writes right after a commit does not start from before it."""
    store = Watched()
    ledger = ledger_on(store)
    ledger.apply([told(FIRST, OPENED)])
    failures: list[ClaimtrackError] = []

    def write() -> None:
        try:
            ledger.note(TALKS, "two")
        except ClaimtrackError as error:
            failures.append(error)

    other = Thread(target=write)

    def hurry() -> None:
        other.start()
        other.join(SHORT_S)

    store.after = hurry
    ledger.note(TALKS, "one")
    other.join()

    assert [] == failures
    assert ["one", "two"] == [note.text for note in ledger.claim(TALKS).notes]


def test_who_writes_within_writing_is_refused(ledger: Ledger) -> None:
    """Follow-ups that are made while they are applied may ask, but not write."""
    ledger.apply([told(FIRST, OPENED)])
    asked: list[object] = []

    def coming(key: str, act: Callable[[], object]) -> Iterator[FollowUp]:
        yield told(WIRE, Noted(text="x"), key=key)
        asked.append(act())

    ledger.apply(coming("first", lambda: ledger.claim(TALKS).revision))
    with pytest.raises(StoreUnavailableError, match="transaction open"):
        ledger.apply(coming("second", lambda: ledger.note(TALKS, "y")))

    assert [1] == asked
    assert ["ClaimOpened", "Noted", "Noted"] == kinds(ledger)
    assert [] == list(ledger.check())
