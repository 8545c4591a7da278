"""Reading: claims now and as they were known, lists, histories, what is due, the feed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.errors import ClaimNotFoundError, ConflictError, InvalidValueError
from claimtrack.ledger import Ledger
from claimtrack.model.figure import Figure
from claimtrack.model.report import Report
from claimtrack.model.slots import SlotValue
from claimtrack.model.summary import DueReason
from claimtrack.model.updates import (
    ClaimOpened,
    Noted,
    Reworded,
    SlotAnswered,
    SlotDeclaredUnclear,
    Translated,
)
from tests.cases import EMBASSY, ENVOY, FIRST, OPENED, SOURCES, TALKS, WIRE, asserts, denies, report
from tests.fakes import ScriptedClock
from tests.ledgers import NewLedger, kinds, sqlite_ledger, told

DAY = timedelta(days=1)
MORNING = "2025-11-26T08:00+00:00"
NEXT_MORNING = "2025-11-27T08:00+00:00"


@pytest.fixture
def told_twice(new_ledger: NewLedger) -> Ledger:
    """Tell of a claim on one morning, and again on the next, in Bucharest."""
    ledger = new_ledger(
        zone="Europe/Bucharest", clock=ScriptedClock(MORNING, "2025-11-26T22:30+00:00")
    )
    ledger.apply([told(FIRST, OPENED)])
    ledger.apply([told(WIRE, asserts(SOURCES))])
    return ledger


# As it was known ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known_at", "revision"),
    [
        ("2025-11-26", 1),  # in Bucharest the day ends at ten in the evening UTC
        (date(2025, 11, 26), 1),
        ("2025-11-27", 2),
        ("2025-11-26T10:00", 1),
        ("2025-11-26T08:00Z", 1),
        ("2025-11-27T00:29", 1),
        ("2025-11-27T00:30", 2),
        ("2025-11", 2),
        (datetime(2025, 11, 26, 8, tzinfo=UTC), 1),
        (datetime(2025, 11, 26, 22, 29, 59, 999_999, tzinfo=UTC), 1),
        (datetime(2025, 11, 26, 22, 30, tzinfo=UTC), 2),
        (datetime(2025, 11, 26, 10, tzinfo=timezone(timedelta(hours=2))), 1),
        ("2026", 2),
    ],
)
def test_a_claim_is_read_as_it_was_known(told_twice: Ledger, known_at: Any, revision: int) -> None:
    """A moment is itself, a day its end in the ledger's zone, and so is a minute or a month."""
    assert revision == told_twice.claim(TALKS, known_at=known_at).revision
    assert revision == len(told_twice.history(TALKS, known_at=known_at))


@pytest.mark.parametrize(
    "known_at", ["2025-11-25", "2025-11-26T09:59", datetime(2025, 11, 26, 7, 59, tzinfo=UTC)]
)
def test_before_it_was_opened_there_was_no_claim(told_twice: Ledger, known_at: Any) -> None:
    """A claim that nobody knew of yet is not there."""
    with pytest.raises(ClaimNotFoundError):
        told_twice.claim(TALKS, known_at=known_at)
    with pytest.raises(ClaimNotFoundError):
        told_twice.history(TALKS, known_at=known_at)


@pytest.mark.parametrize(
    "known_at",
    [datetime(2025, 11, 26), "yesterday", "2025-13-01", "", "2025-11-26/..", 7, b"2025"],  # noqa: DTZ001
)
def test_an_impossible_moment_is_refused(told_twice: Ledger, known_at: Any) -> None:
    """What is no moment, or has no end, is refused by name."""
    for read in (told_twice.claim, told_twice.history):
        with pytest.raises(InvalidValueError) as caught:
            read(TALKS, known_at=known_at)

        assert "known_at" == caught.value.field


def test_without_a_zone_days_are_those_of_utc(new_ledger: NewLedger) -> None:
    """A ledger without a zone reads dates as in UTC."""
    ledger = new_ledger(clock=ScriptedClock(MORNING, "2025-11-26T23:59:59.999999+00:00"))
    ledger.apply([told(FIRST, OPENED)])
    ledger.note(TALKS, "late")

    assert 2 == ledger.claim(TALKS, known_at="2025-11-26").revision


# Lists --------------------------------------------------------------------------------------------


@pytest.fixture
def three(new_ledger: NewLedger) -> Ledger:
    """Tell of three claims in two stories."""
    ledger = new_ledger(
        zone="Europe/Bucharest",
        clock=ScriptedClock(MORNING, MORNING, NEXT_MORNING, "2025-12-05T08:00+00:00"),
    )
    one = ClaimOpened(text="100 de deținuți au fost eliberați", lang="ro", story="prisoners")
    two = ClaimOpened(text="The envoy travelled to Minsk", lang="en", story="prisoners")
    unclear = SlotDeclaredUnclear(slots=["who", "when"])
    three = ClaimOpened(text="Fertiliser exports resume", lang="en", story="sanctions")
    ledger.apply(
        [
            told(FIRST, one, asserts(SOURCES), unclear, claim_id="one"),
            told(WIRE, two, asserts(ENVOY), claim_id="two"),
            told(report("Example Wire", 4), three, claim_id="three"),
        ]
    )
    ledger.apply([told(report("Example Wire", 5), denies(EMBASSY), claim_id="one")])
    ledger.update("one", Translated(text="100 prisoners were freed", lang="en"))
    ledger.update(
        "one", SlotAnswered(slot="when", value=SlotValue(text="on Monday")), Noted(text="x")
    )
    ledger.move_work("two", "checking", assignee="ana")
    return ledger


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, "one two three"),
        ({"limit": 2}, "one two"),
        ({"limit": 0}, ""),
        ({"story": "prisoners"}, "one two"),
        ({"story": "prisoners", "limit": 1}, "one"),
        ({"status": "disputed"}, "one"),
        ({"status": "unverified"}, "three"),
        ({"status": "lapsed"}, ""),
        ({"work": "checking"}, "two"),
        ({"work": "new"}, "one three"),
        ({"unclear": "who"}, "one"),
        ({"unclear": "when"}, ""),
        ({"unclear": "wh"}, ""),
        ({"source": "person:john-coale"}, "two"),
        ({"report": FIRST.id}, "one"),
        ({"report": WIRE.id}, "two"),
        ({"text": "eliberati"}, "one"),
        ({"text": "ELIBERAȚI, deţinuţi!"}, "one"),
        ({"text": "prisoners freed"}, "one"),
        ({"text": "prisoner"}, ""),
        ({"text": "deținuți freed"}, ""),
        ({"text": "minsk"}, "two"),
        ({"text": "100"}, "one"),
        ({"text": "'; DROP TABLE claim; --"}, ""),
        ({"text": '"minsk" OR words: *'}, ""),
        ({"recorded_since": "2025-12-05"}, "one two"),
        ({"recorded_since": NEXT_MORNING}, "one two three"),
        ({"recorded_since": "2025-12-06"}, ""),
        ({"reported_since": "2025-12-03"}, "one three"),
        ({"reported_since": "2025-12-05"}, "one"),
        ({"reported_since": date(2025, 12, 5)}, "one"),
        ({"reported_since": datetime(2025, 12, 4, 22, tzinfo=UTC)}, "one"),
        ({"reported_since": datetime(2025, 12, 4, 22, 0, 0, 1, tzinfo=UTC)}, ""),
        ({"story": "prisoners", "status": "disputed", "unclear": "who", "text": "100"}, "one"),
        ({"story": "sanctions", "status": "disputed"}, ""),
    ],
)
def test_claims_are_found_by_every_condition(
    three: Ledger, conditions: dict[str, Any], found: str
) -> None:
    """Every condition that is given must hold; claims come in the order of opening."""
    assert found.split() == [row.id for row in three.claims(**conditions)]


@pytest.mark.parametrize(
    "conditions",
    [
        {"story": "../x"},
        {"status": "certain"},
        {"work": "asleep"},
        {"unclear": "Who?"},
        {"limit": -1},
        {"limit": True},
        {"limit": "2"},
        {"text": " … "},
        {"source": "half \ud800"},
        {"report": "nul \x00"},
        {"recorded_since": "lately"},
        {"recorded_since": datetime(2025, 12, 1)},  # noqa: DTZ001
        {"reported_since": "../2025"},
    ],
)
def test_an_impossible_condition_is_refused_at_once(
    ledger: Ledger, conditions: dict[str, Any]
) -> None:
    """What the ledger does not know is refused where it is asked, by name."""
    with pytest.raises(InvalidValueError) as caught:
        ledger.claims(**conditions)

    (name,) = conditions
    assert name.removesuffix("_id") in caught.value.field


def test_a_summary_says_what_the_claim_says(three: Ledger) -> None:
    """Row and claim are of one mind."""
    for row in three.claims():
        claim = three.claim(row.id)

        assert row == three.summary(row.id)
        assert (claim.status, claim.confidence.grade) == (row.status, row.grade)
        assert (claim.text, claim.story, claim.revision) == (row.text, row.story, row.revision)
        assert " ".join(claim.unclear) == row.unclear
        assert (claim.recorded_at, claim.reported_at) == (row.recorded_at, row.reported_at)


def test_rewording_leaves_the_old_words_findable(ledger: Ledger) -> None:
    """A claim is found by any words that it ever had."""
    ledger.apply([told(FIRST, OPENED, Reworded(text="Conversații la Minsk"))])

    for text in ("negotiating", "conversatii"):
        assert [TALKS] == [row.id for row in ledger.claims(text=text)]


# Due ----------------------------------------------------------------------------------------------


def test_claims_are_due_for_every_reason(new_ledger: NewLedger) -> None:
    """To be looked at again, past its time, ruled before newer evidence, or flagged."""
    ledger = new_ledger(zone="Europe/Bucharest")
    at = datetime(2025, 12, 24, 12, tzinfo=UTC)
    for name in ("recheck", "ruled", "leaning", "fallen", "quiet"):
        ledger.open_claim(f"{name} claim", id=name)
    ledger.open_claim("They will", id="plan", kind="plan", expected_by="2025-12-23")
    ledger.open_claim("Not yet", id="later", kind="plan", expected_by="2025-12-24")
    ledger.open_claim("Done", id="done", kind="plan", expected_by="2025-12-23")
    ledger.rule("done", "confirmed", because="it was seen")
    ledger.move_work("recheck", "waiting", recheck_by=at)
    ledger.rule("ruled", "refuted", because="no")
    ledger.apply([told(FIRST, asserts(ENVOY, standing="actor"), claim_id="ruled")])
    ledger.link("leaning", "depends_on", "fallen")
    ledger.rule("fallen", "refuted", because="no")

    assert {
        "recheck": (DueReason.RECHECK,),
        "ruled": (DueReason.RULING_PREDATES_EVIDENCE,),
        "leaning": (DueReason.FLAGGED,),
        "plan": (DueReason.EXPECTED,),
    } == {row.id: row.due_reasons(at) for row in ledger.due(at)}
    assert ["recheck", "ruled"] == [row.id for row in ledger.due(at, limit=2)]
    assert ["ruled", "leaning"] == [row.id for row in ledger.due(at - DAY - DAY)]
    assert "later" in [row.id for row in ledger.due(at + DAY)]


def test_due_asks_the_clock_where_no_moment_is_given(new_ledger: NewLedger) -> None:
    """Without a moment it is now."""
    ledger = new_ledger(clock=ScriptedClock(MORNING, MORNING, MORNING, NEXT_MORNING))
    ledger.open_claim("It happened", id="it")
    ledger.move_work("it", "waiting", recheck_by=datetime(2025, 11, 26, 9, tzinfo=UTC))

    assert [] == list(ledger.due())
    assert ["it"] == [row.id for row in ledger.due()]


@pytest.mark.parametrize(("at", "limit"), [(datetime(2025, 12, 1), None), (None, -1), ("now", 1)])  # noqa: DTZ001
def test_due_refuses_what_is_no_moment(ledger: Ledger, at: Any, limit: Any) -> None:
    """A naive moment, or a limit below nothing, is refused at once."""
    with pytest.raises(InvalidValueError) as caught:
        ledger.due(at, limit=limit)

    assert caught.value.field in ("at", "limit")


# Beside another writer ----------------------------------------------------------------------------


def test_what_another_writer_adds_is_read_whichever_claim_was_read_before(tmp_path: Path) -> None:
    """A claim is read as it is, whether it is at hand, was changed since, or is read for once."""
    path = tmp_path / "belarus.db"
    with sqlite_ledger(path) as writer, sqlite_ledger(path) as reader:
        for name in ("first", "second"):
            writer.open_claim(f"A {name} claim", id=name)
        assert 1 == reader.claim("first").revision
        for revision in (2, 4):
            for name in ("second", "first"):
                writer.note(name, "called the embassy")
                assert revision == reader.claim(name).revision
                assert reader.claim(name) == writer.claim(name)
                writer.note(name, "no answer")
                assert revision + 1 == reader.claim(name, known_at="2030-01-01").revision


# The feed -----------------------------------------------------------------------------------------


def test_the_feed_goes_on_after_any_position(three: Ledger) -> None:
    """Who remembers a position misses nothing, and gets nothing twice."""
    feed = list(three.entries())

    assert list(range(1, len(feed) + 1)) == [entry.position for entry in feed]
    for after in range(len(feed) + 1):
        assert feed[after:] == list(three.entries(after=after))
    assert [] == list(three.entries(after=1_000))


def test_a_history_is_the_feed_of_one_claim(three: Ledger) -> None:
    """Entries are the same, however they are read."""
    for row in three.claims():
        assert three.history(row.id) == tuple(
            entry for entry in three.entries() if entry.claim_id == row.id
        )


# Zones --------------------------------------------------------------------------------------------


def _published(ledger: Ledger, carrier: Report) -> datetime | None:
    """Record a report, and give the moment at which it begins."""
    ledger.apply([told(carrier, OPENED)])
    entry = ledger.history(TALKS)[0]
    assert entry.report is not None
    assert entry.report.published_at is not None
    return entry.report.published_at.earliest


@pytest.mark.parametrize(
    ("zone", "reports_zone", "hour"),
    [
        ("", "", 0),
        ("Europe/Bucharest", "", -2),
        ("Europe/Bucharest", "America/New_York", 5),
        ("", "America/New_York", 5),
    ],
)
def test_a_date_is_a_day_in_the_reports_zone_else_the_ledgers(
    new_ledger: NewLedger, zone: str, reports_zone: str, hour: int
) -> None:
    """A date without a zone is a day where it was published."""
    ledger = new_ledger(zone=zone)
    carrier = attrs.evolve(FIRST, zone=reports_zone)

    midnight = datetime(2025, 11, 26, tzinfo=UTC)
    assert midnight + timedelta(hours=hour) == _published(ledger, carrier)


def test_a_date_without_any_zone_stays_marked(ledger: Ledger) -> None:
    """Read as in UTC, it still says that nobody gave a zone."""
    _published(ledger, FIRST)
    carrier = ledger.history(TALKS)[0].report

    assert carrier is not None
    assert carrier.published_at is not None
    assert carrier.published_at.is_floating


def test_a_moment_with_its_offset_needs_no_zone(new_ledger: NewLedger) -> None:
    """An offset wins over every zone."""
    ledger = new_ledger(zone="Europe/Bucharest")
    carrier = attrs.evolve(WIRE, published_at="2025-12-02T14:10+01:00", zone="America/New_York")

    assert datetime(2025, 12, 2, 13, 10, tzinfo=UTC) == _published(ledger, carrier)


def test_dates_in_answers_are_read_in_the_reports_zone(new_ledger: NewLedger) -> None:
    """Windows and figures of a report mean its days."""
    ledger = new_ledger(zone="Europe/Bucharest")
    carrier = attrs.evolve(FIRST, zone="+05:00")
    figure = Figure.at_least(100, as_at="2025-11-26")
    ledger.apply(
        [
            told(
                carrier,
                OPENED,
                SlotAnswered(slot="when", value=SlotValue(window="2025-12-24")),
                SlotAnswered(slot="how_many", value=SlotValue(figure=figure)),
            )
        ]
    )
    ledger.update(TALKS, SlotAnswered(slot="until", value=SlotValue(window="2025-12-24")))
    claim = ledger.claim(TALKS)
    when, many, until = (
        claim.slot(name).candidates[0].value for name in ("when", "how_many", "until")
    )

    assert when.window is not None
    assert many.figure is not None
    assert many.figure.as_at is not None
    assert until.window is not None
    assert ["+05:00", "+05:00", "Europe/Bucharest"] == [
        when.window.zone,
        many.figure.as_at.zone,
        until.window.zone,
    ]


# Two ledgers --------------------------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Ledger, Ledger]]:
    """Open one file twice."""
    file = tmp_path / "belarus.db"
    with sqlite_ledger(file, author="ana") as one, sqlite_ledger(file, author="bogdan") as other:
        yield one, other


def test_ledgers_of_one_file_see_what_the_other_wrote(pair: tuple[Ledger, Ledger]) -> None:
    """What is kept at hand is brought up to date."""
    one, other = pair
    one.apply([told(FIRST, OPENED)])
    first = other.claim(TALKS)
    other.apply([told(WIRE, asserts(SOURCES))])
    second = one.claim(TALKS)
    one.note(TALKS, "seen")

    assert [1, 2, 3] == [first.revision, second.revision, other.claim(TALKS).revision]
    assert one.claim(TALKS) == other.claim(TALKS)
    assert ["ana", "bogdan", "ana"] == [entry.author for entry in other.entries()]
    assert [] == list(one.check()) == list(other.check())


def test_ledgers_of_one_file_know_what_the_other_applied(pair: tuple[Ledger, Ledger]) -> None:
    """A follow-up is applied once, whoever does it."""
    one, other = pair
    work = [told(FIRST, OPENED, asserts(SOURCES))]
    changes = [*one.apply(work), *other.apply(work), *one.apply(work)]

    assert [False, True, True] == [change.was_applied for change in changes]


def test_ledgers_of_one_file_know_sources_as_the_other_rated_them(
    pair: tuple[Ledger, Ledger],
) -> None:
    """What one learned of a source the other gives with new evidence."""
    one, other = pair
    one.apply([told(FIRST, OPENED, asserts(ENVOY))])
    other.rate_source("person:john-coale", "C")
    other.open_claim("Another", id="other")
    one.apply([told(WIRE, asserts(ENVOY), claim_id="other")])

    assert ["C", "C"] == [one.claim(name).confidence.reliability for name in (TALKS, "other")]


def test_ledgers_of_one_file_find_the_same_text(pair: tuple[Ledger, Ledger]) -> None:
    """A made id leads to the claim of the other ledger, and the revision counts on."""
    one, other = pair
    for ledger in pair:
        with ledger.follow_up(FIRST) as f:
            f.open_claim("It happened", story="s")

    assert f.changes.was_applied
    assert ["claim-1"] == [row.id for row in other.claims()] == [row.id for row in one.claims()]


def test_an_update_of_the_other_is_a_conflict_for_who_expected_less(
    pair: tuple[Ledger, Ledger],
) -> None:
    """The revision is asked of the file, not of what is at hand."""
    one, other = pair
    one.apply([told(FIRST, OPENED)])
    other.note(TALKS, "x")
    with pytest.raises(ConflictError) as caught:
        one.update(TALKS, Noted(text="y"), expected_revision=1)

    assert 2 == caught.value.actual
    assert ["ClaimOpened", "Noted"] == kinds(one)
