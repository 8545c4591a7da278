"""What the writer of a SQLite store need not read again."""

import json
import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

import attrs

from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.ports import Applied, Tail
from claimtrack.stores._succession import NO_ENTRY

_REMEMBERED: Final = 32_768
"""Claims and sources that a writer remembers, at most; some 500 bytes each."""

_CLAIMS: Final = (
    "SELECT c.id, c.no, s.last, e.revision, e.hash, c.story, c.lang, c.text_key, c.text,"
    " s.status, s.attention, s.recheck_us, s.expected_us"
    " FROM json_each(?) AS asked CROSS JOIN claim AS c ON c.id = asked.value"
    " CROSS JOIN standing AS s ON s.claim = c.no CROSS JOIN entry AS e ON e.position = s.last"
)
_SOURCES: Final = (
    "SELECT o.id, o.no, o.record"
    " FROM json_each(?) AS asked CROSS JOIN source AS o ON o.id = asked.value"
)
_TAIL: Final = "SELECT position, recorded_us FROM entry ORDER BY position DESC LIMIT 1"
_APPLIED_TO: Final = "SELECT last FROM follow_up ORDER BY first DESC LIMIT 1"


@attrs.define
class KnownClaim:
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

    What is asked for and not known is read. What it gives is its own, for the writer to bring up to
    date with what it writes.

    Attributes:
        version: The file's version that all this is of.
    """

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self.version = -1
        self._cursor = cursor
        self._claims: dict[ClaimId, KnownClaim] = {}
        self._sources: dict[SourceId, tuple[int, bytes]] = {}
        self._tail: Tail | None = None
        self._applied_to: int | None = None

    def claims(self, asked: Iterable[ClaimId]) -> dict[ClaimId, KnownClaim]:
        """Give the claims that are known, those of the ones asked for that exist among them."""
        known = self._claims
        if missing := [one for one in asked if one not in known]:
            for id_, no, last, revision, seal, *row in self._read(_CLAIMS, missing):
                known[id_] = KnownClaim(no, last, (revision, seal), tuple(row[:4]), tuple(row[4:]))
        return known

    def sources(self, asked: Iterable[SourceId]) -> dict[SourceId, tuple[int, bytes]]:
        """Give number and record of the sources that are known; as `claims`."""
        known = self._sources
        if missing := [one for one in asked if one not in known]:
            for source_id, no, record in self._read(_SOURCES, missing):
                known[source_id] = (no, record)
        return known

    def _read(self, sql: str, ids: list[Any]) -> sqlite3.Cursor:
        return self._cursor.execute(sql, (json.dumps(list(dict.fromkeys(ids))),))

    def tail(self) -> Tail:
        """Say where the ledger ends."""
        if self._tail is None:
            row = self._cursor.execute(_TAIL).fetchone()
            self._tail = Tail(*row) if row else Tail(0, 0)
        return self._tail

    def applied_to(self) -> int:
        """Give the position of the last entry of the last follow-up that was applied."""
        if self._applied_to is None:
            row = self._cursor.execute(_APPLIED_TO).fetchone()
            self._applied_to = row[0] if row else 0
        return self._applied_to

    def written(self, tail: Tail) -> None:
        """Note where the ledger ends now."""
        self._tail = tail

    def applied(self, last: Applied) -> None:
        """Note the last follow-up that was applied."""
        self._applied_to = last.last

    def keep_if(self, version: int) -> None:
        """Forget all where the file is not at this version, and else the oldest of too many."""
        if version != self.version:
            self.forget()
            self.version = version
        _trim(self._claims)
        _trim(self._sources)

    def forget(self) -> None:
        """Forget all."""
        self._claims.clear()
        self._sources.clear()
        self._tail = self._applied_to = None


def _trim(known: dict[Any, Any]) -> None:
    if len(known) > _REMEMBERED:
        for one in list(islice(known, len(known) - _REMEMBERED)):
            del known[one]
