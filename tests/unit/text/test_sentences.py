"""Sentences end where a reader would say so."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading.lexicon import lexicon_for
from claimtrack.text.sentences import LONGEST, Abbreviations, paragraphs, sentences

ABBREVIATIONS = Abbreviations(
    {"mr", "dr", "a.m", "u.s"}, {"art", "no"}, openers={"the", "a", "she"}, letters={"on x"}
)

TREEBANK = Path(__file__).parents[4] / "shared/data/ud_ro_rrt_sentences.tsv"


def _split(text: str) -> list[str]:
    return [
        text[start:end]
        for first, last in paragraphs(text)
        for start, end in sentences(text, ABBREVIATIONS, first, last)
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["Mr. Smith left.", "Dr. A. B. Jones stayed!"],
        ["“Stop!” he said.", "Nobody did."],
        ["„Plecăm.”", "A spus că vine."],
        ["It cost 1.5 million.", "It rose by 3.2 percent."],
        ["Under art. 12 it is banned.", "It met at 6 a.m. on Monday."],
        ["What now?", "Nobody knows…", "Talks go on."],
        ["He said no. 5 would win.", "They said no.", "Talks go on."],
        ["The U.S. government said so."],
        ["She wrote it on X.", "Ann Lee did not."],
        ["He took vitamin C.", "The pain went."],
        ["George W. Bush came.", "A. A. Milne did not."],
        ["It was J. K. Rowling.", "She left."],
        ["The end"],
    ],
)
def test_sentences_are_found(expected: list[str]) -> None:
    """Joined by spaces and split again, sentences are as they were."""
    assert expected == _split(" ".join(expected))


def test_an_empty_line_ends_a_sentence() -> None:
    """A heading has no full stop."""
    assert ["A heading", "Its text."] == _split("A heading\n\nIts text.")


def test_a_short_line_is_a_heading() -> None:
    """A line that is not full ends where it ends."""
    assert ["Talks go on", "Nobody knows more."] == _split("Talks go on\nNobody knows more.")


def test_a_full_line_is_broken_to_fit() -> None:
    """Mail breaks lines at 72; a capital after the break begins no sentence."""
    text = f"{'word ' * 12}said the\nMinister on Monday."

    assert [text] == _split(text)


def test_items_of_a_list_are_parted() -> None:
    """Each item of a list is a paragraph."""
    assert ["- one", "- two"] == _split("- one\n- two")


@given(st.text("aB .!?\n„”-1", max_size=300))
def test_nothing_is_lost(text: str) -> None:
    """Sentences hold all that is no white space, in order, and do not overlap."""
    spans = [
        span
        for first, last in paragraphs(text)
        for span in sentences(text, Abbreviations(), first, last)
    ]

    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(st.integers(1, 9_000), st.booleans())
def test_no_sentence_is_longer_than_the_limit(length: int, has_spaces: bool) -> None:
    """A text without an end is cut, at white space where there is any."""
    text = ("word " * length)[:length] if has_spaces else "w" * length

    assert all(end - start <= LONGEST for start, end in sentences(text))


@pytest.mark.skipif(not TREEBANK.exists(), reason="the shared treebank is not beside this copy")
def test_real_sentences_stay_whole() -> None:
    """Of a Romanian treebank's sentences that look like one, 97 in 100 are found exactly."""
    rules = lexicon_for("ro").tables.text
    known = Abbreviations(frozenset(rules.abbreviations), frozenset(rules.numbered))
    rows = TREEBANK.read_text("utf-8").splitlines()[1:]
    texts = (row.split("\t")[-1].strip() for row in rows)
    real = {text for text in texts if re.fullmatch(r"[A-ZĂÂÎȘȚ].*[^ .][.!?]", text)}
    joined = " ".join(sorted(real))
    found = {joined[start:end] for start, end in sentences(joined, known)}

    assert len(found & real) >= 0.97 * len(real)


@pytest.mark.parametrize(
    "expected",
    [
        ["The ferry sank.", "The crew is safe."],
        ["Bacul s-a scufundat.", "„Echipajul e bine”, spune ISU.", "Ancheta continuă."],
        ["„Plecăm!”", "Așa a spus.", "UPDATE la ora 12."],
        ["See example.com for more."],
        ["The U.S.Senate met."],
    ],
)
def test_sentences_glued_by_copying_are_parted(expected: list[str]) -> None:
    """A page that was copied without its line ends still has its sentences."""
    assert expected == _split("".join(expected))
