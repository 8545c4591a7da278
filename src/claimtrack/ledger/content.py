"""Content: what a follow-up says, in a form in which the recorded and the offered compare."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack import codec
from claimtrack.ledger.items import is_there
from claimtrack.ledger.transaction import Transaction
from claimtrack.ledger.withdrawing import goes_back_to
from claimtrack.ledger.working import opened_entry
from claimtrack.model.entry import Entry
from claimtrack.model.follow_up import FollowUp, Item, Withdrawal
from claimtrack.model.ids import ClaimId
from claimtrack.model.links import LinkKind
from claimtrack.model.source import Reliability, Source
from claimtrack.model.updates import (
    CommentAnswered,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    Flagged,
    Linked,
    SlotAnswered,
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
        claim_id: The claim it is about; for a link, the one that it goes out from.

        kind: The stored name of the update's kind.

        words: The update as canonical JSON, without what the ledger adds.
    """

    claim_id: ClaimId
    kind: str
    words: bytes

    def __str__(self) -> str:
        return f"{self.claim_id} {self.kind} {self.words.decode()}"


Recorded = dict[Said, Entry]
"""What was said, with the entry that recorded it."""

Wanted = dict[Said, Item]
"""What is to be said, with the item that says it."""


def content_of(follow_up: FollowUp) -> Wanted:
    """Give the content of a follow-up that was prepared."""
    return {_said(item.claim_id, item.update): item for item in follow_up.items}


def recorded_content(
    transaction: Transaction, applied: Sequence[Applied], follow_up: FollowUp
) -> Recorded:
    """
    Give what was recorded under a follow-up's key, less what amendments took back.

    What followed from what was said is not in it: flags, evidence given again on a claim that is
    kept, and what the follow-up withdraws.
    """
    transaction.flush()
    content: Recorded = {}
    undone: set[tuple[ClaimId, int]] = set()
    for one in applied:
        said_before = {(entry.claim_id, entry.revision) for entry in content.values()}
        for entry in _entries(transaction, one):
            slip = entry.claim_id, _slip(entry.update)
            said = _said(entry.claim_id, entry.update)
            if slip in said_before:
                undone.add(slip)
            elif isinstance(entry.update, (Linked, Unlinked)):
                content.setdefault(said, entry)  # its mirror comes after it
            elif not _follows(transaction, entry, one, follow_up.withdrawals):
                content[said] = entry
    again = _given_again(content) - content_of(follow_up).keys()
    return {
        said: entry
        for said, entry in content.items()
        if said not in again and (entry.claim_id, entry.revision) not in undone
    }


def differences(transaction: Transaction, recorded: Recorded, wanted: Wanted) -> list[str]:
    """Say what vanished and what is new, one line each."""
    found = [f"- {said}" for said in recorded if said not in wanted]
    for said, item in wanted.items():
        held = transaction.held(item.claim_id)
        if said not in recorded and (held is None or not is_there(held.claim, item)):
            found.append(f"+ {said}")
    return found or ["~ the report, a reason or a withdrawal reads otherwise"]


def _entries(transaction: Transaction, applied: Applied) -> Iterator[Entry]:
    for sealed in transaction.working.store.entries(after=applied.first - 1):
        if sealed.position > applied.last:
            return
        yield opened_entry(sealed)


def _slip(update: Update) -> int:
    """Give the revision that an update takes back as a slip of the desk; 0 for none."""
    match update:
        case EvidenceTakenBack(given=given, by=by) | EntryTakenBack(given=given, by=by):
            return given if by is TakenBackBy.ENTRY_ERROR else 0
    return 0


def _follows(
    transaction: Transaction, entry: Entry, applied: Applied, withdrawals: Sequence[Withdrawal]
) -> bool:
    """Whether an entry was not said by a follow-up but followed from what it said."""
    update = entry.update
    if isinstance(update, EntryTakenBack):
        return any(
            update.by is withdrawal.by and withdrawal.concerns(entry.claim_id)
            for withdrawal in withdrawals
        )
    if isinstance(update, EvidenceTakenBack):
        held = transaction.held(entry.claim_id)
        return held is not None and any(
            one.revision == update.given
            and update.by is withdrawal.by
            and withdrawal.concerns(entry.claim_id)
            and goes_back_to(one, withdrawal)
            for withdrawal in withdrawals
            for one in held.claim.evidence
        )
    # What a claim that is kept is given again comes with the report that first gave it.
    carrier = None if entry.report is None else entry.report.id
    return isinstance(update, Flagged) or carrier != applied.report


def _given_again(content: Recorded) -> set[Said]:
    """Find what was given on a claim that is kept because it was given on its duplicate."""
    kept: dict[ClaimId, ClaimId] = {}
    for said, entry in content.items():
        update = entry.update
        if isinstance(update, Linked) and update.link.kind is LinkKind.DUPLICATES:
            both = {entry.claim_id, update.link.other}
            kept[said.claim_id] = (both - {said.claim_id}).pop()
    return {
        Said(kept[said.claim_id], said.kind, said.words)
        for said, entry in content.items()
        if said.claim_id in kept and isinstance(entry.update, EvidenceGiven)
    }


def _said(claim_id: ClaimId, update: Update) -> Said:
    match update:
        case Linked(link=link) | Unlinked(link=link) if link.inverse:
            return _said(link.other, type(update)(link=link.turned(claim_id)))
        case EvidenceGiven(evidence=evidence):
            source = _unrated(evidence.source)
            update = EvidenceGiven(evidence=changed(evidence, source=source))
        case SlotAnswered(source=answering) if answering is not None:
            update = changed(update, source=_unrated(answering))
        case CommentAnswered(response=response):
            update = changed(update, response=changed(response, late=False))
    return Said(claim_id, codec.kind_of(update), codec.to_json(update))


def _unrated(source: Source) -> Source:
    """Leave out what the ledger adds to a source: its rating, and the name it came to have."""
    name = source.name if source.id.startswith(f"{source.kind}:") else ""
    return changed(
        source,
        reliability=Reliability.F,
        rated_at=None,
        name=name,
        role=source.role if name else "",
    )
