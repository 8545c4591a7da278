"""Applying follow-up files."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from claimtrack.cli._files import follow_ups
from claimtrack.cli._interrupts import Interrupts
from claimtrack.interop.follow_up_files import Located
from tests.desk import DENIAL, FIRST, Desk

REVIEW = """
[[updates]]
claim = "belarus-talks"
note = "told by phone"
review = "who called?"
"""


def line(number: int, claim: str = "belarus-talks", **more: object) -> str:
    """Write a follow-up as a line of JSON."""
    follow_up = {
        "report": {"outlet": "Example Daily", "url": f"https://daily.example/{number}"},
        "updates": [{"claim": claim, "note": f"note {number}"}],
    }
    return json.dumps({**follow_up, **more}) + "\n"


def test_files_are_told_as_they_are_applied(desk: Desk) -> None:
    """For each file the report, and what it changed; then the brief."""
    told = desk.says("apply", "1.toml", "2.toml", "--brief")

    assert (
        """\
1.toml: Example News, 2025-11-26
  opened, reported (F3): belarus-talks, sanctions-easing
2.toml: Example Wire, 2025-12-02
  belarus-talks                                   reported (F3) -> disputed (F3)
      denied by Embassy of Belarus in Washington, via Example Wire

Story: belarus-prisoners
========================
WHAT WE KNOW
sanctions-easing                                    reported, possibly true (F3)
  The United States could consider easing sanctions
    according to three sources familiar with the matter, via Reuters
    one origin: Reuters

WHAT IS DISPUTED
belarus-talks                                       disputed, possibly true (F3)
  The United States and Belarus are negotiating the release of prisoners
    according to three sources familiar with the matter, via Reuters
    unclear who or when; one origin: Reuters; denied by Embassy of Belarus in
      Washington

WHAT WE DO NOT KNOW
belarus-talks: unclear who or when

WHO WAS ASKED
White House declined to comment (asked by Reuters): belarus-talks,
    sanctions-easing
"""
        == told
    )


def test_told_in_romanian(desk: Desk) -> None:
    """The same act, told in Romanian."""
    told = desk.says("apply", "1.toml", "2.toml", "--brief", "--lang", "ro")

    assert "  deschisă, relatată (F3): belarus-talks, sanctions-easing\n" in told
    assert "  Statele Unite și Belarus negociază eliberarea unor deținuți\n" in told
    assert "White House nu a dorit să comenteze" in told


def test_again_changes_nothing(story: Desk) -> None:
    """A file that was applied is told as such, and the brief is there all the same."""
    told = story.says("apply", "2.toml", "--brief")

    assert told.startswith("2.toml: Example Wire, 2025-12-02\n  applied before, nothing changed\n")
    assert "WHAT IS DISPUTED" in told


def test_standard_input(desk: Desk) -> None:
    """``-`` is TOML or JSON lines, told apart by how it begins."""
    desk.says("apply", "-", stdin=FIRST)
    desk.says("apply", "-", stdin=f"\n \n{line(3)}\n{line(4)}")
    desk.says("apply", "-", stdin=b"\xef\xbb\xbf" + DENIAL.encode())

    assert ["note 3", "note 4"] == [
        one["text"] for one in desk.json("show", "belarus-talks")["notes"]
    ]


def test_file_of_lines_is_whole_or_not_at_all(story: Desk) -> None:
    """Where one line is refused, none of its file is applied."""
    Path("3.jsonl").write_text(line(3) + line(4, "no-such-claim"), encoding="utf-8")

    said = story.refuses(3, "apply", "3.jsonl")

    reason = "no such claim in this ledger: 'no-such-claim' @ $.updates[0]"
    assert [f"claimtrack: 3.jsonl: line 2: {reason} [claim-not-found]"] == said
    assert [] == story.json("show", "belarus-talks")["notes"]


def test_first_bad_file_ends_it(desk: Desk) -> None:
    """Those before it stay applied, and it is said which."""
    Path("bad.toml").write_text("[report]\nurl = 'https://x.example'\nbogus = 1\n", "utf-8")

    result = desk.run("apply", "1.toml", "bad.toml", "2.toml")

    assert 6 == result.exit_code
    assert result.stdout.startswith("1.toml: Example News")
    said = result.stderr.splitlines()
    assert "claimtrack: bad.toml: " in said[0]
    assert ["  applied: 1.toml", "  not applied: bad.toml, 2.toml"] == said[-2:]
    assert "reported" == desk.json("show", "belarus-talks")["status"]


def test_every_problem_has_its_line(desk: Desk) -> None:
    """All that is wrong with a file is said at once."""
    Path("bad.toml").write_text(
        FIRST.replace("count = 3", "count = 0").replace('"declined"', '"shrugged"'), "utf-8"
    )

    said = desk.refuses(6, "apply", "bad.toml")

    assert "claimtrack: bad.toml: 2 problems [follow-up-file]" == said[0]
    assert 3 == len(said)
    assert all(one.startswith("  ") and " @ $." in one for one in said[1:])


def test_changed_content_is_refused_unless_amending(story: Desk) -> None:
    """A key that was applied with other content is refused with the differences."""
    Path("2.toml").write_text(DENIAL.replace('"denies"', '"doubts"'), encoding="utf-8")

    said = story.refuses(4, "apply", "2.toml")
    assert "was applied with other content [already-applied]" in said[0]
    assert ["  - belarus-talks", "  + belarus-talks"] == [one[:17] for one in said[1:]]

    assert "disputed (F3) -> reported (F3)" in story.says("apply", "2.toml", "--amend")


def test_review_must_be_accepted(story: Desk) -> None:
    """What a person must look at is applied when told so."""
    Path("3.toml").write_text('[report]\nurl = "https://x.example/3"\n' + REVIEW, encoding="utf-8")

    said = story.refuses(4, "apply", "3.toml")
    problem = "line 4: still under review: who called? @ $.updates[0]"
    assert [f"claimtrack: 3.toml: {problem} [under-review]"] == said

    story.says("apply", "3.toml", "--accept")


def test_all_that_the_record_objects_to_is_told(story: Desk) -> None:
    """Each with the path of its table, once, however many claims the table names."""
    Path("3.toml").write_text(
        """
        report = { url = "https://x.example/3" }
        updates = [
            { claims = ["belarus-talks", "sanctions-easing"], unclear = ["why"], review = "who?" },
            { claims = ["belarus-talks", "nobody-s"], note = "seen" },
            { claim = "belarus-talks", close = { slot = "who", text = "Jane" } },
        ]
        withdrawals = [{ report = "https://nowhere.example" }]

        [[claims]]
        id = "again"
        text = "The United States could consider easing sanctions"
        lang = "en"
        story = "belarus-prisoners"
        """,
        encoding="utf-8",
    )
    before = story.says("export")

    same = "the story has a claim with the same text already"
    assert [
        "claimtrack: 3.toml: 5 objections [follow-up-refused]",
        "  line 3: still under review: who? @ $.updates[0]",
        "  line 3: no such claim in this ledger: 'nobody-s' @ $.updates[1]",
        "  line 3: belarus-talks: closing a slot needs a reason @ $.updates[2]",
        "  line 8: no such report in this ledger: 'https://nowhere.example' @ $.withdrawals[0]",
        f"  line 10: {same}: sanctions-easing @ $.claims[0]",
    ] == story.refuses(4, "apply", "3.toml")
    assert before == story.says("export")


def test_every_bad_line_is_told(story: Desk) -> None:
    """What is wrong with later lines need not wait for the first to be mended."""
    lines = line(1) + "{}\n" + line(2) + "[]\n"

    said = story.refuses(6, "apply", "-", stdin=lines)

    assert "claimtrack: -: 2 problems [follow-up-file]" == said[0]
    assert ["  line 2", "  line 4"] == [one.partition(":")[0] for one in said[1:]]


def test_objections_have_the_number_of_their_line(story: Desk) -> None:
    """A pipe of many follow-ups is searched by the line."""
    lines = line(1) + line(2, "nobody-s") + line(3)

    said = story.refuses(3, "apply", "-", stdin=lines)

    reason = "no such claim in this ledger: 'nobody-s' @ $.updates[0]"
    assert [f"claimtrack: -: line 2: {reason} [claim-not-found]"] == said


@pytest.fixture
def ctrl_c(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have Ctrl-C come where the files that are put on the list are read."""
    files: list[str] = []

    def interrupted(file: BinaryIO, name: str) -> Iterator[Located]:
        for follow_up in follow_ups(file, name):
            if f"before {name}" in files:
                signal.raise_signal(signal.SIGINT)
            yield follow_up
            if f"after {name}" in files:
                signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("claimtrack.cli.applying.follow_ups", interrupted)
    return files


def test_interruption_says_what_was_applied(desk: Desk, ctrl_c: list[str]) -> None:
    """The file at hand is not applied, those before it are, and all of it is said."""
    ctrl_c.append("before 2.toml")

    result = desk.run("apply", "1.toml", "2.toml")

    assert 130 == result.exit_code
    assert [
        "claimtrack: interrupted [interrupted]",
        "  applied: 1.toml",
        "  not applied: 2.toml",
    ] == result.stderr.splitlines()
    assert "reported" == desk.json("show", "belarus-talks")["status"]
    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)


def test_interruption_too_late_for_a_file_counts_it(desk: Desk, ctrl_c: list[str]) -> None:
    """Once all of a file was taken it is applied, and said to be."""
    ctrl_c.append("after 1.toml")

    result = desk.run("apply", "1.toml", "2.toml", "--json")
    told = json.loads(result.stdout)

    assert 130 == result.exit_code
    assert ["1.toml"] == [one["file"] for one in told["applied"]]
    assert (["2.toml"], "interrupted") == (told["not_applied"], told["error"]["code"])
    assert "reported" == desk.json("show", "belarus-talks")["status"]


def test_second_interruption_is_not_held_back() -> None:
    """Whoever insists is heard at once."""
    heard = []
    with pytest.raises(KeyboardInterrupt), Interrupts():
        signal.raise_signal(signal.SIGINT)
        heard.append("once")
        signal.raise_signal(signal.SIGINT)
        heard.append("twice")

    assert ["once"] == heard
    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)


def test_interruptions_that_are_ignored_stay_ignored() -> None:
    """A program that was started to ignore Ctrl-C goes on doing so."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interrupts():
            signal.raise_signal(signal.SIGINT)
        assert signal.SIG_IGN is signal.getsignal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_object(desk: Desk) -> None:
    """One object says what became of every follow-up, and holds the briefs."""
    told = desk.json("apply", "1.toml", "2.toml", "--brief")

    assert [
        ("1.toml", "https://news.example/1", ["belarus-talks", "sanctions-easing"]),
        ("2.toml", "https://wire.example/2", ["belarus-talks"]),
    ] == [
        (one["file"], one["key"], [change["claim_id"] for change in one["claims"]])
        for one in told["applied"]
    ]
    assert ["belarus-prisoners"] == [brief["story"] for brief in told["briefs"]]
    (change,) = told["applied"][1]["claims"]
    assert ("reported", "disputed") == (change["before"]["status"], change["after"]["status"])


def test_lines(desk: Desk) -> None:
    """A line for each follow-up, then one for each brief."""
    first, second, brief = desk.lines("apply", "1.toml", "2.toml", "--brief")

    assert [False, False] == [first["was_applied"], second["was_applied"]]
    assert "belarus-prisoners" == brief["story"]


def test_many_follow_ups_are_summed_up(story: Desk) -> None:
    """Of a long file the sum is told; progress goes to standard error, when asked for."""
    Path("many.jsonl").write_text("".join(map(line, range(2_500))), encoding="utf-8")

    result = story.run("apply", "many.jsonl", "--progress")

    assert "many.jsonl: 2,500 follow-ups, 2,500 entries\n" == result.stdout
    assert [
        "claimtrack: many.jsonl: 1,000 follow-ups",
        "claimtrack: many.jsonl: 2,000 follow-ups",
    ] == result.stderr.splitlines()


def test_claims_without_a_story_have_a_brief(desk: Desk) -> None:
    """A claim that belongs to no story is told by itself."""
    claims = [{"id": "alone", "text": "It rains"}]
    told = desk.says("apply", "-", "--brief", stdin=line(3, "alone", claims=claims))

    assert "Story:" not in told
    assert "WHAT IS NOT VERIFIED\nalone" in told


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_file_must_be_there(desk: Desk, name: str) -> None:
    """A file that is not there is a slip at the command line; nothing is applied, nothing made."""
    said = desk.refuses(2, "apply", "1.toml", name)

    assert said[0].endswith("[usage]")
    assert not Path("desk.db").exists()
