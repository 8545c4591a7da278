"""Work counted in steps, which is the same on every machine, however loaded."""

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """
    Count the calls that a piece of work makes, of Python's and of C's functions.

    A round of a generator counts as a call. What goes on inside one call of C, as the search of a
    pattern, counts as one step: `python -m benchmarks.reading --speed` has the time of that.
    """
    count = 0

    def note(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    # A collection in between would count the calls of other people's finalizers.
    gc.disable()
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count
