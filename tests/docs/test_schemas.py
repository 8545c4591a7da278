"""The published schemas are made from the code, and know what it knows."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimtrack import codec
from claimtrack.errors import FollowUpFileError
from claimtrack.interop.follow_up_files import from_dict
from docs._generate.files import DOCS
from docs._generate.schemas import entry_schema, follow_up_schema, pages
from tests.docs.pages import prose

FOLLOW_UP = follow_up_schema()


@pytest.mark.parametrize("path", list(pages()))
def test_published_schema_is_that_of_the_code(path: str) -> None:
    """What lies under ``docs/`` is what the code makes today."""
    assert pages()[path] == (DOCS / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", [FOLLOW_UP, entry_schema()], ids=["follow-up", "entry"])
def test_schema_is_one(schema: dict[str, Any]) -> None:
    """Each is a schema by its dialect, and refers to nothing that it does not hold."""
    Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    referred = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}

    assert set(schema["$defs"]) == referred


@pytest.mark.parametrize("schema", [FOLLOW_UP, entry_schema()], ids=["follow-up", "entry"])
def test_every_key_says_what_it_means(schema: dict[str, Any]) -> None:
    """An editor that shows descriptions has one for every key."""
    assert [] == [
        f"{name}.{key}"
        for name, table in _tables(schema)
        for key, value in table["properties"].items()
        if not value.get("description")
    ]


def _tables(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, table in {"": schema, **schema["$defs"]}.items():
        if "properties" in table:
            yield name, table


def _paths() -> dict[str, tuple[Any, str]]:
    """Say for each table how data reaches it: data, and the path of the table in it."""
    update: Any = lambda **said: {"updates": [{"claim": "a", **said}]}  # noqa: E731
    evidence = {"source": "it"}
    window = {"answer": {"slot": "when", "window": {}}}
    dated = {"answer": {"slot": "when", "window": {"date": "2025"}}}
    return {
        "": ({"format": 1}, "$"),
        "report": ({"report": {}}, "$.report"),
        "source": ({"sources": {"it": {}}}, "$.sources.it"),
        "claim": ({"claims": [{}]}, "$.claims[0]"),
        "update": ({"updates": [{}]}, "$.updates[0]"),
        "withdrawal": ({"withdrawals": [{}]}, "$.withdrawals[0]"),
        "read": (update(read={}), "$.updates[0].read"),
        "opening": (update(open={}), "$.updates[0].open"),
        "translation": (update(translate={}), "$.updates[0].translate"),
        "evidence": (update(evidence={}), "$.updates[0].evidence"),
        "own_voice": (update(own_voice={}), "$.updates[0].own_voice"),
        "span": (update(own_voice={"span": {}}), "$.updates[0].own_voice.span"),
        "hedge": (update(own_voice={"hedges": [{}]}), "$.updates[0].own_voice.hedges[0]"),
        "terms": (update(own_voice={"terms": {}}), "$.updates[0].own_voice.terms"),
        "speaker": (
            update(evidence={**evidence, "relayed_by": [{}]}),
            "$.updates[0].evidence.relayed_by[0]",
        ),
        "taking_back": (update(take_back={}), "$.updates[0].take_back"),
        "undoing": (update(undo={}), "$.updates[0].undo"),
        "answer": (update(answer={}), "$.updates[0].answer"),
        "close": (update(close={}), "$.updates[0].close"),
        "figure": (update(answer={"figure": {}}), "$.updates[0].answer.figure"),
        "bounded_window": (update(**window), "$.updates[0].answer.window"),
        "dated_window": (update(**dated), "$.updates[0].answer.window"),
        "request": (update(sought={}), "$.updates[0].sought"),
        "response": (update(response={}), "$.updates[0].response"),
        "link": (update(link={}), "$.updates[0].link"),
        "ruling": (update(rule={}), "$.updates[0].rule"),
        "independence": (update(independence={}), "$.updates[0].independence"),
        "known_source": (
            update(independence={"sources": [{}]}),
            "$.updates[0].independence.sources[0]",
        ),
        "rating": (update(rate={}), "$.updates[0].rate"),
        "naming": (update(name_source={}), "$.updates[0].name_source"),
        "work": (update(work={}), "$.updates[0].work"),
    }


def test_every_table_of_the_schema_can_be_reached() -> None:
    """There is data for each table, so that the next test leaves none out."""
    assert {name for name, _ in _tables(FOLLOW_UP)} == _paths().keys()


@pytest.mark.parametrize(("name", "table"), list(_tables(FOLLOW_UP)))
def test_parser_and_schema_know_the_same_keys(name: str, table: dict[str, Any]) -> None:
    """A key of the schema is no unknown key for the parser, and any other is."""
    data, path = _paths()[name]
    keys = [*table["properties"], "unheard_of"]
    _at(data, path).update({key: object() for key in keys if key not in _at(data, path)})
    with pytest.raises(FollowUpFileError) as caught:
        from_dict(data)
    unknown = [one for one in caught.value.problems if one.startswith("unknown key")]

    assert [f"unknown key @ {path}.unheard_of"] == unknown


def _at(data: Any, path: str) -> dict[str, Any]:
    for step in path.removeprefix("$").replace("[0]", ".0").split(".")[1:]:
        data = data[0] if step == "0" else data[step]
    assert isinstance(data, dict)
    return data


def test_page_explains_every_key_of_a_file() -> None:
    """People find on the page whatever may stand in a file."""
    keys = {key for _, table in _tables(FOLLOW_UP) for key in table["properties"]}

    assert set() == keys - _named("follow-up.md")


def test_page_explains_every_key_of_a_line() -> None:
    """People find on the page what stands in a line and in every body."""
    made = entry_schema()["$defs"]
    keys = {key for name in ("entry", "applied", "body") for key in made[name]["properties"]}

    assert set() == keys - _named("entry.md")


def _named(page: str) -> set[str]:
    """List the words that stand in code on a page, outside of blocks."""
    text = prose(DOCS / "reference" / "formats" / page)
    return {word for code in re.findall("`[^`]+`", text) for word in re.findall(r"\w+", code)}


def test_every_kind_of_entry_is_described() -> None:
    """The schema of bodies knows the kinds that the codec knows."""
    body: Mapping[str, Any] = entry_schema()["$defs"]["body"]

    assert list(codec.KINDS) == body["properties"]["kind"]["enum"]
    assert list(codec.KINDS) == [one["properties"]["kind"]["const"] for one in body["oneOf"]]
