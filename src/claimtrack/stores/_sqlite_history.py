"""One claim's entries in a SQLite store, read from the latest backwards."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from claimtrack.errors import BrokenHistoryError
from claimtrack.model.ids import ClaimId
from claimtrack.ports import Head, Sealed
from claimtrack.stores._bodies import inflated
from claimtrack.stores._succession import NO_ENTRY

Ask = Callable[[str, tuple[Any, ...]], Sequence[tuple[Any, ...]]]
"""Runs a statement and gives its rows."""

_ANY_TIME: Final = 2**63 - 1
"""Later than any moment, in microseconds."""


def _going_back(columns: str) -> str:
    """
    Write the statement that reads a claim's entries, latest first.

    Its values: the claim, the lowest revision that is wanted, and what the columns need.
    """
    return (
        "WITH RECURSIVE chain (position) AS ("  # noqa: S608
        "SELECT s.last FROM claim AS c JOIN standing AS s ON s.claim = c.no WHERE c.id = ?1"
        " UNION ALL SELECT e.before FROM chain CROSS JOIN entry AS e ON e.position = chain.position"
        " WHERE e.revision > ?2)"
        f" SELECT e.revision, e.hash, {columns}"
        " FROM chain LEFT JOIN entry AS e ON e.position = chain.position"
        " WHERE chain.position IS NOT NULL"
    )


_ENTRIES: Final = _going_back("e.position, e.recorded_us, e.salt, CAST(e.body AS BLOB)")
_BODIES: Final = _going_back("CASE WHEN e.recorded_us <= ?3 THEN CAST(e.body AS BLOB) END")


def read_history(ask: Ask, claim_id: ClaimId, after: int, until_us: int | None) -> Sequence[Sealed]:
    """
    Read a claim's entries, oldest first; see `claimtrack.ports.EntryStore.history`.

    Raises:
        BrokenHistoryError: One is missing.
    """
    # That at *after* too, for its hash.
    rows = _chain(ask, _ENTRIES, claim_id, max(after, 1))
    history: list[Sealed] = []
    before = NO_ENTRY.hash
    for revision, seal, position, recorded_us, salt, stored in reversed(rows):
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
    latest_us = _ANY_TIME if until_us is None else until_us
    rows = _chain(ask, _BODIES, claim_id, after + 1, latest_us)
    if not rows:
        return NO_ENTRY, []
    bodies = [
        inflated(stored)
        for revision, _, stored in reversed(rows)
        if stored is not None and revision > after
    ]
    return Head(*rows[0][:2]), bodies


def _chain(
    ask: Ask, statement: str, claim_id: ClaimId, lowest: int, *values: int
) -> Sequence[tuple[Any, ...]]:
    """Read entries, latest first; none of them may be missing, or lead to another claim's."""
    rows = ask(statement, (claim_id, lowest, *values))
    later = None
    for row in rows:
        revision = row[0]
        if revision is None:
            gone = lowest if later is None else later - 1
            reason = f"the entry that follows {gone - 1} is missing"
            raise BrokenHistoryError(claim_id, gone, reason)
        if later is not None and revision != later - 1:
            raise BrokenHistoryError(claim_id, later, f"revision {later} follows {revision}")
        later = revision
    if later is not None and later > lowest:
        raise BrokenHistoryError(claim_id, later, f"revision {later} follows 0")
    return rows
