"""The small words of the lexicons: one token each, and folded as texts are."""

import attrs
import pytest

from claimtrack.reading.lexicon import languages, lexicon_for
from claimtrack.reading.tokens import words_in
from claimtrack.reading.vocabulary import vocabulary

_ENDINGS = {
    "declined",
    "definite",
    "gerunds",
    "no_participles",
    "oblique",
    "participles",
    "plurals",
}


@pytest.mark.parametrize("lang", languages())
def test_small_words_are_one_token_each(lang: str) -> None:
    """A word of several tokens would never be met in a text."""
    phrases = attrs.asdict(lexicon_for(lang).tables.phrases)
    words = [
        word
        for name, forms in phrases.items()
        if name not in _ENDINGS and not isinstance(forms, bool)
        for word in forms
    ]

    assert [] == [word for word in words if len(words_in(word)) != 1]


@pytest.mark.parametrize("lang", languages())
def test_vocabulary_is_made_once(lang: str) -> None:
    """Each lexicon has one vocabulary."""
    assert vocabulary(lexicon_for(lang)) is vocabulary(lexicon_for(lang))


def test_words_are_folded() -> None:
    """Romanian is read without accents."""
    small = vocabulary(lexicon_for("ro"))

    assert "ca" == small.strong_that
    assert {"marti", "sambata"} <= small.times
