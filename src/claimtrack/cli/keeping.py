"""Commands that keep a ledger: move it, check it, rebuild it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from claimtrack.cli._options import Call, reads, writes
from claimtrack.cli._running import UNSOUND, command
from claimtrack.wording import counted, phrase


@command(
    "export",
    "claimtrack export belarus.jsonl --ledger belarus.db",
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), default="-")
@reads
def export_ledger(call: Call, file: str) -> None:
    """
    Write the whole ledger to FILE, as JSON lines.

    To standard output without FILE. Positions and hashes are kept: `claimtrack import` makes the
    same ledger of it. A FILE that is there is replaced when all is written, and not before.
    """
    with call.reading() as ledger:
        if file == "-":
            call.output.raw(ledger.export_lines())
            return
        with _replacing(Path(file)) as stream:
            stream.writelines(ledger.export_lines())


@contextmanager
def _replacing(file: Path) -> Iterator[BinaryIO]:
    """Write beside a file and put that in its place at the end: a good one is never cut short."""
    if file.exists() and not file.is_file():  # a pipe, a device
        with file.open("wb") as stream:
            yield stream
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from None
    finally:
        beside.unlink(missing_ok=True)


@command(
    "import",
    "claimtrack import belarus.jsonl --ledger copy.db",
)
@click.argument("file", type=click.File("rb"))
@writes
def import_ledger(call: Call, file: BinaryIO) -> None:
    """
    Read an export into an empty ledger.

    All that `claimtrack export` wrote, or nothing. FILE may be - for standard input.
    """
    with call.writing() as ledger:
        count = ledger.import_lines(file)
    lang = call.output.lang
    call.output.one({"entry_count": count}, lambda: counted("entry", count, lang))


@command(
    "check",
    "claimtrack check --ledger belarus.db",
)
@reads
def check(call: Call) -> None:
    """Verify hashes, histories, and all that is beside the log."""
    with call.reading() as ledger:
        problems = list(ledger.check())
    sound = phrase("page.no_problems", (), call.output.lang)
    call.output.one({"problems": problems}, lambda: "\n".join(problems) or sound)
    if problems:
        raise click.exceptions.Exit(UNSOUND)


@command(
    "rebuild",
    "claimtrack rebuild --ledger belarus.db",
)
@reads
def rebuild(call: Call) -> None:
    """Make everything beside the log again from the log."""
    with call.reading() as ledger:
        count = ledger.rebuild()
    lang = call.output.lang
    call.output.one({"claim_count": count}, lambda: counted("claim", count, lang))
