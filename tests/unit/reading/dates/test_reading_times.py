"""How a phrase was read is said: zones, changed clocks, conventions, directions, doubt."""

from datetime import UTC, datetime

import pytest

from claimtrack.model.edtf import Mark
from claimtrack.model.window import Window
from claimtrack.reading.dates import parse_window, read_time
from claimtrack.reading.kinds import DateRole

BOTH = "the clocks skip this time or show it twice: both readings are kept"


def test_iso_and_edtf_are_read_as_they_are() -> None:
    """ISO 8601 and EDTF given as words are read as `Window.parse` reads them."""
    for text in ("2025-11-26", "2025-08~/2025-11", "2025-21", "../2024", "2025-12-02T14:10+02:00"):
        assert Window.parse(text) == parse_window(text)


def test_edtf_is_meant_in_the_zone() -> None:
    """A date in digits is that day in the zone, the dateline's where none is given."""
    at = Window.parse("2025-11-26", "Europe/Bucharest")

    assert Window.parse("2025-09", "Asia/Tokyo") == parse_window("2025-09", zone="Asia/Tokyo")
    assert Window.parse("2025-09", "Europe/Bucharest") == parse_window("2025-09", at=at)


def test_window_floats_without_a_zone() -> None:
    """Without a zone the window is floating; with one it is that day there."""
    floating = parse_window("yesterday", at="2025-11-26", lang="en")
    fixed = parse_window("yesterday", at="2025-11-26", lang="en", zone="Europe/Bucharest")

    assert floating.is_floating
    assert datetime(2025, 11, 24, 22, tzinfo=UTC) == fixed.earliest
    assert floating.anchored("Europe/Bucharest") == fixed


def test_day_is_counted_in_the_zone_of_the_dateline() -> None:
    """Just after midnight in Bucharest, "today" is the new day, though not yet in UTC."""
    at = Window.parse("2025-11-26T00:30", "Europe/Bucharest")

    assert Window.parse("2025-11-26", "Europe/Bucharest").earliest == (
        parse_window("azi", at=at, lang="ro").earliest
    )


@pytest.mark.parametrize(
    ("phrase", "lang", "expected", "zone"),
    [
        ("10:30 GMT", "en", "2025-11-26T10:30", "UTC"),
        ("2100 GMT", "en", "2025-11-26T21:00", "UTC"),
        ("9 p.m. EST", "en", "2025-11-27T02:00", "-05:00"),
        ("Monday at 9 p.m. (Moscow time)", "en", "2025-11-24T18:00", "Europe/Moscow"),
        ("ora 21:00, ora României", "ro", "2025-11-26T19:00", "Europe/Bucharest"),
        ("luni, ora 10:00, ora Moscovei", "ro", "2025-11-24T07:00", "Europe/Moscow"),
    ],
)
def test_zone_in_the_words_wins(phrase: str, lang: str, expected: str, zone: str) -> None:
    """A zone that the words name is the window's, whatever the dateline's is."""
    at = Window.parse("2025-11-26", "Europe/Bucharest")
    window = parse_window(phrase, at=at, lang=lang)

    assert (Window.parse(expected).earliest, zone) == (window.earliest, window.zone)


@pytest.mark.parametrize("phrase", ["shortly after 9 p.m. local time", "ora 21:00, ora locală"])
def test_local_time_is_the_articles(phrase: str) -> None:
    """Local time is taken for that of the article, and the note says so."""
    read = read_time(phrase, at="2025-11-26")

    assert "local time: taken as the article's" in read.note


def test_time_that_the_clocks_show_twice_is_kept_both_ways() -> None:
    """An hour of the autumn fold lasts two hours, and the note says why."""
    at = Window.parse("2025-10-26", "Europe/Bucharest")
    read = read_time("3:30 a.m.", at=at, lang="en")

    assert read.window is not None
    assert datetime(2025, 10, 26, 0, 30, tzinfo=UTC) == read.window.earliest
    assert datetime(2025, 10, 26, 1, 31, tzinfo=UTC) == read.window.latest
    assert BOTH == read.note


def test_time_that_the_clocks_skip_is_kept_both_ways() -> None:
    """A time in the spring gap is read by the clock before and by the one after."""
    at = Window.parse("2025-03-30", "Europe/Bucharest")
    read = read_time("ora 3:30", at=at, lang="ro")

    assert read.window is not None
    assert datetime(2025, 3, 30, 0, 30, tzinfo=UTC) == read.window.earliest
    assert datetime(2025, 3, 30, 1, 31, tzinfo=UTC) == read.window.latest
    assert BOTH == read.note


def test_ordinary_times_are_not_doubled() -> None:
    """Nothing is said of clocks that run on."""
    at = Window.parse("2025-11-26", "Europe/Bucharest")

    assert "clocks" not in read_time("3:30 a.m.", at=at, lang="en").note


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("late October", "end of a month, by convention"),
        ("in recent weeks", "2 to 8 weeks back, 3 as a rule, by convention"),
        ("a few weeks ago", "between 2 and 6 weeks, by convention"),
        ("a year ago", "give or take 1 month, by convention"),
        ("Monday evening", "evening is 17:00 to 24:00, by convention"),
        ("shortly after 9 p.m.", "shortly after is 30 minutes, by convention"),
        ("around noon", "around is 30 minutes, by convention"),
        ("the coming weeks", "2 to 8 weeks ahead, 3 as a rule, by convention"),
        ("recently", "30 days back as a rule, 1 to 180 at most, by convention"),
    ],
)
def test_conventions_are_said(phrase: str, note: str) -> None:
    """Where a convention of ours chose the window, it is vague and the note says which."""
    read = read_time(phrase, at="2025-11-26", lang="en")

    assert read.is_vague
    assert note in read.note


@pytest.mark.parametrize(
    ("phrase", "tense", "note"),
    [
        ("Monday", "past", "the latest that is not after the article's date"),
        ("Monday", "future", "the next that is not before the article's date"),
        ("May", "open", "the nearest to the article's date"),
        ("last Monday", "past", "the last one before the article's date"),
        ("next Monday", "past", "the first one after the article's date"),
        ("this year", "past", "until the article's date: told as past"),
        ("Friday, 25 November 2025", "past", "that day is no Friday: the date is taken"),
    ],
)
def test_directions_are_said(phrase: str, tense: str, note: str) -> None:
    """Which way a date was looked for is said, and what does not fit."""
    assert note in read_time(phrase, at="2025-11-26", lang="en", tense=tense).note


def test_weekday_chooses_the_year() -> None:
    """Of the years near, the one is taken in which the day is that weekday."""
    read = parse_window("Saturday, 5 July", at="2025-11-26", lang="en", tense="future")

    assert "2025-07-05" == Window.parse("2025-07-05").edtf() == read.iso()[:10]


def test_day_and_month_in_doubt_are_marked() -> None:
    """05/06/2025 is uncertain, and the other reading is named; 05/05/2025 is not."""
    read = read_time("05/06/2025", lang="en")

    assert read.window is not None
    assert (Mark.UNCERTAIN, Mark.UNCERTAIN) == (
        read.window.earliest_mark,
        read.window.latest_mark,
    )
    assert "day and month may be the other way round: 2025-06-05" == read.note
    assert not read_time("05/05/2025", lang="en").note


def test_vague_ends_are_marked_approximate() -> None:
    """What a convention chose is marked, what was said is not."""
    read = parse_window("în ultimele luni", at="2025-11-26", lang="ro")

    assert (Mark.APPROXIMATE, Mark.PLAIN) == (read.earliest_mark, read.latest_mark)
    assert Mark.OPEN is parse_window("before 2008", lang="en").earliest_mark


@pytest.mark.parametrize(
    ("phrase", "role"),
    [("now", DateRole.AS_OF), ("so far", DateRole.AS_OF), ("recently", DateRole.EVENT)],
)
def test_words_of_the_moment_are_as_of(phrase: str, role: DateRole) -> None:
    """Words for the moment of writing tie a state to it; others date an event."""
    assert role is read_time(phrase, at="2025-11-26", lang="en").role


def test_hours_count_from_the_moment() -> None:
    """Hours are counted from an exact dateline, and from the whole day where that is all."""
    exact = parse_window("three hours ago", at="2025-11-26T10:30", lang="en")
    day = parse_window("three hours ago", at="2025-11-26", lang="en")

    assert "2025-11-26T07:30/2025-11-26T08:30" == exact.iso()
    assert "2025-11-25T21:00/2025-11-26T21:00" == day.iso()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("5 May 2025", "2025-05-05"), ("5 mai 2025", "2025-05-05"), ("5. Dezember 2024", "2024-12-05"),
     ("5 de mayo de 2025", "2025-05-05"), ("le 1er mars 2024", "2024-03-01"),
     ("5 мая 2025 года", "2025-05-05"), ("5 травня 2025 року", "2025-05-05")],
)  # fmt: skip
def test_language_is_found_by_trying(phrase: str, expected: str) -> None:
    """Without a language, the first is taken in which the words are a time."""
    assert expected == parse_window(phrase).iso()[:10]


@pytest.mark.parametrize(
    ("phrase", "lang", "expected"),
    [
        ("gestern Abend", "de", "2025-11-25T17:00"),
        ("vor drei Tagen", "de", "2025-11-23T00:00"),
        ("letzte Woche", "de", "2025-11-17T00:00"),
        ("in den vergangenen Monaten", "de", "2025-02-26T00:00~"),
        ("Ende Oktober", "de", "2025-10-21T00:00~"),
        ("il y a trois jours", "fr", "2025-11-23T00:00"),
        ("la semaine dernière", "fr", "2025-11-17T00:00"),
        ("ces derniers mois", "fr", "2025-02-26T00:00~"),
        ("début octobre", "fr", "2025-10-01T00:00~"),
        ("hace tres días", "es", "2025-11-23T00:00"),
        ("la semana pasada", "es", "2025-11-17T00:00"),
        ("a finales de octubre", "es", "2025-10-21T00:00~"),
        ("три дня назад", "ru", "2025-11-23T00:00"),
        ("на прошлой неделе", "ru", "2025-11-17T00:00"),
        ("в понедельник", "ru", "2025-11-24T00:00"),
        ("три дні тому", "uk", "2025-11-23T00:00"),
        ("минулого тижня", "uk", "2025-11-17T00:00"),
    ],
)
def test_other_languages_are_data_alone(phrase: str, lang: str, expected: str) -> None:
    """The short lexicons read by the same code."""
    begins = parse_window(phrase, at="2025-11-26", lang=lang).iso().split("/")[0]

    assert expected == begins
