"""Acts: what follows on other claims from what is recorded on one."""

import pytest

from claimtrack.errors import UpdateRefusedError
from claimtrack.ledger import Ledger
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.status import Status
from claimtrack.model.summary import DueReason
from claimtrack.model.updates import Flagged, Linked, Unlinked
from tests.cases import ENVOY, FIRST, OPENED, SOURCES, TALKS, WIRE, asserts, denies, taken_back
from tests.ledgers import NewLedger, kinds, size, standing, told


def _two(ledger: Ledger) -> None:
    """Open a claim with support, and another without."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    ledger.open_claim("Another", id="other")


# Links --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(LinkKind))
def test_a_link_is_written_on_both_claims(ledger: Ledger, kind: LinkKind) -> None:
    """The other claim carries the link turned round, with the same reason."""
    _two(ledger)
    changes = ledger.link("other", kind, TALKS, because="they belong together")
    here, there = ledger.claim("other"), ledger.claim(TALKS)

    assert [Link(kind=kind, other=TALKS)] == [one.link for one in here.links]
    assert [Link(kind=kind, other="other", inverse=True)] == [one.link for one in there.links]
    assert {"they belong together"} == {
        ledger.history(name)[-1].because for name in ("other", TALKS)
    }
    assert ["other", TALKS] == [change.claim_id for change in changes.claims]


def test_a_link_is_taken_from_both_claims(ledger: Ledger) -> None:
    """A link that does not hold is gone from either end, told from either end."""
    _two(ledger)
    for teller, link in (
        (TALKS, Link(kind="refines", other="other")),
        ("other", Link(kind="refines", other=TALKS, inverse=True)),
    ):
        ledger.link(TALKS, "refines", "other")
        ledger.update(teller, Unlinked(link=link), because="a mistake")

        assert ((), ()) == (ledger.claim(TALKS).links, ledger.claim("other").links)


def test_a_link_is_not_written_twice(ledger: Ledger) -> None:
    """Neither again, nor the other way round; another kind is another link."""
    _two(ledger)
    ledger.link(TALKS, "refines", "other")
    before = size(ledger)
    with pytest.raises(UpdateRefusedError, match="already"):
        ledger.link(TALKS, "refines", "other")
    with pytest.raises(UpdateRefusedError, match="other way round"):
        ledger.link("other", "refines", TALKS)

    assert before == size(ledger)
    ledger.link(TALKS, "part_of", "other")


def test_claims_of_one_follow_up_can_be_linked(ledger: Ledger) -> None:
    """A claim that the same act opened is there to be linked to."""
    with ledger.follow_up(FIRST) as f:
        one = f.open_claim("One", id="one")
        f.open_claim("Two", id="two")
        one.link("depends_on", "two")

    assert [True] == [standing.link.inverse for standing in ledger.claim("two").links]
    assert {FIRST.id} == {entry.report.id for entry in ledger.entries() if entry.report}
    assert 4 == size(ledger)


# Flags --------------------------------------------------------------------------------------------


def test_what_leans_on_a_claim_that_falls_is_flagged_and_not_moved(ledger: Ledger) -> None:
    """The flag says which claim fell; the status stays."""
    _two(ledger)
    ledger.apply([told(WIRE, asserts(ENVOY), claim_id="other")])
    ledger.link("other", "depends_on", TALKS)
    changes = ledger.withdraw_report(FIRST.id, because="they said so")
    other = ledger.claim("other")

    assert [Flagged(link=Link(kind="depends_on", other=TALKS), status=Status.RETRACTED)] == [
        one.flag for one in other.flags
    ]
    assert Status.REPORTED is other.status
    assert [(TALKS, True), ("other", False)] == [
        (change.claim_id, change.is_move) for change in changes.claims
    ]
    assert ["other"] == [row.id for row in ledger.due() if row.id != TALKS]
    assert (DueReason.FLAGGED,) == ledger.summary("other").due_reasons(ledger.now())


def test_a_flag_is_taken_away_when_the_claim_stands_again(ledger: Ledger) -> None:
    """Better news clears what worse news raised."""
    _two(ledger)
    ledger.link("other", "depends_on", TALKS)
    ledger.rule(TALKS, "refuted", because="a forgery")
    flagged = ledger.claim("other").flags
    ledger.lift_ruling(TALKS, because="it was not")

    assert 1 == len(flagged)
    assert () == ledger.claim("other").flags
    assert "" == ledger.summary("other").attention


def test_a_claim_that_falls_further_flags_nobody_again(ledger: Ledger) -> None:
    """From refuted to retracted it stays fallen."""
    _two(ledger)
    ledger.link("other", "depends_on", TALKS)
    ledger.rule(TALKS, "refuted", because="a forgery")
    ledger.rule(TALKS, "retracted", because="taken back, too")

    assert ["ClaimOpened", "Linked", "Flagged"] == kinds(ledger, "other")


def test_a_link_to_a_claim_that_fell_is_flagged_at_once(ledger: Ledger) -> None:
    """Whoever comes to lean on what fell already is told."""
    _two(ledger)
    ledger.rule(TALKS, "refuted", because="a forgery")
    ledger.link("other", "depends_on", TALKS)

    assert ["ClaimOpened", "Linked", "Flagged"] == kinds(ledger, "other")


def test_unlinking_takes_the_flag_away(ledger: Ledger) -> None:
    """A claim that leans on nothing has nothing to be flagged for."""
    _two(ledger)
    ledger.link("other", "depends_on", TALKS)
    ledger.rule(TALKS, "refuted", because="a forgery")
    ledger.update("other", Unlinked(link=Link(kind="depends_on", other=TALKS)))

    assert () == ledger.claim("other").flags


def test_what_leans_on_nothing_that_fell_is_left_alone(ledger: Ledger) -> None:
    """What a fallen claim itself depends on is not flagged, nor what it contradicts."""
    _two(ledger)
    ledger.link(TALKS, "depends_on", "other")
    ledger.link(TALKS, "contradicts", "other")
    ledger.rule(TALKS, "refuted", because="a forgery")

    assert ["ClaimOpened", "Linked", "Linked"] == kinds(ledger, "other")


def test_a_superseded_claim_is_flagged_when_the_newer_one_falls(ledger: Ledger) -> None:
    """What took its place does not stand: somebody must look at the old claim."""
    _two(ledger)
    ledger.link("other", "supersedes", TALKS)
    superseded = ledger.claim(TALKS).status
    ledger.rule("other", "refuted", because="a forgery")
    talks = ledger.claim(TALKS)

    assert Status.SUPERSEDED is superseded
    assert [Link(kind="supersedes", other="other", inverse=True)] == [
        one.flag.link for one in talks.flags
    ]


def test_who_leans_on_a_claim_hears_of_what_a_link_does_to_it(ledger: Ledger) -> None:
    """A claim that a supersession lifts out of its fall stands again for those that lean on it."""
    _two(ledger)
    ledger.open_claim("Leans on it", id="leaning")
    ledger.link("leaning", "depends_on", TALKS)
    ledger.apply([told(WIRE, taken_back(2))])
    fallen = ledger.claim("leaning").flags
    ledger.link("other", "supersedes", TALKS)
    lifted = ledger.claim("leaning").flags
    ledger.update("other", Unlinked(link=Link(kind="supersedes", other=TALKS)))

    assert [1, 0, 1] == [len(fallen), len(lifted), len(ledger.claim("leaning").flags)]
    assert Status.RETRACTED is ledger.claim(TALKS).status


def test_moving_the_work_answers_a_flag(ledger: Ledger) -> None:
    """Somebody who moved the work after the flag was raised has looked."""
    _two(ledger)
    ledger.link("other", "depends_on", TALKS)
    ledger.rule(TALKS, "refuted", because="a forgery")
    flagged = ledger.summary("other").attention
    ledger.move_work("other", "done")

    assert ("flagged", "") == (flagged, ledger.summary("other").attention)
    assert 1 == len(ledger.claim("other").flags)


# Duplicates ---------------------------------------------------------------------------------------


def test_evidence_of_a_duplicate_is_given_again_with_its_report(ledger: Ledger) -> None:
    """The kept claim rests on what the other rested on, as its reports had it."""
    _two(ledger)
    ledger.apply([told(WIRE, denies(ENVOY))])
    ledger.link(TALKS, "duplicates", "other")
    dropped, kept = ledger.claim(TALKS), ledger.claim("other")

    assert [(one.evidence, one.report) for one in dropped.evidence] == [
        (one.evidence, one.report) for one in kept.evidence
    ]
    assert dropped.status is kept.status
    assert [] == list(ledger.check())


def test_either_end_may_tell_of_a_duplicate(new_ledger: NewLedger) -> None:
    """Told from the kept claim the evidence goes the same way."""
    ledger = new_ledger()
    _two(ledger)
    far = Linked(link=Link(kind="duplicates", other=TALKS, inverse=True))
    ledger.update("other", far)

    assert ["ClaimOpened", "Linked", "EvidenceGiven"] == kinds(ledger, "other")
    assert ["ClaimOpened", "EvidenceGiven", "Linked"] == kinds(ledger)


def test_only_what_stands_and_is_not_there_is_given_again(ledger: Ledger) -> None:
    """What was taken back stays so, and what the kept claim has it has once."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES), asserts(ENVOY))])
    ledger.open_claim("Another", id="other")
    ledger.apply([told(FIRST, asserts(SOURCES), claim_id="other", key="again")])
    ledger.update(TALKS, taken_back(3))
    ledger.link(TALKS, "duplicates", "other")

    assert [2] == standing(ledger.claim("other"))


def test_evidence_without_a_report_is_given_again_without_one(ledger: Ledger) -> None:
    """What the desk heard itself does not get the report that links the claims."""
    ledger.open_claim("One", id="one")
    ledger.open_claim("Two", id="two")
    ledger.update("one", asserts(ENVOY))
    ledger.apply([told(WIRE, Linked(link=Link(kind="duplicates", other="two")), claim_id="one")])

    assert [None] == [one.report for one in ledger.claim("two").evidence]
    assert [WIRE] == [entry.report for entry in ledger.history("two") if entry.report]


def test_a_kept_claim_that_falls_flags_what_leans_on_it(ledger: Ledger) -> None:
    """What follows from evidence given again follows for others as well."""
    _two(ledger)
    ledger.open_claim("Leans on it", id="leaning")
    ledger.link("leaning", "depends_on", "other")
    ledger.link(TALKS, "duplicates", "other")
    ledger.withdraw_report(FIRST.id, because="they said so")

    assert Status.RETRACTED is ledger.claim("other").status
    assert ["ClaimOpened", "Linked", "Flagged"] == kinds(ledger, "leaning")


# Salts, hashes ------------------------------------------------------------------------------------


def test_salts_and_hashes_chain_by_claim(ledger: Ledger) -> None:
    """Each entry has a salt of its own, and the hash of its claim's entry before."""
    with ledger.follow_up(FIRST) as f:
        f.open_claim("One", id="one")
        f.open_claim("Two", id="two")
        f["one"].note("x")
    ledger.note("one", "y")
    entries = list(ledger.entries())

    assert 4 == len({entry.salt for entry in entries})
    for name in ("one", "two"):
        history = ledger.history(name)
        assert [bytes(32), *(entry.hash for entry in history[:-1])] == [
            entry.previous_hash for entry in history
        ]
