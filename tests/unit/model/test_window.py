"""What windows promise."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.edtf import Mark
from claimtrack.model.window import Order, Window, window
from claimtrack.model.words import checked

BUCHAREST = "Europe/Bucharest"


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-11-26", "2025-11-26", "2025-11-27"),
        ("2025-11", "2025-11-01", "2025-12-01"),
        ("2025-12", "2025-12-01", "2026-01-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        (" 2025-11-26\n", "2025-11-26", "2025-11-27"),
        ("20251126", "2025-11-26", "2025-11-27"),
        ("2025-W48", "2025-11-24", "2025-12-01"),
        ("2025-W48-3", "2025-11-26", "2025-11-27"),
        ("2025W483", "2025-11-26", "2025-11-27"),
        ("2025-330", "2025-11-26", "2025-11-27"),
        ("2024-366", "2024-12-31", "2025-01-01"),
        ("2025-12-02T14", "2025-12-02T14:00", "2025-12-02T15:00"),
        ("2025-12-02T14:10", "2025-12-02T14:10", "2025-12-02T14:11"),
        ("2025-12-02 14:10", "2025-12-02T14:10", "2025-12-02T14:11"),
        ("2025-12-02t14:10z", "2025-12-02T14:10", "2025-12-02T14:11"),
        ("2025-12-02T14:10:05", "2025-12-02T14:10:05", "2025-12-02T14:10:06"),
        ("2025-12-02T14:10:05.5Z", "2025-12-02T14:10:05.5", "2025-12-02T14:10:05.6"),
        ("2025-12-02T14:10:05,123", "2025-12-02T14:10:05.123", "2025-12-02T14:10:05.124"),
        (
            "2025-12-02T14:10:05.123456789Z",
            "2025-12-02T14:10:05.123456",
            "2025-12-02T14:10:05.123457",
        ),
        ("20251202T141000Z", "2025-12-02T14:10:00", "2025-12-02T14:10:01"),
        ("2025-12-02T14:10+01:00", "2025-12-02T13:10", "2025-12-02T13:11"),
        ("2025-12-02T14:10-0330", "2025-12-02T17:40", "2025-12-02T17:41"),
        ("2025-12-02T24:00", "2025-12-03T00:00", "2025-12-03T00:01"),
        ("2025-09/2025-11-26", "2025-09-01", "2025-11-27"),
        ("2025-11-22/2025-11-23", "2025-11-22", "2025-11-24"),
        ("2025-12-02T14:00/2025-12-02T15:00", "2025-12-02T14:00", "2025-12-02T15:00"),
        ("2025-12-02/2025-12-03T06:00", "2025-12-02", "2025-12-03T06:00"),
        ("2025-12-02T14:00+02:00/2025-12-02T15:00", "2025-12-02T12:00", "2025-12-02T13:00"),
        ("201X", "2010-01-01", "2020-01-01"),
        ("20XX", "2000-01-01", "2100-01-01"),
        ("2025-XX", "2025-01-01", "2026-01-01"),
        ("2025-11-XX", "2025-11-01", "2025-12-01"),
        ("2025-XX-XX", "2025-01-01", "2026-01-01"),
        ("2025-21", "2025-03-01", "2025-06-01"),
        ("2025-22", "2025-06-01", "2025-09-01"),
        ("2025-23", "2025-09-01", "2025-12-01"),
        ("2025-24", "2025-12-01", "2026-03-01"),
        ("2025-30", "2025-12-01", "2026-03-01"),
        ("2025-35", "2025-07-01", "2025-10-01"),
        ("2025-41", "2025-07-01", "2026-01-01"),
        ("[2025-11-24,2025-11-26]", "2025-11-24", "2025-11-27"),
        ("[2025-11-28, 2025-11-24..2025-11-26]", "2025-11-24", "2025-11-29"),
    ],
)
def test_text_is_as_long_as_it_is_precise(text: str, earliest: str, latest: str) -> None:
    """A text gives the half-open stretch that its precision names."""
    read = Window.parse(text)

    assert (_utc(earliest), _utc(latest)) == (read.earliest, read.latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "late Monday",
        "2025-02-30",
        "2025-13",
        "2025-00",
        "2025-11-00",
        "2025-21-05",
        "2025-366",
        "2025-W54",
        "0000",
        "0000-01-01",
        "9999",
        "9999-24",
        "10000",
        "Y17000",
        "-0044",
        "000X",
        "99XX",
        "2005/2004",
        "2025-11-26/2025-11-25",
        "2025-12-02T14:10/2025-12-02T14:10",
        "2025/2026/2027",
        "/",
        "..",
        "../..",
        "?/2025",
        "..?/2025",
        "2025??",
        "2025?-11-26",
        "2025-~11-26",
        "XXXX",
        "1XXX",
        "20X5",
        "2025-XX-26",
        "2025-1X",
        "2025-11T14:10",
        "2025-11-XXT14:10",
        "2025-12-02T25:00",
        "2025-12-02T24:01",
        "2025-12-02T14:60",
        "2025-12-02T14:10:60",
        "2025-12-02T14:10+25:00",
        "2025-12-02T14:10+02:00Z",
        "2025-12-02T",
        "2025-12-02Z",
        "{2024,2025}",
        "[2025",
        "[]",
        "[..]",
        "[2025..2024]",
        "[2025?,2026]",
        "[2025-12-02T14:10]",
        "２０２５",
        "2025-11-26\x00",
        "\ud800",
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    """A text that names no stretch of the calendar is refused, with the text."""
    with pytest.raises(InvalidValueError) as caught:
        Window.parse(text)

    assert ("window", text) == (caught.value.field, caught.value.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-02-30", "must be on the calendar and on the clock"),
        ("Y17000", "must lie in the years 1 to 9999"),
        ("2005/2004", "must end after it begins"),
        ("2025?-11-26", "must carry ?, ~ or % at the end of a date, not inside it"),
        ("{2024,2025}", "must be one time; braces list several"),
        ("../..", "must name a date on one side"),
        ("2025-11T14:10", "must name a day before the time of day"),
    ],
)
def test_refusal_says_what_is_wrong(text: str, reason: str) -> None:
    """The refusal of a text that comes near names the rule that it breaks."""
    with pytest.raises(InvalidValueError) as caught:
        Window.parse(text)

    assert reason == caught.value.reason


@pytest.mark.parametrize("text", ["1" * 10_000_000, "[" * 10_000_000, "2025/" * 300])
def test_long_text_is_refused(text: str) -> None:
    """A text much longer than any date is refused without being read."""
    with pytest.raises(InvalidValueError):
        Window.parse(text)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("2025-11-26", (Mark.PLAIN, Mark.PLAIN)),
        ("2025-11-26?", (Mark.UNCERTAIN, Mark.UNCERTAIN)),
        ("2025-11~", (Mark.APPROXIMATE, Mark.APPROXIMATE)),
        ("2025%", (Mark.UNCERTAIN_AND_APPROXIMATE, Mark.UNCERTAIN_AND_APPROXIMATE)),
        ("2025-08-26~/2025-11-26", (Mark.APPROXIMATE, Mark.PLAIN)),
        ("2025-08-26/2025-11-26?", (Mark.PLAIN, Mark.UNCERTAIN)),
        ("../2025-11-26~", (Mark.OPEN, Mark.APPROXIMATE)),
        ("/2025-11-26", (Mark.PLAIN, Mark.PLAIN)),
        ("2025-11-26/..", (Mark.PLAIN, Mark.OPEN)),
        ("2025-11-26/", (Mark.PLAIN, Mark.PLAIN)),
        ("[..2025]", (Mark.OPEN, Mark.PLAIN)),
    ],
)
def test_marks_are_kept(text: str, marks: tuple[Mark, Mark]) -> None:
    """How sure the words are, and an open end as against an unknown one, is kept for each end."""
    read = Window.parse(text)

    assert marks == (read.earliest_mark, read.latest_mark)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("2025-11-26", ""),
        ("20251126", ""),
        ("2025-12-02 14:10", ""),
        ("2025-08-26~/2025-11-26", ""),
        ("2025-09/2025-11-26", "2025-09/2025-11-26"),
        ("2025-11-XX", "2025-11-XX"),
        ("2025-21", "2025-21"),
        (" [2025,2026]", "[2025,2026]"),
    ],
)
def test_words_are_kept_where_they_say_more(text: str, phrase: str) -> None:
    """Only EDTF that two bounds would not give back is kept as the phrase."""
    assert phrase == Window.parse(text).phrase


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-11-26", "2025-11-26"),
        ("2025-11-01/2025-11-30", "2025-11-01/2025-11-30"),
        ("2025-W48", "2025-11-24/2025-11-30"),
        ("2025-21", "2025-21"),
        ("2025-12-02 14:10", "2025-12-02T14:10"),
        ("2025-12-02T14:10+0100", "2025-12-02T14:10+01:00"),
        ("2025-12-02T14:10:05.250Z", "2025-12-02T14:10:05.250Z"),
        ("2025-12-02T14", "2025-12-02T14:00/2025-12-02T15:00"),
        ("2025-12-02T14:00~/..", "2025-12-02T14:00~/.."),
        ("2025-12-02T14:00Z/2025-12-03", "2025-12-02T14:00Z/2025-12-04T00:00Z"),
    ],
)
def test_a_window_shows_as_its_date(text: str, shown: str) -> None:
    """Shown is the date or time in its usual spelling, with its own offset."""
    assert shown == str(Window.parse(text))


def test_a_window_shows_as_its_phrase() -> None:
    """Words that were given come first."""
    monday = attrs.evolve(Window.parse("2025-11-24"), phrase="late Monday")

    assert ("late Monday", "2025-11-24") == (str(monday), monday.edtf())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025-12-02T14:10:05+01:00", "2025-12-02T14:10:05+01:00"),
        ("2025-12-02T14:10", None),
        ("2025-12-02T14:10:05~", None),
        ("2025-12-02T14:10:05/2025-12-02T14:10:06", "2025-12-02T14:10:05"),
        ("2025-12-02T14:10:05/2025-12-02T14:10:07", None),
        ("2025-12-02T00:00/2025-12-03T00:00", "2025-12-02"),
        ("2025-12-02T14:10:05/..", None),
    ],
)
def test_edtf_has_dates_and_whole_seconds(text: str, written: str | None) -> None:
    """Of times of day, EDTF can say one second without a mark; days are written however read."""
    assert written == Window.parse(text).edtf()


def test_edtf_takes_the_coarsest_units() -> None:
    """Whole months are written as months and whole years as years, marked alike on both sides."""
    year, month = _utc("2025-01-01"), _utc("2025-07-01")
    later = _utc("2027-01-01")
    mark = Mark.UNCERTAIN

    assert "2025-01/2025-06" == Window(earliest=year, latest=month).edtf()
    assert "2025-07/2026-12" == Window(earliest=month, latest=later).edtf()
    assert "2025/2026" == Window(earliest=year, latest=later).edtf()
    assert "2025/2026?" == Window(earliest=year, latest=later, latest_mark=mark).edtf()


def test_a_phrase_alone_has_no_edtf() -> None:
    """A window of words alone is shown as them, and is not EDTF."""
    spoken = Window(phrase="at some point")

    assert ("at some point", None, "/") == (str(spoken), spoken.edtf(), spoken.iso())


def test_a_date_is_read_in_its_zone() -> None:
    """A date in a zone begins at midnight there."""
    read = Window.parse("2025-11-26", BUCHAREST)

    assert (_utc("2025-11-25T22:00"), _utc("2025-11-26T22:00")) == (read.earliest, read.latest)
    assert BUCHAREST == read.zone
    assert "2025-11-26" == read.edtf()


def test_a_day_is_as_long_as_its_clocks_say() -> None:
    """The day on which summer time ends has 25 hours."""
    read = Window.parse("2025-10-26", BUCHAREST)

    assert read.earliest is not None
    assert read.latest is not None
    assert timedelta(hours=25) == read.latest - read.earliest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-10-26T03:30", "2025-10-26T00:30", "2025-10-26T01:31"),
        ("2025-03-30T03:30", "2025-03-30T00:30", "2025-03-30T01:31"),
    ],
    ids=["shown twice", "skipped"],
)
def test_a_local_time_of_two_readings_is_both(text: str, earliest: str, latest: str) -> None:
    """A local time that the clocks show twice or skip reaches from one reading to the other."""
    read = Window.parse(text, BUCHAREST)

    assert (_utc(earliest), _utc(latest)) == (read.earliest, read.latest)


def test_an_offset_in_the_words_wins() -> None:
    """The zone given is kept where it has the offset in the words, else the offset is the zone."""
    agreeing = Window.parse("2025-12-02T14:10+02:00", BUCHAREST)
    differing = Window.parse("2025-12-02T14:10+05:00", BUCHAREST)

    assert (BUCHAREST, _utc("2025-12-02T12:10")) == (agreeing.zone, agreeing.earliest)
    assert ("+05:00", _utc("2025-12-02T09:10")) == (differing.zone, differing.earliest)


def test_a_floating_window_is_anchored() -> None:
    """Words without a zone can be read in one later; that is then their zone."""
    floating = Window.parse("2025-11-26")

    assert floating.is_floating
    assert Window.parse("2025-11-26", BUCHAREST) == floating.anchored(BUCHAREST)


@pytest.mark.parametrize("zone", ["UTC", BUCHAREST, ""])
def test_what_is_not_floating_stays(zone: str) -> None:
    """A window with a zone is not read again, nor is one anchored nowhere."""
    settled = Window.parse("2025-11-26T10:00Z")
    floating = Window.parse("2025-11-26")

    assert settled == settled.anchored(zone)
    assert floating == floating.anchored("")


@pytest.mark.parametrize(
    "zone",
    ["Mars/Base", "localtime", "posix/Europe/Bucharest", "../etc/passwd", "Europe", "+25:00"],
)
def test_an_unknown_zone_is_refused(zone: str) -> None:
    """A zone that is in no tz database is refused by name, wherever it is given."""
    attempts: list[Callable[[], Window]] = [
        lambda: Window.parse("2025-11-26", zone),
        lambda: Window.parse("2025-11-26").anchored(zone),
        lambda: Window(earliest=_utc("2025-11-26"), zone=zone),
    ]
    for attempt in attempts:
        with pytest.raises(InvalidValueError) as caught:
            attempt()

        assert ("window.zone", zone) == (caught.value.field, caught.value.value)


@pytest.mark.parametrize(
    ("zone", "spelled"), [("Z", "UTC"), ("+00:00", "UTC"), ("+02", "+02:00"), ("-0330", "-03:30")]
)
def test_a_zone_has_one_spelling(zone: str, spelled: str) -> None:
    """Offsets are kept in one spelling, so equal windows have equal fields."""
    assert spelled == Window.parse("2025-11-26", zone).zone


def test_anchoring_off_the_calendar_is_refused() -> None:
    """A window that a zone would push out of the calendar is refused."""
    with pytest.raises(InvalidValueError, match="must lie in the years 1 to 9999"):
        Window.parse("0001-01-01").anchored("+02:00")


@pytest.mark.parametrize(
    ("zone", "named"),
    [
        (UTC, "UTC"),
        (timezone(timedelta(hours=-3, minutes=-30)), "-03:30"),
        (ZoneInfo(BUCHAREST), BUCHAREST),
    ],
)
def test_an_exact_moment_keeps_its_zone(zone: timezone | ZoneInfo, named: str) -> None:
    """The window of a moment is that microsecond, in the zone of the moment."""
    moment = datetime(2025, 12, 2, 14, 10, tzinfo=zone)
    exact = Window.at(moment)

    assert (moment, moment + timedelta(microseconds=1)) == (exact.earliest, exact.latest)
    assert (named, UTC) == (exact.zone, exact.earliest.tzinfo if exact.earliest else None)


def test_the_last_moment_is_refused() -> None:
    """The last microsecond of the calendar has no end, and is refused."""
    with pytest.raises(InvalidValueError, match="must lie in the years 1 to 9999"):
        Window.at(datetime.fromisoformat("9999-12-31T23:59:59.999999+00:00"))


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2025-11-26", "2025-11-27", Order.BEFORE),
        ("2025-11-27", "2025-11-26", Order.AFTER),
        ("2025-11-26", "2025-11", Order.MAY_OVERLAP),
        ("../2025-11-26", "2025-11-27/..", Order.BEFORE),
        ("2025-11-27/", "/2025-11-26", Order.AFTER),
        ("../2025-11-26", "../2025-11-27", Order.MAY_OVERLAP),
        ("2025-11-26/..", "2025-11-27", Order.MAY_OVERLAP),
        ("2025-11-26~", "2025-11-27~", Order.BEFORE),
        ("2025-11-26T23:59+02:00", "2025-11-26T22:00Z", Order.BEFORE),
        ("2025-11-26T23:59+02:00", "2025-11-26T21:59Z", Order.MAY_OVERLAP),
    ],
)
def test_order_has_three_values(one: str, other: str, order: Order) -> None:
    """Before and after are what is sure; a missing bound excludes nothing."""
    assert order == Window.parse(one).compare(Window.parse(other))


def test_a_phrase_alone_may_be_any_time() -> None:
    """Nothing is surely before or after words that were not understood."""
    spoken, day = Window(phrase="at some point"), Window.parse("2025-11-26")

    assert (Order.MAY_OVERLAP, Order.MAY_OVERLAP) == (spoken.compare(day), day.compare(spoken))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "window needs a bound or a phrase, got ''"),
        (
            {"earliest": _utc("2025-11-26"), "latest": _utc("2025-11-26")},
            "window must end after it begins, got '2025-11-26T00:00/2025-11-26T00:00'",
        ),
        (
            {"earliest": _utc("2025-11-26").replace(tzinfo=None)},
            "window.earliest must be aware, with an offset from UTC, got '2025-11-26T00:00:00'",
        ),
        ({"latest": "2025-11-26"}, "window.latest must be a moment, got '2025-11-26'"),
        (
            {"earliest": _utc("2025-11-26"), "earliest_mark": ".."},
            "window.earliest_mark must not say open where there is a bound, got '..'",
        ),
        (
            {"earliest": _utc("2025-11-26"), "latest_mark": "~"},
            "window.latest_mark must not mark a bound that is missing, got '~'",
        ),
        ({"phrase": "late\nMonday"}, "window.phrase must be one line, got 'late\\nMonday'"),
        (
            {"phrase": "soon", "latest_mark": "!"},
            "window.latest_mark must be one of , ?, ~, %, .., got '!'",
        ),
    ],
)
def test_a_wrong_window_cannot_be_made(values: dict[str, object], message: str) -> None:
    """What breaks a rule is refused with the field, the rule and the value."""
    with pytest.raises(InvalidValueError) as caught:
        Window(**values)  # type: ignore[arg-type]

    assert message == str(caught.value)


def test_bounds_are_turned_to_utc() -> None:
    """A bound given in another zone is the same moment in UTC."""
    made = Window(earliest=datetime.fromisoformat("2025-11-26T10:00+02:00"))

    assert _utc("2025-11-26T08:00") == made.earliest
    assert made.earliest is not None
    assert UTC is made.earliest.tzinfo


def test_people_may_write_a_window() -> None:
    """Where a window is asked for, a text, a date, a moment, a window or nothing will do."""
    moment = _utc("2025-11-26T10:00")
    day = Window.parse("2025-11-26")

    assert day == window("2025-11-26")
    assert day == window(date(2025, 11, 26))
    assert day is window(day)
    assert Window.at(moment) == window(moment)
    assert window(None) is None


@attrs.frozen(field_transformer=checked)
class _Post:
    """A class of the model with a window."""

    seen_at: Window | None = attrs.field(converter=window, default=None)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2025-02-30", "must be on the calendar and on the clock"),
        (_utc("2025-11-26").replace(tzinfo=None), "must be aware, with an offset from UTC"),
        (20251126, "must be a window, a text, a date or a moment"),
    ],
)
def test_refusal_names_the_field(value: str, reason: str) -> None:
    """A field that takes a window refuses with its own name."""
    with pytest.raises(InvalidValueError) as caught:
        _Post(value)

    assert ("_post.seen_at", reason) == (caught.value.field, caught.value.reason)


def test_a_window_is_shown_without_its_zone_in_the_tz_database() -> None:
    """A stored window whose zone this machine does not know is shown in UTC."""
    stored = Window.parse("2025-11-26", BUCHAREST)
    object.__setattr__(stored, "zone", "Mars/Base")

    assert "2025-11-25T22:00Z/2025-11-26T22:00Z" == str(stored)


@pytest.mark.parametrize(
    "made",
    [
        Window(latest=_utc("0001-01-01"), zone="+02:00"),
        Window(latest=_utc("0001-01-01")),
        Window(earliest=_utc("9999-12-31T23:59:59.999999"), zone=BUCHAREST),
    ],
)
def test_the_edges_of_the_calendar_are_shown(made: Window) -> None:
    """A window at the very edge of the calendar has a text, and no EDTF."""
    assert made.edtf() is None
    assert made.iso() == str(made)
