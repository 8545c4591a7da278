"""README, beyond what its blocks show."""

import re

import pytest

import claimtrack as ct
from claimtrack.interop.follow_up_files import parse_toml
from tests.docs.pages import ROOT

_README = ROOT / "README.md"
_ROW = re.compile(r"^\| `(\d\d)` .+? \| (.+?) \|", re.MULTILINE)
_STANDING = re.compile(r"`([a-z-]+)` (?:still )?(\w+) \((\w\d)\)")


def test_readme_is_read_in_one_go() -> None:
    """README has 60 to 120 lines."""
    lines = _README.read_text(encoding="utf-8").splitlines()

    assert 60 <= len(lines) <= 120


@pytest.mark.parametrize(
    "command",
    [
        (
            "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/claimtrack apply"
            " seeds/belarus-talks/*.toml --ledger belarus.db --brief"
        ),
        "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest",
    ],
)
def test_readme_begins_with_two_commands(command: str) -> None:
    """What a newcomer types stands there on a line of its own."""
    assert command in _README.read_text(encoding="utf-8").splitlines()


def test_walk_through_the_story_is_true() -> None:
    """After each report the claims stand where README says, and each file has its row."""
    told = dict(_ROW.findall(_README.read_text(encoding="utf-8")))
    files = sorted((ROOT / "seeds" / "belarus-talks").glob("*.toml"))

    assert list(told) == [file.name[:2] for file in files]
    with ct.open_ledger("memory:", author="desk") as ledger:
        for file in files:
            (changes,) = ledger.apply([parse_toml(file.read_bytes(), file.name)])
            said = told[file.name[:2]]
            for claim_id, status, grade in _STANDING.findall(said):
                row = ledger.summary(claim_id)
                assert (status, grade) == (row.status, row.grade), f"{file.name}: {said}"
            if opened := re.search(r"(\d+) claims opened", said):
                assert int(opened[1]) == len(changes.claims)
            if said == "nothing moved":
                assert not any(change.is_move for change in changes.claims)
