"""Every public method that takes something says what it raises."""

import inspect

import pytest

from claimtrack.ledger import Ledger
from claimtrack.ledger.handle import ClaimHandle
from claimtrack.ledger.recorder import FollowUpRecorder

_NEVER = {("Ledger", "check"), ("Ledger", "close"), ("Ledger", "now")}
"""They take nothing and refuse nothing; that the store fails, the class says of all methods."""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, name)
        for kind in (Ledger, FollowUpRecorder)
        for name, _ in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and (kind.__name__, name) not in _NEVER
    ],
)
def test_method_says_what_it_raises(kind: type, name: str) -> None:
    """A reader of its documentation knows what to catch."""
    assert "\n        Raises:\n" in (inspect.getattr_static(kind, name).__doc__ or "")


def test_handle_says_what_its_verbs_raise() -> None:
    """All of them raise the same, so that its class says it."""
    assert "\n    Raises:\n" in (ClaimHandle.__doc__ or "")
