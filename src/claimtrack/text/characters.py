"""
What is so of single characters: a table filled as needed, columns on a terminal, what hides.

Source:
    General categories and combining classes of Unicode, as `unicodedata` has them; widths after
    Unicode Standard Annex 11; the bidirectional controls after Annex 9 and "Trojan Source"
    (Boucher and Anderson, 2021).
"""

import re
import unicodedata
from collections.abc import Callable

_REMEMBERED = 20_000
"""Characters a table keeps. Ours: all scripts of a newsroom fit, all of Unicode does not."""


class Table(dict[int, str]):
    """
    A table for `str.translate` that works out a character's entry when it first meets it.

    Args:
        rule: What becomes of one character.
    """

    __slots__ = ("_rule",)

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        found = self._rule(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = found
        return found


HIDDEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # the C0 and C1 controls: escape sequences begin with one
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the bidirectional controls
    "\u2028\u2029"  # the line and paragraph separators
    "\u206a-\u206f"  # format characters that Unicode advises against
    "\ud800-\udfff"  # lone surrogates, which no terminal can be sent
    "]"
)
"""One character that would steer a terminal instead of being seen."""

_HANGUL_JOINED = range(0x1160, 0x1200)
"""Hangul vowels and final consonants, drawn within the syllable that the initial began."""


def _kind(character: str) -> str:
    if HIDDEN.match(character):
        return "1"
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or ord(character) in _HANGUL_JOINED:
        return "0"
    if category == "Mc":
        return "m"
    return "2" if unicodedata.east_asian_width(character) in "WF" else "1"


KINDS = Table(_kind)
"""
One sign a character: ``0`` takes no column, ``1`` one, ``2`` two; ``m`` is a mark that takes one.

What is `HIDDEN` counts as one column, though it is longer once it is written out.
"""
