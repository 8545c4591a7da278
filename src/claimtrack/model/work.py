"""
Work: what the desk is doing about a claim. It says nothing about whether the claim holds.

Source:
    The work half of Check's item states; the verdict half is `claimtrack.model.status`.
"""

from datetime import datetime
from enum import StrEnum

import attrs

from claimtrack.model.words import checked, line, maybe_moment


class WorkState(StrEnum):
    """How far the desk is."""

    NEW = "new"
    CHECKING = "checking"
    WAITING = "waiting"
    DONE = "done"


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Work:
    """
    The desk's work on one claim.

    Attributes:
        state: How far it is.

        assignee: Who has it.

        recheck_by: When it must be looked at again; aware, UTC.
    """

    state: WorkState = attrs.field(converter=WorkState, default=WorkState.NEW)
    assignee: str = attrs.field(converter=line, default="")
    recheck_by: datetime | None = attrs.field(converter=maybe_moment, default=None)
