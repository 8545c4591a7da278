"""
Policy: what the record supports, under a stated table of rules, and why.

A policy judges a `Claim`. It knows neither stores nor clocks, and it never sees an update: what may
be recorded at all is a matter of the ledger.
"""

from claimtrack.policy.judge import Policy
from claimtrack.policy.rules import NEWSROOM_RULES

NEWSROOM = Policy(name="newsroom", version=1, rules=NEWSROOM_RULES)
"""The built-in policy: a table after the agencies' rules on sourcing, each row named in `rules`."""

__all__ = ["NEWSROOM", "Policy"]
