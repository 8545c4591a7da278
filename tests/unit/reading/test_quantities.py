"""Quantities: values, bounds, units, and the numbers that are none."""

from decimal import Decimal

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.reading.article import Article
from claimtrack.reading.kinds import Bound
from claimtrack.reading.quantities import find_number_traps, find_quantities, parse_quantity

ROMANIAN = [
    ("cel puțin 100 de pescari vechi", "ge", "100", "pescari vechi"),
    ("peste o mie de pescari", "gt", "1000", "pescari"),
    ("peste 1.000 de pescari", "gt", "1000", "pescari"),
    ("nu mai puțin de 40 de bărci", "ge", "40", "bărci"),
    ("mai mult de 40 de bărci", "gt", "40", "bărci"),
    ("cel mult 12 bărci", "le", "12", "bărci"),
    ("până la 300 de bărci", "le", "300", "bărci"),
    ("mai puțin de 20 de bărci", "lt", "20", "bărci"),
    ("sub 5% din foci", "lt", "5", "%"),
    ("circa 60 de foci", "approx", "60", "foci"),
    ("în jur de 60 de foci", "approx", "60", "foci"),
    ("aproape 200 de foci", "below", "200", "foci"),
    ("puțin peste 200 de foci", "above", "200", "foci"),
    ("doar trei foci", "exact", "3", "foci"),
    ("52 de foci", "exact", "52", "foci"),
    ("60 de foci sau mai multe", "ge", "60", "foci"),
    ("250 de milioane de lei", "exact", "250000000", "lei"),
    ("67,1 milioane de lei", "exact", "67100000", "lei"),
    ("1,5 miliarde de lei", "exact", "1500000000", "lei"),
    ("două milioane trei sute de mii de lei", "exact", "2300000", "lei"),
    ("o mie cinci sute de lei", "exact", "1500", "lei"),
    ("douăzeci și trei de foci", "exact", "23", "foci"),
    ("o sută douăzeci de foci", "exact", "120", "foci"),
    ("două sute cinci foci", "exact", "205", "foci"),
    ("două milioane și jumătate de lei", "exact", "2500000", "lei"),
    ("o jumătate de milion de lei", "exact", "500000", "lei"),
    ("două treimi din foci", "exact", "0.666667", "din foci"),
    ("cel puțin trei sferturi din voturi", "ge", "0.75", "din voturi"),
    ("12,5 la sută", "exact", "12.5", "%"),
    ("20%", "exact", "20", "%"),
    ("nouă foci", "exact", "9", "foci"),
    ("cel puțin un pescar", "ge", "1", "pescar"),
    ("zeci de mii de foci", "vague", "20000", "foci"),
    ("câteva sute de foci", "vague", "200", "foci"),
    ("doua sute de foci", "exact", "200", "foci"),
]
ENGLISH = [
    ("at least 100 old fishermen", "ge", "100", "old fishermen"),
    ("no fewer than 40 boats", "ge", "40", "boats"),
    ("more than 1,000 boats", "gt", "1000", "boats"),
    ("over a thousand boats", "gt", "1000", "boats"),
    ("up to 12 per cent", "le", "12", "%"),
    ("no more than 12 boats", "le", "12", "boats"),
    ("fewer than 20 boats", "lt", "20", "boats"),
    ("about 60 seals", "approx", "60", "seals"),
    ("some 200 seals", "approx", "200", "seals"),
    ("nearly 200 seals", "below", "200", "seals"),
    ("just over 200 seals", "above", "200", "seals"),
    ("100 or more seals", "ge", "100", "seals"),
    ("60 seals or so", "approx", "60", "seals"),
    ("1.2 billion crowns", "exact", "1200000000", "crowns"),
    ("$5bn", "exact", "5000000000", "USD"),
    ("more than $1.5 million", "gt", "1500000", "USD"),
    ("twenty-three seals", "exact", "23", "seals"),
    ("two hundred and five seals", "exact", "205", "seals"),
    ("two million three hundred thousand seals", "exact", "2300000", "seals"),
    ("half a million seals", "exact", "500000", "seals"),
    ("two and a half million seals", "exact", "2500000", "seals"),
    ("two-thirds of voters", "exact", "0.666667", "of voters"),
    ("a dozen officers", "exact", "12", "officers"),
    ("2000 seals", "exact", "2000", "seals"),
    ("50kg", "exact", "50", "kg"),
    ("several hundred seals", "vague", "200", "seals"),
    ("dozens of seals", "vague", "24", "seals"),
    ("at least one seal", "ge", "1", "seal"),
]
CASES = [("ro", *case) for case in ROMANIAN] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(("lang", "words", "op", "value", "unit"), CASES)
def test_amounts(lang: str, words: str, op: str, value: str, unit: str) -> None:
    """A number has the bound, the value and the unit that the words give it."""
    found = parse_quantity(words, lang)

    assert (Bound(op), Decimal(value), unit) == (found.op, found.value, found.unit)


RANGES = [
    ("ro", "între 10 și 15 foci", 10, 15),
    ("ro", "400-500 de foci", 400, 500),
    ("ro", "de la 12 la 15 foci", 12, 15),
    ("ro", "două sau trei foci", 2, 3),
    ("ro", "între 2 și 3 milioane de lei", 2_000_000, 3_000_000),
    ("en", "between 3 and 5 seals", 3, 5),
    ("en", "from 12 to 15 seals", 12, 15),
    ("en", "30 to 35 seals", 30, 35),
    ("en", "two or three seals", 2, 3),
    ("en", "between $2 and $3 million", 2_000_000, 3_000_000),
    ("en", "5% to 10% of seals", 5, 10),
]


@pytest.mark.parametrize(("lang", "words", "low", "high"), RANGES)
def test_ranges(lang: str, words: str, low: int, high: int) -> None:
    """Two numbers with a word or dash between them are one range; a magnitude counts for both."""
    found = parse_quantity(words, lang)

    assert (Bound.BETWEEN, Decimal(low), Decimal(high)) == (found.op, found.value, found.high)


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "Output rose from 5 to 10 boats.", [5, 10]),
        ("ro", "Producția a crescut de la 5 la 10 bărci.", [5, 10]),
        ("ro", "Cota a ajuns de la 49% la 62%.", [49, 62]),
    ],
)
def test_a_change_is_no_range(lang: str, text: str, values: list[int]) -> None:
    """What rose from one number to another had the one and has the other."""
    assert values == [found.value for found in find_quantities(Article(text, lang=lang))]


TRAPS = [
    ("en", "The ferry left at 12:45 and came at 3.30 p.m."),
    ("en", "On 5 May 2024 the harbour closed, as it did in 1999."),
    ("en", "It happened between 2013 and 2015."),
    ("en", "An F-16 and Flight 370 were shown on Channel 4 in the G7 report on COVID-19."),
    ("en", "Maria Pell, 45, and a 12-year-old won 3-1."),
    ("en", "Nobody knows how many were left; call 911."),
    ("en", "See Article 5 and Decision 303/2004 on https://example.org/12/34."),
    ("en", "He spoke two days ago, for the 3rd time, and wounding one, killed a third."),
    ("ro", "Bacul a plecat la ora 10 și la 12:45, pe 5 mai 2024."),
    ("ro", "Legea 303/2004 și articolul 5 au fost votate în 1999."),
    ("ro", "Digi24 a arătat un F-16 la summitul G7."),
    ("ro", "Ion Pop, 45 de ani, a câștigat cu 3-1 clădirea nouă."),
    ("ro", "O barcă și un pescar au plecat acum două zile."),
    ("ro", "Una dintre bărci s-a rupt în două."),
]


@pytest.mark.parametrize(("lang", "text"), TRAPS)
def test_numbers_that_are_no_quantities(lang: str, text: str) -> None:
    """Times, dates, names, ages, scores and articles are passed over."""
    assert [] == [found.of(text) for found in find_quantities(Article(text, lang=lang))]


def test_a_trap_tells_why() -> None:
    """A number that is passed over carries the reason."""
    (trap,) = find_number_traps(Article("The harbour closed in 1999.", lang="en"))

    assert "year" == trap.why


SOURCES = [
    ("en", "Three sources said the ferry sank.", True),
    ("en", "Two people familiar with the matter said so.", True),
    ("en", "Two officials told Reuters about it.", True),
    ("en", "Two former aides, speaking on condition of anonymity, said so.", True),
    ("en", "He said at least 11 people were hurt.", False),
    ("ro", "Bacul s-a scufundat, au declarat trei surse pentru Reuters.", True),
    ("ro", "Două persoane apropiate conducerii au confirmat.", True),
    ("ro", "El a declarat că cel puțin 11 persoane au fost rănite.", False),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SOURCES)
def test_people_who_say_something_are_told_apart(lang: str, text: str, expected: bool) -> None:
    """A count of those who speak is no figure of what they say."""
    (found,) = find_quantities(Article(text, lang=lang))

    assert expected is found.is_source_count


def test_the_figure_says_what_the_words_say() -> None:
    """A bound becomes the model's bound, a vague amount keeps its words and no number."""
    assert "more than 1,000 foci" == str(parse_quantity("peste o mie de foci", "ro").figure)
    assert "dozens of seals" == str(parse_quantity("dozens of seals", "en").figure)


def test_no_number_is_an_error() -> None:
    """Words without a number are refused."""
    with pytest.raises(InvalidValueError, match="must hold a number"):
        parse_quantity("the harbour", "en")
