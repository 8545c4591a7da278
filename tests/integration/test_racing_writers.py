"""Writers that race are put in a row: nothing is lost, nothing doubled."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from claimtrack import ClaimtrackError, Ledger, Noted, open_ledger

WRITERS = 8
CLAIMS = 20
ROUNDS = 3

_WRITER = """
import sys
import claimtrack as ct

path, writer, claims, rounds = sys.argv[1], *map(int, sys.argv[2:])
conflicts = 0
with ct.open_ledger(path, author=f"desk-{writer}") as ledger:
    for turn in range(rounds):
        for number in range(claims):
            known = f"claim-{number}"
            note = ct.Noted(text=f"writer {writer}, turn {turn}")
            if number % 2:
                ledger.update(known, note)
                continue
            while True:
                revision = ledger.claim(known).revision
                try:
                    ledger.update(known, note, expected_revision=revision)
                except ct.ConflictError:
                    conflicts += 1
                else:
                    break
print(conflicts)
"""


def _open_claims(ledger: Ledger) -> None:
    for number in range(CLAIMS):
        ledger.open_claim(f"Thing {number} happened", id=f"claim-{number}")


def _require_all_once(ledger: Ledger) -> None:
    """Every note of every writer is there once, in histories without gaps."""
    entries = list(ledger.entries())
    notes = Counter(
        (entry.claim_id, entry.update.text) for entry in entries if isinstance(entry.update, Noted)
    )
    expected = {
        (f"claim-{number}", f"writer {writer}, turn {turn}")
        for number in range(CLAIMS)
        for writer in range(WRITERS)
        for turn in range(ROUNDS)
    }

    assert Counter(expected) == notes
    assert list(range(1, len(entries) + 1)) == [entry.position for entry in entries]
    for number in range(CLAIMS):
        revisions = [entry.revision for entry in ledger.history(f"claim-{number}")]
        assert list(range(1, 2 + WRITERS * ROUNDS)) == revisions
        assert revisions[-1] == ledger.claim(f"claim-{number}").revision
    assert [] == list(ledger.check())


def test_eight_processes_lose_and_double_nothing(tmp_path: Path) -> None:
    """Eight processes append to the same twenty claims; who raced is told by `ConflictError`."""
    path = tmp_path / "ledger.db"
    with open_ledger(path, author="desk") as ledger:
        _open_claims(ledger)
    words = [str(path), str(CLAIMS), str(ROUNDS)]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, words[0], str(writer), *words[1:]],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for writer in range(WRITERS)
    ]
    said = [writer.communicate() for writer in writers]

    assert [(0, b"")] * WRITERS == [
        (writer.returncode, errors) for writer, (_, errors) in zip(writers, said, strict=True)
    ]
    with open_ledger(path, author="desk") as ledger:
        _require_all_once(ledger)


@pytest.fixture
def often() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("at_hand", [0, 3, 1_000])
@pytest.mark.parametrize("url", ["memory:", "ledger.db"])
def test_eight_threads_share_one_ledger(tmp_path: Path, url: str, at_hand: int) -> None:
    """Eight threads append to the same twenty claims through one ledger, and read them."""
    if url != "memory:":
        url = str(tmp_path / url)
    failures: list[ClaimtrackError] = []

    with open_ledger(url, author="desk", claims_at_hand=at_hand) as ledger:
        _open_claims(ledger)

        def write(writer: int) -> None:
            try:
                for turn in range(ROUNDS):
                    for number in range(CLAIMS):
                        ledger.note(f"claim-{number}", f"writer {writer}, turn {turn}")
                        ledger.claim(f"claim-{(number + 1) % CLAIMS}")
            except ClaimtrackError as error:
                failures.append(error)

        threads = [Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [] == failures
        _require_all_once(ledger)
