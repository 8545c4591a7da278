"""
With ``--lang ro`` a desk reads Romanian, whatever it asks.

Every word that a command prints is of the Romanian phrases or of the data. In the first story the
data is Greek, so that no word of English can hide behind it; the second are the seeds.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import click
import pytest
from click.testing import CliRunner

from claimtrack.cli import main
from claimtrack.model.evidence import Basis, Stance, Standing
from claimtrack.model.response import Outcome
from claimtrack.wording._load import phrases
from tests.desk import Clock, Desk

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds" / "belarus-talks").glob("*.toml"))

PLACE = re.compile(r"\{[^}]*\}")
WORD = re.compile(r"[^\W\d_]+")
IDS = re.compile(r"\S+:\S+|\S+\.(?:toml|jsonl|db)\b|\b[A-F][1-6]\b")
"""Ids of sources, addresses, times of day, names of files, and grades."""

GIVEN = {"utc", "z", "desk", "newsroom", "b", "fr"}
"""What has no language: UTC, the author's name, the policy's, a rating, the tag of a language."""

LETTERS = 8
"""Letters that a phrase has at least, to be looked for as a whole; of shorter ones words are."""

HEAD = """\
[report]
outlet = "Εφημερίδα"
url = "https://efimerida.example/{number}"
published_at = "2025-11-{number}"
relays = ["Πρακτορείο"]

[sources.a]
description = "πηγές που γνωρίζουν"
count = {number}
told = "Πρακτορείο"

[sources.b]
id = "person:b"
kind = "person"
name = "Άννα Δοκιμή"
role = "υπουργός"

[sources.c]
id = "office:c"
kind = "office"
name = "Πρεσβεία"

[sources.d]
kind = "person"
name = "Δήμαρχος"

[[claims]]
id = "alpha"
story = "omega"
text = "Οι συνομιλίες γίνονται"
lang = "el"
kind = "plan"
expected_by = "2025-12-24"

[[claims]]
id = "beta"
story = "omega"
text = "Οι κυρώσεις αίρονται"
lang = "el"
"""


def _updates(number: int) -> Iterator[str]:
    """Yield updates of every kind that a report brings, each with its words in Greek."""
    for stance in Stance:
        evidence = f'source = "a", stance = "{stance}", hedges = ["ίσως"], wording = "λέξεις"'
        yield f'claim = "alpha"\nevidence = {{ {evidence}, relayed_by = ["d"] }}'
        yield f'claim = "beta"\nown_voice = {{ stance = "{stance}" }}'
    for standing in Standing:
        for basis in Basis:
            evidence = f'source = "b", standing = "{standing}", basis = "{basis}"'
            yield f'claim = "beta"\nevidence = {{ {evidence} }}'
    for terms in ("background", "deep_background", "on_record"):
        yield f'claim = "beta"\nevidence = {{ source = "c", stance = "denies", terms = "{terms}" }}'
    for outcome in Outcome:
        verb = "sought" if outcome in ("pending", "not_sought") else "response"
        said = f'party = "c", outcome = "{outcome}", request = "{outcome}", asked_by = "Πρακτορείο"'
        yield f'claim = "alpha"\n{verb} = {{ {said}, late = true }}'
    yield 'claim = "alpha"\nunclear = ["who", "what", "where", "when", "why", "how", "xroma"]'
    for figure in (
        f'low = {number}, unit = "κρατούμενοι"',
        'low = 3, high = 5, unit = "κρατούμενοι"',
        'high = 1000, high_open = true, unit = "κρατούμενοι"',
        'low = 101, low_open = true, unit = "κρατούμενοι"',
        'exactly = 20, approximate = true, unit = "κρατούμενοι"',
    ):
        answer = f'slot = "how_many", figure = {{ {figure} }}, source = "b"'
        yield f'claim = "alpha"\nanswer = {{ {answer} }}'
    yield 'claim = "alpha"\nanswer = { slot = "who", text = "κάποιος", source = "a" }'
    yield 'claim = "alpha"\nclose = { slot = "where", text = "εδώ" }'
    yield 'claim = "alpha"\nclose = { slot = "why", none = true }'
    yield f'claim = "beta"\nreword = "Οι κυρώσεις αίρονται {number}"'
    yield f'claim = "beta"\ntranslate = {{ text = "Κάτι {number}", lang = "fr" }}'


def _written(number: int) -> str:
    updates = "".join(f'\n[[updates]]\n{one}\nbecause = "γιατί"\n' for one in _updates(number))
    return HEAD.format(number=number) + updates


SENTENCES: tuple[tuple[str, ...], ...] = (
    ("apply", "20.toml"),
    ("apply", "20.toml"),
    ("apply", "25.toml", "--brief"),
    ("apply", "many.jsonl"),
    ("open-claim", "Το τρίτο", "--id", "gamma", "--story", "omega", "--kind", "plan"),
    ("note", "alpha", "σημείωση"),
    ("link", "beta", "depends_on", "alpha"),
    ("link", "gamma", "supersedes", "beta"),
    ("link", "gamma", "contradicts", "alpha"),
    ("link", "beta", "refines", "alpha"),
    ("link", "beta", "part_of", "gamma"),
    ("link", "beta", "duplicates", "gamma"),
    ("move-work", "alpha", "waiting", "--assignee", "Μαρία", "--recheck-by", "2026-01-15"),
    ("move-work", "beta", "checking"),
    ("move-work", "gamma", "done"),
    ("rate-source", "person:b", "B"),
    ("name-source", "person:b", "Άννα Νέα", "--role", "υπουργός"),
    ("show-independence", "beta", "person:b", "office:c", "--because", "γιατί"),
    ("set-confidence", "alpha", "4", "--because", "γιατί"),
    ("explain", "alpha"),
    ("set-confidence", "alpha", "rules", "--because", "γιατί"),
    ("rule", "alpha", "confirmed", "--because", "γιατί"),
    ("explain", "alpha"),
    ("lift-ruling", "alpha", "--because", "γιατί"),
    ("rule", "alpha", "refuted", "--because", "γιατί"),
    ("withdraw-source", "office:c", "--because", "γιατί"),
    ("withdraw-report", "https://efimerida.example/20", "--because", "γιατί"),
    ("withdraw-report", "https://efimerida.example/25", "--by", "desk", "--because", "γιατί"),
    ("rule", "gamma", "lapsed", "--because", "γιατί"),
    ("export", "omega.jsonl"),
    ("import", "omega.jsonl", "--ledger", "other.db"),
)
"""What the desk does, in order."""


def _asked(claims: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every question that there is, of every claim."""
    for claim in claims:
        for command in ("show", "explain", "history", "brief"):
            yield command, claim
    yield ("list",)
    yield ("entries",)
    yield "due", "--at", "2030-01-01"
    yield ("brief",)
    yield "brief", "--since", "2000-01-01"
    yield "brief", "--since", "2029-01-01"
    yield "brief", "--known-at", "2029-01-01"
    yield ("check",)
    yield ("rebuild",)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Sit down in an empty folder."""
    monkeypatch.chdir(tmp_path)
    clock = Clock()
    monkeypatch.setattr("claimtrack.opening.SystemClock", lambda: clock)
    return Desk(CliRunner(), tmp_path)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


def _romanian() -> set[str]:
    return {word for text in phrases("ro").values() for word in _words(PLACE.sub(" ", text))}


def _in_romanian(desk: Desk, sentence: tuple[str, ...]) -> str:
    result = desk.run(*sentence, "--lang", "ro")
    assert not result.exit_code, f"{sentence}: {result.output}"
    return result.stdout


def _claims(desk: Desk) -> list[str]:
    return [row["id"] for row in desk.lines("list")]


def _left_over(said: str, known: set[str]) -> set[str]:
    """Find the words that are neither Romanian phrases nor data."""
    return _words(IDS.sub(" ", said)) - _romanian() - GIVEN - known


def test_every_command_is_asked() -> None:
    """A command that says something in a language is among those below."""
    speaking = {
        name
        for name, command in main.commands.items()
        if any(
            isinstance(one.type, click.Choice) and "--lang" in one.opts for one in command.params
        )
    }

    assert speaking == {sentence[0] for sentence in (*SENTENCES, *_asked(["x"]))}


def test_no_command_says_a_word_of_english(desk: Desk) -> None:
    """Greek data, so that all else is Romanian: every kind of update, question and decision."""
    _write_story()
    written = " ".join((_written(20), *(part for sentence in SENTENCES for part in sentence)))
    greek = {word for word in _words(written) if not word.isascii()}
    known = {"alpha", "beta", "gamma", "omega", "xroma", *greek}
    asked = (*SENTENCES, *_asked(["alpha", "beta", "gamma"]))
    said = [(sentence, _in_romanian(desk, sentence)) for sentence in asked]

    odd = [(sentence, _left_over(words, known)) for sentence, words in said]
    assert [] == [(sentence, sorted(words)) for sentence, words in odd if words]


def test_the_seeds_are_told_in_romanian(desk: Desk) -> None:
    """Words of the data aside, and no phrase of the English file is among them."""
    data = _data()
    # Under names without words, so that where the files are says nothing.
    names = [f"{number}.toml" for number, _ in enumerate(SEEDS)]
    for name, seed in zip(names, SEEDS, strict=True):
        copyfile(seed, name)
    said = [_in_romanian(desk, ("apply", *names, "--brief"))]
    said += [_in_romanian(desk, asked) for asked in _asked(_claims(desk))]
    told = " ".join(IDS.sub(" ", " ".join(said)).split())

    assert set() == _left_over(told, _words(data))
    assert [] == [one for one in _english() if one in told.casefold() and one not in data]


def _write_story() -> None:
    for number in (20, 25):
        Path(f"{number}.toml").write_text(_written(number), encoding="utf-8")
    note = '{"report":{"outlet":"Ε","url":"https://e.example/%d"},%s}\n'
    claim = '"updates":[{"claim":"alpha","note":"σημείωση"}]'
    lines = "".join(note % (number, claim) for number in range(21))
    Path("many.jsonl").write_text(lines, encoding="utf-8")


def _data() -> str:
    """Give what the seeds say themselves, vocabularies aside."""
    keys = {key.rpartition(".")[2] for key in phrases("en")}
    found = (
        text for file in SEEDS for text in _texts(tomllib.loads(file.read_text(encoding="utf-8")))
    )
    return " ".join(text for text in found if text not in keys).casefold()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _english() -> Iterator[str]:
    """Yield what is fixed in English phrases, and is not said in Romanian as well."""
    romanian = " ".join(phrases("ro").values()).casefold()
    for text in phrases("en").values():
        for part in PLACE.split(text):
            fixed = part.strip(" ,;:()").casefold()
            if len(fixed) >= LETTERS and fixed not in romanian:
                yield fixed
