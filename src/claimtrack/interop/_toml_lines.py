"""Where things stand in a TOML file: the line of each table and key, by its path."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.interop._walk import ROOT, inside

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
"""What can hide or hold the end of a line, and the end of a line itself."""

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEAD = re.compile(rf"\s*(?P<open>\[\[?)[ \t]*(?P<key>{_DOTTED})[ \t]*\]")
_GIVEN = re.compile(rf"\s*(?P<key>{_DOTTED})[ \t]*=")


def lines_of(text: str) -> dict[str, int]:
    """
    Find the line of each table and key.

    Args:
        text: TOML that was read without a problem.

    Returns:
        Line numbers, counted from 1, by path: of ``$.claims[2]`` that of its head, of
        ``$.claims[2].id`` that of the key. What stands within a value has no line of its own.
    """
    found: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table = ROOT
    for number, statement in _statements(text):
        if head := _HEAD.match(statement):
            table = _path(head["key"], counts, is_list=head["open"] == "[[")
            found.setdefault(table, number)
        elif given := _GIVEN.match(statement):
            path = table
            for part in _parts(given["key"]):
                path = inside(path, part)
                found.setdefault(path, number)
    return found


def line_of(path: str, lines: Mapping[str, int]) -> int:
    """Give the line of a path, or of what it stands in; 0 where there is none."""
    ends = [match.start() for match in re.finditer(r"[.\[]", path)]
    for end in (len(path), *reversed(ends)):
        if path[:end] in lines:
            return lines[path[:end]]
    return 0


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands on a line of its own, with its number; a value may take several lines."""
    start, number, depth = 0, 1, 0
    for token in _TOKEN.finditer(f"{text}\n"):
        sign = token[0]
        if sign in ("[", "{"):
            depth += 1
        elif sign in ("]", "}"):
            depth -= 1
        elif sign == "\n" and depth == 0:
            statement = text[start : token.start()]
            yield number, statement
            number += statement.count("\n") + 1
            start = token.end()


def _path(key: str, counts: Counter[str], *, is_list: bool) -> str:
    """Give the path of a table by its head, and count it where it is one of a list."""
    *outer, last = _parts(key)
    path = ROOT
    for part in outer:
        path = inside(path, part)
        if counts[path]:
            path = inside(path, counts[path] - 1)  # the latest of the list
    path = inside(path, last)
    if is_list:
        counts[path] += 1
        path = inside(path, counts[path] - 1)
    return path


def _parts(key: str) -> Iterator[str]:
    """Take a dotted key apart, as TOML itself does."""
    table: Any = tomllib.loads(f"{key} = 0")
    while isinstance(table, dict):
        ((part, table),) = table.items()
        yield part
