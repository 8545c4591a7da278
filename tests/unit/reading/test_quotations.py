"""Quotations are found over whole paragraphs, whatever marks they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading.lexicon import lexicon_for
from claimtrack.reading.quotations import LONGEST, quotations
from claimtrack.text.sentences import paragraphs


def _quoted(text: str, lang: str = "ro") -> list[str]:
    found = quotations(text, list(paragraphs(text)), lexicon_for(lang))
    return [one.inner.of(text) for one in found]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„Plecăm mâine”, a spus el.", ["Plecăm mâine"]),
        ("„Plecăm mâine“, a spus el.", ["Plecăm mâine"]),
        ('"Plecăm", a spus. "Nu știu", a spus.', ["Plecăm", "Nu știu"]),
        ("«Plecăm», a spus.", ["Plecăm"]),
        ("''Plecăm'', a spus.", ["Plecăm"]),
        ("”Plecăm mâine”, a spus el.", ["Plecăm mâine"]),
        ("„Un «mare» succes”, a spus.", ["Un «mare» succes"]),
        ("„Am spus. Plecăm. Atât.” Apoi a tăcut.", ["Am spus. Plecăm. Atât."]),
        ("A spus că pleacă.", []),
    ],
)
def test_romanian_marks(text: str, quoted: list[str]) -> None:
    """All the ways in which Romanian copy quotes."""
    assert quoted == _quoted(text)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We’re leaving,” he said.", ["We’re leaving,"]),
        ('"We\'re leaving," he said.', ["We're leaving,"]),
        ("‘We’re leaving,’ he said.", ["We’re leaving,"]),
        ("It's the workers' own fault.", []),
        ("He is 6' tall and the board is 4\" wide.", []),
        ("“He called it ‘a farce’ today,” she said.", ["He called it ‘a farce’ today,"]),
    ],
)
def test_english_marks(text: str, quoted: list[str]) -> None:
    """Apostrophes are no quotation marks."""
    assert quoted == _quoted(text, "en")


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    """A mark that never closes does not swallow the article."""
    text = "„Plecăm mâine, a spus el.\n\nAlt paragraf."
    (found,) = quotations(text, list(paragraphs(text)), lexicon_for("ro"))

    assert "„Plecăm mâine, a spus el." == found.of(text)
    assert not found.is_closed


def test_an_odd_straight_mark_quotes_nothing() -> None:
    """Where a straight mark stands alone nobody knows which side of it is quoted."""
    assert [] == _quoted('He said "no and left. Then he came back.', "en")


def test_a_mark_that_closes_far_away_belongs_to_another() -> None:
    """A quotation has a longest length."""
    assert [] == _quoted(f'"{"word " * (LONGEST // 4)}" he said.', "en")


@given(st.text("aB .„”“\"'‘’«»\n", max_size=200))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    """Whatever the marks, quotations lie in the text, in order, and none in another."""
    found = list(quotations(text, list(paragraphs(text)), lexicon_for("ro")))
    edges = [edge for one in found for edge in (one.start, one.end)]

    assert sorted(edges) == edges
    assert all(one.holds(one.inner) for one in found)


def test_marks_that_only_open_quote_each_sentence() -> None:
    """Print opens each sentence of a long quotation and closes the last alone."""
    text = 'He said so. "It is big. "It is old," he said.'

    assert ["It is big.", "It is old,"] == _quoted(text, "en")


def test_a_mark_left_open_quotes_one_sentence() -> None:
    """What stands between it and the next quotation may be the article's own."""
    text = '"It will end. The mayor left. The port shut. "It is old," he said.'

    assert ["It will end.", "It is old,"] == _quoted(text, "en")


def test_marks_that_only_open_quote_each_paragraph() -> None:
    """The same, over paragraphs."""
    assert ["It is big.", "It is old,"] == _quoted('"It is big.\n\n"It is old," he said.', "en")


def test_a_keyboard_closes_what_print_opened() -> None:
    """A low mark may be closed by a straight one, and hold straight ones within."""
    assert ["mai multă pace"] == _quoted('Vrea „mai multă pace", a spus el.')
    assert ['bacul "Ana" e vechi'] == _quoted('„bacul "Ana" e vechi”, a spus el.')
