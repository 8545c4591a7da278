"""Commands that read articles: what they print, and what they refuse."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimtrack.interop.follow_up_files import parse_toml
from tests.desk import Desk

ARTICLE = """\
Title: Ferry line and crews talk
Outlet: Example News
Date: 2026-04-14

The line and its crews are negotiating the return of at least 40 sailings, three people familiar \
with the talks told Reuters. It is not clear when. The line declined to comment.
"""


@pytest.fixture
def article(desk: Desk) -> Desk:
    """Sit down beside an article and its corrected version."""
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    Path("corrected.txt").write_text(ARTICLE.replace("at least 40", "at least 45"), "utf-8")
    return desk


def _read(desk: Desk, *words: str) -> dict[str, Any]:
    return tomllib.loads(desk.says("read", "article.txt", *words))


def test_read_prints_a_follow_up_file(article: Desk) -> None:
    """It can be read as any other, with what the header says and the story that was named."""
    said = article.says("read", "article.txt", "--story", "ferries")
    report = parse_toml(said.encode()).report

    assert ("Example News", ("Reuters",)) == (report.outlet, report.relays)
    assert {"ferries"} == {table["story"] for table in tomllib.loads(said)["claims"]}


def test_what_was_read_is_applied_once_checked(article: Desk) -> None:
    """A review stops it; taken out, or accepted, it is recorded."""
    Path("draft.toml").write_text(article.says("read", "article.txt"), encoding="utf-8")

    (line, *_) = article.refuses(4, "apply", "draft.toml")
    assert "still under review" in line
    assert "opened, reported (F3)" in article.says("apply", "draft.toml", "--accept")


def test_standard_input_is_read(article: Desk) -> None:
    """A dash is standard input, and gives the same draft."""
    said = article.says("read", "-", stdin=ARTICLE)

    assert article.says("read", "article.txt") == said


def test_options_win_over_the_header(article: Desk) -> None:
    """What is told is right."""
    report = _read(article, "--outlet", "Other News", "--published", "2026-04-15")["report"]

    assert ("Other News", "2026-04-15") == (report["outlet"], report["published_at"])


def test_json_has_everything_with_its_places(article: Desk) -> None:
    """Each span is a literal part of the file."""
    contents = [one["content"] for one in article.json("read", "article.txt")["records"]]

    assert contents
    assert all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in contents)


def test_since_says_what_changed(article: Desk) -> None:
    """A corrected version gives a file of what reads otherwise."""
    said = article.says("read", "corrected.txt", "--since", "article.txt")
    first, *_ = tomllib.loads(said)["updates"]

    assert "# claims that read otherwise: 1, new: 0, gone: 0" in said
    assert "at least 45 sailings" in first["reword"]


def test_the_same_version_changes_nothing(article: Desk) -> None:
    """That is said in a file of comments alone, which nobody can apply."""
    text = article.says("read", "article.txt", "--since", "article.txt")

    assert text == "# Nothing to apply: the two versions make the same claims.\n"


def test_sentences_that_read_otherwise_are_shown(article: Desk) -> None:
    """Also where they make no claim: a correction may be of anything."""
    words = Path("article.txt").read_text(encoding="utf-8")
    Path("later.txt").write_text(f"{words.rstrip()} Rain fell.\n", encoding="utf-8")
    text = article.says("read", "later.txt", "--since", "article.txt")

    assert text.splitlines()[1:] == ["# + Rain fell."]


def test_a_desk_lexicon_is_used(article: Desk) -> None:
    """Its version stands in the heading."""
    words = '[meta]\nlanguage = "en"\nversion = "desk-1"\nextends = "en"\n'
    Path("desk.toml").write_text(words, encoding="utf-8")

    assert article.says("read", "article.txt", "--lexicon", "desk.toml").startswith(
        "# Read by en-desk-1:"
    )


def test_a_broken_lexicon_lists_its_problems(article: Desk) -> None:
    """All of them, each with its path."""
    Path("desk.toml").write_text('[meta]\nlanguage = "en"\nextends = "en"\n[mood]\n', "utf-8")
    Path("desk.toml").write_text('[meta]\nlanguage = 1\nextends = "en"\n[mood]\n', "utf-8")
    said = article.refuses(6, "read", "article.txt", "--lexicon", "desk.toml")

    assert [
        "claimtrack: desk.toml: 2 problems [lexicon]",
        "  must be text, got 1 @ $.meta.language",
        "  is not known @ $.mood",
    ] == said


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<html><body>Talks</body></html>", "a page in HTML"),
        (b"\x00\x01\x02", "not text"),
        ("Ştiri".encode("latin2"), "not UTF-8"),
        (b"", "the text is empty"),
        ("The mill closed.".encode("utf-16"), "it looks like UTF-16"),
        ("Zażółć gęślą jaźń".encode(), "must be told"),
        (b" date 2026-02-30 The talks are off.", "must be on the calendar"),
    ],
)
def test_what_is_no_article_is_refused(desk: Desk, data: bytes, told: str) -> None:
    """One line says why, and nothing is printed."""
    (line,) = desk.refuses(6, "read", "-", stdin=data)

    assert told in line


def test_an_article_that_claims_nothing_says_so(desk: Desk) -> None:
    """That is no error of the text; that there are no words is one."""
    said = desk.says("read", "-", "--lang", "en", stdin="It is nice. And so on.\n")
    (line,) = desk.refuses(6, "read", "-", "--lang", "en", stdin="\n")

    assert "# Nothing to apply: nothing was found that is a claim." in said
    assert "the text has no words" in line


@pytest.mark.parametrize("command", ["read", "lint"])
def test_a_language_without_a_lexicon_is_refused(desk: Desk, command: str) -> None:
    """The languages that there are, are named."""
    (line,) = desk.refuses(6, command, "-", "--lang", "pl", stdin="Dwie osoby.")

    assert "must be one of de, en, es, fr, ro, ru, uk, got 'pl'" in line


COPY = "Talks go on.\nThe mayor refused to comment.\n"


def test_lint_points_at_lines(desk: Desk) -> None:
    """File, line, column, words, and what a desk would ask."""
    said = desk.says("lint", "-", "--lang", "en", stdin=COPY)

    assert "-:2:11: “refused to comment”: loaded: “declined” says the same\n" == said


def test_lint_knows_one_party_from_another(desk: Desk) -> None:
    """Who declines is not taken for the unnamed source of the sentence before."""
    copy = "A source close to the talks said they are over. The mayor declined to comment."

    assert "" == desk.says("lint", "-", "--lang", "en", stdin=copy)


def test_lint_speaks_to_machines(desk: Desk) -> None:
    """One object, with the kinds."""
    Path("copy.txt").write_text(COPY, encoding="utf-8")
    remarks = desk.json("lint", "copy.txt", "--lang", "en")["remarks"]

    assert [("refused", 2, 11)] == [(one["kind"], one["line"], one["column"]) for one in remarks]


def test_lint_speaks_romanian(desk: Desk) -> None:
    """What is asked is said in the language of the desk."""
    said = desk.says("lint", "-", "--lang", "en", "--say-in", "ro", stdin=COPY)

    assert "încărcat: „nu a dorit” spune același lucru" in said


@pytest.mark.parametrize(
    ("copy", "asked"),
    [
        ("Lang: ro\n\nPrimarul a refuzat să comenteze.", "„nu a dorit” spune același lucru"),
        ("Ministerul a negat. Ministrul a plecat marți din oraș.", "spuneți ce se dezminte"),
        (COPY, "“declined” says the same"),
    ],
)
def test_lint_speaks_the_language_of_the_article(desk: Desk, copy: str, asked: str) -> None:
    """Who wrote the article can read what is asked."""
    assert asked in desk.says("lint", "-", stdin=copy)
