"""Explaining: why a claim stands as it does, worked out again for whoever asks."""

import attrs

from claimtrack.model.claim import Claim
from claimtrack.model.judgement import Finding, Judgement
from claimtrack.policy import Policy


@attrs.frozen(kw_only=True)
class Explanation:
    """
    Why a claim stands as it does.

    Attributes:
        claim: The claim.

        stamped: The judgement that its latest entry was stamped with, which holds.

        recomputed: What the ledger's policy makes of the same claim now, with findings.
    """

    claim: Claim
    stamped: Judgement
    recomputed: Judgement

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What each rule found; recomputed, never stored."""
        return self.recomputed.findings

    @property
    def differs(self) -> bool:
        """Whether the stamp is not what the policy would give today."""
        return self.stamped != self.recomputed


def explain(claim: Claim, policy: Policy) -> Explanation:
    """Judge a claim again, and put that beside its stamp."""
    return Explanation(claim=claim, stamped=claim.judgement, recomputed=policy.judge(claim))
