"""
One claim's entries in a SQLite store, read from the latest backwards.

Each entry knows the one before it. One statement reads several of them, side by side in one row,
which takes less than a recursive one that gives each a row of its own.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from claimtrack.errors import BrokenHistoryError
from claimtrack.model.ids import ClaimId
from claimtrack.ports import Head, Sealed
from claimtrack.stores._bodies import inflated
from claimtrack.stores._succession import NO_ENTRY

Ask = Callable[[str, tuple[Any, ...]], Any]
"""Runs a statement that gives one row, or none: then None."""

_ABREAST: Final = 8
"""How many entries are read at a time: as many as most claims have. Ours."""

_ANY_TIME: Final = 2**63 - 1
"""Later than any moment, in microseconds."""


class _Walk(NamedTuple):
    """
    The statements that go back through a history.

    Their values: where to begin, the lowest revision that is wanted, and what the columns need.

    Attributes:
        first: From a claim's latest entry.

        further: From the entry at a position.

        width: How many columns each entry has, after the latest one's hash.
    """

    first: str
    further: str
    width: int


def _walk(*columns: str) -> _Walk:
    """Write the statements; in the columns, ``{e}`` stands for the entry."""
    entries = [f"e{number}" for number in range(_ABREAST)]
    wanted = ("{e}.revision", "{e}.before", *columns)
    selected = ", ".join(column.format(e=entry) for entry in entries for column in wanted)
    joined = "".join(
        f" LEFT JOIN entry AS {one} ON {one}.position = {later}.before AND {later}.revision > ?2"
        for later, one in pairwise(entries)
    )
    first, further = (
        f"SELECT e0.hash, {selected}"  # noqa: S608
        f" FROM {begin} LEFT JOIN entry AS e0 ON e0.position = latest.last{joined}"
        for begin in (
            "claim AS c CROSS JOIN standing AS latest ON latest.claim = c.no AND c.id = ?1",
            "(SELECT ?1 AS last) AS latest",
        )
    )
    return _Walk(first, further, len(wanted))


_ENTRIES: Final = _walk(
    "{e}.position", "{e}.recorded_us", "{e}.salt", "{e}.hash", "CAST({e}.body AS BLOB)"
)
_BODIES: Final = _walk("CASE WHEN {e}.recorded_us <= ?3 THEN CAST({e}.body AS BLOB) END")


def read_history(ask: Ask, claim_id: ClaimId, after: int, until_us: int | None) -> Sequence[Sealed]:
    """
    Read a claim's entries, oldest first; see `claimtrack.ports.EntryStore.history`.

    Raises:
        BrokenHistoryError: One is missing.
    """
    history: list[Sealed] = []
    before = NO_ENTRY.hash
    # That at *after* too, for its hash.
    _, found = _walked(ask, _ENTRIES, claim_id, (max(after, 1),))
    for revision, _, position, recorded_us, salt, seal, stored in reversed(found):
        if revision > after:
            if until_us is not None and recorded_us > until_us:
                break
            body = inflated(stored)
            history.append(
                Sealed(position, claim_id, revision, recorded_us, before, salt, seal, body)
            )
        before = seal
    return history


def read_bodies(
    ask: Ask, claim_id: ClaimId, after: int, until_us: int | None
) -> tuple[Head, Sequence[bytes]]:
    """
    Read the bodies of a claim's entries; see `claimtrack.ports.EntryStore.bodies`.

    Raises:
        BrokenHistoryError: An entry is missing.
    """
    values = (after + 1, _ANY_TIME if until_us is None else until_us)
    head, found = _walked(ask, _BODIES, claim_id, values)
    bodies = [
        inflated(stored)
        for revision, _, stored in reversed(found)
        if stored is not None and revision > after
    ]
    return head, bodies


def _walked(
    ask: Ask, walk: _Walk, claim_id: ClaimId, values: tuple[int, ...]
) -> tuple[Head, list[tuple[Any, ...]]]:
    """Read a claim's entries, latest first, down to the lowest revision that is wanted."""
    row = ask(walk.first, (claim_id, *values))
    if row is None:
        return NO_ENTRY, []
    head, lowest = Head(row[1], row[0]), values[0]
    if head.revision is None:
        raise _missing(claim_id, lowest)
    found: list[tuple[Any, ...]] = []
    awaited = head.revision
    while True:
        for entry in zip(*[iter(row[1:])] * walk.width, strict=True):
            revision, before = entry[0], entry[1]
            if revision != awaited:
                raise _missing(claim_id, awaited, instead=revision)
            found.append(entry)
            if revision <= lowest:
                return head, found
            if before is None:
                raise _missing(claim_id, revision - 1, instead=0)
            awaited = revision - 1
        row = ask(walk.further, (before, *values))


def _missing(claim_id: ClaimId, revision: int, *, instead: int | None = None) -> BrokenHistoryError:
    """Say that an entry is not there, or that the one that follows it leads to another."""
    if instead is None:
        reason = f"the entry that follows {revision - 1} is missing"
        return BrokenHistoryError(claim_id, revision, reason)
    return BrokenHistoryError(claim_id, revision + 1, f"revision {revision + 1} follows {instead}")
