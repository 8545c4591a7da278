"""Dates in the forms that most languages share: 5 May 2025, May 5, 05.05.2025, 2025-05-05, 2025."""

import re
from collections.abc import Iterator
from typing import cast

from claimtrack.reading.dates.counting import Words
from claimtrack.reading.dates.terms import Dated, YearOf
from claimtrack.reading.dates.vocabulary import Kind, Named

_NUMERIC = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})")
_MONTHS, _DAYS = 12, 31
DASHES = frozenset("-–—")

Dates = Iterator[tuple[Dated, int]]
"""Dates that may begin at a place, each with the place after it."""


def calendar_dates(words: Words, place: int) -> Dates:
    """
    List the dates, months and years that may begin at a place, without a preposition.

    Args:
        words: The words of the text.

        place: Where to look.

    Yields:
        Each date with the place of the word after it.
    """
    word = words.word(place)
    if word[:1].isdecimal():
        yield from _numeric(words, place)
        yield from _day_first(words, place)
        yield from _years(words, place)
    elif word:
        yield from _month_first(words, place)
        yield from _day_first(words, place)
        for sense in words.senses(place, Kind.YEAR):
            yield Dated(YearOf(shift=cast("int", sense.value))), sense.end


def is_short(words: Words, place: int) -> bool:
    """Whether the word at a place is too short, or too common, to be a date alone."""
    named = [sense.value for sense in words.senses(place, Kind.MONTH, Kind.WEEKDAY)]
    return any(isinstance(one, Named) and one.is_short for one in named)


def _years(words: Words, place: int) -> Dates:
    word = words.word(place)
    if word.isdecimal() and len(word) == 4 and 1000 <= int(word) < 3000:
        for end in words.skipped(place + 1, Kind.AFTER_YEAR):
            yield Dated(YearOf(int(word))), end


def _numeric(words: Words, place: int) -> Dates:
    word = words.word(place)
    if found := _NUMERIC.fullmatch(word):
        first, sign, second, year = found.groups()
        number = int(year) + (2000 if len(year) == 2 else 0)
        days = sorted([int(first), int(second)])
        if days[0] <= _MONTHS and days[1] <= _DAYS:  # 10.45.33 is a score, or a version
            yield _ordered(words, int(first), int(second), YearOf(number), sign), place + 1
    elif found := _YEAR_FIRST.fullmatch(word):
        yield Dated(YearOf(int(found[1])), int(found[2]), int(found[3])), place + 1
    elif len(word) == 4 and word.isdecimal() and words.word(place + 1) == "-":
        month = words.word(place + 2)
        if not (month.isdecimal() and len(month) == 2 and 1 <= int(month) <= 12):
            return
        year = YearOf(int(word))
        day = words.word(place + 4)
        if words.word(place + 3) != "-":
            yield Dated(year, int(month)), place + 3
        elif day.isdecimal() and len(day) == 2:
            yield Dated(year, int(month), int(day)), place + 5


def _ordered(words: Words, first: int, second: int, year: YearOf, sign: str) -> Dated:
    """Tell day from month: a slash alone may go either way, by the language's custom."""
    is_month_first = (sign == "/" and words.vocabulary.is_month_first and first <= 12) or (
        second > 12 and first <= 12
    )
    day, month = (second, first) if is_month_first else (first, second)
    is_open = sign == "/" and max(day, month) <= 12 and day != month
    return Dated(year, month, day, swapped=day if is_open else None)


def _day_first(words: Words, place: int) -> Dates:
    for day, last, after in _days(words, place):
        for start in _link(words, after):
            for month, end in words.read(Kind.MONTH, start):
                dated = Dated(None, cast("int", month), day, last)
                yield from _with_year(words, dated, end)


def _days(words: Words, place: int) -> Iterator[tuple[int, int | None, int]]:
    """One day, or the first and last of several: 2-5, 12 and 13, 3 to 4."""
    for first, end in words.days(place):
        day = cast("int", first)
        yield day, None, end
        joints = [end + 1] if words.word(end) in DASHES else []
        joints += [sense.end for sense in words.senses(end, Kind.PAIR, Kind.TO)]
        for joint in joints:
            for last, after in words.days(joint):
                if cast("int", last) > day:
                    yield day, cast("int", last), after


def _link(words: Words, place: int) -> Iterator[int]:
    yield from words.skipped(place, Kind.MONTH_LINK)
    if words.word(place) == ".":
        yield place + 1


def _month_first(words: Words, place: int) -> Dates:
    for month, after in words.read(Kind.MONTH, place):
        number = cast("int", month)
        yield from _with_year(words, Dated(None, number), after)
        if not words.vocabulary.is_month_first:
            continue  # "mai întâi" is no first of May
        start = after + (words.word(after) == ".")
        for day, last, end in _days(words, start):
            yield from _with_year(words, Dated(None, number, day, last), end)
        links = (Kind.DAY_PART_LINK, Kind.LEAD)  # "May the first"
        for place_of_ordinal in words.skipped(start, *links):
            for ordinal, end in words.read(Kind.ORD, place_of_ordinal):
                yield Dated(None, number, cast("int", ordinal)), end


def _with_year(words: Words, dated: Dated, place: int) -> Dates:
    """Give a date as it is, and with the year that follows it."""
    yield dated, place
    # An abbreviated month has a full stop, which may also end the sentence.
    for start in (place, place + 1) if words.word(place) == "." else (place,):
        for year, end in words.years(start):
            yield dated._replace(year=cast("YearOf", year)), end
