"""Laws of follow-up files."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from jsonschema import Draft202012Validator

from claimtrack.errors import FollowUpFileError
from claimtrack.interop.follow_up_files import from_dict, parse_lines, to_dict
from claimtrack.model.follow_up import FollowUp
from docs._generate.schemas import follow_up_schema
from tests.strategies import follow_ups

SCHEMA = Draft202012Validator(follow_up_schema())

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=10,
)


def tables(data: Any) -> Iterator[dict[str, Any]]:
    """List the tables in plain data, but for those whose keys are names and languages."""
    if isinstance(data, dict):
        yield data
        for key, value in data.items():
            if key == "sources" and isinstance(value, dict):
                yield from tables(list(value.values()))
            elif key not in {"translations", "labels"}:
                yield from tables(value)
    elif isinstance(data, list):
        for item in data:
            yield from tables(item)


def problems(data: Any) -> tuple[str, ...]:
    """Say what is wrong with data that may be a follow-up; nothing where it is one."""
    try:
        from_dict(data)
    except FollowUpFileError as error:
        return tuple(error.problems)
    return ()


@given(follow_ups)
def test_reading_undoes_writing(follow_up: FollowUp) -> None:
    """from_dict(to_dict(x)) == x, for everything that people may write."""
    assert follow_up == from_dict(to_dict(follow_up))


@given(follow_ups)
def test_json_carries_all_of_it(follow_up: FollowUp) -> None:
    """A line of JSON says the same, and writing it again gives the same line."""
    line = json.dumps(to_dict(follow_up))
    (read,) = parse_lines([line.encode()])

    assert follow_up == read
    assert line == json.dumps(to_dict(read))


@given(follow_ups)
def test_schema_accepts_what_is_written(follow_up: FollowUp) -> None:
    """What is written is as the schema says."""
    SCHEMA.validate(to_dict(follow_up))


@given(follow_ups, st.data())
def test_no_table_takes_an_unknown_key(follow_up: FollowUp, data: DataObject) -> None:
    """Parser and schema refuse a key that is not known, in any table."""
    written = to_dict(follow_up)
    table = data.draw(st.sampled_from(list(tables(written))))
    table["unheard_of"] = True

    assert any("unknown key @ $" in problem for problem in problems(written))
    assert not SCHEMA.is_valid(written)


@given(follow_ups, st.data())
def test_schema_accepts_all_that_is_read(follow_up: FollowUp, data: DataObject) -> None:
    """Whatever is done to a table: what the parser still reads, the schema accepts."""
    written = to_dict(follow_up)
    table = data.draw(st.sampled_from(list(tables(written))))
    key = data.draw(st.sampled_from([*table, "text", "claims", "sources"]))
    if data.draw(st.booleans()):
        table.pop(key, None)
    else:
        table[key] = data.draw(anything)

    assert problems(written) or SCHEMA.is_valid(written)


@given(anything)
def test_whatever_it_is_there_is_an_answer(data: Any) -> None:
    """Data of any kind is read or refused, each problem with its path, and nothing else."""
    for follow_up in (
        data,
        {"report": data, "sources": data, "claims": data, "updates": data},
        {"report": {"url": "u"}, "updates": [{"claim": "a", "answer": data, "note": data}]},
    ):
        assert all(" @ $" in problem for problem in problems(follow_up))


@given(st.binary(max_size=40) | anything.map(lambda data: json.dumps(data).encode()))
def test_whatever_the_bytes_are_there_is_an_answer(line: bytes) -> None:
    """Bytes of any kind are read or refused, and nothing else."""
    with suppress(FollowUpFileError):
        list(parse_lines([line]))
