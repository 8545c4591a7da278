"""
Much in little room: byte strings end to end, and an index of numbers.

An object of its own costs Python 50 bytes and more; a claim has some thirty parts.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator


class Packed:
    """Byte strings, numbered 0, 1, 2, ..., end to end in one buffer."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return bytes(self._bytes[start : self._ends[number]])

    def append(self, *parts: bytes) -> None:
        """Add a string, given in parts."""
        for part in parts:
            self._bytes += part
        self._ends.append(len(self._bytes))

    def cut(self, count: int) -> None:
        """Keep the first *count* strings only."""
        del self._ends[count:]
        del self._bytes[self._ends[-1] if count else 0 :]

    def holding(self, piece: bytes) -> Iterator[int]:
        """Find the strings that hold a piece; none may be split over two strings."""
        at = self._bytes.find(piece)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._bytes.find(piece, self._ends[number])


class Places:
    """
    An index from keys of 32 bits to numbers 0, 1, 2, ..., in 10 to 16 bytes each.

    Several numbers may have one key.
    """

    _EMPTY = 0xFFFF_FFFF

    def __init__(self) -> None:
        self._keys = array("I")
        self._slots = array("I")
        self._spread(8)

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: int) -> int:
        """Give the next number to a key."""
        number = len(self._keys)
        self._keys.append(key)
        if 3 * number >= 2 * len(self._slots):
            self._spread(2 * len(self._slots))
        else:
            self._place(number)
        return number

    def find(self, key: int) -> Iterator[int]:
        """Find the numbers of a key, in order."""
        last = len(self._slots) - 1
        at = key & last
        while (number := self._slots[at]) != self._EMPTY:
            if self._keys[number] == key:
                yield number
            at = (at + 1) & last

    def cut(self, count: int) -> None:
        """Keep the first *count* numbers only."""
        if count < len(self._keys):
            del self._keys[count:]
            self._spread(len(self._slots))

    def _place(self, number: int) -> None:
        last = len(self._slots) - 1
        at = self._keys[number] & last
        while self._slots[at] != self._EMPTY:
            at = (at + 1) & last
        self._slots[at] = number

    def _spread(self, slots: int) -> None:
        self._slots = array("I", [self._EMPTY]) * slots
        for number in range(len(self._keys)):
            self._place(number)
