"""What the words of a lexicon mean in dates, looked up by their first word."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from claimtrack.reading.dates.tokens import tokens
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.notation import words_of


class Kind(StrEnum):
    """What a word is in a date; the first ten may stand between angle brackets in a lexicon."""

    N = "N"
    ORD = "ORD"
    UNIT = "UNIT"
    WEEKDAY = "WEEKDAY"
    MONTH = "MONTH"
    SEASON = "SEASON"
    PERIOD = "PERIOD"
    DAY = "DAY"
    YEAR = "YEAR"
    DECADE = "DECADE"
    ROMAN = "ROMAN"
    PART = "part"
    DAY_PART = "day_part"
    LEAD = "lead"
    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"
    BETWEEN = "between"
    AND = "and"
    FROM = "from"
    TO = "to"
    INTO = "into"
    ONWARDS = "onwards"
    PAIR = "pair"
    ABOUT = "about"
    EXACTLY = "exactly"
    MONTH_LINK = "month_link"
    YEAR_LINK = "year_link"
    AFTER_YEAR = "after_year"
    PART_LINK = "part_link"
    DAY_PART_LINK = "day_part_link"
    ORDINAL_MARK = "ordinal_mark"
    NUMBER_LINK = "number_link"
    OCLOCK_BEFORE = "oclock_before"
    OCLOCK_AFTER = "oclock_after"
    AM = "am"
    PM = "pm"
    SHORTLY_AFTER = "shortly_after"
    SHORTLY_BEFORE = "shortly_before"
    LOCAL = "local"
    NOON = "noon"
    ZONE = "zone"


class Sense(NamedTuple):
    """
    One meaning of the words at a place.

    Attributes:
        kind: What they are.

        value: What they stand for.

        end: The place of the word after them.
    """

    kind: Kind
    value: object
    end: int


Senses = Mapping[Kind, list[Sense]]
"""The meanings of the words at a place, by their kinds."""

NO_SENSES: Senses = MappingProxyType({})


class Entry(NamedTuple):
    """One meaning of a first word: the words that must follow it, and what all of them mean."""

    rest: list[str]
    kind: Kind
    value: object


class Lead(NamedTuple):
    """Whether a preposition makes a bare year one, and whether it ties a date to a noun."""

    is_strong: bool = False
    is_anchor: bool = False

    def over(self, inner: "Lead") -> "Lead":
        """Say what two prepositions in a row make of a date."""
        return Lead(self.is_strong or inner.is_strong, self.is_anchor or inner.is_anchor)


class Named(NamedTuple):
    """A month or a weekday, and whether the word is too short, or too common, to stand alone."""

    number: int
    is_short: bool = False


class Vocabulary:
    """
    The words of one lexicon that dates are made of.

    Attributes:
        entries: For each first word, what it may begin.

        joins: Whether a full stop may part hours from minutes.

        is_month_first: Whether 5/6 is in May.

    Args:
        lexicon: Where the words come from.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        dates = lexicon.tables.dates
        self.entries: dict[str, list[Entry]] = {}
        self.joins = dates.clock.joins
        self.is_month_first = dates.is_month_first
        self._fold = lexicon.folder.fold
        self._add_names(lexicon)
        self._add_counts(lexicon)
        self._add_small_words(lexicon)
        self._add_clock(lexicon)

    def _add(self, kind: Kind, forms: Iterable[str], value: object = None) -> None:
        for form in forms:
            for words in words_of(form):
                first, *rest = tokens(self._fold(words)).words
                self.entries.setdefault(first, []).append(Entry(rest, kind, value))

    def _add_names(self, lexicon: Lexicon) -> None:
        dates = lexicon.tables.dates
        weak = {self._fold(form) for one in dates.weak for form in one.forms}
        for kind, names in ((Kind.MONTH, dates.months), (Kind.WEEKDAY, dates.weekdays)):
            for number, (full, *others) in enumerate(names, start=1):
                for form in (full, *others):
                    is_short = form != full and full.startswith(form)
                    named = Named(number, is_short or self._fold(form) in weak)
                    self._add(kind, [form], named)
        for kind, table in (
            (Kind.SEASON, dates.seasons),
            (Kind.UNIT, dates.units),
            (Kind.PART, dates.parts),
        ):
            for name, forms in table.items():
                self._add(kind, forms, name)
        for name, part in dates.day_parts.items():
            self._add(Kind.DAY_PART, part.forms, (name, part.hours))
        for name, forms in dates.years.items():
            self._add(Kind.YEAR, forms, _SHIFTS[name])

    def _add_counts(self, lexicon: Lexicon) -> None:
        dates, quantity = lexicon.tables.dates, lexicon.tables.quantity
        for form, number in quantity.numerals.items():
            self._add(Kind.N, [form], (number, number))
        for name, forms in dates.counts.items():
            few = lexicon.common.dates.vague_count.get(name, (1, 1))
            self._add(Kind.N, forms, few)
        for form, number in dates.ordinals.items():
            self._add(Kind.ORD, [form], number)
        self._add(Kind.ORDINAL_MARK, dates.ordinal_marks)
        self._add(Kind.NUMBER_LINK, quantity.link)

    def _add_small_words(self, lexicon: Lexicon) -> None:
        dates = lexicon.tables.dates
        edges, links = dates.edges, dates.links
        for form in dict.fromkeys((*links.strong, *links.lead)):
            self._add(Kind.LEAD, [form], Lead(form in links.strong, form in links.anchor))
        for kind, forms in (
            (Kind.SINCE, edges.since),
            (Kind.AFTER, edges.after),
            (Kind.BEFORE, edges.before),
            (Kind.UNTIL, edges.until),
            (Kind.BETWEEN, edges.between),
            (Kind.AND, edges.between_and),
            (Kind.FROM, edges.since_to),
            (Kind.TO, edges.to),
            (Kind.INTO, edges.into),
            (Kind.ONWARDS, edges.onwards),
            (Kind.PAIR, edges.pair),
            (Kind.ABOUT, edges.approx),
            (Kind.EXACTLY, edges.exact),
            (Kind.MONTH_LINK, links.month),
            (Kind.YEAR_LINK, links.year),
            (Kind.AFTER_YEAR, links.after_year),
            (Kind.PART_LINK, links.part),
            (Kind.DAY_PART_LINK, links.day_part),
        ):
            self._add(kind, forms)

    def _add_clock(self, lexicon: Lexicon) -> None:
        clock = lexicon.tables.dates.clock
        for kind, forms in (
            (Kind.OCLOCK_BEFORE, clock.before),
            (Kind.OCLOCK_AFTER, clock.after),
            (Kind.AM, clock.am),
            (Kind.PM, clock.pm),
            (Kind.SHORTLY_AFTER, clock.after_a_little),
            (Kind.SHORTLY_BEFORE, clock.before_a_little),
            (Kind.LOCAL, clock.local),
        ):
            self._add(kind, forms)
        self._add(Kind.NOON, clock.noon, 12)
        self._add(Kind.NOON, clock.midnight, 24)
        for form, zone in clock.zones.items():
            self._add(Kind.ZONE, [form], zone)

    def senses(self, words: list[str], place: int) -> Senses:
        """
        List what the words at a place may mean.

        Args:
            words: The words of the text, folded.

            place: Which of them comes first.

        Returns:
            The meanings by their kinds; of a kind, the first in the lexicon first.
        """
        entries = self.entries.get(words[place])
        if entries is None:
            return NO_SENSES
        found: dict[Kind, list[Sense]] = {}
        for rest, kind, value in entries:
            end = place + 1 + len(rest)
            if not rest or words[place + 1 : end] == rest:
                found.setdefault(kind, []).append(Sense(kind, value, end))
        return found


_SHIFTS = {"last": -1, "this": 0, "next": 1}
