"""
The raw driver: the same durable work in plain `sqlite3`, with its defaults but for WAL and FULL.

One row an update in a log with an index on claim and time, and one current row a claim, kept in the
same transaction. No validation, no judging, no hashing.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.workload import RawRow

_SCHEMA = """
CREATE TABLE log (
  id INTEGER PRIMARY KEY, claim_id TEXT NOT NULL, at_us INTEGER NOT NULL, source TEXT NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, url TEXT NOT NULL);
CREATE INDEX log_by_claim ON log (claim_id, at_us);
CREATE TABLE current (
  claim_id TEXT PRIMARY KEY, status TEXT NOT NULL, at_us INTEGER NOT NULL, source TEXT NOT NULL,
  updates INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX current_by_status ON current (status);
"""

_LOG = "INSERT INTO log (claim_id, at_us, source, kind, text, url) VALUES (?, ?, ?, ?, ?, ?)"
_CURRENT = """
INSERT INTO current (claim_id, status, at_us, source, updates) VALUES (?, ?, ?, ?, 1)
ON CONFLICT (claim_id) DO UPDATE SET
  status = excluded.status, at_us = excluded.at_us, source = excluded.source,
  updates = updates + 1
"""
_STATUS = {"opened": "unverified", "asserts": "reported", "declined": "reported"}


class RawLedger:
    """A log and current rows in one file."""

    def __init__(self, path: Path) -> None:
        is_new = not path.exists()
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        if is_new:
            self._db.executescript(_SCHEMA)

    def write(self, rows: Sequence[RawRow]) -> None:
        """Write rows in one transaction."""
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany(_LOG, rows)
        self._db.executemany(
            _CURRENT,
            [
                (row.claim_id, _STATUS.get(row.kind, "reported"), row.at_us, row.source)
                for row in rows
            ],
        )
        self._db.execute("COMMIT")

    def current(self, claim_id: str) -> object:
        """Read a claim's current row."""
        return self._db.execute(
            "SELECT status, at_us, source, updates FROM current WHERE claim_id = ?", (claim_id,)
        ).fetchone()

    def history(self, claim_id: str) -> list[object]:
        """Read a claim's log."""
        return self._db.execute(
            "SELECT at_us, source, kind, text, url FROM log WHERE claim_id = ? ORDER BY at_us, id",
            (claim_id,),
        ).fetchall()

    def as_of(self, claim_id: str, at_us: int) -> list[object]:
        """Read a claim's log up to a moment."""
        return self._db.execute(
            "SELECT at_us, source, kind, text, url FROM log"
            " WHERE claim_id = ? AND at_us <= ? ORDER BY at_us, id",
            (claim_id, at_us),
        ).fetchall()

    def by_status(self, status: str, limit: int) -> list[object]:
        """List current rows of one status."""
        return self._db.execute(
            "SELECT claim_id, status, at_us, source, updates FROM current WHERE status = ? LIMIT ?",
            (status, limit),
        ).fetchall()

    def close(self) -> None:
        """Close the file."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
