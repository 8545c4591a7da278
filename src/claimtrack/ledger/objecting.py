"""Objecting: all that stands against a follow-up is told at once, each thing with its place."""

from collections.abc import Iterator, Sequence

from claimtrack.errors import (
    ClaimtrackError,
    DuplicateClaimError,
    FollowUpRefusedError,
    NotFoundError,
    UnderReviewError,
    UpdateRefusedError,
)
from claimtrack.model.follow_up import FollowUp, Item, Withdrawal

REFUSALS = (NotFoundError, UpdateRefusedError, DuplicateClaimError)
"""What may stand against one thing that a follow-up says, while the next is still looked at."""


class Objections:
    """
    What stands against a follow-up.

    Args:
        follow_up: The follow-up.
    """

    def __init__(self, follow_up: FollowUp) -> None:
        self._follow_up = follow_up
        self._found: list[ClaimtrackError] = []

    def require_review(self) -> None:
        """Object to every item and every withdrawal that a person must look at first."""
        waiting = [
            f"{where}[{number}]: {thing.review}"
            for where, things in self._places()
            for number, thing in enumerate(things)
            if thing.review
        ]
        if waiting:
            self._found.append(UnderReviewError(waiting))

    def add(self, error: ClaimtrackError, said: Item | Withdrawal | None = None) -> None:
        """Object to one thing that the follow-up says, or to what it says no longer."""
        for where, things in self._places():
            for number, thing in enumerate(things):
                if thing is said:
                    error.place = f"{where}[{number}]"
        self._found.append(error)

    def _places(self) -> Iterator[tuple[str, Sequence[Item | Withdrawal]]]:
        yield "items", self._follow_up.items
        yield "withdrawals", self._follow_up.withdrawals

    def raise_any(self) -> None:
        """
        Refuse the follow-up, if anything stands against it.

        Raises:
            ClaimtrackError: The one thing that does.

            FollowUpRefusedError: Several things do.
        """
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise FollowUpRefusedError(self._follow_up.key, self._found)
