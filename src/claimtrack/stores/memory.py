"""
Entries in memory, for as long as the store object lives.

It keeps every promise of a store but one: nothing outlives the process. A lock is held by a writer
for its whole transaction, so no other thread sees a part of one; the thread that has the
transaction open reads what it wrote.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from operator import attrgetter
from threading import TIMEOUT_MAX, RLock

from claimtrack.errors import StoreError, StoreUnavailableError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.summary import Summary
from claimtrack.ports import Applied, Batch, Head, Query, Rows, Sealed, Tail
from claimtrack.stores._memory_log import MemoryLog
from claimtrack.stores._memory_rows import MemoryFollowUps, MemoryRows, Undo
from claimtrack.stores._succession import follow, require_within, unknown_claim


class MemoryWriting:
    """
    An open transaction; see `claimtrack.ports.Writing`.

    A step that fails leaves its beginning behind, so that nothing can be made of the transaction
    any more: what failed is raised again by every further step, and when the block ends.
    """

    def __init__(self, store: "MemoryStore") -> None:
        self._store = store
        self._undo: Undo = []
        self._failure: BaseException | None = None

    def tail(self) -> Tail:
        """Say where the ledger ends."""
        with self._step():
            return self._store._log.tail()

    def append(self, batch: Batch) -> None:
        """Append a batch."""
        with self._step():
            log, follow_ups = self._store._log, self._store._follow_ups
            tail = log.tail()
            claim_ids = dict.fromkeys(entry.claim_id for entry in batch.entries)
            heads: dict[ClaimId, tuple[int, bytes]] = {
                one: head for one in claim_ids if (head := log.head(one))
            }
            end = follow(tail, heads, batch.entries)
            require_within(end, batch.rows.statements, batch.applied, after=follow_ups.end)
            self._undo.append(partial(log.cut, tail.position))
            log.append(batch.entries)
            self._keep(batch.rows)
            self._undo.append(partial(follow_ups.cut, len(follow_ups)))
            follow_ups.append(batch.applied)

    def replace_rows(self, rows: Rows) -> None:
        """Keep *rows* instead of everything beside the log but applied follow-ups."""
        with self._step():
            self._undo.append(partial(setattr, self._store, "_rows", self._store._rows))
            self._store._rows = MemoryRows()
        self.add_rows(rows)

    def add_rows(self, rows: Rows) -> None:
        """Keep further rows."""
        with self._step():
            require_within(self._store._log.tail(), rows.statements)
            self._keep(rows)

    def require_sound(self) -> None:
        """Raise what failed, if anything did."""
        if self._failure is not None:
            raise self._failure

    def end(self) -> None:
        """Refuse all further steps."""
        self._failure = StoreError("the transaction has ended")

    def undo(self) -> None:
        """Take back every step, the last one first."""
        while self._undo:
            self._undo.pop()()

    @contextmanager
    def _step(self) -> Iterator[None]:
        with self._store._lock:
            self.require_sound()
            try:
                yield
            except (OverflowError, UnicodeError) as error:
                self._failure = StoreError(f"a value cannot be kept: {error}")
                raise self._failure from error
            except BaseException as error:
                self._failure = error
                raise

    def _keep(self, rows: Rows) -> None:
        beside = self._store._rows
        for summary, text_key in rows.summaries:
            beside.put(self._number(summary.id), summary, text_key, self._undo)
        beside.put_sources(rows.sources, self._undo)
        rests = [(self._number(claim_id), source_id) for claim_id, source_id in rows.rests]
        beside.put_rests(rests, self._undo)
        beside.put_statements(rows.statements, self._undo)

    def _number(self, claim_id: ClaimId) -> int:
        number = self._store._log.numbers.get(claim_id)
        if number is None:
            raise unknown_claim(claim_id)
        return number


class MemoryStore:
    """
    A ledger's entries in memory; see `claimtrack.ports.EntryStore`.

    Args:
        timeout_s: How many seconds to wait for another thread that writes.
    """

    def __init__(self, *, timeout_s: float = 30.0) -> None:
        self._timeout_s = min(timeout_s, TIMEOUT_MAX)
        self._lock = RLock()
        self._writing: MemoryWriting | None = None
        self._closed = False
        self._log = MemoryLog()
        self._rows = MemoryRows()
        self._follow_ups = MemoryFollowUps()

    @contextmanager
    def writing(self) -> Iterator[MemoryWriting]:
        """Open a transaction."""
        if not self._lock.acquire(timeout=self._timeout_s):
            raise StoreUnavailableError("locked by another thread for too long")
        try:
            self._require_open()
            if self._writing is not None:
                raise StoreUnavailableError("this thread has a transaction open")
            self._writing = writing = MemoryWriting(self)
            try:
                yield writing
                self._require_open()
                writing.require_sound()
            except BaseException:
                writing.undo()
                raise
            finally:
                self._writing = None
                writing.end()
        finally:
            self._lock.release()

    def changes(self) -> int:
        """Give a number that never moves: nobody else can write here."""
        with self._lock:
            self._require_open()
            return 0

    def entries(self, *, after: int = 0) -> Iterator[Sealed]:
        """Read the log in order of position."""
        with self._lock:
            self._require_open()
            last = self._log.tail().position
        for position in range(max(after, 0) + 1, last + 1):
            with self._lock:
                self._require_open()
                if position > self._log.tail().position:
                    raise StoreError(f"the log has nothing at position {position} any more")
                entry = self._log.entry(position)
            yield entry

    def history(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> Sequence[Sealed]:
        """Read one claim's entries, oldest first."""
        with self._lock:
            self._require_open()
            return self._log.history(claim_id, after, until_us)

    def bodies(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> tuple[Head, Sequence[bytes]]:
        """Say where a claim's history ends, and read the bodies of its entries, oldest first."""
        with self._lock:
            self._require_open()
            return self._log.bodies(claim_id, after, until_us)

    def head(self, claim_id: ClaimId) -> Head | None:
        """Say where a claim's history ends."""
        with self._lock:
            self._require_open()
            return self._log.head(claim_id)

    def summary(self, claim_id: ClaimId) -> Summary | None:
        """Read a claim's row."""
        with self._lock:
            self._require_open()
            number = self._log.numbers.get(claim_id)
            return None if number is None else self._rows.summary(number, claim_id)

    def find(self, query: Query) -> Iterator[Summary]:
        """Read the rows of the claims that a query asks for, all of them at the first step."""
        with self._lock:
            self._require_open()
            reported = (
                self._log.owners[at]
                for one in self._follow_ups.of_report(query.report or "")
                for at in range(one.first - 1, one.last)
            )
            found = self._rows.find(query, self._log, reported)
        yield from found

    def same_text(self, text_key: int) -> Sequence[ClaimId]:
        """Find the claims whose row has this text key."""
        with self._lock:
            self._require_open()
            return [self._log.claim_ids[one] for one in self._rows.same_text(text_key)]

    def source(self, source_id: SourceId) -> bytes | None:
        """Read a source's record."""
        with self._lock:
            self._require_open()
            number = self._rows.sources.number(source_id)
            return None if number is None else self._rows.sources.records[number]

    def applied(self, *keys: str) -> Sequence[Applied]:
        """Read what was applied under any of these keys, in the order of application."""
        with self._lock:
            self._require_open()
            found = [one for key in dict.fromkeys(keys) for one in self._follow_ups.of_key(key)]
        return sorted(found, key=attrgetter("first"))

    def all_applied(self) -> Iterator[Applied]:
        """Read everything that was applied, all of it at the first step."""
        with self._lock:
            self._require_open()
            found = list(self._follow_ups)
        yield from found

    def rows(self) -> Rows:
        """Read all rows beside the log."""
        with self._lock:
            self._require_open()
            return self._rows.to_rows(self._log)

    def close(self) -> None:
        """Refuse all further calls."""
        with self._lock:
            self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise StoreUnavailableError("the store is closed")
