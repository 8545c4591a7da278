"""
Names of things in a ledger, each made by its parser only.

Claims and stories are named by people and stand in urls, file names and commands, so their ids
are narrow. Sources, reports, requests and follow-ups are named by their own content.
"""

import re
from typing import NewType

from claimtrack.errors import InvalidValueError
from claimtrack.model.words import is_text, refuse

ClaimId = NewType("ClaimId", str)
"""A claim's name; made by `parse_claim_id` only."""

StoryId = NewType("StoryId", str)
"""A story's name, or ``""`` for a claim without story; made by `parse_story_id` only."""

SourceId = NewType("SourceId", str)
"""A source's name within a ledger; see `claimtrack.model.source.Source.id`."""

ReportId = NewType("ReportId", str)
"""A report's name within a ledger; see `claimtrack.model.report.Report.id`."""

_is_narrow = re.compile(r"[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?").fullmatch
_NARROW_REASON = "must be 1 to 80 of a-z, 0-9 and '-', no '-' at either end"


def parse_claim_id(text: str) -> ClaimId:
    """
    Read a claim's id.

    Args:
        text: 1 to 80 characters of a-z, 0-9 and ``-``, beginning and ending with neither ``-``
            nor anything that a path, a url or a shell would read otherwise.

    Raises:
        InvalidValueError: *text* is anything else.

    Example:
        >>> parse_claim_id("belarus-talks")
        'belarus-talks'
    """
    if not is_text(text) or not _is_narrow(text):
        raise InvalidValueError("claim_id", text, _NARROW_REASON)
    return ClaimId(text)


def parse_story_id(text: str) -> StoryId:
    """
    Read a story's id: shaped as a claim's.

    Raises:
        InvalidValueError: *text* is anything else.
    """
    if not is_text(text) or not _is_narrow(text):
        raise InvalidValueError("story_id", text, _NARROW_REASON)
    return StoryId(text)


def claim_id(value: str) -> ClaimId:
    """Take a claim's id (a field's rule)."""
    if not is_text(value) or not _is_narrow(value):
        raise refuse(value, _NARROW_REASON)
    return ClaimId(value)


def story_id(value: str) -> StoryId:
    """Take a story's id, or nothing (a field's rule)."""
    if value != "" and (not is_text(value) or not _is_narrow(value)):
        raise refuse(value, _NARROW_REASON)
    return StoryId(value)
