"""
Preparing: what a follow-up says, made ready for the record.

Dates without a zone are put into the report's zone, else the ledger's. Sources get their ids. Both
depend on the follow-up and the ledger's zone alone, never on what the ledger holds, so that the
same follow-up is the same content whenever it is applied.
"""

from functools import lru_cache
from hashlib import sha256

from claimtrack.model.figure import Figure
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.ids import SourceId
from claimtrack.model.report import Report
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import Source
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


def prepare(follow_up: FollowUp, zone: str) -> tuple[Report, list[Update]]:
    """
    Make what a follow-up says ready for the record.

    Args:
        follow_up: As somebody wrote it.

        zone: The ledger's zone, for dates in a report that names none.

    Returns:
        Its report and its updates, in order.

    Raises:
        InvalidValueError: A zone does not exist.
    """
    report = follow_up.report
    zone = report.zone or zone
    if zone and report.published_at is not None and report.published_at.zone == "":
        report = changed(report, published_at=report.published_at.anchored(zone))
    return report, [prepared_update(item.update, report, zone) for item in follow_up.items]


def prepared(follow_up: FollowUp, zone: str) -> FollowUp:
    """Give a follow-up as `prepare` makes it ready."""
    report, updates = prepare(follow_up, zone)
    items = tuple(
        changed(item, update=update) for item, update in zip(follow_up.items, updates, strict=True)
    )
    return changed(follow_up, report=report, items=items)


def prepared_update(update: Update, report: Report | None, zone: str) -> Update:
    """Make one update ready; without a report, unnamed sources are told apart by words alone."""
    match update:
        case EvidenceGiven(evidence=evidence) if not evidence.source.id:
            speaker = with_id(evidence.source, report)
            return changed(update, evidence=changed(evidence, source=speaker))
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
        return _with_named_id(source)
    outlet = source.told or ("" if report is None else report.outlet)
    return _with_described_id(source, outlet, "" if report is None else report.id)


# The same few speak again and again: one value for all that they say is quicker, and smaller.
@lru_cache(maxsize=4096)
def _with_named_id(source: Source) -> Source:
    return changed(source, id=SourceId(f"{source.kind}:{_dashed(source.name)}"))


@lru_cache(maxsize=64)  # of no use to other reports, and few reports describe as many
def _with_described_id(source: Source, outlet: str, carrier: str) -> Source:
    mark = sha256(carrier.encode()).hexdigest()[:_REPORT_MARK]
    told = f"{_dashed(outlet)}:{_dashed(source.description)}"
    return changed(source, id=SourceId(f"unnamed:{told}:{mark}"))


@lru_cache(maxsize=4096)
def _dashed(words: str) -> str:
    dashed = fold(words).replace(" ", "-")
    if 0 < len(dashed) <= _LONGEST:
        return dashed
    # A name of signs alone folds to nothing, and a long one is cut: both are told apart by a mark.
    mark = sha256(words.encode()).hexdigest()[:_REPORT_MARK]
    return f"{dashed[:_LONGEST]}-{mark}" if dashed else mark
