"""A writer killed at any moment loses nothing that it acknowledged, and leaves no half."""

import random  # noqa: TID251
import subprocess
import sys
from pathlib import Path

from claimtrack import open_ledger

KILLS = 50
ITEMS = 3
"""Updates of each follow-up: opened, evidence, unclear."""

_WRITER = """
import sys
import claimtrack as ct

path, first = sys.argv[1], int(sys.argv[2])

def follow_up(number):
    known = ct.parse_claim_id(f"claim-{number}")
    evidence = ct.Evidence(source=ct.person(f"Speaker {number % 7}"), wording="so it was said")
    updates = [
        ct.ClaimOpened(text=f"Thing {number} happened", story="killed"),
        ct.EvidenceGiven(evidence=evidence),
        ct.SlotDeclaredUnclear(slots=("who", "when")),
    ]
    return ct.FollowUp(
        report=ct.Report("Example News", url=f"https://news.example/{number}"),
        items=[ct.Item(claim_id=known, update=update) for update in updates],
    )

with ct.open_ledger(path, author="desk") as ledger:
    print("ready", flush=True)
    number = first
    while True:
        many = 1 + number % 5
        ledger.apply([follow_up(number + at) for at in range(many)])
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
        for _ in range(chance.randrange(0, 30)):
            line = writer.stdout.readline().strip()
            if line != b"ready":
                acknowledged = int(line)
        for _ in range(chance.randrange(20_000)):
            pass
        writer.kill()
        # What it had written to the pipe before it died counts as acknowledged too.
        for line in writer.stdout.read().splitlines(keepends=True):
            if line.endswith(b"\n") and line.strip() != b"ready":
                acknowledged = int(line)
        return acknowledged


def test_killed_writer_loses_nothing_and_leaves_no_half(tmp_path: Path) -> None:
    """After every one of fifty kills the acknowledged is there, whole, and the check passes."""
    path = tmp_path / "ledger.db"
    chance = random.Random(0)
    first = 0
    for _ in range(KILLS):
        acknowledged = _write_until_killed(path, first, chance)
        if not path.exists():
            continue
        with open_ledger(path, author="desk") as ledger:
            there = {summary.id: summary.revision for summary in ledger.claims()}

            assert {ITEMS} >= set(there.values())
            assert {f"claim-{number}" for number in range(acknowledged)} <= set(there)
            assert len(there) <= acknowledged + 5
            assert [] == list(ledger.check())
            first = len(there)

    assert first > KILLS
