"""Columns and lines on a terminal."""

import pytest

from claimtrack.text.display import width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("plain", 5),
        ("țară", 4),
        ("t\u0326", 1),
        ("北京", 4),
        ("a\u200bb", 2),
        ("हिन्दी", 5),
    ],
)
def test_width_is_what_a_terminal_takes(text: str, columns: int) -> None:
    """Marks take no column of their own, East Asian characters two."""
    assert columns == width(text)


def test_wrap_hangs_the_lines_after_the_first() -> None:
    """An item of a list stands out by its first line."""
    wrapped = wrap("- denied by the Embassy of Belarus", 16, indent=2, hanging=2)

    assert ["  - denied by", "    the Embassy", "    of Belarus"] == wrapped.splitlines()


def test_wrap_keeps_line_feeds_and_leaves_no_trailing_spaces() -> None:
    """Line feeds part paragraphs; an empty one is an empty line."""
    assert "  a\n\n  b c" == wrap("a\n\n b   c ", 20, indent=2)
    assert "" == wrap("", indent=4)


def test_wrap_breaks_a_word_that_fits_no_line() -> None:
    """A word longer than a line goes on in the next, never between a letter and its mark."""
    assert ["ab", "xxxxx", "xx c"] == wrap("ab xxxxxxx c", 5).splitlines()
    assert ["ne\u0301e\u0301", "e\u0301"] == wrap("ne\u0301e\u0301e\u0301", 3).splitlines()
    assert ["北京", "北京"] == wrap("北京北京", 5).splitlines()


def test_wrap_never_breaks_a_url() -> None:
    """A url stays in one piece, so that it can be followed."""
    url = "https://example.org/a/long/path"

    assert ["see", url, "now"] == wrap(f"see {url} now", 10).splitlines()


def test_wrap_survives_a_margin_wider_than_the_terminal() -> None:
    """Where there is no room, lines are too long rather than lost."""
    assert ["    ab", "    cd"] == wrap("abcd", 3, indent=4).splitlines()
