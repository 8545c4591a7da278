"""Rows of a SQLite store, written: batches in, SQL out."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from zlib import crc32

from claimtrack.errors import StoreError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.summary import Summary
from claimtrack.ports import Applied, Batch, Rows, Sealed, Tail, distinct_words
from claimtrack.stores._bodies import deflated
from claimtrack.stores._sqlite_file import CAUGHT, failure
from claimtrack.stores._sqlite_known import KnownClaim, Remembered
from claimtrack.stores._succession import (
    follow,
    require_within,
    unknown_claim,
    unknown_source,
)

_INSERT_ENTRY: Final = (
    "INSERT INTO entry (position, claim, revision, before, recorded_us, salt, hash, body)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST_CLAIM: Final = "SELECT coalesce(max(no), 0) FROM claim"
_INSERT_CLAIM: Final = (
    "INSERT INTO claim (no, id, story, lang, text_key, text) VALUES (?, ?, ?, ?, ?, ?)"
)
_UPDATE_CLAIM: Final = "UPDATE claim SET story = ?, lang = ?, text_key = ?, text = ? WHERE no = ?"
_INSERT_STANDING: Final = (
    "INSERT INTO standing (status, attention, recheck_us, expected_us, credibility, reliability,"
    " revision, work, assignee, unclear, reported_us, recorded_us, last, claim)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_STANDING: Final = (
    "UPDATE standing SET status = ?, attention = ?, recheck_us = ?, expected_us = ?,"
    " credibility = ?, reliability = ?, revision = ?, work = ?, assignee = ?, unclear = ?,"
    " reported_us = ?, recorded_us = ?, last = ? WHERE claim = ?"
)
# Without the columns that have an index: SQLite writes an index anew whenever its column is named,
# whether or not the value changed.
_UPDATE_PLAIN: Final = (
    "UPDATE standing SET credibility = ?, reliability = ?, revision = ?, work = ?, assignee = ?,"
    " unclear = ?, reported_us = ?, recorded_us = ?, last = ? WHERE claim = ?"
)
_UPDATE_LAST: Final = "UPDATE standing SET last = ? WHERE claim = ?"
_LAST_SOURCE: Final = "SELECT coalesce(max(no), 0) FROM source"
_INSERT_SOURCE: Final = "INSERT INTO source (no, id, record) VALUES (?, ?, ?)"
_UPDATE_SOURCE: Final = "UPDATE source SET record = ? WHERE no = ?"
_INSERT_REST: Final = "INSERT INTO rests (source, claim) VALUES (?, ?) ON CONFLICT DO NOTHING"
_INSERT_STATEMENT: Final = "INSERT INTO statement (rowid, words) VALUES (?, ?)"
_INSERT_FOLLOW_UP: Final = (
    "INSERT INTO follow_up (first, last, key_sum, key, report, digest) VALUES (?, ?, ?, ?, ?, ?)"
)
_CLEAR: Final = (
    "UPDATE claim SET story = NULL, lang = NULL, text_key = NULL, text = NULL",
    "DELETE FROM standing",
    "INSERT INTO standing (claim, last) SELECT claim, max(position) FROM entry GROUP BY claim",
    "DELETE FROM rests",
    "DELETE FROM source",
    "INSERT INTO statement (statement) VALUES ('delete-all')",
)


P = ParamSpec("P")
T = TypeVar("T")


def _step(
    work: Callable[Concatenate["SqliteWriting", P], T],
) -> Callable[Concatenate["SqliteWriting", P], T]:
    """Make a method a step of the transaction."""

    @wraps(work)
    def step(self: "SqliteWriting", /, *args: P.args, **options: P.kwargs) -> T:
        with self._lock:
            self.require_sound()
            try:
                return work(self, *args, **options)
            except CAUGHT as error:
                self._failure = failure(self._path, error)
                raise self._failure from error
            except BaseException as error:
                self._failure = error
                raise

    return step


class SqliteWriting:
    """
    An open transaction; see `claimtrack.ports.Writing`.

    A step that fails leaves its beginning behind, so that nothing can be made of the transaction
    any more: what failed is raised again by every further step, and when the block ends.

    Attributes:
        entry_count: How many entries it has so far.
    """

    def __init__(
        self,
        cursor: sqlite3.Cursor,
        lock: AbstractContextManager[Any],
        path: Path,
        remembered: Remembered,
    ) -> None:
        self._cursor = cursor
        self._lock = lock
        self._path = path
        self._remembered = remembered
        self._failure: BaseException | None = None
        self._has_ended = False
        self.entry_count = 0

    @_step
    def tail(self) -> Tail:
        """Say where the ledger ends."""
        return self._remembered.tail()

    @_step
    def append(self, batch: Batch) -> None:
        """Append a batch."""
        entries, rows, applied = batch.entries, batch.rows, batch.applied
        remembered = self._remembered
        asked = dict.fromkeys([entry.claim_id for entry in entries])
        known = remembered.claims(asked)
        heads = {claim_id: known[claim_id].head for claim_id in asked if claim_id in known}
        tail = follow(remembered.tail(), heads, entries)
        require_within(tail, rows.statements, applied, after=remembered.applied_to())
        self._number(known, heads)
        self._write_entries(known, entries)
        remembered.written(tail)
        self.entry_count += len(entries)
        self._write_claims(rows, touched=heads)
        self._write_beside(rows)
        if applied:
            self._cursor.executemany(_INSERT_FOLLOW_UP, map(_follow_up_row, applied))
            remembered.applied(applied[-1])

    @_step
    def replace_rows(self, rows: Rows) -> None:
        """Keep *rows* instead of everything beside the log but applied follow-ups."""
        self._remembered.forget()
        for sql in _CLEAR:
            self._cursor.execute(sql)
        self.add_rows(rows)

    @_step
    def add_rows(self, rows: Rows) -> None:
        """Keep further rows."""
        require_within(self._remembered.tail(), rows.statements)
        self._write_claims(rows)
        self._write_beside(rows)

    def require_sound(self) -> None:
        """Raise what failed, if anything did."""
        if self._failure is not None:
            raise self._failure
        if self._has_ended:
            raise StoreError(f"{self._path}: the transaction has ended")

    def end(self) -> None:
        """Refuse all further steps."""
        self._has_ended = True

    def _number(self, known: dict[ClaimId, KnownClaim], claim_ids: Iterable[ClaimId]) -> None:
        """Number the claims that are new, in the order of their first entries."""
        no = 0
        for claim_id in claim_ids:
            if claim_id not in known:
                if not no:
                    (no,) = self._cursor.execute(_LAST_CLAIM).fetchone()
                no += 1
                known[claim_id] = KnownClaim(no, is_new=True)

    def _write_entries(
        self, known: Mapping[ClaimId, KnownClaim], entries: Iterable[Sealed]
    ) -> None:
        rows = []
        for position, claim_id, revision, recorded_us, _, salt, seal, body in entries:
            claim = known[claim_id]
            stored = deflated(body)
            rows.append((position, claim.no, revision, claim.last, recorded_us, salt, seal, stored))
            claim.last = position
            claim.head = (revision, seal)
        self._cursor.executemany(_INSERT_ENTRY, rows)

    def _write_claims(self, rows: Rows, touched: Iterable[ClaimId] = ()) -> None:
        """Write the rows of claims that have new entries or a new summary."""
        given = {summary.id: (summary, text_key) for summary, text_key in rows.summaries}
        known = self._remembered.claims(given)
        written: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for claim_id, (summary, text_key) in given.items():
            claim = known.get(claim_id)
            if claim is None:
                raise unknown_claim(claim_id)
            wording, indexed, plain = _summary_row(summary, text_key)
            if claim.is_new:
                written[_INSERT_CLAIM].append((claim.no, claim_id, *wording))
                written[_INSERT_STANDING].append((*indexed, *plain, claim.last, claim.no))
                claim.wording, claim.indexed, claim.is_new = wording, indexed, False
                continue
            if wording != claim.wording:
                written[_UPDATE_CLAIM].append((*wording, claim.no))
                claim.wording = wording
            if indexed != claim.indexed:
                written[_UPDATE_STANDING].append((*indexed, *plain, claim.last, claim.no))
                claim.indexed = indexed
            else:
                written[_UPDATE_PLAIN].append((*plain, claim.last, claim.no))
        for claim_id in touched:
            if claim_id not in given:
                self._write_bare(claim_id, known[claim_id])
        for sql, many in written.items():
            self._cursor.executemany(sql, many)

    def _write_bare(self, claim_id: ClaimId, claim: KnownClaim) -> None:
        """Write the rows of a claim that has new entries but no new summary."""
        if claim.is_new:
            self._cursor.execute(_INSERT_CLAIM, (claim.no, claim_id, *claim.wording))
            nothing = (None,) * 12
            self._cursor.execute(_INSERT_STANDING, (*nothing, claim.last, claim.no))
            claim.is_new = False
        else:
            self._cursor.execute(_UPDATE_LAST, (claim.last, claim.no))

    def _write_beside(self, rows: Rows) -> None:
        self._write_sources(rows.sources)  # first, so that new ones need not be asked for twice
        claims = self._remembered.claims([claim_id for claim_id, _ in rows.rests])
        sources = self._remembered.sources([source_id for _, source_id in rows.rests])
        rests = []
        for claim_id, source_id in rows.rests:
            claim, source = claims.get(claim_id), sources.get(source_id)
            if source is None:
                raise unknown_source(source_id)
            if claim is None:
                raise unknown_claim(claim_id)
            rests.append((source[0], claim.no))
        if rests:
            self._cursor.executemany(_INSERT_REST, rests)
        # In order of position: the index writes a piece of its own for each step back.
        statements = [
            (one.position, words)
            for one in sorted(rows.statements)
            if (words := distinct_words(one.words))
        ]
        if statements:
            self._cursor.executemany(_INSERT_STATEMENT, statements)

    def _write_sources(self, records: Mapping[SourceId, bytes]) -> None:
        known = self._remembered.sources(records)
        new: list[tuple[int, SourceId, bytes]] = []
        changed: list[tuple[bytes, int]] = []
        for source_id, record in records.items():
            if source_id not in known:
                if not new:
                    (no,) = self._cursor.execute(_LAST_SOURCE).fetchone()
                no += 1
                new.append((no, source_id, record))
                known[source_id] = (no, record)
            elif known[source_id][1] != record:
                changed.append((record, known[source_id][0]))
                known[source_id] = (known[source_id][0], record)
        if new:
            self._cursor.executemany(_INSERT_SOURCE, new)
        if changed:
            self._cursor.executemany(_UPDATE_SOURCE, changed)


def _summary_row(summary: Summary, text_key: int) -> tuple[tuple[Any, ...], ...]:
    """A summary in the order of the columns: of `claim`; of `standing`, indexed ones first."""
    return (
        (summary.story, summary.lang, text_key, summary.text),
        (summary.status._value_, summary.attention, summary.recheck_us, summary.expected_us),
        (
            summary.credibility._value_,
            summary.reliability._value_,
            summary.revision,
            summary.work._value_,
            summary.assignee,
            summary.unclear,
            summary.reported_us,
            summary.recorded_us,
        ),
    )


def key_sum(key: str) -> int:
    """Give the short number under which a follow-up's key is indexed."""
    return crc32(key.encode())


def _follow_up_row(one: Applied) -> tuple[Any, ...]:
    report = None if one.report == one.key else one.report
    return one.first, one.last, key_sum(one.key), one.key, report, one.digest
