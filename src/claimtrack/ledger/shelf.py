"""
The shelf: claims that were read or written lately, kept at hand.

A claim on the shelf is its history folded up to a revision. As long as nobody else wrote to the
store it is the claim; afterwards it is only as good as its revision, and whoever takes it next asks
the store what came since.
"""

from functools import lru_cache
from hashlib import sha256
from threading import Lock

import attrs

from claimtrack.model.claim import Claim
from claimtrack.text.normalize import same_text_key


@attrs.define
class Held:
    """
    A claim with what the ledger needs beside it.

    Attributes:
        claim: The claim.

        hash: The hash of its latest entry, 32 bytes.

        known_text_key: Its `text_key`; None where nobody asked for it yet, as readers never do.

        changes: What the store's `changes` was when this was known to be the latest.
    """

    claim: Claim
    hash: bytes
    known_text_key: int | None
    changes: int

    @property
    def text_key(self) -> int:
        """What equal texts in one story share; see `text_key_of`."""
        if self.known_text_key is None:
            self.known_text_key = text_key_of(self.claim)
        return self.known_text_key


def text_key_of(claim: Claim) -> int:
    """Give 64 bits, signed, that claims of one story share when their texts read the same."""
    return _text_key(claim.story, claim.text)


@lru_cache(maxsize=64)  # asked once when a claim is opened and again when that is written
def _text_key(story: str, text: str) -> int:
    same = f"{story}\n{same_text_key(text)}"
    return int.from_bytes(sha256(same.encode()).digest()[:8], signed=True)


class Shelf:
    """A bounded place for claims; the one that was longest untouched goes first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held: dict[str, Held] = {}
        self._writes = 0
        self._lock = Lock()

    @property
    def writes(self) -> int:
        """How many claims were put here that the ledger itself wrote."""
        return self._writes

    def get(self, claim_id: str) -> Held | None:
        """Take a claim; None where it is not there."""
        with self._lock:
            held = self._held.pop(claim_id, None)
            if held is not None:
                self._held[claim_id] = held
            return held

    def put(self, *written: Held) -> None:
        """Put claims that were written in the place of earlier revisions; a later one stays."""
        with self._lock:
            self._writes += len(written)
            for held in written:
                self._put(held)

    def put_back(self, held: Held, writes: int) -> None:
        """
        Put a claim that was read, unless it may have been written since.

        Args:
            held: The claim.

            writes: What `writes` was before it was read. The later revision may have been put here
                and have had to go, and nothing else would tell that this one is not the latest.
        """
        with self._lock:
            if writes == self._writes:
                self._put(held)

    def clear(self) -> None:
        """Take all claims away."""
        with self._lock:
            self._held.clear()

    def _put(self, held: Held) -> None:
        claim_id = held.claim.id
        known = self._held.pop(claim_id, None)
        if known is not None and known.claim.revision > held.claim.revision:
            held = known
        self._held[claim_id] = held
        if len(self._held) > self._size:
            del self._held[next(iter(self._held))]
