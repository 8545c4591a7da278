"""Opening: which store a url names, and the real clock, ids and chance."""

from datetime import UTC
from pathlib import Path

import pytest

from claimtrack.errors import InvalidValueError, StoreUnavailableError
from claimtrack.model.ids import parse_claim_id
from claimtrack.opening import SystemClock, TextIds, file_of, open_ledger
from claimtrack.policy import NEWSROOM


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("belarus.db", "belarus.db"),
        ("sqlite:belarus.db", "belarus.db"),
        ("./odd:name.db", "./odd:name.db"),
        ("C:/ledgers/belarus.db", "C:/ledgers/belarus.db"),
        ("sqlite:/ledgers/a b.db", "/ledgers/a b.db"),
    ],
)
def test_a_path_names_a_file(url: str, file: str) -> None:
    """A path is a path, with a drive and with colons after a slash."""
    assert Path(file) == file_of(url)


@pytest.mark.parametrize("url", ["memory:", "", "sqlite:", "postgresql://desk/belarus"])
def test_what_names_no_file_is_no_file(url: str) -> None:
    """Other schemes, and nothing at all, name no file."""
    assert file_of(url) is None


def test_a_ledger_in_memory_is_nobody_elses() -> None:
    """Two of them share nothing, and nothing outlives them."""
    with open_ledger("memory:", author="a") as one, open_ledger("memory:", author="b") as other:
        one.open_claim("It happened", id="it")

        assert ["it"] == [row.id for row in one.claims()]
        assert [] == list(other.claims())


def test_odd_names_are_names(tmp_path: Path) -> None:
    """What a url or a shell would read otherwise is a file's name all the same."""
    for name in ("a b?c=d#e%20f.db", "ștefan.db", "'; DROP TABLE.db"):
        open_ledger(tmp_path / name, author="desk").close()

        assert (tmp_path / name).is_file()


def test_what_cannot_be_a_ledger_leaves_no_file_open(tmp_path: Path) -> None:
    """Where the ledger is refused, its store is closed, and the file can be opened again."""
    path = tmp_path / "belarus.db"
    with pytest.raises(InvalidValueError, match="author"):
        open_ledger(path, author="")
    with pytest.raises(InvalidValueError, match="zone"):
        open_ledger(path, author="desk", zone="Nowhere/At_All")
    with pytest.raises(StoreUnavailableError):
        open_ledger(tmp_path, author="desk")
    with open_ledger(path, author="desk", policy=NEWSROOM, claims_at_hand=1) as ledger:
        ledger.open_claim("It happened")

        assert not tmp_path.joinpath("belarus.db-journal").exists()


@pytest.mark.parametrize(
    ("url", "claims_at_hand", "field"),
    [
        ("nul\x00.db", 1, "url"),
        ("memory:", -1, "claims_at_hand"),
        ("memory:", True, "claims_at_hand"),
    ],
)
def test_what_makes_no_sense_is_refused(url: str, claims_at_hand: int, field: str) -> None:
    """By name, and before anything is opened."""
    with pytest.raises(InvalidValueError) as caught:
        open_ledger(url, author="desk", claims_at_hand=claims_at_hand)

    assert field == caught.value.field


def test_the_clock_is_aware_and_in_utc() -> None:
    """Moments of the record are never naive."""
    clock = SystemClock()
    first, second = clock.now(), clock.now()

    assert UTC is first.tzinfo
    assert first <= second


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Talks are under way", ["talks-are-under-way", "talks-are-under-way-2"]),
        ("123 de deținuți, eliberați!", ["123-de-detinuti-eliberati"]),
        ("Переговоры", ["claim", "claim-2", "claim-3"]),
        ("…", ["claim"]),
        ("word " * 100, ["word-word-word-word-word-word-word-word-word"]),
    ],
)
def test_ids_are_made_of_the_first_words(text: str, ids: list[str]) -> None:
    """An id says what the claim is about, and is always the same for a text and an attempt."""
    made = [TextIds().claim_id(text, attempt) for attempt in range(len(ids))]

    assert ids == made
    assert made == [parse_claim_id(one) for one in made]


def test_long_ids_leave_room_for_a_number() -> None:
    """However long the text and however many there are, an id is an id."""
    for attempt in (0, 1, 10**6):
        parse_claim_id(TextIds().claim_id("x" * 10_000, attempt))


def test_no_salt_is_given_twice() -> None:
    """Salts are sixteen bytes of chance each."""
    salts = [*TextIds().salts(1_000), *TextIds().salts(24)]

    assert {16} == {len(salt) for salt in salts}
    assert 1_024 == len(set(salts))
