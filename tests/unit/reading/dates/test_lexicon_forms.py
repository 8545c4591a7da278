"""What a lexicon says of dates is checked when it is made."""

from typing import Any

import pytest

from claimtrack.errors import LexiconError
from claimtrack.reading.article import Article
from claimtrack.reading.dates import parse_window
from claimtrack.reading.dates.finding import find_dates
from claimtrack.reading.dates.phrasebook import phrases_of
from claimtrack.reading.dates.vocabulary import Kind
from claimtrack.reading.lexicon import languages, lexicon_for, lexicon_from
from claimtrack.reading.lexicon.time_words import PLACES

MONTHS = [
    [name] for name in ["ja", "fe", "ma", "ap", "mi", "jn", "jl", "au", "se", "oc", "no", "de"]
]
DAYS = [[name] for name in ["mo", "tu", "we", "th", "fr", "sa", "su"]]


def data(**dates: Any) -> dict[str, Any]:
    """Give the tables of a made-up language with these rules of dates."""
    return {
        "meta": {"language": "xx", "version": "1", "fold": ["case"]},
        "text": {},
        "grammar": {},
        "dates": {"months": MONTHS, "weekdays": DAYS, **dates},
    }


@pytest.mark.parametrize("lang", languages())
def test_packaged_phrases_make_a_tree(lang: str) -> None:
    """Every phrase that the package ships can be read."""
    assert phrases_of(lexicon_for(lang)).root.words


def test_places_are_kinds() -> None:
    """What may stand between angle brackets is what the reader knows."""
    assert PLACES == {Kind(place).value for place in PLACES}


@pytest.mark.parametrize(
    ("dates", "problem"),
    [
        (
            {"relative": [{"op": "ago", "f": ["<NUMBER> <UNIT> back"]}]},
            "'<NUMBER> <UNIT> back' names <NUMBER>, which there is not @ $.dates.relative[0]",
        ),
        (
            {"trap": [{"f": ["<X>"], "why": "no date"}]},
            "'<X>' names <X>, which there is not @ $.dates.trap[0]",
        ),
        ({"years": {"past": ["x"]}}, "must not name past, which there is not @ $.dates"),
        (
            {"relative": [{"op": "day", "f": ["x"], "day_part": "dusk"}]},
            "must not name dusk, which there is not @ $.dates",
        ),
        ({"months": MONTHS[1:]}, "must list 12 months, each with a form @ $.dates"),
        ({"weekdays": [*DAYS[1:], []]}, "must list 7 weekdays, each with a form @ $.dates"),
        ({"relative": [{"op": "then", "f": ["x"]}]}, "must be one of day, this"),
    ],
)
def test_what_cannot_be_read_is_refused(dates: dict[str, Any], problem: str) -> None:
    """A phrase or a table that could never work is told with its path."""
    with pytest.raises(LexiconError) as caught:
        lexicon_from(data(**dates), "xx")

    assert any(problem in one for one in caught.value.problems)


def test_a_language_is_data_alone() -> None:
    """A language of a few rows dates: calendar forms need its months, phrases their forms."""
    lexicon = lexicon_from(
        data(
            units={"day": ["dag"]},
            relative=[
                {"op": "ago", "f": ["<N> <UNIT> {sen|agon}"]},
                {"op": "next", "f": ["mex <PERIOD>"]},
            ],
        ),
        "xx",
    )
    text = "date 2025-11-26 A 3 dag sen. B 5 se 2024. C mex tu. D mex xo."
    found = find_dates(Article(text, lexicon=lexicon))

    assert ["3 dag sen", "5 se 2024", "mex tu"] == [one.of(text) for one in found]
    assert ["2025-11-23", "2024-09-05", "2025-12-02"] == [
        str(one.window.earliest.date()) for one in found if one.window and one.window.earliest
    ]


def test_longest_phrase_wins() -> None:
    """Of two readings, the longer one is taken, wherever it stands in the file."""
    assert "2025-09" == parse_window("in September", at="2025-11-26", lang="en").edtf()
    assert "2023-09" == parse_window("in September 2023", at="2025-11-26", lang="en").edtf()
