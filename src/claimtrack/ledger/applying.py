"""Applying: follow-ups onto the record, each whole or not at all, and each once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from claimtrack import codec
from claimtrack.errors import AlreadyAppliedError, ClaimtrackError, InvalidValueError
from claimtrack.ledger.act import Act
from claimtrack.ledger.amending import amend
from claimtrack.ledger.changes import Changes
from claimtrack.ledger.content import content_of, differences, recorded_content
from claimtrack.ledger.items import record
from claimtrack.ledger.objecting import REFUSALS, Objections
from claimtrack.ledger.prepare import prepare, prepared
from claimtrack.ledger.transaction import Transaction, transacting
from claimtrack.ledger.withdrawing import withdraw
from claimtrack.ledger.working import Working
from claimtrack.model.follow_up import FollowUp
from claimtrack.model.updates import Update
from claimtrack.model.words import argument, several
from claimtrack.ports import Applied

BATCH = 1_000
"""Entries a transaction in bulk work: beyond it, a larger one gains little (see benchmarks)."""

Progress = Callable[[int], None]
"""Is told, after each batch, how many follow-ups have been applied so far."""


def offered(follow_ups: Iterable[FollowUp]) -> Iterable[FollowUp]:
    """
    Take what is to be applied: a list as a whole, and anything else as it comes.

    Raises:
        InvalidValueError: There is something else than follow-ups; from what comes one by one,
            where that is reached.
    """
    numbered = enumerate(argument("follow_ups", several, follow_ups))
    if not isinstance(follow_ups, Sequence):
        return (_follow_up(number, one) for number, one in numbered)
    for number, one in numbered:
        _follow_up(number, one)
    return follow_ups


def _follow_up(number: int, value: FollowUp) -> FollowUp:
    if not isinstance(value, FollowUp):
        raise InvalidValueError(f"follow_ups[{number}]", value, "must be of class FollowUp")
    return value


def apply(
    working: Working,
    follow_ups: Iterable[FollowUp],
    *,
    accept: bool = False,
    amending: bool = False,
    progress: Progress | None = None,
) -> Iterator[Changes]:
    """
    Apply follow-ups in order, in transactions of about `BATCH` entries.

    Yields:
        What each did, once it is durable.

    Raises:
        ClaimtrackError: A follow-up is refused. Those before it are applied, and it is not; a note
            on the error says how many there are.
    """
    coming = iter(follow_ups)
    done = 0
    more = True
    while more:
        results: list[Changes] = []
        refused: ClaimtrackError | None = None
        try:
            with transacting(working) as transaction:
                transaction.foresee(_keys(follow_ups, done))
                try:
                    more = _fill(transaction, coming, results, accept=accept, amending=amending)
                except ClaimtrackError as error:
                    refused = error
        except ClaimtrackError as error:
            _note(error, done)
            raise
        done += len(results)
        if progress is not None:
            progress(done)
        yield from results
        if refused is not None:
            _note(refused, done)
            raise refused


def _note(error: ClaimtrackError, done: int) -> None:
    if done:
        error.add_note(f"{done} follow-ups before it were applied")


def apply_whole(
    working: Working,
    follow_ups: Iterable[FollowUp],
    *,
    accept: bool = False,
    amending: bool = False,
    progress: Progress | None = None,
) -> list[Changes]:
    """
    Apply follow-ups in order, in one transaction.

    Returns:
        What each did.

    Raises:
        ClaimtrackError: A follow-up is refused; nothing was applied.
    """
    coming = iter(follow_ups)
    results: list[Changes] = []
    more = True
    with transacting(working) as transaction:
        while more:
            transaction.foresee(_keys(follow_ups, len(results)))
            more = _fill(transaction, coming, results, accept=accept, amending=amending)
            transaction.flush()
            if progress is not None:
                progress(len(results))
    return results


def _keys(follow_ups: Iterable[FollowUp], done: int) -> list[str]:
    """Give the keys of the next batch, where it can be seen without being taken."""
    if not isinstance(follow_ups, Sequence):
        return []
    return [one.key for one in follow_ups[done : done + BATCH]]


def _fill(
    transaction: Transaction,
    coming: Iterator[FollowUp],
    results: list[Changes],
    *,
    accept: bool,
    amending: bool,
) -> bool:
    """Apply follow-ups until the batch is full; say whether there may be more."""
    for follow_up in coming:
        results.append(_apply_one(transaction, follow_up, accept=accept, amending=amending))
        if transaction.pending_count >= BATCH:
            return True
    return False


def _apply_one(
    transaction: Transaction, follow_up: FollowUp, *, accept: bool, amending: bool
) -> Changes:
    working = transaction.working
    report, updates = prepare(follow_up, working.zone)
    key = follow_up.given_key or report.id
    told = codec.to_json(report)
    raws = [codec.to_json(update) for update in updates]
    digest = _digest(follow_up, told, updates, raws)
    earlier = transaction.applied(key)
    if earlier and earlier[-1].digest == digest:
        return Changes(was_applied=True)
    act = Act(transaction, report, working.author, told=told)
    if earlier:
        follow_up = prepared(follow_up, working.zone)
    objections = Objections(follow_up)
    if not accept:
        objections.require_review()
    if earlier:
        _amend(act, transaction, earlier, follow_up, objections, amending=amending)
    else:
        for item, update, raw in zip(follow_up.items, updates, raws, strict=True):
            try:
                record(act, item, update, raw)
            except REFUSALS as error:
                objections.add(error, item)
        _withdraw(act, follow_up, objections, again=False)
    objections.raise_any()
    return transaction.take(act, key, digest)


def _withdraw(act: Act, follow_up: FollowUp, objections: Objections, *, again: bool) -> None:
    for withdrawal in follow_up.withdrawals:
        try:
            withdraw(act, withdrawal, again=again)
        except REFUSALS as error:
            objections.add(error, withdrawal)


def _amend(
    act: Act,
    transaction: Transaction,
    earlier: Sequence[Applied],
    follow_up: FollowUp,
    objections: Objections,
    *,
    amending: bool,
) -> None:
    recorded = recorded_content(transaction, earlier, follow_up)
    wanted = content_of(follow_up)
    otherwise = differences(transaction, recorded, wanted)
    if amending:
        amend(act, recorded, wanted, objections)
        _withdraw(act, follow_up, objections, again=True)
        objections.raise_any()
    if not act.facts:
        raise AlreadyAppliedError(follow_up.key, otherwise)


def _digest(
    follow_up: FollowUp, told: bytes, updates: Sequence[Update], raws: Sequence[bytes]
) -> bytes:
    """Tell a follow-up's content by 32 bytes: of its report and of every item, in order."""
    content = [told]
    for item, update, raw in zip(follow_up.items, updates, raws, strict=True):
        head = f"\n{item.claim_id}\n{codec.kind_of(update)}\n{len(item.because)}\n{item.because}"
        content += head.encode(), raw
    for withdrawal in follow_up.withdrawals:
        content += b"\n", codec.to_json(withdrawal)
    return sha256(b"".join(content)).digest()
