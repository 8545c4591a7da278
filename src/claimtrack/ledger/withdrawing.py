"""Withdrawing: taking back on every claim what one report, source or outlet brought."""

from collections.abc import Iterator

from claimtrack.errors import ReportNotFoundError, SourceNotFoundError, UpdateRefusedError
from claimtrack.ledger.transaction import Act
from claimtrack.model.claim import Claim, GivenEvidence
from claimtrack.model.follow_up import Withdrawal
from claimtrack.model.ids import ClaimId
from claimtrack.model.updates import EvidenceTakenBack
from claimtrack.ports import Query


def withdraw(act: Act, withdrawal: Withdrawal) -> None:
    """
    Take back what a withdrawal names, one entry for each piece of evidence that still stands.

    Raises:
        SourceNotFoundError: Nothing that the source said still stands.

        ReportNotFoundError: Nothing that the report carried still stands.

        UpdateRefusedError: Nothing on a claim goes back to the outlet.
    """
    found = False
    for claim_id in _concerned(act, withdrawal):
        claim = act.existing(claim_id)
        standing = list(_named(claim, withdrawal))
        if withdrawal.outlet and not standing:
            reason = f"nothing that stands on it goes back to {withdrawal.outlet}"
            raise UpdateRefusedError(claim_id, (reason,))
        for given in standing:
            found = True
            back = EvidenceTakenBack(given=given.revision, by=withdrawal.by)
            act.record(claim_id, back, withdrawal.because)
    if withdrawal.source and not found:
        raise SourceNotFoundError(withdrawal.source)
    if withdrawal.report and not found:
        raise ReportNotFoundError(withdrawal.report)


def _concerned(act: Act, withdrawal: Withdrawal) -> list[ClaimId]:
    if withdrawal.claims:
        return list(withdrawal.claims)
    if withdrawal.source:
        return act.find(Query(source=withdrawal.source))
    return act.find(Query(report=withdrawal.report))


def _named(claim: Claim, withdrawal: Withdrawal) -> Iterator[GivenEvidence]:
    for given in claim.evidence:
        if given.taken_back is None and _is_named(given, withdrawal):
            yield given


def _is_named(given: GivenEvidence, withdrawal: Withdrawal) -> bool:
    report = given.report
    if withdrawal.source:
        return given.source.id == withdrawal.source
    if withdrawal.report:
        return report is not None and report.id == withdrawal.report
    if given.source.told:
        return given.source.told == withdrawal.outlet
    # A named source that speaks through many stands for itself, whichever outlet takes back.
    if report is None or (given.source.is_named and not given.evidence.own_voice):
        return report is not None and report.outlet == withdrawal.outlet
    return withdrawal.outlet == report.outlet or (withdrawal.outlet,) == report.relays
