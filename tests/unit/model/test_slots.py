"""Slots: how much of a question is known, and what is odd about the answers."""

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.figure import Figure
from claimtrack.model.slots import SLOTS, Candidate, Slot, SlotState, SlotValue, fell, slot_name
from claimtrack.model.window import Window


def _slot(*figures: Figure, unclear: tuple[int, ...] = ()) -> Slot:
    """Make a slot with figures from revision 2 on."""
    candidates = tuple(
        Candidate(value=SlotValue(figure=figure), source=None, revision=index + 2)
        for index, figure in enumerate(figures)
    )
    return Slot(name="how_many", candidates=candidates, unclear=unclear)


def _figure(number: int, as_at: str | None = None, unit: str = "people") -> Figure:
    return Figure.exactly(number, unit, as_at=as_at)


# Names and values ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*SLOTS, "which_prison", "x2", "a" * 40])
def test_a_slot_is_one_of_the_usual_or_the_desks_own(name: str) -> None:
    """A desk may ask what it likes, in one spelling."""
    assert name == slot_name(name)


@pytest.mark.parametrize("name", ["", "Who", "how many", "2x", "_who", "who?", "a" * 41, None, 5])
def test_what_is_no_slots_name_is_refused(name: str) -> None:
    """Capitals, blanks and signs would make two names of one."""
    with pytest.raises(InvalidValueError) as caught:
        slot_name(name)

    assert "must be a slot: a-z, 0-9 and '_', a letter first, at most 40" == caught.value.reason


def test_an_answer_says_something() -> None:
    """A text, a figure or a window, or several of them."""
    with pytest.raises(InvalidValueError, match="slot_value needs a text, a figure or a window"):
        SlotValue()
    both = SlotValue(text="about fifty", figure=_figure(52))

    assert ("about fifty", _figure(52)) == (both.text, both.figure)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (SlotValue(text="Ales Bialiatski"), "Ales Bialiatski"),
        (SlotValue(figure=_figure(52)), "52 people"),
        (SlotValue(window="2025-12-13"), "2025-12-13"),
        (SlotValue(text="about fifty", figure=_figure(52)), "about fifty"),
        (SlotValue(figure=_figure(52), window="2025-12-13"), "52 people"),
    ],
)
def test_an_answer_shows_in_its_own_words_first(value: SlotValue, shown: str) -> None:
    """The words given, else the figure, else the window."""
    assert shown == str(value)


def test_a_window_is_read_from_what_people_write() -> None:
    """And refused where it cannot be read."""
    assert Window.parse("2025-12") == SlotValue(window="2025-12").window
    with pytest.raises(InvalidValueError) as caught:
        SlotValue(window="soon")

    assert "slot_value.window" == caught.value.field


# States -------------------------------------------------------------------------------------------


ANSWERED = _slot(_figure(52))


@pytest.mark.parametrize(
    ("slot", "state"),
    [
        (Slot(name="who"), SlotState.NOT_ASKED),
        (Slot(name="who", unclear=(2,)), SlotState.UNCLEAR),
        (ANSWERED, SlotState.CANDIDATES),
        (attrs.evolve(ANSWERED, unclear=(3,)), SlotState.CANDIDATES),
        (attrs.evolve(ANSWERED, closed=3), SlotState.KNOWN),
        (attrs.evolve(ANSWERED, closed=3, unclear=(4,)), SlotState.KNOWN),
        (attrs.evolve(ANSWERED, closed=3, is_none=True), SlotState.NONE),
        (Slot(name="who", closed=2, is_none=True), SlotState.NONE),
    ],
)
def test_an_answer_makes_candidates_and_only_closing_makes_known(
    slot: Slot, state: SlotState
) -> None:
    """Not asked, unclear, candidates, known, none: what is closed stays closed."""
    assert state == slot.state


def test_a_slot_names_every_entry_that_speaks_of_it() -> None:
    """Once each, oldest first."""
    slot = attrs.evolve(_slot(_figure(52), _figure(123)), unclear=(1, 4), closed=3)

    assert (1, 2, 3, 4) == slot.revisions
    assert () == Slot(name="who").revisions


@pytest.mark.parametrize(
    ("slot", "is_still_unclear"),
    [
        (attrs.evolve(ANSWERED, unclear=(3,)), True),
        (attrs.evolve(ANSWERED, unclear=(1,)), False),
        (ANSWERED, False),
        (Slot(name="who", unclear=(3,)), False),
        (attrs.evolve(ANSWERED, unclear=(3,), closed=4), False),
    ],
)
def test_unclear_after_an_answer_is_still_unclear(slot: Slot, is_still_unclear: bool) -> None:
    """As long as there are candidates and the slot is open."""
    assert is_still_unclear is slot.is_still_unclear


# Figures ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "is_fall"),
    [
        (_figure(100), _figure(52), True),
        (_figure(52), _figure(100), False),
        (_figure(100), _figure(100), False),
        (Figure.at_least(100), Figure.exactly(123), False),
        (Figure.at_least(100), Figure.exactly(52), True),
        (_figure(100), _figure(52, unit="children"), False),
        (_figure(100, "2025-11-26"), _figure(52, "2025-12-13"), True),
        (_figure(100, "2025-11-26"), _figure(52, "2025-11-26"), False),
        (_figure(100, "2025-11-26"), _figure(52, "2025-09-11"), False),
        (_figure(100, "2025-11-26"), _figure(52), True),
        (_figure(100), _figure(52, "2025-09-11"), True),
    ],
)
def test_a_figure_falls_where_it_is_lower_and_not_for_an_earlier_or_the_same_moment(
    before: Figure, after: Figure, is_fall: bool
) -> None:
    """A rise is none, and so are other things counted, or fewer of them before."""
    assert is_fall is fell(before, after)


def test_falls_are_from_one_figure_to_the_next() -> None:
    """Each entry whose figure is lower than the one before it; words between are passed over."""
    words = Candidate(value=SlotValue(text="dozens"), source=None, revision=9)
    slot = _slot(_figure(100), _figure(52), _figure(60), _figure(31))

    assert (3, 5) == slot.falls
    assert (3, 5) == attrs.evolve(slot, candidates=(*slot.candidates, words)).falls
    assert () == _slot(_figure(52)).falls


def test_figures_clash_that_cannot_both_hold_of_one_moment() -> None:
    """Whichever came first; of different moments, or of none stated, both may hold."""
    december = "2025-12-13"

    assert (2, 3) == _slot(_figure(52, december), _figure(123, december)).clashes
    assert (2, 4) == _slot(_figure(123, december), _figure(9), _figure(52, "2025-12")).clashes
    assert () == _slot(_figure(52, "2025-09-11"), _figure(123, december)).clashes
    assert () == _slot(_figure(52), _figure(123)).clashes
    assert (
        ()
        == _slot(Figure.at_least(100, as_at=december), Figure.exactly(123, as_at=december)).clashes
    )
    assert () == _slot(_figure(52, december), _figure(9, december, "children")).clashes
