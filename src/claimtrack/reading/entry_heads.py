"""
Entry heads: the hour, and the label, that an entry of a live report opens with.

"UPDATE, 14:10: The road is open." says when the entry was written; it is no part of what is told,
and no time of what happened.
"""

import re
from functools import cache

import attrs

from claimtrack.reading.findings import Place
from claimtrack.reading.lexicon import Lexicon

_HOURS, _HALF_DAY, _MINUTES = 24, 12, 60

_CLOCK = re.compile(r"\d{1,2}[.:h]\d{2}(?!\w)")
_WORD = re.compile(r"\w+")

_INDENT = 8
"""Blanks before a line's first word. Ours."""

_DASH = "–—-"
_OPENS = "„“«\"'‘"
"""Signs that open a quotation."""

_SIGNS = rf"[:|.,{_DASH}]"


@attrs.frozen(kw_only=True)
class EntryHead(Place):
    """
    What an entry opens with; it ends where what is told begins.

    Attributes:
        minute: The minute of the day.
    """

    minute: int


def head_of(body: str, folded: str, sentence: Place, lexicon: Lexicon) -> EntryHead | None:
    """
    Find the head of an entry.

    Args:
        body: The text.

        folded: The same, folded.

        sentence: Where a sentence stands.

        lexicon: The words to read it by.

    Returns:
        The head, which may be all there is of the sentence; None where it begins with none.

    Example:
        >>> from claimtrack.reading.lexicon import lexicon_for
        >>> lexicon, text = lexicon_for("en"), "UPDATE, 2.10 p.m.: The road is open."
        >>> found = head_of(text, lexicon.folder.fold(text), Place(start=0, end=len(text)), lexicon)
        >>> found.minute, text[found.end :]
        (850, 'The road is open.')
    """
    found = _pattern(lexicon).match(folded, sentence.start, sentence.end)
    if found is None:
        return None
    minute = _minute(found, lexicon)
    is_alone = found.end() == sentence.end
    if minute is None or not (is_alone or _is_cut(body, found, lexicon)):
        return None
    return EntryHead(start=sentence.start, end=found.end(), minute=minute)


def _is_cut(body: str, found: "re.Match[str]", lexicon: Lexicon) -> bool:
    """Whether what stands behind a time is told in a sentence of its own."""
    start, place = found.start(), found.end()
    is_led = bool(found["label"] or (found["before"] and not found["day"]))
    is_parted = found["sign"] is not None and found["sign"] not in ",."
    if body[place].isdigit():
        # "14:10 - 12 people are missing", and no "10:00 - 12:30".
        return is_parted and _CLOCK.match(body, place) is None
    if not (body[place].isupper() or body[place] in _OPENS):
        return False
    if is_led or is_parted:
        return True
    before = body[max(0, start - _INDENT) : start].rstrip(" \t")
    opens_line = not before or before.endswith("\n")
    is_clear = opens_line or (found["colon"] is not None and not found["half"])
    return is_clear and not found["day"] and not _goes_on(body, found, lexicon)


def _minute(found: "re.Match[str]", lexicon: Lexicon) -> int | None:
    """Give the minute of the day, where the figures are a time and written as one."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = _halves(lexicon).get(found["half"])
    # "ORA 7 - ", "6 p.m.: "; and no "UPDATE 1 - ".
    is_told = found["minute"] or half is not None
    is_told = is_told or (found["before"] and (found["sign"] or found["label"]))
    if not is_told or hour >= _HOURS or minute >= _MINUTES:
        return None
    hour = hour if half is None else hour % _HALF_DAY + half * _HALF_DAY
    return hour * _MINUTES + minute


@cache
def _halves(lexicon: Lexicon) -> dict[str, int]:
    """Give the words for the halves of a day, 0 for the first."""
    fold, clock = lexicon.folder.fold, lexicon.tables.dates.clock
    return {fold(form): half for half, forms in enumerate((clock.am, clock.pm)) for form in forms}


def _goes_on(body: str, found: "re.Match[str]", lexicon: Lexicon) -> bool:
    """Whether a time is part of what is told: "7:30 Tuesday is too late", "2.50 RON is enough"."""
    word = _WORD.match(body, found.end(), found.endpos)
    is_currency = word is not None and len(word[0]) > 1 and word[0].isupper()
    return is_currency or _days(lexicon).match(found.string, found.end(), found.endpos) is not None


@cache
def _days(lexicon: Lexicon) -> re.Pattern[str]:
    dates = lexicon.tables.dates
    forms = (form for forms in (*dates.months, *dates.weekdays) for form in forms)
    return re.compile(rf"{lexicon.any_of(*forms)}(?!\w)")


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    dates, any_of = lexicon.tables.dates, lexicon.any_of
    clock = dates.clock
    month = any_of(*(form for forms in dates.months for form in forms))
    weekday = any_of(*(form for forms in dates.weekdays for form in forms))
    day = (
        rf"(?P<day>(?:{weekday}\.?(?:,?\s+|(?=[,:])))?"
        rf"(?:\d{{1,2}}\.?\s+{month}|{month}\.?\s+\d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
        rf"(?:\.?,?\s+\d{{4}})?|{weekday})(?:\s*[,:{_DASH}])?\s+"
    )
    half = any_of(*clock.am, *clock.pm, *clock.after)
    zone = any_of(*clock.local, *clock.zones)
    return re.compile(
        rf"(?:[•*{_DASH}]\s+)?"
        rf"(?:(?P<label>{any_of(*lexicon.tables.clauses.labels)})(?!\w)\s*(?:{_SIGNS}\s*)?)?"
        rf"(?:(?<!\w){day})?"
        rf"(?:(?<!\w)(?P<before>{any_of(*clock.before)})\s+)?"
        r"[(\[]?(?<!\w)(?P<hour>\d{1,2})(?:(?:(?P<colon>:)|[.h])(?P<minute>\d{2}))?(?![.:]?\d)"
        rf"(?:\s*(?P<half>{half})(?!\w)\.?)?(?:\s*\(?{zone}(?!\w)\)?)?[)\]]?"
        rf"(?:\s*(?P<sign>[:|.,{_DASH}]))?(?:\s+|$)"
    )
