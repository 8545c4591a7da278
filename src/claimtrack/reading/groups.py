"""Groups: words that belong together: a verb with its pronouns, a name, a relative clause."""

from claimtrack.reading.findings import Place
from claimtrack.reading.heads import heads_of
from claimtrack.reading.syntax import BORDERS, Syntax


def verb_group(syntax: Syntax, begin: int, first: int) -> int:
    """
    Give the first word that goes with a verb: pronouns, adverbs and denials before it.

    Args:
        begin: The sentence's first token.

        first: The verb's.
    """
    small = syntax.small
    while first > begin and not syntax.is_quoted(first - 1):
        word = syntax.words[first - 1]
        if word in small.relatives or word in small.links:
            break
        is_part = word in small.clitics or word in small.negation
        is_part = is_part or is_adverb(syntax, begin, first - 1)
        if not is_part and not (word in small.finite and word in small.infinitives):
            break
        if word in small.breaks and word not in small.adverbs:
            break
        first -= 1
    return first


_NEAR = 3
"""Words before a noun within which what counts it stands: "un al doilea oficial". Ours."""


def is_adverb(syntax: Syntax, begin: int, index: int) -> bool:
    """
    Whether a word is an adverb, and no noun that is spelled like one: Romanian "un oficial".

    Args:
        begin: The first token of the phrase or sentence.

        index: The word's.
    """
    small, words = syntax.small, syntax.words
    if words[index] not in small.adverbs:
        return False
    if not heads_of(syntax.lexicon).is_person(words[index]):
        return True
    for at in range(index - 1, max(begin, index - _NEAR) - 1, -1):
        if not syntax.is_word(at):
            break
        if words[at] in small.ones or words[at] in small.others:
            return False
    return True


def is_finite(syntax: Syntax, index: int) -> bool:
    """Whether a word is a finite verb, and no noun behind an article: "on the plans"."""
    small, word = syntax.small, syntax.words[index]
    if word not in small.finite:
        return False
    if len(word) == 1 and index and syntax.words[index - 1] == "." and syntax.is_tight(index):
        return False  # a letter of an acronym: "M.A.E."
    if not small.omits_that or not index or word in small.passives:
        return True
    before = syntax.words[index - 1]
    return before not in small.determiners or before in small.prepositions


def closes_relative(syntax: Syntax, begin: int, comma: int) -> bool:
    """
    Whether a comma ends a relative clause that another began.

    Args:
        begin: The sentence's first token.

        comma: The comma.
    """
    for index in range(comma - 1, begin, -1):
        if syntax.words[index] == ",":
            first = index + 1
            if syntax.words[first] in syntax.small.prepositions:
                first += 1
            return syntax.words[first] in syntax.small.relatives
        if syntax.is_quoted(index):
            return False
    return False


def name_end(syntax: Syntax, index: int, last: int) -> int:
    """Give the index behind the capitalised words that begin at a token."""
    end = index
    while end < last and syntax.is_word(end) and (syntax.is_capital(end)):
        end += 1
    return max(end, index + 1)


def halves(syntax: Syntax, place: Place) -> tuple[Place, ...]:
    """Give what stands on either side of the one "and" of a phrase; empty for none, or several."""
    inside = syntax.tokens.within(place)
    joints = [index for index in inside[1:-1] if syntax.words[index] in syntax.small.joints]
    if len(joints) != 1:
        return ()
    (joint,) = joints
    return syntax.place(inside.start, joint), syntax.place(joint + 1, inside.stop)


_SHORT_NAME = 5
"""Words of a quotation that is a name within a phrase, not what somebody said. Ours."""


def is_quoted_name(syntax: Syntax, begin: int, last: int) -> bool:
    """
    Whether a quotation that ends at a token is a name behind its noun: "the magazine “Time”".

    Args:
        begin: The sentence's first token.

        last: The closing mark.
    """
    inside = syntax.tokens.within(syntax.article.quotations[syntax.tokens.quoted[last]])
    if len(inside) < 3 or len(inside) - 2 > _SHORT_NAME or inside.start <= begin:
        return False
    if not syntax.is_capital(inside.start + 1) or syntax.words[inside.stop - 2] in ",.!?":
        return False
    before = inside.start - 1
    word, small = syntax.words[before], syntax.small
    return syntax.is_word(before) and word not in small.breaks and word not in small.finite


def opens_sentence(syntax: Syntax, inside: range) -> bool:
    """
    Whether a quotation begins a sentence of its own, though no stop may stand before it.

    Args:
        inside: Its tokens, the marks included.
    """
    first, small = inside.start + 1, syntax.small
    if first >= inside.stop or len(inside) <= _SHORT_NAME or not syntax.is_word(first):
        return False
    is_joined = syntax.words[inside.start - 1] in small.breaks | small.prepositions
    return syntax.is_capital(first) and not is_joined


def is_title(syntax: Syntax, first: int, quoted: int) -> bool:
    """
    Whether a quotation some words behind a verb is a title: ", in his book “Iron”".

    Args:
        first: The token behind the verb and its subject.

        quoted: The opening mark.
    """
    if not syntax.is_quoted(quoted) or quoted < first + 3 or syntax.words[quoted - 1] == ":":
        return False
    inside = syntax.tokens.within(syntax.article.quotations[syntax.tokens.quoted[quoted]])
    return len(inside) - 2 <= _SHORT_NAME and syntax.words[inside.stop - 2] not in ",.!?"


def is_border(syntax: Syntax, index: int) -> bool:
    """Whether a token is a sign that no subject runs across; the colon of "21:40" is none."""
    return syntax.words[index] in BORDERS and not is_clock(syntax, index)


def is_clock(syntax: Syntax, index: int) -> bool:
    """Whether a token is the colon of a time: "21:40"."""
    is_colon = syntax.words[index] == ":" and syntax.words[index - 1].isdecimal()
    return is_colon and syntax.is_tight(index)


def is_in_name(syntax: Syntax, index: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial."""
    if index == 0 or index + 1 >= len(syntax.words) or not syntax.is_word(index - 1):
        return False
    before, after = syntax.words[index - 1], syntax.words[index + 1]
    if after == ",":
        return True
    if syntax.is_tight(index) and after != "'":  # "the U.N.'s envoy"
        return syntax.is_word(index + 1) and (len(before) <= 2 or len(after) <= 4)
    is_short = len(before) <= 2 and syntax.is_capital(index - 1)
    return is_short or before in syntax.small.titles
