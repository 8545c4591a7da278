"""Amending: what vanished is taken back, what is new is recorded, the rest stays."""

import attrs
import pytest

from claimtrack.errors import AlreadyAppliedError, UpdateRefusedError
from claimtrack.ledger import Ledger
from claimtrack.model.figure import Figure
from claimtrack.model.follow_up import FollowUp, Item, Withdrawal
from claimtrack.model.links import Link
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotValue
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimOpened,
    EvidenceTakenBack,
    Linked,
    Noted,
    SlotAnswered,
    SlotDeclaredUnclear,
    TakenBackBy,
    Translated,
    Update,
)
from tests.cases import (
    EMBASSY,
    ENVOY,
    FIRST,
    OPENED,
    SOURCES,
    TALKS,
    WHITE_HOUSE,
    WIRE,
    answered,
    asserts,
    denies,
    taken_back,
)
from tests.ledgers import NewLedger, everything, kinds, size, standing, told

UNCLEAR = SlotDeclaredUnclear(slots=["who"])
HUNDRED = SlotAnswered(slot="how_many", value=SlotValue(figure=Figure.exactly(100)))
DECLINED = answered(WHITE_HOUSE, Outcome.DECLINED)


def test_what_vanished_is_taken_back_as_a_slip(ledger: Ledger) -> None:
    """Evidence that the amended follow-up lacks never was support: nothing prints as retracted."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    (changes,) = ledger.apply([told(FIRST, OPENED)], amend=True)
    back = ledger.history(TALKS)[-1]

    assert "belarus-talks: reported (F3) -> unverified (F6)" == str(changes)
    assert EvidenceTakenBack(given=2, by=TakenBackBy.ENTRY_ERROR) == back.update
    assert "the follow-up was amended" == back.because


@pytest.mark.parametrize("update", [UNCLEAR, HUNDRED, DECLINED])
def test_slots_and_responses_are_taken_back_too(ledger: Ledger, update: Update) -> None:
    """What was said of a slot or a response by mistake is as if it had not been said."""
    ledger.apply([told(FIRST, OPENED, update)])
    ledger.apply([told(FIRST, OPENED)], amend=True)
    claim = ledger.claim(TALKS)

    assert ["ClaimOpened", type(update).__name__, "EntryTakenBack"] == kinds(ledger)
    assert ((), ()) == (claim.slots, claim.enquiries)
    assert () == claim.confidence.caveats


def test_what_is_new_is_recorded_and_the_rest_stays(ledger: Ledger) -> None:
    """What both say is not said again."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES), denies(EMBASSY), UNCLEAR)], amend=True)

    assert ["ClaimOpened", "EvidenceGiven", "EvidenceGiven", "SlotDeclaredUnclear"] == kinds(ledger)
    assert {FIRST.id} == {entry.report.id for entry in ledger.entries() if entry.report}


def test_an_amendment_applied_again_changes_nothing(ledger: Ledger) -> None:
    """The amended content is what was applied now, with or without *amend*."""
    amended = told(FIRST, OPENED, denies(EMBASSY))
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([amended], amend=True)
    before = everything(ledger)

    assert [True] == [one.was_applied for one in ledger.apply([amended], amend=True)]
    assert [True] == [one.was_applied for one in ledger.apply([amended])]
    assert before == everything(ledger)


def test_an_amendment_may_be_amended(ledger: Ledger) -> None:
    """Each amendment starts from what stands, and what it takes back may come again."""
    first, second = asserts(SOURCES), denies(EMBASSY)
    ledger.apply([told(FIRST, OPENED, first)])
    for updates in ((second,), (first, second), (first,), (first, second)):
        ledger.apply([told(FIRST, OPENED, *updates)], amend=True)
    claim = ledger.claim(TALKS)

    assert [one.stance for one in claim.evidence if one.taken_back is None] == ["asserts", "denies"]
    assert [4 + 1, 4 + 3] == standing(claim)
    assert Status.DISPUTED is claim.status


def test_amending_back_is_refused_without_amend(ledger: Ledger) -> None:
    """The content before an amendment is other content now."""
    first, second = told(FIRST, OPENED, asserts(SOURCES)), told(FIRST, OPENED, denies(EMBASSY))
    ledger.apply([first])
    ledger.apply([second], amend=True)
    with pytest.raises(AlreadyAppliedError):
        ledger.apply([first])
    ledger.apply([first], amend=True)

    assert [6] == standing(ledger.claim(TALKS))


def test_follow_up_and_amendment_may_come_in_one_batch(new_ledger: NewLedger) -> None:
    """What waits to be written is amended like what was written."""
    work = [told(FIRST, OPENED, asserts(SOURCES), UNCLEAR), told(FIRST, OPENED, denies(EMBASSY))]
    together, apart = new_ledger(), new_ledger()
    together.apply(work, amend=True)
    for each in work:
        apart.apply([each], amend=True)

    assert kinds(apart) == kinds(together)
    assert [] == list(together.check())


@pytest.mark.parametrize("update", [Noted(text="x"), Linked(link=Link(kind="refines", other="b"))])
def test_what_cannot_be_taken_back_is_refused(ledger: Ledger, update: Update) -> None:
    """A note or a link is no slip: the amendment is refused whole."""
    ledger.open_claim("Another", id="b")
    ledger.apply([told(FIRST, OPENED, update, asserts(SOURCES))])
    before = size(ledger)
    with pytest.raises(UpdateRefusedError, match="an amendment cannot take back") as caught:
        ledger.apply([told(FIRST, OPENED)], amend=True)

    assert TALKS == caught.value.claim_id
    assert before == size(ledger)


def test_an_opening_cannot_vanish(ledger: Ledger) -> None:
    """A claim that was opened stays open, under its id."""
    ledger.apply([told(FIRST, OPENED)])
    with pytest.raises(UpdateRefusedError, match="claim_opened"):
        ledger.apply([told(FIRST, OPENED, claim_id="other")], amend=True)

    assert 1 == size(ledger)


def test_a_report_that_reads_otherwise_is_given_again(ledger: Ledger) -> None:
    """Evidence rests on its report: where that is corrected, so is the evidence."""
    later = attrs.evolve(FIRST, published_at="2025-11-27")
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([told(later, OPENED, asserts(SOURCES))], amend=True)
    given = ledger.claim(TALKS).evidence

    assert ["ClaimOpened", "EvidenceGiven", "EvidenceTakenBack", "EvidenceGiven"] == kinds(ledger)
    assert [FIRST, later] == [one.report for one in given]
    assert [4] == standing(ledger.claim(TALKS))
    assert [True] == [
        one.was_applied for one in ledger.apply([told(later, OPENED, asserts(SOURCES))])
    ]


def test_another_reason_is_put_on_record(ledger: Ledger) -> None:
    """Why something was recorded is part of what is said."""
    ledger.apply([told(FIRST, OPENED, UNCLEAR, because="it says so")])
    ledger.apply([told(FIRST, OPENED, UNCLEAR, because="it says so twice")], amend=True)

    assert ["it says so twice"] == [entry.because for entry in ledger.history(TALKS)[3:]]


def test_what_an_amendment_cannot_change_is_refused(ledger: Ledger) -> None:
    """Nothing is dropped in silence: a note stays with the report that it came with."""
    ledger.apply([told(FIRST, OPENED, Noted(text="x"))])
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([told(attrs.evolve(FIRST, title="New"), OPENED, Noted(text="x"))], amend=True)

    assert ("~ the report, a reason or a withdrawal reads otherwise",) == caught.value.differences
    assert 2 == size(ledger)


# What follows from what is said -------------------------------------------------------------------


def _withdrawing(*updates: Update) -> FollowUp:
    """Make a follow-up that says some things and withdraws the first report."""
    return FollowUp(
        report=WIRE,
        items=[Item(claim_id=TALKS, update=update) for update in updates],
        withdrawals=[Withdrawal(report=FIRST.id, because="the outlet says so")],
    )


def test_a_withdrawal_stays_when_its_follow_up_is_amended(ledger: Ledger) -> None:
    """What was withdrawn is not withdrawn twice, and something can be added beside it."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([_withdrawing()])
    ledger.apply([_withdrawing(UNCLEAR)], amend=True)
    ledger.apply([_withdrawing()], amend=True)

    assert [
        "ClaimOpened",
        "EvidenceGiven",
        "EvidenceTakenBack",
        "SlotDeclaredUnclear",
        "EntryTakenBack",
    ] == kinds(ledger)


def test_a_withdrawal_may_be_added(ledger: Ledger) -> None:
    """An amendment withdraws what the follow-up did not before."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([told(WIRE, UNCLEAR)])
    ledger.apply([_withdrawing(UNCLEAR)], amend=True)

    assert Status.RETRACTED is ledger.claim(TALKS).status


def test_a_withdrawal_cannot_vanish(ledger: Ledger) -> None:
    """What was taken back does not stand again by itself."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([_withdrawing(UNCLEAR)])
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([told(WIRE, UNCLEAR)])
    with pytest.raises(UpdateRefusedError, match="evidence_taken_back"):
        ledger.apply([told(WIRE, UNCLEAR)], amend=True)

    assert ['- belarus-talks evidence_taken_back {"by":"outlet","given":2}'] == list(
        caught.value.differences
    )


def test_evidence_may_be_taken_back_by_an_amendment(ledger: Ledger) -> None:
    """Taking back is something that a follow-up says, like any other."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.apply([told(WIRE, UNCLEAR)])
    amended = told(WIRE, UNCLEAR, taken_back(2))
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([amended])
    ledger.apply([amended], amend=True)
    ledger.apply([told(WIRE, UNCLEAR, taken_back(2), HUNDRED)], amend=True)

    assert ['+ belarus-talks evidence_taken_back {"by":"outlet","given":2}'] == list(
        caught.value.differences
    )
    assert ["EvidenceTakenBack", "SlotAnswered"] == kinds(ledger)[3:]


def test_evidence_given_again_for_a_duplicate_is_no_difference(ledger: Ledger) -> None:
    """What a kept claim got from its duplicate was not said, and does not vanish."""
    ledger.apply([told(FIRST, ClaimOpened(text="Kept"), claim_id="kept")])
    duplicates = Linked(link=Link(kind="duplicates", other="kept"))
    ledger.apply([told(WIRE, OPENED, asserts(SOURCES), duplicates)])
    amended = told(WIRE, OPENED, asserts(SOURCES), duplicates, UNCLEAR)
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([amended])
    ledger.apply([amended], amend=True)

    assert 1 == len(caught.value.differences)
    assert [3] == standing(ledger.claim("kept"))
    assert ["ClaimOpened", "EvidenceGiven", "Linked", "SlotDeclaredUnclear"] == kinds(ledger)


def test_a_link_said_from_its_far_end_is_the_same_link(ledger: Ledger) -> None:
    """Either end of a link may be typed; the record has both."""
    ledger.open_claim("Another", id="other")
    far = Linked(link=Link(kind="supersedes", other="other", inverse=True))
    ledger.apply([told(FIRST, OPENED, far)])
    ledger.apply([told(FIRST, OPENED, far, UNCLEAR)], amend=True)

    assert ["ClaimOpened", "Linked", "SlotDeclaredUnclear"] == kinds(ledger)
    assert ["ClaimOpened", "Linked"] == kinds(ledger, "other")


def test_a_flag_is_no_difference(ledger: Ledger) -> None:
    """That a dependent claim was flagged was not said by the follow-up."""
    ledger.apply([told(FIRST, OPENED, asserts(ENVOY))])
    ledger.open_claim("Leans on it", id="leaning")
    ledger.link("leaning", "depends_on", TALKS)
    back = taken_back(2)
    ledger.apply([told(WIRE, back)])
    ledger.apply([told(WIRE, back, UNCLEAR)], amend=True)

    assert ["ClaimOpened", "Linked", "Flagged"] == kinds(ledger, "leaning")
    assert "SlotDeclaredUnclear" == kinds(ledger)[-1]


def test_claims_that_may_be_there_are_no_difference(ledger: Ledger) -> None:
    """A follow-up that names claims that are there can be amended."""
    ledger.apply([told(FIRST, OPENED)])
    named = Item(claim_id=TALKS, update=OPENED, if_new=True)
    said = [Item(claim_id=TALKS, update=update) for update in (UNCLEAR, HUNDRED)]
    ledger.apply([FollowUp(report=WIRE, items=[named, said[0]])])
    amended = FollowUp(report=WIRE, items=[named, *said])
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([amended])
    ledger.apply([amended], amend=True)

    assert ["+ belarus-talks slot_answered"] == [
        " ".join(line.split(" ")[:3]) for line in caught.value.differences
    ]
    assert ["ClaimOpened", "SlotDeclaredUnclear", "SlotAnswered"] == kinds(ledger)


def test_a_new_translation_of_a_claim_that_may_be_there_is_a_difference(ledger: Ledger) -> None:
    """What is there already is not; what is new is told, and recorded."""
    old, new = Translated(text="Negociază", lang="ro"), Translated(text="Negociano", lang="it")
    ledger.apply([told(FIRST, OPENED, old)])
    item, other = (Item(claim_id=TALKS, update=update, if_new=True) for update in (old, new))
    said = Item(claim_id=TALKS, update=UNCLEAR)
    ledger.apply([FollowUp(report=WIRE, items=[item, said])])
    amended = FollowUp(report=WIRE, items=[item, other, said])
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([amended])
    ledger.apply([amended], amend=True)

    assert ('+ belarus-talks translated {"lang":"it","text":"Negociano"}',) == (
        caught.value.differences
    )
    assert ["ClaimOpened", "Translated", "SlotDeclaredUnclear", "Translated"] == kinds(ledger)


def test_another_report_under_the_same_key_is_an_amendment(ledger: Ledger) -> None:
    """A key that was given stays with the follow-up when the report turns out to be another."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES), key="morning")])
    ledger.apply([told(WIRE, OPENED, asserts(SOURCES), key="morning")], amend=True)
    claim = ledger.claim(TALKS)

    assert [WIRE] == [one.report for one in claim.evidence if one.taken_back is None]
