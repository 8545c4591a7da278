"""Counts of hits and misses, and how they add up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

import attrs

from benchmarks.reading_documents import Item, Span

G = TypeVar("G", bound=Item)
F = TypeVar("F", bound=Item)


class Tally(NamedTuple):
    """Things that were looked for: found, missed, and found where there is none."""

    hit: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """Tell how many of the found are right."""
        return _share(self.hit, self.hit + self.false)

    @property
    def recall(self) -> float:
        """Tell how many of the right are found."""
        return _share(self.hit, self.hit + self.missed)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both."""
        return _share(2 * self.hit, 2 * self.hit + self.missed + self.false)

    def plus(self, other: "Tally") -> "Tally":
        """Add up."""
        return Tally(self.hit + other.hit, self.missed + other.missed, self.false + other.false)


class Rate(NamedTuple):
    """A property of things that were found: how many have it right."""

    right: float = 0
    of: int = 0

    @property
    def share(self) -> float:
        """Tell how many are right."""
        return _share(self.right, self.of)

    def plus(self, other: "Rate") -> "Rate":
        """Add up."""
        return Rate(self.right + other.right, self.of + other.of)


def _share(part: float, whole: float) -> float:
    # Where nothing was asked, nothing was wrong.
    return part / whole if whole else 1.0


class Miss(NamedTuple):
    """One error, for a person who tunes a reader."""

    metric: str
    what: str
    text: str
    sentence: str
    start: int


@attrs.frozen
class Scores:
    """What a comparison gave, by the names of the metrics."""

    tallies: Mapping[str, Tally] = attrs.Factory(dict)
    rates: Mapping[str, Rate] = attrs.Factory(dict)
    misses: tuple[Miss, ...] = ()

    def plus(self, other: "Scores") -> "Scores":
        """Add up the counts, and line up the misses."""
        return Scores(
            {
                name: self.tallies.get(name, Tally()).plus(other.tallies.get(name, Tally()))
                for name in {**self.tallies, **other.tallies}
            },
            {
                name: self.rates.get(name, Rate()).plus(other.rates.get(name, Rate()))
                for name in {**self.rates, **other.rates}
            },
            self.misses + other.misses,
        )


def total(scores: Iterable[Scores]) -> Scores:
    """Add up the scores of many articles."""
    summed = Scores()
    for one in scores:
        summed = summed.plus(one)
    return summed


@attrs.frozen
class Matching(Generic[G, F]):
    """Which finding is which item of the gold file; what is optional is left out."""

    pairs: tuple[tuple[G, F], ...]
    missed: tuple[G, ...]
    false: tuple[F, ...]

    @property
    def tally(self) -> Tally:
        """Count."""
        return Tally(len(self.pairs), len(self.missed), len(self.false))


def match(
    gold: Sequence[G],
    found: Sequence[F],
    likeness: Callable[[G, F], float] | None = None,
) -> Matching[G, F]:
    """
    Match one to one, the most alike first; without *likeness*, by what the spans share.

    An optional item takes its finding, and every other that touches it, out of the count.
    """
    alike = likeness or (lambda one, other: _overlap(one.span, other.span))
    ranked = sorted(
        (-value, g, f)
        for g, one in enumerate(gold)
        for f, other in enumerate(found)
        if (value := alike(one, other)) > 0
    )
    taken_g: dict[int, int] = {}
    taken_f: set[int] = set()
    for _, g, f in ranked:
        if g not in taken_g and f not in taken_f:
            taken_g[g] = f
            taken_f.add(f)
    excused = {f for _, g, f in ranked if gold[g].optional and f not in taken_f}
    return Matching(
        pairs=tuple((gold[g], found[f]) for g, f in taken_g.items() if not gold[g].optional),
        missed=tuple(one for g, one in enumerate(gold) if g not in taken_g and not one.optional),
        false=tuple(one for f, one in enumerate(found) if f not in taken_f and f not in excused),
    )


def _overlap(one: Span, other: Span) -> float:
    shared = one.shares(other)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared else 0.0
