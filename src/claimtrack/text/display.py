"""
Text laid out for a terminal: how many columns it takes, and how it breaks into lines.

Columns are what terminals agree on: a mark takes none, an East Asian wide character two. Emoji
joined into one picture are counted one by one, as many terminals draw them.
"""

from collections.abc import Iterator

from claimtrack.text.characters import KINDS

COLUMNS = 80
"""Columns of a terminal that says nothing else, since the IBM punched card."""


def width(text: str) -> int:
    """
    Count the columns that a line takes on a terminal.

    Args:
        text: One line without control characters; see `claimtrack.text.printable`.

    Example:
        >>> width("deținuți"), width("dețin"), width("北京")
        (8, 5, 4)
    """
    if text.isascii():
        return len(text)
    kinds = text.translate(KINDS)
    return len(kinds) - kinds.count("0") + kinds.count("2")


def wrap(text: str, columns: int = COLUMNS, *, indent: int = 0, hanging: int = 0) -> str:
    """
    Break text into lines that fit a terminal.

    White space between words becomes one space, line feeds in the text stay. A word longer than a
    line is broken where it must, a url never, so that it can still be followed.

    Args:
        text: Text without control characters other than line feeds.

        columns: How wide a line may be; a margin that leaves no room for two columns is exceeded.

        indent: Spaces before every line.

        hanging: Further spaces before every line but the first.

    Returns:
        Lines joined by line feeds; an empty line has no spaces.

    Example:
        >>> print(wrap("- denied by the embassy in Washington", 20, indent=2, hanging=2))
          - denied by the
            embassy in
            Washington
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for piece in _pieces(paragraph, max(2, columns - indent - hanging)):
            needed = width(piece)
            room = columns - indent - (hanging if lines else 0)
            if line and used + 1 + needed > room:
                lines.append(line)
                line, used = piece, needed
            else:
                line, used = (f"{line} {piece}", used + 1 + needed) if line else (piece, needed)
        lines.append(line)
    margins = [" " * indent] + [" " * (indent + hanging)] * (len(lines) - 1)
    return "\n".join((margin + line).rstrip() for margin, line in zip(margins, lines, strict=True))


def _pieces(paragraph: str, room: int) -> Iterator[str]:
    """Split into words, and words that fit no line into pieces that do."""
    for word in paragraph.split():
        if "://" in word or width(word) <= room:
            yield word
        else:
            yield from _broken(word, room)


def _broken(word: str, room: int) -> Iterator[str]:
    start, used = 0, 0
    for place, kind in enumerate(word.translate(KINDS)):
        needed = 1 if kind == "m" else int(kind)
        if used + needed > room:
            yield word[start:place]
            start, used = place, 0
        used += needed
    yield word[start:]
