"""Text made uniform: to search, to name, to compare, to print."""

from collections.abc import Callable

import pytest

from claimtrack.text.normalize import fold, printable, same_text_key, slug, words

ACUTE, DOT_BELOW, CEDILLA, COMMA_BELOW = "\u0301", "\u0323", "\u0327", "\u0326"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("White House", "white house"),
        ("Știre: şi ţara, și țara; ÎN, ÂNGER, Ă", "stire si tara si tara in anger a"),
        ("Đorđe Łódź Ørsted Straße Æther", "dorde lodz orsted strasse aether"),
        ("ISTANBUL İstanbul ılı", "istanbul istanbul ili"),
        ("Минск — Ёлка", "минск елка"),
        ("ﬁnal x² ＡＢＣ", "final x2 abc"),
        ("didn't; s-a; snake_case", "didn t s a snake case"),
        ("п'ять п’ять пʼять", "п ять п ять п ять"),
        ("co\u00adop\u200beration\ufeff", "cooperation"),
        ("a\x00b\ud800c\u2028d", "a b c d"),
        ("… — !", ""),
    ],
)
def test_fold_keeps_words_and_drops_the_rest(text: str, folded: str) -> None:
    """Case, accents, punctuation and what cannot be seen are gone, words are left."""
    assert folded == fold(text)


def test_fold_does_not_care_how_accents_are_encoded() -> None:
    """Composed or decomposed, cedilla or comma: one word."""
    spellings = ["ţară", "țară", f"t{CEDILLA}ara\u0306", f"t{COMMA_BELOW}ara\u0306"]

    assert {"tara"} == {fold(spelling) for spelling in spellings}


def test_words_of_nothing_are_none() -> None:
    """A text without words has none, rather than an empty one."""
    assert () == words(" \n… ")
    assert ("casa", "alba") == words("Casa  Albă!")


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("Președintele demisionează", 60, "presedintele-demisioneaza"),
        ("one two three", 7, "one-two"),
        ("one two three", 8, "one-two"),
        ("one two three", 6, "one"),
        ("incomprehensibilities", 6, "incomp"),
        ("Минск: да", 60, "минск-да"),
        ("трамвай", 60, "трамваи"),
        ("한국", 60, "한국"),
        ("…", 60, ""),
    ],
)
def test_slug_is_cut_between_words(text: str, longest: int, expected: str) -> None:
    """A slug is as long as it may be and ends with a whole word, if one fits."""
    assert expected == slug(text, longest)


def test_slug_may_be_held_to_ascii() -> None:
    """What is outside a-z and 0-9 is left out, though it be all."""
    assert "lodz-2025" == slug("Łódź, Минск 2025", ascii_only=True)
    assert "" == slug("Минск", ascii_only=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minsk agreed", "MINSK  agreed."),
        ("Minsk agreed…", " Minsk\nagreed"),
        ("deţinuţi şi", "deținuți și"),
        (f"a{ACUTE}{DOT_BELOW}", f"a{DOT_BELOW}{ACUTE}"),
        ("“could consider”", '"could consider"'),
        ("2020–2025", "2020-2025"),
        ("it’s", "it's"),
        ("co\u00adoperare", "cooperare"),
    ],
)
def test_same_text(one: str, other: str) -> None:
    """How a statement was typed or set does not make another statement of it."""
    assert same_text_key(one) == same_text_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fata a plecat", "fața a plecat"),
        ("Minsk agreed", "Minsk agreed?"),
        ("3.5 tons", "35 tons"),
        ("100 freed", "-100 freed"),
        ("...", "!!!"),
    ],
)
def test_other_text(one: str, other: str) -> None:
    """An accent, a question mark, a point within and a sign each make another text."""
    assert same_text_key(one) != same_text_key(other)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain", "plain"),
        ("deținuți", "deținuți"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x7f\x9b31m", r"\x7f\x9b31m"),
        ("abc\u202edcba\u2066", r"abc\u202edcba\u2066"),
        ("\u200e\u200f\u061c", r"\u200e\u200f\u061c"),
        ("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d"),
        ("a\tb\r\nc", r"a\tb\r\nc"),
        ("\udc80", r"\udc80"),
        ("नमस्ते 👩\u200d🚀", "नमस्ते 👩\u200d🚀"),
    ],
)
def test_printable_shows_what_would_steer(text: str, printed: str) -> None:
    """What a terminal would obey is written out; letters of all scripts stay."""
    assert printed == printable(text)


def test_printable_may_keep_newlines() -> None:
    """Line feeds stay where they are wanted, carriage returns never do."""
    assert "a\nb\\r\nc\\x1b" == printable("a\nb\r\nc\x1b", keep_newlines=True)


def test_printable_cuts_piled_marks() -> None:
    """Eight marks on a letter are left as they are; of more, eight are left."""
    assert "x" + 8 * ACUTE == printable("x" + 8 * ACUTE)
    assert f"x{8 * ACUTE}…y{8 * ACUTE}…" == printable(f"x{9 * ACUTE}y{99 * ACUTE}")


def test_printable_counts_marks_across_joiners() -> None:
    """What takes no column does not begin another letter."""
    joined = f"{ACUTE}\u200d"

    assert f"x{4 * joined}…y" == printable(f"x{9 * joined}y")


@pytest.mark.parametrize("function", [fold, slug, same_text_key, printable])
@pytest.mark.parametrize(
    "pile",
    [ACUTE, ACUTE + DOT_BELOW, f"a{ACUTE}", "\u1100\u1161", "\u0cc6\u0cc2", "\x1b", "\u200d"],
)
def test_a_million_marks_are_no_burden(function: Callable[[str], str], pile: str) -> None:
    """A hostile text takes time as any of its length; sorted by insertion it would take minutes."""
    hostile = "a" + pile * (1_000_000 // len(pile))

    assert function(hostile).startswith("a")
