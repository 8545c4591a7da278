"""Which findings fell into a trap."""

from collections.abc import Iterator

from benchmarks.reading_documents import Document, Span, Trap


def trap_hits(trap: Trap, gold: Document, found: Document) -> Iterator[tuple[str, Span]]:
    """
    Give the findings that read the words of a trap as what they are not, with their layer.

    A finding may contain the words where a gold finding does: "in recent months" holds the trap
    "months" (no Monday, in Romanian) and is right; the trap alone is not.
    """
    right, theirs = _layers(gold), _layers(found)
    for layer in sorted(trap.layers):
        for span in theirs[layer]:
            if span.shares(trap.span) and not _is_right(span, trap.span, right[layer]):
                yield layer, span


def _is_right(span: Span, trap: Span, gold: list[Span]) -> bool:
    wider = [one for one in gold if one.shares(span) and one.shares(trap) and not one.inside(trap)]
    return bool(wider) and not span.inside(trap)


def _layers(document: Document) -> dict[str, list[Span]]:
    return {
        "cue": [one.span for one in document.cues],
        "date": [one.span for one in document.dates],
        "hedge": [one.span for one in document.hedges],
        "quantity": [one.span for one in document.quantities],
        "source": [one for known in document.mentions.values() for one in known],
    }
