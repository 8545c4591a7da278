"""Phrases of time: words, dates and prepositions put together, the longest reading first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from claimtrack.reading.dates.calendar_forms import DASHES, calendar_dates
from claimtrack.reading.dates.clocks import clocks
from claimtrack.reading.dates.counting import Words
from claimtrack.reading.dates.joining import has_parts, is_day, joined
from claimtrack.reading.dates.meaning import meaning
from claimtrack.reading.dates.rules import Node, Rule, tree
from claimtrack.reading.dates.terms import (
    About,
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
from claimtrack.reading.dates.vocabulary import Kind, Lead, Sense, Vocabulary
from claimtrack.reading.lexicon import Lexicon

_LEADS = 4
"""Prepositions that may stand one behind the other: "de la data de". Ours."""

_DEPTH = 3
"""Phrases within phrases: shortly after nine | late on | Monday night. Ours."""

_STRONG = Lead(is_strong=True)
_LENGTH = "dates.length"

_NUMBERED = re.compile(r"(?![0-9]{1,2}/[0-9]{1,2}/)[0-9]+(?:/[0-9]+)+")
_OF_A_LAW = "a number of a law, a file or a season, no date"

_SIDELESS = (Moment, Story, Edge)

_SIDES = {
    Kind.SINCE: Side.SINCE,
    Kind.AFTER: Side.AFTER,
    Kind.BEFORE: Side.BEFORE,
    Kind.UNTIL: Side.UNTIL,
}

_CONTENT = frozenset([Kind.MONTH, Kind.WEEKDAY, Kind.YEAR, Kind.NOON])
_BEGINNING = _CONTENT | {
    *_SIDES, Kind.N, Kind.ORD, Kind.UNIT, Kind.SEASON, Kind.PART, Kind.DAY_PART, Kind.LEAD,
    Kind.BETWEEN, Kind.FROM, Kind.ABOUT, Kind.EXACTLY, Kind.OCLOCK_BEFORE, Kind.SHORTLY_AFTER,
    Kind.SHORTLY_BEFORE,
}  # fmt: skip

DayPart = tuple[str, tuple[int, int]]


class Phrase(NamedTuple):
    """
    A phrase that was read.

    Attributes:
        term: What it says; None for one that looks like a date and is none.

        end: The place of the word after it.

        core: Where it begins without its prepositions.

        lead: What its prepositions say of it.

        rule: The rule by which it was read, without the lexicon's version.

        why: Why it is no date; empty where it is one.
    """

    term: Term | None
    end: int
    core: int
    lead: Lead = Lead()
    rule: str = "dates.calendar"
    why: str = ""


class Phrases:
    """
    How one lexicon's phrases are read.

    Attributes:
        vocabulary: What single words mean.

        root: What phrases there are.

        hours: The hours of the parts of the day.

    Args:
        lexicon: Whose phrases.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.vocabulary = Vocabulary(lexicon)
        self.root = tree(lexicon)
        parts = lexicon.tables.dates.day_parts
        self.hours = {name: part.hours for name, part in parts.items()}
        entries = self.vocabulary.entries
        self._alone = {
            word
            for word, known in entries.items()
            if any(not one.rest and one.kind in _CONTENT for one in known)
        } | {word for word, node in self.root.words.items() if node.rule is not None}
        self._beginning = {
            word for word, known in entries.items() if any(one.kind in _BEGINNING for one in known)
        } | {*self.root.words}
        rests = {one.rest[0] for known in entries.values() for one in known if one.rest}
        self._following = {*entries, *rests, *_literals(self.root)}

    def may_begin(self, words: list[str], place: int) -> bool:
        """
        Say quickly whether a phrase may begin at a place: most words of a text begin none.

        Args:
            words: The words of the text, folded.

            place: Which of them.
        """
        word = words[place]
        if word in self._alone or word[0].isdecimal():
            return True
        if word not in self._beginning or place + 1 >= len(words):
            return False
        following = words[place + 1]
        return following in self._following or following[0].isdecimal()


def _literals(node: Node) -> Iterator[str]:
    yield from node.words
    for after in (*node.words.values(), *node.kinds.values()):
        yield from _literals(after)


@cache
def phrases_of(lexicon: Lexicon) -> Phrases:
    """Give how a lexicon's phrases are read; made once, when first asked for."""
    return Phrases(lexicon)


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
        for sense in self.senses(place, *_SIDES):
            side = _SIDES[sense.kind]
            for inner in self._plain(sense.end):
                if inner.term is not None and not isinstance(inner.term, _SIDELESS):
                    yield inner._replace(term=Edge(side, inner.term), lead=_STRONG)

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
        is_dash = self.word(place) in DASHES
        # "to" alone joins dates, but not a word that is also "at": "la", "în".
        is_lead = any(self.senses(place, Kind.LEAD))
        joints = [] if is_lead else [sense.end for sense in self.senses(place, Kind.TO)]
        for start in [place + 1] if is_dash else joints:
            for last, end in calendar_dates(self, start):
                span = joined(first, last)
                if span is not None:
                    yield Phrase(span, end, core, _STRONG)
        if not is_dash:
            return
        number = first.year.number if first.year and first.month is None else None
        short = self.word(place + 1)
        if number and short.isdecimal() and len(short) == 2 and int(short) > number % 100:
            last = Dated(YearOf(number - number % 100 + int(short)))
            yield Phrase(Span(first, last), place + 2, core, _STRONG)

    def _weekdays(self, weekday: int, place: int, core: int) -> Iterator[Phrase]:
        term = Period("weekday", weekday)
        yield Phrase(term, place, core, rule="dates.weekday")
        joints = [(sense.end, weekday % 7 + 1) for sense in self.senses(place, Kind.PAIR)]
        if self.word(place) in DASHES:
            joints.append((place + 1, 0))
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
                        yield inner._replace(term=term, core=place)
                    elif not is_part and isinstance(inner.term, Dated | Years):
                        yield inner._replace(term=About(inner.term), core=place)
        for clock, end in clocks(self, place):
            yield Phrase(clock, end, place, rule="dates.clock")
            for inner in self._plain(end + (self.word(end) == ","), depth):
                if is_day(inner.term):
                    term = clock._replace(of=inner.term)
                    yield inner._replace(term=term, core=place, rule="dates.clock")

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
        for kind, after in node.kinds.items():
            for value, end in self.read(kind, place):
                yield from self._matches(after, end, {**filled, kind: value})
