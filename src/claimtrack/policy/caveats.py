"""
Caveats: what must be told beside a grade, in the order in which a desk tells it.

They come in parts, each of which depends on one part of a claim, so that a judge can tell again
only what changed.
"""

from collections.abc import Callable, Iterator, Sequence

from claimtrack.lineage import Shown
from claimtrack.model.claim import Claim, GivenEvidence
from claimtrack.model.confidence import Caveat, CaveatKind
from claimtrack.model.evidence import Stance
from claimtrack.model.links import LinkKind
from claimtrack.model.response import Outcome
from claimtrack.model.slots import Slot, SlotState
from claimtrack.policy.weigh import Case

OF_SLOTS = frozenset(
    {
        CaveatKind.UNCLEAR,
        CaveatKind.STILL_UNCLEAR,
        CaveatKind.FIGURE_FELL,
        CaveatKind.FIGURES_INCOMPATIBLE,
    }
)
"""The kinds that `open_questions` and `answers` tell."""


def open_questions(claim: Claim) -> list[Caveat]:
    """List the slots that are called unclear and have no answer."""
    return _slots(claim, CaveatKind.UNCLEAR, _unclear) if claim.slots else []


def answers(claim: Claim) -> list[Caveat]:
    """List what is odd about the answers to slots."""
    if not any(slot.candidates for slot in claim.slots):
        return []
    return [
        *_slots(claim, CaveatKind.STILL_UNCLEAR, _still_unclear),
        *_slots(claim, CaveatKind.FIGURE_FELL, lambda slot: slot.falls),
        *_slots(claim, CaveatKind.FIGURES_INCOMPATIBLE, lambda slot: slot.clashes),
    ]


def testimony(case: Case) -> list[Caveat]:
    """List what must be told of the evidence: its origins, hedges and opponents."""
    told: list[Caveat] = []
    if case.support:
        _tell_origins(case, told)
        if case.is_hedged:
            told.append(_hedges(case))
    if case.opposition:
        _tell(told, CaveatKind.DENIED, _of(case.opposition, Stance.DENIES))
        _tell(told, CaveatKind.CONTRADICTED, _of(case.opposition, Stance.CONTRADICTS))
    _tell(told, CaveatKind.DOUBTED, case.doubts)
    _tell(told, CaveatKind.CHANGED_ACCOUNT, case.changed)
    return told


def links(claim: Claim) -> Iterator[Caveat]:
    """Yield what other claims do to it."""
    contradicting, superseding = [], []
    for standing in claim.links:
        if standing.link.kind is LinkKind.CONTRADICTS:
            contradicting.append(standing)
        elif standing.link.kind is LinkKind.SUPERSEDES and standing.link.inverse:
            superseding.append(standing)
    for kind, found in (
        (CaveatKind.CONTRADICTED_BY_CLAIM, contradicting),
        (CaveatKind.SUPERSEDED_BY, superseding),
    ):
        if found:
            others = tuple(one.link.other for one in found)
            yield Caveat(kind=kind, values=others, revisions=tuple(one.revision for one in found))
    for flag in claim.flags:
        superseder = flag.flag.link.kind is LinkKind.SUPERSEDES
        yield Caveat(
            kind=CaveatKind.SUPERSEDER_FELL if superseder else CaveatKind.DEPENDS_ON_FALLEN,
            values=(flag.flag.link.other,),
            revisions=(flag.revision,),
        )


def responses(claim: Claim) -> list[Caveat]:
    """List what came of asking for comment; who spoke on the claim itself is shown by its word."""
    told: dict[tuple[str, ...], Caveat] = {}
    for enquiry in claim.enquiries:
        heard = enquiry.latest
        response = heard.response
        if response.party.id in claim.accounts or response.outcome is Outcome.WITHDRAWN:
            continue
        values = (response.outcome.value, response.party.label)
        before = told.get(values)
        revisions = (heard.revision,) if before is None else (*before.revisions, heard.revision)
        told[values] = Caveat(kind=CaveatKind.RESPONSE, values=values, revisions=revisions)
    return list(told.values())


def _of(evidence: Sequence[GivenEvidence], stance: Stance) -> list[GivenEvidence]:
    return [one for one in evidence if one.evidence.stance is stance]


def _tell(told: list[Caveat], kind: CaveatKind, evidence: Sequence[GivenEvidence]) -> None:
    """Add one caveat that names the sources of some evidence, or none where there is none."""
    if evidence:
        labels = tuple(dict.fromkeys([one.evidence.source.label for one in evidence]))
        revisions = tuple([one.revision for one in evidence])
        told.append(Caveat(kind=kind, values=labels, revisions=revisions))


def _slots(
    claim: Claim, kind: CaveatKind, entries: Callable[[Slot], tuple[int, ...]]
) -> list[Caveat]:
    found = [(slot.name, revisions) for slot in claim.slots if (revisions := entries(slot))]
    if not found:
        return []
    rests_on = {revision for _, revisions in found for revision in revisions}
    names = tuple([name for name, _ in found])
    return [Caveat(kind=kind, values=names, revisions=tuple(sorted(rests_on)))]


def _unclear(slot: Slot) -> tuple[int, ...]:
    return slot.unclear[-1:] if slot.state is SlotState.UNCLEAR else ()


def _still_unclear(slot: Slot) -> tuple[int, ...]:
    return slot.unclear[-1:] if slot.is_still_unclear else ()


def _tell_origins(case: Case, told: list[Caveat]) -> None:
    support = case.support
    if case.is_own_voice:
        # What the desk saw itself needs no source.
        _tell(told, CaveatKind.OWN_VOICE, case.plain + case.words)
    elif len(case.origins) > 1:
        if case.independence is not Shown.SHOWN:
            told.append(_standing_apart(case))
        if not any(one.source.is_named for one in support):
            _tell(told, CaveatKind.SOURCES_NOT_NAMED, support)
    elif not case.proofs:
        (origin,) = case.origins
        label = (origin.label,) if origin.label else ()
        told.append(Caveat(kind=CaveatKind.ONE_ORIGIN, values=label, revisions=origin.revisions))
    if len(support) > 1:
        for origin in case.origins:
            records = [one for one in origin.evidence if one.source.description]
            if len(records) > 1 and not all(one.source.is_named for one in records):
                _tell(told, CaveatKind.MAY_BE_SAME, records)


def _standing_apart(case: Case) -> Caveat:
    unknown = case.independence is Shown.UNKNOWN
    concerned = [one for one in case.origins if not (unknown and one.is_known)]
    return Caveat(
        kind=CaveatKind.LINEAGE_UNKNOWN if unknown else CaveatKind.INDEPENDENCE_NOT_SHOWN,
        values=tuple(dict.fromkeys(origin.label for origin in concerned if origin.label)),
        revisions=tuple(revision for origin in concerned for revision in origin.revisions),
    )


def _hedges(case: Case) -> Caveat:
    held_back = [one for one in case.support if one.evidence.hedges]
    words = dict.fromkeys(hedge.words for one in held_back for hedge in one.evidence.hedges)
    revisions = tuple(one.revision for one in held_back)
    return Caveat(kind=CaveatKind.HEDGED, values=tuple(words), revisions=revisions)
