"""Names of things in a ledger."""

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.ids import claim_id, parse_claim_id, parse_story_id, story_id

GOOD = ["a", "7", "belarus-talks", "r08-2025", "a--b", "x" * 80]
BAD = [
    "",
    " ",
    "-talks",
    "talks-",
    "Belarus",
    "belarus talks",
    "belarus_talks",
    "../talks",
    "a/b",
    "a\\b",
    "a.b",
    "a:b",
    "a%2e",
    "știri",
    "talks\n",
    "a\x00b",
    "x" * 81,
    None,
    5,
    b"talks",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_narrow_id_is_taken(text: str) -> None:
    """Claims and stories are named by a to z, 0 to 9 and dashes between."""
    assert [text, text] == [parse_claim_id(text), claim_id(text)]
    assert [text, text] == [parse_story_id(text), story_id(text)]


@pytest.mark.parametrize("text", BAD)
def test_what_a_path_or_a_url_would_read_otherwise_is_refused(text: str) -> None:
    """No id leaves a folder, ends a line or depends on case."""
    for parse, field in ((parse_claim_id, "claim_id"), (parse_story_id, "story_id")):
        with pytest.raises(InvalidValueError) as caught:
            parse(text)

        assert (field, text) == (caught.value.field, caught.value.value)
    with pytest.raises(InvalidValueError):
        claim_id(text)


def test_a_claim_may_have_no_story() -> None:
    """As a field the story may be empty; what is not must be narrow."""
    assert "" == story_id("")
    with pytest.raises(InvalidValueError):
        story_id("Belarus")
