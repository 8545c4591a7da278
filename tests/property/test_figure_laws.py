"""Laws of figures."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.errors import InvalidValueError
from claimtrack.model.figure import Figure, Movement, amount
from tests.strategies import amounts, figures

_MIRRORED = {
    Movement.SAME: Movement.SAME,
    Movement.ROSE: Movement.FELL,
    Movement.FELL: Movement.ROSE,
    Movement.MAY_AGREE: Movement.MAY_AGREE,
    Movement.NOT_COMPARABLE: Movement.NOT_COMPARABLE,
}


def _holds(figure: Figure, value: Decimal) -> bool:
    """Whether the range of a figure holds a number."""
    low, high = figure.low, figure.high
    is_above = low is None or (value > low if figure.low_open else value >= low)
    is_below = high is None or (value < high if figure.high_open else value <= high)
    return is_above and is_below


def _members(figure: Figure) -> list[Decimal]:
    """Find numbers that a figure holds, those at its very ends among them."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None] or [Decimal(0)]
    steps = [Decimal(0), Decimal("0.0001"), Decimal(1), sum(bounds, Decimal(0)) / 2 - bounds[0]]
    near = {bound + sign * step for bound in bounds for step in steps for sign in (1, -1)}
    return [value for value in near if _holds(figure, value)]


@given(figures, figures)
def test_movement_has_two_sides(one: Figure, other: Figure) -> None:
    """One rose from another exactly where that fell from it; the other answers have no sides."""
    assert _MIRRORED[one.compare(other)] == other.compare(one)


@given(figures)
def test_a_figure_is_the_same_as_itself(figure: Figure) -> None:
    """Nothing moves from itself."""
    assert Movement.SAME == figure.compare(figure)


@given(amounts, amounts)
def test_exact_figures_move_as_their_numbers(new: Decimal, old: Decimal) -> None:
    """Of exact figures, the higher rose, the lower fell, and equal ones are the same."""
    expected = Movement.ROSE if new > old else Movement.FELL if new < old else Movement.SAME

    assert expected == Figure.exactly(new).compare(Figure.exactly(old))


@given(figures, figures)
def test_a_number_in_both_ranges_is_agreement(one: Figure, other: Figure) -> None:
    """Figures that some number fits may agree, or are the same, or count different things."""
    is_shared = any(_holds(other, value) for value in _members(one))

    assert not (is_shared and one.compare(other) in {Movement.ROSE, Movement.FELL})


@given(figures, figures)
def test_a_rise_is_a_rise_of_every_number(new: Figure, old: Figure) -> None:
    """Where a figure rose, every number in it is above every number in the earlier one."""
    has_risen = new.compare(old) is Movement.ROSE

    assert not has_risen or all(
        after > before for after in _members(new) for before in _members(old)
    )


@given(figures)
def test_narrowing_is_agreement(figure: Figure) -> None:
    """Every number that a range holds agrees with it, whichever of the two came first."""
    exact = [Figure.exactly(value) for value in _members(figure)]
    answers = {one.compare(figure) for one in exact} | {figure.compare(one) for one in exact}

    assert answers <= {Movement.SAME, Movement.MAY_AGREE}


@given(amounts, amounts)
def test_a_figure_moves_from_a_floor_only_below_it(value: Decimal, floor: Decimal) -> None:
    """A number after "at least" fell where it is lower, and agrees where it is not."""
    expected = Movement.FELL if value < floor else Movement.MAY_AGREE

    assert expected == Figure.exactly(value).compare(Figure.at_least(floor))


@given(amounts, st.integers(0, 6))
def test_equal_numbers_are_written_equally(value: Decimal, zeros: int) -> None:
    """amount(x) has one spelling, however many zeros or exponents x came with."""
    spelled = [amount(value), amount(f"{value:f}"), amount(value.normalize()), amount(f"{value:E}")]
    padded = Decimal(
        (
            value.as_tuple().sign,
            (*value.as_tuple().digits, *([0] * zeros)),
            int(value.as_tuple().exponent) - zeros,
        )
    )

    assert {f"{spelled[0]}"} == {str(each) for each in (*spelled, amount(padded))}
    assert value == spelled[0]


@given(st.text(max_size=20) | st.from_regex(r"[-+]?[0-9_.]{1,40}([eE][-+]?[0-9]{1,9})?"))
@example("1E+999999999")
@example("0E-999999999")
@example("-0.0")
def test_an_amount_is_read_or_refused(text: str) -> None:
    """Any text is a finite number without exponent, or is refused as an invalid value."""
    try:
        found = amount(text)
    except InvalidValueError:
        return

    assert found is not None
    assert found.is_finite()
    assert int(found.as_tuple().exponent) <= 0
    assert found == amount(found)


@given(figures)
def test_a_figure_is_written_in_digits(figure: Figure) -> None:
    """Every number of a figure stands in its text, in digits and without exponent."""
    shown = str(figure)

    assert shown
    assert all(f"{bound:,f}" in shown for bound in (figure.low, figure.high) if bound is not None)
