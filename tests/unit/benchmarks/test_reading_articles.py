"""The gold files of `tests/articles` are what their README says."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "articles"
NAMES = sorted(f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("*/*.json"))

RESPONSES = {
    "declined_to_comment", "declined_details", "cannot_comment", "did_not_respond",
    "could_not_be_reached", "not_available", "not_yet_reacted", "referred_elsewhere",
    "under_review", "neither_confirmed_nor_denied", "could_not_confirm", "unaware",
    "denied", "confirmed",
}  # fmt: skip
BOUNDS = {"exact", "ge", "gt", "le", "lt", "approx", "below", "above", "between", "vague"}
FACETS = {"who", "when", "what", "where", "how_many", "why", "how", "whether"}


def load(name: str) -> tuple[dict[str, Any], str]:
    """Give the gold file and the text of an article."""
    gold: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return gold, (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")


def spans(value: object) -> Iterator[dict[str, Any]]:
    """Give everything that says where it stands."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("name", NAMES)
def test_every_span_is_in_the_text(name: str) -> None:
    """The words of a span are those that stand there, without space around."""
    gold, text = load(name)

    assert [] == [
        one
        for one in spans({key: part for key, part in gold.items() if key != "article"})
        if text[one["start"] : one["end"]] != one["text"] or one["text"] != one["text"].strip()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_text_is_normalized(name: str) -> None:
    """A text is NFC, ends with one line feed, and is as long as its gold file says."""
    gold, text = load(name)

    assert unicodedata.normalize("NFC", text) == text
    assert "\n" == text[len(text.rstrip()) :]
    assert gold["article"]["chars"] == len(text)
    assert "\r" not in text


@pytest.mark.parametrize("name", NAMES)
def test_header_is_the_date(name: str) -> None:
    """A header gives the date of the gold file, and the text begins with it."""
    gold, text = load(name)
    told = gold["article"]
    header = f" date {told['date']} "

    assert (header if told["header"] else None) == (header if text.startswith(header) else None)
    assert date.fromisoformat(told["date"]).strftime("%A") == told["weekday"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_referred_to_exists(name: str) -> None:
    """Sources and records that are named by their id are listed."""
    gold, _ = load(name)
    sources = {source["id"] for source in gold["sources"]}
    records = {record["id"] for record in gold["records"]}
    named = {
        *(cue["source"] for cue in gold["cues"]),
        *(response["responder"] for response in gold["responses"]),
        *(source for record in gold["records"] for source in record["attribution"]["sources"]),
        *(source["via_outlet"] for source in gold["sources"]),
        gold["article"]["carrier"],
    }
    about = {
        record for one in (*gold["records"], *gold["responses"]) for record in one.get("about", ())
    }

    assert set() == named - sources - {None}
    assert set() == about - records
    assert gold["article"]["main_claim"] in records


@pytest.mark.parametrize("name", NAMES)
def test_dates_are_in_order(name: str) -> None:
    """No date ends before it begins, and every other reading that is right is another."""
    gold, _ = load(name)
    readings = [
        (one["text"], [[one["earliest"], one["latest"]], *one.get("accept", ())])
        for one in gold["dates"]
    ]

    assert [] == [
        (text, pair)
        for text, pairs in readings
        for pair in pairs
        if all(pair) and pair[0] > pair[1]
    ]
    assert [] == [text for text, pairs in readings if len(set(map(tuple, pairs))) < len(pairs)]


@pytest.mark.parametrize("language", ["en", "ro"])
def test_language_is_covered(language: str) -> None:
    """Every language has every kind of response, bound and facet, and traps."""
    golds = [load(name)[0] for name in NAMES if name.startswith(language)]

    assert set() == RESPONSES - {one["kind"] for gold in golds for one in gold["responses"]}
    assert set() == BOUNDS - {one["op"] for gold in golds for one in gold["quantities"]}
    assert set() == FACETS - {
        one for gold in golds for said in gold["unclear"] for one in said["facets"]
    }
    assert {"cue", "date", "hedge", "quantity"} == {
        layer for gold in golds for trap in gold["traps"] for layer in trap["layers"]
    }
