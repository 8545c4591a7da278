"""
Text made uniform: to search it, to name things by it, to compare it, to print it safely.

Every function takes time in proportion to the text. `unicodedata.normalize` does not: it sorts a
run of accents by insertion, and a hostile text is one run of a million. So characters are taken
apart one by one, and a run is put in order by `sorted`.
"""

import re
import unicodedata
from itertools import groupby

from claimtrack.text.characters import HIDDEN, KINDS, Table

_MARKS = 8
"""Marks one letter may carry in print. Ours: Vietnamese needs 2, Biblical Hebrew 4, flags 6."""

_WITHOUT_PARTS = {
    "æ": "ae",
    "ð": "d",
    "ø": "o",
    "þ": "th",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "œ": "oe",
    "ŧ": "t",
    "ə": "e",
    "ʻ": " ",
    "ʼ": " ",
}
"""Letters that Unicode does not take apart, and two apostrophes that it counts as letters."""

_FINAL = " .…!;:,"
"""What may end a statement without a difference; a question mark makes a difference."""


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me") or unicodedata.combining(character) > 0


def _bare(character: str) -> str:
    """One character as `fold` has it: nothing, a space, or letters and digits."""
    found = "".join(
        _WITHOUT_PARTS.get(folded, folded)
        for part in unicodedata.normalize("NFKD", character)
        if not _is_mark(part) and unicodedata.category(part) != "Cf"
        for folded in unicodedata.normalize("NFKD", part.casefold())
        if not _is_mark(folded)
    )
    return "".join(
        part if part.isalnum() or unicodedata.category(part) == "Mc" else " " for part in found
    )


_BARE = Table(_bare)


def fold(text: str) -> str:
    """
    Reduce text to what a search should find it by.

    Args:
        text: Any text, composed or decomposed.

    Returns:
        Its words without case and accents, joined by single spaces. A word is a run of letters and
        digits of any script; all else parts words, except what cannot be seen, such as a soft
        hyphen, which is dropped.

    Example:
        >>> fold("Eliberarea a cel puţin 100 de deținuți, în Łódź")
        'eliberarea a cel putin 100 de detinuti in lodz'
    """
    return " ".join(text.translate(_BARE).split())


def words(text: str) -> tuple[str, ...]:
    """
    List the words of a text as `fold` has them.

    Example:
        >>> words("Casa Albă: „Nu comentăm.”")
        ('casa', 'alba', 'nu', 'comentam')
    """
    return tuple(fold(text).split())


def slug(text: str, longest: int = 60, *, ascii_only: bool = False) -> str:
    """
    Make a name for a url or a file out of text.

    Args:
        text: Any text.

        longest: How many characters it may have, at least 1. It is cut between words; only a first
            word that is longer still is cut within.

        ascii_only: Leave out all but a-z, 0-9 and ``-``, for a claim's id.

    Returns:
        Folded words joined by ``-``; empty where the text has no word to offer.

    Example:
        >>> slug("Președintele va demisiona, spun trei surse", 30)
        'presedintele-va-demisiona-spun'
        >>> slug("Минск подтвердил"), slug("Минск confirmă", ascii_only=True)
        ('минск-подтвердил', 'confirma')
    """
    folded = fold(text)
    if ascii_only:
        folded = " ".join(re.findall("[a-z0-9]+", folded))
    # Linear here: what `fold` leaves has no marks to be sorted.
    joined = unicodedata.normalize("NFC", folded).replace(" ", "-")
    if len(joined) <= longest:
        return joined
    cut = joined.rfind("-", 0, longest + 1)
    return joined[: cut if cut > 0 else longest]


_SAME_SIGN = {
    **dict.fromkeys("„“”‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_CEDILLA, _COMMA_BELOW = "\u0327", "\u0326"


def _plain(character: str) -> str:
    """One character as `same_text_key` has it, decomposed."""
    return "".join(
        _SAME_SIGN.get(folded, folded)
        for part in unicodedata.normalize("NFD", character)
        if unicodedata.category(part) != "Cf"
        # A mark stays itself: U+0345 would fold to a letter, and its place among marks would count.
        for folded in (part if _is_mark(part) else unicodedata.normalize("NFD", part.casefold()))
    )


_PLAIN = Table(_plain)


def same_text_key(text: str) -> str:
    """
    Give the key under which two statements count as the same text.

    Case, white space, the way accents are encoded, Romanian cedillas for commas, the shapes of
    quotation marks and dashes, and a full stop at the end make no difference. An accent does, and
    so does a question mark: "fata" is not "fața".

    Args:
        text: Any text, composed or decomposed.

    Returns:
        A key to compare, not to show: its letters are decomposed.

    Example:
        >>> same_text_key("Deţinuţi  eliberaţi.") == same_text_key("deținuți eliberați")
        True
        >>> same_text_key("Fata a plecat") == same_text_key("Fața a plecat")
        False
    """
    key = " ".join(text.translate(_PLAIN).split())
    # Never undecided for NFD, and so never the slow way round, as it is for NFC.
    if not unicodedata.is_normalized("NFD", key):
        key = _ordered(key)
    # Not in the table: the two are of different classes, so order comes first.
    key = key.replace(_CEDILLA, _COMMA_BELOW)
    return key.rstrip(_FINAL) or key


def _ordered(text: str) -> str:
    """Put the marks of every run in canonical order; those of one class keep theirs."""
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if is_run else run)
        for is_run, run in groupby(text, lambda character: unicodedata.combining(character) > 0)
    )


_PILED = re.compile(f"(?<=[0m]{{{_MARKS}}})[0m]+")


def printable(text: str, *, keep_newlines: bool = False) -> str:
    r"""
    Make text safe to show on a terminal.

    Control characters, bidirectional controls and line separators are written out, so that they
    are seen and do nothing. Of the marks piled on one letter 8 are left, and "…" for the others.
    What is written out is for the eye: a text that held a backslash looks the same.

    Args:
        text: Any text, hostile ones included.

        keep_newlines: Leave line feeds as they are.

    Example:
        >>> print(printable("red \x1b[31m, reversed \u202e, two\nlines"))
        red \x1b[31m, reversed \u202e, two\nlines
    """
    if not text.isascii():
        text = _thinned(text)
    return HIDDEN.sub(_written_out_but_newlines if keep_newlines else _written_out, text)


def _thinned(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for piled in _PILED.finditer(text.translate(KINDS)):  # one sign a character: same places
        pieces += (text[end : piled.start()], "…")
        end = piled.end()
    return "".join((*pieces, text[end:]))


_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def _written_out(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _written_out_but_newlines(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else _written_out(found)
