"""Interrupts: Ctrl-C between follow-ups, so that what was applied is known for certain."""

import signal
from collections.abc import Iterable, Iterator
from threading import current_thread, main_thread
from types import FrameType
from typing import Self, TypeVar

_Value = TypeVar("_Value")


class Interrupts:
    """
    A block in which Ctrl-C is held back until a place where nothing is half done.

    A `KeyboardInterrupt` in the middle of a commit would leave open whether there was one. A second
    Ctrl-C is not held back.

    Raises:
        KeyboardInterrupt: When the block ends, if Ctrl-C came and no earlier place did.
    """

    def __init__(self) -> None:
        self._came = False
        self._holds = False

    def between(self, values: Iterable[_Value]) -> Iterator[_Value]:
        """Pass values on; before each is a place for an interrupt."""
        for value in values:
            self._let_through()
            yield value

    def __enter__(self) -> Self:
        # Who started the program may have it ignore Ctrl-C, and other threads hear of none.
        self._holds = (
            current_thread() is main_thread()
            and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        )
        if self._holds:
            signal.signal(signal.SIGINT, self._hold)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._holds:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if kind is None:
            self._let_through()

    def _hold(self, _number: int, _frame: FrameType | None) -> None:
        self._let_through()
        self._came = True

    def _let_through(self) -> None:
        if self._came:
            raise KeyboardInterrupt
