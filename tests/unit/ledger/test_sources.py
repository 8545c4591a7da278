"""Sources: what is learned of them holds on every claim, and for all that they say later."""

import attrs
import pytest

from claimtrack.errors import ClaimNotFoundError
from claimtrack.ledger import Ledger
from claimtrack.model.follow_up import FollowUp, Item
from claimtrack.model.source import Reliability, Source, anonymous
from claimtrack.model.updates import ClaimOpened, EvidenceGiven
from tests.cases import ENVOY, FIRST, SOURCES, WIRE, asserts, denies, report
from tests.ledgers import NewLedger, kinds, told

ENVOYS_ID = "person:john-coale"


def _three(ledger: Ledger) -> None:
    """Open three claims; the envoy supports the first two."""
    for name in ("one", "two", "three"):
        ledger.open_claim(f"Claim {name}", id=name)
    ledger.apply(
        [
            told(FIRST, asserts(ENVOY), claim_id="one"),
            told(WIRE, asserts(ENVOY), asserts(SOURCES), claim_id="two"),
        ]
    )


def _last_source(ledger: Ledger, claim_id: str) -> Source:
    """Give the source of the last entry of a claim, as the entry has it."""
    update = ledger.history(claim_id)[-1].update
    assert isinstance(update, EvidenceGiven)
    return update.evidence.source


def test_a_rating_is_one_entry_on_each_claim(ledger: Ledger) -> None:
    """All of it is one act, and every claim is judged again."""
    _three(ledger)
    changes = ledger.rate_source(ENVOYS_ID, "B", because="right so far")

    assert ["one: reported (F3) -> reported (B3)", "two: reported (F3) -> reported (B3)"] == str(
        changes
    ).splitlines()
    assert ["SourceRated", "SourceRated", "ClaimOpened"] == [
        kinds(ledger, name)[-1] for name in ("one", "two", "three")
    ]
    assert 1 == len({entry.recorded_at for entry in ledger.entries(after=6)})


def test_new_evidence_has_the_source_as_last_known(ledger: Ledger) -> None:
    """What a source says later, on whatever claim, comes with its rating."""
    _three(ledger)
    ledger.rate_source(ENVOYS_ID, "B")
    ledger.rate_source(ENVOYS_ID, "D")
    rated_at = ledger.history("one")[-1].recorded_at
    ledger.apply([told(report("Example Wire", 7), denies(ENVOY), claim_id="three")])
    source = _last_source(ledger, "three")

    assert (Reliability.D, rated_at) == (source.reliability, source.rated_at)
    assert "D" == ledger.claim("three").confidence.reliability


def test_a_follow_up_knows_what_it_says_itself_of_a_source(ledger: Ledger) -> None:
    """A rating that comes with the evidence is the record of the source from then on."""
    _three(ledger)
    rated = attrs.evolve(ENVOY, reliability="C")
    ledger.apply(
        [
            told(FIRST, asserts(rated), claim_id="three", key="rated"),
            told(WIRE, asserts(ENVOY), claim_id="one", key="later"),
        ]
    )

    assert Reliability.C is _last_source(ledger, "one").reliability


def test_a_source_can_be_rated_down_to_nothing(ledger: Ledger) -> None:
    """F takes a rating away again."""
    _three(ledger)
    ledger.rate_source(ENVOYS_ID, "B")
    ledger.rate_source(ENVOYS_ID, "F")
    ledger.apply([told(report("Example Wire", 7), asserts(ENVOY), claim_id="three")])

    assert Reliability.F is _last_source(ledger, "three").reliability
    assert [] == list(ledger.check())


def test_a_source_that_becomes_known_by_name_is_named_everywhere(ledger: Ledger) -> None:
    """The name stands on every claim, and on what the same source says later in that report."""
    official = anonymous("a senior official")
    for name in ("one", "two"):
        opened = ClaimOpened(text=f"Claim {name}")
        ledger.apply([told(FIRST, opened, asserts(official), claim_id=name, key=name)])
    source_id = ledger.claim("one").evidence[0].source.id
    ledger.name_source(source_id, "Ivan Ivanov", role="deputy minister", because="he says so")
    ledger.apply([told(FIRST, denies(official), claim_id="one", key="later")])
    found = [given.source for name in ("one", "two") for given in ledger.claim(name).evidence]

    assert {(source_id, "Ivan Ivanov", "deputy minister")} == {
        (source.id, source.name, source.role) for source in found
    }
    assert {"a senior official"} == {source.description for source in found}


def test_the_same_words_in_another_report_stay_nameless(ledger: Ledger) -> None:
    """Naming one source names nobody who is described alike."""
    official = anonymous("a senior official")
    opened = ClaimOpened(text="One")
    ledger.apply([told(FIRST, opened, asserts(official), claim_id="one")])
    ledger.name_source(ledger.claim("one").evidence[0].source.id, "Ivan Ivanov")
    ledger.apply([told(WIRE, asserts(official), claim_id="one")])

    assert ["Ivan Ivanov", ""] == [given.source.name for given in ledger.claim("one").evidence]


def test_what_was_said_before_a_rating_stays_as_it_was(new_ledger: NewLedger) -> None:
    """The past is not rewritten: the entry has the source as it was known then."""
    ledger = new_ledger()
    _three(ledger)
    before = ledger.history("one")
    ledger.rate_source(ENVOYS_ID, "B")

    assert before == ledger.history("one")[:-1]
    assert "F" == ledger.claim("one", known_at=before[-1].recorded_at).confidence.reliability


def test_what_one_act_refused_is_not_known_of_a_source(ledger: Ledger) -> None:
    """A rating that was not recorded does not come with later evidence."""
    _three(ledger)
    rated = attrs.evolve(ENVOY, reliability="A")
    items = [Item(claim_id=name, update=asserts(rated)) for name in ("three", "nowhere")]
    with pytest.raises(ClaimNotFoundError):
        ledger.apply([FollowUp(report=FIRST, items=items, key="refused")])
    ledger.apply([told(WIRE, asserts(ENVOY), claim_id="three", key="later")])

    assert Reliability.F is _last_source(ledger, "three").reliability
