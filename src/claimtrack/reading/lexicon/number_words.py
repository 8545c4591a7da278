"""What a lexicon holds about numbers: their words, their bounds, and what is no quantity."""

from collections.abc import Mapping

import attrs

from claimtrack.reading.kinds import Bound
from claimtrack.reading.lexicon.fields import NOTHING as _NOTHING
from claimtrack.reading.lexicon.fields import Texts
from claimtrack.reading.lexicon.fields import key as _key


@attrs.frozen(kw_only=True)
class BoundWords:
    """
    Words that bound a number.

    Attributes:
        op: The bound.

        forms: The words.

        joined_by: Words between the two numbers of a range.

        is_from: Whether the two may be before and after a change: "from 5 to 10".
    """

    op: Bound
    forms: Texts = _key("f")
    joined_by: Texts = _key("and", default=())
    is_from: bool = _key("from", default=False)


@attrs.frozen(kw_only=True)
class VagueAmount:
    """
    Words for an amount without a number.

    Attributes:
        forms: The words.

        low: What they count at least.

        high: What they count at most.

        fraction: The share that they mean, at least and at most.
    """

    forms: Texts = _key("f")
    low: int | None = _key("lo", default=None)
    high: int | None = _key("hi", default=None)
    fraction: tuple[float, float] | None = None


@attrs.frozen(kw_only=True)
class Trap:
    """
    Words that look like a date or a number and are none.

    Attributes:
        pattern: The words.

        why: The reason, one clause.
    """

    pattern: str
    why: str


@attrs.frozen(kw_only=True)
class QuantityRules:
    """
    How the language counts.

    Attributes:
        bounds: Words before a number that bound it.

        after: Words behind a number that bound it.

        vague: Words for amounts without a number.

        link: Words between a number and its noun, or its magnitude.

        joined_by: Words within a number: "two hundred and five".

        numerals: Words for the numbers below a hundred.

        magnitudes: Words that multiply the number before them.

        suffixes: Letters set right behind digits that do: "5bn".

        fractions: Words for parts of a whole, each a numerator and a denominator.

        part_of: Words between a fraction and its whole.

        and_a_half: Words that add a half to the number before them.

        percent: Words and signs that make a number a percentage.

        to: Words and signs between the two numbers of a range.

        alternatives: Words between two numbers of which either may be so: "two or three".

        changes: Beginnings of words that tell of a change; "from 5 to 10" is then no range.

        article_ones: Words for one that are articles too.

        labels: Nouns before a number that is a name: "Article 5".

        year_before: Words before a number of four digits that make it a year.

        unit_stops: Words that no unit holds.

        unit_ends: The pattern of a noun that ends a unit whose adjectives come first; None where
            the noun comes first.

        unit_goes_on: The pattern of an adjective behind the noun; None where none follows.

        hours: Words for spans of time that are shorter than a day.

        skip: Numbers that are no quantities, beside those that all languages share.

        superlative_so_far: Words of a record: no bound, no date.
    """

    bounds: tuple[BoundWords, ...] = ()
    after: tuple[BoundWords, ...] = ()
    link: Texts = ()
    numerals: Mapping[str, int] = _NOTHING
    magnitudes: Mapping[str, int] = _NOTHING
    suffixes: Mapping[str, int] = _NOTHING
    fractions: Mapping[str, tuple[int, int]] = _NOTHING
    part_of: Texts = ()
    and_a_half: Texts = ()
    joined_by: Texts = ()
    percent: Texts = ("%",)
    to: Texts = ()
    alternatives: Texts = ()
    changes: Texts = ()
    article_ones: Texts = ()
    labels: Texts = ()
    year_before: Texts = ()
    unit_stops: Texts = ()
    unit_ends: str | None = None
    unit_goes_on: str | None = None
    vague: tuple[VagueAmount, ...] = ()
    hours: Texts = ()
    skip: tuple[Trap, ...] = ()
    superlative_so_far: Texts = ()
