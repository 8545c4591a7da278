"""Laws of the newsroom policy."""

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.fold import step
from claimtrack.model.claim import Claim
from claimtrack.model.confidence import CaveatKind, Credibility
from claimtrack.model.evidence import Evidence, Stance
from claimtrack.model.judgement import Met
from claimtrack.model.report import Report
from claimtrack.model.source import Reliability, anonymous, office, outlet
from claimtrack.model.status import Status
from claimtrack.model.updates import EntryTakenBack, EvidenceGiven, EvidenceTakenBack
from claimtrack.policy import NEWSROOM
from claimtrack.policy.weigh import weigh
from tests.cases import REPORTED, Step, claim_of, entries_of, report
from tests.strategies import carriers, cases, histories, off_record, silences, testimony

Told = tuple[CaveatKind, tuple[str, ...]]


def _told(claim: Claim, *without: CaveatKind) -> list[Told]:
    """List what is told beside the grade; the numbers of entries aside."""
    return [(one.kind, one.values) for one in claim.confidence.caveats if one.kind not in without]


def _verdict(claim: Claim) -> tuple[Status, Credibility, Reliability]:
    confidence = claim.confidence
    return claim.status, confidence.credibility, confidence.reliability


def _with_inserted(steps: tuple[Step, ...], inserted: dict[int, list[Step]]) -> tuple[Step, ...]:
    """Put further steps before some of a history, and renumber what speaks of entries."""
    made: list[Step] = []
    moved_to = {1: 1}
    for index in range(len(steps) + 1):
        made += inserted.get(index, [])
        if index < len(steps):
            told = steps[index]
            if isinstance(told, (EvidenceTakenBack, EntryTakenBack)):
                told = attrs.evolve(told, given=moved_to[told.given])
            made.append(told)
            moved_to[index + 2] = len(made) + 1
    return tuple(made)


def _insertions(of: st.SearchStrategy[Step]) -> st.SearchStrategy[dict[int, list[Step]]]:
    return st.dictionaries(st.integers(0, 8), st.lists(of, min_size=1, max_size=2), max_size=4)


# Silence ------------------------------------------------------------------------------------------


@given(histories, _insertions(silences))
def test_silence_never_moves_anything(
    steps: tuple[Step, ...], inserted: dict[int, list[Step]]
) -> None:
    """Responses, wherever they come, change nothing but the caveats that tell of them."""
    without, with_them = claim_of(*steps), claim_of(*_with_inserted(steps, inserted))

    assert _verdict(without) == _verdict(with_them)
    assert _told(without, CaveatKind.RESPONSE) == _told(with_them, CaveatKind.RESPONSE)


@given(
    histories,
    _insertions(st.tuples(st.builds(EvidenceGiven, evidence=off_record), carriers())),
)
def test_what_is_off_the_record_never_moves_anything(
    steps: tuple[Step, ...], inserted: dict[int, list[Step]]
) -> None:
    """Nothing shows that it is there: neither verdict nor caveat, whatever the source said else."""
    without, with_it = claim_of(*steps), claim_of(*_with_inserted(steps, inserted))

    assert _verdict(without) == _verdict(with_it)
    assert _told(without) == _told(with_it)


# Order --------------------------------------------------------------------------------------------


@given(st.data())
def test_judging_does_not_depend_on_the_order_of_independent_evidence(data: st.DataObject) -> None:
    """The same evidence of different sources, entered in any order, is judged the same."""
    steps = data.draw(cases)
    one, other = claim_of(*steps), claim_of(*data.draw(st.permutations(steps)))

    assert _verdict(one) == _verdict(other)
    assert {(kind, frozenset(values)) for kind, values in _told(one)} == {
        (kind, frozenset(values)) for kind, values in _told(other)
    }


@given(histories)
def test_judging_on_from_the_entry_before_is_judging_from_nothing(steps: tuple[Step, ...]) -> None:
    """judge(claim, before=claim before) == judge(claim), at every entry of a history."""
    claim: Claim | None = None
    for entry in entries_of(*steps):
        claim = step(claim, entry.fact).with_(judgement=entry.judgement)

        assert NEWSROOM.judge(claim) == entry.judgement


@given(histories)
def test_the_judgement_of_a_claim_is_not_read(steps: tuple[Step, ...]) -> None:
    """Whatever a claim was stamped with, it is judged the same."""
    claim = claim_of(*steps)
    odd = claim.with_(judgement=attrs.evolve(claim.judgement, status=Status.LAPSED, policy="odd"))

    assert NEWSROOM.judge(claim) == NEWSROOM.judge(odd)


# Denials ------------------------------------------------------------------------------------------

_interested = st.builds(
    Evidence,
    source=st.just(office("Embassy")),
    stance=st.sampled_from([Stance.DENIES, Stance.CONTRADICTS]),
    basis=st.sampled_from(["unknown", "witnessed", "document", "told"]),
    standing=st.sampled_from(["actor", "authority", "witness", "outsider", "unknown"]),
    interested=st.sampled_from(["yes", "unknown"]),
)
_actors = _interested.map(lambda one: attrs.evolve(one, standing="actor", interested="no"))


@given(cases, _interested | _actors, carriers())
def test_an_interested_denial_never_refutes(
    steps: tuple[Step, ...], denial: Evidence, carrier: Report
) -> None:
    """It may dispute; it refutes nothing, and takes no credibility below "possibly true"."""
    before = claim_of(*steps)
    after = claim_of(*steps, (EvidenceGiven(evidence=denial), carrier))

    assert after.status in {before.status, Status.DISPUTED}
    assert after.confidence.credibility <= max(
        before.confidence.credibility, Credibility.POSSIBLY_TRUE
    )


# What weighs nothing ------------------------------------------------------------------------------


@given(cases, st.sampled_from([Stance.DOUBTS, Stance.OBSERVES]), testimony)
def test_doubts_and_observations_weigh_nothing(
    steps: tuple[Step, ...], stance: Stance, spoken: Evidence
) -> None:
    """Another source that only doubts or observes moves nothing; a doubt is told, and no more."""
    neutral = attrs.evolve(
        spoken,
        source=attrs.evolve(spoken.source, id="person:a-newcomer"),
        stance=stance,
        relayed_by=(),
    )
    before = claim_of(*steps)
    after = claim_of(*steps, (EvidenceGiven(evidence=neutral), report("Evening Post", 28)))

    assert _verdict(before) == _verdict(after)
    assert _told(before, CaveatKind.DOUBTED) == _told(after, CaveatKind.DOUBTED)


@given(cases, st.lists(st.sampled_from(["words", "voice"]), min_size=1, max_size=5), st.booleans())
def test_relaying_an_agency_moves_nothing(
    steps: tuple[Step, ...], ways: list[str], hedged: bool
) -> None:
    """Outlets that pass on an agency move neither status nor grade, however good their names."""
    words = anonymous("sources familiar with the matter")
    relaying: list[Step] = []
    for index, way in enumerate(ways):
        name = f"Outlet {index}"
        known = attrs.evolve(outlet(name), reliability="A")
        told = Evidence(
            source=words if way == "words" else known,
            own_voice=way == "voice",
            hedges=["could"] if hedged else [],
        )
        relaying.append((EvidenceGiven(evidence=told), report(name, 28, relays=("Reuters",))))

    assert _verdict(claim_of(*steps, REPORTED)) == _verdict(claim_of(*steps, REPORTED, *relaying))


# Hedges -------------------------------------------------------------------------------------------


def _hedged(told: Step) -> Step:
    assert isinstance(told, tuple)
    update, carrier, *_ = told
    assert isinstance(update, EvidenceGiven)
    return EvidenceGiven(evidence=attrs.evolve(update.evidence, hedges=["could"])), carrier


@given(cases)
def test_hedged_support_is_never_strong(steps: tuple[Step, ...]) -> None:
    """Where all hold back nothing is proof, strong word or rebuttal, and 3 is the best there is."""
    claim = claim_of(*(_hedged(told) for told in steps))
    case = weigh(claim)

    assert ([], [], []) == (case.proofs, case.words, case.rebuttals)
    assert Status.CONFIRMED is not claim.status
    assert Credibility.POSSIBLY_TRUE <= claim.confidence.credibility


@given(cases, testimony.filter(lambda one: one.stance.supports))
def test_hedged_support_lifts_nothing_above_possibly_true(
    steps: tuple[Step, ...], spoken: Evidence
) -> None:
    """One more source that holds back makes nothing surer than it was, or than 3."""
    newcomer = attrs.evolve(
        spoken,
        source=attrs.evolve(spoken.source, id="person:a-newcomer"),
        hedges=["could"],
        own_voice=False,
        authentication="",
    )
    before = claim_of(*steps)
    after = claim_of(*steps, (EvidenceGiven(evidence=newcomer), report("Evening Post", 28)))
    surest = min(before.confidence.credibility, Credibility.POSSIBLY_TRUE)

    assert surest <= after.confidence.credibility


# Findings -----------------------------------------------------------------------------------------


@given(histories)
def test_one_row_of_the_table_decides(steps: tuple[Step, ...]) -> None:
    """Exactly one row is met; those above it are not, those below are not or are moot."""
    found = NEWSROOM.judge(claim_of(*steps)).findings[-len(NEWSROOM.rules) :]
    met = [one.met for one in found]
    decided = met.index(Met.YES)

    assert {Met.NO} >= set(met[:decided])
    assert {Met.NO, Met.MOOT} >= set(met[decided + 1 :])


@given(histories)
def test_findings_and_caveats_rest_on_entries_that_are_there(steps: tuple[Step, ...]) -> None:
    """Every revision that is named is one of the claim's."""
    claim = claim_of(*steps)
    judgement = NEWSROOM.judge(claim)
    found = {revision for one in judgement.findings for revision in one.revisions}
    told = {revision for one in judgement.confidence.caveats for revision in one.revisions}

    assert found | told <= set(range(1, claim.revision + 1))


@given(cases)
def test_without_a_ruling_the_status_is_the_deciding_rows(steps: tuple[Step, ...]) -> None:
    """Nothing but the table gives the status."""
    claim = claim_of(*steps)
    assume(claim.ruling is None)
    decided = next(
        rule
        for rule, one in zip(NEWSROOM.rules, NEWSROOM.judge(claim).findings[1:], strict=True)
        if one.met is Met.YES
    )

    assert decided.status is claim.status
