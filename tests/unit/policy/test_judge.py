"""The judge: rulings, what the desk sets itself, and what every rule found."""

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.confidence import CaveatKind, Credibility
from claimtrack.model.evidence import Evidence
from claimtrack.model.judgement import Finding, Met
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.source import Reliability, anonymous, outlet, person
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ConfidenceSet,
    EvidenceGiven,
    Linked,
    Noted,
    Ruled,
    RulingLifted,
    SlotDeclaredUnclear,
    SourceRated,
    TakenBackBy,
)
from claimtrack.policy import NEWSROOM, Policy
from tests.cases import (
    AUTHORITY_DENIES,
    DESK_SAW,
    EMBASSY,
    EMBASSY_DENIES,
    ENVOY,
    ENVOY_CONFIRMS,
    FIRST,
    LIST_SUPPORTS,
    REPORTED,
    SOURCES,
    WIRE,
    Step,
    asserts,
    claim_of,
    denies,
    findings,
    kinds,
    report,
    taken_back,
    verdict,
)

PREDATES = CaveatKind.RULING_PREDATES_EVIDENCE
OTHERS = asserts(anonymous("Western officials", told="AFP")), report("Evening Post", 4)


def _ruled(status: Status) -> Ruled:
    return Ruled(status=status)


def _outdated(*steps: Step) -> tuple[int, ...]:
    """Find the entries that a ruling predates, the same in the finding and in the caveat."""
    claim = claim_of(*steps)
    told = [one.revisions for one in claim.confidence.caveats if one.kind is PREDATES]
    found = findings(claim).get("ruling predates evidence")
    assert [] == told if found is None else [found.revisions] == told
    return () if found is None else found.revisions


# A policy -----------------------------------------------------------------------------------------


def test_a_policy_without_rules_is_refused() -> None:
    """A policy that asks for nothing is a mistake, not a choice."""
    with pytest.raises(InvalidValueError, match=r"policy\.rules must not be empty"):
        Policy(name="anything-goes", version=1, rules=())


def test_a_judgement_names_its_policy() -> None:
    """The stamp says by which policy, in which version, it was judged."""
    judgement = claim_of(REPORTED).judgement

    assert ("newsroom", 1) == (judgement.policy, judgement.version)


def test_the_newsroom_table_has_the_rows_of_the_design() -> None:
    """Eleven rows below the ruling, each with a name of its own and a status of the table."""
    assert [
        Status.DISPUTED,
        Status.REFUTED,
        Status.CONFIRMED,
        Status.DISPUTED,
        Status.CONFIRMED,
        Status.SUPERSEDED,
        Status.RETRACTED,
        Status.CORROBORATED,
        Status.DISPUTED,
        Status.REPORTED,
        Status.UNVERIFIED,
    ] == [rule.status for rule in NEWSROOM.rules]
    assert 11 == len({rule.name for rule in NEWSROOM.rules})


def test_the_first_rule_that_applies_decides() -> None:
    """The same rules in another order judge otherwise."""
    upside_down = Policy(name="upside-down", version=1, rules=tuple(reversed(NEWSROOM.rules)))

    steps = REPORTED, EMBASSY_DENIES

    assert Status.DISPUTED == claim_of(*steps).status
    assert Status.REPORTED == claim_of(*steps, policy=upside_down).status


def test_the_last_rule_applies_where_no_other_does() -> None:
    """A table whose rules all fail gives the status of its last."""
    strict = Policy(name="strict", version=1, rules=NEWSROOM.rules[:1])

    assert "disputed F6" == verdict(claim_of(REPORTED, policy=strict))


def test_where_no_row_below_has_a_credibility_it_cannot_be_judged() -> None:
    """A table that ends with a row that gives none leaves it at 6."""
    superseded = next(one for one in NEWSROOM.rules if one.status is Status.SUPERSEDED)
    bare = Policy(name="bare", version=1, rules=(superseded,))

    assert "superseded F6" == verdict(claim_of(REPORTED, policy=bare))


# Reliability --------------------------------------------------------------------------------------


def test_reliability_is_the_best_of_those_who_support_it() -> None:
    """Of the support the best rating, of an opponent's none."""
    rated = attrs.evolve(ENVOY, reliability="C")
    trusted = attrs.evolve(EMBASSY, reliability="A")
    claim = claim_of(REPORTED, (asserts(rated), WIRE), (denies(trusted), WIRE))

    assert Reliability.C == claim.confidence.reliability


def test_without_support_it_is_the_best_of_those_who_contradict() -> None:
    """Where only opponents speak their rating counts; where nobody does it is F."""
    trusted = attrs.evolve(EMBASSY, reliability="B")

    assert Reliability.B == claim_of((denies(trusted), WIRE)).confidence.reliability
    assert Reliability.F == claim_of().confidence.reliability


def test_rating_a_source_moves_the_grade() -> None:
    """A later rating counts for what the source said before."""
    source = claim_of(REPORTED).evidence[0].source.id
    rated = SourceRated(source=source, reliability="B")

    assert "reported B3" == verdict(claim_of(REPORTED, rated))


def test_of_several_ratings_the_best_counts() -> None:
    """Neither the first nor the last: the best."""
    ratings = [attrs.evolve(person(f"Witness {one}"), reliability=one) for one in "DBE"]
    claim = claim_of(*((asserts(one), WIRE) for one in ratings))

    assert Reliability.B == claim.confidence.reliability


def test_an_outlet_lends_its_good_name_to_nobody_whom_it_relays() -> None:
    """Its rating counts for what it reports itself, not for what it passes on."""
    known = attrs.evolve(outlet("Evening Post"), reliability="A")
    own = EvidenceGiven(evidence=Evidence(source=known, own_voice=True))
    relaying = report("Evening Post", 4, relays=("Reuters",))

    assert "reported A3" == verdict(claim_of(REPORTED, (own, report("Evening Post", 4))))
    assert "reported A3" == verdict(claim_of(REPORTED, own))
    assert "reported F3" == verdict(claim_of(REPORTED, (own, relaying)))


# Rulings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.LAPSED])
def test_any_status_can_be_ruled(status: Status) -> None:
    """The desk may rule whatever it holds; what the table would give is kept as credibility."""
    assert f"{status} F3" == verdict(claim_of(REPORTED, _ruled(status)))


def test_the_later_ruling_is_in_force() -> None:
    """A new ruling takes the place of the one before."""
    claim = claim_of(REPORTED, _ruled(Status.CONFIRMED), _ruled(Status.REFUTED))

    assert Status.REFUTED == claim.status
    assert (4,) == findings(claim)["ruling"].revisions


def test_a_ruling_lifted_leaves_the_table() -> None:
    """Once it is lifted the table decides again, the credibility included."""
    ruled = Ruled(status=Status.CONFIRMED, credibility=Credibility.CONFIRMED)

    assert "confirmed F1" == verdict(claim_of(REPORTED, ruled))
    assert "reported F3" == verdict(claim_of(REPORTED, ruled, RulingLifted()))


def test_evidence_after_a_ruling_leaves_the_status() -> None:
    """Evidence that would judge otherwise moves nothing; it is found and told."""
    steps: tuple[Step, ...] = (REPORTED, _ruled(Status.CONFIRMED), EMBASSY_DENIES)

    assert "confirmed F3" == verdict(claim_of(*steps))
    assert (4,) == _outdated(*steps)


def test_evidence_before_a_ruling_is_what_it_rests_on() -> None:
    """What the desk knew when it ruled does not call the ruling into question."""
    assert () == _outdated(REPORTED, EMBASSY_DENIES, _ruled(Status.CONFIRMED))


def test_a_ruling_that_the_table_shares_predates_nothing() -> None:
    """Where the evidence came to say the same, there is nothing to tell."""
    assert () == _outdated(REPORTED, _ruled(Status.DISPUTED), EMBASSY_DENIES)


def test_more_of_the_same_does_not_question_a_ruling() -> None:
    """Support after a ruling for it, or contradiction after one against it, agrees with it."""
    assert () == _outdated(REPORTED, _ruled(Status.CONFIRMED), OTHERS)
    assert () == _outdated(REPORTED, _ruled(Status.REFUTED), EMBASSY_DENIES)


@pytest.mark.parametrize(
    "against", [Status.REFUTED, Status.RETRACTED, Status.SUPERSEDED, Status.LAPSED]
)
def test_support_questions_a_ruling_against(against: Status) -> None:
    """New support stands against a ruling that it does not hold, or no longer."""
    assert (4,) == _outdated(REPORTED, _ruled(against), OTHERS)


@pytest.mark.parametrize("against", [Status.RETRACTED, Status.SUPERSEDED, Status.LAPSED])
def test_a_refutation_questions_a_milder_ruling(against: Status) -> None:
    """Strong contradiction judges otherwise than retracted, superseded or lapsed."""
    assert (4,) == _outdated(REPORTED, _ruled(against), AUTHORITY_DENIES)
    assert () == _outdated(REPORTED, _ruled(Status.REFUTED), AUTHORITY_DENIES)


@pytest.mark.parametrize("undecided", [Status.UNVERIFIED, Status.DISPUTED])
def test_anything_questions_a_ruling_that_leaves_it_open(undecided: Status) -> None:
    """Evidence on either side may settle what the desk left open."""
    assert (3,) == _outdated(_ruled(undecided), REPORTED)
    assert (3,) == _outdated(_ruled(undecided), AUTHORITY_DENIES)


def test_surer_support_questions_a_cautious_ruling() -> None:
    """A desk that held back is told when proof comes; not when only more of the same does."""
    assert (4,) == _outdated(REPORTED, _ruled(Status.REPORTED), LIST_SUPPORTS)
    assert (4,) == _outdated(REPORTED, _ruled(Status.CORROBORATED), DESK_SAW)
    assert () == _outdated(REPORTED, _ruled(Status.CORROBORATED), OTHERS)


def test_support_that_is_withdrawn_questions_a_ruling_for_it() -> None:
    """By its source, its outlet or the desk, while more of it stands or not."""
    ruled: tuple[Step, ...] = (REPORTED, OTHERS, _ruled(Status.CONFIRMED))

    for by in (TakenBackBy.SOURCE, TakenBackBy.OUTLET, TakenBackBy.DESK):
        assert (5,) == _outdated(*ruled, taken_back(2, by))
    assert () == _outdated(REPORTED, taken_back(2), _ruled(Status.CONFIRMED))
    assert () == _outdated(REPORTED, _ruled(Status.REFUTED), taken_back(2))


def test_contradiction_that_is_withdrawn_questions_a_ruling_against() -> None:
    """The same for what stood against it, and for a ruling that leaves it open."""
    for status in (Status.REFUTED, Status.DISPUTED):
        assert (4,) == _outdated(AUTHORITY_DENIES, _ruled(status), taken_back(2))
    assert () == _outdated(EMBASSY_DENIES, _ruled(Status.CONFIRMED), taken_back(2))
    assert () == _outdated(REPORTED, EMBASSY_DENIES, _ruled(Status.CONFIRMED), taken_back(3))


def test_a_slip_questions_a_ruling_once_nothing_is_left() -> None:
    """What the desk undoes it may give again; once all of one side is gone it must look."""
    slips = tuple(taken_back(given, TakenBackBy.ENTRY_ERROR) for given in (2, 3))
    ruled_for: tuple[Step, ...] = (REPORTED, OTHERS, _ruled(Status.CONFIRMED))
    ruled_against: tuple[Step, ...] = (EMBASSY_DENIES, AUTHORITY_DENIES, _ruled(Status.REFUTED))

    for ruled in (ruled_for, ruled_against):
        assert () == _outdated(*ruled, slips[1])
        assert (5, 6) == _outdated(*ruled, *slips)


def test_what_is_off_the_record_questions_no_ruling() -> None:
    """What may not be used is not told, be it given or taken back."""
    off_record = denies(EMBASSY, terms="off_record"), WIRE

    assert () == _outdated(REPORTED, _ruled(Status.CONFIRMED), off_record)
    assert () == _outdated(off_record, _ruled(Status.REFUTED), taken_back(2))


# What the desk sets itself ------------------------------------------------------------------------


def test_confidence_set_replaces_the_credibility_and_never_the_status() -> None:
    """The desk's credibility stands over the table's and a ruling's; the status stays."""
    chosen = ConfidenceSet(credibility=Credibility.PROBABLY_TRUE)
    ruled = Ruled(status=Status.CONFIRMED, credibility=Credibility.CONFIRMED)

    assert "reported F2" == verdict(claim_of(REPORTED, chosen))
    assert "confirmed F2" == verdict(claim_of(REPORTED, ruled, chosen))


def test_confidence_set_stays_while_the_evidence_moves_on() -> None:
    """The status follows the evidence, the credibility stays as set, and the caveat keeps pace."""
    chosen = ConfidenceSet(credibility=Credibility.PROBABLY_TRUE)
    claim = claim_of(REPORTED, chosen, AUTHORITY_DENIES)
    (caveat,) = (one for one in claim.confidence.caveats if one.kind is CaveatKind.CONFIDENCE_SET)

    assert "refuted F2" == verdict(claim)
    assert ("5",) == caveat.values


def test_confidence_is_left_to_the_policy_again() -> None:
    """Setting nothing undoes what was set."""
    steps: tuple[Step, ...] = (ConfidenceSet(credibility=1), ConfidenceSet(credibility=None))
    claim = claim_of(REPORTED, *steps)

    assert "reported F3" == verdict(claim)
    assert CaveatKind.CONFIDENCE_SET not in kinds(claim)
    assert "confidence set" not in findings(claim)


def test_the_finding_says_that_the_desk_set_the_confidence() -> None:
    """It names the entry and says in whose place it stands."""
    found = findings(claim_of(REPORTED, ConfidenceSet(credibility=2)))["confidence set"]

    assert (
        Finding(
            rule="confidence set",
            requirement="credibility set by the desk in place of the rules'",
            met=Met.YES,
            revisions=(3,),
        )
        == found
    )


# Findings -----------------------------------------------------------------------------------------


def test_every_rule_yields_a_finding_in_the_order_of_the_table() -> None:
    """The ruling first, then each row, whatever it found."""
    found = NEWSROOM.judge(claim_of(REPORTED)).findings

    assert ["ruling", *(rule.name for rule in NEWSROOM.rules)] == [one.rule for one in found]


def test_what_decides_is_met_what_stands_above_is_not_what_lies_below_is_moot() -> None:
    """Rows above ask for what is missing; rows below that would apply are settled already."""
    met = {name: one.met for name, one in findings(claim_of(REPORTED, EMBASSY_DENIES)).items()}

    assert {
        "ruling": Met.NO,
        "strong on both sides": Met.NO,
        "strong contradiction": Met.NO,
        "witness or document": Met.NO,
        "strong word denied": Met.NO,
        "strong word": Met.NO,
        "superseded": Met.NO,
        "taken back": Met.NO,
        "independent origins": Met.NO,
        "plain on both sides": Met.YES,
        "plain support": Met.MOOT,
        "nothing usable": Met.NO,
    } == met


@pytest.mark.parametrize("name", [rule.name for rule in NEWSROOM.rules])
def test_a_finding_says_what_would_meet_it_or_on_what_it_rests(name: str) -> None:
    """What is not met says what would meet it, what is met says nothing more than its entries."""
    for claim in (claim_of(), claim_of(REPORTED, ENVOY_CONFIRMS, EMBASSY_DENIES, DESK_SAW)):
        found = findings(claim)[name]

        assert "" != found.requirement
        assert ("" == found.would_meet) is (found.met is not Met.NO)
        assert () == found.revisions or found.met is not Met.NO


@pytest.mark.parametrize(
    ("name", "steps", "revisions"),
    [
        ("strong on both sides", (REPORTED, LIST_SUPPORTS, AUTHORITY_DENIES), (3, 4)),
        ("strong contradiction", (REPORTED, AUTHORITY_DENIES), (3,)),
        ("witness or document", (REPORTED, LIST_SUPPORTS), (3,)),
        ("strong word denied", (REPORTED, ENVOY_CONFIRMS, EMBASSY_DENIES), (3, 4)),
        ("strong word", (REPORTED, ENVOY_CONFIRMS), (3,)),
        (
            "superseded",
            (
                REPORTED,
                Linked(link=Link(kind=LinkKind.SUPERSEDES, other="freed-123", inverse=True)),
            ),
            (3,),
        ),
        ("taken back", (REPORTED, taken_back(2)), (2,)),
        (
            "independent origins",
            (
                (asserts(person("Ada Kovač"), standing="witness"), WIRE),
                (asserts(person("Boris Lind"), standing="witness"), WIRE),
            ),
            (2, 3),
        ),
        ("plain on both sides", (REPORTED, EMBASSY_DENIES), (2, 3)),
        ("plain support", (REPORTED, SlotDeclaredUnclear(slots=("who",)), OTHERS), (2, 4)),
        ("nothing usable", (EMBASSY_DENIES,), (2,)),
    ],
)
def test_what_decides_names_the_entries_that_it_rests_on(
    name: str, steps: tuple[Step, ...], revisions: tuple[int, ...]
) -> None:
    """Each row of the table names the entries that meet it."""
    found = findings(claim_of(*steps))[name]

    assert Met.YES == found.met
    assert revisions == found.revisions


def test_a_ruling_in_force_is_found_with_its_entry() -> None:
    """The desk's own row is met, and the row of the table shows what it stands over."""
    found = findings(claim_of(REPORTED, _ruled(Status.CONFIRMED)))

    assert (Met.YES, (3,), "") == (
        found["ruling"].met,
        found["ruling"].revisions,
        found["ruling"].would_meet,
    )
    assert Met.YES == found["plain support"].met


def test_the_finding_of_an_outdated_ruling_says_what_would_mend_it() -> None:
    """It is not met, names the evidence, and says that a new ruling is due."""
    steps: tuple[Step, ...] = (REPORTED, _ruled(Status.CONFIRMED), EMBASSY_DENIES)
    found = findings(claim_of(*steps))["ruling predates evidence"]

    assert Met.NO == found.met
    assert "no later evidence that would judge otherwise" == found.requirement
    assert "a new ruling, or lifting this one" == found.would_meet


def test_the_stamp_goes_without_findings() -> None:
    """They are worked out for whoever asks, and are no part of what makes judgements equal."""
    claim = claim_of(REPORTED)
    explained = NEWSROOM.judge(claim)

    assert () == claim.judgement.findings
    assert () != explained.findings
    assert claim.judgement == explained


# One entry at a time ------------------------------------------------------------------------------


def test_an_entry_that_weighs_nothing_keeps_the_stamp() -> None:
    """A note moves nothing, and its stamp is that of the entry before."""
    before = claim_of(REPORTED, EMBASSY_DENIES)

    assert before.judgement == claim_of(REPORTED, EMBASSY_DENIES, Noted(text="call them")).judgement


def test_a_stamp_of_another_policy_is_not_taken_over() -> None:
    """Judging again under a new policy, or a new version, judges anew, though nothing changed."""
    before = claim_of(REPORTED)
    after = before.with_(revision=3)
    strict = Policy(name="strict", version=1, rules=NEWSROOM.rules[:1])

    for policy in (attrs.evolve(NEWSROOM, version=2), strict):
        assert policy.judge(after) == policy.judge(after, findings=False, before=before)


def test_findings_are_worked_out_also_from_the_entry_before() -> None:
    """Whoever asks for findings gets them."""
    before = claim_of(REPORTED)

    assert NEWSROOM.judge(before).findings == NEWSROOM.judge(before, before=before).findings
    assert () != NEWSROOM.judge(before).findings


def test_what_is_told_of_slots_keeps_its_place_when_told_again() -> None:
    """A judgement built on the one before is the same, caveat by caveat, as one from nothing."""
    steps: tuple[Step, ...] = (
        (asserts(SOURCES, hedges=["could"]), FIRST),
        EMBASSY_DENIES,
        ConfidenceSet(credibility=2),
        SlotDeclaredUnclear(slots=("who",)),
        SlotDeclaredUnclear(slots=("when",)),
    )
    claim = claim_of(*steps)

    assert NEWSROOM.judge(claim) == claim.judgement
