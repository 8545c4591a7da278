"""Changes: what a write did."""

import attrs

from claimtrack.model.claim import Claim
from claimtrack.model.ids import ClaimId
from claimtrack.model.judgement import Judgement
from claimtrack.model.makers import maker


@attrs.frozen(kw_only=True, weakref_slot=False)
class Change:
    """
    What happened to one claim.

    Attributes:
        claim_id: The claim.

        before: Its judgement before; None where it was opened.

        after: Its judgement after.

        revisions: The entries that were written, oldest first.
    """

    claim_id: ClaimId
    before: Judgement | None
    after: Judgement
    revisions: tuple[int, ...]

    @property
    def is_move(self) -> bool:
        """Whether status or grade are not what they were."""
        return self.before is None or _standing(self.before) != _standing(self.after)

    def __str__(self) -> str:
        after = _standing(self.after)
        if self.before is None:
            return f"{self.claim_id}: opened, {after}"
        return f"{self.claim_id}: {_standing(self.before)} -> {after}"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Changes:
    """
    What a follow-up, or a piece of desk work, did.

    Attributes:
        claims: One change for each claim that has new entries, in the order of first mention.

        was_applied: Whether the follow-up had been applied before, so that nothing was written.
    """

    claims: tuple[Change, ...] = ()
    was_applied: bool = False

    @property
    def entry_count(self) -> int:
        """How many entries were written."""
        return sum(len(change.revisions) for change in self.claims)

    def __str__(self) -> str:
        if self.was_applied:
            return "applied before, nothing changed"
        return "\n".join(map(str, self.claims)) or "nothing changed"


_made, _changes = maker(Change), maker(Changes)


def changes_between(before: dict[ClaimId, Claim | None], after: dict[ClaimId, Claim]) -> Changes:
    """Say what became of claims between two moments."""
    return _changes(
        claims=tuple(
            [_change(claim_id, before[claim_id], claim) for claim_id, claim in after.items()]
        )
    )


def _change(claim_id: ClaimId, before: Claim | None, after: Claim) -> Change:
    first = 1 if before is None else before.revision + 1
    return _made(
        claim_id=claim_id,
        before=None if before is None else before.judgement,
        after=after.judgement,
        revisions=tuple(range(first, after.revision + 1)),
    )


def _standing(judgement: Judgement) -> str:
    return f"{judgement.status} ({judgement.confidence.grade})"
