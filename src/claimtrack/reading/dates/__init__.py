"""Time: windows from words, and the dates of an article."""

from claimtrack.reading.dates.windows import TimeRead, parse_window, read_time

__all__ = ["TimeRead", "parse_window", "read_time"]
