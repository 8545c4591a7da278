"""Telling what became of follow-up files: each as it is applied, then the brief."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import indent
from typing import TYPE_CHECKING

import attrs
import click

from claimtrack.brief import saying
from claimtrack.cli._changes import changes_in_words
from claimtrack.cli._failing import failure_of
from claimtrack.cli._output import Form, Output, plain
from claimtrack.errors import ClaimtrackError
from claimtrack.ledger import Change, Changes, Ledger
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.ids import ClaimId, StoryId
from claimtrack.model.report import Report
from claimtrack.model.window import Window
from claimtrack.text import printable, width, wrap
from claimtrack.wording import counted, phrase

if TYPE_CHECKING:
    from claimtrack.interop.follow_up_files import Located

_EACH = 20
"""Follow-ups of one file that are told one by one; of more, the sum is told."""

_PROGRESS = 1_000
"""After how many follow-ups progress is told."""

_INDENT = 2
"""Spaces before what a file changed."""


@attrs.frozen(kw_only=True)
class Applied:
    """
    What became of one follow-up.

    Attributes:
        file: The file that it came from.

        key: Its key.

        was_applied: Whether it had been applied before.

        claims: What happened to each claim.
    """

    file: str
    key: str
    was_applied: bool
    claims: tuple[Change, ...]


class Telling:
    """
    What is told while files are applied.

    Args:
        output: Where it goes.

        ledger: Where files are applied.

        shows_progress: Whether long runs are told of on standard error.
    """

    def __init__(self, output: Output, ledger: Ledger, *, shows_progress: bool) -> None:
        self._output = output
        self._ledger = ledger
        self._shows_progress = shows_progress
        self._told = 0
        self._file = ""
        self._noted: list[tuple[str, Report]] = []
        self._latest: Located | None = None
        self._claims: dict[ClaimId, None] = {}
        self._done: list[Applied] = []

    def noting(self, file: str, follow_ups: "Iterable[Located]") -> Iterator[FollowUp]:
        """Pass a file's follow-ups on, and note of each what is told of it later."""
        self._file = file
        self._noted = []
        self._latest = None
        self._told = 0
        for located in follow_ups:
            self._latest = located
            one = located.follow_up
            self._noted.append((one.key, one.report))
            self._claims |= dict.fromkeys(item.claim_id for item in one.items)
            yield one

    def progress(self, count: int) -> None:
        """Tell how many follow-ups of the file were applied, now and then."""
        if self._shows_progress and count - self._told >= _PROGRESS:
            self._told = count - count % _PROGRESS
            told = counted("follow_up", self._told, self._output.lang)
            click.echo(printable(f"claimtrack: {self._file}: {told}"), err=True)

    def applied(self, changes: Sequence[Changes]) -> None:
        """Tell what the file changed."""
        for one in changes:
            self._claims |= dict.fromkeys(change.claim_id for change in one.claims)
        if self._output.is_text:
            self._output.text("\n".join(self._in_words(changes)))
            return
        done = [
            Applied(file=self._file, key=key, was_applied=one.was_applied, claims=one.claims)
            for (key, _), one in zip(self._noted, changes, strict=True)
        ]
        if self._output.form is Form.LINES:
            self._output.many("applied", done, str)
        else:
            self._done += done

    def failed(
        self, error: ClaimtrackError | OSError | KeyboardInterrupt, not_applied: Sequence[str]
    ) -> int:
        """
        Tell what ended it, where in the file that is, and what was applied before.

        Args:
            error: What ended it.

            not_applied: The files that were not applied.

        Returns:
            The exit status.
        """
        failure = failure_of(error, self._latest)
        beside = {"applied": self._done, "not_applied": list(not_applied)}
        return failure.tell(as_json=self._output.form is Form.JSON, beside=beside)

    def end(self, *, with_brief: bool) -> None:
        """Tell what remains to be told: the brief of each story that is concerned."""
        briefs = list(self._briefs()) if with_brief else []
        if self._output.form is Form.JSON:
            self._output.data({"applied": self._done, "briefs": briefs})
        elif self._output.form is Form.LINES:
            self._output.many("briefs", briefs, str)

    def _in_words(self, changes: Sequence[Changes]) -> Iterator[str]:
        lang, columns = self._output.lang, self._output.columns
        if len(changes) > _EACH:
            entries = sum(one.entry_count for one in changes)
            told = f"{counted('follow_up', len(changes), lang)}, {counted('entry', entries, lang)}"
            yield wrap(f"{printable(self._file)}: {told}", columns, hanging=_INDENT)
            return
        for (_, report), one in zip(self._noted, changes, strict=True):
            when = "" if report.published_at is None else _day(report.published_at)
            about = ", ".join(saying.line(part) for part in (report.outlet, when) if part)
            yield wrap(
                ": ".join(filter(None, (printable(self._file), about))), columns, hanging=_INDENT
            )
            told = changes_in_words(self._ledger, one, lang, columns - _INDENT)
            if not told:
                key = "page.applied_before" if one.was_applied else "brief.nothing_changed"
                told = phrase(key, (), lang)
            yield indent(told, " " * _INDENT)

    def _briefs(self) -> Iterator[dict[str, object]]:
        by_story: dict[StoryId, list[ClaimId]] = {}
        for claim_id in self._claims:
            by_story.setdefault(self._ledger.summary(claim_id).story, []).append(claim_id)
        lang, columns = self._output.lang, self._output.columns
        for story, claim_ids in by_story.items():
            if story:
                brief = self._ledger.brief(story=story)
            else:
                brief = self._ledger.brief(claim_ids=claim_ids)
            if self._output.is_text:
                title = f"{phrase('page.story', (), lang).capitalize()}: {story}" if story else ""
                rule = "=" * (width(title) or columns)
                self._output.text(f"\n{title}\n{rule}\n{brief.in_words(lang, columns=columns)}")
            else:
                yield {"story": story, **plain(brief)}


def _day(published: Window) -> str:
    """Say when a report came out, without the time of day."""
    words = str(published)
    day, at, _ = words.partition("T")
    return day if at and len(day) == len("2025-12-02") else words
