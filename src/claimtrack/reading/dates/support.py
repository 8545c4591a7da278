"""Whether what reads like a date is one in running text, where words have other meanings too."""

from functools import cache

from claimtrack.reading.dates.calendar_forms import is_short
from claimtrack.reading.dates.phrasebook import Phrase
from claimtrack.reading.dates.phrases import Scan
from claimtrack.reading.dates.terms import (
    About,
    Clock,
    Counted,
    Dated,
    DayTime,
    Edge,
    Period,
    Reach,
    Span,
    Term,
)
from claimtrack.reading.dates.vocabulary import Kind
from claimtrack.reading.lexicon import Lexicon

CLOCK = "a time of day without a day"
BARE_YEAR = "a number, not surely a year"
_NAME = "a word in lower case, or too short, to be a month or a weekday"

_YEARS = range(1700, 2101)
"""Numbers of four digits that are taken for years without more ado. Ours."""


class Support:
    """
    The words of one lexicon that look like dates and are others.

    Args:
        lexicon: Where they come from.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        fold = lexicon.folder.fold
        dates = lexicon.tables.dates
        self._articles = frozenset(fold(word) for word in dates.links.article)
        self.has_capitals = dates.capitals
        self.weak: dict[str, tuple[str, tuple[str, ...], str]] = {}
        for number, one in enumerate(dates.weak):
            not_before = tuple(fold(word) for word in one.not_before)
            for form in one.forms:
                self.weak[fold(form)] = (one.why, not_before, f"dates.weak[{number}]")

    def against(self, scan: Scan, phrase: Phrase, place: int, original: list[str]) -> str:
        """
        Say what speaks against a phrase being a date.

        Args:
            scan: The words of the sentence.

            phrase: What was read.

            place: Where it begins, with its prepositions.

            original: The words of the phrase from *place* on, not folded.

        Returns:
            One clause; empty where nothing does.
        """
        term = phrase.term
        if _is_clock_alone(term):
            return CLOCK
        last = self.weak.get(scan.word(phrase.end - 1))
        if last is not None and self._is_cancelled(scan, phrase, original, last[1]):
            return last[0]
        if isinstance(term, About):
            term = term.of
        if isinstance(term, Dated) and term.month is None and term.year is not None:
            return self._year(scan, phrase, term, place)
        is_alone = phrase.end == phrase.core + 1
        if is_alone and not phrase.lead.is_strong and is_short(scan, phrase.core):
            known = self.weak.get(scan.word(phrase.core))
            return known[0] if known else _NAME
        if self.has_capitals and self._is_lower(scan, phrase, original[phrase.core - place :]):
            return _NAME
        return ""

    def is_attribute(self, scan: Scan, phrase: Phrase) -> bool:
        """Whether a month or a weekday stands between an article and a noun: "the May vote"."""
        is_name = any(scan.senses(phrase.core, Kind.MONTH, Kind.WEEKDAY))
        return is_name and phrase.end == phrase.core + 1 and self.is_framed(scan, phrase)

    def is_framed(self, scan: Scan, phrase: Phrase) -> bool:
        """Whether an article stands before a date and a word behind it: "the 2004 race"."""
        has_article = scan.word(phrase.core - 1) in self._articles
        return has_article and scan.word(phrase.end).isalpha()

    def _is_cancelled(
        self, scan: Scan, phrase: Phrase, original: list[str], not_before: tuple[str, ...]
    ) -> bool:
        """Whether what follows a weak word speaks against it, or it is an acronym: "MAI"."""
        is_acronym = not self.has_capitals and original[-1].isupper()
        return is_acronym or scan.word(phrase.end).startswith(not_before or ("\0",))

    def _year(self, scan: Scan, phrase: Phrase, term: Dated, place: int) -> str:
        number = term.year.number if term.year is not None else None
        if number is None:
            return ""
        is_bracketed = scan.word(place - 1) == "(" and scan.word(phrase.end) in {")", ","}
        # "in 1996 and 1998"
        is_paired = any(scan.senses(place - 1, Kind.PAIR)) and _is_year(scan.word(place - 2))
        is_counted = any(scan.senses(phrase.end, Kind.NUMBER_LINK))
        is_sure = phrase.lead.is_strong or is_bracketed or is_paired
        if number in _YEARS and not is_counted and is_sure:
            return ""
        return BARE_YEAR

    def _is_lower(self, scan: Scan, phrase: Phrase, original: list[str]) -> bool:
        """Whether a month or a weekday is written small, in a language that writes them large."""
        return any(
            original[place - phrase.core][:1].islower()
            and any(scan.senses(place, Kind.MONTH, Kind.WEEKDAY))
            and not any(scan.senses(place, Kind.UNIT, Kind.N))
            for place in range(phrase.core, phrase.end)
        )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and int(word) in _YEARS


def _is_clock_alone(term: Term | None) -> bool:
    if isinstance(term, Clock):
        return term.of is None
    if isinstance(term, Span):
        return _is_clock_alone(term.first) and _is_clock_alone(term.last)
    return isinstance(term, Edge | About) and _is_clock_alone(term.of)


def is_free(term: Term | None) -> bool:
    """Whether the tense of the clause bears on what a term means."""
    if isinstance(term, Dated):
        return term.year is None or term.year.number is None
    if isinstance(term, Period):
        return term.year is None and term.shift in {None, 0}
    if isinstance(term, Span):
        return is_free(term.first) or is_free(term.last)
    if isinstance(term, Counted | Reach):
        return term.sign > 0
    return is_free(getattr(term, "of", None)) if getattr(term, "of", None) else False


def is_weekday(term: Term | None) -> bool:
    """Whether a term is a weekday, or a part or a time of one, that the tense chooses."""
    if isinstance(term, Span):
        return is_weekday(term.first) and is_weekday(term.last)
    if isinstance(term, Period):
        return term.kind == "weekday" and term.shift is None and term.year is None
    is_within = isinstance(term, Clock | DayTime)
    return is_within and is_weekday(getattr(term, "of", None))


@cache
def support_of(lexicon: Lexicon) -> Support:
    """Give what speaks against dates in a lexicon's language; made once, when first asked for."""
    return Support(lexicon)
