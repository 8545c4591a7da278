"""How windows are written: every form that the reference page names, and what is none."""

from datetime import UTC, datetime

import pytest

from claimtrack import codec
from claimtrack.codec._windows import read_window, write_window
from claimtrack.errors import DecodeError
from claimtrack.model.edtf import Mark
from claimtrack.model.window import Window

FORMS = {
    "2025-11-26T06:42Z UTC": Window.parse("2025-11-26T06:42Z"),
    "2025-11-26": Window.parse("2025-11-26"),
    "2025-11-26?": Window.parse("2025-11-26?"),
    "2025-12-02T13:10:05Z +01:00": Window.parse("2025-12-02T14:10:05+01:00"),
    "2025-12-02T13:10:05.000000Z UTC": Window.at(datetime(2025, 12, 2, 13, 10, 5, tzinfo=UTC)),
    "2025-11-25T22:00Z/2025-11-26T22:00Z Europe/Bucharest": Window.parse(
        "2025-11-26", "Europe/Bucharest"
    ),
    "2025-12-01T00:00Z~/..": Window(
        earliest=datetime(2025, 12, 1, tzinfo=UTC),
        earliest_mark=Mark.APPROXIMATE,
        latest_mark=Mark.OPEN,
    ),
    "/2025-12-02T00:00Z": Window(latest=datetime(2025, 12, 2, tzinfo=UTC)),
    "/ - late Monday": Window(phrase="late Monday"),
    "/ Europe/Bucharest late  Monday": Window(phrase="late  Monday", zone="Europe/Bucharest"),
}


@pytest.mark.parametrize("text", FORMS)
def test_forms(text: str) -> None:
    """A window is written in its form, and read from it."""
    assert text == write_window(FORMS[text])
    assert FORMS[text] == read_window(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "late Monday",
        "2025-11",
        "2025-11-26T06:42",
        "2025-11-26T06:42+01:00",
        "2025-11-26!",
        "2025-11-26T06:42Z/20",
        "9999-12-31T23:59:59.999999Z",
    ],
)
def test_what_is_no_window_is_refused(text: str) -> None:
    """What is no window is refused with its place."""
    body = (
        b'{"author":"a","claim_id":"c","format":1,"judgement":{"policy":"p"},"kind":"rejudged",'
        b'"recorded_at":"2025-11-26T09:00:00Z","report":{"published_at":"%s","url":"u"},'
        b'"revision":1,"update":{}}'
    )

    with pytest.raises(DecodeError, match=r"@ \$\.report"):
        codec.decode(body % text.encode())


def test_what_is_no_grade_is_refused() -> None:
    """A stamp whose grade is none is refused with its place."""
    body = (
        b'{"author":"a","claim_id":"c","format":1,"judgement":{"grade":"G7","policy":"p"},'
        b'"kind":"rejudged","recorded_at":"2025-11-26T09:00:00Z","revision":1,"update":{}}'
    )

    with pytest.raises(DecodeError, match=r"no grade: 'G7' @ \$\.judgement"):
        codec.decode(body)
