"""Things made for tests: moments, ids, entries, rows."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from claimtrack.model.confidence import Credibility
from claimtrack.model.ids import ClaimId, parse_claim_id
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.summary import Summary, to_microseconds
from claimtrack.model.work import WorkState
from claimtrack.ports import Head, Sealed, Tail

_START = datetime(2025, 11, 26, 8, 0, tzinfo=UTC)
_START_US = to_microseconds(_START) or 0


class SteppingClock:
    """
    A clock that moves by one step each time it is asked, and never by itself.

    Args:
        start: What it shows first; aware, UTC.

        step: How far it moves.

    Example:
        >>> clock = SteppingClock(step=timedelta(hours=1))
        >>> clock.now().hour, clock.now().hour
        (8, 9)
    """

    def __init__(self, start: datetime = _START, step: timedelta = timedelta(minutes=1)) -> None:
        self._next = start
        self._step = step

    def now(self) -> datetime:
        """Give the moment, and move on."""
        now = self._next
        self._next += self._step
        return now


class CountingIds:
    """
    Ids and salts that count: claim-1, claim-2, ... and 1, 2, ... in 16 bytes.

    Asked again for a text it gives the same id, as every `claimtrack.ports.IdMaker`.

    Example:
        >>> CountingIds().claim_id("Talks are under way", attempt=0)
        'claim-1'
    """

    def __init__(self) -> None:
        self._claims: dict[tuple[str, int], ClaimId] = {}
        self._salts = 0

    def claim_id(self, text: str, attempt: int) -> ClaimId:
        """Give the next id for what it was not asked for yet."""
        following = parse_claim_id(f"claim-{len(self._claims) + 1}")
        return self._claims.setdefault((text, attempt), following)

    def salts(self, count: int) -> Sequence[bytes]:
        """Give the next salts."""
        first = self._salts + 1
        self._salts += count
        return [number.to_bytes(16, "big") for number in range(first, first + count)]


class EntryMaker:
    """
    Makes entries that follow one another, one second apart, without a ledger.

    Bodies are any bytes, and so no ledger could read them; hashes are of the right length and
    chained, but not those of `claimtrack.codec`.
    """

    def __init__(self) -> None:
        self._tail = Tail(0, _START_US)
        self._heads: dict[str, Head] = {}

    def __call__(self, claim_id: str, body: bytes = b"{}") -> Sealed:
        """Make the next entry of a claim."""
        revision, before = self._heads.get(claim_id, (0, bytes(32)))
        position, recorded_us = self._tail.position + 1, self._tail.recorded_us + 1_000_000
        salt = position.to_bytes(16, "big")
        seal = sha256(before + salt + body).digest()
        self._tail = Tail(position, recorded_us)
        self._heads[claim_id] = Head(revision + 1, seal)
        return Sealed(
            position, ClaimId(claim_id), revision + 1, recorded_us, before, salt, seal, body
        )


def plain_summary(claim_id: str, **fields: Any) -> Summary:
    """
    Make a claim's row with nothing special about it.

    Args:
        claim_id: The claim.

        fields: Fields of `Summary` that are to be otherwise.
    """
    values: dict[str, Any] = {
        "id": ClaimId(claim_id),
        "story": "",
        "text": f"Text of {claim_id}",
        "lang": "en",
        "status": Status.REPORTED,
        "credibility": Credibility.POSSIBLY_TRUE,
        "reliability": Reliability.F,
        "revision": 1,
        "work": WorkState.NEW,
        "assignee": "",
        "unclear": "",
        "attention": "",
        "recheck_us": None,
        "expected_us": None,
        "reported_us": None,
        "recorded_us": _START_US,
    }
    return Summary(**{**values, **fields})
