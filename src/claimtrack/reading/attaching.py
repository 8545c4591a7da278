"""
Attaching: open questions and responses put to the claims that they are about.

An article says late what is unclear and who did not comment; both are about what it opened with.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import attrs

from claimtrack.reading.analysis import Analysis
from claimtrack.reading.article import Article
from claimtrack.reading.draft import ClaimRead, QuestionRead, ResponseRead
from claimtrack.reading.findings import Place, UnclearFound
from claimtrack.reading.folding import WORD
from claimtrack.reading.kinds import Facet, SpeakerKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.rows import Row

_STEM = 5
"""Letters by which two words count as one: "eliberați" and "eliberarea". Ours, as reading found."""

_LOOKED_BACK = 40
"""Claims that a question is held against, the nearest first. Ours: an article has fewer."""

_MOST_ASKED = 12
"""Claims beside the first that a response is taken to be about; ours, nobody is asked of more."""

_TARGET_GUESSED = "that it answers these claims is a guess"
_ABOUT_GUESSED = "that it is about this claim is a guess"


def questions_of(analysis: Analysis, claims: Sequence[ClaimRead]) -> tuple[QuestionRead, ...]:
    """
    Attach each question to the nearest earlier claim that shares a word, else to the first.

    Args:
        analysis: What was found.

        claims: The claims, in the order of the text.
    """
    claims = _of_the_story(analysis, claims)
    stems = [_stems(analysis.article, claim) for claim in claims]
    return tuple(_question(analysis, claims, stems, one) for one in analysis.unclear)


def clarified(
    claims: Sequence[ClaimRead], questions: Sequence[QuestionRead]
) -> tuple[ClaimRead, ...]:
    """Put onto each claim what its questions leave open."""
    facets: dict[str, set[Facet]] = {}
    for question in questions:
        for about in question.about:
            facets.setdefault(about, set()).update(question.facets)
    return tuple(
        attrs.evolve(claim, facets=tuple(one for one in Facet if one in facets[claim.id]))
        if claim.id in facets
        else claim
        for claim in claims
    )


def responses_of(analysis: Analysis, claims: Sequence[ClaimRead]) -> tuple[ResponseRead, ...]:
    """Attach each response to the claims that its party was most likely asked about."""
    return tuple(_responses(analysis, claims))


def _of_the_story(analysis: Analysis, claims: Sequence[ClaimRead]) -> Sequence[ClaimRead]:
    """Leave out what the article says to correct itself: nobody is asked about that."""
    return [one for one in claims if not analysis.notes.hold(one.sentence)]


def _question(
    analysis: Analysis,
    claims: Sequence[ClaimRead],
    stems: Sequence[frozenset[str]],
    unclear: UnclearFound,
) -> QuestionRead:
    own = _stems(analysis.article, unclear.clause)
    earlier = (
        (claim, found)
        for claim, found in zip(reversed(claims), reversed(stems), strict=True)
        if claim.end <= unclear.clause.start
    )
    near = list(islice(earlier, _LOOKED_BACK))
    shared = [(claim, own & found) for claim, found in near if own & found]
    about = [claim for claim, _ in shared[:1]] or claims[:1]
    # One word in common is little, unless the claim stands right before.
    is_sure = bool(shared) and (len(shared[0][1]) > 1 or shared[0][0] is near[0][0])
    return QuestionRead(
        start=unclear.clause.start,
        end=unclear.clause.end,
        facets=unclear.facets,
        sentence=unclear.sentence,
        about=tuple(claim.id for claim in about),
        rule=unclear.rule,
        doubts=() if is_sure else (_ABOUT_GUESSED,),
    )


def _stems(article: Article, place: Place) -> frozenset[str]:
    """Give the beginnings of the content words of a place: those long enough to mean something."""
    words = WORD.findall(article.folded, place.start, place.end)
    stems = {word[:_STEM] for word in words if len(word) > _STEM}
    return frozenset(stems - _common(article.lexicon))


@cache
def _common(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.common.function_words.get(lexicon.language, ())
    return frozenset(lexicon.folder.fold(word)[:_STEM] for word in words)


def _responses(analysis: Analysis, claims: Sequence[ClaimRead]) -> Iterator[ResponseRead]:
    row = Row(claims)
    asked = _asked_about(analysis, _of_the_story(analysis, claims))
    for found in analysis.responses:
        own = row.within(found.clause)
        about = own or [one for one in asked if one is asked[0] or one.end <= found.clause.start]
        yield ResponseRead(
            start=found.start,
            end=found.end,
            kind=found.kind,
            clause=found.clause,
            responder=found.responder,
            speaker=found.speaker,
            asked_by=found.asked_by,
            immediate=found.immediate,
            sentence=found.sentence,
            about=tuple(claim.id for claim in about),
            rule=found.rule,
            doubts=() if own else (_TARGET_GUESSED,),
        )


def _asked_about(analysis: Analysis, claims: Sequence[ClaimRead]) -> list[ClaimRead]:
    """
    Choose the claims that parties are asked about: the first, and what its source said besides.

    A desk asks for comment on what its sources told it, which is what the article opens with.
    """
    if not claims:
        return []
    lead = claims[0]
    speakers = analysis.speakers
    if lead.speaker is None or speakers[lead.speaker].kind is not SpeakerKind.ANONYMOUS:
        return [lead]
    besides = (one for one in claims[1:] if one.speaker == lead.speaker)
    return [lead, *islice(besides, _MOST_ASKED)]
