"""
Folding: text made uniform character by character, so that every place stays where it is.

Lexicons name what is folded (`Folding`). Unlike `claimtrack.text.fold`, nothing is dropped or
added: ``fold(text)[start:end]`` is the folded form of ``text[start:end]``.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from claimtrack.text.characters import Table

_APOSTROPHES = dict.fromkeys("’ʼ‘`´", "'")
_YO = {"ё": "е", "Ё": "Е"}


class Folding(StrEnum):
    """One difference that a language's lexicon takes no notice of."""

    CASE = "case"
    DIACRITICS = "diacritics"
    QUOTES = "quotes"
    YO = "yo"


class Folder:
    """
    Fold text one character to one.

    Args:
        foldings: What is folded.

    Example:
        >>> Folder([Folding.CASE, Folding.DIACRITICS]).fold("Ţară, Țară")
        'tara, tara'
    """

    def __init__(self, foldings: Iterable[Folding]) -> None:
        self._foldings = frozenset(foldings)
        self._table = Table(self._one)
        self._beyond_ascii = Table(lambda one: one if one.isascii() else self._one(one))

    def fold(self, text: str) -> str:
        """Fold running text; the result is as long as *text*."""
        return text.translate(self._table)

    def fold_pattern(self, pattern: str) -> str:
        r"""Fold a regular expression; ASCII stays, since ``\S`` is not ``\s``."""
        return pattern.translate(self._beyond_ascii)

    def _one(self, character: str) -> str:
        found = character
        if Folding.QUOTES in self._foldings:
            found = _APOSTROPHES.get(found, found)
        if Folding.YO in self._foldings:
            found = _YO.get(found, found)
        if Folding.DIACRITICS in self._foldings:
            found = _base(found)
        if Folding.CASE in self._foldings:
            lowered = found.lower()
            # A capital I with a dot becomes two characters in lower case.
            found = lowered if len(lowered) == 1 else lowered[0]
        return found


@cache
def folder(foldings: tuple[Folding, ...]) -> Folder:
    """Give the one folder for these foldings; its table fills as texts are read."""
    return Folder(foldings)


def _base(character: str) -> str:
    """Give the letter under the accents; a character that is more than one letter stays."""
    parts = unicodedata.normalize("NFD", character)
    return parts[0] if all(unicodedata.combining(mark) for mark in parts[1:]) else character


WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
"""A word: letters and digits of any script, joined by apostrophes and hyphens within."""
