"""The page of the command line, from what the program says of itself."""

import click

from claimtrack.cli import _running, main

PAGE = "reference/cli.md"
_COLUMNS = 78


def pages() -> dict[str, str]:
    """Make the page: its text by path below ``docs/``."""
    context = click.Context(
        main, info_name="claimtrack", terminal_width=_COLUMNS, **main.context_settings
    )
    parts = [
        "# The command line",
        "Look up every command, with its options and an example.",
        (
            "Results go to standard output, everything else to standard error.\n"
            "A failure is one line, `claimtrack: what is wrong [code]`, and below it each problem"
            " where there are several.\n"
            "With `--json` it is also an object on standard output: `error`, with `code`, `message`"
            " and `problems`.\n"
            "The codes are those of [the errors](errors.md)."
        ),
        _exit_statuses(),
        _drawn(context),
    ]
    for name in main.list_commands(context):
        own = click.Context(
            main.commands[name], info_name=name, parent=context, terminal_width=_COLUMNS
        )
        parts += [f"## {name}", _drawn(own)]
    return {PAGE: "\n\n".join(parts) + "\n"}


def _drawn(context: click.Context) -> str:
    """Give a command's help as it stands on a terminal."""
    rows = (row.rstrip() for row in context.get_help().splitlines())
    return "```text\n" + "\n".join(rows) + "\n```"


def _exit_statuses() -> str:
    """Give the exit statuses as the module that sets them lists them."""
    _, _, listed = (_running.__doc__ or "").partition("Exit statuses::")
    rows = [row.split(maxsplit=1) for row in listed.split("\n\n")[1].splitlines()]
    table = [f"| {status} | {meaning.replace('`', '')} |" for status, meaning in rows]
    return "\n".join(["| exit status | meaning |", "| --- | --- |", *table])
