"""
Much in little room: byte strings end to end, and an index of numbers.

An object of its own costs Python 50 bytes and more, and a claim has some thirty parts.
"""

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

_PLAIN: Final = 64
"""How many strings are kept as they are, before there is anything to liken others to."""

_GENERATION: Final = 16
"""How much longer each generation is than all before it."""

_SAMPLES: Final = 32
_SAMPLE_BYTES: Final = 1_024
_WINDOW: Final = 13
"""Samples from a generation, and how far back deflate looks for likeness: 2 to this power."""


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

    def append(self, data: bytes) -> None:
        """Add a string."""
        self._bytes += data
        self._ends.append(len(self._bytes))

    def cut(self, count: int) -> None:
        """Keep the first *count* strings only."""
        del self._ends[count:]
        del self._bytes[self._ends[-1] if self._ends else 0 :]

    def holding(self, piece: bytes) -> Iterator[int]:
        """Find the strings that hold a piece; none may be split over two strings."""
        at = self._bytes.find(piece)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._bytes.find(piece, self._ends[number])


class Deflated:
    """
    Byte strings like those of `Packed`, made small by what they have in common.

    They come in generations, each 16 times as long as all before. A string is deflated on its own,
    so that it can be read on its own, with samples of the generation before as dictionary: entries
    shrink to a quarter, where alone they would to two thirds.
    """

    def __init__(self) -> None:
        self._strings = Packed()
        self._starts = array("Q")
        self._dictionaries: list[bytes] = []
        self._next = _PLAIN

    def __len__(self) -> int:
        return len(self._strings)

    def __getitem__(self, number: int) -> bytes:
        data = self._strings[number]
        generation = bisect_right(self._starts, number)
        if not generation:
            return data
        return zlib.decompressobj(-_WINDOW, self._dictionaries[generation - 1]).decompress(data)

    def append(self, data: bytes) -> None:
        """Add a string."""
        if len(self) == self._next:
            self._begin_generation()
        if self._dictionaries:
            packer = self._packer.copy()
            data = packer.compress(data) + packer.flush()
        self._strings.append(data)

    def cut(self, count: int) -> None:
        """Keep the first *count* strings only."""
        self._strings.cut(count)
        while self._starts and self._starts[-1] >= count:
            self._next = self._starts.pop()
            self._dictionaries.pop()
        self._ready_packer()

    def _begin_generation(self) -> None:
        end = len(self)
        first = self._starts[-1] if self._starts else 0
        chosen = range(first, end, max(1, (end - first) // _SAMPLES))
        samples = b"".join(self[number][:_SAMPLE_BYTES] for number in chosen)
        self._starts.append(end)
        self._dictionaries.append(samples[-(1 << _WINDOW) :])
        self._next = _GENERATION * end
        self._ready_packer()

    def _ready_packer(self) -> None:
        if self._dictionaries:
            dictionary = self._dictionaries[-1]
            # Its state is copied for every string: so little memory, and no codes made to measure.
            self._packer = zlib.compressobj(
                1, zlib.DEFLATED, -_WINDOW, 4, zlib.Z_FIXED, zdict=dictionary
            )


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
