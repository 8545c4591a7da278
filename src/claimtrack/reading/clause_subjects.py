"""
Subjects: the noun phrase that a verb belongs to, found without a parser.

Left of a verb, what stands between it and the last border is its subject, once the words are taken
off that clauses begin with. Where nothing is left, two verbs share the subject of the first, or the
subject is parted from its verb by what commas or dashes enclose, or a verb of telling stands before
what is told.
"""

import re
from itertools import pairwise

import attrs

from claimtrack.reading.findings import Place
from claimtrack.reading.grammar import Border, ClauseWords

_LONGEST = 160
"""Characters of a noun phrase; ours, what is longer is a clause that was not understood."""

_STEPS = 6
"""Verbs that one search goes back to. Ours: a hostile sentence may have a thousand."""


@attrs.frozen
class Subject:
    """The noun phrases that are a verb's subject, and whether its clause is conditional."""

    places: tuple[Place, ...] = ()
    is_conditional: bool = False


_NOBODY = Subject()


class SubjectSearch:
    """
    One search for a subject.

    Args:
        words: The patterns of the language.

        text: The text, folded.

        start: Before which nothing belongs to the clause.
    """

    def __init__(self, words: ClauseWords, text: str, start: int) -> None:
        self._words = words
        self._text = text
        self._start = start
        self._steps = _STEPS

    def before(self, end: int) -> Subject:
        """Find the subject of the verb that begins at a place."""
        if self._steps == 0:
            return _NOBODY
        self._steps -= 1
        borders = list(self._words.borders(self._text, self._start, end))
        is_list = False
        while borders:
            border = borders.pop()
            piece = self._bare(border.end, end)
            if piece is not None and self._matches_start(self._words.conditional, piece):
                return Subject(is_conditional=True)
            if piece is not None and self._words.that.fullmatch(self._text, piece.start, piece.end):
                return self._teller(border.start)
            if piece is None or self._is_aside(piece, border):
                if border.is_comma or border.is_dash:
                    return self._before_aside([*borders, border])
                return self._shared(border.start)
            if border.is_weak and not self._has_verb(border.start, borders):
                is_list = True
                continue
            if border.is_comma and is_list and self._lists(border, borders):
                continue
            if border.is_comma and (pair := self._pair(self._start, end)):
                return Subject(pair)
            return self._noun_phrase(border.end, end)
        return self._noun_phrase(self._start, end)

    def _is_aside(self, piece: Place, border: Border) -> bool:
        """Whether a piece between comma and verb is no subject: ", on Monday declined"."""
        return border.is_comma and self._matches_start(self._words.preposition, piece)

    def _has_verb(self, end: int, borders: list[Border]) -> bool:
        """Whether a clause, rather than a noun, stands before a word that joins either."""
        strong = [border.end for border in borders if not border.is_weak]
        begin = strong[-1] if strong else self._start
        return self._words.finite.search(self._text, begin, end) is not None

    def _lists(self, comma: Border, borders: list[Border]) -> bool:
        """Whether a comma parts nouns of one list: "Alpha, Beta, and Gamma"."""
        piece = self._bare(borders[-1].end if borders else self._start, comma.start)
        if piece is None or self._matches_start(self._words.preposition, piece):
            return False
        return not self._has_verb(comma.start, borders)

    def _teller(self, end: int) -> Subject:
        """Find who tells what a content clause without a subject of its own says."""
        told = list(self._words.telling.finditer(self._text, self._start, end))
        return self.before(told[-1].start()) if told else _NOBODY

    def _before_aside(self, borders: list[Border]) -> Subject:
        """Find a subject that is parted from its verb by what commas or dashes enclose."""
        *others, last = borders
        if last.is_dash:
            dashes = [border.start for border in others if border.is_dash]
            return self.before(dashes[-1]) if dashes else _NOBODY
        cuts = [self._start]
        for border in borders:
            if border.is_comma:
                cuts.append(border.end)
            elif not border.is_weak:
                cuts = [border.end]
        pieces = [self._words.trimmed(self._text, *span) for span in pairwise(cuts)]
        if not pieces:
            return _NOBODY
        for place in range(len(pieces) - 1, 0, -1):
            opened = self._words.relative.match(self._text, *pieces[place])
            if opened:
                return self._noun_phrase(*pieces[place - 1])
        if len(pieces) == 1:
            return self._noun_phrase(*pieces[0])
        noun, aside = pieces[-2:]
        is_of_it = not self._words.preposition.match(self._text, *aside)
        return self._noun_phrase(noun[0], aside[1] if is_of_it else noun[1])

    def _shared(self, end: int) -> Subject:
        """Find the subject of the clause before, which the verb shares."""
        for found in self._words.finite.finditer(self._text, self._start, end):
            borders = list(self._words.borders(self._text, self._start, found.start()))
            begin = borders[-1].end if borders else self._start
            if not self._words.relative.search(self._text, begin, found.start()):
                return self.before(found.start())
        return _NOBODY

    def _pair(self, start: int, end: int) -> tuple[Place, ...]:
        """Find the two of "neither the ministry nor the police"."""
        for first, second in self._words.pairs:
            opened = first.match(self._text, start, end)
            other = second.search(self._text, opened.end(), end) if opened else None
            if opened and other:
                both = (self._bare(opened.end(), other.start()), self._bare(other.end(), end))
                return tuple(place for place in both if place is not None)
        return ()

    def _noun_phrase(self, start: int, end: int) -> Subject:
        """Take the noun phrase out of what stands between a border and a verb."""
        if pair := self._pair(*self._words.trimmed(self._text, start, end)):
            return Subject(pair)
        told = list(self._words.telling.finditer(self._text, start, end))
        place = self._bare(told[-1].end() if told else start, end)
        is_conditional = place is not None and self._matches_start(self._words.conditional, place)
        if told and (place is None or self._is_pronoun(place)):
            teller = self.before(told[-1].start())
            return Subject(teller.places or ((place,) if place else ()), is_conditional)
        if place is None or is_conditional or place.end - place.start > _LONGEST:
            return Subject(is_conditional=is_conditional)
        if self._matches_start(self._words.preposition, place):
            return _NOBODY
        return Subject((place,))

    def _is_pronoun(self, place: Place) -> bool:
        return self._words.pronoun.fullmatch(self._text, place.start, place.end) is not None

    def _matches_start(self, pattern: re.Pattern[str], place: Place) -> bool:
        return pattern.match(self._text, place.start, place.end) is not None

    def _bare(self, start: int, end: int) -> Place | None:
        return self._words.bare(self._text, start, end)
