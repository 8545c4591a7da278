"""
The judge: a claim in, a judgement out, the same for the same claim whenever it is asked.

Silence does not reach it: no rule reads responses. They appear among the caveats, and nowhere else.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.claim import Claim, GivenEvidence, Ruling
from claimtrack.model.confidence import Caveat, CaveatKind, Confidence, Credibility
from claimtrack.model.judgement import Finding, Judgement, Met
from claimtrack.model.makers import maker
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.updates import TakenBackBy
from claimtrack.policy.caveats import (
    PART_OF,
    Part,
    answers,
    links,
    open_questions,
    responses,
    testimony,
)
from claimtrack.policy.rules import Rule
from claimtrack.policy.weigh import Case, weigh

_AGAINST = frozenset({Status.REFUTED, Status.RETRACTED, Status.SUPERSEDED, Status.LAPSED})
_UNDECIDED = frozenset({Status.DISPUTED, Status.UNVERIFIED})
_SURER: Mapping[Status, frozenset[Status]] = MappingProxyType(
    {
        Status.REPORTED: frozenset({Status.CORROBORATED, Status.CONFIRMED}),
        Status.CORROBORATED: frozenset({Status.CONFIRMED}),
    }
)


@attrs.frozen(kw_only=True)
class Policy:
    """
    A table of rules, read from the top; the first that applies decides.

    Attributes:
        name: What stamps call it.

        version: Its version, 1, 2, 3, ...; a table that judges anything otherwise has a new one.

        rules: The table. The last rule applies to everything.

    Raises:
        InvalidValueError: There are no rules: a policy that asks for nothing is a mistake, not a
            choice.
    """

    name: str
    version: int
    rules: tuple[Rule, ...]

    def __attrs_post_init__(self) -> None:
        if not self.rules:
            raise InvalidValueError("policy.rules", self.rules, "must not be empty")

    def judge(
        self, claim: Claim, *, findings: bool = True, before: Claim | None = None
    ) -> Judgement:
        """
        Derive status and confidence.

        Args:
            claim: The claim; its own judgement is not read.

            findings: Whether to say what every rule found. The stamp on an entry does without.

            before: The claim one entry earlier, with its stamp: where nothing that weighs has
                changed since, only what did is told again. The result is the same without.

        Returns:
            The judgement. It does not depend on the order of independent evidence.
        """
        if before is not None and not findings and self._still_holds(before, claim):
            return _told_again(before, claim)
        case = weigh(claim)
        decided = self._first(case)
        by_table = self._credibility(case, decided)
        status, credibility = self.rules[decided].status, by_table
        desk: list[Caveat] = []
        if claim.ruling is not None:
            ruled = claim.ruling.ruled
            if _predates(claim.ruling, case, status):
                desk.append(_outdated(claim.ruling, case, status))
            status = ruled.status
            credibility = by_table if ruled.credibility is None else ruled.credibility
        if claim.set_credibility is not None:
            credibility, revision = claim.set_credibility
            desk.append(_replaced(by_table, revision))
        told = [*open_questions(claim), *testimony(case), *answers(claim)]
        if claim.links or claim.flags:
            told += links(claim)
        told += responses(claim)
        told += desk
        reliability = _best(case.support or case.opposition)
        stamp = _stamp(status, credibility, reliability, tuple(told), self.name, self.version)
        if findings:
            return attrs.evolve(stamp, findings=self._findings(case, decided))
        return stamp

    def _still_holds(self, before: Claim, claim: Claim) -> bool:
        """Whether nothing changed that a rule reads; the fold shares what it leaves alone."""
        stamp = before.judgement
        return (
            before.accounts is claim.accounts
            and before.links is claim.links
            and before.flags is claim.flags
            and before.withdrawn is claim.withdrawn
            and before.ruling is claim.ruling
            and before.set_credibility is claim.set_credibility
            and before.independence is claim.independence
            and stamp.policy == self.name
            and stamp.version == self.version
        )

    def _first(self, case: Case) -> int:
        for index, rule in enumerate(self.rules):
            if rule.applies(case):
                return index
        return len(self.rules) - 1

    def _credibility(self, case: Case, decided: int) -> Credibility:
        """Take the credibility of the rule that decided, or of the next below it that has one."""
        credibility = self.rules[decided].credibility(case)
        for rule in self.rules[decided + 1 :]:
            if credibility is not None:
                break
            if rule.applies(case):
                credibility = rule.credibility(case)
        return credibility or Credibility.CANNOT_BE_JUDGED

    def _findings(self, case: Case, decided: int) -> tuple[Finding, ...]:
        return (
            *_of_the_desk(case, self.rules[decided].status),
            *(_found(rule, case, moot=index > decided) for index, rule in enumerate(self.rules)),
        )


_ALIKE = 512
"""How many stamps are shared by the claims that stand alike; ours, so that no ledger is too small
to be worth them: 300 kB."""

_graded, _judged = maker(Confidence), maker(Judgement)


@lru_cache(maxsize=_ALIKE)
def _stamp(
    status: Status,
    credibility: Credibility,
    reliability: Reliability,
    caveats: tuple[Caveat, ...],
    policy: str,
    version: int,
) -> Judgement:
    confidence = _graded(credibility=credibility, reliability=reliability, caveats=caveats)
    return _judged(status=status, confidence=confidence, policy=policy, version=version)


def _told_again(before: Claim, claim: Claim) -> Judgement:
    """Put what is told of slots and responses in the place of what was told of them before."""
    stamp = before.judgement
    anew: list[Part] = []
    told: list[Caveat] = []
    if before.slots is not claim.slots:
        anew += Part.OPEN_QUESTIONS, Part.ANSWERS
        told += open_questions(claim) + answers(claim)
    if before.enquiries is not claim.enquiries:
        anew.append(Part.RESPONSES)
        told += responses(claim)
    if not anew:
        return stamp
    confidence = stamp.confidence
    told += [one for one in confidence.caveats if PART_OF[one.kind] not in anew]
    told.sort(key=_part_of)
    return _stamp(
        stamp.status,
        confidence.credibility,
        confidence.reliability,
        tuple(told),
        stamp.policy,
        stamp.version,
    )


def _part_of(caveat: Caveat) -> Part:
    return PART_OF[caveat.kind]


def _found(rule: Rule, case: Case, *, moot: bool) -> Finding:
    applies = rule.applies(case)
    met = Met.MOOT if applies and moot else Met.YES if applies else Met.NO
    return Finding(
        rule=rule.name,
        requirement=rule.requirement,
        met=met,
        revisions=tuple(rule.rests_on(case)) if applies else (),
        would_meet="" if applies else rule.would_meet,
    )


def _of_the_desk(case: Case, by_table: Status) -> list[Finding]:
    """Say what the desk decided over the table, row 1 of every policy."""
    claim = case.claim
    ruling = claim.ruling
    found = [
        Finding(
            rule="ruling",
            requirement="a ruling of the desk in force",
            met=Met.NO if ruling is None else Met.YES,
            revisions=() if ruling is None else (ruling.revision,),
            would_meet="a ruling, with a reason" if ruling is None else "",
        )
    ]
    if ruling is not None and _predates(ruling, case, by_table):
        found.append(
            Finding(
                rule="ruling predates evidence",
                requirement="no later evidence that would judge otherwise",
                met=Met.NO,
                revisions=_newer(ruling, case, by_table),
                would_meet="a new ruling, or lifting this one",
            )
        )
    if claim.set_credibility is not None:
        _, revision = claim.set_credibility
        found.append(
            Finding(
                rule="confidence set",
                requirement="credibility set by the desk in place of the rules'",
                met=Met.YES,
                revisions=(revision,),
            )
        )
    return found


def _newer(ruling: Ruling, case: Case, by_table: Status) -> tuple[int, ...]:
    """Find the entries after a ruling that point another way than it."""
    ruled = ruling.ruled.status
    if ruled in _UNDECIDED or by_table in _SURER.get(ruled, ()):
        pointing = case.support + case.opposition
    elif ruled in _AGAINST:
        pointing = case.support + (case.rebuttals if by_table is Status.REFUTED else [])
    else:
        pointing = case.opposition
    found = {one.revision for one in pointing} | set(_lost(ruled, case))
    return tuple(sorted(revision for revision in found if revision > ruling.revision))


def _lost(ruled: Status, case: Case) -> Iterator[int]:
    """
    Find the entries that took back what a status may have rested on.

    A slip of the desk is among them only where nothing is left on that side: it may be given again.
    """
    for one in case.claim.evidence:
        if one.taken_back is None or one.evidence.is_off_record:
            continue
        was_for_it = one.stance.supports and ruled not in _AGAINST
        was_against = one.stance.opposes and (ruled in _AGAINST or ruled in _UNDECIDED)
        if was_for_it or was_against:
            left = case.support if was_for_it else case.opposition
            if not left or one.taken_back.by is not TakenBackBy.ENTRY_ERROR:
                yield one.taken_back.revision


def _predates(ruling: Ruling, case: Case, by_table: Status) -> bool:
    return by_table is not ruling.ruled.status and bool(_newer(ruling, case, by_table))


def _outdated(ruling: Ruling, case: Case, by_table: Status) -> Caveat:
    return Caveat(
        kind=CaveatKind.RULING_PREDATES_EVIDENCE,
        values=(by_table.value,),
        revisions=_newer(ruling, case, by_table),
    )


def _replaced(by_table: Credibility, revision: int) -> Caveat:
    return Caveat(kind=CaveatKind.CONFIDENCE_SET, values=(f"{by_table:d}",), revisions=(revision,))


def _best(evidence: Sequence[GivenEvidence]) -> Reliability:
    """Find the best rating among those that speak; an unrated source is F."""
    best = Reliability.F
    for one in evidence:
        rating = one.evidence.source.reliability
        if rating is not best and not _only_carries(one):
            best = min(best, rating)
    return best


def _only_carries(given: GivenEvidence) -> bool:
    """Whether an outlet passes on what others report: its good name is not theirs."""
    return given.evidence.own_voice and given.report is not None and bool(given.report.relays)
