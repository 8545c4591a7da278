"""Naming: an id for a claim that was given none."""

from collections.abc import Container
from itertools import count

from claimtrack.ledger.working import Working
from claimtrack.model.ids import ClaimId, ReportId
from claimtrack.model.updates import ClaimOpened


def choose_id(
    working: Working,
    opened: ClaimOpened,
    *,
    taken: Container[ClaimId] = (),
    same_text: bool,
    report: ReportId | None = None,
) -> ClaimId:
    """
    Choose an id for a claim to be opened: the first made from its text that is free.

    The id of a claim that was opened with the same text in the same story is given again, so that
    what is applied twice names the same claim both times.

    Args:
        working: The ledger's parts.

        opened: The opening.

        taken: Ids that are not free.

        same_text: Whether the story may hold another claim with the same text. Then only a claim
            that the same report opened is given again.

        report: The report that opens the claim; None for desk work.
    """
    changes = working.store.changes()
    for attempt in count():
        claim_id = working.ids.claim_id(opened.text, attempt)
        if claim_id in taken:
            continue
        held = working.held(claim_id, changes)
        if held is None:
            return claim_id
        known = held.claim
        if (known.wordings[0].text, known.story) == (opened.text, opened.story) and (
            not same_text or (report is not None and known.opened_by == report)
        ):
            return claim_id
    raise AssertionError("attempts do not end")  # pragma: no cover
