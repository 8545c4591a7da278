"""
Quotations, over the whole text: where somebody else's words begin and end.

A mark that opens and never closes must not swallow the rest: a quotation ends at the latest with
its paragraph, unless the next paragraph begins with an opening mark again, as print has it for a
quotation of several paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrack.reading.findings import Place, Quotation
from claimtrack.reading.lexicon import Lexicon

LONGEST = 2_500
"""Characters of a quotation; a mark that closes later is taken to belong to another. Ours."""

_STRAIGHT = {'"': '"', "''": "''"}
"""Marks that open and close alike; two single ones are a typist's double."""


@cache
def _pairs(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    closers: dict[str, set[str]] = {}
    for opening, closing in (*lexicon.tables.text.quotes, *_STRAIGHT.items()):
        closers.setdefault(opening, set()).add(closing)
    return {opening: frozenset(closing) for opening, closing in closers.items()}


@cache
def _marks(lexicon: Lexicon) -> re.Pattern[str]:
    pairs = _pairs(lexicon)
    signs = {*pairs, *(sign for closing in pairs.values() for sign in closing)}
    longest_first = sorted(signs, key=lambda sign: (-len(sign), sign))
    return re.compile("|".join(re.escape(sign) for sign in longest_first))


def quotations(
    text: str, paragraphs: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Quotation]:
    """
    Find the quotations of a text.

    Args:
        text: The text.

        paragraphs: The half-open span of each paragraph.

        lexicon: Whose quotation marks count.

    Yields:
        The outermost quotations in order; what is quoted within one is part of it.
    """
    afters = [start for start, _ in (*paragraphs, (len(text), len(text)))][1:]
    for (start, end), after in zip(paragraphs, afters, strict=True):
        place = start
        while place < end:
            found = _next(text, place, end, after, lexicon)
            if found is None:
                break
            yield found
            place = found.end


def _next(text: str, start: int, end: int, after: int, lexicon: Lexicon) -> Quotation | None:
    """Find the next quotation of a paragraph; *after* is where the next paragraph begins."""
    pairs = _pairs(lexicon)
    for mark in _marks(lexicon).finditer(text, start, end):
        closers = pairs.get(mark[0])
        if closers is None or not _may_open(text, mark):
            continue
        closing = _closing(text, mark, min(end, mark.end() + LONGEST), lexicon)
        left_open = _left_open(text, mark, closing, end, after)
        if left_open is not None:
            return left_open
        if closing is None:
            if mark[0] in _SINGLE or mark[0] in _STRAIGHT:
                continue  # an apostrophe, or an odd mark: better no quotation than a wrong one
            inner = Place(start=mark.end(), end=end)
            return Quotation(start=mark.start(), end=end, inner=inner, is_closed=False)
        inner = Place(start=mark.end(), end=closing.start())
        return Quotation(start=mark.start(), end=closing.end(), inner=inner)
    return None


_SINGLE = frozenset("‘’'")
_STOPS = frozenset(".!?…")
_STOP = re.compile(r"(?<=\w{2})(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.!?…]+(?=\s+[^\sa-z])")
"""A sentence's end; "Mr." and "Gen." are none."""


def _left_open(
    text: str, mark: re.Match[str], closing: re.Match[str] | None, end: int, after: int
) -> Quotation | None:
    """
    Give a quotation whose straight mark only opens: the next sentence opens with one again.

    Print closes the last sentence, or the last paragraph, of a quotation alone.
    """
    if mark[0] not in _STRAIGHT:
        return None
    last = end
    if closing is not None:
        last = closing.start()
        if not (text[last - 1].isspace() and text[closing.end() : closing.end() + 1].isalnum()):
            return None
        # No further than a sentence: what stands between may be the article's own again.
        stop = _STOP.search(text, mark.end(), last)
        last = last if stop is None else stop.end()
    elif end - mark.end() > LONGEST or not text.startswith(mark[0], after):
        return None
    while last > mark.end() and text[last - 1].isspace():
        last -= 1
    if text[last - 1] not in _STOPS:
        return None
    inner = Place(start=mark.end(), end=last)
    return Quotation(start=mark.start(), end=last, inner=inner, is_closed=False)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """An opening mark stands before a word and not behind one."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if not after or after.isspace():
        return False
    if mark[0] in _STRAIGHT or mark[0] in _SINGLE or mark[0] == "”":
        return not before.isalnum()
    return True


def _closing(text: str, opening: re.Match[str], end: int, lexicon: Lexicon) -> re.Match[str] | None:
    """Find the mark that closes, counting quotations of the same marks within."""
    closers = _pairs(lexicon)[opening[0]]
    depth = 0
    is_within = False
    for mark in _marks(lexicon).finditer(text, opening.end(), end):
        if mark[0] in _STRAIGHT and mark[0] != opening[0]:
            # A keyboard closes what a typesetter's mark opened, or quotes within it.
            if is_within or text[mark.start() - 1].isspace() or mark[0] not in closers:
                is_within = not is_within and mark[0] in closers
            else:
                return mark
        elif mark[0] in closers and not (mark[0] in _SINGLE and _is_apostrophe(text, mark)):
            if depth == 0:
                return mark
            depth -= 1
        elif mark[0] == opening[0] and mark[0] not in closers:
            depth += 1
    return None


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return before.isalnum() and after.isalnum()
