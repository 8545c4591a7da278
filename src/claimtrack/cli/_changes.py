"""What a write did, claim by claim, for people."""

from collections.abc import Iterator

from claimtrack.brief import Changed, layout, saying
from claimtrack.brief.news import changed
from claimtrack.fold import fold
from claimtrack.ledger import Change, Changes, Ledger
from claimtrack.text import wrap
from claimtrack.wording import phrase


def changes_in_words(ledger: Ledger, changes: Changes, lang: str, columns: int) -> str:
    """Say what changes did: claims that were opened together, others each with its news."""
    return "\n".join(_rows(ledger, changes, lang, columns))


def _rows(ledger: Ledger, changes: Changes, lang: str, columns: int) -> Iterator[str]:
    opened: dict[str, list[str]] = {}
    for change in changes.claims:
        if change.before is None:
            verdict = saying.verdict(change.after, lang)
            opened.setdefault(verdict, []).append(change.claim_id)
    for verdict, claims in opened.items():
        words = f"{phrase('brief.opened', (verdict,), lang)}: {', '.join(claims)}"
        yield wrap(words, columns, hanging=4)
    for change in changes.claims:
        if change.before is not None:
            yield from layout.changed(_changed(ledger, change), lang, columns)


def _changed(ledger: Ledger, change: Change) -> Changed:
    """Find what is new between the entries before a change and the last that it wrote."""
    history = ledger.history(change.claim_id)
    before = fold(history[: change.revisions[0] - 1])
    after = fold(history[: change.revisions[-1]])
    found = None if after is None else changed(after, before)
    return found or Changed(claim_id=change.claim_id, before=change.before, after=change.after)
