"""The shelf: bounded, and never behind what the ledger itself wrote."""

import pytest

from claimtrack.ledger.shelf import Held, Shelf, text_key_of
from claimtrack.model.ids import parse_claim_id
from tests.cases import REPORTED, TALKS, claim_of


def _held(name: str = TALKS, revision: int = 1, changes: int = 0) -> Held:
    claim = claim_of().with_(id=parse_claim_id(name), revision=revision)
    return Held(claim, bytes(32), 0, changes)


def test_what_was_longest_untouched_goes_first() -> None:
    """Reading a claim counts as touching it."""
    shelf = Shelf(2)
    shelf.put(_held("a"))
    shelf.put(_held("b"))
    shelf.get(parse_claim_id("a"))
    shelf.put(_held("c"))

    there = {name for name in "abc" if shelf.get(parse_claim_id(name)) is not None}
    assert {"a", "c"} == there


def test_a_later_revision_stays() -> None:
    """A claim is never replaced by what it was before."""
    shelf = Shelf(2)
    shelf.put(_held(revision=3))
    shelf.put(_held(revision=2))
    shelf.put_back(_held(revision=1), shelf.writes)

    held = shelf.get(TALKS)
    assert held is not None
    assert 3 == held.claim.revision


def test_what_was_read_before_a_write_is_not_put_back() -> None:
    """A reader that was slow does not bring back what was written over and had to go."""
    shelf = Shelf(1)
    writes = shelf.writes
    slow = _held(revision=1)
    shelf.put(_held(revision=2))
    shelf.put(_held("other"))
    shelf.put_back(slow, writes)

    assert shelf.get(TALKS) is None


def test_what_was_read_since_the_last_write_is_put_back() -> None:
    """A reader that nobody overtook keeps what it read at hand."""
    shelf = Shelf(1)
    shelf.put(_held("other"))
    shelf.put_back(_held(), shelf.writes)

    assert _held() == shelf.get(TALKS)


@pytest.mark.parametrize("size", [0, -1])
def test_a_shelf_may_be_of_no_size(size: int) -> None:
    """Then nothing is at hand."""
    shelf = Shelf(size)
    shelf.put(_held())

    assert shelf.get(TALKS) is None


def test_a_shelf_can_be_cleared() -> None:
    """Nothing is at hand afterwards."""
    shelf = Shelf(3)
    shelf.put(_held())
    shelf.clear()

    assert shelf.get(TALKS) is None


def test_text_keys_are_of_one_story_and_of_words_alone() -> None:
    """Equal where a reader would read the same text in the same story."""
    claim = claim_of(REPORTED)
    same = [claim.with_(text=f"  {claim.text.upper()}. "), claim.with_(lang="ro", revision=9)]
    others = [claim.with_(text=f"{claim.text}?"), claim.with_(story="another")]

    assert {text_key_of(claim)} == {text_key_of(one) for one in same}
    assert 3 == len({text_key_of(one) for one in (claim, *others)})
    assert all(-(2**63) <= text_key_of(one) < 2**63 for one in (claim, *others))
