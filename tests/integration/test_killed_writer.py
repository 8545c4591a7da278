"""A writer killed at any moment loses nothing that it acknowledged, and leaves no half."""

import random  # noqa: TID251
import subprocess
import sys
from collections import Counter
from pathlib import Path
from select import select

from claimtrack import open_ledger

KILLS = 50
ITEMS = 4
"""Updates of each follow-up, on two claims: opened, evidence, unclear, and a note on an older."""

AGAIN = 7
"""How many follow-ups that are there already a writer begins with: nothing is written twice."""

_WRITER = """
import sys
import claimtrack as ct

path, first = sys.argv[1], int(sys.argv[2])

def follow_up(number):
    evidence = ct.Evidence(source=ct.person(f"Speaker {number % 7}"), wording="so it was said")
    updates = [
        (number, ct.ClaimOpened(text=f"Thing {number} happened", story="killed")),
        (number, ct.EvidenceGiven(evidence=evidence)),
        (number // 2, ct.Noted(text=f"after thing {number}")),
        (number, ct.SlotDeclaredUnclear(slots=("who", "when"))),
    ]
    return ct.FollowUp(
        report=ct.Report("Example News", id=f"report-{number}"),
        items=[ct.Item(claim_id=f"claim-{about}", update=update) for about, update in updates],
    )

with ct.open_ledger(path, author="desk") as ledger:
    print("ready", flush=True)
    number = first
    while True:
        many = 1 + number % 5
        ledger.apply(follow_up(number + at) for at in range(many))
        number += many
        print(number, flush=True)
"""


def _write_until_killed(path: Path, first: int, chance: random.Random) -> int:
    """Start a writer and kill it; give the number up to which it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(first)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        acknowledged = first
        # The writer does not wait to be read, so the kill finds it anywhere in its work.
        for _ in range(chance.randrange(12)):
            line = writer.stdout.readline().strip()
            if line != b"ready":
                acknowledged = int(line)
        # A little later, or with its next word: somewhere between two commits, or in one.
        select([writer.stdout], [], [], chance.random() / 100)
        writer.kill()
        # What it had written to the pipe before it died counts as acknowledged too.
        for line in writer.stdout.read().splitlines(keepends=True):
            if line.endswith(b"\n") and line.strip() != b"ready":
                acknowledged = int(line)
        return acknowledged


def _entries_by_report(path: Path) -> dict[str, int]:
    """Count the entries of every follow-up in a ledger that passes its check."""
    with open_ledger(path, author="desk") as ledger:
        assert [] == list(ledger.check())
        return Counter(
            "" if entry.report is None else entry.report.id for entry in ledger.entries()
        )


def test_killed_writer_loses_nothing_and_leaves_no_half(tmp_path: Path) -> None:
    """After every one of fifty kills the acknowledged is there, whole, and the check passes."""
    path = tmp_path / "ledger.db"
    chance = random.Random(0)
    there: dict[str, int] = {}
    for _ in range(KILLS):
        before = len(there)
        acknowledged = _write_until_killed(path, max(0, before - AGAIN), chance)
        if path.exists():
            there = _entries_by_report(path)

            assert {ITEMS} >= set(there.values())
            assert max(before, acknowledged) <= len(there) <= max(before, acknowledged) + 5
            assert {f"report-{number}" for number in range(len(there))} == there.keys()

    assert len(there) > KILLS
