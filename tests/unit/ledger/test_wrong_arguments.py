"""Wrong arguments: every public call refuses them by name, and with nothing but our errors."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from claimtrack.errors import ClaimtrackError, InvalidValueError
from claimtrack.ledger import ClaimHandle, FollowUpRecorder, Ledger
from claimtrack.ledger.handle import EvidenceDetails, ResponseDetails
from claimtrack.model.updates import Noted
from claimtrack.opening import open_ledger
from tests.cases import ENVOY, FIRST, OPENED, SOURCES, TALKS, WHITE_HOUSE, WIRE, asserts
from tests.ledgers import NewLedger, told

ENVOYS_ID = "person:john-coale"

WRONG: Mapping[str, Any] = {
    "an object": object(),
    "a class": dict,
    "true": True,
    "a negative number": -1,
    "a fraction": 1.5,
    "no number": float("nan"),
    "a huge number": 2**64,
    "a number too long to write": 10**5_000,
    "no text": "",
    "a blank": " ",
    "two lines": "x\ny",
    "a text with U+0000": "x\0y",
    "half a character": "\ud800",
    "a text too long": "x" * 2_000_001,
    "bytes": b"x",
    "a list of objects": [object()],
    "a list of lists": [[]],
    "a table": {"x": 1},
    "a naive moment": datetime(2025, 12, 1),  # noqa: DTZ001
    "the last moment": datetime.max.replace(tzinfo=UTC),
    "the first moment": datetime.min.replace(tzinfo=UTC),
    "the last day": date.max,
    "the last day in words": "9999-12-31",
}
"""What people hand in who use no type checker."""

Arguments = dict[str, Any]

LEDGER: Mapping[str, Arguments] = {
    "claim": {"claim_id": TALKS},
    "summary": {"claim_id": TALKS},
    "claims": {},
    "due": {},
    "history": {"claim_id": TALKS},
    "explain": {"claim_id": TALKS},
    "entries": {},
    "brief": {},
    "open_claim": {"text": "They met"},
    "update": {"claim_id": TALKS, "updates": Noted(text="x")},
    "rule": {"claim_id": TALKS, "status": "confirmed", "because": "it was seen"},
    "lift_ruling": {"claim_id": TALKS, "because": "it was not"},
    "set_confidence": {"claim_id": TALKS, "credibility": 2, "because": "x"},
    "show_independence": {"claim_id": TALKS, "first": ENVOYS_ID, "second": "b", "because": "x"},
    "note": {"claim_id": TALKS, "text": "x"},
    "move_work": {"claim_id": TALKS, "state": "checking"},
    "link": {"claim_id": TALKS, "kind": "refines", "other": "other"},
    "rejudge": {"claim_id": TALKS},
    "rate_source": {"source_id": ENVOYS_ID, "reliability": "B"},
    "name_source": {"source_id": ENVOYS_ID, "name": "John Coale"},
    "withdraw_source": {"source_id": ENVOYS_ID, "because": "x"},
    "withdraw_report": {"report_id": FIRST.id, "because": "x"},
    "follow_up": {"report": WIRE},
    "apply": {"follow_ups": [told(WIRE, Noted(text="x"))]},
    "import_lines": {"lines": []},
}
"""Every public method that takes anything, with arguments that it takes."""

RECORDER: Mapping[str, Arguments] = {
    "open_claim": {"text": "They met"},
    "__getitem__": {"claim_id": TALKS},
}

_SPOKEN: Arguments = {"source": ENVOY}
_HEARD: Arguments = {"party": WHITE_HOUSE}

HANDLE: Mapping[str, Arguments] = {
    "add": {"update": Noted(text="x")},
    "asserted_by": _SPOKEN,
    "confirmed_by": _SPOKEN,
    "denied_by": _SPOKEN,
    "contradicted_by": _SPOKEN,
    "doubted_by": _SPOKEN,
    "observed_by": _SPOKEN,
    "own_voice": {},
    "take_back": {"given": 2, "by": "desk"},
    "declined": _HEARD,
    "no_reply": _HEARD,
    "no_reply_yet": _HEARD,
    "unreachable": _HEARD,
    "answered": {**_HEARD, "outcome": "confirmed"},
    "unclear": {"slots": "who"},
    "answer": {"slot": "who", "value": "the envoy"},
    "close": {"slot": "who", "value": "the envoy", "because": "x"},
    "reword": {"text": "They met"},
    "translate": {"text": "S-au întâlnit", "lang": "ro"},
    "link": {"kind": "refines", "other": "other"},
    "note": {"text": "x"},
}

SUBJECTS: Mapping[type, Mapping[str, Arguments]] = {
    Ledger: LEDGER,
    FollowUpRecorder: RECORDER,
    ClaimHandle: HANDLE,
}

CALLED_OTHERWISE = {"value": "text", "terms": "kind"}
"""Where an error names another field than the argument: the part of it that is wrong."""


def _parameters(owner: type, method: str) -> Iterator[str]:
    """Name what a method takes, the fields of `Evidence` or `Response` by keyword included."""
    for name, parameter in inspect.signature(getattr(owner, method)).parameters.items():
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD:
            yield from [name] if name != "self" else []
        else:
            details = ResponseDetails if HANDLE[method].get("party") else EvidenceDetails
            yield from get_type_hints(details)


EVERY = [
    pytest.param(owner, method, name, id=f"{owner.__name__}.{method}-{name}")
    for owner, methods in SUBJECTS.items()
    for method in methods
    for name in _parameters(owner, method)
]


def _call(method: Callable[..., object], arguments: Arguments) -> None:
    """Call a method, and take all that it gives."""
    several = next((arguments[one] for one in ("updates", "slots") if one in arguments), None)
    by_name = {name: value for name, value in arguments.items() if name not in ("updates", "slots")}
    before = [by_name.pop("claim_id")] if "updates" in arguments else []
    given = method(*before, *([] if several is None else [several]), **by_name)
    if isinstance(given, Iterator):
        for _ in given:
            pass
    elif isinstance(given, FollowUpRecorder):
        with given as recorder:
            recorder[TALKS].note("called the embassy")


def _act(ledger: Ledger, owner: type, method: str, arguments: Arguments) -> None:
    if owner is Ledger:
        _call(getattr(ledger, method), arguments)
        return
    with ledger.follow_up(WIRE) as recorder:
        subject = recorder if owner is FollowUpRecorder else recorder[TALKS]
        _call(getattr(subject, method), arguments)


@pytest.fixture
def told_once(new_ledger: NewLedger) -> Ledger:
    """Make a ledger of two claims, one of them with evidence."""
    ledger = new_ledger()
    ledger.open_claim("Another", id="other")
    ledger.apply([told(FIRST, OPENED, asserts(ENVOY), asserts(SOURCES))])
    return ledger


@pytest.mark.parametrize("owner", SUBJECTS, ids=lambda owner: owner.__name__)
def test_every_public_call_is_tested_here(owner: type) -> None:
    """A method that takes anything is in the table above."""
    public = {
        name
        for name, member in inspect.getmembers(owner, inspect.isfunction)
        if not name.startswith("_") and len(inspect.signature(member).parameters) > 1
    }

    assert public == {name for name in SUBJECTS[owner] if not name.startswith("_")}


@pytest.mark.parametrize(("owner", "method", "name"), EVERY)
def test_wrong_arguments_raise_nothing_but_our_errors(
    told_once: Ledger, owner: type, method: str, name: str
) -> None:
    """Whatever is handed in is taken or refused in our words, and the record stays sound."""
    for what, value in WRONG.items():
        if (name, what) == ("progress", "a class"):
            continue  # that is a function, and raises what it raises
        with suppress(ClaimtrackError):
            _act(told_once, owner, method, {**SUBJECTS[owner][method], name: value})

    assert [] == list(told_once.check())


@pytest.mark.parametrize(("owner", "method", "name"), EVERY)
def test_what_cannot_be_meant_is_refused_by_name(
    new_ledger: NewLedger, owner: type, method: str, name: str
) -> None:
    """An object of no use is refused by the name that it was handed in under, and not recorded."""
    ledger = new_ledger()
    if method != "import_lines":
        ledger.apply([told(FIRST, OPENED, asserts(ENVOY))])
    before = list(ledger.entries())
    for value in (object(), [object()]):
        with pytest.raises(InvalidValueError) as caught:
            _act(ledger, owner, method, {**SUBJECTS[owner][method], name: value})

        field = caught.value.field.rpartition(".")[2].partition("[")[0]
        assert CALLED_OTHERWISE.get(name, name) == field
    assert before == list(ledger.entries())


@pytest.mark.parametrize("name", ["url", "author", "zone", "policy", "claims_at_hand"])
def test_a_ledger_is_not_opened_with_what_cannot_be_meant(tmp_path: Path, name: str) -> None:
    """It is refused by its name, and leaves no file behind; whatever else, with our errors."""
    good: Arguments = {"url": tmp_path / "ledger.db", "author": "desk"}
    for value in WRONG.values():
        with chdir(tmp_path), suppress(ClaimtrackError):
            open_ledger(**{**good, name: value}).close()
        for file in tmp_path.iterdir():
            file.unlink()
    for value in (object(), [object()], None):
        with pytest.raises(InvalidValueError) as caught:
            open_ledger(**{**good, name: value})

        assert name == caught.value.field
    assert name == "policy" or [] == list(tmp_path.iterdir())


def test_the_place_of_what_is_no_follow_up_is_told(ledger: Ledger) -> None:
    """Of a list nothing is applied; of what comes one by one, those before it are."""
    good = told(FIRST, OPENED)
    wrong: Any = [good, "x"]
    with pytest.raises(InvalidValueError) as listed:
        ledger.apply(wrong)
    before = list(ledger.entries())
    with pytest.raises(InvalidValueError) as coming:
        ledger.apply(iter(wrong))

    assert ("follow_ups[1]", "follow_ups[1]") == (listed.value.field, coming.value.field)
    assert ([], [TALKS]) == (before, [row.id for row in ledger.claims()])
