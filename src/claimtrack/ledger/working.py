"""What a ledger works with: its store, clock, names and policy, and what it keeps at hand."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from threading import RLock

import attrs

from claimtrack import codec
from claimtrack.errors import ClaimNotFoundError
from claimtrack.fold import replay
from claimtrack.ledger.shelf import Held, Shelf
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Entry
from claimtrack.model.ids import ClaimId, SourceId, parse_claim_id
from claimtrack.model.source import Source
from claimtrack.model.summary import to_microseconds
from claimtrack.model.words import is_text
from claimtrack.policy import Policy
from claimtrack.ports import Clock, EntryStore, IdMaker, Sealed

_SOURCES_AT_HAND = 16_384
"""How many sources are kept at hand; ours, a few MB, far above what one story has."""


@attrs.define(kw_only=True, eq=False)
class Working:
    """
    The parts of one open ledger.

    Attributes:
        store: Where entries live; no other ledger uses this object.

        clock: What time it is.

        ids: Names and salts.

        policy: How claims are judged.

        author: Who writes.

        zone: The zone of dates that name none.

        shelf: Claims at hand.

        lock: Held by whoever writes, from before the first read to after the last note of it.
    """

    store: EntryStore
    clock: Clock
    ids: IdMaker
    policy: Policy
    author: str
    zone: str
    shelf: Shelf
    lock: AbstractContextManager[object] = attrs.field(factory=RLock, init=False)
    _sources: dict[SourceId, Source | None] = attrs.field(factory=dict, init=False)
    _sources_changes: int = attrs.field(default=0, init=False)
    _seen_changes: int | None = attrs.field(default=None, init=False)

    def held(self, claim_id: ClaimId, changes: int) -> Held | None:
        """
        Look up a claim.

        Args:
            claim_id: The claim.

            changes: What the store's `changes` is now.

        Returns:
            The claim as the store has it; None where it has none.
        """
        held = self.shelf.get(claim_id)
        if held is not None and held.changes == changes:
            return held
        known = None if held is None else held.claim
        writes = self.shelf.writes
        after = 0 if known is None else known.revision
        head, bodies = self.store.bodies(claim_id, after=after)
        claim = claim_of(bodies, onto=known)
        if claim is None:
            return None
        held = Held(claim, head.hash, None, changes)
        self.shelf.put_back(held, writes)
        return held

    def current(self, claim_id: str) -> Claim:
        """
        Read a claim as it is.

        Raises:
            ClaimNotFoundError: There is no such claim.
        """
        # A name under which a claim is at hand was parsed before.
        held = self.shelf.get(claim_id) if is_text(claim_id) else None
        # What is read from now on is no older than the number that was seen last.
        changes = self._seen_changes if held is None else None
        if changes is None:
            changes = self._seen_changes = self.store.changes()
        if held is None or held.changes != changes:
            held = self.held(parse_claim_id(claim_id), changes)
            if held is None:
                raise ClaimNotFoundError(claim_id)
        return held.claim

    def known(self, claim_id: ClaimId, until_us: int) -> Claim | None:
        """
        Look up a claim as it was known at a moment.

        Args:
            claim_id: The claim.

            until_us: The moment, microseconds.

        Returns:
            The claim; None where it was not open yet.
        """
        held = self.shelf.get(claim_id)
        if (
            held is not None
            and (to_microseconds(held.claim.recorded_at) or 0) <= until_us
            and held.changes == self.store.changes()
        ):
            return held.claim  # to which nothing was added since
        _, bodies = self.store.bodies(claim_id, until_us=until_us)
        return claim_of(bodies)

    def source(self, source_id: SourceId, changes: int) -> Source | None:
        """Look up what the ledger knows of a source beyond its evidence; None for nothing."""
        self._forget_if_stale(changes)
        if source_id not in self._sources:
            record = self.store.source(source_id)
            self._sources[source_id] = codec.source_from_json(record) if record else None
        return self._sources[source_id]

    def remember(self, sources: Mapping[SourceId, Source | None], changes: int) -> None:
        """Keep at hand sources that were written."""
        self._forget_if_stale(changes)
        self._sources.update(sources)

    def forget(self) -> None:
        """Forget all that is at hand."""
        self.shelf.clear()
        self._sources = {}

    def _forget_if_stale(self, changes: int) -> None:
        if changes != self._sources_changes or len(self._sources) > _SOURCES_AT_HAND:
            self._sources = {}
            self._sources_changes = changes


def claim_of(bodies: Sequence[bytes], *, onto: Claim | None = None) -> Claim | None:
    """Fold stored entries; see `claimtrack.fold.fold`."""
    if not bodies:
        return onto
    facts, judgement = codec.decode_history(bodies)
    return replay(facts, judgement, onto=onto)


def opened_entry(sealed: Sealed) -> Entry:
    """Read a stored entry."""
    fact, judgement = codec.decode(sealed.body)
    return Entry(
        position=sealed.position,
        fact=fact,
        judgement=judgement,
        salt=sealed.salt,
        previous_hash=sealed.previous_hash,
        hash=sealed.hash,
    )


def record_of(source: Source | None) -> bytes:
    """Write what is known of a source; empty for nothing."""
    return b"" if source is None else codec.to_json(source)
