"""
How entries look as bytes. The only module that knows, and the only one that imports msgspec.

A body is one JSON object in the canonical form of RFC 8785: UTF-8, no white space, keys sorted,
only what must be escaped is escaped. Bodies hold strings, whole numbers, truth values, lists and
objects, never fractions; decimal numbers are strings. Fields that have their default are left out.

Another program recomputes the hashes so::

    digest = SHA-256(salt + body)              the body's bytes, in canonical form
    hash   = SHA-256(previous_hash + digest)   32 zero bytes before a claim's first entry

The position is not hashed: a claim's history can be moved to another ledger and still verifies.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

import attrs
import msgspec

from claimtrack.errors import DecodeError, InvalidValueError
from claimtrack.model import updates
from claimtrack.model.entry import Fact
from claimtrack.model.ids import ClaimId, claim_id
from claimtrack.model.judgement import Finding, Judgement
from claimtrack.model.report import Report
from claimtrack.model.source import Source
from claimtrack.model.summary import to_microseconds
from claimtrack.model.words import any_text, moment
from claimtrack.model.words import line as one_line
from claimtrack.ports import Applied, Sealed

FORMAT: Final = 1
"""The number that every body carries. A change to what is stored is a new number."""

FIRST_HASH: Final = bytes(32)
"""What stands for the previous hash before a claim's first entry."""

SALT_BYTES: Final = 16
"""How much chance goes into a digest: 128 bits, so that a short body cannot be guessed from it."""

KINDS: Final[dict[str, type]] = {
    "claim_opened": updates.ClaimOpened,
    "reworded": updates.Reworded,
    "translated": updates.Translated,
    "evidence_given": updates.EvidenceGiven,
    "evidence_taken_back": updates.EvidenceTakenBack,
    "entry_taken_back": updates.EntryTakenBack,
    "source_rated": updates.SourceRated,
    "source_named": updates.SourceNamed,
    "slot_declared_unclear": updates.SlotDeclaredUnclear,
    "slot_answered": updates.SlotAnswered,
    "slot_closed": updates.SlotClosed,
    "comment_sought": updates.CommentSought,
    "comment_answered": updates.CommentAnswered,
    "linked": updates.Linked,
    "unlinked": updates.Unlinked,
    "flagged": updates.Flagged,
    "ruled": updates.Ruled,
    "ruling_lifted": updates.RulingLifted,
    "work_moved": updates.WorkMoved,
    "confidence_set": updates.ConfidenceSet,
    "independence_shown": updates.IndependenceShown,
    "rejudged": updates.Rejudged,
    "noted": updates.Noted,
}
"""The stored name of each update. Names stay when classes are renamed."""

_NAMES: Final = {update: kind for kind, update in KINDS.items()}


class _Head(msgspec.Struct):
    format: int
    kind: str


class _Body(msgspec.Struct, omit_defaults=True, kw_only=True):
    format: int
    kind: str
    claim_id: ClaimId
    revision: int
    recorded_at: datetime
    author: str
    update: msgspec.Raw
    judgement: Any
    report: msgspec.Raw | None = None
    because: str = ""


def kind_of(update: updates.Update) -> str:
    """Give the stored name of an update's kind: ``evidence_given``."""
    return _NAMES[type(update)]


def encode(fact: Fact, judgement: Judgement, *, update: bytes = b"", report: bytes = b"") -> bytes:
    """
    Write a body.

    Args:
        fact: What happened.

        judgement: The stamp.

        update: What `to_json` made of the fact's update, where that is at hand already.

        report: What `to_json` made of the fact's report, where that is at hand already.

    Returns:
        Canonical JSON in UTF-8; `decode` gives back what was written.
    """
    if fact.report is not None and not report:
        report = to_json(fact.report)
    body = _Body(
        format=FORMAT,
        kind=_NAMES[type(fact.update)],
        claim_id=fact.claim_id,
        revision=fact.revision,
        recorded_at=fact.recorded_at,
        author=fact.author,
        because=fact.because,
        update=msgspec.Raw(update or to_json(fact.update)),
        report=msgspec.Raw(report) if report else None,
        judgement=_to_wire(judgement),
    )
    return _encoder.encode(body)


def decode(body: bytes) -> tuple[Fact, Judgement]:
    """
    Read what `encode` wrote, in this or any earlier release.

    The rules of the model are not run again: bodies are sealed by their hash when they are written.

    Raises:
        DecodeError: Not JSON, a newer format, an unknown kind, or a field that is missing or of the
            wrong shape.
    """
    try:
        head = _head.decode(body)
        if head.format != FORMAT or head.kind not in KINDS:
            raise DecodeError(_misread(head))
        read = _body_decoder(KINDS[head.kind]).decode(body)
    except _UNREADABLE as error:
        raise DecodeError((_with_path(error),)) from error
    fact = Fact(
        claim_id=read.claim_id,
        revision=read.revision,
        recorded_at=read.recorded_at,
        author=read.author,
        update=read.update,
        report=read.report,
        because=read.because,
    )
    return fact, read.judgement


def seal(previous_hash: bytes, salt: bytes, body: bytes) -> bytes:
    """Compute the hash of an entry: 32 bytes."""
    return sha256(previous_hash + sha256(salt + body).digest()).digest()


def to_json(value: Any) -> bytes:
    """Write any value of the model in canonical form, with fields at their default left out."""
    return _encoder.encode(_to_wire(value))


def source_from_json(data: bytes) -> Source:
    """
    Read a source that `to_json` wrote.

    Raises:
        DecodeError: It cannot be read.
    """
    try:
        return _source.decode(data)
    except msgspec.DecodeError as error:
        raise DecodeError((_with_path(error),)) from error


def canonical(data: bytes) -> bytes:
    """
    Bring JSON into canonical form.

    Raises:
        DecodeError: It is not JSON.
    """
    try:
        return _encoder.encode(msgspec.json.decode(data))
    except _UNREADABLE as error:
        raise DecodeError((_with_path(error),)) from error


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


def to_line(sealed: Sealed) -> bytes:
    """Write an entry as a line of JSON, without the line's end."""
    _, _, _, _, previous, salt, hash_, body = sealed
    raw = msgspec.Raw(body)
    return _lines.encode(_EntryLine(sealed.position, previous.hex(), salt.hex(), hash_.hex(), raw))


def applied_to_line(applied: Applied) -> bytes:
    """Write an applied follow-up as a line of JSON, without the line's end."""
    key, report, digest, first, last = applied
    return _lines.encode(_AppliedLine(key, report, digest.hex(), first, last))


def from_line(line: bytes) -> Sealed | Applied:
    """
    Read what `to_line` or `applied_to_line` wrote, or another program in their place.

    The body may be written in any way that JSON allows: it is brought into canonical form. All the
    rules of the model are run on it.

    Raises:
        DecodeError: It is not such a line, or its body holds what this release does not know.
    """
    try:
        if b'"follow_up"' in line[:14]:
            read = _applied_line.decode(line)
            digest = bytes.fromhex(read.digest)
            return Applied(read.follow_up, read.report, digest, read.first, read.last)
        found = _entry_line.decode(line)
        body = canonical(bytes(found.body))
        fact, judgement = decode(body)
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
    except _UNREADABLE as error:
        raise DecodeError((_with_path(error),)) from error
    except InvalidValueError as error:
        raise DecodeError((f"{error} @ $.body",)) from error
    except ValueError as error:
        raise DecodeError((f"not hexadecimal: {error} @ $",)) from error


def _from_one(field: str, number: int) -> int:
    if number < 1:
        raise DecodeError((f"must be 1, 2, 3, ..., got {number} @ $.{field}",))
    return number


def _of_length(field: str, digits: str, length: int) -> bytes:
    found = bytes.fromhex(digits)
    if len(found) != length:
        raise DecodeError((f"must be {length} bytes, got {len(found)} @ $.{field}",))
    return found


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


def _misread(head: _Head) -> tuple[str, ...]:
    if head.format != FORMAT:
        return (f"format {head.format} is not one that this release reads: {FORMAT} @ $.format",)
    return (f"kind {head.kind!r} is not known @ $.kind",)


def _with_path(error: Exception) -> str:
    """Put msgspec's message into our form: ``reason @ $.path``."""
    reason, found, path = str(error).partition(" - at `")
    # Its messages begin as sentences do, but for the names of formats.
    begins = reason if reason[1:2].isupper() else f"{reason[0].lower()}{reason[1:]}"
    return f"{begins} @ {path.rstrip('`') if found else '$'}"


def _wire_fields(cls: type) -> Iterator[tuple[Any, ...]]:
    hints = get_type_hints(cls)
    for field in attrs.fields(cls):
        kind = hints[field.name]
        if kind == tuple[Finding, ...]:
            continue
        wire = _wire_type(kind)
        if field.default is attrs.NOTHING:
            yield field.name, wire
        else:
            yield field.name, wire, field.default


@cache
def _wire(cls: type) -> type[msgspec.Struct]:
    """
    Make the struct that writes a class of the model.

    msgspec writes *attrs* classes too, but only structs leave out fields that have their default,
    and an entry is a third of the size without them.
    """
    return msgspec.defstruct(
        cls.__name__, list(_wire_fields(cls)), omit_defaults=True, kw_only=True
    )


def _wire_type(kind: Any) -> Any:
    if isinstance(kind, type) and attrs.has(kind):
        return _wire(kind)
    if isinstance(kind, UnionType):
        first, *rest = (_wire_type(one) for one in get_args(kind))
        for one in rest:
            first = first | one
        return first
    if get_origin(kind) is tuple:
        items = tuple(one if one is ... else _wire_type(one) for one in get_args(kind))
        return cast("Any", tuple)[items]
    return kind


def _to_wire(value: Any) -> Any:
    kind: Any = type(value)
    return msgspec.convert(value, _wire(kind), from_attributes=True)


@cache
def _body_decoder(update: type) -> msgspec.json.Decoder[Any]:
    fields: list[tuple[Any, ...]] = [
        ("claim_id", ClaimId),
        ("revision", int),
        ("recorded_at", datetime),
        ("author", str),
        ("update", update),
        ("judgement", Judgement),
        ("report", Report | None, None),
        ("because", str, ""),
    ]
    return msgspec.json.Decoder(msgspec.defstruct("Body", fields, kw_only=True))


_UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_encoder: Final = msgspec.json.Encoder(order="sorted")
_lines: Final = msgspec.json.Encoder()
_head: Final = msgspec.json.Decoder(_Head)
_entry_line: Final = msgspec.json.Decoder(_EntryLine)
_applied_line: Final = msgspec.json.Decoder(_AppliedLine)
_source: Final = msgspec.json.Decoder(Source)
