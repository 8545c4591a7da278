"""What is written for people reads back as it was."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given

from claimtrack.interop.follow_up_files import parse_toml
from claimtrack.interop.follow_up_toml import to_toml
from claimtrack.model.evidence import Evidence
from claimtrack.model.follow_up import FollowUp, Item
from claimtrack.model.report import Report
from claimtrack.model.source import anonymous
from claimtrack.model.updates import ClaimOpened, EvidenceGiven
from tests.strategies import follow_ups

REPORT = Report("Example News", url="https://news.example/1", published_at="2026-04-14")
OPENED = Item(claim_id="talks", update=ClaimOpened(text='Talks "go on"'), if_new=True)
GIVEN = Item(
    claim_id="talks",
    update=EvidenceGiven(evidence=Evidence(source=anonymous("three\ttabs", count=3))),
)


@given(follow_ups)
def test_it_reads_back(follow_up: FollowUp) -> None:
    """parse_toml(to_toml(x)) == x, for every follow-up that a file can say."""
    assert follow_up == parse_toml(to_toml(follow_up).encode())


def test_comments_stand_in_front_of_their_table() -> None:
    """Each claim and update has its own, and they are given what stands in it."""
    seen = []

    def _comments(table: Mapping[str, Any]) -> Iterator[str]:
        seen.append(table.get("text") or table.get("claim"))
        yield f"about {seen[-1]}"

    text = to_toml(FollowUp(report=REPORT, items=[OPENED, GIVEN]), comments=_comments)

    assert ['Talks "go on"', "talks"] == seen
    assert '[[claims]]\n# about Talks "go on"\nid = "talks"' in text
    assert '[[updates]]\n# about talks\nclaim = "talks"' in text


def test_tables_are_apart_for_the_eye() -> None:
    """An empty line stands between tables, and an update is one line of evidence."""
    text = to_toml(FollowUp(report=REPORT, items=[OPENED, GIVEN]))

    assert "\n\n[[updates]]\n" in text
    assert 'evidence = {source = "three-tabs"}' in text
    assert {"three-tabs"} == tomllib.loads(text)["sources"].keys()
