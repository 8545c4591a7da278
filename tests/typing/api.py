"""What users' type checkers see of the ledger. Checked, never run."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import assert_type

import claimtrack as ct
from claimtrack.model.ids import SourceId
from claimtrack.testing import CountingIds, SteppingClock, StoreContract


def names() -> None:
    """A name that the package does not have is an error, not anything at all."""
    print(ct.Rumour)  # type: ignore[attr-defined]
    assert_type(ct.__version__, str)


def opening(path: Path) -> None:
    """A ledger is opened by url or path, and closes itself."""
    with ct.open_ledger("belarus.db", author="desk", zone="Europe/Bucharest") as ledger:
        assert_type(ledger, ct.Ledger)
    assert_type(ct.open_ledger(path, author="desk", policy=ct.NEWSROOM), ct.Ledger)
    assert_type(ledger.close(), None)
    ct.open_ledger(path)  # type: ignore[call-arg]
    ct.open_ledger(path, "desk")  # type: ignore[call-arg]


def recording(ledger: ct.Ledger) -> None:
    """A follow-up hands out handles, and takes what people type."""
    report = ct.Report("Example News", published_at="2025-11-26", url="…", relays=["Reuters"])
    assert_type(report, ct.Report)
    with ledger.follow_up(report, key="morning", amend=True) as f:
        assert_type(f, ct.FollowUpRecorder)
        talks = f.open_claim("They talk", id="talks", story="s", expected_by="2025-12-24")
        assert_type(talks, ct.ClaimHandle)
        assert_type(talks.id, ct.ClaimId)
        talks.asserted_by(ct.anonymous("officials", count=3), hedges=["could"], standing="actor")
        talks.own_voice(wording="They talk", span=ct.Span(start=0, end=9))
        talks.declined(ct.office("White House"), asked_by="Reuters")
        talks.answered(ct.person("John Coale"), ct.Outcome.DENIED, standing=ct.Standing.ACTOR)
        talks.unclear("who", "when")
        talks.answer("how_many", ct.Figure.at_least(100, "people"))
        talks.answer("when", ct.Window.parse("2025-12-24"), source=ct.organisation("Viasna"))
        talks.close("why", None, because="there is none")
        talks.link("depends_on", "other")
        talks.add(ct.Noted(text="x"), because="y")
        assert_type(f["talks"], ct.ClaimHandle)
        talks.asserted_by(ct.person("x"), mood="good")  # type: ignore[call-arg]
        talks.asserted_by("somebody")  # type: ignore[arg-type]
        talks.answer("how_many", 100)  # type: ignore[arg-type]
    assert_type(f.changes, ct.Changes)


def applying(ledger: ct.Ledger) -> None:
    """Follow-ups are values, applied in bulk."""
    talks = ct.parse_claim_id("talks")
    item = ct.Item(claim_id=talks, update=ct.Noted(text="x"), review="look")
    follow_up = ct.FollowUp(report=ct.Report(url="…"), items=[item], key="k")
    assert_type(follow_up.key, str)
    assert_type(follow_up.items, tuple[ct.Item, ...])
    assert_type(ledger.apply([follow_up], accept=True, progress=print), tuple[ct.Changes, ...])
    assert_type(ledger.apply(iter([follow_up]), whole=True, amend=True), tuple[ct.Changes, ...])
    for changes in ledger.apply([follow_up]):
        assert_type(changes.was_applied, bool)
        assert_type(changes.entry_count, int)
        for change in changes.claims:
            assert_type(change, ct.Change)
            assert_type(change.before, ct.Judgement | None)
            assert_type(change.after, ct.Judgement)
            assert_type(change.revisions, tuple[int, ...])
            assert_type(change.is_move, bool)


def desk_work(ledger: ct.Ledger, at: datetime) -> None:
    """Every verb of the desk says what it did."""
    assert_type(ledger.open_claim("They talk", kind="plan", same_text=True), ct.Claim)
    assert_type(ledger.update("talks", ct.Noted(text="x"), expected_revision=3), ct.Changes)
    assert_type(ledger.rule("talks", "confirmed", because="x", credibility=1), ct.Changes)
    assert_type(ledger.rule("talks", ct.Status.LAPSED, because="x"), ct.Changes)
    assert_type(ledger.lift_ruling("talks", because="x"), ct.Changes)
    assert_type(ledger.set_confidence("talks", ct.Credibility(2), because="x"), ct.Changes)
    assert_type(ledger.show_independence("talks", "a", "b", because="x"), ct.Changes)
    assert_type(ledger.note("talks", "x"), ct.Changes)
    assert_type(ledger.move_work("talks", "waiting", recheck_by=at), ct.Changes)
    assert_type(ledger.link("talks", ct.LinkKind.REFINES, "other"), ct.Changes)
    assert_type(ledger.rejudge("talks"), ct.Changes)
    assert_type(ledger.rate_source("person:x", "B"), ct.Changes)
    assert_type(ledger.name_source("unnamed:x", "Ivan", role="aide"), ct.Changes)
    assert_type(ledger.withdraw_source("person:x", because="x"), ct.Changes)
    assert_type(ledger.withdraw_report("…", because="x", by="desk"), ct.Changes)
    ledger.rule("talks", "confirmed")  # type: ignore[call-arg]
    ledger.update("talks", "noted")  # type: ignore[arg-type]


def reading(ledger: ct.Ledger, at: datetime) -> None:
    """Questions are answered by values."""
    assert_type(ledger.claim("talks"), ct.Claim)
    assert_type(ledger.claim("talks", known_at="2025-12-01"), ct.Claim)
    assert_type(ledger.claim("talks", known_at=date(2025, 12, 1)), ct.Claim)
    assert_type(ledger.summary("talks"), ct.Summary)
    assert_type(ledger.claims(story="s", status="disputed", limit=9), Iterator[ct.Summary])
    assert_type(ledger.claims(status=ct.Status.DISPUTED, unclear="who"), Iterator[ct.Summary])
    assert_type(ledger.claims(text="x", source="y", report="z"), Iterator[ct.Summary])
    assert_type(ledger.claims(recorded_since=at, reported_since="2025"), Iterator[ct.Summary])
    assert_type(ledger.due(at, limit=9), Iterator[ct.Summary])
    assert_type(ledger.history("talks"), tuple[ct.Entry, ...])
    assert_type(ledger.entries(after=7), Iterator[ct.Entry])
    assert_type(ledger.explain("talks"), ct.Explanation)
    assert_type(ledger.explain("talks").findings, tuple[ct.Finding, ...])
    assert_type(ledger.explain("talks").differs, bool)
    assert_type(ledger.now(), datetime)
    assert_type([row.due_reasons(at) for row in ledger.due()], list[tuple[ct.DueReason, ...]])


def values(claim: ct.Claim, entry: ct.Entry) -> None:
    """A claim and an entry are values of values."""
    assert_type(claim.status, ct.Status)
    assert_type(claim.confidence, ct.Confidence)
    assert_type(claim.confidence.caveats, tuple[ct.Caveat, ...])
    assert_type(claim.confidence.level, ct.Level | None)
    assert_type(claim.evidence, tuple[ct.GivenEvidence, ...])
    assert_type(claim.accounts, Mapping[SourceId, ct.Account])
    assert_type(claim.slot("who").state, ct.SlotState)
    assert_type(claim.responses, tuple[ct.Response, ...])
    assert_type(claim.story, ct.StoryId)
    assert_type(claim.expected_by, ct.Window | None)
    assert_type(entry.report, ct.Report | None)
    assert_type(entry.recorded_at, datetime)
    assert_type(entry.entry_id, str)
    match entry.update:
        case ct.EvidenceGiven(evidence=evidence):
            assert_type(evidence, ct.Evidence)
            assert_type(evidence.source, ct.Source)
        case ct.ClaimOpened(text=text):
            assert_type(text, str)
        case _:
            pass
    claim.status = ct.Status.CONFIRMED  # type: ignore[misc]
    entry.position = 7  # type: ignore[misc]


def upkeep(ledger: ct.Ledger) -> None:
    """Upkeep yields lines and problems."""
    assert_type(ledger.check(), Iterator[str])
    assert_type(ledger.rebuild(), int)
    assert_type(ledger.export_lines(), Iterator[bytes])
    assert_type(ledger.import_lines(ledger.export_lines()), int)


def testing() -> None:
    """What tests of users are given implements the ports."""
    assert_type(SteppingClock().now(), datetime)
    assert_type(CountingIds().claim_id("They talk", 0), ct.ClaimId)
    assert_type(StoreContract(), StoreContract)
