"""Somebody at a command line: a folder, a clock that steps, and a story in two files."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
from click.testing import CliRunner, Result

from claimtrack.cli import main

FIRST = """\
[report]
outlet = "Example News"
url = "https://news.example/1"
published_at = "2025-11-26"
relays = ["Reuters"]

[sources.three]
description = "sources familiar with the matter"
count = 3
told = "Reuters"

[sources.white-house]
kind = "office"
name = "White House"

[[claims]]
id = "belarus-talks"
story = "belarus-prisoners"
text = "The United States and Belarus are negotiating the release of prisoners"
lang = "en"
translations = { ro = "Statele Unite și Belarus negociază eliberarea unor deținuți" }

[[claims]]
id = "sanctions-easing"
story = "belarus-prisoners"
text = "The United States could consider easing sanctions"
lang = "en"

[[updates]]
claims = ["belarus-talks", "sanctions-easing"]
evidence = { source = "three" }

[[updates]]
claim = "belarus-talks"
unclear = ["who", "when"]

[[updates]]
claims = ["belarus-talks", "sanctions-easing"]
response = { party = "white-house", outcome = "declined", asked_by = "Reuters" }
"""

DENIAL = """\
[report]
outlet = "Example Wire"
url = "https://wire.example/2"
published_at = "2025-12-02T14:10+01:00"

[sources.embassy]
kind = "office"
name = "Embassy of Belarus in Washington"

[[updates]]
claim = "belarus-talks"
evidence = { source = "embassy", stance = "denies", standing = "actor" }
"""


class Clock:
    """A clock that is an hour later each time somebody looks."""

    def __init__(self) -> None:
        self._now = datetime(2025, 12, 1, 8, tzinfo=UTC)

    def now(self) -> datetime:
        """Give the moment."""
        self._now += timedelta(hours=1)
        return self._now


@attrs.frozen
class Desk:
    """Somebody at a command line."""

    runner: CliRunner
    folder: Path

    def run(self, *words: str, stdin: bytes | str | None = None) -> Result:
        """Run a command in the desk's folder, on its ledger."""
        return self.runner.invoke(main, words, input=stdin, env={"CLAIMTRACK_LEDGER": "desk.db"})

    def says(self, *words: str, stdin: bytes | str | None = None) -> str:
        """Run a command that succeeds, and give what it prints."""
        result = self.run(*words, stdin=stdin)
        assert (0, "") == (result.exit_code, result.stderr), result.output
        return result.stdout

    def json(self, *words: str) -> Any:
        """Run a command that succeeds, and give the object that it prints."""
        return json.loads(self.says(*words, "--json"))

    def lines(self, *words: str) -> list[Any]:
        """Run a command that succeeds, and give the objects that it prints, one a line."""
        return [json.loads(line) for line in self.says(*words, "--lines").splitlines()]

    def refuses(self, status: int, *words: str, stdin: bytes | str | None = None) -> list[str]:
        """Run a command that fails with a status, and give what it says to standard error."""
        result = self.run(*words, stdin=stdin)
        assert status == result.exit_code, result.output
        return result.stderr.splitlines()
