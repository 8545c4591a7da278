"""Claims: what can be asked of one, and what came first."""

import pytest

from claimtrack.model.claim import Claim, Enquiry, GivenEvidence, Heard
from claimtrack.model.confidence import Credibility
from claimtrack.model.evidence import Evidence
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Response
from claimtrack.model.slots import SlotState, SlotValue
from claimtrack.model.source import office, person
from claimtrack.model.status import Status
from claimtrack.model.updates import Reworded, SlotAnswered, Translated
from tests.cases import REPORTED, TEXT, WHITE_HOUSE, WIRE, answered, asserts, claim_of, taken_back

ADA = person("Ada Kovač")


def _given(revision: int, published: str | None) -> GivenEvidence:
    report = Report(url=f"https://wire.example/{revision}", published_at=published)
    return GivenEvidence(evidence=Evidence(source=ADA), revision=revision, report=report)


@pytest.mark.parametrize(
    ("one", "other", "precedes"),
    [
        (_given(2, "2025-12-01"), _given(3, "2025-12-02"), True),
        (_given(3, "2025-12-01"), _given(2, "2025-12-02"), True),
        (_given(2, "2025-12-02"), _given(3, "2025-12-01"), False),
        (_given(2, "2025-12-01"), _given(3, "2025-12-01"), True),
        (_given(3, "2025-12-01"), _given(2, "2025-12-01"), False),
        (_given(2, "2025-12"), _given(3, "2025-12-01"), True),
        (_given(3, "2025-12-01"), _given(2, None), False),
        (_given(2, None), _given(3, "2025-12-01"), True),
    ],
)
def test_evidence_precedes_by_its_report_where_the_times_are_apart_else_by_its_entry(
    one: GivenEvidence, other: GivenEvidence, precedes: bool
) -> None:
    """Windows that overlap, or are not there, tell nothing."""
    assert precedes is one.precedes(other)


def test_desk_work_has_no_time_of_reporting() -> None:
    """Without a report the entry alone tells the order."""
    desk = GivenEvidence(evidence=Evidence(source=ADA), revision=2, report=None)

    assert desk.reported_at is None
    assert desk.precedes(_given(3, "2025-12-01"))


def test_a_claim_shows_the_stamp_of_its_latest_entry() -> None:
    """Status and confidence are the judgement's."""
    claim = claim_of(REPORTED)

    assert (Status.REPORTED, Credibility.POSSIBLY_TRUE) == (
        claim.status,
        claim.confidence.credibility,
    )
    assert claim.judgement.confidence is claim.confidence


def test_a_claim_lists_the_sources_whose_word_stands() -> None:
    """In the order of first mention; who took everything back is not among them."""
    claim = claim_of(REPORTED, (asserts(ADA), WIRE), taken_back(2))

    assert ["Ada Kovač"] == [source.name for source in claim.sources]


def test_a_slot_that_nobody_mentioned_is_not_asked() -> None:
    """It is there, and empty."""
    slot = claim_of().slot("why")

    assert ("why", SlotState.NOT_ASKED) == (slot.name, slot.state)


def test_a_text_in_a_language_is_its_latest_translation() -> None:
    """Where there is none, and in the desk's own language, it is the claim's text."""
    claim = claim_of(
        Translated(text="Negociază", lang="ro"),
        Translated(text="Negociază eliberarea", lang="ro"),
        Reworded(text="Talks are under way"),
    )

    assert "Negociază eliberarea" == claim.text_in("ro")
    assert "Talks are under way" == claim.text_in("en")
    assert "Talks are under way" == claim.text_in("fr")
    assert TEXT == claim.wordings[0].text


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ([Outcome.PENDING, Outcome.DECLINED], Outcome.DECLINED),
        ([Outcome.NO_REPLY, Outcome.DENIED], Outcome.DENIED),
        ([Outcome.DENIED, Outcome.NO_REPLY], Outcome.DENIED),
        ([Outcome.DENIED, Outcome.STATEMENT, Outcome.DECLINED_FURTHER], Outcome.STATEMENT),
        ([Outcome.DECLINED, Outcome.NO_REPLY], Outcome.NO_REPLY),
    ],
)
def test_an_enquiry_shows_the_last_word_unless_that_is_less_than_an_answer(
    heard: list[Outcome], shown: Outcome
) -> None:
    """Silence never replaces an answer."""
    enquiry = Enquiry(
        heard=tuple(
            Heard(response=Response(party=office("Kremlin"), outcome=one), revision=index)
            for index, one in enumerate(heard)
        )
    )

    assert shown == enquiry.response.outcome


def test_a_claim_lists_one_response_for_each_request() -> None:
    """The one that is shown."""
    claim = claim_of(
        (answered(WHITE_HOUSE, Outcome.PENDING), WIRE),
        (answered(WHITE_HOUSE, Outcome.DECLINED), WIRE),
    )

    assert [Outcome.DECLINED] == [response.outcome for response in claim.responses]


def test_a_claim_says_what_to_call_its_people_in_a_language() -> None:
    """Sources, parties asked and those who answered, by the label of each that has one."""
    spoke, asked, told = (
        office(name, labels={"ro": f"{name} (ro)"}) for name in ("Kremlin", "Embassy", "Ministry")
    )
    claim = claim_of(
        (asserts(spoke), WIRE),
        (asserts(ADA), WIRE),
        (answered(asked, Outcome.DECLINED), WIRE),
        SlotAnswered(slot="who", value=SlotValue(text="Ales Bialiatski"), source=told),
        SlotAnswered(slot="who", value=SlotValue(text="somebody")),
    )

    assert {name: f"{name} (ro)" for name in ("Kremlin", "Embassy", "Ministry")} == (
        claim.labels_in("ro")
    )
    assert {"Kremlin", "Embassy", "Ministry"} == set(claim.labels_in("en").values())


def test_a_changed_claim_leaves_the_one_it_was_made_from() -> None:
    """Claims are rebuilt, never changed."""
    before = claim_of()
    after: Claim = before.with_(text="Talks are under way")

    assert (TEXT, "Talks are under way") == (before.text, after.text)
    assert before == after.with_(text=TEXT)
