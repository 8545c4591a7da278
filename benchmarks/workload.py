"""
The workload: many claims of five updates each, interleaved in time.

Each claim is opened by a first report, with the word of an unnamed source. A second report calls
two slots unclear and brings a declined comment. A third brings a named source. The reports of all
claims are shuffled in time, so that neighbours in the log belong to different claims.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import claimtrack as ct

UPDATES = 5
"""Updates of each claim."""

_SEED = 20_251_126
_START = datetime(2025, 11, 26, 6, tzinfo=UTC)
_WORDS = [
    "envoys",
    "talks",
    "prisoners",
    "release",
    "sanctions",
    "embassy",
    "border",
    "minister",
    "officials",
    "list",
    "signed",
    "visit",
    "agreement",
    "report",
    "sources",
    "fertiliser",
    "exports",
    "plant",
    "election",
    "court",
    "hearing",
    "appeal",
]


class RawRow(NamedTuple):
    """One update as the raw driver stores it."""

    claim_id: str
    at_us: int
    source: str
    kind: str
    text: str
    url: str


class Load(NamedTuple):
    """
    The same work for both sides.

    Attributes:
        follow_ups: What the ledger applies.

        raw: What the raw driver inserts, row for row.

        claim_ids: The claims.
    """

    follow_ups: list[ct.FollowUp]
    raw: list[RawRow]
    claim_ids: list[str]


def make_load(claims: int) -> Load:
    """Make the work for so many claims; the same every time."""
    chance = random.Random(_SEED)
    # A claim's reports keep their order: the smallest of its three draws opens it.
    draws = [sorted(chance.random() for _ in range(3)) for _ in range(claims)]
    order = sorted(
        (draw, number, part) for number in range(claims) for part, draw in enumerate(draws[number])
    )
    follow_ups: list[ct.FollowUp] = []
    raw: list[RawRow] = []
    for tick, (_, number, part) in enumerate(order):
        at = _START + timedelta(seconds=tick)
        follow_up = _follow_up(chance, number, part, at, tick)
        follow_ups.append(follow_up)
        raw += _raw(follow_up, at)
    return Load(follow_ups, raw, [claim_id(number) for number in range(claims)])


def claim_id(number: int) -> str:
    """Name a claim."""
    return f"claim-{number:06d}"


def single_follow_ups(claims: int, count: int) -> Iterator[tuple[ct.FollowUp, RawRow]]:
    """Make further follow-ups of one update each, on claims that are there."""
    chance = random.Random(_SEED + 1)
    for tick in range(count):
        at = _START + timedelta(days=400, seconds=tick)
        follow_up = _report(chance, at, f"single-{tick}", chance.randrange(claims), "third")
        yield follow_up, _raw(follow_up, at)[0]


def _follow_up(
    chance: random.Random, number: int, part: int, at: datetime, tick: int
) -> ct.FollowUp:
    return _report(chance, at, str(tick), number, ("first", "second", "third")[part])


def _report(chance: random.Random, at: datetime, name: str, number: int, part: str) -> ct.FollowUp:
    outlet = f"Outlet {chance.randrange(40)}"
    url = f"https://outlet-{number % 40}.example/{at:%Y/%m/%d}/story-{name}"
    report = ct.Report(
        outlet, url=url, lang="en", published_at=ct.Window.parse(f"{at:%Y-%m-%dT%H:%MZ}")
    )
    known = ct.parse_claim_id(claim_id(number))
    updates: list[tuple[ct.Update, str]]
    if part == "first":
        opened = ct.ClaimOpened(text=_text(chance), story=f"story-{number % 200}", lang="en")
        people = ct.anonymous("officials familiar with the talks", count=2)
        updates = [(opened, ""), (_evidence(people, chance), "")]
    elif part == "second":
        response = ct.Response(
            party=ct.office(f"Ministry {chance.randrange(50)}"),
            outcome=ct.Outcome.DECLINED,
            asked_by=outlet,
            wording=_text(chance),
        )
        unclear = ct.SlotDeclaredUnclear(slots=("who", "when"))
        updates = [(unclear, _text(chance)), (ct.CommentAnswered(response=response), "")]
    else:
        speaker = ct.person(f"Speaker {chance.randrange(400)}")
        updates = [(_evidence(speaker, chance), "")]
    items = [ct.Item(claim_id=known, update=update, because=why) for update, why in updates]
    return ct.FollowUp(report=report, items=items)


def _evidence(source: ct.Source, chance: random.Random) -> ct.EvidenceGiven:
    return ct.EvidenceGiven(evidence=ct.Evidence(source=source, wording=_text(chance), lang="en"))


def _text(chance: random.Random) -> str:
    words = " ".join(chance.choice(_WORDS) for _ in range(18))
    return f"{words[:112]} {chance.randrange(1_000_000):06d}"


def _raw(follow_up: ct.FollowUp, at: datetime) -> list[RawRow]:
    at_us = int(at.timestamp()) * 1_000_000
    found = []
    for item in follow_up.items:
        source, kind, text = _told(item.update, item.because)
        found.append(RawRow(item.claim_id, at_us, source, kind, text, follow_up.report.url))
    return found


def _told(update: ct.Update, because: str) -> tuple[str, str, str]:
    match update:
        case ct.ClaimOpened(text=text):
            return "", "opened", text
        case ct.EvidenceGiven(evidence=evidence):
            return evidence.source.label, evidence.stance.value, evidence.wording
        case ct.CommentAnswered(response=response):
            return response.party.label, response.outcome.value, response.wording
    return "", "unclear", because
