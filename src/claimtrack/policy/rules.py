"""
Rules: the rows of a policy's table, as data. The first that applies decides.

A rule never gives a score alone. It names what it asks for, says on which entries it rests, and
what would meet it.
"""

from collections.abc import Callable, Iterable

import attrs

from claimtrack.lineage import Shown, are_independent, independence
from claimtrack.model.claim import GivenEvidence
from claimtrack.model.confidence import Credibility
from claimtrack.model.evidence import Standing
from claimtrack.model.links import LinkKind
from claimtrack.model.status import Status
from claimtrack.policy.weigh import Case


@attrs.frozen(kw_only=True)
class Rule:
    """
    One row of a policy's table.

    Attributes:
        name: What findings call it.

        requirement: What it asks for, one clause.

        would_meet: What would meet it, one clause.

        applies: Whether a case has it.

        status: The status it gives.

        credibility: The credibility it gives; None leaves that to the rows below.

        rests_on: The entries it rests on.
    """

    name: str
    requirement: str
    would_meet: str
    applies: Callable[[Case], bool]
    status: Status
    credibility: Callable[[Case], Credibility | None]
    rests_on: Callable[[Case], Iterable[int]]


def _revisions(evidence: Iterable[GivenEvidence]) -> tuple[int, ...]:
    return tuple(one.revision for one in evidence)


def _always(credibility: Credibility) -> Callable[[Case], Credibility]:
    return lambda case: credibility


def _denied_by_another_party(case: Case) -> list[GivenEvidence]:
    """Find denials on the record by actors. A source that supports the claim denies nothing."""
    return [
        one
        for one in case.opposition
        if one.evidence.standing is Standing.ACTOR and one.evidence.is_on_record
    ]


def _by_word(case: Case) -> Credibility:
    """Rate strong support by word: surer where another origin is shown to know of it by itself."""
    spoken = {one.revision for one in case.words}
    pairs = {one.pair for one in case.claim.independence}
    firm = [origin for origin in case.origins if not origin.is_hedged]
    for strong in case.origins:
        if spoken.isdisjoint(strong.revisions):
            continue
        for other in firm:
            if other is not strong and are_independent(strong, other, pairs):
                return Credibility.CONFIRMED
    return Credibility.PROBABLY_TRUE


def _corroborated(case: Case) -> Credibility | None:
    """Rate independent origins; where one of two holds back, leave it to the rows below."""
    firm = [origin for origin in case.origins if not origin.is_hedged]
    shown = independence(firm, case.claim.independence) is Shown.SHOWN
    return Credibility.PROBABLY_TRUE if shown else None


def _disputed(case: Case) -> Credibility:
    interested = case.only_the_interested_object
    return Credibility.POSSIBLY_TRUE if interested else Credibility.DOUBTFUL


def _reported(case: Case) -> Credibility:
    for one in case.plain:
        evidence = one.evidence
        if evidence.is_first_hand and evidence.is_on_record and not evidence.hedges:
            return Credibility.PROBABLY_TRUE
    return Credibility.POSSIBLY_TRUE


def _unverified(case: Case) -> Credibility:
    interested = case.only_the_interested_object
    return Credibility.CANNOT_BE_JUDGED if interested else Credibility.DOUBTFUL


def _superseding(case: Case) -> tuple[int, ...]:
    links = case.claim.links
    if not links:
        return ()
    return tuple(
        one.revision for one in links if one.link.kind is LinkKind.SUPERSEDES and one.link.inverse
    )


NEWSROOM_RULES = (
    Rule(
        name="strong on both sides",
        requirement="strong support and strong contradiction",
        would_meet="strong evidence on both sides",
        applies=lambda case: bool(case.rebuttals and (case.proofs or case.words)),
        status=Status.DISPUTED,
        credibility=_always(Credibility.CANNOT_BE_JUDGED),
        rests_on=lambda case: _revisions(case.proofs + case.words + case.rebuttals),
    ),
    Rule(
        name="strong contradiction",
        requirement="strong contradiction and no strong support",
        would_meet="the desk's own witness, an authenticated document or a disinterested authority"
        " against it",
        applies=lambda case: bool(case.rebuttals) and not (case.proofs or case.words),
        status=Status.REFUTED,
        credibility=_always(Credibility.IMPROBABLE),
        rests_on=lambda case: _revisions(case.rebuttals),
    ),
    Rule(
        name="witness or document",
        requirement="the desk's own witness or an authenticated document supports it",
        would_meet="a document shown to be genuine, or the desk seeing it itself",
        applies=lambda case: bool(case.proofs),
        status=Status.CONFIRMED,
        credibility=_always(Credibility.CONFIRMED),
        rests_on=lambda case: _revisions(case.proofs),
    ),
    Rule(
        name="strong word denied",
        requirement="strong support by word, and another party to the matter denies on the record",
        would_meet="a denial on the record by another party, against strong support by word",
        applies=lambda case: bool(case.words and _denied_by_another_party(case)),
        status=Status.DISPUTED,
        credibility=_always(Credibility.POSSIBLY_TRUE),
        rests_on=lambda case: _revisions(case.words + _denied_by_another_party(case)),
    ),
    Rule(
        name="strong word",
        requirement="strong support by word alone",
        would_meet="a disinterested authority, or an actor's admission of what others said first,"
        " by name, on the record and unhedged",
        applies=lambda case: bool(case.words) and not case.proofs,
        status=Status.CONFIRMED,
        credibility=_by_word,
        rests_on=lambda case: _revisions(case.words),
    ),
    Rule(
        name="superseded",
        requirement="a newer claim supersedes it",
        would_meet="a link by which another claim supersedes it",
        applies=lambda case: bool(_superseding(case)),
        status=Status.SUPERSEDED,
        credibility=lambda case: None,
        rests_on=_superseding,
    ),
    Rule(
        name="taken back",
        requirement="it had support, and all of it was taken back",
        would_meet="its sources or outlets taking back what supports it",
        applies=lambda case: bool(case.claim.withdrawn) and not case.support,
        status=Status.RETRACTED,
        credibility=_always(Credibility.CANNOT_BE_JUDGED),
        rests_on=lambda case: case.claim.withdrawn,
    ),
    Rule(
        name="independent origins",
        requirement="two or more origins shown to be independent, contradicted by interested"
        " parties at most",
        would_meet="a second origin, shown to be independent of the first",
        applies=lambda case: (
            len(case.support) > 1  # cheaper to ask than where it goes back to
            and len(case.origins) > 1
            and case.only_the_interested_object
            and case.independence is Shown.SHOWN
        ),
        status=Status.CORROBORATED,
        credibility=_corroborated,
        rests_on=lambda case: _revisions(case.support),
    ),
    Rule(
        name="plain on both sides",
        requirement="plain support and plain contradiction",
        would_meet="attributed evidence on both sides",
        applies=lambda case: bool(case.plain and case.objections),
        status=Status.DISPUTED,
        credibility=_disputed,
        rests_on=lambda case: _revisions(case.plain + case.objections),
    ),
    Rule(
        name="plain support",
        requirement="attributed support",
        would_meet="anybody who says so, named or described",
        applies=lambda case: bool(case.plain),
        status=Status.REPORTED,
        credibility=_reported,
        rests_on=lambda case: _revisions(case.plain),
    ),
    Rule(
        name="nothing usable",
        requirement="nothing usable supports it",
        would_meet="all support falling away",
        applies=lambda case: not case.support,
        status=Status.UNVERIFIED,
        credibility=_unverified,
        rests_on=lambda case: _revisions(case.objections),
    ),
)
"""
Rows 2 to 12 of the newsroom table, in order. Row 1, a ruling in force, stands above every table and
is part of `claimtrack.policy.judge`.
"""
