"""
Judgements: what a policy made of a claim, and why.

The stamp on an entry is a judgement without findings. Findings are recomputed for whoever asks.
"""

from enum import StrEnum

import attrs

from claimtrack.model.confidence import Confidence
from claimtrack.model.status import Status


class Met(StrEnum):
    """Whether a requirement is met; *moot* where it is, and an earlier rule had decided."""

    YES = "yes"
    NO = "no"
    MOOT = "moot"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding:
    """
    What one rule found.

    Attributes:
        rule: The rule's name.

        requirement: What it asks for, one clause.

        met: Whether the claim has it.

        revisions: The entries it rests on.

        would_meet: What would meet it, one clause; empty where it is met.
    """

    rule: str
    requirement: str
    met: Met
    revisions: tuple[int, ...] = ()
    would_meet: str = ""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Judgement:
    """
    Status and confidence of a claim, as a policy judged them.

    Attributes:
        status: What the record supports.

        confidence: How sure, with caveats.

        policy: The policy's name.

        version: The policy's version.

        findings: What each rule found; not stored, and not part of what makes two judgements equal.
    """

    status: Status = Status.UNVERIFIED
    confidence: Confidence = Confidence()
    policy: str
    version: int = 1
    findings: tuple[Finding, ...] = attrs.field(default=(), eq=False, repr=False)
