"""
Collecting: no full collection of garbage while follow-ups are applied in bulk.

Values have no cycles, and go when nobody holds them. A full collection walks over every claim at
hand, finds nothing of ours, and comes the more often the faster claims are made.
"""

import gc
from threading import Lock

_NEVER = 1 << 30
"""So many collections of the middle generation that no full one follows."""


class NoFullCollection:
    """
    Puts full collections off, in all threads, until the last block that it is used for ends.

    Young garbage is collected as ever. What somebody else sets meanwhile stays.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._blocks = 0
        self._threshold = 0

    def __enter__(self) -> None:
        with self._lock:
            self._blocks += 1
            if self._blocks == 1:
                young, middle, self._threshold = gc.get_threshold()
                gc.set_threshold(young, middle, _NEVER)

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._blocks -= 1
            young, middle, full = gc.get_threshold()
            if self._blocks == 0 and full == _NEVER:
                gc.set_threshold(young, middle, self._threshold)


no_full_collection = NoFullCollection()
"""One for the process, as the collector is."""
