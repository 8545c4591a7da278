"""What all lexicons share: conventions for vague dates, numbers that are none, names of outlets."""

from collections.abc import Mapping

import attrs

from claimtrack.reading.lexicon.fields import NOTHING as _NOTHING
from claimtrack.reading.lexicon.fields import Texts
from claimtrack.reading.lexicon.number_words import Trap

Range = tuple[int, int]


@attrs.frozen(kw_only=True)
class CommonMeta:
    """Which version."""

    version: str


@attrs.frozen(kw_only=True)
class RecentSpan:
    """How far back "recent" reaches, in the unit named: as it is stored, and at most."""

    nominal: int
    envelope: Range


@attrs.frozen(kw_only=True)
class Weekend:
    """The days of a weekend, ISO numbers."""

    days: Range


@attrs.frozen(kw_only=True)
class AgoSpan:
    """How near "three months ago" is: give or take so many of a unit, whole."""

    unit: str
    slack: int


@attrs.frozen(kw_only=True)
class NearTimes:
    """What "around", "shortly after" and "shortly before" a time of day reach over, in minutes."""

    around: int
    shortly: int


@attrs.frozen(kw_only=True)
class DateConventions:
    """
    How vague words of time are read: conventions of ours, shown with every result they shape.

    Attributes:
        part: For each unit, which of its smaller units are its beginning, middle and end, or its
            first and second half; hours of a day, days of a month, months of a year, years of a
            decade.

        ago: For each unit, how near a number of them ago is; ``one_year`` for a single year.

        clock: How near a time of day is that is not told exactly.

        recent: For each unit, how far back "in recent ..." reaches; ``recently`` counts days.

        vague_count: For each word, the least and the most that it counts.

        weekend: The days of a weekend.

        season: For each season, its first and last month: meteorological, northern hemisphere.
    """

    part: Mapping[str, Mapping[str, Range]]
    ago: Mapping[str, AgoSpan]
    clock: NearTimes
    recent: Mapping[str, RecentSpan]
    vague_count: Mapping[str, Range]
    weekend: Weekend
    season: Mapping[str, Range]


@attrs.frozen(kw_only=True)
class CommonQuantity:
    """
    What is written alike in all languages.

    Attributes:
        skip: Numbers that are no quantities.

        signs: The currencies of the signs that stand before numbers.

        attached: Units that are set right behind a number; other letters make it a name.
    """

    skip: tuple[Trap, ...] = ()
    signs: Mapping[str, str] = _NOTHING
    attached: Texts = ()


@attrs.frozen(kw_only=True)
class Outlets:
    """Names of agencies and outlets, and of channels that are neither."""

    agencies: Texts = ()
    outlets: Texts = ()
    channels: Texts = ()


@attrs.frozen(kw_only=True)
class CommonNames:
    """
    What names of bodies are made of in many languages.

    Attributes:
        bodies: Words that make a name of several words one of a body: "Energy", "Holdings".
    """

    bodies: Texts = ()


@attrs.frozen(kw_only=True)
class CommonTables:
    """
    The file that all languages share.

    Attributes:
        header: For each field of an article's header, the words that it may begin with.

        function_words: For each language its most frequent words, which tell it from the others.
    """

    meta: CommonMeta
    header: Mapping[str, Texts]
    function_words: Mapping[str, Texts]
    dates: DateConventions
    quantity: CommonQuantity = CommonQuantity()
    outlets: Outlets = Outlets()
    names: CommonNames = CommonNames()
