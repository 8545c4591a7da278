"""
Datelines: the place, the day and the agency that a wire text opens with, before its first sentence.

"LISBON, March 10 (Reuters) - Talks go on." says who published it, and mostly on which day; it is no
part of what is told.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.findings import Dateline, Place
from claimtrack.reading.folding import WORD
from claimtrack.reading.lexicon import Lexicon

_LINES = 4
"""Lines of a text of which one may open with its dateline: a title and a byline go before. Ours."""

_SMALL = 3
"""Letters of a word within a place's name that has no capital: "Rio de Janeiro". Ours."""

_AGENCY_WORDS = 3
"""Words of the name of an agency that no list has. Ours."""

_DASH = r"\s*[-–—]{1,2}\s*"


def dateline_of(body: str, folded: str, start: int, lexicon: Lexicon) -> Dateline | None:
    """
    Find the dateline of a text.

    Args:
        body: The text.

        folded: The same, folded.

        start: Where its header ends.

        lexicon: The words to read it by.

    Returns:
        The dateline in one of the first lines; None where none opens with a day and a place, or
        with an agency that is known.

    Example:
        >>> from claimtrack.reading.lexicon import lexicon_for
        >>> lexicon, text = lexicon_for("en"), "LISBON, March 10 (Reuters) - Talks go on."
        >>> found = dateline_of(text, lexicon.folder.fold(text), 0, lexicon)
        >>> found.day, found.agency, text[found.end :]
        ('March 10', 'Reuters', 'Talks go on.')
    """
    for place in islice(_lines(body, start), _LINES):
        found = _pattern(lexicon).match(folded, place.start, place.end)
        if found is not None:
            read = _read(body, found, lexicon)
            if read is not None:
                return read
    return None


def _lines(body: str, start: int) -> Iterator[Place]:
    """Give the lines of a text that are not empty."""
    for found in re.compile(r"[^\n]+").finditer(body, start):
        line = found[0].lstrip()
        if line:
            yield Place(start=found.end() - len(line), end=found.end())


def _read(body: str, found: "re.Match[str]", lexicon: Lexicon) -> Dateline | None:
    def words(group: str) -> str:
        start, end = found.span(group)
        return body[start:end] if start >= 0 else ""

    where, day = words("place"), words("day")
    agency = words("round") or words("square") or words("slashes")
    name = re.split(r"[/,]", agency)[0].strip()
    is_known = lexicon.folder.fold(name) in _agencies(lexicon)
    is_name = name[:1].isupper() and len(name.split()) <= _AGENCY_WORDS
    behind = body[found.end() : found.end() + 1]
    if not (behind.isupper() or behind in "„“”«\"'‘’") or (where and not _is_place(where)):
        return None
    if agency and not (is_known or (where and day and is_name)):
        return None  # "Ann Lee (Labour) - who leads the council"
    if not agency and not (where and day):
        return None
    return Dateline(
        start=found.start(),
        end=found.end(),
        rule="dateline",
        day=day,
        agency=name,
        published=_date(found, lexicon),
    )


def _is_place(words: str) -> bool:
    found = WORD.findall(words)
    return words[0].isupper() and all(one[0].isupper() or len(one) <= _SMALL for one in found)


def _date(found: "re.Match[str]", lexicon: Lexicon) -> Window | None:
    """Give the day, where the dateline says of which year."""
    if not found["year"]:
        return None
    months = lexicon.tables.dates.months
    month = next(
        number
        for number, forms in enumerate(months, start=1)
        if (found["after"] or found["before"]) in map(lexicon.folder.fold, forms)
    )
    number = int(found["first"] or found["last"])
    try:
        return Window.parse(f"{found['year']}-{month:02}-{number:02}")
    except InvalidValueError:
        return None  # there is no such day


@cache
def _agencies(lexicon: Lexicon) -> frozenset[str]:
    outlets = lexicon.common.outlets
    return frozenset(map(lexicon.folder.fold, (*outlets.agencies, *outlets.outlets)))


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    dates = lexicon.tables.dates
    month = lexicon.any_of(*(form for forms in dates.months for form in forms))
    weekday = lexicon.any_of(*(form for forms in dates.weekdays for form in forms))
    day = (
        rf"(?P<day>(?:{weekday}\.?,?\s+)?"
        rf"(?:(?P<first>\d{{1,2}})\.?\s+(?P<after>{month})|(?P<before>{month})\.?\s+(?P<last>\d{{1,2}}))"
        r"(?:\.?,?\s+(?P<year>\d{4}))?)\.?"
    )
    agency = (
        r"(?:\(\s?(?P<round>[^()\n]{2,40}?)\s?\)|\[\s?(?P<square>[^\[\]\n]{2,40}?)\s?\]"
        r"|/\s?(?P<slashes>[^/\n]{2,40}?)\s?/)"
    )
    place = r"(?P<place>[^\W\d_][\w.'’/-]*(?:[ ,]{1,2}[^\W\d_][\w.'’/-]*){0,5}?)"
    return re.compile(
        rf"(?:{place}[,:]?\s*)??(?:(?<!\w){day})?"
        rf"(?:\s*{agency}(?:\.?{_DASH}|\s*[.:]\s+|(?<=/)\s+)|{_DASH}(?!\d|{month}(?!\w)))"
    )
