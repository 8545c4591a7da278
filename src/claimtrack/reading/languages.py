"""Which language a text is in: the one of whose function words it has most."""

import re
from functools import cache

from claimtrack.errors import InvalidValueError
from claimtrack.reading.folding import WORD
from claimtrack.reading.lexicon import common_tables, languages

_LOOKED_AT = 4_000
"""Characters looked at; ours, more than enough for function words, which are half of all text."""

_SHARE, _LEAD = 0.12, 1.15
"""The least share of words, and the least lead over the next language. Ours, low on purpose: news
text has a share of 0.3 to 0.5 in its own language, and names and figures thin it out."""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in common_tables().function_words.items()}


def detected(text: str) -> str:
    """
    Find out the language of a text.

    Args:
        text: Running text; the beginning is looked at.

    Returns:
        A language that there is a lexicon for.

    Raises:
        InvalidValueError: It is none of them, or too short to tell.
    """
    words = [re.sub(r"[şţ]", _comma_below, one) for one in WORD.findall(text[:_LOOKED_AT].lower())]
    if not words:
        raise InvalidValueError("lang", "", "must be told: there are no words to find it from")
    shares = {
        name: sum(word in known for word in words) / max(len(words), 1)
        for name, known in _function_words().items()
    }
    (best, share), (_, second), *_ = sorted(shares.items(), key=lambda one: -one[1])
    if share < _SHARE or share < second * _LEAD:
        reason = f"must be told: the text is not surely one of {', '.join(languages())}"
        raise InvalidValueError("lang", text[:40], reason)
    return best


def _comma_below(found: re.Match[str]) -> str:
    return {"ş": "ș", "ţ": "ț"}[found[0]]
