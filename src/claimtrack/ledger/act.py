"""
Acts: what one follow-up, or one piece of desk work, does. All of it, or nothing.

An act keeps the claims that it touches as they will be. Nothing of it reaches its transaction
before it is whole.
"""

from itertools import count

from claimtrack import codec
from claimtrack.errors import (
    ClaimNotFoundError,
    ConflictError,
    DuplicateClaimError,
    UpdateRefusedError,
)
from claimtrack.fold import step
from claimtrack.ledger.admission import ALWAYS_ADMITTED, objections
from claimtrack.ledger.shelf import text_key_of
from claimtrack.ledger.sources import concerned, informed, learned
from claimtrack.ledger.transaction import Transaction
from claimtrack.ledger.working import opened_entry
from claimtrack.model.claim import Claim, Draft
from claimtrack.model.entry import Entry, Fact
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import LinkKind
from claimtrack.model.makers import maker
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Response
from claimtrack.model.source import Source
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    Flagged,
    Linked,
    SlotAnswered,
    Unlinked,
    Update,
)
from claimtrack.model.words import changed
from claimtrack.ports import Query, Sealed

_fact = maker(Fact)
_SILENCE = frozenset({Outcome.NO_REPLY, Outcome.NO_REPLY_YET, Outcome.UNREACHABLE})


class Act:
    """
    One act on the record: all of it, or nothing.

    Attributes:
        report: The report that it comes with; None for desk work.

        claims: The claims that it touched, as they will be.

        before: The same claims as they were; None for those that it opened.

        facts: What it records, in order, judged, with the update's JSON where that is at hand.

        sources: What it tells of sources; None for one of which nothing but its word is known.
    """

    def __init__(
        self, transaction: Transaction, report: Report | None, author: str, *, told: bytes = b""
    ) -> None:
        self.report = report
        self.claims: dict[ClaimId, Claim] = {}
        self.before: dict[ClaimId, Claim | None] = {}
        self.facts: list[tuple[Fact, Judgement, bytes]] = []
        self.sources: dict[SourceId, Source | None] = {}
        self._told = told
        self._texts: dict[int, ClaimId] = {}
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

    def history(self, claim_id: ClaimId) -> list[Entry]:
        """Read the entries of a claim that were there before the act."""
        self._transaction.flush()
        return [opened_entry(one) for one in self._working.store.history(claim_id)]

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
        held = self._transaction.held(claim_id, expected=False)
        if held is not None or claim_id in self.claims:
            raise DuplicateClaimError(claim_id, "a claim with this id is open already")
        self.record(claim_id, opened, because, raw=raw)
        text_key = text_key_of(self.claims[claim_id])
        if not same_text:
            known = self._texts.get(text_key) or self._transaction.same_text(text_key)
            # It may have been put in other words since, by what is not flushed yet.
            if known is not None and text_key_of(self.existing(known)) == text_key:
                raise DuplicateClaimError(known, "the story has a claim with the same text already")
        self._texts[text_key] = claim_id

    def record(
        self,
        claim_id: ClaimId,
        update: Update,
        because: str = "",
        *,
        raw: bytes = b"",
    ) -> None:
        """
        Record one update and all that follows from it on other claims.

        Args:
            claim_id: The claim.

            update: What happened, prepared.

            because: Why.

            raw: The update as JSON, where that is at hand.

        Raises:
            ClaimNotFoundError: There is no such claim.

            UpdateRefusedError: Something stands against it; every objection is given.
        """
        before = self._write(claim_id, update, because, self.report, raw)
        if isinstance(update, (Linked, Unlinked)):
            self._mirror(claim_id, update, because)
        self._warn_if_moved(before, self.claims[claim_id])

    def _write(
        self, claim_id: ClaimId, update: Update, because: str, report: Report | None, raw: bytes
    ) -> Claim | None:
        """Write one entry, and nothing that follows from it; give the claim as it was."""
        claim = self.claim(claim_id)
        if claim is None and type(update) is not ClaimOpened:
            raise ClaimNotFoundError(claim_id)
        if type(update) not in ALWAYS_ADMITTED:
            reasons = tuple(objections(claim, update, because))
            if reasons:
                raise UpdateRefusedError(claim_id, reasons)
        source_id = concerned(update)
        source = None if source_id is None else self._known(source_id)
        known = self._completed(claim, update, source)
        fact = _fact(
            claim_id=claim_id,
            revision=1 if claim is None else claim.revision + 1,
            recorded_at=self._now,
            author=self._author,
            update=known,
            report=report,
            because=because,
        )
        stepped = step(claim, fact)
        judgement = self._working.policy.judge(stepped, findings=False, before=claim)
        if claim_id not in self.before:
            self.before[claim_id] = claim
        self.claims[claim_id] = Draft.of(stepped).finished(judgement)
        self.facts.append((fact, judgement, raw if known is update else b""))
        if source_id is not None:
            self._learn(source_id, source, fact)
        return claim

    def _completed(self, claim: Claim | None, update: Update, known: Source | None) -> Update:
        """Add to an update what the ledger knows: of its source, and whether an answer is late."""
        match update:
            case EvidenceGiven(evidence=evidence):
                source = informed(evidence.source, known)
                if source is not evidence.source:
                    return changed(update, evidence=changed(evidence, source=source))
            case SlotAnswered(source=answering) if answering is not None:
                source = informed(answering, known)
                if source is not answering:
                    return changed(update, source=source)
            case CommentAnswered(response=response) if not response.late:
                if _is_late(claim, response):
                    return changed(update, response=changed(response, late=True))
        return update

    def _known(self, source_id: SourceId) -> Source | None:
        if source_id in self.sources:
            return self.sources[source_id]
        return self._transaction.source(source_id)

    def _learn(self, source_id: SourceId, known: Source | None, fact: Fact) -> None:
        """Keep what a fact tells of a source; that it exists, where nothing else is told."""
        after = learned(known, fact, self.claims[fact.claim_id])
        if after is None or after is not known:
            self.sources[source_id] = after

    def _mirror(self, claim_id: ClaimId, update: Linked | Unlinked, because: str) -> None:
        """Write a link on the other claim too, and what follows from it."""
        link = update.link
        turned = type(update)(link=link.turned(claim_id))
        before = self._write(link.other, turned, because, self.report, b"")
        self._warn_if_moved(before, self.claims[link.other])
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
                before = self._write(kept.id, given, because, one.report, b"")
                self._warn_if_moved(before, self.claims[kept.id])

    def _warn_if_moved(self, before: Claim | None, after: Claim) -> None:
        if before is None or before.judgement is after.judgement:
            return
        was, now = before.status, after.status
        if was is not now and was.is_fallen is not now.is_fallen:
            self._warn(after)

    def _warn(self, claim: Claim) -> None:
        """Flag the claims that depend on one that fell, or that it superseded; or clear them."""
        for standing in claim.links:
            link = standing.link
            if (link.kind, link.inverse) in _LEANING:
                flagged = Flagged(link=link.turned(claim.id), status=claim.status)
                other = self.claim(link.other)
                if other is not None and _is_news(other, flagged):
                    self._write(link.other, flagged, "", self.report, b"")

    def sealed(self, first: int, hashes: dict[ClaimId, bytes]) -> list[Sealed]:
        """
        Seal every fact.

        Args:
            first: The position of the first.

            hashes: The hash of the latest entry of each claim touched; brought up to date here.
        """
        told = self._told
        if not told and self.report is not None:
            told = codec.to_json(self.report)
        salts = self._transaction.salts(len(self.facts))
        found = []
        for position, (fact, judgement, raw), salt in zip(
            count(first), self.facts, salts, strict=False
        ):
            claim_id = fact.claim_id
            own = told if fact.report is self.report else b""
            body = codec.encode(fact, judgement, update=raw, report=own)
            before = hashes[claim_id]
            hashes[claim_id] = after = codec.seal(before, salt, body)
            found.append(
                Sealed(position, claim_id, fact.revision, self._now_us, before, salt, after, body)
            )
        return found


def _is_late(claim: Claim | None, response: Response) -> bool:
    """Whether an answer comes after its deadline, or after silence was reported."""
    if response.outcome.is_open or response.outcome is Outcome.NOT_SOUGHT:
        return False
    deadline = response.deadline
    for enquiry in () if claim is None else claim.enquiries:
        heard = enquiry.heard[-1].response
        if heard.key == response.key:
            if heard.outcome in _SILENCE:
                return True
            deadline = deadline or heard.deadline
    at = response.answered_at
    return deadline is not None and at is not None and at > deadline


_LEANING = frozenset({(LinkKind.DEPENDS_ON, True), (LinkKind.SUPERSEDES, False)})


def _is_news(claim: Claim, flagged: Flagged) -> bool:
    standing = any(one.flag.link == flagged.link for one in claim.flags)
    return standing is not flagged.status.is_fallen
