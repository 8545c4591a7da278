"""
What a brief is made of: lines about claims, open questions, who was asked, what is new.

A line holds what there is to say, as values; `claimtrack.brief.saying` makes words of it.
"""

import attrs

from claimtrack.model.claim import Claim, Heard, Ruling, StandingFlag, Wording
from claimtrack.model.confidence import Caveat, CaveatKind, Confidence
from claimtrack.model.evidence import Stance
from claimtrack.model.ids import ClaimId
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import Link
from claimtrack.model.response import Response
from claimtrack.model.slots import Slot, SlotValue
from claimtrack.model.source import Source
from claimtrack.model.status import Status
from claimtrack.model.updates import TakenBackBy


@attrs.frozen(kw_only=True)
class Voice:
    """
    What one source says of a claim, and how it came to us.

    Attributes:
        source: Who says so.

        stance: What it does with the claim.

        via: The outlet that was told; empty where the source spoke to nobody else, or is that
            outlet itself.

        relayed_by: Speakers between the source and the report, nearest to the source first.

        own_voice: Whether an outlet states it itself, with no source.

        revision: The entry that gave it.
    """

    source: Source
    stance: Stance
    via: str = ""
    relayed_by: tuple[str, ...] = ()
    own_voice: bool = False
    revision: int


@attrs.frozen(kw_only=True)
class LostVoice:
    """What one source said and no longer holds, by whom it was taken back, and by which entry."""

    voice: Voice
    by: TakenBackBy
    revision: int


@attrs.frozen(kw_only=True)
class ClaimLine:
    """
    One claim in a brief.

    Attributes:
        claim: The claim.

        voices: Who supports it, in the order of first mention.

        lost: Who supported it and was taken back, for a claim that no support is left of.

        answers: The questions about it that have an answer and are not open, in the order of first
            mention: those that the desk settled, and those that nobody called unclear and that have
            one answer.
    """

    claim: Claim
    voices: tuple[Voice, ...]
    lost: tuple[LostVoice, ...] = ()
    answers: tuple[Slot, ...] = ()

    @property
    def claim_id(self) -> ClaimId:
        """The claim's name."""
        return self.claim.id

    @property
    def text(self) -> str:
        """The proposition in the desk's words."""
        return self.claim.text

    @property
    def lang(self) -> str:
        """The language of *text*, a BCP 47 tag."""
        return self.claim.lang

    @property
    def translations(self) -> tuple[Wording, ...]:
        """The latest wording in each other language."""
        latest = {one.lang: one for one in self.claim.wordings if one.lang != self.claim.lang}
        return tuple(latest.values())

    @property
    def status(self) -> Status:
        """What the record supports."""
        return self.claim.status

    @property
    def confidence(self) -> Confidence:
        """How sure, with every caveat."""
        return self.claim.confidence

    @property
    def grade(self) -> str:
        """Source and claim in two signs: ``C3``."""
        return self.confidence.grade

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """
        What is told beside the grade.

        All but responses, each of which a brief tells once, and what *voices* say already: that an
        outlet names no source.
        """
        told_elsewhere = (CaveatKind.RESPONSE, CaveatKind.OWN_VOICE)
        return tuple(one for one in self.confidence.caveats if one.kind not in told_elsewhere)

    @property
    def ruled_because(self) -> str:
        """Why the desk ruled on it; empty where no ruling is in force."""
        return "" if self.claim.ruling is None else self.claim.ruling.because


@attrs.frozen(kw_only=True)
class OpenQuestion:
    """
    What is open about a claim.

    Attributes:
        claim_id: The claim.

        slots: Those that are called unclear, those that were and have answers that nobody settled,
            and those with answers that differ.
    """

    claim_id: ClaimId
    slots: tuple[Slot, ...]


@attrs.frozen(kw_only=True)
class Asked:
    """One party that was asked, what came of it, and the claims that it bears on."""

    response: Response
    claim_ids: tuple[ClaimId, ...]


@attrs.frozen(kw_only=True)
class Unclear:
    """News: a report calls these slots unclear."""

    slots: tuple[str, ...]
    revision: int


@attrs.frozen(kw_only=True)
class Answer:
    """
    News: somebody answered a slot's question.

    Attributes:
        slot: The question.

        value: The answer.

        source: Who gave it; None where the report states it itself.

        outlet: Where it was reported; empty for desk work.

        earlier: The answer before, for a figure that moved; else None.

        revision: The entry that gave it.
    """

    slot: str
    value: SlotValue
    source: Source | None
    outlet: str = ""
    earlier: SlotValue | None = None
    revision: int


@attrs.frozen(kw_only=True)
class Settled:
    """News: the desk settled a slot; *value* is None for "there is none"."""

    slot: str
    value: SlotValue | None
    revision: int


@attrs.frozen(kw_only=True)
class Gone:
    """
    News: what was told before no longer holds.

    Attributes:
        told: An answer, that a question was settled, or what came of asking for comment.

        revision: That of the claim now.
    """

    told: Answer | Settled | Heard
    revision: int


@attrs.frozen(kw_only=True)
class LinkNews:
    """News: a link was made, or was taken away; then *revision* is that of the claim now."""

    link: Link
    made: bool
    revision: int


@attrs.frozen(kw_only=True)
class Named:
    """News: a source that was known by description alone is known by name."""

    description: Source
    source: Source
    revision: int


@attrs.frozen(kw_only=True)
class Lifted:
    """News: a ruling is no longer in force; *revision* is that of the claim now."""

    revision: int


News = (
    Voice
    | LostVoice
    | Wording
    | Unclear
    | Answer
    | Settled
    | Heard
    | Gone
    | Named
    | LinkNews
    | StandingFlag
    | Ruling
    | Lifted
)
"""One thing that is new about a claim, and the entry that brought it."""


@attrs.frozen(kw_only=True)
class Changed:
    """
    What changed about one claim.

    Attributes:
        claim_id: The claim.

        before: Its judgement before; None where it was opened since.

        after: Its judgement now.

        news: What is new, in the order of the record; for a claim that was opened since, nothing:
            all of it is new.
    """

    claim_id: ClaimId
    before: Judgement | None
    after: Judgement
    news: tuple[News, ...] = ()
