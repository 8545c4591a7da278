"""Items: one thing that a follow-up says, put on record."""

from claimtrack.errors import DuplicateClaimError
from claimtrack.ledger.act import Act
from claimtrack.model.claim import Claim
from claimtrack.model.follow_up import Item
from claimtrack.model.updates import ClaimOpened, Translated, Update


def record(act: Act, item: Item, update: Update, raw: bytes = b"") -> None:
    """
    Put an item on record.

    Args:
        act: The act that it is part of.

        item: The item.

        update: Its update, prepared.

        raw: The same as JSON, where that is at hand.

    Raises:
        DuplicateClaimError: It opens a claim that is there already, or one that reads otherwise
            where it may be there.
    """
    known = act.claim(item.claim_id) if item.if_new else None
    if known is not None and is_there(known, item):
        if isinstance(update, ClaimOpened) and not _is_same(known, update):
            reason = "the id belongs to a claim that reads otherwise"
            raise DuplicateClaimError(item.claim_id, reason)
    elif isinstance(update, ClaimOpened):
        act.open(item.claim_id, update, item.because, same_text=item.same_text, raw=raw)
    else:
        act.record(item.claim_id, update, item.because, raw=raw)


def is_there(claim: Claim, item: Item) -> bool:
    """Whether a claim has what an item says of it if that is new."""
    update = item.update
    if isinstance(update, Translated):
        said = (update.text, update.lang)
        return item.if_new and any((one.text, one.lang) == said for one in claim.wordings)
    return item.if_new and isinstance(update, ClaimOpened)


def _is_same(claim: Claim, opened: ClaimOpened) -> bool:
    """Whether a claim is what its opening would make it, in words that it has or once had."""
    reads = any((one.text, one.lang) == (opened.text, opened.lang) for one in claim.wordings)
    expected = opened.expected_by in (None, claim.expected_by)
    return reads and expected and (claim.kind, claim.story) == (opened.kind, opened.story)
