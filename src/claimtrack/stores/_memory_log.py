"""The log of a memory store."""

from array import array
from collections.abc import Iterable, Sequence

from claimtrack.model.ids import ClaimId
from claimtrack.ports import Head, Sealed, Tail
from claimtrack.stores._packed import Deflated
from claimtrack.stores._succession import HASH, NO_ENTRY, SALT

_SEAL = SALT + HASH


class MemoryLog:
    """
    Entries, each knowing the one before it in its claim.

    Claims are numbered 0, 1, 2, ... in the order of their first entries; entries by position.

    Attributes:
        numbers: Claims' numbers by id.

        claim_ids: Claims' ids by number.

        owners: For each position, counted from 0, the claim's number.
    """

    def __init__(self) -> None:
        self.numbers: dict[ClaimId, int] = {}
        self.claim_ids: list[ClaimId] = []
        self.owners = array("I")
        self._newest = array("I")
        self._before = array("I")
        self._revisions = array("I")
        self._recorded_us = array("q")
        self._seals = bytearray()
        self._bodies = Deflated()

    def tail(self) -> Tail:
        """Say where the log ends."""
        position = len(self.owners)
        return Tail(position, self._recorded_us[-1]) if position else Tail(0, 0)

    def head(self, claim_id: ClaimId) -> Head | None:
        """Say where a claim's history ends."""
        number = self.numbers.get(claim_id)
        if number is None:
            return None
        position = self._newest[number]
        return Head(self._revisions[position - 1], self._hash(position))

    def append(self, entries: Iterable[Sealed]) -> None:
        """Add entries, of which `follow` said that they follow."""
        for position, claim_id, revision, recorded_us, _, salt, seal, body in entries:
            number = self.numbers.get(claim_id)
            if number is None:
                number = self.numbers[claim_id] = len(self.claim_ids)
                self.claim_ids.append(claim_id)
                self._newest.append(0)
            self._bodies.append(body)
            self._seals += salt + seal
            self._recorded_us.append(recorded_us)
            self._revisions.append(revision)
            self._before.append(self._newest[number])
            self.owners.append(number)
            self._newest[number] = position

    def cut(self, last: int) -> None:
        """Undo what was appended after a position, in whole or in part."""
        for position in range(len(self.owners), last, -1):
            number = self.owners[position - 1]
            self._newest[number] = self._before[position - 1]
        while self._newest and not self._newest[-1]:
            self._newest.pop()
            del self.numbers[self.claim_ids.pop()]
        self._bodies.cut(last)
        del self._seals[last * _SEAL :]
        for column in (self._recorded_us, self._revisions, self._before, self.owners):
            del column[last:]

    def entry(self, position: int) -> Sealed:
        """Read an entry."""
        at = position - 1
        before = self._before[at]
        return self._sealed(position, self._hash(before))

    def history(self, claim_id: ClaimId, after: int, until_us: int | None) -> Sequence[Sealed]:
        """Read one claim's entries, oldest first."""
        positions = self._positions(claim_id, after, until_us)
        before = self._hash(self._before[positions[0] - 1]) if positions else NO_ENTRY.hash
        history = []
        for position in positions:
            history.append(self._sealed(position, before))
            before = history[-1].hash
        return history

    def bodies(
        self, claim_id: ClaimId, after: int, until_us: int | None
    ) -> tuple[Head, Sequence[bytes]]:
        """Say where a claim's history ends, and read the bodies of its entries, oldest first."""
        positions = self._positions(claim_id, after, until_us)
        return self.head(claim_id) or NO_ENTRY, [self._bodies[at - 1] for at in positions]

    def _positions(self, claim_id: ClaimId, after: int, until_us: int | None) -> list[int]:
        """Give the positions of a claim's entries, oldest first."""
        number = self.numbers.get(claim_id)
        position = 0 if number is None else self._newest[number]
        while position and until_us is not None and self._recorded_us[position - 1] > until_us:
            position = self._before[position - 1]
        found = []
        while position and self._revisions[position - 1] > after:
            found.append(position)
            position = self._before[position - 1]
        return found[::-1]

    def _hash(self, position: int) -> bytes:
        if not position:
            return NO_ENTRY.hash
        return bytes(self._seals[position * _SEAL - HASH : position * _SEAL])

    def _sealed(self, position: int, before: bytes) -> Sealed:
        at = position - 1
        seal = bytes(self._seals[at * _SEAL : position * _SEAL])
        return Sealed(
            position,
            self.claim_ids[self.owners[at]],
            self._revisions[at],
            self._recorded_us[at],
            before,
            seal[:SALT],
            seal[SALT:],
            self._bodies[at],
        )
