"""Header dates: the dates that sites print above an article, "Wed, Nov 26, 2025, 2:30 pm EET"."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from claimtrack.reading.lexicon import Lexicon, lexicon_for

_WORD = r"[^\W\d_]+"
_REST = r"([0-9]{4})(?![0-9])(.*)"
_DAY_FIRST = re.compile(
    rf"(?:({_WORD})[.,]{{0,2}} )?([0-9]{{1,2}})({_WORD})?\.?((?: {_WORD})?) ({_WORD})[.,]{{0,2}}"
    rf"((?: {_WORD})?) {_REST}"
)
_MONTH_FIRST = re.compile(
    rf"(?:({_WORD})[.,]{{0,2}} )?({_WORD})\.? ([0-9]{{1,2}})({_WORD})?,? {_REST}"
)
_FIGURES = re.compile(rf"([0-9]{{1,2}})([./-])([0-9]{{1,2}})\2{_REST}")
_YEAR_FIRST = re.compile(r"([0-9]{4})([./-])([0-9]{2})\2([0-9]{2})(?![0-9])(.*)")
_SHAPES = (_DAY_FIRST, _MONTH_FIRST, _FIGURES, _YEAR_FIRST)
_CLOCK = re.compile(
    rf"[ ,;|·–—-]*((?:{_WORD} ){{0,2}})([0-9]{{1,2}})(?:[:.h]([0-9]{{2}})(?::[0-9]{{2}})?)?"
    r"(?: ?([ap])\.?m\b\.?)?(?:,? [(]?([^\W\d_][^()0-9]*?|[+-][0-9]{2}:[0-9]{2})[)]?)?"
)

_LONGEST = 80
"""Characters of a date. Ours: with a weekday, a time and the name of a zone it has 60."""

_MONTHS, _HALF_DAY, _DAY = 12, 12, 24
_NO_DAY = "must be on the calendar"
_OTHER_DAY = "names a weekday that is not the day's"
_EITHER = "may be {} or {}: write which, in this form"


class HeaderDate(NamedTuple):
    """
    A date above an article.

    Attributes:
        iso: The day or the minute in ISO 8601, with an offset where it tells one.

        zone: The IANA name of its zone; empty where it tells none, or an offset.

        has_clock: Whether it tells the time of day.

        doubt: Why it is not to be relied on, one clause; empty where it is.
    """

    iso: str
    zone: str = ""
    has_clock: bool = False
    doubt: str = ""


def header_date_of(told: str, lexicon: Lexicon) -> HeaderDate | None:
    """
    Read a date: a whole date with its year, and the time of day where it follows.

    Args:
        told: The words, from the first to the last.

        lexicon: The words of the article's language; English is tried behind it, since sites are
            often made with English tools.

    Returns:
        The date; None where the words are none.

    Example:
        >>> header_date_of("Nov 26, 2025 2:30 pm EET", lexicon_for("en")).iso
        '2025-11-26T14:30+02:00'
    """
    text = " ".join(told.lower().split())
    if len(text) > _LONGEST or not any(shape.search(text) for shape in _SHAPES):
        return None  # no other lexicon is loaded for a headline
    for one in (lexicon, lexicon_for("en")):
        words = _words(one)
        first, *rest = one.folder.fold(text).split(" ")
        folded = " ".join(rest if first in words.leads else [first, *rest])
        found = _written(folded, words) or _in_figures(folded, words)
        if found is not None:
            return found
    return None


class _Words(NamedTuple):
    """The words of one lexicon for a date, folded."""

    months: dict[str, int]
    weekdays: dict[str, int]
    marks: frozenset[str]
    links: frozenset[str]
    leads: frozenset[str]
    zones: dict[str, str]
    is_month_first: bool


@cache
def _words(lexicon: Lexicon) -> _Words:
    fold, rules = lexicon.folder.fold, lexicon.tables.dates
    clock = rules.clock
    leads = " ".join([*clock.before, *rules.links.lead, "at"])
    return _Words(
        months={fold(form): n for n, forms in enumerate(rules.months, 1) for form in forms},
        weekdays={fold(form): n for n, forms in enumerate(rules.weekdays) for form in forms},
        marks=frozenset(map(fold, rules.ordinal_marks)),
        links=frozenset(map(fold, [*rules.links.month, *rules.links.year])),
        leads=frozenset(fold(leads).split()),
        zones={fold(form): zone for form, zone in clock.zones.items()}
        | {fold(form): "" for form in clock.local},
        is_month_first=rules.is_month_first,
    )


def _written(text: str, words: _Words) -> HeaderDate | None:
    """Read a date whose month is a word."""
    if found := _DAY_FIRST.fullmatch(text):
        weekday, day, mark, link, month, second, year, rest = found.groups(default="")
    elif found := _MONTH_FIRST.fullmatch(text):
        weekday, month, day, mark, year, rest = found.groups(default="")
        link = second = ""
    else:
        return None
    number = words.months.get(month)
    is_known = not mark or mark in words.marks
    is_linked = all(not one or one.strip() in words.links for one in (link, second))
    if number is None or not is_known or not is_linked:
        return None
    if weekday and weekday not in words.weekdays:
        return None
    return _header_date((int(year), number, int(day)), rest, words, words.weekdays.get(weekday))


def _in_figures(text: str, words: _Words) -> HeaderDate | None:
    """Read a date all in figures; what may be day or month goes by custom, or is in doubt."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day, rest = found.groups()
        return _header_date((int(year), int(month), int(day)), rest, words)
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    first, second, year, rest = int(found[1]), int(found[3]), int(found[4]), found[5]
    day, month = (first, second) if second <= _MONTHS else (second, first)
    read = _header_date((year, month, day), rest, words)
    # 5.11. is the fifth everywhere but where months come first; 5/11 is written either way.
    is_settled = first > _MONTHS or second > _MONTHS or first == second
    if read is None or is_settled or (found[2] == "." and not words.is_month_first):
        return read
    other = f"{year:04}-{first:02}-{second:02}"
    return read._replace(doubt=_EITHER.format(read.iso[: len(other)], other))


def _header_date(
    parts: tuple[int, int, int], rest: str, words: _Words, weekday: int | None = None
) -> HeaderDate | None:
    clock = _clock(rest.strip(), words)
    if clock is None:
        return None
    try:
        day = date(*parts)
    except ValueError:
        return clock._replace(doubt=_NO_DAY)
    doubt = _OTHER_DAY if weekday is not None and day.weekday() != weekday else ""
    return clock._replace(iso=day.isoformat() + clock.iso, doubt=doubt)


def _clock(rest: str, words: _Words) -> HeaderDate | None:
    """Read the time behind a date, as that of a date whose day is still missing."""
    if not rest.strip(" ,.|"):
        return HeaderDate("")
    found = _CLOCK.fullmatch(rest)
    if found is None or not words.leads.issuperset(found[1].split()):
        return None
    hour, minute, half, named = int(found[2]), found[3], found[4], found[5] or ""
    if hour >= _DAY or (half and not 1 <= hour <= _HALF_DAY) or not (minute or half):
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    zone = named if named[:1] in {"+", "-"} else words.zones.get(named.strip())
    if named and zone is None:
        return None
    offset = zone if zone and zone[0] in "+-" else ""
    iso = f"T{hour:02}:{int(minute or 0):02}{offset}"
    return HeaderDate(iso, zone if zone and not offset else "", has_clock=True)
