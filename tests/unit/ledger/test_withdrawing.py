"""Withdrawing: what a report, a source or an outlet brought is taken back on every claim."""

import pytest

from claimtrack.errors import ReportNotFoundError, SourceNotFoundError, UpdateRefusedError
from claimtrack.ledger import Changes, Ledger
from claimtrack.model.follow_up import FollowUp, Withdrawal
from claimtrack.model.links import Link
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import anonymous
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimOpened,
    EvidenceTakenBack,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    TakenBackBy,
    Unlinked,
)
from tests.cases import (
    EMBASSY,
    ENVOY,
    FIRST,
    SOURCES,
    WHITE_HOUSE,
    WIRE,
    answered,
    asserts,
    denies,
    report,
    voice,
)
from tests.ledgers import size, standing, told

ENVOYS_ID = "person:john-coale"
AFP = Report("AFP", url="https://afp.example/1")


@pytest.fixture(autouse=True)
def two_claims(ledger: Ledger) -> None:
    """Two claims of one report, the second supported by an envoy in another report too."""
    one, two = ClaimOpened(text="One"), ClaimOpened(text="Two")
    ledger.apply(
        [
            told(FIRST, one, asserts(SOURCES), asserts(ENVOY), claim_id="one", key="1"),
            told(FIRST, two, asserts(SOURCES), claim_id="two", key="2"),
            told(WIRE, asserts(ENVOY), denies(EMBASSY), claim_id="two"),
        ]
    )


def _withdraw(ledger: Ledger, withdrawal: Withdrawal) -> Changes:
    """Apply a follow-up that withdraws something."""
    (changes,) = ledger.apply([FollowUp(report=AFP, withdrawals=[withdrawal])])
    return changes


def test_a_withdrawn_report_takes_its_evidence_with_it(ledger: Ledger) -> None:
    """One entry for each piece of evidence on each claim, in one act, with the reason."""
    changes = ledger.withdraw_report(FIRST.id, because="the outlet says that it erred")

    assert [("one", (4, 5)), ("two", (5,))] == [
        (change.claim_id, change.revisions) for change in changes.claims
    ]
    assert ([], [3, 4]) == (standing(ledger.claim("one")), standing(ledger.claim("two")))
    assert Status.RETRACTED is ledger.claim("one").status
    assert {"the outlet says that it erred"} == {entry.because for entry in ledger.entries(after=7)}
    assert EvidenceTakenBack(given=2, by=TakenBackBy.OUTLET) == ledger.history("one")[3].update


def test_a_withdrawn_source_takes_its_word_with_it(ledger: Ledger) -> None:
    """A walk-back is of the source: all that it said, in whatever report."""
    ledger.withdraw_source(ENVOYS_ID, because="he says that he erred")

    assert ([2], [2, 4]) == (standing(ledger.claim("one")), standing(ledger.claim("two")))
    assert EvidenceTakenBack(given=3, by=TakenBackBy.SOURCE) == ledger.history("one")[-1].update


def test_a_slip_of_the_desk_never_was_support(ledger: Ledger) -> None:
    """The desk may have put a report on record by mistake: nothing was retracted."""
    ledger.withdraw_report(FIRST.id, because="another report was meant", by="entry_error")

    assert Status.UNVERIFIED is ledger.claim("one").status


def test_what_was_taken_back_is_not_taken_back_twice(ledger: Ledger) -> None:
    """Where nothing stands there is nothing to withdraw."""
    ledger.withdraw_report(FIRST.id, because="x")
    ledger.withdraw_source(ENVOYS_ID, because="x")
    before = size(ledger)
    with pytest.raises(ReportNotFoundError) as missing:
        ledger.withdraw_report(FIRST.id, because="x")
    with pytest.raises(SourceNotFoundError):
        ledger.withdraw_source(ENVOYS_ID, because="x")

    assert FIRST.id == missing.value.key
    assert "said nothing that still stands" in str(missing.value)
    assert before == size(ledger)


@pytest.mark.parametrize("name", ["https://nowhere.example/", "nothing"])
def test_an_unknown_report_is_told_by_its_id(ledger: Ledger, name: str) -> None:
    """A report that nobody brought cannot be withdrawn."""
    with pytest.raises(ReportNotFoundError) as caught:
        ledger.withdraw_report(name, because="x")

    assert (name, "") == (caught.value.key, caught.value.reason)


def test_a_withdrawal_may_name_its_claims(ledger: Ledger) -> None:
    """On the others the evidence stands."""
    _withdraw(ledger, Withdrawal(report=FIRST.id, claims=["two"]))

    assert ([2, 3], [3, 4]) == (standing(ledger.claim("one")), standing(ledger.claim("two")))


def test_an_outlet_takes_back_what_goes_back_to_it(ledger: Ledger) -> None:
    """What it was told, and what others relayed from it; not the word of who speaks for himself."""
    _withdraw(ledger, Withdrawal(outlet="Reuters", claims=["one"]))

    assert [3] == standing(ledger.claim("one"))


def test_an_outlet_takes_back_what_it_said_itself(ledger: Ledger) -> None:
    """Its own voice goes back to it, and what it alone carried."""
    own, relayed = report("Evening Post", 6), report("Morning Post", 7, relays=("Evening Post",))
    ledger.apply(
        [
            told(own, voice("Evening Post"), claim_id="one"),
            told(relayed, voice("Morning Post"), claim_id="one"),
        ]
    )
    _withdraw(ledger, Withdrawal(outlet="Evening Post", claims=["one"]))

    assert [2, 3] == standing(ledger.claim("one"))


def test_an_outlet_that_nothing_goes_back_to_is_refused(ledger: Ledger) -> None:
    """Each claim that is named must rest on it."""
    with pytest.raises(UpdateRefusedError, match="AFP") as caught:
        _withdraw(ledger, Withdrawal(outlet="AFP", claims=["one"]))

    assert "one" == caught.value.claim_id


def test_a_withdrawal_reaches_what_was_given_again(ledger: Ledger) -> None:
    """Evidence that a kept claim got from its duplicate falls with its report."""
    ledger.open_claim("Kept", id="kept")
    ledger.link("one", "duplicates", "kept")
    ledger.withdraw_report(FIRST.id, because="x")

    assert [] == standing(ledger.claim("kept"))


def test_a_withdrawal_reaches_it_also_when_the_link_is_gone(ledger: Ledger) -> None:
    """What was given again stays on the kept claim, and so does where it came from."""
    ledger.open_claim("Kept", id="kept")
    ledger.link("one", "duplicates", "kept")
    ledger.update("one", Unlinked(link=Link(kind="duplicates", other="kept")))
    ledger.update("one", *[EvidenceTakenBack(given=given, by="desk") for given in (2, 3)])
    ledger.withdraw_report(FIRST.id, because="x")

    assert [] == standing(ledger.claim("kept"))


def test_items_come_before_withdrawals(ledger: Ledger) -> None:
    """A follow-up that denies and withdraws says both, in this order."""
    items = told(AFP, denies(EMBASSY), claim_id="one").items
    withdrawal = Withdrawal(report=FIRST.id, claims=["one"])
    ledger.apply([FollowUp(report=AFP, items=items, withdrawals=[withdrawal])])

    assert ["EvidenceGiven", "EvidenceTakenBack", "EvidenceTakenBack"] == [
        type(entry.update).__name__ for entry in ledger.history("one")[3:]
    ]
    assert {AFP.id} == {entry.report.id for entry in ledger.history("one")[3:] if entry.report}


WHO, WHEN = (SlotValue(text=text) for text in ("a laureate", "early December"))


@pytest.fixture
def answered_claim(ledger: Ledger) -> None:
    """A third claim, with answers and responses in two reports."""
    ledger.apply(
        [
            told(
                FIRST,
                ClaimOpened(text="Three"),
                asserts(SOURCES),
                SlotDeclaredUnclear(slots=("who", "when")),
                SlotAnswered(slot="who", value=WHO),
                SlotAnswered(slot="when", value=WHEN, source=ENVOY),
                answered(WHITE_HOUSE, Outcome.DECLINED),
                claim_id="three",
                key="3",
            ),
            told(WIRE, SlotAnswered(slot="who", value=WHO), claim_id="three", key="4"),
        ]
    )


@pytest.mark.usefixtures("answered_claim")
@pytest.mark.parametrize(
    ("withdrawal", "gone"),
    [
        (Withdrawal(report=FIRST.id, claims=["three"]), (2, 4, 5, 6)),
        (Withdrawal(source=ENVOYS_ID, claims=["three"], by="source"), (5,)),
        (Withdrawal(source=ENVOYS_ID, by="source"), (5,)),
        (Withdrawal(outlet="Reuters", claims=["three"]), (2, 4, 6)),
        (Withdrawal(outlet="Example Wire", claims=["three"]), (7,)),
        (Withdrawal(outlet="Example News", claims=["three"]), (4, 5, 6)),
    ],
)
def test_a_withdrawal_takes_answers_and_responses(
    ledger: Ledger, withdrawal: Withdrawal, gone: tuple[int, ...]
) -> None:
    """What came the same way goes the same way; that something is unclear stays so."""
    _withdraw(ledger, withdrawal)
    claim = ledger.claim("three")
    given = {one.revision for slot in claim.slots for one in slot.candidates}
    heard = {one.revision for enquiry in claim.enquiries for one in enquiry.heard}

    taken = [entry.update for entry in ledger.history("three")[7:]]
    assert list(gone) == [one.given for one in taken if hasattr(one, "given")]
    assert {withdrawal.by} == {one.by for one in taken if hasattr(one, "by")}
    assert {2, 4, 5, 6, 7} - {*gone} == {*standing(claim), *given, *heard}
    assert {"who", "when"} == {slot.name for slot in claim.slots if slot.unclear}


@pytest.mark.usefixtures("answered_claim")
def test_what_the_desk_settled_stays_settled(ledger: Ledger) -> None:
    """The desk takes its own decision back itself."""
    close = SlotClosed(slot="who", value=WHO)
    ledger.update("three", close, because="two reports agree")
    ledger.withdraw_report(FIRST.id, because="the outlet says that it erred")

    assert WHO == ledger.claim("three").slot("who").settled


@pytest.mark.usefixtures("answered_claim")
def test_answers_are_not_taken_back_twice(ledger: Ledger) -> None:
    """A withdrawal that is applied again, in other words, finds them gone."""
    first = FollowUp(report=AFP, withdrawals=[Withdrawal(report=FIRST.id, because="it erred")])
    ledger.apply([first])
    before = size(ledger)
    (unchanged,) = ledger.apply([first])
    more = told(AFP, denies(EMBASSY), claim_id="three").items
    withdrawal = Withdrawal(report=FIRST.id, because="it was wrong")
    ledger.apply([FollowUp(report=AFP, items=more, withdrawals=[withdrawal])], amend=True)

    assert not unchanged.claims
    assert before + 1 == size(ledger)


@pytest.mark.usefixtures("answered_claim")
def test_a_fact_about_a_source_reaches_its_answers(ledger: Ledger) -> None:
    """Who only answered a question about a claim is rated and named on it as elsewhere."""
    relatives = anonymous("relatives of prisoners", told="Example Wire")
    why, how = (SlotAnswered(slot=slot, value=WHO, source=relatives) for slot in ("why", "how"))
    ledger.apply([told(WIRE, why, claim_id="three", key="5")])
    (candidate,) = ledger.claim("three").slot("why").candidates
    assert candidate.source is not None
    ledger.rate_source(candidate.source.id, "B")
    ledger.name_source(candidate.source.id, "Jane Doe")
    ledger.apply([told(WIRE, how, claim_id="one", key="6")])

    for claim_id, slot in (("three", "why"), ("one", "how")):
        (one,) = ledger.claim(claim_id).slot(slot).candidates
        assert one.source is not None
        assert ("Jane Doe", "B") == (one.source.name, one.source.reliability)
    assert {"one", "three"} == {one.id for one in ledger.claims(source=candidate.source.id)}


@pytest.mark.usefixtures("answered_claim")
def test_a_source_is_rated_where_its_answer_was_taken_back(ledger: Ledger) -> None:
    """On the claim that it no longer answers there is nothing to rate, on others there is."""
    ledger.withdraw_report(FIRST.id, because="the outlet says that it erred")
    ledger.apply([told(WIRE, asserts(ENVOY), claim_id="one", key="5")])
    changes = ledger.rate_source(ENVOYS_ID, "B")

    assert ["one", "two"] == sorted(one.claim_id for one in changes.claims)


@pytest.mark.usefixtures("answered_claim")
def test_a_source_of_which_nothing_is_left_is_told_so(ledger: Ledger) -> None:
    """It is known, and there is nothing to rate."""
    relatives = anonymous("relatives of prisoners", told="Example Wire")
    answer = SlotAnswered(slot="why", value=WHO, source=relatives)
    ledger.apply([told(report("Evening Post", 6), answer, claim_id="three")])
    (candidate,) = ledger.claim("three").slot("why").candidates
    assert candidate.source is not None
    ledger.withdraw_source(candidate.source.id, because="they erred")

    with pytest.raises(SourceNotFoundError, match="said nothing that is still on record"):
        ledger.name_source(candidate.source.id, "Jane Doe")


@pytest.mark.usefixtures("answered_claim")
def test_an_amendment_finds_what_its_withdrawal_took(ledger: Ledger) -> None:
    """Also where that was an answer alone, of which nothing is left on the claim."""
    gone = Withdrawal(outlet="Example Wire", claims=["three"])
    ledger.apply([FollowUp(report=AFP, withdrawals=[gone])])
    more = told(AFP, denies(EMBASSY), claim_id="three").items
    (changes,) = ledger.apply([FollowUp(report=AFP, items=more, withdrawals=[gone])], amend=True)

    assert 1 == changes.entry_count


@pytest.mark.usefixtures("answered_claim")
@pytest.mark.parametrize("claims", [(), ("three",)])
def test_an_amendment_refuses_a_withdrawal_of_nothing(
    ledger: Ledger, claims: tuple[str, ...]
) -> None:
    """What names nothing that ever was is a slip in its name."""
    ledger.apply([told(AFP, denies(EMBASSY), claim_id="three")])
    more = told(AFP, denies(EMBASSY), asserts(ENVOY), claim_id="three").items
    gone = Withdrawal(report="https://nowhere.example", claims=claims)

    with pytest.raises(ReportNotFoundError):
        ledger.apply([FollowUp(report=AFP, items=more, withdrawals=[gone])], amend=True)


@pytest.mark.usefixtures("answered_claim")
def test_a_party_takes_back_what_it_answered(ledger: Ledger) -> None:
    """Its denial falls as answer and as evidence; that it had not answered before stays."""
    silent = answered(EMBASSY, Outcome.NO_REPLY)
    ledger.apply(
        [
            told(FIRST, silent, claim_id="three", key="5"),
            told(
                WIRE,
                answered(EMBASSY, Outcome.DENIED),
                denies(EMBASSY, standing="actor"),
                claim_id="three",
                key="6",
            ),
        ]
    )
    ledger.withdraw_source(ledger.history("three")[-1].update.evidence.source.id, because="x")  # type: ignore[union-attr]

    claim = ledger.claim("three")
    assert [Outcome.DECLINED, Outcome.NO_REPLY] == [one.outcome for one in claim.responses]
    assert not any(one.stance.opposes for one in claim.evidence if one.taken_back is None)


@pytest.mark.usefixtures("answered_claim")
def test_a_response_falls_with_the_report_that_carried_it(ledger: Ledger) -> None:
    """Who had asked does not take back what another outlet heard."""
    late = report("Evening Post", 6)
    ledger.apply([told(late, answered(EMBASSY, Outcome.DECLINED), claim_id="three")])
    _withdraw(ledger, Withdrawal(outlet="Reuters", claims=["three"]))
    assert ["embassy" in one.party.id for one in ledger.claim("three").responses] == [True]

    ledger.apply(
        [
            FollowUp(
                report=report("AFP", 8),
                withdrawals=[Withdrawal(outlet="Evening Post", claims=["three"])],
            )
        ]
    )
    assert () == ledger.claim("three").responses


@pytest.mark.usefixtures("answered_claim")
def test_an_amendment_may_drop_what_was_withdrawn(ledger: Ledger) -> None:
    """There is nothing left of it to take back; what is new is recorded."""
    ledger.withdraw_report(WIRE.id, because="the agency says that it erred")
    changed = told(WIRE, SlotDeclaredUnclear(slots=("why",)), claim_id="three", key="4")
    (changes,) = ledger.apply([changed], amend=True)

    assert 1 == changes.entry_count
    assert SlotDeclaredUnclear(slots=("why",)) == ledger.history("three")[-1].update
