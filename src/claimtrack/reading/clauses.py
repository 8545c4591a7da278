"""
Clauses: where the one around a verb begins and ends, and who its subject is.

There is no parser here. Left of a verb, what stands between it and the last border is its subject,
once the words are taken off that clauses begin with; where nothing is left, two verbs share the
subject of the first, or the subject is parted from its verb by what is said of it between commas.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Place
from claimtrack.reading.kinds import CueKind
from claimtrack.reading.lexicon import Lexicon

_TELLING = frozenset(
    {
        CueKind.SAID,
        CueKind.ADDED,
        CueKind.ANNOUNCED,
        CueKind.CLAIMED,
        CueKind.CONFIRMED,
        CueKind.WARNED,
    }
)
_ASIDE = 40
"""Characters of a quotation that is part of its clause; a longer one is a border. Ours."""

_LONGEST = 160
"""Characters of a noun phrase; ours, what is longer is a clause that was not understood."""

_DASHES = r"\s[–—-]{1,2}\s"
_NO_WORD = " \t\n\r\u00a0,;:.()[]–—-\"'„“”«»‘’"


@attrs.frozen(kw_only=True)
class Clause(Place):
    """
    The clause around a verb.

    Attributes:
        subjects: Its subject; two for "neither the ministry nor the police"; none where it is not
            named.

        is_conditional: Whether it tells of what may be: "if he does not answer".
    """

    subjects: tuple[Place, ...] = ()
    is_conditional: bool = False


@attrs.frozen
class _Border:
    """A sign or word at which a clause may begin; *is_weak* for one that joins nouns too."""

    start: int
    end: int
    is_weak: bool = False
    is_comma: bool = False
    is_dash: bool = False


_Subject = tuple[tuple[Place, ...], bool]
"""The noun phrases that are a verb's subject, and whether its clause is conditional."""


class ClauseReader:
    """
    Reads the clauses of one language.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.tables.grammar
        breaks = [word for word in grammar.clause_break if word != ";"]
        weak = frozenset(map(lexicon.folder.fold, grammar.weak_break))
        self._weak = weak
        self._border = re.compile(
            rf",|[;:]|{_DASHES}|(?<!\w){lexicon.any_of(*breaks)}(?!\w)" if breaks else rf",|[;:]|{_DASHES}"
        )
        self._leading = _whole_words(lexicon, grammar.leading, "start")
        self._trailing = _whole_words(lexicon, grammar.trailing, "end")
        self._relative = _words(lexicon, grammar.relative)
        self._starts_relative = _starting(lexicon, grammar.relative)
        self._conditional = _starting(lexicon, grammar.conditional)
        self._preposition = _starting(lexicon, grammar.prepositions)
        self._finite = lexicon.compiled(grammar.finite) if grammar.finite else re.compile("(?!)")
        self._that = re.compile(lexicon.any_of(*grammar.that))
        self._telling = _telling(lexicon)
        self._pronoun = _only(lexicon, grammar.anaphors)
        self._pairs = tuple(
            (
                re.compile(rf"\s*{lexicon.any_of(first)}(?!\w)"),
                re.compile(rf"(?:,\s*|\s+)(?:\w{{1,3}}\s+)?{lexicon.any_of(second)}(?!\w)\s*"),
            )
            for first, second in grammar.neither
        )

    def around(self, article: Article, sentence: Place, verb: Place) -> Clause:
        """
        Find the clause around a verb.

        Args:
            article: The text.

            sentence: The sentence of the verb.

            verb: The words that make the clause what it is.
        """
        text = article.folded
        start = self._hard_border(article, sentence, verb.start)
        subjects, is_conditional = self._subject(text, start, verb.start)
        begin = min((place.start for place in subjects), default=verb.start)
        return Clause(
            start=begin if begin >= start else verb.start,
            end=max(verb.end, self._end(text, verb.end, sentence.end)),
            subjects=subjects,
            is_conditional=is_conditional,
        )

    def before(self, text: str, start: int, end: int) -> Place:
        """Give what stands between a verb and the border before it, whatever it is."""
        borders = [border.end for border in self._borders(text, start, end) if not border.is_weak]
        return Place(start=borders[-1] if borders else start, end=end)

    def behind(self, article: Article, verb: Place, end: int) -> Place | None:
        """Find a subject right behind a verb: "nu a putut fi contactat purtătorul de cuvânt"."""
        text = article.folded
        stop = next((border.start for border in self._borders(text, verb.end, end)), end)
        place = self._bare(text, verb.end, stop)
        if place is None or self._preposition.match(text, place.start, place.end):
            return None
        for found in re.finditer(r"\s+", text[place.start : place.end]):
            here = place.start + found.end()
            if self._preposition.match(text, here, place.end) and not _OF.match(text, here):
                return self._bare(text, place.start, here)
        return place

    def parted(self, article: Article, place: Place) -> tuple[Place, ...]:
        """Part "X nor Y" into the two that it names."""
        for _, second in self._pairs:
            found = second.search(article.folded, place.start, place.end)
            if found:
                first = self._bare(article.folded, place.start, found.start())
                other = self._bare(article.folded, found.end(), place.end)
                return tuple(one for one in (first, other) if one is not None)
        bare = self._bare(article.folded, place.start, place.end)
        return () if bare is None else (bare,)

    def _hard_border(self, article: Article, sentence: Place, end: int) -> int:
        """Find the end of the last long quotation before a verb, or the sentence's beginning."""
        place = end
        while place > sentence.start:
            quotation = article.quotation_before(place)
            if quotation is None or quotation.end <= sentence.start:
                break
            if quotation.end - quotation.start > _ASIDE and quotation.end <= end:
                return quotation.end
            place = quotation.start
        return sentence.start

    def _borders(self, text: str, start: int, end: int) -> Iterator[_Border]:
        for found in self._border.finditer(text, start, end):
            word = found[0]
            is_dash = word.strip() in _DASH_SIGNS
            yield _Border(found.start(), found.end(), word in self._weak, word == ",", is_dash)

    def _end(self, text: str, start: int, end: int) -> int:
        for border in self._borders(text, start, end):
            if not border.is_weak or self._finite.search(text, border.end, min(end, border.end + 60)):
                return _before_blanks(text, start, border.start)
        return _before_blanks(text, start, end)

    def _subject(self, text: str, start: int, end: int) -> _Subject:
        """Find the subject of a verb, and whether its clause is conditional."""
        borders = list(self._borders(text, start, end))
        is_list = False
        while borders:
            border = borders.pop()
            piece = self._bare(text, border.end, end)
            if piece is not None and self._is_conditional(text, piece):
                return (), True
            if piece is not None and self._that.fullmatch(text, piece.start, piece.end):
                return self._teller(text, start, border.start)
            if piece is None or self._is_aside(text, piece, border):
                if border.is_comma or border.is_dash:
                    return self._before_aside(text, start, [*borders, border])
                return self._shared(text, start, border.start)
            if border.is_weak and not self._has_verb(text, start, border.start, borders):
                is_list = True
                continue
            if border.is_comma and is_list and self._lists(text, start, border, borders):
                continue
            if border.is_comma and (pair := self._pair(text, start, end)):
                return pair, False
            return self._noun_phrase(text, border.end, end, start)
        return self._noun_phrase(text, start, end, start)

    def _lists(self, text: str, start: int, comma: _Border, borders: list[_Border]) -> bool:
        """Whether a comma parts nouns of one list: "Alpha, Beta, and Gamma"."""
        before = borders[-1].end if borders else start
        piece = self._bare(text, before, comma.start)
        if piece is None:
            return False
        is_noun = not self._preposition.match(text, piece.start, piece.end)
        return is_noun and not self._has_verb(text, start, comma.start, borders)

    def _teller(self, text: str, start: int, end: int) -> _Subject:
        """Find who tells what a content clause without a subject of its own says."""
        told = list(self._telling.finditer(text, start, end))
        return self._subject(text, start, told[-1].start()) if told else ((), False)

    def _is_aside(self, text: str, piece: Place, border: _Border) -> bool:
        """Whether a piece between comma and verb is no subject: ", on Monday declined"."""
        return border.is_comma and self._preposition.match(text, piece.start, piece.end) is not None

    def _has_verb(self, text: str, start: int, end: int, borders: list[_Border]) -> bool:
        """Whether a clause, rather than a noun, stands before a word that joins either."""
        strong = [border.end for border in borders if not border.is_weak]
        begin = strong[-1] if strong else start
        return self._finite.search(text, begin, end) is not None

    def _before_aside(self, text: str, start: int, borders: list[_Border]) -> _Subject:
        """Find a subject that is parted from its verb by what commas or dashes enclose."""
        *others, last = borders
        if last.is_dash:
            dashes = [border.start for border in others if border.is_dash]
            return self._subject(text, start, dashes[-1]) if dashes else ((), False)
        cuts = [start]
        for border in borders:
            if border.is_comma:
                cuts.append(border.end)
            elif not border.is_weak:
                cuts = [border.end]
        pieces = [_trimmed(text, *span) for span in pairwise(cuts)]
        if not pieces:
            return (), False
        for place in range(len(pieces) - 1, 0, -1):
            if self._starts_relative.match(text, *pieces[place]):
                return self._noun_phrase(text, *pieces[place - 1], start)
        if len(pieces) == 1:
            return self._noun_phrase(text, *pieces[0], start)
        noun, aside = pieces[-2:]
        end = noun[1] if self._preposition.match(text, *aside) else aside[1]
        return self._noun_phrase(text, noun[0], end, start)

    def _shared(self, text: str, start: int, end: int) -> _Subject:
        """Find the subject of the clause before, which the verb shares."""
        for found in self._finite.finditer(text, start, end):
            borders = list(self._borders(text, start, found.start()))
            begin = borders[-1].end if borders else start
            if not self._relative.search(text, begin, found.start()):
                subjects, is_conditional = self._subject(text, start, found.start())
                if subjects:
                    return subjects, is_conditional
        return (), False

    def _pair(self, text: str, start: int, end: int) -> tuple[Place, ...]:
        for first, second in self._pairs:
            opened = first.match(text, start, end)
            other = second.search(text, opened.end(), end) if opened else None
            if opened and other:
                one = self._bare(text, opened.end(), other.start())
                two = self._bare(text, other.end(), end)
                return tuple(place for place in (one, two) if place is not None)
        return ()

    def _noun_phrase(
        self, text: str, start: int, end: int, limit: int
    ) -> _Subject:
        """Take the noun phrase out of what stands between a border and a verb."""
        if pair := self._pair(text, *_trimmed(text, start, end)):
            return pair, False
        told = list(self._telling.finditer(text, start, end))
        if told:
            rest = self._bare(text, told[-1].end(), end)
            is_conditional = rest is not None and self._is_conditional(text, rest)
            if rest is None or self._pronoun.fullmatch(text, rest.start, rest.end):
                teller, _ = self._subject(text, limit, told[-1].start())
                return teller or ((rest,) if rest else ()), is_conditional
            start = rest.start
        place = self._bare(text, start, end)
        if place is None:
            return (), False
        is_conditional = self._is_conditional(text, place)
        if self._preposition.match(text, place.start, place.end) or is_conditional:
            return (), is_conditional
        return ((place,) if place.end - place.start <= _LONGEST else ()), False

    def _is_conditional(self, text: str, place: Place) -> bool:
        return self._conditional.match(text, place.start, place.end) is not None

    def _bare(self, text: str, start: int, end: int) -> Place | None:
        """Take off the words a clause begins with, and those between a subject and its verb."""
        start, end = _trimmed(text, start, end)
        while start < end and (found := self._leading.match(text, start, end)):
            start, end = _trimmed(text, found.end(), end)
        while start < end and (found := self._trailing.search(text, start, end)):
            start, end = _trimmed(text, start, found.start())
        return Place(start=start, end=end) if start < end else None


_DASH_SIGNS = frozenset({"-", "–", "—", "--"})
_INITIAL = re.compile(r"\s[^\W\d_]\.")
_OF = re.compile(r"(?:of|de|din|al|a|ai|ale|la|în|in)\b")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _NO_WORD:
        start += 1
    while end > start and text[end - 1] in _NO_WORD and not _INITIAL.match(text, end - 3, end):
        end -= 1
    return start, end


def _before_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _NO_WORD:
        end -= 1
    return end


def _words(lexicon: Lexicon, forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.any_of(*forms)}(?!\w)")


def _starting(lexicon: Lexicon, forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.any_of(*forms)}(?![\w-])")


def _only(lexicon: Lexicon, forms: Iterable[str]) -> re.Pattern[str]:
    short = (form for form in forms if " " not in form and len(form) <= _LONGEST_PRONOUN)
    return re.compile(lexicon.any_of(*short))


_LONGEST_PRONOUN = 8


def _whole_words(lexicon: Lexicon, forms: Iterable[str], side: str) -> re.Pattern[str]:
    words = lexicon.any_of(*forms)
    # At the end, a search from the left would try every word: the last few are enough.
    return re.compile(rf"{words}(?![\w-])" if side == "start" else rf"(?<![\w-]){words}$")


def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs of telling and the word that opens what is told: "said that", "a declarat luni că"."""
    tables = lexicon.tables
    plain, after_auxiliary = [], []
    for group in tables.cues:
        if group.kind in _TELLING:
            for verb in group.verbs:
                for form in verb.forms:
                    (after_auxiliary if form.startswith("+") else plain).append(form.lstrip("+"))
    perfect = lexicon.compiled(tables.grammar.perfect).pattern if tables.grammar.perfect else "(?!)"
    that = lexicon.any_of(*tables.grammar.that)
    verbs = rf"(?:{lexicon.any_of(*plain)}|{perfect}\s+{lexicon.any_of(*after_auxiliary)})"
    return re.compile(rf"(?<!\w){verbs}(?!\w)(?:(?:\s+[\w-]+){{0,4}}?\s+{that}(?!\w))?")


@cache
def clause_reader(lexicon: Lexicon) -> ClauseReader:
    """Give the one clause reader of a lexicon."""
    return ClauseReader(lexicon)
