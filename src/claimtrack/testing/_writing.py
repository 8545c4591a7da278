"""Promises 1 to 3: what a transaction is."""

from hashlib import sha256

from claimtrack.errors import BrokenHistoryError, StoreError, StoreUnavailableError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.ports import Applied, Batch, Head, Rows, Sealed, Statement, Tail
from claimtrack.testing._fakes import EntryMaker, plain_summary
from claimtrack.testing._harness import (
    StoreTest,
    everything,
    give_up,
    refused,
    tail_of,
    threads,
    write,
)


class WritingPromises(StoreTest):
    """Promises 1 to 3: what a transaction is."""

    def test_1_a_block_that_raises_leaves_nothing(self) -> None:
        """All that was written in a block that raises is undone, and the store works on."""
        store, make = self.new_store(), EntryMaker()
        kept, undone = make("a"), make("b")
        write(store, kept, summaries=[(plain_summary("a"), 1)])
        before = everything(store)

        with refused(StoreError), store.writing() as writing:
            writing.append(
                Batch(
                    entries=[undone],
                    rows=Rows(
                        summaries=[(plain_summary("b"), 2), (plain_summary("a", revision=9), 3)],
                        statements=[Statement(2, "talks")],
                        sources={SourceId("s"): b"s"},
                        rests=[(ClaimId("a"), SourceId("s"))],
                    ),
                    applied=[Applied("k", "", bytes(32), 2, 2)],
                )
            )
            give_up()

        assert before == everything(store)
        write(store, undone)
        assert [kept, undone] == list(store.entries())

    def test_1_a_step_that_fails_spoils_the_block(self) -> None:
        """Nothing of a block is kept in which an append failed, even where its error is caught."""
        store, make = self.new_store(), EntryMaker()
        first = make("a")
        with refused(BrokenHistoryError), store.writing() as writing:
            writing.append(Batch(entries=[first], rows=Rows()))
            with refused(BrokenHistoryError):
                writing.append(Batch(entries=[first], rows=Rows()))

        assert [] == list(store.entries())

    def test_1_what_was_written_survives(self) -> None:
        """All that was committed is there when the store is opened again."""
        store, make = self.new_store(), EntryMaker()
        entries = [make("a"), make("b"), make("a")]
        write(
            store,
            *entries,
            summaries=[(plain_summary("a", revision=2), 1), (plain_summary("b"), 2)],
            statements=[Statement(1, "three sources")],
            sources={SourceId("s"): b"s"},
            rests=[(ClaimId("a"), SourceId("s"))],
            applied=[Applied("k", "", bytes(32), 1, 3)],
        )
        before = everything(store)

        store = self.reopened(store)

        assert before == everything(store)
        assert entries == list(store.entries())

    def test_1_an_ended_transaction_refuses(self) -> None:
        """Nothing can be added to a transaction whose block has ended."""
        store, make = self.new_store(), EntryMaker()
        with store.writing() as writing:
            pass

        with refused(StoreError):
            writing.append(Batch(entries=[make("a")], rows=Rows()))
        with refused(StoreError):
            writing.tail()

    def test_2_what_does_not_follow_is_refused(self) -> None:
        """Positions, revisions, hashes and times must follow those of the last entry."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"))
        good = make("a")
        bad = [
            good._replace(position=3),
            good._replace(position=1),
            good._replace(revision=3),
            good._replace(revision=1),
            good._replace(previous_hash=bytes(32)),
            good._replace(recorded_us=good.recorded_us - 2_000_000),
            good._replace(salt=b"short"),
            good._replace(hash=b"short"),
            good._replace(claim_id=ClaimId("b")),
        ]
        for entry in bad:
            with refused(BrokenHistoryError):
                write(store, entry)

        write(store, good)
        assert [1, 2] == [entry.revision for entry in store.entries()]

    def test_2_what_does_not_follow_within_a_batch_is_refused(self) -> None:
        """A batch whose entries do not follow one another is refused as a whole."""
        store, make = self.new_store(), EntryMaker()
        first, second, third = make("a"), make("b"), make("a")
        for entries in ([first, third], [second, first], [first, second, third, third]):
            with refused(BrokenHistoryError):
                write(store, *entries)

        assert (Tail(0, 0), []) == (tail_of(store), list(store.entries()))

    def test_2_the_ends_are_known(self) -> None:
        """The tail and each claim's head are those of the last entries."""
        store, make = self.new_store(), EntryMaker()
        a, b, c = make("a"), make("b"), make("a")
        write(store, a, b)
        write(store, c)

        assert Tail(3, c.recorded_us) == tail_of(store)
        assert Head(2, c.hash) == store.head(ClaimId("a"))
        assert Head(1, b.hash) == store.head(ClaimId("b"))
        assert store.head(ClaimId("c")) is None

    def test_3_threads_take_turns(self) -> None:
        """Threads that append at once, each where the last one ended, leave no gap."""
        store = self.new_store()

        def append() -> None:
            for turn in range(10):
                claim_id = ClaimId(f"claim-{turn % 3}")
                with store.writing() as writing:
                    tail = writing.tail()
                    revision, before = store.head(claim_id) or (0, bytes(32))
                    seal = sha256(before).digest()
                    entry = Sealed(
                        tail.position + 1, claim_id, revision + 1, 0, before, bytes(16), seal, b""
                    )
                    writing.append(Batch(entries=[entry], rows=Rows()))

        with threads(append, append, append, append):
            pass

        assert list(range(1, 41)) == [entry.position for entry in store.entries()]
        for number, count in enumerate((16, 12, 12)):
            history = store.history(ClaimId(f"claim-{number}"))
            assert list(range(1, count + 1)) == [entry.revision for entry in history]

    def test_3_a_transaction_within_another_is_refused(self) -> None:
        """A thread cannot open a second transaction; the first one goes on."""
        store, make = self.new_store(), EntryMaker()
        first = make("a")
        with store.writing() as writing:
            with refused(StoreUnavailableError), store.writing():
                pass
            writing.append(Batch(entries=[first], rows=Rows()))

        assert [first] == list(store.entries())
