"""
Links between claims, written on both claims.

Source:
    The relations follow STIX 2.1, claims-ledger and Context Vault; *contradicts* flags and moves
    nothing, since opposite claims can both be right under different measures.
"""

from enum import StrEnum

import attrs

from claimtrack.model.ids import ClaimId, claim_id
from claimtrack.model.words import checked


class LinkKind(StrEnum):
    """How one claim bears on another."""

    CONTRADICTS = "contradicts"
    REFINES = "refines"
    DEPENDS_ON = "depends_on"
    PART_OF = "part_of"
    SUPERSEDES = "supersedes"
    DUPLICATES = "duplicates"


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Link:
    """
    One end of a link between two claims.

    Attributes:
        kind: The relation.

        other: The claim at the other end.

        inverse: Whether this is the far end: on the superseded claim the link reads "is superseded
            by *other*".
    """

    kind: LinkKind = attrs.field(converter=LinkKind)
    other: ClaimId = attrs.field(converter=claim_id)
    inverse: bool = False

    def turned(self, owner: ClaimId) -> "Link":
        """Write the same link as it stands on the other claim; *owner* is this claim."""
        return Link(kind=self.kind, other=owner, inverse=not self.inverse)
