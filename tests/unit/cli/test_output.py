"""Printing for people and for machines."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import get_args

import pytest

from claimtrack.brief import News
from claimtrack.cli._output import _NEWS, plain
from claimtrack.model.figure import Figure
from claimtrack.model.report import Report
from tests.desk import Desk

EVIL = "x\x1b]0;owned\x07\x9b31m\u202egnp.exe\u2066"
"""A terminal's title, a colour and a reversed name."""


@pytest.fixture
def hostile(desk: Desk) -> Desk:
    """Sit down at a ledger with a hostile claim."""
    follow_up = {
        "report": {"outlet": EVIL, "url": "https://evil.example/\u202e"},
        "sources": {"s": {"description": EVIL, "told": EVIL}},
        "claims": [{"id": "evil", "text": f"{EVIL}\n\nforged: confirmed", "story": "s"}],
        "updates": [
            {"claim": "evil", "evidence": {"source": "s", "wording": EVIL, "hedges": [EVIL]}},
            {"claim": "evil", "answer": {"slot": "who", "text": EVIL, "source": "s"}},
            {"claim": "evil", "response": {"party": "s", "outcome": "declined"}},
            {"claim": "evil", "note": EVIL},
        ],
    }
    desk.says("apply", "-", stdin=json.dumps(follow_up))
    desk.says("rule", "evil", "confirmed", "--because", EVIL, "--author", EVIL)
    return desk


@pytest.mark.parametrize(
    "words",
    [
        ("show", "evil"),
        ("list",),
        ("history", "evil"),
        ("explain", "evil"),
        ("brief", "--since", "2025-01-01"),
        ("entries",),
        ("note", "evil", EVIL),
        ("rule", "evil", "refuted", "--because", EVIL),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",), ("--lines",)])
def test_nothing_acts_on_the_terminal(
    hostile: Desk, words: tuple[str, ...], form: tuple[str, ...]
) -> None:
    """Controls and overrides are written out, for people and in JSON."""
    said = hostile.says(*words, *form)

    assert "owned" in said or words[0] == "rule" or words[0] == "note"
    assert set() == set(EVIL) & set("\x1b\x07\x9b\u202e\u2066") & set(said)
    assert [] == [row for row in said.splitlines() if row.startswith("forged")]


def test_escaped_json_is_the_same_text(hostile: Desk) -> None:
    """A parser reads what was recorded."""
    assert EVIL == hostile.json("show", "evil")["notes"][0]["text"]
    assert EVIL == hostile.lines("entries")[-1]["body"]["author"]


def test_hostile_arguments_are_harmless(hostile: Desk) -> None:
    """What is wrong is told without being obeyed."""
    for said in (hostile.refuses(6, "show", EVIL), hostile.refuses(2, EVIL)):
        assert set() == set("\x1b\x07\x9b\u202e\u2066") & set("".join(said))


def test_terminal_that_lacks_letters(story: Desk) -> None:
    """An old terminal gets a sign in the place of a letter; machines get UTF-8 all the same."""
    runner = type(story.runner)(charset="latin-1")
    desk = type(story)(runner, story.folder)

    text = desk.run("show", "belarus-talks", "--lang", "ro").stdout_bytes
    told = desk.run("show", "belarus-talks", "--lang", "ro", "--json").stdout_bytes

    assert b"Statele Unite ?i Belarus negociaz? eliberarea unor de?inu?i" in text
    assert "deținuți" in told.decode("utf-8")


def test_plain_values() -> None:
    """Times are in UTC, numbers exact, and what has an id shows it."""
    moment = datetime(2025, 12, 1, 8, tzinfo=UTC)

    assert {"at": "2025-12-01T08:00:00Z", "of": ["1.5"], "in": ["a", "b"], "is": "ab"} == plain(
        {"at": moment, "of": (Decimal("1.5"),), "in": frozenset("ab"), "is": b"\xab"}
    )
    assert "https://x.example" == plain(Report("X", url="https://x.example"))["id"]
    assert "100" == plain(Figure.at_least(100))["low"]


def test_every_news_has_a_name() -> None:
    """No news is printed that a machine could not tell from other news."""
    assert set(get_args(News)) == set(_NEWS)
