"""Commands by which the desk records something itself, without a report."""

from typing import Any

import click

from claimtrack.brief import saying
from claimtrack.cli._changes import changes_in_words
from claimtrack.cli._options import Call, because, one_of, why, writes
from claimtrack.cli._running import command
from claimtrack.ledger import Changes, Ledger
from claimtrack.model.links import LinkKind
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.updates import ClaimKind, TakenBackBy
from claimtrack.model.work import WorkState

_RULES = "rules"
"""What leaves the credibility to the rules again."""


def _told(call: Call, ledger: Ledger, changes: Changes) -> None:
    output = call.output
    output.one(
        {"claims": changes.claims},
        lambda: changes_in_words(ledger, changes, output.lang, output.columns),
    )


@command(
    "open-claim",
    'claimtrack open-claim "The talks move to Vilnius" --id talks-in-vilnius \\\n'
    "    --story belarus-prisoners --kind plan --ledger belarus.db",
)
@click.argument("text")
@click.option("--id", metavar="ID", help="Its name; made from TEXT where not given.")
@click.option("--story", metavar="STORY", default="", help="The story it belongs to.")
@click.option(
    "--text-lang", "lang", metavar="TAG", default="", help="The language of TEXT: en, ro-MD."
)
@click.option(
    "--kind",
    type=one_of(ClaimKind),
    default=ClaimKind.EVENT.value,
    show_default=True,
    help="What kind of proposition TEXT is.",
)
@click.option("--expected-by", metavar="TIME", help="For plans and predictions: by when.")
@click.option("--same-text", is_flag=True, help="The story may hold the same text already.")
@because
@writes
def open_claim(call: Call, text: str, **details: Any) -> None:
    """Put TEXT under watch as a claim, without a report."""
    with call.writing() as ledger:
        claim = ledger.open_claim(text, **details)
    call.output.one(
        claim, lambda: f"{claim.id}: {saying.verdict(claim.judgement, call.output.lang)}"
    )


@command(
    "rule",
    "claimtrack rule belarus-talks confirmed --ledger belarus.db \\\n"
    '    --because "Both governments published the list"',
)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("status", metavar="STATUS", type=one_of(Status))
@click.option(
    "--credibility",
    metavar="N",
    type=click.IntRange(1, 6),
    help="1 to 6; else as the rules have it.",
)
@click.option(
    "--expected-revision", metavar="N", type=click.IntRange(1), help="Only if CLAIM is there."
)
@why
@writes
def rule(
    call: Call,
    claim_id: str,
    status: str,
    because: str,
    credibility: int | None,
    expected_revision: int | None,
) -> None:
    """Decide the STATUS of CLAIM, over the head of the rules."""
    with call.reading() as ledger:
        changes = ledger.rule(
            claim_id,
            status,
            because=because,
            credibility=credibility,
            expected_revision=expected_revision,
        )
        _told(call, ledger, changes)


@command(
    "lift-ruling",
    'claimtrack lift-ruling belarus-talks --because "The list is not signed" \\\n'
    "    --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@why
@writes
def lift_ruling(call: Call, claim_id: str, because: str) -> None:
    """Take back the ruling on CLAIM; the rules judge again."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.lift_ruling(claim_id, because=because))


@command(
    "set-confidence",
    'claimtrack set-confidence belarus-talks 4 --because "Only one outlet has it" \\\n'
    "    --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("credibility", metavar="N", type=click.Choice([*"123456", _RULES]))
@why
@writes
def set_confidence(call: Call, claim_id: str, credibility: str, because: str) -> None:
    """
    Set the credibility of CLAIM to N, 1 to 6.

    In place of what the rules say; N is "rules" to leave it to them again.
    """
    chosen = None if credibility == _RULES else int(credibility)
    with call.reading() as ledger:
        _told(call, ledger, ledger.set_confidence(claim_id, chosen, because=because))


@command(
    "note",
    'claimtrack note belarus-talks "Called the embassy at noon" --ledger belarus.db',
)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("text")
@writes
def note(call: Call, claim_id: str, text: str) -> None:
    """Note TEXT on CLAIM; it moves nothing."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.note(claim_id, text))


@command(
    "move-work",
    "claimtrack move-work belarus-talks checking --assignee mo \\\n"
    "    --recheck-by 2026-01-15 --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("state", metavar="STATE", type=one_of(WorkState))
@click.option("--assignee", metavar="NAME", help="Who has it; else whoever has it now.")
@click.option("--recheck-by", metavar="TIME", help="When to look again; a day by its end.")
@because
@writes
def move_work(
    call: Call,
    claim_id: str,
    state: str,
    assignee: str | None,
    recheck_by: str | None,
    because: str,
) -> None:
    """Record where the desk's work on CLAIM stands."""
    moment = None if recheck_by is None else call.moment(recheck_by, "recheck_by")
    with call.reading() as ledger:
        changes = ledger.move_work(
            claim_id, state, assignee=assignee, recheck_by=moment, because=because
        )
        _told(call, ledger, changes)


@command(
    "link",
    "claimtrack link talks-in-vilnius depends_on belarus-talks --ledger belarus.db",
)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("kind", metavar="KIND", type=one_of(LinkKind))
@click.argument("other")
@because
@writes
def link(call: Call, claim_id: str, kind: str, other: str, because: str) -> None:
    """Link CLAIM to another, on both of them."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.link(claim_id, kind, other, because=because))


@command(
    "rate-source",
    "claimtrack rate-source person:john-coale B --ledger belarus.db",
)
@click.argument("source")
@click.argument("reliability", metavar="RELIABILITY", type=one_of(Reliability))
@because
@writes
def rate_source(call: Call, source: str, reliability: str, because: str) -> None:
    """Rate SOURCE from A to F, on every claim that rests on it."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.rate_source(source, reliability, because=because))


@command(
    "name-source",
    "claimtrack name-source \\\n"
    "    unnamed:amber-coast-herald:a-lawyer-for-two-of-the-prisoners:cea90a43 \\\n"
    '    "Alena Example" --role lawyer --ledger belarus.db',
)
@click.argument("source")
@click.argument("name")
@click.option("--role", default="", help="Its office or position.")
@because
@writes
def name_source(call: Call, source: str, name: str, role: str, because: str) -> None:
    """Record the NAME of a SOURCE known by description."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.name_source(source, name, role=role, because=because))


@command(
    "withdraw-report",
    "claimtrack withdraw-report \\\n"
    "    https://northern-courier.example/2025/11/27/belarus-talks \\\n"
    '    --because "The outlet took it down" --ledger belarus.db',
)
@click.argument("report")
@click.option(
    "--by",
    type=one_of(TakenBackBy),
    default=TakenBackBy.OUTLET.value,
    show_default=True,
    help="Who takes it back.",
)
@why
@writes
def withdraw_report(call: Call, report: str, by: str, because: str) -> None:
    """Record that REPORT was taken back, on every claim."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.withdraw_report(report, by=by, because=because))


@command(
    "withdraw-source",
    "claimtrack withdraw-source person:john-coale --ledger belarus.db \\\n"
    '    --because "He says that he was misunderstood"',
)
@click.argument("source")
@why
@writes
def withdraw_source(call: Call, source: str, because: str) -> None:
    """Record that SOURCE takes back all that it said."""
    with call.reading() as ledger:
        _told(call, ledger, ledger.withdraw_source(source, because=because))


@command(
    "show-independence",
    "claimtrack show-independence belarus-talks person:john-coale \\\n"
    "    unnamed:amber-coast-herald:a-lawyer-for-two-of-the-prisoners:cea90a43 \\\n"
    '    --because "The lawyer has the list from the prison" --ledger belarus.db',
)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("first")
@click.argument("second")
@why
@writes
def show_independence(call: Call, claim_id: str, first: str, second: str, because: str) -> None:
    """
    Record that two sources of CLAIM know of it independently.

    FIRST and SECOND are sources by id; --because says how that was shown.
    """
    with call.reading() as ledger:
        _told(call, ledger, ledger.show_independence(claim_id, first, second, because=because))
