"""Terms put on the calendar, counted from an article's date, by conventions that are said."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from claimtrack.model.words import refuse
from claimtrack.reading.dates.periods import DIRECTIONS, dated, period
from claimtrack.reading.dates.spans import (
    counted,
    edge,
    marked,
    moment,
    reach,
    rest,
    span,
)
from claimtrack.reading.dates.standpoint import ClauseTense, Standpoint
from claimtrack.reading.dates.stretches import DAY, Stretch, around, month_start, moved
from claimtrack.reading.dates.terms import (
    About,
    Around,
    Clock,
    Counted,
    Dated,
    Days,
    DayTime,
    Edge,
    Moment,
    Near,
    Overnight,
    Part,
    Period,
    Reach,
    Rest,
    Side,
    Span,
    Story,
    Term,
    Years,
)

FROM_STORY = "counts from what was told before, not from the article's date"
"""Why "the next day" gets no window."""

_NAMES = {"begin": "beginning", "mid": "middle", "end": "end"}
_FIRST = frozenset(["begin", "first_half"])
_HALVES = frozenset(["first_half", "second_half"])


def place(term: Term, here: Standpoint) -> Stretch:
    """
    Put a term on the calendar.

    Args:
        term: What the words say.

        here: What it is counted from.

    Returns:
        The stretch of wall-clock time that the words allow, and how they were read.

    Raises:
        InvalidValueError: It is on no calendar, ends before it begins, counts from a date that the
            article has not, or from the story. Without a field, as rules raise it.
    """
    return _PLACERS[type(term)](term, here)


def _is_free(term: Any) -> bool:
    """Whether the tense chooses which one a term means."""
    if isinstance(term, Dated):
        return term.year is None
    if isinstance(term, Period):
        return term.shift is None and term.year is None
    inner = getattr(term, "of", None)
    return inner is not None and _is_free(inner)


def _days(term: Days, here: Standpoint) -> Stretch:
    begin = moved(here.today, term.offset, "day")
    return Stretch(begin, begin + DAY, "day")


def _years(term: Years, _: Standpoint) -> Stretch:
    unit = "decade" if term.length == 10 else "century"
    return Stretch(month_start(term.first), month_start(term.first + term.length), unit)


def _story(_: Story, __: Standpoint) -> Stretch:
    raise refuse("", FROM_STORY)


def _rest(term: Rest, here: Standpoint) -> Stretch:
    return rest(term, period(term.of, here._replace(tense=ClauseTense.OPEN)), here)


def _about(term: About, here: Standpoint) -> Stretch:
    return marked(place(term.of, here)).noted("told as nearly so")


def _around(term: Around, here: Standpoint) -> Stretch:
    day = place(term.of, here)
    begin, end = day.bounds
    if term.unit == "weekend":
        found = period(Period("unit", "weekend", 0), here._replace(begin=begin, end=end))
    else:
        found = around(begin, term.unit)
    return found.noted(*day.notes)


def _part(term: Part, here: Standpoint) -> Stretch:
    whole = _whole(term, here)
    begin, end = _narrowed(term.name, whole, here)
    found = Stretch(begin, end, "", notes=whole.notes)
    if term.name in _HALVES:
        return found
    note = f"{_NAMES[term.name]} of a {whole.unit or 'stretch'}, by convention"
    return marked(found)._replace(is_vague=True).noted(note)


def _whole(term: Part, here: Standpoint) -> Stretch:
    """Place what a part is of: the whole of it, also where it is not over yet."""
    inner = term.of
    if not (isinstance(inner, Period) and inner.kind == "unit" and inner.shift is None):
        # What the tense does not choose is never cut: its end may be what is meant.
        return place(inner, here if _is_free(inner) else here._replace(tense=ClauseTense.OPEN))
    candidates = []
    for shift in (-1, 0, 1):
        whole = period(inner._replace(shift=shift), here._replace(tense=ClauseTense.OPEN))
        begin, end = _narrowed(term.name, whole, here)
        candidates.append((Stretch(begin, end), whole))
    chosen = here.nearest([part for part, _ in candidates])
    return next(whole for part, whole in candidates if part is chosen)


def _narrowed(name: str, whole: Stretch, here: Standpoint) -> tuple[datetime, datetime]:
    begin, end = whole.bounds
    known = here.conventions.part.get(whole.unit, {}).get(name)
    if known is None:
        half = (end - begin) / 2
        quarter = half / 2
        if name == "mid":
            return begin + quarter, end - quarter
        return (begin, begin + half) if name in _FIRST else (begin + half, end)
    first, last = known
    smaller, number = _SMALLER[whole.unit]
    start = moved(begin, first - number, smaller)
    return start, min(end, moved(begin, last - number + 1, smaller))


_SMALLER = {
    "day": ("hour", 0),
    "week": ("day", 1),
    "month": ("day", 1),
    "quarter": ("month", 1),
    "season": ("month", 1),
    "year": ("month", 1),
    "decade": ("year", 0),
    "century": ("year", 0),
}
"""For each unit, what its parts are counted in, and the number of the first."""


def _day_time(term: DayTime, here: Standpoint) -> Stretch:
    day = place(term.of, here) if term.of is not None else here.day
    begins, ends = day.bounds
    first, last = term.hours
    begin, end = moved(begins, first, "hour"), moved(begins, last, "hour")
    if day.unit != "day":  # a part of a part: "early this morning"
        begin, end = max(begin, begins), min(end, ends)
        if begin >= end:
            begin, end = begins, ends
    note = f"{term.name} is {first:02}:00 to {last % 24 or 24:02}:00, by convention"
    found = Stretch(begin, end, "part of a day", notes=day.notes, is_vague=True)
    return found.noted(note)


def _clock(term: Clock, here: Standpoint) -> Stretch:
    day = place(term.of, here) if term.of is not None else here.day
    midnight = day.bounds[0].replace(hour=0, minute=0)
    begin = midnight + timedelta(hours=term.hour, minutes=term.minute or 0)
    end = begin + timedelta(minutes=1 if term.minute is not None else 60)
    found = Stretch(begin, end, "time of day", notes=day.notes, zone=term.zone)
    if term.of is None and here.tense is ClauseTense.PAST and _is_to_come(begin, here):
        a_day = timedelta(days=1)
        found = found._replace(begin=begin - a_day, end=end - a_day).noted(DIRECTIONS[here.tense])
    if term.is_local:
        found = found.noted("local time: taken as the article's")
    if term.near is Near.AT:
        return found
    return _near(found, term.near, here)


def _is_to_come(begin: datetime, here: Standpoint) -> bool:
    """Whether a time is after the article's own, where that is known to the minute."""
    return here.begin is not None and here.begin != here.today and begin > here.begin


def _near(found: Stretch, near: Near, here: Standpoint) -> Stretch:
    begin, _ = found.bounds
    times = here.conventions.clock
    minutes = times.around if near is Near.AROUND else times.shortly
    reach_over = timedelta(minutes=minutes)
    note = f"{near} is {minutes} minutes, by convention"
    begins, ends = {
        Near.AROUND: (begin - reach_over, begin + reach_over),
        Near.SHORTLY_AFTER: (begin, begin + reach_over),
    }.get(near, (begin - reach_over, begin))
    return marked(found._replace(begin=begins, end=ends, is_vague=True)).noted(note)


def _overnight(term: Overnight, here: Standpoint) -> Stretch:
    first, second = _ordered(term.first, term.second, here)
    (starts, night), (morrow, stops) = first.bounds, second.bounds
    evening, _ = here.conventions.part["day"]["end"]
    _, morning = here.conventions.part["day"]["begin"]
    begin = starts if first.unit != "day" else moved(starts, evening, "hour")
    end = stops if second.unit != "day" else moved(morrow, morning + 1, "hour")
    if second.unit == "day" and night > morrow:
        end = night
    joined = span(first._replace(begin=begin), second._replace(end=end), is_moment=False)
    return joined._replace(is_vague=True, unit="night")


def _ordered(first: Term, last: Term, here: Standpoint) -> tuple[Stretch, Stretch]:
    """Place two terms so that the first comes first, counting the free one from the other."""
    if here.tense is ClauseTense.FUTURE or not _is_free(last):
        begins = place(first, here)
        ends = place(last, here)
        if _is_free(last) and begins.begin is not None:
            ends = place(last, _from(begins, here, ClauseTense.FUTURE))
        elif _is_free(first) and ends.begin is not None and here.begin is not None:
            begins = place(first, _from(ends, here, ClauseTense.PAST))
        return begins, ends
    ends = place(last, here)
    if _is_free(first) and ends.begin is not None:
        return place(first, _from(ends, here, ClauseTense.PAST)), ends
    return place(first, here), ends


def _from(other: Stretch, here: Standpoint, tense: ClauseTense) -> Standpoint:
    return here._replace(begin=other.begin, end=other.end, tense=tense)


def _span(term: Span, here: Standpoint) -> Stretch:
    first, last = _ordered(term.first, term.last, here)
    if isinstance(term.first, Clock) and isinstance(term.last, Clock) and term.last.of is None:
        last = _behind(first, last)
    return span(first, last, is_moment=isinstance(term.last, Clock))


def _behind(first: Stretch, last: Stretch) -> Stretch:
    """Put a time of day behind another: "between 10 p.m. and 2 a.m." runs into the next day."""
    (begins, _), (begin, end) = first.bounds, last.bounds
    if begin > begins:
        return last
    return last._replace(begin=begin + timedelta(days=1), end=end + timedelta(days=1))


def _edge(term: Edge, here: Standpoint) -> Stretch:
    inner = place(term.of, here)
    if term.side is Side.BEFORE and isinstance(term.of, Part) and term.of.name == "end":
        # "before the end of the year" still has its last day.
        return edge(Side.UNTIL, inner, is_moment=False)
    return edge(term.side, inner, is_moment=isinstance(term.of, Clock))


_PLACERS: dict[type, Callable[[Any, Standpoint], Stretch]] = {
    About: _about,
    Around: _around,
    Clock: _clock,
    Counted: counted,
    Dated: dated,
    Days: _days,
    DayTime: _day_time,
    Edge: _edge,
    Moment: moment,
    Overnight: _overnight,
    Part: _part,
    Period: period,
    Reach: reach,
    Rest: _rest,
    Span: _span,
    Story: _story,
    Years: _years,
}
