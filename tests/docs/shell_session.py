"""
Command lines as pages show them, run by the installed command in a folder of their own.

In a ``console`` block a line behind ``$`` is run, and what stands below it is what it says; in an
``sh`` block every line is run. Lines that install something or run the checks are not.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_NOT_RUN = re.compile(
    r"python3? -m venv \S+|(\S+/)?pip install .+|(\w+=\S+ )?(\S+/)?(pytest|ruff)( .+)?"
    r"|\.ci/run|PYTHON=\S+ \.ci/run|python docs/generate\.py( --check)?"
)
_EXPORT = re.compile(r"export (\w+)=(\S+)")
_BASH = shutil.which("bash") or ""
_FAILED = re.compile(r"^(claimtrack|Error|Usage): ", re.MULTILINE)


class Line(NamedTuple):
    """A command line, and what it is to say; None where the page does not show it."""

    command: str
    expected: str | None


class Said(NamedTuple):
    """What a command line said, on both streams, and its exit status."""

    text: str
    status: int

    @property
    def is_well(self) -> bool:
        """Whether it succeeded, or failed and told why in one of our own lines."""
        return self.status == 0 or bool(_FAILED.search(self.text))


def lines(language: str, text: str) -> Iterator[Line]:
    """Take a block apart; a backslash at the end of a line goes on with the next."""
    joined = text.replace("\\\n", " ")
    if language == "sh":
        for line in joined.splitlines():
            command = line.partition(" #")[0].strip()
            if command and not command.startswith("#"):
                yield Line(command, None)
        return
    for part in re.split(r"^\$ ", joined, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield Line(command.strip(), expected.strip("\n"))


class ShellSession:
    """Lines run one after the other in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {
            "PATH": f"{_commands(folder)}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        }

    def run(self, command: str) -> Said:
        """Run one line, but for those of its parts that are not run."""
        if export := _EXPORT.fullmatch(command):
            self._environment[export[1]] = export[2]
            return Said("", 0)
        parts = [part.strip() for part in command.split(" && ")]
        wanted = [part for part in parts if not _NOT_RUN.fullmatch(part)]
        if not wanted:
            return Said("", 0)
        script = " && ".join(wanted).replace(".venv/bin/claimtrack", "claimtrack")
        done = subprocess.run(
            [_BASH, "-o", "pipefail", "-c", script],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Said(done.stdout.rstrip(), done.returncode)


def _commands(folder: Path) -> Path:
    """Find the folder with the installed command; make one where the package runs from source."""
    scripts = Path(sysconfig.get_path("scripts"))
    if any(scripts.glob("claimtrack*")):
        return scripts
    made = folder.parent / f"{folder.name}-commands"
    made.mkdir(exist_ok=True)
    command = made / "claimtrack"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimtrack "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return made
