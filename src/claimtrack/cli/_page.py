"""A page in the making: names, paragraphs, headings and tables, for people."""

from collections.abc import Iterable

from claimtrack.brief import layout, saying
from claimtrack.text import width, wrap
from claimtrack.wording import phrase

_INDENT = 2
"""Spaces before what stands under a name or a heading."""

Row = tuple[str, Iterable[str]]
"""A label, and the paragraphs that belong to it."""


class Page:
    """
    Text for people in the making.

    Args:
        lang: The language of its words.

        columns: How wide a line may be.
    """

    def __init__(self, lang: str, columns: int) -> None:
        self.lang = lang
        self._columns = columns
        self._rows: list[str] = []

    def __str__(self) -> str:
        return "\n".join(self._rows)

    def say(self, key: str, *values: str) -> str:
        """Say a phrase in the page's language."""
        return phrase(key, values, self.lang)

    def head(self, left: str, right: str) -> None:
        """Add a name with where it stands."""
        self._rows.append(layout.head(left, right, self._columns))

    def text(self, words: str) -> None:
        """Add a paragraph below a name."""
        self._rows.append(wrap(saying.line(words), self._columns, indent=_INDENT))

    def detail(self, words: str, indent: int) -> None:
        """Add what is told further in, with its later lines further in still."""
        self._rows.append(wrap(saying.line(words), self._columns, indent=indent, hanging=_INDENT))

    def heading(self, words: str) -> None:
        """Add a heading, set off by an empty line."""
        self._rows += ("", layout.heading(words))

    def table(self, rows: Iterable[Row]) -> None:
        """Add labels with what belongs to each, all of that in one column."""
        found = list(rows)
        gutter = max((width(label) for label, _ in found), default=0) + _INDENT
        for label, paragraphs in found:
            margin = f"{' ' * _INDENT}{label}{' ' * (gutter - width(label))}"
            for paragraph in paragraphs:
                room = self._columns - _INDENT - gutter
                for row in wrap(paragraph, room, hanging=_INDENT).split("\n"):
                    self._rows.append(f"{margin}{row}".rstrip())
                    margin = " " * (_INDENT + gutter)
