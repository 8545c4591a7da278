"""Errors as one line and an exit status."""

import json

import pytest
from click.testing import CliRunner

from claimtrack import errors
from claimtrack.cli import main
from claimtrack.cli._failing import STATUSES
from claimtrack.errors import ClaimtrackError
from tests.desk import Desk


def subclasses(kind: type[ClaimtrackError]) -> list[type[ClaimtrackError]]:
    """List a class of errors and all below it."""
    return [kind, *(one for child in kind.__subclasses__() for one in subclasses(child))]


@pytest.mark.parametrize("kind", subclasses(ClaimtrackError), ids=lambda kind: kind.__name__)
def test_every_error_has_a_status(kind: type[ClaimtrackError]) -> None:
    """No error of ours is without an exit status, and a narrower class is found before a wider."""
    expected = {
        errors.NotFoundError: 3,
        errors.UpdateRefusedError: 4,
        errors.DuplicateClaimError: 4,
        errors.AlreadyAppliedError: 4,
        errors.UnderReviewError: 4,
        errors.FollowUpRefusedError: 4,
        errors.ConflictError: 5,
        errors.DecodeError: 6,
        errors.InvalidValueError: 6,
        errors.StoreError: 7,
        errors.ClaimtrackError: 1,
    }
    found = next(status for one, status in STATUSES if issubclass(kind, one))
    nearest = next(one for one in kind.__mro__ if one in expected)

    assert expected[nearest] == found


def test_failure_is_one_line(desk: Desk) -> None:
    """What is wrong, and its code."""
    desk.says("apply", "1.toml")

    assert ["claimtrack: no such claim in this ledger: 'nope' [claim-not-found]"] == (
        desk.refuses(3, "show", "nope")
    )


def test_failure_as_an_object(desk: Desk) -> None:
    """One shape for all: code, message, problems."""
    desk.says("apply", "1.toml")

    result = desk.run("show", "nope", "--json")

    assert {
        "error": {
            "code": "claim-not-found",
            "message": "no such claim in this ledger: 'nope'",
            "problems": [],
        }
    } == json.loads(result.stdout)
    assert 1 == len(result.stderr.splitlines())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show",), "usage"),
        (("bogus",), "usage"),
        (("--bogus",), "usage"),
        (("list", "--limit", "0"), "usage"),
        (("show", "../x"), "invalid-value"),
        (("show", "belarus-talks", "--known-at", "late Monday"), "invalid-value"),
        (("show", "belarus-talks", "--zone", "Mars/Olympus"), "invalid-value"),
        (("list", "--ledger", "oracle:x"), "invalid-value"),
    ],
)
def test_one_shape_for_all(story: Desk, words: tuple[str, ...], code: str) -> None:
    """Whatever fails, the object has the same keys."""
    told = json.loads(story.run(*words, "--json").stdout)

    assert ["error"] == list(told)
    assert ["code", "message", "problems"] == list(told["error"])
    assert code == told["error"]["code"]


def test_nothing_to_do_shows_the_commands() -> None:
    """Without a command there is help on standard error, and the status of a slip."""
    result = CliRunner().invoke(main, [])

    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Usage: claimtrack [OPTIONS] COMMAND")


def test_interruption_is_quiet(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves no traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrack.cli._options.open_ledger", interrupted)

    result = desk.run("apply", "1.toml")

    assert 130 == result.exit_code
    assert "claimtrack: interrupted [interrupted]" == result.output.strip()


def test_message_of_the_system(desk: Desk) -> None:
    """What the system refuses is told in its words, with the file."""
    desk.says("apply", "1.toml")

    assert ["claimtrack: no/such/folder.jsonl: No such file or directory [io]"] == (
        desk.refuses(1, "export", "no/such/folder.jsonl")
    )
