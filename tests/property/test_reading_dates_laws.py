"""Laws of reading time from words."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.errors import ArticleError, InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.article import Article
from claimtrack.reading.dates import parse_window, read_time
from claimtrack.reading.dates.finding import find_date_traps, find_dates
from claimtrack.reading.lexicon import languages, lexicon_for
from tests.steps import steps
from tests.strategies import edtf_dates, edtf_moments, zones

_DAY = timedelta(days=1)
_DATELINE = date(2025, 11, 26)
_MONTHS = {
    lang: [forms[0] for forms in lexicon_for(lang).tables.dates.months] for lang in languages()
}

written_days = st.dates(date(1000, 1, 2), date(2999, 12, 30))
datelines = st.dates(date(1900, 1, 1), date(2100, 1, 1))
langs = st.sampled_from(languages())

# Words of time, numbers and signs in any order come nearer to the code than any text does.
_WORDS = """
    late early mid the of on in at by since until before after between and from to Monday Sunday
    May March night morning overnight into week weekend month year last next this ago later few
    noon midnight p.m. GMT 5 12 31 99 2024 1990 's 10:30 05/06/2025 2025-02-30 - – , ( ) . '
    luni marți mai iunie seara noaptea dimineața de la din până în pe spre și un doi trei zile
    ani luna anul trecut viitoare acum peste ora începutul sfârșitul acestei lunii ultimele azi
""".split()  # noqa: SIM905
phrases = st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join) | st.text(max_size=40)


@given(phrases, st.sampled_from(["en", "ro", "de", "ru", ""]))
@example("0", "en")
@example("٣ May", "en")
@example("secolul XXXX", "ro")
@example("9 p.m. (GMT", "en")
def test_any_words_are_read_or_refused(phrase: str, lang: str) -> None:
    """Words give a window that holds together, or an error of the value; nothing else."""
    try:
        read = read_time(phrase, _DATELINE, lang)
    except InvalidValueError:
        return

    assert read.window is not None or read.note


@given(phrases, st.sampled_from(["en", "ro"]))
def test_any_text_is_searched(text: str, lang: str) -> None:
    """Dates and traps lie within the text, in order, and share no character."""
    try:
        article = Article(text, lang=lang, published=Window.parse("2025-11-26"))
    except ArticleError:
        return
    places = [(one.start, one.end) for one in (*find_dates(article), *find_date_traps(article))]
    places.sort()

    assert all(0 <= start < end <= len(article.body) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(edtf_dates | edtf_moments, zones)
def test_edtf_is_read_as_the_model_reads_it(text: str, zone: str) -> None:
    """EDTF given as words is what `Window.parse` makes of it, and comes back."""
    read = parse_window(text, _DATELINE, zone=zone)

    assert read == Window.parse(text, zone)
    written = read.edtf()
    assert written is None or read == parse_window(written, zone=zone)


@given(written_days, langs)
def test_written_day_is_that_day(day: date, lang: str) -> None:
    """A date with its year, in every style and language, is that day whatever the dateline."""
    expected = Window.parse(day.isoformat())
    month = _MONTHS[lang][day.month - 1]
    styles = [
        f"{day.day} {month} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    ]
    if lang == "en":
        styles += [f"{month.title()} {day.day}, {day.year}", f"{month} {day.day} {day.year}"]
    if lang == "es":
        styles.append(f"{day.day} de {month} de {day.year}")
    for style in styles:
        read = parse_window(style, _DATELINE, lang)

        assert (expected.earliest, expected.latest) == (read.earliest, read.latest)


@given(
    st.sampled_from(
        [
            ("yesterday", "en"), ("three days ago", "en"), ("tonight", "en"), ("so far", "en"),
            ("a few days ago", "en"), ("in ten days", "en"), ("exactly two weeks ago", "en"),
            ("recently", "en"), ("the coming days", "en"), ("azi-noapte", "ro"),
            ("acum zece zile", "ro"), ("poimâine", "ro"), ("în prezent", "ro"),
        ]
    ),
    datelines,
    st.integers(-400, 400),
)  # fmt: skip
def test_dateline_shifts_the_window(words: tuple[str, str], day: date, shift: int) -> None:
    """Read so many days later, words that count days give the same window so many days later."""
    phrase, lang = words
    first = parse_window(phrase, day, lang)
    second = parse_window(phrase, day + shift * _DAY, lang)

    assert first.latest is not None
    assert second.latest == first.latest + shift * _DAY
    if first.earliest is not None:
        assert second.earliest == first.earliest + shift * _DAY


@given(st.integers(1, 7), datelines, st.sampled_from(["past", "future", "open"]))
def test_weekday_is_within_a_week(weekday: int, day: date, tense: str) -> None:
    """A weekday is that weekday, less than a week away, on the side that the tense says."""
    name = lexicon_for("ro").tables.dates.weekdays[weekday - 1][0]
    read = parse_window(name, day, "ro", tense=tense)

    assert read.earliest is not None
    found = read.earliest.date()
    assert weekday == found.isoweekday()
    assert abs(found - day) < 7 * _DAY
    assert tense != "past" or found <= day
    assert tense != "future" or found >= day


@given(st.integers(1, 12), datelines)
def test_month_looks_back_or_ahead(month: int, day: date) -> None:
    """A month is the last that has begun, or the next that has not ended."""
    name = _MONTHS["en"][month - 1]
    past = parse_window(f"in {name}", day, "en")
    future = parse_window(f"in {name}", day, "en", tense="future")

    assert past.earliest is not None
    assert future.latest is not None
    assert past.earliest.date() <= day < future.latest.date()
    assert month == past.earliest.month
    assert (past == future) == (month == day.month)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("seara de ", "ro"), ("luni ", "ro"), ("de la ", "ro"), ("la începutul lui ", "ro"),
        ("din 2019 până în ", "ro"), ("2019-", "ro"), ("mai ", "ro"), ("5 ", "ro"),
        ("early in the morning of ", "en"), ("of the ", "en"), ("May 5, ", "en"),
        ("Sunday into ", "en"), ("between ", "en"), ("9 p.m. ", "en"), ("a few ", "en"),
    ],
)  # fmt: skip
def test_work_is_linear(words: str, lang: str) -> None:
    """Six times as much hostile text takes six times as many steps."""
    short, long = (_steps(words * (size // len(words)), lang) for size in (4_000, 24_000))

    assert long < 6.5 * short


def _steps(text: str, lang: str) -> int:
    article = Article(text, lang=lang, published=Window.parse("2025-11-26"))
    assert article.folded
    return steps(lambda: find_dates(article))
