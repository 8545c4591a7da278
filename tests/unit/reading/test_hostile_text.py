"""No layer of reading does more than its share of work, whatever the text."""

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.hedges import find_hedges
from claimtrack.reading.lint import lint
from claimtrack.reading.news import find_news
from claimtrack.reading.quantities import find_quantities
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast
from claimtrack.reading.unclear import find_unclear
from tests.steps import steps

_SENTENCES = [
    "and was ",
    "said he ",
    "a spus ca ",
    "X, who was Y, ",
    "1-2-",
    "one hundred and ",
    "o mie doua sute ",
    "neither nor ",
    "nu se stie cine si cand ",
    "who and when ",
]


@pytest.mark.parametrize("lang", ["en", "ro"])
@pytest.mark.parametrize("unit", _SENTENCES)
def test_layers_do_work_in_proportion(lang: str, unit: str) -> None:
    """Ten times the text takes ten times as many steps."""
    tail = {
        "en": "declined to comment. It is unclear. ",
        "ro": "a refuzat sa comenteze. Nu e clar. ",
    }
    once = (unit * 240)[:1900] + tail[lang]
    _read(once, lang)  # what is made once for a language is no part of the work

    short, long = (steps(lambda text=once * times: _read(text, lang)) for times in (4, 40))  # type: ignore[misc]

    assert long < 11 * short


def _read(text: str, lang: str) -> None:
    article = Article(text, lang=lang)
    find_responses(article, Cast(article))
    find_unclear(article)
    find_hedges(article)
    find_news(article)
    find_quantities(article)
    lint(text, lang=lang)
