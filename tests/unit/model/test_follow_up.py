"""Follow-ups: one report, all that it changes, and the name it is applied under."""

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.evidence import Span
from claimtrack.model.follow_up import FollowUp, Item, ReadFrom, Withdrawal
from claimtrack.model.report import Report
from claimtrack.model.updates import Noted, TakenBackBy

REPORT = Report("Example News", url="https://news.example/1")
NOTE = Item(claim_id="belarus-talks", update=Noted(text="call the embassy"))


def test_a_follow_up_changes_something() -> None:
    """A report that moves nothing is no follow-up; the message names it."""
    with pytest.raises(InvalidValueError, match="follow_up must change something, got 'https:"):
        FollowUp(report=REPORT)


def test_a_withdrawal_alone_is_a_follow_up() -> None:
    """Taking back is a change."""
    back = Withdrawal(report=REPORT.id)

    assert (back,) == FollowUp(report=REPORT, withdrawals=[back]).withdrawals


def test_the_key_is_given_else_the_reports_id() -> None:
    """It is what a follow-up is applied once under."""
    follow_up = FollowUp(report=REPORT, items=[NOTE])

    assert REPORT.id == follow_up.key
    assert "evening" == attrs.evolve(follow_up, key="evening").key


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("report", "https://news.example/1"),
        ("items", [Noted(text="no item")]),
        ("items", 5),
        ("withdrawals", ["https://news.example/1"]),
        ("key", "two\nlines"),
    ],
)
def test_a_field_of_another_class_is_refused_by_name(field: str, value: object) -> None:
    """A list of something else is no list of items."""
    fields: dict[str, object] = {"report": REPORT, "items": [NOTE], field: value}
    with pytest.raises(InvalidValueError) as caught:
        FollowUp(**fields)  # type: ignore[arg-type]

    assert f"follow_up.{'given_key' if field == 'key' else field}" == caught.value.field


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("claim_id", "../talks"),
        ("claim_id", ""),
        ("update", "noted"),
        ("because", "\x00"),
        ("read", "rule 7"),
        ("review", 5),
        ("if_new", "yes"),
    ],
)
def test_a_field_of_an_item_that_breaks_its_rule_is_named(field: str, value: object) -> None:
    """Ids with path characters, updates of no class and words that no store keeps."""
    fields: dict[str, object] = {"claim_id": "a", "update": Noted(text="x"), field: value}
    with pytest.raises(InvalidValueError) as caught:
        Item(**fields)  # type: ignore[arg-type]

    assert f"item.{field}" == caught.value.field


def test_an_item_may_say_where_it_was_read() -> None:
    """By which rule, and from where to where."""
    read = ReadFrom(rule="attribution", span=Span(start=0, end=12))

    assert read == attrs.evolve(NOTE, read=read).read


def test_a_withdrawal_names_exactly_one_origin() -> None:
    """A report, a source or an outlet, not none and not two."""
    assert TakenBackBy.OUTLET is Withdrawal(source="person:ada").by
    for named in ({}, {"report": "r", "source": "s"}, {"source": "s", "outlet": "Reuters"}):
        with pytest.raises(InvalidValueError, match="withdrawal must name one report, source or"):
            Withdrawal(**named, claims=["belarus-talks"])


def test_an_outlet_withdraws_from_named_claims_alone() -> None:
    """All that it ever reported would be too much."""
    assert ("belarus-talks",) == Withdrawal(outlet="Reuters", claims=["belarus-talks"]).claims
    with pytest.raises(InvalidValueError, match=r"withdrawal\.claims must be named"):
        Withdrawal(outlet="Reuters")


@pytest.mark.parametrize("claims", ["belarus-talks", ["../talks"], [5]])
def test_the_claims_of_a_withdrawal_are_a_list_of_ids(claims: list[str]) -> None:
    """One text is no list of its letters."""
    with pytest.raises(InvalidValueError) as caught:
        Withdrawal(report="r", claims=claims)

    assert "withdrawal.claims" == caught.value.field
