"""
Requests for comment in a follow-up file, and what came of them.

An answer that confirms or denies is evidence too, and stands for two updates.
"""

from typing import Any, Final

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.interop._evidence import EVIDENCE
from claimtrack.interop._shapes import Flag, Key, Record, fields_of, keys_of
from claimtrack.interop._sources import SourceName
from claimtrack.model.evidence import Standing
from claimtrack.model.follow_up import Item
from claimtrack.model.response import Outcome, Response
from claimtrack.model.updates import CommentAnswered, EvidenceGiven, Update

_KEYS: Final = keys_of(Response, party=SourceName())


def _answered(
    *, standing: Standing = Standing.UNKNOWN, as_evidence: bool = True, **fields: Any
) -> tuple[Update, ...]:
    response = Response(**fields)
    answered = CommentAnswered(response=response)
    evidence = response.spoken(standing) if as_evidence else None
    if evidence is not None:
        return (answered, EvidenceGiven(evidence=evidence))
    if standing is not Standing.UNKNOWN:
        reason = "is for an answer that is evidence, since it confirms or denies"
        raise InvalidValueError("response.standing", standing.value, reason)
    return (answered,)


def _unanswered(
    updates: tuple[CommentAnswered] | tuple[CommentAnswered, EvidenceGiven],
) -> dict[str, Any]:
    response = updates[0].response
    if len(updates) == 2:
        return {**fields_of(response), "standing": updates[1].evidence.standing}
    return {**fields_of(response), "as_evidence": response.outcome.stance is None}


RESPONSE: Final = Record(
    name="response",
    keys={
        **_KEYS,
        "standing": EVIDENCE.keys["standing"],
        "as_evidence": Key(shape=Flag(), default=True),
    },
    make=_answered,
    unmake=_unanswered,
    about=Response,
)


def _sought(*, outcome: Outcome = Outcome.PENDING, **fields: Any) -> Response:
    if outcome not in (Outcome.PENDING, Outcome.NOT_SOUGHT):
        reason = "must be pending or not_sought; what came of it is a response"
        raise InvalidValueError("request.outcome", outcome.value, reason)
    return Response(outcome=outcome, **fields)


REQUEST: Final = Record(
    name="request",
    keys={
        **_KEYS,
        "outcome": attrs.evolve(_KEYS["outcome"], default=Outcome.PENDING),
    },
    make=_sought,
    unmake=fields_of,
    about=Response,
)


def is_its_evidence(item: Item, following: Item) -> bool:
    """Whether an item is the evidence that lies in the answer which the item before it says."""
    answer, given = item.update, following.update
    if not isinstance(answer, CommentAnswered) or not isinstance(given, EvidenceGiven):
        return False
    spoken = answer.response.spoken(given.evidence.standing)
    copy = attrs.evolve(item, update=given, review="", if_new=False, same_text=False)
    return given.evidence == spoken and following == copy
