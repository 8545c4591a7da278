"""Seals: the hashes by which the entries of a claim hang together."""

from hashlib import sha256
from typing import Final

FIRST_HASH: Final = bytes(32)
"""What stands for the previous hash before a claim's first entry."""

SALT_BYTES: Final = 16
"""How much chance goes into a digest: 128 bits, so that a short body cannot be guessed from it."""


def seal(previous_hash: bytes, salt: bytes, body: bytes) -> bytes:
    """Compute the hash of an entry: 32 bytes."""
    return sha256(previous_hash + sha256(salt + body).digest()).digest()
