"""Citing: one passes on what another says: "X reported, citing Y", "X quoted Y as saying"."""

from collections.abc import Iterator, Sequence

import attrs

from claimtrack.reading.endings import is_gerund
from claimtrack.reading.findings import Attribution, Cue, Place, Speaker
from claimtrack.reading.kinds import CueKind, SpeakerKind
from claimtrack.reading.syntax import Syntax

_QUOTED = 16
"""Words of whom somebody quotes, between the verb and "as saying". Ours."""

_BESIDE = 3
"""Characters between a citation and the verb behind it that it belongs to: ", ". Ours."""


def quoting_before(syntax: Syntax, within: range, gerund: int) -> int | None:
    """
    Find the verb that passes on what is said by a gerund: "X quoted Y as saying".

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        gerund: The gerund's index.

    Returns:
        The verb's index; None where nobody is quoted.
    """
    words, small = syntax.words, syntax.small
    link = gerund - 1
    if link <= within.start or words[link] not in small.leads:
        return None
    for index in range(link - 1, max(within.start, link - _QUOTED) - 1, -1):
        if words[index] in small.quoting:
            return index
        if syntax.is_quoted(index) or words[index] in ";:" or syntax.opens_clause(index):
            return None
    return None


def quotes_another(syntax: Syntax, within: range, found: range) -> bool:
    """Whether a verb only passes on what another says, whose verb follows: "X quoted Y as"."""
    if syntax.words[found.stop - 1] not in syntax.small.quoting:
        return False
    leads = syntax.small.leads
    return any(
        syntax.words[index] in leads
        and is_gerund(syntax, index + 1)
        and quoting_before(syntax, within, index + 1) == found.stop - 1
        for index in range(found.stop, min(within.stop - 1, found.stop + _QUOTED))
    )


def rest_on_cited(
    own: Sequence[Attribution], speakers: Sequence[Speaker], sentence: Place, body: str
) -> list[Attribution]:
    """
    Give what an outlet tells to those whom it cites for it.

    What an outlet reports, "citing two officials", is said by the officials and told through the
    outlet. Anybody else says it themselves, whomever they cite, and so does the article. Where
    somebody speaks within what is reported, an outlet that is cited has carried those words, and is
    no source of its own.

    Args:
        own: The attributions of one sentence, in order.

        speakers: Everybody who speaks in the article.

        sentence: The sentence.

        body: The article's text.

    Returns:
        The attributions, in order.
    """
    found = list(own)
    for citing in (one for one in own if one.cue.cites):
        told = _told(citing, [one for one in found if not one.cue.cites and one.content])
        if citing.mention is None or (told is None and citing.cue.start == sentence.start):
            continue
        place = found.index(citing)
        if told is None or not _is_outlet(told.speaker, speakers):
            del found[place]
            continue
        at = found.index(told)
        is_said = any(_says_most(other, told) for other in own if other not in (told, citing))
        is_carrier = is_said and _is_outlet(citing.speaker, speakers)
        found[place] = attrs.evolve(
            citing,
            cue=_carrying(citing.cue) if is_carrier else citing.cue,
            content=tuple(_without(told.content, citing, body)),
            is_direct=told.is_direct,
            is_ambiguous=told.is_ambiguous,
            why_ambiguous=told.why_ambiguous,
        )
        found[at] = attrs.evolve(told, cue=_carrying(told.cue), content=found[place].content)
    return found


def _says_most(other: Attribution, carried: Attribution) -> bool:
    """Whether most of what an outlet carries is what somebody else says in it."""
    shared = sum(
        max(0, min(one.end, place.end) - max(one.start, place.start))
        for one in carried.content
        for place in (other.cue, *other.content)
    )
    return shared * 2 > sum(one.end - one.start for one in carried.content)


def _is_outlet(speaker: int | None, speakers: Sequence[Speaker]) -> bool:
    """Whether a report is meant: an outlet's, or one that is nobody's: "it was reported"."""
    return speaker is None or speakers[speaker].kind is SpeakerKind.OUTLET


def _carrying(cue: Cue) -> Cue:
    return attrs.evolve(cue, kind=CueKind.VIA_OUTLET)


def _told(citing: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """Give the attribution that a citation belongs to: right behind it, else the one before."""
    end = _span(citing).end
    behind = next((one for one in others if one.cue.start >= end), None)
    before = next((one for one in reversed(others) if one.cue.end <= citing.cue.start), None)
    is_beside = behind is not None and behind.cue.start - end <= _BESIDE
    return behind if is_beside or before is None else before


def _span(citing: Attribution) -> Place:
    mention = citing.mention
    end = citing.cue.end if mention is None else max(mention.end, citing.cue.end)
    return Place(start=citing.cue.start, end=end)


def _without(content: Sequence[Place], citing: Attribution, body: str) -> Iterator[Place]:
    """Cut the citation itself out of what is said, with the commas about it."""
    cut = _span(citing)
    for place in content:
        if not place.meets(cut):
            yield place
            continue
        last, first = cut.start, cut.end
        while last > place.start and not body[last - 1].isalnum():
            last -= 1
        while first < place.end and not body[first].isalnum():
            first += 1
        if place.start < last:
            yield Place(start=place.start, end=last)
        if first < place.end:
            yield Place(start=first, end=place.end)
