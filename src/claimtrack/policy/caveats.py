"""
Caveats: what must be told beside a grade, in the order in which a desk tells it.

They come in parts, each of which depends on one part of a claim, so that a judge can tell again
only what changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType

from claimtrack.lineage import Shown
from claimtrack.model.claim import Claim, GivenEvidence
from claimtrack.model.confidence import Caveat, CaveatKind
from claimtrack.model.evidence import Stance
from claimtrack.model.links import LinkKind
from claimtrack.model.makers import maker
from claimtrack.model.response import Outcome
from claimtrack.model.slots import Slot, SlotState
from claimtrack.policy.weigh import Case


class Part(IntEnum):
    """What part of a claim a caveat tells of, in the order in which the parts are told."""

    OPEN_QUESTIONS = 0
    TESTIMONY = 1
    ANSWERS = 2
    LINKS = 3
    RESPONSES = 4
    DESK = 5


PART_OF: Mapping[CaveatKind, Part] = MappingProxyType(
    dict.fromkeys(CaveatKind, Part.TESTIMONY)
    | {
        CaveatKind.UNCLEAR: Part.OPEN_QUESTIONS,
        CaveatKind.STILL_UNCLEAR: Part.ANSWERS,
        CaveatKind.FIGURE_FELL: Part.ANSWERS,
        CaveatKind.FIGURES_INCOMPATIBLE: Part.ANSWERS,
        CaveatKind.CONTRADICTED_BY_CLAIM: Part.LINKS,
        CaveatKind.SUPERSEDED_BY: Part.LINKS,
        CaveatKind.DEPENDS_ON_FALLEN: Part.LINKS,
        CaveatKind.SUPERSEDER_FELL: Part.LINKS,
        CaveatKind.RESPONSE: Part.RESPONSES,
        CaveatKind.RULING_PREDATES_EVIDENCE: Part.DESK,
        CaveatKind.CONFIDENCE_SET: Part.DESK,
    }
)
"""The part that each kind tells of; the evidence, where nothing else is said."""

_ALIKE = 512
"""How many caveats are shared by the claims that are told of in the same way; as many as stamps."""

_made = maker(Caveat)


@lru_cache(maxsize=_ALIKE)
def _caveat(kind: CaveatKind, values: tuple[str, ...], revisions: tuple[int, ...]) -> Caveat:
    # Claims are told of in the same few ways, and each keeps its caveats for as long as it is kept.
    return _made(kind=kind, values=values, revisions=revisions)


def open_questions(claim: Claim) -> list[Caveat]:
    """List the slots that are called unclear and have no answer."""
    names, revisions = [], set()
    for slot in claim.slots:
        if slot.unclear and slot.state is SlotState.UNCLEAR:
            names.append(slot.name)
            revisions.add(slot.unclear[-1])
    return [_caveat(CaveatKind.UNCLEAR, tuple(names), _ascending(revisions))] if names else []


def answers(claim: Claim) -> list[Caveat]:
    """List what is odd about the answers to slots."""
    for slot in claim.slots:
        if slot.candidates:
            break
    else:
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
            yield _caveat(kind, others, tuple(one.revision for one in found))
    for flag in claim.flags:
        superseder = flag.flag.link.kind is LinkKind.SUPERSEDES
        yield _caveat(
            CaveatKind.SUPERSEDER_FELL if superseder else CaveatKind.DEPENDS_ON_FALLEN,
            (flag.flag.link.other,),
            (flag.revision,),
        )


def responses(claim: Claim) -> list[Caveat]:
    """List what came of asking for comment; who spoke on the claim itself is shown by its word."""
    told: dict[tuple[str, str], tuple[int, ...]] = {}
    for enquiry in claim.enquiries:
        heard = enquiry.latest
        response = heard.response
        if response.party.id in claim.accounts or response.outcome is Outcome.WITHDRAWN:
            continue
        values = (response.outcome._value_, response.party.label)
        told[values] = (*told.get(values, ()), heard.revision)
    return [_caveat(CaveatKind.RESPONSE, values, revisions) for values, revisions in told.items()]


def _of(evidence: Sequence[GivenEvidence], stance: Stance) -> list[GivenEvidence]:
    return [one for one in evidence if one.evidence.stance is stance]


def _tell(told: list[Caveat], kind: CaveatKind, evidence: Sequence[GivenEvidence]) -> None:
    """Add one caveat that names the sources of some evidence, or none where there is none."""
    if evidence:
        labels = tuple(dict.fromkeys([one.evidence.source.label for one in evidence]))
        told.append(_caveat(kind, labels, tuple([one.revision for one in evidence])))


def _ascending(revisions: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(revisions))


def _slots(
    claim: Claim, kind: CaveatKind, entries: Callable[[Slot], tuple[int, ...]]
) -> list[Caveat]:
    found = [(slot.name, revisions) for slot in claim.slots if (revisions := entries(slot))]
    if not found:
        return []
    rests_on = {revision for _, revisions in found for revision in revisions}
    return [_caveat(kind, tuple([name for name, _ in found]), _ascending(rests_on))]


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
        if not [one for one in support if one.evidence.source.name]:
            _tell(told, CaveatKind.SOURCES_NOT_NAMED, support)
    elif not case.proofs:
        (origin,) = case.origins
        label = (origin.label,) if origin.label else ()
        told.append(_caveat(CaveatKind.ONE_ORIGIN, label, origin.revisions))
    if 1 < len(support) > len(case.origins):
        for origin in case.origins:
            if len(origin.evidence) > 1:
                records = [one for one in origin.evidence if one.source.description]
                if len(records) > 1 and not all(one.source.is_named for one in records):
                    _tell(told, CaveatKind.MAY_BE_SAME, records)


def _standing_apart(case: Case) -> Caveat:
    unknown = case.independence is Shown.UNKNOWN
    apart = [one for one in case.origins if not one.is_known] if unknown else case.origins
    labels = dict.fromkeys([one.label for one in apart if one.label])
    revisions = [given.revision for one in apart for given in one.evidence]
    kind = CaveatKind.LINEAGE_UNKNOWN if unknown else CaveatKind.INDEPENDENCE_NOT_SHOWN
    return _caveat(kind, tuple(labels), tuple(revisions))


def _hedges(case: Case) -> Caveat:
    held_back = [one for one in case.support if one.evidence.hedges]
    words = dict.fromkeys(hedge.words for one in held_back for hedge in one.evidence.hedges)
    return _caveat(CaveatKind.HEDGED, tuple(words), tuple(one.revision for one in held_back))
