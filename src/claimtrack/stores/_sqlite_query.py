"""Rows of a SQLite store, read: queries in, SQL out; rows in, values out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from claimtrack.errors import BrokenHistoryError, StoreError
from claimtrack.model.confidence import Credibility
from claimtrack.model.makers import maker_from
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.summary import Summary
from claimtrack.model.work import WorkState
from claimtrack.ports import Query, Sealed, distinct_words
from claimtrack.stores._bodies import inflated
from claimtrack.stores._sqlite_rows import key_sum
from claimtrack.stores._succession import NO_ENTRY

_COLUMNS: Final = (
    "c.id, c.story, c.text, c.lang, s.status, s.credibility, s.reliability, s.revision, s.work,"
    " s.assignee, s.unclear, s.attention, s.recheck_us, s.expected_us, s.reported_us, s.recorded_us"
)
# The join is crossed so that `standing` leads: lists come in its order, and a limit ends them.
_SUMMARIES: Final = (
    f"SELECT {_COLUMNS} FROM standing AS s CROSS JOIN claim AS c ON c.no = s.claim"  # noqa: S608
    " WHERE s.status IS NOT NULL"
)
SUMMARY: Final = (
    f"SELECT {_COLUMNS} FROM claim AS c CROSS JOIN standing AS s ON s.claim = c.no"  # noqa: S608
    " WHERE c.id = ? AND s.status IS NOT NULL"
)
KEYED_SUMMARIES: Final = (
    f"SELECT {_COLUMNS}, c.text_key FROM claim AS c CROSS JOIN standing AS s ON s.claim = c.no"  # noqa: S608
    " WHERE s.status IS NOT NULL ORDER BY c.id"
)

# A lookup is several times quicker than a call of the class.
_WORDS_OF: Final = {
    "status": {one.value: one for one in Status},
    "credibility": {one.value: one for one in Credibility},
    "reliability": {one.value: one for one in Reliability},
    "work": {one.value: one for one in WorkState},
}
_FIELDS: Final = [field.name for field in attrs.fields(Summary)]
_made: Final = maker_from(
    Summary,
    ["row"],
    {
        name: f"{name}[row[{at}]]" if name in _WORDS_OF else f"row[{at}]"
        for at, name in enumerate(_FIELDS)
    },
    _WORDS_OF,
)


def to_summary(row: tuple[Any, ...]) -> Summary:
    """
    Read the columns of a summary, in the order of its fields.

    Raises:
        StoreError: It holds a word that this release does not know.
    """
    try:
        return _made(row)  # type: ignore[no-any-return]
    except KeyError as error:
        msg = f"the row of claim {row[0]} holds {error}, which is not known"
        raise StoreError(msg) from None


def to_summaries(rows: Sequence[tuple[Any, ...]]) -> Sequence[Summary]:
    """Read many rows as `to_summary` reads one."""
    try:
        return list(map(_made, rows))
    except KeyError:
        return [to_summary(row) for row in rows]  # which says whose row it is


LOG: Final = (
    "SELECT e.position, c.id, e.revision, e.recorded_us, before.hash, e.salt, e.hash,"
    " CAST(e.body AS BLOB)"
    " FROM entry AS e JOIN claim AS c ON c.no = e.claim"
    " LEFT JOIN entry AS before ON before.position = e.before"
    " WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?"
)

HEAD: Final = (
    "SELECT e.revision, e.hash FROM claim AS c JOIN standing AS s ON s.claim = c.no"
    " JOIN entry AS e ON e.position = s.last WHERE c.id = ?"
)


def to_sealed(position_before: int, row: tuple[Any, ...]) -> Sealed:
    """
    Read a row of `LOG`.

    Raises:
        BrokenHistoryError: The entry at the position before, or the claim's one, is missing.
    """
    position, claim_id, revision, recorded_us, before, salt, seal, stored = row
    if position != position_before + 1:
        reason = f"position {position} follows {position_before}"
        raise BrokenHistoryError(claim_id, revision, reason)
    if before is None:
        if revision != 1:
            raise BrokenHistoryError(claim_id, revision, f"revision {revision - 1} is missing")
        before = NO_ENTRY.hash
    body = inflated(stored)
    return Sealed(position, claim_id, revision, recorded_us, before, salt, seal, body)


_CONDITIONS: Final = {
    "story": "s.claim IN (SELECT no FROM claim WHERE story = :story AND story <> '')",
    "status": "s.status = :status",
    "work": "s.work = :work",
    "unclear": "instr(' ' || s.unclear || ' ', ' ' || :unclear || ' ')",
    "source": "s.claim IN (SELECT r.claim FROM rests AS r"
    " JOIN source AS o ON o.no = r.source WHERE o.id = :source)",
    "report": "s.claim IN (SELECT e.claim FROM follow_up AS f"
    " JOIN entry AS e ON e.position BETWEEN f.first AND f.last"
    " WHERE f.key_sum = :report_sum AND f.key = :report AND f.report IS NULL"
    " UNION SELECT e.claim FROM follow_up AS f"
    " JOIN entry AS e ON e.position BETWEEN f.first AND f.last"
    " WHERE f.report = :report AND f.report <> '')",
    "recorded_since": "s.recorded_us >= :recorded_since",
    "reported_since": "s.reported_us >= :reported_since",
    "due_at": "s.claim IN (SELECT claim FROM standing WHERE recheck_us <= :due_at"
    " UNION ALL SELECT claim FROM standing WHERE expected_us <= :due_at"
    " UNION ALL SELECT claim FROM standing WHERE attention <> '')",
}
_WORDS: Final = (
    "s.claim IN (SELECT e.claim FROM statement AS w CROSS JOIN entry AS e ON e.position = w.rowid"
    " WHERE w.statement MATCH :words)"
)


def to_sql(query: Query) -> tuple[str, dict[str, Any]]:
    """
    Write the statement that finds a query's claims.

    Due claims are narrowed down only: whether one is due is for its summary to say, and a limit
    for the caller to keep.
    """
    values: dict[str, Any] = {
        name: value for name in _CONDITIONS if (value := getattr(query, name)) is not None
    }
    conditions = [_CONDITIONS[name] for name in values]
    if query.report is not None:
        values["report_sum"] = key_sum(query.report)
    if query.words is not None and (words := distinct_words(query.words)):
        values["words"] = " AND ".join(f'"{word}"' for word in words.split(" "))
        conditions.append(_WORDS)
    values["limit"] = -1 if query.limit is None or query.due_at is not None else query.limit
    return " AND ".join((_SUMMARIES, *conditions)) + " ORDER BY s.claim LIMIT :limit", values


def grouped_words(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Put the words of the text index, sorted, back together by position."""
    words: dict[int, list[str]] = {}
    for position, word in rows:
        words.setdefault(position, []).append(word)
    for position in sorted(words):
        yield position, " ".join(words[position])
