"""Which terms go together: what has a part, what is a day, what two terms make a stretch."""

from claimtrack.reading.dates.terms import (
    About,
    Around,
    Clock,
    Counted,
    Dated,
    Days,
    DayTime,
    Moment,
    Overnight,
    Part,
    Period,
    Present,
    Span,
    Term,
    Years,
)


def is_day(term: Term | None) -> bool:
    """Whether a term is one day, or a part of one."""
    match term:
        case Days() | DayTime():
            return True
        case Dated(day=day, last_day=last):
            return day is not None and last is None
        case Period(kind=kind):
            return kind == "weekday"
        case Counted(low, high, unit):
            return low == high and unit == "day"
    return False


def has_parts(term: Term | None) -> bool:
    """Whether a term has a beginning, a middle and an end that words speak of."""
    match term:
        case Dated(last_day=last):
            return last is None
        case Period() | Years() | Days() | DayTime():
            return True
    return False


def joined(first: Term | None, last: Term | None) -> Term | None:
    """
    Make a stretch of two terms.

    Args:
        first: Where it begins. A day without its month has that of the last.

        last: Where it ends. A day without its month has that of the first.

    Returns:
        The stretch; None where the two do not go together.
    """
    if isinstance(first, Dated) and isinstance(last, Dated):
        return _dates(first, last)
    if isinstance(first, Dated) and first.month is None and first.year is None:
        return None
    if isinstance(last, Dated) and last.month is None and last.year is None:
        return None
    if isinstance(first, Clock) and isinstance(last, Clock):
        return Span(first if first.of else first._replace(of=last.of), last)
    if isinstance(first, Clock) or isinstance(last, Clock):
        return None
    if isinstance(last, Moment) and last.kind is Present.NOW and isinstance(first, _SIDES):
        return Span(first, last)
    if isinstance(first, _SIDES) and isinstance(last, _SIDES):
        return Span(first, last)
    return None


_SIDES = (Dated, Period, Days, Part, Years, DayTime, About, Around, Counted, Overnight)


def _dates(first: Dated, last: Dated) -> Term | None:
    if first.month is None and first.year is None:
        if last.month is None or last.day is None:
            return None
        return last._replace(day=first.day, last_day=last.day, weekday=None)
    if last.month is None and last.year is None:
        if first.month is None or first.day is None:
            return None
        return first._replace(last_day=last.day, weekday=None)
    if _is_backwards(first, last):
        return None
    if first.year is None:
        first = first._replace(year=last.year)
    elif last.year is None:
        last = last._replace(year=first.year)
    return Span(first, last)


def _is_backwards(first: Dated, last: Dated) -> bool:
    """Whether two days of one month, without years, are told in the wrong order."""
    if first.year is not None or last.year is not None or first.month != last.month:
        return False
    return first.day is not None and last.day is not None and first.day > last.day
