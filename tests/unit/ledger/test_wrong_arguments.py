"""Whatever is handed to a ledger, what is wrong is said in an error of ours that names it."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest

from claimtrack.errors import ClaimtrackError, InvalidValueError, NotFoundError
from claimtrack.ledger import Ledger
from claimtrack.ledger.handle import ClaimHandle
from claimtrack.ledger.recorder import FollowUpRecorder
from tests.cases import FIRST, OPENED, SOURCES, TALKS, asserts
from tests.ledgers import size, told

_NAIVE = datetime.fromisoformat("2025-01-01")
_ODD: tuple[object, ...] = (
    None, True, 1, -1, 2**64, 1.5, float("nan"), "", " ", "x\x00", "\ud800", "a" * 300, b"x", [],
    [1], {}, object(), _NAIVE, _NAIVE.date(), "2025-99", "Not An Id", "/../x",
)  # fmt: skip
"""What people hand in who use no type checker, or take it from a form."""

_PLAIN = {"text": "Talks go on", "status": "confirmed", "because": "it is so", "reliability": "B"}
"""What the other parameters get; an id, where nothing is said here."""


_VARIABLE = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def _calls(kind: type) -> list[tuple[str, str]]:
    """Every public method with each of its parameters."""
    return [
        (name, parameter)
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and name != "close"
        for parameter in list(inspect.signature(method).parameters)[1:]
    ]


def _call(method: Callable[..., Any], odd: str, value: object) -> None:
    """Call a method with an odd value for one parameter, and see to the end of what it gives."""
    positional: list[object] = []
    named: dict[str, object] = {}
    for one in inspect.signature(method).parameters.values():
        is_odd = one.name == odd
        if not is_odd and (one.default is not one.empty or one.kind in _VARIABLE):
            continue
        given = value if is_odd else _PLAIN.get(one.name, TALKS)
        if one.kind is one.VAR_KEYWORD:
            named["wording"] = value  # evidence and responses have it
        elif one.kind is one.KEYWORD_ONLY or (is_odd and one.default is not one.empty):
            named[one.name] = given
        else:
            positional.append(given)
    result = method(*positional, **named)
    if isinstance(result, Iterator):
        list(result)


@pytest.fixture(autouse=True)
def claim(ledger: Ledger) -> None:
    """One claim to speak of."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])


@pytest.mark.parametrize(("name", "parameter"), _calls(Ledger))
def test_odd_arguments_of_a_ledger(ledger: Ledger, name: str, parameter: str) -> None:
    """They are taken for what they are, or refused; no other error comes out."""
    for value in _ODD:
        before = size(ledger)
        refused = True
        with suppress(ClaimtrackError):
            _call(getattr(ledger, name), parameter, value)
            refused = False
        assert not refused or before == size(ledger)


@pytest.mark.parametrize(("name", "parameter"), _calls(FollowUpRecorder))
def test_odd_arguments_of_a_follow_up(ledger: Ledger, name: str, parameter: str) -> None:
    """What is refused is refused where it is said, before the follow-up is applied."""
    for value in _ODD:
        with suppress(ClaimtrackError):
            _call(getattr(_begun(ledger), name), parameter, value)


@pytest.mark.parametrize(("name", "parameter"), _calls(ClaimHandle))
def test_odd_arguments_of_a_handle(ledger: Ledger, name: str, parameter: str) -> None:
    """As of a follow-up."""
    for value in _ODD:
        with suppress(ClaimtrackError):
            _call(getattr(_begun(ledger)[TALKS], name), parameter, value)


def _begun(ledger: Ledger) -> FollowUpRecorder:
    """Begin a follow-up that nobody ends."""
    return ledger.follow_up(FIRST).__enter__()


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda ledger: ledger.apply([1]), "follow_ups"),
        (lambda ledger: ledger.apply(1), "follow_ups"),
        (lambda ledger: ledger.apply([], progress=1), "progress"),
        (lambda ledger: ledger.entries(after="x"), "after"),
        (lambda ledger: ledger.claims(limit=-1), "limit"),
        (lambda ledger: ledger.due(limit="x"), "limit"),
        (lambda ledger: ledger.brief(claim_ids="belarus-talks"), "claim_ids"),
        (lambda ledger: ledger.brief(claim_ids=7), "claim_ids"),
    ],
)
def test_argument_is_named(ledger: Ledger, call: Callable[[Any], object], field: str) -> None:
    """The message says which argument."""
    with pytest.raises(InvalidValueError) as caught:
        call(ledger)

    assert field == caught.value.field


def test_a_number_beyond_every_store_is_as_good_as_no_limit(ledger: Ledger) -> None:
    """Asking for more than there can be is asking for all."""
    assert [TALKS] == [one.id for one in ledger.claims(limit=2**64)]
    assert [] == list(ledger.entries(after=2**64))


@pytest.mark.parametrize("condition", ["story", "source", "report"])
def test_what_the_ledger_never_saw_is_refused(ledger: Ledger, condition: str) -> None:
    """Nothing found would read as nothing on record; what is known and has no match is empty."""
    ledger.open_claim("Another", id="another", story="known-story")
    known: dict[str, str] = {
        "story": "known-story",
        "source": ledger.claim(TALKS).sources[0].id,
        "report": FIRST.id,
    }

    def found(name: str, **more: Any) -> list[str]:
        asked: dict[str, Any] = {condition: name}
        return [one.id for one in ledger.claims(**asked, **more)]

    with pytest.raises(NotFoundError) as caught:
        found("never-seen")
    assert ("never-seen", f"{condition}-not-found") == (caught.value.key, caught.value.code)
    assert [] == found(known[condition], status="refuted")
    assert 1 == len(found(known[condition]))


def test_a_brief_of_a_story_that_nobody_opened_is_refused(ledger: Ledger) -> None:
    """A slip in its name does not tell a desk that nothing is known."""
    with pytest.raises(NotFoundError, match="no such story"):
        ledger.brief(story="belarus-prisoner")
