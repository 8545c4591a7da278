"""
What the ledger needs from the world: a place for entries, a clock, and names.

Stores keep bytes and rows. They know no codec, no fold and no policy: the ledger hands them what
to keep, in one `Batch` for each transaction.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

import attrs

from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId
from claimtrack.model.status import Status
from claimtrack.model.summary import Summary
from claimtrack.model.work import WorkState


class Sealed(NamedTuple):
    """
    An entry as a store keeps it.

    Attributes:
        position: Its number within the ledger: 1, 2, 3, ... without gaps.

        claim_id: The claim.

        revision: Its number within the claim: 1, 2, 3, ... without gaps.

        recorded_us: When the ledger learned it, microseconds since 1970 in UTC; never less than
            that of the position before.

        previous_hash: The hash of the claim's entry before; 32 zero bytes for the first.

        salt: 16 bytes.

        hash: 32 bytes.

        body: What `claimtrack.codec.encode` wrote.
    """

    position: int
    claim_id: ClaimId
    revision: int
    recorded_us: int
    previous_hash: bytes
    salt: bytes
    hash: bytes
    body: bytes


class Head(NamedTuple):
    """Where a claim's history ends: its latest revision and that entry's hash."""

    revision: int
    hash: bytes


class Tail(NamedTuple):
    """Where the ledger ends: its last position and that entry's time; 0 and 0 when empty."""

    position: int
    recorded_us: int


class Statement(NamedTuple):
    """
    A wording of a claim, for the text index.

    Attributes:
        position: The entry that brought it; an entry brings one wording at most.

        words: The words as `claimtrack.text.normalize.fold` gives them: alphanumeric runs between
            single spaces. A store reads them back as `distinct_words` has them, and keeps no
            wording without a word.
    """

    position: int
    words: str


LONGEST_WORD = 64
"""How much of a word counts in a search. Ours: no word of the news is as long."""


def distinct_words(words: str) -> str:
    """
    Bring words into the form in which a search compares them.

    Args:
        words: As `Statement.words`.

    Returns:
        Each word once, in order of code points, cut to `LONGEST_WORD`, between single spaces.

    Example:
        >>> distinct_words("sunt 100 de detinuti de constiinta")
        '100 constiinta de detinuti sunt'
    """
    return " ".join(sorted({word[:LONGEST_WORD] for word in words.split()}))


class Applied(NamedTuple):
    """
    A follow-up that was applied.

    Attributes:
        key: Its key.

        report: The report that it came with; empty for none.

        digest: 32 bytes that tell its content.

        first: The position of its first entry.

        last: The position of its last entry.
    """

    key: str
    report: ReportId | str
    digest: bytes
    first: int
    last: int


@attrs.define(kw_only=True)
class Rows:
    """
    What a store keeps beside the log so that listing is fast. All of it follows from the log.

    Attributes:
        summaries: The latest row of each claim that the batch touched, with the key of its text:
            64 bits that equal texts in one story share.

        statements: New wordings.

        sources: What is known of sources, by id, as bytes that may be empty; the latest record
            replaces the one before.

        rests: Which claims rest on which sources; a pair that is known already changes nothing.
    """

    summaries: Sequence[tuple[Summary, int]] = ()
    statements: Sequence[Statement] = ()
    sources: Mapping[SourceId, bytes] = attrs.field(factory=dict)
    rests: Sequence[tuple[ClaimId, SourceId]] = ()


@attrs.define(kw_only=True)
class Batch:
    """
    What one transaction appends.

    Attributes:
        entries: New entries in order; their positions follow the ledger's last one, their revisions
            each claim's last one.

        rows: What changes beside the log.

        applied: The follow-ups that brought the entries.
    """

    entries: Sequence[Sealed]
    rows: Rows
    applied: Sequence[Applied] = ()


@attrs.frozen(kw_only=True)
class Query:
    """
    Which claims to list. Every condition that is given must hold.

    Attributes:
        story: Claims of this story.

        status: Claims of this status.

        work: Claims whose work is in this state.

        unclear: Claims with this slot called unclear and not answered.

        words: Claims of which one wording holds all of these words; as `Statement.words`.

        source: Claims that rest on this source.

        report: Claims with an entry that came with this report.

        recorded_since: Claims with an entry recorded at this moment or later, microseconds.

        reported_since: Claims with a report of this moment or later, microseconds.

        due_at: Claims to be looked at by this moment, microseconds: recheck time reached, expected
            time passed, or in need of attention.

        limit: At most so many claims; None for all.
    """

    story: StoryId | None = None
    status: Status | None = None
    work: WorkState | None = None
    unclear: str | None = None
    words: str | None = None
    source: SourceId | None = None
    report: ReportId | None = None
    recorded_since: int | None = None
    reported_since: int | None = None
    due_at: int | None = None
    limit: int | None = None


class Writing(Protocol):
    """One transaction, open for as long as its ``with`` block; nobody else writes meanwhile."""

    def tail(self) -> Tail:
        """Say where the ledger ends."""

    def append(self, batch: Batch) -> None:
        """
        Append a batch; may be called more than once.

        Raises:
            BrokenHistoryError: A position or a revision does not follow the last one.
        """

    def replace_rows(self, rows: Rows) -> None:
        """Throw away everything beside the log but applied follow-ups, and keep *rows* instead."""

    def add_rows(self, rows: Rows) -> None:
        """Keep further rows, after `replace_rows`."""


class EntryStore(Protocol):
    """
    Where entries live. May be shared between threads.

    Promises, checked for every store by ``claimtrack.testing.StoreContract``:

    1. A transaction is all or nothing, and durable when its ``with`` block has ended.
    2. Positions and revisions count up from 1 without gaps, in commit order.
    3. Only one transaction is open at a time; another waits, or fails as unavailable.
    4. What was appended reads back equal, for as long as the store exists.
    5. Every failure is a `StoreError`, also one met while iterating.
    6. An iteration shows the ledger as it was at its first step.
    7. A reader never sees a part of a transaction.
    8. Rows beside the log are those of the last batch that named them; lists come in the order in
       which claims were opened.
    """

    def writing(self) -> AbstractContextManager[Writing]:
        """
        Open a transaction; it is committed when the block ends and undone when it raises.

        Raises:
            StoreUnavailableError: Somebody else holds the store for too long, it is read-only, or
                the disk is full.
        """

    def changes(self) -> int:
        """Give a number that moves whenever somebody else wrote to the store."""

    def entries(self, *, after: int = 0) -> Iterator[Sealed]:
        """Read the log in order of position, leaving out positions up to *after*."""

    def history(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> Sequence[Sealed]:
        """
        Read one claim's entries, oldest first.

        Args:
            claim_id: The claim; an unknown one has no entries.

            after: Leave out revisions up to this one.

            until_us: Leave out what was recorded later than this moment, microseconds.
        """

    def bodies(
        self, claim_id: ClaimId, *, after: int = 0, until_us: int | None = None
    ) -> tuple[Head, Sequence[bytes]]:
        """
        Say where a claim's history ends, and read the bodies alone of what `history` gives.

        That is all a claim is folded from, and readers wait for it.

        Args:
            claim_id: The claim; the history of an unknown one ends at revision 0.

            after: Leave out revisions up to this one.

            until_us: Leave out what was recorded later than this moment, microseconds.
        """

    def head(self, claim_id: ClaimId) -> Head | None:
        """Say where a claim's history ends; None for an unknown claim."""

    def summary(self, claim_id: ClaimId) -> Summary | None:
        """Read a claim's row; None for an unknown claim."""

    def find(self, query: Query) -> Iterator[Summary]:
        """Read the rows of the claims that a query asks for, in the order of their opening."""

    def same_text(self, text_key: int) -> Sequence[ClaimId]:
        """Find the claims whose row has this text key."""

    def source(self, source_id: SourceId) -> bytes | None:
        """Read a source's record; None for an unknown source."""

    def applied(self, *keys: str) -> Sequence[Applied]:
        """
        Read what was applied under any of these keys, in the order of application.

        There is more than one under a key after an amendment.
        """

    def all_applied(self) -> Iterator[Applied]:
        """Read everything that was applied, in the order of application."""

    def rows(self) -> Rows:
        """Read all rows beside the log, sorted, for a check against the log."""

    def close(self) -> None:
        """Let go of the store; further calls fail as unavailable. A second call does nothing."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Give the moment; aware, UTC."""


class IdMaker(Protocol):
    """Names and salts."""

    def claim_id(self, text: str, attempt: int) -> ClaimId:
        """
        Make an id from a claim's text: always the same from the same text and attempt.

        Args:
            text: The claim's text.

            attempt: 0 at first; 1, 2, 3, ... where the ids before were taken.
        """

    def salts(self, count: int) -> Sequence[bytes]:
        """Make so many salts of 16 bytes."""
