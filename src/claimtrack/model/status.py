"""
Status: what the record supports about a claim. It is judged, never typed.

Two further states are kept apart from it: the desk's *work* on a claim (`claimtrack.model.work`),
and publication, which belongs to each use of a claim and not to the claim.

Source:
    The words are those shared by Emergent, Check, claims-ledger and IPTC where these agree;
    the definitions are ours and stand in `DEFINITIONS`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """The verdict on a claim; each word is defined in `DEFINITIONS`."""

    UNVERIFIED = "unverified"
    REPORTED = "reported"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    REFUTED = "refuted"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"

    @property
    def is_fallen(self) -> bool:
        """Whether claims that depend on one of this status must be looked at again."""
        return self in _FALLEN


_FALLEN = frozenset({Status.REFUTED, Status.RETRACTED})

DEFINITIONS: Mapping[Status, str] = MappingProxyType(
    {
        Status.UNVERIFIED: "nothing usable supports it",
        Status.REPORTED: "attributed support, of one origin or of origins not shown independent",
        Status.CORROBORATED: "two or more origins support it and are shown to be independent",
        Status.CONFIRMED: "the desk's own witness, an authenticated document, a disinterested"
        " authority or an admission supports it",
        Status.DISPUTED: "supported and contradicted, and neither side prevails",
        Status.REFUTED: "strong contradiction, and no strong support",
        Status.RETRACTED: "it had support, and all of it was taken back",
        Status.SUPERSEDED: "a newer claim takes its place",
        Status.LAPSED: "a plan or prediction whose window passed, by ruling of the desk",
    }
)
"""What each status says, one clause each."""
