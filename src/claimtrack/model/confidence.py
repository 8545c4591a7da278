"""
Confidence: how sure the record makes us, as a grade with caveats, never as a bare score.

Source:
    Credibility is the second digit of the Admiralty code (NATO AJP-2.1): 1 confirmed by other,
    independent sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 truth cannot
    be judged. 6 is the absence of a judgement and has no place on any line of numbers.
"""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType

import attrs

from claimtrack.model.source import Reliability
from claimtrack.model.words import refuse
from claimtrack.wording import phrase


class Credibility(IntEnum):
    """How credible the claim is, by the Admiralty code; lower is surer, 6 is no judgement."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


def credibility(value: Credibility | int | None) -> Credibility | None:
    """Take a credibility, or its number, or None (a field's rule)."""
    if value is None or isinstance(value, Credibility):
        return value
    if isinstance(value, bool) or value not in tuple(Credibility):
        raise refuse(value, "must be 1 to 6")
    return Credibility(value)


class Level(StrEnum):
    """Confidence in three words, as ICD 203 asks of analysts."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


LEVELS: Mapping[Credibility, Level] = MappingProxyType(
    {
        Credibility.CONFIRMED: Level.HIGH,
        Credibility.PROBABLY_TRUE: Level.MODERATE,
        Credibility.POSSIBLY_TRUE: Level.MODERATE,
        Credibility.DOUBTFUL: Level.LOW,
        Credibility.IMPROBABLE: Level.LOW,
    }
)
"""
Credibility as a level. The mapping is ours: neither standard gives one. *Cannot be judged* has no
level.
"""


class CaveatKind(StrEnum):
    """
    What a reader must be told beside the grade.

    The values that go with each kind:

    - ``unclear``: the names of the slots
    - ``own_voice``: the outlets that state it without a source
    - ``one_origin``: the origin's name, or nothing where it has none
    - ``independence_not_shown``, ``lineage_unknown``: the origins' names
    - ``sources_not_named``, ``may_be_same``: the descriptions
    - ``hedged``: the hedging words
    - ``denied``, ``contradicted``, ``doubted``: who
    - ``changed_account``: who
    - ``response``: the outcome, then the party
    - ``figure_fell``, ``figures_incompatible``, ``still_unclear``: the names of the slots
    - ``contradicted_by_claim``, ``superseded_by``, ``depends_on_fallen``, ``superseder_fell``: the
      ids of claims
    - ``ruling_predates_evidence``: the status that the evidence would give
    - ``confidence_set``: the credibility that the rules would give
    """

    UNCLEAR = "unclear"
    OWN_VOICE = "own_voice"
    ONE_ORIGIN = "one_origin"
    INDEPENDENCE_NOT_SHOWN = "independence_not_shown"
    LINEAGE_UNKNOWN = "lineage_unknown"
    SOURCES_NOT_NAMED = "sources_not_named"
    MAY_BE_SAME = "may_be_same"
    HEDGED = "hedged"
    DENIED = "denied"
    CONTRADICTED = "contradicted"
    DOUBTED = "doubted"
    CHANGED_ACCOUNT = "changed_account"
    FIGURE_FELL = "figure_fell"
    FIGURES_INCOMPATIBLE = "figures_incompatible"
    STILL_UNCLEAR = "still_unclear"
    CONTRADICTED_BY_CLAIM = "contradicted_by_claim"
    SUPERSEDED_BY = "superseded_by"
    DEPENDS_ON_FALLEN = "depends_on_fallen"
    SUPERSEDER_FELL = "superseder_fell"
    RULING_PREDATES_EVIDENCE = "ruling_predates_evidence"
    CONFIDENCE_SET = "confidence_set"
    RESPONSE = "response"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Caveat:
    """
    One thing to be told beside the grade, as a key with values; words are made when printed.

    A policy makes it, of values that were checked.

    Attributes:
        kind: What it is about.

        values: What it names; `CaveatKind` says what for each kind.

        revisions: The entries of the claim that it rests on.
    """

    kind: CaveatKind
    values: tuple[str, ...] = ()
    revisions: tuple[int, ...] = ()

    def __str__(self) -> str:
        return self.in_words("en")

    def in_words(self, lang: str, labels: Mapping[str, str] = MappingProxyType({})) -> str:
        """
        Say it in a language that `claimtrack.wording` has: ``unclear who or when``.

        Args:
            lang: The language, a BCP 47 tag.

            labels: What to call in that language what *values* names; see
                `claimtrack.model.claim.Claim.labels_in`.
        """
        values = [labels.get(value, value) for value in self.values] if labels else self.values
        return phrase(f"caveat.{self.kind}", values, lang)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Confidence:
    """
    A grade and what must be told beside it.

    Attributes:
        credibility: How credible the claim is, 1 to 6.

        reliability: The best usable source's, A to F.

        caveats: What must be told, in the order in which it is told.

    Example:
        >>> Confidence(credibility=Credibility.POSSIBLY_TRUE, reliability=Reliability.F).grade
        'F3'
    """

    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    reliability: Reliability = Reliability.F
    caveats: tuple[Caveat, ...] = ()

    @property
    def grade(self) -> str:
        """Source and claim in two signs: ``C3``."""
        return f"{self.reliability}{self.credibility:d}"

    @property
    def level(self) -> Level | None:
        """Low, moderate or high; None where the claim cannot be judged."""
        return LEVELS.get(self.credibility)

    def __str__(self) -> str:
        return self.in_words("en")

    def in_words(self, lang: str, labels: Mapping[str, str] = MappingProxyType({})) -> str:
        """Say it in a language that `claimtrack.wording` has, on one line; see `Caveat`."""
        said = f"{phrase(f'credibility.{self.credibility:d}', (), lang)} ({self.grade})"
        caveats = "; ".join(caveat.in_words(lang, labels) for caveat in self.caveats)
        return f"{said}: {caveats}" if caveats else said
