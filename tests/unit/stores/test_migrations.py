"""The tables of a file: what every release made of them stays readable."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from claimtrack.errors import StoreError, StoreUnavailableError
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.status import Status
from claimtrack.ports import Applied, Batch, Query, Rows
from claimtrack.stores import _sqlite_file, migrations
from claimtrack.stores.sqlite import SqliteStore
from claimtrack.testing import EntryMaker, plain_summary

OFFICE = SourceId("office:x")
GOLDEN = Path(__file__).parents[2] / "golden"


def schema(path: Path) -> list[tuple[str, ...]]:
    """List everything that a file declares."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
        return [tuple(str(cell) for cell in row) for row in rows]


def pragma(path: Path, name: str) -> int:
    """Read a number from a file's header."""
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def golden(folder: Path) -> Path:
    """Make the file of the golden text, as a release of schema version 1 left it."""
    path = folder / "golden.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript((GOLDEN / "sqlite-schema-v1.sql").read_text(encoding="utf-8"))
    return path


def test_a_new_file_has_taken_all_steps(tmp_path: Path) -> None:
    """The schema of a new file is the sum of the steps, its version their number."""
    SqliteStore(tmp_path / "new.db").close()
    with closing(sqlite3.connect(tmp_path / "sum.db")) as db:
        for step in migrations.SQLITE:
            db.executescript(migrations.read(step))

    assert schema(tmp_path / "sum.db") == schema(tmp_path / "new.db")
    assert len(migrations.SQLITE) == pragma(tmp_path / "new.db", "user_version")
    assert int.from_bytes(b"clmt") == pragma(tmp_path / "new.db", "application_id")


def test_every_step_is_named_in_order() -> None:
    """Steps are numbered from 1 without gaps, and there is no file besides."""
    numbers = [
        int(re.findall(r"^sqlite_(\d{4})_[a-z_]+\.sql$", one)[0]) for one in migrations.SQLITE
    ]
    there = {one.name for one in files(migrations).iterdir() if one.name.endswith(".sql")}

    assert list(range(1, len(numbers) + 1)) == numbers
    assert set(migrations.SQLITE) == there


def test_schema_1_is_what_it_was(tmp_path: Path) -> None:
    """A file made by the first step is the golden file; if this fails, add a step instead."""
    with closing(sqlite3.connect(tmp_path / "first.db")) as db:
        db.executescript(migrations.read(migrations.SQLITE[0]))

    assert schema(golden(tmp_path)) == schema(tmp_path / "first.db")


def test_a_file_of_schema_1_can_be_read(tmp_path: Path) -> None:
    """All that a release of schema version 1 kept is read."""
    with closing(SqliteStore(golden(tmp_path))) as store:
        first, second, third = store.entries()

        assert ("talks", 1, b'{"n":1}') == (first.claim_id, first.revision, first.body)
        assert (first.hash, third.hash) == (
            third.previous_hash,
            store.history(ClaimId("talks"))[1].hash,
        )
        assert ("sanctions", bytes(32)) == (second.claim_id, second.previous_hash)
        assert ["talks", "sanctions"] == [summary.id for summary in store.find(Query())]
        (found,) = store.find(Query(status=Status.DISPUTED, words="eliberati", source=OFFICE))
        assert (
            plain_summary(
                "talks",
                story="belarus",
                lang="ro",
                text="Deținuți eliberați",
                status=Status.DISPUTED,
                revision=2,
                unclear="who when",
                reported_us=5,
                recorded_us=30,
            )
            == found
        )
        assert [ClaimId("sanctions")] == store.same_text(-2)
        assert b"{}" == store.source(OFFICE)
        assert [
            Applied("https://news.example/1", "https://news.example/1", b"\x01" * 32, 1, 2),
            Applied("evening", "r2", b"\x02" * 32, 3, 3),
        ] == list(store.all_applied())


def test_a_file_of_schema_1_can_be_written(tmp_path: Path) -> None:
    """A file of schema version 1 takes further entries and rows."""
    path = golden(tmp_path)
    with closing(SqliteStore(path)) as store:
        talks = store.history(ClaimId("talks"))[-1]
        entry = talks._replace(position=4, revision=3, previous_hash=talks.hash, hash=b"\x04" * 32)
        rows = Rows(summaries=[(plain_summary("talks", revision=3), 1)])
        with store.writing() as writing:
            writing.append(Batch(entries=[entry], rows=rows))

        assert entry == list(store.entries())[-1]
        assert [] == list(store.find(Query(status=Status.DISPUTED)))


def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps are taken in one transaction: all of them or none."""
    path = tmp_path / "ledger.db"
    make = EntryMaker()
    with closing(SqliteStore(path)) as store, store.writing() as writing:
        writing.append(Batch(entries=[make("a")], rows=Rows()))
    before = schema(path)
    steps = {"two": "CREATE TABLE extra (id);", "three": "CREATE TABLE claim (id);"}
    read = migrations.read
    monkeypatch.setattr(migrations, "SQLITE", (*migrations.SQLITE, *steps))
    monkeypatch.setattr(migrations, "read", lambda name: steps.get(name) or read(name))
    monkeypatch.setattr(_sqlite_file, "VERSION", 3)
    with pytest.raises(StoreError, match="table claim already exists"):
        SqliteStore(path)

    assert (before, 1) == (schema(path), pragma(path, "user_version"))


def test_an_older_file_takes_the_steps_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of an earlier version is brought up to date, and keeps its entries."""
    path = tmp_path / "ledger.db"
    entry = EntryMaker()("a")
    with closing(SqliteStore(path)) as store, store.writing() as writing:
        writing.append(Batch(entries=[entry], rows=Rows()))
    step = "CREATE TABLE extra (id);\n-- and more\nCREATE INDEX extra_by_id ON extra (id);\n"
    read = migrations.read
    monkeypatch.setattr(migrations, "SQLITE", (*migrations.SQLITE, "two"))
    monkeypatch.setattr(migrations, "read", lambda name: step if name == "two" else read(name))
    monkeypatch.setattr(_sqlite_file, "VERSION", 2)
    for _ in range(2):
        with closing(SqliteStore(path)) as store:
            assert [entry] == list(store.entries())

    assert {"extra", "extra_by_id"} <= {row[1] for row in schema(path)}
    assert 2 == pragma(path, "user_version")


def test_an_older_file_that_is_read_only_cannot_be_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of an earlier version that may only be read is refused by name."""
    path = tmp_path / "ledger.db"
    SqliteStore(path).close()
    monkeypatch.setattr(_sqlite_file, "VERSION", 2)
    monkeypatch.setattr(_sqlite_file, "SETTINGS", ())
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def read_only(name: str, **options: object) -> sqlite3.Connection:
        return connect(name.replace("mode=rwc", "mode=ro"), **options)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(StoreUnavailableError, match=r"ledger\.db: .* read-only"):
        SqliteStore(path)
