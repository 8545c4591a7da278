"""What a memory store keeps beside the log."""

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, Final
from zlib import crc32

from claimtrack.model.confidence import Credibility
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.summary import Summary
from claimtrack.model.work import WorkState
from claimtrack.ports import Applied, Query, Rows, Statement, distinct_words
from claimtrack.stores._due import is_due
from claimtrack.stores._memory_log import MemoryLog
from claimtrack.stores._memory_sources import MemorySources
from claimtrack.stores._packed import Packed, Places
from claimtrack.stores._succession import unknown_source

Undo = list[Callable[[], object]]
"""What takes back each step made so far, in order."""

_STATUSES: Final = tuple(Status)
_STATUS_NUMBERS: Final = {status: number for number, status in enumerate(_STATUSES)}
_NO_ROW: Final = len(_STATUSES)
_CREDIBILITIES: Final = {one.value: one for one in Credibility}
_RELIABILITIES: Final = {one.value: one for one in Reliability}
_WORK_STATES: Final = {one.value: one for one in WorkState}


class MemoryRows:
    """
    Summaries by claim number, packed; which claims rest on which sources; wordings.

    The indexes may name claims that are not meant any more; the summary has the last word.
    """

    def __init__(self) -> None:
        self.sources = MemorySources()
        self._summaries: list[bytes] = []
        self._statuses = bytearray()
        self._stories: dict[StoryId, array[int]] = {}
        self._text_keys = Places()
        self._text_claims = array("I")
        self._words = Packed()
        self._positions = array("Q")

    def put(self, number: int, summary: Summary, text_key: int, undo: Undo) -> None:
        """Keep a claim's summary."""
        if number >= len(self._summaries):
            undo.append(partial(self._shrink, len(self._summaries)))
        while number >= len(self._summaries):
            self._summaries.append(b"")
            self._statuses.append(_NO_ROW)
        before, status = self._summaries[number], self._statuses[number]
        undo.append(partial(self._put_back, number, before, status))
        known = _unpack(before) if before else ()
        if not known or known[0] != summary.story:
            self._stories.setdefault(summary.story, array("I")).append(number)
        if not known or known[-1] != text_key:
            self._text_claims.append(number)
            self._text_keys.add(_short(text_key))
        self._summaries[number] = _pack(summary, text_key)
        self._statuses[number] = _STATUS_NUMBERS[summary.status]

    def _put_back(self, number: int, before: bytes, status: int) -> None:
        self._summaries[number] = before
        self._statuses[number] = status

    def _shrink(self, count: int) -> None:
        del self._summaries[count:]
        del self._statuses[count:]

    def put_sources(self, records: Mapping[SourceId, bytes], undo: Undo) -> None:
        """Keep what is known of sources."""
        sources = self.sources
        undo.append(partial(sources.cut, sources.counts))
        for source_id, record in records.items():
            number = sources.number(source_id)
            if number is None:
                sources.add(source_id, record)
            else:
                undo.append(partial(sources.records.__setitem__, number, sources.records[number]))
                sources.records[number] = record

    def put_rests(self, rests: Iterable[tuple[int, SourceId]], undo: Undo) -> None:
        """Keep which claims rest on which sources."""
        undo.append(partial(self.sources.cut, self.sources.counts))
        for claim, source_id in rests:
            source = self.sources.number(source_id)
            if source is None:
                raise unknown_source(source_id)
            self.sources.add_pair(source, claim)

    def put_statements(self, statements: Iterable[Statement], undo: Undo) -> None:
        """Keep wordings."""
        undo.append(partial(self._cut_statements, len(self._positions)))
        for position, words in statements:
            if distinct := distinct_words(words):
                self._words.append(f" {distinct} ".encode())
                self._positions.append(position)

    def _cut_statements(self, count: int) -> None:
        self._words.cut(count)
        del self._positions[count:]

    def summary(self, number: int, claim_id: ClaimId) -> Summary | None:
        """Read a claim's summary."""
        kept = number < len(self._summaries) and self._summaries[number]
        return _summary(claim_id, self._statuses[number], _unpack(kept)) if kept else None

    def same_text(self, text_key: int) -> Iterator[int]:
        """Find the claims whose row has this text key, in order."""
        asked = {self._text_claims[one] for one in self._text_keys.find(_short(text_key))}
        for number in sorted(asked):
            kept = number < len(self._summaries) and self._summaries[number]
            if kept and _unpack(kept)[-1] == text_key:
                yield number

    def find(self, query: Query, log: MemoryLog, reported: Iterable[int]) -> list[Summary]:
        """
        Read the summaries that a query asks for.

        Args:
            query: The query.

            log: Whose the claims are.

            reported: The claims with an entry that came with the query's report, where it has one.
        """
        found = (
            summary
            for number in self._candidates(query, log, reported)
            if (summary := self.summary(number, log.claim_ids[number])) and _fits(summary, query)
        )
        return list(islice(found, query.limit))

    def _candidates(self, query: Query, log: MemoryLog, reported: Iterable[int]) -> Iterable[int]:
        asked: list[Iterable[int]] = []
        if query.report is not None:
            asked.append(reported)
        if query.source is not None:
            asked.append(self.sources.claims_of(query.source))
        if query.story is not None:
            asked.append(self._stories.get(query.story, ()))
        if query.words is not None and (words := distinct_words(query.words)):
            asked.append(self._saying(words.split(" "), log))
        if asked:
            first, *others = asked
            numbers = set(first).intersection(*others)
            return sorted(number for number in numbers if number < len(self._summaries))
        if query.status is not None:
            return self._of_status(_STATUS_NUMBERS[query.status])
        return range(len(self._summaries))

    def _saying(self, words: Sequence[str], log: MemoryLog) -> Iterator[int]:
        # The longest word is likely the rarest.
        first, *others = sorted((f" {word} ".encode() for word in words), key=len, reverse=True)
        for number in self._words.holding(first):
            statement = self._words[number]
            if all(word in statement for word in others):
                yield log.owners[self._positions[number] - 1]

    def _of_status(self, status: int) -> Iterator[int]:
        number = self._statuses.find(status)
        while number >= 0:
            yield number
            number = self._statuses.find(status, number + 1)

    def to_rows(self, log: MemoryLog) -> Rows:
        """Write all of it out, sorted."""
        summaries = [
            (_summary(claim_id, self._statuses[number], values), values[-1])
            for claim_id, number in sorted(log.numbers.items())
            if number < len(self._summaries) and (kept := self._summaries[number])
            for values in (_unpack(kept),)
        ]
        return Rows(
            summaries=summaries,
            statements=sorted(
                Statement(position, self._words[number].decode().strip())
                for number, position in enumerate(self._positions)
            ),
            sources=dict(sorted(self.sources.all())),
            rests=sorted(
                (log.claim_ids[claim], source_id) for claim, source_id in self.sources.all_pairs()
            ),
        )


class MemoryFollowUps:
    """Applied follow-ups, found by key and by report."""

    def __init__(self) -> None:
        self._packed = Packed()
        self._keys = Places()
        self._reports = Places()
        self._reported = array("I")

    @property
    def end(self) -> int:
        """The position of the last follow-up's last entry; 0 for none."""
        return self._read(len(self._packed) - 1).last if len(self._packed) else 0

    def append(self, applied: Iterable[Applied]) -> None:
        """Add follow-ups."""
        for one in applied:
            number = self._keys.add(_sum(one.key))
            report = None if one.report == one.key else one.report
            kept = (one.key, report, one.digest, one.first, one.last)
            self._packed.append(marshal.dumps(kept, 2))
            if one.report and one.report != one.key:
                self._reports.add(_sum(one.report))
                self._reported.append(number)

    def cut(self, count: int) -> None:
        """Keep the first *count* only."""
        self._packed.cut(count)
        self._keys.cut(count)
        while self._reported and self._reported[-1] >= count:
            self._reported.pop()
        self._reports.cut(len(self._reported))

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[Applied]:
        return map(self._read, range(len(self._packed)))

    def of_key(self, key: str) -> Iterator[Applied]:
        """Find the follow-ups of a key, oldest first."""
        return (one for one in map(self._read, self._keys.find(_sum(key))) if one.key == key)

    def of_report(self, report: ReportId | str) -> Iterator[Applied]:
        """Find the follow-ups of a report."""
        yield from (one for one in self.of_key(report) if one.report == report)
        for at in self._reports.find(_sum(report)):
            one = self._read(self._reported[at])
            if one.report == report:
                yield one

    def _read(self, number: int) -> Applied:
        key, report, *others = marshal.loads(self._packed[number])  # noqa: S302
        return Applied(key, key if report is None else report, *others)


def _sum(text: str) -> int:
    return crc32(text.encode())


def _short(text_key: int) -> int:
    return text_key & 0xFFFF_FFFF


def _pack(summary: Summary, text_key: int) -> bytes:
    # Version 2 of the format: the later ones look for repeated objects.
    return marshal.dumps(
        (
            summary.story,
            summary.text,
            summary.lang,
            summary.credibility._value_,
            summary.reliability._value_,
            summary.revision,
            summary.work._value_,
            summary.assignee,
            summary.unclear,
            summary.attention,
            summary.recheck_us,
            summary.expected_us,
            summary.reported_us,
            summary.recorded_us,
            text_key,
        ),
        2,
    )


def _unpack(kept: bytes) -> tuple[Any, ...]:
    values: tuple[Any, ...] = marshal.loads(kept)  # noqa: S302
    return values


def _summary(claim_id: ClaimId, status: int, values: tuple[Any, ...]) -> Summary:
    story, text, lang, credibility, reliability, revision, work, *others, _ = values
    return Summary(
        claim_id,
        story,
        text,
        lang,
        _STATUSES[status],
        _CREDIBILITIES[credibility],
        _RELIABILITIES[reliability],
        revision,
        _WORK_STATES[work],
        *others,
    )


def _fits(summary: Summary, query: Query) -> bool:
    """Whether a summary meets the conditions that it can tell."""
    return (
        (query.story is None or (summary.story == query.story and summary.story != ""))
        and (query.status is None or summary.status is query.status)
        and (query.work is None or summary.work is query.work)
        and (query.unclear is None or f" {query.unclear} " in f" {summary.unclear} ")
        and (query.recorded_since is None or summary.recorded_us >= query.recorded_since)
        and (
            query.reported_since is None
            or (summary.reported_us is not None and summary.reported_us >= query.reported_since)
        )
        and (query.due_at is None or is_due(summary, query.due_at))
    )
