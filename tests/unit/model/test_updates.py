"""Updates: the closed union, and what each of them refuses."""

import re
from collections.abc import Callable
from typing import Any, get_args

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model import updates
from claimtrack.model.confidence import Credibility
from claimtrack.model.links import Link
from claimtrack.model.slots import SlotValue
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    ConfidenceSet,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    Flagged,
    IndependenceShown,
    Linked,
    Noted,
    Reworded,
    Ruled,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
    SourceRated,
    Translated,
    Update,
    WorkMoved,
)
from claimtrack.model.window import Window
from claimtrack.model.work import Work, WorkState

LINK = Link(kind="depends_on", other="envoy-named")
ADA = SlotValue(text="Ada")


def test_the_union_holds_every_update_of_the_module() -> None:
    """A class of this module that is no update would be a mistake."""
    defined = {
        one
        for one in vars(updates).values()
        if isinstance(one, type) and attrs.has(one) and one.__module__ == updates.__name__
    }

    assert defined == set(get_args(Update))


def test_every_update_is_a_fact_in_the_past_tense() -> None:
    """Names end in a participle, whatever is said of it."""
    participle = re.compile(r"[A-Z]\w*?(ed|Given|Back|Shown|Set|Sought|Unclear|Linked|Unlinked)")

    assert [] == [
        one.__name__ for one in get_args(Update) if not participle.fullmatch(one.__name__)
    ]


@pytest.mark.parametrize("kind", get_args(Update), ids=lambda kind: kind.__name__)
def test_every_update_is_frozen_and_takes_its_fields_by_name(kind: Any) -> None:
    """Values: they cannot change, and nothing is given by place alone."""
    fields = attrs.fields(kind)

    assert kind.__slots__ is not None
    assert all(field.kw_only for field in fields)
    with pytest.raises(TypeError):
        kind("by place", *("" for _ in fields))


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: ClaimOpened(text=" "), "claim_opened.text"),
        (lambda: ClaimOpened(text="x" * 10_000_000), "claim_opened.text"),
        (lambda: ClaimOpened(text="Talks", kind="rumour"), "claim_opened.kind"),
        (lambda: ClaimOpened(text="Talks", story="Belarus!"), "claim_opened.story"),
        (lambda: ClaimOpened(text="Talks", lang="english"), "claim_opened.lang"),
        (lambda: ClaimOpened(text="Talks", expected_by="soon"), "claim_opened.expected_by"),
        (lambda: Reworded(text=""), "reworded.text"),
        (lambda: Translated(text="", lang="ro"), "translated.text"),
        (lambda: Translated(text="Negocieri", lang="romanian"), "translated.lang"),
        (lambda: EvidenceGiven(evidence="he said so"), "evidence_given.evidence"),  # type: ignore[arg-type]
        (lambda: EvidenceTakenBack(given=0, by="desk"), "evidence_taken_back.given"),
        (lambda: EvidenceTakenBack(given=2, by="me"), "evidence_taken_back.by"),
        (lambda: EntryTakenBack(given=True), "entry_taken_back.given"),
        (lambda: SourceRated(source="person:ada", reliability="G"), "source_rated.reliability"),
        (lambda: SourceNamed(source="person:ada", name=""), "source_named.name"),
        (lambda: SourceNamed(source="person:ada", name=" "), "source_named.name"),
        (lambda: SlotDeclaredUnclear(slots=()), "slot_declared_unclear.slots"),
        (lambda: SlotDeclaredUnclear(slots="who"), "slot_declared_unclear.slots"),
        (lambda: SlotDeclaredUnclear(slots=["Who"]), "slot_declared_unclear.slots"),
        (lambda: SlotAnswered(slot="Who", value=ADA), "slot_answered.slot"),
        (lambda: SlotAnswered(slot="who", value="Ada"), "slot_answered.value"),  # type: ignore[arg-type]
        (lambda: SlotAnswered(slot="who", value=ADA, source="Ada"), "slot_answered.source"),  # type: ignore[arg-type]
        (lambda: SlotClosed(slot="who?"), "slot_closed.slot"),
        (lambda: Link(kind="knows", other="envoy-named"), "link.kind"),
        (lambda: Link(kind="refines", other="../envoy"), "link.other"),
        (lambda: Linked(link="envoy-named"), "linked.link"),  # type: ignore[arg-type]
        (lambda: Flagged(link=LINK, status="wrong"), "flagged.status"),
        (lambda: Ruled(status="true"), "ruled.status"),
        (lambda: Ruled(status="confirmed", credibility=7), "ruled.credibility"),
        (lambda: ConfidenceSet(credibility=0), "confidence_set.credibility"),
        (lambda: WorkMoved(work="done"), "work_moved.work"),  # type: ignore[arg-type]
        (lambda: Work(state="sleeping"), "work.state"),
        (lambda: IndependenceShown(first="a", second="a"), "independence_shown.second"),
        (lambda: Noted(text="\n"), "noted.text"),
        (lambda: Noted(text="\ud800"), "noted.text"),
    ],
)  # fmt: skip
def test_a_field_that_breaks_its_rule_is_named(make: Callable[[], object], field: str) -> None:
    """Empty text, unknown words, impossible numbers and values of another class."""
    with pytest.raises(InvalidValueError) as caught:
        make()

    assert field == caught.value.field


def test_fields_take_what_people_write() -> None:
    """Words for members, numbers for grades, dates for windows, lists for tuples."""
    opened = ClaimOpened(text="Talks", kind="plan", expected_by="2025-12")

    assert (ClaimKind.PLAN, Window.parse("2025-12")) == (opened.kind, opened.expected_by)
    assert (Status.CONFIRMED, Credibility.PROBABLY_TRUE) == attrs.astuple(
        Ruled(status="confirmed", credibility=2)
    )
    assert ("who", "when") == SlotDeclaredUnclear(slots=["who", "when", "who"]).slots
    assert WorkState.DONE is Work(state="done").state
