"""
Admission: what must hold before an update is recorded. Every objection is given, not the first.

The fold takes what is recorded as it is; this is the door before it.
"""

from collections.abc import Iterator

from claimtrack.model.claim import Claim
from claimtrack.model.links import Link
from claimtrack.model.slots import fell
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    CommentAnswered,
    CommentSought,
    ConfidenceSet,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    IndependenceShown,
    Linked,
    Noted,
    Reworded,
    Ruled,
    RulingLifted,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
    SourceRated,
    Translated,
    Unlinked,
    Update,
)

ALWAYS_ADMITTED = frozenset(
    {EvidenceGiven, SlotDeclaredUnclear, CommentSought, CommentAnswered, Reworded, Noted}
)
"""Kinds of update that nothing stands against once the claim is open."""


def objections(claim: Claim | None, update: Update, because: str) -> Iterator[str]:
    """
    Yield what stands against recording an update.

    Args:
        claim: The claim as it is; None where it is not open yet.

        update: What is to be recorded.

        because: The reason given for it.

    Yields:
        One clause each, without a full stop; nothing where it may be recorded.
    """
    if claim is None or type(update) in ALWAYS_ADMITTED:
        return
    match update:
        case ClaimOpened():
            yield "it is open already"
        case SlotAnswered():
            yield from _against_answer(claim, update, because)
        case EvidenceTakenBack(given=given):
            yield from _against_taking_back(claim, given)
        case EntryTakenBack(given=given):
            yield from _against_undoing(claim, given)
        case SourceRated(source=source) | SourceNamed(source=source):
            if claim.source(source) is None:
                yield f"it does not rest on source {source}"
        case IndependenceShown(first=first, second=second):
            yield from _unless_reason("showing independence", because)
            yield from _unless_spoke(claim, first)
            yield from _unless_spoke(claim, second)
        case Ruled(status=status):
            yield from _unless_reason("a ruling", because)
            if status is Status.LAPSED and claim.kind not in _MAY_LAPSE:
                yield f"only a plan or a prediction can lapse, and this is of kind {claim.kind}"
        case RulingLifted():
            yield from _unless_reason("lifting a ruling", because)
            if claim.ruling is None:
                yield "there is no ruling to lift"
        case ConfidenceSet():
            yield from _unless_reason("setting the credibility", because)
        case SlotClosed():
            yield from _unless_reason("closing a slot", because)
        case Linked(link=link):
            yield from _against_link(claim, link)
        case Unlinked(link=link):
            if link not in _links(claim):
                yield f"there is no link {link.kind} with {link.other}"
        case Translated(lang=lang):
            if not lang:
                yield "a translation needs its language"
            elif lang == claim.lang:
                yield f"its own words are in {lang}: reword it instead"


_MAY_LAPSE = frozenset({ClaimKind.PLAN, ClaimKind.PREDICTION})


def _unless_reason(what: str, because: str) -> Iterator[str]:
    if not because.strip():
        yield f"{what} needs a reason"


def _unless_spoke(claim: Claim, source: str) -> Iterator[str]:
    if not any(one.source.id == source for one in claim.evidence):
        yield f"it has no evidence of source {source}"


def _against_answer(claim: Claim, update: SlotAnswered, because: str) -> Iterator[str]:
    """Ask for a reason where a figure falls; where it rises nobody is surprised."""
    figure = update.value.figure
    before = [
        one.value.figure
        for one in claim.slot(update.slot).candidates
        if one.value.figure is not None
    ]
    if figure is not None and before and fell(before[-1], figure):
        yield from _unless_reason(f"a fall from {before[-1]} to {figure}", because)


def _against_taking_back(claim: Claim, given: int) -> Iterator[str]:
    for one in claim.evidence:
        if one.revision == given:
            if one.taken_back is not None:
                yield f"the evidence of revision {given} was taken back by {one.taken_back.by}"
            return
    yield f"revision {given} gives no evidence"


def _against_undoing(claim: Claim, given: int) -> Iterator[str]:
    if not claim.holds(given):
        yield f"revision {given} says nothing of a slot or a response"


def _links(claim: Claim) -> list[Link]:
    return [standing.link for standing in claim.links]


def _against_link(claim: Claim, link: Link) -> Iterator[str]:
    if link.other == claim.id:
        yield "it cannot be linked to itself"
    elif link in _links(claim):
        yield f"it is linked so to {link.other} already"
    elif Link(kind=link.kind, other=link.other, inverse=not link.inverse) in _links(claim):
        yield f"{link.other} is linked to it the other way round"
