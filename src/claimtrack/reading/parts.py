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
from claimtrack.reading.findings import Place, Quantity
from claimtrack.reading.folding import WORD
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.rows import Row

_LEAST_WORDS = 3
"""Words of a proposition; ours, a subject, a verb and an object."""

_LONGEST_LEAD = 3
"""Words of a lead such as "In addition,"; ours."""


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
    after: re.Pattern[str]
    lead: re.Pattern[str]
    record: re.Pattern[str]


@cache
def _borders(lexicon: Lexicon) -> _Borders:
    rules = lexicon.tables.clauses
    any_of = lexicon.any_of
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
    return _Borders(
        openers=re.compile(openers or r"(?!)"),
        after=re.compile(rf"(?<!\w){any_of(*rules.after)}\s+"),
        lead=re.compile(rf"{any_of(*rules.lead)}(?!\w)\s*,?\s*"),
        record=re.compile(
            rf",\s+[^,;:.]{{0,80}}?(?<!\w){any_of(*lexicon.tables.quantity.superlative_so_far)}(?!\w)"
        ),
    )


def parts(article: Article, place: Place, counted: Row[Quantity]) -> tuple[Part, ...]:
    """
    Cut a stretch into the parts that carry a proposition.

    Args:
        article: The text.

        place: The stretch: a sentence, or what is attributed.

        counted: The quantities of the text.

    Returns:
        At least one part, in the order of the text.
    """
    main = _without_lead(article, place)
    cuts = sorted(_cuts(article, main, counted), key=lambda part: part.border)
    found: list[Part] = []
    begin = main.start
    for cut in cuts:
        if cut.border < begin:
            continue
        opener = Opener.JOINED if found else Opener.MAIN
        found += _part(article, Place(start=begin, end=cut.border), opener)
        found.append(cut)
        begin = cut.end
    opener = Opener.JOINED if found else Opener.MAIN
    found += _part(article, Place(start=begin, end=main.end), opener)
    whole = Part(start=main.start, end=main.end, opener=Opener.MAIN, border=main.start)
    return tuple(found) or (whole,)


def _without_lead(article: Article, place: Place) -> Place:
    """Leave out words at the beginning that tie a sentence to the one before."""
    found = _borders(article.lexicon).lead.match(article.folded, place.start, place.end)
    if found is None or not found[0] or place.end - found.end() < _LEAST_WORDS:
        return place
    return Place(start=found.end(), end=place.end)


def _cuts(article: Article, place: Place, counted: Row[Quantity]) -> Iterator[Part]:
    borders = _borders(article.lexicon)
    matches = list(borders.openers.finditer(article.folded, place.start, place.end))
    for found, following in zip(matches, [*matches, None][1:], strict=True):
        if article.quotation_at(found.start()) is not None:
            continue
        opener = Opener(found.lastgroup or Opener.JOINED)
        end = place.end if following is None else following.start()
        end = _end_of(article, opener, found, end)
        if opener in (Opener.RELATIVE, Opener.INCLUDING) and _goes_on(article, end, place.end):
            continue
        yield from _opened(article, opener, found, end, counted)
    yield from _told_by_nouns(article, place, counted)
    record = borders.record.search(article.folded, place.start, place.end)
    if record is not None:
        yield from _part(article, Place(start=record.start(), end=record.end()), Opener.RECORD)


def _end_of(article: Article, opener: Opener, found: re.Match[str], end: int) -> int:
    """A relative clause and a list of examples end with the next comma, other parts do not."""
    if opener not in (Opener.RELATIVE, Opener.INCLUDING):
        return end
    comma = article.folded.find(",", found.end(), end)
    return end if comma < 0 else comma


def _goes_on(article: Article, start: int, end: int) -> bool:
    """Whether the main clause goes on behind an insertion, and would be torn apart."""
    rest = article.folded[start:end].strip(" ,;.")
    if not rest:
        return False
    return _borders(article.lexicon).openers.match(article.folded, start, end) is None


def _opened(
    article: Article,
    opener: Opener,
    found: re.Match[str],
    end: int,
    counted: Row[Quantity],
) -> Iterator[Part]:
    keeps_opener = opener is Opener.RELATIVE
    start = found.start() if keeps_opener else found.end()
    part = Place(start=start, end=end)
    if opener is Opener.INCLUDING and not counted.any_within(part):
        start = found.start()
    yield from _part(article, Place(start=start, end=end), opener, border=found.start())


def _told_by_nouns(article: Article, place: Place, counted: Row[Quantity]) -> Iterator[Part]:
    """Find an event told by a noun, with a number: "after the release of 52 people"."""
    for found in _borders(article.lexicon).after.finditer(article.folded, place.start, place.end):
        end = article.folded.find(",", found.end(), place.end)
        part = Place(start=found.end(), end=place.end if end < 0 else end)
        if article.quotation_at(part.start) is None and counted.any_within(part):
            yield from _part(article, part, Opener.AFTER, border=found.start())


def _part(
    article: Article, place: Place, opener: Opener, border: int | None = None
) -> Iterator[Part]:
    """Give a part without white space and punctuation around it, if it has words enough."""
    body, start, end = article.body, place.start, place.end
    while start < end and body[start] in _EDGE:
        start += 1
    while end > start and body[end - 1] in _EDGE:
        end -= 1
    if len(WORD.findall(body, start, end)) >= _LEAST_WORDS:
        yield Part(
            start=start, end=end, opener=opener, border=place.start if border is None else border
        )


_EDGE = frozenset(" \t\n\u00a0,;:.–—-")
