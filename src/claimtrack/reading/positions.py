"""Positions: what a noun phrase says of the office of whom it names, and of the body behind it."""

from claimtrack.reading.acronyms import acronym_end, is_acronym_stop
from claimtrack.reading.groups import name_end
from claimtrack.reading.heads import heads_of
from claimtrack.reading.syntax import Syntax


def role_of(syntax: Syntax, inside: range, person: range | None) -> str:
    """
    Give the words about a name: before it, else what explains it behind a comma.

    Args:
        syntax: The text.

        inside: The tokens of the noun phrase.

        person: Those of the name in it; None where no person is named.
    """
    if person is None:
        return ""
    before = _without_signs(syntax, range(inside.start, person.start))
    if before and syntax.words[before.stop - 1] in syntax.small.titles:
        before = _without_signs(syntax, before[:-1])
    if before and syntax.words[before.stop - 1] in syntax.small.breaks:
        return ""  # another person's name
    if before:
        return syntax.place(before.start, before.stop).of(syntax.body)
    after = range(person.stop, inside.stop)
    while after and not syntax.is_word(after.start):
        after = after[1:]
    if after and syntax.words[after.start] in syntax.small.breaks:
        return ""
    return syntax.place(after.start, after.stop).of(syntax.body) if after else ""


def _without_signs(syntax: Syntax, before: range) -> range:
    """Leave out the signs at the end, but for the full stop of an acronym."""
    while before:
        last = before.stop - 1
        if syntax.is_word(last) or is_acronym_stop(syntax, last):
            break
        before = before[:-1]
    return before


def affiliation_of(syntax: Syntax, inside: range, head: int | None, person: range | None) -> str:
    """
    Give the body named behind the noun: "a spokesman of X".

    Args:
        syntax: The text.

        inside: The tokens of the noun phrase.

        head: The noun that says what it is; None where none is known.

        person: The tokens of the name in it; None where no person is named.
    """
    if head is None:
        return ""
    small, bodies = syntax.small, heads_of(syntax.lexicon).bodies
    last = person.start if person is not None and person.start > head else inside.stop
    for index in range(head + 1, last):
        word = syntax.words[index]
        if word == "," or word in small.relatives:
            break
        first = index + 1
        is_link = word in small.links and word not in small.breaks
        if word in small.name_links and syntax.words[head] in bodies:
            break  # "Inspectoratul pentru Situații de Urgență": the body's own name
        is_body = is_link and first < last and syntax.words[first] in bodies
        if is_body and word in small.firm_links and not syntax.is_capital(first):
            return syntax.place(first, first + 1).of(syntax.body)
        if is_link and first < last and syntax.is_capital(first):
            end = max(name_end(syntax, first, last), acronym_end(syntax, first, last))
            return syntax.place(first, end).of(syntax.body)
    return ""
