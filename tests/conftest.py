"""Settings of the whole test run."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from claimtrack.ledger import Ledger
    from tests.ledgers import NewLedger, Options

pytest.register_assert_rewrite("claimtrack.testing")

# In CI every run draws the same examples, so a red run is about the change and is red again;
# elsewhere chance looks further, and what it finds is kept in .hypothesis/ and shown as a blob.
_SAME_EXAMPLES = "CI" in os.environ

for _profile, _examples in (("dev", 30), ("ci", 60)):
    settings.register_profile(
        _profile,
        max_examples=_examples,
        deadline=None,
        derandomize=_SAME_EXAMPLES,
        print_blob=True,
    )
settings.load_profile(os.environ.get("CLAIMTRACK_HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(params=["memory", "sqlite"])
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> "Iterator[NewLedger]":
    """Make empty ledgers, all on one kind of store; they are closed after the test."""
    # Here, because asserts are rewritten in what is imported after the registration above.
    from tests.ledgers import memory_ledger, sqlite_ledger

    made: list[Ledger] = []

    def make(**options: "Unpack[Options]") -> "Ledger":
        file = tmp_path / f"{len(made)}.db"
        is_memory = request.param == "memory"
        made.append(memory_ledger(**options) if is_memory else sqlite_ledger(file, **options))
        return made[-1]

    yield make
    for ledger in made:
        ledger.close()


@pytest.fixture
def ledger(new_ledger: "NewLedger") -> "Ledger":
    """Make an empty ledger, written by the desk."""
    return new_ledger()
