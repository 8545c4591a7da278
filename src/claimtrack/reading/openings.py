"""Openings: the word that opens what is said behind its verb, past what stands between the two."""

from claimtrack.reading.cue_forms import forms_of
from claimtrack.reading.endings import is_participle
from claimtrack.reading.groups import is_in_name, name_end
from claimtrack.reading.syntax import Syntax

_SET_OFF = 45
"""Words between commas, behind a verb and before what opens its content. Ours."""

_TOLD = 5
"""Words for who was told, with no word behind them that opens the content. Ours."""


def opening_of(syntax: Syntax, within: range, tells: bool) -> int | None:
    """
    Find the word that opens a content clause.

    Args:
        syntax: The text.

        within: The tokens behind the verb among which it must stand.

        tells: Whether the verb takes who is told as its object.

    Returns:
        Its index; None where another clause begins first.
    """
    words, small = syntax.words, syntax.small
    comma = _past_when(syntax, within)
    if comma < within.stop and words[comma] == ",":
        set_off = _behind_comma(syntax, comma)
        if set_off is not None:
            return set_off
    for index in within:
        word = words[index]
        if syntax.is_that(index):
            # Behind a noun of its own a verb has an object: "a rule that would change it".
            return None if index > within.start and _has_noun(syntax, within, tells) else index
        if word in small.adverbs:
            continue
        if word == "." and is_in_name(syntax, index):
            continue
        if _takes_over(syntax, within.start, index) or syntax.is_quoted(index) or word in ".;:":
            return None
        if word in small.finite or syntax.opens_clause(index):
            return None
        if small.omits_that and is_past(syntax, within.start, index):
            return None
    return None


def _past_when(syntax: Syntax, within: range) -> int:
    """Skip when something was said: "said on Monday, citing X, that"."""
    index = within.start
    while index + 1 < within.stop:
        is_led = syntax.words[index] in syntax.small.prepositions and syntax.is_time(index + 1)
        if not is_led and not syntax.is_time(index):
            break
        index += 1
    return index


def _behind_comma(syntax: Syntax, comma: int) -> int | None:
    """Find the opening word where something stands between commas first: ", at noon, that"."""
    sentence = syntax.article.sentence_at(syntax.tokens.starts[comma])
    last = comma if sentence is None else syntax.span(sentence).stop
    for index in range(comma + 1, min(last, comma + _SET_OFF)):
        word = syntax.words[index]
        if word == syntax.small.strong_that and syntax.is_that(index):
            return index if syntax.words[index - 1] == "," else None
        if syntax.is_quoted(index) or word in ";:" or _takes_over(syntax, comma, index):
            return None
    return None


def _has_noun(syntax: Syntax, within: range, tells: bool) -> bool:
    small, first = syntax.small, syntax.words[within.start]
    if not small.omits_that or tells:
        return False
    if first in small.prepositions:
        return not any(
            syntax.is_time(index)
            or syntax.is_capital(index)
            or syntax.words[index] in small.occasions
            for index in within[1:6]
        )
    return first in small.determiners or first in small.quantifiers


def _takes_over(syntax: Syntax, first: int, index: int) -> bool:
    """Whether another verb of attribution stands here: what follows is its own."""
    before, small = syntax.words[index - 1], syntax.small
    if index == first or (before != "," and not small.omits_that):
        return False
    if before in small.determiners or before in small.adverbs or before in small.occasions:
        return False
    forms = forms_of(syntax.lexicon).get(syntax.words[index], ())
    return any(tuple(syntax.words[index : index + len(form.words)]) == form.words for form in forms)


def is_past(syntax: Syntax, first: int, index: int) -> bool:
    """Whether a word has the ending of a past tense and stands where one can."""
    if index == first or not is_participle(syntax, index):
        return False
    before, small = syntax.words[index - 1], syntax.small
    return not (
        before in small.determiners or before in small.adverbs or before in small.quantifiers
    )


def past_object(syntax: Syntax, behind: range, *, tells: bool) -> int:
    """
    Skip who was told, and when, before a content that no word opens.

    Args:
        syntax: The text.

        behind: The tokens behind the verb.

        tells: Whether the verb takes who is told as its object.

    Returns:
        The index at which the content begins.
    """
    words, start = syntax.words, behind.start
    if tells and start + 1 < behind.stop:
        start = _past_told(syntax, behind)
    while start < behind.stop and syntax.is_time(start) and words[start].isalpha():
        if words[start] in syntax.small.quantifiers:
            break
        start += 1
    return start


def _past_told(syntax: Syntax, behind: range) -> int:
    """Skip who was told: a name or some words, with a clause or its pronoun behind."""
    words, small, start = syntax.words, syntax.small, behind.start
    begins = small.determiners | small.titles
    is_phrase = words[start] in small.determiners
    for index in range(start + 1, min(start + _TOLD, behind.stop)):
        is_pronoun = words[index] in small.singular or words[index] in small.plural
        # "told the court the thefts began": a noun stands between the two articles.
        if is_pronoun or (is_phrase and index > start + 1 and words[index] in begins):
            return start if words[index - 1] in small.prepositions else index
    after = name_end(syntax, start, behind.stop)
    goes_on = after < behind.stop and words[after] in begins
    return after if goes_on or words[start] in small.addressees else start
