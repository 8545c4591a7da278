"""Reading the ledger: claims now and as they were known, lists, histories, the feed."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from claimtrack.brief import Brief, make_brief
from claimtrack.errors import (
    ClaimNotFoundError,
    InvalidValueError,
    NotFoundError,
    ReportNotFoundError,
    SourceNotFoundError,
    StoryNotFoundError,
)
from claimtrack.ledger.explaining import Explanation, explain
from claimtrack.ledger.working import Working, opened_entry
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Entry
from claimtrack.model.follow_up import claim_ids as ids_of_claims
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId, parse_claim_id, story_id
from claimtrack.model.slots import slot_name
from claimtrack.model.status import Status
from claimtrack.model.summary import Summary, from_microseconds, to_microseconds
from claimtrack.model.window import Window, window
from claimtrack.model.words import (
    any_text,
    argument,
    choice,
    moment,
    refuse,
    whole,
)
from claimtrack.model.work import WorkState
from claimtrack.ports import Query
from claimtrack.text.normalize import fold as folded

Moment = datetime | date | str
"""A moment; a day, or a text that names one, stands for its end in the ledger's zone."""


class Reading:
    """The ledger's questions. None of them writes."""

    _working: Working

    def claim(self, claim_id: str, *, known_at: Moment | None = None) -> Claim:
        """
        Read a claim.

        Args:
            claim_id: The claim.

            known_at: As it was known at this moment, by the time of recording; None for now. A day
                stands for its end in the ledger's zone.

        Raises:
            ClaimNotFoundError: There is no such claim, or there was none yet.

            InvalidValueError: It is no claim's id, or the moment is naive or cannot be read.
        """
        if known_at is None:
            return self._working.current(claim_id)
        claim = self._working.known(parse_claim_id(claim_id), self._until(known_at))
        if claim is None:
            raise self._missing(claim_id)
        return claim

    def _missing(self, claim_id: str) -> ClaimNotFoundError:
        """Say that a claim is not there, or since when it is."""
        sealed = self._working.store.history(parse_claim_id(claim_id))
        opened_at = from_microseconds(sealed[0].recorded_us) if sealed else None
        return ClaimNotFoundError(claim_id, opened_at)

    def summary(self, claim_id: str) -> Summary:
        """
        Read a claim's row: status, grade, work and times, without its history.

        Raises:
            ClaimNotFoundError: There is no such claim.

            InvalidValueError: It is no claim's id.
        """
        found = self._working.store.summary(parse_claim_id(claim_id))
        if found is None:
            raise ClaimNotFoundError(claim_id)
        return found

    def claims(
        self,
        *,
        story: str | None = None,
        status: Status | str | None = None,
        work: WorkState | str | None = None,
        unclear: str | None = None,
        text: str | None = None,
        source: str | None = None,
        report: str | None = None,
        recorded_since: Moment | None = None,
        reported_since: Moment | None = None,
        limit: int | None = None,
    ) -> Iterator[Summary]:
        """
        List claims, as summaries, in the order in which they were opened.

        Args:
            story: Of this story.

            status: Of this status.

            work: With the desk's work in this state.

            unclear: With this slot called unclear and not answered.

            text: With a wording or translation that holds all of these words; case and accents do
                not matter. A text without a word is refused.

            source: Resting on this source, by id.

            report: With an entry that came with this report, by id.

            recorded_since: With an entry recorded at this moment or later, or from this day on.

            reported_since: With a report of this moment or later, or from this day on.

            limit: At most so many; None for all.

        Raises:
            StoryNotFoundError: No claim belongs to the story.

            SourceNotFoundError: No claim rests on the source.

            ReportNotFoundError: No entry came with the report.

            InvalidValueError: A condition is not one that the ledger knows.
        """
        query = Query(
            story=None if story is None else argument("story", _story, story),
            status=None if status is None else choice(Status, "status", status),
            work=None if work is None else choice(WorkState, "work", work),
            unclear=None if unclear is None else argument("unclear", slot_name, unclear),
            words=None if text is None else argument("text", _words, text),
            source=None if source is None else SourceId(argument("source", any_text, source)),
            report=None if report is None else ReportId(argument("report", any_text, report)),
            recorded_since=self._since("recorded_since", recorded_since),
            reported_since=self._since("reported_since", reported_since),
            limit=_limit(limit),
        )
        self._require_known(query)
        return self._working.store.find(query)

    def _require_known(self, query: Query) -> None:
        """Refuse what no claim has or ever had: nothing found would read as nothing on record."""
        # One that was asked for comment alone is known, and no claim rests on it.
        resting = "is none that a claim rests on"
        asked: tuple[tuple[type[NotFoundError], str, str | None, Query], ...] = (
            (StoryNotFoundError, "", query.story, Query(story=query.story, limit=1)),
            (SourceNotFoundError, resting, query.source, Query(source=query.source, limit=1)),
            (ReportNotFoundError, "", query.report, Query(report=query.report, limit=1)),
        )
        for error, reason, key, alone in asked:
            if key is not None and not any(self._working.store.find(alone)):
                raise error(key, reason)

    def due(self, at: datetime | None = None, *, limit: int | None = None) -> Iterator[Summary]:
        """
        List the claims that somebody should look at.

        Args:
            at: The moment to judge by, aware; None for now.

            limit: At most so many; None for all.

        Returns:
            Their summaries; `Summary.due_reasons` says why.

        Raises:
            InvalidValueError: The moment is naive, or the limit is no number.
        """
        moment_ = self.now() if at is None else argument("at", moment, at)
        at_us = to_microseconds(moment_)
        return self._working.store.find(Query(due_at=at_us, limit=_limit(limit)))

    def history(self, claim_id: str, *, known_at: Moment | None = None) -> tuple[Entry, ...]:
        """
        Read every entry of a claim, oldest first.

        Raises:
            ClaimNotFoundError: There is no such claim, or there was none yet.

            InvalidValueError: It is no claim's id, or the moment is naive or cannot be read.
        """
        until = None if known_at is None else self._until(known_at)
        sealed = self._working.store.history(parse_claim_id(claim_id), until_us=until)
        if not sealed:
            raise self._missing(claim_id)
        return tuple(opened_entry(one) for one in sealed)

    def explain(self, claim_id: str) -> Explanation:
        """
        Say why a claim stands as it does, judged again now, and whether its stamp differs.

        Raises:
            ClaimNotFoundError: There is no such claim.

            InvalidValueError: It is no claim's id.
        """
        return explain(self.claim(claim_id), self._working.policy)

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """
        Follow the ledger: every entry in the order of writing.

        Args:
            after: Leave out positions up to this one; the position of the last entry that was seen.

        Raises:
            InvalidValueError: *after* is no position.
        """
        seen = argument("after", whole, after)
        return (opened_entry(one) for one in self._working.store.entries(after=seen))

    def brief(
        self,
        *,
        story: str | None = None,
        claim_ids: Iterable[str] | None = None,
        known_at: Moment | None = None,
        since: Moment | None = None,
    ) -> Brief:
        """
        Put together what is known of some claims, what is not, and what changed.

        Args:
            story: The claims of this story; None for any.

            claim_ids: These claims alone; None for all.

            known_at: As it was known at this moment; None for now. A day stands for its end.

            since: Tell also what changed since this moment; a day from its beginning.

        Raises:
            ClaimNotFoundError: One of *claim_ids* does not exist, or did not yet.

            StoryNotFoundError: No claim belongs to the story.

            InvalidValueError: A moment is naive or cannot be read, or an id is none.
        """
        given = None if claim_ids is None else argument("claim_ids", ids_of_claims, claim_ids)
        if story is not None:
            self._require_known(Query(story=argument("story", _story, story)))
        names = [row.id for row in self.claims(story=story)] if given is None else given
        until = None if known_at is None else self._until(known_at)
        told = self._as_known(names, until)
        for name in given or ():
            if name not in told:
                raise self._missing(name)
        since_us = self._since("since", since)
        return make_brief(
            [claim for claim in told.values() if story is None or claim.story == story],
            before=None if since_us is None else self._as_known(told, since_us - 1),
            since=from_microseconds(since_us),
            known_at=from_microseconds(until),
        )

    def _as_known(self, names: Iterable[ClaimId], until: int | None) -> dict[ClaimId, Claim]:
        """Read claims as they were known, leaving out those that were not open yet."""
        working = self._working
        changes = working.store.changes()
        found: dict[ClaimId, Claim | None] = {}
        for name in names:
            if until is None:
                held = working.held(name, changes)
                found[name] = None if held is None else held.claim
            else:
                found[name] = working.known(name, until)
        return {name: claim for name, claim in found.items() if claim is not None}

    def now(self) -> datetime:
        """Say what time the ledger's clock has; aware, UTC."""
        return self._working.clock.now()

    def _until(self, known_at: Moment) -> int:
        """Give the last microsecond that a moment, or a day, includes."""
        if isinstance(known_at, datetime):
            return to_microseconds(argument("known_at", moment, known_at)) or 0
        latest = self._window("known_at", known_at).latest
        if latest is None:
            raise InvalidValueError("known_at", known_at, "must have an end")
        return (to_microseconds(latest) or 0) - 1

    def _since(self, field: str, since: Moment | None) -> int | None:
        if since is None:
            return None
        earliest = self._window(field, since).earliest
        if earliest is None:
            raise InvalidValueError(field, since, "must have a beginning")
        return to_microseconds(earliest)

    def _window(self, field: str, value: Moment) -> Window:
        found = argument(field, _when, value)
        zone = self._working.zone
        return found.anchored(zone) if zone else found


def _when(value: Moment) -> Window:
    found = window(value)
    if found is None:
        raise refuse(value, "must be a text, a date or a moment")
    return found


def _story(value: str) -> StoryId:
    """Take a story to ask for: the empty one, of claims that belong to none, is none."""
    found = story_id(value)
    if not found:
        raise refuse(value, "must not be empty")
    return found


def _words(value: str) -> str:
    """Take words to look for, as the index has them."""
    found = folded(any_text(value))
    if not found:
        raise refuse(value, "must hold a word")
    return found


def _limit(value: int | None) -> int | None:
    """Take how many are wanted at most, or None for all."""
    return None if value is None else argument("limit", whole, value)
