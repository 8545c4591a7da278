"""Commands by which the desk records something itself."""

import pytest

from tests.desk import Desk


def test_open_claim(desk: Desk) -> None:
    """A claim is opened without a report, and its id is printed."""
    words = ("open-claim", "The talks move to Vilnius", "--kind", "plan", "--text-lang", "en")

    assert "the-talks-move-to-vilnius: unverified (F6)\n" == desk.says(*words)
    claim = desk.json("show", "the-talks-move-to-vilnius")
    assert ("plan", "en", "") == (claim["kind"], claim["lang"], claim["story"])


def test_same_text_is_refused(desk: Desk) -> None:
    """The same text twice in a story needs to be meant."""
    desk.says("open-claim", "It rains", "--id", "rain")

    said = desk.refuses(4, "open-claim", "It rains")
    assert said[0].endswith("already: rain [duplicate-claim]")

    desk.says("open-claim", "It rains", "--id", "more-rain", "--same-text")


def test_rule_and_lift(story: Desk) -> None:
    """A ruling moves the status; lifting it lets the rules judge again."""
    ruled = story.says("rule", "belarus-talks", "confirmed", "--because", "The list is out")
    lifted = story.says("lift-ruling", "belarus-talks", "--because", "The list is a forgery")

    assert (
        """\
belarus-talks                                    disputed (F3) -> confirmed (F3)
    ruled confirmed by the desk: The list is out
"""
        == ruled
    )
    assert (
        """\
belarus-talks                                    confirmed (F3) -> disputed (F3)
    ruling lifted
"""
        == lifted
    )


def test_rule_with_credibility(story: Desk) -> None:
    """A ruling may decide the credibility as well."""
    words = ("rule", "belarus-talks", "refuted", "--credibility", "5", "--because", "No talks")

    story.says(*words)

    assert "F5" == story.json("show", "belarus-talks")["confidence"]["grade"]


def test_every_objection_is_told(story: Desk) -> None:
    """A ruling without reason on a claim that cannot lapse is refused for both."""
    assert [
        "claimtrack: belarus-talks: 2 objections [update-refused]",
        "  a ruling needs a reason",
        "  only a plan or a prediction can lapse, and this is of kind event",
    ] == story.refuses(4, "rule", "belarus-talks", "lapsed", "--because", "")


def test_stale_revision_is_a_conflict(story: Desk) -> None:
    """Who decided on an older state is told that somebody else was first."""
    words = ("rule", "belarus-talks", "confirmed", "--because", "x", "--expected-revision", "3")

    assert ["claimtrack: belarus-talks is at revision 6, expected 3 [conflict]"] == (
        story.refuses(5, *words)
    )


def test_set_confidence(story: Desk) -> None:
    """Credibility is set, and left to the rules again."""
    assert "disputed (F3) -> disputed (F5)" in story.says(
        "set-confidence", "belarus-talks", "5", "--because", "one outlet"
    )
    assert "disputed (F5) -> disputed (F3)" in story.says(
        "set-confidence", "belarus-talks", "rules", "--because", "no more"
    )


def test_note_and_work(story: Desk) -> None:
    """Notes and work move nothing."""
    unmoved = "belarus-talks                                                still disputed (F3)\n"

    assert unmoved == story.says("note", "belarus-talks", "called the embassy")
    assert unmoved == story.says("move-work", "belarus-talks", "checking", "--assignee", "mo")
    assert {"state": "checking", "assignee": "mo", "recheck_by": None} == story.json(
        "show", "belarus-talks"
    )["work"]


def test_link_is_told_of_both(story: Desk) -> None:
    """A link stands on both claims, and both are told."""
    told = story.says("link", "sanctions-easing", "depends_on", "belarus-talks")

    assert "    depends on belarus-talks\n" in told
    assert "    sanctions-easing depends on it\n" in told


def test_sources_are_rated_named_and_withdrawn(story: Desk) -> None:
    """What is learned of a source is told of every claim that rests on it."""
    (source, _) = story.json("show", "belarus-talks")["evidence"]
    name = source["evidence"]["source"]["id"]

    assert 2 == story.says("rate-source", name, "B").count("reported (F3) -> reported (B3)") + 1
    assert "now known by name: three sources" in " ".join(
        story.says("name-source", name, "Jane Doe", "--role", "diplomat").split()
    )
    assert 2 == story.says("withdraw-source", name, "--because", "walked back").count(
        "taken back by the source: Jane Doe (diplomat), via Reuters"
    )


def test_report_is_withdrawn(story: Desk) -> None:
    """All that a report carried is taken back, with the reason on record."""
    words = ("withdraw-report", "https://news.example/1", "--because", "The agency withdrew it")

    told = story.says(*words)

    assert "reported (F3) -> retracted (F6)" in told
    assert (
        "source-not-found"
        in story.refuses(3, "withdraw-source", "office:nobody", "--because", "x")[0]
    )
    assert "report-not-found" in story.refuses(3, *words)[0]


def test_independence_is_shown(story: Desk) -> None:
    """An editor's word on two sources is recorded with how it was shown."""
    evidence = story.json("show", "belarus-talks")["evidence"]
    first, second = (one["evidence"]["source"]["id"] for one in evidence)

    story.says("show-independence", "belarus-talks", first, second, "--because", "met both")

    told = story.says("history", "belarus-talks")
    assert "independence shown: unnamed:reuters:" in " ".join(told.split())
    assert "because: met both" in told


def test_author_is_on_every_entry(story: Desk) -> None:
    """Who writes is an option."""
    story.says("note", "belarus-talks", "called", "--author", "mo")

    assert ["desk", "mo"] == [one["body"]["author"] for one in story.lines("entries")[-2:]]


@pytest.mark.parametrize(
    "words",
    [
        ("rule", "belarus-talks", "true", "--because", "x"),
        ("rule", "belarus-talks", "confirmed"),
        ("set-confidence", "belarus-talks", "7", "--because", "x"),
        ("move-work", "belarus-talks", "asleep"),
        ("link", "belarus-talks", "likes", "sanctions-easing"),
        ("rate-source", "person:x", "G"),
        ("note", "belarus-talks"),
    ],
)
def test_closed_vocabularies_are_usage(story: Desk, words: tuple[str, ...]) -> None:
    """A word that no command knows is a slip at the command line."""
    said = story.refuses(2, *words)

    assert said[0].startswith("claimtrack: ")
    assert said[0].endswith(" [usage]")
    assert f"  see claimtrack {words[0]} --help" == said[-1]
