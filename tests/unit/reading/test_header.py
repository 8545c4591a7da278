"""The date in a header is read as sites write it, where it can mean one day alone."""

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.reading.article import Article

BODY = {
    "en": "Two people were hurt in the fire, the police of the city have said.",
    "ro": "Două persoane au fost rănite în incendiu, a anunțat poliția din oraș.",
}


@pytest.mark.parametrize(
    ("lang", "header", "expected"),
    [
        ("en", "Published: 26 November 2025", "2025-11-26"),
        ("en", "Published on: Wednesday, November 26th, 2025", "2025-11-26"),
        ("en", "Date: 2025/11/26", "2025-11-26"),
        ("en", "Date: 26/11/2025", "2025-11-26"),
        ("en", "Date: 11/26/2025 14:30 GMT", "2025-11-26T14:30Z"),
        ("en", "Date: 2025-11-26 14:30", "2025-11-26T14:30"),
        ("en", "Date: 11/11/2025", "2025-11-11"),
        ("en", "Nov 26, 2025 2:30 pm EET", "2025-11-26T14:30+02:00"),
        ("en", "Sept. 4, 2025, 12:15 a.m. local time", "2025-09-04T00:15"),
        ("en", "26 Nov 2025 | 08.15 (GMT)", "2025-11-26T08:15Z"),
        ("en", "Posted on 26 November 2025", "2025-11-26"),
        ("ro", "Data: 26.11.2025", "2025-11-26"),
        ("ro", "Data: 05.11.2025, ora 9:05", "2025-11-05T09:05"),
        ("ro", "Publicat la 5 mai 2025", "2025-05-05"),
        ("ro", "Data publicării: November 26, 2025", "2025-11-26"),
        ("ro", "miercuri, 26 noiembrie 2025, 14:30", "2025-11-26T14:30"),
        ("ro", "26 nov. 2025 la ora 14:30", "2025-11-26T14:30"),
        ("es", "Fecha: 26 de noviembre de 2025", "2025-11-26"),
    ],
)
def test_dates_of_headers(lang: str, header: str, expected: str) -> None:
    """The day, or the minute with its zone; what stands below is the text."""
    text = f"{header}\n\n{BODY.get(lang, 'El fuego fue grande.')}"
    article = Article(text, lang=lang)

    assert article.published is not None
    assert expected == str(article.published)
    assert [BODY.get(lang, "El fuego fue grande.")] == [
        one.of(article.body) for one in article.sentences
    ]


def test_a_zone_of_the_header_is_that_of_its_date() -> None:
    """A zone that the date tells itself goes before it."""
    zoned = Article(f"Zone: Europe/Rome\nDate: 26 Nov 2025, 10:00\n\n{BODY['en']}", lang="en")
    told = Article(f"Zone: Europe/Rome\nDate: 26 Nov 2025, 10:00 ET\n\n{BODY['en']}", lang="en")

    assert ["Europe/Rome", "America/New_York"] == [zoned.zone, told.zone]


@pytest.mark.parametrize(
    ("lang", "header", "match"),
    [
        ("en", "Date: 05/11/2025", "may be 2025-11-05 or 2025-05-11: write which"),
        ("en", "Date: 5.11.2025", "may be 2025-11-05 or 2025-05-11: write which"),
        ("ro", "Data: 05/11/2025", "may be 2025-11-05 or 2025-05-11: write which"),
        ("en", "Date: Tuesday, 26 November 2025", "a weekday that is not the day's"),
        ("ro", "Data: 30 februarie 2025", "must be on the calendar"),
        ("en", "Date: 2025-02-30", "must be on the calendar"),
        ("en", "Date: yesterday", r"must be a date such as 2025-11-26, 2025-11-26T14:30\+02:00 or"),
        ("ro", "Data: noiembrie", "must be a date such as"),
        ("en", "Date: 26 November 2025 25:30", "must be a date such as"),
    ],
)
def test_what_may_be_two_days_is_refused(lang: str, header: str, match: str) -> None:
    """The message says what is wrong with the date, or in which form one is needed."""
    with pytest.raises(InvalidValueError, match=rf"article\.date .*{match}"):
        Article(f"{header}\n\n{BODY[lang]}", lang=lang)


def test_an_unknown_zone_is_told_as_such() -> None:
    """The message is about the zone, not about the date beside it."""
    with pytest.raises(InvalidValueError, match=r"article\.zone .* got 'Mars/Olympus'"):
        Article(f"Date: 2025-11-26\nZone: Mars/Olympus\n\n{BODY['en']}", lang="en")


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "11 September 2001"),
        ("ro", "1 decembrie 1918"),
        ("en", "On 5 May 2025 the ferry sank"),
        ("en", "May 2025, 14:30"),
        ("ro", "Data viitoare va fi mai bine"),
    ],
)
def test_a_line_that_may_be_the_story_is_text(lang: str, line: str) -> None:
    """A date without a time of day may be what the story is about."""
    article = Article(f"{line}\n\n{BODY[lang]}", lang=lang)

    assert article.published is None
    assert line == article.sentences[0].of(article.body)
