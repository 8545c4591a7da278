"""Lead-ins: clauses that only lead up to what is told: "As police announced, the road is shut"."""

from claimtrack.reading.syntax import Syntax

_LEAD = 3
"""Words at a sentence's start among which "as" leads up to what is told. Ours."""

_SUBJECT = 16
"""Words of a subject between a verb and the comma. Ours."""


def tells_as(syntax: Syntax, within: range, found: range) -> int | None:
    """
    Find the comma that ends what leads up to what is told: "As police announced, the road is shut".

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        found: The verb's.

    Returns:
        The comma's index; None where no such clause opens the sentence.
    """
    words, small = syntax.words, syntax.small
    opening = range(within.start, min(found.start, within.start + _LEAD))
    if not any(words[index] in small.leads for index in opening):
        return None
    last = min(within.stop - 2, found.stop + _SUBJECT)
    comma = next((index for index in range(found.start, last) if words[index] == ","), None)
    inside = range(within.start, found.stop if comma is None else comma)
    if comma is None or any(syntax.is_quoted(index) or words[index] in ":;" for index in inside):
        return None
    if any(words[index] == "," or words[index] in small.finite for index in opening):
        return None
    behind = [*range(found.stop, comma)]
    # In "as he said that it rained, …" the clause has its content within.
    if any(syntax.is_that(index) or words[index] in small.finite for index in behind):
        return None
    if small.omits_that:
        is_bare = all(syntax.is_time(one) or words[one] in small.prepositions for one in behind)
        return comma if is_bare and found.start > opening.start + 1 else None
    return comma if behind else None
