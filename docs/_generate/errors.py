"""The page of the errors, from their tree and the gallery."""

import inspect
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack import errors
from claimtrack.cli import _failing
from docs._generate.docstrings import to_markdown
from docs._generate.files import ROOT

PAGE = "reference/errors.md"
GALLERY = ROOT / "tests" / "errors"
LINE = "----"


class Shown(NamedTuple):
    """An example of the gallery: what was done, and what was said."""

    done: str
    said: str


def examples(text: str) -> list[Shown]:
    """
    Read a file of the gallery.

    What was done ends with a line of four dashes, what was said with an empty line.
    """
    found: list[Shown] = []
    done: list[str] = []
    said: list[str] | None = None
    for line in [*text.splitlines(), ""]:
        if said is None and line == LINE:
            said = []
        elif said is None:
            done.append(line)
        elif line:
            said.append(line)
        else:
            found.append(Shown("\n".join(done).strip(), "\n".join(said)))
            done, said = [], None
    return found


def pages() -> dict[str, str]:
    """Make the page: its text by path below ``docs/``."""
    _, tree, _ = _tree()
    parts = [
        "# Errors",
        "Find out what an error means, and what to do where it is raised.",
        (
            "Catching `ClaimtrackError` catches everything that claimtrack raises on purpose, and"
            " nothing else.\n"
            "Each error has a `code`, which stands in brackets behind what the command line says,"
            " carries its facts as attributes, and survives `pickle`.\n"
            "Nothing is written where an error is raised, unless its words say otherwise."
        ),
        f"```text\n{tree}\n```",
        (
            "The examples are run by the tests.\n"
            "`ledger` is one that holds the claim `belarus-talks`, as"
            " [tests/errors/README.md](../../tests/errors/README.md) opens it."
        ),
    ]
    for error in _classes():
        parts += [f"## {error.__name__}", *_explained(error)]
    return {PAGE: "\n\n".join(parts) + "\n"}


def _tree() -> tuple[str, str, str]:
    """Take the tree out of the docstring of ``errors.py``."""
    before, _, rest = (errors.__doc__ or "").partition("::\n\n")
    tree, _, after = rest.partition("\n\n")
    return before, inspect.cleandoc(f"\n{tree}"), after


def _classes() -> list[type[errors.ClaimtrackError]]:
    """List the errors in the order of their definition."""
    return [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.ClaimtrackError)
    ]


def _explained(error: type[errors.ClaimtrackError]) -> Iterator[str]:
    yield _facts(error)
    yield to_markdown(error.__doc__, {}, {})
    file = GALLERY / f"{error.code}.txt"
    if file.exists():
        for shown in examples(file.read_text(encoding="utf-8")):
            yield f"```text\n{shown.done}\n{LINE}\n{shown.said}\n```"


def _facts(error: type[errors.ClaimtrackError]) -> str:
    parent = error.__mro__[1]
    facts = [f"Code `{error.code}`", f"exit status {_status(error)}"]
    if issubclass(parent, errors.ClaimtrackError):
        facts.append(f"a [`{parent.__name__}`](#{parent.__name__.lower()})")
    return ", ".join(facts) + "."


def _status(error: type[errors.ClaimtrackError]) -> int:
    return next(status for kind, status in _failing.STATUSES if issubclass(error, kind))
