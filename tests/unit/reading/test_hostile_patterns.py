"""
No pattern of a lexicon takes more than its share of time, whatever the text.

Work is measured in processor time against a plain pattern over the same text, with a wide margin:
a pattern that goes back over its own steps takes thousands of times as long, not forty.
"""

import re
import time

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.hedges import find_hedges
from claimtrack.reading.lexicon import languages, lexicon_for, patterns_of
from claimtrack.reading.lint import lint
from claimtrack.reading.news import find_news
from claimtrack.reading.quantities import find_quantities
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast
from claimtrack.reading.unclear import find_unclear
from claimtrack.text.sentences import LONGEST

_HOSTILE = [
    "a ",
    "1",
    "1.",
    "1 ",
    "12:",
    "x",
    " ",
    "\t\n",
    "- ",
    ", ",
    '"',
    "(",
    "nu a ",
    "nu a fost inca ",
    "nu a raspuns inca ",
    "solicitari ",
    "a refuzat sa ",
    "cel putin ",
    "de ",
    "did not ",
    "immediately ",
    "request for comment ",
    "calls to ",
    "declined to ",
    "of the ",
    "and was ",
    "between 1 and ",
]
_SECONDS = 2.0
"""Processor time for one text of `LONGEST` characters, the longest a pattern ever sees."""


@pytest.mark.parametrize("lang", languages())
def test_patterns_are_safe(lang: str) -> None:
    """Every pattern gets over the longest sentence of every hostile kind in no time."""
    lexicon = lexicon_for(lang)
    slow = []
    for path, pattern in patterns_of(lexicon.tables):
        compiled = lexicon.compiled(pattern)
        for unit in _HOSTILE:
            text = (lexicon.folder.fold(unit) * LONGEST)[:LONGEST]
            if _spent(compiled, text) > _SECONDS:
                slow.append((path, unit))

    assert [] == slow


def _spent(pattern: re.Pattern[str], text: str) -> float:
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


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
def test_layers_take_time_in_proportion(lang: str, unit: str) -> None:
    """Ten times the text takes no more than a few times ten times as long."""
    tail = {
        "en": "declined to comment. It is unclear. ",
        "ro": "a refuzat sa comenteze. Nu e clar. ",
    }
    once = (unit * 240)[:1900] + tail[lang]

    short, long = (_read(once * times, lang) for times in (2, 20))

    assert long < 30 * short + 0.5


def _read(text: str, lang: str) -> float:
    started = time.process_time()
    article = Article(text, lang=lang)
    find_responses(article, Cast(article))
    find_unclear(article)
    find_hedges(article)
    find_news(article)
    find_quantities(article)
    lint(text, lang=lang)
    return time.process_time() - started
