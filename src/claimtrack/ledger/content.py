"""Content: what a follow-up says, in a form in which the recorded and the offered compare."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack import codec
from claimtrack.ledger.transaction import Transaction
from claimtrack.ledger.working import opened_entry
from claimtrack.model.entry import Entry
from claimtrack.model.evidence import Evidence
from claimtrack.model.follow_up import FollowUp, Item
from claimtrack.model.ids import ClaimId
from claimtrack.model.source import Reliability
from claimtrack.model.updates import (
    CommentAnswered,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    Flagged,
    Linked,
    TakenBackBy,
    Unlinked,
    Update,
)
from claimtrack.model.words import changed
from claimtrack.ports import Applied


class Said(NamedTuple):
    """
    One thing that a follow-up says.

    Attributes:
        claim_id: The claim it is about.

        kind: The stored name of the update's kind.

        words: The update as canonical JSON, without what the ledger adds.
    """

    claim_id: ClaimId
    kind: str
    words: bytes

    def __str__(self) -> str:
        return f"{self.claim_id} {self.kind} {self.words.decode()}"


Content = dict[Said, "Item | Entry"]
"""What is said, with the item that says it or the entry that recorded it."""


def content_of(follow_up: FollowUp) -> Content:
    """Give the content of a follow-up that was prepared."""
    return {
        _said(item.claim_id, item.update): item
        for item in follow_up.items
        if not _follows(item.update)
    }


def recorded_content(transaction: Transaction, applied: Sequence[Applied]) -> Content:
    """Give the content recorded under one key, less what amendments took back."""
    store = transaction.working.store
    content: Content = {}
    undone: set[tuple[ClaimId, int]] = set()
    for one in applied:
        for sealed in store.entries(after=one.first - 1):
            if sealed.position > one.last:
                break
            entry = opened_entry(sealed)
            update = entry.update
            slip = _slip(update)
            if slip is not None and one is not applied[0]:
                undone.add((entry.claim_id, slip))
            elif not _follows(update):
                content[_said(entry.claim_id, update)] = entry
    return {
        said: entry
        for said, entry in content.items()
        if isinstance(entry, Entry) and (entry.claim_id, entry.revision) not in undone
    }


def differences(recorded: Content, wanted: Content, follow_up: FollowUp) -> list[str]:
    """Say what vanished and what is new, one line each."""
    found = [f"- {said}" for said in recorded if said not in wanted]
    found += [f"+ {said}" for said in wanted if said not in recorded]
    return found or [f"~ the report {follow_up.report.id} or a reason reads otherwise"]


def _slip(update: Update) -> int | None:
    """Give the revision that an update takes back as a slip of the desk; None for none."""
    if isinstance(update, EvidenceTakenBack) and update.by is TakenBackBy.ENTRY_ERROR:
        return update.given
    return update.given if isinstance(update, EntryTakenBack) else None


def _follows(update: Update) -> bool:
    """Whether an entry was not said by the follow-up but followed from what it said."""
    if isinstance(update, (Flagged, EvidenceTakenBack)):
        return True
    return isinstance(update, (Linked, Unlinked)) and update.link.inverse


def _said(claim_id: ClaimId, update: Update) -> Said:
    match update:
        case EvidenceGiven(evidence=evidence):
            update = EvidenceGiven(evidence=_unrated(evidence))
        case CommentAnswered(response=response):
            update = changed(update, response=changed(response, late=False))
    return Said(claim_id, codec.kind_of(update), codec.to_json(update))


def _unrated(evidence: Evidence) -> Evidence:
    """Leave out what the ledger adds to a source: its rating, and the name it came to have."""
    source = evidence.source
    name = source.name if source.id.startswith(f"{source.kind}:") else ""
    plain = changed(
        source,
        reliability=Reliability.F,
        rated_at=None,
        name=name,
        role=source.role if name else "",
    )
    return changed(evidence, source=plain)
