"""
Every error and warning of the package: one tree, and nothing lost on the way to whoever catches it.

A new error needs an example in `EXAMPLES`, a line in the tree of ``errors.py`` and a file in
``tests/errors/``, named for its code.
"""

import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack import errors
from tests.architecture.source import imported

EXAMPLES: tuple[Exception, ...] = (
    errors.ClaimtrackError("something"),
    errors.InvalidValueError("figure.low", -1, "must be at least 0"),
    errors.NotFoundError("belarus-talks"),
    errors.ClaimNotFoundError("belarus-talks"),
    errors.StoryNotFoundError("belarus-prisoners"),
    errors.SourceNotFoundError("envoy"),
    errors.ReportNotFoundError("https://example.org/1"),
    errors.UpdateRefusedError("belarus-talks", ["the claim is closed", "a reason is missing"]),
    errors.DuplicateClaimError("belarus-talks", "the same text is tracked in this story"),
    errors.AlreadyAppliedError("example-1", ["+ a source", "- a slot"]),
    errors.UnderReviewError(["claims[0].text: two readings"]),
    errors.FollowUpRefusedError("example-1", [errors.ClaimNotFoundError("belarus-talks")]),
    errors.DecodeError(["must be text @ $.because"]),
    errors.FileError("desk.toml", ["must be text @ $.because"]),
    errors.FollowUpFileError("follow-up.toml", ["must be text @ $.because"]),
    errors.LexiconError("desk.toml", ["must be one of that, quote @ $.cue[0].frames[0]"]),
    errors.ArticleError(["a page in HTML @ $"]),
    errors.StoreError("sqlite: disk I/O error"),
    errors.ConflictError("belarus-talks", 3, 4),
    errors.BrokenHistoryError("belarus-talks", 4, "revision 4 follows 2"),
    errors.StoreUnavailableError("belarus.db is locked by another process"),
    errors.StoreVersionError("7", "3"),
)
"""One of each."""

GROUPS = {errors.ClaimtrackError, errors.NotFoundError, errors.FileError}
"""Caught, never raised as themselves: the gallery has nothing to show for them."""

ROOTS = {"ClaimtrackError", "ClaimtrackWarning"}


def _defined() -> tuple[type[Exception], ...]:
    """Every exception class of the package, in the order of definition, wherever it is."""
    return tuple(
        dict.fromkeys(
            value
            for module in imported().values()
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Exception)
            if value.__module__.partition(".")[0] == "claimtrack"
        )
    )


ALL = sorted(_defined(), key=list(vars(errors).values()).index)

each_error = pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda it: type(it).__name__)


@each_error
def test_error_belongs_to_the_tree(error: type[Exception]) -> None:
    """Errors are defined in ``errors.py`` and descend from one of the roots."""
    assert error.__module__ == errors.__name__
    assert ROOTS & {parent.__name__ for parent in error.__mro__}


def test_names_are_unique() -> None:
    """No two errors share a name."""
    assert len(ALL) == len({error.__name__ for error in ALL})


def test_codes_are_unique() -> None:
    """Each error has a code of its own, in lower case with hyphens."""
    codes = [_code(error) for error in ALL]

    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


def test_tree_is_drawn_as_it_is() -> None:
    """The docstring of ``errors.py`` shows every error in its place."""
    drawn = re.findall(r"^ {4}([│├└─ ]*\w+(?: \(.+?\))?)", errors.__doc__ or "", re.MULTILINE)
    roots = (error for error in ALL if not set(error.__bases__) & set(ALL))

    assert [line for root in roots for line in _branch(root)] == drawn


def test_there_is_an_example_of_each() -> None:
    """`EXAMPLES` covers the tree."""
    assert set(ALL) == {type(example) for example in EXAMPLES}


@each_example
def test_message_is_one_clause(example: Exception) -> None:
    """A message is one line without a full stop."""
    assert re.fullmatch(r".*[^.\s]", str(example))


@each_example
def test_error_survives_copying(example: Exception) -> None:
    """An error comes out of `pickle` and `copy` with the same text and the same facts."""
    for twin in (pickle.loads(pickle.dumps(example)), copy.copy(example), copy.deepcopy(example)):
        assert type(example) is type(twin)
        assert str(example) == str(twin)
        # Errors within an error are equal to nothing but themselves.
        assert repr(example.args) == repr(twin.args)
        assert repr(vars(example)) == repr(vars(twin))


@each_error
def test_error_is_in_the_gallery(error: type[Exception]) -> None:
    """``tests/errors/`` shows how each error is met and what it says."""
    if error in GROUPS:
        return

    file = Path(__file__).parents[1] / "errors" / f"{_code(error)}.txt"

    assert f"\n{error.__name__}: " in file.read_text(encoding="utf-8")


def _code(error: type[Exception]) -> str:
    return str(vars(error).get("code", ""))


def _branch(error: type[Exception], trunk: str = "", twig: str = "") -> Iterator[str]:
    """Draw an error, with its bases from elsewhere in parentheses, and all that descend from it."""
    foreign = [base.__name__ for base in error.__bases__ if base not in {*ALL, Exception}]
    yield trunk + twig + error.__name__ + (f" ({', '.join(foreign)})" if foreign else "")
    trunk += {"": "", "├── ": "│   ", "└── ": "    "}[twig]
    children = [child for child in ALL if error in child.__bases__]
    for child in children:
        yield from _branch(child, trunk, "└── " if child is children[-1] else "├── ")
