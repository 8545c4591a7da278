"""
Wordings of a lexicon, tried where one of their stems stands.

Text and sentence are first asked for the stems, plain parts of words, which is quick; only where
one of them stands is the pattern tried. The rules of a table are tried in order, and the first that
matches takes its span.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from claimtrack.reading.findings import Place
from claimtrack.reading.lexicon import Lexicon

_AHEAD = 40
"""Characters behind a match among which the words that cancel it are looked for. Ours."""


class _Rule(Protocol):
    @property
    def pattern(self) -> str: ...

    @property
    def stems(self) -> tuple[str, ...]: ...


class Wording:
    """
    One rule of a table.

    Args:
        lexicon: The lexicon.

        rule: The rule.

    Attributes:
        stems: One of these, folded, stands in each sentence in which the pattern can match.
    """

    def __init__(self, lexicon: Lexicon, rule: _Rule) -> None:
        self._lexicon = lexicon
        self._source = rule.pattern
        # The empty text stands in every sentence: a rule without stems is always tried.
        self.stems = tuple(map(lexicon.folder.fold, rule.stems)) or ("",)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern; made when a stem first stands somewhere, since most never do."""
        return self._lexicon.compiled(self._source)


class Wordings:
    """
    The rules of one table of a lexicon.

    Args:
        lexicon: The lexicon.

        rules: The table.
    """

    def __init__(self, lexicon: Lexicon, rules: Iterable[_Rule]) -> None:
        self._all = tuple(Wording(lexicon, rule) for rule in rules)

    def of(self, text: str) -> "TextWordings":
        """Give the rules that may match in a text, folded: those of which a stem stands in it."""
        return TextWordings(
            text,
            [(n, wording) for n, wording in enumerate(self._all) if _stands(wording.stems, text)],
        )


class TextWordings:
    """
    The rules of one table that may match in one text: a few of many.

    Args:
        text: The text, folded.

        wordings: The rules, each behind its number in the table.
    """

    def __init__(self, text: str, wordings: Sequence[tuple[int, Wording]]) -> None:
        self._text = text
        self._wordings = wordings

    def matches(self, sentence: Place) -> Iterator[tuple[int, re.Match[str]]]:
        """
        Find where rules match in a sentence.

        Yields:
            The number of the rule and its match, in the order of the rules; matches that meet one
            of an earlier rule are the caller's to pass over.
        """
        text, start, end = self._text, sentence.start, sentence.end
        words = text[start:end]
        for number, wording in self._wordings:
            if _stands(wording.stems, words):
                for found in wording.pattern.finditer(text, start, end):
                    yield number, found


def _stands(stems: tuple[str, ...], text: str) -> bool:
    return any(map(text.__contains__, stems))


def is_followed(text: str, end: int, words: Sequence[str]) -> bool:
    """Whether one of these words, folded, follows; it need not be whole."""
    ahead = text[end : end + _AHEAD].lstrip()
    return any(ahead.startswith(word) for word in words)


class Taken:
    """The spans of a text that are taken already."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> bool:
        """Take a span; False where it meets one that is taken."""
        if any(start < last and first < end for first, last in self._spans):
            return False
        self._spans.append((start, end))
        return True
