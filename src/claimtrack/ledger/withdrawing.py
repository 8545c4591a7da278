"""Withdrawing: taking back on every claim what one report, source or outlet brought."""

from collections.abc import Iterable

from claimtrack.errors import ReportNotFoundError, SourceNotFoundError, UpdateRefusedError
from claimtrack.ledger.act import Act
from claimtrack.model.claim import GivenEvidence
from claimtrack.model.follow_up import Withdrawal
from claimtrack.model.ids import ClaimId
from claimtrack.model.updates import EvidenceTakenBack
from claimtrack.ports import Query


def withdraw(act: Act, withdrawal: Withdrawal, *, again: bool = False) -> None:
    """
    Take back what a withdrawal names, one entry for each piece of evidence that still stands.

    Args:
        act: The act that it is part of.

        withdrawal: What it names.

        again: Whether it was applied before, so that what it names may have been taken back.

    Raises:
        SourceNotFoundError: Nothing that the source said still stands.

        ReportNotFoundError: Nothing that the report carried still stands.

        UpdateRefusedError: Nothing on a claim goes back to the outlet.
    """
    found = False
    for claim_id in _concerned(act, withdrawal):
        named = [one for one in act.existing(claim_id).evidence if _goes_back_to(one, withdrawal)]
        standing = [one for one in named if one.taken_back is None]
        if withdrawal.outlet and not (standing or (named and again)):
            reason = f"nothing that stands on it goes back to {withdrawal.outlet}"
            raise UpdateRefusedError(claim_id, (reason,))
        found = found or bool(named if again else standing)
        for given in standing:
            back = EvidenceTakenBack(given=given.revision, by=withdrawal.by)
            act.record(claim_id, back, withdrawal.because)
    if withdrawal.source and not found:
        raise SourceNotFoundError(withdrawal.source)
    if withdrawal.report and not found:
        raise ReportNotFoundError(withdrawal.report)


def is_named(claim_id: ClaimId, given: GivenEvidence, withdrawal: Withdrawal) -> bool:
    """Whether a withdrawal names evidence of a claim, standing or not."""
    concerned = not withdrawal.claims or claim_id in withdrawal.claims
    return concerned and _goes_back_to(given, withdrawal)


def _concerned(act: Act, withdrawal: Withdrawal) -> Iterable[ClaimId]:
    if withdrawal.claims:
        return withdrawal.claims
    if withdrawal.source:
        return act.find(Query(source=withdrawal.source))
    reported = act.find(Query(report=withdrawal.report))
    # Evidence may have been given again, on claims that the report itself never touched.
    sources = {
        given.source.id: None
        for claim_id in reported
        for given in act.existing(claim_id).evidence
        if _goes_back_to(given, withdrawal)
    }
    resting = (one for source in sources for one in act.find(Query(source=source)))
    return dict.fromkeys((*reported, *resting))


def _goes_back_to(given: GivenEvidence, withdrawal: Withdrawal) -> bool:
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
