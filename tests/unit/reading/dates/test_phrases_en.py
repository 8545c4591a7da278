"""English phrases of time, read against Wednesday, 26 November 2025."""

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.reading.dates import parse_window
from tests.unit.reading.dates.shown import shown

TABLE = """
today = 2025-11-26
yesterday = 2025-11-25
tomorrow = 2025-11-27
the day before yesterday = 2025-11-24
the day after tomorrow = 2025-11-28
this morning = 2025-11-26T00:00/2025-11-26T12:00
tonight = 2025-11-26T18:00/2025-11-27T00:00
last night = 2025-11-25T18:00/2025-11-26T00:00
yesterday evening = 2025-11-25T17:00/2025-11-26T00:00
tomorrow morning = 2025-11-27T00:00/2025-11-27T12:00
overnight = 2025-11-25T20:00/2025-11-26T06:00
Monday = 2025-11-24
on Wednesday = 2025-11-26
Thursday = 2025-11-20
last Friday = 2025-11-21
last Wednesday = 2025-11-19
this Friday = 2025-11-28
next Tuesday = 2025-12-02
next Wednesday = 2025-12-03
late Monday = 2025-11-24T18:00/2025-11-25T00:00
early Tuesday = 2025-11-25T00:00/2025-11-25T09:00
Sunday night = 2025-11-23T18:00/2025-11-24T00:00
late on Sunday night = 2025-11-23T21:00/2025-11-24T00:00
the early hours of Sunday = 2025-11-23T00:00/2025-11-23T06:00
the morning of 5 May = 2025-05-05T00:00/2025-05-05T12:00
overnight Sunday into Monday = 2025-11-23T20:00/2025-11-24T06:00
Saturday night into Sunday = 2025-11-22T18:00/2025-11-23T09:00
Saturday and Sunday = 2025-11-22/2025-11-23
9 p.m. on Monday = 2025-11-24T21:00/2025-11-24T22:00
Monday at 9 p.m. = 2025-11-24T21:00/2025-11-24T22:00
9:30pm = 2025-11-26T21:30/2025-11-26T21:31
12 a.m. = 2025-11-26T00:00/2025-11-26T01:00
12 p.m. = 2025-11-26T12:00/2025-11-26T13:00
5 o'clock in the afternoon = 2025-11-26T17:00/2025-11-26T18:00
around noon = 2025-11-26T11:30/2025-11-26T12:30
shortly after 9 p.m. local = 2025-11-26T21:00/2025-11-26T21:30
shortly before midnight on Tuesday = 2025-11-25T23:30/2025-11-26T00:00
before 6 a.m. = ../2025-11-26T06:00
after 10:30 = 2025-11-26T10:30/..
between 7:30 and 8:15 = 2025-11-26T07:30/2025-11-26T08:15
three days ago = 2025-11-23
exactly two weeks ago = 2025-11-12
two weeks ago = 2025-11-10/2025-11-16
a month ago = 2025-10-01/2025-10-31
a year ago = 2024-10-01/2024-12-31
two years ago = 2023-01-01/2023-12-31
twenty-three years ago = 2002-01-01/2002-12-31
a decade ago = 2014-01-01/2016-12-31
a few days ago = 2025-11-20/2025-11-24
several weeks ago = 2025-09-24/2025-11-05
in two days = 2025-11-28
in two weeks = 2025-12-08/2025-12-14
three months from now = 2026-02-01/2026-02-28
last week = 2025-11-17/2025-11-23
this week = 2025-11-24/2025-11-26
next week = 2025-12-01/2025-12-07
earlier this week = 2025-11-24/2025-11-26
later this week = 2025-11-26/2025-11-30
last weekend = 2025-11-22/2025-11-23
this weekend = 2025-11-29/2025-11-30
over the weekend = 2025-11-22/2025-11-23
last month = 2025-10-01/2025-10-31
next month = 2025-12-01/2025-12-31
the beginning of this month = 2025-11-01/2025-11-10
the end of last month = 2025-10-21/2025-10-31
the first half of October = 2025-10-01/2025-10-15
late October = 2025-10-21/2025-10-31
mid-March = 2025-03-11/2025-03-20
early in the new year = 2026-01-01/2026-04-30
last September = 2025-09-01/2025-09-30
last November = 2024-11-01/2024-11-30
next March = 2026-03-01/2026-03-31
in September = 2025-09-01/2025-09-30
in December = 2024-12-01/2024-12-31
December 2023 = 2023-12-01/2023-12-31
in March of last year = 2024-03-01/2024-03-31
the first quarter = 2025-01-01/2025-03-31
Q3 2024 = 2024-07-01/2024-09-30
the second quarter of 2025 = 2025-04-01/2025-06-30
the June quarter = 2025-04-01/2025-06-30
last quarter = 2025-07-01/2025-09-30
this year = 2025-01-01/2025-11-26
last year = 2024-01-01/2024-12-31
earlier this year = 2025-01-01/2025-11-26
later this year = 2025-11-26/2025-12-31
the end of the year = 2025-09-01/2025-12-31
early 2024 = 2024-01-01/2024-04-30
mid-2024 = 2024-05-01/2024-08-31
the second half of 2023 = 2023-07-01/2023-12-31
1993-1996 = 1993-01-01/1996-12-31
2019–21 = 2019-01-01/2021-12-31
around 2010 = 2010-01-01/2010-12-31
the 1990s = 1990-01-01/1999-12-31
the early 1980s = 1980-01-01/1983-12-31
the '70s = 1970-01-01/1979-12-31
last decade = 2010-01-01/2019-12-31
the 19th century = 1800-01-01/1899-12-31
last summer = 2025-06-01/2025-08-31
last winter = 2024-12-01/2025-02-28
this autumn = 2025-09-01/2025-11-26
next spring = 2026-03-01/2026-05-31
the summer of 2023 = 2023-06-01/2023-08-31
winter 2023 = 2023-12-01/2024-02-29
the last two decades = 2005-11-26/2025-11-26
the past 24 hours = 2025-11-25/2025-11-26
in recent months = 2025-02-26/2025-11-26
in recent years = 2017-11-26/2025-11-26
the coming days = 2025-11-26/2025-12-06
the next three days = 2025-11-26/2025-11-29
now = 2025-11-26
so far = ../2025-11-26
recently = 2025-10-27/2025-11-26
5 May 2025 = 2025-05-05
the 5th of May = 2025-05-05
May 5, 2025 = 2025-05-05
May 5th = 2025-05-05
September the eleventh = 2025-09-11
Nov. 26 = 2025-11-26
Dec. 2 = 2024-12-02
26 Nov 2024 = 2024-11-26
2025-05-05 = 2025-05-05
05.06.2025 = 2025-06-05
13/05/2025 = 2025-05-13
05/13/2025 = 2025-05-13
05/05/2025 = 2025-05-05
Tuesday, November 25 = 2025-11-25
Tuesday (Nov. 25) = 2025-11-25
Monday morning, November 24, 2025 = 2025-11-24T00:00/2025-11-24T12:00
2-5 June = 2025-06-02/2025-06-05
June 2–5 = 2025-06-02/2025-06-05
between 2 and 5 June = 2025-06-02/2025-06-05
between June 2 and 5 = 2025-06-02/2025-06-05
from 29 May to 2 June 2024 = 2024-05-29/2024-06-02
from Monday to Wednesday = 2025-11-24/2025-11-26
from Saturday to Monday = 2025-11-22/2025-11-24
December 2024 to January 2025 = 2024-12-01/2025-01-31
from November to February = 2024-11-01/2025-02-28
from 2019 until now = 2019-01-01/2025-11-26
since Tuesday = 2025-11-25/..
since the beginning of the year = 2025-01-01/..
after 5 May = 2025-05-06/..
before 2008 = ../2007-12-31
until Friday = ../2025-11-28
by the end of the month = ../2025-11-30
before the end of the year = ../2025-12-31
29 February = 2024-02-29
"""

ROWS = [tuple(line.rsplit(" = ", 1)) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("phrase", "expected"), ROWS)
def test_phrase_gives_window(phrase: str, expected: str) -> None:
    """The phrase gives that stretch, and the window keeps the phrase where it is no ISO 8601."""
    window = parse_window(phrase, at="2025-11-26", lang="en")

    assert expected == shown(window)
    assert window.phrase in {phrase, ""}


FUTURE = """
Monday = 2025-12-01
Wednesday = 2025-11-26
in November = 2025-11-01/2025-11-30
in March = 2026-03-01/2026-03-31
May 5 = 2026-05-05
the weekend = 2025-11-29/2025-11-30
this year = 2025-01-01/2025-12-31
from Monday to Wednesday = 2025-12-01/2025-12-03
between 30 December and 2 January = 2025-12-30/2026-01-02
29 February = 2028-02-29
"""


@pytest.mark.parametrize(
    ("phrase", "expected"), [tuple(row.rsplit(" = ", 1)) for row in FUTURE.strip().splitlines()]
)
def test_future_looks_ahead(phrase: str, expected: str) -> None:
    """In a clause of the future, what has no year is the next one."""
    assert expected == shown(parse_window(phrase, at="2025-11-26", lang="en", tense="future"))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("Thursday", "2025-11-27"), ("Saturday", "2025-11-22"), ("10 January", "2026-01-10")],
)
def test_open_takes_the_nearest(phrase: str, expected: str) -> None:
    """Without a tense, the nearest is taken; a weekday ahead must be twice as near."""
    assert expected == shown(parse_window(phrase, at="2025-11-26", lang="en", tense="open"))


MORE = """
3 in the morning = 2025-11-26T03:00/2025-11-26T04:00
3 at night = 2025-11-26T03:00/2025-11-26T04:00
12 at night on Monday = 2025-11-25T00:00/2025-11-25T01:00
3 in the afternoon = 2025-11-26T15:00/2025-11-26T16:00
12 noon = 2025-11-26T12:00/2025-11-26T13:00
the past weekend = 2025-11-22/2025-11-23
the last weekend = 2025-11-22/2025-11-23
between 10 p.m. and 2 a.m. = 2025-11-26T22:00/2025-11-27T02:00
within 10 days = 2025-11-26/2025-12-06
within the next two weeks = 2025-11-26/2025-12-10
this past weekend = 2025-11-22/2025-11-23
in the past week = 2025-11-19/2025-11-26
the week of November 10 = 2025-11-10/2025-11-16
the weekend of 15 November = 2025-11-15/2025-11-16
Monday to Friday = 2025-11-17/2025-11-21
Monday-Wednesday = 2025-11-24/2025-11-26
2025/05/06 = 2025-05-06
last year's = 2024-01-01/2024-12-31
as early as Monday = 2025-11-24
no later than Friday = ../2025-11-28
earlier on Tuesday = 2025-11-25
late last night = 2025-11-25T21:00/2025-11-26T00:00
nearly three weeks ago = 2025-11-03/2025-11-09
over the past few months = 2025-05-26/2025-11-26
"""


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [tuple(row.rsplit(" = ", 1)) for row in MORE.strip().splitlines()],
)
def test_less_common_phrases(phrase: str, expected: str) -> None:
    """What is put together from several parts is read as well."""
    assert expected == shown(parse_window(phrase, at="2025-11-26", lang="en"))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("6 p.m.", "2025-11-25T18:00/2025-11-25T19:00"),
        ("9 a.m.", "2025-11-26T09:00/2025-11-26T10:00"),
        ("at midnight", "2025-11-26T00:00/2025-11-26T01:00"),
        ("6 p.m. on Monday", "2025-11-24T18:00/2025-11-24T19:00"),
    ],
)
def test_a_time_alone_looks_back_from_a_moment(phrase: str, expected: str) -> None:
    """Told in the past at ten in the morning, six in the evening was the day before."""
    assert expected == shown(parse_window(phrase, at="2025-11-26T10:00", lang="en"))


def test_two_days_in_the_wrong_order_are_no_stretch() -> None:
    """They may cross the new year, and not one month."""
    crossing = parse_window("December 5 to January 2", at="2025-11-26", lang="en")

    assert "2024-12-05/2025-01-02" == shown(crossing)
    with pytest.raises(InvalidValueError, match="June 5 to June 2"):
        parse_window("June 5 to June 2", at="2025-11-26", lang="en")
