"""
Wall clocks in time zones: which moment they mean, and what they show at a moment.

A wall-clock time is tagged UTC here, whatever zone it is meant in. A zone is an IANA name, an
offset such as ``+02:00``, or empty where none is known and clocks are read as if in UTC.

Source:
    IANA Time Zone Database (RFC 6557), through `zoneinfo`; offsets of ISO 8601-1:2019 and RFC 3339;
    PEP 495 for the two readings of a local time that the clocks skip or show twice.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from claimtrack.model.words import refuse

YEARS = "must lie in the years 1 to 9999"
"""Why a time outside the range of `datetime` is refused."""

Pick = Callable[[datetime, datetime], datetime]
"""Chooses between the two readings of a local time: `min` or `max`."""

_OFFSET = re.compile(r"([+-])([01][0-9]|2[0-3])(?::?([0-5][0-9])(?::?([0-5][0-9]))?)?")

# A capital first: "localtime" is whatever this machine is set to, "posix/…" and "right/…" are
# copies that not every machine has.
_IANA = re.compile(r"[A-Z][A-Za-z0-9_+-]{1,31}(/[A-Za-z0-9_+-]{1,31}){0,2}")

_DAY = timedelta(days=1)
_NOTHING = timedelta(0)


def zone_name(value: str) -> str:
    """
    Take a time zone, or nothing (a field's rule).

    Args:
        value: ``Europe/Bucharest``; ``+02:00``, ``+0200``, ``+02`` or ``Z``; or the empty text.

    Returns:
        The zone in one spelling: ``Europe/Bucharest``, ``+02:00``, ``UTC``.

    Raises:
        InvalidValueError: There is no such zone.
    """
    try:
        spelled = value if not value or _IANA.fullmatch(value) else offset_name(value)
        _tzinfo(spelled)
    except (LookupError, OSError, TypeError, ValueError):
        raise refuse(value, "must be an IANA time zone or an offset such as +02:00") from None
    return spelled


def offset_name(words: str) -> str:
    """
    Spell an offset from UTC in one way.

    Args:
        words: ``+02:00``, ``+0200``, ``+02``, ``Z``; with seconds, as local mean times have them.

    Returns:
        ``+02:00``, or ``UTC`` for zero.

    Raises:
        InvalidValueError: It is no offset. Without a field, as rules raise it.
    """
    if words in {"Z", "z"}:
        return "UTC"
    found = _OFFSET.fullmatch(words)
    if not found:
        raise refuse(words, "must have an offset such as +02:00")
    sign, hours, minutes, seconds = found.groups()
    spelled = f"{sign}{hours}:{minutes or '00'}" + (f":{seconds}" if int(seconds or 0) else "")
    return "UTC" if spelled[1:] == "00:00" else spelled


def zone_of(moment: datetime) -> str:
    """Name the zone of an aware moment: its IANA name where it has one, else its offset."""
    key = getattr(moment.tzinfo, "key", None)
    if isinstance(key, str) and _IANA.fullmatch(key):
        return key
    offset = moment.replace(microsecond=0).isoformat()[len("2025-12-02T14:10:05") :]
    return offset_name(offset) if _OFFSET.fullmatch(offset) else "UTC"


def instant(wall: datetime | None, zone: str, pick: Pick) -> datetime | None:
    """
    Find the moment that a wall clock means.

    Args:
        wall: What it shows; None means None.

        zone: Where it hangs.

        pick: Which reading is taken where the clocks skip this time or show it twice.

    Returns:
        The moment, UTC.

    Raises:
        InvalidValueError: It lies outside the years 1 to 9999. Without a field, as rules raise it.
    """
    if wall is None:
        return None
    local = wall.replace(tzinfo=_tzinfo(zone))
    try:
        return pick(local.astimezone(UTC), local.replace(fold=1).astimezone(UTC))
    except OverflowError:
        raise refuse(wall, YEARS) from None


def wall_clock(
    moment: datetime | None, zone: str, before: timedelta = _NOTHING
) -> tuple[datetime | None, str]:
    """
    Find what a wall clock shows at a moment.

    Args:
        moment: The moment, UTC; None shows nothing.

        zone: Where the clock hangs.

        before: How long before the moment the offset is looked up: the end of a stretch is shown
            by the clock that ran inside it.

    Returns:
        The wall-clock time and its offset: ``+02:00``, ``Z``, or empty where there is no zone. In
        UTC where this machine does not know the zone, or the clock would leave the calendar.
    """
    if moment is None:
        return None, ""
    if not zone:
        return moment, ""
    try:
        local = (moment - before).astimezone(_tzinfo(zone))
        wall = local.replace(tzinfo=UTC, fold=0) + before
    except (LookupError, OSError, OverflowError, ValueError):
        return moment, "Z"
    offset = local.replace(microsecond=0).isoformat()[len("2025-12-02T14:10:05") :]
    return wall, offset_name(offset).replace("UTC", "Z")


def midnight(moment: datetime | None, zone: str, pick: Pick) -> datetime | None:
    """Find the midnight that `instant` reads as a moment; None where no midnight is."""
    wall, _ = wall_clock(moment, zone)
    if wall is None:
        return None
    today = wall.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        if instant(today, zone, pick) == moment:
            return today
        # Where the clocks skip midnight, its earlier reading shows as the evening before.
        tomorrow = today + _DAY
        return tomorrow if instant(tomorrow, zone, pick) == moment else None
    except (LookupError, OSError, OverflowError, ValueError):
        return None


@lru_cache(maxsize=64)
def _tzinfo(zone: str) -> tzinfo:
    if zone in {"", "UTC"}:
        return UTC
    if zone[0] in "+-":
        return datetime.fromisoformat(f"2025-12-02T00:00:00{zone}").tzinfo or UTC
    return ZoneInfo(zone)
