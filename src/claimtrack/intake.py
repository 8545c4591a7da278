"""
Intake: an article in, a drafted follow-up out, as the file that an editor checks.

Reading knows nothing of files, and files know nothing of reading; here they are put together.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimtrack.errors import ArticleError
from claimtrack.interop.follow_up_toml import to_toml
from claimtrack.reading import Draft, Revision
from claimtrack.reading.dates.standpoint import NEEDS_DATE
from claimtrack.reading.findings import DateFound, Place
from claimtrack.text import printable

_SHOWN = 160
"""Characters of the article's words that a comment shows; ours, two lines on a screen."""


def draft_file(read: Draft | Revision, *, story: str = "") -> str:
    """
    Write what was read as a follow-up file in TOML.

    Args:
        read: A draft, or what a corrected version changes.

        story: The story that new claims belong to; empty for none.

    Returns:
        The file. Above each claim and update stand the words it was read from; what is unsure has a
        ``review`` that a person takes out. Of two versions that make the same claims, comments
        alone: which sentences read otherwise, and that there is nothing to apply; likewise of an
        article in which nothing was found that is a claim.

    Raises:
        ArticleError: There are no words in the text.
    """
    draft = read.draft if isinstance(read, Revision) else read

    undated = _undated(draft)

    def _comments(table: Mapping[str, Any]) -> Iterator[str]:
        read = table.get("read", {})
        if "start" in read:
            yield f"“{_shown(draft.text[read['start'] : read['end']])}”"
        if "text" in table and "start" in read:
            claim = Place(start=read["start"], end=read["end"])
            inside = [one for one in undated if claim.holds(one)]
            if inside:
                yield f"no window without a date of publication: {_phrases(draft, inside)}"

    if isinstance(read, Revision) and read.is_empty:
        told = ("Nothing to apply: the two versions make the same claims.", *_otherwise(read))
        return "".join(f"# {line}\n" for line in told)
    if isinstance(read, Draft) and not read.claims:
        return "".join(f"# {line}\n" for line in _without_claims(read))
    follow_up = read.to_follow_up(story)
    tables = to_toml(follow_up, comments=_comments)
    heading = "\n".join(f"# {line}" for line in _heading(read, draft, tables.count(_REVIEW)))
    return f"{heading}\n\n{tables}"


_REVIEW = "\nreview = "
"""How the line begins that stops a table; a text within quotation marks has no such line."""


def _without_claims(draft: Draft) -> Iterator[str]:
    """Say that there is nothing to apply, and what was read beside claims."""
    if not draft.sentences:
        raise ArticleError(("the text has no words @ $",))
    yield f"Read by {draft.reader}."
    yield "Nothing to apply: nothing was found that is a claim."
    for question in draft.questions:
        yield f"open question: “{_shown(question.of(draft.text))}”"
    for response in draft.responses:
        yield f"{response.kind}: “{_shown(response.clause.of(draft.text))}”"
    for attribution in draft.attributions:
        yield f"words of attribution: “{_shown(attribution.cue.of(draft.text))}”"
    yield from _besides(draft)


def _heading(read: Draft | Revision, draft: Draft, reviews: int) -> Iterator[str]:
    yield f"Read by {draft.reader}: a draft to check, not a record."
    yield "Correct it, take out each review once you have looked, then: claimtrack apply FILE"
    yield (
        f"claims: {len(draft.claims)}, open questions: {len(draft.questions)},"
        f" responses: {len(draft.responses)}, to review: {reviews}"
    )
    if isinstance(read, Revision):
        yield (
            f"claims that read otherwise: {len(read.changed)}, new: {len(read.added)},"
            f" gone: {len(read.removed)}"
        )
        yield from _otherwise(read)
    yield from _besides(draft)


def _besides(draft: Draft) -> Iterator[str]:
    """Say what of the article stands in no table."""
    undated = _undated(draft)
    if undated:
        yield (
            "no date of publication is known: give it with --published, or these have no window: "
            + _phrases(draft, undated)
        )
        if draft.dateline is not None and draft.dateline.day:
            yield f"the dateline says “{_shown(draft.dateline.day)}”, of a year that is not told"
    for one in draft.news:
        yield f"{one.kind}: “{_shown(one.of(draft.text))}”"
    for line in draft.dropped:
        yield f"left out: {printable(line)}"


def _undated(draft: Draft) -> tuple[DateFound, ...]:
    """Give the dates that count from a day of publication, where none is known."""
    if draft.report.published_at is not None:
        return ()
    return tuple(one for one in draft.dates if one.note == NEEDS_DATE)


def _phrases(draft: Draft, dates: Iterable[DateFound]) -> str:
    """Show the words of dates, each once."""
    words = dict.fromkeys(_shown(one.of(draft.text)) for one in dates)
    return ", ".join(f"“{one}”" for one in words)


def _otherwise(read: Revision) -> Iterator[str]:
    """Show the sentences that read otherwise, as they were (-) and as they are (+)."""
    for before, after in read.sentences:
        yield from (f"- {_shown(one)}" for one in [before] if one)
        yield from (f"+ {_shown(one)}" for one in [after] if one)


def _shown(words: str) -> str:
    line = printable(" ".join(words.split()))
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
