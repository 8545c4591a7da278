"""Frames: what must stand around a verb before it attributes anything."""

from claimtrack.reading.cue_forms import Form, forms_of
from claimtrack.reading.heads import heads_of
from claimtrack.reading.kinds import Frame
from claimtrack.reading.outlets import outlet_phrase
from claimtrack.reading.syntax import CLOSING, DASHES, Syntax

_REACH, _WEAK_REACH, _LOOSE_REACH = 18, 4, 9
"""Words between a verb and the word that opens its content: plain, ambiguous, ordinary. Ours."""

_SUBJECT = 16
"""Words of a subject between a quotation and its verb. Ours."""

_CLAUSE = 14
"""Words within which a clause shows a finite verb. Ours."""


def frame_of(syntax: Syntax, within: range, found: range, form: Form) -> Frame | None:
    """
    Say what makes a verb of attribution count.

    Args:
        syntax: The text.

        within: The tokens of its sentence.

        found: Its own tokens, the auxiliary included.

        form: What it is a form of.

    Returns:
        The frame; None where nothing around it shows that it attributes.
    """
    if found.stop < within.stop and syntax.words[found.stop] in form.not_before:
        return None
    frames = form.frames
    if Frame.THAT in frames and has_that(syntax, within, found, form):
        return Frame.THAT
    if Frame.QUOTE in frames and _has_quotation(syntax, within, found, form):
        return Frame.QUOTE
    if (
        Frame.THAT in frames
        and syntax.small.omits_that
        and _has_clause(syntax, within, found, form)
    ):
        return Frame.THAT
    if Frame.POST in frames and _is_behind(syntax, within, found):
        if not form.is_loose or _has_speaker(syntax, within, found):
            return Frame.POST
    if form.is_loose:
        return None
    if Frame.NP in frames and _has_object(syntax, within, found):
        return Frame.NP
    return None


def has_that(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a word that opens a content clause follows soon enough."""
    reach = _LOOSE_REACH if form.is_loose else _REACH
    for index in range(found.stop, min(within.stop, found.stop + reach)):
        if syntax.is_that(index):
            word = syntax.words[index]
            if word == syntax.small.strong_that or index < found.stop + _WEAK_REACH:
                return True
        elif syntax.is_quoted(index) or syntax.words[index] in ".;:":
            return False
        elif syntax.words[index] in syntax.small.adverbs:
            continue
        elif _takes_over(syntax, found.stop, index):
            return False
        elif syntax.words[index] in syntax.small.finite or syntax.opens_clause(index):
            return False
    return False


def _takes_over(syntax: Syntax, first: int, index: int) -> bool:
    """Whether another verb of attribution stands here: what follows is its own."""
    if index == first or syntax.words[index - 1] != ",":
        return False
    return syntax.is_gerund(index) or syntax.words[index] in forms_of(syntax.lexicon)


def _has_quotation(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    return _quotation_ahead(syntax, within, found, form) or _quotation_behind(syntax, within, found)


def _quotation_ahead(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    reach = _WEAK_REACH if form.is_loose else _SUBJECT
    for index in range(found.stop, min(within.stop, found.stop + reach)):
        if syntax.words[index] == ":" and not syntax.is_tight(index):
            return True
        if syntax.is_quoted(index):
            return True
        if syntax.words[index] in syntax.small.finite or syntax.opens_clause(index):
            return False
    return False


def _quotation_behind(syntax: Syntax, within: range, found: range) -> bool:
    """The verb follows a quotation at once, or with its subject between the two."""
    words = syntax.words
    first = found.start - 1
    # A quotation may end the sentence before: a stop within its marks.
    for index in range(first, max(within.start - 2, first - _SUBJECT, -1), -1):
        if syntax.is_quoted(index):
            return index >= within.start or words[index + 1] in ",–—-" or index == first
        if words[index] in syntax.small.finite or words[index] in ";:.":
            return False
        if syntax.opens_clause(index) and words[index] not in syntax.small.relatives:
            return False
    return False


def _has_clause(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a clause follows that no word opens: "he said it rained"."""
    index = found.stop
    words, small = syntax.words, syntax.small
    if form.tells:
        index = _past_told(syntax, index, within.stop)
    while index < within.stop and syntax.is_time(index) and not words[index][0].isdigit():
        index += 1
    if index >= within.stop or not syntax.is_word(index) or words[index] in small.infinitives:
        return False
    if words[index] in small.singular or words[index] in small.plural or words[index] in small.own:
        return not form.tells or _has_finite(syntax, index, within.stop)
    if form.is_loose:
        return words[index] not in small.prepositions and _has_finite(syntax, index, within.stop)
    return words[index] not in small.relatives


def _past_told(syntax: Syntax, index: int, last: int) -> int:
    """Skip who was told: an outlet, reporters, one word else."""
    if index >= last:
        return index
    outlet = outlet_phrase(syntax, index, last)
    return index + 1 if outlet is None else outlet


def _has_finite(syntax: Syntax, first: int, last: int) -> bool:
    for index in range(first, min(last, first + _CLAUSE)):
        word = syntax.words[index]
        if word in syntax.small.finite or _is_past(syntax, first, index):
            return True
        if not syntax.is_word(index) or syntax.opens_clause(index) or word == "to":
            return False
    return False


def _is_past(syntax: Syntax, first: int, index: int) -> bool:
    """Whether a word has the ending of a past tense and stands where one can."""
    if index == first or not syntax.words[index].endswith(syntax.small.participles):
        return False
    before, small = syntax.words[index - 1], syntax.small
    return not (
        before in small.determiners or before in small.adverbs or before in small.quantifiers
    )


def _is_behind(syntax: Syntax, within: range, found: range) -> bool:
    """Whether what is said stands before it, parted by a comma or a dash."""
    words, small = syntax.words, syntax.small
    if syntax.is_gerund(found.stop - 1) or found.start - within.start < 2:
        return False
    before = words[found.start - 1]
    if before == "," or before in DASHES or syntax.is_quoted(found.start - 1):
        return True
    ends = found.stop >= within.stop or words[found.stop] in CLOSING or syntax.is_time(found.stop)
    if not ends and words[found.stop] not in small.prepositions:
        return False
    for index in range(found.start - 1, max(within.start, found.start - _SUBJECT), -1):
        if words[index] in ",)" or words[index] in DASHES:
            return True
    return False


def _has_speaker(syntax: Syntax, within: range, found: range) -> bool:
    """Whether an ordinary word stands with somebody who may speak, and nothing else."""
    last, words = found.stop, syntax.words
    if syntax.small.omits_that:
        if last < within.stop and words[last] not in ".,":
            return False
        for index in range(found.start - 1, max(within.start, found.start - _SUBJECT), -1):
            if words[index] == ",":
                return index < found.start - 1
            if words[index] in syntax.small.finite or syntax.opens_clause(index):
                return False
        return False
    if last >= within.stop or not syntax.is_word(last):
        return False
    known = heads_of(syntax.lexicon).is_subject(words[last])
    return known or syntax.is_capital(last) or words[last] in syntax.small.singular


def _has_object(syntax: Syntax, within: range, found: range) -> bool:
    index = found.stop
    while index < within.stop and syntax.words[index] in syntax.small.adverbs:
        index += 1
    if index >= within.stop or not (syntax.is_word(index) or syntax.is_quoted(index)):
        return False
    word = syntax.words[index]
    return word not in syntax.small.infinitives and not (
        word in syntax.small.prepositions or syntax.is_time(index)
    )
