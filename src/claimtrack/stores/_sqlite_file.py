"""A ledger's file: opened, known as ours, brought up to date, its failures told in our words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from claimtrack.errors import StoreError, StoreUnavailableError, StoreVersionError
from claimtrack.stores import migrations

APPLICATION_ID: Final = 0x636C6D74
"""What tells our file from another program's: ``clmt``, in the header where `file` finds it."""

VERSION: Final = len(migrations.SQLITE)
"""The schema version that this release writes, and the newest that it reads."""

SETTINGS: Final = (
    "PRAGMA synchronous = FULL",  # an acknowledged commit survives a power cut
    "PRAGMA cache_size = -65536",  # 64 MiB: the pages that a batch touches at 100,000 claims
    # After 16 MiB: a commit that makes the log longer costs half as much again as one that writes
    # over what was checkpointed.
    "PRAGMA wal_autocheckpoint = 4096",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA temp_store = MEMORY",
    # Some builds write zeros over all that is given up, and so into the log too.
    "PRAGMA secure_delete = FAST",
)

BULK: Final = 250
"""Entries of a transaction from which it is bulk work, for which `ROOM` pays. Ours."""

ROOM: Final = "PRAGMA wal_autocheckpoint = 16384"
"""In bulk work the log has 64 MiB: what many transactions touch is written to its place once."""

_TRIES: Final = 100
"""How often to try to change the mode of a new file that others open too. Ours: 2 is common."""

_SMALLEST: Final = 512
"""Bytes of the smallest SQLite file: one page of the smallest size."""

_NOT_WRITABLE: Final = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_EFFECTIVE: Final = os.access in os.supports_effective_ids

_REASONS: Final = {
    sqlite3.SQLITE_BUSY: "locked by another program for too long",
    sqlite3.SQLITE_LOCKED: "locked by another program for too long",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only",
    sqlite3.SQLITE_CORRUPT: "the file is damaged",
    sqlite3.SQLITE_NOTADB: "not a SQLite file, or its beginning is damaged",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
    sqlite3.SQLITE_PERM: "the file cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk failed",
}


CAUGHT: Final = (sqlite3.Error, OverflowError, UnicodeError)
"""What the driver raises: its own errors, and those of values that it cannot bind."""


def failure(path: Path, error: Exception) -> StoreError:
    """Put a driver's error into our words."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return StoreUnavailableError(f"{path}: the store is closed")
    if isinstance(code, int) and (reason := _REASONS.get(code & 0xFF)):
        return StoreUnavailableError(f"{path}: {reason} ({error})")
    return StoreError(f"{path}: {error}")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the driver raises into our errors."""
    try:
        yield
    except CAUGHT as error:
        raise failure(path, error) from error


class Opened(NamedTuple):
    """An open file, and whether it may only be read."""

    db: sqlite3.Connection
    read_only: bool


def open_file(path: Path, timeout_s: float) -> Opened:
    """
    Open a ledger's file, and make it where there is none.

    Raises:
        StoreUnavailableError: It cannot be opened, or is not a ledger.

        StoreVersionError: A newer release wrote it.
    """
    try:
        _require_place(path)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreUnavailableError(f"{path}: the file cannot be opened ({reason})") from error
    with translated(path):
        try:
            db = _prepared(path, timeout_s, "mode=rwc")
        except sqlite3.OperationalError as error:
            # In a folder that is read-only to us SQLite cannot make the index of the log that it
            # needs for reading. Where there is no log either, nobody has the file open.
            if error.sqlite_errorcode & 0xFF not in _NOT_WRITABLE or not path.exists():
                raise
            if _size(_log_of(path)):
                raise
            return Opened(_prepared(path, timeout_s, "mode=ro&immutable=1"), read_only=True)
    return Opened(db, read_only=not os.access(path, os.W_OK, effective_ids=_EFFECTIVE))


def _require_place(path: Path) -> None:
    if path.is_dir():
        raise StoreUnavailableError(f"{path}: a folder, not a file")
    if not path.parent.is_dir():
        raise StoreUnavailableError(f"{path}: the folder it should lie in does not exist")
    # Its size only. To open the file and close it would take away the locks that other connections
    # of this process have on it; https://sqlite.org/howtocorrupt.html, 2.2.
    size, log = _size(path), _size(_log_of(path))
    if 0 < size < _SMALLEST or (not size and log):
        # SQLite would take it for a new file, and throw the log away.
        msg = f"{path}: the file is damaged, or no ledger: it has {size} bytes"
        raise StoreUnavailableError(msg)


def _require_whole_pages(db: sqlite3.Connection, path: Path) -> None:
    (page_size,) = db.execute("PRAGMA page_size").fetchone()
    # With a log beside it the file may end anywhere: the log has the rest.
    if _size(path) % page_size and not _size(_log_of(path)):
        raise StoreUnavailableError(f"{path}: the file is damaged (it ends within a page)")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _prepared(path: Path, timeout_s: float, options: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=timeout_s,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        db.execute("BEGIN")  # so that what is asked next is of one moment
        version = _version(db, path)
        _require_whole_pages(db, path)
        db.execute("COMMIT")
        if version < VERSION:
            _write_ahead(db)
            _migrate(db, path)
        for setting in SETTINGS:
            db.execute(setting)
    except BaseException:
        db.close()
        raise
    return db


def _write_ahead(db: sqlite3.Connection) -> None:
    # The change of mode does not wait for others that open the same new file; a transaction does.
    for _ in range(_TRIES):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
        else:
            return
    db.execute("PRAGMA journal_mode = WAL")


def _version(db: sqlite3.Connection, path: Path) -> int:
    """Find how many steps the file has taken; 0 for a new one."""
    (owner,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not (owner or version or tables):
        return 0
    if owner != APPLICATION_ID:
        whose = f"application id {owner:#x}" if owner else "no application id"
        raise StoreUnavailableError(f"{path}: a SQLite file of another program ({whose})")
    if version > VERSION:
        raise StoreVersionError(str(version), str(VERSION), str(path))
    return int(version)


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another program may have been quicker.
        for step in migrations.SQLITE[_version(db, path) :]:
            for statement in _statements(migrations.read(step)):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
