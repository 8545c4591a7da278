"""Windows from words: "late Monday", "între 12 și 15 martie", counted from a dateline."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window
from claimtrack.model.window import window as as_window
from claimtrack.model.words import any_text, line, refuse
from claimtrack.model.zones import YEARS, Pick, instant, wall_clock, zone_name
from claimtrack.reading.dates.phrasebook import Phrase, phrases_of
from claimtrack.reading.dates.phrases import Scan
from claimtrack.reading.dates.placing import FROM_STORY, place
from claimtrack.reading.dates.standpoint import ClauseTense, Standpoint
from claimtrack.reading.dates.terms import Edge, Moment, Present, Side, Term
from claimtrack.reading.dates.tokens import tokens
from claimtrack.reading.kinds import DateRole
from claimtrack.reading.lexicon import Lexicon, languages, lexicon_for
from claimtrack.reading.lexicon.loading import common_tables

At = Window | date | datetime | str | None
"""A dateline: the article's date or moment, or None where there is none."""

NO_TIME = "must be a time: words such as 'late Monday', ISO 8601 or EDTF"
_BOTH = "the clocks skip this time or show it twice: both readings are kept"
_LONG = "must be one day or less"

_LONGEST_DAY = timedelta(hours=50)
"""A day in every zone at once has 50 hours: from UTC+14 to UTC-12."""

_ISO = re.compile(r"[\[0-9./][0-9TtZzWX:+./~?%\[\], -]*")
_TRIED_FIRST = ("en", "ro")
_KEPT = 4096
"""Phrases whose reading is kept; ours, about a megabyte."""


@attrs.frozen(kw_only=True)
class TimeRead:
    """
    What words of time say.

    Attributes:
        window: The time; None where the words count from what was told before.

        role: ``as_of`` for words of the moment of writing, else ``event``.

        is_vague: Whether a convention of ours chose the window.

        note: How it was read: the convention, the direction, clocks that were changed.
    """

    window: Window | None
    role: DateRole = DateRole.EVENT
    is_vague: bool = False
    note: str = ""


def parse_window(
    phrase: str, at: At = None, lang: str = "", zone: str = "", *, tense: str = ""
) -> Window:
    """
    Read a time from words, ISO 8601 or EDTF.

    Args:
        phrase: The words.

        at: The day or moment that relative words count from: the article's date.

        lang: The language of the words; empty to try all that there is a lexicon for.

        zone: The time zone they are meant in; empty for the dateline's, else the window floats.

        tense: Which way a month, day or weekday without a year looks: ``past``, ``future`` or
            ``open``, which takes the nearest. Empty for the past, since news tells of that; but
            what something lasts until, or is due by, is looked for ahead.

    Returns:
        The window, with the words as its phrase.

    Raises:
        InvalidValueError: The words are no time, on no calendar, end before they begin, count from
            a dateline that is not given or from what was told before; or there is no such zone or
            language.

    Example:
        >>> late = parse_window("late Monday", at="2025-11-26", lang="en")
        >>> late.iso()
        '2025-11-24T18:00~/2025-11-25T00:00~'
        >>> late.phrase
        'late Monday'
    """
    read = read_time(phrase, at, lang, zone, tense=tense)
    if read.window is None:
        raise InvalidValueError("phrase", phrase, read.note)
    return read.window


def read_time(
    phrase: str, at: At = None, lang: str = "", zone: str = "", *, tense: str = ""
) -> TimeRead:
    """
    Read a time from words, and say how it was read.

    Args:
        phrase: The words.

        at: The day or moment that relative words count from.

        lang: The language of the words; empty to try all that there is a lexicon for.

        zone: The time zone they are meant in; empty for the dateline's.

        tense: Which way a month, day or weekday without a year looks.

    Returns:
        The time and how it was read; without a window where the words count from the story.

    Raises:
        InvalidValueError: As `parse_window` has it.

    Example:
        >>> read_time("în ultimele luni", at="2025-11-26", lang="ro").note
        '2 to 9 months back, 3 as a rule, by convention'
    """
    words = _words(phrase)
    named = _zone(zone)
    dateline = _dateline(at)
    if _ISO.fullmatch(words):
        try:
            return TimeRead(window=Window.parse(words, named or _zone_of(dateline)))
        except InvalidValueError:
            pass  # 5/6/2025 is for the language to read
    term = _term_of(words, lang)
    if term is None:
        raise InvalidValueError("phrase", phrase, NO_TIME)
    here = standpoint_of(dateline, named, tense or _usual(term))
    try:
        return timed(term, words, here, named or _zone_of(dateline))
    except InvalidValueError as error:
        raise InvalidValueError("phrase", phrase, error.reason) from None


def _usual(term: Term) -> ClauseTense:
    is_due = isinstance(term, Edge) and term.side is Side.UNTIL
    return ClauseTense.FUTURE if is_due else ClauseTense.PAST


def standpoint_of(dateline: Window | None, zone: str, tense: str) -> Standpoint:
    """
    Make what phrases count from.

    Args:
        dateline: The article's date; None where there is none.

        zone: The zone in which its day is meant; empty for its own.

        tense: Which way dates look that do not say.

    Raises:
        InvalidValueError: The dateline has an open side or is longer than a day, or there is no
            such tense.
    """
    try:
        way = ClauseTense(tense)
    except ValueError:
        reason = f"must be one of {', '.join(ClauseTense)}"
        raise InvalidValueError("tense", tense, reason) from None
    return _standpoint_of(dateline, zone, way)


@lru_cache(maxsize=_KEPT)
def _standpoint_of(dateline: Window | None, zone: str, way: ClauseTense) -> Standpoint:
    conventions = common_tables().dates
    if dateline is None:
        return Standpoint(conventions, tense=way)
    earliest, latest = dateline.earliest, dateline.latest
    if earliest is None or latest is None or latest - earliest > _LONGEST_DAY:
        raise InvalidValueError("at", str(dateline), _LONG)
    where = zone or dateline.zone
    begin, _ = wall_clock(earliest, where)
    end, _ = wall_clock(latest, where)
    return Standpoint(conventions, begin, end, way)


def timed(term: Term, words: str, here: Standpoint, zone: str) -> TimeRead:
    """
    Put a term on the calendar and into a time zone.

    Args:
        term: What the words say.

        words: The words.

        here: What they count from.

        zone: Where the clocks hang.

    Raises:
        InvalidValueError: As `place` has it. Without a field where a rule raises it.
    """
    is_now = isinstance(term, Moment) and term.kind is not Present.RECENTLY
    role = DateRole.AS_OF if is_now else DateRole.EVENT
    try:
        found = place(term, here)
    except InvalidValueError as error:
        if error.reason == FROM_STORY:
            return TimeRead(window=None, role=role, note=FROM_STORY)
        raise
    except OverflowError:
        raise refuse(words, YEARS) from None
    where = found.zone or zone
    earliest, is_first_doubled = _instant(found.begin, where, min)
    latest, is_last_doubled = _instant(found.end, where, max)
    window = Window(
        earliest=earliest,
        latest=latest,
        phrase=words,
        zone=where,
        earliest_mark=found.begin_mark,
        latest_mark=found.end_mark,
    )
    doubled = [_BOTH] if is_first_doubled or is_last_doubled else []
    note = "; ".join([*found.notes, *doubled])
    return TimeRead(window=window, role=role, is_vague=found.is_vague, note=note)


def _instant(wall: datetime | None, zone: str, pick: Pick) -> tuple[datetime | None, bool]:
    """Find the moment that a wall clock means, and whether it could be two."""
    moment = instant(wall, zone, pick)
    if not zone or zone == "UTC" or zone[0] in "+-":
        return moment, False
    return moment, moment != instant(wall, zone, max if pick is min else min)


def _words(phrase: str) -> str:
    try:
        words = " ".join(any_text(phrase).split()).strip(" ,;")
        return line(words)
    except InvalidValueError as error:
        raise InvalidValueError("phrase", phrase, error.reason) from None


def _zone(zone: str) -> str:
    try:
        return zone_name(zone)
    except InvalidValueError as error:
        raise InvalidValueError("zone", zone, error.reason) from None


def _dateline(at: At) -> Window | None:
    if at is None or isinstance(at, Window):
        return at
    try:
        # Moments are not kept: the same one in two zones is equal, and means another day.
        return _day_told(at) if isinstance(at, str) or type(at) is date else as_window(at)
    except InvalidValueError as error:
        raise InvalidValueError("at", error.value, error.reason) from None


@lru_cache(maxsize=64)
def _day_told(at: str | date) -> Window | None:
    return as_window(at)


def _zone_of(dateline: Window | None) -> str:
    return dateline.zone if dateline is not None else ""


def _term_of(words: str, lang: str) -> Term | None:
    if lang:
        return _term(lexicon_for(lang), words)
    others = (one for one in languages() if one not in _TRIED_FIRST)
    for one in (*_TRIED_FIRST, *others):
        term = _term(lexicon_for(one), words)
        if term is not None:
            return term
    return None


@lru_cache(maxsize=_KEPT)
def _term(lexicon: Lexicon, words: str) -> Term | None:
    """Read words that are a phrase of time from the first to the last."""
    pieces = tokens(lexicon.folder.fold(words)).words
    found: Phrase | None = Scan(pieces, phrases_of(lexicon)).at(0) if pieces else None
    if found is None:
        return None
    rest = pieces[found.end :]
    is_whole = rest == ["'", "s"] or all(piece == "." for piece in rest)
    return found.term if is_whole else None
