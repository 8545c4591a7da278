"""Entries: updates as recorded. Immutable, appended, never rewritten."""

from datetime import datetime

import attrs

from claimtrack.model.ids import ClaimId
from claimtrack.model.judgement import Judgement
from claimtrack.model.report import Report
from claimtrack.model.updates import Update


@attrs.frozen(kw_only=True, weakref_slot=False)
class Fact:
    """
    An update with its circumstances, not yet judged: what `claimtrack.fold.step` folds.

    The ledger makes it, of parts that were checked; the fold refuses one out of order.

    Attributes:
        claim_id: The claim.

        revision: Its number within the claim: 1, 2, 3, ...

        recorded_at: When the ledger learned it; aware, UTC.

        author: Who wrote it to the ledger.

        update: What happened.

        report: The report that brought it; None for desk work.

        because: Why, one sentence shown to readers.
    """

    claim_id: ClaimId
    revision: int
    recorded_at: datetime
    author: str
    update: Update
    report: Report | None = None
    because: str = ""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Entry:
    """
    A fact as the ledger holds it, judged and sealed.

    Attributes:
        position: Its number within the ledger: 1, 2, 3, ... in the order of writing.

        fact: What happened, and when, by whom and why it was written.

        judgement: What the policy of the day made of the claim with this fact.

        salt: 16 bytes of chance, so that a digest tells nothing of a short body.

        previous_hash: The hash of the claim's entry before; 32 zero bytes for the first.

        hash: SHA-256 over *previous_hash* and the digest of *salt* and body; see
            `claimtrack.codec`.
    """

    position: int
    fact: Fact
    judgement: Judgement
    salt: bytes
    previous_hash: bytes
    hash: bytes

    @property
    def claim_id(self) -> ClaimId:
        """The claim that the entry belongs to."""
        return self.fact.claim_id

    @property
    def revision(self) -> int:
        """Its number within the claim."""
        return self.fact.revision

    @property
    def entry_id(self) -> str:
        """A name for it that holds in any ledger: ``belarus-talks/3``."""
        return f"{self.fact.claim_id}/{self.fact.revision}"

    @property
    def recorded_at(self) -> datetime:
        """When the ledger learned it; aware, UTC."""
        return self.fact.recorded_at

    @property
    def author(self) -> str:
        """Who wrote it to the ledger."""
        return self.fact.author

    @property
    def report(self) -> Report | None:
        """The report that brought it; None for desk work."""
        return self.fact.report

    @property
    def because(self) -> str:
        """Why it was written, one sentence shown to readers."""
        return self.fact.because

    @property
    def update(self) -> Update:
        """What happened."""
        return self.fact.update
