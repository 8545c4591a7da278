"""Commands that ask: what is on record, what is known, why, and what came lately."""

import json
from datetime import datetime
from typing import Any

import click

from claimtrack import codec
from claimtrack.cli import _claims
from claimtrack.cli._options import Call, known_at, one_of, reads
from claimtrack.cli._page import Page
from claimtrack.cli._running import command
from claimtrack.ledger import Ledger
from claimtrack.model.entry import Entry
from claimtrack.model.status import Status
from claimtrack.model.summary import Summary
from claimtrack.model.work import WorkState


def _page(call: Call) -> Page:
    return Page(call.output.lang, call.output.columns)


def _row(call: Call, ledger: Ledger, row: Summary, at: datetime | None = None) -> str:
    """Lay out a claim's row, in the language asked for where there is a translation."""
    lang = call.output.lang
    text = row.text if row.lang == lang else ledger.claim(row.id).text_in(lang)
    return _claims.row(row, text, _page(call), at)


def _stored(entry: Entry) -> dict[str, Any]:
    """Give an entry as a line of an export has it."""
    return {
        "position": entry.position,
        "previous_hash": entry.previous_hash.hex(),
        "salt": entry.salt.hex(),
        "hash": entry.hash.hex(),
        "body": json.loads(codec.encode(entry.fact, entry.judgement)),
    }


@command(
    "show",
    "claimtrack show belarus-talks --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@known_at
@reads
def show(call: Call, claim_id: str, known_at: str | None) -> None:
    """Show all that is on record about CLAIM."""
    with call.reading() as ledger:
        claim = ledger.claim(claim_id, known_at=known_at)
    call.output.one(claim, lambda: _claims.show(claim, _page(call)))


@command(
    "list",
    "claimtrack list --status disputed --ledger belarus.db",
)
@click.option("--story", metavar="STORY", help="Of this story.")
@click.option("--status", type=one_of(Status), help="Of this status.")
@click.option("--work", type=one_of(WorkState), help="With the desk's work there.")
@click.option("--unclear", metavar="SLOT", help="With this called unclear and not answered.")
@click.option("--text", metavar="WORDS", help="With a wording that holds all of these words.")
@click.option("--source", metavar="SOURCE", help="Resting on this source, by id.")
@click.option("--report", metavar="REPORT", help="With an entry from this report, by id.")
@click.option("--recorded-since", metavar="TIME", help="With an entry recorded then or later.")
@click.option("--reported-since", metavar="TIME", help="With a report of then or later.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@reads
def list_claims(call: Call, **conditions: Any) -> None:
    """
    List claims, in the order in which they were opened.

    Every condition that is given must hold.
    """
    with call.reading() as ledger:
        found = ledger.claims(**conditions)
        call.output.many("claims", found, lambda row: _row(call, ledger, row))


@command(
    "history",
    "claimtrack history belarus-talks --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@known_at
@reads
def history(call: Call, claim_id: str, known_at: str | None) -> None:
    """Show every entry of CLAIM, oldest first."""
    with call.reading() as ledger:
        entries = ledger.history(claim_id, known_at=known_at)
    if call.output.is_text:
        for one in entries:
            call.output.text(_claims.entry(one, _page(call), f"{one.revision:>4}"))
        return
    call.output.many("entries", map(_stored, entries), str)


@command(
    "explain",
    "claimtrack explain belarus-talks --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@reads
def explain(call: Call, claim_id: str) -> None:
    """
    Say why CLAIM stands as it does.

    Every rule, met or not, the entries that it rests on, and what would meet it. The first that is
    met decides; "also" stands beside those below it that are met too. The rules are applied again
    for this; a difference from the stamp on record is told.
    """
    with call.reading() as ledger:
        found = ledger.explain(claim_id)
    result = {
        "claim_id": found.claim.id,
        "differs": found.differs,
        "stamped": found.stamped,
        "recomputed": found.recomputed,
        "findings": found.findings,
    }
    call.output.one(result, lambda: _claims.explanation(found, _page(call)))


@command(
    "brief",
    "claimtrack brief --story belarus-prisoners --ledger belarus.db",
)
@click.argument("claim_ids", metavar="[CLAIM]...", nargs=-1)
@click.option("--story", metavar="STORY", help="The claims of this story.")
@click.option("--since", metavar="TIME", help="Tell also what changed since then.")
@known_at
@reads
def brief(
    call: Call,
    claim_ids: tuple[str, ...],
    story: str | None,
    since: str | None,
    known_at: str | None,
) -> None:
    """
    Tell what is known, what is not, and what changed.

    Of the claims named, or of all of them.
    """
    with call.reading() as ledger:
        found = ledger.brief(
            story=story, claim_ids=claim_ids or None, known_at=known_at, since=since
        )
    output = call.output
    output.one(found, lambda: found.in_words(output.lang, columns=output.columns))


@command(
    "due",
    "claimtrack due --at 2026-01-31 --ledger belarus.db",
)
@click.option("--at", metavar="TIME", help="Judged then instead of now; a day by its end.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@reads
def due(call: Call, at: str | None, limit: int | None) -> None:
    """List the claims that somebody should look at, and why."""
    with call.reading() as ledger:
        moment = ledger.now() if at is None else call.moment(at, "at")
        found = ledger.due(moment, limit=limit)
        if call.output.is_text:
            call.output.many("claims", found, lambda row: _row(call, ledger, row, moment))
            return
        told = ({"reasons": row.due_reasons(moment), "claim": row} for row in found)
        call.output.many("claims", told, str)


@command(
    "entries",
    "claimtrack entries --after 20 --lines --ledger belarus.db",
)
@click.option("--after", type=click.IntRange(0), default=0, help="Leave out positions up to this.")
@reads
def entries(call: Call, after: int) -> None:
    """
    Follow the ledger: entries in the order of writing.

    The position of the last entry that was seen goes into --after next time.
    """
    with call.reading() as ledger:
        found = ledger.entries(after=after)
        if call.output.is_text:
            for one in found:
                name = f"{one.position:>4}  {one.claim_id}/{one.revision}"
                call.output.text(_claims.entry(one, _page(call), name))
            return
        call.output.many("entries", map(_stored, found), str)
