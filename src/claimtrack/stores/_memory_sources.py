"""The sources of a memory store, and which claims rest on which."""

from array import array
from collections.abc import Iterator
from zlib import crc32

from claimtrack.model.ids import SourceId
from claimtrack.stores._packed import Packed, Places


class MemorySources:
    """
    Sources and pairs of source and claim, each pair knowing the one before it of its source.

    Sources and pairs are numbered 0, 1, 2, ... in the order in which they came; pairs from 1 where
    0 stands for none.
    """

    def __init__(self) -> None:
        self.records: list[bytes] = []
        self._ids = Packed()
        self._places = Places()
        self._newest = array("I")
        self._claims = array("I")
        self._sources = array("I")
        self._before = array("I")
        self._pairs = Places()

    def number(self, source_id: SourceId) -> int | None:
        """Find a source's number; None for an unknown source."""
        asked = source_id.encode()
        for number in self._places.find(crc32(asked)):
            if self._ids[number] == asked:
                return number
        return None

    def add(self, source_id: SourceId, record: bytes) -> None:
        """Add a source that is not there."""
        name = source_id.encode()
        self._places.add(crc32(name))
        self._ids.append(name)
        self._newest.append(0)
        self.records.append(record)

    def add_pair(self, source: int, claim: int) -> None:
        """Add that a claim rests on a source, unless it is known."""
        key = _mixed(source, claim)
        for pair in self._pairs.find(key):
            if self._sources[pair] == source and self._claims[pair] == claim:
                return
        self._pairs.add(key)
        self._sources.append(source)
        self._claims.append(claim)
        self._before.append(self._newest[source])
        self._newest[source] = len(self._claims)

    def claims_of(self, source_id: SourceId) -> Iterator[int]:
        """Find the claims that rest on a source, the last one added first."""
        number = self.number(source_id)
        pair = 0 if number is None else self._newest[number]
        while pair:
            yield self._claims[pair - 1]
            pair = self._before[pair - 1]

    @property
    def counts(self) -> tuple[int, int]:
        """How many sources there are, and how many pairs."""
        return len(self.records), len(self._claims)

    def cut(self, counts: tuple[int, int]) -> None:
        """Keep the first sources and pairs only."""
        sources, pairs = counts
        for pair in range(len(self._before), pairs, -1):
            self._newest[self._sources[pair - 1]] = self._before[pair - 1]
        for column in (self._claims, self._sources, self._before):
            del column[pairs:]
        self._pairs.cut(pairs)
        del self._newest[sources:]
        del self.records[sources:]
        self._places.cut(sources)
        self._ids.cut(sources)

    def all(self) -> Iterator[tuple[SourceId, bytes]]:
        """Read all sources."""
        for number, record in enumerate(self.records):
            yield SourceId(self._ids[number].decode()), record

    def all_pairs(self) -> Iterator[tuple[int, SourceId]]:
        """Read all pairs: the claim's number and the source."""
        for claim, source in zip(self._claims, self._sources, strict=True):
            yield claim, SourceId(self._ids[source].decode())


def _mixed(source: int, claim: int) -> int:
    # Multiplied by 2**32 over the golden ratio, so that neighbours come to lie apart.
    return (source * 2_654_435_769 + claim) & 0xFFFF_FFFF
