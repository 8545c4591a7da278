"""
How entries look as bytes. The only module that knows, and the only one that imports msgspec.

A body is one JSON object in the canonical form of RFC 8785: UTF-8, no white space, keys sorted,
only what must be escaped is escaped. Bodies hold strings, whole numbers, truth values, lists and
objects, never fractions; decimal numbers are strings. Fields that have their default are left out;
a window is one text, and a judgement is shorter than its fields.

Another program recomputes the hashes so::

    digest = SHA-256(salt + body)              the body's bytes, in canonical form
    hash   = SHA-256(previous_hash + digest)   32 zero bytes before a claim's first entry

The position is not hashed: a claim's history can be moved to another ledger and still verifies.
"""

from claimtrack.codec._bodies import (
    FORMAT,
    KINDS,
    canonical,
    decode,
    decode_history,
    encode,
    kind_of,
    source_from_json,
    to_json,
)
from claimtrack.codec._lines import End, applied_to_line, end_to_line, from_line, to_line
from claimtrack.codec._seals import FIRST_HASH, SALT_BYTES, seal

__all__ = [
    "FIRST_HASH",
    "FORMAT",
    "KINDS",
    "SALT_BYTES",
    "End",
    "applied_to_line",
    "canonical",
    "decode",
    "decode_history",
    "encode",
    "end_to_line",
    "from_line",
    "kind_of",
    "seal",
    "source_from_json",
    "to_json",
    "to_line",
]
