"""Explaining: why a claim stands as it does, and whether a policy of today would say the same."""

from pathlib import Path

import attrs

from claimtrack.ledger import Ledger
from claimtrack.model.judgement import Met
from claimtrack.policy import NEWSROOM
from tests.cases import EMBASSY, FIRST, OPENED, SOURCES, TALKS, asserts, denies
from tests.ledgers import sqlite_ledger, told

STRICT = attrs.evolve(NEWSROOM, name="strict", rules=NEWSROOM.rules[-1:])
"""A policy by which nothing is ever verified."""


def test_an_explanation_says_what_every_rule_found(ledger: Ledger) -> None:
    """The findings are recomputed, and agree with the stamp under the same policy."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    explanation = ledger.explain(TALKS)
    met = [finding for finding in explanation.findings if finding.met is Met.YES]

    assert not explanation.differs
    assert explanation.stamped == explanation.recomputed == ledger.claim(TALKS).judgement
    assert [(2,)] == [finding.revisions for finding in met]
    assert all(finding.would_meet for finding in explanation.findings if finding.met is Met.NO)


def test_a_policy_of_today_never_touches_yesterdays_stamp(tmp_path: Path) -> None:
    """Another policy explains otherwise, says so, and changes nothing until it rejudges."""
    file = tmp_path / "belarus.db"
    with sqlite_ledger(file) as ledger:
        ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
        before = ledger.history(TALKS)
    with sqlite_ledger(file, policy=STRICT) as ledger:
        explanation = ledger.explain(TALKS)
        read = ledger.claim(TALKS).judgement
        changes = ledger.rejudge(TALKS, because="we are strict now")

        assert explanation.differs
        assert ("newsroom", "strict") == (
            explanation.stamped.policy,
            explanation.recomputed.policy,
        )
        assert explanation.stamped == read
        assert before == ledger.history(TALKS)[:2]
        assert "belarus-talks: reported (F3) -> unverified (F6)" == str(changes)
        assert not ledger.explain(TALKS).differs
        assert [] == list(ledger.check())


def test_an_entry_is_stamped_by_the_policy_of_who_writes_it(tmp_path: Path) -> None:
    """A ledger under another policy judges the whole claim with its next entry."""
    file = tmp_path / "belarus.db"
    with sqlite_ledger(file) as ledger:
        ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    with sqlite_ledger(file, policy=STRICT) as ledger:
        ledger.update(TALKS, denies(EMBASSY))

        assert ["newsroom", "newsroom", "strict"] == [
            entry.judgement.policy for entry in ledger.history(TALKS)
        ]
        assert not ledger.explain(TALKS).differs
