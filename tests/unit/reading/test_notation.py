"""Patterns of a lexicon become regular expressions held at word borders."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading.folding import Folder, Folding
from claimtrack.reading.lexicon.notation import any_of, expression, words_of

FOLDER = Folder([Folding.CASE, Folding.DIACRITICS])


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("no comment", "he had no \n comment", "no \n comment"),
        ("comment", "he commented", None),
        ("declin(?:ed|es) ?to", "he declined   to", "declined   to"),
        ("[a-z ]{3,5}x", "a b x", "a b x"),
        (r"\bspus", "a spus", "spus"),
        ("(?:,|—) per", "done, per the mayor", ", per"),
        ("în <MONTH>", "in mai ", "in mai"),
        ("în <MONTH>", "in maiorat", None),
    ],
)
def test_pattern_matches(pattern: str, text: str, found: str | None) -> None:
    """A space is any white space, a place is its list, and no word is cut."""
    match = re.search(expression(pattern, FOLDER, {"MONTH": "(?:mai|iunie)"}), text)

    assert found == (match[0] if match else None)


def test_unknown_place_is_named() -> None:
    """A list that there is not is an error, not an empty list."""
    with pytest.raises(KeyError, match="FORTNIGHT"):
        expression("since <FORTNIGHT>", FOLDER)


def test_endings_are_written_out() -> None:
    """Braces hold the alternatives of an ending."""
    assert ("сказав", "сказала") == words_of("сказа{в|ла}")
    assert ("a x c", "b x c") == words_of("{a|b} x c")
    assert ("plain",) == words_of("plain")


@given(st.lists(st.from_regex(r"[abcșî'-]+( [abcșî'-]+)?", fullmatch=True), max_size=6))
def test_longest_form_wins(forms: list[str]) -> None:
    """Every form is matched whole by the expression for all of them."""
    pattern = re.compile(any_of(forms, FOLDER))

    assert all(pattern.fullmatch(FOLDER.fold(form)) for form in forms)
    assert pattern.match("zzz") is None
