"""
Parts: the propositions within a stretch of text, cut where a lexicon's words allow it.

Better too few and long than wrong: a person splits faster than merges. A stretch is cut before a
relative clause, before a clause joined to it, before a further object, and around a noun phrase
that tells of an event with a number of its own. Nothing is cut within a quotation.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.findings import DateFound, Place, Quantity
from claimtrack.reading.folding import WORD
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.rows import Row

_LEAST_WORDS = 3
"""Words of a proposition; ours, a subject, a verb and an object."""


class Opener(StrEnum):
    """What opens a part."""

    MAIN = "main"
    RELATIVE = "relative"
    JOINED = "joined"
    ALSO = "also"
    INCLUDING = "including"
    AFTER = "after"
    RECORD = "record"


@attrs.frozen(kw_only=True)
class Part(Place):
    """
    A stretch that carries a proposition.

    Attributes:
        opener: What opens it.

        border: Where what stands before it ends: before the words that open it.
    """

    opener: Opener
    border: int


@attrs.frozen(kw_only=True)
class _Borders:
    """The compiled words of a lexicon at which a stretch may be cut."""

    openers: re.Pattern[str]
    weak: re.Pattern[str]
    again: re.Pattern[str]
    finite: re.Pattern[str]
    after: re.Pattern[str]
    lead: re.Pattern[str]
    label: re.Pattern[str]
    gerund: re.Pattern[str]
    amount: re.Pattern[str]
    joins: re.Pattern[str]
    preposition: re.Pattern[str]
    record: re.Pattern[str]


_NEVER = re.compile(r"(?!)")
_CLOCK = r"(?<!\w)\d{1,2}[.:]\d{2}(?![.:]?\d)"


@cache
def _borders(lexicon: Lexicon) -> _Borders:
    tables, any_of = lexicon.tables, lexicon.any_of
    rules = tables.clauses
    openers = "|".join(
        rf"(?P<{opener}>{before}{any_of(*forms)}(?!\w))"
        for opener, before, forms in (
            (Opener.RELATIVE, r",\s+", rules.relative),
            (Opener.JOINED, r"[,;]\s+", rules.joined),
            (Opener.ALSO, r"(?:,\s*|\s)", rules.also),
            (Opener.INCLUDING, r",\s+", rules.including),
        )
        if forms
    )
    breaks = [word for word in tables.grammar.clause_break if word.isalpha()]
    held = any_of(*tables.phrases.firm_links, *tables.phrases.infinitives[:1])
    so_far = any_of(*tables.quantity.superlative_so_far)
    return _Borders(
        openers=re.compile(openers) if openers else _NEVER,
        weak=re.compile(rf",?\s+{any_of(*tables.grammar.weak_break)}\s+"),
        again=re.compile(
            rf",?\s+{any_of(*breaks, *tables.grammar.weak_break)}"
            rf"\s+(?P<that>{any_of(*tables.grammar.that[:1])})\s+"
        ),
        finite=lexicon.compiled(tables.grammar.finite) if tables.grammar.finite else _NEVER,
        after=re.compile(rf"(?<!\w){any_of(*rules.after)}\s+"),
        # "In addition to the fine" and Romanian "astfel de" are no leads.
        lead=re.compile(rf"{any_of(*rules.lead)}(?!\w)(?!\s+{held}\s)\s*,?\s*"),
        label=re.compile(
            rf"{any_of(*rules.labels)}(?!\w)[^:.!?\n]{{0,40}}?(?:{_CLOCK})?\s*[:|–—-]\s+"
        ),
        gerund=re.compile(rf"\w{{2,}}{any_of(*tables.phrases.gerunds)}"),
        amount=re.compile(any_of(*tables.phrases.ones, *tables.quantity.numerals)),
        joins=re.compile(any_of(*tables.grammar.relative, *tables.grammar.that)),
        preposition=re.compile(rf"{any_of(*tables.phrases.prepositions)}(?!\w)"),
        record=re.compile(rf",\s+[^,;:.]{{0,80}}?(?<!\w){so_far}(?!\w)"),
    )


class PartReader:
    """
    Cuts the sentences of one article.

    Args:
        article: The text.

        counted: Its quantities.

        dated: Its dates.
    """

    def __init__(self, article: Article, counted: Row[Quantity], dated: Row[DateFound]) -> None:
        self._article = article
        self._folded = article.folded
        self._counted = counted
        self._dated = dated
        self._borders = _borders(article.lexicon)

    def of(self, place: Place) -> tuple[Part, ...]:
        """
        Cut a stretch into the parts that carry a proposition.

        Args:
            place: The stretch: a sentence, or what is attributed.

        Returns:
            At least one part, in the order of the text.
        """
        main = self._without_lead(place)
        found: list[Part] = []
        begin = main.start
        for cut in sorted(self._cuts(main), key=lambda part: part.border):
            if cut.border >= begin:
                opener = Opener.JOINED if found else Opener.MAIN
                found += self._part(Place(start=begin, end=cut.border), opener)
                found.append(cut)
                begin = cut.end
        opener = Opener.JOINED if found else Opener.MAIN
        found += self._part(Place(start=begin, end=main.end), opener)
        whole = Part(start=main.start, end=main.end, opener=Opener.MAIN, border=main.start)
        return tuple(found) or (whole,)

    def joined_behind(self, start: int, end: int) -> Place | None:
        """
        Give the clause that is joined at a place: ", but the court refused".

        Args:
            start: Where what stands before it ends.

            end: Where its sentence ends.

        Returns:
            The clause without the words that join it; None where none is joined there.
        """
        found = self._borders.openers.match(self._folded, start, end)
        if found is None or found.lastgroup != Opener.JOINED:
            return None
        if self._is_no_clause(found[0], found.end(), end):
            return None
        return Place(start=found.end(), end=end)

    def _without_lead(self, place: Place) -> Place:
        """Leave out a label, and words at the beginning that tie a sentence to the one before."""
        label = self._borders.label.match(self._folded, place.start, place.end)
        if label is not None and self._article.body[label.end() : label.end() + 1].isupper():
            place = Place(start=label.end(), end=place.end)
        found = self._borders.lead.match(self._folded, place.start, place.end)
        if found is None or not found[0] or place.end - found.end() < _LEAST_WORDS:
            return place
        return Place(start=found.end(), end=place.end)

    def _cuts(self, place: Place) -> Iterator[Part]:
        matches = list(self._borders.openers.finditer(self._folded, place.start, place.end))
        for found, following in zip(matches, [*matches, None][1:], strict=True):
            if self._article.quotation_at(found.start()) is None:
                end = place.end if following is None else following.start()
                yield from self._opened(found, end, place.end)
        yield from self._told_by_nouns(place)
        yield from self._said_again(place)
        yield from self._two_events(place)
        record = self._borders.record.search(self._folded, place.start, place.end)
        if record is not None:
            yield from self._part(Place(start=record.start(), end=record.end()), Opener.RECORD)

    def _opened(self, found: re.Match[str], end: int, last: int) -> Iterator[Part]:
        opener = Opener(found.lastgroup or Opener.JOINED)
        start = found.start() if opener is Opener.RELATIVE else found.end()
        if opener is Opener.JOINED and self._is_no_clause(found[0], start, end):
            return
        if opener is Opener.INCLUDING and (
            self._is_fragment(start, end)
            or not self._counted.any_within(Place(start=start, end=end))
        ):
            return
        if opener in (Opener.RELATIVE, Opener.INCLUDING):
            # A relative clause and an example end with the next comma; the others do not.
            comma = self._folded.find(",", found.end(), end)
            end = end if comma < 0 else comma
            if self._goes_on(end, last):
                return
            if not self._counted.any_within(Place(start=start, end=end)):
                start = found.start()
        yield from self._part(Place(start=start, end=end), opener, border=found.start())

    def _is_no_clause(self, opening: str, start: int, end: int) -> bool:
        """Whether words have no subject of their own, or no verb: they say nothing alone."""
        word = WORD.search(self._folded, start, end)
        at = start if word is None else word.start()
        finite = self._borders.finite
        if finite.match(self._folded, at, end) is not None or self._is_fragment(start, end):
            return True
        # "After the strike" may be a phrase alone; so may what a preposition begins.
        preposition = self._borders.preposition
        is_phrase = preposition.match(opening.strip(" ,;")) is not None
        if preposition.match(self._folded, at):
            is_phrase = is_phrase or not self._dated.any_within(Place(start=start, end=end))
        return is_phrase and finite.search(self._folded, at, end) is None

    def _is_fragment(self, start: int, end: int) -> bool:
        """Whether words begin as no event does that stands alone: "winning", "two hours", "ce"."""
        word = WORD.search(self._folded, start, end)
        if word is None:
            return True
        if self._borders.gerund.fullmatch(word[0]) or self._borders.joins.fullmatch(word[0]):
            return True
        finite = self._borders.finite
        is_amount = word[0][0].isdigit() or self._borders.amount.fullmatch(word[0]) is not None
        return is_amount and finite.search(self._folded, start, end) is None

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether the main clause goes on behind an insertion, and would be torn apart."""
        if not self._folded[start:end].strip(" ,;."):
            return False
        return self._borders.openers.match(self._folded, start, end) is None

    def _told_by_nouns(self, place: Place) -> Iterator[Part]:
        """Find an event told by a noun, with a number: "after the release of 52 people"."""
        for found in self._borders.after.finditer(self._folded, place.start, place.end):
            end = self._folded.find(",", found.end(), place.end)
            part = Place(start=found.end(), end=place.end if end < 0 else end)
            if self._is_fragment(part.start, part.end):
                continue
            if self._article.quotation_at(part.start) is None and self._counted.any_within(part):
                yield from self._part(part, Opener.AFTER, border=found.start())

    def _said_again(self, place: Place) -> Iterator[Part]:
        """Cut where another content begins: "he said that it rained and that roads were shut"."""
        grammar, phrases = (
            self._article.lexicon.tables.grammar,
            self._article.lexicon.tables.phrases,
        )
        for found in self._borders.again.finditer(self._folded, place.start, place.end):
            # As it is spelled: Romanian "ca" is another word than "că".
            that = self._article.body[found.start("that") : found.end("that")].lower()
            is_free = self._article.quotation_at(found.start()) is None
            # Where a clause needs no "that", it may be a subject: "and that was all".
            is_subject = phrases.omits_that and self._borders.finite.match(
                self._folded, found.end(), place.end
            )
            if is_free and that == grammar.that[0] and not is_subject:
                behind = Place(start=found.end(), end=place.end)
                yield from self._part(behind, Opener.JOINED, border=found.start())

    def _two_events(self, place: Place) -> Iterator[Part]:
        """Cut at "and" where each side has a verb, and a number or a date, of its own."""
        for found in self._borders.weak.finditer(self._folded, place.start, place.end):
            before = Place(start=place.start, end=found.start())
            behind = Place(start=found.end(), end=place.end)
            is_free = self._article.quotation_at(found.start()) is None
            if is_free and self._is_event(before) and self._is_event(behind):
                yield from self._part(behind, Opener.JOINED, border=found.start())
                return

    def _is_event(self, place: Place) -> bool:
        if not (self._counted.any_within(place) or self._dated.any_within(place)):
            return False
        return self._borders.finite.search(self._folded, place.start, place.end) is not None

    def _part(self, place: Place, opener: Opener, border: int | None = None) -> Iterator[Part]:
        """Give a part without white space and punctuation around it, if it has words enough."""
        body, start, end = self._article.body, place.start, place.end
        while start < end and body[start] in _EDGE:
            start += 1
        while end > start and body[end - 1] in _EDGE:
            end -= 1
        if len(WORD.findall(body, start, end)) >= _LEAST_WORDS:
            at = place.start if border is None else border
            yield Part(start=start, end=end, opener=opener, border=at)


_EDGE = frozenset(" \t\n\u00a0,;:.–—-")
