"""Numbers that are no quantities: dates, clocks, laws, ages, and parts of names."""

import re

from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.numerals import Number, Words

_YEARS = range(1000, 2101)
_AGES = range(1, 121)
_DAYS = range(1, 32)
_LOOKED_AT = 3
"""Words behind a number of four digits among which a plural makes it a count. Ours."""

_LONGEST_LABEL = 3
"""Words before a number that a pattern of the lexicon may begin with. Ours."""


class NumberTraps:
    """
    What tells such numbers in one language.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rules, fold = lexicon.tables.quantity, lexicon.folder.fold
        dates = lexicon.tables.dates
        self._common = tuple(
            (re.compile(trap.pattern), trap.why) for trap in lexicon.common.quantity.skip
        )
        self._own = tuple((lexicon.compiled(trap.pattern), trap.why) for trap in rules.skip)
        self._months = frozenset(fold(form) for forms in dates.months for form in forms)
        # Of German's capital nouns, at least those of time are no names.
        spans = (*dates.units.values(), *dates.seasons.values(), *dates.weekdays)
        self._spans = frozenset(fold(form) for forms in spans for form in forms)
        self._labels = frozenset(map(fold, rules.labels))
        self._year_before = frozenset(map(fold, rules.year_before)) | self._months
        self._signs = frozenset(lexicon.common.quantity.signs)
        self._suffixes = frozenset(map(fold, rules.suffixes))
        self._plural = re.compile(rules.unit_ends) if rules.unit_ends else None
        self._attached = frozenset(lexicon.common.quantity.attached)
        self._stops = frozenset(map(fold, rules.unit_stops))
        self._links = frozenset(map(fold, rules.link))
        self._known = frozenset(
            fold(form).split()[-1] for bound in rules.bounds for form in bound.forms
        )

    def skipped(self, body: str, span: tuple[int, int]) -> list[tuple[int, int, str]]:
        """List the stretches of a sentence that all languages pass over."""
        return [
            (found.start(), found.end(), why)
            for pattern, why in self._common
            for found in pattern.finditer(body, *span)
        ]

    def why(self, words: Words, span: tuple[int, int], number: Number, *, folded: str) -> str:
        """Say why a number is no quantity; empty where it is one."""
        index, end = span
        if self._is_in_word(words, index, end):
            return "part of a name or of a compound"
        if self._is_of_a_date(words, index, end, number):
            return "date"
        if words.at(index)[0].isdecimal():
            if self._is_label(words, index, number):
                return "name with a number"
            if self._is_year(words, index, end, number):
                return "year"
            if self._is_age(words, index, end, number):
                return "age"
        return self.by_pattern(words, index, folded)

    def by_pattern(self, words: Words, index: int, folded: str) -> str:
        """Say why an amount is no quantity by the lexicon's patterns; empty where none matches."""
        number = words.starts[index]
        for place in range(max(0, index - _LONGEST_LABEL), index + 1):
            for pattern, why in self._own:
                found = pattern.match(folded, words.starts[place])
                if found and found.end() > number:
                    return why
        return ""

    def _is_in_word(self, words: Words, index: int, end: int) -> bool:
        if words.joins(index):
            before = words.at(index - 1)
            if before.isalpha() or before in "/:'’#":
                return True
            if before in "-–" and words.joins(index - 1) and words.at(index - 2)[:1].isalnum():
                return True
        if not words.joins(end):
            return False
        following = words.at(end)
        if following in "-–/:" and words.joins(end + 1):
            return words.at(end + 1)[:1].isalnum()
        return following.isalpha() and following not in self._attached

    def _is_of_a_date(self, words: Words, index: int, end: int, number: Number) -> bool:
        if number.value != int(number.value):
            return False
        if words.at(end) in self._months and int(number.value) in _DAYS:
            return True
        before = words.at(index - 1)
        before = words.at(index - 2) if before == "." else before
        is_day_or_year = int(number.value) in _DAYS or int(number.value) in _YEARS
        return before in self._months and is_day_or_year and number.magnitude == 1

    def _is_label(self, words: Words, index: int, number: Number) -> bool:
        before = words.at(index - 1)
        if before == ".":
            return words.at(index - 2) in self._labels
        if before in self._labels:
            return True
        if index < 2 or number.end != index + 1 or number.value != int(number.value):
            return False
        is_name = words.raw(index - 1)[:1].isupper() and before not in self._known
        is_name = is_name and before not in self._spans
        is_first = words.at(index - 2) in {".", ":", "„", "“", '"', "”"}
        if not is_name or is_first or not words.at(index).isdecimal():
            return False
        if words.raw(index - 2)[:1].isupper():
            return words.at(number.end) not in self._links
        return words.at(number.end) not in self._links and not self._is_unit(words, index + 1)

    def _is_unit(self, words: Words, index: int) -> bool:
        """Whether what follows may be counted, which behind a name or a year does not follow."""
        word = words.raw(index)
        return words.at(index) == "%" or (word[:1].islower() and words.at(index) not in self._stops)

    def _is_year(self, words: Words, index: int, end: int, number: Number) -> bool:
        if not words.at(index).isdecimal() or number.magnitude > 1:
            return False
        if int(number.value) not in _YEARS or len(words.at(index)) != 4:
            return False
        if words.at(index - 1) in self._year_before:
            return True
        if end > number.end and len(words.at(end - 1)) == 4 and not self._is_unit(words, end):
            return True  # "between 2013 and 2015"
        if words.at(index - 1) in self._known or words.at(index - 1) in self._signs:
            return False
        if words.at(end) in self._links:
            return False
        return not any(self._is_counted(words, end + step) for step in range(_LOOKED_AT))

    def _is_counted(self, words: Words, index: int) -> bool:
        """Whether a plural follows, where the language has its nouns last: "2000 people"."""
        return self._plural is not None and self._plural.fullmatch(words.raw(index)) is not None

    def _is_age(self, words: Words, index: int, end: int, number: Number) -> bool:
        """Whether a number stands between commas behind a name: "Maria Pop, 45, said"."""
        if not words.at(index).isdecimal() or int(number.value) not in _AGES:
            return False
        before, behind = words.at(index - 1), words.at(end)
        if before == "(" and behind == ")":
            return True
        return before == "," and behind in {",", "."} and words.raw(index - 2)[:1].isupper()
