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
from claimtrack.model.words import any_text, argument, filled_line, refuse, whole
from claimtrack.model.zones import zone_name
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
        InvalidValueError: The url names no place, the author is not one line that says something,
            the zone does not exist, or *claims_at_hand* is no whole number from 0.

        StoreUnavailableError: The file cannot be opened, or is no ledger.

        StoreVersionError: A newer release wrote it.

    Example:
        >>> with open_ledger("memory:", author="desk") as ledger:
        ...     list(ledger.claims())
        []
    """
    place = argument("url", _place, url)
    # Asked again by the ledger; here, so that what is refused leaves no file behind.
    argument("author", filled_line, author)
    argument("zone", zone_name, zone)
    argument("claims_at_hand", whole, claims_at_hand)
    store = _open_store(place)
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


def _place(url: str | Path) -> str:
    """Take a url or a path, as text that may name a file."""
    if not isinstance(url, (str, os.PathLike)):
        raise refuse(url, "must be a text or a path")
    return any_text(os.fspath(url))


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
    file = file_of(url)
    if file is not None:
        from claimtrack.stores.sqlite import SqliteStore

        return SqliteStore(file)
    if url == "memory:":
        from claimtrack.stores.memory import MemoryStore

        return MemoryStore()
    raise InvalidValueError("url", url, "must be a path, sqlite:PATH or memory:")
