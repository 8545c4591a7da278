"""Changes: what a write did."""

from collections.abc import Iterable
from typing import Any

import attrs

from claimtrack.model.claim import Claim
from claimtrack.model.ids import ClaimId
from claimtrack.model.judgement import Judgement
from claimtrack.model.makers import maker, maker_from


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


def _in_a_row(changes: Iterable[Change]) -> tuple[Any, ...]:
    return tuple([held for one in changes for held in attrs.astuple(one, recurse=False)])


@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Changes:
    """
    What a follow-up, or a piece of desk work, did.

    Bulk work gives one for each follow-up and holds all of them, and few are looked into. So what
    they say lies in a row, and a `Change` is made of it for whoever asks.

    Attributes:
        claims: One change for each claim that has new entries, in the order of first mention.

        was_applied: Whether the follow-up had been applied before, so that nothing was written.
    """

    _row: tuple[Any, ...] = attrs.field(default=(), alias="claims", converter=_in_a_row)
    was_applied: bool = False

    @property
    def claims(self) -> tuple[Change, ...]:
        """One change for each claim that has new entries, in the order of first mention."""
        row = iter(self._row)
        return tuple(
            [
                _change(claim_id=claim_id, before=before, after=after, revisions=revisions)
                for claim_id, before, after, revisions in zip(row, row, row, row, strict=True)
            ]
        )

    @property
    def entry_count(self) -> int:
        """How many entries were written."""
        return sum(len(change.revisions) for change in self.claims)

    def __str__(self) -> str:
        if self.was_applied:
            return "applied before, nothing changed"
        return "\n".join(map(str, self.claims)) or "nothing changed"

    def __repr__(self) -> str:
        return f"Changes(claims={self.claims!r}, was_applied={self.was_applied!r})"


_change = maker(Change)
_changes = maker_from(Changes, ["row"], {"_row": "row", "was_applied": "False"}, {})


def changes_between(before: dict[ClaimId, Claim | None], after: dict[ClaimId, Claim]) -> Changes:
    """Say what became of claims between two moments."""
    row: list[Any] = []
    for claim_id, claim in after.items():
        was = before[claim_id]
        if was is None:
            row += claim_id, None, claim.judgement, tuple(range(1, claim.revision + 1))
        else:
            written = tuple(range(was.revision + 1, claim.revision + 1))
            row += claim_id, was.judgement, claim.judgement, written
    return _changes(tuple(row))  # type: ignore[no-any-return]


def _standing(judgement: Judgement) -> str:
    return f"{judgement.status} ({judgement.confidence.grade})"
