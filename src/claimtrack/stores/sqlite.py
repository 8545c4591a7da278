"""
Entries in a SQLite file: one file a ledger, shared between threads and between processes.

An acknowledged transaction survives power loss: the file is written ahead (WAL) and every commit is
synced. All threads of one store share one connection, guarded by a lock that a writer holds for its
whole transaction: so no reader of this store sees a part of one, and readers of other processes
are never held up. The thread that has the transaction open reads what it wrote.

Needs SQLite 3.35 with FTS5, which every supported Python brings.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from operator import attrgetter
from os import PathLike
from pathlib import Path
from threading import RLock
from typing import Any, Final

from claimtrack.errors import StoreError, StoreUnavailableError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.summary import Summary
from claimtrack.ports import Applied, Head, Query, Rows, Sealed, Statement
from claimtrack.stores._due import is_due
from claimtrack.stores._sqlite_file import (
    BULK,
    CAUGHT,
    ROOM,
    failure,
    open_file,
    translated,
)
from claimtrack.stores._sqlite_history import read_bodies, read_history
from claimtrack.stores._sqlite_known import Remembered
from claimtrack.stores._sqlite_query import (
    HEAD,
    KEYED_SUMMARIES,
    LOG,
    SUMMARY,
    grouped_words,
    to_sealed,
    to_sql,
    to_summaries,
    to_summary,
)
from claimtrack.stores._sqlite_rows import SqliteWriting, key_sum

_APPLIED: Final = "SELECT key, coalesce(report, key), digest, first, last FROM follow_up"

_CHUNK: Final = 256
"""Entries that an iteration over the log reads at a time; between chunks it holds nothing."""


_LONGEST_S: Final = 86_400.0
"""The longest time to wait, a day: SQLite counts milliseconds in 31 bits."""


class SqliteStore:
    """
    A ledger's entries in a SQLite file; see `claimtrack.ports.EntryStore`.

    A file that may only be read is opened for reading. One in a folder that may only be read, and
    that nobody else has open, is taken to stay as it is.

    Args:
        path: The file; made where there is none, in a folder that exists.

        timeout_s: How many seconds to wait for another writer.

    Raises:
        StoreUnavailableError: The file cannot be opened, or is not a ledger.

        StoreVersionError: A newer release wrote it.
    """

    def __init__(self, path: str | PathLike[str], *, timeout_s: float = 30.0) -> None:
        self._path = Path(path)
        self._timeout_s = min(timeout_s, _LONGEST_S)
        self._lock = RLock()
        self._writing: SqliteWriting | None = None
        self._has_room = False
        self._db, self._read_only = open_file(self._path, self._timeout_s)
        # One for all, each of whom fetches all rows before the lock is let go: each call of the
        # connection would make one more.
        self._cursor = self._db.cursor()
        self._remembered = Remembered(self._cursor)

    @contextmanager
    def writing(self) -> Iterator[SqliteWriting]:
        """Open a transaction."""
        if self._read_only:
            raise StoreUnavailableError(f"{self._path}: the file or its folder is read-only")
        if not self._lock.acquire(timeout=self._timeout_s):
            raise StoreUnavailableError(f"{self._path}: locked by another thread for too long")
        try:
            if self._writing is not None:
                raise StoreUnavailableError(f"{self._path}: this thread has a transaction open")
            # IMMEDIATE takes the write lock before anything is read.
            self._execute("BEGIN IMMEDIATE")
            writing = SqliteWriting(self._cursor, self._lock, self._path, self._remembered)
            try:
                self._remembered.keep_if(self.changes())
                self._writing = writing
                yield writing
                writing.require_sound()
                if writing.entry_count >= BULK and not self._has_room:
                    self._execute(ROOM)
                    self._has_room = True
                self._execute("COMMIT")
            except BaseException:
                self._remembered.forget()
                self._undo_what_is_open()
                raise
            finally:
                self._writing = None
                writing.end()
        finally:
            self._lock.release()

    def _undo_what_is_open(self) -> None:
        # Whatever failed is on its way to the caller. A full disk makes SQLite undo by itself, and
        # then there is nothing left to undo.
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def changes(self) -> int:
        """Give a number that moves whenever another process wrote to the file."""
        if self._writing is not None:  # this thread's, or another's, which the lock waits for
            with self._lock:
                if self._writing is not None:
                    return self._remembered.version
        number: int = self._one("PRAGMA data_version")[0]
        return number

    def entries(self, *, after: int = 0) -> Iterator[Sealed]:
        """Read the log in order of position."""
        (last,) = self._one("SELECT coalesce(max(position), 0) FROM entry")
        after = max(after, 0)
        while after < last:
            rows = self._all(LOG, (after, last, _CHUNK))
            if not rows:
                msg = f"{self._path}: the log has nothing between positions {after} and {last}"
                raise StoreError(msg)
            for row in rows:
                yield to_sealed(after, row)
                after += 1

    def history(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> Sequence[Sealed]:
        """Read one claim's entries, oldest first."""
        return read_history(self._all, claim_id, after, until_us)

    def bodies(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> tuple[Head, Sequence[bytes]]:
        """Say where a claim's history ends, and read the bodies of its entries, oldest first."""
        return read_bodies(self._all, claim_id, after, until_us)

    def head(self, claim_id: ClaimId) -> Head | None:
        """Say where a claim's history ends."""
        row = self._one(HEAD, (claim_id,))
        return Head(*row) if row else None

    def summary(self, claim_id: ClaimId) -> Summary | None:
        """Read a claim's row."""
        row = self._one(SUMMARY, (claim_id,))
        return to_summary(row) if row else None

    def find(self, query: Query) -> Iterator[Summary]:
        """Read the rows of the claims that a query asks for, all of them at the first step."""
        found = to_summaries(self._all(*to_sql(query)))
        due_at = query.due_at
        if due_at is None:
            yield from found
        else:
            yield from islice((one for one in found if is_due(one, due_at)), query.limit)

    def same_text(self, text_key: int) -> Sequence[ClaimId]:
        """Find the claims whose row has this text key."""
        rows = self._all(
            "SELECT id FROM claim WHERE text_key = ? ORDER BY no",
            (text_key,),
        )
        return [claim_id for (claim_id,) in rows]

    def source(self, source_id: SourceId) -> bytes | None:
        """Read a source's record."""
        row = self._one("SELECT record FROM source WHERE id = ?", (source_id,))
        return row[0] if row else None

    def applied(self, *keys: str) -> Sequence[Applied]:
        """Read what was applied under any of these keys, in the order of application."""
        sums = tuple(map(key_sum, keys))
        rows = self._all(f"{_APPLIED} WHERE key_sum IN ({', '.join('?' * len(sums))})", sums)
        if not rows:
            return []
        return sorted([Applied(*row) for row in rows if row[0] in keys], key=attrgetter("first"))

    def all_applied(self) -> Iterator[Applied]:
        """Read everything that was applied, all of it at the first step."""
        rows = self._all(f"{_APPLIED} ORDER BY first")
        yield from (Applied(*row) for row in rows)

    def rows(self) -> Rows:
        """Read all rows beside the log."""
        with self._lock, translated(self._path), self._snapshot():
            summaries = self._all(KEYED_SUMMARIES)
            sources = self._all("SELECT id, record FROM source ORDER BY id")
            rests = self._all(
                "SELECT c.id, s.id FROM rests AS r JOIN claim AS c ON c.no = r.claim"
                " JOIN source AS s ON s.no = r.source ORDER BY c.id, s.id"
            )
            self._db.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
                " USING fts5vocab (main, statement, instance)"
            )
            words = grouped_words(self._all("SELECT doc, term FROM temp.vocabulary ORDER BY term"))
        return Rows(
            summaries=[(to_summary(row[:-1]), row[-1]) for row in summaries],
            statements=[Statement(*one) for one in words],
            sources=dict(sources),
            rests=rests,
        )

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Let several statements see the file as it is at the first of them."""
        if self._writing is not None:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._undo_what_is_open()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, translated(self._path):
            self._db.close()

    def _execute(self, sql: str) -> None:
        try:
            self._cursor.execute(sql)
        except CAUGHT as error:
            raise failure(self._path, error) from error

    def _one(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        # As `_all`, whose call would cost a tenth of the quickest of reads.
        with self._lock:
            try:
                rows = self._cursor.execute(sql, values).fetchall()
            except CAUGHT as error:
                raise failure(self._path, error) from error
        return rows[0] if rows else None

    def _all(self, sql: str, values: tuple[Any, ...] | dict[str, Any] = ()) -> list[Any]:
        with self._lock:
            try:
                return self._cursor.execute(sql, values).fetchall()
            except CAUGHT as error:
                raise failure(self._path, error) from error
