"""What lies in the repository, and what must not."""

import fnmatch
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

TOP_LEVEL = {
    "pyproject.toml", "README.md", "LICENSE", ".gitignore", ".ci",
    "src", "tests", "seeds", "docs", "benchmarks",
}  # fmt: skip
NOT_OURS = {
    ".git",
    "PKG-INFO",  # a source distribution has one
    *(ROOT / ".gitignore").read_text(encoding="utf-8").replace("/\n", "\n").split(),
}

MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:home|mnt|opt|root|srv|tmp|Users|work)/")
UNNUMBERED_TASK = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?! ?\(?#\d)")
FRAGMENT = re.compile(r"\d+\.(?:added|changed|fixed|removed)\.md|README\.md")


def test_top_level_holds_what_it_should() -> None:
    """A new entry at the top needs a reason, and a place in this test."""
    assert set() == {entry.name for entry in _entries(ROOT)} - TOP_LEVEL


def test_no_path_of_a_machine() -> None:
    """No file names a folder that exists on one machine only."""
    assert [] == [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in _files(ROOT)
        for number, line in enumerate(_lines(path), start=1)
        if MACHINE_PATH.search(line)
    ]


def test_every_task_names_its_issue() -> None:
    """A comment that leaves something to do says under which issue."""
    assert [] == [
        f"{path.relative_to(ROOT)}:{number}: {comment}"
        for path in _files(ROOT)
        if path.suffix == ".py"
        for number, comment in _comments(path)
        if UNNUMBERED_TASK.search(comment)
    ]


def test_every_changelog_fragment_will_be_found() -> None:
    """Fragments are named for an issue and a kind of change, so that none is left behind."""
    fragments = {path.name for path in _files(ROOT / "docs" / "changelog.d")}

    assert set() == {name for name in fragments if not FRAGMENT.fullmatch(name)}


def _entries(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if not any(fnmatch.fnmatch(path.name, pattern) for pattern in NOT_OURS):
            yield path


def _files(folder: Path) -> Iterator[Path]:
    for path in _entries(folder):
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []  # not text


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    with tokenize.open(path) as source:
        for token in tokenize.generate_tokens(source.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
