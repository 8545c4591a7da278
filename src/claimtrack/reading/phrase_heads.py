"""Phrase heads: which noun of a phrase says what it names, and which only depend on it."""

from claimtrack.reading.endings import is_gerund, is_participle
from claimtrack.reading.heads import heads_of
from claimtrack.reading.syntax import Syntax


def core_end(syntax: Syntax, inside: range) -> int:
    """Give the end of a phrase's first part: before a comma or what depends on its noun."""
    small = syntax.small
    for index in inside[1:]:
        word = syntax.words[index]
        if word in "(," or word in small.relatives:
            return index
        if small.omits_that and (word in small.prepositions or word in small.links):
            return index
    return inside.stop


def head_of(syntax: Syntax, core: range) -> int | None:
    """
    Find the noun that says what a phrase names: the last in English, else the first.

    Args:
        syntax: The text.

        core: The phrase's first part, see `core_end`.

    Returns:
        Its token; None where no list knows it: no "bank clerk" is a bank.
    """
    heads = heads_of(syntax.lexicon)
    known = [
        index for index in core if heads.knows(syntax.words[index]) and not is_title(syntax, index)
    ]
    if not known:
        return None
    if not syntax.small.omits_that:
        return None if _is_owner(syntax, known[0], core) else known[0]
    return None if _is_before_noun(syntax, known[-1], core) else known[-1]


def is_title(syntax: Syntax, index: int) -> bool:
    """Whether a word is a title, and no acronym that is spelled alike: Romanian "dna", "DNA"."""
    return syntax.words[index] in syntax.small.titles and not syntax.raw(index).isupper()


def nouns_of(syntax: Syntax, inside: range) -> frozenset[str]:
    """Give what each part of a phrase, between commas and conjunctions, says that it is."""
    first = inside.start
    heads = []
    for index in (*inside, inside.stop):
        is_end = index == inside.stop or syntax.words[index] == ","
        if is_end or syntax.words[index] in syntax.small.joints:
            if first < index:
                heads.append(head_of(syntax, range(first, core_end(syntax, range(first, index)))))
            first = index + 1
    return frozenset(syntax.words[head] for head in heads if head is not None)


def _is_before_noun(syntax: Syntax, index: int, core: range) -> bool:
    """Whether a noun that no list knows follows a body's: "a bank clerk"."""
    small, word, after = syntax.small, syntax.words[index], index + 1
    if after >= core.stop or heads_of(syntax.lexicon).is_person(word) or not syntax.is_word(after):
        return False
    follows = syntax.words[after]
    is_small = follows in small.adverbs or follows in small.prepositions
    is_small = is_small or follows in small.behind_nouns or follows in small.determiners
    is_form = is_participle(syntax, after) or is_gerund(syntax, after)
    return not (is_small or is_form or syntax.is_capital(after) or syntax.is_time(after))


def _is_owner(syntax: Syntax, index: int, core: range) -> bool:
    """Whether a noun that no list knows stands before a body's, joined: "o rudă a ministrului"."""
    small = syntax.small
    slight = small.quantifiers | small.definite | small.adverbs | small.others | small.titles
    joins = small.links | small.prepositions
    before = [at for at in range(core.start, index) if syntax.words[at] not in slight]
    joints = [at for at in before if syntax.words[at] in joins]
    return bool(joints) and any(syntax.words[at].isalpha() for at in before if at < joints[0])
