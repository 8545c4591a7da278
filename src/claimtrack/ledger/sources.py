"""Sources: what the ledger knows of them, from entry to entry."""

from claimtrack.fold import told_of
from claimtrack.model.entry import Fact
from claimtrack.model.ids import SourceId
from claimtrack.model.source import Reliability, Source
from claimtrack.model.updates import EvidenceGiven, SourceNamed, SourceRated, Update
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


def learned(known: Source | None, fact: Fact) -> Source | None:
    """
    Say what the ledger knows of a source after a fact that concerns it.

    The first report that brings a source sets the record; later ones change it only by a rating of
    their own. Rating and naming change it always.
    """
    match fact.update:
        case EvidenceGiven(evidence=evidence):
            source = evidence.source
            is_news = known is None or known.reliability is not source.reliability
            return source if is_news else known
        case SourceRated() | SourceNamed():
            return None if known is None else told_of(known, fact, fact.update)
    return known


def concerned(update: Update) -> SourceId | None:
    """Say which source an update tells something of; None for none."""
    if isinstance(update, EvidenceGiven):
        return update.evidence.source.id
    return update.source if isinstance(update, (SourceRated, SourceNamed)) else None
