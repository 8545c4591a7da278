"""Where sentences and paragraphs begin and end. Languages differ in their abbreviations alone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[ \t]*[•*–—-] )")
_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n"
    r"|(?<=[^\W_]{2}|\d%)[.!?…]+[\"”’»)\]]*(?=[„“«]?[^\W\d_a-z](?:[^\W\d_]|\s)|[„“«])"
    r"|(?<=[^\W_])[”»)][.!?…]+(?=[„“«]?[^\W\d_a-z](?:[^\W\d_]|\s)|[„“«])"
)
"""A stop before white space; or glued between words, the second with a capital, where copying lost
the line's end: "sank.The"."""

_BEFORE = re.compile(r"[^\s(\[\"'„“”«‘’]*$")
_NEXT = re.compile(r"\s*[\"'„“”«‘’(\[–—-]*\s*(\S)")
_INITIAL = re.compile(r"(?:\b[^\W\d_]\.?-?){1,3}$")

_OPENER = re.compile(r"\s*[\"'„“”«‘(]*([^\W\d_]+)(?![\w.])")
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]$")
"""The word that begins the next sentence, unless it is an initial itself; and a letter with the
word before it."""

_WRAPPED = range(50, 101)
"""Characters of a line that was broken to fit a page; a shorter one is a heading, a longer one a
paragraph. Ours: e-mail breaks at 72 to 80."""

LONGEST = 2_000
"""Characters of a sentence; what is longer is cut at white space. Ours: patterns are held to it."""


def paragraphs(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    r"""
    Find the paragraphs of a text: what empty lines part, and the items of a list.

    Args:
        text: Any text.

        start: Where to begin.

    Yields:
        The half-open span of each, without white space around it.

    Example:
        >>> list(paragraphs("One.\n\nTwo."))
        [(0, 4), (6, 10)]
    """
    begin = start
    for found in _PARAGRAPH.finditer(text, start):
        yield from _trimmed(text, begin, found.start())
        begin = found.end()
    yield from _trimmed(text, begin, len(text))


@dataclass(frozen=True)
class Abbreviations:
    """
    Words in lower case whose full stop ends no sentence, without it.

    Attributes:
        always: Those that hold wherever they stand: ``dr``.

        numbered: Those that hold before a number alone, since they are words too: ``no``.

        openers: Words that no name begins with: before them a single letter ends its sentence, and
            is no initial. "He took vitamin C. The pain went."

        letters: Words with a single letter that is a name, and no initial: ``on x``.
    """

    always: Collection[str] = ()
    numbered: Collection[str] = ()
    openers: Collection[str] = ()
    letters: Collection[str] = ()


def sentences(
    text: str,
    abbreviations: Abbreviations = Abbreviations(),  # it cannot change
    start: int = 0,
    end: int | None = None,
) -> Iterator[tuple[int, int]]:
    """
    Find the sentences of a paragraph.

    A full stop ends a sentence unless it stands behind an abbreviation or an initial, within a
    number, or before a word in lower case. So does a line's end, unless the line was only broken to
    fit a page.

    Args:
        text: Any text.

        abbreviations: Words whose full stop ends nothing.

        start: Where to begin.

        end: Where to end; None for the text's end.

    Yields:
        The half-open span of each, without white space around it, at most `LONGEST` long.

    Example:
        >>> list(sentences("Mr. Smith spoke. He left.", Abbreviations({"mr"})))
        [(0, 16), (17, 25)]
    """
    last = len(text) if end is None else end
    begin = start
    for found in _END.finditer(text, start, last):
        if found.end() < last and not _ends(text, begin, found, last, abbreviations):
            continue
        yield from _short(text, begin, found.end())
        begin = found.end()
    yield from _short(text, begin, last)


def _ends(
    text: str, begin: int, found: re.Match[str], last: int, abbreviations: Abbreviations
) -> bool:
    following = _NEXT.match(text, found.end(), last)
    if following is None:
        return True
    sign = following[1]
    if found[0] == "\n":
        length = found.start() - 1 - text.rfind("\n", begin, found.start())
        return length not in _WRAPPED and (sign.isupper() or sign.isdigit())
    if sign.islower():
        # A quotation or an exclamation may go on: "Stop!" he said.
        return False
    if found[0] != ".":
        return True
    word = _word_before(text, begin, found.start())
    if word.lower() in abbreviations.always:
        return False
    if sign.isdigit() and word.lower() in abbreviations.numbered:
        return False
    is_initial = len(word) <= _LONGEST_INITIALS and _INITIAL.fullmatch(word) and word[0].isupper()
    return not is_initial or _is_name_alone(text, (begin, found.start()), last, abbreviations)


def _is_name_alone(
    text: str, before: tuple[int, int], last: int, abbreviations: Abbreviations
) -> bool:
    """Whether what looks like an initial ends a sentence: "on X.", "vitamin C. The"."""
    opener = _OPENER.match(text, before[1] + 1, last)
    if opener is not None and opener[1].lower() in abbreviations.openers:
        return True
    words = _TWO_WORDS.search(text, max(before[0], before[1] - 24), before[1])
    return words is not None and words[0].lower() in abbreviations.letters


_LONGEST_INITIALS = 6


def _word_before(text: str, begin: int, end: int) -> str:
    found = _BEFORE.search(text, max(begin, end - 24), end)
    return "" if found is None else found[0]


def _short(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while end - begin > LONGEST:
        cut = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = cut if cut > begin else begin + LONGEST
        yield from _trimmed(text, begin, cut)
        begin = cut
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end
