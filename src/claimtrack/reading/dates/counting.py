"""Numbers, days, years and names at a place in a text: what stands between angle brackets."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar, cast

from claimtrack.reading.dates.terms import Hint, YearOf
from claimtrack.reading.dates.vocabulary import NO_SENSES, Kind, Named, Sense, Senses, Vocabulary

T = TypeVar("T")

Read = tuple[object, int]
"""What was read, and the place of the word after it."""

_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_YEARS = range(1000, 3000)
_HINTS = {Kind.ABOUT: Hint.ABOUT, Kind.EXACTLY: Hint.EXACTLY}


_FIRSTS = {
    Kind.N: (Kind.N, Kind.ABOUT, Kind.EXACTLY),
    Kind.ORD: (Kind.ORD,),
    Kind.DAY: (Kind.ORD,),
    Kind.YEAR: (Kind.YEAR, Kind.YEAR_LINK),  # and a comma: `years` is called without this look
    Kind.PERIOD: (Kind.UNIT, Kind.WEEKDAY, Kind.MONTH, Kind.SEASON),
    Kind.DECADE: (),
    Kind.ROMAN: (),
}
"""What must stand at a place for something of a kind to begin there, unless a figure does."""


class Count(NamedTuple):
    """A number, or how few and how many a word may mean."""

    low: int
    high: int
    hint: Hint = Hint.PLAIN


class Words:
    """
    The words of a text, asked what may begin at a place.

    Attributes:
        words: The words, folded.

    Args:
        words: The words, folded.

        vocabulary: What they mean.
    """

    def __init__(self, words: list[str], vocabulary: Vocabulary) -> None:
        self.words = words
        self.vocabulary = vocabulary
        self._looked_up: list[Senses | None] = [None] * len(words)
        self._readers: dict[Kind, Callable[[int], Iterable[Read]]] = {
            Kind.N: self._counts,
            Kind.ORD: self._ordinals,
            Kind.DAY: self.days,
            Kind.YEAR: self.years,
            Kind.DECADE: self._decades,
            Kind.ROMAN: self._romans,
            Kind.PERIOD: self._periods,
        }

    def word(self, place: int) -> str:
        """Give the word at a place; empty outside of the text."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def _known(self, place: int) -> Senses:
        """Look up the words at a place, once."""
        if not 0 <= place < len(self.words):
            return NO_SENSES
        known = self._looked_up[place]
        if known is None:
            known = self._looked_up[place] = self.vocabulary.senses(self.words, place)
        return known

    def may_begin(self, kinds: frozenset[Kind], place: int) -> bool:
        """Say quickly whether a figure, or a word of one of these kinds, stands at a place."""
        return self.words[place][0].isdecimal() or not kinds.isdisjoint(self._known(place))

    def senses(self, place: int, *kinds: Kind) -> Sequence[Sense]:
        """List what the words at a place may mean, of these kinds."""
        known = self._known(place)
        if not known:
            return ()
        if len(kinds) == 1:
            return known.get(kinds[0], ())
        return [sense for kind in kinds for sense in known.get(kind, ())]

    def read(self, kind: Kind, place: int) -> Iterable[Read]:
        """List what of a kind may begin at a place, each with the place after it."""
        if place >= len(self.words):
            return ()
        reader = self._readers.get(kind)
        if reader is None:
            return self._named(kind, place)
        if not self.words[place][0].isdecimal():
            known = self._known(place)
            if not any(first in known for first in _FIRSTS[kind]) and kind is not Kind.ROMAN:
                return ()
        return reader(place)

    def open_kinds(self, kinds: Mapping[Kind, T], place: int) -> Iterator[tuple[Kind, T]]:
        """Give those of some kinds of which something may begin at a place: mostly none."""
        known = self._known(place)
        is_plain = not known and not self.words[place][0].isdecimal()
        for kind, after in kinds.items():
            if kind in known or (kind in self._readers and (not is_plain or kind is Kind.ROMAN)):
                yield kind, after

    def skipped(self, place: int, *kinds: Kind) -> Sequence[int]:
        """Give a place, and the places behind small words of these kinds that stand there."""
        return (place, *(sense.end for sense in self.senses(place, *kinds)))

    def _named(self, kind: Kind, place: int) -> list[Read]:
        return [
            (sense.value.number if isinstance(sense.value, Named) else sense.value, sense.end)
            for sense in self._known(place).get(kind, ())
        ]

    def _periods(self, place: int) -> Iterator[Read]:
        for kind in (Kind.UNIT, Kind.WEEKDAY, Kind.MONTH, Kind.SEASON):
            for value, end in self._named(kind, place):
                yield (kind.name.lower(), value), end

    def _counts(self, place: int) -> Iterator[Read]:
        yield from self._numbers(place, Hint.PLAIN)
        for sense in self.senses(place, Kind.ABOUT, Kind.EXACTLY):
            yield from self._numbers(sense.end, _HINTS[sense.kind])

    def _numbers(self, place: int, hint: Hint) -> Iterator[Read]:
        for low, high, end in self._amounts(place):
            for after in self.skipped(end, Kind.NUMBER_LINK):
                yield Count(low, high, hint), after

    def _amounts(self, place: int) -> Iterator[tuple[int, int, int]]:
        word = self.word(place)
        if word.isdecimal():
            if len(word) <= 4:
                yield int(word), int(word), place + 1
            return
        for sense in self.senses(place, Kind.N):
            low, high = cast("tuple[int, int]", sense.value)
            yield low, high, sense.end
            if low == high and low in range(20, 100, 10):
                yield from self._tens(low, sense.end)

    def _tens(self, tens: int, place: int) -> Iterator[tuple[int, int, int]]:
        after = place + 1 if self.word(place) == "-" else None
        joined = [sense.end for sense in self.senses(place, Kind.PAIR)]
        for start in (*joined, *([after] if after else [])):
            for sense in self.senses(start, Kind.N):
                low, high = cast("tuple[int, int]", sense.value)
                if low == high < 10:
                    yield tens + low, tens + low, sense.end

    def _ordinals(self, place: int) -> Iterator[Read]:
        yield from self._named(Kind.ORD, place)
        word = self.word(place)
        if word.isdecimal() and len(word) <= 2:
            for sense in self.senses(place + 1, Kind.ORDINAL_MARK):
                yield int(word), sense.end

    def days(self, place: int) -> Iterator[Read]:
        """List the days of a month that may begin at a place: 5, 05, 5th."""
        word = self.word(place)
        if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
            yield int(word), place + 1
            for sense in self.senses(place + 1, Kind.ORDINAL_MARK):
                yield int(word), sense.end
        elif word:
            for number, end in self._named(Kind.ORD, place):
                if number == 1:
                    yield number, end

    def years(self, place: int) -> Iterator[Read]:
        """List the years that may begin at a place, behind the words that link them to a month."""
        for start in self.skipped(place, Kind.YEAR_LINK):
            for after in (start, start + 1) if self.word(start) == "," else (start,):
                word = self.word(after)
                if word.isdecimal() and len(word) == 4 and int(word) in _YEARS:
                    for end in self.skipped(after + 1, Kind.AFTER_YEAR):
                        yield YearOf(int(word)), end
                for sense in self.senses(after, Kind.YEAR):
                    yield YearOf(shift=cast("int", sense.value)), sense.end

    def _decades(self, place: int) -> Iterator[Read]:
        word = self.word(place)
        if word.isdecimal() and word.endswith("0") and len(word) in {2, 4}:
            yield int(word) + (1900 if len(word) == 2 else 0), place + 1

    def _romans(self, place: int) -> Iterator[Read]:
        word = self.word(place)
        if _ROMAN.fullmatch(word):
            values = [_ROMAN_VALUES[sign] for sign in word]
            pairs = zip(values, [*values[1:], 0], strict=True)
            yield sum(-one if one < after else one for one, after in pairs), place + 1
