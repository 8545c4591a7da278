"""What may follow what: the checks that every store makes before it keeps a batch."""

from collections.abc import Iterable
from typing import Final

from claimtrack.errors import BrokenHistoryError, StoreError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.ports import Applied, Head, Sealed, Statement, Tail

SALT: Final = 16
"""Bytes of a salt."""

HASH: Final = 32
"""Bytes of a hash."""

NO_ENTRY: Final = Head(0, bytes(HASH))
"""Where the history of a claim without entries ends."""


def follow(tail: Tail, heads: dict[ClaimId, tuple[int, bytes]], entries: Iterable[Sealed]) -> Tail:
    """
    Check that entries follow the ledger's end and, each, its claim's history.

    Args:
        tail: Where the ledger ends.

        heads: Where the history of each claim ends, of those that have entries; brought up to date
            here, and new claims are added in the order of their first entries.

        entries: New entries.

    Returns:
        Where the ledger ends now.

    Raises:
        BrokenHistoryError: They do not follow.
    """
    last, latest_us = tail
    for entry in entries:
        position, claim_id, revision, recorded_us, before, salt, seal, _ = entry
        head = heads.get(claim_id, NO_ENTRY)
        if (
            position != last + 1
            or recorded_us < latest_us
            or revision != head[0] + 1
            or before != head[1]
            or len(salt) != SALT
            or len(seal) != HASH
        ):
            reason = _why_not(entry, Tail(last, latest_us), Head(*head))
            raise BrokenHistoryError(claim_id, revision, reason)
        heads[claim_id] = (revision, seal)
        last, latest_us = position, recorded_us
    return Tail(last, latest_us)


def _why_not(entry: Sealed, tail: Tail, head: Head) -> str:
    if entry.position != tail.position + 1:
        return f"position {entry.position} follows {tail.position}"
    if entry.recorded_us < tail.recorded_us:
        return "it was recorded before the entry at the position before"
    if entry.revision != head.revision + 1:
        return f"revision {entry.revision} follows {head.revision}"
    if entry.previous_hash != head.hash:
        return "its previous hash is not that of the entry before"
    return f"its salt has not {SALT} bytes, or its hash not {HASH}"


def require_within(
    tail: Tail,
    statements: Iterable[Statement],
    applied: Iterable[Applied] = (),
    *,
    after: int = 0,
) -> None:
    """
    Check that wordings and follow-ups name positions of the log.

    Args:
        tail: Where the log ends.

        statements: New wordings.

        applied: New follow-ups.

        after: The position of the last entry of the last follow-up that was applied before.

    Raises:
        StoreError: They do not, or a follow-up does not come after the one before it.
    """
    for statement in statements:
        if not 0 < statement.position <= tail.position:
            msg = f"a wording came with position {statement.position}, which the log does not have"
            raise StoreError(msg)
    for one in applied:
        if not after < one.first <= one.last <= tail.position:
            msg = f"follow-up {one.key!r} has positions that do not follow, or are not in the log"
            raise StoreError(msg)
        after = one.last


def unknown_claim(claim_id: ClaimId) -> StoreError:
    """Say that a row names a claim that has no entry."""
    return StoreError(f"a row names a claim without entries: {claim_id}")


def unknown_source(source_id: SourceId) -> StoreError:
    """Say that a row names a source that has no record."""
    return StoreError(f"a row names a source without a record: {source_id}")
