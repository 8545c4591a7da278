"""Tables that fill themselves."""

from claimtrack.text import characters
from claimtrack.text.characters import KINDS, Table


def test_table_works_out_each_character_once() -> None:
    """The rule is asked when a character is first met, and its answer kept."""
    asked: list[str] = []

    def rule(character: str) -> str:
        asked.append(character)
        return character.upper()

    table = Table(rule)

    assert "ABBA" == "abba".translate(table)
    assert ["a", "b"] == asked


def test_table_does_not_grow_for_ever() -> None:
    """A text that holds all of Unicode does not fill the memory."""
    table = Table(lambda character: character)
    text = "".join(map(chr, range(0x10000, 0x10000 + characters._REMEMBERED + 5)))

    assert text == text.translate(table)
    assert characters._REMEMBERED == len(table)


def test_kinds_have_one_sign_a_character() -> None:
    """Places in the signs are places in the text."""
    assert "1011m22" == "x\u0301\x1bxा北👩".translate(KINDS)
