"""Cues: the words by which an article attributes something to somebody."""

from collections.abc import Iterator
from itertools import groupby, islice

from claimtrack.reading.article import Article
from claimtrack.reading.citing import quotes_another, quoting_before
from claimtrack.reading.cue_forms import (
    Form,
    Phrase,
    anonymity_of,
    forms_of,
    perfect_of,
    phrases_of,
)
from claimtrack.reading.endings import is_gerund
from claimtrack.reading.findings import Cue, Place, Sentence
from claimtrack.reading.frames import frame_of
from claimtrack.reading.heads import heads_of
from claimtrack.reading.kinds import CueKind, Frame
from claimtrack.reading.outlets import is_medium, outlet_phrase
from claimtrack.reading.syntax import BORDERS, Syntax

_MOST = 24
"""Cues of one sentence. Ours: more are no prose, and each is weighed against the others."""

_ANONYMITY = 60
"""Characters in which somebody asks not to be named. Ours."""

_AUXILIARY = 6
"""Words of an auxiliary with what stands between it and the participle. Ours."""


_LABEL = 14
"""Words before a colon behind which somebody's words stand: a name with its office. Ours."""

_SPEECH = 4
"""Words of a quotation behind a colon; fewer are a title or a name. Ours."""


def find_cues(article: Article) -> tuple[Cue, ...]:
    """
    Find the words of attribution of an article, outside of its quotations.

    Args:
        article: The text.

    Returns:
        The cues in order; no two share a character.

    Example:
        >>> [cue.lemma for cue in find_cues(Article("He said that it rained.", lang="en"))]
        ['say']
    """
    syntax = Syntax(article)
    phrases = list(_phrases(syntax))
    taken = {index for cue in phrases for index in syntax.tokens.within(cue)}
    verbs = (cue for sentence in article.sentences for cue in _verbs(syntax, sentence, taken))
    # In other languages a label and a title stand there as often.
    labelled = article.sentences if syntax.small.names_before_colon else ()
    colons = (cue for sentence in labelled for cue in _colon(syntax, sentence))
    found = sorted((*phrases, *verbs, *colons), key=lambda cue: cue.start)
    return tuple(cue for _, cues in groupby(found, key=_sentence_of) for cue in islice(cues, _MOST))


def _sentence_of(cue: Cue) -> int:
    return cue.sentence


def _phrases(syntax: Syntax) -> Iterator[Cue]:
    """Find the phrases that name a source without a verb."""
    end = 0
    article = syntax.article
    found = (
        (match.start(), -match.end(), order, phrase)
        for order, phrase in enumerate(phrases_of(article.lexicon))
        # A medium alone names nobody: it is part of what stands behind a verb.
        if phrase.kind is not CueKind.MEDIUM
        for match in phrase.pattern.finditer(article.folded, article.header.end)
    )
    for start, last, _, phrase in sorted(found, key=lambda one: one[:3]):
        if start < end:
            continue
        cue = _phrase(syntax, start, -last, phrase)
        if cue is not None:
            yield cue
            end = cue.end


def _phrase(syntax: Syntax, start: int, end: int, phrase: Phrase) -> Cue | None:
    tokens = syntax.tokens
    sentence = syntax.article.sentence_at(end - 1)
    first, last = _trimmed(syntax, start, end)
    if sentence is None or first >= last or tokens.starts[first] < sentence.start:
        return None
    within = syntax.span(sentence)
    if syntax.is_quoted(first) or last >= within.stop or syntax.words[last] in phrase.not_before:
        return None
    if first > within.start and syntax.words[first - 1] in phrase.not_after:
        return None
    # ", writes X" carries the report of an outlet; of anybody else it is a verb like others.
    is_verb = tokens.starts[first] > start
    is_outlet = outlet_phrase(syntax, last, within.stop) is not None
    near = range(last, min(last + 2, within.stop))
    may_be = not is_verb and any(
        syntax.is_capital(index) or is_medium(syntax, index) for index in near
    )
    if phrase.kind is CueKind.VIA_OUTLET and not is_outlet and not may_be:
        return None
    place = tokens.place(first, last)
    return Cue(
        start=place.start,
        end=place.end,
        rule=phrase.rule,
        kind=phrase.kind,
        sentence=sentence.number,
        cites=phrase.cites,
    )


def _trimmed(syntax: Syntax, start: int, end: int) -> tuple[int, int]:
    """Leave out the signs before the first word of a match."""
    inside = syntax.tokens.within(Place(start=start, end=end))
    first = inside.start
    while first < inside.stop and not syntax.is_word(first):
        first += 1
    return first, inside.stop


def _verbs(syntax: Syntax, sentence: Sentence, taken: set[int]) -> Iterator[Cue]:
    forms = forms_of(syntax.lexicon)
    words, quoted = syntax.words, syntax.tokens.quoted
    within = syntax.span(sentence)
    index = within.start
    found = 0
    while index < within.stop and found < _MOST:
        known = forms.get(words[index])
        if known is None or quoted[index] >= 0 or index in taken or _is_name(syntax, within, index):
            index += 1
            continue
        cue = _verb(syntax, sentence, within, index)
        if cue is not None:
            yield cue
            found += 1
        index = index + 1 if cue is None else max(index + 1, syntax.tokens.within(cue).stop)


def _is_name(syntax: Syntax, within: range, index: int) -> bool:
    """Whether a capital shows that a word is a name. A verb begins sentences in some languages."""
    if not syntax.is_capital(index):
        return False
    is_first = index == within.start or not syntax.is_word(index - 1)
    return syntax.small.omits_that or not is_first


def _verb(syntax: Syntax, sentence: Sentence, within: range, index: int) -> Cue | None:
    for form in forms_of(syntax.lexicon)[syntax.words[index]]:
        last = index + len(form.words)
        if last > within.stop or tuple(syntax.words[index:last]) != form.words:
            continue
        first = _auxiliary(syntax, within, index, form)
        if first is None or _is_cancelled(syntax, within, range(first, last), form):
            continue
        frame = frame_of(syntax, within, range(first, last), form)
        if frame is None or _asks_anonymity(syntax, first, last, form):
            continue
        if form.is_whole and last < within.stop and _goes_on(syntax, last):
            last, frame = index + 1, Frame.NP
        place = syntax.place(first, last)
        return Cue(
            start=place.start,
            end=place.end,
            rule=form.rule,
            kind=form.kind,
            lemma=form.lemma,
            frame=frame,
            sentence=sentence.number,
            is_negated=_is_negated(syntax, within, range(first, last)),
        )
    return None


def _colon(syntax: Syntax, sentence: Sentence) -> Iterator[Cue]:
    """Find the colon between whoever speaks and their words: "Ann Lee: “We will stay”"."""
    words, within = syntax.words, syntax.span(sentence)
    ahead = range(within.start + 1, min(within.start + _LABEL, within.stop - 1))
    colon = next((index for index in ahead if words[index] == ":"), None)
    if colon is None or syntax.is_tight(colon) or not _is_speech(syntax, colon + 1):
        return
    before = range(within.start, colon)
    is_clause = any(
        syntax.is_quoted(index) or words[index] in syntax.small.finite or words[index] in BORDERS
        for index in before
    )
    # A name, or the noun of an office: "Ten words: “…”" is nobody's speech.
    is_name = all(map(syntax.is_name_word, before[-2:])) and len(before) > 1
    is_office = words[before.start] in heads_of(syntax.lexicon).persons
    has_verb = any(words[index] in forms_of(syntax.lexicon) for index in before)
    if is_clause or has_verb or not (is_name or is_office) or not syntax.is_capital(before.start):
        return
    place = syntax.place(colon, colon + 1)
    yield Cue(
        start=place.start,
        end=place.end,
        rule="cues.colon",
        kind=CueKind.SAID,
        frame=Frame.QUOTE,
        sentence=sentence.number,
    )


def _is_speech(syntax: Syntax, index: int) -> bool:
    """Whether a quotation begins here that is long enough to be speech, not a title."""
    if not syntax.is_quoted(index):
        return False
    quotation = syntax.article.quotations[syntax.tokens.quoted[index]]
    inside = syntax.tokens.within(quotation)
    return inside.start == index and quotation.is_closed and len(inside) - 2 >= _SPEECH


def _goes_on(syntax: Syntax, last: int) -> bool:
    """Whether an object goes on behind its noun, and is what is denied: "reports of a deal"."""
    small = syntax.small
    return small.omits_that and syntax.words[last] in small.firm_links - small.breaks


def _asks_anonymity(syntax: Syntax, first: int, last: int, form: Form) -> bool:
    """Whether what is asked for is not to be named: that tells of a source, not of its words."""
    if form.kind is not CueKind.PROPOSED:
        return False
    starts, ends = syntax.tokens.starts, syntax.tokens.ends
    begin, end = starts[max(0, first - 1)], ends[last - 1]
    folded = syntax.article.folded
    return any(
        found.start() < end < found.end()
        for pattern in anonymity_of(syntax.lexicon)
        for found in pattern.finditer(folded, begin, end + _ANONYMITY)
    )


def _auxiliary(syntax: Syntax, within: range, index: int, form: Form) -> int | None:
    """Give the token at which the verb begins with its auxiliary; None where it needs one."""
    perfect = perfect_of(syntax.lexicon)
    # Where a participle is a past tense too, any form may have an auxiliary.
    if perfect is not None and (form.needs_perfect or syntax.small.passives):
        end = syntax.tokens.ends[index - 1] if index else 0
        for first in range(max(within.start, index - _AUXILIARY), index):
            start = syntax.tokens.starts[first]
            if perfect.fullmatch(syntax.article.folded, start, end):
                return first
    if form.needs_perfect:
        return None
    return _progressive(syntax, within, index) if is_gerund(syntax, index) else index


def _progressive(syntax: Syntax, within: range, index: int) -> int:
    """Give the token at which "is now saying" begins."""
    first = index
    while first > within.start and syntax.words[first - 1] in syntax.small.adverbs:
        first -= 1
    is_auxiliary = first > within.start and syntax.words[first - 1] in syntax.small.passives
    return first - 1 if is_auxiliary else index


def _is_cancelled(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether the words before it show that the verb tells of nobody's words."""
    words, small = syntax.words, syntax.small
    if any(syntax.is_own(index) for index in found) or quotes_another(syntax, within, found):
        return True
    before = found.start - 1
    while before >= within.start and words[before] in small.beside_verbs:
        if words[before] in form.not_after:
            return True
        before -= 1
    if before < within.start:
        return False
    word = words[before]
    if word in form.not_after or syntax.is_own(before):
        return True
    if form.needs_perfect and found.stop - found.start > len(form.words):
        return False
    if word in small.passives and len(form.words) == 1:
        return not is_gerund(syntax, found.stop - 1)
    if small.omits_that and is_gerund(syntax, found.start):
        return not _tells_more(syntax, within, found, form)
    is_bare = small.omits_that and found.stop - found.start == len(form.words)
    if is_bare and words[found.start].endswith("s"):
        is_one = word in small.ones or word == small.strong_that
        is_counted = word in small.quantifiers and not is_one
        if is_counted or _has_auxiliary(syntax, within, found):
            return True  # "names three suspects"
    bare = word.partition("-")[0]
    if word in small.infinitives:
        return True
    return bare in small.infinitives or word in small.determiners or word.endswith("'s")


def _has_auxiliary(syntax: Syntax, within: range, found: range) -> bool:
    """Whether a clause has its verb already: "are critical of claims that" has a noun."""
    words, small = syntax.words, syntax.small
    seen = False
    for index in range(found.start - 1, within.start - 1, -1):
        word = words[index]
        if word in small.relatives:
            return False
        if not syntax.is_word(index) or word in small.breaks or syntax.is_that(index):
            break
        seen = seen or (word in small.passives and word in small.finite)
    return seen


def _tells_more(syntax: Syntax, within: range, found: range, form: Form) -> bool:
    """Whether a gerund goes on with what somebody says: ", adding", "a statement saying that"."""
    words, small = syntax.words, syntax.small
    before = words[found.start - 1]
    if before in small.breaks or not before[0].isalnum():
        return True
    if quoting_before(syntax, within, found.start) is not None:
        return True
    if before in small.determiners and before not in small.agents:
        return False
    after = words[found.stop] if found.stop < len(words) else ""
    is_clause = after in small.singular or after in small.plural or after in small.determiners
    return after == small.strong_that or (is_clause and not form.is_loose)


def _is_negated(syntax: Syntax, within: range, found: range) -> bool:
    words, small = syntax.words, syntax.small
    before = found.start - 1
    while before >= within.start and words[before] in small.beside_verbs:
        if words[before] in small.negation:
            return True
        before -= 1
    near = [*words[found.start : found.stop], *words[max(before, within.start) : found.start]]
    return any(
        word in small.negation or word.endswith("n't") or word.startswith("n-") for word in near
    )
