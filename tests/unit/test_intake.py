"""The file that an editor checks: TOML that reads back, with the words beside it."""

import re

import pytest

from claimtrack.errors import ArticleError
from claimtrack.intake import draft_file
from claimtrack.interop.follow_up_files import parse_toml
from claimtrack.reading import read, revised
from tests.unit.reading.given import draft


def test_the_file_says_what_the_draft_says() -> None:
    """Written and read back, the follow-up is the same."""
    found = draft()

    assert found.to_follow_up("ferries") == parse_toml(draft_file(found, story="ferries").encode())


def test_the_words_stand_above_each_table() -> None:
    """An editor sees what each item was read from."""
    rows = draft_file(draft()).splitlines()
    place = rows.index("[[claims]]")

    assert rows[place + 1].startswith("# “Nordlink and its crews are negotiating a return of")
    assert rows[place + 2].startswith('id = "nordlink-and-its-crews-are-negotiating-')


def test_the_heading_counts() -> None:
    """How much there is, and how much of it is unsure."""
    text = draft_file(draft())

    assert text.startswith("# Read by by-hand-1: a draft to check, not a record.\n")
    assert "# claims: 3, open questions: 1, responses: 2, to review: 0\n" in text


def test_what_was_left_out_is_told() -> None:
    """What a back-end made up stands in the heading, safe to print."""
    data = {
        "records": [
            {"id": "a", "content": {"text": "Two ferries were laid up in March"}},
            {"id": "b", "content": {"text": "No \x1b[31m such words"}},
        ]
    }

    assert r"# left out: not in the text: 'No \x1b[31m such words' @ $.records[1].content" in (
        draft_file(draft(data))
    )


def test_a_revision_counts_its_changes() -> None:
    """The heading says how the versions differ."""
    data = {"records": [{"id": "a", "content": {"text": "Talks could end on Friday"}}]}
    text = draft_file(revised(draft(data), draft()))

    assert "# claims that read otherwise: 1, new: 2, gone: 0\n" in text
    assert re.search(r'review = ".*changed since the earlier version: source', text)


def test_a_text_without_words_is_no_file() -> None:
    """There is nothing to check."""
    with pytest.raises(ArticleError, match="the text has no words"):
        draft_file(read("", lang="en"))


def test_what_was_read_beside_claims_is_told() -> None:
    """A file of comments alone says that there is no claim, and what there is."""
    text = "It is not clear who did it. The mill declined to comment. She said so."

    assert draft_file(read(text, lang="en")).splitlines()[1:] == [
        "# Nothing to apply: nothing was found that is a claim.",
        "# open question: “It is not clear who did it”",
        "# declined_to_comment: “The mill declined to comment”",
    ]


def test_one_review_may_stop_several_items() -> None:
    """The heading counts the lines to take out, not the items that they stop."""
    text = (
        "The mill will close, three officials said. The officials said it owes 40 euros. Rain fell "
        "in May. The mill declined to comment."
    )
    written = draft_file(read(text, lang="en"))
    stopped = [one for one in parse_toml(written.encode()).items if one.review]

    assert (1, 2) == (written.count("\nreview = "), len(stopped))
    assert "to review: 1\n" in written


WIRE = (
    "LOWMERE, March 10 (Reuters) - The mill closed on Monday. It will be sold in May, police said."
)


def test_phrases_that_want_a_date_are_told() -> None:
    """Beside the claims and in the heading, with the day that lacks its year."""
    rows = draft_file(read(WIRE, lang="en")).splitlines()

    assert (
        "# no date of publication is known: give it with --published, or these have no window: "
        "“on Monday”, “in May”"
    ) in rows
    assert "# the dateline says “March 10”, of a year that is not told" in rows
    assert "# no window without a date of publication: “on Monday”" in rows
    assert "# no window without a date of publication: “in May”" in rows


def test_a_date_of_publication_wants_no_comment() -> None:
    """Nor do texts without such phrases."""
    dated = draft_file(read(WIRE, lang="en", published_at="2026-03-10"))
    plain = draft_file(read("The mill closed in Lowmere.", lang="en"))

    assert "date of publication" not in dated + plain
