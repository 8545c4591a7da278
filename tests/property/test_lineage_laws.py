"""Laws of lineage."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lineage import Origin, are_independent, independence, origins
from claimtrack.model.claim import GivenEvidence
from claimtrack.model.source import SourceKind, anonymous
from tests.cases import REPORTED, Step, asserts, claim_of, report, voice
from tests.strategies import cases, histories


def _standing(steps: tuple[Step, ...]) -> list[GivenEvidence]:
    return [account.latest for account in claim_of(*steps).accounts.values()]


@st.composite
def _in_two_orders(draw: st.DrawFn) -> tuple[list[GivenEvidence], list[GivenEvidence]]:
    evidence = _standing(draw(cases | histories))
    return evidence, draw(st.permutations(evidence))


@given(_in_two_orders())
def test_origins_do_not_depend_on_the_order_of_evidence(
    orders: tuple[list[GivenEvidence], list[GivenEvidence]],
) -> None:
    """origins(any order) == origins(as it came)."""
    one, other = orders

    assert origins(one) == origins(other)


@given(cases | histories)
def test_every_piece_of_evidence_goes_back_to_one_origin(steps: tuple[Step, ...]) -> None:
    """Nothing is lost and nothing is counted twice; origins and entries come oldest first."""
    evidence = _standing(steps)
    found = origins(evidence)
    revisions = [revision for origin in found for revision in origin.revisions]

    assert sorted(one.revision for one in evidence) == sorted(revisions)
    assert all(list(one.revisions) == sorted(one.revisions) for one in found)
    assert [one.revisions[0] for one in found] == sorted(one.revisions[0] for one in found)


def _tellers(origin: Origin) -> set[str]:
    """Name those of an origin who are no outlets."""
    return {
        one.source.name
        for one in origin.evidence
        if one.source.is_named and one.source.kind is not SourceKind.OUTLET
    }


@given(cases)
def test_a_named_source_makes_an_origin_of_its_own(steps: tuple[Step, ...]) -> None:
    """No origin has two named tellers, and no teller two origins."""
    found = [_tellers(origin) for origin in origins(_standing(steps))]

    assert all(len(names) <= 1 for names in found)
    assert all(one.isdisjoint(other) for one, other in combinations(found, 2))


@given(cases, st.lists(st.sampled_from(["words", "voice"]), min_size=1, max_size=10))
def test_relaying_an_agency_adds_no_origin(steps: tuple[Step, ...], ways: list[str]) -> None:
    """However many further outlets relay an agency, in whatever form, there is no origin more."""
    words = anonymous("sources familiar with the matter")
    relaying: list[Step] = [
        (
            asserts(words) if way == "words" else voice(f"Outlet {index}"),
            report(f"Outlet {index}", relays=("Reuters",)),
        )
        for index, way in enumerate(ways)
    ]
    before = origins(_standing((*steps, REPORTED)))
    after = origins(_standing((*steps, REPORTED, *relaying)))

    assert len(before) == len(after)


@given(cases, st.sampled_from(["Reuters", "AFP", "Gamma"]), st.integers(1, 4))
def test_a_chain_of_relays_is_as_good_as_one(
    steps: tuple[Step, ...], first: str, hops: int
) -> None:
    """Relaying a relay, however many times removed, goes back to where the first one did."""
    names = [first, *(f"Step {index}" for index in range(hops + 1))]
    words = asserts(anonymous("somebody new"))
    chain: list[Step] = [
        (words, report(name, relays=(before,))) for before, name in pairwise(names)
    ]

    assert len(origins(_standing((*steps, chain[0])))) == len(origins(_standing((*steps, *chain))))


@given(cases | histories)
def test_independence_has_no_direction(steps: tuple[Step, ...]) -> None:
    """One origin is independent of another exactly where that is of it."""
    claim = claim_of(*steps)
    pairs = {one.pair for one in claim.independence}

    for one, other in combinations(origins(_standing(steps)), 2):
        assert are_independent(one, other, pairs) is are_independent(other, one, pairs)


@given(cases | histories)
def test_independence_of_several_does_not_depend_on_their_order(steps: tuple[Step, ...]) -> None:
    """independence(origins) is the same forwards and backwards."""
    shown = claim_of(*steps).independence
    found = origins(_standing(steps))

    assert independence(found, shown) is independence(found[::-1], shown)


@given(cases, st.integers(0, 9), st.integers(0, 9))
def test_an_editors_word_shows_two_origins_independent(
    steps: tuple[Step, ...], first: int, second: int
) -> None:
    """Of any two origins, and it takes nothing from what is shown without it."""
    found = origins(_standing(steps))
    if len(found) < 2 or first % len(found) == second % len(found):
        return
    one, other = found[first % len(found)], found[second % len(found)]
    pair = frozenset({min(one.sources), min(other.sources)})

    assert are_independent(one, other, {pair})
