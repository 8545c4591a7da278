"""The store in memory keeps much in little room, and undoes what fails."""

import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from hashlib import sha256
from threading import Event, Thread

import pytest

from claimtrack.errors import StoreError, StoreUnavailableError
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId
from claimtrack.ports import Applied, Batch, Query, Rows, Sealed
from claimtrack.stores._packed import Deflated, Packed, Places
from claimtrack.stores.memory import MemoryStore
from claimtrack.testing import EntryMaker, plain_summary

BODY = (
    b'{"author":"desk","claim_id":"%s","format":1,"judgement":{"confidence":{"caveats":[{"kind":'
    b'"unclear","revisions":[4],"values":["who","when"]}],"credibility":3},"policy":"newsroom",'
    b'"status":"reported"},"kind":"noted","report":{"outlet":"Example News","url":'
    b'"https://news.example/%s"},"update":{"text":"%s"}}'
)


def write(store: MemoryStore, *entries: Sealed, **rows: object) -> None:
    """Append entries and rows in a transaction of their own."""
    with store.writing() as writing:
        writing.append(Batch(entries=entries, rows=Rows(**rows)))  # type: ignore[arg-type]


def give_up(store: MemoryStore, batch: Batch) -> Iterator[Sealed]:
    """Write a batch that comes to nothing; returns an iteration over the log that has begun."""
    with suppress(StoreError), store.writing() as writing:
        writing.append(batch)
        begun = store.entries()
        next(begun)
        raise StoreError
    return begun


def test_a_claim_takes_little_room() -> None:
    """A claim of five entries with 450 bytes each takes less than 3,000 bytes."""
    store, make, claims = MemoryStore(), EntryMaker(), 400
    batches = []
    for number in range(claims * 5):
        chance = sha256(str(number).encode()).hexdigest().encode()
        claim_id = f"claim-{number % claims:06d}"
        text = f"{chance.decode()} released by the office of the envoy on that day"
        body = BODY % (claim_id.encode(), chance, text.encode())
        summary = plain_summary(claim_id, text=text, story=f"story-{number % 20}")
        key = f"https://news.example/{chance.decode()}"
        rows = Rows(summaries=[(summary, number % claims)])
        applied = [Applied(key, key, bytes(32), number + 1, number + 1)]
        batches.append(Batch(entries=[make(claim_id, body)], rows=rows, applied=applied))
    assert 400 < len(body) < 500

    tracemalloc.start()
    for batch in batches:
        with store.writing() as writing:
            writing.append(batch)
    taken = tracemalloc.get_traced_memory()[0] / claims
    tracemalloc.stop()

    assert taken < 3_000


def test_undone_claims_leave_their_numbers() -> None:
    """A claim that was undone is in no index, and another may take its place."""
    store, make = MemoryStore(), EntryMaker()
    write(store, make("a"), summaries=[(plain_summary("a", story="one"), 1)])
    rows = Rows(summaries=[(plain_summary("b", story="two"), 2)])
    give_up(store, Batch(entries=[deepcopy(make)("b")], rows=rows))

    assert [] == store.same_text(2)
    assert [] == list(store.find(Query(story=StoryId("two"))))
    write(store, make("c"), summaries=[(plain_summary("c", story="three"), 3)])

    assert [] == store.same_text(2)
    assert [] == list(store.find(Query(story=StoryId("two"))))
    assert ["c"] == store.same_text(3)
    assert ["a", "c"] == [summary.id for summary in store.find(Query())]


def test_undone_follow_ups_are_not_found() -> None:
    """Follow-ups that were undone are found neither by key nor by report."""
    store, make = MemoryStore(), EntryMaker()
    write(store, make("a"), summaries=[(plain_summary("a"), 1)])
    applied = [Applied("key", ReportId("report"), bytes(32), 2, 2)]
    give_up(store, Batch(entries=[make("a")], rows=Rows(), applied=applied))

    assert [] == store.applied("key")
    assert [] == list(store.find(Query(report=ReportId("report"))))
    assert [] == list(store.all_applied())


def test_an_iteration_begun_in_an_undone_block_ends_with_an_error() -> None:
    """Entries that were undone are not made up."""
    store, make = MemoryStore(), EntryMaker()
    begun = give_up(store, Batch(entries=[make("a"), make("a")], rows=Rows()))

    with pytest.raises(StoreError, match="nothing at position 2"):
        next(begun)


def test_a_number_beyond_64_bits_is_refused() -> None:
    """What a file could not keep, memory refuses too; nothing is written."""
    store, make = MemoryStore(), EntryMaker()
    entry = make("a")
    with pytest.raises(StoreError):
        write(store, entry._replace(recorded_us=2**64))

    assert [] == list(store.entries())
    write(store, entry)
    assert [entry] == list(store.entries())


def test_a_lone_surrogate_is_refused() -> None:
    """What UTF-8 cannot say is refused; nothing is written."""
    store, make = MemoryStore(), EntryMaker()
    with pytest.raises(StoreError):
        write(store, make("a"), sources={SourceId("\ud800"): b""})

    assert [] == list(store.entries())


def test_waiting_for_another_thread_ends() -> None:
    """Who waits too long for another thread's transaction is told so."""
    store = MemoryStore(timeout_s=0.0)
    opened, done = Event(), Event()

    def hold() -> None:
        with store.writing():
            opened.set()
            done.wait()

    holder = Thread(target=hold)
    holder.start()
    opened.wait()
    try:
        with pytest.raises(StoreUnavailableError, match="another thread"), store.writing():
            pass
    finally:
        done.set()
        holder.join()


def test_packed_strings_are_read_by_number() -> None:
    """Strings come back as they were, empty ones too, and can be cut off at the end."""
    packed = Packed()
    strings = [b"one", b"", b"three", b"", b"five"]
    for string in strings:
        packed.append(string)

    assert strings == [packed[number] for number in range(len(packed))]
    packed.cut(2)
    packed.append(b"six")
    assert [b"one", b"", b"six"] == [packed[number] for number in range(len(packed))]
    packed.cut(0)
    assert 0 == len(packed)


def test_packed_strings_are_searched() -> None:
    """The strings that hold a piece are found, each once, in order."""
    packed = Packed()
    for string in (b" a b ", b" ab ", b"", b" b a b "):
        packed.append(string)

    assert [0, 3] == list(packed.holding(b" b "))
    assert [1] == list(packed.holding(b" ab "))
    assert [] == list(packed.holding(b" c "))


def test_deflated_strings_read_back_equal() -> None:
    """Strings of every generation come back as they were, also after others were cut off."""
    deflated = Deflated()
    strings = [BODY % (str(number).encode(), b"x" * (number % 90), b"") for number in range(1_500)]
    for count in (30, 70, 1_030, 1_500):
        for string in strings[len(deflated) : count]:
            deflated.append(string)
        deflated.cut(count - 10)
        for string in strings[count - 10 : count]:
            deflated.append(string)

        assert strings[:count] == [deflated[number] for number in range(count)]
    deflated.cut(3)
    for string in strings[3:]:
        deflated.append(string)
    assert strings == [deflated[number] for number in range(1_500)]


def test_deflated_strings_may_be_of_any_kind() -> None:
    """Empty strings, long ones and noise come back as they were."""
    deflated = Deflated()
    noise = b"".join(sha256(bytes([number])).digest() for number in range(256))
    strings = [b"", noise, b"a" * 1_000_000, b"\x00"] * 40
    for string in strings:
        deflated.append(string)

    assert strings == [deflated[number] for number in range(160)]


def test_places_are_found_by_key() -> None:
    """All numbers of a key are found, in order, however many and however alike the keys."""
    places = Places()
    keys = [number % 7 * 8 for number in range(500)] + [0xFFFF_FFFF, 0]
    for key in keys:
        places.add(key)

    for key in {*keys, 1}:
        assert [number for number, one in enumerate(keys) if one == key] == list(places.find(key))
    places.cut(10)
    for key in keys:
        assert [number for number in range(10) if keys[number] == key] == list(places.find(key))


def test_text_keys_alike_in_part_are_told_apart() -> None:
    """The index of texts keeps half of a key; the row has all of it."""
    store, make = MemoryStore(), EntryMaker()
    write(store, make("a"), summaries=[(plain_summary("a"), 5)])
    write(store, make("b"), summaries=[(plain_summary("b"), 5 + 2**32)])

    assert [ClaimId("a")] == store.same_text(5)
    assert [ClaimId("b")] == store.same_text(5 + 2**32)
