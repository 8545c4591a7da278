"""
How windows are written: as one text.

::

    2025-11-26T06:42Z UTC                       a minute, in the zone UTC
    2025-11-26                                  a day in UTC, no zone given
    2025-11-25T22:00Z/2025-11-26T22:00Z Europe/Bucharest
    2025-12-01T00:00Z~/..                       open; from about the first of December
    2025-12-01T00:00Z/2025-12-02T00:00Z - late Monday

Bounds come first, in UTC, so that no table of time zones is needed to read them. A day, a minute, a
second or a microsecond stands for itself; other windows are two bounds, each as short as it can
be, and a bound that is missing is empty. Behind a bound stands its mark. Then follow the zone and
the phrase; a zone that is not given before a phrase is a dash.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from claimtrack.model.edtf import Mark
from claimtrack.model.makers import maker
from claimtrack.model.window import Window

_NO_ZONE: Final = "-"

_LENGTHS: Final = {
    len("2025-11-26"): timedelta(days=1),
    len("2025-11-26T06:42Z"): timedelta(minutes=1),
    len("2025-11-26T06:42:05Z"): timedelta(seconds=1),
    len("2025-11-26T06:42:05.123456Z"): timedelta(microseconds=1),
}
"""How long a window is that one text of so many characters stands for."""

_DAY, _MINUTE, _SECOND, _MICROSECOND = _LENGTHS.values()
_MARKS: Final = {mark.value: mark for mark in Mark}
_NOT_ONE: Final = "not a window"
_window = maker(Window)


def write_window(window: Window) -> str:
    """Write a window; `read_window` gives back what was written."""
    text = _span(window)
    if window.phrase:
        return f"{text} {window.zone or _NO_ZONE} {window.phrase}"
    return f"{text} {window.zone}" if window.zone else text


def _span(window: Window) -> str:
    earliest, latest, mark = window.earliest, window.latest, window.earliest_mark
    if earliest is not None and latest is not None and mark is window.latest_mark:
        length = latest - earliest
        if length == _MINUTE:
            if not earliest.second and not earliest.microsecond:
                return _minute(earliest) + mark
        elif length == _DAY:
            if not (earliest.hour or earliest.minute or earliest.second or earliest.microsecond):
                return earliest.isoformat()[: len("2025-11-26")] + mark
        elif length == _SECOND:
            if not earliest.microsecond:
                return _second(earliest) + mark
        elif length == _MICROSECOND:
            return _microsecond(earliest) + mark
    return f"{_bound(earliest)}{mark}/{_bound(latest)}{window.latest_mark}"


def _bound(moment: datetime | None) -> str:
    if moment is None:
        return ""
    if moment.microsecond:
        return _microsecond(moment)
    return _second(moment) if moment.second else _minute(moment)


def _minute(moment: datetime) -> str:
    return moment.isoformat()[: len("2025-11-26T06:42")] + "Z"


def _second(moment: datetime) -> str:
    return moment.isoformat()[: len("2025-11-26T06:42:05")] + "Z"


def _microsecond(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")[: len("2025-11-26T06:42:05.123456")] + "Z"


# The reports of a story share their days, and the entries of a report its minute.
@lru_cache(maxsize=1_024)
def read_window(text: str) -> Window:
    """
    Read what `write_window` wrote.

    Raises:
        ValueError: It is no such text.
    """
    span, _, rest = text.partition(" ")
    zone, _, phrase = rest.partition(" ")
    first, between, last = span.partition("/")
    earliest, earliest_mark = _read_bound(first)
    if between:
        latest, latest_mark = _read_bound(last)
    else:
        if earliest is None:
            raise ValueError(_NOT_ONE)
        latest_mark = earliest_mark
        try:
            latest = earliest + _LENGTHS[len(first) - len(earliest_mark)]
        except (KeyError, OverflowError):
            raise ValueError(_NOT_ONE) from None
    return _window(
        earliest=earliest,
        latest=latest,
        phrase=phrase,
        zone="" if zone == _NO_ZONE else zone,
        earliest_mark=earliest_mark,
        latest_mark=latest_mark,
    )


def _read_bound(text: str) -> tuple[datetime | None, Mark]:
    moment = text.rstrip("?~%.")
    mark = _MARKS.get(text[len(moment) :])
    if mark is None:
        raise ValueError(_NOT_ONE)
    if not moment:
        return None, mark
    found = datetime.fromisoformat(moment)
    if found.tzinfo is None and len(moment) == len("2025-11-26"):
        found = found.replace(tzinfo=UTC)
    if found.tzinfo is not UTC:
        raise ValueError(_NOT_ONE)
    return found, mark
