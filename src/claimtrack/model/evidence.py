"""
Evidence: one source's stance on one claim, as one report gives it.

Source:
    Stances from Emergent (for, against, observing), FNC-1 and RumourEval, with *denies* (the party
    says no) told apart from *contradicts* (somebody else says otherwise); the bases are OpenCTI's
    "Objective" scale (witnessed, deduced, told) and *document*; terms of attribution as the
    Associated Press defines them; hedge classes after CoNLL-2010 cues, sorted as a desk would.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.source import Source, SourceKind
from claimtrack.model.words import (
    MOST,
    any_text,
    checked,
    language,
    line,
    lines,
    maybe_moment,
    refuse,
    statement,
)


class Stance(StrEnum):
    """What a source does with the claim; *doubts* and *observes* weigh nothing."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    CONTRADICTS = "contradicts"
    DOUBTS = "doubts"
    OBSERVES = "observes"

    @property
    def supports(self) -> bool:
        """Whether it speaks for the claim."""
        return self in _SUPPORTING

    @property
    def opposes(self) -> bool:
        """Whether it speaks against the claim."""
        return self in _OPPOSING


_SUPPORTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_OPPOSING = frozenset({Stance.DENIES, Stance.CONTRADICTS})


class Basis(StrEnum):
    """How the source knows."""

    WITNESSED = "witnessed"
    DOCUMENT = "document"
    TOLD = "told"
    DEDUCED = "deduced"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """What the source is to the matter."""

    ACTOR = "actor"
    AUTHORITY = "authority"
    WITNESS = "witness"
    OUTSIDER = "outsider"
    UNKNOWN = "unknown"


class Interest(StrEnum):
    """Whether the source gains by the claim being believed or not; *unknown* counts as yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class HedgeClass(StrEnum):
    """How a wording holds back."""

    MODAL = "modal"
    PLAN = "plan"
    REPORTATIVE = "reportative"
    ALLEGATION = "allegation"
    ADVERB = "adverb"
    SOURCE_DOUBT = "source_doubt"


class TermsKind(StrEnum):
    """What may be done with what was said; *not for attribution* is a spelling of background."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep_background"
    OFF_RECORD = "off_record"


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Span:
    """
    A half-open span [start, end) in code points of the report's text.

    Raises:
        InvalidValueError: The span begins before 0 or ends before it begins.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            reason = "must begin at 0 or later, and end no earlier"
            raise InvalidValueError("span", (self.start, self.end), reason)
        if self.end > MOST:
            raise InvalidValueError("span.end", self.end, f"must be at most {MOST}")


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Hedge:
    """
    Words by which the claim is held back: ``could consider``.

    Attributes:
        words: The words, exactly.

        kind: How they hold back.

        span: Where they stand in the report's text.
    """

    words: str = attrs.field(converter=statement)
    kind: HedgeClass = attrs.field(converter=HedgeClass, default=HedgeClass.MODAL)
    span: Span | None = None


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Terms:
    """
    The terms on which something was told.

    Attributes:
        kind: What may be done with it.

        wording: The attribution agreed on.

        embargo_until: Not to be used before; aware, UTC.

        reason: Why anonymity was given, as it may be published.

        approved_by: Who at the desk approved it.
    """

    kind: TermsKind = attrs.field(converter=TermsKind, default=TermsKind.ON_RECORD)
    wording: str = attrs.field(converter=any_text, default="")
    embargo_until: datetime | None = attrs.field(converter=maybe_moment, default=None)
    reason: str = attrs.field(converter=any_text, default="")
    approved_by: str = attrs.field(converter=line, default="")


def hedges(values: "Iterable[Hedge | str]") -> tuple[Hedge, ...]:
    """Take hedges, or their bare words (a field's rule)."""
    if isinstance(values, str):
        values = (values,)
    found = tuple(Hedge(words=value) if isinstance(value, str) else value for value in values)
    if not all(isinstance(one, Hedge) for one in found):
        raise refuse(values, "must be hedges or their words")
    return found


def terms(value: "Terms | TermsKind | str | None") -> Terms | None:
    """Take terms, or their bare kind (a field's rule)."""
    return value if value is None or isinstance(value, Terms) else Terms(kind=value)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Evidence:
    """
    One source's stance on one claim.

    Attributes:
        source: Who says so: the first teller.

        stance: What it does with the claim.

        wording: What was said, word for word.

        lang: The language of *wording*, a BCP 47 tag.

        span: Where the wording stands in the report's text.

        hedges: Words that hold the claim back.

        basis: How the source knows.

        standing: What the source is to the matter.

        interested: Whether it gains by being believed; an actor always does.

        terms: On what terms it was told; None where nobody said, which is on the record for a
            source with a name and not for one without.

        relayed_by: Speakers between the source and the report, nearest to the source first. In
            "the mayor said police told her" the source is the police, relayed by the mayor.

        own_voice: Whether the report states it itself, with no source; *source* is the outlet.

        authentication: How a document was shown to be genuine; empty for a leaked paper.

    Raises:
        InvalidValueError: An own voice that is not an outlet's; an authentication of something that
            is no document; a source that relays itself.
    """

    source: Source
    stance: Stance = attrs.field(converter=Stance, default=Stance.ASSERTS)
    wording: str = attrs.field(converter=any_text, default="")
    lang: str = attrs.field(converter=language, default="")
    span: Span | None = None
    hedges: tuple[Hedge, ...] = attrs.field(converter=hedges, default=())
    basis: Basis = attrs.field(converter=Basis, default=Basis.UNKNOWN)
    standing: Standing = attrs.field(converter=Standing, default=Standing.UNKNOWN)
    interested: Interest = attrs.field(converter=Interest, default=Interest.UNKNOWN)
    terms: Terms | None = attrs.field(converter=terms, default=None)
    relayed_by: tuple[str, ...] = attrs.field(converter=lines, default=())
    own_voice: bool = False
    authentication: str = attrs.field(converter=any_text, default="")

    def __attrs_post_init__(self) -> None:
        source = self.source
        if self.own_voice and source.kind is not SourceKind.OUTLET:
            raise InvalidValueError("evidence.own_voice", source.kind, "must be an outlet's")
        if self.authentication and source.kind is not SourceKind.DOCUMENT:
            reason = "is for documents alone"
            raise InvalidValueError("evidence.authentication", self.authentication, reason)
        if self.relayed_by and source.label in self.relayed_by:
            raise InvalidValueError(
                "evidence.relayed_by", self.relayed_by, "must not hold the source"
            )

    @property
    def is_on_record(self) -> bool:
        """Whether the source stands to it by name."""
        if self.terms is None:
            return self.source.is_named
        return self.terms.kind is TermsKind.ON_RECORD and self.source.is_named

    @property
    def is_off_record(self) -> bool:
        """Whether it may not be used at all, and so weighs nothing."""
        return self.terms is not None and self.terms.kind is TermsKind.OFF_RECORD

    @property
    def is_disinterested(self) -> bool:
        """Whether the source is known to gain nothing."""
        return self.interested is Interest.NO and self.standing is not Standing.ACTOR

    @property
    def is_first_hand(self) -> bool:
        """
        Whether the source speaks of what it saw, did, decided or holds in its hands.

        A basis settles it; without one, an actor, an authority on the matter and a witness do.
        """
        if self.relayed_by:
            return False
        if self.basis in _FIRST_HAND:
            return True
        return self.standing in _FIRST_HAND_STANDINGS and self.basis is Basis.UNKNOWN


_FIRST_HAND = frozenset({Basis.WITNESSED, Basis.DOCUMENT})
_FIRST_HAND_STANDINGS = frozenset({Standing.ACTOR, Standing.AUTHORITY, Standing.WITNESS})
