"""Bodies as they lie in a file."""

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import codec
from claimtrack.model.entry import Fact
from claimtrack.model.judgement import Judgement
from claimtrack.stores._bodies import DICTIONARY, deflated, inflated
from tests.strategies import facts, judgements

RELEASED = 1615584300
"""CRC-32 of the dictionary that files were written with."""


@given(st.binary(max_size=5_000))
def test_inflating_undoes_deflating(body: bytes) -> None:
    """inflated(deflated(x)) == x, whatever the bytes."""
    assert body == inflated(deflated(body))


@given(facts, judgements)
def test_what_the_codec_writes_becomes_smaller(fact: Fact, judgement: Judgement) -> None:
    """A body lies in less room than it has bytes, unless it is short: then as it is."""
    body = codec.encode(fact, judgement)
    stored = deflated(body)

    assert stored == body if len(body) < 600 else len(stored) < len(body)


@pytest.mark.parametrize("stored", [b"", b"{}", b"{", b"\x01", b"\x01\xff\xff", b"anything"])
def test_what_was_not_deflated_here_is_given_as_it_is(stored: bytes) -> None:
    """Plain bodies are read, and what cannot be inflated is left for its hash to refuse."""
    assert inflated(stored) in (stored, b"")


def test_the_dictionary_is_the_one_that_files_were_written_with() -> None:
    """Another dictionary would make every body in every file unreadable."""
    assert RELEASED == crc32(DICTIONARY)
