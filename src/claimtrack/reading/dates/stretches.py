"""Days, months and years as stretches of wall-clock time, and how far they are from each other."""

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from claimtrack.model.edtf import Mark
from claimtrack.model.words import refuse
from claimtrack.model.zones import YEARS

DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
_LENGTHS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": DAY,
    "week": 7 * DAY,
    "weekend": 7 * DAY,
}

ON_NO_CALENDAR = "must be on the calendar"
HAS_NO_END = "must have a beginning and an end"
BACKWARDS = "must end after it begins"


class Stretch(NamedTuple):
    """
    A stretch of wall-clock time.

    Attributes:
        begin: The first moment; None where it is open. Tagged UTC, whatever zone is meant.

        end: The first moment past the end; None where it is open.

        unit: What it is one of: ``day``, ``month``; empty where it is no unit.

        begin_mark, end_mark: How sure the words are of either end.

        notes: How it was read, one clause each.

        is_vague: Whether a convention of ours chose it.

        zone: The zone that the words name themselves; empty where they name none.
    """

    begin: datetime | None
    end: datetime | None
    unit: str = ""
    begin_mark: Mark = Mark.PLAIN
    end_mark: Mark = Mark.PLAIN
    notes: tuple[str, ...] = ()
    is_vague: bool = False
    zone: str = ""

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """
        Both ends, where it has both.

        Raises:
            InvalidValueError: One is open. Without a field, as rules raise it.
        """
        if self.begin is None or self.end is None:
            raise refuse("", HAS_NO_END)
        return self.begin, self.end

    def noted(self, *notes: str) -> "Stretch":
        """Say more of how it was read."""
        return self._replace(notes=(*self.notes, *notes))


def month_start(year: int, month: int = 1) -> datetime:
    """
    Give the first midnight of a month; months past December are those of later years.

    Raises:
        InvalidValueError: It lies outside the years 1 to 9999. Without a field, as rules raise it.
    """
    years, index = divmod(month - 1, 12)
    try:
        return datetime(year + years, index + 1, 1, tzinfo=UTC)
    except ValueError:
        raise refuse(year + years, YEARS) from None


def months(year: int, month: int, count: int, unit: str) -> Stretch:
    """Give so many months from a month on."""
    return Stretch(month_start(year, month), month_start(year, month + count), unit)


def days(year: int, month: int, day: int, last_day: int | None = None) -> Stretch:
    """
    Give a day, or the days of a month from one to another.

    Raises:
        InvalidValueError: There is no such day, or the last comes first. Without a field, as rules
            raise it.
    """
    try:
        begin = datetime(year, month, day, tzinfo=UTC)
        end = begin.replace(day=last_day or day) + DAY
    except (ValueError, OverflowError):
        raise refuse(f"{year:04}-{month:02}-{last_day or day:02}", ON_NO_CALENDAR) from None
    if begin >= end:
        raise refuse(f"{year:04}-{month:02}-{day:02}/{last_day:02}", BACKWARDS)
    return Stretch(begin, end, "day" if last_day is None else "days")


def moved(moment: datetime, count: int, unit: str) -> datetime:
    """
    Go so many units on from a moment, or back.

    The last day of a month stands in for one that the other month has not.

    Raises:
        InvalidValueError: That leaves the years 1 to 9999. Without a field, as rules raise it.
    """
    try:
        if unit in _LENGTHS:
            return moment + count * _LENGTHS[unit]
        first = month_start(moment.year, moment.month + count * _MONTHS[unit])
        day = min(moment.day, monthrange(first.year, first.month)[1])
        return moment.replace(year=first.year, month=first.month, day=day)
    except (OverflowError, ValueError):
        raise refuse(f"{count} {unit}", YEARS) from None


def around(moment: datetime, unit: str) -> Stretch:
    """Give the unit of the calendar in which a moment lies."""
    today = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "minute":
        begin = moment.replace(second=0, microsecond=0)
    elif unit == "hour":
        begin = moment.replace(minute=0, second=0, microsecond=0)
    elif unit in {"week", "weekend"}:
        begin = moved(today, -today.weekday(), "day")
    elif unit in _MONTHS:
        size = _MONTHS[unit]
        index = (today.year * 12 + today.month - 1) // size * size
        begin = month_start(max(index // 12, 1), index % 12 + 1)
    else:
        begin = today
    return Stretch(begin, moved(begin, 1, unit), unit)
