"""Folding keeps every place where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading.folding import WORD, Folder, Folding

EVERYTHING = Folder(tuple(Folding))


@given(st.text())
def test_folded_text_is_as_long(text: str) -> None:
    """One character becomes one, whatever it is."""
    assert len(text) == len(EVERYTHING.fold(text))


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_folding_a_part_is_the_part_folded(text: str, start: int, end: int) -> None:
    """A place in folded text is the same place in the text."""
    assert EVERYTHING.fold(text[start:end]) == EVERYTHING.fold(text)[start:end]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays as it is."""
    folded = EVERYTHING.fold(text)

    assert folded == EVERYTHING.fold(folded)


@pytest.mark.parametrize(
    ("foldings", "text", "folded"),
    [
        ([Folding.CASE, Folding.DIACRITICS], "Şi ȘI şi și", "si si si si"),
        ([Folding.CASE], "KÖNNTE", "könnte"),
        ([Folding.QUOTES], "it’s", "it's"),
        ([Folding.YO, Folding.CASE], "Её", "ее"),
        ([Folding.CASE], "İ", "i"),
        ([], "Șase", "Șase"),
    ],
)
def test_only_what_is_named_is_folded(foldings: list[Folding], text: str, folded: str) -> None:
    """German keeps its umlauts, where only the case is folded."""
    assert folded == Folder(foldings).fold(text)


def test_patterns_keep_their_escapes() -> None:
    r"""``\S`` must not become ``\s``."""
    assert r"\S+ sase" == Folder([Folding.CASE, Folding.DIACRITICS]).fold_pattern(r"\S+ șase")


def test_words_hold_hyphens_and_apostrophes() -> None:
    """A clitic belongs to its word."""
    assert ["s-a", "dus", "didn't", "100"] == WORD.findall("s-a dus, didn't 100 —")
