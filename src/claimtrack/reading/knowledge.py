"""Knowledge: the words that tell how people without a name know what they say."""

import re
from functools import cache

from claimtrack.reading.heads import heads_of
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.syntax import Syntax


@cache
def knowledge_of(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of words by which a source is said to know: "familiar with the plan"."""
    return tuple(lexicon.compiled(one) for one in lexicon.tables.anonymous.knowledge)


def tells_how(syntax: Syntax, first: int, at: int, last: int) -> bool:
    """
    Whether a small word belongs to how somebody knows: "doi oficiali informați despre plan".

    Args:
        syntax: The text.

        first: The first token of the phrase.

        at: The small word's.

        last: Where the sentence ends.
    """
    unnamed = heads_of(syntax.lexicon).unnamed
    if unnamed.isdisjoint(syntax.words[first:at]):
        return False
    starts, ends = syntax.tokens.starts, syntax.tokens.ends
    for pattern in knowledge_of(syntax.lexicon):
        for found in pattern.finditer(syntax.article.folded, starts[first], ends[last - 1]):
            if found.start() > starts[at]:
                break
            if found.end() > ends[at] and " " in found[0]:
                return _is_near(syntax, found.start(), at)
    return False


def _is_near(syntax: Syntax, start: int, at: int) -> bool:
    """Whether no other preposition stands between where words begin and one of them."""
    small, index = syntax.small, at - 1
    while index >= 0 and syntax.tokens.starts[index] > start:
        if syntax.words[index] in small.prepositions:
            return False
        index -= 1
    return True


def knows_from(syntax: Syntax, at: int) -> bool:
    """Whether a token begins the words for how somebody knows: "care cunosc planul"."""
    start = syntax.tokens.starts[at]
    return any(
        found is not None and " " in found[0]
        for found in (
            one.match(syntax.article.folded, start) for one in knowledge_of(syntax.lexicon)
        )
    )
