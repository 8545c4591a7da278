"""
Bounds in words made into figures of the model, and how two such figures agree.

What becomes of each bound:

=========  ==============================================================
exact      ``low`` and ``high`` are the number
ge, gt     ``low`` is the number, excluded for gt
le, lt     ``high`` is the number, excluded for lt
approx     ``low`` and ``high`` are the number, approximate
below      ``high`` is the number, excluded, approximate: "nearly 100"
above      ``low`` is the number, excluded, approximate: "just over 100"
between    ``low`` and ``high``
vague      neither: "dozens" is its phrase, and no number is made up for it
=========  ==============================================================
"""

from decimal import Decimal
from enum import StrEnum

from claimtrack.model.figure import Figure, Movement
from claimtrack.reading.kinds import Bound


def figure_of(
    op: Bound, value: Decimal | None, high: Decimal | None = None, *, unit: str = "", phrase: str
) -> Figure:
    """
    Make the model's figure of a bounded number.

    Args:
        op: How the number is bounded.

        value: The number, the lower one of a range.

        high: The upper number of a range.

        unit: What is counted.

        phrase: The words.

    Example:
        >>> print(figure_of(Bound.GT, Decimal(1000), unit="prisoners", phrase="over a thousand"))
        more than 1,000 prisoners
    """
    if value is None or op is Bound.VAGUE:
        return Figure(unit=unit, phrase=phrase)
    has_low = op not in (Bound.LE, Bound.LT, Bound.BELOW)
    has_high = op not in (Bound.GE, Bound.GT, Bound.ABOVE)
    upper = high if op is Bound.BETWEEN else value
    return Figure(
        low=value if has_low else None,
        high=upper if has_high else None,
        low_open=op in (Bound.GT, Bound.ABOVE),
        high_open=op in (Bound.LT, Bound.BELOW),
        approximate=op in (Bound.APPROX, Bound.BELOW, Bound.ABOVE),
        unit=unit,
        phrase=phrase,
    )


class Agreement(StrEnum):
    """How what a later figure allows stands to what an earlier one did."""

    SAME = "same"
    TIGHTER = "tighter"
    COMPATIBLE = "compatible"
    CONTRADICTORY = "contradictory"
    NOT_COMPARABLE = "not_comparable"


def agreement(later: Figure, earlier: Figure) -> Agreement:
    """
    Say whether a later figure fits an earlier one, and whether it says more.

    Args:
        later: The figure of a follow-up.

        earlier: The figure before.

    Returns:
        ``TIGHTER`` where all that *later* allows was allowed before; ``CONTRADICTORY`` where no
        number is in both ranges, in which case `Figure.compare` tells the direction.

    Example:
        >>> agreement(Figure.exactly(52), Figure.at_least(50))
        <Agreement.TIGHTER: 'tighter'>
        >>> agreement(Figure.at_least(50), Figure.exactly(52))
        <Agreement.COMPATIBLE: 'compatible'>
        >>> agreement(Figure.fewer_than(50), Figure.more_than(50))
        <Agreement.CONTRADICTORY: 'contradictory'>
    """
    match later.compare(earlier):
        case Movement.SAME:
            return Agreement.SAME
        case Movement.ROSE | Movement.FELL:
            return Agreement.CONTRADICTORY
        case Movement.NOT_COMPARABLE:
            return Agreement.NOT_COMPARABLE
    if later.is_vague:
        return Agreement.COMPATIBLE
    within = _holds_low(earlier, later) and _holds_high(earlier, later)
    return Agreement.TIGHTER if within and not later.approximate else Agreement.COMPATIBLE


def _holds_low(outer: Figure, inner: Figure) -> bool:
    if outer.low is None:
        return True
    if inner.low is None or inner.low < outer.low:
        return False
    return inner.low > outer.low or inner.low_open or not outer.low_open


def _holds_high(outer: Figure, inner: Figure) -> bool:
    if outer.high is None:
        return True
    if inner.high is None or inner.high > outer.high:
        return False
    return inner.high < outer.high or inner.high_open or not outer.high_open
