"""Stretches that are counted, cut or joined: three days ago, the last months, since, between."""

from claimtrack.model.edtf import Mark
from claimtrack.model.words import refuse
from claimtrack.reading.dates.standpoint import Standpoint
from claimtrack.reading.dates.stretches import BACKWARDS, Stretch, around, moved
from claimtrack.reading.dates.terms import (
    Counted,
    Hint,
    Moment,
    Present,
    Reach,
    Rest,
    Side,
)

_SHORT = frozenset(["minute", "hour"])


def counted(term: Counted, here: Standpoint) -> Stretch:
    """Place "three days ago" and "in two weeks", as near as that is said to be."""
    if term.unit in _SHORT:
        return _moments(term, here)
    low, high = sorted((term.sign * term.low, term.sign * term.high))
    begin, end = moved(here.today, low, term.unit), moved(here.today, high, term.unit)
    if low != high:
        note = f"between {term.low} and {_many(term.high, term.unit)}, by convention"
        found = Stretch(begin, moved(end, 1, "day"), "", Mark.APPROXIMATE, Mark.APPROXIMATE)
        return found._replace(is_vague=True).noted(note)
    if term.hint is Hint.EXACTLY or term.unit == "day":
        found = Stretch(begin, moved(begin, 1, "day"), "day")
        return marked(found) if term.hint is Hint.ABOUT else found
    is_one_year = term.unit == "year" and term.low == 1
    near = here.conventions.ago["one_year" if is_one_year else term.unit]
    first = around(moved(begin, -near.slack, near.unit), near.unit)
    last = around(moved(begin, near.slack, near.unit), near.unit)
    found = Stretch(first.begin, last.end, near.unit if not near.slack else "")
    if near.slack:
        note = f"give or take {_many(near.slack, near.unit)}, by convention"
        return marked(found)._replace(is_vague=True).noted(note)
    return marked(found) if term.hint is Hint.ABOUT else found


def _many(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit.replace('century', 'centurie')}s"


def _moments(term: Counted, here: Standpoint) -> Stretch:
    """Count hours and minutes from the article's moment; from its whole day where that is all."""
    begin, end = here.moment
    low, high = sorted((term.sign * term.low, term.sign * term.high))
    first = moved(begin, low, term.unit)
    last = max(moved(end, high, term.unit), moved(first, 1, term.unit))
    found = Stretch(first, last)
    return marked(found)._replace(is_vague=True) if low != high or term.hint else found


def marked(found: Stretch) -> Stretch:
    """Say of both ends that they are approximate."""
    return found._replace(
        begin_mark=Mark.APPROXIMATE if found.begin else found.begin_mark,
        end_mark=Mark.APPROXIMATE if found.end else found.end_mark,
    )


def reach(term: Reach, here: Standpoint) -> Stretch:
    """Place "in the last two months" and "in recent weeks", "in the coming days"."""
    if term.number is None:
        return _uncounted(term, here)
    low, high = term.number
    begin, end = here.moment if term.unit in _SHORT else here.day.bounds
    if term.sign < 0:
        begin = moved(begin, -high, term.unit)
    else:
        end = moved(end, high, term.unit)
    found = Stretch(begin, end)
    if low == high:
        return found
    return _open_side(found, term.sign).noted(f"as many as {_many(high, term.unit)}, by convention")


def _uncounted(term: Reach, here: Standpoint) -> Stretch:
    today, tomorrow = here.day.bounds
    known = here.conventions.recent.get(term.unit, here.conventions.recent["year"])
    least, most = known.envelope
    if term.sign < 0:
        begin = moved(today, -most, term.unit)
        note = f"{least} to {most} {term.unit}s back, {known.nominal} as a rule, by convention"
        return _open_side(Stretch(begin, tomorrow), -1).noted(note)
    note = f"{least} to {most} {term.unit}s ahead, {known.nominal} as a rule, by convention"
    return _open_side(Stretch(today, moved(tomorrow, most, term.unit)), 1).noted(note)


def _open_side(found: Stretch, sign: int) -> Stretch:
    """Mark the side that a convention chose."""
    if sign < 0:
        return found._replace(begin_mark=Mark.APPROXIMATE, is_vague=True)
    return found._replace(end_mark=Mark.APPROXIMATE, is_vague=True)


def rest(term: Rest, whole: Stretch, here: Standpoint) -> Stretch:
    """Place "earlier this year" and "later this week": the period on one side of the article."""
    today = here.day
    if term.sign < 0 and whole.begin and whole.begin <= here.today:
        return Stretch(whole.begin, min(whole.end or here.today, today.end or here.today))
    if term.sign > 0 and whole.end and whole.end > here.today:
        return Stretch(here.today, whole.end)
    return whole


def moment(term: Moment, here: Standpoint) -> Stretch:
    """Place "now", "so far" and "recently"."""
    today = here.day
    if term.kind is Present.NOW:
        return today
    if term.kind is Present.UNTIL_NOW:
        return today._replace(begin=None, begin_mark=Mark.OPEN, unit="")
    back = here.conventions.recent["recently"]
    least, most = back.envelope
    note = f"{back.nominal} days back as a rule, {least} to {most} at most, by convention"
    begin = moved(here.today, -back.nominal, "day")
    return _open_side(Stretch(begin, today.end), -1).noted(note)


def edge(side: Side, inner: Stretch, *, is_moment: bool) -> Stretch:
    """
    Place everything on one side of a stretch.

    Args:
        side: Which side.

        inner: The stretch.

        is_moment: Whether the stretch is a time of day, so that its beginning is what counts.
    """
    last = inner.begin if is_moment else inner.end
    if side is Side.BEFORE:
        return inner._replace(begin=None, begin_mark=Mark.OPEN, end=inner.begin, unit="")
    if side is Side.UNTIL:
        return inner._replace(begin=None, begin_mark=Mark.OPEN, end=last, unit="")
    if side is Side.AFTER:
        return inner._replace(begin=last, end=None, end_mark=Mark.OPEN, unit="")
    return inner._replace(end=None, end_mark=Mark.OPEN, unit="")


def span(first: Stretch, last: Stretch, *, is_moment: bool) -> Stretch:
    """
    Join two stretches into one.

    Raises:
        InvalidValueError: It ends before it begins. Without a field, as rules raise it.
    """
    end = last.begin if is_moment and last.begin != first.begin else last.end
    if first.begin is not None and end is not None and first.begin >= end:
        raise refuse(f"{first.begin:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M}", BACKWARDS)
    notes = (*first.notes, *(note for note in last.notes if note not in first.notes))
    return Stretch(
        first.begin,
        end,
        "",
        first.begin_mark,
        last.end_mark,
        notes,
        first.is_vague or last.is_vague,
        last.zone or first.zone,
    )
