"""The command that applies follow-up files."""

import sys
from collections.abc import Sequence

import click

from claimtrack.cli._files import follow_ups, opened
from claimtrack.cli._interrupts import Interrupts
from claimtrack.cli._options import Call, writes
from claimtrack.cli._running import command
from claimtrack.cli._telling import Telling
from claimtrack.errors import ClaimtrackError


@command(
    "apply",
    "claimtrack apply seeds/belarus-talks/*.toml --ledger belarus.db --brief",
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILES...",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
)
@click.option("--brief", is_flag=True, help="Print the brief of the stories concerned at the end.")
@click.option("--accept", is_flag=True, help="Apply items that carry a review note.")
@click.option("--amend", is_flag=True, help="Bring in line what was applied with other content.")
@click.option("--progress", is_flag=True, help="Tell progress even where nobody watches.")
@writes
def apply(
    call: Call, files: tuple[str, ...], brief: bool, accept: bool, amend: bool, progress: bool
) -> None:
    """
    Record what follow-up FILES say.

    A file is TOML, or one JSON object a line; - is standard input. Each is applied whole or not at
    all, and once: applying it again changes nothing. The first that is refused ends it; those
    before it stay applied. All that stands against a file is told at once, with its place.
    """
    with call.writing() as ledger:
        telling = Telling(call.output, ledger, shows_progress=progress or sys.stderr.isatty())
        done = 0
        for name in files:
            try:
                with opened(name) as file, Interrupts() as interrupts:
                    changes = ledger.apply(
                        telling.noting(name, interrupts.between(follow_ups(file, name))),
                        accept=accept,
                        amend=amend,
                        whole=True,
                        progress=telling.progress,
                    )
                    done += 1
                    telling.applied(changes)
            except (ClaimtrackError, OSError, KeyboardInterrupt) as error:
                _note_others(error, files, done)
                raise click.exceptions.Exit(telling.failed(error, files[done:])) from error
        telling.end(with_brief=brief)


def _note_others(error: BaseException, files: Sequence[str], done: int) -> None:
    """Note on an error which files were applied before it, and which were not."""
    for what, names in (("applied", files[:done]), ("not applied", files[done:])):
        if names and (len(files) > 1 or done or isinstance(error, KeyboardInterrupt)):
            error.add_note(f"{what}: {', '.join(names)}")
