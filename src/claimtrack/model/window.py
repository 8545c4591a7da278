"""
Windows: when something happened, or will, as far as the words say.

A window holds every moment that the words allow. It is half-open, so adjoining days do not
overlap, and either end may be missing. How sure the words are (EDTF's ``?`` and ``~``) is kept as
a mark; it never pads the window.

Source:
    Extended Date/Time Format (EDTF) Specification, Library of Congress, 4 February 2019
    (https://www.loc.gov/standards/datetime/); ISO 8601-1:2019; RFC 3339; the zones are those of the
    IANA Time Zone Database (RFC 6557).
"""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.edtf import (
    Bound,
    Mark,
    Reading,
    read,
    write_days,
    write_moment,
    write_precise,
)
from claimtrack.model.words import checked, line, maybe_moment, moment, refuse
from claimtrack.model.zones import YEARS, instant, midnight, wall_clock, zone_name, zone_of

_SECOND = timedelta(seconds=1)
_MICROSECOND = timedelta(microseconds=1)


class Order(StrEnum):
    """How one window stands to another in time."""

    BEFORE = "before"
    AFTER = "after"
    MAY_OVERLAP = "may_overlap"


def _bound(value: datetime | None) -> datetime | None:
    # Windows are made by the thousand, nearly always of moments that are in UTC already.
    if value.__class__ is datetime and value.tzinfo is UTC:
        return value
    return maybe_moment(value)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Window:
    """
    A stretch of time in which something lies.

    Attributes:
        earliest: The first moment it may be, UTC; None where that is open or unknown.

        latest: The first moment it can no longer be, UTC; None where that is open or unknown.

        phrase: The words given. Empty where they were ISO 8601, or EDTF that `edtf` writes anyway;
            kept where EDTF says more than two bounds do (``2025-21``, ``2025-11-XX``).

        zone: The zone the words were meant in, an IANA name or an offset such as ``+02:00``. Empty
            where none was given: the words were read as if in UTC, and the window is *floating*
            until `anchored`. Exact moments are not floating; their zone is ``UTC``, if no other.

        earliest_mark: How sure the words are of the beginning, or that it is open (``..``).

        latest_mark: The same of the end. A date that is marked as a whole has the mark on both.

    Raises:
        InvalidValueError: A bound is naive; it does not end after it begins; it has neither a
            bound nor a phrase; a mark does not fit its bound; there is no such zone.

    Example:
        >>> talks = Window.parse("2025-11-26", "Europe/Bucharest")
        >>> talks.earliest
        datetime.datetime(2025, 11, 25, 22, 0, tzinfo=datetime.timezone.utc)
        >>> str(talks)
        '2025-11-26'
    """

    earliest: datetime | None = attrs.field(converter=_bound, default=None)
    latest: datetime | None = attrs.field(converter=_bound, default=None)
    phrase: str = attrs.field(converter=line, default="")
    zone: str = attrs.field(converter=zone_name, default="")
    earliest_mark: Mark = attrs.field(converter=Mark, default=Mark.PLAIN)
    latest_mark: Mark = attrs.field(converter=Mark, default=Mark.PLAIN)

    def __attrs_post_init__(self) -> None:
        if self.earliest is None or self.latest is None:
            if self.earliest is self.latest and not self.phrase:
                raise InvalidValueError("window", "", "needs a bound or a phrase")
        elif self.earliest >= self.latest:
            raise InvalidValueError("window", self.iso(), "must end after it begins")
        if self.earliest_mark or self.latest_mark:
            _check_mark("window.earliest_mark", self.earliest, self.earliest_mark)
            _check_mark("window.latest_mark", self.latest, self.latest_mark)

    @classmethod
    def parse(cls, text: str, zone: str = "") -> "Window":
        """
        Read ISO 8601 or EDTF.

        A date or date-time is as long as it is precise: a month, a day, a minute. In an interval a
        date counts whole, and a time of day is the moment at which the interval begins or ends;
        an offset on one side alone holds for both. Of EDTF, levels 0 and 1 are read, and of level
        2 the sub-year groupings (seasons, quarters) and one-of sets of dates, as their hull.

        Args:
            text: The words.

            zone: The zone they are meant in; empty leaves the window floating. An offset in the
                words wins, and *zone* is kept where it agrees with it.

        Returns:
            The window. A local time that the clocks skip or show twice is read both ways, and the
            window reaches from the earlier to the later reading.

        Raises:
            InvalidValueError: The text is neither, or on no calendar; it ends before it begins or
                outside the years 1 to 9999; or there is no such zone.

        Example:
            >>> Window.parse("2025-12-02T14:10+01:00").latest
            datetime.datetime(2025, 12, 2, 13, 11, tzinfo=datetime.timezone.utc)
            >>> print(Window.parse("2025-08-26~/2025-11-26"))
            2025-08-26~/2025-11-26
        """
        named = _checked_zone(zone)
        try:
            reading = read(text)
            begins, ends = reading.begins, reading.ends
            return cls(
                earliest=instant(begins.wall, begins.offset or named, min),
                latest=instant(ends.wall, ends.offset or named, max),
                phrase=text.strip() if reading.says_more else "",
                zone=_settled(reading, named),
                earliest_mark=begins.mark,
                latest_mark=ends.mark,
            )
        except InvalidValueError as error:
            raise InvalidValueError("window", text, error.reason) from None

    @classmethod
    def at(cls, exact: datetime) -> "Window":
        """
        Make the window of an exact moment: that microsecond.

        Args:
            exact: Aware; its zone is kept.

        Returns:
            The window, never floating.

        Raises:
            InvalidValueError: The moment is naive, or the last of the year 9999.
        """
        earliest = moment(exact)
        try:
            latest = earliest + _MICROSECOND
        except OverflowError:
            raise InvalidValueError("window", exact, YEARS) from None
        return cls(earliest=earliest, latest=latest, zone=zone_of(exact))

    @classmethod
    def day(cls, day: date, zone: str = "") -> "Window":
        """Make the window of a day in a zone; without one it is floating."""
        return cls.parse(day.isoformat()[: len("2025-12-02")], zone)

    @property
    def is_floating(self) -> bool:
        """Whether no zone was given, so that `anchored` may still read it in another than UTC."""
        return not self.zone

    def anchored(self, zone: str) -> "Window":
        """
        Read a floating window in a zone; one that is not floating stays as it is.

        Args:
            zone: An IANA time zone or an offset.

        Returns:
            The window that the same words give in *zone*.

        Raises:
            InvalidValueError: There is no such zone, or the window leaves the years 1 to 9999.

        Example:
            >>> Window.parse("2025-11-26").anchored("+02:00").latest
            datetime.datetime(2025, 11, 26, 22, 0, tzinfo=datetime.timezone.utc)
        """
        named = _checked_zone(zone)
        if self.zone or not named:
            return self
        try:
            earliest = instant(self.earliest, named, min)
            latest = instant(self.latest, named, max)
        except InvalidValueError as error:
            raise InvalidValueError("window", str(self), error.reason) from None
        return attrs.evolve(self, earliest=earliest, latest=latest, zone=named)

    def compare(self, other: "Window") -> Order:
        """
        Say whether this window is surely before or surely after another.

        Args:
            other: The other window; floating ones count as read, in UTC.

        Returns:
            ``MAY_OVERLAP`` where neither is sure; a bound that is missing excludes nothing.

        Example:
            >>> Window.parse("2025-11-26").compare(Window.parse("2025-11-27"))
            <Order.BEFORE: 'before'>
        """
        if self.latest and other.earliest and self.latest <= other.earliest:
            return Order.BEFORE
        if self.earliest and other.latest and self.earliest >= other.latest:
            return Order.AFTER
        return Order.MAY_OVERLAP

    def edtf(self) -> str | None:
        """
        Write EDTF in the window's zone, where a date or a date-time to the second can say it.

        Returns:
            The EDTF it was read from where that says more than the bounds; else level 0 or 1, in
            days, months or years, a single date or an interval; None where the bounds are hours or
            the only words are a phrase. Dates carry no zone: read them back in the window's.

        Example:
            >>> Window.parse("2025-09-01/2025-09-30?").edtf()
            '2025-09-01/2025-09-30?'
        """
        if self.phrase and self._is_read_from(self.phrase):
            return self.phrase
        return self._days() or self._second()

    def iso(self) -> str:
        """
        Write ISO 8601 in the window's zone: a date-time where it is as long as one, else two.

        Returns:
            ``2025-12-02T14:10+01:00`` or ``2025-11-26T00:00/2025-11-27T00:00``, with EDTF's marks
            and its ``..`` where the window has them; `parse` gives the same bounds.
        """
        begins, first_offset = wall_clock(self.earliest, self.zone)
        ends, last_offset = wall_clock(self.latest, self.zone, _MICROSECOND)
        if (
            begins
            and ends
            and (first_offset, self.earliest_mark) == (last_offset, self.latest_mark)
        ):
            precise = write_precise(begins, ends)
            if precise:
                return precise + first_offset + self.earliest_mark
        first = write_moment(begins) + first_offset if begins else ""
        last = write_moment(ends) + last_offset if ends else ""
        return f"{first}{self.earliest_mark}/{last}{self.latest_mark}"

    def __str__(self) -> str:
        return self.phrase or self.edtf() or self.iso()

    def _is_read_from(self, words: str) -> bool:
        try:
            return Window.parse(words, self.zone) == self
        except InvalidValueError:
            return False

    def _days(self) -> str | None:
        begins = midnight(self.earliest, self.zone, min)
        ends = midnight(self.latest, self.zone, max)
        if (begins is None, ends is None) != (self.earliest is None, self.latest is None):
            return None
        try:
            return write_days(Bound(begins, self.earliest_mark), Bound(ends, self.latest_mark))
        except OverflowError:  # nothing is before the year 1
            return None

    def _second(self) -> str | None:
        """Write a plain second. EDTF has neither marks nor intervals for times of day."""
        if self.earliest is None or self.latest is None or self.earliest_mark or self.latest_mark:
            return None
        begins, offset = wall_clock(self.earliest, self.zone)
        if begins is None or self.latest - self.earliest != _SECOND or begins.microsecond:
            return None
        if len(offset) > len("+02:00"):
            return None
        return begins.isoformat(timespec="seconds")[: len("2025-12-02T14:10:05")] + offset


def window(value: Window | str | datetime | date | None) -> Window | None:
    """
    Take a window, or what people write for one (a field's rule).

    Args:
        value: ISO 8601 or EDTF; an aware moment, which is exact; or a date, which is floating.

    Returns:
        The window, or None where there is none.

    Raises:
        InvalidValueError: The text cannot be read, or the moment is naive.

    Example:
        >>> window("2025-11-26") == window(date(2025, 11, 26))
        True
    """
    if value is None or isinstance(value, Window):
        return value
    try:
        if isinstance(value, str):
            return Window.parse(value)
        if isinstance(value, datetime):
            return Window.at(value)
        if isinstance(value, date):
            return Window.day(value)
    except InvalidValueError as error:
        raise refuse(error.value, error.reason) from None
    raise refuse(value, "must be a window, a text, a date or a moment")


def _check_mark(field: str, bound: datetime | None, mark: Mark) -> None:
    if mark is Mark.OPEN and bound is not None:
        raise InvalidValueError(field, mark, "must not say open where there is a bound")
    if mark and mark is not Mark.OPEN and bound is None:
        raise InvalidValueError(field, mark, "must not mark a bound that is missing")


def _checked_zone(zone: str) -> str:
    try:
        return zone_name(zone)
    except InvalidValueError as error:
        raise InvalidValueError("window.zone", zone, error.reason) from None


def _settled(reading: Reading, zone: str) -> str:
    """Choose the zone of what was read: its offset, or *zone* where that has the same."""
    begins, ends = reading.begins, reading.ends
    if not begins.offset:
        return zone
    agrees = zone and _agrees(begins, zone) and _agrees(ends, zone, _MICROSECOND)
    return zone if agrees else begins.offset


def _agrees(bound: Bound, zone: str, before: timedelta = timedelta(0)) -> bool:
    shown, _ = wall_clock(instant(bound.wall, bound.offset, min), zone, before)
    return shown == bound.wall
