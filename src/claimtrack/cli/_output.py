"""
Output: text for people, one JSON object, or one JSON object a line.

Everything for people goes through `claimtrack.text.printable`, so that nothing in the data acts on
the terminal. What goes to machines is UTF-8 whatever the terminal has, with the same characters
escaped as JSON allows.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TextIO

import attrs
import click

from claimtrack.brief import (
    Answer,
    ClaimLine,
    Gone,
    Lifted,
    LinkNews,
    LostVoice,
    Named,
    Settled,
    Unclear,
    Voice,
)
from claimtrack.model.claim import Claim, Heard, Ruling, StandingFlag, Wording
from claimtrack.model.confidence import Confidence
from claimtrack.model.judgement import Judgement
from claimtrack.model.report import Report
from claimtrack.model.slots import Slot
from claimtrack.model.summary import Summary
from claimtrack.text import printable
from claimtrack.text.characters import HIDDEN
from claimtrack.text.display import COLUMNS

WIDEST = 100
"""Columns used at most, however wide the terminal; ours, longer lines are hard to read."""


class Form(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"
    LINES = "lines"


@attrs.frozen(kw_only=True)
class Output:
    """
    Where results go.

    Attributes:
        form: How they are printed.

        lang: The language of text for people.

        columns: How wide a line of it may be.

        outlives_its_reader: Whether a command goes on where nobody reads any more what it prints,
            as one does that records something: what was asked for is recorded, told or not.
    """

    form: Form = Form.TEXT
    lang: str = "en"
    columns: int = COLUMNS
    outlives_its_reader: bool = False

    @property
    def is_text(self) -> bool:
        """Whether people read it."""
        return self.form is Form.TEXT

    def one(self, value: object, in_words: Callable[[], str]) -> None:
        """Print one result; *in_words* is called only for people."""
        if self.is_text:
            self.text(in_words())
        else:
            self.data(value)

    def many(self, key: str, values: Iterable[object], in_words: Callable[[Any], str]) -> None:
        """Print results one after the other; as one object they are a list under *key*."""
        if self.form is Form.JSON:
            self.data({key: [plain(value) for value in values]})
            return
        for value in values:
            self.one(value, lambda value=value: in_words(value))  # type: ignore[misc]

    def text(self, words: str) -> None:
        """Print text for people; nothing where there is none."""
        if words:
            with self._printing():
                click.echo(printable(words, keep_newlines=True))

    def data(self, value: object) -> None:
        """Print a value for machines."""
        indent = 2 if self.form is Form.JSON else None
        written = json.dumps(plain(value), ensure_ascii=False, indent=indent)
        self.raw([f"{_escaped(written)}\n".encode()])

    def raw(self, lines: Iterable[bytes]) -> None:
        """Write bytes as they are."""
        if sys.stdout is None:  # it was closed before the command began
            return
        with self._printing():
            sys.stdout.flush()
            stream = sys.stdout.buffer
            for line in lines:
                stream.write(line)
            stream.flush()

    def _printing(self) -> AbstractContextManager[None]:
        return unheard(sys.stdout) if self.outlives_its_reader else nullcontext()


@contextmanager
def unheard(stream: TextIO) -> Iterator[None]:
    """Go on where nobody reads a stream any more; what is printed to it then goes nowhere."""
    try:
        yield
    except BrokenPipeError:
        # Also what still waits in buffers, which would fail when the program ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def columns() -> int:
    """Say how many columns there are: the terminal's up to `WIDEST`, or 80 where there is none."""
    return min(shutil.get_terminal_size().columns, WIDEST) if _is_watched() else COLUMNS


def _is_watched() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _escaped(written: str) -> str:
    """Escape in JSON what could act on a terminal; a parser reads the same."""
    return HIDDEN.sub(_escape, written)


def _escape(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else f"\\u{ord(found[0]):04x}"


_COMPUTED: Mapping[type, tuple[str, ...]] = {
    Claim: ("status", "confidence"),
    ClaimLine: (
        "claim_id",
        "text",
        "lang",
        "translations",
        "status",
        "confidence",
        "ruled_because",
    ),
    Confidence: ("grade",),
    Report: ("id",),
    Slot: ("state",),
    Summary: ("grade", "recorded_at", "reported_at", "recheck_by", "expected_by"),
}
"""Properties that are printed beside the fields."""

_LEFT_OUT: Mapping[type, frozenset[str]] = {
    Claim: frozenset({"accounts", "judgement"}),  # the evidence again; status and confidence
    ClaimLine: frozenset({"claim"}),
    Judgement: frozenset({"findings"}),
    Report: frozenset({"given_id"}),
    Summary: frozenset({"recheck_us", "expected_us", "reported_us", "recorded_us"}),
}
"""Fields that are not printed, since something else there says the same."""

_NEWS: Mapping[type, str] = {
    Answer: "answered",
    Gone: "no_longer_held",
    Heard: "response",
    Lifted: "ruling_lifted",
    LinkNews: "link",
    LostVoice: "taken_back",
    Named: "named",
    Ruling: "ruled",
    Settled: "settled",
    StandingFlag: "flagged",
    Unclear: "unclear",
    Voice: "said",
    Wording: "reworded",
}
"""What news is called, where there is a list of it."""


def plain(value: object) -> Any:
    """
    Make of a value what JSON has.

    Keys are the attributes of the model; times are ISO 8601 in UTC, decimal numbers are strings.
    """
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(one) for one in value)
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, bytes):
        return value.hex()
    if attrs.has(type(value)):
        return _object(value)
    return value


def _object(value: Any) -> dict[str, Any]:
    kind = type(value)
    left_out = _LEFT_OUT.get(kind, frozenset())
    names = [field.name for field in attrs.fields(kind) if field.name not in left_out]
    found = {name: plain(getattr(value, name)) for name in (*names, *_COMPUTED.get(kind, ()))}
    if "news" in found:
        found["news"] = [{"kind": _NEWS[type(one)], **plain(one)} for one in value.news]
    return found
