"""Counts: how many people a noun phrase names."""

from functools import cache

import attrs

from claimtrack.reading.findings import Count
from claimtrack.reading.kinds import SpeakerKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.notation import words_of
from claimtrack.reading.syntax import Syntax
from claimtrack.reading.tokens import words_in

_LARGEST = 10_000_000
"""People who may speak as one; a longer number is none of people. Ours."""


_CASE = 2
"""Letters of an ending that may be of the singular as well. Ours."""


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


def is_counted(syntax: Syntax, core: range) -> bool:
    """Whether a number or an amount begins a phrase: some people, not people at large."""
    is_amount = amount_at(syntax, core.start, core.stop) is not None
    return is_amount or syntax.words[core.start] in syntax.small.quantifiers


def is_plural(syntax: Syntax, head: int | None, noun: str) -> bool:
    """
    Whether a noun names several.

    Args:
        head: Its token; None where no list knows the noun.

        noun: The noun.
    """
    if head is not None and syntax.raw(head).isupper():
        return False  # an acronym
    plurals = syntax.small.plurals
    longer = tuple(ending for ending in plurals if len(ending) > _CASE)
    if longer and noun.endswith(longer):
        return True
    return noun.endswith(plurals) and not noun.endswith(syntax.small.oblique)


def count_of(syntax: Syntax, core: range, head: int | None, kind: SpeakerKind) -> Count | None:
    """
    Read how many a phrase names.

    Args:
        core: Its first part, see `core_end`.

        head: The noun that says what it names; None where no list knows it.

        kind: What kind of speaker.

    Returns:
        None where it is one, or no people.
    """
    if kind not in (SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATIONS, SpeakerKind.PUBLIC):
        return None
    small = syntax.small
    for index in core[:3]:
        found = amount_at(syntax, index, core.stop)
        if found is not None:
            return None if found.high == 1 else attrs.evolve(found, low=max(found.low, 2))
    # Of nouns that no list knows, the last is meant where adjectives come first.
    unknown = core.stop - 1 if small.omits_that else core.start
    noun = syntax.words[unknown if head is None else head]
    first = syntax.words[core.start]
    is_alone = head is None and len(core) == 1 and first in small.quantifiers
    if first in small.ones or not (is_plural(syntax, head, noun) or is_alone):
        return None
    return Count(low=2)


def uncounted(syntax: Syntax, core: range, words: str) -> str:
    """Leave the number out of a description: the count tells it."""
    for index in core[:3]:
        length = amount_length(syntax, index, core.stop)
        if length and index + length < core.stop:
            if index > core.start and not _bounds(syntax, core.start, index):
                return words
            start = syntax.tokens.starts[index + length] - syntax.tokens.starts[core.start]
            return words[start:]
    return words


def _bounds(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the words before a number only bound it: "at least three", "cele trei"."""
    small = syntax.small
    known = small.adverbs | small.quantifiers | small.prepositions | {"about", "least", "most"}
    return all(syntax.words[index] in known for index in range(first, last))
