"""Times of day: 9 p.m., 21:30 GMT, noon, shortly after 9 p.m. local time, ora 9 seara."""

import re
from collections.abc import Iterator
from typing import cast

from claimtrack.reading.dates.counting import Words
from claimtrack.reading.dates.terms import Clock, Near
from claimtrack.reading.dates.vocabulary import Kind

_WITH_MINUTES = re.compile(r"([01]?[0-9]|2[0-4])([:.])([0-5][0-9])(?::[0-5][0-9])?")
_MILITARY = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
_NEAR = {
    Kind.ABOUT: Near.AROUND,
    Kind.SHORTLY_AFTER: Near.SHORTLY_AFTER,
    Kind.SHORTLY_BEFORE: Near.SHORTLY_BEFORE,
}

_HALF_DAY, _NIGHT, _MIDNIGHT = 12, 18, 24
"""Hours: half a day, when a part of the day that begins then is the night, and the day's end."""

Clocks = Iterator[tuple[Clock, int]]
"""Times of day that may begin at a place, each with the place after it."""


def clocks(words: Words, place: int) -> Clocks:
    """
    List the times of day that may begin at a place.

    Args:
        words: The words of the text.

        place: Where to look.

    Yields:
        Each time with the place of the word after it.
    """
    yield from _plain(words, place)
    for sense in words.senses(place, *_NEAR):
        for clock, end in _plain(words, sense.end):
            yield clock._replace(near=_NEAR[sense.kind]), end


def _plain(words: Words, place: int) -> Clocks:
    for sense in words.senses(place, Kind.NOON):
        yield from _zoned(words, Clock(cast("int", sense.value)), sense.end)
    yield from _told(words, place, is_announced=False)
    for sense in words.senses(place, Kind.OCLOCK_BEFORE):
        yield from _told(words, sense.end, is_announced=True)


def _told(words: Words, place: int, *, is_announced: bool) -> Clocks:
    word = words.word(place)
    if not word[:1].isdecimal():
        return
    if found := _WITH_MINUTES.fullmatch(word):
        clock = Clock(int(found[1]), int(found[3]))
        is_sure = found[2] == ":" or (is_announced and words.vocabulary.joins)
        yield from _half(words, clock, place + 1, is_sure=is_sure)
    elif word.isdecimal() and len(word) <= 2 and int(word) <= 24:
        yield from _half(words, Clock(int(word)), place + 1, is_sure=is_announced)
    elif found := _MILITARY.fullmatch(word):
        for sense in words.senses(place + 1, Kind.ZONE):
            zone = cast("str", sense.value)
            yield Clock(int(found[1]), int(found[2]), zone=zone), sense.end


def _half(words: Words, clock: Clock, place: int, *, is_sure: bool) -> Clocks:
    """Read which half of the day it is, or the part of it."""
    if is_sure:
        yield from _zoned(words, clock, place)
    for sense in words.senses(place, Kind.AM, Kind.PM, Kind.OCLOCK_AFTER):
        if sense.kind is Kind.OCLOCK_AFTER:
            yield from _half(words, clock, sense.end, is_sure=True)
        elif 1 <= clock.hour <= 12:
            hour = clock.hour % 12 + (12 if sense.kind is Kind.PM else 0)
            yield from _zoned(words, clock._replace(hour=hour), sense.end)
    for start in words.skipped(place, Kind.DAY_PART_LINK):
        if start != place and not is_sure and clock.hour > 12:
            continue
        for sense in words.senses(start, Kind.DAY_PART):
            _, (begins, ends) = cast("tuple[str, tuple[int, int]]", sense.value)
            hour = _hour(clock.hour, begins, ends)
            yield from _zoned(words, clock._replace(hour=hour), sense.end)


def _hour(hour: int, begins: int, ends: int) -> int:
    """
    Choose between an hour and twelve hours later, by the part of the day that it is told with.

    The nearer to the part's hours counts: "9 in the evening" is 21:00, "3 in the morning" is 03:00
    where mornings begin at four, and 12 at night is the midnight that ends the day.
    """
    if hour > _HALF_DAY:
        return hour
    early = hour % _HALF_DAY
    late = early + _HALF_DAY
    is_night = begins >= _NIGHT  # no hour of the night is in the afternoon
    if _off(late, begins, ends) < _off(early, begins, ends) and not (is_night and late < _NIGHT):
        return late
    return early if early or begins < _HALF_DAY else _MIDNIGHT


def _off(hour: int, begins: int, ends: int) -> int:
    """Count the hours between an hour and a stretch of the day, which may run into the next."""
    return min(max(begins - at, at - ends + 1, 0) for at in (hour, hour + _MIDNIGHT))


def _zoned(words: Words, clock: Clock, place: int) -> Clocks:
    """Read the zone behind a time, also one in brackets or behind a comma."""
    yield clock, place
    opening = words.word(place) in {"(", ","}
    for sense in words.senses(place + opening, Kind.ZONE, Kind.LOCAL):
        is_local = sense.kind is Kind.LOCAL
        zone = "" if is_local else cast("str", sense.value)
        closing = words.word(place) == "(" and words.word(sense.end) == ")"
        yield clock._replace(zone=zone, is_local=is_local), sense.end + closing
