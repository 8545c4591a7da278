"""Sources: what the ledger knows of them, from entry to entry."""

from claimtrack.fold import told_of
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Fact
from claimtrack.model.ids import SourceId
from claimtrack.model.source import Reliability, Source
from claimtrack.model.updates import EvidenceGiven, SlotAnswered, SourceNamed, SourceRated, Update
from claimtrack.model.words import changed


def informed(source: Source, known: Source | None) -> Source:
    """Add to a source, as a report has it, the name and the rating that the ledger knows."""
    if known is None:
        return source
    if known.is_named and not source.is_named:
        source = changed(source, name=known.name, role=source.role or known.role)
    if source.reliability is Reliability.F and known.reliability is not Reliability.F:
        source = changed(source, reliability=known.reliability, rated_at=known.rated_at)
    return source


def learned(known: Source | None, fact: Fact, claim: Claim) -> Source | None:
    """
    Say what the ledger knows of a source, beyond what its evidence says, after a fact about it.

    A report that rates a source itself, a rating and a name are such knowledge. Most sources have
    none, and no record.

    Args:
        known: What the ledger knew before; None for nothing.

        fact: The fact.

        claim: The claim that the fact was folded into.
    """
    match fact.update:
        case EvidenceGiven() | SlotAnswered():
            spoke = speaker(fact.update)
            before = Reliability.F if known is None else known.reliability
            return known if spoke is None or spoke.reliability is before else spoke
        case SourceRated(source=source) | SourceNamed(source=source):
            if known is None:
                return claim.source(source)
            return told_of(known, fact, fact.update)
    return known


def speaker(update: Update) -> Source | None:
    """Say who speaks in an update: for evidence, or in answer to a question; None for nobody."""
    if isinstance(update, EvidenceGiven):
        return update.evidence.source
    return update.source if isinstance(update, SlotAnswered) else None


def concerned(update: Update) -> SourceId | None:
    """Say which source an update tells something of; None for none."""
    spoke = speaker(update)
    if spoke is not None:
        return spoke.id
    return update.source if isinstance(update, (SourceRated, SourceNamed)) else None
