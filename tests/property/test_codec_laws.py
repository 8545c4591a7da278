"""Laws of the stored form."""

import json
from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from jsonschema import Draft202012Validator

from claimtrack import codec
from claimtrack.errors import DecodeError
from claimtrack.model.entry import Fact
from claimtrack.model.judgement import Judgement
from claimtrack.model.source import Source
from claimtrack.model.summary import to_microseconds
from claimtrack.ports import Applied, Sealed
from docs._generate.schemas import entry_schema
from tests.strategies import facts, judgements, sources

hashes = st.binary(min_size=32, max_size=32)
salts = st.binary(min_size=codec.SALT_BYTES, max_size=codec.SALT_BYTES)
positions = st.integers(1, 2**53)
SCHEMA = Draft202012Validator(entry_schema())


@st.composite
def sealed(draw: st.DrawFn) -> Sealed:
    """Make an entry as a store keeps it."""
    fact, previous, salt = draw(facts), draw(hashes), draw(salts)
    body = codec.encode(fact, draw(judgements))
    return Sealed(
        draw(positions),
        fact.claim_id,
        fact.revision,
        to_microseconds(fact.recorded_at) or 0,
        previous,
        salt,
        codec.seal(previous, salt, body),
        body,
    )


applied = st.builds(
    Applied, st.text(max_size=20), st.text(max_size=20), hashes, positions, positions
)


@given(facts, judgements)
def test_decode_undoes_encode(fact: Fact, judgement: Judgement) -> None:
    """decode(encode(x)) == x, for every fact and stamp."""
    assert (fact, judgement) == codec.decode(codec.encode(fact, judgement))


@given(facts, judgements)
def test_bodies_are_canonical(fact: Fact, judgement: Judgement) -> None:
    """A body is the canonical form that Python's own JSON writes: RFC 8785 for what it holds."""
    body = codec.encode(fact, judgement)
    written = json.dumps(
        json.loads(body), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )

    assert written.encode() == body
    assert body == codec.canonical(json.dumps(json.loads(body), indent=2).encode())


@given(sources)
def test_sources_are_read_back(source: Source) -> None:
    """source_from_json(to_json(x)) == x."""
    assert source == codec.source_from_json(codec.to_json(source))


@given(sealed())
def test_entries_cross_as_lines(entry: Sealed) -> None:
    """from_line(to_line(x)) == x, and the schema accepts the line."""
    line = codec.to_line(entry)

    assert entry == codec.from_line(line)
    SCHEMA.validate(json.loads(line))


@given(applied)
def test_applied_follow_ups_cross_as_lines(one: Applied) -> None:
    """from_line(applied_to_line(x)) == x, and the schema accepts the line."""
    line = codec.applied_to_line(one)

    assert one == codec.from_line(line)
    SCHEMA.validate(json.loads(line))


@given(sealed())
def test_a_line_may_be_written_in_any_way_that_json_allows(entry: Sealed) -> None:
    """White space and the order of keys do not change what a line says."""
    data = json.loads(codec.to_line(entry))
    loose = {**data, "body": dict(reversed(data["body"].items()))}

    assert entry == codec.from_line(json.dumps(loose, indent=1).encode())


@given(sealed(), st.data())
def test_any_other_byte_is_another_hash(entry: Sealed, data: DataObject) -> None:
    """A byte of body, salt or previous hash that is altered is noticed."""
    parts = {"previous": entry.previous_hash, "salt": entry.salt, "body": entry.body}
    name = data.draw(st.sampled_from(sorted(parts)))
    altered = bytearray(parts[name])
    altered[data.draw(st.integers(0, len(altered) - 1))] ^= data.draw(st.integers(1, 255))
    parts[name] = bytes(altered)

    assert entry.hash != codec.seal(parts["previous"], parts["salt"], parts["body"])


@given(hashes, salts, st.binary(max_size=99))
def test_the_seal_is_the_recipe(previous: bytes, salt: bytes, body: bytes) -> None:
    """Hash = SHA-256(previous hash + SHA-256(salt + body))."""
    assert (
        codec.seal(previous, salt, body) == sha256(previous + sha256(salt + body).digest()).digest()
    )


@given(sealed(), st.data())
def test_what_is_not_known_is_refused(entry: Sealed, data: DataObject) -> None:
    """A line with a key that this release does not know is not read, so that nothing is lost."""
    line = json.loads(codec.to_line(entry))
    places = [line, line["body"], line["body"]["update"], line["body"]["judgement"]]
    data.draw(st.sampled_from(places))["unheard_of"] = 1

    with pytest.raises(DecodeError):
        codec.from_line(json.dumps(line).encode())
    assert not SCHEMA.is_valid(line)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_there_is_an_answer(data: bytes) -> None:
    """Bytes of any kind are read or refused, and nothing else."""
    for reader in (codec.decode, codec.from_line, codec.canonical, codec.source_from_json):
        with suppress(DecodeError):
            reader(data)
