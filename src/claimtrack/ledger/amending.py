"""
Amending: a follow-up that was applied, applied again with other content.

What vanished is taken back as a slip of the desk, what is new is recorded, the rest stays. What
came with a report that reads otherwise now, or for another reason, vanished and is new; where it
cannot be taken back, it stays as it was.
"""

from claimtrack.errors import UpdateRefusedError
from claimtrack.ledger.act import Act
from claimtrack.ledger.content import Recorded, Wanted
from claimtrack.ledger.items import record
from claimtrack.ledger.objecting import REFUSALS, Objections
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Entry
from claimtrack.model.follow_up import Item
from claimtrack.model.updates import (
    CommentAnswered,
    CommentSought,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    TakenBackBy,
    Update,
)

_BECAUSE = "the follow-up was amended"
_SLIPS = (SlotAnswered, SlotClosed, SlotDeclaredUnclear, CommentAnswered, CommentSought)


def amend(act: Act, recorded: Recorded, wanted: Wanted, objections: Objections) -> None:
    """
    Bring the record in line with a follow-up's new content.

    What vanished and cannot be taken back as a slip is an objection: the opening of a claim, its
    words, a link, a ruling, a withdrawal.
    """
    renewed = set()
    stays = False
    for said, entry in recorded.items():
        item = wanted.get(said)
        slip = _slip(entry)
        if item is None and slip is None:
            reason = (
                f"an amendment cannot take back what revision {entry.revision} says: {said.kind}"
            )
            objections.add(UpdateRefusedError(entry.claim_id, (reason,)))
            stays = True
        elif item is None and not _stands(act.existing(entry.claim_id), entry.revision):
            continue  # it was taken back since, and nothing is left to take back
        elif slip is not None and (item is None or not _came_so(act, entry, item)):
            act.record(entry.claim_id, slip, _BECAUSE)
            renewed.add(said)
    if stays:
        return  # what is new may be what vanished, and nothing could be said of it
    for said, item in wanted.items():
        if said not in recorded or said in renewed:
            try:
                record(act, item, item.update)
            except REFUSALS as error:
                objections.add(error, item)


def _slip(entry: Entry) -> Update | None:
    """Give the update that takes an entry back; None where nothing does."""
    if isinstance(entry.update, EvidenceGiven):
        return EvidenceTakenBack(given=entry.revision, by=TakenBackBy.ENTRY_ERROR)
    return EntryTakenBack(given=entry.revision) if isinstance(entry.update, _SLIPS) else None


def _stands(claim: Claim, revision: int) -> bool:
    """Whether what an entry gave, that a slip could take back, is still on its claim."""
    given = (one.revision for one in claim.evidence if one.taken_back is None)
    return revision in given or claim.holds(revision)


def _came_so(act: Act, entry: Entry, item: Item) -> bool:
    return (entry.report, entry.because) == (act.report, item.because)
