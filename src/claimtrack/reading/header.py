"""What a text says of itself before its first sentence: outlet, title, author, date."""

import re
from functools import cache

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.header_dates import HeaderDate, header_date_of
from claimtrack.reading.lexicon import Lexicon, common_tables

_DATE_ALONE = re.compile(r"[\ufeff\s]*date[ \t]+(\d{4}-\d{2}-\d{2})[ \t]*(?=\s|$)")
_FIELD = re.compile(r"[ \t\ufeff]*([^\W\d_]+(?: [^\W\d_]+)?)[ \t]*:[ \t]*+(.*)\n")
_LINE = re.compile(r"[ \t\ufeff]*+(?:([^\W\d_]+)[ \t]++)?([^\n]{8,60}?)[ \t]*\n")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9./])")

_FORM = "must be a date such as 2025-11-26, 2025-11-26T14:30+02:00 or 26 November 2025, 14:30"


@attrs.frozen(kw_only=True)
class Header:
    """
    What a text says of itself before its first sentence.

    Attributes:
        fields: ``date``, ``title``, ``outlet``, ``author``, ``lang``, ``url`` and ``zone``, as far
            as they stand there.

        end: Where the body begins.
    """

    fields: dict[str, str] = attrs.field(factory=dict)
    end: int = 0


def header_of(text: str) -> Header:
    r"""
    Read a header: ``date YYYY-MM-DD`` before the first sentence, or lines of ``name: value``.

    Example:
        >>> header_of("Outlet: Example News\nDate: 2025-11-26\n\nTalks go on.").fields
        {'outlet': 'Example News', 'date': '2025-11-26'}
    """
    alone = _DATE_ALONE.match(text)
    if alone:
        end = alone.end()
        return Header(fields={"date": alone[1]}, end=end + (text[end : end + 1] == " "))
    fields: dict[str, str] = {}
    end = 0
    while found := _FIELD.match(text, end):
        name = _names().get(found[1].casefold())
        if name is None or name in fields or not found[2].strip():
            break
        fields[name] = found[2].strip()
        end = found.end()
    return Header(fields=fields, end=end)


def stamped(header: Header, text: str, lexicon: Lexicon) -> Header:
    r"""
    Add a date that stands in a line of its own: "Published 5 May 2025", "5 May 2025, 14:30".

    A bare date may be what the story is about, as 11 September 2001 is: only with a time of day, or
    behind the word for it, is it taken for the date of publication.

    Args:
        header: What was read of the text's header so far.

        text: The text.

        lexicon: The words of its language.

    Returns:
        The header, with the line in it where there is one.
    """
    found = None if "date" in header.fields else _LINE.match(text, header.end)
    if found is None:
        return header
    is_named = found[1] is not None and _names().get(found[1].casefold()) == "date"
    told = found[2] if is_named else text[header.end : found.end()].strip(" \t\ufeff\n")
    read = header_date_of(told, lexicon)
    if read is None or not (is_named or read.has_clock):
        return header
    return Header(fields={**header.fields, "date": told}, end=found.end())


def published_of(header: Header, lexicon: Lexicon) -> Window | None:
    """
    Give the time of publication that a header tells.

    Args:
        header: The header.

        lexicon: The words that it is read by, where it is not ISO 8601.

    Returns:
        The day, or the minute; None where the header tells none.

    Raises:
        InvalidValueError: What it tells is no date, is on no calendar, or may be one of two; or its
            zone is none.
    """
    told = header.fields.get("date")
    if told is None:
        return None
    zone = _zone(header.fields.get("zone", ""))
    try:
        return Window.parse(told, zone)
    except InvalidValueError as error:
        read = header_date_of(told, lexicon)
        if read is None:
            reason = error.reason if _ISO.match(told) else _FORM
            raise InvalidValueError("article.date", told, reason) from None
    return _window(told, read, zone)


def _window(told: str, read: HeaderDate, zone: str) -> Window:
    if read.doubt:
        raise InvalidValueError("article.date", told, read.doubt)
    try:
        return Window.parse(read.iso, read.zone or zone)
    except InvalidValueError as error:
        raise InvalidValueError("article.date", told, error.reason) from None


def _zone(zone: str) -> str:
    try:
        Window.parse("2000", zone)
    except InvalidValueError as error:
        raise InvalidValueError("article.zone", zone, error.reason) from None
    return zone


@cache
def _names() -> dict[str, str]:
    """Give the name of each field by every word that a header may have for it."""
    return {word: name for name, words in common_tables().header.items() for word in words}
