"""Values can be sent to another process, copied and put into sets, those that hold others too."""

import copy
import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.interop.follow_up_files import parse_toml
from tests.cases import DESK_SAW, EMBASSY_DENIES, REPORTED, claim_of
from tests.ledgers import memory_ledger

_SEEDS = sorted((Path(__file__).parents[3] / "seeds" / "belarus-talks").glob("*.toml"))


def _values() -> list[Any]:
    """What a ledger gives of the seed story."""
    follow_ups = [parse_toml(path.read_bytes()) for path in _SEEDS]
    with memory_ledger() as ledger:
        changes = ledger.apply(follow_ups)
        rows = list(ledger.claims())
        return [
            *follow_ups,
            *changes,
            *(change for one in changes for change in one.claims),
            *rows,
            *ledger.entries(),
            *(ledger.claim(row.id) for row in rows),
            *(ledger.explain(row.id) for row in rows),
            ledger.brief(since="2020-01-01"),
        ]


def _within(value: Any) -> Iterator[Any]:
    if attrs.has(type(value)):
        yield value
        value = [getattr(value, field.name) for field in attrs.fields(type(value))]
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _within(one)


_ONE_OF_EACH = {type(one): one for value in _values() for one in _within(value)}


def test_the_story_has_most_values() -> None:
    """The tests below are about something."""
    assert {
        ct.Claim,
        ct.Brief,
        ct.Entry,
        ct.FollowUp,
        ct.Changes,
        ct.Finding,
    } <= _ONE_OF_EACH.keys()


@pytest.mark.parametrize("kind", _ONE_OF_EACH, ids=lambda kind: kind.__name__)
def test_value_comes_back_equal(kind: type) -> None:
    """From `pickle`, from a deep copy and from a flat one; and it is as good as what it came of."""
    value = _ONE_OF_EACH[kind]
    for twin in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert value == twin
        assert repr(value) == repr(twin)
        assert hash(value) == hash(twin)


def test_claims_that_differ_are_not_equal() -> None:
    """What each source says follows from the evidence, and two claims may differ in that alone."""
    one, other = claim_of(REPORTED), claim_of(REPORTED, EMBASSY_DENIES)

    assert one != other
    assert {one, other, claim_of(REPORTED)} == {one, other}


def test_a_claim_that_travelled_is_a_claim_all_the_same() -> None:
    """It has its accounts, which nobody changes, and the ledger's policy judges it the same."""
    claim = claim_of(REPORTED, EMBASSY_DENIES, DESK_SAW)
    twin = pickle.loads(pickle.dumps(claim))

    assert claim.accounts == twin.accounts
    assert type(claim.accounts) is type(twin.accounts)
    assert ct.NEWSROOM.judge(claim) == ct.NEWSROOM.judge(twin)
