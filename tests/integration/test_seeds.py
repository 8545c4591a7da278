"""The example stories apply in the order of their names, and say what they are meant to say."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import claimtrack as ct
from claimtrack.interop.follow_up_files import from_dict, parse_toml, to_dict
from claimtrack.model.follow_up import FollowUp
from claimtrack.text.normalize import words
from docs._generate.schemas import follow_up_schema

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "seeds").glob("*/*.toml"))
STORY = [file for file in FILES if file.parent.name == "belarus-talks"]
ARTICLE = ROOT.parent / "shared" / "seed"
GRAM = 6
"""Words in a row that nobody writes twice by chance; ours."""


def read(file: Path) -> FollowUp:
    """Read one seed file."""
    return parse_toml(file.read_bytes(), file.name)


def claims_of(file: Path) -> list[dict[str, Any]]:
    """Give the tables of claims of a seed file."""
    tables = tomllib.loads(file.read_text(encoding="utf-8")).get("claims", [])
    assert isinstance(tables, list)
    return tables


@pytest.fixture
def applied() -> Iterator[tuple[ct.Ledger, list[ct.Changes]]]:
    """Apply the story to a new ledger, and keep what each file did."""
    with ct.open_ledger("memory:", author="desk", zone="Europe/Bucharest") as ledger:
        yield ledger, [change for file in STORY for change in ledger.apply([read(file)])]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_file_can_be_read_and_written(file: Path) -> None:
    """Every file is a follow-up, and plain data carries all of it."""
    follow_up = read(file)

    assert follow_up == from_dict(json.loads(json.dumps(to_dict(follow_up))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_schema_accepts_the_file(file: Path) -> None:
    """An editor that knows the schema finds nothing wrong with a file."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    # As JSON has it: TOML's dates are text.
    plain = json.loads(json.dumps(data, default=lambda value: value.isoformat()))

    Draft202012Validator(follow_up_schema()).validate(plain)


def test_first_report_holds_the_facts_of_the_article() -> None:
    """23 claims; 24 statements, 16 of them in the report's own voice; two responses on three."""
    follow_up = read(STORY[0])
    updates = [item.update for item in follow_up.items]
    given = [one.evidence for one in updates if isinstance(one, ct.EvidenceGiven)]
    answers = [one.response for one in updates if isinstance(one, ct.CommentAnswered)]

    assert 23 == sum(isinstance(one, ct.ClaimOpened) for one in updates)
    assert Counter({"ro": 23}) == Counter(
        one.lang for one in updates if isinstance(one, ct.Translated)
    )
    assert {True: 16, False: 8} == Counter(evidence.own_voice for evidence in given)
    assert {
        "John Coale": 1,
        "US officials": 1,
        "Western human rights organisations": 2,
        "sources familiar with the matter": 4,
    } == Counter(evidence.source.label for evidence in given if not evidence.own_voice)
    assert {
        ("declined", "White House"): 3,
        ("no_reply", "Embassy of Belarus in Washington"): 3,
    } == (Counter((answer.outcome, answer.party.label) for answer in answers))


def test_times_are_those_of_the_reference_reading() -> None:
    """Each answer to "when" reaches from the first day to the last that the article allows."""
    windows = {
        item.claim_id: item.update.value.window
        for item in read(STORY[0]).items
        if isinstance(item.update, ct.SlotAnswered) and item.update.slot == "when"
    }
    days = {
        "sanctions-partly-lifted": ("2025-09-01", "2025-11-26"),
        "september-release": ("2025-09-01", "2025-09-30"),
        "largest-release": ("", "2025-11-26"),
        "arrests-go-on": ("2025-11-26", "2025-11-26"),
        "nuclear-plant-proposal": ("2025-09-01", "2025-11-26"),
        "ukrainians-pardoned": ("2025-11-22", "2025-11-23"),
        "coale-appointed": ("2025-11-01", "2025-11-10"),
        "direct-contacts": ("2025-02-26", "2025-11-26"),
        "treasury-lifting-sanctions": ("2025-02-26", "2025-11-26"),
        "potash-relief-discussed": ("2025-01-01", "2025-11-26"),
        "embassy-closed": ("2022-01-01", "2022-12-31"),
    }

    assert days.keys() == windows.keys()
    for claim_id, (first, last) in days.items():
        window = windows[ct.ClaimId(claim_id)]
        assert window is not None
        begins = window.earliest.date().isoformat() if window.earliest else ""
        whole = ct.Window.parse(last)
        assert (first, whole.latest) == (begins, window.latest), claim_id


@pytest.mark.parametrize("file", STORY[1:], ids=lambda file: file.name)
def test_what_is_made_up_says_so(file: Path) -> None:
    """Invented reports are marked, come after the article, and quote nobody."""
    follow_up = read(file)
    report = follow_up.report

    assert "ILLUSTRATIVE" in file.read_text(encoding="utf-8").split("format")[1]
    assert report.title.startswith("[illustrative] ")
    assert ".example/" in report.url
    assert report.published_at is not None
    assert report.published_at.earliest is not None
    assert report.published_at.earliest >= datetime(2025, 11, 26, 22, tzinfo=UTC)
    for item in follow_up.items:
        match item.update:
            case ct.EvidenceGiven(evidence=evidence):
                assert "" == evidence.wording
            case ct.CommentAnswered(response=response):
                assert "" == response.wording


def test_story_moves_as_its_readme_says(
    applied: tuple[ct.Ledger, list[ct.Changes]],
) -> None:
    """A relay moves nothing, a denial disputes, an envoy confirms, a withdrawal retracts."""
    ledger, changes = applied
    moves = [
        {change.claim_id: str(change.after.status) for change in each.claims if change.is_move}
        for each in changes
    ]

    assert 23 == len(moves[0])
    assert {"reported"} == set(moves[0].values())
    assert [
        {},
        {"belarus-talks": "disputed"},
        {},
        {"second-group": "reported"},
        {"embassy-return-offer": "confirmed"},
        {"second-group": "retracted"},
    ] == moves[1:]
    assert "F2" == ledger.claim("embassy-reopening-wish").confidence.grade
    assert "F3" == ledger.claim("belarus-talks").confidence.grade


def test_story_answers_who_and_when(applied: tuple[ct.Ledger, list[ct.Changes]]) -> None:
    """What was unclear has candidates in the end, and the figure has risen."""
    ledger, _ = applied
    slots = {slot.name: slot for slot in ledger.claim("belarus-talks").slots}

    assert {"candidates"} == {slot.state.value for slot in slots.values()}
    assert {"how_many": 3, "who": 2, "when": 2} == {
        name: len(slot.candidates) for name, slot in slots.items()
    }
    assert [100, 100, 130] == [
        candidate.value.figure.low
        for candidate in slots["how_many"].candidates
        if candidate.value.figure is not None
    ]


def test_late_answer_is_late(applied: tuple[ct.Ledger, list[ct.Changes]]) -> None:
    """The embassy's denial belongs to the request that it had left unanswered."""
    ledger, _ = applied
    enquiries = {
        enquiry.latest.response.party.label: [heard.response for heard in enquiry.heard]
        for enquiry in ledger.claim("belarus-talks").enquiries
    }

    assert [("no_reply", False), ("denied", True)] == [
        (response.outcome.value, response.late)
        for response in enquiries["Embassy of Belarus in Washington"]
    ]


def test_story_applied_twice_changes_nothing(
    applied: tuple[ct.Ledger, list[ct.Changes]],
) -> None:
    """Every file is known again."""
    ledger, _ = applied

    assert all(change.was_applied for change in ledger.apply(read(file) for file in STORY))


@pytest.mark.skipif(not ARTICLE.is_dir(), reason="the reference article is not here")
def test_no_sentence_of_the_article_is_ours() -> None:
    """No six words in a row of our Romanian texts stand in the article."""
    (article,) = ARTICLE.glob("*.txt")
    theirs = _grams(article.read_text(encoding="utf-8"))
    texts = [table["translations"]["ro"] for file in STORY for table in claims_of(file)]
    texts += [
        source.get("labels", {}).get("ro", "")
        for file in STORY
        for source in tomllib.loads(file.read_text("utf-8")).get("sources", {}).values()
    ]

    assert set() == theirs & {gram for text in texts for gram in _grams(text)}


def _grams(text: str) -> set[tuple[str, ...]]:
    folded = words(text)
    return {folded[at : at + GRAM] for at in range(len(folded) - GRAM + 1)}
