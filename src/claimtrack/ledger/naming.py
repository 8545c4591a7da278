"""Naming: an id for a claim that was given none."""

from collections.abc import Container
from itertools import count

from claimtrack.ledger.working import Working
from claimtrack.model.ids import ClaimId
from claimtrack.model.updates import ClaimOpened


def choose_id(
    working: Working, opened: ClaimOpened, *, taken: Container[ClaimId] = (), same_text: bool
) -> ClaimId:
    """
    Choose an id for a claim to be opened: the first made from its text that is free.

    The id of a claim that is the same, text and story, is given again, so that what is applied
    twice names the same claim both times; with *same_text* it counts as taken.
    """
    for attempt in count():
        claim_id = working.ids.claim_id(opened.text, attempt)
        if claim_id in taken:
            continue
        known = working.store.summary(claim_id)
        if known is None:
            return claim_id
        if not same_text and (known.text, known.story) == (opened.text, opened.story):
            return claim_id
    raise AssertionError("attempts do not end")  # pragma: no cover
