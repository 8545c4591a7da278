"""
Transactions: the acts that are written together.

A transaction keeps claims as they will be; nothing reaches the store before it is flushed, nor the
shelf before the store has committed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from claimtrack import codec
from claimtrack.ledger.changes import Changes, changes_between
from claimtrack.ledger.indexing import Index
from claimtrack.ledger.shelf import Held, text_key_of
from claimtrack.ledger.working import Working, record_of
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.source import Source
from claimtrack.model.summary import from_microseconds, summarize, to_microseconds
from claimtrack.model.words import argument, moment
from claimtrack.ports import Applied, Batch, Query, Rows, Sealed, Writing

if TYPE_CHECKING:
    from claimtrack.ledger.act import Act

_SALT_BLOCK = 64


class Transaction:
    """The acts that are written together."""

    def __init__(self, working: Working, writing: Writing) -> None:
        self.working = working
        self._writing = writing
        tail = writing.tail()
        self._position = tail.position
        self._recorded_us = tail.recorded_us
        self._changes = working.store.changes()
        self._claims: dict[ClaimId, Held | None] = {}
        self._texts: dict[int, ClaimId] = {}
        self._touched: dict[ClaimId, Held] = {}
        self._settled: dict[ClaimId, Held] = {}
        self._sources: dict[SourceId, Source | None] = {}
        self._entries: list[Sealed] = []
        self._new_sources: dict[SourceId, bytes] = {}
        self._index = Index()
        self._applied: list[Applied] = []
        self._foreseen: dict[str, list[Applied]] = {}
        self._waiting: dict[str, list[Applied]] = {}
        self._salts: list[bytes] = []
        self._salt_block = 1

    @property
    def pending_count(self) -> int:
        """How many entries wait to be flushed."""
        return len(self._entries)

    def now(self) -> tuple[datetime, int]:
        """Say what time it is for the record, as microseconds too: never before the last entry."""
        now = argument("clock", moment, self.working.clock.now())
        now_us = to_microseconds(now) or 0
        if now_us >= self._recorded_us:
            return now, now_us
        return from_microseconds(self._recorded_us) or now, self._recorded_us

    def held(self, claim_id: ClaimId, *, expected: bool = True) -> Held | None:
        """
        Look up a claim as it is within the transaction; None where there is none.

        Args:
            claim_id: The claim.

            expected: Whether it is thought to be there. Of one that is to be opened there is no
                history, and its head is asked for sooner.
        """
        if claim_id in self._claims:
            return self._claims[claim_id]
        store = self.working.store
        absent = not expected and store.head(claim_id) is None
        held = None if absent else self.working.held(claim_id, self._changes)
        self._claims[claim_id] = held
        return held

    def find(self, query: Query) -> list[ClaimId]:
        """Find claims, those of earlier acts of the transaction included."""
        self.flush()
        return [row.id for row in self.working.store.find(query)]

    def source(self, source_id: SourceId) -> Source | None:
        """Look up what the ledger knows of a source beyond its evidence; None for nothing."""
        if source_id in self._sources:
            return self._sources[source_id]
        return self.working.source(source_id, self._changes)

    def same_text(self, text_key: int) -> ClaimId | None:
        """Find a claim of the same story whose text reads the same."""
        found = self._texts.get(text_key)
        if found is None:
            found = next(iter(self.working.store.same_text(text_key)), None)
        return found

    def applied(self, key: str) -> list[Applied]:
        """Look up what was applied under a key, oldest first."""
        foreseen = key in self._foreseen
        earlier = self._foreseen[key] if foreseen else self.working.store.applied(key)
        return [*earlier, *self._waiting.get(key, ())]

    def foresee(self, keys: Sequence[str]) -> None:
        """Look up at once what was applied under the keys that will be asked for."""
        self.flush()
        self._foreseen = {key: [] for key in keys}
        for one in self.working.store.applied(*keys):
            self._foreseen[one.key].append(one)

    def salts(self, count: int) -> list[bytes]:
        """Take so many salts; asking for chance in blocks costs a tenth."""
        if len(self._salts) < count:
            self._salts += self.working.ids.salts(max(count, self._salt_block))
            self._salt_block = _SALT_BLOCK
        taken, self._salts = self._salts[:count], self._salts[count:]
        return taken

    def take(self, act: "Act", key: str = "", digest: bytes = b"") -> Changes:
        """Take over what an act did; from here on it will be written."""
        first = self._position + 1
        hashes: dict[ClaimId, bytes] = {}
        for claim_id in act.claims:
            before = self._claims[claim_id]  # looked up by the act
            hashes[claim_id] = codec.FIRST_HASH if before is None else before.hash
        sealed = act.sealed(first, hashes)
        self._entries += sealed
        for position, (fact, _, _) in enumerate(act.facts, first):
            self._index.add(fact, position)
        self._position += len(sealed)
        if sealed:
            self._recorded_us = sealed[-1].recorded_us
        for claim_id, claim in act.claims.items():
            before = self._claims[claim_id]
            text_key = (
                text_key_of(claim)
                if before is None or before.claim.text is not claim.text
                else before.text_key
            )
            self._texts[text_key] = claim_id
            held = Held(claim, hashes[claim_id], text_key, self._changes)
            self._claims[claim_id] = self._touched[claim_id] = held
        for source_id, source in act.sources.items():
            if source is not None or source_id not in self._sources:
                self._new_sources[source_id] = record_of(source)
            self._sources[source_id] = source
        if key and act.facts:
            report = "" if act.report is None else act.report.id
            applied = Applied(key, report, digest, first, self._position)
            self._applied.append(applied)
            self._waiting.setdefault(key, []).append(applied)
        return changes_between(act.before, act.claims)

    def flush(self) -> None:
        """Hand to the store what waits."""
        if not self._entries:
            return
        rows = Rows(
            summaries=[(summarize(held.claim), held.text_key) for held in self._touched.values()],
            statements=self._index.statements,
            sources=self._new_sources,
            rests=list(self._index.rests),
        )
        self._writing.append(Batch(entries=self._entries, rows=rows, applied=self._applied))
        for key, applied in self._waiting.items():
            if key in self._foreseen:
                self._foreseen[key] += applied
        self._entries, self._applied, self._waiting, self._new_sources = [], [], {}, {}
        self._index = Index()
        self._settled.update(self._touched)
        self._touched = {}

    def settle(self) -> None:
        """Put onto the shelf what the store has committed."""
        self.working.shelf.put(*self._settled.values())
        self.working.remember(self._sources, self._changes)

    def unsettle(self) -> None:
        """Forget what may have been read of the transaction, if any of it was to be read."""
        if self._settled:
            self.working.forget()


@contextmanager
def transacting(working: Working) -> Iterator[Transaction]:
    """Open a transaction: all of it is written when the block ends, nothing where it raises."""
    # Held until the shelf knows what was written: another thread would go on from before it.
    with working.lock:
        transaction = None
        try:
            with working.store.writing() as writing:
                transaction = Transaction(working, writing)
                yield transaction
                transaction.flush()
        except BaseException:
            if transaction is not None:
                transaction.unsettle()
            raise
        transaction.settle()
