"""
Attaching: open questions and responses put to the claims that they are about.

An article says late what is unclear and who did not comment; both are about what it opened with,
unless their words point elsewhere. In a live blog they are about their own entry.
"""

from collections.abc import Sequence
from itertools import islice

import attrs

from claimtrack.reading.analysis import Analysis
from claimtrack.reading.denials import POINTING, Denials
from claimtrack.reading.draft import ClaimRead, QuestionRead, ResponseRead
from claimtrack.reading.entries import Entries
from claimtrack.reading.findings import ResponseFound
from claimtrack.reading.kinds import Facet, ResponseKind, SpeakerKind
from claimtrack.reading.open_questions import Questions
from claimtrack.reading.rows import Row

_MOST_ASKED = 12
"""Claims beside the first that a response is taken to be about; ours, nobody is asked of more."""

_TARGET_GUESSED = "that it answers these claims is a guess"
_TARGET_UNKNOWN = "what it denies is not told: name the claim that it is about"


def questions_of(analysis: Analysis, claims: Sequence[ClaimRead]) -> tuple[QuestionRead, ...]:
    """
    Attach each question to the claim that it is about; see `Questions`.

    Args:
        analysis: What was found.

        claims: The claims, in the order of the text.
    """
    if not analysis.unclear:
        return ()
    questions = Questions(analysis, _of_the_story(analysis, claims))
    return tuple(map(questions.attached, analysis.unclear))


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
    if not analysis.responses:
        return ()
    answers = _Answers(analysis, claims)
    return tuple(map(answers.attached, analysis.responses))


def _of_the_story(analysis: Analysis, claims: Sequence[ClaimRead]) -> Sequence[ClaimRead]:
    """Leave out what the article says to correct itself: nobody is asked about that."""
    return [one for one in claims if not analysis.notes.hold(one.sentence)]


class _Answers:
    """Puts the responses of one article to its claims."""

    def __init__(self, analysis: Analysis, claims: Sequence[ClaimRead]) -> None:
        self._speakers = analysis.speakers
        self._row = Row(claims)
        self._claims = _of_the_story(analysis, claims)
        self._entries = Entries(analysis.article)
        self._lead = self._entries.lead(self._claims)
        self._denials = Denials(analysis, self._claims, self._lead)

    def attached(self, found: ResponseFound) -> ResponseRead:
        own = self._row.within(found.clause)
        pointed = () if own or found.kind not in POINTING else self._denials.pointed_at(found)
        about = own or pointed or self._asked_about(found)
        is_unplaced = found.kind is ResponseKind.DENIED and not (
            own or pointed or any(self._denials.is_plausible(one, found) for one in about)
        )
        guess = _TARGET_UNKNOWN if is_unplaced else _TARGET_GUESSED
        return ResponseRead(
            start=found.start,
            end=found.end,
            kind=found.kind,
            clause=found.clause,
            responder=found.responder,
            speaker=found.speaker,
            asked_by=found.asked_by,
            immediate=found.immediate,
            sentence=found.sentence,
            about=tuple(claim.id for claim in sorted(about, key=lambda one: one.start)),
            is_unplaced=is_unplaced,
            rule=found.rule,
            doubts=() if own else (guess,),
        )

    def _asked_about(self, found: ResponseFound) -> Sequence[ClaimRead]:
        """
        Choose the claims that a party is asked about: the first, and what its source said besides.

        A desk asks for comment on what its sources told it, which is what the article opens with.
        """
        clause = found.clause
        entry = [one for one in self._entries.of(clause, self._claims) if one.end <= clause.start]
        lead = entry[0] if entry else self._lead
        if lead is None:
            return []
        speakers = self._speakers
        if lead.speaker is None or speakers[lead.speaker].kind is not SpeakerKind.ANONYMOUS:
            return [lead]
        besides = (one for one in self._claims if one.speaker == lead.speaker and one is not lead)
        return [lead, *(one for one in islice(besides, _MOST_ASKED) if one.end <= clause.start)]
