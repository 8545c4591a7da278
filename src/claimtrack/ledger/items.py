"""Items: one thing that a follow-up says, put on record."""

from claimtrack.errors import DuplicateClaimError
from claimtrack.ledger.act import Act
from claimtrack.model.claim import Claim
from claimtrack.model.follow_up import Item
from claimtrack.model.ids import ClaimId
from claimtrack.model.updates import ClaimOpened, Translated


def record(act: Act, item: Item, raw: bytes = b"") -> None:
    """
    Put an item on record.

    Args:
        act: The act that it is part of.

        item: The item, prepared.

        raw: Its update as JSON, where that is at hand.

    Raises:
        DuplicateClaimError: It opens a claim that is there already, or one that reads otherwise
            where it may be there.
    """
    update = item.update
    if isinstance(update, Translated) and item.if_new and _is_there(act, item.claim_id, update):
        return
    if not isinstance(update, ClaimOpened):
        act.record(item.claim_id, update, item.because, raw=raw)
        return
    known = act.claim(item.claim_id)
    if known is None or not item.if_new:
        act.open(item.claim_id, update, item.because, same_text=item.same_text, raw=raw)
    elif not _is_same(known, update):
        raise DuplicateClaimError(item.claim_id, "the id belongs to a claim that reads otherwise")


def _is_there(act: Act, claim_id: ClaimId, said: Translated) -> bool:
    claim = act.claim(claim_id)
    there = () if claim is None else claim.wordings
    return any((one.text, one.lang) == (said.text, said.lang) for one in there)


def _is_same(claim: Claim, opened: ClaimOpened) -> bool:
    """Whether a claim is what its opening would make it, in words that it has or once had."""
    reads = any((one.text, one.lang) == (opened.text, opened.lang) for one in claim.wordings)
    expected = opened.expected_by in (None, claim.expected_by)
    return reads and expected and (claim.kind, claim.story) == (opened.kind, opened.story)
