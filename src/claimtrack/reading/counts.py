"""Counts: how many people a noun phrase names."""

from functools import cache

from claimtrack.reading.findings import Count
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.notation import words_of
from claimtrack.reading.syntax import Syntax
from claimtrack.reading.tokens import words_in

_LARGEST = 10_000_000
"""People who may speak as one; a longer number is none of people. Ours."""


@cache
def _amounts(lexicon: Lexicon) -> dict[tuple[str, ...], Count]:
    """Give the words for an amount with what they stand for."""
    fold = lexicon.folder.fold
    found: dict[tuple[str, ...], Count] = {}
    for amount in lexicon.tables.quantity.vague:
        for notation in amount.forms:
            for form in words_of(notation):
                if amount.low is not None:
                    found[words_in(fold(form))] = Count(low=amount.low, high=amount.high)
    for notation, number in lexicon.tables.quantity.numerals.items():
        for form in words_of(notation):
            found[words_in(fold(form))] = Count(low=int(number), high=int(number))
    return found


def amount_at(syntax: Syntax, index: int, last: int) -> Count | None:
    """
    Read the amount that begins at a token.

    Args:
        syntax: The text.

        index: The token.

        last: Where the phrase ends.

    Returns:
        The amount; None where there is none.
    """
    return _amount(syntax, index, last)[0]


def amount_length(syntax: Syntax, index: int, last: int) -> int:
    """Count the tokens of the amount that begins at a token, below *last*; 0 where none does."""
    return _amount(syntax, index, last)[1]


def _amount(syntax: Syntax, index: int, last: int) -> tuple[Count | None, int]:
    word = syntax.words[index]
    if word.isdecimal() and word.isascii():
        number = int(word) if len(word) <= len(str(_LARGEST)) else _LARGEST
        return Count(low=number, high=number), 1
    amounts = _amounts(syntax.lexicon)
    for length in (3, 2, 1):
        if index + length <= last:
            found = amounts.get(tuple(syntax.words[index : index + length]))
            if found is not None:
                return found, length
    return None, 0
