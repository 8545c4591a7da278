"""Whether a claim is due. Summaries say; this gives them the moment in their own terms."""

from claimtrack.model.summary import Summary, from_microseconds


def is_due(summary: Summary, at_us: int) -> bool:
    """
    Whether there is a reason to look at a claim.

    Args:
        summary: The claim's row.

        at_us: The moment to judge by, microseconds since 1970 in UTC.
    """
    at = from_microseconds(at_us)
    return at is not None and summary.due_reasons(at) != ()
