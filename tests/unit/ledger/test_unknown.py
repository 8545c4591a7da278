"""What the ledger never saw is refused: nothing found would read as nothing on record."""

from typing import Any

import pytest

from claimtrack.errors import NotFoundError
from claimtrack.ledger import Ledger
from tests.cases import FIRST, OPENED, SOURCES, TALKS, asserts
from tests.ledgers import told


@pytest.fixture(autouse=True)
def claim(ledger: Ledger) -> None:
    """One claim to speak of."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])


@pytest.mark.parametrize("condition", ["story", "source", "report"])
def test_what_the_ledger_never_saw_is_refused(ledger: Ledger, condition: str) -> None:
    """What is known and has no match is an empty list."""
    ledger.open_claim("Another", id="another", story="known-story")
    known: dict[str, str] = {
        "story": "known-story",
        "source": ledger.claim(TALKS).sources[0].id,
        "report": FIRST.id,
    }

    def found(name: str, **more: Any) -> list[str]:
        asked: dict[str, Any] = {condition: name}
        return [one.id for one in ledger.claims(**asked, **more)]

    with pytest.raises(NotFoundError) as caught:
        found("never-seen")
    assert ("never-seen", f"{condition}-not-found") == (caught.value.key, caught.value.code)
    assert [] == found(known[condition], status="refuted")
    assert 1 == len(found(known[condition]))


def test_a_brief_of_a_story_that_nobody_opened_is_refused(ledger: Ledger) -> None:
    """A slip in its name does not tell a desk that nothing is known."""
    with pytest.raises(NotFoundError, match="no such story"):
        ledger.brief(story="belarus-prisoner")
