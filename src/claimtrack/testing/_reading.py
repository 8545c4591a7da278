"""Promises 4 to 7: what a reader sees."""

from collections.abc import Callable

from claimtrack.errors import StoreUnavailableError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.ports import Applied, Batch, EntryStore, Head, Query, Rows
from claimtrack.testing._fakes import EntryMaker, plain_summary
from claimtrack.testing._harness import StoreTest, refused, threads, write


class ReadingPromises(StoreTest):
    """Promises 4 to 7: what a reader sees."""

    def test_4_entries_read_back_equal(self) -> None:
        """Whatever the bytes of a body, the log gives them back, in order of position."""
        store, make = self.new_store(), EntryMaker()
        bodies = [b"", bytes(range(256)), "„Nu comentăm”".encode(), b"x" * 100_000, b"\x00" * 9]
        entries = [make("a" if number % 2 else "b", body) for number, body in enumerate(bodies)]
        write(store, *entries)

        assert entries == list(store.entries())
        assert entries == list(self.reopened(store).entries())

    def test_4_the_log_is_read_from_any_position(self) -> None:
        """Reading after a position leaves out all up to it, over however many entries."""
        store, make = self.new_store(), EntryMaker()
        entries = [make(f"claim-{number % 7}") for number in range(1_500)]
        write(store, *entries)

        for after in (0, 1, 255, 256, 1_499, 1_500, 9_999):
            assert entries[after:] == list(store.entries(after=after))

    def test_4_a_history_is_read_from_any_revision(self) -> None:
        """A claim's history, from after a revision, up to a moment, is that part of its entries."""
        store, make = self.new_store(), EntryMaker()
        entries = [make(claim_id) for claim_id in "abaabba"]
        write(store, *entries[:4])
        write(store, *entries[4:])
        of_a = [entry for entry in entries if entry.claim_id == "a"]
        history = store.history

        assert of_a == list(history(ClaimId("a")))
        for after in range(6):
            assert of_a[after:] == list(history(ClaimId("a"), after=after))
            for count, last in enumerate(of_a, start=1):
                until_us = last.recorded_us
                assert of_a[after:count] == list(
                    history(ClaimId("a"), after=after, until_us=until_us)
                )
        assert [] == list(history(ClaimId("a"), until_us=of_a[0].recorded_us - 1))
        assert [] == list(history(ClaimId("nobody")))

    def test_4_bodies_are_those_of_the_history(self) -> None:
        """Bodies alone are read of the same entries, with the revision and hash of the latest."""
        store, make = self.new_store(), EntryMaker()
        entries = [make("ab"[number % 5 == 0], b"%d" % number) for number in range(40)]
        write(store, *entries)
        of_a = [entry for entry in entries if entry.claim_id == "a"]
        head = Head(len(of_a), of_a[-1].hash)

        for after in range(34):
            for until_us in (None, of_a[17].recorded_us, of_a[0].recorded_us - 1):
                history = store.history(ClaimId("a"), after=after, until_us=until_us)
                found, bodies = store.bodies(ClaimId("a"), after=after, until_us=until_us)
                assert head == found
                assert [entry.body for entry in history] == list(bodies)
        assert (Head(0, bytes(32)), []) == store.bodies(ClaimId("nobody"))

    def test_4_a_long_history_is_read_whole(self) -> None:
        """A claim may have thousands of entries."""
        store, make = self.new_store(), EntryMaker()
        entries = [make("a") for _ in range(3_000)]
        write(store, *entries)

        assert entries == list(store.history(ClaimId("a")))
        assert entries[2_990:] == list(store.history(ClaimId("a"), after=2_990))
        assert 3_000 == len(store.bodies(ClaimId("a"))[1])

    def test_5_a_closed_store_is_unavailable(self) -> None:
        """Every call on a closed store is refused; closing it again does nothing."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"), make("a"))
        begun = store.entries()
        next(begun)
        store.close()
        store.close()
        for call in _calls(store):
            with refused(StoreUnavailableError):
                call()

    def test_6_the_log_is_read_as_it_was(self) -> None:
        """Entries appended while the log is being read are not part of that reading."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"), make("b"))

        seen = []
        for entry in store.entries():
            seen.append(entry.position)
            write(store, make("c"))

        assert [1, 2] == seen

    def test_6_a_list_is_read_as_it_was(self) -> None:
        """Rows that change while a list is being read are not part of that reading."""
        store, make = self.new_store(), EntryMaker()
        for claim_id in "ab":
            write(store, make(claim_id), summaries=[(plain_summary(claim_id), 1)])

        seen = []
        for summary in store.find(Query()):
            seen.append((summary.id, summary.revision))
            write(store, make("b"), summaries=[(plain_summary("b", revision=2), 1)])
            write(store, make("c"), summaries=[(plain_summary("c"), 1)])

        assert [("a", 1), ("b", 1)] == seen

    def test_6_reading_holds_nobody_up(self) -> None:
        """Somebody else can write while the log is being read."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"), make("a"))
        begun = store.entries()
        next(begun)

        with threads(lambda: write(store, make("b"))):
            pass

        assert [2] == [entry.position for entry in begun]
        assert 3 == len(list(store.entries()))

    def test_7_another_thread_sees_all_or_nothing(self) -> None:
        """A reader in another thread sees a transaction as a whole, whenever it asks."""
        store, make = self.new_store(), EntryMaker()
        entries = [make("a"), make("b")]
        seen: list[int] = []

        def read() -> None:
            seen.append(len(list(store.entries())))
            seen.append(len(list(store.find(Query()))))
            seen.append(len(list(store.rows().summaries)))
            seen.append(len(store.applied("k")))

        with threads(read), store.writing() as writing:
            for number, entry in enumerate(entries):
                writing.append(
                    Batch(
                        entries=[entry],
                        rows=Rows(summaries=[(plain_summary(entry.claim_id), number)]),
                        applied=[Applied("k", "", bytes(32), number + 1, number + 1)],
                    )
                )

        assert {*seen} <= {0, 2}
        # What came later saw no less.
        assert sorted(seen) == seen
        assert 4 == len(seen)

    def test_7_the_writer_reads_what_it_wrote(self) -> None:
        """The thread that has the transaction open sees what it wrote, before anybody else does."""
        store, make = self.new_store(), EntryMaker()
        entry = make("a")
        summary = plain_summary("a")
        applied = Applied("k", "", bytes(32), 1, 1)
        with store.writing() as writing:
            writing.append(
                Batch(entries=[entry], rows=Rows(summaries=[(summary, 7)]), applied=[applied])
            )

            assert 1 == writing.tail().position
            assert [entry] == list(store.entries())
            assert [entry] == list(store.history(ClaimId("a")))
            assert [summary] == list(store.find(Query()))
            assert [ClaimId("a")] == list(store.same_text(7))
            assert [applied] == list(store.applied("k"))


def _calls(store: EntryStore) -> list[Callable[[], object]]:
    return [
        lambda: store.writing().__enter__(),
        store.changes,
        lambda: list(store.entries()),
        lambda: store.history(ClaimId("a")),
        lambda: store.bodies(ClaimId("a")),
        lambda: store.head(ClaimId("a")),
        lambda: store.summary(ClaimId("a")),
        lambda: list(store.find(Query())),
        lambda: store.same_text(1),
        lambda: store.source(SourceId("s")),
        lambda: store.applied("k"),
        lambda: list(store.all_applied()),
        store.rows,
    ]
