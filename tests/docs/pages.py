"""The pages that people read, and the fenced blocks on them."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_FRAGMENT = re.compile(r"\d+\.[a-z]+\.md")
"""A part of the changelog to come, which is no page yet."""


class Block(NamedTuple):
    """
    A fenced block.

    Attributes:
        language: What stands behind the fence: ``python``, ``console``, ``sh``, ``toml``, ``text``.

        line: The line of the page on which its text begins.

        text: What stands between the fences.
    """

    language: str
    line: int
    text: str


def pages() -> list[Path]:
    """List README, every page under ``docs/``, and what explains the example stories."""
    folders = (DOCS, ROOT / "seeds")
    found = (page for folder in folders for page in sorted(folder.rglob("*.md")))
    return [ROOT / "README.md", *(page for page in found if not _FRAGMENT.match(page.name))]


def name(page: Path) -> str:
    """Name a page as a test shows it."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """Find the fenced blocks of a page, from the top."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(found[1], text.count("\n", 0, found.start(2)) + 1, found[2])
        for found in _FENCE.finditer(text)
    ]


def prose(page: Path) -> str:
    """Give a page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))
