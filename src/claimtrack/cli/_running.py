"""
Running: errors become one line and an exit status, here and nowhere else.

Exit statuses::

    0  done
    1  anything else
    2  the command line cannot be understood
    3  no such claim, source or report
    4  refused: what stands against it is listed
    5  somebody else was first
    6  data cannot be read, or a value breaks a rule
    7  the store cannot be used
    8  `check` found problems
"""

import io
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn

import click

from claimtrack.errors import (
    AlreadyAppliedError,
    ClaimtrackError,
    ConflictError,
    DecodeError,
    DuplicateClaimError,
    FileError,
    InvalidValueError,
    NotFoundError,
    StoreError,
    UnderReviewError,
    UpdateRefusedError,
)
from claimtrack.text import printable

OTHER: Final = 1
UNSOUND: Final = 8

STATUSES: Final[tuple[tuple[type[ClaimtrackError], int], ...]] = (
    (NotFoundError, 3),
    (UpdateRefusedError, 4),
    (DuplicateClaimError, 4),
    (AlreadyAppliedError, 4),
    (UnderReviewError, 4),
    (ConflictError, 5),
    (DecodeError, 6),
    (InvalidValueError, 6),
    (StoreError, 7),
    (ClaimtrackError, OTHER),
)
"""The exit status of each error; the first that fits."""

_INTERRUPTED = 130
"""What shells give for a program that was interrupted: 128 and the number of SIGINT."""


def _write_example(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    if ctx.command.epilog:
        with formatter.section("Example"):
            for row in ctx.command.epilog.split("\n"):
                formatter.write(f"{' ' * formatter.current_indent}{row}\n")


class Command(click.Command):
    """A command whose epilog is an example, printed as it is typed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example."""
        _write_example(ctx, formatter)


def command(name: str, example: str) -> Callable[[Callable[..., None]], Command]:
    """Make a function a command; *example* is a line that runs as it is printed."""
    return click.command(name, cls=Command, epilog=example)


class Commands(click.Group):
    """The commands, and the one place where their errors are told."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example."""
        _write_example(ctx, formatter)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run a command and end the program with its exit status."""
        _let_print()
        given = list(sys.argv[1:] if args is None else args)
        extra.pop("standalone_mode", None)
        try:
            status = super().main(args, prog_name or "claimtrack", standalone_mode=False, **extra)
        except click.Abort:
            status = _INTERRUPTED
        except (ClaimtrackError, click.ClickException, OSError) as error:
            status = _tell(error, as_json="--json" in given)
        sys.exit(status if isinstance(status, int) else 0)


def _let_print() -> None:
    """Let a terminal that lacks a letter print another in its place, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(errors="replace")


def _tell(error: Exception, *, as_json: bool) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    status, code, problems = _facts(error)
    message = _message(error, problems)
    rows = [f"claimtrack: {message} [{code}]"]
    rows += [f"  {problem}" for problem in problems if len(problems) > 1]
    rows += [f"  {note}" for note in getattr(error, "__notes__", ())]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        rows.append(f"  see {error.ctx.command_path} --help")
    for row in rows:
        click.echo(printable(row), err=True)
    if as_json:
        told = {"error": {"code": code, "message": message, "problems": list(problems)}}
        click.echo(json.dumps(told))
    return status


def _facts(error: Exception) -> tuple[int, str, Sequence[str]]:
    """Give exit status, code and the single problems of an error."""
    if isinstance(error, click.ClickException):
        return (
            error.exit_code,
            "usage" if error.exit_code == click.UsageError.exit_code else "io",
            (),
        )
    if not isinstance(error, ClaimtrackError):
        return OTHER, "io", ()
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    problems: Sequence[str] = ()
    match error:
        case DecodeError():
            problems = error.problems
        case UpdateRefusedError():
            problems = error.reasons
        case AlreadyAppliedError():
            problems = error.differences
        case UnderReviewError():
            problems = error.items
    return status, error.code, problems


def _message(error: Exception, problems: Sequence[str]) -> str:
    """Say an error in one line; several problems are counted, and listed below it."""
    if isinstance(error, click.ClickException):
        message = error.format_message().rstrip(".")
        return message[:1].lower() + message[1:]
    if isinstance(error, OSError) and not isinstance(error, ClaimtrackError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)
    if len(problems) < 2:
        return str(error)
    match error:
        case FileError():
            return f"{error.file}: {len(problems)} problems"
        case UpdateRefusedError():
            return f"{error.claim_id}: {len(problems)} objections"
        case AlreadyAppliedError():
            return f"follow-up {error.key!r} was applied with other content"
        case UnderReviewError():
            return f"{len(problems)} items still under review"
    return f"{len(problems)} problems"
