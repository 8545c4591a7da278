"""Fakes that implement the real ports: clocks that tell what they are told, stores that fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from claimtrack.errors import StoreUnavailableError
from claimtrack.stores.memory import MemoryStore, MemoryWriting


class ScriptedClock:
    """A clock that shows given moments, one after another, and the last for ever."""

    def __init__(self, *moments: str) -> None:
        self._coming = [datetime.fromisoformat(moment) for moment in moments]

    def now(self) -> datetime:
        """Give the next moment."""
        return self._coming.pop(0) if len(self._coming) > 1 else self._coming[0]


class FailingStore(MemoryStore):
    """A store in memory that can be told to fail where a transaction is committed."""

    def __init__(self) -> None:
        super().__init__()
        self.is_full = False

    @contextmanager
    def writing(self) -> Iterator[MemoryWriting]:
        """Open a transaction that comes to nothing where the disk is full."""
        with super().writing() as writing:
            yield writing
            if self.is_full:
                raise StoreUnavailableError("the disk is full")
