"""Responses: what came of asking, and which request it belongs to."""

from datetime import UTC, datetime

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.ids import SourceId
from claimtrack.model.response import Outcome, Respondent, Response
from claimtrack.model.source import office

WHITE_HOUSE = office("White House")
DECLINED = Response(party=WHITE_HOUSE, outcome="declined", asked_by="Reuters")


def test_an_answer_may_be_waited_for_while_there_is_none() -> None:
    """Pending, silent so far, silent, or not reached; every answer, and not asking, ends it."""
    assert {
        Outcome.PENDING,
        Outcome.NO_REPLY,
        Outcome.NO_REPLY_YET,
        Outcome.UNREACHABLE,
    } == {outcome for outcome in Outcome if outcome.is_open}


def test_only_some_answers_have_substance() -> None:
    """Confirming, denying and a statement speak of the claim; declining does not."""
    assert {Outcome.CONFIRMED, Outcome.DENIED, Outcome.STATEMENT} == {
        outcome for outcome in Outcome if outcome.has_substance
    }


def test_nothing_that_is_open_has_substance() -> None:
    """Silence says nothing."""
    assert [] == [outcome for outcome in Outcome if outcome.is_open and outcome.has_substance]


def test_a_request_is_known_by_its_name() -> None:
    """Where it has one, whoever asked whom."""
    named = attrs.evolve(DECLINED, request="wh-2025-11-26")
    other = attrs.evolve(named, party=office("Kremlin"), asked_by="AFP")

    assert "wh-2025-11-26" == named.key == other.key


def test_a_request_without_a_name_is_known_by_party_and_asker() -> None:
    """The same party asked by two outlets was asked twice, whatever came of it."""
    silent = attrs.evolve(DECLINED, outcome="no_reply")

    assert DECLINED.key == silent.key
    assert DECLINED.key != attrs.evolve(DECLINED, asked_by="AFP").key
    assert DECLINED.key != attrs.evolve(DECLINED, party=office("Kremlin")).key
    assert DECLINED.key != attrs.evolve(DECLINED, asked_by="").key


def test_a_party_is_known_by_its_id_before_its_name() -> None:
    """A party that the ledger knows is the same under any label."""
    known = attrs.evolve(WHITE_HOUSE, id=SourceId("office:white-house"))
    renamed = attrs.evolve(known, name="The White House")

    assert attrs.evolve(DECLINED, party=known).key == attrs.evolve(DECLINED, party=renamed).key


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("party", "White House"),
        ("outcome", "refused"),
        ("respondent", "robot"),
        ("attempts", [datetime.fromisoformat("2025-12-02")]),
        ("attempts", "2025-12-02"),
        ("deadline", datetime.fromisoformat("2025-12-02")),
        ("answered_at", "yesterday"),
        ("request", " "),
        ("wording", "\x00"),
        ("late", "yes"),
    ],
)
def test_a_field_that_breaks_its_rule_is_named(field: str, value: object) -> None:
    """Unknown outcomes, naive times and blank names are refused by name."""
    fields: dict[str, object] = {"party": WHITE_HOUSE, "outcome": "declined", field: value}
    with pytest.raises(InvalidValueError) as caught:
        Response(**fields)  # type: ignore[arg-type]

    assert f"response.{field}" == caught.value.field


def test_an_unknown_outcome_is_refused_with_those_there_are() -> None:
    """The message lists the words."""
    with pytest.raises(InvalidValueError, match="must be one of pending, confirmed, denied"):
        Response(party=WHITE_HOUSE, outcome="refused")


def test_times_are_kept_in_utc() -> None:
    """Attempts in the order given."""
    asked = [
        datetime.fromisoformat(one) for one in ("2025-12-02T15:00+02:00", "2025-12-01T15:00+02:00")
    ]
    response = attrs.evolve(DECLINED, attempts=asked, respondent="spokesperson")

    assert (
        datetime(2025, 12, 2, 13, tzinfo=UTC),
        datetime(2025, 12, 1, 13, tzinfo=UTC),
    ) == response.attempts
    assert Respondent.SPOKESPERSON is response.respondent
