"""Frames: what must stand around a verb before it attributes anything."""

from claimtrack.reading.citing import quoting_before
from claimtrack.reading.cue_forms import Form
from claimtrack.reading.endings import is_gerund, is_participle
from claimtrack.reading.groups import closes_relative, is_quoted_name, verb_group
from claimtrack.reading.heads import heads_of
from claimtrack.reading.kinds import CueKind, Frame
from claimtrack.reading.lead_ins import tells_as
from claimtrack.reading.openings import is_past, opening_of
from claimtrack.reading.outlets import outlet_phrase
from claimtrack.reading.syntax import CLOSING, DASHES, Syntax

_REACH, _WEAK_REACH, _LOOSE_REACH = 18, 4, 9
"""Words between a verb and the word that opens its content: plain, ambiguous, ordinary. Ours."""

_OBJECT = 6
"""Words behind a verb within which its object has its noun. Ours."""

_SUBJECT = 16
"""Words of a subject between a quotation and its verb. Ours."""

_WHEN = 6
"""Words of a time between an ordinary verb and who speaks. Ours."""

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
        # "reported on the war", but "reported on Monday".
        is_when = found.stop + 1 < within.stop and syntax.is_time(found.stop + 1)
        if not is_when or syntax.words[found.stop] not in syntax.small.prepositions:
            return None
    if form.no_object and _is_act(syntax, within, found, form):
        return None
    frames = form.frames
    if Frame.POST in frames and tells_as(syntax, within, found) is not None:
        return Frame.POST
    if Frame.THAT in frames and has_that(syntax, within, found, form):
        return Frame.THAT
    if Frame.THAT in frames and _has_clause_before_quotation(syntax, within, found, form):
        return Frame.THAT
    if Frame.QUOTE in frames and _has_quotation(syntax, within, found, form):
        return Frame.QUOTE
    is_plain = not form.is_loose
    if Frame.THAT in frames and _is_clause_behind_time(syntax, within, found):
        return Frame.THAT
    is_behind = Frame.POST in frames and _is_behind(syntax, within, found, form)
    if is_behind and (is_plain or _has_speaker(syntax, within, found)):
        return Frame.POST
    if Frame.THAT in frames and _has_clause(syntax, within, found, form):
        return Frame.THAT
    if form.is_whole or (is_plain and Frame.NP in frames and _has_object(syntax, within, found)):
        return Frame.NP
    return None


def has_that(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a word that opens a content clause follows soon enough."""
    reach = _LOOSE_REACH if form.is_loose else _REACH
    if _has_infinitive(syntax, within, found, form):
        return True
    index = opening_of(syntax, range(found.stop, min(within.stop, found.stop + reach)), form.tells)
    if index is None:
        return False
    small, word = syntax.small, syntax.words[index]
    if word == small.strong_that:
        return True
    if word in small.quantifiers or word in small.singular:
        # German "der" opens a clause, and behind a comma a subject: ", sagte der Minister".
        before = syntax.words[found.start - 1] if found.start > within.start else ""
        if before == "," or before in DASHES:
            return False
    return index < found.stop + _WEAK_REACH and _takes_weak(form)


def _has_infinitive(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether an infinitive tells what is promised or expected, where languages have one so."""
    small, words = syntax.small, syntax.words
    if not small.omits_that or form.kind not in (CueKind.PROMISED, CueKind.ESTIMATED):
        return False
    ahead = words[found.stop : min(within.stop, found.stop + _WEAK_REACH)]
    if form.kind is CueKind.PROMISED:
        return ahead[:1] == ["to"]
    return "to" in ahead[1:] and not is_participle(syntax, found.stop - 1)


def _takes_weak(form: Form) -> bool:
    """Whether "to" or "whether" opens a content too: of plain verbs, and of what is asked for."""
    return not form.is_loose or form.kind in (CueKind.PROPOSED, CueKind.PROMISED)


def _has_quotation(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    is_ahead = _quotation_ahead(syntax, within, found, form)
    return is_ahead or _quotation_behind(syntax, within, found, form)


def _quotation_ahead(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    names = form.frames == {Frame.QUOTE}
    reach = _WEAK_REACH if form.is_loose and not names else _SUBJECT
    for index in range(found.stop, min(within.stop, found.stop + reach)):
        if syntax.words[index] == ":" and not syntax.is_tight(index):
            return True
        if syntax.is_quoted(index):
            return True
        is_link = names and syntax.words[index] in syntax.small.breaks
        if syntax.words[index] in syntax.small.finite or (
            syntax.opens_clause(index) and not is_link
        ):
            return False
    return False


def _quotation_behind(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """The verb follows a quotation at once, or with its subject between the two."""
    words = syntax.words
    first = found.start - 1
    # A quotation may end the sentence before: a stop within its marks.
    for index in range(first, max(within.start - 2, first - _SUBJECT, -1), -1):
        if syntax.is_quoted(index):
            if is_quoted_name(syntax, within.start, index):
                return False
            return index == first or not form.is_loose or _is_said(syntax, index)
        if words[index] in syntax.small.finite or words[index] in ";:.":
            return False
        if syntax.opens_clause(index) and words[index] not in syntax.small.relatives:
            return False
    return False


def _is_said(syntax: Syntax, last: int) -> bool:
    """Whether a quotation that ends here is what somebody says: a sign parts it from the verb."""
    return syntax.words[last + 1] in ",–—-" or syntax.words[last - 1] in ",.?!…"


def _has_clause(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a clause follows that no word opens: "he said it rained"."""
    index = found.stop
    words, small = syntax.words, syntax.small
    if not small.omits_that:
        return False
    if form.tells:
        index = _past_told(syntax, index, within.stop)
    while index < within.stop and syntax.is_time(index) and not words[index][0].isdigit():
        index += 1
    if index >= within.stop or not syntax.is_word(index) or words[index] in small.infinitives:
        return False
    if words[index] in small.nothings and not _has_finite(syntax, index, within.stop):
        return False
    if words[index] in small.singular or words[index] in small.plural or words[index] in small.own:
        return not form.tells or _has_finite(syntax, index, within.stop)
    if form.is_loose:
        return words[index] not in small.prepositions and _has_finite(syntax, index, within.stop)
    return words[index] not in small.relatives and (
        not form.tells or _has_finite(syntax, index, within.stop)
    )


def _has_clause_before_quotation(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a clause begins that quotes only later: "said she was home when he cried “No”"."""
    first, last = found.stop, min(within.stop, found.stop + _SUBJECT)
    quoted = next((index for index in range(first, last) if syntax.is_quoted(index)), None)
    if quoted is None or quoted < first + 2 or syntax.words[quoted - 1] in ",:":
        return False
    if any(syntax.words[index] in ",:;" for index in range(first, quoted)):
        return False
    return _has_clause(syntax, within, found, form) and _has_finite(syntax, first, quoted)


def _is_clause_behind_time(syntax: Syntax, within: range, found: range) -> bool:
    """Whether a time opens the clause that follows: "said last week he felt ill"."""
    index, small = found.stop, syntax.small
    while index < within.stop and syntax.is_time(index):
        index += 1
    if not small.omits_that or index == found.stop or index >= within.stop:
        return False
    is_pronoun = syntax.words[index] in small.singular | small.plural
    return is_pronoun and _has_finite(syntax, index, within.stop)


def _past_told(syntax: Syntax, index: int, last: int) -> int:
    """Skip who was told: an outlet, reporters, one word else with its article."""
    if index >= last or not syntax.is_word(index):
        return index
    outlet = outlet_phrase(syntax, index, last)
    if outlet is not None:
        return outlet
    return index + 1 + (syntax.words[index] in syntax.small.determiners)


def _has_finite(syntax: Syntax, first: int, last: int) -> bool:
    for index in range(first, min(last, first + _CLAUSE)):
        word = syntax.words[index]
        if word in syntax.small.finite or is_past(syntax, first, index):
            return True
        if not syntax.is_word(index) or syntax.opens_clause(index) or word == "to":
            return False
    return False


def _is_behind(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether what is said stands before it, parted by a comma or a dash."""
    words, small = syntax.words, syntax.small
    if is_gerund(syntax, found.stop - 1):
        return _closes_quoted(syntax, within, found)
    if found.start - within.start < 2:
        return False
    first = verb_group(syntax, within.start, found.start)
    if first <= within.start:
        return False
    before = words[first - 1]
    if before in DASHES and any(words[index] in DASHES for index in range(within.start, first - 1)):
        return False
    if before == "," and closes_relative(syntax, within.start, first - 1):
        return not small.omits_that and _has_speaker(syntax, within, found)
    if before == "," or before in DASHES or syntax.is_quoted(first - 1):
        return not small.omits_that or _is_inverted(syntax, within, found)
    after = _past_told(syntax, found.stop, within.stop) if form.tells else found.stop
    ends = after >= within.stop or words[after] in CLOSING
    if not ends and not syntax.is_time(after) and words[after] not in small.prepositions:
        return False
    for index in range(found.start - 1, max(within.start, found.start - _SUBJECT), -1):
        if words[index] in ",)" or words[index] in DASHES:
            return ends or _shows_verb(syntax, within.start, index)
    return False


def _closes_quoted(syntax: Syntax, within: range, found: range) -> bool:
    """Whether a gerund ends what is said by whom somebody quotes: ", X quoted Y as saying"."""
    if found.stop < within.stop and syntax.words[found.stop] not in CLOSING:
        return False
    verb = quoting_before(syntax, within, found.start)
    return verb is not None and "," in syntax.words[within.start : verb]


def _shows_verb(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a clause stands here, not a phrase that only leads up to the next."""
    return any(
        syntax.words[index] in syntax.small.finite or is_past(syntax, first, index)
        for index in range(first, last)
    )


def _is_inverted(syntax: Syntax, within: range, found: range) -> bool:
    """Whether little enough follows for a subject behind its verb: ", said the mayor"."""
    end = found.stop
    while end < within.stop and syntax.words[end] not in ",;":
        if syntax.words[end] in syntax.small.finite or syntax.is_that(end):
            return False
        end += 1
    is_short = 0 < end - found.stop <= _SUBJECT
    return is_short and _shows_verb(syntax, within.start, found.start)


def _has_speaker(syntax: Syntax, within: range, found: range) -> bool:
    """Whether an ordinary word stands with somebody who may speak, and nothing else."""
    last, words = found.stop, syntax.words
    if syntax.small.omits_that:
        if last < within.stop and words[last] not in ".," and not _is_occasion(syntax, last):
            return False
        for index in range(found.start - 1, max(within.start, found.start - _SUBJECT), -1):
            if words[index] == ",":
                return index < found.start - 1
            if words[index] in syntax.small.finite or syntax.opens_clause(index):
                return False
        return False
    while last < min(within.stop, found.stop + _WHEN) and (
        syntax.is_time(last) or words[last] == "," or words[last].isdecimal()
    ):
        last += 1
    if last >= within.stop or not syntax.is_word(last):
        return False
    heads, small = heads_of(syntax.lexicon), syntax.small
    if heads.knows(words[last]) or syntax.is_capital(last) or words[last] in small.singular:
        return True
    is_definite = bool(small.endings) and syntax.raw(last).lower().endswith(small.endings)
    return is_definite and not words[last].endswith(small.oblique)


def _is_occasion(syntax: Syntax, index: int) -> bool:
    """Whether words tell on what occasion or when something was said: "in a letter"."""
    if syntax.is_time(index):
        return True
    near = range(index + 1, min(index + 4, len(syntax.words)))
    is_phrase = syntax.words[index] in syntax.small.prepositions
    return is_phrase and any(
        syntax.words[one] in syntax.small.occasions or syntax.is_time(one) for one in near
    )


def _is_act(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a verb has an object that is no statement: "denied him a visa", "a negat accesul"."""
    small, end = syntax.small, min(within.stop, found.stop + _OBJECT)
    for index in range(found.stop, end):
        word = syntax.words[index]
        if not syntax.is_word(index) or word in small.prepositions or word in small.that:
            return False
        if word not in form.no_object:
            continue
        if index + 1 == within.stop or not syntax.is_word(index + 1):
            return True
        # "Denied bail was paid" is a clause. The last noun is what is denied, "aid cuts"; where
        # adjectives follow their noun, the first one is.
        is_clause = syntax.words[index + 1] in small.finite
        return not is_clause and (not small.omits_that or _ends_object(syntax, index + 1))
    return False


def _ends_object(syntax: Syntax, index: int) -> bool:
    small, word = syntax.small, syntax.words[index]
    others = (small.prepositions, small.breaks, small.joints, small.finite, small.relatives)
    return syntax.is_time(index) or any(word in one for one in others)


def _has_object(syntax: Syntax, within: range, found: range) -> bool:
    index = found.stop
    first = verb_group(syntax, within.start, found.start)
    if first > within.start and syntax.words[first - 1] in syntax.small.relatives:
        return False
    while index < within.stop and (
        syntax.words[index] in syntax.small.adverbs
        or (syntax.is_time(index) and not syntax.words[index][0].isdigit())
    ):
        index += 1
    if index >= within.stop or not (syntax.is_word(index) or syntax.is_quoted(index)):
        return False
    word = syntax.words[index]
    return word not in syntax.small.infinitives and not (
        word in syntax.small.prepositions or syntax.is_time(index)
    )
