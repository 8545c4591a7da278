"""Admission: what stands against recording an update, all of it."""

import pytest

from claimtrack.ledger.admission import objections
from claimtrack.model.claim import Claim
from claimtrack.model.figure import Figure
from claimtrack.model.ids import SourceId, parse_claim_id
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotValue
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    CommentSought,
    ConfidenceSet,
    EntryTakenBack,
    Flagged,
    IndependenceShown,
    Linked,
    Noted,
    Rejudged,
    Reworded,
    Ruled,
    RulingLifted,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
    SourceRated,
    TakenBackBy,
    Translated,
    Unlinked,
    Update,
    WorkMoved,
)
from claimtrack.model.work import Work
from tests.cases import ENVOY as ENVOY_SPEAKING
from tests.cases import (
    FIRST,
    OPENED,
    REPORTED,
    TALKS,
    WHITE_HOUSE,
    WIRE,
    Step,
    answered,
    asserts,
    claim_of,
    taken_back,
)

ENVOY_NAMED = parse_claim_id("envoy-named")
NOBODY = SourceId("person:nobody")
CLAIM = claim_of(REPORTED, (asserts(ENVOY_SPEAKING), WIRE))
SOURCES, ENVOY = (source.id for source in CLAIM.sources)


def _against(update: Update, *steps: Step, because: str = "") -> list[str]:
    return list(objections(claim_of(REPORTED, *steps), update, because))


def _figure(number: int, as_at: str | None = None) -> SlotAnswered:
    value = SlotValue(figure=Figure.exactly(number, "people", as_at=as_at))
    return SlotAnswered(slot="how_many", value=value)


def _depends(other: str, *, inverse: bool = False) -> Link:
    return Link(kind=LinkKind.DEPENDS_ON, other=other, inverse=inverse)


@pytest.mark.parametrize(
    "update",
    [
        asserts(ENVOY_SPEAKING),
        answered(WHITE_HOUSE, Outcome.DECLINED),
        CommentSought(response=answered(WHITE_HOUSE, Outcome.PENDING).response),
        Reworded(text="Talks are under way"),
        Translated(text="Negocieri în curs", lang="ro"),
        SourceRated(source=SOURCES, reliability="B"),
        SourceNamed(source=SOURCES, name="Ada Kovač"),
        SlotDeclaredUnclear(slots=("who",)),
        SlotAnswered(slot="who", value=SlotValue(text="Ales Bialiatski")),
        taken_back(2),
        Linked(link=_depends("envoy-named")),
        Flagged(link=_depends("envoy-named"), status=Status.REFUTED),
        WorkMoved(work=Work(state="done")),
        Rejudged(),
        Noted(text="call them"),
    ],
    ids=lambda update: type(update).__name__,
)
def test_nothing_stands_against_what_needs_neither_reason_nor_more(update: Update) -> None:
    """Most of what happens is recorded as it comes, without a reason."""
    assert [] == list(objections(CLAIM, update, ""))


def test_a_claim_is_opened_once() -> None:
    """Opening a claim that is open is refused; one that is not open may be opened."""
    nothing: Claim | None = None

    assert ["it is open already"] == _against(OPENED)
    assert [] == list(objections(nothing, OPENED, ""))


def test_every_objection_is_given() -> None:
    """What lacks two things is refused once, for both."""
    lapsed = Ruled(status=Status.LAPSED)
    strangers = IndependenceShown(first=NOBODY, second=SourceId("person:stranger"))

    assert [
        "a ruling needs a reason",
        "only a plan or a prediction can lapse, and this is of kind event",
    ] == _against(lapsed)
    assert [
        "showing independence needs a reason",
        "it has no evidence of source person:nobody",
        "it has no evidence of source person:stranger",
    ] == _against(strangers)


@pytest.mark.parametrize(
    ("update", "reason"),
    [
        (Ruled(status=Status.CONFIRMED), "a ruling needs a reason"),
        (SlotClosed(slot="who"), "closing a slot needs a reason"),
        (ConfidenceSet(credibility=2), "setting the credibility needs a reason"),
        (
            IndependenceShown(first=SOURCES, second=ENVOY),
            "showing independence needs a reason",
        ),
    ],
)
def test_what_the_desk_decides_needs_a_reason(update: Update, reason: str) -> None:
    """A reason of white space is none."""
    for because in ("", " \t\n"):
        assert [reason] == list(objections(CLAIM, update, because))
    assert [] == list(objections(CLAIM, update, "both governments published the list"))


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_only_a_plan_or_a_prediction_can_lapse(kind: ClaimKind) -> None:
    """What has no time to pass cannot lapse."""
    claim = claim_of((ClaimOpened(text="They will be freed", kind=kind), FIRST))
    found = list(objections(claim, Ruled(status=Status.LAPSED), "the month is over"))
    may_lapse = kind in {ClaimKind.PLAN, ClaimKind.PREDICTION}

    assert (not may_lapse) is bool(found)


def test_there_must_be_a_ruling_to_lift() -> None:
    """Lifting nothing is refused."""
    ruled = Ruled(status=Status.CONFIRMED)

    nothing = ["there is no ruling to lift"]
    assert ["lifting a ruling needs a reason"] == _against(RulingLifted(), ruled)
    assert nothing == _against(RulingLifted(), because="x")
    assert [] == _against(RulingLifted(), ruled, because="x")
    assert nothing == _against(RulingLifted(), ruled, RulingLifted(), because="x")


@pytest.mark.parametrize(
    "update",
    [
        SourceRated(source=NOBODY, reliability="A"),
        SourceNamed(source=NOBODY, name="Nobody"),
    ],
)
def test_a_fact_about_a_source_needs_a_claim_that_rests_on_it(update: Update) -> None:
    """Rating or naming somebody who said nothing here is refused."""
    assert ["it does not rest on source person:nobody"] == _against(update)


def test_evidence_is_taken_back_once() -> None:
    """What nobody gave, or somebody took back before, cannot be taken back."""
    back = taken_back(2, TakenBackBy.SOURCE)

    assert ["revision 1 gives no evidence"] == _against(taken_back(1))
    assert ["revision 9 gives no evidence"] == _against(taken_back(9))
    assert ["the evidence of revision 2 was taken back by source"] == _against(back, back)


def test_only_what_an_entry_says_of_a_slot_or_a_response_is_undone() -> None:
    """Answers, closings, "unclear" and responses can be undone, once; evidence cannot."""
    steps: tuple[Step, ...] = (
        SlotDeclaredUnclear(slots=("who",)),
        SlotAnswered(slot="who", value=SlotValue(text="Ales Bialiatski")),
        (SlotClosed(slot="who"), None, "there is none"),
        (answered(WHITE_HOUSE, Outcome.DECLINED), WIRE),
    )

    for given in (3, 4, 5, 6):
        undo = EntryTakenBack(given=given)

        assert [] == _against(undo, *steps)
        assert [f"revision {given} says nothing of a slot or a response"] == _against(
            undo, *steps, undo
        )
    assert ["revision 2 says nothing of a slot or a response"] == _against(EntryTakenBack(given=2))


def test_a_figure_that_falls_needs_a_reason() -> None:
    """A fall is a revision, a rise is not; the message gives both figures."""
    assert ["a fall from 100 people to 52 people needs a reason"] == _against(
        _figure(52), _figure(100)
    )
    assert [] == _against(_figure(52), _figure(100), because="the ministry miscounted")
    assert [] == _against(_figure(123), _figure(100))
    assert [] == _against(_figure(52))


def test_a_figure_falls_from_the_last_one_given() -> None:
    """What was given before the last one, or no figure at all, is not compared."""
    words = SlotAnswered(slot="how_many", value=SlotValue(text="dozens"))

    assert [] == _against(_figure(60), _figure(100), (_figure(52), None, "miscounted"))
    assert [] == _against(words, _figure(100))
    assert ["a fall from 100 people to 52 people needs a reason"] == _against(
        _figure(52), _figure(100), words
    )


def test_a_figure_for_an_earlier_or_the_same_moment_does_not_fall() -> None:
    """Fewer before is no revision, and fewer at the same time is a clash, which needs no reason."""
    november = _figure(100, "2025-11-26")

    assert [] == _against(_figure(52, "2025-09-11"), november)
    assert [] == _against(_figure(52, "2025-11-26"), november)
    assert ["a fall from 100 people to 52 people needs a reason"] == _against(
        _figure(52, "2025-12-13"), november
    )


def test_a_translation_is_into_another_language() -> None:
    """Which must be said, and must not be the claim's own."""
    assert ["a translation needs its language"] == _against(Translated(text="Negocieri", lang=""))
    assert ["its own words are in en: reword it instead"] == _against(
        Translated(text="Negotiations", lang="en")
    )


def test_a_link_is_made_once_and_in_one_direction() -> None:
    """Not with itself, not twice, and not the other way round as well."""
    there = Linked(link=_depends("envoy-named"))
    back = Linked(link=_depends("envoy-named", inverse=True))

    assert ["it cannot be linked to itself"] == _against(Linked(link=_depends(TALKS)))
    assert ["it is linked so to envoy-named already"] == _against(there, there)
    assert ["envoy-named is linked to it the other way round"] == _against(back, there)
    assert [] == _against(Linked(link=Link(kind=LinkKind.REFINES, other=ENVOY_NAMED)), there)
    assert [] == _against(Linked(link=_depends("no-talks")), there)


def test_there_must_be_a_link_to_take_away() -> None:
    """A link of another kind or direction is another link."""
    link = _depends("envoy-named")

    assert ["there is no link depends_on with envoy-named"] == _against(Unlinked(link=link))
    assert ["there is no link depends_on with envoy-named"] == _against(
        Unlinked(link=_depends("envoy-named", inverse=True)), Linked(link=link)
    )
    assert [] == _against(Unlinked(link=link), Linked(link=link))
