"""Failing: what people and programs are told of an error, and which exit status it has."""

import json
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack.cli._output import plain, unheard
from claimtrack.errors import (
    AlreadyAppliedError,
    ClaimtrackError,
    ConflictError,
    DecodeError,
    DuplicateClaimError,
    FileError,
    FollowUpRefusedError,
    InvalidValueError,
    NotFoundError,
    StoreError,
    UnderReviewError,
    UpdateRefusedError,
)
from claimtrack.text import printable

if TYPE_CHECKING:
    # At run time every command would start a third later for it.
    from claimtrack.interop.follow_up_files import Located

OTHER: Final = 1
INTERRUPTED: Final = 130
"""What shells give for a program that was interrupted: 128 and the number of SIGINT."""

STATUSES: Final[tuple[tuple[type[ClaimtrackError], int], ...]] = (
    (NotFoundError, 3),
    (UpdateRefusedError, 4),
    (DuplicateClaimError, 4),
    (AlreadyAppliedError, 4),
    (UnderReviewError, 4),
    (FollowUpRefusedError, 4),
    (ConflictError, 5),
    (DecodeError, 6),
    (InvalidValueError, 6),
    (StoreError, 7),
    (ClaimtrackError, OTHER),
)
"""The exit status of each error; the first that fits."""


Failed = ClaimtrackError | click.ClickException | OSError | KeyboardInterrupt
"""What a command may end with."""


@attrs.frozen(kw_only=True)
class Failure:
    """
    What is told of an error.

    Attributes:
        status: The exit status.

        code: What machines call it.

        message: What it is, in one line.

        problems: The single problems, which people are told where they are several.

        notes: What else people are told.
    """

    status: int
    code: str
    message: str
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()

    def tell(self, *, as_json: bool, beside: Mapping[str, object] = MappingProxyType({})) -> int:
        """
        Tell people, on standard error, and a program that listens, on standard output.

        Args:
            as_json: Whether a program listens for one object.

            beside: What it is told beside the error.

        Returns:
            The exit status.
        """
        details = self.problems if len(self.problems) > 1 else ()
        rows = [f"claimtrack: {self.message} [{self.code}]"]
        rows += [f"  {row}" for row in (*details, *self.notes)]
        error = {"code": self.code, "message": self.message, "problems": list(self.problems)}
        with unheard(sys.stderr):
            click.echo("\n".join(map(printable, rows)), err=True)
        if as_json:
            with unheard(sys.stdout):
                click.echo(json.dumps(plain({**beside, "error": error})))
        return self.status


def failure_of(error: Failed, located: "Located | None" = None) -> Failure:
    """
    Say what is told of an error.

    Args:
        error: The error.

        located: The follow-up that it is about, and where in a file that stands; None for none.
    """
    notes = list(getattr(error, "__notes__", ()))
    if isinstance(error, KeyboardInterrupt):
        return Failure(status=INTERRUPTED, code="interrupted", message="interrupted", notes=notes)
    if isinstance(error, click.ClickException):
        return _usage(error, notes)
    if not isinstance(error, ClaimtrackError):
        said = error.strerror or str(error)
        message = f"{error.filename}: {said}" if error.filename else said
        return Failure(status=OTHER, code="io", message=message, notes=notes)
    problems = _problems(error)
    message = _message(error, problems)
    if located is not None and not isinstance(error, (StoreError, DecodeError)):
        if not isinstance(error, AlreadyAppliedError):
            problems = located.problems(_parts(error))
            message = _summed_up(error, problems)
        message = f"{located.file}: {message}"
    return Failure(
        status=next(status for kind, status in STATUSES if isinstance(error, kind)),
        code=error.code,
        message=message,
        problems=problems,
        notes=notes,
    )


def _usage(error: click.ClickException, notes: list[str]) -> Failure:
    message = error.format_message().rstrip(".")
    if isinstance(error, click.UsageError) and error.ctx is not None:
        notes.append(f"see {error.ctx.command_path} --help")
    return Failure(
        status=error.exit_code,
        code="usage" if error.exit_code == click.UsageError.exit_code else "io",
        message=message[:1].lower() + message[1:],
        notes=notes,
    )


def _problems(error: ClaimtrackError) -> Sequence[str]:
    """Give the single problems of an error."""
    match error:
        case DecodeError():
            return error.problems
        case UpdateRefusedError():
            return error.reasons
        case AlreadyAppliedError():
            return error.differences
        case UnderReviewError():
            return error.items
        case FollowUpRefusedError():
            return tuple(f"{place}: {reason}" for reason, place in _parts(error))
    return ()


def _parts(error: ClaimtrackError) -> list[tuple[str, str]]:
    """Give what stands against a follow-up, each thing with its place in it."""
    match error:
        case FollowUpRefusedError(errors=errors):
            return [part for one in errors for part in _parts(one)]
        case UpdateRefusedError(reasons=reasons):
            return [(f"{error.claim_id}: {reason}", error.place) for reason in reasons]
        case UnderReviewError(items=items):
            noted = (item.partition(": ") for item in items)
            return [(f"still under review: {note}", place) for place, _, note in noted]
    return [(str(error), error.place)]


def _message(error: ClaimtrackError, problems: Sequence[str]) -> str:
    """Say an error in one line; several problems are counted, and listed below it."""
    if len(problems) <= 1:
        return str(error)
    match error:
        case FileError():
            return f"{error.file}: {len(problems)} problems"
        case UpdateRefusedError():
            return f"{error.claim_id}: {len(problems)} objections"
        case AlreadyAppliedError():
            return f"follow-up {error.key!r} was applied with other content"
        case DecodeError():
            return f"{len(problems)} problems"
    return _summed_up(error, problems)


def _summed_up(error: ClaimtrackError, problems: Sequence[str]) -> str:
    if len(problems) == 1:
        return problems[0]
    under_review = isinstance(error, UnderReviewError)
    return f"{len(problems)} {'items still under review' if under_review else 'objections'}"
