"""Withdrawing: taking back on every claim what one report, source or outlet brought."""

from collections.abc import Iterable, Iterator

from claimtrack.errors import ReportNotFoundError, SourceNotFoundError, UpdateRefusedError
from claimtrack.ledger.act import Act
from claimtrack.model.claim import Claim, GivenEvidence, Heard
from claimtrack.model.follow_up import Withdrawal
from claimtrack.model.ids import ClaimId
from claimtrack.model.report import Report
from claimtrack.model.slots import Candidate
from claimtrack.model.source import Source
from claimtrack.model.updates import (
    CommentAnswered,
    CommentSought,
    EntryTakenBack,
    EvidenceTakenBack,
    SlotAnswered,
)
from claimtrack.ports import Query

_NOTHING = "said nothing that still stands, or not on these claims"

_Said = GivenEvidence | Candidate | Heard
"""What comes from somewhere, and can be taken back."""


def withdraw(act: Act, withdrawal: Withdrawal, *, again: bool = False) -> None:
    """
    Take back what a withdrawal names, one entry for each thing said that still stands.

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
        claim = act.existing(claim_id)
        standing = list(_standing(claim, withdrawal))
        was_there = again and _was_said(act, claim, withdrawal)
        if withdrawal.outlet and not (standing or was_there):
            reason = f"nothing that stands on it goes back to {withdrawal.outlet}"
            raise UpdateRefusedError(claim_id, (reason,))
        found = found or was_there or bool(standing)
        for back in standing:
            act.record(claim_id, back, withdrawal.because)
    if withdrawal.source and not found:
        known = act.find(Query(source=withdrawal.source, limit=1))
        raise SourceNotFoundError(withdrawal.source, _NOTHING if known else "")
    if withdrawal.report and not found:
        known = act.find(Query(report=withdrawal.report, limit=1))
        raise ReportNotFoundError(withdrawal.report, _NOTHING if known else "")


def _standing(claim: Claim, withdrawal: Withdrawal) -> Iterator[EvidenceTakenBack | EntryTakenBack]:
    """Take back, in the order in which it was said, what a withdrawal names and still stands."""
    evidence = (one for one in claim.evidence if one.taken_back is None)
    answers = (one for slot in claim.slots for one in slot.candidates)
    heard = (one for enquiry in claim.enquiries for one in enquiry.heard)
    said: list[_Said] = [*evidence, *answers, *heard]
    for one in sorted(said, key=lambda one: one.revision):
        if not goes_back_to(one, withdrawal):
            continue
        kind = EvidenceTakenBack if isinstance(one, GivenEvidence) else EntryTakenBack
        yield kind(given=one.revision, by=withdrawal.by)


def _was_said(act: Act, claim: Claim, withdrawal: Withdrawal) -> bool:
    """Whether what a withdrawal names was ever on a claim, taken back or not."""
    said: list[_Said] = [*claim.evidence]
    for entry in act.history(claim.id):
        match entry.update:
            case SlotAnswered():
                said.append(entry.update.candidate(entry.revision, entry.report))
            case CommentSought(response=response) | CommentAnswered(response=response):
                said.append(Heard(response=response, revision=entry.revision, report=entry.report))
    return any(goes_back_to(one, withdrawal) for one in said)


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
        if goes_back_to(given, withdrawal)
    }
    resting = (one for source in sources for one in act.find(Query(source=source)))
    return dict.fromkeys((*reported, *resting))


def goes_back_to(said: _Said, withdrawal: Withdrawal) -> bool:
    """Whether what was said of a claim came from where a withdrawal says."""
    if withdrawal.report:
        return said.report is not None and said.report.id == withdrawal.report
    if isinstance(said, Heard):
        return _was_heard_from(said, withdrawal)
    if withdrawal.source:
        return said.source is not None and said.source.id == withdrawal.source
    is_own_voice = isinstance(said, GivenEvidence) and said.evidence.own_voice
    speaker = None if is_own_voice else said.source
    return _came_through(speaker, said.report, withdrawal.outlet)


def _was_heard_from(heard: Heard, withdrawal: Withdrawal) -> bool:
    response, outlet = heard.response, withdrawal.outlet
    if not outlet:
        # A party takes back what it said; that it did not answer, it did not say.
        return response.outcome.has_substance and response.party.id == withdrawal.source
    if heard.report is None:
        return response.asked_by == outlet
    return _came_through(None, heard.report, outlet)


def _came_through(speaker: Source | None, report: Report | None, outlet: str) -> bool:
    if speaker is not None and speaker.told:
        return speaker.told == outlet
    if report is None:
        return False
    # A named source that speaks through many stands for itself, whichever outlet takes back.
    if speaker is not None and speaker.is_named:
        return report.outlet == outlet
    return outlet == report.outlet or (outlet,) == report.relays
