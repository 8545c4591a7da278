"""What a phrase of the lexicon says, made into a term out of the words that filled it."""

from collections.abc import Callable, Mapping
from typing import cast

from claimtrack.reading.dates.counting import Count
from claimtrack.reading.dates.terms import (
    Counted,
    Dated,
    Days,
    DayTime,
    Moment,
    Period,
    Present,
    Reach,
    Rest,
    Story,
    Term,
    YearOf,
    Years,
)
from claimtrack.reading.dates.vocabulary import Kind
from claimtrack.reading.kinds import DateOp
from claimtrack.reading.lexicon.time_words import RelativeDate

Filled = Mapping[Kind, object]
"""What filled the places of a phrase; of two of a kind the last."""

Hours = Mapping[str, tuple[int, int]]
"""The hours of the parts of the day, by their names in the lexicon."""


def meaning(rule: RelativeDate, filled: Filled, hours: Hours) -> Term | None:
    """
    Say what a phrase says.

    Args:
        rule: The phrase's rule.

        filled: What filled its places.

        hours: The parts of the day.

    Returns:
        The term; None where the rule lacks what its operation needs.
    """
    if rule.op is DateOp.DAY:
        return _day(rule, hours)
    return _MAKERS[rule.op](rule, filled)


def _day(rule: RelativeDate, hours: Hours) -> Term | None:
    day = Days(rule.offset)
    if not rule.day_part:
        return day
    return DayTime(rule.day_part, hours[rule.day_part], day) if rule.day_part in hours else None


def _counted(rule: RelativeDate, filled: Filled) -> Term | None:
    unit = _unit(rule, filled)
    count = filled.get(Kind.N, Count(rule.offset, rule.offset) if rule.offset else None)
    if not unit or not isinstance(count, Count):
        return None
    sign = -1 if rule.op is DateOp.AGO else 1
    return Counted(count.low, count.high, unit, sign, count.hint)


def _reach(rule: RelativeDate, filled: Filled) -> Term | None:
    unit = _unit(rule, filled)
    count = filled.get(Kind.N)
    reach = (count.low, count.high) if isinstance(count, Count) else None
    if reach is None and rule.offset:
        reach = (rule.offset, rule.offset)
    sign = -1 if rule.op is DateOp.RECENT else 1
    return Reach(reach, unit, sign) if unit else None


def _unit(rule: RelativeDate, filled: Filled) -> str:
    return cast("str", filled.get(Kind.UNIT, rule.unit))


def _period(rule: RelativeDate, filled: Filled) -> Period | Dated | None:
    shift = _SHIFTS[rule.op]
    if Kind.MONTH in filled and (Kind.DAY in filled or Kind.ORD in filled):
        month = cast("int", filled[Kind.MONTH])
        day = cast("int", filled.get(Kind.DAY, filled.get(Kind.ORD)))
        return Dated(YearOf(shift=shift or 0), month, day)
    if Kind.PERIOD in filled:
        kind, value = cast("tuple[str, int | str]", filled[Kind.PERIOD])
        return None if value in _SHORT else Period(kind, value, shift)
    for kind in (Kind.WEEKDAY, Kind.MONTH, Kind.SEASON):
        if kind in filled:
            return Period(kind.name.lower(), cast("int | str", filled[kind]), shift)
    unit = _unit(rule, filled) or ("weekend" if rule.op is DateOp.BARE else "")
    return Period("unit", unit, shift) if unit else None


def _story(_: RelativeDate, filled: Filled) -> Term | None:
    # "An hour later" is no date at all.
    return None if filled.get(Kind.UNIT) in _SHORT else Story()


def _rest(rule: RelativeDate, filled: Filled) -> Term | None:
    found = _period(rule, filled)
    sign = -1 if rule.op is DateOp.EARLIER else 1
    return Rest(found, sign) if isinstance(found, Period) else None


def _season(_: RelativeDate, filled: Filled) -> Term | None:
    year = cast("YearOf | None", filled.get(Kind.YEAR))
    return Period("season", cast("str", filled[Kind.SEASON]), None, year)


def _quarter(_: RelativeDate, filled: Filled) -> Term | None:
    year = cast("YearOf | None", filled.get(Kind.YEAR))
    if Kind.MONTH in filled:
        month = cast("int", filled[Kind.MONTH])
        return Period("quarter", month, None, year, is_ended_by=True)
    numbers = [filled[kind] for kind in (Kind.ORD, Kind.ROMAN, Kind.DAY) if kind in filled]
    quarter = cast("int", numbers[0]) if numbers else 0
    return Period("quarter", quarter, None, year) if 1 <= quarter <= 4 else None


def _decade(_: RelativeDate, filled: Filled) -> Term | None:
    return Years(cast("int", filled[Kind.DECADE]), 10)


def _century(_: RelativeDate, filled: Filled) -> Term | None:
    number = cast("int", filled.get(Kind.ORD, filled.get(Kind.ROMAN)))
    # The 20th century is told as the 1900s: nobody's news turns on the year 2000.
    return Years((number - 1) * 100, 100) if 2 <= number <= 30 else None


_SHORT = frozenset(["minute", "hour"])

_SHIFTS = {
    DateOp.THIS: 0,
    DateOp.LAST: -1,
    DateOp.NEXT: 1,
    DateOp.BARE: None,
    DateOp.EARLIER: 0,
    DateOp.LATER: 0,
}

_MAKERS: dict[DateOp, Callable[[RelativeDate, Filled], Term | None]] = {
    DateOp.THIS: _period,
    DateOp.LAST: _period,
    DateOp.NEXT: _period,
    DateOp.BARE: _period,
    DateOp.AGO: _counted,
    DateOp.AHEAD: _counted,
    DateOp.RECENT: _reach,
    DateOp.COMING: _reach,
    DateOp.EARLIER: _rest,
    DateOp.LATER: _rest,
    DateOp.SEASON: _season,
    DateOp.QUARTER: _quarter,
    DateOp.DECADE: _decade,
    DateOp.CENTURY: _century,
    DateOp.STORY: _story,
    DateOp.NOW: lambda *_: Moment(Present.NOW),
    DateOp.UNTIL_NOW: lambda *_: Moment(Present.UNTIL_NOW),
    DateOp.RECENTLY: lambda *_: Moment(Present.RECENTLY),
}
