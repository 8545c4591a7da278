"""Times, places in a text, and figures, as a follow-up file has them."""

from collections.abc import Mapping
from itertools import product
from typing import Any, Final

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.interop._shapes import (
    Day,
    Key,
    Number,
    Record,
    Text,
    Whole,
    fields_of,
    keys_of,
    record_of,
)
from claimtrack.interop._walk import WRONG, Walk
from claimtrack.model.evidence import Span
from claimtrack.model.figure import Figure, amount
from claimtrack.model.follow_up import ReadFrom
from claimtrack.model.slots import SlotValue
from claimtrack.model.window import Window
from claimtrack.model.words import line
from claimtrack.model.zones import zone_name


def _dated(*, date: str, zone: str = "", phrase: str = "") -> Window:
    found = Window.parse(date, zone)
    return attrs.evolve(found, phrase=phrase) if phrase else found


def _undated(window: Window) -> dict[str, str]:
    """Find the least that reads back as the window; nothing where only bounds do."""
    for date in (window.edtf(), window.iso()):
        for zone, phrase in product(("", window.zone), ("", window.phrase)):
            if date and _reads(date, zone, phrase) == window:
                return {"date": date, "zone": zone, "phrase": phrase}
    return {}


def _reads(date: str, zone: str, phrase: str) -> Window | None:
    try:
        return _dated(date=date, zone=zone, phrase=phrase)
    except InvalidValueError:
        return None


DATED: Final = Record(
    name="dated_window",
    keys={
        "date": Key(shape=Day()),
        "zone": Key(shape=Text(), rule=zone_name, default=""),
        "phrase": Key(shape=Text(), rule=line, default=""),
    },
    make=_dated,
    unmake=_undated,
)
BOUNDED: Final = record_of(Window, name="bounded_window")


@attrs.frozen
class When:
    """
    A window: a date, a date with the words given, or two bounds.

    Attributes:
        forms: The tables that it may be beside a bare date.
    """

    forms: tuple[Record, ...] = (DATED, BOUNDED)

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a window."""
        if isinstance(value, Mapping):
            return (DATED if "date" in value else BOUNDED).read(value, path, walk)
        date = Day().read(value, path, walk)
        return WRONG if date is WRONG else walk.obey(Window.parse, date, path)

    def write(self, value: Window) -> Any:
        """Write a window in the shortest of its forms that says it all."""
        dated = DATED.write(value)
        if not dated:
            return BOUNDED.write(value)
        return dated["date"] if len(dated) == 1 else dated


SPAN: Final = record_of(Span, name="span", start=Whole(least=0), end=Whole(least=0))


def _read_from(*, rule: str = "", start: int | None = None, end: int | None = None) -> ReadFrom:
    if start is None and end is None:
        return ReadFrom(rule=rule)
    if start is None or end is None:
        raise InvalidValueError("read", None, "must give start and end, or neither")
    return ReadFrom(rule=rule, span=Span(start=start, end=end))


def _unread(value: ReadFrom) -> dict[str, Any]:
    span = value.span
    bounds = {} if span is None else {"start": span.start, "end": span.end}
    return {"rule": value.rule, **bounds}


READ: Final = Record(
    name="read",
    keys={
        "rule": keys_of(ReadFrom, span=SPAN)["rule"],
        "start": Key(shape=Whole(least=0), default=None),
        "end": Key(shape=Whole(least=0), default=None),
    },
    make=_read_from,
    unmake=_unread,
)


def _figure(*, exactly: Any = None, **fields: Any) -> Figure:
    if exactly is None:
        return Figure(**fields)
    if {"low", "high", "low_open", "high_open"} & fields.keys():
        raise InvalidValueError("figure.exactly", exactly, "must stand without low and high")
    return Figure(low=exactly, high=exactly, **fields)


def _unfigured(value: Figure) -> dict[str, Any]:
    parts = fields_of(value)
    if value.low is not None and value.low == value.high:
        return {"exactly": value.low, **parts, "low": None, "high": None}
    return parts


FIGURE: Final = Record(
    name="figure",
    keys={
        "exactly": Key(shape=Number(), rule=amount, default=None),
        **keys_of(Figure, as_at=When()),
    },
    make=_figure,
    unmake=_unfigured,
    about=Figure,
)
ANSWER_KEYS: Final = keys_of(SlotValue, figure=FIGURE, window=When())
