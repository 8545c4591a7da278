"""Caveats: what is told beside a grade, and in which order."""

import pytest

from claimtrack.model.confidence import Caveat, CaveatKind, Credibility
from claimtrack.model.evidence import Stance
from claimtrack.model.figure import Figure
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import anonymous, person
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ConfidenceSet,
    EvidenceGiven,
    Flagged,
    Linked,
    Ruled,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
)
from tests.cases import (
    DESK_SAW,
    EMBASSY,
    EMBASSY_DENIES,
    ENVOY,
    ENVOY_CONFIRMS,
    FIRST,
    LIST,
    LIST_SUPPORTS,
    REPORTED,
    SOURCES,
    WHITE_HOUSE,
    WIRE,
    Step,
    answered,
    asserts,
    caveats,
    claim_of,
    contradicts,
    denies,
    doubts,
    kinds,
    observes,
    report,
    taken_back,
    verdict,
    voice,
)

AFP_SOURCES = anonymous("Western officials", told="AFP")


def _told(kind: CaveatKind, *steps: Step) -> Caveat:
    """Find the one caveat of a kind."""
    (caveat,) = (one for one in claim_of(*steps).confidence.caveats if one.kind is kind)
    return caveat


def _figure(number: int, as_at: str | None = None) -> SlotAnswered:
    value = SlotValue(figure=Figure.exactly(number, "people", as_at=as_at))
    return SlotAnswered(slot="how_many", value=value)


def _linked(kind: LinkKind, other: str, *, inverse: bool = False) -> Linked:
    return Linked(link=Link(kind=kind, other=other, inverse=inverse))


def _fell(kind: LinkKind, other: str) -> Flagged:
    far = kind is LinkKind.SUPERSEDES
    return Flagged(link=Link(kind=kind, other=other, inverse=far), status=Status.REFUTED)


# The example of the design ------------------------------------------------------------------------

OPENING = Report(
    "Example News",
    published_at="2025-11-26",
    url="https://news.example/talks",
    relays=["Reuters"],
)
BREAKING: tuple[Step, ...] = (
    (asserts(SOURCES), OPENING),
    (SlotDeclaredUnclear(slots=("who", "when")), OPENING),
    (answered(WHITE_HOUSE, Outcome.DECLINED), OPENING),
    (answered(EMBASSY, Outcome.NO_REPLY), OPENING),
)
DENIAL = Report("Example Wire", published_at="2025-12-02T14:10+01:00", url="https://wire.example/1")


def test_the_claim_as_it_broke_reads_as_a_desk_would_say_it() -> None:
    """After the first report: the grade, what is unclear, whose word it is, who was asked."""
    claim = claim_of(*BREAKING)

    assert "reported F3" == verdict(claim)
    assert (
        "possibly true (F3): unclear who or when; one origin: Reuters;"
        " White House declined to comment; Embassy of Belarus in Washington did not respond"
    ) == str(claim.confidence)


def test_the_claim_after_the_denial_reads_as_the_design_has_it() -> None:
    """After the second report, word for word; the embassy is told by what it said at last."""
    claim = claim_of(*BREAKING, (denies(EMBASSY, standing="actor"), DENIAL))

    assert "disputed F3" == verdict(claim)
    assert (
        "possibly true (F3): unclear who or when; one origin: Reuters;"
        " denied by Embassy of Belarus in Washington; White House declined to comment"
    ) == str(claim.confidence)


# Every kind ---------------------------------------------------------------------------------------


def test_unclear_names_the_slots_that_nobody_answered() -> None:
    """One caveat for all of them, resting on the entries that last called each unclear."""
    steps: tuple[Step, ...] = (
        SlotDeclaredUnclear(slots=("who", "when")),
        SlotDeclaredUnclear(slots=("when",)),
    )
    caveat = _told(CaveatKind.UNCLEAR, *steps)

    assert ("who", "when") == caveat.values
    assert (2, 3) == caveat.revisions


def test_an_answered_slot_is_unclear_no_more() -> None:
    """An answer takes the slot out of the caveat."""
    answer = SlotAnswered(slot="who", value=SlotValue(text="Ales Bialiatski"))
    steps: tuple[Step, ...] = (SlotDeclaredUnclear(slots=("who", "when")), answer)

    assert ("when",) == _told(CaveatKind.UNCLEAR, *steps).values


def test_still_unclear_is_told_beside_the_answers() -> None:
    """A later "unclear" beside answers is told, and a slot that is closed is not unclear."""
    answer = SlotAnswered(slot="who", value=SlotValue(text="Ales Bialiatski"))
    unclear = SlotDeclaredUnclear(slots=("who",))
    closed = SlotClosed(slot="who", value=SlotValue(text="123 people"))

    assert ("who",) == _told(CaveatKind.STILL_UNCLEAR, answer, unclear).values
    assert (3,) == _told(CaveatKind.STILL_UNCLEAR, answer, unclear).revisions
    assert [] == kinds(claim_of(unclear, answer))
    assert [] == kinds(claim_of(answer, unclear, closed))


def test_own_voice_is_told_while_nobody_else_says_so() -> None:
    """What reports state themselves, and nobody is named or described for, has no source."""
    own = voice("Example News"), FIRST

    assert ("Example News",) == _told(CaveatKind.OWN_VOICE, own).values
    assert CaveatKind.OWN_VOICE not in kinds(claim_of(own, REPORTED))


def test_what_the_desk_saw_is_not_without_a_source() -> None:
    """The desk's own witness is the source."""
    assert [] == kinds(claim_of(DESK_SAW))


def test_one_origin_names_it() -> None:
    """The outlet that unnamed sources told, or the name of the one who says so."""
    assert ("Reuters",) == _told(CaveatKind.ONE_ORIGIN, REPORTED).values
    assert (2,) == _told(CaveatKind.ONE_ORIGIN, REPORTED).revisions
    assert ("John Coale",) == _told(CaveatKind.ONE_ORIGIN, (asserts(ENVOY), WIRE)).values


def test_one_origin_may_have_no_name() -> None:
    """Words of an unnamed source in a report of an unknown outlet are of one origin, no more."""
    unknown = Report(url="https://somewhere.example/1")
    caveat = _told(CaveatKind.ONE_ORIGIN, (asserts(anonymous("a witness")), unknown))

    assert () == caveat.values
    assert "one origin" == str(caveat)


def test_proof_needs_no_second_origin() -> None:
    """What is proved by a document is not called a matter of one origin."""
    assert [] == kinds(claim_of(LIST_SUPPORTS))


def test_independence_not_shown_names_the_origins() -> None:
    """Two outlets that nothing links are not shown to be independent."""
    steps = REPORTED, (asserts(ENVOY), WIRE)
    caveat = _told(CaveatKind.INDEPENDENCE_NOT_SHOWN, *steps)

    assert ("Reuters", "John Coale") == caveat.values
    assert (2, 3) == caveat.revisions


def test_lineage_unknown_names_the_origins_that_are_lost() -> None:
    """An outlet that does not say how it knows may have it from anybody."""
    steps = REPORTED, (voice("Evening Post"), report("Evening Post"))
    caveat = _told(CaveatKind.LINEAGE_UNKNOWN, *steps)

    assert ("Evening Post",) == caveat.values
    assert (3,) == caveat.revisions


def test_shown_independence_is_no_caveat() -> None:
    """Two named first-hand sources who speak for different bodies need no caveat."""
    ada = asserts(person("Ada Kovač", affiliation="Families"), standing="witness")
    boris = asserts(person("Boris Lind", affiliation="Border Guard"), standing="witness")

    assert [] == kinds(claim_of((ada, WIRE), (boris, report("Evening Post"))))


def test_sources_not_named_is_told_of_several_origins() -> None:
    """Several origins, none of them with a name; one name among them is enough."""
    steps = REPORTED, (asserts(AFP_SOURCES), report("Evening Post"))
    caveat = _told(CaveatKind.SOURCES_NOT_NAMED, *steps)

    assert ("sources familiar with the matter", "Western officials") == caveat.values
    assert CaveatKind.SOURCES_NOT_NAMED not in kinds(claim_of(*steps, (asserts(ENVOY), WIRE)))


def test_the_same_description_in_two_reports_may_be_the_same() -> None:
    """Two records, one origin, and the reader is told."""
    again = asserts(SOURCES), report("Evening Post", relays=("Reuters",))
    caveat = _told(CaveatKind.MAY_BE_SAME, REPORTED, again)

    assert ("sources familiar with the matter",) == caveat.values
    assert (2, 3) == caveat.revisions
    assert CaveatKind.ONE_ORIGIN in kinds(claim_of(REPORTED, again))


def test_a_source_named_since_may_still_be_the_same() -> None:
    """Once one of two records has a name, the other may be that person, or not."""
    again = asserts(SOURCES), report("Evening Post", relays=("Reuters",))
    first = claim_of(REPORTED, again).evidence[0].source.id
    named = SourceNamed(source=first, name="Ada Kovač")
    caveat = _told(CaveatKind.MAY_BE_SAME, REPORTED, again, named)

    assert ("Ada Kovač", "sources familiar with the matter") == caveat.values
    assert [CaveatKind.ONE_ORIGIN, CaveatKind.MAY_BE_SAME] == kinds(
        claim_of(REPORTED, again, named)
    )


def test_hedged_gives_the_words_of_all_support() -> None:
    """Each wording once, as long as all support holds back."""
    could = asserts(SOURCES, hedges=["could consider"]), FIRST
    may = asserts(ENVOY, hedges=["may", "could consider"]), WIRE
    caveat = _told(CaveatKind.HEDGED, could, may)

    assert ("could consider", "may") == caveat.values
    assert (2, 3) == caveat.revisions
    assert CaveatKind.HEDGED not in kinds(claim_of(could, (asserts(EMBASSY), WIRE)))


def test_hedged_rests_on_those_who_hold_back() -> None:
    """An outlet that dropped the hedge on the way is not among them."""
    could = asserts(SOURCES, hedges=["could consider"]), FIRST
    dropped = voice("Evening Post"), report("Evening Post", relays=("Reuters",))

    assert (2,) == _told(CaveatKind.HEDGED, could, dropped).revisions


@pytest.mark.parametrize(
    ("update", "kind", "said"),
    [
        (denies(EMBASSY), CaveatKind.DENIED, "denied by Embassy of Belarus in Washington"),
        (
            contradicts(EMBASSY),
            CaveatKind.CONTRADICTED,
            "contradicted by Embassy of Belarus in Washington",
        ),
        (doubts(EMBASSY), CaveatKind.DOUBTED, "doubted by Embassy of Belarus in Washington"),
    ],
)
def test_who_speaks_against_it_is_named(update: EvidenceGiven, kind: CaveatKind, said: str) -> None:
    """Denied, contradicted and doubted are three things, each with its names."""
    assert said == str(_told(kind, (update, WIRE)))
    assert (2,) == _told(kind, (update, WIRE)).revisions


def test_several_who_deny_are_one_caveat() -> None:
    """One caveat for all that deny, in the order in which they did."""
    steps = EMBASSY_DENIES, (denies(WHITE_HOUSE), report("Evening Post"))

    assert ["denied by Embassy of Belarus in Washington and White House"] == caveats(
        claim_of(*steps)
    )


def test_observing_it_is_told_nowhere() -> None:
    """Whoever only mentions it is neither for nor against it."""
    assert [] == kinds(claim_of((observes(EMBASSY), WIRE)))


def test_a_source_that_left_its_side_changed_its_account() -> None:
    """Told of one that turned, and of one that backs off; not of one that repeats itself."""
    later = report("Example Wire", 9)

    for turn in (denies, contradicts, doubts, observes):
        caveat = _told(CaveatKind.CHANGED_ACCOUNT, (asserts(ENVOY), WIRE), (turn(ENVOY), later))

        assert ("John Coale",) == caveat.values
        assert (3,) == caveat.revisions
    assert CaveatKind.CHANGED_ACCOUNT not in kinds(claim_of(REPORTED, ENVOY_CONFIRMS))
    assert CaveatKind.CHANGED_ACCOUNT not in kinds(
        claim_of((doubts(ENVOY), WIRE), (asserts(ENVOY), later))
    )


def test_a_figure_that_fell_is_told_and_one_that_rose_is_not() -> None:
    """A fall is a revision; a rise, and figures of one moment, are not."""
    fall: tuple[Step, ...] = (_figure(100), (_figure(52), None, "miscounted"))

    assert ("how_many",) == _told(CaveatKind.FIGURE_FELL, *fall).values
    assert (3,) == _told(CaveatKind.FIGURE_FELL, *fall).revisions
    assert [] == kinds(claim_of(_figure(52), _figure(100)))


def test_figures_for_one_moment_that_differ_are_incompatible() -> None:
    """Two figures for one day cannot both hold, whichever came first."""
    clash = _figure(52, "2025-12-13"), _figure(123, "2025-12-13")

    assert ("how_many",) == _told(CaveatKind.FIGURES_INCOMPATIBLE, *clash).values
    assert (2, 3) == _told(CaveatKind.FIGURES_INCOMPATIBLE, *clash).revisions
    assert [CaveatKind.FIGURES_INCOMPATIBLE] == kinds(claim_of(*reversed(clash)))


def test_a_contradicting_claim_is_told_and_moves_nothing() -> None:
    """A link that contradicts flags, whichever end it is, and leaves status and grade alone."""
    for inverse in (False, True):
        linked = _linked(LinkKind.CONTRADICTS, "no-talks", inverse=inverse)
        claim = claim_of(REPORTED, linked)

        assert ("no-talks",) == _told(CaveatKind.CONTRADICTED_BY_CLAIM, REPORTED, linked).values
        assert "reported F3" == verdict(claim)


def test_superseded_by_is_told_at_the_far_end_alone() -> None:
    """The claim that was superseded says by which; the newer one says nothing."""
    far = _linked(LinkKind.SUPERSEDES, "freed-123", inverse=True)

    assert ("freed-123",) == _told(CaveatKind.SUPERSEDED_BY, far).values
    assert [] == kinds(claim_of(_linked(LinkKind.SUPERSEDES, "freed-123")))


def test_flags_tell_what_fell() -> None:
    """A claim it depends on, and a claim that took its place, are told apart."""
    leaning = _told(CaveatKind.DEPENDS_ON_FALLEN, _fell(LinkKind.DEPENDS_ON, "envoy-named"))
    orphaned = _told(CaveatKind.SUPERSEDER_FELL, _fell(LinkKind.SUPERSEDES, "freed-123"))

    assert ("envoy-named",) == leaning.values
    assert ("freed-123",) == orphaned.values
    assert (2,) == leaning.revisions


@pytest.mark.parametrize(
    "kind", [LinkKind.REFINES, LinkKind.PART_OF, LinkKind.DUPLICATES, LinkKind.DEPENDS_ON]
)
def test_other_links_are_no_caveats(kind: LinkKind) -> None:
    """A link that takes nothing away from a claim is not told beside its grade, at either end."""
    for inverse in (False, True):
        assert [] == kinds(claim_of(_linked(kind, "envoy-named", inverse=inverse)))


def test_ruling_predates_evidence_names_the_tables_verdict() -> None:
    """What the evidence would give stands beside the ruling."""
    steps: tuple[Step, ...] = (REPORTED, Ruled(status=Status.CONFIRMED), EMBASSY_DENIES)
    caveat = _told(CaveatKind.RULING_PREDATES_EVIDENCE, *steps)

    assert ("disputed",) == caveat.values
    assert (4,) == caveat.revisions


def test_confidence_set_names_what_the_rules_would_give() -> None:
    """The credibility of the rules stands beside the desk's."""
    caveat = _told(CaveatKind.CONFIDENCE_SET, REPORTED, ConfidenceSet(credibility=Credibility(2)))

    assert ("3",) == caveat.values
    assert (3,) == caveat.revisions


def test_a_response_names_outcome_and_party() -> None:
    """One caveat for a request, with the entry that gave the last word."""
    asked = answered(WHITE_HOUSE, Outcome.PENDING), answered(WHITE_HOUSE, Outcome.DECLINED)
    caveat = _told(CaveatKind.RESPONSE, *asked)

    assert ("declined", "White House") == caveat.values
    assert (3,) == caveat.revisions


def test_the_same_outcome_of_two_requests_is_told_once() -> None:
    """Who declined to talk to two outlets declined; both entries are named."""
    twice = (
        answered(WHITE_HOUSE, Outcome.DECLINED),
        answered(WHITE_HOUSE, Outcome.DECLINED, asked_by="AFP"),
    )

    assert (2, 3) == _told(CaveatKind.RESPONSE, *twice).revisions


def test_a_party_is_told_by_what_it_said() -> None:
    """Who spoke on the claim is not told as having declined; nor is a request withdrawn."""
    declined = answered(EMBASSY, Outcome.DECLINED)
    withdrawn = answered(WHITE_HOUSE, Outcome.WITHDRAWN)

    assert [CaveatKind.DENIED] == kinds(claim_of(declined, withdrawn, EMBASSY_DENIES))
    assert [CaveatKind.RESPONSE] == kinds(
        claim_of(declined, withdrawn, EMBASSY_DENIES, taken_back(4))
    )


def test_a_party_that_spoke_off_the_record_is_told_by_its_answer() -> None:
    """What may not be used hides nothing that may."""
    declined = answered(EMBASSY, Outcome.DECLINED)
    off_record = denies(EMBASSY, terms="off_record"), WIRE

    assert [CaveatKind.RESPONSE] == kinds(claim_of(declined, off_record))


def test_what_is_off_the_record_is_told_nowhere() -> None:
    """No caveat names a source for what it said off the record, or for changing its account."""
    turned = denies(ENVOY, terms="off_record"), report("Example Wire", 9)

    assert [CaveatKind.ONE_ORIGIN] == kinds(claim_of((asserts(ENVOY), WIRE), turned))


# Order --------------------------------------------------------------------------------------------


def test_caveats_come_in_the_order_in_which_a_desk_tells_them() -> None:
    """Questions, origins, hedges, opponents, answers, other claims, responses, the desk's own."""
    later = report("Example Wire", 9)
    claim = claim_of(
        Ruled(status=Status.CONFIRMED),
        ConfidenceSet(credibility=Credibility(2)),
        (answered(WHITE_HOUSE, Outcome.DECLINED), WIRE),
        _fell(LinkKind.DEPENDS_ON, "envoy-named"),
        _linked(LinkKind.SUPERSEDES, "freed-123", inverse=True),
        _linked(LinkKind.CONTRADICTS, "no-talks"),
        _figure(100, "2025-12-01"),
        (_figure(52, "2025-12-02"), None, "miscounted"),
        _figure(123, "2025-12-02"),
        SlotDeclaredUnclear(slots=("how_many", "who")),
        (doubts(ENVOY), WIRE),
        (contradicts(LIST), WIRE),
        (asserts(EMBASSY), WIRE),
        (denies(EMBASSY), later),
        (asserts(AFP_SOURCES, hedges=["could"]), report("Evening Post")),
        (asserts(SOURCES, hedges=["could"]), FIRST),
        (asserts(SOURCES, hedges=["could"]), report("Evening Post", relays=("Reuters",))),
    )

    assert [
        CaveatKind.UNCLEAR,
        CaveatKind.INDEPENDENCE_NOT_SHOWN,
        CaveatKind.SOURCES_NOT_NAMED,
        CaveatKind.MAY_BE_SAME,
        CaveatKind.HEDGED,
        CaveatKind.DENIED,
        CaveatKind.CONTRADICTED,
        CaveatKind.DOUBTED,
        CaveatKind.CHANGED_ACCOUNT,
        CaveatKind.STILL_UNCLEAR,
        CaveatKind.FIGURE_FELL,
        CaveatKind.FIGURES_INCOMPATIBLE,
        CaveatKind.CONTRADICTED_BY_CLAIM,
        CaveatKind.SUPERSEDED_BY,
        CaveatKind.DEPENDS_ON_FALLEN,
        CaveatKind.RESPONSE,
        CaveatKind.RULING_PREDATES_EVIDENCE,
        CaveatKind.CONFIDENCE_SET,
    ] == kinds(claim)


def test_lineage_unknown_takes_the_place_of_independence_not_shown() -> None:
    """Where one lineage is lost, that is what is told."""
    own = voice("Evening Post", Stance.CONFIRMS), report("Evening Post")

    assert [CaveatKind.LINEAGE_UNKNOWN] == kinds(claim_of((asserts(ENVOY), WIRE), own))
