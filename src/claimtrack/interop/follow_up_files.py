"""
Follow-up files: one report and all that it changes, as TOML for people and JSON lines for pipes.

Both have one shape, format 1, described in ``docs/reference/formats/follow-up.md`` and, for
machines, in the JSON Schema beside it. Nothing is read halfway: what is wrong with a follow-up is
reported at once, each problem with its path. No file is opened here.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

import attrs

from claimtrack.errors import FollowUpFileError
from claimtrack.interop._items import WITHDRAWAL, ClaimTable, UpdateTable, sorted_out
from claimtrack.interop._shapes import Key, Many, Record, Text, Whole
from claimtrack.interop._sources import ReportTable, SourceTables
from claimtrack.interop._toml_lines import line_of, lines_of
from claimtrack.interop._walk import ROOT, Doubled, Walk, inside
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.source import Source
from claimtrack.model.words import line
from claimtrack.text.normalize import slug

FORMAT: Final = 1
"""The number of the format. A change to what a file may say is a new number."""

_LONGEST_NAME = 40
"""Longest name that is made for a source; ours, so that tables stay readable."""

_BOM = b"\xef\xbb\xbf"

FILE: Final = Record(
    name="follow-up",
    keys={
        "format": Key(shape=Whole(least=FORMAT, most=FORMAT), default=None),
        "key": Key(shape=Text(), rule=line, default=""),
        "report": Key(shape=ReportTable()),
        "sources": Key(shape=SourceTables(), default=MappingProxyType({})),
        "claims": Key(shape=Many(ClaimTable()), default=[]),
        "updates": Key(shape=Many(UpdateTable()), default=[]),
        "withdrawals": Key(shape=Many(WITHDRAWAL), default=[]),
    },
    make=lambda **given: given,
    unmake=lambda parts: parts,
    about=FollowUp,
)
"""The whole file. Report and sources come before what looks at them."""


@attrs.frozen(kw_only=True)
class Located:
    """
    A follow-up that was read, and where in the file it stands.

    Attributes:
        follow_up: The follow-up.

        file: The file's name.

        line: The number of its line; 0 where the file is one follow-up.

        paths: The path of each item, in order; several share one that a table says of several
            claims.

        toml: The file's text, where it is one follow-up in TOML.
    """

    follow_up: FollowUp
    file: str
    line: int = 0
    paths: tuple[str, ...]
    toml: str = attrs.field(default="", repr=False)

    def problems(self, objections: Iterable[tuple[str, str]]) -> list[str]:
        """
        Say where in the file something stands, as problems of the file itself are told.

        Args:
            objections: What is to be said, and where it is in the follow-up: ``items[3]``; empty
                for all of it.

        Returns:
            ``line 7: reason @ $.updates[2]`` each, in the order of the lines; what is said of
            several claims at one place, once.
        """
        told = dict.fromkeys(f"{reason} @ {self._path(place)}" for reason, place in objections)
        return [f"{_at_line(self.line)}{one}" for one in _with_lines(told, self.toml)]

    def _path(self, place: str) -> str:
        kind, _, number = place.partition("[")
        if kind == "items":
            return self.paths[int(number.rstrip("]"))]
        return f"{ROOT}.{place}" if place else ROOT


def parse_toml(data: bytes, file: str = "-") -> FollowUp:
    """
    Read a follow-up that a person wrote.

    Args:
        data: TOML 1.0 in UTF-8.

        file: The file's name, for messages.

    Returns:
        The follow-up.

    Raises:
        FollowUpFileError: It is not UTF-8 or not TOML, or says what a follow-up file cannot; every
            problem is listed with its path.

    Example:
        >>> follow_up = parse_toml(b'''
        ... [report]
        ... url = "https://news.example/1"
        ... [[updates]]
        ... claim = "belarus-talks"
        ... unclear = ["who", "when"]
        ... ''')
        >>> follow_up.items[0].update.slots
        ('who', 'when')
    """
    return read_toml(data, file).follow_up


def read_toml(data: bytes, file: str = "-") -> Located:
    """
    Read a follow-up as `parse_toml` does, and where in the file it stands.

    Raises:
        FollowUpFileError: As `parse_toml`.
    """
    try:
        text = _decoded(data)
        if not text.strip():
            raise FollowUpFileError(file, (f"must not be empty @ {ROOT}",))
        # Decimals stay exact; a float would not.
        found = tomllib.loads(text, parse_float=_decimal)
    except RecursionError:
        raise FollowUpFileError(file, (f"nested too deeply @ {ROOT}",)) from None
    except ValueError as error:  # what tomllib raises, and int() for a number without end
        raise FollowUpFileError(file, (f"not TOML: {error} @ {ROOT}",)) from error
    try:
        return attrs.evolve(_from_dict(found, file), toml=text)
    except FollowUpFileError as error:
        raise FollowUpFileError(file, _with_lines(error.problems, text)) from None


def _with_lines(problems: Iterable[str], toml: str) -> list[str]:
    """Tell of each problem, ``reason @ $.path``, on which line of a TOML file it is; sorted."""
    lines = lines_of(toml)
    found = [(line_of(one.rpartition(" @ ")[2], lines), one) for one in problems]
    return [f"{_at_line(line)}{one}" for line, one in sorted(found, key=itemgetter(0))]


def parse_lines(lines: Iterable[bytes], file: str = "-") -> Iterator[FollowUp]:
    """
    Read follow-ups that a program wrote, one JSON object a line; empty lines are passed over.

    Args:
        lines: JSON in UTF-8, a line each.

        file: The file's name, for messages.

    Yields:
        The follow-ups in order, each as soon as its line was read.

    Raises:
        FollowUpFileError: A line is not UTF-8 or not JSON, or says what a follow-up file cannot;
            every problem of it, and of all lines behind it, is listed with its path and the line's
            number.
    """
    for located in read_lines(lines, file):
        yield located.follow_up


def read_lines(lines: Iterable[bytes], file: str = "-") -> Iterator[Located]:
    """
    Read follow-ups as `parse_lines` does, and where in the file they stand.

    Raises:
        FollowUpFileError: As `parse_lines`.
    """
    problems: list[str] = []
    for number, data in enumerate(lines, start=1):
        if not data.strip():
            continue
        try:
            located = _read_line(data, number, file)
        except FollowUpFileError as error:
            problems += error.problems
        if not problems:
            yield located
    if problems:
        raise FollowUpFileError(file, problems)


def _read_line(data: bytes, number: int, file: str) -> Located:
    try:
        found = json.loads(
            _decoded(data),
            parse_float=_decimal,
            parse_constant=lambda _: Decimal("NaN"),  # refused where it stands
            object_pairs_hook=_object,
        )
        return _from_dict(found, file, number)
    except FollowUpFileError as error:
        problems: Sequence[str] = error.problems
    except RecursionError:
        problems = (f"nested too deeply @ {ROOT}",)
    except ValueError as error:
        problems = (f"not JSON, one object a line: {error} @ {ROOT}",)
    raise FollowUpFileError(file, [f"{_at_line(number)}{problem}" for problem in problems])


def _at_line(number: int) -> str:
    return f"line {number}: " if number else ""


def from_dict(data: Mapping[str, object], file: str = "-") -> FollowUp:
    """
    Read a follow-up from plain data: what a TOML or JSON parser gives.

    Args:
        data: Text, numbers, truth values, lists, tables, and TOML's dates and times.

        file: Where it comes from, for messages.

    Returns:
        The follow-up.

    Raises:
        FollowUpFileError: It says what a follow-up file cannot; every problem is listed with its
            path.
    """
    return _from_dict(data, file).follow_up


def _from_dict(data: Mapping[str, object], file: str, line_number: int = 0) -> Located:
    walk = Walk()
    found = _read(data, walk)
    if found is None:
        raise FollowUpFileError(file, walk.problems)
    follow_up, paths = found
    return Located(follow_up=follow_up, file=file, line=line_number, paths=paths)


def _read(data: Any, walk: Walk) -> tuple[FollowUp, tuple[str, ...]] | None:
    number = data.get("format", FORMAT) if isinstance(data, Mapping) else FORMAT
    if number != FORMAT or isinstance(number, bool):
        reason = f"must be {FORMAT}, the one format that this release reads"
        walk.refuse(inside(ROOT, "format"), reason, number)
        return None
    given = FILE.given(data, ROOT, walk)
    walk.look_back()
    if walk.problems:
        return None
    placed = [
        (item, inside(inside(ROOT, key), number))
        for key in ("claims", "updates")
        for number, some in enumerate(given.get(key, ()))
        for item in some
    ]
    withdrawals = given.get("withdrawals", ())
    if not placed and not withdrawals:
        walk.refuse(ROOT, "must change something: by claims, updates or withdrawals")
        return None
    follow_up = FollowUp(
        report=given["report"],
        items=[item for item, _ in placed],
        withdrawals=withdrawals,
        key=given.get("key", ""),
    )
    return follow_up, tuple(path for _, path in placed)


def to_dict(follow_up: FollowUp) -> dict[str, Any]:
    """
    Write a follow-up as plain data; `from_dict` gives back what was written.

    Args:
        follow_up: The follow-up.

    Returns:
        What JSON can hold, and TOML too, with everything left out that has its default. Sources are
        named after what they are called.

    Raises:
        InvalidValueError: It holds an update that is for the ledger to write.
    """
    claims, updates = sorted_out(follow_up.items)
    report = follow_up.report
    written = FILE.write(
        {
            "format": FORMAT,
            "key": follow_up.given_key,
            "report": report,
            "claims": claims,
            "updates": [(report, items) for items in updates],
            "withdrawals": list(follow_up.withdrawals),
        }
    )
    names = _Names()
    named = _named(written, names)
    named |= FILE.write({"sources": {name: source for source, name in names.given.items()}})
    return {key: named[key] for key in FILE.keys if key in named}


class _Names:
    """Names for sources, each of its own."""

    def __init__(self) -> None:
        self.given: dict[Source, str] = {}
        self._taken: Counter[str] = Counter()

    def of(self, source: Source) -> str:
        """Name a source, the same way each time."""
        if source not in self.given:
            stem = slug(source.label, _LONGEST_NAME, ascii_only=True) or source.kind.value
            name = stem
            while name in self._taken:
                self._taken[stem] += 1
                name = f"{stem}-{self._taken[stem]}"
            self._taken[name] += 1
            self.given[source] = name
        return self.given[source]


def _named(data: Any, names: _Names) -> Any:
    """Put names in the place of sources, and keep which source has which."""
    if isinstance(data, dict):
        return {key: _named(value, names) for key, value in data.items()}
    if isinstance(data, list):
        return [_named(item, names) for item in data]
    return names.of(data) if isinstance(data, Source) else data


def _decoded(data: bytes) -> str:
    try:
        return data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_number = before.count(b"\n") + 1
        column = len(before) - before.rfind(b"\n")
        msg = f"not UTF-8 (at line {line_number}, byte {column})"
        raise ValueError(msg) from error


def _decimal(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except ArithmeticError:
        return Decimal("NaN")  # refused where it stands


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    times = Counter(key for key, _ in pairs)
    return Doubled(pairs, [key for key, number in times.items() if number > 1])
