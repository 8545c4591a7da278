"""Where things stand in a TOML file."""

import tomllib
from pathlib import Path

import pytest

from claimtrack.interop._toml_lines import line_of, lines_of

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*/*.toml"))

ODD = '''\
# [[claims]] in a comment
key = "a # b [[claims]]"

[report]
outlet = """
[[claims]]
id = "no""" # still of the report
title = \'\'\'
[[claims]]\'\'\'\'
relays = [
  "a", # ]
  "b",
]
url.of = { x = [1, 2],
  y = 3 }

[[claims]]
"id" = "a"
'odd key' = 1
[claims.translations]
ro = "b"
  [[ claims ]]
id = "c"
[[updates]]
[updates.evidence.terms]
kind = "background"
[sources."a.b"]
name = "x"
'''.replace("url.of = { x = [1, 2],\n  y = 3 }", "url.of = [[1, 2],\n  [3]]")
"""Heads that are none, values over several lines, and keys in quotation marks."""


def test_each_thing_is_on_its_line() -> None:
    """Tables and keys are found where they begin, and nothing is found within a value."""
    tomllib.loads(ODD)

    assert {
        "$.key": 2,
        "$.report": 4,
        "$.report.outlet": 5,
        "$.report.title": 8,
        "$.report.relays": 10,
        "$.report.url": 14,
        "$.report.url.of": 14,
        "$.claims[0]": 17,
        "$.claims[0].id": 18,
        "$.claims[0]['odd key']": 19,
        "$.claims[0].translations": 20,
        "$.claims[0].translations.ro": 21,
        "$.claims[1]": 22,
        "$.claims[1].id": 23,
        "$.updates[0]": 24,
        "$.updates[0].evidence.terms": 25,
        "$.updates[0].evidence.terms.kind": 26,
        "$.sources['a.b']": 27,
        "$.sources['a.b'].name": 28,
    } == lines_of(ODD)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$.claims[0].id", 18),
        ("$.claims[0].kind", 17),
        ("$.claims[0].id.deeper[3]", 18),
        ("$.report.relays[1]", 10),
        ("$.updates[0].evidence.source", 24),
        ("$.claims[7].id", 0),
        ("$", 0),
        ("", 0),
    ],
)
def test_what_has_no_line_has_that_of_what_it_stands_in(path: str, line: int) -> None:
    """The nearest that has a line gives it."""
    assert line == line_of(path, lines_of(ODD))


def test_lines_end_as_they_do_elsewhere() -> None:
    """A carriage return before the end of a line makes no difference."""
    assert lines_of(ODD) == lines_of(ODD.replace("\n", "\r\n"))


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.name)
def test_every_table_of_a_list_has_its_own_line(file: Path) -> None:
    """In files that people wrote, each claim and update begins on a line that says so."""
    text = file.read_text(encoding="utf-8")
    rows = text.splitlines()
    lines = lines_of(text)

    for key in ("claims", "updates", "withdrawals"):
        for number, _ in enumerate(tomllib.loads(text).get(key, ())):
            assert f"[[{key}]]" == rows[lines[f"$.{key}[{number}]"] - 1]
