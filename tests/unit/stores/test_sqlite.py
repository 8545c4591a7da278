"""The store in a file: which files it takes, what it says of the others, and what it shares."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from claimtrack.errors import (
    BrokenHistoryError,
    StoreError,
    StoreUnavailableError,
    StoreVersionError,
)
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId
from claimtrack.model.status import Status
from claimtrack.ports import Batch, Query, Rows, Sealed
from claimtrack.stores import _sqlite_known, migrations
from claimtrack.stores._sqlite_file import BULK
from claimtrack.stores._sqlite_query import to_sql
from claimtrack.stores.sqlite import SqliteStore
from claimtrack.testing import EntryMaker, plain_summary

NOBODY = 65534
OFFICE = SourceId("office:x")


def write(store: SqliteStore, *entries: Sealed, **rows: object) -> None:
    """Append entries and rows in a transaction of their own."""
    with store.writing() as writing:
        writing.append(Batch(entries=entries, rows=Rows(**rows)))  # type: ignore[arg-type]


def a_ledger(path: Path, claims: int = 40) -> list[Sealed]:
    """Make a file of some twenty pages; returns its entries."""
    make = EntryMaker()
    entries = [make(f"claim-{number}", b"body" * 300) for number in range(claims)]
    with closing(SqliteStore(path)) as store:
        summaries = [(plain_summary(one.claim_id), number) for number, one in enumerate(entries)]
        write(store, *entries, summaries=summaries)
    return entries


def read(path: Path) -> list[Sealed]:
    """Open a file and read all of it."""
    with closing(SqliteStore(path)) as store:
        store.rows()
        return list(store.entries())


@pytest.mark.parametrize("name", ["ledger.db", "a ledger? 100%20 #1.db", "реестр", "'; --"])
def test_makes_the_file(tmp_path: Path, name: str) -> None:
    """A file is made where there is none, whatever its name, given as path or as text."""
    with closing(SqliteStore(str(tmp_path / name))) as store:
        write(store, EntryMaker()("a"))

    assert [tmp_path / name] == list(tmp_path.iterdir())
    assert 1 == len(read(tmp_path / name))


def test_takes_an_empty_file(tmp_path: Path) -> None:
    """An empty file is a ledger without entries."""
    path = tmp_path / "ledger.db"
    path.touch()

    assert [] == read(path)


def test_commits_are_synced_and_written_ahead(tmp_path: Path) -> None:
    """Every commit reaches the disk before it is acknowledged; readers are not held up."""
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        assert ("wal",) == store._db.execute("PRAGMA journal_mode").fetchone()
        assert (2,) == store._db.execute("PRAGMA synchronous").fetchone()


@pytest.mark.parametrize(("entries", "pages"), [(BULK - 1, 4096), (BULK, 16384)])
def test_the_log_has_room_for_bulk_work(tmp_path: Path, entries: int, pages: int) -> None:
    """Single commits write over a short log again and again; bulk work has a longer one."""
    make = EntryMaker()
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        write(store, *[make(f"claim-{number}") for number in range(entries)])
        write(store, make("another"))

        assert (pages,) == store._db.execute("PRAGMA wal_autocheckpoint").fetchone()


def test_refuses_what_is_not_sqlite(tmp_path: Path) -> None:
    """A file of another kind is refused by name, and stays as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("call the embassy back\n" * 1_000)
    with pytest.raises(StoreUnavailableError, match=r"notes\.txt: not a SQLite file"):
        SqliteStore(path)

    assert "call the embassy back\n" * 1_000 == path.read_text()


@pytest.mark.parametrize(
    "size", [1, 15, 16, 50, 99, 100, 101, 512, 4_095, 4_096, 4_097, 8_192, 40_960, -4_096, -1]
)
def test_refuses_what_is_cut_short(tmp_path: Path, size: int) -> None:
    """A file that lost its end is refused by name, wherever it was cut, and stays as it is."""
    path = tmp_path / "ledger.db"
    a_ledger(path)
    cut = path.read_bytes()[:size]
    path.write_bytes(cut)
    with pytest.raises(StoreUnavailableError, match=r"ledger\.db: the file is damaged"):
        read(path)

    assert cut == path.read_bytes()


def test_refuses_an_empty_file_with_a_log(tmp_path: Path) -> None:
    """A file that lost all but its log is not taken for new."""
    path = tmp_path / "ledger.db"
    path.touch()
    (tmp_path / "ledger.db-wal").write_bytes(b"all there is")
    with pytest.raises(StoreUnavailableError, match="it has 0 bytes"):
        SqliteStore(path)

    assert b"all there is" == (tmp_path / "ledger.db-wal").read_bytes()


def test_a_file_with_a_log_may_end_anywhere(tmp_path: Path) -> None:
    """What a crash left half written into the file is read from the log."""
    path, copy = tmp_path / "ledger.db", tmp_path / "copy.db"
    with closing(SqliteStore(path)) as store:
        write(store, EntryMaker()("a"))
        copy.write_bytes(path.read_bytes() + b"half a page")
        (tmp_path / "copy.db-wal").write_bytes((tmp_path / "ledger.db-wal").read_bytes())

    assert 1 == len(read(copy))


def test_says_that_the_inside_is_damaged(tmp_path: Path) -> None:
    """Pages overwritten with noise are told as damage, also while iterating."""
    path = tmp_path / "ledger.db"
    a_ledger(path)
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()
    page = 4_096
    path.write_bytes(data[: page * (root - 1)] + b"\xff" * page + data[page * root :])
    with closing(SqliteStore(path)) as store:
        with pytest.raises(StoreUnavailableError, match="the file is damaged"):
            list(store.entries())
        with pytest.raises(StoreUnavailableError, match="the file is damaged"):
            store.history(ClaimId("claim-1"))
        with (
            pytest.raises(StoreUnavailableError, match="the file is damaged"),
            store.writing() as w,
        ):
            w.tail()


def test_refuses_a_folder(tmp_path: Path) -> None:
    """A folder is refused by name."""
    with pytest.raises(StoreUnavailableError, match="a folder, not a file"):
        SqliteStore(tmp_path)


def test_refuses_a_missing_folder(tmp_path: Path) -> None:
    """No folder is made."""
    with pytest.raises(StoreUnavailableError, match="the folder it should lie in does not exist"):
        SqliteStore(tmp_path / "november" / "ledger.db")

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("statement", "whose"),
    [
        ("CREATE TABLE article (id)", "no application id"),
        ("PRAGMA application_id = 77", "application id 0x4d"),
        ("PRAGMA user_version = 1", "no application id"),
    ],
)
def test_refuses_the_file_of_another_program(tmp_path: Path, statement: str, whose: str) -> None:
    """A SQLite file that is no ledger is refused by name, and stays as it is."""
    path = tmp_path / "archive.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute(statement)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailableError, match=f"of another program .{whose}"):
        SqliteStore(path)

    assert before == path.read_bytes()


def test_refuses_a_newer_version(tmp_path: Path) -> None:
    """A file from a newer release is refused with both versions, and stays as it is."""
    path = tmp_path / "ledger.db"
    a_ledger(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StoreVersionError) as caught:
        SqliteStore(path)

    assert ("99", "1") == (caught.value.found, caught.value.supported)
    assert before == path.read_bytes()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may enter, too."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody to whom permissions apply: root gives up its rights for a while."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions of files are those of POSIX")
    if os.geteuid():
        yield
        return
    # The package may lie where only root may read: what is read of it on first use is read now.
    for step in migrations.SQLITE:
        migrations.read(step)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def read_only(path: Path) -> list[Sealed]:
    """Read all of a file that must not be written."""
    with closing(SqliteStore(path)) as store:
        with pytest.raises(StoreUnavailableError, match="read-only"), store.writing():
            pass
        assert store.changes() == store.changes()
        return list(store.entries())


@pytest.mark.parametrize("mode", [0o555, 0o777])
def test_reads_a_file_that_is_read_only(folder: Path, mode: int) -> None:
    """A file that may only be read is read, in a folder of either kind; writing is refused."""
    path = folder / "ledger.db"
    entries = a_ledger(path)
    path.chmod(0o444)
    folder.chmod(mode)
    with without_rights():
        found = read_only(path)

    assert entries == found


def test_reads_a_read_only_file_with_what_another_has_written(folder: Path) -> None:
    """What is in the log only is read, too."""
    path = folder / "ledger.db"
    a_ledger(path)
    with closing(SqliteStore(path)) as store:
        make = EntryMaker()
        for one in store.entries():
            make(one.claim_id, one.body)
        write(store, make("another"))
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        with without_rights():
            found = read_only(path)

    assert "another" == found[-1].claim_id


def test_makes_no_file_in_a_read_only_folder(folder: Path) -> None:
    """A new file in a folder that may only be read is refused by name."""
    folder.chmod(0o555)
    with without_rights(), pytest.raises(StoreUnavailableError, match=r"ledger\.db: .*cannot be"):
        SqliteStore(folder / "ledger.db")


def test_makes_no_ledger_of_a_read_only_file(folder: Path) -> None:
    """An empty file that may only be read is refused by name."""
    path = folder / "ledger.db"
    path.touch(0o444)
    with without_rights(), pytest.raises(StoreUnavailableError, match=r"ledger\.db: .*read-only"):
        SqliteStore(path)


def test_refuses_an_unreadable_file(folder: Path) -> None:
    """A file that may not be read is refused by name."""
    path = folder / "ledger.db"
    a_ledger(path)
    path.chmod(0)
    with without_rights(), pytest.raises(StoreUnavailableError, match=r"ledger\.db: .*cannot be"):
        SqliteStore(path)


def test_a_full_disk_is_told_and_undone(tmp_path: Path) -> None:
    """Where the disk is full nothing is written, and when there is room again writing works."""
    path = tmp_path / "ledger.db"
    entries = a_ledger(path)
    with closing(SqliteStore(path)) as store:
        make = EntryMaker()
        for one in entries:
            make(one.claim_id, one.body)
        new = [make("claim-1", b"x" * 9_000) for _ in range(9)]
        before = store.rows()
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreUnavailableError, match="the disk is full"):
            write(store, *new, summaries=[(plain_summary("claim-1", revision=10), 1)])
        store._db.execute("PRAGMA max_page_count = 1000000")

        assert (entries, before) == (list(store.entries()), store.rows())
        write(store, *new)
        assert [*entries, *new] == list(store.entries())


def test_a_failing_commit_is_undone(tmp_path: Path) -> None:
    """Where the commit itself fails nothing is written, and the store works on."""
    path = tmp_path / "ledger.db"
    with closing(SqliteStore(path, timeout_s=0)) as store, closing(sqlite3.connect(path)) as other:
        entry = EntryMaker()("a")
        # In a rollback journal, unlike in a log, a reader can hold a commit up.
        store._db.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM entry").fetchone()
        with pytest.raises(StoreUnavailableError, match="locked"):
            write(store, entry)
        other.rollback()

        assert [] == list(store.entries())
        write(store, entry)
        assert [entry] == list(store.entries())


def test_another_programs_lock_is_told(tmp_path: Path) -> None:
    """Who waits too long for another program's transaction is told so, and can still read."""
    path = tmp_path / "ledger.db"
    entries = a_ledger(path)
    with closing(SqliteStore(path, timeout_s=0)) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="another program"), store.writing():
            pass

        assert entries == list(store.entries())


def test_another_threads_lock_is_told(tmp_path: Path) -> None:
    """Who waits too long for another thread's transaction is told so."""
    opened, done = Event(), Event()
    with closing(SqliteStore(tmp_path / "ledger.db", timeout_s=0)) as store:

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


def test_stores_of_one_file_take_turns(tmp_path: Path) -> None:
    """Two stores of one file see what the other wrote, and go on from there."""
    path = tmp_path / "ledger.db"
    make = EntryMaker()
    with closing(SqliteStore(path)) as one, closing(SqliteStore(path)) as other:
        for turn in range(6):
            writer, reader = (one, other) if turn % 2 else (other, one)
            status = Status.DISPUTED if turn % 3 else Status.REPORTED
            latest = plain_summary("a", revision=turn + 1, status=status)
            seen, own = reader.changes(), writer.changes()
            write(
                writer,
                make("a"),
                make(f"b-{turn}"),
                summaries=[(latest, turn), (plain_summary(f"b-{turn}"), -turn)],
                sources={OFFICE: str(turn).encode()},
                rests=[("a", OFFICE)],
            )

            assert reader.changes() != seen
            assert writer.changes() == own
            assert latest == reader.summary(ClaimId("a"))
            assert str(turn).encode() == reader.source(OFFICE)
            assert reader.rows() == writer.rows()
        assert 12 == len(list(one.entries()))
        assert list(one.entries()) == list(other.entries())
        assert ["a"] == [row.id for row in one.find(Query(status=Status.DISPUTED))]


def test_rows_replaced_by_another_program_are_seen(tmp_path: Path) -> None:
    """What a writer remembers is forgotten when another program made the rows again."""
    path = tmp_path / "ledger.db"
    make = EntryMaker()
    with closing(SqliteStore(path)) as one, closing(SqliteStore(path)) as other:
        rests = [("a", "person:y"), ("a", OFFICE)]
        write(one, make("a"), sources={"person:y": b"y", OFFICE: b"x"}, rests=rests)
        with other.writing() as writing:
            writing.replace_rows(Rows(sources={OFFICE: b"new"}))
        write(one, make("a"), summaries=[(plain_summary("a"), 1)], rests=[("a", OFFICE)])

        assert [("a", OFFICE)] == other.rows().rests
        assert {OFFICE: b"new"} == one.rows().sources
        assert ["a"] == [row.id for row in other.find(Query(source=OFFICE))]


def test_many_claims_are_not_all_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer forgets the oldest of too many claims, and reads them again when they are due."""
    monkeypatch.setattr(_sqlite_known, "_REMEMBERED", 3)
    make = EntryMaker()
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        for turn in range(3):
            for number in range(10):
                claim_id = f"claim-{number}"
                summary = plain_summary(claim_id, revision=turn + 1)
                write(store, make(claim_id), summaries=[(summary, number)])
                assert len(store._remembered.claims([])) <= 4

        assert [3] * 10 == [summary.revision for summary in store.find(Query())]
        assert [f"claim-{number}" for number in range(10)] == [
            row.id for row in store.find(Query())
        ]


def test_processes_make_one_ledger(tmp_path: Path) -> None:
    """Processes that open a new file at once make one ledger between them."""
    path = tmp_path / "ledger.db"
    program = (
        "import sys; from claimtrack.stores.sqlite import SqliteStore; "
        "sys.stdin.readline(); SqliteStore(sys.argv[1]).close()"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, path], stdin=subprocess.PIPE, env={**os.environ}
        )
        for _ in range(6)
    ]
    for process in running:
        process.communicate(b"\n")

    assert [0] * 6 == [process.returncode for process in running]
    assert [] == read(path)


def test_a_missing_entry_is_told(tmp_path: Path) -> None:
    """Where an entry is gone the history is broken, and nothing stands for it."""
    make = EntryMaker()
    entries = [make(claim_id) for claim_id in "aabaa"]
    for gone, log_breaks, history_breaks in (
        (2, "b breaks at revision 1: position 3 follows 1", "a breaks at revision 2"),
        (3, "a breaks at revision 3: position 4 follows 2", "b breaks at revision 1"),
        (1, "a breaks at revision 2: position 2 follows 0", "a breaks at revision 1"),
        (5, "", "a breaks at revision 1"),
    ):
        with closing(SqliteStore(tmp_path / f"without-{gone}.db")) as store:
            write(store, *entries)
            store._db.execute("DELETE FROM entry WHERE position = ?", (gone,))
            if log_breaks:
                with pytest.raises(BrokenHistoryError, match=log_breaks):
                    list(store.entries())
            for read in (store.history, store.bodies):
                with pytest.raises(BrokenHistoryError, match=history_breaks):
                    read(entries[gone - 1].claim_id)


def test_an_entry_missing_far_back_is_told(tmp_path: Path) -> None:
    """However many steps lead to the gap, it is found; nobody who begins after it looks there."""
    make = EntryMaker()
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        write(store, *(make("a") for _ in range(40)))
        for gone in (1, 10, 24, 25, 32):
            store._db.execute("DELETE FROM entry WHERE position = ?", (gone,))
            for read in (store.history, store.bodies):
                with pytest.raises(BrokenHistoryError, match=f"a breaks at revision {gone}"):
                    read(ClaimId("a"), after=gone - 1)
            assert 40 - gone == len(store.bodies(ClaimId("a"), after=gone)[1])


def test_an_entry_moved_to_another_claim_is_told(tmp_path: Path) -> None:
    """Where entries no longer lead from one to the other the history is broken."""
    make = EntryMaker()
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        write(store, make("a"), make("a"), make("a"))
        store._db.execute("UPDATE entry SET before = NULL WHERE position = 3")
        with pytest.raises(BrokenHistoryError, match="revision 2 is missing"):
            list(store.entries())
        for read in (store.history, store.bodies):
            with pytest.raises(BrokenHistoryError, match="revision 3 follows 0"):
                read(ClaimId("a"))


def test_an_iteration_begun_in_an_undone_block_ends_with_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entries that were undone are not made up."""
    monkeypatch.setattr("claimtrack.stores.sqlite._CHUNK", 1)
    make = EntryMaker()
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        with suppress(StoreError), store.writing() as writing:
            writing.append(Batch(entries=[make("a"), make("a")], rows=Rows()))
            begun = store.entries()
            next(begun)
            raise StoreError

        with pytest.raises(StoreError, match="nothing between positions 1 and 2"):
            next(begun)


def test_a_word_from_elsewhere_is_told(tmp_path: Path) -> None:
    """A status that this release does not know is not taken for another."""
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        write(store, EntryMaker()("a"), summaries=[(plain_summary("a"), 1)])
        store._db.execute("UPDATE standing SET status = 'rumoured'")
        with pytest.raises(StoreError, match="claim a holds 'rumoured', which is not known"):
            store.summary(ClaimId("a"))


def test_rebuilding_finds_the_ends_of_histories_again(tmp_path: Path) -> None:
    """When rows are replaced, where each history ends is read from the log, too."""
    make = EntryMaker()
    entries = [make(claim_id) for claim_id in "abab"]
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        write(store, *entries)
        store._db.execute("DELETE FROM standing WHERE claim = 1")
        store._db.execute("UPDATE standing SET last = 2")
        with store.writing() as writing:
            writing.replace_rows(Rows())

        assert [entries[0], entries[2]] == list(store.history(ClaimId("a")))
        assert [entries[1], entries[3]] == list(store.history(ClaimId("b")))


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (Query(status=Status.DISPUTED, limit=100), "standing_by_status"),
        (Query(story=StoryId("talks"), limit=100), "claim_by_story"),
        (Query(report=ReportId("r")), "follow_up_by_key"),
        (Query(report=ReportId("r")), "follow_up_by_report"),
        (Query(due_at=1), "standing_by_recheck"),
        (Query(due_at=1), "standing_by_expected"),
        (Query(due_at=1), "standing_by_attention"),
    ],
)
def test_lists_are_found_by_index(tmp_path: Path, query: Query, index: str) -> None:
    """A list takes time in proportion to what is found, not to what there is."""
    sql, values = to_sql(query)
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        plan = [row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    assert any(index in step for step in plan), plan
    assert set() == {"SCAN s", "SCAN c", "SCAN entry"} & set(plan)


def test_a_list_with_a_limit_is_not_sorted(tmp_path: Path) -> None:
    """The first hundred of a status are read in the order of the index, and no more are read."""
    sql, values = to_sql(Query(status=Status.DISPUTED, limit=100))
    with closing(SqliteStore(tmp_path / "ledger.db")) as store:
        plan = [row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    assert not any("TEMP B-TREE" in step for step in plan), plan
