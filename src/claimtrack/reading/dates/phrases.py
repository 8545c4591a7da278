"""Phrases of time: words, dates and prepositions put together, the longest reading first."""

import re
from collections.abc import Iterator
from typing import cast

from claimtrack.reading.dates.calendar_forms import DASHES, calendar_dates
from claimtrack.reading.dates.clocks import clocks
from claimtrack.reading.dates.counting import Words
from claimtrack.reading.dates.joining import has_parts, is_day, joined
from claimtrack.reading.dates.meaning import meaning
from claimtrack.reading.dates.phrasebook import SIDES, Phrase, Phrases
from claimtrack.reading.dates.rules import Node, Rule
from claimtrack.reading.dates.terms import (
    About,
    Around,
    Dated,
    DayTime,
    Edge,
    Moment,
    Overnight,
    Part,
    Period,
    Side,
    Span,
    Story,
    Term,
    YearOf,
    Years,
)
from claimtrack.reading.dates.vocabulary import Kind, Lead, Sense

_LEADS = 4
"""Prepositions that may stand one behind the other: "de la data de". Ours."""

_DEPTH = 3
"""Phrases within phrases: shortly after nine | late on | Monday night. Ours."""

_STRONG = Lead(is_strong=True)
_LENGTH = "dates.length"

_NUMBERED = re.compile(r"(?![0-9]{1,2}/[0-9]{1,2}/|[0-9]{4}/[0-9]{2}/[0-9]{2}$)[0-9]+(?:/[0-9]+)+")
_OF_A_LAW = "a number of a law, a file or a season, no date"

_CALENDAR = frozenset([Kind.MONTH, Kind.ORD, Kind.YEAR, Kind.WEEKDAY])
_FRAMES = frozenset([
    Kind.PART, Kind.DAY_PART, Kind.UNIT, Kind.NOON, Kind.OCLOCK_BEFORE, Kind.ABOUT,
    Kind.SHORTLY_AFTER, Kind.SHORTLY_BEFORE,
])  # fmt: skip
"""How what `calendar_dates` reads may begin, and what stands around other phrases."""

_AROUND = frozenset(["week", "weekend"])
_SIDELESS = (Moment, Story, Edge)


DayPart = tuple[str, tuple[int, int]]


class Scan(Words):
    """
    The words of one text, read for phrases of time.

    Args:
        words: The words, folded.

        phrases: How they are read.
    """

    def __init__(self, words: list[str], phrases: Phrases) -> None:
        super().__init__(words, phrases.vocabulary)
        self._phrases = phrases
        self._simples: dict[int, list[Phrase]] = {}
        self._cores: dict[tuple[int, int], list[Phrase]] = {}

    def at(self, place: int) -> Phrase | None:
        """
        Read the longest phrase that begins at a place.

        Args:
            place: Where it begins.

        Returns:
            The phrase; None where there is none. Of two that are equally long, one that is known
            to be no date comes first, then a range, a side, a plain date, and a mere length.
        """
        best: Phrase | None = None
        for readings in (self._traps, self._ranges, self._edges, self._plain, self._lengths):
            for phrase in readings(place):
                if best is None or phrase.end > best.end:
                    best = phrase
        return best

    def _traps(self, place: int) -> Iterator[Phrase]:
        return (one for one in self._core(place, _DEPTH) if one.why and one.rule != _LENGTH)

    def _lengths(self, place: int) -> Iterator[Phrase]:
        return (one for one in self._core(place, _DEPTH) if one.rule == _LENGTH)

    def _edges(self, place: int) -> Iterator[Phrase]:
        for sense in self.senses(place, *SIDES):
            side = SIDES[sense.kind]
            for inner in self._plain(sense.end):
                if inner.term is not None and not isinstance(inner.term, _SIDELESS):
                    yield inner._replace(term=Edge(side, inner.term), lead=_STRONG)
        for sense in self.senses(place, Kind.FROM):
            for inner in self._plain(sense.end):
                for onwards in self.senses(inner.end, Kind.ONWARDS):
                    if inner.term is not None and not isinstance(inner.term, _SIDELESS):
                        since = Edge(Side.SINCE, inner.term)
                        yield inner._replace(term=since, end=onwards.end, lead=_STRONG)

    def _ranges(self, place: int) -> Iterator[Phrase]:
        for sense in self.senses(place, Kind.BETWEEN, Kind.FROM):
            joint = Kind.AND if sense.kind is Kind.BETWEEN else Kind.TO
            for first in self._sides(sense.end):
                for between in self.senses(first.end, joint):
                    for last in self._sides(between.end):
                        span = joined(first.term, last.term)
                        if span is not None:
                            yield last._replace(term=span, core=place, lead=_STRONG)

    def _sides(self, place: int) -> Iterator[Phrase]:
        """What may stand on one side of a range: a date, a time, or a day without its month."""
        yield from self._plain(place)
        for day, end in self.days(place):
            yield Phrase(Dated(day=cast("int", day)), end, place)

    def _plain(self, place: int, depth: int = _DEPTH, leads: int = _LEADS) -> Iterator[Phrase]:
        for phrase in self._core(place, depth):
            if phrase.term is not None:
                yield phrase
        if leads:
            for sense in self.senses(place, Kind.LEAD):
                outer = cast("Lead", sense.value)
                for inner in self._plain(sense.end, depth, leads - 1):
                    yield inner._replace(lead=outer.over(inner.lead))

    def _core(self, place: int, depth: int) -> list[Phrase]:
        """
        Read what begins at a place without a preposition.

        Kept by place and depth: however phrases nest, each is read once, so the time is linear.
        """
        if not depth or place >= len(self.words):
            return []
        known = self._cores.get((place, depth))
        if known is None:
            simple = self._simples.get(place)
            if simple is None:
                simple = self._simples[place] = list(self._simple(place))
            known = [*simple, *self._framed(place, depth - 1)]
            known += [after for phrase in known for after in self._followed(phrase, depth - 1)]
            self._cores[place, depth] = known
        return known

    def _simple(self, place: int) -> Iterator[Phrase]:
        if _NUMBERED.fullmatch(self.words[place]):
            yield Phrase(None, place + 1, place, rule="dates.numbered", why=_OF_A_LAW)
        if self.may_begin(_CALENDAR, place):
            for dated, end in calendar_dates(self, place):
                yield Phrase(dated, end, place)
                yield from self._dashed(dated, end, place)
            for weekday, end in self.read(Kind.WEEKDAY, place):
                yield from self._weekdays(cast("int", weekday), end, place)
        for rule, filled, end in self._matches(self._phrases.root, place, {}):
            name = f"dates.{rule.name}"
            if rule.date is None:
                yield Phrase(None, end, place, rule=name, why=rule.why)
                continue
            term = meaning(rule.date, filled, self._phrases.hours)
            if term is not None:
                yield Phrase(term, end, place, rule=name)

    def _dashed(self, first: Dated, place: int, core: int) -> Iterator[Phrase]:
        for start in self._towards(place):
            for last, end in calendar_dates(self, start):
                span = joined(first, last)
                if span is not None:
                    yield Phrase(span, end, core, _STRONG)
        if self.word(place) not in DASHES:
            return
        number = first.year.number if first.year and first.month is None else None
        short = self.word(place + 1)
        if number and short.isdecimal() and len(short) == 2 and int(short) > number % 100:
            last = Dated(YearOf(number - number % 100 + int(short)))
            yield Phrase(Span(first, last), place + 2, core, _STRONG)

    def _towards(self, place: int) -> list[int]:
        """Give the places behind a dash, or a "to" that is not also an "at", as "la" is."""
        if self.word(place) in DASHES:
            return [place + 1]
        is_lead = any(self.senses(place, Kind.LEAD))
        return [] if is_lead else [sense.end for sense in self.senses(place, Kind.TO)]

    def _weekdays(self, weekday: int, place: int, core: int) -> Iterator[Phrase]:
        term = Period("weekday", weekday)
        yield Phrase(term, place, core, rule="dates.weekday")
        joints = [(sense.end, weekday % 7 + 1) for sense in self.senses(place, Kind.PAIR)]
        joints += [(start, 0) for start in self._towards(place)]
        for start, wanted in joints:
            for last, end in self.read(Kind.WEEKDAY, start):
                if wanted in {0, last}:
                    span = Span(term, Period("weekday", cast("int", last)))
                    yield Phrase(span, end, core, rule="dates.weekday")
        yield from self._dated_weekday(weekday, place, core, None)
        for part in self.senses(place, Kind.DAY_PART):
            yield from self._dated_weekday(weekday, part.end, core, part)

    def _dated_weekday(
        self, weekday: int, place: int, core: int, part: Sense | None
    ) -> Iterator[Phrase]:
        """Read the date that a weekday is told with: Tuesday, May 6; Tuesday morning (May 6)."""
        sign = self.word(place)
        for start in self.skipped(place + (sign in {",", "("}), Kind.LEAD):
            for dated, end in calendar_dates(self, start):
                if dated.day is None or dated.last_day is not None:
                    continue
                term: Term = dated._replace(weekday=weekday)
                if part is not None:
                    term = DayTime(*cast("DayPart", part.value), of=term)
                closing = sign == "(" and self.word(end) == ")"
                yield Phrase(term, end + closing, core)

    def _framed(self, place: int, depth: int) -> Iterator[Phrase]:
        """Read what begins with a part, a part of the day, a time of day, or a word for nearly."""
        if not self.may_begin(_FRAMES, place):
            return
        for sense in self.senses(place, Kind.PART, Kind.DAY_PART, Kind.ABOUT):
            if sense.kind is Kind.PART:
                yield from self._parts(sense, place, depth)
                continue
            is_part = sense.kind is Kind.DAY_PART
            links = [Kind.DAY_PART_LINK] if is_part else []
            for start in self.skipped(sense.end, *links) if links else (sense.end,):
                for inner in self._plain(start, depth, 1):
                    if is_part and is_day(inner.term):
                        term: Term = DayTime(*cast("DayPart", sense.value), of=inner.term)
                        # "of" in "the night of 5 May" ties the day to its night alone.
                        yield inner._replace(term=term, core=place, lead=_STRONG)
                    elif not is_part and isinstance(inner.term, Dated | Years):
                        yield inner._replace(term=About(inner.term), core=place)
                if is_part:
                    yield from self._night(sense, start, place, depth)
        yield from self._around(place, depth)
        for clock, end in clocks(self, place):
            yield Phrase(clock, end, place, rule="dates.clock")
            for inner in self._plain(end + (self.word(end) == ","), depth):
                if is_day(inner.term):
                    term = clock._replace(of=inner.term)
                    yield inner._replace(term=term, core=place, rule="dates.clock")

    def _night(self, part: Sense, place: int, core: int, depth: int) -> Iterator[Phrase]:
        """Read "the night of 5 into 6 May": the first day has the month of the second."""
        for day, end in self.days(place):
            for sense in self.senses(end, Kind.INTO):
                for inner in self._core(sense.end, depth):
                    if isinstance(inner.term, Dated) and is_day(inner.term):
                        first = inner.term._replace(day=cast("int", day), weekday=None)
                        evening = DayTime(*cast("DayPart", part.value), of=first)
                        yield inner._replace(term=Overnight(evening, inner.term), core=core)

    def _around(self, place: int, depth: int) -> Iterator[Phrase]:
        """Read "the week of 5 May"."""
        for unit, end in self.read(Kind.UNIT, place):
            if unit in _AROUND:
                for link in self.senses(end, Kind.PART_LINK):
                    for inner in self._core(link.end, depth):
                        if isinstance(inner.term, Dated) and is_day(inner.term):
                            term = Around(unit, inner.term)
                            yield inner._replace(term=term, core=place, rule="dates.part")

    def _parts(self, part: Sense, core: int, depth: int) -> Iterator[Phrase]:
        name = cast("str", part.value)
        for start in self.skipped(part.end, Kind.PART_LINK):
            for inner in self._core(start, depth):
                if has_parts(inner.term):
                    term = Part(name, cast("Term", inner.term))
                    yield inner._replace(term=term, core=core, lead=_STRONG)
            for unit, end in self.read(Kind.UNIT, start):
                if unit not in {"minute", "hour", "day"}:
                    whole = Period("unit", cast("str", unit))
                    yield Phrase(Part(name, whole), end, core, _STRONG, "dates.part")

    def _followed(self, phrase: Phrase, depth: int) -> Iterator[Phrase]:
        """Read what may stand behind a day: its part, its time of day, the morning after."""
        if not is_day(phrase.term):
            return
        term = cast("Term", phrase.term)
        parted = [phrase]
        for start in self.skipped(phrase.end, Kind.DAY_PART_LINK):
            for sense in self.senses(start, Kind.DAY_PART):
                within = DayTime(*cast("DayPart", sense.value), of=term)
                parted.append(phrase._replace(term=within, end=sense.end))
        for one in parted:
            if one is not phrase:
                yield one
            yield from self._timed(one, term)
            for sense in self.senses(one.end, Kind.INTO):
                for inner in self._core(sense.end, depth):
                    if is_day(inner.term):
                        night = Overnight(cast("Term", one.term), cast("Term", inner.term))
                        yield one._replace(term=night, end=inner.end)

    def _timed(self, phrase: Phrase, day: Term) -> Iterator[Phrase]:
        comma = phrase.end + (self.word(phrase.end) == ",")
        of = day.of if isinstance(day, DayTime) and day.of else day
        links = (Kind.LEAD, Kind.DAY_PART_LINK)
        firsts = self.skipped(comma, *links)
        for start in {after for first in firsts for after in self.skipped(first, *links)}:
            for clock, end in clocks(self, start):
                yield phrase._replace(term=clock._replace(of=of), end=end)

    def _matches(
        self, node: Node, place: int, filled: dict[Kind, object]
    ) -> Iterator[tuple[Rule, dict[Kind, object], int]]:
        if node.rule is not None:
            yield node.rule, filled, place
        if place >= len(self.words):
            return
        following = node.words.get(self.words[place])
        if following is not None:
            yield from self._matches(following, place + 1, filled)
        for kind, after in self.open_kinds(node.kinds, place):
            for value, end in self.read(kind, place):
                yield from self._matches(after, end, {**filled, kind: value})
