"""Endings: what a word is by its shape alone, where no list of words can be complete."""

from claimtrack.reading.cue_forms import perfect_of
from claimtrack.reading.syntax import Syntax

_PARTICIPLE = 3
"""Letters of the shortest participle: Romanian "zis"."""


def is_gerund(syntax: Syntax, index: int) -> bool:
    """Whether a word has the ending of a gerund."""
    return len(syntax.words[index]) > 4 and syntax.words[index].endswith(syntax.small.gerunds)


def is_participle(syntax: Syntax, index: int) -> bool:
    """Whether a word has the ending of a participle."""
    word = syntax.words[index]
    if len(word) < _PARTICIPLE or not word.endswith(syntax.small.participles):
        return False
    return not (syntax.small.no_participles and word.endswith(syntax.small.no_participles))


def is_perfect(syntax: Syntax, word: str) -> bool:
    """Whether a word is the auxiliary of a perfect tense, alone."""
    pattern = perfect_of(syntax.lexicon)
    return pattern is not None and pattern.fullmatch(word) is not None


def is_preposition(syntax: Syntax, index: int) -> bool:
    """Whether a word is a preposition, and no name that is spelled like one: "De Vries"."""
    if syntax.words[index] not in syntax.small.prepositions:
        return False
    return not (syntax.is_capital(index) and index > 0 and syntax.is_word(index - 1))
