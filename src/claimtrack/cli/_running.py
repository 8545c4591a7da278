"""
Running: errors become one line and an exit status, here and nowhere else.

Exit statuses::

    0  done
    1  anything else
    2  the command line cannot be understood
    3  no such claim, story, source or report
    4  refused: what stands against it is listed
    5  somebody else was first
    6  data cannot be read, or a value breaks a rule
    7  the store cannot be used
    8  `check` found problems
  130  interrupted, between two follow-ups; at once where Ctrl-C comes twice
"""

import io
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn

import click

from claimtrack.cli._failing import failure_of
from claimtrack.errors import ClaimtrackError

UNSOUND: Final = 8


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
        as_json = "--json" in given
        extra.pop("standalone_mode", None)
        try:
            status = super().main(args, prog_name or "claimtrack", standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            status = error.exit_code
        except click.Abort:
            status = failure_of(KeyboardInterrupt()).tell(as_json=as_json)
        except (ClaimtrackError, click.ClickException, OSError) as error:
            status = failure_of(error).tell(as_json=as_json)
        sys.exit(status if isinstance(status, int) else 0)


def _let_print() -> None:
    """Let a terminal that lacks a letter print another in its place, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(errors="replace")
