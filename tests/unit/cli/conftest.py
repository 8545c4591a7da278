"""Desks for tests of commands."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.desk import DENIAL, FIRST, Clock, Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Sit down in an empty folder with two follow-up files."""
    monkeypatch.chdir(tmp_path)
    clock = Clock()
    monkeypatch.setattr("claimtrack.opening.SystemClock", lambda: clock)
    Path("1.toml").write_text(FIRST, encoding="utf-8")
    Path("2.toml").write_text(DENIAL, encoding="utf-8")
    return Desk(CliRunner(), tmp_path)


@pytest.fixture
def story(desk: Desk) -> Desk:
    """Sit down at a ledger that holds the story."""
    desk.says("apply", "1.toml", "2.toml")
    return desk
