"""Rows of a SQLite store, written: batches in, SQL out."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import attrs

from claimtrack.errors import StoreError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.summary import Summary
from claimtrack.ports import Applied, Batch, Rows, Sealed, Tail, distinct_words
from claimtrack.stores._bodies import deflated
from claimtrack.stores._sqlite_file import CAUGHT, failure
from claimtrack.stores._succession import (
    NO_ENTRY,
    follow,
    require_within,
    unknown_claim,
    unknown_source,
)

_REMEMBERED: Final = 32_768
"""Claims and sources that a writer remembers, at most; some 500 bytes each."""

_KNOWN: Final = (
    "SELECT c.id, c.no, s.last, e.revision, e.hash, c.story, c.lang, c.text_key, c.text,"
    " s.status, s.attention, s.recheck_us, s.expected_us"
    " FROM json_each(?) AS asked CROSS JOIN claim AS c ON c.id = asked.value"
    " CROSS JOIN standing AS s ON s.claim = c.no CROSS JOIN entry AS e ON e.position = s.last"
)
_INSERT_ENTRY: Final = (
    "INSERT INTO entry (position, claim, revision, before, recorded_us, salt, hash, body)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
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
_KNOWN_SOURCES: Final = (
    "SELECT o.id, o.no, o.record"
    " FROM json_each(?) AS asked CROSS JOIN source AS o ON o.id = asked.value"
)
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


@attrs.define
class _Claim:
    """
    A claim as the file has it.

    Attributes:
        no: Its number.

        last: The position of its latest entry; None before its first is written.

        head: That entry's revision and hash.

        wording: The part of its summary that is in `claim`.

        indexed: The part of its summary that is in `standing` and has an index.

        is_new: Whether it has no rows yet.
    """

    no: int
    last: int | None = None
    head: tuple[int, bytes] = NO_ENTRY
    wording: tuple[Any, ...] = (None,) * 4
    indexed: tuple[Any, ...] = (None,) * 4
    is_new: bool = False


class Remembered:
    """
    What the writer need not read again. True for as long as nobody else wrote to the file.

    Attributes:
        claims: Claims by id.

        sources: Number and record of sources, by id.

        tail: Where the ledger ends; None where that was not asked yet.

        version: The file's version that all this is of.

        applied_to: The position of the last entry of the last follow-up that was applied; None
            where that was not asked yet.
    """

    def __init__(self) -> None:
        self.claims: dict[ClaimId, _Claim] = {}
        self.sources: dict[SourceId, tuple[int, bytes]] = {}
        self.tail: Tail | None = None
        self.applied_to: int | None = None
        self.version = -1

    def keep_if(self, version: int) -> None:
        """Forget all where the file is not at this version, and else the oldest of too many."""
        if version != self.version:
            self.forget()
            self.version = version
        _trim(self.claims)
        _trim(self.sources)

    def forget(self) -> None:
        """Forget all."""
        self.claims.clear()
        self.sources.clear()
        self.tail = self.applied_to = None


def _trim(known: dict[Any, Any]) -> None:
    if len(known) > _REMEMBERED:
        for one in list(islice(known, len(known) - _REMEMBERED)):
            del known[one]


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
        db: sqlite3.Connection,
        lock: AbstractContextManager[Any],
        path: Path,
        remembered: Remembered,
    ) -> None:
        self._db = db
        self._lock = lock
        self._path = path
        self._remembered = remembered
        self._failure: BaseException | None = None
        self.entry_count = 0

    def tail(self) -> Tail:
        """Say where the ledger ends."""
        with self._step():
            return self._read_tail()

    def append(self, batch: Batch) -> None:
        """Append a batch."""
        with self._step():
            known = self._recall([entry.claim_id for entry in batch.entries])
            heads = {claim_id: one.head for claim_id, one in known.items()}
            tail = follow(self._read_tail(), heads, batch.entries)
            require_within(tail, batch.rows.statements, batch.applied, after=self._applied_to())
            if len(known) < len(heads):
                self._number(known, heads)
            self._write_entries(known, batch.entries)
            self._remembered.tail = tail
            self.entry_count += len(batch.entries)
            self._write_claims(known, batch.rows, touched=heads)
            self._write_beside(batch.rows)
            if batch.applied:
                self._db.executemany(_INSERT_FOLLOW_UP, map(_follow_up_row, batch.applied))
                self._remembered.applied_to = batch.applied[-1].last

    def replace_rows(self, rows: Rows) -> None:
        """Keep *rows* instead of everything beside the log but applied follow-ups."""
        with self._step():
            self._remembered.forget()
            for sql in _CLEAR:
                self._db.execute(sql)
        self.add_rows(rows)

    def add_rows(self, rows: Rows) -> None:
        """Keep further rows."""
        with self._step():
            require_within(self._read_tail(), rows.statements)
            known = self._recall([summary.id for summary, _ in rows.summaries])
            self._write_claims(known, rows)
            self._write_beside(rows)

    def require_sound(self) -> None:
        """Raise what failed, if anything did."""
        if self._failure is not None:
            raise self._failure

    def end(self) -> None:
        """Refuse all further steps."""
        self._failure = StoreError(f"{self._path}: the transaction has ended")

    @contextmanager
    def _step(self) -> Iterator[None]:
        with self._lock:
            self.require_sound()
            try:
                yield
            except CAUGHT as error:
                self._failure = failure(self._path, error)
                raise self._failure from error
            except BaseException as error:
                self._failure = error
                raise

    def _read_tail(self) -> Tail:
        known = self._remembered
        if known.tail is None:
            row = self._db.execute(
                "SELECT position, recorded_us FROM entry ORDER BY position DESC LIMIT 1"
            ).fetchone()
            known.tail = Tail(*row) if row else Tail(0, 0)
        return known.tail

    def _applied_to(self) -> int:
        known = self._remembered
        if known.applied_to is None:
            row = self._db.execute(
                "SELECT last FROM follow_up ORDER BY first DESC LIMIT 1"
            ).fetchone()
            known.applied_to = row[0] if row else 0
        return known.applied_to

    def _recall(self, claim_ids: Iterable[ClaimId]) -> dict[ClaimId, _Claim]:
        """Find claims, of those asked for that have entries, in the order asked for."""
        remembered = self._remembered.claims
        asked = dict.fromkeys(claim_ids)
        if missing := [one for one in asked if one not in remembered]:
            for id_, no, last, revision, seal, *row in self._db.execute(
                _KNOWN, (json.dumps(missing),)
            ):
                head = (revision, seal)
                remembered[id_] = _Claim(no, last, head, tuple(row[:4]), tuple(row[4:]))
        return {one: remembered[one] for one in asked if one in remembered}

    def _number(self, known: dict[ClaimId, _Claim], claim_ids: Iterable[ClaimId]) -> None:
        """Number the claims that are new, in the order of their first entries."""
        (no,) = self._db.execute("SELECT coalesce(max(no), 0) FROM claim").fetchone()
        for claim_id in claim_ids:
            if claim_id not in known:
                no += 1
                known[claim_id] = self._remembered.claims[claim_id] = _Claim(no, is_new=True)

    def _write_entries(self, known: Mapping[ClaimId, _Claim], entries: Iterable[Sealed]) -> None:
        rows = []
        for position, claim_id, revision, recorded_us, _, salt, seal, body in entries:
            claim = known[claim_id]
            stored = deflated(body)
            rows.append((position, claim.no, revision, claim.last, recorded_us, salt, seal, stored))
            claim.last = position
            claim.head = (revision, seal)
        self._db.executemany(_INSERT_ENTRY, rows)

    def _write_claims(
        self, known: Mapping[ClaimId, _Claim], rows: Rows, touched: Iterable[ClaimId] = ()
    ) -> None:
        """Write the rows of claims that have new entries or a new summary."""
        given = {summary.id: (summary, text_key) for summary, text_key in rows.summaries}
        written = defaultdict[str, list[tuple[Any, ...]]](list)
        for claim_id, (summary, text_key) in given.items():
            claim = known.get(claim_id) or self._recall([claim_id]).get(claim_id)
            if claim is None:
                raise unknown_claim(claim_id)
            wording, indexed, plain = _summary_row(summary, text_key)
            if claim.is_new:
                written[_INSERT_CLAIM].append((claim.no, claim_id, *wording))
            elif wording != claim.wording:
                written[_UPDATE_CLAIM].append((*wording, claim.no))
            if claim.is_new:
                written[_INSERT_STANDING].append((*indexed, *plain, claim.last, claim.no))
            elif indexed != claim.indexed:
                written[_UPDATE_STANDING].append((*indexed, *plain, claim.last, claim.no))
            else:
                written[_UPDATE_PLAIN].append((*plain, claim.last, claim.no))
            claim.wording, claim.indexed, claim.is_new = wording, indexed, False
        for claim_id in touched:
            if claim_id not in given:
                self._write_bare(claim_id, known[claim_id])
        for sql, many in written.items():
            self._db.executemany(sql, many)

    def _write_bare(self, claim_id: ClaimId, claim: _Claim) -> None:
        """Write the rows of a claim that has new entries but no new summary."""
        if claim.is_new:
            self._db.execute(_INSERT_CLAIM, (claim.no, claim_id, *claim.wording))
            nothing = (None,) * 12
            self._db.execute(_INSERT_STANDING, (*nothing, claim.last, claim.no))
            claim.is_new = False
        else:
            self._db.execute(_UPDATE_LAST, (claim.last, claim.no))

    def _write_beside(self, rows: Rows) -> None:
        sources = self._write_sources(rows)
        claims = self._recall([claim_id for claim_id, _ in rows.rests])
        rests = []
        for claim_id, source_id in rows.rests:
            if claim_id not in claims:
                raise unknown_claim(claim_id)
            rests.append((sources[source_id][0], claims[claim_id].no))
        if rests:
            self._db.executemany(_INSERT_REST, rests)
        # In order of position: the index writes a piece of its own for each step back.
        statements = [
            (one.position, words)
            for one in sorted(rows.statements)
            if (words := distinct_words(one.words))
        ]
        if statements:
            self._db.executemany(_INSERT_STATEMENT, statements)

    def _write_sources(self, rows: Rows) -> Mapping[SourceId, tuple[int, bytes]]:
        known = self._remembered.sources
        asked = dict.fromkeys([*rows.sources, *(source_id for _, source_id in rows.rests)])
        if missing := [one for one in asked if one not in known]:
            for source_id, no, record in self._db.execute(_KNOWN_SOURCES, (json.dumps(missing),)):
                known[source_id] = (no, record)
        new: list[tuple[int, SourceId, bytes]] = []
        changed: list[tuple[bytes, int]] = []
        for source_id, record in rows.sources.items():
            if source_id not in known:
                if not new:
                    (no,) = self._db.execute("SELECT coalesce(max(no), 0) FROM source").fetchone()
                no += 1
                new.append((no, source_id, record))
                known[source_id] = (no, record)
            elif known[source_id][1] != record:
                changed.append((record, known[source_id][0]))
                known[source_id] = (known[source_id][0], record)
        if new:
            self._db.executemany(_INSERT_SOURCE, new)
        if changed:
            self._db.executemany(_UPDATE_SOURCE, changed)
        for source_id in asked:
            if source_id not in known:
                raise unknown_source(source_id)
        return known


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
