"""The same input gives the same result in every run: nothing hangs on how Python orders sets."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ("0", "1", "2", "3")
"""Of Python's hashes. Two orders of two words are met by four with a chance of seven in eight."""

_READ = """
import sys
from datetime import date
from pathlib import Path
from claimtrack.reading import read
from claimtrack.reading.dates.phrasebook import phrases_of
from claimtrack.reading.lexicon import languages, lexicon_for

for lang in languages():
    print(lang, phrases_of(lexicon_for(lang)).vocabulary.entries)
for file in sorted(Path("tests/articles").glob("*/*.txt")):
    print(read(file.read_text(encoding="utf-8"), published_at=date(2026, 3, 12)))
"""

_APPLY = """
from pathlib import Path
from claimtrack.interop.follow_up_files import parse_toml
from claimtrack.ledger import Ledger
from claimtrack.stores.memory import MemoryStore
from claimtrack.testing import CountingIds, SteppingClock

store = MemoryStore()
ledger = Ledger(store, author="desk", clock=SteppingClock(), ids=CountingIds())
for file in sorted(Path("seeds").glob("*/*.toml")):
    ledger.apply([parse_toml(file.read_bytes(), file.name)])
print(list(store.entries()))
print(ledger.brief())
"""


def _printed(code: str, seed: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout


def test_an_article_is_read_the_same() -> None:
    """Drafts, and what words mean in dates, are the same whatever the hashes are."""
    assert len({_printed(_READ, seed) for seed in SEEDS}) == 1


def test_a_story_is_recorded_the_same() -> None:
    """Entries, judgements, hashes and the brief are the same whatever the hashes are."""
    assert len({_printed(_APPLY, seed) for seed in SEEDS}) == 1
