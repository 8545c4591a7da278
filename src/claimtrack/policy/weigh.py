"""
Weighing: which evidence counts, and how much.

What counts is in `Claim.accounts`: of each source the latest stance that was neither taken back nor
given off the record. Of that, where it is unhedged, *strong* is:

- the desk's own witness: what the desk itself saw, in a report of its own;
- a document that was shown to be genuine;
- by word: an authority on the matter that gains nothing, by name, on the record;
- by word: an actor's confirmation, by name, on the record, of what others said before.

All other support and contradiction is *plain*. By word alone the report that opens a claim never
confirms it.
"""

from claimtrack.lineage import Origin, Shown, independence, origins
from claimtrack.model.claim import Account, Claim, GivenEvidence
from claimtrack.model.evidence import Basis, Stance, Standing
from claimtrack.model.source import SourceKind
from claimtrack.model.updates import TakenBackBy


def is_own_witness(given: GivenEvidence) -> bool:
    """Whether the desk saw it: not somebody whom it quotes, who may be a party to the matter."""
    report, evidence = given.report, given.evidence
    if report is None or not report.ours or evidence.basis is not Basis.WITNESSED:
        return False
    if evidence.hedges or evidence.relayed_by:
        return False
    return evidence.own_voice or evidence.source.affiliation == report.outlet != ""


def is_authenticated(given: GivenEvidence) -> bool:
    """Whether it is a document that was shown to be genuine, and that does not hold back."""
    evidence = given.evidence
    if evidence.authentication == "" or evidence.hedges:
        return False
    return evidence.source.kind is SourceKind.DOCUMENT


def is_strong_word(given: GivenEvidence, claim: Claim) -> bool:
    """Whether a word alone is enough: a disinterested authority's, or an admission."""
    evidence = given.evidence
    standing = evidence.standing
    if standing not in _WEIGHTY:
        return False
    if evidence.hedges or evidence.relayed_by or not evidence.is_on_record:
        return False
    if evidence.stance.supports and given.report is not None and given.report.id == claim.opened_by:
        return False
    if standing is Standing.ACTOR:
        return evidence.stance is Stance.CONFIRMS and _follows_others(given, claim)
    return evidence.is_disinterested


_WEIGHTY = frozenset({Standing.AUTHORITY, Standing.ACTOR})


def _follows_others(given: GivenEvidence, claim: Claim) -> bool:
    """Whether another had said so first: also one who took it back since, but no slip of ours."""
    for one in claim.evidence:
        if one.evidence.stance.supports and one.source.id != given.source.id:
            slip = one.taken_back is not None and one.taken_back.by is TakenBackBy.ENTRY_ERROR
            if not slip and not one.evidence.is_off_record and one.precedes(given):
                return True
    return False


class Case:
    """
    A claim with its evidence sorted: for and against, strong and plain.

    Attributes:
        claim: The claim.

        proofs: Strong support by witness or document.

        words: Strong support by word alone.

        plain: Plain support.

        rebuttals: Strong contradiction.

        objections: Plain contradiction.

        support: All support that counts, oldest first.

        opposition: All contradiction that counts, oldest first.

        doubts: What weighs nothing and is told all the same, oldest first.

        changed: The latest word of sources that had taken a side and left it.
    """

    __slots__ = (
        "_independence",
        "_origins",
        "changed",
        "claim",
        "doubts",
        "objections",
        "opposition",
        "plain",
        "proofs",
        "rebuttals",
        "support",
        "words",
    )

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.proofs: list[GivenEvidence] = []
        self.words: list[GivenEvidence] = []
        self.plain: list[GivenEvidence] = []
        self.rebuttals: list[GivenEvidence] = []
        self.objections: list[GivenEvidence] = []
        self.support: list[GivenEvidence] = []
        self.opposition: list[GivenEvidence] = []
        self.doubts: list[GivenEvidence] = []
        self.changed: list[GivenEvidence] = []
        self._origins: tuple[Origin, ...] | None = None
        self._independence: Shown | None = None

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where the support goes back to."""
        if self._origins is None:
            self._origins = origins(self.support)
        return self._origins

    @property
    def independence(self) -> Shown:
        """How independent the origins of the support are."""
        if self._independence is None:
            self._independence = independence(self.origins, self.claim.independence)
        return self._independence

    @property
    def only_the_interested_object(self) -> bool:
        """Whether everybody who contradicts, if anybody, may gain by it."""
        return not (
            self.opposition and any(one.evidence.is_disinterested for one in self.opposition)
        )

    @property
    def is_hedged(self) -> bool:
        """Whether there is support, and whoever told it first holds back."""
        hedged = 0
        for one in self.support:
            if one.evidence.hedges:
                hedged += 1
        if hedged == 0 or hedged == len(self.support):
            return hedged > 0
        return all(origin.is_hedged for origin in self.origins)

    @property
    def is_own_voice(self) -> bool:
        """Whether there is support and reports state all of it themselves."""
        for one in self.support:
            if not one.evidence.own_voice:
                return False
        return bool(self.support)


def weigh(claim: Claim) -> Case:
    """Sort the evidence that counts."""
    case = Case(claim)
    accounts = list(claim.accounts.values())
    if len(accounts) > 1:
        accounts.sort(key=_by_revision)
    for account in accounts:
        given = account.latest
        if account.changed_from is not None:
            case.changed.append(given)
        stance = given.evidence.stance
        if stance.supports:
            case.support.append(given)
            if _is_proof(given):
                case.proofs.append(given)
            elif is_strong_word(given, claim):
                case.words.append(given)
            else:
                case.plain.append(given)
        elif stance.opposes:
            case.opposition.append(given)
            strong = _is_proof(given) or is_strong_word(given, claim)
            (case.rebuttals if strong else case.objections).append(given)
        elif stance is Stance.DOUBTS:
            case.doubts.append(given)
    return case


def _is_proof(given: GivenEvidence) -> bool:
    return is_own_witness(given) or is_authenticated(given)


def _by_revision(account: Account) -> int:
    return account.latest.revision
