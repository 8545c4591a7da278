"""Bounds as figures of the model, and how two of them agree."""

from decimal import Decimal

import pytest

from claimtrack.model.figure import Figure
from claimtrack.reading.figures import Agreement, agreement, figure_of
from claimtrack.reading.kinds import Bound


@pytest.mark.parametrize(
    ("op", "expected"),
    [
        (Bound.EXACT, Figure.exactly(5, phrase="w")),
        (Bound.GE, Figure.at_least(5, phrase="w")),
        (Bound.GT, Figure.more_than(5, phrase="w")),
        (Bound.LE, Figure.at_most(5, phrase="w")),
        (Bound.LT, Figure.fewer_than(5, phrase="w")),
        (Bound.APPROX, Figure.about(5, phrase="w")),
        (Bound.BETWEEN, Figure.between(5, 9, phrase="w")),
        (Bound.BELOW, Figure(high=Decimal(5), high_open=True, approximate=True, phrase="w")),
        (Bound.ABOVE, Figure(low=Decimal(5), low_open=True, approximate=True, phrase="w")),
        (Bound.VAGUE, Figure(phrase="w")),
    ],
)
def test_every_bound_has_its_figure(op: Bound, expected: Figure) -> None:
    """Each bound is mapped to the range that the words allow."""
    assert expected == figure_of(op, Decimal(5), Decimal(9), phrase="w")


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        (Figure.exactly(52), Figure.exactly(52), Agreement.SAME),
        (Figure.exactly(52), Figure.at_least(50), Agreement.TIGHTER),
        (Figure.more_than(50), Figure.at_least(50), Agreement.TIGHTER),
        (Figure.at_least(50), Figure.more_than(50), Agreement.COMPATIBLE),
        (Figure.between(3, 5), Figure.at_most(5), Agreement.TIGHTER),
        (Figure.at_most(5), Figure.fewer_than(5), Agreement.COMPATIBLE),
        (Figure.about(100), Figure.at_least(50), Agreement.COMPATIBLE),
        (Figure(phrase="dozens"), Figure.at_least(50), Agreement.COMPATIBLE),
        (Figure.exactly(49), Figure.at_least(50), Agreement.CONTRADICTORY),
        (Figure.fewer_than(50), Figure.more_than(50), Agreement.CONTRADICTORY),
        (Figure.exactly(5, "boats"), Figure.exactly(5, "seals"), Agreement.NOT_COMPARABLE),
    ],
)
def test_agreement(later: Figure, earlier: Figure, expected: Agreement) -> None:
    """A later figure narrows, leaves open or contradicts what was said before."""
    assert expected is agreement(later, earlier)
