"""Lineage: where evidence goes back to, and how independent that is shown to be."""

import attrs
import pytest

from claimtrack.lineage import Origin, Shown, independence, origins
from claimtrack.model.claim import Claim
from claimtrack.model.evidence import Stance
from claimtrack.model.report import Report
from claimtrack.model.source import (
    Source,
    SourceKind,
    anonymous,
    document,
    office,
    organisation,
    outlet,
    person,
)
from claimtrack.model.updates import EvidenceGiven, IndependenceShown, SourceNamed
from tests.cases import FIRST, SOURCES, Step, asserts, claim_of, report, voice

ADA = person("Ada Kovač", affiliation="Prisoners' Families")
BORIS = person("Boris Lind", affiliation="Border Guard")
ADA_SAW = asserts(ADA, standing="witness")
BORIS_SAW = asserts(BORIS, standing="witness")
WIRE = report("Example Wire")
POST = report("Evening Post", 3)


def _found(*steps: Step) -> tuple[Origin, ...]:
    claim = claim_of(*steps)
    return origins(account.latest for account in claim.accounts.values())


def _labels(*steps: Step) -> list[str]:
    return [origin.label for origin in _found(*steps)]


def _shown(*steps: Step) -> Shown:
    claim = claim_of(*steps)
    return independence(_found(*steps), claim.independence)


def _editor_shows(*steps: Step, pair: tuple[int, int]) -> IndependenceShown:
    """Show the sources of two entries to be independent."""
    claim: Claim = claim_of(*steps)
    told = {one.revision: one.source.id for one in claim.evidence}
    return IndependenceShown(first=told[pair[0]], second=told[pair[1]])


# Origins: who spoke -------------------------------------------------------------------------------


def test_nothing_goes_back_to_nobody() -> None:
    """Without evidence there is no origin."""
    assert () == origins([])


def test_a_named_source_is_one_origin_wherever_it_speaks() -> None:
    """The one who spoke, not the outlets, is what is counted."""
    assert ["Ada Kovač"] == _labels((asserts(ADA), WIRE), (asserts(ADA), POST))
    assert ["Ada Kovač", "Boris Lind"] == _labels((asserts(ADA), WIRE), (asserts(BORIS), WIRE))


def test_a_group_with_a_count_is_one_origin() -> None:
    """Three sources who speak as one are one."""
    three = anonymous("sources familiar with the matter", count=3, told="Reuters")

    assert ["Reuters"] == _labels((asserts(three), FIRST))


def test_an_unnamed_source_is_known_by_the_outlet_it_told_and_its_description() -> None:
    """Both must be the same for two records to be one origin; letter case is not looked at."""
    again = asserts(anonymous("Sources familiar with the matter", told="Reuters")), POST
    other_words = asserts(anonymous("two officials", told="Reuters")), POST
    other_outlet = asserts(anonymous("sources familiar with the matter", told="AFP")), POST
    first = asserts(SOURCES), FIRST

    assert ["Reuters"] == _labels(first, again)
    assert ["Reuters", "Reuters"] == _labels(first, other_words)
    assert ["Reuters", "AFP"] == _labels(first, other_outlet)


def test_who_was_told_is_the_outlet_of_the_report_unless_it_says_otherwise() -> None:
    """Who "told Reuters" in another outlet is who spoke in Reuters' own report."""
    own = asserts(anonymous("two officials")), report("Reuters")
    passed_on = asserts(anonymous("two officials", told="Reuters")), POST

    assert ["Reuters"] == _labels(own, passed_on)


def test_without_a_report_an_unnamed_source_is_known_by_its_description_alone() -> None:
    """Where the desk enters no report and no outlet, there is nothing else to know it by."""
    steps = asserts(anonymous("two officials")), asserts(anonymous("a diplomat"))

    assert ["", ""] == _labels(*steps)


def test_a_source_named_since_is_still_known_by_its_description() -> None:
    """Naming one of two records that may be the same makes no second origin."""
    steps: tuple[Step, ...] = ((asserts(SOURCES), FIRST), (asserts(SOURCES), POST))
    for told in claim_of(*steps).evidence:
        named = SourceNamed(source=told.source.id, name="Ada Kovač")

        assert ["Ada Kovač"] == _labels(*steps, named)


def test_an_origin_lists_its_entries_oldest_first() -> None:
    """Origins come by their earliest entry, and so does what goes back to each."""
    steps: tuple[Step, ...] = (
        (asserts(SOURCES), FIRST),
        (asserts(ADA), WIRE),
        (asserts(SOURCES), POST),
    )

    assert [(2, 4), (3,)] == [origin.revisions for origin in _found(*steps)]
    assert [2, 1] == [len(origin.sources) for origin in _found(*steps)]


# Origins: who relayed it --------------------------------------------------------------------------


def test_ten_outlets_relaying_one_agency_are_one_origin() -> None:
    """What is counted is the agency, in whatever form each of the ten passes it on."""
    described: list[Step] = [
        (asserts(anonymous("Officials familiar with it")), report(f"Outlet {n}", relays=("AFP",)))
        for n in range(5)
    ]
    own_voice: list[Step] = [
        (voice(f"Outlet {n}"), report(f"Outlet {n}", relays=("AFP",))) for n in range(5, 10)
    ]

    assert ["AFP"] == _labels(*described, *own_voice)


def test_relays_are_followed_to_the_first_teller() -> None:
    """A relays B, B relays Reuters: both go back to Reuters, by outlet or by report."""
    words = anonymous("two officials")
    second = report("Second Post", relays=("Reuters",))
    by_outlet = report("Third Post", relays=("Second Post",))
    by_report = report("Fourth Post", relays=(second.id,))
    steps: tuple[Step, ...] = tuple(
        (asserts(words), carrier) for carrier in (second, by_outlet, by_report)
    )

    assert ["Reuters"] == _labels(*steps)


def test_an_outlet_with_reporting_of_its_own_is_no_mere_relay() -> None:
    """Who relays it relays that outlet, not the agency that it relayed once."""
    steps: tuple[Step, ...] = (
        (asserts(anonymous("two officials")), report("Second Post", 2, relays=("Reuters",))),
        (asserts(anonymous("a diplomat")), report("Second Post", 3)),
        (asserts(anonymous("two officials")), report("Third Post", 4, relays=("Second Post",))),
    )

    assert ["Reuters", "Second Post", "Second Post"] == _labels(*steps)


def test_an_outlet_that_relays_now_one_and_now_another_is_no_link() -> None:
    """Who relays such an outlet may have it from either, so it goes back to the outlet."""
    steps: tuple[Step, ...] = (
        (asserts(anonymous("two officials")), report("Second Post", 2, relays=("Reuters",))),
        (asserts(anonymous("a diplomat")), report("Second Post", 3, relays=("AFP",))),
        (asserts(anonymous("two officials")), report("Third Post", 4, relays=("Second Post",))),
    )

    assert ["Reuters", "AFP", "Second Post"] == _labels(*steps)


def test_outlets_that_relay_each_other_in_a_circle_are_one() -> None:
    """A circle has no first teller, and is one origin however one enters it."""
    words = anonymous("two officials")
    circle = (
        report("Alpha", relays=("Beta",)),
        report("Beta", relays=("Gamma",)),
        report("Gamma", relays=("Alpha",)),
    )
    outside = report("Delta", relays=("Gamma",))

    assert ["Alpha"] == _labels(*((asserts(words), one) for one in (*circle, outside)))


def test_a_report_that_relays_several_is_its_own_outlets() -> None:
    """Which of them was the first is not known, so it is no link in a chain."""
    both = report("Second Post", relays=("Reuters", "AFP"))

    assert ["Reuters", "Second Post"] == _labels(
        (asserts(anonymous("two officials", told="Reuters")), FIRST),
        (asserts(anonymous("two officials")), both),
    )


def test_speakers_between_the_source_and_the_report_are_no_origin() -> None:
    """Two speakers in "the mayor said police told her", one origin: the police."""
    police = asserts(office("Police"), relayed_by=["the mayor"])

    assert ["Police"] == _labels((police, WIRE), (asserts(office("Police")), POST))


def test_reports_of_unknown_outlets_are_not_taken_for_one() -> None:
    """No name is not a name that two reports share."""
    nowhere = [Report(url=f"https://somewhere.example/{n}") for n in range(2)]
    relaying = Report(url="https://elsewhere.example/1", relays=["Reuters"])
    words = anonymous("two officials")

    assert ["", ""] == _labels(*((asserts(words), one) for one in nowhere))
    assert ["Reuters", ""] == _labels((asserts(words), relaying), (asserts(words), nowhere[0]))


# Origins: the outlet's own voice ------------------------------------------------------------------


def test_an_own_voice_goes_back_to_its_outlet() -> None:
    """What an outlet says itself is of that outlet, or of the one that it relays."""
    assert ["Evening Post"] == _labels((voice("Evening Post"), POST))
    assert ["AFP"] == _labels((voice("Evening Post"), report("Evening Post", relays=("AFP",))))


def test_an_own_voice_beside_those_who_told_the_outlet_is_no_further_origin() -> None:
    """It may have it from them; it is counted with them, be they named or not."""
    unnamed = asserts(anonymous("two officials")), POST
    named = asserts(ADA), POST

    assert ["Evening Post"] == _labels((voice("Evening Post"), POST), unnamed)
    assert ["Ada Kovač"] == _labels(named, (voice("Evening Post"), report("Evening Post", 4)))
    assert ["Ada Kovač", "Morning Post"] == _labels(
        named, (voice("Morning Post"), report("Morning Post"))
    )


def test_own_voices_of_outlets_that_relay_one_another_are_one() -> None:
    """Two outlets, one of which passes on the other, are one origin."""
    relaying = report("Morning Post", relays=("Evening Post",))

    assert ["Evening Post"] == _labels(
        (voice("Evening Post"), POST), (voice("Morning Post"), relaying)
    )


def test_own_voices_without_a_report_are_told_apart_by_outlet() -> None:
    """Where the desk enters what outlets say without their reports, each is itself."""
    assert ["Evening Post", "Morning Post"] == _labels(voice("Evening Post"), voice("Morning Post"))


def test_what_is_told_of_an_outlet_goes_back_to_that_outlet() -> None:
    """That "Reuters reports" it, in another outlet, adds nothing to what Reuters was told."""
    told = asserts(outlet("Reuters")), POST

    assert ["Reuters"] == _labels((asserts(SOURCES), FIRST), told)
    assert ["Reuters"] == _labels(told, (voice("Reuters"), report("Reuters")))


def test_what_an_outlet_saw_itself_is_an_origin_beside_those_who_told_it() -> None:
    """Its own eyes are no word of others, unless the report relays anybody."""
    saw = voice("Evening Post", basis="witnessed")
    told = asserts(anonymous("two officials")), POST
    relaying = report("Evening Post", 4, relays=("AFP",))
    agency = asserts(anonymous("two officials", told="AFP")), POST

    assert ["Evening Post", "Evening Post"] == _labels((saw, POST), told)
    assert ["AFP"] == _labels((saw, relaying), agency)


def test_an_origin_is_hedged_where_the_first_to_tell_it_holds_back() -> None:
    """First by the reports; an outlet's own voice counts only where nobody told it."""
    hedged, plain = asserts(SOURCES, hedges=["could"]), asserts(SOURCES)
    early, late = report("Evening Post", 1), report("Morning Post", 9)
    own = voice("Reuters", hedges=["could"]), report("Reuters")

    assert [True] == [one.is_hedged for one in _found((hedged, early), (plain, late))]
    assert [False] == [one.is_hedged for one in _found((hedged, late), (plain, early))]
    assert [False] == [one.is_hedged for one in _found(own, (plain, late))]
    assert [True] == [one.is_hedged for one in _found(own)]


# Whether the lineage is known ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("is_known", "update", "carrier"),
    [
        (True, asserts(ADA), POST),
        (True, asserts(anonymous("two officials")), POST),
        (True, voice("Evening Post", basis="witnessed"), POST),
        (True, voice("Evening Post", basis="told"), POST),
        (False, voice("Evening Post"), POST),
        (False, voice("Evening Post"), report("Evening Post", relays=("AFP",))),
        (False, voice("Evening Post", basis="told"), report("Evening Post", relays=("AFP",))),
    ],
)
def test_lineage_is_known_where_a_way_of_knowing_is_named(
    is_known: bool,
    update: EvidenceGiven,
    carrier: Report,
) -> None:
    """By a source, or by an own voice that says how it knows and relays nobody."""
    (origin,) = _found((update, carrier))

    assert is_known is origin.is_known


def test_an_own_voice_counted_with_a_source_is_of_known_lineage() -> None:
    """Somebody behind the report is named or described."""
    steps: tuple[Step, ...] = (
        (voice("Evening Post"), POST),
        (asserts(anonymous("two officials")), POST),
    )
    for order in (steps, steps[::-1]):
        (origin,) = _found(*order)

        assert origin.is_known


# Independence: grounds ----------------------------------------------------------------------------


def test_named_first_hand_sources_of_different_bodies_are_independent() -> None:
    """Two who saw it, by name, who speak for nobody in common."""
    assert Shown.SHOWN == _shown((ADA_SAW, WIRE), (BORIS_SAW, POST))


def test_two_first_hand_sources_in_one_report_are_independent() -> None:
    """Sources are counted, not the reports that carry them."""
    assert Shown.SHOWN == _shown((ADA_SAW, WIRE), (BORIS_SAW, WIRE))


@pytest.mark.parametrize("standing", ["actor", "authority", "witness"])
def test_first_hand_is_told_by_standing_where_no_basis_is_given(standing: str) -> None:
    """Actor, authority and witness know at first hand, unless somebody says how they know."""
    steps = (ADA_SAW, WIRE), (asserts(BORIS, standing=standing), POST)
    told = asserts(BORIS, standing=standing, basis="told"), POST

    assert Shown.SHOWN == _shown(*steps)
    assert Shown.NOT_SHOWN == _shown(steps[0], told)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(asserts(BORIS), id="knows it at second hand"),
        pytest.param(asserts(BORIS, standing="outsider"), id="outsider"),
        pytest.param(asserts(BORIS, basis="told"), id="was told"),
        pytest.param(asserts(BORIS, basis="deduced"), id="worked it out"),
        pytest.param(asserts(BORIS, basis="witnessed", relayed_by=["an aide"]), id="relayed"),
        pytest.param(asserts(anonymous("a guard"), standing="witness"), id="unnamed"),
        pytest.param(
            asserts(attrs.evolve(BORIS, affiliation=ADA.affiliation), standing="witness"),
            id="of the same body",
        ),
        pytest.param(
            asserts(attrs.evolve(BORIS, speaks_for=ADA.affiliation), standing="witness"),
            id="speaks for the same body",
        ),
        pytest.param(
            asserts(organisation("Prisoners' Families"), standing="actor"), id="is the body"
        ),
        pytest.param(
            asserts(attrs.evolve(BORIS, speaks_for=ADA.name), standing="witness"),
            id="speaks for the other",
        ),
    ],
)
def test_two_named_sources_are_not_independent_without_a_ground(second: EvidenceGiven) -> None:
    """Second hand, relayed, unnamed, or of a body with the other: not shown."""
    assert Shown.NOT_SHOWN == _shown((ADA_SAW, WIRE), (second, POST))
    assert Shown.NOT_SHOWN == _shown((second, POST), (ADA_SAW, WIRE))


def test_documents_of_different_issuers_are_independent() -> None:
    """Each issuer stands for itself; one issuer, or one that is not known, shows nothing."""
    prison = asserts(document("release order", issuer="Prison Service")), WIRE
    court = asserts(document("court file", issuer="District Court")), POST
    same = asserts(document("daily log", issuer="Prison Service")), POST
    unknown = asserts(document("a memo")), POST

    assert Shown.SHOWN == _shown(prison, court)
    assert Shown.NOT_SHOWN == _shown(prison, same)
    assert Shown.NOT_SHOWN == _shown(prison, unknown)


def test_a_document_known_by_another_alone_shows_nothing() -> None:
    """A paper that somebody only speaks of is derived from that speaker."""
    prison = asserts(document("release order", issuer="Prison Service")), WIRE
    told_of = asserts(document("court file", issuer="District Court"), relayed_by=["a clerk"]), POST

    assert Shown.NOT_SHOWN == _shown(prison, told_of)


def test_a_witness_and_a_document_are_independent() -> None:
    """Eyes and paper, also where the witness has no name."""
    paper = asserts(document("release order", issuer="Prison Service")), WIRE
    for saw in (
        asserts(ADA, standing="witness"),
        asserts(ADA, basis="witnessed"),
        asserts(anonymous("a guard"), basis="witnessed"),
        voice("Evening Post", basis="witnessed"),
    ):
        assert Shown.SHOWN == _shown(paper, (saw, POST))


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(asserts(ADA, standing="actor"), id="an actor"),
        pytest.param(asserts(ADA, standing="witness", basis="told"), id="a witness who was told"),
        pytest.param(asserts(ADA, basis="witnessed", relayed_by=["an aide"]), id="relayed"),
        pytest.param(asserts(anonymous("a guard"), basis="told"), id="unnamed, told"),
    ],
)
def test_a_word_and_a_document_are_not_independent(word: EvidenceGiven) -> None:
    """Whoever did not see it may have it from the paper."""
    paper = asserts(document("release order", issuer="Prison Service")), WIRE

    assert Shown.NOT_SHOWN == _shown(paper, (word, POST))


def test_what_an_outlet_saw_is_independent_of_another_who_saw_it() -> None:
    """Two outlets' own witnesses are two witnesses; a relaying outlet is none."""
    saw = voice("Evening Post", basis="witnessed"), POST
    saw_too = voice("Morning Post", basis="witnessed"), report("Morning Post")
    relaying = voice("Morning Post", basis="witnessed"), report("Morning Post", relays=("AFP",))

    assert Shown.SHOWN == _shown(saw, saw_too)
    assert Shown.UNKNOWN == _shown(saw, relaying)


def test_an_outlet_lends_no_ground_to_those_who_told_it() -> None:
    """What it says of a paper in its hands makes nobody first-hand who spoke to it."""
    told = asserts(ADA, basis="told"), POST
    holds = asserts(outlet("Evening Post"), basis="document"), POST

    assert Shown.NOT_SHOWN == _shown(told, holds, (BORIS_SAW, WIRE))


def test_an_editor_may_show_independence_of_anybody() -> None:
    """An editor's word, with its reason, is ground enough for sources of two origins."""
    steps: tuple[Step, ...] = (
        (asserts(SOURCES), FIRST),
        (asserts(anonymous("two officials", told="AFP")), POST),
        (asserts(BORIS), WIRE),
    )

    assert Shown.NOT_SHOWN == _shown(*steps)
    assert Shown.SHOWN == _shown(*steps, _editor_shows(*steps, pair=(2, 3)))


def test_an_editor_cannot_make_one_origin_two() -> None:
    """What goes back to one teller is one origin, whatever is said of its records."""
    steps: tuple[Step, ...] = ((asserts(SOURCES), FIRST), (asserts(SOURCES), POST))
    shown = _editor_shows(*steps, pair=(2, 3))

    other = asserts(BORIS), WIRE

    assert 1 == len(_found(*steps, shown))
    assert Shown.NOT_SHOWN == _shown(*steps, shown)
    assert Shown.NOT_SHOWN == _shown(*steps, other, shown)


# Independence: the three values -------------------------------------------------------------------


def test_two_outlets_that_nothing_links_are_not_shown_independent() -> None:
    """That nobody found a link is no proof that there is none."""
    reuters = asserts(SOURCES), FIRST
    agency = asserts(anonymous("two officials")), report("AFP")

    assert Shown.NOT_SHOWN == _shown(reuters, agency)


def test_lineage_that_is_lost_is_unknown() -> None:
    """An outlet that names no way of knowing may have it from the other."""
    assert Shown.UNKNOWN == _shown((asserts(SOURCES), FIRST), (voice("Evening Post"), POST))


def test_one_pair_shown_is_enough_beside_lost_lineage() -> None:
    """A third origin of unknown lineage takes nothing from two that are independent."""
    steps: tuple[Step, ...] = (
        (ADA_SAW, WIRE),
        (BORIS_SAW, WIRE),
        (voice("Evening Post", Stance.CONFIRMS), POST),
    )

    assert Shown.SHOWN == _shown(*steps)


def test_fewer_than_two_origins_are_independent_of_nothing() -> None:
    """One origin, or none, is never shown independent."""
    assert Shown.NOT_SHOWN == independence(())
    assert Shown.NOT_SHOWN == _shown((ADA_SAW, WIRE))


def test_a_dataset_is_no_document_by_itself() -> None:
    """Only documents have the grounds of documents."""
    data = Source(kind=SourceKind.DATASET, name="prison register", affiliation="Prison Service")
    paper = asserts(document("court file", issuer="District Court")), WIRE

    assert Shown.NOT_SHOWN == _shown(paper, (asserts(data), POST))
