"""Laws of the functions on text."""

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text import fold, printable, same_text_key, slug, width, words, wrap

_ACCENTED = "aAșşțăâîéßŁøıİǅΆϊйЁ \u0301\u0323\u0326\u0327\u0345-'’.?!„…\u00ad\u200d"
Form = Literal["NFC", "NFD"]
forms = st.sampled_from(["NFC", "NFD"])
texts = st.text() | st.text(alphabet=_ACCENTED)
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


@given(texts)
def test_fold_is_idempotent(text: str) -> None:
    """fold(fold(x)) == fold(x)."""
    assert fold(text) == fold(fold(text))


@given(texts, forms)
def test_fold_is_blind_to_encoding(text: str, form: Form) -> None:
    """fold(x) == fold(y) where x and y are canonically equivalent."""
    assert fold(text) == fold(unicodedata.normalize(form, text))


@given(texts)
def test_fold_is_blind_to_case(text: str) -> None:
    """fold(x) == fold(x.casefold()), but for U+0345, the one mark that case makes a letter."""
    without = unicodedata.normalize("NFD", text).replace("\u0345", "")

    assert fold(text) == fold(without.casefold())


@given(texts)
def test_fold_of_accents_is_fold_of_letters(text: str) -> None:
    """An accent on any letter changes nothing."""
    assert fold(text) == fold("".join(f"{letter}\u0301" for letter in text))


@given(texts)
def test_fold_is_words_and_spaces(text: str) -> None:
    """What is folded is its words, joined by single spaces."""
    assert fold(text) == " ".join(words(text))


@given(texts, st.integers(1, 80))
def test_slug_has_its_shape(text: str, longest: int) -> None:
    """A slug for an id is empty, or a-z and 0-9 in runs joined by single hyphens."""
    made = slug(text, longest, ascii_only=True)

    assert len(made) <= longest
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", made)


@given(texts, st.integers(1, 80))
def test_slug_is_idempotent(text: str, longest: int) -> None:
    """slug(slug(x)) == slug(x)."""
    made = slug(text, longest)

    assert len(made) <= longest
    assert made == slug(made, longest)


@given(texts)
def test_same_text_key_is_idempotent(text: str) -> None:
    """key(key(x)) == key(x)."""
    assert same_text_key(text) == same_text_key(same_text_key(text))


@given(texts, forms)
def test_same_text_key_is_blind_to_encoding(text: str, form: Form) -> None:
    """Canonically equivalent texts are the same text."""
    assert same_text_key(text) == same_text_key(unicodedata.normalize(form, text))


@given(texts)
def test_same_text_folds_alike(text: str) -> None:
    """A search that finds a text finds it under its key."""
    assert fold(text) == fold(same_text_key(text))


@given(texts, st.booleans())
def test_printable_steers_nothing(text: str, keep: bool) -> None:
    """Nothing printable steers a terminal, and it can be sent to one."""
    printed = printable(text, keep_newlines=keep)
    printed.encode("utf-8")

    assert not _STEERING.search(printed.replace("\n", "") if keep else printed)


@given(texts)
def test_printable_is_idempotent(text: str) -> None:
    """printable(printable(x)) == printable(x)."""
    assert printable(text) == printable(printable(text))


@given(texts, st.integers(2, 40))
def test_wrap_fits(text: str, columns: int) -> None:
    """No line is wider than the terminal, but for one that is a url."""
    lines = wrap(printable(text, keep_newlines=True), columns).split("\n")

    assert [] == [line for line in lines if width(line) > columns and "://" not in line]


@given(texts)
def test_wrap_loses_no_word(text: str) -> None:
    """Wrapped text has the words it had."""
    shown = printable(text, keep_newlines=True)

    assert "".join(shown.split()) == "".join(wrap(shown, 10, indent=1, hanging=2).split())


@pytest.mark.slow
def test_laws_hold_for_every_character() -> None:
    """Folding and keys are idempotent and blind to encoding, character by character."""
    broken = [
        hex(code)
        for code in range(0x110000)
        for character in [chr(code)]
        for function in (fold, same_text_key)
        for found in [function(character)]
        if found != function(found)
        or found != function(unicodedata.normalize("NFC", character))
        or found != function(unicodedata.normalize("NFD", character))
    ]

    assert [] == broken
