"""Entries: what they show of the fact that they hold."""

from tests.cases import FIRST, REPORTED, TALKS, entries_of


def test_an_entry_has_a_name_that_holds_in_any_ledger() -> None:
    """Its claim and its number within it; positions are the ledger's own."""
    assert ["belarus-talks/1", "belarus-talks/2"] == [
        entry.entry_id for entry in entries_of(REPORTED)
    ]


def test_an_entry_shows_what_its_fact_says() -> None:
    """Claim, revision, time, author, report, reason and update are the fact's."""
    entry = entries_of((REPORTED[0], REPORTED[1], "as it came"))[1]
    fact = entry.fact

    assert (TALKS, 2, FIRST, "as it came") == (
        entry.claim_id,
        entry.revision,
        entry.report,
        entry.because,
    )
    assert (fact.recorded_at, fact.author, fact.update) == (
        entry.recorded_at,
        entry.author,
        entry.update,
    )
