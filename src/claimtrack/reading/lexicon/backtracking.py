"""
How many ways a pattern may try, told from its parse, without a text.

Two things make a search that goes back over its steps take for ever. A repeat whose rounds can be
told in two ways tries them all: twice as many with each round. And several repeats in a row that
can take the same signs share them out in every way: time grows with the text's length to their
number. The first is asked of the automaton of places of each repeat, as Glushkov builds it, with
every way to a place counted; the second of each sign by itself.

Source:
    A. Weber and H. Seidl, "On the degree of ambiguity of finite automata" (1991), which tells the
    two apart: exponential and polynomial ambiguity.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any, NamedTuple

import attrs

from claimtrack.reading.lexicon.pattern_parse import (
    ASSERTIONS,
    REPEATS,
    inside,
    is_fixed,
    parsed,
    signs_of,
    taken,
    within,
)

_MANY = 10
"""Rounds from which a counted repeat counts as one without end. Ours."""

_MOST_PLACES = 3_000
"""Parts of a repeat that are read, each as often as it is counted. Ours: a second's work."""

_NEVER = -1_000
"""For how many repeats a sign goes through what it cannot go through."""


class Run(NamedTuple):
    """Repeats in a row that one sign goes through: over all, from an end, at most anywhere."""

    through: int
    ahead: int = 0
    behind: int = 0
    most: int = 0


@attrs.frozen
class _Places:
    """Where a part of a pattern may begin and end, and in how many ways it may be empty."""

    first: Counter[int]
    last: Counter[int]
    empty: int


def _times(places: Counter[int], ways: int) -> Counter[int]:
    return Counter({place: count * ways for place, count in places.items() if ways})


class _Automaton:
    """The places of one repeat: what each takes, and in how many ways one follows another."""

    def __init__(self, signs: str) -> None:
        self._signs = signs
        self.takes: list[frozenset[str]] = []
        self.follow: Counter[tuple[int, int]] = Counter()
        self._read = 0

    def sequence(self, nodes: Iterable[Any]) -> _Places:
        """Read parts that follow each other."""
        first, last, empty = Counter[int](), Counter[int](), 1
        for node in nodes:
            part = self._part(node)
            self._link(last, part.first)
            first += _times(part.first, empty)
            last = part.last + _times(last, part.empty)
            empty *= part.empty
        return _Places(first, last, empty)

    def loop(self, body: _Places) -> None:
        """Let a part follow itself."""
        self._link(body.last, body.first)

    def _part(self, node: tuple[Any, Any]) -> _Places:
        self._read += 1
        if self._read > _MOST_PLACES:
            raise RecursionError  # as for parentheses in parentheses
        name, value = str(node[0]), node[1]
        if name == "BRANCH":
            ways = [self.sequence(way) for way in value[1]]
            return _Places(
                reduce(Counter.__add__, (way.first for way in ways), Counter()),
                reduce(Counter.__add__, (way.last for way in ways), Counter()),
                sum(way.empty for way in ways),
            )
        if name in REPEATS:
            return self._repeat(*value)
        content = inside(name, value)
        if content is not None:
            return self.sequence(content)
        signs_taken = taken(name, value, self._signs)
        if signs_taken is None:
            return _Places(Counter(), Counter(), 1)
        self.takes.append(signs_taken)
        place = Counter({len(self.takes) - 1: 1})
        return _Places(place, place, 0)

    def _repeat(self, least: int, most: int, nodes: Any) -> _Places:
        if least == most and is_fixed(nodes):
            return self.sequence(nodes)
        if most >= _MANY:
            body = self.sequence(nodes)
            self.loop(body)
            return body if least else attrs.evolve(body, empty=body.empty + 1)
        copies = []
        for number in range(most):
            body = self.sequence(nodes)
            copies.append(body if number < least else attrs.evolve(body, empty=body.empty + 1))
        return self._row(copies)

    def _row(self, parts: Iterable[_Places]) -> _Places:
        """Join copies: a later one stands only where the one before does."""
        first, last, empty = Counter[int](), Counter[int](), 1
        before: Counter[int] = Counter()
        for number, part in enumerate(parts):
            if number == 0:
                first, empty = part.first, part.empty
            else:
                self._link(before, part.first)
            last = last + part.last if part.empty else part.last
            before = part.last
        return _Places(first, last, empty)

    def _link(self, last: Counter[int], first: Counter[int]) -> None:
        for one, ways in last.items():
            for other, more in first.items():
                self.follow[one, other] += ways * more

    def is_ambiguous(self) -> bool:
        """Whether one place leads back to itself in two ways over the same signs."""
        if any(ways > 1 for ways in self.follow.values()):
            return True
        after: dict[int, list[int]] = {}
        for one, other in self.follow:
            after.setdefault(one, []).append(other)
        seen = {(one, one) for one in range(len(self.takes))}
        apart: list[tuple[int, int]] = []
        waiting = list(seen)
        back: dict[tuple[int, int], list[tuple[int, int]]] = {}
        while waiting:
            pair = waiting.pop()
            for one in after.get(pair[0], ()):
                for other in after.get(pair[1], ()):
                    if one != other and self.takes[one].isdisjoint(self.takes[other]):
                        continue
                    back.setdefault((one, other), []).append(pair)
                    if (one, other) not in seen:
                        seen.add((one, other))
                        waiting.append((one, other))
                        apart.append((one, other))
        return _meets_again(apart, back)


def _meets_again(
    apart: Iterable[tuple[int, int]], back: dict[tuple[int, int], list[tuple[int, int]]]
) -> bool:
    """Whether two ways that parted can come to one place again: every place of a loop is in it."""
    parted = {pair for pair in apart if pair[0] != pair[1]}
    return any(
        before in parted
        for pair, befores in back.items()
        if pair[0] == pair[1]
        for before in befores
    )


def doubled(pattern: str) -> bool:
    """
    Whether a repeat of a pattern can tell its rounds in two ways.

    Raises:
        RecursionError: It nests too deeply to say.

    Example:
        >>> doubled("(?:a|ab)*c"), doubled("(?:a|aa)*c"), doubled("(?:[a-z]+ ?)+x")
        (False, True, True)
    """
    tree = parsed(pattern)
    signs = signs_of(tree)
    for least, most, nodes in _outer_repeats(tree):
        automaton = _Automaton(signs)
        body = automaton.sequence(nodes)
        if body.empty and most > 1:
            return True
        if least == most and is_fixed(nodes):
            continue
        automaton.loop(body)
        if automaton.is_ambiguous():
            return True
    return False


def has_more_in_a_row(pattern: str, most: int) -> bool:
    r"""
    Whether more than so many repeats in a row can share out the same signs.

    Example:
        >>> has_more_in_a_row(".*.*x", 1), has_more_in_a_row("[a-z]+ [a-z]+", 1)
        (True, False)
    """
    tree = parsed(pattern)
    if _repeats_in(tree) <= most:
        return False  # as of nearly all patterns: no sign need be asked
    return any(_run(tree, sign).most > most for sign in signs_of(tree))


def _outer_repeats(nodes: Iterable[Any]) -> Iterator[tuple[int, int, Any]]:
    """Find the repeats of many rounds that stand in no other."""
    for kind, value in nodes:
        if str(kind) in REPEATS and value[1] >= _MANY:
            yield value
        else:
            for sequence in within(str(kind), value):
                yield from _outer_repeats(sequence)


def _repeats_in(nodes: Iterable[Any]) -> int:
    """Count the repeats of many rounds, in each way the most, each as often as it is counted."""
    count = 0
    for kind, value in nodes:
        name = str(kind)
        if name in REPEATS:
            is_many = value[1] >= _MANY
            count += max(is_many, _repeats_in(value[2]) * (1 if is_many else value[1]))
        elif name == "BRANCH":
            count += max(map(_repeats_in, value[1]))
        elif name in ASSERTIONS:
            count += _repeats_in(value[1])
        else:
            count += _repeats_in(inside(name, value) or ())
    return count


def _run(nodes: Iterable[Any], sign: str) -> Run:
    """Tell through how many repeats one sign goes in parts that follow each other."""
    return reduce(_joined, (_run_of(kind, value, sign) for kind, value in nodes), Run(0))


def _joined(one: Run, other: Run) -> Run:
    return Run(
        through=max(_NEVER, one.through + other.through),
        ahead=max(one.ahead, one.through + other.ahead),
        behind=max(other.behind, other.through + one.behind),
        most=max(one.most, other.most, one.behind + other.ahead),
    )


def _run_of(kind: Any, value: Any, sign: str) -> Run:
    name = str(kind)
    if name == "BRANCH":
        return Run(*map(max, zip(*(_run(way, sign) for way in value[1]), strict=True)))
    if name in REPEATS:
        return _repeated(value[0], value[1], _run(value[2], sign))
    if name in ASSERTIONS:
        return Run(0, most=_run(value[1], sign).most)
    content = inside(name, value)
    if content is not None:
        return _run(content, sign)
    signs_taken = taken(name, value, sign)
    return Run(_NEVER) if signs_taken is not None and not signs_taken else Run(0)


def _repeated(least: int, most: int, body: Run) -> Run:
    if most >= _MANY and least != most and body.through >= 0:
        count = max(1, body.through)
        return Run(count, count, count, max(count, body.most))
    rounds = reduce(_joined, [body] * min(most, _MANY), Run(0))
    return rounds._replace(through=max(0, rounds.through)) if least == 0 else rounds
