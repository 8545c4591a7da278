"""Upkeep: checking the record, rebuilding what follows from it, moving it."""

from collections.abc import Iterable, Iterator

from claimtrack import codec
from claimtrack.codec import End
from claimtrack.errors import (
    BrokenHistoryError,
    ClaimtrackError,
    DecodeError,
    InvalidValueError,
    StoreUnavailableError,
)
from claimtrack.fold import step
from claimtrack.ledger.indexing import Index
from claimtrack.ledger.shelf import text_key_of
from claimtrack.ledger.sources import concerned, learned
from claimtrack.ledger.working import Working, record_of
from claimtrack.model.claim import Claim
from claimtrack.model.entry import Fact
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.judgement import Judgement
from claimtrack.model.source import Source
from claimtrack.model.summary import summarize, to_microseconds
from claimtrack.model.words import argument, several
from claimtrack.ports import Applied, Batch, Head, Rows, Sealed

_LINES = 1_000
"""Entries that are imported in one batch; all batches are one transaction."""


class Unfolding:
    """The log read from its beginning: the claims so far, and the rows that follow from them."""

    def __init__(self) -> None:
        self.claims: dict[ClaimId, Claim] = {}
        self.hashes: dict[ClaimId, bytes] = {}
        self.last_hash = b""
        self.position = 0
        self.recorded_us = 0
        self.index = Index()
        self.sources: dict[SourceId, Source | None] = {}

    def follow(self, sealed: Sealed, begins: Applied | None = None) -> None:
        """
        Take the next entry, and check all that can be checked of it.

        Args:
            sealed: The entry.

            begins: The follow-up that it is the first entry of; None for none.

        Raises:
            BrokenHistoryError: It does not follow, or is not what was written.
        """
        fact, judgement = self._verified(sealed)
        carrier = "" if fact.report is None else fact.report.id
        if begins is not None and begins.report != carrier:
            reason = f"it did not come with the report of follow-up {begins.key}"
            raise BrokenHistoryError(sealed.claim_id, sealed.revision, reason)
        claim = step(self.claims.get(fact.claim_id), fact).with_(judgement=judgement)
        self.claims[fact.claim_id] = claim
        self.hashes[fact.claim_id] = self.last_hash = sealed.hash
        self.position = sealed.position
        self.recorded_us = sealed.recorded_us
        self.index.add(fact, sealed.position)
        self._learn(fact)

    def _learn(self, fact: Fact) -> None:
        source_id = concerned(fact.update)
        if source_id is None:
            return
        claim = self.claims[fact.claim_id]
        self.sources[source_id] = learned(self.sources.get(source_id), fact, claim)

    def _verified(self, sealed: Sealed) -> tuple[Fact, Judgement]:
        owner, revision = sealed.claim_id, sealed.revision
        previous = self.hashes.get(owner, codec.FIRST_HASH)
        if sealed.position != self.position + 1:
            reason = f"position {sealed.position} follows {self.position}"
            raise BrokenHistoryError(owner, revision, reason)
        if sealed.previous_hash != previous:
            raise BrokenHistoryError(owner, revision, "its previous hash is not the one before it")
        if not _is_sealed(sealed):
            raise BrokenHistoryError(owner, revision, "its body is not what was sealed")
        fact, judgement = codec.decode(sealed.body)
        if (fact.claim_id, fact.revision) != (owner, revision):
            raise BrokenHistoryError(owner, revision, "its body is another entry's")
        recorded_us = to_microseconds(fact.recorded_at) or 0
        if recorded_us != sealed.recorded_us or recorded_us < self.recorded_us:
            raise BrokenHistoryError(owner, revision, "its time is not that of its place")
        return fact, judgement

    def rows(self) -> Rows:
        """Give all rows beside the log, sorted."""
        return Rows(
            summaries=[
                (summarize(claim), text_key_of(claim)) for _, claim in sorted(self.claims.items())
            ],
            statements=self.index.statements,
            sources={key: record_of(self.sources[key]) for key in sorted(self.sources)},
            rests=sorted(self.index.rests),
        )


class Upkeep:
    """The ledger's upkeep. Each call reads the whole log."""

    _working: Working

    def check(self) -> Iterator[str]:
        """
        Verify the record: the chain of hashes, the histories, and every row beside the log.

        Yields:
            One problem each, with its place; nothing where all is well.
        """
        log = Unfolding()
        try:
            brought = {one.first: one for one in self._working.store.all_applied()}
            rows, heads = self._followed(log, brought)
        except StoreUnavailableError:
            raise
        except ClaimtrackError as error:
            yield f"position {log.position + 1}: {error}"
            return
        for name, head in heads.items():
            if head != (log.claims[name].revision, log.hashes[name]):
                yield f"claim {name}: its history does not end where the log says"
        yield from _unlike(rows, log.rows())
        yield from _misplaced(brought.values(), log.position)

    def _followed(
        self, log: Unfolding, brought: dict[int, Applied]
    ) -> tuple[Rows, dict[ClaimId, Head | None]]:
        """Follow the log to its end, and read what the store has beside it at that moment."""
        store = self._working.store
        while True:
            for sealed in store.entries(after=log.position):
                log.follow(sealed, brought.get(sealed.position))
            rows = store.rows()
            heads = {name: store.head(name) for name in log.claims}
            # Where somebody wrote meanwhile, the rows are those of a longer log.
            if next(iter(store.entries(after=log.position)), None) is None:
                return rows, heads

    def rebuild(self) -> int:
        """
        Make every row beside the log again from the log.

        Returns:
            How many claims there are.

        Raises:
            BrokenHistoryError: The log itself is broken; nothing was changed.

            StoreUnavailableError: Follow-ups were applied that are not in the log: its end is
                lost, and nothing was changed.
        """
        log = Unfolding()
        working = self._working
        with working.lock, working.store.writing() as writing:
            for sealed in working.store.entries():
                log.follow(sealed)
            for odd in _misplaced(working.store.all_applied(), log.position):
                raise StoreUnavailableError(odd)
            writing.replace_rows(log.rows())
        working.forget()
        return len(log.claims)

    def export_lines(self) -> Iterator[bytes]:
        """
        Write the whole ledger, one JSON object a line, with positions and hashes.

        Yields:
            Lines in UTF-8, each with its end. First every entry in order, then every follow-up that
            was applied, so that what was applied here is known to be applied there, then a line
            that tells how many there were: a file that was cut off has none.

        Raises:
            BrokenHistoryError: An entry is missing, or not what was sealed.
        """
        last, hash_, brought = 0, b"", 0
        for one in self._working.store.entries():
            if one.position != last + 1 or not _is_sealed(one):
                reason = f"position {last + 1} is missing, or not what was sealed"
                raise BrokenHistoryError(one.claim_id, one.revision, reason)
            yield codec.to_line(one) + b"\n"
            last, hash_ = one.position, one.hash
        for applied in self._working.store.all_applied():
            if applied.last <= last:  # not what was written meanwhile
                brought += 1
                yield codec.applied_to_line(applied) + b"\n"
        yield codec.end_to_line(End(last, brought, hash_)) + b"\n"

    def import_lines(self, lines: Iterable[bytes]) -> int:
        """
        Read what `export_lines` wrote into an empty ledger: all of it, or nothing.

        Returns:
            How many entries there were.

        Raises:
            InvalidValueError: *lines* are not lines of bytes.

            DecodeError: A line cannot be read, the last one is not that with which an export ends,
                or the ledger is not empty; the message has the number of the line.

            BrokenHistoryError: A line is not what was sealed, or does not follow; the message has
                its number too.
        """
        log = Unfolding()
        count = 0
        working = self._working
        with working.lock, working.store.writing() as writing:
            if writing.tail().position:
                raise DecodeError(("this ledger has entries already @ $",))
            waiting: list[Sealed] = []
            applied: list[Applied] = []
            end: End | None = None
            for number, line in enumerate(_lines(lines), 1):
                if not line.strip():
                    continue
                if end is not None:
                    raise DecodeError((f"line {number}: the export has ended before @ $",))
                found = _read_line(line, number)
                if isinstance(found, End):
                    end = found
                    continue
                if isinstance(found, Applied):
                    applied.append(found)
                    continue
                _follow_line(log, found, number)
                waiting.append(found)
                count += 1
                if len(waiting) >= _LINES:
                    writing.append(Batch(entries=waiting, rows=Rows()))
                    waiting = []
            last = log.last_hash
            if end is None or (end.entries, end.follow_ups, end.hash) != (
                count,
                len(applied),
                last,
            ):
                raise DecodeError(
                    ("the export is cut off: its last line is missing or differs @ $",)
                )
            writing.append(Batch(entries=waiting, rows=log.rows(), applied=applied))
        working.forget()
        return count


def _lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    for number, line in enumerate(argument("lines", several, lines), 1):
        if not isinstance(line, bytes):
            raise InvalidValueError("lines", line, f"must be of bytes (line {number})")
        yield line


def _is_sealed(sealed: Sealed) -> bool:
    try:
        return codec.seal(sealed.previous_hash, sealed.salt, sealed.body) == sealed.hash
    except TypeError:  # whoever altered a file by hand may have left text for bytes
        return False


def _follow_line(log: Unfolding, sealed: Sealed, number: int) -> None:
    try:
        log.follow(sealed)
    except BrokenHistoryError as error:
        reason = f"{error.reason} (line {number})"
        raise BrokenHistoryError(error.claim_id, error.revision, reason) from None


def _read_line(line: bytes, number: int) -> Sealed | Applied | End:
    try:
        return codec.from_line(line)
    except DecodeError as error:
        raise DecodeError([f"line {number}: {problem}" for problem in error.problems]) from error


def _misplaced(brought: Iterable[Applied], end: int) -> Iterator[str]:
    """Yield the applied follow-ups whose entries are not in the log, or another's as well."""
    last = 0
    for one in sorted(brought, key=lambda applied: applied.first):
        if one.last > end:
            yield f"follow-up {one.key}: positions {one.first} to {one.last} are not in the log"
        elif one.first <= last:
            yield f"follow-up {one.key}: position {one.first} is another follow-up's"
        last = max(last, one.last)


def _unlike(stored: Rows, expected: Rows) -> Iterator[str]:
    """Yield the rows in which a store differs from its log."""
    found = {summary.id: (summary, key) for summary, key in stored.summaries}
    wanted = {summary.id: (summary, key) for summary, key in expected.summaries}
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            yield f"claim {name}: its row is not what the log says"
    for what, has, should in (
        ("text index", set(stored.statements), set(expected.statements)),
        ("source", set(stored.sources.items()), set(expected.sources.items())),
        ("source of a claim", set(stored.rests), set(expected.rests)),
    ):
        for odd in sorted(map(str, has ^ should)):
            yield f"{what}: {odd} is not what the log says"
