"""Acronyms spelled with full stops, "U.N.", told from the initials of a name, "J. K. Marlow"."""

from functools import cache

from claimtrack.reading.heads import heads_of
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.syntax import Syntax

_LONG = 3
"""Letters of an acronym that a full name may follow; people have fewer initials. Ours."""


@cache
def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for form in lexicon.tables.text.abbreviations if "." in form)


def acronym_end(syntax: Syntax, first: int, last: int) -> int:
    """
    Find an acronym that is spelled with full stops.

    A single word with a capital behind makes the letters the initials of a name, unless the
    language lists them or that word is a noun for a person or a body.

    Args:
        syntax: The text.

        first: The token of its first letter.

        last: Where to end.

    Returns:
        The index behind it, its last full stop included; *first* where there is none.
    """
    end = _letters_end(syntax, first, last)
    letters = (end - first + 1) // 2
    if letters < 2:
        return first
    after = end + 1 if end < last and syntax.words[end] == "." else end
    is_listed = "".join(syntax.words[first:end]) in _known(syntax.lexicon)
    if is_listed or not _is_name(syntax, after, last):
        return after
    return after if letters >= _LONG and _is_name(syntax, after + 1, last) else first


def _letters_end(syntax: Syntax, first: int, last: int) -> int:
    """Give the index behind letters with full stops between them, and no blanks."""
    end = first
    while end < last and len(syntax.words[end]) == 1 and syntax.is_name_word(end):
        end += 1
        if end + 1 >= last or syntax.words[end] != "." or not syntax.is_tight(end):
            return end
        end += 1
    return end - 1 if end > first else first


def _is_name(syntax: Syntax, index: int, last: int) -> bool:
    """Whether a token may belong to a person's name: a capital, and no noun of a role or body."""
    if index >= last or not syntax.is_name_word(index):
        return False
    return not heads_of(syntax.lexicon).knows(syntax.words[index])


def is_acronym_stop(syntax: Syntax, index: int) -> bool:
    """Whether a token is the last full stop of an acronym."""
    words = syntax.words
    if words[index] != "." or index < _LONG or words[index - 2] != ".":
        return False
    return len(words[index - 1]) == 1 and syntax.is_name_word(index - 1)
