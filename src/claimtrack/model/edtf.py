"""
Dates and times as people and machines write them: ISO 8601 and EDTF, read and written.

Pure functions between text and wall-clock times; what a wall clock means in a time zone is for
`claimtrack.model.window`. A wall-clock time is tagged UTC here, whatever zone it is meant in.

Source:
    Extended Date/Time Format (EDTF) Specification, Library of Congress, 4 February 2019
    (https://www.loc.gov/standards/datetime/), a profile of ISO 8601-1:2019 and 8601-2:2019; RFC
    3339 for a space in place of ``T``. The months of seasons: NOAA NCEI, "Meteorological Versus
    Astronomical Seasons".
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from claimtrack.errors import InvalidValueError
from claimtrack.model.words import any_text, refuse
from claimtrack.model.zones import YEARS, offset_name

_LONGEST = 200
"""Characters looked at; ours, several times the longest date in use."""

_FORM = (
    "must be ISO 8601 or EDTF, such as 2025-11-26, 2025-09/2025-11, 2025-11~ or "
    "2025-12-02T14:10+02:00"
)
_CALENDAR = "must be on the calendar and on the clock"
_MARKS = "must carry ?, ~ or % at the end of a date, not inside it"
_UNSPECIFIED = "must leave digits open from the right: 201X, 20XX, 2025-XX, 2025-11-XX, 2025-XX-XX"
_BOUNDLESS = "must name a date on one side"
_BACKWARDS = "must end after it begins"
_ALL_OF = "must be one time; braces list several"
_SET = "must list dates alone between brackets, without marks"
_DAY_FIRST = "must name a day before the time of day"

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?")
_OPEN_YEARS = re.compile(r"[0-9]{3}X|[0-9]{2}XX")
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_ORDINAL = re.compile(r"([0-9]{4})-?([0-9]{3})")
_TIME = re.compile(
    r"([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]+))?)?)?([Zz]|[+-][0-9:]+)?"
)

_DAY = timedelta(days=1)
_MIDNIGHT = time()
_ZEROS = ":.0"

_PRECISIONS = {
    timedelta(minutes=1): len("2025-12-02T14:10"),
    timedelta(seconds=1): len("2025-12-02T14:10:05"),
    **{timedelta(microseconds=10 ** (6 - n)): len("2025-12-02T14:10:05.") + n for n in range(1, 7)},
}
"""How many characters of a date-time make it as long as this."""

# The first month of each sub-year grouping, and how many it has. 21 to 24 are seasons of no stated
# hemisphere; we take the northern, meteorological ones. EDTF sorts winter after autumn, so the
# winter of a year begins in its December.
_NORTHERN = ((3, 3), (6, 3), (9, 3), (12, 3))
_SOUTHERN = ((9, 3), (12, 3), (3, 3), (6, 3))
_QUARTERS = ((1, 3), (4, 3), (7, 3), (10, 3))
_THIRDS_AND_HALVES = ((1, 4), (5, 4), (9, 4), (1, 6), (7, 6))
_SUBYEARS = dict(
    enumerate((*_NORTHERN, *_NORTHERN, *_SOUTHERN, *_QUARTERS, *_THIRDS_AND_HALVES), start=21)
)


class Mark(StrEnum):
    """What words say of a bound beside its time; the characters are EDTF's."""

    PLAIN = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    UNCERTAIN_AND_APPROXIMATE = "%"
    OPEN = ".."


class Bound(NamedTuple):
    """
    One end of a stretch of time, as the words give it.

    Attributes:
        wall: Wall-clock time; None where the end is open or unknown.

        mark: How sure the words are, or that the end is open.

        offset: The offset from UTC, ``+02:00`` or ``UTC``; empty where the words have none.
    """

    wall: datetime | None
    mark: Mark = Mark.PLAIN
    offset: str = ""


class Reading(NamedTuple):
    """
    What a text says of time.

    Attributes:
        begins: The first moment.

        ends: The first moment past the end.

        says_more: Whether the text is EDTF that the two bounds would not give back.
    """

    begins: Bound
    ends: Bound
    says_more: bool


class _Span(NamedTuple):
    """A date, a date-time, or the open or unknown side of an interval."""

    begins: datetime | None = None
    ends: datetime | None = None
    mark: Mark = Mark.PLAIN
    offset: str = ""
    has_time: bool = False
    is_edtf_date: bool = True


def read(text: str) -> Reading:
    """
    Read one date, date-time, interval or one-of set.

    Args:
        text: ISO 8601 (basic or extended, week and ordinal dates, a space for ``T``), or EDTF of
            levels 0 and 1, with sub-year groupings and one-of sets of dates from level 2.

    Returns:
        What it says, in wall-clock time.

    Raises:
        InvalidValueError: It is neither, or on no calendar. Without a field, as rules raise it.

    Example:
        >>> read("2025-08~/..").begins.mark
        <Mark.APPROXIMATE: '~'>
    """
    if len(any_text(text)) > _LONGEST:
        raise refuse(text, _FORM)
    words = text.strip()
    try:
        if words.startswith("["):
            return _one_of(words)
        first, slash, last = words.partition("/")
        return _interval(words, first, last) if slash else _single(words)
    except InvalidValueError:
        raise
    except OverflowError:
        raise refuse(text, YEARS) from None
    except ValueError:
        raise refuse(text, _CALENDAR) from None


def _single(words: str) -> Reading:
    span = _span(words)
    begins = Bound(span.begins, span.mark, span.offset)
    ends = begins._replace(wall=span.ends)
    return Reading(begins, ends, span.is_edtf_date and write_days(begins, ends) != words)


def _interval(words: str, first: str, last: str) -> Reading:
    left, right = (
        _Span(mark=Mark(side)) if side in {"", ".."} else _span(side) for side in (first, last)
    )
    if left.begins is None and right.begins is None:
        raise refuse(words, _BOUNDLESS)
    end = right.begins if right.has_time else right.ends
    begins = Bound(left.begins, left.mark, left.offset or right.offset)
    ends = Bound(end, right.mark, right.offset or left.offset)
    is_edtf = left.is_edtf_date and right.is_edtf_date
    return Reading(begins, ends, is_edtf and write_days(begins, ends) != words)


def _one_of(words: str) -> Reading:
    ranges = [_range(item.strip()) for item in words.removesuffix("]")[1:].split(",")]
    if not words.endswith("]"):
        raise refuse(words, _FORM)
    begins = _outermost(min, [begin for begin, _ in ranges])
    ends = _outermost(max, [end for _, end in ranges])
    if begins.wall is None and ends.wall is None:
        raise refuse(words, _BOUNDLESS)
    return Reading(begins, ends, says_more=True)


def _range(words: str) -> tuple[datetime | None, datetime | None]:
    first, dots, last = words.partition("..")
    left = _Span() if dots and not first else _span(first)
    right = left if not dots else _span(last) if last else _Span()
    if any(span.mark or not span.is_edtf_date for span in (left, right)):
        raise refuse(words, _SET)
    if left.begins and right.ends and left.begins >= right.ends:
        raise refuse(words, _BACKWARDS)
    return left.begins, right.ends


def _outermost(choose: Callable[[list[datetime]], datetime], walls: list[datetime | None]) -> Bound:
    known = [wall for wall in walls if wall is not None]
    return Bound(choose(known)) if len(known) == len(walls) else Bound(None, Mark.OPEN)


def _span(words: str) -> _Span:
    mark = Mark(words[-1]) if words.endswith(("?", "~", "%")) else Mark.PLAIN
    unmarked = words[:-1] if mark else words
    separator = next((one for one in "Tt " if one in unmarked), "/")
    date, has_time, clock = unmarked.partition(separator)
    span = _days(date)
    if not has_time:
        return span._replace(mark=mark)
    if span.begins is None or span.ends != span.begins + _DAY:
        raise refuse(words, _DAY_FIRST)
    since_midnight, length, offset = _time(clock)
    begins = span.begins + since_midnight
    return _Span(begins, begins + length, mark, offset, has_time=True, is_edtf_date=False)


def _days(words: str) -> _Span:
    if _OPEN_YEARS.fullmatch(words):
        begins = _first_of(int(words.replace("X", "0")))
        return _Span(begins, _first_of(int(words.replace("X", "9")) + 1))
    if found := _DATE.fullmatch(words):
        return _calendar(words, *found.groups())
    if found := _BASIC.fullmatch(words):
        return _calendar(words, *found.groups())._replace(is_edtf_date=False)
    if found := _WEEK.fullmatch(words):
        year, week, day = found.groups()
        begins = datetime.fromisocalendar(int(year), int(week), int(day or 1)).replace(tzinfo=UTC)
        return _Span(begins, begins + (_DAY if day else 7 * _DAY), is_edtf_date=False)
    if found := _ORDINAL.fullmatch(words):
        year, ordinal = found.groups()
        begins = _first_of(int(year)) + (int(ordinal) - 1) * _DAY
        if begins.year != int(year):
            raise refuse(words, _CALENDAR)
        return _Span(begins, begins + _DAY, is_edtf_date=False)
    raise refuse(words, _why_not(words))


def _calendar(words: str, year: str, month: str | None, day: str | None) -> _Span:
    begins = _first_of(int(year))
    if month is None or month == "XX":
        if day not in {None, "XX"}:
            raise refuse(words, _UNSPECIFIED)
        return _Span(begins, _first_of(int(year) + 1))
    if day is None and int(month) in _SUBYEARS:
        first, months = _SUBYEARS[int(month)]
        ends = _first_of(int(year), first + months)
        return _Span(_first_of(int(year), first), ends)
    begins = begins.replace(month=int(month))
    if day is None or day == "XX":
        return _Span(begins, _first_of(int(year), int(month) + 1))
    begins = begins.replace(day=int(day))
    return _Span(begins, begins + _DAY)


def _first_of(year: int, month: int = 1) -> datetime:
    """Midnight of the first of a month; months past December are those of the next year."""
    # Imported when the first date comes: it costs a third of what importing claimtrack does.
    from dateutil.relativedelta import relativedelta

    if not 1 <= year <= 9999:
        raise OverflowError
    return datetime(year, 1, 1, tzinfo=UTC) + relativedelta(months=month - 1)


def _time(words: str) -> tuple[timedelta, timedelta, str]:
    """Read a time of day: how long after midnight, how precise, and its offset."""
    found = _TIME.fullmatch(words)
    if not found:
        raise refuse(words, _FORM)
    hour, minute, second, fraction, offset = found.groups()
    digits = (fraction or "")[:6]
    since_midnight = timedelta(
        hours=int(hour),
        minutes=int(minute or 0),
        seconds=int(second or 0),
        microseconds=int(digits.ljust(6, "0")),
    )
    if int(minute or 0) > 59 or int(second or 0) > 59 or since_midnight > _DAY:
        raise refuse(words, _CALENDAR)
    if fraction:
        length = timedelta(microseconds=10 ** (6 - len(digits)))
    else:
        length = timedelta(seconds=1 if second else 60 if minute else 3600)
    return since_midnight, length, offset_name(offset) if offset else ""


def _why_not(words: str) -> str:
    if words.startswith(("Y", "-")):
        return YEARS
    if words.startswith("{"):
        return _ALL_OF
    if re.search("[?~%]", words):
        return _MARKS
    return _UNSPECIFIED if "X" in words else _FORM


def write_days(begins: Bound, ends: Bound) -> str | None:
    """
    Write whole days as EDTF: one date where that says it, else an interval.

    Args:
        begins: The first midnight.

        ends: The midnight past the end.

    Returns:
        EDTF of level 0 or 1 in the coarsest units that fit both bounds (day, month, year); None
        where a bound is not a midnight.
    """
    walls = [wall for wall in (begins.wall, ends.wall) if wall is not None]
    if not walls or any(wall.time() != _MIDNIGHT for wall in walls):
        return None
    if all((wall.month, wall.day) == (1, 1) for wall in walls):
        characters = len("2025")
    elif all(wall.day == 1 for wall in walls):
        characters = len("2025-12")
    else:
        characters = len("2025-12-02")
    first = begins.wall.isoformat()[:characters] if begins.wall else ""
    last = (ends.wall - _DAY).isoformat()[:characters] if ends.wall else ""
    if first == last and begins.mark == ends.mark:
        return first + begins.mark
    return f"{first}{begins.mark}/{last}{ends.mark}"


def write_moment(wall: datetime) -> str:
    """Write one moment, to the minute, the second or the microsecond: the first that is exact."""
    text = _clock(wall)
    for characters in (len("2025-12-02T14:10"), len("2025-12-02T14:10:05")):
        if not text[characters:].strip(_ZEROS):
            return text[:characters]
    return text


def write_precise(begins: datetime, ends: datetime) -> str | None:
    """Write a stretch as the date-time that is as long as it, or None where there is none."""
    text = _clock(begins)
    characters = _PRECISIONS.get(ends - begins)
    if characters is None or text[characters:].strip(_ZEROS):
        return None
    return text[:characters]


def _clock(wall: datetime) -> str:
    return wall.isoformat(timespec="microseconds")[: len("2025-12-02T14:10:05.123456")]
