"""
Slots: who, what, where, when, why, how and how many, each with what is known of it.

*Unknown* is a value: a slot that the reporting calls unclear is not one that nobody asked about.

Source:
    The five Ws and the questions how and how many, as newsrooms use them; "unknown value" against
    "no value" after Wikidata.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.figure import Figure, Movement
from claimtrack.model.report import Report
from claimtrack.model.source import Source
from claimtrack.model.window import Order, Window, window
from claimtrack.model.words import checked, is_text, line, lines, refuse

SLOTS = ("who", "what", "where", "when", "why", "how", "how_many")
"""The questions every desk asks; a desk may add names of its own."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class SlotState(StrEnum):
    """How much of a slot is known."""

    NOT_ASKED = "not_asked"
    UNCLEAR = "unclear"
    CANDIDATES = "candidates"
    KNOWN = "known"
    NONE = "none"


def slot_name(value: str) -> str:
    """Take a slot's name: one of `SLOTS`, or the desk's own (a field's rule)."""
    if not is_text(value) or not _NAME.fullmatch(value):
        raise refuse(value, "must be a slot: a-z, 0-9 and '_', a letter first, at most 40")
    return value


def slot_names(values: Iterable[str]) -> tuple[str, ...]:
    """Take the names of one slot or more, each once, in the order given (a field's rule)."""
    names = tuple(dict.fromkeys(slot_name(value) for value in lines(values)))
    if not names:
        raise refuse(names, "must not be empty")
    return names


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SlotValue:
    """
    One answer to a slot's question.

    Attributes:
        text: The answer in words.

        figure: For *how many*.

        window: For *when*.

    Raises:
        InvalidValueError: None of the three.
    """

    text: str = attrs.field(converter=line, default="")
    figure: Figure | None = None
    window: Window | None = attrs.field(converter=window, default=None)

    def __attrs_post_init__(self) -> None:
        if not self.text and self.figure is None and self.window is None:
            raise InvalidValueError("slot_value", "", "needs a text, a figure or a window")

    def __str__(self) -> str:
        return self.text or str(self.window if self.figure is None else self.figure)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Candidate:
    """
    An answer on the record, and where it came from.

    Attributes:
        value: The answer.

        source: Who gave it; None where the report did, or the desk, which settled it.

        revision: The entry that gave it.

        report: The report that carried it, None for desk work.
    """

    value: SlotValue
    source: Source | None
    revision: int
    report: Report | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Slot:
    """
    What is known of one question about a claim.

    Attributes:
        name: The question.

        candidates: The answers on the record, in the order in which they came.

        unclear: The entries that call it unclear.

        closed: The entry that closed it; None while it is open.

        is_none: Whether it was closed with "there is none".
    """

    name: str
    candidates: tuple[Candidate, ...] = ()
    unclear: tuple[int, ...] = ()
    closed: int | None = None
    is_none: bool = False

    @property
    def state(self) -> SlotState:
        """How much is known: one answer, or many, make candidates; only closing makes known."""
        if self.closed is not None:
            return SlotState.NONE if self.is_none else SlotState.KNOWN
        if self.candidates:
            return SlotState.CANDIDATES
        return SlotState.UNCLEAR if self.unclear else SlotState.NOT_ASKED

    @property
    def settled(self) -> SlotValue | None:
        """The answer that the desk settled on; None where it settled on none, or on nothing."""
        return next((one.value for one in self.candidates if one.revision == self.closed), None)

    @property
    def revisions(self) -> tuple[int, ...]:
        """The entries that say something of it, oldest first."""
        closed = () if self.closed is None else (self.closed,)
        given = (one.revision for one in self.candidates)
        return tuple(sorted({*given, *self.unclear, *closed}))

    @property
    def is_still_unclear(self) -> bool:
        """Whether a report called it unclear after there were candidates."""
        return (
            self.state is SlotState.CANDIDATES
            and bool(self.unclear)
            and self.unclear[-1] > self.candidates[0].revision
        )

    @property
    def falls(self) -> tuple[int, ...]:
        """The entries whose figure is lower than one before it."""
        figures = self._figures()
        return tuple(
            later.revision
            for (_, before), (later, after) in pairwise(figures)
            if fell(before, after)
        )

    @property
    def clashes(self) -> tuple[int, ...]:
        """The entries whose figures cannot both hold of the one moment that they are given for."""
        figures = self._figures()
        clashing: set[int] = set()
        for index, (one, first) in enumerate(figures):
            for other, second in figures[index + 1 :]:
                if _same_moment(first, second) and second.compare(first) in _APART:
                    clashing |= {one.revision, other.revision}
        return tuple(sorted(clashing))

    def with_unclear(self, revision: int) -> "Slot":
        """Give the slot as it is once an entry calls it unclear."""
        return attrs.evolve(self, unclear=(*self.unclear, revision))

    def with_answer(self, candidate: Candidate) -> "Slot":
        """Give the slot with one more answer."""
        return attrs.evolve(self, candidates=(*self.candidates, candidate))

    def with_closing(self, value: SlotValue | None, revision: int) -> "Slot":
        """Give the slot as it is once an entry settles it on a value, or on "there is none"."""
        candidates = self.candidates
        if value is not None:
            candidates = (*candidates, Candidate(value=value, source=None, revision=revision))
        return attrs.evolve(self, candidates=candidates, closed=revision, is_none=value is None)

    def without(self, revision: int) -> "Slot":
        """Give the slot as if an entry had never said anything of it; what it closed is open."""
        reopened = self.closed == revision
        return Slot(
            name=self.name,
            candidates=tuple(one for one in self.candidates if one.revision != revision),
            unclear=tuple(one for one in self.unclear if one != revision),
            closed=None if reopened else self.closed,
            is_none=self.is_none and not reopened,
        )

    def _figures(self) -> list[tuple[Candidate, Figure]]:
        return [(one, one.value.figure) for one in self.candidates if one.value.figure is not None]


# Most claims leave the same few questions open, and say so by the same few entries.
@lru_cache(maxsize=256)
def called_unclear(names: tuple[str, ...], revision: int) -> tuple[Slot, ...]:
    """Give slots of which nothing is known but that one entry calls them unclear."""
    return tuple([Slot(name=name, unclear=(revision,)) for name in names])


def fell(before: Figure, after: Figure) -> bool:
    """
    Whether a figure revises an earlier one downwards.

    One for the same moment clashes instead, and one for an earlier moment revises nothing.
    """
    if after.compare(before) is not Movement.FELL:
        return False
    if before.as_at is None or after.as_at is None:
        return True
    return after.as_at.compare(before.as_at) is Order.AFTER


_APART = frozenset({Movement.ROSE, Movement.FELL})


def _same_moment(one: Figure, other: Figure) -> bool:
    return (
        one.as_at is not None
        and other.as_at is not None
        and one.as_at.compare(other.as_at) is Order.MAY_OVERLAP
    )
