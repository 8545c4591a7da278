"""
Transactions: updates in, judged and sealed entries out.

An `Act` is all or nothing: what one follow-up, or one piece of desk work, does. A `Transaction`
holds the acts that are written together. Both keep claims as they will be; nothing reaches the
store before the transaction is flushed, nor the shelf before the store has committed.
"""

from datetime import datetime

from claimtrack import codec
from claimtrack.errors import (
    ClaimNotFoundError,
    ConflictError,
    DuplicateClaimError,
    UpdateRefusedError,
)
from claimtrack.fold import step
from claimtrack.ledger.admission import objections
from claimtrack.ledger.changes import Changes, changes_between
from claimtrack.ledger.indexing import Index
from claimtrack.ledger.shelf import Held, text_key_of
from claimtrack.ledger.sources import concerned, informed, learned
from claimtrack.ledger.working import Working
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Fact
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import LinkKind
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome
from claimtrack.model.source import Source
from claimtrack.model.summary import from_microseconds, summarize, to_microseconds
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    Flagged,
    Linked,
    Unlinked,
    Update,
)
from claimtrack.model.words import changed
from claimtrack.ports import Applied, Batch, Query, Rows, Sealed, Writing

_ALWAYS_ADMITTED = frozenset({EvidenceGiven, CommentAnswered})
_SALT_BLOCK = 64
_SILENCE = frozenset({Outcome.NO_REPLY, Outcome.NO_REPLY_YET, Outcome.UNREACHABLE})


class Transaction:
    """The acts that are written together."""

    def __init__(self, working: Working, writing: Writing) -> None:
        self.working = working
        self._writing = writing
        tail = writing.tail()
        self._position = tail.position
        self._recorded_us = tail.recorded_us
        self._changes = working.store.changes()
        self._claims: dict[ClaimId, Held] = {}
        self._texts: dict[int, ClaimId] = {}
        self._touched: dict[ClaimId, Held] = {}
        self._settled: dict[ClaimId, Held] = {}
        self._sources: dict[SourceId, Source] = {}
        self._entries: list[Sealed] = []
        self._new_sources: dict[SourceId, bytes] = {}
        self._index = Index()
        self._applied: list[Applied] = []
        self._waiting: dict[str, list[Applied]] = {}
        self._salts: list[bytes] = []
        self._salt_block = 1

    @property
    def pending_count(self) -> int:
        """How many entries wait to be flushed."""
        return len(self._entries)

    def now(self) -> tuple[datetime, int]:
        """Say what time it is for the record, as microseconds too: never before the last entry."""
        now = self.working.clock.now()
        now_us = to_microseconds(now) or 0
        if now_us >= self._recorded_us:
            return now, now_us
        return from_microseconds(self._recorded_us) or now, self._recorded_us

    def held(self, claim_id: ClaimId) -> Held | None:
        """Look up a claim as it is within the transaction; None where there is none."""
        held = self._claims.get(claim_id)
        if held is None:
            held = self.working.held(claim_id, self._changes)
            if held is not None:
                self._claims[claim_id] = held
        return held

    def find(self, query: Query) -> list[ClaimId]:
        """Find claims, those of earlier acts of the transaction included."""
        self.flush()
        return [row.id for row in self.working.store.find(query)]

    def source(self, source_id: SourceId) -> Source | None:
        """Look up a source as the ledger last knew it; None for one that is new to it."""
        known = self._sources.get(source_id)
        return known or self.working.source(source_id, self._changes)

    def same_text(self, text_key: int) -> ClaimId | None:
        """Find a claim of the same story whose text reads the same."""
        found = self._texts.get(text_key)
        if found is None:
            found = next(iter(self.working.store.same_text(text_key)), None)
        return found

    def applied(self, key: str) -> list[Applied]:
        """Look up what was applied under a key, oldest first."""
        return [*self.working.store.applied(key), *self._waiting.get(key, ())]

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
        for fact, sealed in act.sealed(first):
            self._entries.append(sealed)
            self._index.add(fact, sealed.position)
            self._recorded_us = sealed.recorded_us
        self._position += len(act.facts)
        for claim_id, claim in act.claims.items():
            known = self._claims.get(claim_id)
            text_key = (
                text_key_of(claim)
                if known is None or known.claim.text is not claim.text
                else known.text_key
            )
            self._texts[text_key] = claim_id
            held = Held(claim, act.hashes[claim_id], text_key, self._changes)
            self._claims[claim_id] = self._touched[claim_id] = held
        for source_id, source in act.sources.items():
            self._sources[source_id] = source
            self._new_sources[source_id] = codec.to_json(source)
        if key:
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
        self._entries, self._applied, self._waiting, self._new_sources = [], [], {}, {}
        self._index = Index()
        self._settled.update(self._touched)
        self._touched = {}

    def settle(self) -> None:
        """Put onto the shelf what the store has committed."""
        for held in self._settled.values():
            self.working.shelf.put(held)
        self.working.remember(self._sources, self._changes)


class Act:
    """
    One act on the record: all of it, or nothing.

    Attributes:
        report: The report that it comes with; None for desk work.

        claims: The claims that it touched, as they will be.

        before: The same claims as they were; None for those that it opened.

        facts: What it records, in order, judged, with the update's JSON where that is at hand.

        hashes: The hash of each claim's latest entry, once sealed.

        sources: Sources that are new, or known otherwise now.
    """

    def __init__(self, transaction: Transaction, report: Report | None, author: str) -> None:
        self.report = report
        self.claims: dict[ClaimId, Claim] = {}
        self.before: dict[ClaimId, Claim | None] = {}
        self.facts: list[tuple[Fact, Judgement, bytes]] = []
        self.hashes: dict[ClaimId, bytes] = {}
        self.sources: dict[SourceId, Source] = {}
        self._transaction = transaction
        self._working = transaction.working
        self._author = author
        self._now, self._now_us = transaction.now()

    def claim(self, claim_id: ClaimId) -> Claim | None:
        """Look up a claim as it is within the act; None where there is none."""
        claim = self.claims.get(claim_id)
        if claim is None:
            held = self._transaction.held(claim_id)
            claim = None if held is None else held.claim
        return claim

    def existing(self, claim_id: ClaimId) -> Claim:
        """
        Look up a claim that must be there.

        Raises:
            ClaimNotFoundError: It is not.
        """
        claim = self.claim(claim_id)
        if claim is None:
            raise ClaimNotFoundError(claim_id)
        return claim

    def find(self, query: Query) -> list[ClaimId]:
        """Find claims as they were before the act, in the order of their opening."""
        return self._transaction.find(query)

    def expect(self, claim_id: ClaimId, revision: int) -> None:
        """
        Go on only if a claim is at a revision.

        Raises:
            ConflictError: It is not.
        """
        claim = self.claim(claim_id)
        actual = 0 if claim is None else claim.revision
        if actual != revision:
            raise ConflictError(claim_id, revision, actual)

    def open(
        self,
        claim_id: ClaimId,
        opened: ClaimOpened,
        because: str = "",
        *,
        same_text: bool = False,
        raw: bytes = b"",
    ) -> None:
        """
        Open a claim.

        Raises:
            DuplicateClaimError: The id is taken, or the story has the text already and
                *same_text* does not allow it.
        """
        if self.claim(claim_id) is not None:
            raise DuplicateClaimError(claim_id, "a claim with this id is open already")
        self.record(claim_id, opened, because, raw=raw)
        if not same_text:
            known = self._transaction.same_text(text_key_of(self.claims[claim_id]))
            if known is not None:
                raise DuplicateClaimError(known, "the story has a claim with the same text already")

    def record(
        self,
        claim_id: ClaimId,
        update: Update,
        because: str = "",
        *,
        report: Report | None = None,
        raw: bytes = b"",
    ) -> None:
        """
        Record one update and all that follows from it on other claims.

        Args:
            claim_id: The claim.

            update: What happened, prepared.

            because: Why.

            report: The report that brought it, where it is not the act's.

            raw: The update as JSON, where that is at hand.

        Raises:
            ClaimNotFoundError: There is no such claim.

            UpdateRefusedError: Something stands against it; every objection is given.
        """
        claim = self._write(claim_id, update, because, report, raw)
        if isinstance(update, (Linked, Unlinked)):
            self._mirror(claim_id, update, because)
        after = self.claims[claim_id]
        if claim is not None and claim.status.is_fallen is not after.status.is_fallen:
            self._warn(after)

    def _write(
        self, claim_id: ClaimId, update: Update, because: str, report: Report | None, raw: bytes
    ) -> Claim | None:
        claim = self.claim(claim_id)
        if claim is None and type(update) is not ClaimOpened:
            raise ClaimNotFoundError(claim_id)
        if type(update) not in _ALWAYS_ADMITTED:
            reasons = tuple(objections(claim, update, because))
            if reasons:
                raise UpdateRefusedError(claim_id, reasons)
        known = self._completed(claim, update)
        fact = Fact(
            claim_id=claim_id,
            revision=1 if claim is None else claim.revision + 1,
            recorded_at=self._now,
            author=self._author,
            update=known,
            report=report or self.report,
            because=because,
        )
        stepped = step(claim, fact)
        judgement = self._working.policy.judge(stepped, findings=False, before=claim)
        if claim_id not in self.before:
            self.before[claim_id] = claim
        self.claims[claim_id] = stepped.with_(judgement=judgement)
        self.facts.append((fact, judgement, raw if known is update else b""))
        self._learn(fact)
        return claim

    def _completed(self, claim: Claim | None, update: Update) -> Update:
        """Add to an update what the ledger knows: of its source, and whether an answer is late."""
        match update:
            case EvidenceGiven(evidence=evidence):
                source = informed(evidence.source, self._known(evidence.source.id))
                if source is not evidence.source:
                    return EvidenceGiven(evidence=changed(evidence, source=source))
            case CommentAnswered(response=response) if claim is not None and not response.late:
                for enquiry in claim.enquiries:
                    heard = enquiry.heard[-1].response
                    if heard.key == response.key and response.outcome not in _SILENCE:
                        late = heard.outcome in _SILENCE
                        return changed(update, response=changed(response, late=late))
        return update

    def _known(self, source_id: SourceId) -> Source | None:
        return self.sources.get(source_id) or self._transaction.source(source_id)

    def _learn(self, fact: Fact) -> None:
        """Keep what a fact tells of a source, where that is news."""
        source_id = concerned(fact.update)
        if source_id is None:
            return
        known = self._known(source_id)
        after = learned(known, fact)
        if after is not known and after is not None:
            self.sources[source_id] = after

    def _mirror(self, claim_id: ClaimId, update: Linked | Unlinked, because: str) -> None:
        """Write a link on the other claim too, and what follows from it."""
        link = update.link
        self._write(link.other, type(update)(link=link.turned(claim_id)), because, None, b"")
        if isinstance(update, Unlinked):
            return
        if link.kind is LinkKind.DUPLICATES:
            dropped, kept = (link.other, claim_id) if link.inverse else (claim_id, link.other)
            self._give_again(self.claims[dropped], self.claims[kept], because)
        for end in (claim_id, link.other):
            if self.claims[end].status.is_fallen:
                self._warn(self.claims[end])

    def _give_again(self, dropped: Claim, kept: Claim, because: str) -> None:
        """Give the evidence of a duplicate on the claim that is kept, unless it is there."""
        there = {
            (one.source.id, one.stance, None if one.report is None else one.report.id)
            for one in kept.evidence
        }
        for one in dropped.evidence:
            report = None if one.report is None else one.report.id
            if one.taken_back is None and (one.source.id, one.stance, report) not in there:
                given = EvidenceGiven(evidence=one.evidence)
                self.record(kept.id, given, because, report=one.report)

    def _warn(self, claim: Claim) -> None:
        """Flag the claims that depend on one that fell, or that it superseded; or clear them."""
        for standing in claim.links:
            link = standing.link
            if (link.kind, link.inverse) in _LEANING:
                flagged = Flagged(link=link.turned(claim.id), status=claim.status)
                other = self.claim(link.other)
                if other is not None and _is_news(other, flagged):
                    self._write(link.other, flagged, "", None, b"")

    def sealed(self, first: int) -> "list[tuple[Fact, Sealed]]":
        """Seal every fact, the first at a position."""
        salts = self._transaction.salts(len(self.facts))
        report = b"" if self.report is None else codec.to_json(self.report)
        recorded_us = self._now_us
        found = []
        for offset, (fact, judgement, raw) in enumerate(self.facts):
            claim_id = fact.claim_id
            own = report if fact.report is self.report else b""
            body = codec.encode(fact, judgement, update=raw, report=own)
            previous = self.hashes.get(claim_id) or self._previous(claim_id)
            salt = salts[offset]
            self.hashes[claim_id] = digest = codec.seal(previous, salt, body)
            found.append(
                (
                    fact,
                    Sealed(
                        first + offset,
                        claim_id,
                        fact.revision,
                        recorded_us,
                        previous,
                        salt,
                        digest,
                        body,
                    ),
                )
            )
        return found

    def _previous(self, claim_id: ClaimId) -> bytes:
        held = self._transaction.held(claim_id)
        return codec.FIRST_HASH if held is None else held.hash


_LEANING = frozenset({(LinkKind.DEPENDS_ON, True), (LinkKind.SUPERSEDES, False)})


def _is_news(claim: Claim, flagged: Flagged) -> bool:
    standing = any(one.flag.link == flagged.link for one in claim.flags)
    return standing is not flagged.status.is_fallen
