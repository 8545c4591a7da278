"""Making a brief: claims in, what is known of them out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import attrs

from claimtrack.brief.brief import Brief
from claimtrack.brief.news import changed, lost, voice
from claimtrack.brief.values import Asked, ClaimLine, OpenQuestion
from claimtrack.model.claim import Claim
from claimtrack.model.ids import ClaimId
from claimtrack.model.response import Outcome, Response
from claimtrack.model.slots import Slot, SlotState
from claimtrack.model.status import Status

_KNOWN = (Status.CONFIRMED, Status.CORROBORATED, Status.REPORTED)
_NO_LONGER = (Status.REFUTED, Status.RETRACTED, Status.SUPERSEDED, Status.LAPSED)


def make_brief(
    claims: Iterable[Claim],
    *,
    before: Mapping[ClaimId, Claim] | None = None,
    since: datetime | None = None,
    known_at: datetime | None = None,
) -> Brief:
    """
    Put together what is known, what is not, what is disputed, what fell, and what changed.

    Args:
        claims: The claims, in the order in which they are to stand where nothing else orders them.

        before: The claims as they were at *since*, those that were open then; None leaves out what
            changed.

        since: Since when the changes are told; aware, UTC.

        known_at: As of when the claims are told; aware, UTC; None for now.

    Returns:
        The brief. What no longer stands, and what is off the record, raises no question and tells
        of no request for comment.
    """
    told = list(claims)
    standing = [claim for claim in told if claim.status not in _NO_LONGER]
    questions = (
        OpenQuestion(claim_id=claim.id, slots=slots)
        for claim in standing
        if (slots := tuple(filter(_is_open, claim.slots)))
    )
    changes = () if before is None else (changed(one, before.get(one.id)) for one in told)
    return Brief(
        known=tuple(_lines(told, _KNOWN)),
        disputed=tuple(_lines(told, (Status.DISPUTED,))),
        unverified=tuple(_lines(told, (Status.UNVERIFIED,))),
        questions=tuple(questions),
        asked=tuple(_asked(standing)),
        fallen=tuple(_lines(told, _NO_LONGER)),
        changed=None if before is None else tuple(one for one in changes if one is not None),
        since=since,
        known_at=known_at,
    )


def _is_open(slot: Slot) -> bool:
    """
    Say whether a slot is a question to a reader.

    One answer to what nobody called unclear is none.
    """
    if slot.state is SlotState.CANDIDATES:
        return bool(slot.unclear) or len({one.value for one in slot.candidates}) > 1
    return slot.state is SlotState.UNCLEAR


def _lines(claims: Iterable[Claim], statuses: tuple[Status, ...]) -> Iterator[ClaimLine]:
    """Give the claims of some statuses: by status, then the most certain first."""
    for status in statuses:
        yield from sorted(
            (_line(claim) for claim in claims if claim.status is status),
            key=lambda line: (line.confidence.credibility, line.confidence.reliability),
        )


def _line(claim: Claim) -> ClaimLine:
    voices = [
        voice(account.latest)
        for account in claim.accounts.values()
        if account.latest.stance.supports and not account.latest.evidence.is_off_record
    ]
    gone = () if voices else (back for given in claim.evidence for back in lost(given))
    return ClaimLine(
        claim=claim,
        voices=tuple(voices),
        lost=tuple(one for one in gone if one.voice.stance.supports),
        answers=tuple(slot for slot in claim.slots if _is_answered(slot)),
    )


def _is_answered(slot: Slot) -> bool:
    return slot.closed is not None or (bool(slot.candidates) and not _is_open(slot))


@attrs.define
class _Told:
    response: Response
    claim_ids: list[ClaimId]


def _asked(claims: Iterable[Claim]) -> Iterator[Asked]:
    """Give each request for comment once for each outcome, with the claims that it bears on."""
    found: dict[tuple[str, Outcome], _Told] = {}
    for claim in claims:
        for response in claim.responses:
            # Who spoke on the claim itself is told by what it said.
            if response.party.id in claim.accounts or response.outcome is Outcome.WITHDRAWN:
                continue
            told = found.setdefault((response.key, response.outcome), _Told(response, []))
            told.claim_ids.append(claim.id)
    for one in found.values():
        yield Asked(response=one.response, claim_ids=tuple(one.claim_ids))
