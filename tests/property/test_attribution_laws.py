"""What holds of attribution in any text, of any language that there is a lexicon for."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.reading.article import Article
from claimtrack.reading.attributions import attribute
from claimtrack.reading.cues import find_cues
from claimtrack.reading.findings import Attribution, Place
from claimtrack.reading.lexicon import languages
from claimtrack.reading.speakers import Cast

_signs = st.characters(exclude_categories=("Cs", "Cc"))
_WORDS = """
said told says that according to he she the a mayor police Ann Lee Reuters sources who but by
saying on Monday in statement not and reported have been is U.S. Mr which claims
a spus că declarat potrivit lui primarul Ion Barbu sursele care și dar marți la Digi24 se arată
în comunicat pentru Agerpres nu adăugând fost un oficial
. , ; : “ ” „ " ' ( ) — - …
"""
_pieces = st.sampled_from([*_WORDS.split(), "\n\n"])

prose: SearchStrategy[str] = st.lists(_pieces, max_size=40).map(" ".join)
"""Words of news and signs in no order."""

texts: SearchStrategy[str] = (
    prose | st.text(_signs, max_size=80) | st.text("a ,.“”„\"'", max_size=60)
)
"""Anything that an article may hold."""


def _read(text: str, lang: str) -> tuple[Article, Cast, tuple[Attribution, ...]]:
    article = Article(text, lang=lang)
    cast = Cast(article)
    return article, cast, attribute(article, find_cues(article), cast)


def _places(found: tuple[Attribution, ...], cast: Cast) -> Iterator[Place]:
    yield from cast.mentions
    for one in found:
        yield one.cue
        yield from one.content


@given(texts, st.sampled_from(languages()))
def test_every_place_lies_in_the_text(text: str, lang: str) -> None:
    """No text is too strange to be read, and nothing is found outside of it."""
    article, cast, found = _read(text, lang)

    assert all(0 <= place.start < place.end <= len(article.body) for place in _places(found, cast))


@given(texts, st.sampled_from(languages()))
def test_every_speaker_is_in_the_cast(text: str, lang: str) -> None:
    """Whoever is named as speaking or passing on is one of the speakers."""
    _, cast, found = _read(text, lang)
    known = range(len(cast.speakers))

    assert all(one.speaker is None or one.speaker in known for one in found)
    assert all(index in known for one in found for index in one.relayed_by)
    assert all(one.speaker not in one.relayed_by for one in found)


@given(texts, st.sampled_from(languages()))
def test_reading_twice_finds_the_same(text: str, lang: str) -> None:
    """The same text gives the same findings."""
    _, first_cast, first = _read(text, lang)
    _, second_cast, second = _read(text, lang)

    assert first == second
    assert first_cast.speakers == second_cast.speakers


@given(texts, st.sampled_from(languages()))
def test_cues_are_in_order_and_apart(text: str, lang: str) -> None:
    """Cues follow one another, each within its sentence and outside of quotations."""
    article = Article(text, lang=lang)
    cues = find_cues(article)

    assert all(one.end <= other.start for one, other in pairwise(cues))
    assert all(article.sentences[cue.sentence - 1].holds(cue) for cue in cues)
    assert all(article.quotation_at(cue.start) is None for cue in cues)


@given(prose, st.sampled_from(languages()), st.data())
def test_any_place_can_be_a_mention(text: str, lang: str, data: st.DataObject) -> None:
    """The cast takes any words of the text, in any order."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    edges = st.integers(0, len(article.body))
    for _ in range(3):
        start, end = sorted((data.draw(edges), data.draw(edges)))
        mention = cast.mention(Place(start=start, end=end))

        assert 0 <= mention.speaker < len(cast.speakers)


@pytest.mark.parametrize("lang", ["en", "ro"])
@pytest.mark.parametrize("unit", ["x, said ", "and he said ", "care a spus ", "„a ", "Ana ", "( "])
def test_long_text_is_read_piece_by_piece(unit: str, lang: str) -> None:
    """A sentence that never ends is cut, and what one sentence costs is bounded."""
    _, _, found = _read(unit * 2_000, lang)

    assert len(found) <= 24 * (len(unit) * 2_000 // 1_000 + 1)
