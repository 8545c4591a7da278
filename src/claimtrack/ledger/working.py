"""What a ledger works with: its store, clock, names and policy, and what it keeps at hand."""

import attrs

from claimtrack import codec
from claimtrack.errors import ClaimNotFoundError
from claimtrack.fold import fold
from claimtrack.ledger.shelf import Held, Shelf, text_key_of
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Entry
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.source import Source
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
    """

    store: EntryStore
    clock: Clock
    ids: IdMaker
    policy: Policy
    author: str
    zone: str
    shelf: Shelf
    _sources: dict[SourceId, Source] = attrs.field(factory=dict, init=False)
    _sources_changes: int = attrs.field(default=0, init=False)

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
        sealed = self.store.history(claim_id, after=0 if known is None else known.revision)
        claim = fold((opened_entry(one) for one in sealed), onto=known)
        if claim is None:
            return None
        digest = sealed[-1].hash if sealed else held.hash if held is not None else b""
        held = Held(claim, digest, text_key_of(claim), changes)
        self.shelf.put(held)
        return held

    def current(self, claim_id: ClaimId) -> Claim:
        """
        Read a claim as it is.

        Raises:
            ClaimNotFoundError: There is no such claim.
        """
        held = self.held(claim_id, self.store.changes())
        if held is None:
            raise ClaimNotFoundError(claim_id)
        return held.claim

    def source(self, source_id: SourceId, changes: int) -> Source | None:
        """Look up a source as the ledger last knew it; None for one that is new to it."""
        self._forget_if_stale(changes)
        known = self._sources.get(source_id)
        if known is None:
            record = self.store.source(source_id)
            if record is not None:
                known = self._sources[source_id] = codec.source_from_json(record)
        return known

    def remember(self, sources: dict[SourceId, Source], changes: int) -> None:
        """Keep at hand sources that were written."""
        self._forget_if_stale(changes)
        self._sources.update(sources)

    def _forget_if_stale(self, changes: int) -> None:
        if changes != self._sources_changes or len(self._sources) > _SOURCES_AT_HAND:
            self._sources = {}
            self._sources_changes = changes


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
