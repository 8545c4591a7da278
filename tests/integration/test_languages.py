"""What people read is in the language that they asked for, all of it but the data."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.cli import main
from claimtrack.wording._load import phrases

SEEDS = sorted((Path(__file__).parents[2] / "seeds" / "belarus-talks").glob("*.toml"))
_PLACES = re.compile(r"\{[^}]*\}")
_LONG = 4
"""Letters from which a word of English can be told from one of Romanian by itself."""


def _fragments() -> set[str]:
    """What English phrases say between the values, unless Romanian ones say it too."""
    romanian = "\n".join(phrases("ro").values())
    pieces = {
        piece.strip(" ,;:()") for text in phrases("en").values() for piece in _PLACES.split(text)
    }
    return {one for one in pieces if len(one) >= _LONG and one not in romanian}


def _said(*words: str) -> str:
    done = CliRunner().invoke(main, [*words, "--ledger", "belarus.db", "--lang", "ro"])
    assert 0 == done.exit_code, done.output
    return " ".join(done.output.split())


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """All that the commands say of the seed story in Romanian, and of some desk work on it."""
    monkeypatch.chdir(tmp_path)
    told = [
        _said("apply", *map(str, SEEDS), "--brief"),
        _said("apply", str(SEEDS[0])),
        _said("rule", "belarus-talks", "confirmed", "--because", "motiv"),
        _said("set-confidence", "belarus-talks", "2", "--because", "motiv"),
        _said("move-work", "belarus-talks", "checking", "--recheck-by", "2026-01-01"),
        _said("rate-source", "person:john-coale", "B"),
        _said("note", "belarus-talks", "text"),
        _said("lift-ruling", "belarus-talks", "--because", "motiv"),
        _said("list"),
        _said("due", "--at", "2030-01-01"),
        _said("entries"),
        _said("brief", "--since", "2020-01-01"),
        _said("check"),
    ]
    for claim in ("belarus-talks", "second-group", "embassy-return-offer", "september-release"):
        told += (_said(command, claim) for command in ("show", "history", "explain"))
    return "\n".join(told)


def test_nothing_is_left_in_english(said: str) -> None:
    """No phrase of English is said in Romanian, whatever the command."""
    data = "\n".join(path.read_text(encoding="utf-8") for path in SEEDS).lower()
    told = said.lower()

    assert [] == sorted(
        one
        for one in _fragments()
        if one.lower() not in data and re.search(rf"\b{re.escape(one.lower())}\b", told)
    )


def test_claims_are_told_in_the_language(said: str) -> None:
    """Lists too have the translation."""
    assert "Washingtonul și Minskul discută despre punerea în libertate" in _said("list")
    assert "Washington and Minsk are in talks" not in _said("list")
