"""The command as it is installed: streams, pipes, exit statuses."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrs
import pytest

from claimtrack.text.characters import HIDDEN
from tests.desk import DENIAL, FIRST


@attrs.frozen
class Shell:
    """A folder in which the command is run as a program of its own."""

    folder: Path

    def run(
        self, *words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run the command."""
        return subprocess.run(
            self.command(*words),
            cwd=self.folder,
            env=self.environment(env or {}),
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
        )

    def start(
        self,
        *words: str,
        stdin: int | None = None,
        env: Mapping[str, str] | None = None,
    ) -> "subprocess.Popen[bytes]":
        """Start the command, and hold the other ends of its streams."""
        return subprocess.Popen(
            self.command(*words),
            cwd=self.folder,
            env=self.environment(env or {}),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def command(self, *words: str) -> list[str]:
        """Give the words of a command line."""
        return [sys.executable, "-m", "claimtrack", *words]

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Give surroundings of which nothing decides what the command does."""
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return {**kept, "CLAIMTRACK_LEDGER": "desk.db", "PYTHONWARNINGS": "error", **more}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Make a folder with two follow-up files and a ledger that holds the first."""
    (tmp_path / "1.toml").write_text(FIRST, encoding="utf-8")
    (tmp_path / "2.toml").write_text(DENIAL, encoding="utf-8")
    shell = Shell(tmp_path)
    assert 0 == shell.run("apply", "1.toml").returncode
    return shell


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, ["apply", "2.toml", "--brief"]),
        (0, ["check"]),
        (1, ["export", "no/such/folder"]),
        (2, ["bogus"]),
        (2, ["apply", "missing.toml"]),
        (3, ["show", "no-such-claim"]),
        (4, ["rule", "belarus-talks", "confirmed", "--because", ""]),
        (4, ["open-claim", "x", "--id", "belarus-talks"]),
        (
            5,
            ["rule", "belarus-talks", "confirmed", "--because", "x", "--expected-revision", "1"],
        ),
        (6, ["show", "Not An Id"]),
        (6, ["apply", "1.toml", "--zone", "Nowhere/Land"]),
        (7, ["list", "--ledger", "missing.db"]),
        (7, ["list", "--ledger", "1.toml"]),
        (7, ["apply", "1.toml", "--ledger", "missing/folder/desk.db"]),
    ],
)
def test_exit_statuses(shell: Shell, status: int, words: list[str]) -> None:
    """Each kind of failure has a status, one line that says why, and no traceback."""
    done = shell.run(*words)

    assert status == done.returncode, done.stderr
    if status:
        assert b"" == done.stdout
        first, *others = done.stderr.decode().splitlines()
        assert first.startswith("claimtrack: ")
        assert all(row.startswith("  ") for row in others)
    else:
        assert b"" == done.stderr


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b" \n", b"must not be empty @ $"),
        (b"#", b"is missing @ $.report"),
        (b"[report", b"not TOML"),
        (b"\xff\xfe", b"UTF-8"),
        (b"{", b"line 1: not JSON"),
        (b'{"report": {"outlet": "x"}, "updates": []}', b"needs an id, a url"),
        (FIRST.replace("who", "Who").encode(), b"must be a slot"),
        (FIRST.replace("asked_by", "asked_bye").encode(), b"asked_bye"),
        (FIRST.replace("sanctions-easing", "belarus-talks").encode(), b"belarus-talks"),
        (FIRST.replace("2025-11-26", "last night").encode(), b"last night"),
        (FIRST.replace('"who"', '"a\\u0000b"').encode(), b"@ $."),
    ],
)
def test_bad_file_is_refused_and_nothing_written(
    shell: Shell, content: bytes, problem: bytes
) -> None:
    """Whatever is wrong with a file, it says where, and the ledger is as it was."""
    before = shell.run("export").stdout

    done = shell.run("apply", "-", stdin=content)

    assert 6 == done.returncode
    assert problem in done.stderr
    assert b"[follow-up-file]" in done.stderr
    assert before == shell.run("export").stdout


def test_file_that_is_no_ledger_is_left_alone(shell: Shell) -> None:
    """Who names another file as the ledger by mistake still has it."""
    before = (shell.folder / "1.toml").read_bytes()

    assert 7 == shell.run("apply", "2.toml", "--ledger", "1.toml").returncode
    assert before == (shell.folder / "1.toml").read_bytes()


def test_commands_compose_by_lines(shell: Shell) -> None:
    """What one command prints, another program reads, line by line."""
    follow_up = {
        "report": {"url": "https://x.example/3"},
        "updates": [{"claim": "belarus-talks", "note": "seen"}],
    }

    done = shell.run("apply", "-", "--lines", stdin=json.dumps(follow_up).encode())

    (line,) = done.stdout.splitlines()
    assert ["belarus-talks"] == [one["claim_id"] for one in json.loads(line)["claims"]]
    positions = [
        json.loads(one)["position"] for one in shell.run("entries", "--lines").stdout.splitlines()
    ]
    assert list(range(1, len(positions) + 1)) == positions


def test_ledger_moves_through_a_pipe(shell: Shell) -> None:
    """An export piped into an import is the same ledger, byte for byte."""
    exported = shell.run("export").stdout

    assert 0 == shell.run("import", "-", "--ledger", "copy.db", stdin=exported).returncode
    assert exported == shell.run("export", "--ledger", "copy.db").stdout


def test_reader_that_leaves_early_is_no_failure_to_tell(shell: Shell) -> None:
    """``claimtrack … | head -1`` is quiet."""
    notes = "".join(
        json.dumps(
            {
                "report": {"url": f"https://x.example/{number}"},
                "updates": [{"claim": "belarus-talks", "note": "x" * 500}],
            }
        )
        + "\n"
        for number in range(500)
    )
    assert 0 == shell.run("apply", "-", stdin=notes.encode()).returncode

    for form in ([], ["--lines"]):
        with shell.start("entries", *form) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.readline()
            running.stdout.close()
            assert b"" == running.stderr.read()


@pytest.mark.parametrize("form", [[], ["--json"], ["--lines"]])
def test_recording_outlives_its_reader(shell: Shell, form: list[str]) -> None:
    """``claimtrack apply … | head -1`` records all that it was asked to record."""
    (shell.folder / "0.toml").write_text(FIRST.replace("/1", "/0"), encoding="utf-8")
    words = ("apply", "0.toml", "1.toml", "2.toml", *form, "--ledger", "new.db")
    with shell.start(*words) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"" == running.stderr.read()

    assert 0 == running.returncode
    told = json.loads(shell.run("show", "belarus-talks", "--json", "--ledger", "new.db").stdout)
    assert "disputed" == told["status"]


def test_failure_that_nobody_reads_keeps_its_status(shell: Shell) -> None:
    """The exit status says what became of it, also where both streams are closed."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        shell.command("apply", "2.toml", "-", "--json"),
        cwd=shell.folder,
        env=shell.environment({}),
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=writing,
        check=False,
        timeout=60,
    )
    os.close(writing)

    assert 6 == done.returncode


def test_named_pipe_is_read_as_a_file_is(shell: Shell) -> None:
    """``claimtrack apply <(program)`` takes what the program writes."""
    pipe = shell.folder / "pipe"
    os.mkfifo(pipe)
    with shell.start("apply", "pipe") as running:
        pipe.write_text(DENIAL, encoding="utf-8")
        said, wrong = running.communicate()

    assert (0, b"") == (running.returncode, wrong)
    assert b"denied by Embassy of Belarus" in said


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_failure_half_way_tells_both(shell: Shell, form: list[str]) -> None:
    """What was applied and what was not, for people and for programs."""
    (shell.folder / "bad.toml").write_text(DENIAL.replace('"belarus-talks"', '"talks"'), "utf-8")

    done = shell.run("apply", "1.toml", "bad.toml", "2.toml", *form, "--ledger", "new.db")

    assert 3 == done.returncode
    reason = "line 10: no such claim in this ledger: 'talks' @ $.updates[0]"
    assert [
        f"claimtrack: bad.toml: {reason} [claim-not-found]",
        "  applied: 1.toml",
        "  not applied: bad.toml, 2.toml",
    ] == done.stderr.decode().splitlines()
    if form:
        told = json.loads(done.stdout)
        assert ["1.toml"] == [one["file"] for one in told["applied"]]
        assert ["bad.toml", "2.toml"] == told["not_applied"]
        assert "claim-not-found" == told["error"]["code"]


def test_interruption_says_what_was_applied(shell: Shell) -> None:
    """Ctrl-C while standard input is read ends it without a traceback, and nothing is written."""
    words = ("apply", "2.toml", "-", "--progress")
    unbuffered = {"PYTHONUNBUFFERED": "1"}
    with shell.start(*words, stdin=subprocess.PIPE, env=unbuffered) as running:
        assert running.stdin is not None
        # More than a pipe holds: once this is written, the command is reading.
        running.stdin.write(b"\n" * 1_000_000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        said, wrong = running.communicate()

    assert 130 == running.returncode
    assert said.startswith(b"2.toml: Example Wire")
    assert [
        "claimtrack: interrupted [interrupted]",
        "  applied: 2.toml",
        "  not applied: -",
    ] == wrong.decode().splitlines()


def test_hostile_strings_are_just_text(shell: Shell) -> None:
    """What is recorded may say anything; printed, it does nothing."""
    evil = "'; DROP TABLE entry; --<script>\x1b[2J\x1b]0;x\x07\u202e\u2066" + "\u0301" * 10_000
    follow_up = {
        "report": {"outlet": "x", "url": "https://x.example/evil"},
        "claims": [{"id": "evil", "text": evil}],
        "updates": [{"claim": "evil", "note": evil}],
    }
    done = shell.run("apply", "-", "--brief", stdin=json.dumps(follow_up).encode())
    assert 0 == done.returncode, done.stderr

    told = [done, *(shell.run(*words) for words in (["show", "evil"], ["list"], ["entries"]))]
    for one in told:
        text = one.stdout.decode()
        assert not HIDDEN.search(text.replace("\n", ""))
        assert text.count("\u0301") < 100
    assert evil == json.loads(shell.run("show", "evil", "--json").stdout)["text"]
    assert 0 == shell.run("check").returncode


def test_environment_names_ledger_author_and_zone(shell: Shell) -> None:
    """The three settings that stand outside the command line."""
    env = {
        "CLAIMTRACK_LEDGER": "other.db",
        "CLAIMTRACK_AUTHOR": "mo",
        "CLAIMTRACK_ZONE": "Europe/Bucharest",
    }

    assert 0 == shell.run("apply", "1.toml", env=env).returncode

    line = shell.run("entries", "--lines", env=env).stdout.splitlines()[0]
    first = json.loads(line)["body"]
    assert "mo" == first["author"]
    assert first["report"]["published_at"].startswith("2025-11-25T22:00Z/")


def test_old_terminal_gets_signs_for_letters(shell: Shell) -> None:
    """Output in an encoding without the letters is no failure."""
    done = shell.run(
        "show", "belarus-talks", "--lang", "ro", env={"PYTHONIOENCODING": "iso-8859-1"}
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"de?inu?i" in done.stdout


def test_version() -> None:
    """The version is that of the distribution."""
    try:
        installed = version("claimtrack")
    except PackageNotFoundError:
        pytest.skip("claimtrack is run from its source, so it has no version")

    done = Shell(Path.cwd()).run("--version")

    assert f"claimtrack, version {installed}" == done.stdout.decode().strip()


def test_importing_the_package_loads_no_command_line() -> None:
    """The package itself needs no click."""
    code = "import sys, claimtrack; print('click' in sys.modules, 'claimtrack.cli' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert "False False\n" == done.stdout
