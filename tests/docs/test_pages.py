"""Pages are whole: what is public is on one, links lead somewhere, made pages are up to date."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

import claimtrack
from claimtrack.cli import main
from claimtrack.policy import NEWSROOM
from claimtrack.policy.weigh import Case
from docs._generate import policy
from docs._generate.docstrings import sections
from tests.docs.pages import DOCS, ROOT, name, pages, prose

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_SOME_TIME = datetime(2025, 11, 26, tzinfo=UTC)
_EXTERNAL = re.compile(r"[a-z]+:")
_RECORDS = sorted((DOCS / "adr").glob("0*.md"))

_WRITTEN = [page for page in pages() if page.name != "template.md"]

each_page = pytest.mark.parametrize("page", _WRITTEN, ids=name)


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    """A link within the repository names a file that is there, and a heading that it has."""
    broken = []
    for link in _LINK.findall(prose(page)):
        if _EXTERNAL.match(link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)

    assert [] == broken


@each_page
def test_page_has_one_title(page: Path) -> None:
    """A page begins with its title, and has no other of that rank."""
    text = prose(page)

    assert text.startswith("# ")
    assert [line for line in text.splitlines() if line.startswith("# ")] == [text.splitlines()[0]]


@each_page
def test_pages_are_linked_to(page: Path) -> None:
    """Every page can be reached from another one."""
    links = {
        (other.parent / unquote(link).partition("#")[0]).resolve()
        for other in pages()
        if other != page
        for link in _LINK.findall(prose(other))
        if not _EXTERNAL.match(link)
    }

    assert page == ROOT / "README.md" or page in links


def test_records_are_numbered() -> None:
    """Decision records are numbered from 0 without gaps."""
    numbers = [int(record.name[:4]) for record in _RECORDS]

    assert list(range(len(numbers))) == numbers


@pytest.mark.parametrize("record", _RECORDS, ids=name)
def test_decision_record_is_a_page(record: Path) -> None:
    """A decision record has the parts of the template, in order, and fits on a page."""
    text = record.read_text(encoding="utf-8")
    template = (DOCS / "adr" / "template.md").read_text(encoding="utf-8")

    assert _HEADING.findall(template)[1:] == _HEADING.findall(text)[1:]
    assert re.search(r"^Status: (proposed|accepted|superseded by \[)", text, re.MULTILINE)
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize(
    "page", sorted((DOCS / "explanation").glob("*.md")), ids=lambda page: page.name
)
def test_explanation_tells_prices(page: Path) -> None:
    """Every explanation says what the thing explained does not do, or costs."""
    assert "\n## Limits\n" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("public", claimtrack.__all__)
def test_public_name_is_documented(public: str) -> None:
    """Every public name has a heading on a page of the reference, and words of its own."""
    reference = [*sorted((DOCS / "reference" / "api").glob("*.md")), DOCS / "reference/errors.md"]
    value = getattr(claimtrack, public)

    assert any(public in _HEADING.findall(page.read_text(encoding="utf-8")) for page in reference)
    assert not isinstance(value, type) or sections(value.__doc__)[0].body


@pytest.mark.parametrize("command", sorted(main.commands))
def test_command_is_documented(command: str) -> None:
    """Every command is on the page of the command line, with a line that can be pasted."""
    text = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    _, _, help_text = text.partition(f"\n## {command}\n")

    assert f"Usage: claimtrack {command}" in help_text.partition("\n## ")[0]
    assert "Example:" in help_text.partition("\n## ")[0]


def test_every_parameter_has_help() -> None:
    """No option of any command goes without a word."""
    assert [] == [
        f"{command.name} {option.name}"
        for command in main.commands.values()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]


def test_made_pages_are_up_to_date() -> None:
    """``python docs/generate.py`` has nothing to write."""
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_made_is_left_over() -> None:
    """A page of the API that the code no longer makes is gone."""
    from docs._generate import api

    made = {DOCS / path for path in api.pages()}

    assert made == set((DOCS / "reference" / "api").glob("*.md"))


def test_credibilities_in_words_are_those_of_the_rules() -> None:
    """The table of the policy's page has every rule; a credibility that never varies is right."""
    claim = claimtrack.Claim(
        id=claimtrack.parse_claim_id("a"),
        text="It is so",
        revision=1,
        opened_at=_SOME_TIME,
        recorded_at=_SOME_TIME,
        judgement=claimtrack.Judgement(policy=NEWSROOM.name),
    )

    assert [rule.name for rule in NEWSROOM.rules] == list(policy.CREDIBILITIES)
    for rule in NEWSROOM.rules:
        words = policy.CREDIBILITIES[rule.name]
        if words.isdigit():
            assert int(words) == rule.credibility(Case(claim))


def _anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as code hosts make them."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in _HEADING.findall(prose(page))
    }
