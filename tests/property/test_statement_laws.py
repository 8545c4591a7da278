"""Laws of the statement layers: they never fail, stay inside the text, and read what we write."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Place
from claimtrack.reading.hedges import find_hedges
from claimtrack.reading.lint import lint
from claimtrack.reading.news import find_news
from claimtrack.reading.quantities import find_number_traps, find_quantities, parse_quantity
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast
from claimtrack.reading.unclear import find_unclear
from claimtrack.text.characters import HIDDEN

_PIECES = {
    "en": [
        "The port", "Pell, an aide,", "declined to comment", "did not respond to calls", "and",
        "but", "it is unclear", "who", "or when", "could not be reached", "neither", "nor", "said",
        "that", "if", "at least", "between", "1,000", "2.5 million", "twenty-three", "a third",
        "of", "people", "sources", ",", ".", "“", "”", "-", "$", "%", "from", "to", "or more",
    ],
    "ro": [
        "Portul", "Dan Pell, consilier,", "a refuzat să comenteze", "nu a răspuns la apeluri", "și",
        "dar", "nu este clar", "cine", "sau când", "nu a putut fi contactat", "nici", "a spus",
        "că", "dacă", "cel puțin", "între", "1.000", "2,5 milioane", "douăzeci și trei", "o treime",
        "de", "oameni", "surse", ",", ".", "„", "”", "-", "€", "%", "de la", "la", "sau mai mult",
    ],
}  # fmt: skip


def _texts(lang: str) -> st.SearchStrategy[str]:
    pieces = st.one_of(st.sampled_from(_PIECES[lang]), st.text(max_size=4))
    return st.lists(pieces, max_size=30).map(" ".join).filter(lambda text: not HIDDEN.search(text))


@pytest.mark.parametrize("lang", ["en", "ro"])
@given(data=st.data())
def test_findings_lie_in_the_text(lang: str, data: st.DataObject) -> None:
    """Whatever the text, every layer answers, with places inside of it and in order."""
    article = Article(data.draw(_texts(lang)), lang=lang)
    whole = Place(start=0, end=len(article.body))
    responses = find_responses(article, Cast(article))
    unclear = find_unclear(article)
    layers: list[list[Place]] = [
        [*responses],
        [*unclear],
        [*find_hedges(article)],
        [*find_news(article)],
        [*find_quantities(article)],
        [*find_number_traps(article)],
        [*lint(article.text, lang=lang)],
    ]

    for found in layers:
        assert all(whole.holds(one) and one.start < one.end for one in found)
        assert [one.start for one in found] == sorted(one.start for one in found)
    statements: list[tuple[Place, Place]] = [
        *((one, one.clause) for one in responses),
        *((one, one.clause) for one in unclear),
    ]
    for statement, clause in statements:
        assert whole.holds(clause)
        assert clause.holds(statement)


def _written(value: Decimal, thousands: str, point: str) -> str:
    """Write a number as a language does."""
    whole, _, fraction = f"{value:,f}".partition(".")
    digits = whole.replace(",", thousands)
    return f"{digits}{point}{fraction}" if fraction else digits


_NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False) | st.integers(
    0, 10**12
).map(Decimal)


@given(value=_NUMBERS)
def test_digits_are_read_as_written(value: Decimal) -> None:
    """A number written in a language's style is read as that number, in every style."""
    english = f"{_written(value, ',', '.')} percent"
    romanian = f"{_written(value, '.', ',')} la sută"

    assert value == parse_quantity(english, "en").value
    assert value == parse_quantity(romanian, "ro").value


_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _in_words(value: int) -> str:
    """Write a whole number out in English."""
    if value < 20:
        return _UNITS[value]
    if value < 100:
        tens, unit = divmod(value, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")
    for size, name in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= size:
            many, rest = divmod(value, size)
            return f"{_in_words(many)} {name}" + (f" {_in_words(rest)}" if rest else "")
    raise AssertionError(value)


@given(value=st.integers(2, 10**12 - 1))
def test_number_words_are_read_as_written(value: int) -> None:
    """A number written out in words is read as that number."""
    assert value == parse_quantity(f"{_in_words(value)} seals", "en").value


_UNITATI = [
    "zero",
    "un",
    "două",
    "trei",
    "patru",
    "cinci",
    "șase",
    "șapte",
    "opt",
    "nouă",
    "zece",
    "unsprezece",
    "douăsprezece",
    "treisprezece",
    "paisprezece",
    "cincisprezece",
    "șaisprezece",
    "șaptesprezece",
    "optsprezece",
    "nouăsprezece",
]
_ZECI = [
    "douăzeci",
    "treizeci",
    "patruzeci",
    "cincizeci",
    "șaizeci",
    "șaptezeci",
    "optzeci",
    "nouăzeci",
]
_MARI = (
    (10**9, "un miliard", "miliarde"),
    (10**6, "un milion", "milioane"),
    (1000, "o mie", "mii"),
)


def _in_cuvinte(value: int) -> str:
    """Write a whole number out in Romanian."""
    for size, one, many in _MARI:
        times, rest = divmod(value, size)
        if times:
            link = " de" if times % 100 >= 20 or times % 100 == 0 else ""
            whole = one if times == 1 else f"{_in_cuvinte(times)}{link} {many}"
            return whole + (f" {_in_cuvinte(rest)}" if rest else "")
    if value >= 100:
        times, rest = divmod(value, 100)
        whole = "o sută" if times == 1 else f"{_UNITATI[times]} sute"
        return whole + (f" {_in_cuvinte(rest)}" if rest else "")
    if value >= 20:
        tens, unit = divmod(value, 10)
        return _ZECI[tens - 2] + (f" și {_UNITATI[unit]}" if unit else "")
    return _UNITATI[value]


@given(value=st.integers(2, 10**12 - 1))
def test_romanian_number_words_are_read_as_written(value: int) -> None:
    """A number written out in Romanian words is read as that number."""
    assert value == parse_quantity(f"{_in_cuvinte(value)} de foci", "ro").value
