"""What a lexicon holds for dates and times of day; see `claimtrack.reading.lexicon.sections`."""

import re
from collections.abc import Mapping

import attrs

from claimtrack.reading.kinds import DateOp
from claimtrack.reading.lexicon.fields import NOTHING as _NOTHING
from claimtrack.reading.lexicon.fields import Texts
from claimtrack.reading.lexicon.fields import key as _key

PLACES = frozenset(
    ["N", "ORD", "UNIT", "WEEKDAY", "MONTH", "SEASON", "PERIOD", "DAY", "YEAR", "DECADE", "ROMAN"]
)
"""What may stand between angle brackets in a phrase."""

_PLACE = re.compile(r"<([^<>]*)>")


def _known_places(_: object, __: "attrs.Attribute[Texts]", forms: Texts) -> None:
    for form in forms:
        unknown = sorted(set(_PLACE.findall(form)) - PLACES)
        if unknown:
            msg = f"{form!r:.60} names <{unknown[0]}>, which there is not"
            raise ValueError(msg)


@attrs.frozen(kw_only=True)
class DateTrap:
    """
    Words that look like a date and are none.

    Attributes:
        forms: The words, written as `RelativeDate` has them.

        why: The reason, one clause.
    """

    forms: Texts = _key("f", validator=_known_places)
    why: str


@attrs.frozen(kw_only=True)
class WeakWord:
    """
    A word for a month or a weekday that is an ordinary word too.

    Alone it counts only behind a preposition of time; a day or a year beside it is enough as well.

    Attributes:
        forms: The word.

        why: What else it is; shown where it was passed over.

        not_before: Beginnings of words that cancel it where one follows.
    """

    forms: Texts = _key("f")
    why: str
    not_before: Texts = ()


@attrs.frozen(kw_only=True)
class RelativeDate:
    """
    Phrases whose date follows from the article's.

    Attributes:
        forms: Words, and kinds of words between angle brackets: ``{in|over} the last <N> <UNIT>``.
            The kinds are N, ORD, UNIT, WEEKDAY, MONTH, SEASON, PERIOD (any of the four before),
            DAY, YEAR, DECADE and ROMAN. Prepositions of time need not be written out.

        op: What is done with what they say.

        offset: How many days, months or years from the article's, where *op* takes one.

        unit: The unit, where no word names it.

        day_part: The part of the day, where the phrase says it: "tonight".
    """

    forms: Texts = _key("f", validator=_known_places)
    op: DateOp
    offset: int = 0
    unit: str = ""
    day_part: str = ""


@attrs.frozen(kw_only=True)
class DayPart:
    """
    A part of the day.

    Attributes:
        forms: The words.

        hours: From and to, from midnight; more than 24 where it runs into the next day.
    """

    forms: Texts = _key("f")
    hours: tuple[int, int]


@attrs.frozen(kw_only=True)
class Tense:
    """
    Words that turn a bare month, day or weekday to the future or the past.

    Attributes:
        future: Words of what is to come.

        past: Words of what has been.

        perfect: Words of the past where a participle follows: one with an ending of *participle*.

        participle: Endings of participles.

        endings: Endings of verbs in the past, or of their participles.

        present: Words before which such an ending tells nothing: "is closed".

        scheduled: Verbs of what has its time, in the present: "the trial opens on Monday". With a
            weekday they look ahead, but a headline may tell of the past so: a person is asked.

        through: Words that open a content clause and leave the tense to the verb before: "să".
    """

    future: Texts = ()
    past: Texts = ()
    perfect: Texts = ()
    participle: Texts = ()
    endings: Texts = ()
    present: Texts = ()
    scheduled: Texts = ()
    through: Texts = ()


@attrs.frozen(kw_only=True)
class Edges:
    """
    Words that make a date one side of an interval, or join two.

    Attributes:
        after: What is later than a date.

        since: What begins with it.

        before: What is earlier, without it.

        until: What ends with it.

        between: Before the first of two dates.

        between_and: Between the two: "between X and Y".

        since_to: Before the first of two dates that a stretch runs through.

        to: Between those two: "from X to Y".

        into: Between an evening and the day after: "Sunday into Monday".

        onwards: What makes "from" a date mean since: "from May onwards".

        pair: What joins two days into one stretch: "Saturday and Sunday".

        approx: Words for nearly.

        exact: Words for just so.
    """

    after: Texts = ()
    since: Texts = ()
    before: Texts = ()
    until: Texts = ()
    between: Texts = ()
    between_and: Texts = _key("and", default=())
    since_to: Texts = _key("from", default=())
    to: Texts = ()
    into: Texts = ()
    onwards: Texts = ()
    pair: Texts = ()
    approx: Texts = ()
    exact: Texts = ()


@attrs.frozen(kw_only=True)
class Links:
    """
    Small words inside and before dates.

    Attributes:
        lead: Prepositions of time, which say nothing of their own: "in", "during the".

        strong: Words behind which a bare year, or a word that is weak as a date, is one.

        anchor: Those of them that tie a date to the noun before it.

        article: Articles, behind which a month or a weekday may be an attribute: "the May vote".

        month: Between a day and its month.

        year: Between a month and its year.

        after_year: What may stand behind a year and says nothing of its own.

        part: Between "the end of" and what it is the end of.

        day_part: Between a day and its part, either way round.
    """

    lead: Texts = ()
    strong: Texts = ()
    anchor: Texts = ()
    article: Texts = ()
    month: Texts = ()
    year: Texts = ()
    after_year: Texts = ()
    part: Texts = ()
    day_part: Texts = ()


@attrs.frozen(kw_only=True)
class ClockRules:
    """
    How the language tells the time of day.

    Attributes:
        before: Words before the hour, behind which a number alone is one.

        after: Words after it that say nothing of their own: "o'clock", "hours".

        am: Words for the first half of the day.

        pm: Words for the second.

        after_a_little: Words for a little later: "shortly after".

        before_a_little: Words for a little earlier: "just before".

        local: Words for the time of the place that is told of.

        noon: Words for 12:00.

        midnight: Words for 24:00.

        zones: Words for time zones, each with an IANA name or an offset.

        joins: Whether ``21.30`` behind one of *before* is a time of day.
    """

    before: Texts = ()
    after: Texts = ()
    am: Texts = ()
    pm: Texts = ()
    after_a_little: Texts = ()
    before_a_little: Texts = ()
    local: Texts = ()
    noon: Texts = ()
    midnight: Texts = ()
    zones: Mapping[str, str] = _NOTHING
    joins: bool = False


@attrs.frozen(kw_only=True)
class DateRules:
    """
    How the language dates.

    Attributes:
        months: The forms of each, the full one first; an abbreviation is a beginning of that, and
            needs a day beside it.

        weekdays: The forms of each, from Monday, as for months.

        seasons: The forms of each.

        units: The forms of each unit of time.

        parts: The forms of each part that `DateConventions` knows: beginning, middle, end.

        day_parts: The parts of the day.

        counts: Words for an amount: a number, or a word of ``vague_count`` in `DateConventions`.

        ordinals: Words for the first, the second and so on.

        ordinal_marks: What is written after the figure of an ordinal.

        years: Words for a year by its distance from the article's: "last year".

        is_month_first: Whether 5/6 is a day in May rather than in June.

        capitals: Whether months and weekdays are written with a capital letter.
    """

    months: tuple[Texts, ...]
    weekdays: tuple[Texts, ...]
    seasons: Mapping[str, Texts] = _NOTHING
    units: Mapping[str, Texts] = _NOTHING
    parts: Mapping[str, Texts] = _key("part", default=_NOTHING)
    day_parts: Mapping[str, DayPart] = _key("day_part", default=_NOTHING)
    counts: Mapping[str, Texts] = _NOTHING
    ordinals: Mapping[str, int] = _NOTHING
    ordinal_marks: Texts = ()
    years: Mapping[str, Texts] = _NOTHING
    is_month_first: bool = _key("month_first", default=False)
    capitals: bool = False
    traps: tuple[DateTrap, ...] = _key("trap", default=())
    weak: tuple[WeakWord, ...] = ()
    relative: tuple[RelativeDate, ...] = ()
    tense: Tense = Tense()
    edges: Edges = Edges()
    links: Links = Links()
    clock: ClockRules = ClockRules()

    def __attrs_post_init__(self) -> None:
        for name, rows, wanted in (("months", self.months, 12), ("weekdays", self.weekdays, 7)):
            if len(rows) not in {0, wanted} or not all(rows):
                msg = f"must list {wanted} {name}, each with a form"
                raise ValueError(msg)
        unknown = self.years.keys() - {"last", "this", "next"}
        unknown |= {one.day_part for one in self.relative} - {"", *self.day_parts}
        if unknown:
            msg = f"must not name {', '.join(sorted(unknown))}, which there is not"
            raise ValueError(msg)
