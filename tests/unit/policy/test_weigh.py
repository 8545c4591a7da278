"""Weighing: what counts at all, and what of it is strong."""

import pytest

from claimtrack.model.evidence import Stance
from claimtrack.model.report import Report
from claimtrack.model.source import anonymous, office, outlet, person
from claimtrack.model.updates import EvidenceGiven, TakenBackBy
from claimtrack.policy.weigh import Case, weigh
from tests.cases import (
    AUTHORITY_CONFIRMS,
    EMBASSY,
    ENVOY,
    ENVOY_CONFIRMS,
    FIRST,
    LIST,
    OBSERVERS,
    OURS,
    REPORTED,
    SOURCES,
    WIRE,
    Step,
    asserts,
    claim_of,
    confirms,
    contradicts,
    denies,
    doubts,
    observes,
    report,
    taken_back,
    voice,
)

LATER = report("Example Wire", 9)


def _weighed(*steps: Step) -> Case:
    return weigh(claim_of(*steps))


def _sides(*steps: Step) -> tuple[int, int, int, int, int]:
    """Count what is proof, strong word, plain support, strong contradiction, plain objection."""
    case = _weighed(*steps)
    return (
        len(case.proofs),
        len(case.words),
        len(case.plain),
        len(case.rebuttals),
        len(case.objections),
    )


PROOF = (1, 0, 0, 0, 0)
WORD = (0, 1, 0, 0, 0)
PLAIN = (0, 0, 1, 0, 0)
REBUTTAL = (0, 0, 0, 1, 0)
OBJECTION = (0, 0, 0, 0, 1)
NOTHING = (0, 0, 0, 0, 0)


# What counts --------------------------------------------------------------------------------------


def test_support_and_contradiction_are_told_by_the_stance() -> None:
    """Asserting and confirming support, denying and contradicting oppose."""
    assert PLAIN == _sides((asserts(EMBASSY), LATER))
    assert PLAIN == _sides((confirms(EMBASSY), LATER))
    assert OBJECTION == _sides((denies(EMBASSY), LATER))
    assert OBJECTION == _sides((contradicts(EMBASSY), LATER))


def test_doubts_and_observations_weigh_nothing() -> None:
    """Whoever doubts or only mentions it is on neither side, an authority included."""
    for stance in (doubts, observes):
        neutral = stance(OBSERVERS, standing="authority", interested="no")

        assert NOTHING == _sides((neutral, LATER))


def test_doubts_are_kept_to_be_told_and_observations_are_not() -> None:
    """A doubt is no weight but is told beside the grade."""
    case = _weighed((doubts(EMBASSY), LATER), (observes(OBSERVERS), LATER))

    assert [EMBASSY.name] == [one.source.name for one in case.doubts]


def test_what_was_taken_back_counts_no_more() -> None:
    """Evidence that was taken back is on neither side, whoever took it back."""
    for by in TakenBackBy:
        assert NOTHING == _sides(REPORTED, taken_back(2, by))


def test_what_is_off_the_record_never_counts() -> None:
    """Off the record: on neither side, not even as the first to say what an actor admits."""
    off_record = asserts(OBSERVERS, terms="off_record"), WIRE

    assert NOTHING == _sides(off_record)
    assert PLAIN == _sides(off_record, ENVOY_CONFIRMS)


def test_what_is_off_the_record_leaves_the_word_on_the_record_standing() -> None:
    """A later word off the record does not take the place of what may be used."""
    on_record = confirms(OBSERVERS, standing="authority", interested="no"), WIRE
    off_record = denies(OBSERVERS, terms="off_record"), LATER

    assert WORD == _sides(on_record, off_record)


def test_of_one_source_only_the_latest_stance_counts() -> None:
    """A source that turned is on the side that it turned to, alone."""
    assert OBJECTION == _sides((asserts(ENVOY), WIRE), (denies(ENVOY), LATER))


# The desk's own witness ---------------------------------------------------------------------------


def test_what_the_desk_saw_is_proof() -> None:
    """Its own voice, or a reporter of its own, in a report of its own, of what was seen."""
    reporter = person("Mo Brandt", affiliation=OURS.outlet)

    assert PROOF == _sides((voice(OURS.outlet, basis="witnessed"), OURS))
    assert PROOF == _sides((asserts(reporter, basis="witnessed"), OURS))
    assert REBUTTAL == _sides((voice(OURS.outlet, Stance.CONTRADICTS, basis="witnessed"), OURS))


def test_what_the_desk_heard_is_plain() -> None:
    """A report of the desk's own is no proof of what it was told, or does not say how it knows."""
    assert PLAIN == _sides((voice(OURS.outlet, basis="told"), OURS))
    assert PLAIN == _sides((voice(OURS.outlet), OURS))


def test_what_another_outlet_saw_is_plain() -> None:
    """Another outlet's witness is not the desk's."""
    assert PLAIN == _sides((voice("Example Wire", basis="witnessed"), WIRE))


def test_somebody_whom_the_desk_quotes_is_not_its_witness() -> None:
    """A passer-by in the desk's own report is plain, and a party that denies there refutes not."""
    assert PLAIN == _sides((asserts(person("A Passer-by"), basis="witnessed"), OURS))
    assert OBJECTION == _sides((denies(EMBASSY, standing="actor", basis="witnessed"), OURS))


def test_a_reporter_of_an_unnamed_outlet_is_not_taken_for_the_desk() -> None:
    """An outlet without a name is nobody's affiliation."""
    unnamed = Report(url="https://desk.example/1", ours=True)

    assert PLAIN == _sides((asserts(person("A Passer-by"), basis="witnessed"), unnamed))


def test_what_the_desk_seems_to_have_seen_is_plain() -> None:
    """Hedged support is never strong, the desk's own included; nor what reached it by others."""
    hedged = voice(OURS.outlet, basis="witnessed", hedges=["appeared to"])
    relayed = voice(OURS.outlet, basis="witnessed", relayed_by=["a neighbour"])

    assert PLAIN == _sides((hedged, OURS))
    assert PLAIN == _sides((relayed, OURS))


# Documents ----------------------------------------------------------------------------------------


def test_an_authenticated_document_is_proof() -> None:
    """A document counts as strong once an entry says how it was shown to be genuine."""
    genuine = asserts(LIST, authentication="two archivists know the signature")
    otherwise = contradicts(LIST, authentication="two archivists know the signature")

    assert PROOF == _sides((genuine, LATER))
    assert REBUTTAL == _sides((otherwise, LATER))


def test_a_leaked_paper_is_plain() -> None:
    """A document that nothing shows to be genuine is plain, in any report."""
    assert PLAIN == _sides((asserts(LIST, basis="document"), LATER))
    assert PLAIN == _sides((asserts(LIST, basis="document"), OURS))


def test_a_document_that_holds_back_is_plain() -> None:
    """A genuine draft that says "could" is hedged, and so not strong."""
    draft = asserts(LIST, authentication="the ministry published it", hedges=["could"])

    assert PLAIN == _sides((draft, LATER))


# Authorities --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "strong",
    [
        asserts(OBSERVERS, standing="authority", interested="no"),
        confirms(OBSERVERS, standing="authority", interested="no"),
        confirms(OBSERVERS, standing="authority", interested="no", terms="on_record"),
    ],
)
def test_a_disinterested_authority_on_the_record_is_strong(strong: EvidenceGiven) -> None:
    """An authority that gains nothing, by name, on the record, unhedged: a strong word."""
    assert WORD == _sides((strong, LATER))


def test_a_disinterested_authority_refutes() -> None:
    """The same authority against it is strong contradiction."""
    for stance in (denies, contradicts):
        against = stance(OBSERVERS, standing="authority", interested="no")

        assert REBUTTAL == _sides((against, LATER))


@pytest.mark.parametrize(
    "plain",
    [
        pytest.param(
            confirms(OBSERVERS, standing="authority", interested="yes"),
            id="gains by it",
        ),
        pytest.param(confirms(OBSERVERS, standing="authority"), id="nobody said what it gains"),
        pytest.param(
            asserts(OBSERVERS, standing="authority", interested="yes"), id="self-serving assertion"
        ),
        pytest.param(
            confirms(OBSERVERS, standing="authority", interested="no", hedges=["probably"]),
            id="hedged",
        ),
        pytest.param(
            confirms(OBSERVERS, standing="authority", interested="no", terms="background"),
            id="on background",
        ),
        pytest.param(
            confirms(OBSERVERS, standing="authority", interested="no", terms="deep_background"),
            id="on deep background",
        ),
        pytest.param(
            confirms(anonymous("an observer"), standing="authority", interested="no"), id="unnamed"
        ),
        pytest.param(
            confirms(
                anonymous("an observer"), standing="authority", interested="no", terms="on_record"
            ),
            id="on the record without a name",
        ),
        pytest.param(
            confirms(OBSERVERS, standing="authority", interested="no", relayed_by=["the mayor"]),
            id="in the words of another",
        ),
        pytest.param(confirms(OBSERVERS, standing="outsider", interested="no"), id="outsider"),
        pytest.param(confirms(OBSERVERS, standing="witness", interested="no"), id="witness"),
        pytest.param(confirms(OBSERVERS, interested="no"), id="nobody said what it is"),
    ],
)
def test_an_authority_that_lacks_anything_is_plain(plain: EvidenceGiven) -> None:
    """Interested, hedged, unnamed, not on the record, relayed or no authority: a plain word."""
    assert PLAIN == _sides((plain, LATER))


def test_the_opening_report_never_confirms_by_word() -> None:
    """An authority in the report that opens the claim is plain there, and strong in the next."""
    says_so = asserts(OBSERVERS, standing="authority", interested="no")

    assert PLAIN == _sides((says_so, FIRST))
    assert WORD == _sides((says_so, WIRE))


def test_the_opening_report_may_refute_and_may_prove() -> None:
    """Only support by word is held back in it: not a contradiction, and not a proof."""
    says_otherwise = contradicts(OBSERVERS, standing="authority", interested="no")
    genuine = asserts(LIST, authentication="the ministry published it")

    assert REBUTTAL == _sides((says_otherwise, FIRST))
    assert PROOF == _sides((genuine, FIRST))


# Admissions ---------------------------------------------------------------------------------------


def test_an_actor_that_confirms_what_others_said_is_strong() -> None:
    """An admission: by name, on the record, unhedged, of what others said first."""
    assert (0, 1, 1, 0, 0) == _sides(REPORTED, ENVOY_CONFIRMS)


def test_an_actor_that_is_the_first_to_say_so_admits_nothing() -> None:
    """With nobody before, or only the actor, or only somebody who denied it, it is plain."""
    assert PLAIN == _sides(ENVOY_CONFIRMS)
    assert PLAIN == _sides((asserts(ENVOY, standing="actor"), WIRE), ENVOY_CONFIRMS)
    assert (0, 0, 1, 0, 1) == _sides((denies(EMBASSY, standing="actor"), WIRE), ENVOY_CONFIRMS)


def test_who_was_first_is_told_by_the_reports_and_not_by_the_entries() -> None:
    """A report recorded late still came first; one that came out after does not."""
    earlier = asserts(SOURCES), report("Morning Post", 1)
    after = asserts(SOURCES), report("Morning Post", 8)

    assert (0, 1, 1, 0, 0) == _sides(ENVOY_CONFIRMS, earlier)
    assert (0, 0, 2, 0, 0) == _sides(after, ENVOY_CONFIRMS)


def test_without_times_apart_the_entries_tell_who_was_first() -> None:
    """Reports of one day, or of no known time, count in the order of their entries."""
    admits = confirms(ENVOY, standing="actor")
    says_so = asserts(SOURCES)
    same_day = report("Morning Post", 9)
    undated = Report("Morning Post", url="https://morning-post.example/x")

    for carrier in (same_day, undated):
        assert (0, 1, 1, 0, 0) == _sides((says_so, carrier), (admits, LATER))
        assert (0, 0, 2, 0, 0) == _sides((admits, LATER), (says_so, carrier))


def test_what_was_said_first_may_have_been_taken_back_since() -> None:
    """An admission outlives the report it admitted, but not one the desk recorded by mistake."""
    assert WORD == _sides(REPORTED, ENVOY_CONFIRMS, taken_back(2))
    assert PLAIN == _sides(REPORTED, ENVOY_CONFIRMS, taken_back(2, TakenBackBy.ENTRY_ERROR))


@pytest.mark.parametrize(
    "plain",
    [
        pytest.param(asserts(ENVOY, standing="actor"), id="asserts"),
        pytest.param(confirms(ENVOY, standing="actor", hedges=["could"]), id="hedged"),
        pytest.param(confirms(ENVOY, standing="actor", terms="background"), id="on background"),
        pytest.param(confirms(anonymous("an envoy"), standing="actor"), id="unnamed"),
        pytest.param(confirms(ENVOY, standing="actor", relayed_by=["an aide"]), id="relayed"),
    ],
)
def test_an_admission_that_lacks_anything_is_plain(plain: EvidenceGiven) -> None:
    """Asserted for itself, hedged, unnamed, not on the record or relayed: a plain word."""
    assert (0, 0, 2, 0, 0) == _sides(REPORTED, (plain, LATER))


def test_the_opening_report_never_holds_an_admission() -> None:
    """By word alone the opening report confirms nothing, be it others' word and an actor's."""
    assert (0, 0, 2, 0, 0) == _sides(REPORTED, (confirms(ENVOY, standing="actor"), FIRST))


@pytest.mark.parametrize("interested", ["yes", "no", "unknown"])
def test_an_actor_never_refutes(interested: str) -> None:
    """A party gains by being believed, whatever anybody entered: its denial is plain."""
    assert OBJECTION == _sides((denies(EMBASSY, standing="actor", interested=interested), LATER))


# What a case says of itself -----------------------------------------------------------------------


def test_a_case_lists_each_side_by_entry() -> None:
    """Support and opposition come oldest first, whatever weighs how much."""
    case = _weighed(REPORTED, (denies(EMBASSY), WIRE), AUTHORITY_CONFIRMS, (denies(ENVOY), LATER))

    again = _weighed((asserts(ENVOY), WIRE), REPORTED, (asserts(ENVOY), LATER))

    assert [3, 4] == [one.revision for one in again.support]
    assert [2, 4] == [one.revision for one in case.support]
    assert [3, 5] == [one.revision for one in case.opposition]


def test_only_the_interested_object_until_somebody_without_interest_does() -> None:
    """An unknown interest counts as one, an actor always has one, and nobody objecting is fine."""
    nobody = _weighed(REPORTED)
    party = _weighed(REPORTED, (denies(EMBASSY, standing="actor", interested="no"), WIRE))
    unknown = _weighed(REPORTED, (denies(EMBASSY), WIRE))
    outsider = _weighed(REPORTED, (denies(EMBASSY, interested="no"), WIRE))

    assert (True, True, True, False) == tuple(
        case.only_the_interested_object for case in (nobody, party, unknown, outsider)
    )


def test_a_case_is_hedged_while_all_support_holds_back() -> None:
    """One unhedged word lifts the hedge; without support there is nothing to hedge."""
    hedged = asserts(SOURCES, hedges=["could consider"]), FIRST
    plain = asserts(office("White House")), WIRE

    assert _weighed(hedged).is_hedged
    assert not _weighed(hedged, plain).is_hedged
    assert not _weighed().is_hedged


def test_who_passes_a_hedge_on_without_it_lifts_it_not() -> None:
    """The first to tell it decides: not an outlet that relays it, in its own or in their words."""
    hedged = asserts(SOURCES, hedges=["could consider"]), FIRST
    relaying = report("Evening Post", relays=("Reuters",))

    assert _weighed(hedged, (voice("Evening Post"), relaying)).is_hedged
    assert _weighed(hedged, (asserts(SOURCES), relaying)).is_hedged
    assert not _weighed(
        (asserts(SOURCES), FIRST), (voice("Evening Post", hedges=["may"]), relaying)
    ).is_hedged


def test_a_case_is_own_voice_while_reports_state_all_of_it_themselves() -> None:
    """One source that is named or described makes it attributed."""
    own = voice("Example News"), FIRST
    attributed = asserts(outlet("Reuters")), WIRE

    assert _weighed(own).is_own_voice
    assert not _weighed(own, attributed).is_own_voice
    assert not _weighed().is_own_voice
