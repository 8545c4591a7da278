"""Files that are no ledgers, disks that are full, text that means harm: told, and nothing lost."""

import os
import resource
import signal
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.ledger import Ledger
from claimtrack.stores import _sqlite_file
from tests.cases import FIRST, OPENED, SOURCES, TALKS, asserts
from tests.ledgers import everything, memory_ledger, size, sqlite_ledger, told

NOBODY = 65534


def _filled(path: Path, count: int = 3) -> bytes:
    """Make a ledger of a few follow-ups; give the bytes of its file."""
    with sqlite_ledger(path) as ledger:
        ledger.apply(_work(count))
    return path.read_bytes()


def _work(count: int) -> list[ct.FollowUp]:
    """Make follow-ups, each on a claim of its own and on the first one."""
    return [
        ct.FollowUp(
            report=ct.Report("Example News", url=f"https://news.example/{number}"),
            items=[
                ct.Item(
                    claim_id=f"thing-{number}",
                    update=ct.ClaimOpened(text=f"Thing {number} happened, they say " * 20),
                ),
                ct.Item(claim_id=f"thing-{number}", update=asserts(SOURCES)),
                ct.Item(claim_id="thing-0", update=ct.Noted(text="and on it goes " * 50)),
            ],
        )
        for number in range(count)
    ]


# Files that are no ledgers ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"not a ledger\n",
        b"SQLite format 3\x00" + bytes(30),
        bytes(range(255, 0, -1)) * 16,
        b"{}" * 3000,
    ],
    ids=["text", "header", "noise", "json"],
)
def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """The error names the file, and not a byte of it changes."""
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(ct.StoreUnavailableError, match=r"notes\.db"):
        ct.open_ledger(path, author="desk")

    assert content == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_the_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    """A SQLite file is not a ledger for that."""
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmark (url TEXT)")
    content = path.read_bytes()
    with pytest.raises(ct.StoreUnavailableError, match="another program"):
        ct.open_ledger(path, author="desk")

    assert content == path.read_bytes()


def test_a_ledger_cut_short_is_refused_or_told_of(tmp_path: Path) -> None:
    """Wherever it was cut, nobody is told that all is well."""
    whole = _filled(tmp_path / "whole.db", 20)
    for kept in range(len(whole) - 1, 0, -len(whole) // 37):
        path = tmp_path / f"{kept}.db"
        path.write_bytes(whole[:kept])

        assert _problems(path), kept


def _problems(path: Path) -> list[str]:
    """Say what is wrong with a ledger, by its check or in opening it."""
    try:
        with ct.open_ledger(path, author="desk") as ledger:
            return list(ledger.check())
    except ct.StoreError as error:
        return [str(error)]


def test_a_ledger_of_a_newer_release_is_refused_by_its_version(tmp_path: Path) -> None:
    """What this release does not understand it neither reads nor writes."""
    path = tmp_path / "belarus.db"
    _filled(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {_sqlite_file.VERSION + 1}")
    content = path.read_bytes()
    with pytest.raises(ct.StoreVersionError) as caught:
        ct.open_ledger(path, author="desk")

    assert str(_sqlite_file.VERSION + 1) == caught.value.found
    assert content == path.read_bytes()


def test_a_folder_and_a_missing_folder_are_told_apart(tmp_path: Path) -> None:
    """Where no file can be, the error says why."""
    with pytest.raises(ct.StoreUnavailableError, match="a folder"):
        ct.open_ledger(tmp_path, author="desk")
    with pytest.raises(ct.StoreUnavailableError, match="does not exist"):
        ct.open_ledger(tmp_path / "nowhere" / "belarus.db", author="desk")


@contextmanager
def _without_rights() -> Iterator[Path]:
    """Be somebody to whom the permissions of files apply, in a folder that anybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        was_root = os.geteuid() == 0
        try:
            yield Path(folder)
        finally:
            if was_root:
                os.seteuid(0)


def test_a_read_only_ledger_is_read_and_not_written(tmp_path: Path) -> None:
    """Every question is answered, every verb refused, and the file stays as it is."""
    with _without_rights() as folder:
        path = folder / "belarus.db"
        content = _filled(path)
        with sqlite_ledger(path) as ledger:
            before = everything(ledger)
        path.chmod(0o444)
        folder.chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
        with sqlite_ledger(path) as ledger:
            acts: list[Callable[[], object]] = [
                lambda: ledger.note("thing-0", "x"),
                lambda: ledger.apply(_work(4)),
                lambda: ledger.open_claim("Another"),
                ledger.rebuild,
            ]
            for act in acts:
                with pytest.raises(ct.StoreUnavailableError, match="read-only"):
                    act()

            assert before == everything(ledger)
            assert [] == list(ledger.check())
        assert content == path.read_bytes()


# Full disks ---------------------------------------------------------------------------------------


def _apply_until_full(path: Path, work: list[ct.FollowUp]) -> int:
    """Apply one follow-up after another until one is refused; say how many were not."""
    with sqlite_ledger(path) as ledger:
        for number, follow_up in enumerate(work):
            before = size(ledger)
            if reason := _refusal(ledger, follow_up):
                assert "full" in reason
                assert before == size(ledger)
                # The ledger that met the full disk answers on, from what is there.
                assert [] == list(ledger.check())
                return number
    return len(work)


def _refusal(ledger: Ledger, follow_up: ct.FollowUp) -> str:
    try:
        ledger.apply([follow_up])
    except ct.StoreUnavailableError as error:
        return str(error)
    return ""


def test_a_full_disk_stops_the_work_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However little room there is, each follow-up is there whole or not at all."""
    work = _work(120)
    path = tmp_path / "belarus.db"
    _filled(path, 1)
    settings = _sqlite_file.SETTINGS
    applied = []
    for pages in range(30, 72, 3):
        limit = (*settings, f"PRAGMA max_page_count = {pages}")
        monkeypatch.setattr(_sqlite_file, "SETTINGS", limit)
        applied.append(_apply_until_full(path, work))
    monkeypatch.setattr(_sqlite_file, "SETTINGS", settings)
    with sqlite_ledger(path) as ledger:
        there = {entry.report.id for entry in ledger.entries() if entry.report}

        assert sorted(applied) == applied
        assert len(set(applied)) > 3
        assert {follow_up.key for follow_up in work[: applied[-1]]} == there
        assert 3 * len(there) == size(ledger)
        assert [] == list(ledger.check())
        ledger.apply(work)
        assert 3 * len(work) == size(ledger)


@contextmanager
def _largest_file(octets: int) -> Iterator[None]:
    """Let no file grow beyond a size, as a quota does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("room", [1_000, 6_000, 20_000, 50_000, 90_000])
def test_a_write_that_breaks_off_loses_nothing(tmp_path: Path, room: int) -> None:
    """A write that fails half-way through a transaction is as if it had not been begun."""
    path = tmp_path / "belarus.db"
    _filled(path)
    log = path.with_name("belarus.db-wal")
    with sqlite_ledger(path) as ledger:
        before = everything(ledger)
        used = log.stat().st_size if log.exists() else 0
        with _largest_file(used + room), pytest.raises(ct.StoreError):
            ledger.apply(_work(200))

        assert before == everything(ledger)
        assert [] == list(ledger.check())
        ledger.apply(_work(200))
        assert 600 == size(ledger)
    with sqlite_ledger(path) as ledger:
        assert [] == list(ledger.check())
        assert all(changes.was_applied for changes in ledger.apply(_work(200)))


# Hostile text -------------------------------------------------------------------------------------

HOSTILE = [
    "'; DROP TABLE claim; --",
    '"; DROP TABLE entry; --',
    "<script>alert(1)</script>",
    "\u202eevil\u202c \u2066and\u2069 \u200fright",
    "%s %(x)s {0} {x} ${x} $(reboot) `reboot`",
    "../../etc/passwd",
    "NULL",
    "\ufeffzero\u200bwidth\u2060",
    "tab\tand\u0085next\u2028line",
    "\x01\x1b[31mred\x7f",
    "🇷🇴👩\u200d👩\u200d👧😀",
    "words NEAR(a b) OR c* : ^ -",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_just_text(tmp_path: Path, text: str) -> None:
    """It is kept as it came, found, exported and imported, and does nothing."""
    source = ct.anonymous(text, told=text)
    with sqlite_ledger(tmp_path / "belarus.db", author=text) as ledger:
        with ledger.follow_up(ct.Report(text, title=text, url=text, relays=[f"{text}2"])) as f:
            it = f.open_claim(text, id="it")
            it.asserted_by(source, wording=text)
            it.denied_by(ct.person(text, role=text))
            it.declined(ct.office(text), asked_by=text, reason=text)
            it.answer("why", text, because=text)
            it.note(text)
        ledger.rule("it", "disputed", because=text)
        ledger.move_work("it", "checking", assignee=text)
        source_id = ledger.claim("it").evidence[0].source.id
        ledger.name_source(source_id, text)
        claim = ledger.claim("it")
        copy = memory_ledger()
        copy.import_lines(ledger.export_lines())

        assert (text, text) == (claim.text, claim.evidence[0].evidence.wording)
        if any(map(str.isalnum, text)):
            assert ["it"] == [row.id for row in ledger.claims(text=text)]
        else:
            # Pictures are kept but are no words to look for; they must not list everything.
            with pytest.raises(ct.InvalidValueError, match="must hold a word"):
                ledger.claims(text=text)
        assert ["it"] == [row.id for row in ledger.claims(source=source_id)]
        assert ["it"] == [row.id for row in ledger.claims(report=text)]
        assert everything(ledger) == everything(copy)
        assert [] == list(ledger.check())
        assert str(claim.confidence)


def test_a_million_accents_are_just_text(tmp_path: Path) -> None:
    """A letter under a million accents is kept, compared and searched, and that ends soon."""
    text = "a" + "\u0301\u0323" * 500_000
    with sqlite_ledger(tmp_path / "belarus.db") as ledger:
        ledger.apply([told(FIRST, ct.ClaimOpened(text=text, story="s"))])
        with pytest.raises(ct.DuplicateClaimError):
            ledger.open_claim(text, story="s")
        made = ledger.open_claim(text, story="t")

        assert text == ledger.claim(TALKS).text
        assert [TALKS, made.id] == [row.id for row in ledger.claims(text=text)]
        assert [TALKS, made.id] == [row.id for row in ledger.claims(text="a")]
        assert [] == list(ledger.check())


@pytest.mark.parametrize("store", ["memory", "sqlite"])
def test_ten_megabytes_are_refused(tmp_path: Path, store: str) -> None:
    """A statement has a limit, and nothing of what exceeds it is kept."""
    path = tmp_path / "belarus.db"
    ledger = memory_ledger() if store == "memory" else sqlite_ledger(path)
    long = "It happened. " * 800_000
    acts: list[Callable[[Ledger], object]] = [
        lambda ledger: ledger.open_claim(long),
        lambda ledger: ledger.note(TALKS, long),
        lambda ledger: ledger.rule(TALKS, "confirmed", because=long),
        lambda ledger: ledger.apply([told(FIRST, OPENED, because=long)]),
        lambda ledger: ledger.claims(source=long),
    ]
    for act in acts:
        with pytest.raises(ct.InvalidValueError, match="at most 2000000 characters"):
            act(ledger)

    assert 0 == size(ledger)
    ledger.close()
