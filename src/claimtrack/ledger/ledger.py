"""The ledger: the record and its API. Read, step, judge, append."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

from claimtrack.errors import InvalidValueError
from claimtrack.ledger.applying import Progress, apply, apply_whole, offered
from claimtrack.ledger.changes import Changes
from claimtrack.ledger.collecting import no_full_collection
from claimtrack.ledger.desk import Spreading
from claimtrack.ledger.reading import Reading
from claimtrack.ledger.recorder import FollowUpRecorder
from claimtrack.ledger.shelf import Shelf
from claimtrack.ledger.upkeep import Upkeep
from claimtrack.ledger.working import Working
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.report import Report
from claimtrack.model.words import argument, filled_line, flag, instance_of, line
from claimtrack.model.words import whole as whole_number
from claimtrack.model.zones import zone_name
from claimtrack.policy import NEWSROOM, Policy
from claimtrack.ports import Clock, EntryStore, IdMaker

CLAIMS_AT_HAND = 100_000
"""How many claims a ledger keeps at hand at most; ours, about 5 kB each (see benchmarks)."""


class Ledger(Reading, Spreading, Upkeep):
    """
    The record of what is claimed, who says so, and what was known when.

    Made by `claimtrack.open_ledger`. It may be shared between threads, and any number of processes
    may have the same ledger open. Use it as a context manager, or call `close`.

    Args:
        store: Where entries live; the ledger closes it.

        clock: What time it is.

        ids: Names and salts.

        author: Who writes.

        zone: The time zone of dates that name none, an IANA name or an offset; empty for UTC.

        policy: How claims are judged.

        claims_at_hand: How many claims to keep in memory at most.

    Raises:
        InvalidValueError: The author is not one line that says something, the zone does not exist,
            the policy is none, or *claims_at_hand* is no whole number from 0.

        StoreError: By every method: the store cannot be used.
    """

    def __init__(
        self,
        store: EntryStore,
        *,
        clock: Clock,
        ids: IdMaker,
        author: str,
        zone: str = "",
        policy: Policy = NEWSROOM,
        claims_at_hand: int = CLAIMS_AT_HAND,
    ) -> None:
        argument("policy", instance_of(Policy), policy)
        argument("claims_at_hand", whole_number, claims_at_hand)
        self._working = Working(
            store=store,
            clock=clock,
            ids=ids,
            policy=policy,
            author=argument("author", filled_line, author),
            zone=argument("zone", zone_name, zone),
            shelf=Shelf(claims_at_hand),
        )

    def follow_up(self, report: Report, *, key: str = "", amend: bool = False) -> FollowUpRecorder:
        """
        Record what one report changes, as one act.

        Args:
            report: The report.

            key: A name under which it is applied once; empty for the report's id.

            amend: Whether a follow-up that was applied with other content is to be brought in line:
                what vanished is taken back as a slip of the desk, what is new is recorded.

        Returns:
            A context manager that hands out claims to say something about, and applies all of it
            when its block ends.

        Raises:
            ClaimtrackError: When its block ends, as `apply`.
        """
        argument("report", instance_of(Report), report)
        argument("key", line, key)
        argument("amend", flag, amend)
        return FollowUpRecorder(self._working, report, key, amending=amend)

    def apply(
        self,
        follow_ups: Iterable[FollowUp],
        *,
        accept: bool = False,
        amend: bool = False,
        whole: bool = False,
        progress: Progress | None = None,
    ) -> tuple[Changes, ...]:
        """
        Apply follow-ups in order, each whole or not at all, and each once.

        Args:
            follow_ups: What to apply.

            accept: Whether to apply items that still carry a review note.

            amend: As for `follow_up`.

            whole: Whether all of them are one act, so that where one is refused none is applied.

            progress: Is told after each batch how many were applied so far.

        Returns:
            What each did.

        Raises:
            AlreadyAppliedError: A key was applied with other content.

            UnderReviewError: Somebody must look at an item first.

            FollowUpRefusedError: Several things in a follow-up cannot stand; each is told.

            InvalidValueError: What is given is no follow-up; in a list, nothing is applied.

            ClaimtrackError: Another reason to refuse one. Those before it are applied, unless
                *whole*; a note on the error says how many.
        """
        for name, value in (("accept", accept), ("amend", amend), ("whole", whole)):
            argument(name, flag, value)
        if progress is not None and not callable(progress):
            raise InvalidValueError("progress", progress, "must be a function, or None")
        coming = offered(follow_ups)
        applied = apply_whole if whole else apply
        with no_full_collection:
            return tuple(
                applied(self._working, coming, accept=accept, amending=amend, progress=progress)
            )

    def close(self) -> None:
        """Close the store. A second call does nothing."""
        self._working.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
