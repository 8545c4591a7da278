"""What a back-end gives, as values: the object of ``docs/reference/formats/reading.md``, read."""

import attrs

from claimtrack.model.updates import ClaimKind
from claimtrack.reading.kinds import (
    Bound,
    CueKind,
    DateRole,
    Facet,
    HedgeKind,
    ResponseKind,
    SpeakerKind,
)


def _has_words(_instance: object, field: "attrs.Attribute[str]", value: str) -> None:
    if not value.strip():
        raise ValueError(f"{field.name} must have words, got {value!r:.60}")


@attrs.frozen(kw_only=True)
class SpanGiven:
    """
    Words of the article.

    Attributes:
        text: The words, exactly as they stand.

        start: Where they begin, in code points; left out to have them looked up.

        end: Where they end.
    """

    text: str = attrs.field(validator=_has_words)
    start: int | None = None
    end: int | None = None


@attrs.frozen(kw_only=True)
class CountGiven:
    """
    How many speak as one.

    Attributes:
        lo: At least so many.

        hi: At most so many; left out where that is open.
    """

    lo: int = attrs.field(validator=attrs.validators.ge(1))
    hi: int | None = attrs.field(default=None)

    @hi.validator
    def _check(self, _field: "attrs.Attribute[int | None]", value: int | None) -> None:
        if value is not None and value < self.lo:
            raise ValueError(f"hi must be at least lo, {self.lo}, got {value}")


@attrs.frozen(kw_only=True)
class SourceGiven:
    """
    Somebody or something that says so, or that was asked.

    Attributes:
        id: Its name within the object.

        kind: What kind of speaker; ``self`` is the article.

        name: The published name; left out for one known by description alone.

        description: The words that describe it, without the number.

        role: Its office or position.

        count: How many speak as one.

        via_outlet: The outlet that it told.

        knowledge: The words for how it knows.

        anonymity: The words for why it is not named.

        affiliation: The body it belongs to.

        mentions: Every place where it is named.
    """

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
    """
    How a claim is attributed.

    Attributes:
        kind: By what kind of words; ``own_voice`` where the article states it itself.

        sources: The ids of who says so: none, one, or several who say it together.

        cue: The words of attribution.

        via_outlet: The outlet that was told, or whose report is passed on.

        form: ``direct`` for a quotation, else ``indirect``.

        scope: ``ambiguous`` where it is unsure that this source says it.
    """

    kind: CueKind = CueKind.OWN_VOICE
    sources: tuple[str, ...] = ()
    cue: SpanGiven | None = None
    via_outlet: str | None = None
    form: str = "indirect"
    scope: str = "certain"


@attrs.frozen(kw_only=True)
class HedgeGiven(SpanGiven):
    """
    Words that hold a claim back.

    Attributes:
        kind: How they hold back.
    """

    kind: HedgeKind = attrs.field(metadata={"key": "class"})


@attrs.frozen(kw_only=True)
class QuantityGiven(SpanGiven):
    """
    A number with its bounds.

    Attributes:
        op: How it is bounded.

        value: The number, the lower one of a range; a decimal number as text.

        value_hi: The upper number of a range.

        unit: What is counted.
    """

    op: Bound
    value: int | str | None = None
    value_hi: int | str | None = None
    unit: str | None = None


@attrs.frozen(kw_only=True)
class DateGiven:
    """
    A date or time. Without words it has no place, and is left out.

    Attributes:
        text: The words, exactly as they stand.

        start: Where they begin, in code points; left out to have them looked up.

        end: Where they end.

        edtf: What they say, as EDTF or ISO 8601.

        earliest: Where there is no ``edtf``, the first day; left out where it is open.

        latest: The last day, which is included.

        role: What the date is to the claim.

        vague: Whether a convention chose the days.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    role: DateRole = DateRole.EVENT
    vague: bool = False


@attrs.frozen(kw_only=True)
class RecordGiven:
    """
    A claim, or an open question.

    Attributes:
        id: Its name within the object.

        type: ``claim`` or ``open_question``.

        proposition: The claim in words, without its attribution; left out, those of the content.

        kind: What kind of proposition.

        content: The words that carry it.

        attribution: Who says so.

        hedges: Words that hold it back.

        unclear: What is said to be unknown of it.

        quantities: Its numbers.

        dates: Its dates.

        about: For a question, the ids of the claims that it is about.
    """

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
    """
    What came of asking somebody for comment.

    Attributes:
        kind: What came of it.

        responder: The id of the source that was asked.

        cue: The words that tell it.

        text: The clause that they stand in.

        immediate: Whether an answer may still come.

        approached_by: The outlet that asked.

        about: The ids of the claims that it is about.
    """

    kind: ResponseKind
    responder: str | None = None
    cue: SpanGiven
    text: SpanGiven | None = None
    immediate: bool = False
    approached_by: str | None = None
    about: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ReadingGiven:
    """
    All that a back-end gives.

    Attributes:
        schema: The number of the form: 1.

        sources: Who speaks, and who was asked.

        records: Claims and open questions, in the order of the text.

        responses: What came of asking for comment.
    """

    schema: int = 1
    sources: tuple[SourceGiven, ...] = ()
    records: tuple[RecordGiven, ...] = ()
    responses: tuple[ResponseGiven, ...] = ()
