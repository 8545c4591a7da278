"""Calendar dates and the stretches that come again: weekdays, weeks, months, seasons, years."""

from typing import cast

from claimtrack.model.edtf import Mark
from claimtrack.model.words import refuse
from claimtrack.reading.dates.standpoint import ClauseTense, Standpoint
from claimtrack.reading.dates.stretches import (
    DAY,
    ON_NO_CALENDAR,
    Stretch,
    around,
    days,
    months,
    moved,
)
from claimtrack.reading.dates.terms import Dated, Period, YearOf

_YEARS = (-1, 0, 1)
_LEAP = 2000
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ONGOING = frozenset(["week", "month", "quarter", "season", "year", "decade", "century"])
"""Units that a past tense cuts at the article's day."""


def year_of(year: YearOf, here: Standpoint) -> int:
    """Give the number of a year."""
    return year.number if year.number is not None else here.today.year + year.shift


def dated(term: Dated, here: Standpoint) -> Stretch:
    """
    Place a date of the calendar.

    Raises:
        InvalidValueError: There is no such date, or what it counts from has no date.
    """
    if term.year is None:
        return _without_year(term, here)
    year = year_of(term.year, here)
    found = _in_year(term, year)
    if term.month is None and term.year == YearOf():
        return cut(found, here)
    if term.swapped is not None:
        note = f"day and month may be the other way round: {year:04}-{term.swapped:02}"
        note = f"{note}-{term.month:02}"
        found = found._replace(begin_mark=Mark.UNCERTAIN, end_mark=Mark.UNCERTAIN, is_vague=True)
        return _checked(found.noted(note), term)
    return _checked(found, term)


def _in_year(term: Dated, year: int) -> Stretch:
    if term.month is None:
        return months(year, 1, 12, "year")
    if term.day is None:
        if not 1 <= term.month <= 12:
            raise refuse(f"{year:04}-{term.month:02}", ON_NO_CALENDAR)
        return months(year, term.month, 1, "month")
    return days(year, term.month, term.day, term.last_day)


def _without_year(term: Dated, here: Standpoint) -> Stretch:
    if here.begin is None:
        _in_year(term, _LEAP)  # 30 February is no day of any year
    if term.month == 2 and term.day == 29:
        years = [year for year in range(here.today.year - 8, here.today.year + 9) if _is_leap(year)]
    else:
        years = [here.today.year + shift for shift in _YEARS]
    candidates = [_in_year(term, year) for year in years if 1 <= year < 9999]
    if term.weekday is not None:
        fitting = [one for one in candidates if _fits(one, term.weekday)]
        candidates = fitting or candidates
    return _checked(_chosen(here, candidates), term)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _fits(found: Stretch, weekday: int) -> bool:
    return found.begin is not None and found.begin.isoweekday() == weekday


def _checked(found: Stretch, term: Dated) -> Stretch:
    if term.weekday is None or _fits(found, term.weekday):
        return found
    return found.noted(f"that day is no {_WEEKDAYS[term.weekday - 1]}: the date is taken")


def _chosen(here: Standpoint, candidates: list[Stretch]) -> Stretch:
    found = here.nearest(candidates)
    return found.noted(DIRECTIONS[here.tense])


DIRECTIONS = {
    ClauseTense.PAST: "the latest that is not after the article's date",
    ClauseTense.FUTURE: "the next that is not before the article's date",
    ClauseTense.OPEN: "the nearest to the article's date",
}
"""Which of several days, or times, a tense chooses; said with the result."""


def cut(found: Stretch, here: Standpoint) -> Stretch:
    """Cut what is not over yet at the article's day, where it is told in the past."""
    today = here.day
    is_running = (
        found.begin is not None
        and found.end is not None
        and today.end is not None
        and found.begin <= here.today < found.end
        and found.end > today.end
    )
    if here.tense is not ClauseTense.PAST or found.unit not in _ONGOING or not is_running:
        return found
    return found._replace(end=today.end, unit="").noted("until the article's date: told as past")


def period(term: Period, here: Standpoint) -> Stretch:
    """
    Place a stretch that comes again.

    Raises:
        InvalidValueError: What it counts from has no date.
    """
    if term.kind == "unit":
        return _unit(cast("str", term.value), term.shift, here)
    if term.year is not None:
        return _of_year(term, year_of(term.year, here))
    if term.kind == "weekday":
        return _weekday(cast("int", term.value), term.shift, here)
    candidates = [_of_year(term, here.today.year + shift) for shift in (-2, *_YEARS, 2)]
    if term.shift is None:
        return _chosen(here, candidates)
    today = here.today
    if term.shift < 0:
        return next(one for one in reversed(candidates) if one.end and one.end <= today)
    if term.shift > 0:
        return next(one for one in candidates if one.begin and one.begin > today)
    running = next((one for one in candidates if _is_running(one, here)), candidates[2])
    return cut(running, here)


def _is_running(found: Stretch, here: Standpoint) -> bool:
    return bool(found.begin and found.end and found.begin <= here.today < found.end)


def _of_year(term: Period, year: int) -> Stretch:
    if term.kind == "month":
        return months(year, cast("int", term.value), 1, "month")
    if term.kind == "quarter":
        number = cast("int", term.value)
        first = number - 2 if term.is_ended_by else number * 3 - 2
        return months(year, first, 3, "quarter")
    first, last = _SEASONS[cast("str", term.value)]
    # Winter begins in the December of its year, as EDTF sorts it.
    return months(year, first, (last - first) % 12 + 1, "season")


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


def _weekday(weekday: int, shift: int | None, here: Standpoint) -> Stretch:
    today = here.today
    back = (today.isoweekday() - weekday) % 7
    if shift is None:
        candidates = [_day(here, offset - back) for offset in (-7, 0, 7)]
        return _chosen(here, candidates) if back else here.day
    if shift == 0:
        return _day(here, weekday - today.isoweekday())
    if shift < 0:
        return _day(here, -(back or 7)).noted("the last one before the article's date")
    return _day(here, (-back) % 7 or 7).noted("the first one after the article's date")


def _day(here: Standpoint, offset: int) -> Stretch:
    begin = moved(here.today, offset, "day")
    return Stretch(begin, moved(begin, 1, "day"), "day")


def _unit(unit: str, shift: int | None, here: Standpoint) -> Stretch:
    if unit == "weekend":
        return _weekend(shift, here)
    running = around(here.today, unit)
    if not shift:
        return cut(running, here)
    begin = moved(running.bounds[0], shift, unit)
    return Stretch(begin, moved(begin, 1, unit), unit)


def _weekend(shift: int | None, here: Standpoint) -> Stretch:
    first, last = here.conventions.weekend.days
    today = here.today
    in_week = moved(today, first - today.isoweekday(), "day")
    length = last - first + 1
    candidates = [
        Stretch(begin, begin + length * DAY, "weekend")
        for begin in (moved(in_week, weeks, "week") for weeks in (-1, 0, 1))
    ]
    if shift is None:
        return _chosen(here, candidates)
    if shift == 0:
        return candidates[1]
    if shift < 0:
        return next(one for one in reversed(candidates) if one.end and one.end <= today)
    return next(one for one in candidates if one.begin and one.begin > today)
