"""Words that are no time, or not enough of one, are refused with the words shown."""

from datetime import date, datetime

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.dates import parse_window, read_time

NO_TIME = "must be a time: words such as 'late Monday', ISO 8601 or EDTF"


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("banana", "en"),
        ("Monday banana", "en"),
        ("for three days", "en"),
        ("two years in prison", "en"),
        ("99 June", "en"),
        ("25 o'clock", "en"),
        ("0 a.m.", "en"),
        ("31:70", "en"),
        ("39 de ani", "ro"),
        ("timp de două luni", "ro"),
        ("pe termen lung", "ro"),
        ("mai mult", "ro"),
        ("Monday", "ro"),
        (":", "en"),
    ],
)
def test_what_is_no_time_is_refused(phrase: str, lang: str) -> None:
    """Words that are no time, lengths of time and ages among them, are refused."""
    with pytest.raises(InvalidValueError) as caught:
        parse_window(phrase, at="2025-11-26", lang=lang)

    error = caught.value
    assert ("phrase", phrase, NO_TIME) == (error.field, error.value, error.reason)


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("late Monday", "en"),
        ("last weekend", "en"),
        ("5 May", "en"),
        ("9 p.m.", "en"),
        ("this year", "en"),
        ("since Tuesday", "en"),
        ("azi", "ro"),
        ("în ultimele luni", "ro"),
        ("pe 5 mai", "ro"),
        ("luna viitoare", "ro"),
    ],
)
def test_relative_words_need_a_dateline(phrase: str, lang: str) -> None:
    """What counts from a date is refused where there is none, and the words are shown."""
    with pytest.raises(InvalidValueError) as caught:
        parse_window(phrase, lang=lang)

    assert f"phrase needs a date that it counts from, got {phrase!r}" == str(caught.value)


@pytest.mark.parametrize("phrase", ["5 May 2025", "May 2025", "2-5 June 2024", "the 1990s", "2025"])
def test_absolute_words_need_none(phrase: str) -> None:
    """A date with its year needs no dateline."""
    assert parse_window(phrase, lang="en") == parse_window(phrase, at="1999-01-01", lang="en")


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("30 February", "en"),
        ("31 June 2025", "en"),
        ("29 February 2025", "en"),
        ("2025-02-30, 10:30", "en"),
        ("31 iunie", "ro"),
        ("30.02.2025", "ro"),
    ],
)
def test_impossible_dates_are_refused(phrase: str, lang: str) -> None:
    """A day that no calendar has is an error, not another day."""
    with pytest.raises(InvalidValueError, match="must be on the calendar"):
        parse_window(phrase, at="2025-11-26", lang=lang)


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("from 2024 to 2019", "en"),
        ("between 5 and 2 June", "en"),
        ("2022-2019", "en"),
        ("din 2022 până în 2019", "ro"),
    ],
)
def test_what_ends_before_it_begins_is_refused(phrase: str, lang: str) -> None:
    """A range the wrong way round is an error."""
    with pytest.raises(InvalidValueError, match="phrase must end after it begins"):
        parse_window(phrase, at="2025-11-26", lang=lang)


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("the next day", "en"),
        ("two years later", "en"),
        ("the following week", "en"),
        ("a doua zi", "ro"),
        ("doi ani mai târziu", "ro"),
    ],
)
def test_what_counts_from_the_story_has_no_window(phrase: str, lang: str) -> None:
    """What counts from what was told before has no window, and the note says so."""
    reason = "counts from what was told before, not from the article's date"
    read = read_time(phrase, at="2025-11-26", lang=lang)

    assert (None, reason) == (read.window, read.note)
    with pytest.raises(InvalidValueError, match=f"phrase {reason}"):
        parse_window(phrase, at="2025-11-26", lang=lang)


def test_unknown_zone_is_refused() -> None:
    """A zone that there is not is an error of the zone."""
    with pytest.raises(InvalidValueError, match="zone must be an IANA time zone or an offset"):
        parse_window("today", at="2025-11-26", lang="en", zone="Mars/Olympus")


def test_unknown_language_is_refused() -> None:
    """A language without a lexicon is an error of the language."""
    with pytest.raises(InvalidValueError, match="lang must be one of de, en"):
        parse_window("today", at="2025-11-26", lang="tlh")


def test_unknown_tense_is_refused() -> None:
    """A tense is one of three."""
    with pytest.raises(InvalidValueError, match="tense must be one of past, future, open"):
        parse_window("today", at="2025-11-26", lang="en", tense="pluperfect")


@pytest.mark.parametrize("at", ["2025-11", "../2025-11-26", "2025-11-24/2025-11-26"])
def test_dateline_must_be_a_day(at: str) -> None:
    """Days cannot be counted from a month, nor from an open interval."""
    with pytest.raises(InvalidValueError, match="at must be one day or less"):
        parse_window("yesterday", at=at, lang="en")


def test_dateline_must_be_a_date() -> None:
    """A dateline that cannot be read is an error of the dateline."""
    with pytest.raises(InvalidValueError, match="at must be ISO 8601 or EDTF"):
        parse_window("yesterday", at="a Tuesday", lang="en")
    with pytest.raises(InvalidValueError, match="at must be aware"):
        parse_window("yesterday", at=datetime(2025, 11, 26, 9, 30), lang="en")  # noqa: DTZ001


def test_phrase_must_be_text() -> None:
    """What is no text, empty or too long is refused as such."""
    with pytest.raises(InvalidValueError, match="phrase must be text"):
        parse_window(5, at="2025-11-26", lang="en")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="must be a time"):
        parse_window(" ", at="2025-11-26", lang="en")
    with pytest.raises(InvalidValueError, match="must have at most"):
        parse_window("x" * 5000, at="2025-11-26", lang="en")


def test_years_end_at_9999() -> None:
    """What would leave the calendar of the model is refused."""
    with pytest.raises(InvalidValueError, match="must lie in the years 1 to 9999"):
        parse_window("next year", at="9999-06-01", lang="en")
    with pytest.raises(InvalidValueError, match="must lie in the years 1 to 9999"):
        parse_window("100 years ago", at=date(50, 1, 1), lang="en")
    with pytest.raises(InvalidValueError, match="must lie in the years 1 to 9999"):
        parse_window("tomorrow", at="9999-12-30", lang="en")


def test_a_window_may_be_the_dateline() -> None:
    """A dateline may be a text, a date, a moment or a window."""
    expected = Window.parse("2025-11-25", "Europe/Bucharest")
    at = Window.parse("2025-11-26T09:30", "Europe/Bucharest")

    read = parse_window("yesterday", at=at, lang="en")

    assert (expected.earliest, expected.latest) == (read.earliest, read.latest)
    assert parse_window("yesterday", at=date(2025, 11, 26)) == parse_window(
        "yesterday", at="2025-11-26"
    )
