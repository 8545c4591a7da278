"""Lines of an export: an entry, or a follow-up that was applied, as one JSON object each."""

from typing import Any, Final, NamedTuple

import attrs
import msgspec

from claimtrack.codec._bodies import UNREADABLE, canonical, decode, encode, with_path
from claimtrack.codec._seals import FIRST_HASH, SALT_BYTES
from claimtrack.errors import DecodeError, InvalidValueError
from claimtrack.model.ids import claim_id
from claimtrack.model.summary import to_microseconds
from claimtrack.model.words import any_text, moment
from claimtrack.model.words import line as one_line
from claimtrack.ports import Applied, Sealed


class End(NamedTuple):
    """
    The last line of an export.

    Attributes:
        entries: How many entries it has.

        follow_ups: How many applied follow-ups.

        hash: The hash of the last entry; empty where there is none.
    """

    entries: int
    follow_ups: int
    hash: bytes


class _EntryLine(msgspec.Struct, forbid_unknown_fields=True):
    position: int
    previous_hash: str
    salt: str
    hash: str
    body: msgspec.Raw


class _AppliedLine(msgspec.Struct, forbid_unknown_fields=True):
    follow_up: str
    report: str
    digest: str
    first: int
    last: int


class _EndLine(msgspec.Struct, forbid_unknown_fields=True):
    entries: int
    follow_ups: int
    hash: str


def to_line(sealed: Sealed) -> bytes:
    """Write an entry as a line of JSON, without the line's end."""
    _, _, _, _, previous, salt, hash_, body = sealed
    raw = msgspec.Raw(body)
    return _lines.encode(_EntryLine(sealed.position, previous.hex(), salt.hex(), hash_.hex(), raw))


def applied_to_line(applied: Applied) -> bytes:
    """Write an applied follow-up as a line of JSON, without the line's end."""
    key, report, digest, first, last = applied
    return _lines.encode(_AppliedLine(key, report, digest.hex(), first, last))


def end_to_line(end: End) -> bytes:
    """Write the last line of an export, without the line's end."""
    return _lines.encode(_EndLine(end.entries, end.follow_ups, end.hash.hex()))


def from_line(line: bytes) -> Sealed | Applied | End:
    """
    Read what the functions above wrote, or another program in their place.

    The body may be written in any way that JSON allows: it is brought into canonical form. All the
    rules of the model are run on it.

    Raises:
        DecodeError: It is not such a line, or its body holds what this release does not know.
    """
    try:
        if b'"follow_up"' in line[:14]:
            read = _applied_line.decode(line)
            digest = _bytes(read.digest)
            return Applied(read.follow_up, read.report, digest, read.first, read.last)
        if b'"entries"' in line[:11]:
            end = _end_line.decode(line)
            return End(end.entries, end.follow_ups, _bytes(end.hash))
        found = _entry_line.decode(line)
    except UNREADABLE as error:
        raise DecodeError((with_path(error),)) from error
    body = canonical(bytes(found.body))
    fact, judgement = decode(body)
    try:
        one_line(fact.author)
        any_text(fact.because)
        _require_same(body, encode(_valid(fact), judgement))
        return Sealed(
            _from_one("position", found.position),
            claim_id(fact.claim_id),
            _from_one("revision", fact.revision),
            to_microseconds(moment(fact.recorded_at)) or 0,
            _of_length("previous_hash", found.previous_hash, len(FIRST_HASH)),
            _of_length("salt", found.salt, SALT_BYTES),
            _of_length("hash", found.hash, len(FIRST_HASH)),
            body,
        )
    except InvalidValueError as error:
        raise DecodeError((f"{error} @ $.body",)) from error


def _from_one(field: str, number: int) -> int:
    if number < 1:
        raise DecodeError((f"must be 1, 2, 3, ..., got {number} @ $.{field}",))
    return number


def _of_length(field: str, digits: str, length: int) -> bytes:
    found = _bytes(digits)
    if len(found) != length:
        raise DecodeError((f"must be {length} bytes, got {len(found)} @ $.{field}",))
    return found


def _bytes(digits: str) -> bytes:
    try:
        return bytes.fromhex(digits)
    except ValueError as error:
        raise DecodeError((f"not hexadecimal: {error} @ $",)) from error


def _require_same(body: bytes, again: bytes) -> None:
    """What would not be written again as it came holds something that would be lost."""
    if body != again:
        raise DecodeError(("it holds what this release does not know @ $.body",))


def _valid(value: Any) -> Any:
    """Run the rules of the model on a value that was decoded, and on all that it holds."""
    if isinstance(value, tuple):
        return tuple(_valid(one) for one in value)
    if not attrs.has(type(value)):
        return value
    fields = {
        field.alias: _valid(getattr(value, field.name)) for field in attrs.fields(type(value))
    }
    return type(value)(**fields)


_lines: Final = msgspec.json.Encoder()
_entry_line: Final = msgspec.json.Decoder(_EntryLine)
_applied_line: Final = msgspec.json.Decoder(_AppliedLine)
_end_line: Final = msgspec.json.Decoder(_EndLine)
