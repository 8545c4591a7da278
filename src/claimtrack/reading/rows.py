"""Findings in the order of the text, to be asked for what lies within a place."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from claimtrack.reading.findings import Place

P = TypeVar("P", bound=Place)


class Row(Generic[P]):
    """
    Findings in the order of the text.

    Args:
        found: The findings, in any order.
    """

    def __init__(self, found: Iterable[P]) -> None:
        self._found = sorted(found, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._found]

    def within(self, place: Place) -> tuple[P, ...]:
        """Give those that lie within a place; takes time in proportion to how many begin there."""
        first = bisect_left(self._starts, place.start)
        last = bisect_left(self._starts, place.end, first)
        return tuple(one for one in self._found[first:last] if one.end <= place.end)

    def beginning(self, place: Place) -> tuple[P, ...]:
        """Give those that begin within a place."""
        first = bisect_left(self._starts, place.start)
        return tuple(self._found[first : bisect_left(self._starts, place.end, first)])

    def meeting(self, place: Place) -> tuple[P, ...]:
        """Give those that share a character with a place, where none of the row overlap."""
        first = max(0, bisect_left(self._starts, place.start) - 1)
        last = bisect_left(self._starts, place.end, first)
        return tuple(one for one in self._found[first:last] if one.meets(place))

    def any_within(self, place: Place) -> bool:
        """Whether one lies within a place."""
        return bool(self.within(place))
