"""Upkeep: a check that finds what was altered, rows made again from the log, moving house."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack import codec
from claimtrack.errors import (
    BrokenHistoryError,
    ClaimtrackError,
    DecodeError,
    SourceNotFoundError,
    StoreUnavailableError,
)
from claimtrack.ledger import Ledger
from claimtrack.model.follow_up import FollowUp, Withdrawal
from claimtrack.model.updates import ClaimOpened, SlotDeclaredUnclear, Translated
from claimtrack.ports import Rows
from claimtrack.stores._bodies import inflated
from claimtrack.stores.sqlite import SqliteStore
from tests.cases import EMBASSY, ENVOY, FIRST, OPENED, SOURCES, TALKS, WIRE, asserts, denies, report
from tests.ledgers import NewLedger, everything, ledger_on, memory_ledger, size, sqlite_ledger, told

ENVOYS_ID = "person:john-coale"
WORK = [
    told(FIRST, OPENED, asserts(SOURCES), SlotDeclaredUnclear(slots=["who"])),
    told(WIRE, asserts(ENVOY), denies(EMBASSY)),
    told(report("Evening Post", 5), ClaimOpened(text="Altceva s-a întâmplat"), claim_id="other"),
]


def _fill(ledger: Ledger) -> None:
    """Record a little of everything."""
    ledger.apply(WORK)
    ledger.rate_source(ENVOYS_ID, "B")
    ledger.link(TALKS, "duplicates", "other", because="the same")
    ledger.update("other", Translated(text="Something else happened", lang="en"))
    ledger.move_work("other", "checking", assignee="ana")
    withdrawal = Withdrawal(report=FIRST.id, because="they erred")
    ledger.apply([FollowUp(report=report("Reuters", 9), withdrawals=[withdrawal])])


@pytest.fixture
def filled(new_ledger: NewLedger) -> Ledger:
    """Make a ledger with a little of everything."""
    ledger = new_ledger()
    _fill(ledger)
    return ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Make a file of a ledger with a little of everything."""
    path = tmp_path / "belarus.db"
    with sqlite_ledger(path) as ledger:
        _fill(ledger)
    return path


def _alter(file: Path, sql: str) -> None:
    """Change a file behind the ledger's back."""
    with closing(sqlite3.connect(file)) as db:
        db.create_function("reworded", 3, _reworded)
        db.create_function("bent", 1, lambda stored: stored[:50] + b"\x00" + stored[51:])
        changed = db.execute(sql).rowcount
        db.commit()
    assert changed != 0


def _reworded(stored: bytes, old: str, new: str) -> bytes:
    """Put other words into a body as it lies in a file, plainly."""
    return inflated(stored).replace(old.encode(), new.encode())


# Checking -----------------------------------------------------------------------------------------


def test_a_sound_ledger_passes(filled: Ledger) -> None:
    """A check of what the ledger wrote finds nothing."""
    assert [] == list(filled.check())


def test_an_empty_ledger_passes(ledger: Ledger) -> None:
    """There is nothing to find in nothing."""
    assert [] == list(ledger.check())


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE entry SET body = reworded(body, 'Reuters', 'Reutres') WHERE position = 2", "2: "),
        ("UPDATE entry SET body = bent(body) WHERE position = 2", "2: "),
        ("UPDATE entry SET body = '{}' WHERE position = 4", "4: "),
        ("UPDATE entry SET salt = zeroblob(16) WHERE position = 4", "4: "),
        ("UPDATE entry SET hash = zeroblob(32) WHERE position = 4", "4: "),
        ("UPDATE entry SET hash = randomblob(32) WHERE position = 1", "1: "),
        ("UPDATE entry SET recorded_us = recorded_us + 1 WHERE position = 3", "3: "),
        ("UPDATE entry SET revision = 7 WHERE position = 3", "3: "),
        ("UPDATE entry SET claim = 2 WHERE position = 3", "3: "),
        ("UPDATE entry SET before = NULL WHERE position = 3", "3: "),
        ("DELETE FROM entry WHERE position = 3", "3: "),
        ("DELETE FROM entry WHERE position = 6", "6: "),
        ("DELETE FROM entry WHERE position = 1", "1: "),
        ("DELETE FROM entry WHERE position > 10", "other"),
        ("UPDATE claim SET text = 'Nothing happened' WHERE no = 1", TALKS),
        ("UPDATE claim SET text_key = 7 WHERE no = 1", TALKS),
        ("UPDATE claim SET story = 'another' WHERE no = 2", "other"),
        ("UPDATE standing SET status = 'confirmed' WHERE claim = 1", TALKS),
        ("UPDATE standing SET credibility = 1 WHERE claim = 1", TALKS),
        ("UPDATE standing SET revision = 1 WHERE claim = 1", TALKS),
        ("UPDATE standing SET last = 1 WHERE claim = 1", TALKS),
        ("UPDATE standing SET last = 99 WHERE claim = 1", TALKS),
        ("DELETE FROM standing WHERE claim = 1", TALKS),
        ("UPDATE source SET record = '' WHERE record <> ''", "source"),
        ("DELETE FROM source WHERE id = 'person:john-coale'", "source"),
        ("DELETE FROM rests WHERE claim = 1", "source of a claim"),
        ("INSERT INTO statement (rowid, words) VALUES (3, 'invented')", "text index"),
        ("INSERT INTO statement (statement) VALUES ('delete-all')", "text index"),
        ("UPDATE follow_up SET report = 'nothing' WHERE first = 1", "1: "),
        ("UPDATE follow_up SET first = 9 WHERE first = 4", "9: "),
    ],
)
def test_what_was_altered_is_found(file: Path, sql: str, said: str) -> None:
    """A change behind the ledger's back is told, with its place, and nothing is raised."""
    _alter(file, sql)
    with sqlite_ledger(file) as ledger:
        found = list(ledger.check())

    assert any(said in problem for problem in found), found


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE standing SET status = 'certain' WHERE claim = 1",
        "UPDATE standing SET work = 7 WHERE claim = 1",
        "UPDATE entry SET body = x'ff00' WHERE position = 4",
        "UPDATE entry SET salt = 'x' WHERE position = 4",
        "UPDATE entry SET recorded_us = 'soon' WHERE position = 4",
        "UPDATE source SET record = x'00' WHERE id = 'person:john-coale'",
    ],
)
def test_nonsense_is_found(file: Path, sql: str) -> None:
    """What no ledger would write is told like any other change."""
    _alter(file, sql)
    with sqlite_ledger(file) as ledger:
        assert list(ledger.check())


def test_a_closed_ledger_cannot_be_checked(file: Path) -> None:
    """That nothing could be looked at is not a finding."""
    ledger = sqlite_ledger(file)
    ledger.close()
    with pytest.raises(StoreUnavailableError):
        list(ledger.check())


def test_a_check_is_not_led_astray_by_a_writer(file: Path) -> None:
    """Where somebody writes while the check reads, it reads on."""

    class Busy(SqliteStore):
        """A store to which somebody else writes whenever its rows are read."""

        def rows(self) -> Rows:
            """Read all rows beside the log, after somebody wrote twice at most."""
            if size(ledger) < longest:
                with sqlite_ledger(file) as other:
                    other.note(TALKS, "meanwhile")
            return super().rows()

    with ledger_on(Busy(file)) as ledger:
        longest = size(ledger) + 2

        assert [] == list(ledger.check())
        assert longest == size(ledger)


# Rebuilding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE claim SET text = 'Nothing happened', story = 'x', text_key = 1",
        "UPDATE standing SET status = 'confirmed', revision = 99, last = 1",
        "DELETE FROM standing",
        "UPDATE source SET record = ''",
        "DELETE FROM source",
        "DELETE FROM rests",
        "INSERT INTO statement (statement) VALUES ('delete-all')",
    ],
)
def test_rows_are_made_again_from_the_log(file: Path, sql: str) -> None:
    """Whatever became of them, afterwards the rows are what the log says."""
    with sqlite_ledger(file) as ledger:
        before = everything(ledger)
    _alter(file, sql)
    with sqlite_ledger(file) as ledger:
        altered = list(ledger.check())
        claims = ledger.rebuild()

        assert 2 == claims
        assert altered
        assert [] == list(ledger.check())
        assert before == everything(ledger)
        assert [TALKS] == [row.id for row in ledger.claims(text="negotiating")]
        assert [TALKS, "other"] == [row.id for row in ledger.claims(source=ENVOYS_ID)]
        assert all(changes.was_applied for changes in ledger.apply(WORK))


def test_rebuilding_what_is_sound_changes_nothing(filled: Ledger) -> None:
    """Rows made again are the same rows."""
    before = everything(filled)
    filled.rebuild()

    assert before == everything(filled)
    filled.note(TALKS, "and on it goes")
    assert [] == list(filled.check())


def test_a_broken_log_is_not_built_upon(file: Path) -> None:
    """Rows are not made from what cannot be trusted; they stay as they are."""
    _alter(file, "UPDATE entry SET body = reworded(body, 'Reuters', 'Reutres') WHERE position = 2")
    _alter(file, "DELETE FROM rests")
    with sqlite_ledger(file) as ledger:
        before = list(ledger.claims())
        with pytest.raises(BrokenHistoryError) as caught:
            ledger.rebuild()

        assert (TALKS, 2) == (caught.value.claim_id, caught.value.revision)
        assert before == list(ledger.claims())
        with pytest.raises(SourceNotFoundError):
            ledger.claims(source=ENVOYS_ID)


def test_a_lost_end_of_the_log_is_found(file: Path) -> None:
    """What was applied is not in the log any more: that is told, and not built upon."""
    _alter(file, "DELETE FROM entry WHERE position > 5")
    with sqlite_ledger(file) as ledger:
        with pytest.raises(StoreUnavailableError, match="are not in the log"):
            ledger.rebuild()

        assert any("are not in the log" in problem for problem in ledger.check())


def test_a_broken_log_is_not_exported(file: Path) -> None:
    """An export is what was sealed, or none."""
    _alter(file, "UPDATE entry SET body = reworded(body, 'Reuters', 'Reutres') WHERE position = 2")
    with sqlite_ledger(file) as ledger, pytest.raises(BrokenHistoryError, match="position 2"):
        list(ledger.export_lines())


# Moving -------------------------------------------------------------------------------------------


@pytest.fixture(params=["memory", "sqlite"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Make a second ledger, empty, on either store."""
    is_memory = request.param == "memory"
    with memory_ledger() if is_memory else sqlite_ledger(tmp_path / "copy.db") as ledger:
        yield ledger


def test_a_ledger_moves_byte_for_byte(filled: Ledger, empty: Ledger) -> None:
    """What is imported is exported again as it came, and is the same ledger."""
    lines = list(filled.export_lines())
    count = empty.import_lines(lines)

    assert size(filled) == count
    assert everything(filled) == everything(empty)
    assert [] == list(empty.check())
    assert [TALKS] == [row.id for row in empty.claims(report=WIRE.id)]


def test_a_moved_ledger_knows_what_was_applied(filled: Ledger, empty: Ledger) -> None:
    """A follow-up that was applied before the move is not applied after it."""
    empty.import_lines(filled.export_lines())

    assert all(changes.was_applied for changes in empty.apply(WORK))
    assert size(filled) == size(empty)


def test_a_moved_ledger_goes_on(filled: Ledger, empty: Ledger) -> None:
    """The chain, the sources and the texts go on where they were."""
    empty.import_lines(filled.export_lines())
    empty.apply([told(report("Example Wire", 20), asserts(ENVOY), claim_id="other")])

    assert "B" == empty.claim("other").evidence[-1].source.reliability
    assert filled.history("other") == empty.history("other")[:-1]
    assert [] == list(empty.check())


def test_sources_that_were_missed_before_an_import_are_known_after_it(
    filled: Ledger, empty: Ledger
) -> None:
    """That the ledger did not know a source yesterday is forgotten."""
    with pytest.raises(ClaimtrackError):
        empty.apply([told(FIRST, OPENED, asserts(ENVOY), asserts(SOURCES), OPENED)])
    empty.import_lines(filled.export_lines())
    empty.apply([told(report("Example Wire", 20), asserts(ENVOY), claim_id="other")])

    assert "B" == empty.claim("other").evidence[-1].source.reliability


def test_lines_written_otherwise_are_the_same_lines(filled: Ledger, empty: Ledger) -> None:
    """Another program may order and space its JSON as it likes, and leave empty lines."""
    lines = [
        json.dumps(dict(reversed(json.loads(line).items())), indent=None).encode()
        if b'"body"' in line
        else line
        for line in filled.export_lines()
    ]
    empty.import_lines([b"\n", *lines, b"  \n"])

    assert list(filled.export_lines()) == list(empty.export_lines())


def test_nothing_is_moved_into_a_ledger_with_entries(filled: Ledger, empty: Ledger) -> None:
    """Two histories are not mixed."""
    empty.open_claim("Something", id="something")
    with pytest.raises(DecodeError, match="entries already"):
        empty.import_lines(filled.export_lines())

    assert 1 == size(empty)


def test_an_empty_ledger_can_be_moved(ledger: Ledger, empty: Ledger) -> None:
    """Nothing moves as nothing."""
    assert 0 == empty.import_lines(ledger.export_lines())
    assert [] == list(empty.check())


def test_an_export_that_was_cut_off_is_refused(filled: Ledger, empty: Ledger) -> None:
    """Wherever it ends too early, and where something stands behind its end."""
    lines = list(filled.export_lines())
    for few in ([], lines[:3], lines[:-2], lines[:-1], [*lines[1:-1], lines[-1]]):
        with pytest.raises((DecodeError, BrokenHistoryError)):
            empty.import_lines(few)
    with pytest.raises(DecodeError, match="the export has ended before"):
        empty.import_lines([*lines, lines[-1]])

    assert 0 == size(empty)


def test_a_long_export_is_moved_in_one_act(empty: Ledger) -> None:
    """Where the last line is bad nothing is imported, however many came before."""
    source = memory_ledger()
    for number in range(300):
        source.open_claim(f"Thing {number} happened", id=f"thing-{number}")
    source.update("thing-0", *[SlotDeclaredUnclear(slots=["who"])] * 1_000)
    lines = list(source.export_lines())
    with pytest.raises(DecodeError, match="line 1301"):
        empty.import_lines([*lines[:-1], b"{}"])
    first = size(empty)
    empty.import_lines(lines)

    assert (0, 1_300) == (first, size(empty))


def _with(line: bytes, **changes: object) -> bytes:
    return json.dumps({**json.loads(line), **changes}).encode()


def _in_body(line: bytes, **changes: object) -> bytes:
    found = json.loads(line)
    return json.dumps({**found, "body": {**found["body"], **changes}}).encode()


def _resealed(line: bytes, **changes: object) -> bytes:
    """Change a body and seal it again, as somebody who knows the format would."""
    found = json.loads(line)
    body = codec.canonical(json.dumps({**found["body"], **changes}).encode())
    previous, salt = bytes.fromhex(found["previous_hash"]), bytes.fromhex(found["salt"])
    found["hash"] = codec.seal(previous, salt, body).hex()
    found["body"] = json.loads(body)
    return json.dumps(found).encode()


@pytest.mark.parametrize(
    "tamper",
    [
        lambda line: line.replace(b"EvidenceGiven", b"x")[:-10],
        lambda line: b"not JSON\n",
        lambda line: b"\xff\xfe\n",
        lambda line: b"[]",
        lambda line: b"{}",
        lambda line: _with(line, position=7),
        lambda line: _with(line, position="2"),
        lambda line: _with(line, hash="00" * 32),
        lambda line: _with(line, hash="zz"),
        lambda line: _with(line, salt="00" * 15),
        lambda line: _with(line, salt="00" * 16),
        lambda line: _with(line, previous_hash="00" * 32),
        lambda line: _with(line, more="unknown"),
        lambda line: _in_body(line, author="somebody else"),
        lambda line: _in_body(line, because="a better reason"),
        lambda line: _resealed(line, claim_id="another"),
        lambda line: _resealed(line, claim_id="../etc"),
        lambda line: _resealed(line, revision=3),
        lambda line: _resealed(line, format=2),
        lambda line: _resealed(line, kind="rumoured"),
        lambda line: _resealed(line, unknown=True),
        lambda line: _resealed(line, recorded_at="2001-01-01T00:00:00Z"),
        lambda line: _resealed(line, kind="evidence_taken_back", update={"given": 9, "by": "desk"}),
        lambda line: _resealed(line, kind="noted", update={"text": " "}),
        lambda line: _resealed(line, kind="claim_opened", update={"text": "Opened again"}),
    ],
)
def test_a_line_that_was_tampered_with_is_refused_by_its_number(
    empty: Ledger, tamper: Callable[[bytes], bytes]
) -> None:
    """Whatever was done to a line, the import names the line and writes nothing."""
    source = memory_ledger()
    source.apply(WORK)
    lines = list(source.export_lines())
    lines[1] = tamper(lines[1])
    with pytest.raises((DecodeError, BrokenHistoryError), match="line 2"):
        empty.import_lines(lines)

    assert 0 == size(empty)
    assert [] == list(empty.check())


def test_a_line_that_is_missing_is_noticed(empty: Ledger) -> None:
    """Positions have no gaps, so nothing can be left out in the middle."""
    source = memory_ledger()
    source.apply(WORK)
    lines = list(source.export_lines())
    with pytest.raises(BrokenHistoryError, match="position 4 follows 2"):
        empty.import_lines([*lines[:2], *lines[3:]])

    assert 0 == size(empty)


@pytest.mark.parametrize(
    "changes", [{"first": 0}, {"last": 99}, {"first": 3, "last": 2}, {"digest": "zz"}, {"x": 1}]
)
def test_a_follow_up_that_brought_nothing_is_refused(
    empty: Ledger, changes: dict[str, object]
) -> None:
    """What was applied must name entries that are there."""
    source = memory_ledger()
    source.apply(WORK[:1])
    *entries, applied = source.export_lines()
    with pytest.raises(ClaimtrackError):
        empty.import_lines([*entries, _with(applied, **changes)])

    assert 0 == size(empty)


def test_an_export_is_of_one_moment(filled: Ledger) -> None:
    """What is written while the export is read is not half in it."""
    lines = []
    before = size(filled)
    for number, line in enumerate(filled.export_lines()):
        if number == 3:
            filled.apply([told(report("Late Post", 30), denies(EMBASSY), claim_id="other")])
        lines.append(line)
    copy = memory_ledger()

    assert before == copy.import_lines(lines)
    assert [] == list(copy.check())
