"""
Opening: a ledger from a url. The one place that knows the real clock and real chance.

Stores are imported when they are asked for, so that importing claimtrack loads no driver.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from claimtrack.errors import InvalidValueError
from claimtrack.ledger import CLAIMS_AT_HAND, Ledger
from claimtrack.model.ids import ClaimId
from claimtrack.policy import NEWSROOM, Policy
from claimtrack.ports import EntryStore
from claimtrack.text.normalize import slug

_SALT_BYTES = 16
_ID_LENGTH = 48
"""Longest id that is made from a text, before its number; ours, so that ids stay readable."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Give the moment; aware, UTC."""
        return datetime.now(UTC)


class TextIds:
    """Ids made of a claim's first words, and salts from the system's source of chance."""

    def claim_id(self, text: str, attempt: int) -> ClaimId:
        """Make an id: the first words, then, where that is taken, a number from 2."""
        stem = slug(text, longest=_ID_LENGTH, ascii_only=True) or "claim"
        return ClaimId(stem if attempt == 0 else f"{stem}-{attempt + 1}")

    def salts(self, count: int) -> Sequence[bytes]:
        """Make so many salts of 16 bytes."""
        chance = os.urandom(_SALT_BYTES * count)
        return [chance[at : at + _SALT_BYTES] for at in range(0, len(chance), _SALT_BYTES)]


def open_ledger(
    url: str | Path,
    *,
    author: str,
    zone: str = "",
    policy: Policy = NEWSROOM,
    claims_at_hand: int = CLAIMS_AT_HAND,
) -> Ledger:
    """
    Open a ledger, and make it where there is none.

    Args:
        url: A path, or ``sqlite:PATH``, for a file; ``memory:`` for one that lasts as long as the
            object.

        author: Who writes; stands on every entry.

        zone: The time zone of dates that name none, an IANA name or an offset; empty for UTC.

        policy: How claims are judged.

        claims_at_hand: How many claims to keep in memory at most, about 5 kB each.

    Returns:
        The ledger; a context manager that closes itself.

    Raises:
        InvalidValueError: The scheme is not known, the zone does not exist, or *claims_at_hand* is
            no whole number from 0.

        StoreUnavailableError: The file cannot be opened, or is no ledger.

        StoreVersionError: A newer release wrote it.

    Example:
        >>> with open_ledger("memory:", author="desk") as ledger:
        ...     list(ledger.claims())
        []
    """
    if type(claims_at_hand) is not int or claims_at_hand < 0:
        raise InvalidValueError("claims_at_hand", claims_at_hand, "must be a whole number from 0")
    store = _open_store(os.fspath(url))
    try:
        return Ledger(
            store,
            clock=SystemClock(),
            ids=TextIds(),
            author=author,
            zone=zone,
            policy=policy,
            claims_at_hand=claims_at_hand,
        )
    except BaseException:
        store.close()
        raise


def file_of(url: str) -> Path | None:
    """
    Say which file a url names; None where it names none.

    Example:
        >>> file_of("sqlite:belarus.db") == file_of("belarus.db")
        True
    """
    scheme, colon, rest = url.partition(":")
    # One letter before a colon is a drive, not a scheme.
    if not colon or len(scheme) == 1 or "/" in scheme:
        return Path(url) if url else None
    return Path(rest) if scheme == "sqlite" and rest else None


def _open_store(url: str) -> EntryStore:
    if "\0" in url:
        raise InvalidValueError("url", url, "must not hold U+0000")
    file = file_of(url)
    if file is not None:
        from claimtrack.stores.sqlite import SqliteStore

        return SqliteStore(file)
    if url == "memory:":
        from claimtrack.stores.memory import MemoryStore

        return MemoryStore()
    raise InvalidValueError("url", url, "must be a path, sqlite:PATH or memory:")
