"""What a back-end gives, as values: the object of ``docs/reference/formats/reading.md``, read."""

import attrs

from claimtrack.model.updates import ClaimKind
from claimtrack.reading.kinds import (
    Bound,
    CueKind,
    Facet,
    HedgeKind,
    ResponseKind,
    SpeakerKind,
)


@attrs.frozen(kw_only=True)
class SpanGiven:
    """Words of the text, with the place where they stand, or without."""

    text: str
    start: int | None = None
    end: int | None = None


@attrs.frozen(kw_only=True)
class CountGiven:
    """How many speak as one."""

    lo: int
    hi: int | None = None


@attrs.frozen(kw_only=True)
class SourceGiven:
    """Somebody who speaks."""

    id: str
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    name: str | None = None
    description: str | None = None
    role: str | None = None
    count: CountGiven | None = None
    via_outlet: str | None = None
    knowledge: str | None = None
    anonymity: str | None = None
    affiliation: str | None = None
    mentions: tuple[SpanGiven, ...] = ()


@attrs.frozen(kw_only=True)
class AttributionGiven:
    """How a claim is attributed."""

    kind: CueKind = CueKind.OWN_VOICE
    sources: tuple[str, ...] = ()
    cue: SpanGiven | None = None
    via_outlet: str | None = None
    form: str = "indirect"
    scope: str = "certain"


@attrs.frozen(kw_only=True)
class HedgeGiven(SpanGiven):
    """Words that hold back."""

    kind: HedgeKind = attrs.field(metadata={"key": "class"})


@attrs.frozen(kw_only=True)
class QuantityGiven(SpanGiven):
    """A number with its bounds."""

    op: Bound
    value: int | str | None = None
    value_hi: int | str | None = None
    unit: str | None = None


@attrs.frozen(kw_only=True)
class DateGiven:
    """A date or time; without words it cannot be placed, and is left out."""

    text: str | None = None
    start: int | None = None
    end: int | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    role: str = "event"
    vague: bool = False


@attrs.frozen(kw_only=True)
class RecordGiven:
    """A claim, or an open question."""

    id: str
    type: str = "claim"
    proposition: str | None = None
    kind: ClaimKind = ClaimKind.EVENT
    content: SpanGiven
    attribution: AttributionGiven = AttributionGiven()
    hedges: tuple[HedgeGiven, ...] = ()
    unclear: tuple[Facet, ...] = ()
    quantities: tuple[QuantityGiven, ...] = ()
    dates: tuple[DateGiven, ...] = ()
    about: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ResponseGiven:
    """What came of asking somebody for comment."""

    kind: ResponseKind
    responder: str | None = None
    cue: SpanGiven
    text: SpanGiven | None = None
    immediate: bool = False
    approached_by: str | None = None
    about: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ReadingGiven:
    """All that a back-end gives."""

    schema: int = 1
    sources: tuple[SourceGiven, ...] = ()
    records: tuple[RecordGiven, ...] = ()
    responses: tuple[ResponseGiven, ...] = ()
