"""Links: the same relation seen from both claims."""

from claimtrack.model.ids import ClaimId
from claimtrack.model.links import Link, LinkKind

LINK = Link(kind="depends_on", other="envoy-named")


def test_a_link_turned_round_is_the_same_link_seen_from_the_other_claim() -> None:
    """The kind stays, the ends change places; turned twice it is what it was."""
    owner, other = ClaimId("belarus-talks"), ClaimId("envoy-named")
    turned = LINK.turned(owner)

    assert (LinkKind.DEPENDS_ON, owner, True) == (turned.kind, turned.other, turned.inverse)
    assert LINK == turned.turned(other)
