"""Laws of windows."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given

from claimtrack.errors import InvalidValueError
from claimtrack.model.edtf import Mark
from claimtrack.model.window import Order, Window, window
from tests.strategies import (
    days,
    edtf_dates,
    edtf_moments,
    moments,
    texts_like_dates,
    windows,
    zones,
)

_MIRRORED = {
    Order.BEFORE: Order.AFTER,
    Order.AFTER: Order.BEFORE,
    Order.MAY_OVERLAP: Order.MAY_OVERLAP,
}


@given(edtf_dates, zones)
@example("2011-12-30", "Pacific/Apia")
@example("2020-03-29", "Asia/Beirut")
@example("2025-11-02", "America/Havana")
def test_edtf_dates_come_back(text: str, zone: str) -> None:
    """parse(edtf(w), zone) == w, for every w read from EDTF dates in any zone."""
    read = Window.parse(text, zone)
    written = read.edtf()

    assert written is not None
    assert read == Window.parse(written, zone)


@given(edtf_dates)
def test_edtf_says_no_less_than_it_was_told(text: str) -> None:
    """edtf(parse(text)) == text, for every EDTF date that names its own stretch."""
    assert text == Window.parse(text).edtf()


@given(edtf_moments)
def test_edtf_moments_come_back(text: str) -> None:
    """edtf(parse(text)) == text, for every second of EDTF."""
    assert text == Window.parse(text).edtf()


@given(edtf_dates | edtf_moments, zones)
def test_edtf_is_a_fixed_point(text: str, zone: str) -> None:
    """edtf(parse(edtf(w))) == edtf(w)."""
    written = Window.parse(text, zone).edtf()
    assume(written is not None)
    assert written is not None

    assert written == Window.parse(written, zone).edtf()


@given(windows)
def test_iso_comes_back(made: Window) -> None:
    """parse(iso(w), zone) is w but for its phrase."""
    read = Window.parse(made.iso(), made.zone)

    assert (made.earliest, made.latest, made.zone) == (read.earliest, read.latest, read.zone)
    assert (made.earliest_mark, made.latest_mark) == (read.earliest_mark, read.latest_mark)


@given(edtf_dates | edtf_moments, zones)
def test_anchoring_is_reading_in_the_zone(text: str, zone: str) -> None:
    """parse(text).anchored(zone) == parse(text, zone), where the text has no offset of its own."""
    floating = Window.parse(text)
    assume(floating.is_floating)

    assert Window.parse(text, zone) == floating.anchored(zone)


@given(windows, zones, zones)
def test_anchoring_is_done_once(made: Window, zone: str, other: str) -> None:
    """anchored(x).anchored(y) == anchored(x), where x is a zone."""
    assume(zone != "")
    anchored = made.anchored(zone)

    assert anchored == anchored.anchored(other)


@given(texts_like_dates, zones)
def test_text_is_read_or_refused(text: str, zone: str) -> None:
    """Any text is a window that ends after it begins, or is refused as an invalid value."""
    try:
        read = Window.parse(text, zone)
    except InvalidValueError:
        return

    assert read.earliest is None or read.latest is None or read.earliest < read.latest
    assert str(read)


@given(edtf_dates)
def test_marks_do_not_pad(text: str) -> None:
    """A certainty mark moves no bound."""
    plain = text.rstrip("?~%")
    assume(not plain.endswith(("/", "..")))
    unmarked, marked = Window.parse(plain), Window.parse(plain + "~")

    assert (unmarked.earliest, unmarked.latest) == (marked.earliest, marked.latest)
    assert Mark.APPROXIMATE == marked.latest_mark


@given(moments, zones)
def test_a_day_holds_its_moments(moment: datetime, zone: str) -> None:
    """The window of a local date holds every moment at which the clocks there show that date."""
    shown = moment.astimezone(ZoneInfo(zone)) if "/" in zone else moment
    day = Window.day(shown.date(), zone if "/" in zone else "UTC")

    assert day.earliest is not None
    assert day.latest is not None
    assert day.earliest <= moment < day.latest


@given(moments, zones)
def test_a_local_time_holds_its_moments(moment: datetime, zone: str) -> None:
    """The window of a local time holds every moment at which the clocks there show it."""
    shown = moment.astimezone(ZoneInfo(zone)) if "/" in zone else moment
    minute = Window.parse(
        shown.isoformat()[: len("2025-12-02T14:10")], zone if "/" in zone else "UTC"
    )

    assert minute.earliest is not None
    assert minute.latest is not None
    assert minute.earliest <= moment < minute.latest


@given(windows, windows)
def test_order_has_two_sides(one: Window, other: Window) -> None:
    """One is before another exactly where that is after it."""
    assert _MIRRORED[one.compare(other)] == other.compare(one)


@given(windows, windows, windows)
def test_before_is_transitive(one: Window, two: Window, three: Window) -> None:
    """Where a is before b and b before c, a is before c."""
    is_chain = one.compare(two) is Order.BEFORE and two.compare(three) is Order.BEFORE

    assert not is_chain or one.compare(three) is Order.BEFORE


@given(windows)
def test_a_window_may_overlap_itself(made: Window) -> None:
    """Nothing is before or after itself."""
    assert Order.MAY_OVERLAP == made.compare(made)


@given(windows, moments)
def test_a_moment_is_before_inside_or_after(made: Window, moment: datetime) -> None:
    """A moment may overlap a window exactly where it lies between the bounds there are."""
    is_inside = (made.earliest is None or made.earliest <= moment) and (
        made.latest is None or moment < made.latest
    )

    assert is_inside == (Window.at(moment).compare(made) is Order.MAY_OVERLAP)


@given(days)
def test_adjoining_days_do_not_overlap(day: date) -> None:
    """A day is before the next."""
    today, tomorrow = Window.day(day), Window.day(day + timedelta(days=1))

    assert Order.BEFORE == today.compare(tomorrow)


@given(days)
def test_a_date_is_its_text(day: date) -> None:
    """window(date) == window(text of the date)."""
    assert window(day) == window(day.isoformat())


@given(windows)
def test_a_window_is_hashable(made: Window) -> None:
    """Equal windows have equal hashes."""
    assert {made} == {made, Window.parse(made.iso(), made.zone) if not made.phrase else made}
