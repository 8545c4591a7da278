"""The ledger: everything that reads the record, judges it and appends to it."""

from claimtrack.ledger.changes import Change, Changes
from claimtrack.ledger.explaining import Explanation
from claimtrack.ledger.handle import ClaimHandle
from claimtrack.ledger.ledger import CLAIMS_AT_HAND, Ledger
from claimtrack.ledger.recorder import FollowUpRecorder

__all__ = [
    "CLAIMS_AT_HAND",
    "Change",
    "Changes",
    "ClaimHandle",
    "Explanation",
    "FollowUpRecorder",
    "Ledger",
]
