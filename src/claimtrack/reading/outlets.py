"""Outlets: names of agencies and papers, and where one stands in a text."""

from functools import cache

from claimtrack.reading.groups import name_end
from claimtrack.reading.heads import heads_of
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.syntax import Syntax
from claimtrack.reading.tokens import words_in

_SITE_ENDINGS = frozenset({"com", "ro", "md", "net", "org", "info", "news", "tv", "eu", "fr", "de"})
_MASTHEADS = frozenset(
    {"times", "post", "daily", "herald", "tribune", "gazette", "journal", "telegraph", "guardian"}
    | {"mail", "zeitung", "chronicle", "observer", "newsweek", "news", "insider", "sport", "press"}
)
"""Words in the names of papers, in many languages; a name of two words that has one is a paper."""

_LONGEST_LEAD = 5
"""Words between a medium's noun and its name: "the news agency of the region, X". Ours."""


@cache
def _names(lexicon: Lexicon) -> dict[str, tuple[tuple[str, ...], ...]]:
    outlets = lexicon.common.outlets
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in (*outlets.agencies, *outlets.outlets):
        words = words_in(lexicon.folder.fold(name))
        found.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


@cache
def _media(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.folder.fold(noun).split()[-1] for noun in lexicon.tables.roles.media)


def outlet_at(syntax: Syntax, index: int, last: int) -> int | None:
    """
    Find an outlet's name that begins at a token.

    Args:
        syntax: The text.

        index: The token.

        last: Where to end.

    Returns:
        The index behind the name; None where no outlet is named.
    """
    if index >= last or not syntax.is_capital(index):
        return _site(syntax, index, last)
    run = name_end(syntax, index, last)
    if run > index + 1 and any(syntax.words[one] in _MASTHEADS for one in range(index, run)):
        return run
    for name in _names(syntax.lexicon).get(syntax.words[index], ()):
        if tuple(syntax.words[index : index + len(name)]) == name:
            end = index + len(name)
            return _site(syntax, index, last) or end
    return _site(syntax, index, last)


def _site(syntax: Syntax, index: int, last: int) -> int | None:
    """An address is an outlet: ``example.com``, without a blank about its dot."""
    end = index + 1
    while end + 1 < last and syntax.words[end] == "." and syntax.is_tight(end):
        if syntax.words[end + 1] in _SITE_ENDINGS:
            return end + 2
        end += 2
    return None


def is_medium(syntax: Syntax, index: int) -> bool:
    """Whether a token is a noun for a medium: "newspaper", "agency"."""
    return syntax.words[index] in _media(syntax.lexicon)


def outlet_phrase(syntax: Syntax, index: int, last: int) -> int | None:
    """
    Find an outlet with the words that introduce it: "the news agency X", "X television".

    Returns:
        The index behind it; None where no outlet is named.
    """
    seen_medium = is_certain = False
    bodies = heads_of(syntax.lexicon).bodies
    for place in range(index, min(index + _LONGEST_LEAD, last)):
        end = outlet_at(syntax, place, last)
        if end is not None:
            return _with_noun(syntax, end, last)
        named = name_end(syntax, place, last)
        if syntax.is_capital(place) and named < last and _is_after_name(syntax, named):
            return named + 1
        if is_medium(syntax, place):
            seen_medium = True
            # "Agenția de presă X" is a medium, "Agenția Spațială" is none.
            is_certain = is_certain or syntax.words[place] not in bodies
        elif place > index and not seen_medium and syntax.words[place] in syntax.small.links:
            return None  # "Biroul de presă" is no medium
        elif is_certain and syntax.is_capital(place):
            return name_end(syntax, place, last)
        elif not syntax.words[place][0].isalnum() or syntax.opens_clause(place):
            return None
        is_article = syntax.words[place] in syntax.small.determiners
        if not (seen_medium or is_article or syntax.is_capital(place)):
            return None
    return None


def _is_after_name(syntax: Syntax, index: int) -> bool:
    """Whether a medium's noun stands behind its name, as it does where nouns stand last."""
    return syntax.small.omits_that and is_medium(syntax, index)


def _with_noun(syntax: Syntax, end: int, last: int) -> int:
    while end < last and end and is_medium(syntax, end):
        end += 1
    if end + 1 < last and syntax.words[end] == "news" and is_medium(syntax, end + 1):
        return end + 2
    return end
