"""The newsroom table: every row, every line of its walk-through, and every neighbouring pair."""

from claimtrack.model.confidence import Credibility
from claimtrack.model.ids import SourceId
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.source import anonymous, person
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    IndependenceShown,
    Linked,
    Ruled,
    RulingLifted,
    TakenBackBy,
    Unlinked,
)
from tests.cases import (
    AUTHORITY_CONFIRMS,
    AUTHORITY_DENIES,
    DESK_SAW,
    DESK_SAW_OTHERWISE,
    EMBASSY,
    EMBASSY_DENIES,
    ENVOY,
    ENVOY_CONFIRMS,
    FIRST,
    LIST_SUPPORTS,
    OBSERVERS,
    REPORTED,
    SOURCES,
    WIRE,
    asserts,
    caveats,
    claim_of,
    contradicts,
    denies,
    doubts,
    report,
    row,
    taken_back,
    verdict,
    voice,
)

ADA = person("Ada Kovač", affiliation="Prisoners' Families")
ADA_SAYS = (asserts(ADA, standing="witness"), report("Evening Post", 7))
"""A named first-hand source: plain support that is worth a 2."""

BORIS = person("Boris Lind", affiliation="Border Guard")
BORIS_SAYS = (asserts(BORIS, standing="witness"), report("Morning Post", 8))
"""Another, who speaks for nobody that the first speaks for."""

OUTSIDER_OBJECTS = (
    contradicts(person("Cleo Maas"), standing="outsider", interested="no"),
    report("Evening Post", 9),
)
"""Plain contradiction by somebody who gains nothing."""

LINK = Link(kind=LinkKind.SUPERSEDES, other="freed-123", inverse=True)
SUPERSEDED = Linked(link=LINK)
RULED_CONFIRMED = Ruled(status=Status.CONFIRMED)


# Every row ----------------------------------------------------------------------------------------


def test_row_1_a_ruling_in_force_is_the_status() -> None:
    """A ruling stands above the table; without a credibility of its own it takes the table's."""
    assert "confirmed F3" == verdict(claim_of(REPORTED, RULED_CONFIRMED))


def test_row_1_a_ruling_may_give_the_credibility_too() -> None:
    """What the desk rules about credibility stands in place of the table's."""
    ruled = Ruled(status=Status.CONFIRMED, credibility=Credibility.PROBABLY_TRUE)

    assert "confirmed F2" == verdict(claim_of(REPORTED, ruled))


def test_row_1_is_the_only_way_to_lapse() -> None:
    """A plan lapses by ruling alone, and stands as before when the ruling is lifted."""
    plan = (ClaimOpened(text="They will be freed by Friday", kind=ClaimKind.PLAN), FIRST)
    lapsed = Ruled(status=Status.LAPSED)

    assert "reported F3" == verdict(claim_of(plan, REPORTED))
    assert "lapsed F3" == verdict(claim_of(plan, REPORTED, lapsed))
    assert "reported F3" == verdict(claim_of(plan, REPORTED, lapsed, RulingLifted()))


def test_row_2_strong_on_both_sides_is_disputed() -> None:
    """Strong support and strong contradiction: disputed, and cannot be judged."""
    for strong in (LIST_SUPPORTS, ENVOY_CONFIRMS):
        claim = claim_of(REPORTED, strong, AUTHORITY_DENIES)

        assert "strong on both sides" == row(claim)
        assert "disputed F6" == verdict(claim)


def test_row_3_strong_contradiction_alone_refutes() -> None:
    """Strong contradiction without strong support: refuted, improbable."""
    claim = claim_of(REPORTED, AUTHORITY_DENIES)

    assert "strong contradiction" == row(claim)
    assert "refuted F5" == verdict(claim)


def test_row_4_the_desks_own_witness_confirms() -> None:
    """What the desk saw itself is confirmed, and denials are told beside it."""
    claim = claim_of(REPORTED, DESK_SAW, EMBASSY_DENIES)

    assert "witness or document" == row(claim)
    assert "confirmed F1" == verdict(claim)
    assert "denied by Embassy of Belarus in Washington" in caveats(claim)


def test_row_4_an_authenticated_document_confirms() -> None:
    """A document that was shown to be genuine confirms by itself."""
    claim = claim_of(LIST_SUPPORTS)

    assert "witness or document" == row(claim)
    assert "confirmed F1" == verdict(claim)


def test_row_5_a_strong_word_denied_by_another_party_is_disputed() -> None:
    """Word against word, both on the record: disputed, possibly true."""
    claim = claim_of(REPORTED, AUTHORITY_CONFIRMS, EMBASSY_DENIES)

    assert "strong word denied" == row(claim)
    assert "disputed F3" == verdict(claim)


def test_row_5_needs_a_party_on_the_record() -> None:
    """A denial by no party to the matter, or by an unnamed one, leaves a strong word standing."""
    bystander = denies(person("Cleo Maas"), standing="outsider"), WIRE
    unnamed = denies(anonymous("a Belarusian official"), standing="actor"), WIRE
    on_background = denies(EMBASSY, standing="actor", terms="background"), WIRE

    assert "confirmed F2" == verdict(claim_of(REPORTED, AUTHORITY_CONFIRMS, bystander))
    assert "confirmed F2" == verdict(claim_of(REPORTED, AUTHORITY_CONFIRMS, unnamed))
    assert "confirmed F2" == verdict(claim_of(REPORTED, AUTHORITY_CONFIRMS, on_background))


def test_row_6_a_strong_word_confirms() -> None:
    """A strong word that nothing else is shown independent of: confirmed, probably true."""
    claim = claim_of(REPORTED, AUTHORITY_CONFIRMS)

    assert "strong word" == row(claim)
    assert "confirmed F2" == verdict(claim)


def test_row_6_a_second_independent_origin_makes_it_a_1() -> None:
    """A strong word shown independent of another supporting origin: confirmed beyond that."""
    assert "confirmed F1" == verdict(claim_of(AUTHORITY_CONFIRMS, ADA_SAYS))


def test_row_6_a_second_origin_that_holds_back_adds_nothing() -> None:
    """Hedged support is worth a 3 at best, and lifts no strong word to a 1."""
    hedged = asserts(ADA, standing="witness", hedges=["may"]), report("Evening Post", 7)

    assert "confirmed F2" == verdict(claim_of(AUTHORITY_CONFIRMS, hedged))


def test_row_7_a_superseded_claim_keeps_the_credibility_of_the_rows_below() -> None:
    """Superseded says nothing of credibility: that comes from the next row that applies."""
    claim = claim_of(REPORTED, SUPERSEDED)

    assert "superseded" == row(claim)
    assert "superseded F3" == verdict(claim)
    assert "superseded F2" == verdict(claim_of(ADA_SAYS, SUPERSEDED))
    assert "superseded F6" == verdict(claim_of(SUPERSEDED))
    assert "reported F3" == verdict(claim_of(REPORTED, SUPERSEDED, Unlinked(link=LINK)))


def test_row_7_is_not_for_the_claim_that_supersedes() -> None:
    """The newer claim, at the near end of the link, stands on its own evidence."""
    near = Linked(link=Link(kind=LinkKind.SUPERSEDES, other="freed-52"))

    assert "reported F3" == verdict(claim_of(REPORTED, near))


def test_row_8_support_that_was_all_taken_back_is_retracted() -> None:
    """It had support, and the source, its outlet or the desk took all of it back."""
    for by in (TakenBackBy.SOURCE, TakenBackBy.OUTLET, TakenBackBy.DESK):
        claim = claim_of(REPORTED, taken_back(2, by))

        assert "taken back" == row(claim)
        assert "retracted F6" == verdict(claim)


def test_row_9_independent_origins_corroborate() -> None:
    """Two origins shown to be independent: corroborated; an interested denial is a caveat."""
    claim = claim_of(ADA_SAYS, BORIS_SAYS, EMBASSY_DENIES)

    assert "independent origins" == row(claim)
    assert "corroborated F2" == verdict(claim)
    assert "denied by Embassy of Belarus in Washington" in caveats(claim)


def test_row_9_an_origin_that_holds_back_corroborates_and_adds_no_grade() -> None:
    """With a hedge on one side or on both, the credibility is that of the rows below."""
    ada = asserts(ADA, standing="witness", hedges=["may"]), report("Evening Post", 7)
    boris = asserts(BORIS, standing="witness", hedges=["may"]), report("Morning Post", 8)

    assert "corroborated F3" == verdict(claim_of(ada, boris))
    assert "corroborated F2" == verdict(claim_of(ada, BORIS_SAYS))
    assert "corroborated F3" == verdict(claim_of(ada, BORIS_SAYS, EMBASSY_DENIES))


def test_row_10_plain_on_both_sides_is_disputed() -> None:
    """Plain support and contradiction: 3 if only the interested contradict, else 4."""
    claim = claim_of(REPORTED, EMBASSY_DENIES)

    assert "plain on both sides" == row(claim)
    assert "disputed F3" == verdict(claim)
    assert "disputed F4" == verdict(claim_of(REPORTED, EMBASSY_DENIES, OUTSIDER_OBJECTS))


def test_row_11_plain_support_is_reported() -> None:
    """Attributed support: 3, or 2 where it is named, first-hand, on the record and unhedged."""
    claim = claim_of(REPORTED)

    assert "plain support" == row(claim)
    assert "reported F3" == verdict(claim)
    assert "reported F2" == verdict(claim_of(ADA_SAYS))


def test_row_11_a_2_needs_name_first_hand_record_and_no_hedge() -> None:
    """Whatever of the four is missing, it is a 3."""
    lacking = (
        asserts(anonymous("a relative"), standing="witness"),
        asserts(ADA, standing="outsider"),
        asserts(ADA, standing="witness", terms="background"),
        asserts(ADA, standing="witness", hedges=["may"]),
    )

    for update in lacking:
        assert "reported F3" == verdict(claim_of((update, report("Evening Post", 7))))


def test_row_12_without_usable_support_it_is_unverified() -> None:
    """Nothing usable: 6, or 4 where a disinterested source contradicts."""
    claim = claim_of()

    assert "nothing usable" == row(claim)
    assert "unverified F6" == verdict(claim)
    assert "unverified F6" == verdict(claim_of(EMBASSY_DENIES))
    assert "unverified F4" == verdict(claim_of(OUTSIDER_OBJECTS))


# Every line of the walk-through -------------------------------------------------------------------


def test_three_unnamed_sources_through_reuters_are_reported() -> None:
    """Three unnamed sources through Reuters: REPORTED F3."""
    assert "reported F3" == verdict(claim_of(REPORTED))


def test_could_consider_is_the_same_with_its_hedge() -> None:
    """A hedge moves nothing here, and is told."""
    claim = claim_of((asserts(SOURCES, hedges=["could consider"]), FIRST))

    assert "reported F3" == verdict(claim)
    assert "hedged: could consider" in caveats(claim)


def test_an_own_voice_sentence_is_reported() -> None:
    """What a report states itself: REPORTED 3, "stated without a source"."""
    claim = claim_of((voice("Example News"), FIRST))

    assert "reported F3" == verdict(claim)
    assert ["stated without a source"] == caveats(claim)


def test_an_envoy_on_his_own_governments_wish_is_reported_2() -> None:
    """The envoy speaking publicly about his own government's wish: REPORTED 2."""
    claim = claim_of((asserts(ENVOY, standing="actor"), FIRST))

    assert "reported F2" == verdict(claim)


def test_an_outlet_relaying_reuters_moves_nothing() -> None:
    """Another outlet with the same agency's words: no status, no grade and no origin more."""
    relaying = report("Evening Post", relays=("Reuters",))
    told_again = anonymous("sources familiar with the matter", count=3)

    for again in (asserts(told_again), voice("Evening Post")):
        claim = claim_of(REPORTED, (again, relaying))

        assert "reported F3" == verdict(claim)
        assert "one origin: Reuters" in caveats(claim)


def test_the_embassy_denying_late_disputes() -> None:
    """The embassy denying late: DISPUTED 3."""
    assert "disputed F3" == verdict(claim_of(REPORTED, EMBASSY_DENIES))


def test_the_envoy_confirming_while_minsk_denies_is_disputed() -> None:
    """The envoy confirming while Minsk denies: DISPUTED 3."""
    claim = claim_of(REPORTED, EMBASSY_DENIES, ENVOY_CONFIRMS)

    assert "strong word denied" == row(claim)
    assert "disputed F3" == verdict(claim)


def test_a_signed_list_authenticated_by_the_desk_confirms() -> None:
    """A signed list authenticated by the desk: CONFIRMED 1, whoever denies it."""
    claim = claim_of(REPORTED, EMBASSY_DENIES, ENVOY_CONFIRMS, LIST_SUPPORTS)

    assert "confirmed F1" == verdict(claim)


def test_a_confirmed_claim_that_is_superseded_stays_confirmed_and_flagged() -> None:
    """123 freed, a new claim supersedes: this one stays CONFIRMED, and says so."""
    claim = claim_of(REPORTED, LIST_SUPPORTS, SUPERSEDED)

    assert "confirmed F1" == verdict(claim)
    assert "superseded by the claim freed-123" in caveats(claim)


def test_a_report_withdrawn_with_nothing_else_in_support_retracts() -> None:
    """Reuters withdraws its report and nothing else supports: RETRACTED, denied or not."""
    assert "retracted F6" == verdict(claim_of(REPORTED, taken_back(2)))
    assert "retracted F6" == verdict(claim_of(REPORTED, EMBASSY_DENIES, taken_back(2)))


def test_an_entry_on_the_wrong_claim_leaves_it_unverified() -> None:
    """The desk undoes an entry on the wrong claim: UNVERIFIED, never RETRACTED."""
    claim = claim_of(REPORTED, taken_back(2, TakenBackBy.ENTRY_ERROR))

    assert "unverified F6" == verdict(claim)


# Every neighbouring pair --------------------------------------------------------------------------


def test_rows_1_and_2_a_ruling_stands_over_strong_evidence_on_both_sides() -> None:
    """The ruling wins while it is in force; lifted, both sides are strong."""
    both = (LIST_SUPPORTS, AUTHORITY_DENIES)

    assert "confirmed F6" == verdict(claim_of(*both, RULED_CONFIRMED))
    assert "disputed F6" == verdict(claim_of(*both, RULED_CONFIRMED, RulingLifted()))


def test_rows_2_and_3_strong_support_keeps_a_strong_contradiction_from_refuting() -> None:
    """Both have strong contradiction; row 3 is left once the strong support is gone."""
    both = (REPORTED, LIST_SUPPORTS, AUTHORITY_DENIES)

    assert "disputed F6" == verdict(claim_of(*both))
    assert "refuted F5" == verdict(claim_of(*both, taken_back(3)))


def test_rows_3_and_4_exclude_each_other() -> None:
    """A proof beside a strong contradiction is row 2; each alone is its own row."""
    both = (DESK_SAW_OTHERWISE, LIST_SUPPORTS)

    assert "disputed F6" == verdict(claim_of(*both))
    assert "confirmed F1" == verdict(claim_of(*both, taken_back(2)))
    assert "refuted F5" == verdict(claim_of(*both, taken_back(3)))


def test_rows_4_and_5_a_proof_stands_over_a_party_that_denies() -> None:
    """Proof, strong word and denial: confirmed; without the proof it is word against word."""
    both = (REPORTED, LIST_SUPPORTS, ENVOY_CONFIRMS, EMBASSY_DENIES)

    assert "witness or document" == row(claim_of(*both))
    assert "strong word denied" == row(claim_of(*both, taken_back(3)))


def test_rows_5_and_6_a_denial_is_all_that_parts_them() -> None:
    """Both have a strong word; once the denial is taken back the word confirms."""
    both = (REPORTED, ENVOY_CONFIRMS, EMBASSY_DENIES)

    assert "disputed F3" == verdict(claim_of(*both))
    assert "confirmed F2" == verdict(claim_of(*both, taken_back(4, TakenBackBy.SOURCE)))


def test_rows_6_and_7_a_strong_word_stands_over_a_supersession() -> None:
    """Confirmed by word and superseded: confirmed; without the word it is superseded."""
    both = (REPORTED, AUTHORITY_CONFIRMS, SUPERSEDED)

    assert "confirmed F2" == verdict(claim_of(*both))
    assert "superseded F3" == verdict(claim_of(*both, taken_back(3)))


def test_rows_7_and_8_a_supersession_stands_over_support_taken_back() -> None:
    """Superseded with all support taken back: superseded, with a retracted claim's credibility."""
    both = (REPORTED, taken_back(2), SUPERSEDED)

    assert "superseded F6" == verdict(claim_of(*both))
    assert "retracted F6" == verdict(claim_of(*both, Unlinked(link=LINK)))


def test_rows_8_and_9_exclude_each_other() -> None:
    """Support that still stands keeps a claim from being retracted, be it one origin or two."""
    origins = (ADA_SAYS, BORIS_SAYS)

    assert "corroborated F2" == verdict(claim_of(REPORTED, *origins, taken_back(2)))
    assert "reported F2" == verdict(claim_of(*origins, taken_back(2)))
    assert "retracted F6" == verdict(claim_of(*origins, taken_back(2), taken_back(3)))


def test_rows_9_and_10_independent_origins_stand_over_an_interested_denial() -> None:
    """Both are contradicted; whoever gains nothing by it, or one origin less, makes it disputed."""
    both = (ADA_SAYS, BORIS_SAYS, EMBASSY_DENIES)

    assert "corroborated F2" == verdict(claim_of(*both))
    assert "disputed F4" == verdict(claim_of(*both, OUTSIDER_OBJECTS))
    assert "disputed F3" == verdict(claim_of(*both, taken_back(3)))


def test_rows_9_and_11_what_parts_them_is_that_independence_is_shown() -> None:
    """Two origins that nothing shows independent are reported, until an editor shows it."""
    officials = asserts(anonymous("Western officials", told="AFP")), report("Morning Post", 4)
    claim = claim_of(REPORTED, officials)
    first, second = (SourceId(source.id) for source in claim.sources)
    shown = IndependenceShown(first=first, second=second), None, "the desk spoke to both"

    assert "reported F3" == verdict(claim)
    assert "corroborated F2" == verdict(claim_of(REPORTED, officials, shown))


def test_rows_10_and_11_any_contradiction_that_counts_disputes() -> None:
    """Both have plain support; a doubt is no contradiction, a denial is."""
    doubted = doubts(EMBASSY, standing="actor"), WIRE

    assert "reported F3" == verdict(claim_of(REPORTED, doubted))
    assert "disputed F3" == verdict(claim_of(REPORTED, EMBASSY_DENIES))
    assert "reported F3" == verdict(claim_of(REPORTED, EMBASSY_DENIES, taken_back(3)))


def test_rows_11_and_12_any_usable_support_reports() -> None:
    """The last row is for what nobody usable supports."""
    off_record = asserts(OBSERVERS, terms="off_record"), WIRE

    assert "unverified F6" == verdict(claim_of(off_record))
    assert "reported F3" == verdict(claim_of(off_record, REPORTED))


def test_a_claim_opened_by_the_desk_is_judged_alike() -> None:
    """Without a report that opened it there is none that cannot confirm it."""
    opened = ClaimOpened(text="Ambassadors meet")
    without_report = asserts(OBSERVERS, standing="authority", interested="no")

    assert "confirmed F2" == verdict(claim_of(opened, without_report))
