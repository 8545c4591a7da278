"""
Preparing: what a follow-up says, made ready for the record.

Dates without a zone are put into the report's zone, else the ledger's. Sources get their ids. Both
depend on the follow-up and the ledger's zone alone, never on what the ledger holds, so that the
same follow-up is the same content whenever it is applied.
"""

from functools import lru_cache
from hashlib import sha256

from claimtrack.model.evidence import Evidence
from claimtrack.model.figure import Figure
from claimtrack.model.follow_up import FollowUp, Item
from claimtrack.model.ids import SourceId
from claimtrack.model.report import Report
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import Source, SourceKind
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    CommentSought,
    EvidenceGiven,
    SlotAnswered,
    SlotClosed,
    Update,
)
from claimtrack.model.window import Window
from claimtrack.model.words import changed
from claimtrack.text.normalize import fold

_REPORT_MARK = 8
"""Hexadecimal digits of a report's id in the id of an unnamed source; 32 bits tell apart the
reports in which the same outlet uses the same description."""

_LONGEST = 200
"""Characters of a name or a description in an id; ours, so that ids stay below `MAX_NAME`."""


def prepared(follow_up: FollowUp, zone: str) -> FollowUp:
    """
    Make a follow-up ready for the record.

    Args:
        follow_up: As somebody wrote it.

        zone: The ledger's zone, for dates in a report that names none.

    Raises:
        InvalidValueError: A zone does not exist.
    """
    report = follow_up.report
    zone = report.zone or zone
    if report.published_at is not None and report.published_at.zone == "" and zone:
        report = changed(report, published_at=report.published_at.anchored(zone))
    items = tuple(_prepared_item(item, report, zone) for item in follow_up.items)
    return changed(follow_up, report=report, items=items)


def _prepared_item(item: Item, report: Report, zone: str) -> Item:
    update = prepared_update(item.update, report, zone)
    return item if update is item.update else changed(item, update=update)


def prepared_update(update: Update, report: Report | None, zone: str) -> Update:
    """Make one update ready; without a report, unnamed sources are told apart by words alone."""
    match update:
        case EvidenceGiven(evidence=evidence) if not evidence.source.id:
            return EvidenceGiven(evidence=_identified(evidence, report))
        case CommentSought(response=response) | CommentAnswered(response=response):
            if response.party.id:
                return update
            party = with_id(response.party, report)
            return changed(update, response=changed(response, party=party))
        case SlotAnswered(value=value, source=source):
            known = None if source is None else with_id(source, report)
            return changed(update, value=_anchored_value(value, zone), source=known)
        case SlotClosed(value=value) if value is not None:
            return changed(update, value=_anchored_value(value, zone))
        case ClaimOpened():
            return prepared_opening(update, zone)
    return update


def prepared_opening(opened: ClaimOpened, zone: str) -> ClaimOpened:
    """Make the opening of a claim ready."""
    if opened.expected_by is None:
        return opened
    return changed(opened, expected_by=_anchored(opened.expected_by, zone))


def _identified(evidence: Evidence, report: Report | None) -> Evidence:
    return changed(evidence, source=with_id(evidence.source, report))


def _anchored(window: Window, zone: str) -> Window:
    return window.anchored(zone) if zone and window.zone == "" else window


def _anchored_value(value: SlotValue, zone: str) -> SlotValue:
    if value.window is not None:
        return changed(value, window=_anchored(value.window, zone))
    figure: Figure | None = value.figure
    if figure is not None and figure.as_at is not None:
        return changed(value, figure=changed(figure, as_at=_anchored(figure.as_at, zone)))
    return value


def with_id(source: Source, report: Report | None) -> Source:
    """
    Give a source its id, unless it has one.

    A named source is the same wherever it speaks. One without a name is the same within a report,
    and a record of its own in every other.
    """
    if source.id:
        return source
    if source.is_named:
        return changed(source, id=_named_id(source.kind, source.name))
    outlet = source.told or ("" if report is None else report.outlet)
    carrier = "" if report is None else report.id
    return changed(source, id=_described_id(outlet, source.description, carrier))


@lru_cache(maxsize=4096)
def _named_id(kind: SourceKind, name: str) -> SourceId:
    return SourceId(f"{kind}:{_dashed(name)}")


@lru_cache(maxsize=4096)
def _described_id(outlet: str, description: str, carrier: str) -> SourceId:
    mark = sha256(carrier.encode()).hexdigest()[:_REPORT_MARK]
    return SourceId(f"unnamed:{_dashed(outlet)}:{_dashed(description)}:{mark}")


def _dashed(words: str) -> str:
    dashed = fold(words).replace(" ", "-")
    if 0 < len(dashed) <= _LONGEST:
        return dashed
    # A name of signs alone folds to nothing, and a long one is cut: both are told apart by a mark.
    mark = sha256(words.encode()).hexdigest()[:_REPORT_MARK]
    return f"{dashed[:_LONGEST]}-{mark}" if dashed else mark
