"""Collecting: full collections are put off during bulk work, and come back."""

import gc
from collections.abc import Iterator

import pytest

from claimtrack.errors import ClaimNotFoundError
from claimtrack.ledger import Ledger
from claimtrack.ledger.collecting import NoFullCollection
from tests.cases import FIRST, SOURCES, asserts
from tests.ledgers import told


@pytest.fixture(autouse=True)
def threshold() -> Iterator[tuple[int, int, int]]:
    """What the process has, to come back to."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 7)
    yield gc.get_threshold()
    gc.set_threshold(*before)


def test_full_collections_come_back_after_the_last_block(threshold: tuple[int, int, int]) -> None:
    """Two threads' bulk work may overlap: the second must not take the first's for what was."""
    held = NoFullCollection()
    with held:
        with held:
            assert gc.get_threshold()[2] > 1_000_000
        assert gc.get_threshold()[2] > 1_000_000
        assert threshold[:2] == gc.get_threshold()[:2]

    assert threshold == gc.get_threshold()


def test_what_somebody_else_sets_stays() -> None:
    """A program that sets its own threshold while it loads keeps it."""
    with NoFullCollection():
        gc.set_threshold(500, 5, 5)

    assert (500, 5, 5) == gc.get_threshold()


def test_refused_work_leaves_the_collector_as_it_was(
    ledger: Ledger, threshold: tuple[int, int, int]
) -> None:
    """Whatever happens to follow-ups, the collector is the program's again."""
    seen = []
    with pytest.raises(ClaimNotFoundError):
        ledger.apply(
            [told(FIRST, asserts(SOURCES), claim_id="nowhere")],
            progress=lambda _: seen.append(gc.get_threshold()),
        )

    assert threshold == gc.get_threshold()
    assert {True} == {one != threshold for one in seen}
