"""What all lexicons share: conventions for vague dates, numbers that are none, names of outlets."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from claimtrack.reading.lexicon.phrases import Texts
from claimtrack.reading.lexicon.sections import Trap

_NOTHING: Mapping[str, Any] = MappingProxyType({})
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
class DateConventions:
    """
    How vague words of time are read: conventions of ours, shown with every result they shape.

    Attributes:
        part: For each unit, which of its smaller units are its beginning, middle and end.

        recent: For each unit, how far back "in recent ..." reaches; ``recently`` counts days.

        vague_count: For each word, the least and the most that it counts.

        weekend: The days of a weekend.

        season: For each season, its first and last month: meteorological, northern hemisphere.
    """

    part: Mapping[str, Mapping[str, Range]]
    recent: Mapping[str, RecentSpan]
    vague_count: Mapping[str, Range]
    weekend: Weekend
    season: Mapping[str, Range]


@attrs.frozen(kw_only=True)
class CommonQuantity:
    """Numbers that are no quantities."""

    skip: tuple[Trap, ...] = ()


@attrs.frozen(kw_only=True)
class Outlets:
    """Names of agencies and outlets, and of channels that are neither."""

    agencies: Texts = ()
    outlets: Texts = ()
    channels: Texts = ()


@attrs.frozen(kw_only=True)
class CommonTables:
    """The file that all languages share."""

    meta: CommonMeta
    dates: DateConventions
    quantity: CommonQuantity = CommonQuantity()
    outlets: Outlets = Outlets()
