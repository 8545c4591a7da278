"""
Amending: a follow-up that was applied, applied again with other content.

What vanished is taken back as a slip of the desk, what is new is recorded, the rest stays.
"""

from claimtrack.errors import UpdateRefusedError
from claimtrack.ledger.content import Content, Said
from claimtrack.ledger.transaction import Act
from claimtrack.model.entry import Entry
from claimtrack.model.follow_up import Item
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    CommentSought,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    TakenBackBy,
)

_BECAUSE = "the follow-up was amended"
_SLIPS = (SlotAnswered, SlotClosed, SlotDeclaredUnclear, CommentAnswered, CommentSought)


def amend(act: Act, recorded: Content, wanted: Content) -> None:
    """
    Bring the record in line with a follow-up's new content.

    Raises:
        UpdateRefusedError: Something vanished that cannot be taken back as a slip: the opening of a
            claim, its words, a link, a ruling.
    """
    for said, entry in recorded.items():
        if said not in wanted and isinstance(entry, Entry):
            _take_back(act, said, entry)
    for said, item in wanted.items():
        if said not in recorded and isinstance(item, Item):
            _add(act, item)


def _take_back(act: Act, said: Said, entry: Entry) -> None:
    if isinstance(entry.update, EvidenceGiven):
        slip = EvidenceTakenBack(given=entry.revision, by=TakenBackBy.ENTRY_ERROR)
        act.record(entry.claim_id, slip, _BECAUSE)
    elif isinstance(entry.update, _SLIPS):
        act.record(entry.claim_id, EntryTakenBack(given=entry.revision), _BECAUSE)
    else:
        reason = f"an amendment cannot take back what revision {entry.revision} says: {said.kind}"
        raise UpdateRefusedError(entry.claim_id, (reason,))


def _add(act: Act, item: Item) -> None:
    if isinstance(item.update, ClaimOpened):
        act.open(item.claim_id, item.update, item.because, same_text=item.same_text)
    else:
        act.record(item.claim_id, item.update, item.because)
