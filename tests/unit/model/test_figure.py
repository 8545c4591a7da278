"""What figures promise."""

from decimal import Decimal, localcontext

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.figure import Figure, Movement
from claimtrack.model.window import Window


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure.exactly(52, "people"), "52 people"),
        (Figure.at_least(100, "prisoners"), "at least 100 prisoners"),
        (Figure.more_than(1000), "more than 1,000"),
        (Figure.at_most(5), "at most 5"),
        (Figure.fewer_than(20, "ships"), "fewer than 20 ships"),
        (Figure.between(10, 20), "between 10 and 20"),
        (Figure.about(50), "about 50"),
        (Figure(low=1000, approximate=True), "at least about 1,000"),
        (Figure(low=10, high=20, approximate=True), "between about 10 and about 20"),
        (Figure(low=10, high=20, low_open=True), "more than 10 and at most 20"),
        (Figure(low=10, high=20, high_open=True), "at least 10 and fewer than 20"),
        (Figure.exactly("1.50", "EUR"), "1.5 EUR"),
        (Figure.exactly("0.0000001"), "0.0000001"),
        (Figure.exactly(-3, "°C"), "-3 °C"),
        (Figure.exactly(1_234_567), "1,234,567"),
        (Figure(phrase="dozens", unit="people"), "dozens"),
        (Figure.exactly(52, "people", phrase="52"), "52 people"),
    ],
)
def test_a_figure_shows_in_english_digits(figure: Figure, shown: str) -> None:
    """A figure reads as English, with digits; one without a number reads as its phrase."""
    assert shown == str(figure)


@pytest.mark.parametrize(
    ("later", "earlier", "movement"),
    [
        (Figure.exactly(12), Figure.at_least(9), Movement.MAY_AGREE),
        (Figure.at_least(9), Figure.exactly(12), Movement.MAY_AGREE),
        (Figure.exactly(52), Figure.at_least(100), Movement.FELL),
        (Figure.exactly(123), Figure.at_least(100), Movement.MAY_AGREE),
        (Figure.exactly(11), Figure.exactly(12), Movement.FELL),
        (Figure.exactly(12), Figure.exactly(11), Movement.ROSE),
        (Figure.exactly(12), Figure.exactly(12), Movement.SAME),
        (Figure.exactly(1000), Figure.more_than(1000), Movement.FELL),
        (Figure.exactly(1000), Figure.at_least(1000), Movement.MAY_AGREE),
        (Figure.more_than(1000), Figure.at_most(1000), Movement.ROSE),
        (Figure.more_than(1000), Figure.at_least(1000), Movement.MAY_AGREE),
        (Figure.between(10, 20), Figure.between(20, 30), Movement.MAY_AGREE),
        (Figure.between(10, 20), Figure.between(21, 30), Movement.FELL),
        (Figure.at_least(123), Figure.at_least(100), Movement.MAY_AGREE),
        (Figure.exactly(980), Figure.about(1000), Movement.MAY_AGREE),
        (Figure.exactly(900), Figure.about(1000), Movement.MAY_AGREE),
        (Figure.exactly(899), Figure.about(1000), Movement.FELL),
        (Figure.about(1000), Figure.exactly(899), Movement.ROSE),
        (Figure.about(1000), Figure.exactly(1000), Movement.MAY_AGREE),
        (Figure(phrase="dozens"), Figure.exactly(52), Movement.MAY_AGREE),
        (Figure(phrase="dozens"), Figure(phrase="dozens"), Movement.SAME),
        (Figure(phrase="hundreds"), Figure(phrase="dozens"), Movement.MAY_AGREE),
    ],
)
def test_a_moving_total_is_told(later: Figure, earlier: Figure, movement: Movement) -> None:
    """A figure moved only where no number is in both ranges."""
    assert movement == later.compare(earlier)


def test_other_units_are_not_compared() -> None:
    """Figures with two units are not comparable; one without a unit compares with any."""
    people, ships = Figure.exactly(12, "people"), Figure.exactly(3, "ships")

    assert Movement.NOT_COMPARABLE == people.compare(ships)
    assert Movement.FELL == Figure.exactly(3).compare(people)


def test_the_moment_is_not_compared() -> None:
    """What moment figures are for does not change how they stand to one another."""
    first = Figure.exactly(12, as_at="2025-11-26")
    second = Figure.exactly(12, as_at="2025-11-27")

    assert Movement.SAME == second.compare(first)


def test_comparing_depends_on_no_decimal_context() -> None:
    """A caller's decimal context of few digits changes no answer."""
    with localcontext(prec=2):
        movement = Figure.about(10_001).compare(Figure.exactly(9_000))

    assert Movement.ROSE == movement


@pytest.mark.parametrize("spelled", [100, "100", "1E+2", "100.00", "1_00", Decimal("1E+2"), "+100"])
def test_a_number_has_one_spelling(spelled: Decimal | int | str) -> None:
    """Equal numbers are kept in equal digits, however they were given."""
    assert "100" == str(Figure.exactly(spelled).low)


def test_nothing_is_not_negative() -> None:
    """Zero is kept without sign or decimals."""
    assert "0" == str(Figure.exactly("-0.00").low)


def test_a_figure_may_name_its_moment_in_text() -> None:
    """The moment that a figure is for is taken as people write it."""
    assert Window.parse("2025-11-26") == Figure.exactly(52, as_at="2025-11-26").as_at


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "figure needs a bound or a phrase, got ''"),
        ({"unit": "people"}, "figure needs a bound or a phrase, got ''"),
        ({"low": 20, "high": 10}, "figure.low must not lie above 10, got Decimal('20')"),
        (
            {"low": 20, "high": 20, "low_open": True},
            "figure.low must not be left out where it is all, got Decimal('20')",
        ),
        (
            {"high": 20, "low_open": True},
            "figure.low_open needs a bound to leave out, got True",
        ),
        (
            {"phrase": "dozens", "high_open": True},
            "figure.high_open needs a bound to leave out, got True",
        ),
        ({"low": 1.5}, "figure.low must be a whole or decimal number, got 1.5"),
        ({"low": True}, "figure.low must be a whole or decimal number, got True"),
        ({"low": "1,000"}, "figure.low must be a whole or decimal number, got '1,000'"),
        ({"high": "NaN"}, "figure.high must be finite, of at most 30 digits, got 'NaN'"),
        (
            {"high": "1E+999999999"},
            "figure.high must be finite, of at most 30 digits, got '1E+999999999'",
        ),
        ({"low": 1, "unit": "a\nb"}, "figure.unit must be one line, got 'a\\nb'"),
        (
            {"low": 1, "as_at": "2025-02-30"},
            "figure.as_at must be on the calendar and on the clock, got '2025-02-30'",
        ),
    ],
)
def test_a_wrong_figure_cannot_be_made(values: dict[str, object], message: str) -> None:
    """What breaks a rule is refused with the field, the rule and the value."""
    with pytest.raises(InvalidValueError) as caught:
        Figure(**values)  # type: ignore[arg-type]

    assert message == str(caught.value)


@pytest.mark.parametrize("value", ["1" * 10_000_000, "0." + "1" * 200, Decimal("0." + "1" * 200)])
def test_a_number_of_many_digits_is_refused(value: str | Decimal) -> None:
    """A number with more digits than any figure in the news is refused."""
    with pytest.raises(InvalidValueError):
        Figure.exactly(value)
