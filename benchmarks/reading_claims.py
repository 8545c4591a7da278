"""Which claim found is which claim of the gold file."""

from collections.abc import Callable, Iterator, Sequence

from benchmarks.reading_documents import Claim, Document, jaccard
from benchmarks.reading_tallies import Matching, match

_ALIKE = 0.5
_INSIDE = 0.8


def match_claims(
    gold: Sequence[Claim], found: Sequence[Claim], document: Document
) -> Matching[Claim, Claim]:
    """
    Match claims that share half of their words.

    Where it is open whether a relative clause is part of what the source said, both readings are
    right: the clause as a claim of its own, or within the claim beside it.
    """

    def likeness(one: Claim, other: Claim) -> float:
        words = other.span.words()
        alike = max(jaccard(form, words) for form in _forms(one, gold, document))
        return alike if alike >= _ALIKE else 0.0

    matching = match(gold, found, likeness)
    within = {one: other for one in matching.missed if (other := _around(one, found)) is not None}
    return Matching(
        pairs=(*matching.pairs, *within.items()),
        missed=tuple(one for one in matching.missed if one not in within),
        false=matching.false,
    )


def _forms(one: Claim, gold: Sequence[Claim], document: Document) -> Iterator[frozenset[int]]:
    words = one.span.words()
    yield words
    if not one.ambiguous:
        sentence = document.sentence(one.span)
        for other in gold:
            if other.ambiguous and document.sentence(other.span) == sentence:
                words |= other.span.words()
        yield words


def _around(one: Claim, found: Sequence[Claim]) -> Claim | None:
    if not one.ambiguous:
        return None
    words = one.span.words()
    return next(
        (other for other in found if len(words & other.span.words()) >= _INSIDE * len(words)), None
    )


def claim_attribution(
    matching: Matching[Claim, Claim], is_theirs: Callable[[Claim, Claim], bool]
) -> Iterator[tuple[Claim, float, str]]:
    """Tell of every claim that has one reading only whether it has the right voice."""
    for gold, found in matching.pairs:
        if not gold.ambiguous:
            told = f"{gold.kind} ({gold.source}) was read as {found.kind} ({found.source})"
            yield gold, is_theirs(gold, found), told
