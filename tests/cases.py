"""
Small claims to test with, made as the ledger makes them: step, judge, stamp.

A case is told in steps. A step is an update, with the report that brought it where there is one. A
claim that no step opens is opened by `FIRST`, so that the first step told is revision 2.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Unpack

from claimtrack.fold import step
from claimtrack.ledger.handle import EvidenceDetails
from claimtrack.ledger.prepare import prepared_update
from claimtrack.model.claim import Claim
from claimtrack.model.confidence import CaveatKind
from claimtrack.model.entry import Entry, Fact
from claimtrack.model.evidence import Evidence, Stance
from claimtrack.model.ids import parse_claim_id
from claimtrack.model.judgement import Finding, Met
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Response
from claimtrack.model.source import (
    Source,
    anonymous,
    document,
    office,
    organisation,
    outlet,
    person,
)
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    EvidenceTakenBack,
    TakenBackBy,
    Update,
)
from claimtrack.policy import NEWSROOM, Policy

TALKS = parse_claim_id("belarus-talks")
TEXT = "The United States and Belarus are negotiating the release of at least 100 prisoners"
OPENED = ClaimOpened(text=TEXT, lang="en")
BEGINNING = datetime(2025, 11, 26, 10, tzinfo=UTC)

SOURCES = anonymous("sources familiar with the matter", count=3, told="Reuters")
ENVOY = person("John Coale", role="US special envoy for Belarus")
EMBASSY = office("Embassy of Belarus in Washington")
WHITE_HOUSE = office("White House")
OBSERVERS = organisation("Observer Mission")
LIST = document("signed list", issuer="Ministry of Justice")

Step = Update | tuple[Update, Report | None] | tuple[Update, Report | None, str]


def report(name: str, day: int = 2, *, relays: tuple[str, ...] = (), ours: bool = False) -> Report:
    """Make a report of an outlet, published on a day in December 2025."""
    return Report(
        name,
        url=f"https://{name.lower().replace(' ', '-')}.example/{day}",
        published_at=f"2025-12-{day:02}",
        relays=relays,
        ours=ours,
    )


FIRST = Report(
    "Example News", url="https://news.example/1", published_at="2025-11-26", relays=("Reuters",)
)
WIRE = report("Example Wire")
OURS = report("Our Desk", 3, ours=True)


def given(stance: Stance, source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Give a source's stance."""
    return EvidenceGiven(evidence=Evidence(source=source, stance=stance, **details))


def asserts(source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Say that a source says so."""
    return given(Stance.ASSERTS, source, **details)


def confirms(source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Say that a source confirms it."""
    return given(Stance.CONFIRMS, source, **details)


def denies(source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Say that a source denies it."""
    return given(Stance.DENIES, source, **details)


def contradicts(source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Say that a source says otherwise."""
    return given(Stance.CONTRADICTS, source, **details)


def doubts(source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Say that a source doubts it."""
    return given(Stance.DOUBTS, source, **details)


def observes(source: Source, **details: Unpack[EvidenceDetails]) -> EvidenceGiven:
    """Say that a source mentions it and takes no side."""
    return given(Stance.OBSERVES, source, **details)


def voice(
    name: str, stance: Stance = Stance.ASSERTS, **details: Unpack[EvidenceDetails]
) -> EvidenceGiven:
    """Say that an outlet states it, or its contrary, in its own voice."""
    speaker = outlet(name)
    return EvidenceGiven(
        evidence=Evidence(source=speaker, stance=stance, own_voice=True, **details)
    )


def answered(party: Source, outcome: Outcome, *, asked_by: str = "Reuters") -> CommentAnswered:
    """Say what came of a request for comment."""
    return CommentAnswered(response=Response(party=party, outcome=outcome, asked_by=asked_by))


def taken_back(given_at: int, by: TakenBackBy = TakenBackBy.OUTLET) -> EvidenceTakenBack:
    """Say that the evidence of a revision no longer stands."""
    return EvidenceTakenBack(given=given_at, by=by)


REPORTED = (asserts(SOURCES), FIRST)
"""Three unnamed sources through Reuters: plain support."""

EMBASSY_DENIES = (denies(EMBASSY, standing="actor"), WIRE)
"""A party to the matter says no: plain contradiction."""

ENVOY_CONFIRMS = (confirms(ENVOY, standing="actor"), report("Example Wire", 4))
"""A party to the matter admits what others said first: strong support by word."""

AUTHORITY_CONFIRMS = (
    confirms(OBSERVERS, standing="authority", interested="no"),
    report("Example Wire", 5),
)
"""An authority that gains nothing says so: strong support by word."""

AUTHORITY_DENIES = (
    contradicts(OBSERVERS, standing="authority", interested="no"),
    report("Example Wire", 5),
)
"""An authority that gains nothing says otherwise: strong contradiction."""

LIST_SUPPORTS = (
    asserts(LIST, basis="document", authentication="two archivists know the signature"),
    report("Example Wire", 6),
)
"""A document that was shown to be genuine: strong support."""

DESK_SAW = (voice("Our Desk", basis="witnessed"), OURS)
"""The desk saw it: strong support."""

DESK_SAW_OTHERWISE = (voice("Our Desk", Stance.CONTRADICTS, basis="witnessed"), OURS)
"""The desk saw that it is not so: strong contradiction."""


def facts_of(*steps: Step) -> Iterator[Fact]:
    """Make the facts of a case, the opening of the claim among them."""
    told = [_told(one) for one in steps]
    if not told or not isinstance(told[0][0], ClaimOpened):
        told.insert(0, (OPENED, FIRST, ""))
    for index, (update, carrier, because) in enumerate(told):
        yield Fact(
            claim_id=TALKS,
            revision=index + 1,
            recorded_at=BEGINNING + timedelta(hours=index),
            author="desk",
            update=prepared_update(update, carrier, ""),
            report=carrier,
            because=because,
        )


def _told(one: Step) -> tuple[Update, Report | None, str]:
    if not isinstance(one, tuple):
        return one, None, ""
    return one if len(one) == 3 else (*one, "")


def entries_of(*steps: Step, policy: Policy = NEWSROOM) -> list[Entry]:
    """Make the entries of a case, judged and stamped as the ledger does."""
    claim: Claim | None = None
    entries = []
    for fact in facts_of(*steps):
        stepped = step(claim, fact)
        judgement = policy.judge(stepped, findings=False, before=claim)
        claim = stepped.with_(judgement=judgement)
        entries.append(
            Entry(
                position=fact.revision,
                fact=fact,
                judgement=judgement,
                salt=bytes(16),
                previous_hash=bytes(32),
                hash=bytes(32),
            )
        )
    return entries


def claim_of(*steps: Step, policy: Policy = NEWSROOM) -> Claim:
    """Make a claim of a case, judged after every step."""
    claim: Claim | None = None
    for fact in facts_of(*steps):
        stepped = step(claim, fact)
        judgement = policy.judge(stepped, findings=False, before=claim)
        claim = stepped.with_(judgement=judgement)
    assert claim is not None
    return claim


def verdict(claim: Claim) -> str:
    """Say status and grade in one line: ``reported F3``."""
    return f"{claim.status} {claim.confidence.grade}"


def findings(claim: Claim) -> dict[str, Finding]:
    """Find what every rule says of a claim, by the rule's name."""
    return {one.rule: one for one in NEWSROOM.judge(claim).findings}


def row(claim: Claim) -> str:
    """Name the row of the table that decides."""
    table = {rule.name for rule in NEWSROOM.rules}
    (decided,) = (
        one.rule for one in findings(claim).values() if one.rule in table and one.met is Met.YES
    )
    return decided


def caveats(claim: Claim) -> list[str]:
    """Say what is told beside the grade, in words."""
    return [str(caveat) for caveat in claim.confidence.caveats]


def kinds(claim: Claim) -> list[CaveatKind]:
    """List the kinds of what is told beside the grade, in order."""
    return [caveat.kind for caveat in claim.confidence.caveats]
