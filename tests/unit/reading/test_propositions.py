"""Propositions: marks around the words go, those within them stay in pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading import read
from claimtrack.reading.propositions import proposition


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        (' "The talks are over." ', "The talks are over"),
        ("„Discuțiile s-au încheiat.”", "Discuțiile s-au încheiat"),
        ('The talks were "dead".', 'The talks were "dead"'),
        ('"Dead" talks are "over"', '"Dead" talks are "over"'),
        ('The talks were "dead', "The talks were dead"),
        ('dead", officials', "dead, officials"),
        ("“a «very» small step”", "a «very» small step"),
        ("»So ist es«", "So ist es"),
        ("the officials’ plan isn't theirs", "the officials’ plan isn't theirs"),
        ("were ‘dead’", "were ‘dead’"),
        ('"', ""),
        ("", ""),
    ],
)
def test_marks(words: str, bare: str) -> None:
    """Around all of it they go; around a part they stay; one alone goes."""
    assert bare == proposition(words)


@given(st.text(alphabet="ab c\"'„“”«»‘’,.;–", max_size=20))
def test_what_is_bare_stays(words: str) -> None:
    """Taking off twice takes off no more, and no letter is lost."""
    bare = proposition(words)

    assert bare == proposition(bare)
    assert [sign for sign in words if sign.isalpha()] == [sign for sign in bare if sign.isalpha()]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ('She said the talks were "dead".', ['The talks were "dead"']),
        (
            'They called the plan "a costly mess", officials said.',
            ['They called the plan "a costly mess"', "A costly mess"],
        ),
        ("14:10 A resident told reporters the fire was out.", ["The fire was out"]),
        (
            "Shares fell 4.5 percent, the most since 2020.",
            ["Shares fell 4.5 percent, the most since 2020"],
        ),
    ],
)
def test_claims_keep_their_marks(text: str, texts: list[str]) -> None:
    """The closing mark belongs to the claim whose words hold the opening one."""
    assert texts == [claim.text for claim in read(text, lang="en").claims]
