"""
Figures: how many or how much, as far as the words say.

A figure is the range that the words allow: "at least 100" has no upper end, "more than 1,000" does
not hold 1,000 itself. Two reports about one event agree as long as their ranges overlap; a total
that moves is told by `Figure.compare`.

Source:
    The fields are those of Wikidata's quantity (amount, lower and upper bound, unit), with bounds
    that may be missing or strict, as wording has them.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window, window
from claimtrack.model.words import checked, line, number, refuse

_ABOUT = Fraction(1, 10)
"""How far off "about" may be when figures are compared, as a share of them. Ours: a tenth."""

_LONGEST = 80
"""Characters of a number looked at; ours, above what `number` lets through in any spelling."""

_Amount = Decimal | int | str
_When = Window | str | datetime | date | None


class Movement(StrEnum):
    """How a figure stands to an earlier one of the same thing."""

    SAME = "same"
    ROSE = "rose"
    FELL = "fell"
    MAY_AGREE = "may_agree"
    NOT_COMPARABLE = "not_comparable"


def amount(value: Decimal | int | str | None) -> Decimal | None:
    """
    Take a decimal number in its one spelling: no exponent, no trailing zeros (a field's rule).

    Args:
        value: ``100``, ``"1000.50"``, ``Decimal("1E+2")``; binary fractions are refused.

    Returns:
        The number, so that equal numbers are written equally; None where there is none.

    Raises:
        InvalidValueError: It is no finite number of at most 30 digits on either side of the point.
    """
    if isinstance(value, str) and len(value) > _LONGEST:
        raise refuse(value, "must be a whole or decimal number")
    found = number(value)
    if found is None:
        return None
    if len(found.as_tuple().digits) > _LONGEST:
        raise refuse(value, f"must have at most {_LONGEST} digits")
    digits = f"{found:f}"
    plain = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Decimal("0" if found == 0 else plain)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Figure:
    """
    A number, or the range it lies in.

    Attributes:
        low: The least it may be; None where the words set no floor.

        high: The most it may be; None where the words set no ceiling.

        low_open: Whether *low* itself is excluded: "more than 1,000".

        high_open: Whether *high* itself is excluded: "fewer than 20".

        approximate: Whether the words say "about"; the bounds are as given, not widened.

        unit: What is counted or measured, in the words of the report: ``prisoners``, ``EUR``.

        as_at: The moment the figure is for; None where the words do not say.

        phrase: The words given; needed where there is neither bound ("dozens").

    Raises:
        InvalidValueError: A bound is no exact number; they leave no number between them; a bound
            that is missing is called open; there is neither a bound nor a phrase.

    Example:
        >>> print(Figure(low=100, unit="political prisoners"))
        at least 100 political prisoners
        >>> Figure.exactly("1E+2") == Figure.exactly(100)
        True
    """

    low: Decimal | None = attrs.field(converter=amount, default=None)
    high: Decimal | None = attrs.field(converter=amount, default=None)
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str = attrs.field(converter=line, default="")
    as_at: Window | None = attrs.field(converter=window, default=None)
    phrase: str = attrs.field(converter=line, default="")

    def __attrs_post_init__(self) -> None:
        if self.low_open and self.low is None:
            raise InvalidValueError("figure.low_open", True, "needs a bound to leave out")
        if self.high_open and self.high is None:
            raise InvalidValueError("figure.high_open", True, "needs a bound to leave out")
        if self.low is None or self.high is None:
            if self.low is self.high and not self.phrase:
                raise InvalidValueError("figure", "", "needs a bound or a phrase")
        elif self.low > self.high:
            raise InvalidValueError("figure.low", self.low, f"must not lie above {self.high:f}")
        elif self.low == self.high and (self.low_open or self.high_open):
            raise InvalidValueError("figure.low", self.low, "must not be left out where it is all")

    @classmethod
    def exactly(
        cls, value: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make the figure of one number: ``52 people``."""
        return cls(low=value, high=value, unit=unit, as_at=as_at, phrase=phrase)

    @classmethod
    def at_least(
        cls, value: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make a figure with a floor, which is included."""
        return cls(low=value, unit=unit, as_at=as_at, phrase=phrase)

    @classmethod
    def more_than(
        cls, value: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make a figure with a floor, which is excluded."""
        return cls(low=value, low_open=True, unit=unit, as_at=as_at, phrase=phrase)

    @classmethod
    def at_most(
        cls, value: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make a figure with a ceiling, which is included."""
        return cls(high=value, unit=unit, as_at=as_at, phrase=phrase)

    @classmethod
    def fewer_than(
        cls, value: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make a figure with a ceiling, which is excluded."""
        return cls(high=value, high_open=True, unit=unit, as_at=as_at, phrase=phrase)

    @classmethod
    def between(
        cls, low: _Amount, high: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make a figure with a floor and a ceiling, both included."""
        return cls(low=low, high=high, unit=unit, as_at=as_at, phrase=phrase)

    @classmethod
    def about(
        cls, value: _Amount, unit: str = "", *, as_at: _When = None, phrase: str = ""
    ) -> "Figure":
        """Make the figure of one number that the words call approximate."""
        return cls(low=value, high=value, approximate=True, unit=unit, as_at=as_at, phrase=phrase)

    def compare(self, earlier: "Figure") -> Movement:
        """
        Say how this figure stands to one that was given before.

        Args:
            earlier: The figure before. What moment each is for is not looked at.

        Returns:
            ``ROSE`` or ``FELL`` where no number is in both ranges; ``MAY_AGREE`` where some number
            is; ``SAME`` where the ranges are one; ``NOT_COMPARABLE`` where both name a unit and
            they differ. "About" allows a tenth to either side.

        Example:
            >>> Figure.exactly(12).compare(Figure.at_least(9))
            <Movement.MAY_AGREE: 'may_agree'>
            >>> Figure.exactly(52, "people").compare(Figure.at_least(100, "people"))
            <Movement.FELL: 'fell'>
        """
        if self.unit and earlier.unit and self.unit != earlier.unit:
            return Movement.NOT_COMPARABLE
        if self._range() == earlier._range():
            return Movement.SAME
        if self._lies_above(earlier):
            return Movement.ROSE
        if earlier._lies_above(self):
            return Movement.FELL
        return Movement.MAY_AGREE

    def _range(self) -> tuple[object, ...]:
        vague = self.phrase if self.is_vague else ""
        return (self.low, self.high, self.low_open, self.high_open, self.approximate, vague)

    def _lies_above(self, other: "Figure") -> bool:
        if self.low is None or other.high is None:
            return False
        # Fractions: unlike Decimal's, their arithmetic depends on no ambient context.
        low, high = Fraction(self.low), Fraction(other.high)
        low -= abs(low) * _ABOUT * self.approximate
        high += abs(high) * _ABOUT * other.approximate
        return low > high or (low == high and (self.low_open or other.high_open))

    @property
    def is_vague(self) -> bool:
        """Whether there are only words and no number: "dozens"."""
        return self.low is None and self.high is None

    def __str__(self) -> str:
        if self.is_vague:
            return self.phrase
        return f"{self._in_words()} {self.unit}" if self.unit else self._in_words()

    def _in_words(self) -> str:
        low, high = self._in_digits(self.low), self._in_digits(self.high)
        if low == high:
            return low
        if low and high and not self.low_open and not self.high_open:
            return f"between {low} and {high}"
        floor = f"{'more than' if self.low_open else 'at least'} {low}" if low else ""
        ceiling = f"{'fewer than' if self.high_open else 'at most'} {high}" if high else ""
        return f"{floor} and {ceiling}" if floor and ceiling else floor or ceiling

    def _in_digits(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        return f"about {value:,f}" if self.approximate else f"{value:,f}"
