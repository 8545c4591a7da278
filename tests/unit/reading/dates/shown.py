"""A window in few characters, for tables of phrases: days, or moments where it is no whole days."""

from datetime import datetime, timedelta

from claimtrack.model.window import Window
from claimtrack.model.zones import wall_clock

_DAY = timedelta(days=1)


def shown(window: Window | None) -> str:
    """Write the bounds by the window's own clock: ``2025-11-22/2025-11-23``, ``../2025-11-26``."""
    if window is None:
        return "none"
    begins, _ = wall_clock(window.earliest, window.zone)
    ends, _ = wall_clock(window.latest, window.zone)
    if _is_midnight(begins) and _is_midnight(ends):
        first = f"{begins:%Y-%m-%d}" if begins else ".."
        last = f"{ends - _DAY:%Y-%m-%d}" if ends else ".."
        return first if first == last else f"{first}/{last}"
    first = f"{begins:%Y-%m-%dT%H:%M}" if begins else ".."
    last = f"{ends:%Y-%m-%dT%H:%M}" if ends else ".."
    return f"{first}/{last}"


def _is_midnight(wall: datetime | None) -> bool:
    return wall is None or (wall.hour, wall.minute, wall.second) == (0, 0, 0)
