"""What a release wrote is read by every later one, and written again as it was."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimtrack import codec
from claimtrack.ports import Applied, Sealed
from docs._generate.schemas import entry_schema

LINES = (
    (Path(__file__).parents[1] / "golden" / "entry-v1.jsonl").read_bytes().removesuffix(b"\n")
).split(b"\n")
READ = [codec.from_line(line) for line in LINES]
ENTRIES = [one for one in READ if isinstance(one, Sealed)]


@pytest.mark.parametrize("line", LINES, ids=range(1, len(LINES) + 1))
def test_line_is_written_again_as_it_was(line: bytes) -> None:
    """Not a byte of a released line changes by reading and writing it."""
    read = codec.from_line(line)
    if isinstance(read, Sealed):
        again = codec.to_line(read)
    elif isinstance(read, codec.End):
        again = codec.end_to_line(read)
    else:
        again = codec.applied_to_line(read)

    assert line == again


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.position}")
def test_body_is_written_again_as_it_was(entry: Sealed) -> None:
    """A released body decodes, and encodes to the bytes that were hashed."""
    fact, judgement = codec.decode(entry.body)

    assert entry.body == codec.encode(fact, judgement)


def test_chain_holds() -> None:
    """Every hash follows from the one before, the salt and the body."""
    previous = bytes(32)
    for entry in ENTRIES:
        assert previous == entry.previous_hash
        previous = sha256(previous + sha256(entry.salt + entry.body).digest()).digest()
        assert entry.hash == previous


def test_every_kind_of_line_is_there() -> None:
    """Each kind of update has a line, and so has a follow-up that was applied."""
    kinds = {codec.kind_of(codec.decode(entry.body)[0].update) for entry in ENTRIES}

    assert set(codec.KINDS) == kinds
    assert [Applied, codec.End] == [type(one) for one in READ if not isinstance(one, Sealed)]


@pytest.mark.parametrize("line", LINES, ids=range(1, len(LINES) + 1))
def test_schema_accepts_the_line(line: bytes) -> None:
    """The schema of entries describes what was released."""
    Draft202012Validator(entry_schema()).validate(json.loads(line))
