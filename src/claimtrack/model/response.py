"""
Responses: what came of asking for comment. Silence is shown, and never weighed.

Source:
    Outcomes after NPR's rules on seeking comment, the Columbia Journalism Review's counts of
    "did not respond", the BBC's guidelines and common usage.
"""

from datetime import datetime
from enum import StrEnum

import attrs

from claimtrack.model.evidence import Evidence, Stance, Standing
from claimtrack.model.source import Source
from claimtrack.model.words import any_text, checked, language, line, maybe_moment, moments


class Outcome(StrEnum):
    """What came of a request for comment."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    STATEMENT = "statement"
    DECLINED = "declined"
    DECLINED_FURTHER = "declined_further"
    NEITHER_CONFIRMED_NOR_DENIED = "neither_confirmed_nor_denied"
    CANNOT_COMMENT = "cannot_comment"
    REFERRED_ELSEWHERE = "referred_elsewhere"
    ACKNOWLEDGED = "acknowledged"
    NO_REPLY = "no_reply"
    NO_REPLY_YET = "no_reply_yet"
    UNREACHABLE = "unreachable"
    NOT_SOUGHT = "not_sought"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether an answer may still be waited for."""
        return self in _OPEN

    @property
    def has_substance(self) -> bool:
        """Whether the party said something about the claim itself."""
        return self in _SUBSTANCE

    @property
    def stance(self) -> Stance | None:
        """What the party does with the claim by such an answer; None where it takes no side."""
        return _STANCES.get(self)


_STANCES = {Outcome.CONFIRMED: Stance.CONFIRMS, Outcome.DENIED: Stance.DENIES}
_OPEN = frozenset({Outcome.PENDING, Outcome.NO_REPLY, Outcome.NO_REPLY_YET, Outcome.UNREACHABLE})
_SUBSTANCE = frozenset({Outcome.CONFIRMED, Outcome.DENIED, Outcome.STATEMENT})


class Respondent(StrEnum):
    """Who answered for the party; NPR asks to tell the person from the office."""

    PERSON = "person"
    OFFICE = "office"
    SPOKESPERSON = "spokesperson"
    LAWYER = "lawyer"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Response:
    """
    One request for comment and what came of it.

    Attributes:
        party: Who was asked.

        outcome: What came of it.

        request: The request's name; empty for the one request that *asked_by* made of *party*.

        respondent: Who answered for the party.

        asked_by: Who asked: an outlet's name, or empty for the desk itself.

        channel: How they asked: ``e-mail``, ``phone``.

        attempts: When they asked, aware, UTC, in the order given.

        deadline: Until when they waited, aware, UTC.

        answered_at: When the answer came, aware, UTC.

        wording: The answer, word for word.

        lang: The language of *wording*, a BCP 47 tag.

        reason: Why the party cannot comment, why it was not asked, whom it referred to.

        late: Whether the answer came after the deadline, or after silence had been reported.
    """

    party: Source
    outcome: Outcome = attrs.field(converter=Outcome)
    request: str = attrs.field(converter=line, default="")
    respondent: Respondent = attrs.field(converter=Respondent, default=Respondent.UNKNOWN)
    asked_by: str = attrs.field(converter=line, default="")
    channel: str = attrs.field(converter=line, default="")
    attempts: tuple[datetime, ...] = attrs.field(converter=moments, default=())
    deadline: datetime | None = attrs.field(converter=maybe_moment, default=None)
    answered_at: datetime | None = attrs.field(converter=maybe_moment, default=None)
    wording: str = attrs.field(converter=any_text, default="")
    lang: str = attrs.field(converter=language, default="")
    reason: str = attrs.field(converter=any_text, default="")
    late: bool = False

    @property
    def key(self) -> str:
        """The request that this belongs to: its name, else the party and who asked it."""
        return self.request or f"{self.party.id or self.party.label} < {self.asked_by}"

    def spoken(self, standing: Standing = Standing.UNKNOWN) -> Evidence | None:
        """
        Give the evidence that lies in an answer: what the party said of the claim itself.

        Args:
            standing: What the party is to the matter.

        Returns:
            The evidence; None where the answer takes no side.
        """
        stance = self.outcome.stance
        if stance is None:
            return None
        return Evidence(
            source=self.party,
            stance=stance,
            wording=self.wording,
            lang=self.lang,
            standing=standing,
        )
