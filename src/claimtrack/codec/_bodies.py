"""Bodies: facts and stamps as canonical JSON, and back."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, Final, Literal

import msgspec

from claimtrack.codec._forms import Function, form
from claimtrack.codec._stamps import Stamp, read_stamp, write_stamp
from claimtrack.errors import DecodeError
from claimtrack.model import updates
from claimtrack.model.entry import Fact
from claimtrack.model.ids import ClaimId
from claimtrack.model.judgement import Judgement
from claimtrack.model.makers import maker_from
from claimtrack.model.report import Report
from claimtrack.model.source import Source

FORMAT: Final = 1
"""The number that every body carries. A change to what is stored is a new number."""

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
_NO_REPORT: Final = msgspec.Raw()


class _Head(msgspec.Struct):
    format: int
    kind: str


class _Body(msgspec.Struct, omit_defaults=True, kw_only=True, gc=False):
    """A body as it is written; its keys sorted."""

    author: str
    because: str = ""
    claim_id: ClaimId
    format: int
    judgement: Stamp
    kind: str
    recorded_at: datetime
    report: Any = _NO_REPORT
    revision: int
    update: Any


class _Read(msgspec.Struct, kw_only=True, tag_field="kind", gc=False):
    """A body as it is read: each kind has a struct of its own, and the ``update`` of that kind."""

    author: str
    because: str = ""
    claim_id: ClaimId
    format: Literal[1]  # `FORMAT`; `_misread` says in our own words that it is another
    judgement: msgspec.Raw
    recorded_at: datetime
    report: msgspec.Raw = _NO_REPORT
    revision: int


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
    kind: Any = type(fact.update)
    if report:
        carried: Any = msgspec.Raw(report)
    else:
        carried = _NO_REPORT if fact.report is None else form(Report).pack(fact.report)
    return _encoder.encode(
        _Body(
            author=fact.author,
            because=fact.because,
            claim_id=fact.claim_id,
            format=FORMAT,
            judgement=write_stamp(judgement),
            kind=_NAMES[kind],
            recorded_at=fact.recorded_at,
            report=carried,
            revision=fact.revision,
            update=msgspec.Raw(update) if update else form(kind).pack(fact.update),
        )
    )


def decode(body: bytes) -> tuple[Fact, Judgement]:
    """
    Read what `encode` wrote, in this or any earlier release.

    The rules of the model are not run again: bodies are sealed by their hash when they are written.

    Raises:
        DecodeError: Not JSON, a newer format, an unknown kind, or a field that is missing or of the
            wrong shape.
    """
    (fact,), judgement = decode_history([body])
    return fact, judgement


def decode_history(bodies: Iterable[bytes]) -> tuple[list[Fact], Judgement]:
    """
    Read the facts of one body or more, and the stamp of the last: a claim carries no other.

    A report that several of them came with is read once, and shared.

    Raises:
        DecodeError: As `decode`; the stamps before the last are not looked at.
    """
    decoder, makers = _readers()
    body = b""
    facts = []
    try:
        for body in bodies:
            read = decoder.decode(body)
            carried = bytes(read.report)
            report = _read_report(carried) if carried else None
            facts.append(makers[type(read)](read, report))
        if not facts:
            raise ValueError("a history without bodies")
    except UNREADABLE as error:
        raise DecodeError((_misread(body, error),)) from error
    return facts, _read_judgement(read.judgement)


# A report comes with several entries of a claim, and with those of other claims of its story.
@lru_cache(maxsize=256)
def _read_report(data: bytes) -> Report:
    try:
        report: Report = _report.unpack(_report_decoder.decode(data))
    except UNREADABLE as error:
        raise DecodeError((with_path(error, "$.report"),)) from error
    return report


def _read_judgement(data: msgspec.Raw) -> Judgement:
    try:
        return read_stamp(_stamp_decoder.decode(data))
    except UNREADABLE as error:
        raise DecodeError((with_path(error, "$.judgement"),)) from error


def to_json(value: Any) -> bytes:
    """Write any value of the model in canonical form, with fields at their default left out."""
    cls: Any = type(value)
    return _encoder.encode(form(cls).pack(value))


def source_from_json(data: bytes) -> Source:
    """
    Read a source that `to_json` wrote.

    Raises:
        DecodeError: It cannot be read.
    """
    try:
        source: Source = form(Source).unpack(_source_decoder.decode(data))
    except UNREADABLE as error:
        raise DecodeError((with_path(error),)) from error
    return source


def canonical(data: bytes) -> bytes:
    """
    Bring JSON into canonical form.

    Raises:
        DecodeError: It is not JSON.
    """
    try:
        return _sorting.encode(msgspec.json.decode(data))
    except UNREADABLE as error:
        raise DecodeError((with_path(error),)) from error


def with_path(error: Exception, at: str = "$") -> str:
    """Put msgspec's message into our form, ``reason @ $.path``, below a path."""
    reason, found, path = str(error).partition(" - at `")
    # Its messages begin as sentences do, but for the names of formats.
    begins = reason if reason[1:2].isupper() else f"{reason[0].lower()}{reason[1:]}"
    return f"{begins} @ {path.rstrip('`').replace('$', at, 1) if found else at}"


def _misread(body: bytes, error: Exception) -> str:
    """Say what is wrong with a body; its format and its kind are told in our own words."""
    with suppress(*UNREADABLE):
        head = msgspec.json.decode(body, type=_Head)
        if head.format != FORMAT:
            return _newer(head.format)
        if head.kind not in KINDS:
            return f"kind {head.kind!r} is not known @ $.kind"
    return with_path(error)


def _newer(number: int) -> str:
    return f"format {number} is not one that this release reads: {FORMAT} @ $.format"


@cache
def _readers() -> tuple[msgspec.json.Decoder[Any], dict[type, Function]]:
    """Make what reads bodies, and what makes a fact of each kind of what was read."""
    makers: dict[type, Function] = {}
    known: Any = None
    for kind, update in KINDS.items():
        update_form = form(update)
        read = msgspec.defstruct(
            "Body", [("update", update_form.wire)], bases=(_Read,), kw_only=True, gc=False, tag=kind
        )
        values = {
            "claim_id": "wire.claim_id",
            "revision": "wire.revision",
            "recorded_at": "wire.recorded_at",
            "author": "wire.author",
            "update": "unpack(wire.update)",
            "report": "report",
            "because": "wire.because",
        }
        parts = {"unpack": update_form.unpack}
        makers[read] = maker_from(Fact, ["wire", "report"], values, parts)
        known = read if known is None else known | read
    return msgspec.json.Decoder(known), makers


UNREADABLE: Final = (msgspec.DecodeError, RecursionError, ValueError)
"""What is raised where bytes are not what we write."""

_report: Final = form(Report)
_encoder: Final = msgspec.json.Encoder()
_sorting: Final = msgspec.json.Encoder(order="sorted")
_report_decoder: Final = msgspec.json.Decoder(_report.wire)
_source_decoder: Final = msgspec.json.Decoder(form(Source).wire)
_stamp_decoder: Final = msgspec.json.Decoder(Stamp)
