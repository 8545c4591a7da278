"""
What words of time say before anybody knows on which day they were said.

A term is a plain value made from words alone; `claimtrack.reading.dates.placing` puts it on the
calendar, counted from an article's date.
"""

from enum import StrEnum
from typing import NamedTuple


class Side(StrEnum):
    """On which side of a date something lies. *Until* a date includes it."""

    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"


class Present(StrEnum):
    """Words for the moment of writing: now, all the time until now, or a while before."""

    NOW = "now"
    UNTIL_NOW = "until_now"
    RECENTLY = "recently"


class Hint(StrEnum):
    """How exact a number is said to be."""

    PLAIN = ""
    ABOUT = "about"
    EXACTLY = "exactly"


class Near(StrEnum):
    """How a time of day stands to the one that is named."""

    AT = ""
    AROUND = "around"
    SHORTLY_AFTER = "shortly after"
    SHORTLY_BEFORE = "shortly before"


class YearOf(NamedTuple):
    """A year: its number, or how far it is from the article's."""

    number: int | None = None
    shift: int = 0


class Dated(NamedTuple):
    """
    A date of the calendar, as far as it is told.

    Attributes:
        year, month, day: What is told. Without a year, the tense decides which one is meant.

        last_day: The last of several days.

        weekday: The ISO weekday that is named beside it.

        swapped: The other reading of 05/06/2025: its month.
    """

    year: YearOf | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    swapped: int | None = None


class Period(NamedTuple):
    """
    One of the stretches that come again.

    Attributes:
        kind: ``unit``, ``weekday``, ``month``, ``season`` or ``quarter``.

        value: Which: the unit's or season's name, an ISO weekday, a month, a quarter.

        shift: The last (-1), this (0) or the next (1); None leaves it to the tense.

        year: The year that is named.

        is_ended_by: Whether a quarter is named by its last month.
    """

    kind: str
    value: int | str
    shift: int | None = None
    year: YearOf | None = None
    is_ended_by: bool = False


class Days(NamedTuple):
    """A day counted from the article's."""

    offset: int


class Counted(NamedTuple):
    """So many units ago (*sign* -1) or ahead (1); *low* and *high* differ for "a few"."""

    low: int
    high: int
    unit: str
    sign: int
    hint: Hint = Hint.PLAIN


class Reach(NamedTuple):
    """The last (*sign* -1) or coming (1) so many units; *number* None where none is told."""

    number: tuple[int, int] | None
    unit: str
    sign: int


class Rest(NamedTuple):
    """What of a period lies before (*sign* -1) or after (1) the article's day."""

    of: Period
    sign: int


class Years(NamedTuple):
    """A decade or a century."""

    first: int
    length: int


class Moment(NamedTuple):
    """The moment of writing."""

    kind: Present


class Story(NamedTuple):
    """A time that is counted from something told before, not from the article."""


class Part(NamedTuple):
    """The beginning, middle, end or a half of something."""

    name: str
    of: "Term"


class DayTime(NamedTuple):
    """A part of a day; *of* None is the article's. *hours* are counted from its midnight."""

    name: str
    hours: tuple[int, int]
    of: "Term | None" = None


class Clock(NamedTuple):
    """A time of day; *of* None is on the article's day, *minute* None is that hour."""

    hour: int
    minute: int | None = None
    near: Near = Near.AT
    zone: str = ""
    is_local: bool = False
    of: "Term | None" = None


class Overnight(NamedTuple):
    """From the evening of one day into the morning of the next."""

    first: "Term"
    second: "Term"


class About(NamedTuple):
    """Something that is told as nearly so."""

    of: "Term"


class Around(NamedTuple):
    """The week or the weekend in which a day lies."""

    unit: str
    of: "Term"


class Span(NamedTuple):
    """From the beginning of one to the end of the other."""

    first: "Term"
    last: "Term"


class Edge(NamedTuple):
    """Everything on one side of something."""

    side: Side
    of: "Term"


Term = (
    Dated
    | Period
    | Days
    | Counted
    | Reach
    | Rest
    | Years
    | Moment
    | Story
    | Part
    | DayTime
    | Clock
    | Overnight
    | About
    | Around
    | Span
    | Edge
)
