"""What a number counts: the noun behind it, and whether it is people who say something."""

import re

from claimtrack.reading.kinds import CueKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.numerals import Words

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LONGEST = 3
"""Words of a unit; ours: "former political prisoners"."""

_LOOKED_AT = 4
"""Words among which the noun is looked for where adjectives come first."""

_NEAR = 2
"""Words behind a noun within which a verb of saying makes it a source: "officials have said"."""

_BEFORE = 4
"""Words before a number within which a comma parts what is told from ", au declarat trei ..."."""

_BEHIND = 60
"""Characters behind a noun within which it is said why they are not named. Ours."""

_TELLING = frozenset({CueKind.SAID, CueKind.ADDED, CueKind.ANNOUNCED, CueKind.CONFIRMED})
_SOURCE = ("sours", "surs", "sourc")
"""How the word for a source begins, folded, in the languages there are; such are never counted."""


class Counted:
    """
    Reads what numbers count, in one language.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rules, fold = lexicon.tables.quantity, lexicon.folder.fold
        self._stops = frozenset(map(fold, rules.unit_stops))
        self._head = _pattern(lexicon, rules.unit_ends)
        self._adjective = _pattern(lexicon, rules.unit_goes_on)
        self._of = frozenset(map(fold, rules.part_of))
        self._links = frozenset(map(fold, rules.link))
        self._people = frozenset(map(fold, lexicon.tables.anonymous.nouns))
        people = lexicon.tables.anonymous
        self._knowing = tuple(map(lexicon.compiled, people.knowledge))
        self._unnamed = tuple(map(lexicon.compiled, people.anonymity))
        self._saying = frozenset(
            fold(form).lstrip("+")
            for group in lexicon.tables.cues
            if group.kind in _TELLING
            for verb in group.verbs
            if not verb.is_loose
            for form in verb.forms
        )

    def unit(self, words: Words, index: int) -> tuple[int, int]:
        """
        Find the unit that begins at a word.

        Returns:
            The indices of its first word and of the word behind it; equal where there is none.
        """
        if not self._may_count(words, index):
            return index, index
        if self._head is None:
            return index, self._behind_noun(words, index)
        for place in range(index, index + _LOOKED_AT):
            if not self._may_count(words, place):
                break
            if self._head.fullmatch(words.raw(place)):
                return max(index, place + 1 - _LONGEST), place + 1
        return index, index + 1

    def whole(self, words: Words, index: int) -> tuple[int, int]:
        """Find what a share is of, "of voters" with its preposition; equal indices for nothing."""
        is_part = words.at(index) in self._of
        if not is_part and words.at(index) not in self._links:
            return index, index
        start = index + 1
        start += words.at(start) in self._stops and self._may_count(words, start + 1)
        start, end = self.unit(words, start)
        # With the preposition, since two thirds of voters are no number of voters to compare with.
        return (index if is_part else start, end) if start < end else (index, index)

    def _may_count(self, words: Words, index: int) -> bool:
        return _WORD.fullmatch(words.at(index)) is not None and words.at(index) not in self._stops

    def _behind_noun(self, words: Words, index: int) -> int:
        place = index + 1
        if self._adjective is not None:
            while (
                place < index + _LONGEST
                and self._may_count(words, place)
                and self._adjective.fullmatch(words.at(place))
            ):
                place += 1
        return place

    def are_sources(self, words: Words, first: int, unit: tuple[int, int], folded: str) -> bool:
        """
        Whether the people counted are those who say something.

        Args:
            words: The text.

            first: The index at which the amount begins, its bound included.

            unit: The indices of the noun.

            folded: The text they are words of.
        """
        nouns = [word for word in words.texts[slice(*unit)] if word in self._people]
        if not nouns:
            return False
        if any(noun.startswith(_SOURCE) for noun in nouns):
            return True
        place = words.ends[unit[1] - 1] + 1
        for pattern in self._knowing:
            found = pattern.match(folded, place)
            if found and " " in found[0]:
                return True
        behind = folded[place : place + _BEHIND].partition(".")[0]
        if any(pattern.search(behind) for pattern in self._unnamed):
            return True
        is_told = words.at(first - 1) in self._saying
        if is_told and "," in words.texts[max(0, first - _BEFORE) : first]:
            return True
        return not self._saying.isdisjoint(words.texts[unit[1] : unit[1] + _NEAR])


def _pattern(lexicon: Lexicon, pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(lexicon.folder.fold_pattern(pattern)) if pattern else None
