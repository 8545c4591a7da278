"""The ledger: the story of the design, typed as people type it."""

from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.errors import InvalidValueError, StoreUnavailableError
from claimtrack.ledger import Ledger
from claimtrack.model.confidence import CaveatKind
from claimtrack.model.status import Status
from tests.cases import FIRST, OPENED, TALKS
from tests.fakes import ScriptedClock
from tests.ledgers import URL_1, URL_2, NewLedger, memory_ledger, told

DENIED = "belarus-talks: reported (F3) -> disputed (F3)"


def _record_the_story(ledger: Ledger) -> list[str]:
    """Record the first report and the follow-up as design.md has them; give what changed."""
    with ledger.follow_up(
        ct.Report("Example News", published_at="2025-11-26", url=URL_1, relays=["Reuters"])
    ) as f:
        talks = f.open_claim(
            "The United States and Belarus are negotiating the release of at least 100 political"
            " prisoners",
            id="belarus-talks",
            story="belarus-prisoners",
            lang="en",
        )
        talks.asserted_by(ct.anonymous("sources familiar with the matter", count=3, told="Reuters"))
        talks.unclear("who", "when")
        talks.declined(ct.office("White House"), asked_by="Reuters")
        talks.no_reply(ct.office("Embassy of Belarus in Washington"), asked_by="Reuters")
    first = str(f.changes)
    with ledger.follow_up(
        ct.Report("Example Wire", published_at="2025-12-02T14:10+01:00", url=URL_2)
    ) as f:
        f["belarus-talks"].denied_by(
            ct.office("Embassy of Belarus in Washington"), standing="actor"
        )
    return [first, str(f.changes)]


def test_a_story_is_recorded_as_the_design_types_it(new_ledger: NewLedger) -> None:
    """The first report opens the claim, and the denial disputes it."""
    ledger = new_ledger(zone="Europe/Bucharest")
    changes = _record_the_story(ledger)
    claim = ledger.claim("belarus-talks")

    assert ["belarus-talks: opened, reported (F3)", DENIED] == changes
    assert Status.DISPUTED is claim.status
    assert (
        "possibly true (F3): unclear who or when; one origin: Reuters; denied by Embassy of Belarus"
        " in Washington; White House declined to comment"
    ) == str(claim.confidence)


def test_what_was_known_before_a_follow_up_stays_known(new_ledger: NewLedger) -> None:
    """A claim can be read as it was, in full, at the end of any day before."""
    clock = ScriptedClock("2025-11-26T12:00+00:00", "2025-12-02T15:00+00:00")
    ledger = new_ledger(zone="Europe/Bucharest", clock=clock)
    _record_the_story(ledger)
    then = ledger.claim("belarus-talks", known_at="2025-12-01")

    assert (Status.REPORTED, 5) == (then.status, then.revision)
    assert [*range(1, 6)] == [
        entry.revision for entry in ledger.history("belarus-talks", known_at="2025-12-01")
    ]


def test_lists_and_the_feed_are_as_the_design_types_them(new_ledger: NewLedger) -> None:
    """Claims are listed by story and status, and the feed goes on after a position."""
    ledger = new_ledger(zone="Europe/Bucharest")
    _record_the_story(ledger)

    assert ["belarus-talks"] == [
        row.id for row in ledger.claims(story="belarus-prisoners", status="disputed")
    ]
    assert [] == list(ledger.claims(story="belarus-prisoners", status="reported"))
    assert [5, 6] == [entry.position for entry in ledger.entries(after=4)]


def test_a_ruling_is_typed_as_the_design_has_it(new_ledger: NewLedger) -> None:
    """The desk confirms, and says why."""
    ledger = new_ledger(zone="Europe/Bucharest")
    _record_the_story(ledger)
    because = "both governments published the list"
    changes = ledger.rule("belarus-talks", "confirmed", because=because)

    assert "belarus-talks: disputed (F3) -> confirmed (F3)" == str(changes)
    assert because == ledger.history("belarus-talks")[-1].because


def test_every_entry_says_who_wrote_it(new_ledger: NewLedger) -> None:
    """The author of a ledger stands on every entry."""
    ledger = new_ledger(author="Ana Popescu")
    _record_the_story(ledger)

    assert {"Ana Popescu"} == {entry.author for entry in ledger.entries()}


@pytest.mark.parametrize("author", ["", " ", "two\nlines", "nul\x00", "half \ud800"])
def test_an_author_is_one_line(author: str) -> None:
    """Who writes has a name that every store can keep."""
    with pytest.raises(InvalidValueError) as caught:
        memory_ledger(author=author)

    assert "author" == caught.value.field


def test_a_zone_that_does_not_exist_is_refused_at_once() -> None:
    """A ledger does not wait for the first date to find out."""
    with pytest.raises(InvalidValueError, match="zone"):
        memory_ledger(zone="Europe/Atlantis")


def test_a_ledger_closes_itself(tmp_path: Path) -> None:
    """After its block a ledger is closed; a second call of close does nothing."""
    with ct.open_ledger(tmp_path / "belarus.db", author="desk") as ledger:
        ledger.open_claim("It happened", id="it")
    ledger.close()

    with pytest.raises(StoreUnavailableError, match="closed"):
        ledger.claim("it")


def test_a_ledger_closes_itself_after_an_error(tmp_path: Path) -> None:
    """What failed in its block is raised, and the ledger is closed all the same."""
    with pytest.raises(KeyError), ct.open_ledger(tmp_path / "belarus.db", author="desk") as ledger:
        raise KeyError

    with pytest.raises(StoreUnavailableError, match="closed"):
        ledger.summary("it")


def test_what_was_acknowledged_is_there_after_opening_again(tmp_path: Path) -> None:
    """A ledger in a file outlives the object."""
    file = tmp_path / "belarus.db"
    with ct.open_ledger(file, author="desk") as ledger:
        changes = ledger.apply([told(FIRST, OPENED)])

    with ct.open_ledger(f"sqlite:{file}", author="desk") as ledger:
        assert [1] == [
            change.claims[0].after == ledger.claim(TALKS).judgement for change in changes
        ]
        assert changes[0].claims[0].claim_id == ledger.summary(TALKS).id


@pytest.mark.parametrize("url", ["", "memory:x", "sqlite:", "mysql://there", "http://there/x"])
def test_an_unknown_url_is_refused(url: str) -> None:
    """What names no store is refused, and makes no file."""
    with pytest.raises(InvalidValueError) as caught:
        ct.open_ledger(url, author="desk")

    assert "url" == caught.value.field


def test_few_claims_at_hand_change_nothing_but_speed(new_ledger: NewLedger) -> None:
    """A ledger that keeps nothing at hand answers as one that keeps all."""
    ledgers = [new_ledger(claims_at_hand=count) for count in (0, 1, 100)]
    claims = []
    for ledger in ledgers:
        _record_the_story(ledger)
        ledger.open_claim("Something else", id="else")
        ledger.note("belarus-talks", "asked again")
        claims.append([ledger.claim("belarus-talks"), ledger.claim("else")])

    assert claims[0] == claims[1] == claims[2]


def test_caveats_come_in_the_order_of_the_design(new_ledger: NewLedger) -> None:
    """What is unclear is told first, who declined last."""
    ledger = new_ledger()
    _record_the_story(ledger)

    assert [
        CaveatKind.UNCLEAR,
        CaveatKind.ONE_ORIGIN,
        CaveatKind.DENIED,
        CaveatKind.RESPONSE,
    ] == [caveat.kind for caveat in ledger.claim("belarus-talks").confidence.caveats]
