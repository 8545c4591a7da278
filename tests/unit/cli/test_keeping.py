"""Commands that keep a ledger."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.desk import Desk


def test_round_trip_is_the_same_bytes(story: Desk) -> None:
    """What was exported, imported and exported again is the same, byte for byte."""
    story.says("export", "out.jsonl")
    assert "9 entries\n" == story.says("import", "out.jsonl", "--ledger", "copy.db")
    story.says("export", "again.jsonl", "--ledger", "copy.db")

    assert Path("out.jsonl").read_bytes() == Path("again.jsonl").read_bytes()
    assert "no problems\n" == story.says("check", "--ledger", "copy.db")


def test_export_to_standard_output(story: Desk) -> None:
    """Without a file the lines go to standard output; ``-`` imports them from standard input."""
    lines = story.says("export")
    assert lines == story.says("export", "-")

    assert {"entry_count": 9} == json.loads(
        story.says("import", "-", "--ledger", "copy.db", "--json", stdin=lines)
    )


def test_import_needs_an_empty_ledger(story: Desk) -> None:
    """Nothing is ever overwritten."""
    said = story.refuses(6, "import", "-", stdin=story.says("export"))

    assert ["claimtrack: this ledger has entries already @ $ [decode]"] == said


def test_import_is_whole_or_not_at_all(story: Desk) -> None:
    """A line that was tampered with stops it, and nothing is there."""
    lines = story.says("export").replace("Embassy of Belarus", "Embassy of Nowhere")

    story.refuses(7, "import", "-", "--ledger", "copy.db", stdin=lines)

    assert "" == story.says("list", "--ledger", "copy.db")


def test_check_finds_what_was_changed(story: Desk) -> None:
    """A row that is not what the log says is a problem, with a status of its own."""
    assert {"problems": []} == story.json("check")
    with closing(sqlite3.connect("desk.db")) as file:
        file.execute("UPDATE claim SET text = 'forged'")
        file.commit()

    result = story.run("check")

    assert 8 == result.exit_code
    assert "belarus-talks" in result.stdout
    assert 8 == story.run("check", "--json").exit_code
    assert "2 claims\n" == story.says("rebuild")
    assert "no problems\n" == story.says("check")


def test_a_bad_ledger_leaves_the_last_export(story: Desk) -> None:
    """A file is replaced when all is written and verified, and nothing is left beside it."""
    story.says("export", "out.jsonl")
    before = Path("out.jsonl").read_bytes()
    with closing(sqlite3.connect("desk.db")) as file:
        file.execute("DELETE FROM entry WHERE position = 4")
        file.commit()

    story.refuses(7, "export", "out.jsonl")

    assert before == Path("out.jsonl").read_bytes()
    assert [] == list(Path().glob(".out.jsonl*"))


def test_half_an_export_is_no_ledger(story: Desk) -> None:
    """A pipe that broke gives nothing, and is told."""
    (line,) = story.refuses(6, "import", "-", "--ledger", "copy.db", stdin="")

    assert "cut off" in line
