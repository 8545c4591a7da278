"""Stems spare searches: they must never spare one that would have found something."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.reading.lexicon import languages, lexicon_for
from claimtrack.reading.wordings import Taken, is_followed


def _rules() -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    for lang in languages():
        tables = lexicon_for(lang).tables
        for table, rules in (
            ("response", tables.responses),
            ("hedge", tables.hedges),
            ("followup", tables.news),
        ):
            for number, rule in enumerate(rules):
                if rule.stems:
                    yield lang, f"{lang}:{table}[{number}]", rule.stems, rule.pattern
        if tables.unclear.stems:
            for number, pattern in enumerate(tables.unclear.triggers):
                yield lang, f"{lang}:unclear[{number}]", tables.unclear.stems, pattern


RULES = list(_rules())


@pytest.mark.parametrize(
    ("lang", "stems", "pattern"),
    [(lang, stems, pattern) for lang, _, stems, pattern in RULES],
    ids=[name for _, name, _, _ in RULES],
)
@given(data=st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
def test_every_match_holds_a_stem(
    lang: str, stems: tuple[str, ...], pattern: str, data: st.DataObject
) -> None:
    """Whatever a pattern matches holds one of its rule's stems."""
    lexicon = lexicon_for(lang)
    words = data.draw(st.from_regex(lexicon.compiled(pattern)))

    assert any(lexicon.folder.fold(stem) in words for stem in stems)


def test_a_span_is_taken_once() -> None:
    """What meets a span that is taken is refused, what only touches it is not."""
    taken = Taken()

    assert [True, False, True] == [taken.take(3, 6), taken.take(5, 8), taken.take(6, 8)]


@pytest.mark.parametrize(("words", "expected"), [(("bail",), True), (("parole",), False), ((), False)])
def test_words_that_follow(words: tuple[str, ...], expected: bool) -> None:
    """A word that cancels a match stands right behind it."""
    assert expected is is_followed("denied  bail again", 6, words)
