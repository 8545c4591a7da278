"""
How judgements are written: grade and caveats in short, since every entry has them.

::

    {"caveats":[["unclear",["who","when"],[3]]],"grade":"F3","policy":"newsroom","status":"reported"}
"""

from itertools import product
from typing import Final

import msgspec

from claimtrack.model.confidence import Caveat, CaveatKind, Confidence, Credibility
from claimtrack.model.judgement import Judgement
from claimtrack.model.makers import maker
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status

_GRADES: Final = {
    (reliability, credibility): f"{reliability}{credibility:d}"
    for reliability, credibility in product(Reliability, Credibility)
}
_GRADED: Final = {grade: pair for pair, grade in _GRADES.items()}
_NO_GRADE: Final = _GRADES[Reliability.F, Credibility.CANNOT_BE_JUDGED]


class CaveatForm(msgspec.Struct, array_like=True, forbid_unknown_fields=True, gc=False):
    """A caveat as a list of its three fields."""

    kind: CaveatKind
    values: tuple[str, ...]
    revisions: tuple[int, ...]


class Stamp(msgspec.Struct, omit_defaults=True, kw_only=True, gc=False):
    """A judgement, as it is written; its keys sorted."""

    caveats: tuple[CaveatForm, ...] = ()
    grade: str = _NO_GRADE
    policy: str
    status: Status = Status.UNVERIFIED
    version: int = 1


_caveat, _confidence, _judgement = maker(Caveat), maker(Confidence), maker(Judgement)


def write_stamp(judgement: Judgement) -> Stamp:
    """Write a judgement, less its findings."""
    confidence = judgement.confidence
    return Stamp(
        caveats=tuple(
            [CaveatForm(one.kind, one.values, one.revisions) for one in confidence.caveats]
        ),
        grade=_GRADES[confidence.reliability, confidence.credibility],
        policy=judgement.policy,
        status=judgement.status,
        version=judgement.version,
    )


def read_stamp(stamp: Stamp) -> Judgement:
    """
    Read what `write_stamp` wrote.

    Raises:
        ValueError: The grade is none.
    """
    pair = _GRADED.get(stamp.grade)
    if pair is None:
        raise ValueError(f"no grade: {stamp.grade!r}")
    caveats = tuple(
        [
            _caveat(kind=one.kind, values=one.values, revisions=one.revisions)
            for one in stamp.caveats
        ]
    )
    confidence = _confidence(credibility=pair[1], reliability=pair[0], caveats=caveats)
    return _judgement(
        status=stamp.status, confidence=confidence, policy=stamp.policy, version=stamp.version
    )
