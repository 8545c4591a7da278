"""The examples that help ends with run as they are printed."""

import shutil
from pathlib import Path

import click
import pytest

from claimtrack.cli import main
from tests.docs.pages import ROOT
from tests.docs.shell_session import ShellSession, lines


def test_every_command_has_an_example() -> None:
    """Help ends with a line to be pasted, which begins with the command itself."""
    without = [name for name, command in main.commands.items() if not command.epilog]

    assert [] == without
    assert {name: f"claimtrack {name} " for name in main.commands} == {
        name: str(command.epilog)[: len(f"claimtrack {name} ")]
        for name, command in main.commands.items()
    }


@pytest.mark.parametrize("name", main.commands)
def test_example_is_printed_as_it_is_typed(name: str) -> None:
    """Help shows the example last, unbroken, within 80 columns."""
    command = main.commands[name]
    context = click.Context(command, info_name=f"claimtrack {name}", terminal_width=80)

    _, _, example = command.get_help(context).rpartition("\nExample:\n")

    assert str(command.epilog).splitlines() == [
        row.removeprefix("  ") for row in example.splitlines()
    ]
    assert [] == [row for row in example.splitlines() if len(row) > 80]


def test_examples_run_in_order(tmp_path: Path) -> None:
    """From the first command to the last, in one folder with the seeds, all of them succeed."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    session = ShellSession(tmp_path)
    examples = [str(main.epilog), *(str(command.epilog) for command in main.commands.values())]

    failed = {
        line.command: said.text
        for example in examples
        for line in lines("sh", example)
        if (said := session.run(line.command)).status != 0
    }

    assert {} == failed
