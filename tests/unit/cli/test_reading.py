"""Commands that ask."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from docs._generate.schemas import entry_schema
from tests.desk import Desk


def test_show(story: Desk) -> None:
    """All that is on record about a claim, on one page."""
    assert """\
belarus-talks                                       disputed, possibly true (F3)
  The United States and Belarus are negotiating the release of prisoners
  confidence  possibly true (F3): unclear who or when; one origin: Reuters;
                denied by Embassy of Belarus in Washington; White House declined
                to comment
  ro          Statele Unite și Belarus negociază eliberarea unor deținuți
  story       belarus-prisoners
  kind        event
  opened      2025-12-01 09:00 UTC
  latest      2025-12-01 10:00 UTC, revision 6

EVIDENCE
  3  according to three sources familiar with the matter, via Reuters
     Example News, 2025-11-26, https://news.example/1
     unnamed:reuters:sources-familiar-with-the-matter:f1372b7c
  6  denied by Embassy of Belarus in Washington, via Example Wire (party to the
       matter)
     Example Wire, 2025-12-02T14:10+01:00, https://wire.example/2
     office:embassy-of-belarus-in-washington

WHO WAS ASKED
  5  White House declined to comment (asked by Reuters)

ANSWERS
  who   unclear
  when  unclear
""" == story.says("show", "belarus-talks")


def test_show_in_romanian(story: Desk) -> None:
    """The page in Romanian has the Romanian text."""
    page = story.says("show", "belarus-talks", "--lang", "ro")

    assert "  Statele Unite și Belarus negociază eliberarea unor deținuți\n" in page
    assert "\nDOVEZI\n" in page


def test_show_as_known_then(story: Desk) -> None:
    """A time gives the claim as it was known then."""
    then = story.json("show", "belarus-talks", "--known-at", "2025-12-01T09:30Z")
    now = story.json("show", "belarus-talks")

    assert ("reported", "disputed") == (then["status"], now["status"])
    said = story.refuses(3, "show", "belarus-talks", "--known-at", "2025-11-30")
    assert "was not known then" in said[0]


def test_show_everything(story: Desk) -> None:
    """Ruling, links, notes and work have their place on the page."""
    story.says("rule", "belarus-talks", "confirmed", "--because", "Both published the list")
    story.says("link", "sanctions-easing", "depends_on", "belarus-talks")
    story.says("note", "belarus-talks", "called the embassy")
    story.says("move-work", "belarus-talks", "waiting", "--assignee", "mo")

    page = story.says("show", "belarus-talks")

    assert "ruled confirmed by the desk: Both published the list" in page
    assert "\nLINKS\n  8  sanctions-easing depends on it\n" in page
    assert "\nNOTES\n  9  called the embassy\n" in page
    assert "work waiting, mo" in " ".join(page.split())


def test_list(story: Desk) -> None:
    """Claims in the order of their opening, each with where it stands."""
    assert """\
belarus-talks                                       disputed, possibly true (F3)
  The United States and Belarus are negotiating the release of prisoners
sanctions-easing                                    reported, possibly true (F3)
  The United States could consider easing sanctions
""" == story.says("list")


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ((), ["belarus-talks", "sanctions-easing"]),
        (("--status", "disputed"), ["belarus-talks"]),
        (("--story", "belarus-prisoners"), ["belarus-talks", "sanctions-easing"]),
        (("--work", "new"), ["belarus-talks", "sanctions-easing"]),
        (("--unclear", "when"), ["belarus-talks"]),
        (("--text", "NEGOCIAZĂ detinuti"), ["belarus-talks"]),
        (("--source", "office:embassy-of-belarus-in-washington"), ["belarus-talks"]),
        (("--report", "https://wire.example/2"), ["belarus-talks"]),
        (("--recorded-since", "2025-12-01T09:30Z"), ["belarus-talks"]),
        (("--reported-since", "2025-12-01"), ["belarus-talks"]),
        (("--limit", "1"), ["belarus-talks"]),
    ],
)
def test_list_conditions(story: Desk, conditions: tuple[str, ...], found: list[str]) -> None:
    """Every condition of the ledger is an option; all must hold."""
    assert found == [one["id"] for one in story.lines("list", *conditions)]
    assert found == [one["id"] for one in story.json("list", *conditions)["claims"]]


def test_list_tells_claims_in_the_language(story: Desk) -> None:
    """In translation where there is one, and else as the desk put it."""
    told = story.says("list", "--lang", "ro")

    assert "Statele Unite și Belarus negociază eliberarea unor deținuți" in told
    assert "The United States could consider easing sanctions" in told


def test_list_row(story: Desk) -> None:
    """A row has the attributes of a summary, with times in words that machines read."""
    row, _ = story.lines("list")

    assert ("disputed", 3, "F", "F3") == (
        row["status"],
        row["credibility"],
        row["reliability"],
        row["grade"],
    )
    assert "2025-12-01T10:00:00Z" == row["recorded_at"]
    assert row["recheck_by"] is None
    assert not [name for name in row if name.endswith("_us")]


def test_history(story: Desk) -> None:
    """Every entry: when, who, what, and where the claim stood then."""
    told = story.says("history", "sanctions-easing")

    assert (
        """\
   1  2025-12-01 09:00 UTC  desk                                 unverified (F6)
      claim opened: The United States could consider easing sanctions
   2  2025-12-01 09:00 UTC  desk                                   reported (F3)
      according to three sources familiar with the matter, via Reuters
   3  2025-12-01 09:00 UTC  desk                                   reported (F3)
      White House declined to comment (asked by Reuters)
"""
        == told
    )


def test_history_as_known_then(story: Desk) -> None:
    """Entries after a time are left out."""
    known = story.lines("history", "belarus-talks", "--known-at", "2025-12-01T09:30Z")

    assert [1, 2, 3, 4, 5] == [one["body"]["revision"] for one in known]


def test_history_gives_the_reason(story: Desk) -> None:
    """Why an entry was written stands below it."""
    story.says("rule", "belarus-talks", "confirmed", "--because", "Both published the list")

    told = story.says("history", "belarus-talks").splitlines()
    assert ["      ruled: confirmed", "      because: Both published the list"] == told[-2:]


def test_explain(story: Desk) -> None:
    """Every rule, met or not, the entries that it rests on, and what would meet it."""
    told = " ".join(story.says("explain", "belarus-talks").split())

    assert "judged by newsroom 1; the stamp is what the policy gives today" in told
    assert "RULES: THE FIRST THAT IS MET DECIDES no ruling: a ruling" in told
    assert (
        "yes plain on both sides: plain support and plain contradiction (entries 3 and 6)" in told
    )
    assert "also plain support: attributed support (entry 3)" in told
    assert "would meet it: a ruling, with a reason" in told
    assert "CAVEATS 4 unclear who or when" in told


def test_explain_object(story: Desk) -> None:
    """Findings for machines, and whether the stamp differs."""
    told = story.json("explain", "belarus-talks")

    assert told["differs"] is False
    assert told["stamped"] == told["recomputed"]
    assert ["plain on both sides"] == [
        one["rule"] for one in told["findings"] if one["met"] == "yes"
    ]


def test_brief(story: Desk) -> None:
    """The brief of all, of a story, of some claims; of the past; with what changed."""
    assert story.says("brief") == story.says("brief", "--story", "belarus-prisoners")
    assert "belarus-talks" not in story.says("brief", "sanctions-easing")
    assert "WHAT IS DISPUTED" not in story.says("brief", "--known-at", "2025-12-01T09:30Z")
    assert (
        story.says("brief", "--since", "2025-12-01T09:30Z").splitlines()[-3:]
        == """\
WHAT CHANGED SINCE 2025-12-01 09:30 UTC
belarus-talks                                     reported (F3) -> disputed (F3)
    denied by Embassy of Belarus in Washington, via Example Wire""".splitlines()
    )
    assert "claim-not-found" in story.refuses(3, "brief", "no-such-claim")[0]


def test_brief_object(story: Desk) -> None:
    """The brief as values; news says what kind it is."""
    told = story.json("brief", "--since", "2025-12-01T09:30Z")

    assert ["sanctions-easing"] == [one["claim_id"] for one in told["known"]]
    assert ["said"] == [news["kind"] for news in told["changed"][0]["news"]]
    assert "2025-12-01T09:30:00Z" == told["since"]


def test_due(story: Desk) -> None:
    """A claim is due by its recheck time, and says why."""
    story.says("move-work", "belarus-talks", "waiting", "--recheck-by", "2026-01-15")

    assert "" == story.says("due", "--at", "2026-01-14")
    told = story.says("due", "--at", "2026-01-15")
    assert "    time to look again\n" in told
    assert [["recheck"]] == [one["reasons"] for one in story.lines("due", "--at", "2026-02-01")]


def test_due_now(story: Desk) -> None:
    """Without a time the ledger's clock decides."""
    assert "" == story.says("due")


def test_zone_moves_the_day(story: Desk) -> None:
    """A day ends when it ends in the zone."""
    words = ("move-work", "belarus-talks", "waiting", "--recheck-by", "2026-01-15")

    story.says(*words, "--zone", "Europe/Bucharest")

    assert (
        "2026-01-15T21:59:59.999999Z" == story.json("show", "belarus-talks")["work"]["recheck_by"]
    )


def test_entries(story: Desk) -> None:
    """The feed: every entry as an export has it, from anywhere."""
    entries = story.lines("entries")
    exported = [json.loads(row) for row in story.says("export").splitlines()]

    assert list(range(1, 10)) == [one["position"] for one in entries]
    assert [one for one in exported if "body" in one] == entries
    assert entries[7:] == story.lines("entries", "--after", "7")
    assert entries[7:] == story.json("entries", "--after", "7")["entries"]


def test_entries_for_programs_are_those_of_the_schema(story: Desk) -> None:
    """One shape of an entry, whichever command gives it."""
    schema = Draft202012Validator(entry_schema())
    entries = story.lines("entries")
    history = story.lines("history", "belarus-talks")

    assert [one for one in entries if one["body"]["claim_id"] == "belarus-talks"] == history
    assert history == story.json("history", "belarus-talks")["entries"]
    assert [] == [error for one in entries for error in schema.iter_errors(one)]


def test_entries_for_people(story: Desk) -> None:
    """The feed names each entry by its claim and revision."""
    told = story.says("entries", "--after", "8").splitlines()

    assert [
        "   9  belarus-talks/6  2025-12-01 10:00 UTC  desk                  disputed (F3)",
        "      denied by Embassy of Belarus in Washington, via Example Wire (party to the",
        "        matter)",
    ] == told


@pytest.mark.parametrize(
    "words",
    [
        ("show", "x"),
        ("list",),
        ("history", "x"),
        ("explain", "x"),
        ("brief",),
        ("due",),
        ("entries",),
        ("export",),
        ("check",),
        ("rebuild",),
    ],
)
def test_questions_make_no_ledger(desk: Desk, words: tuple[str, ...]) -> None:
    """Who asks a ledger that is not there is told so, and none is made."""
    said = desk.refuses(7, *words)

    assert ["claimtrack: there is no ledger at desk.db [store-unavailable]"] == said
    assert not Path("desk.db").exists()
