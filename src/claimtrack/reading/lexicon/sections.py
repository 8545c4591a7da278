"""What a lexicon holds: one class for each table of its file, checked as it is made."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from claimtrack.reading.folding import Folding
from claimtrack.reading.kinds import (
    Bound,
    CueKind,
    DateOp,
    Facet,
    Frame,
    HedgeKind,
    NewsKind,
    ResponseKind,
)
from claimtrack.reading.lexicon.phrases import PhraseRules, Texts

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_NO_FACETS: Mapping[Facet, Texts] = MappingProxyType({})


def _key(name: str, **kwargs: Any) -> Any:
    """Give a field whose key in the file is a word that Python keeps, or is too short to read."""
    return attrs.field(metadata={"key": name}, **kwargs)


@attrs.frozen(kw_only=True)
class Meta:
    """Which language, which version, what is folded."""

    language: str
    version: str
    foldings: tuple[Folding, ...] = _key("fold", default=())


@attrs.frozen(kw_only=True)
class TextRules:
    """
    How the language is set.

    Attributes:
        quotes: Pairs of quotation marks.

        speech_dash: Dashes that open a line of speech.

        thousands: Signs that part a number's thousands.

        decimal: Signs that begin a number's fraction.

        abbreviations: Words whose full stop ends no sentence.

        function_words: Frequent words that tell the language from others.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    speech_dash: Texts = ()
    thousands: Texts = ()
    decimal: Texts = ()
    abbreviations: Texts = ()
    function_words: Texts = ()


@attrs.frozen(kw_only=True)
class Grammar:
    """
    Words that hold a sentence together.

    Attributes:
        perfect: The pattern of what stands before a participle in a perfect tense; None where the
            language has none.

        that: Words that open a content clause.

        clause_break: Words that begin another clause.

        negation: Words of denial.

        anaphors: Subjects that point back to a source named before.
    """

    perfect: str | None = None
    that: Texts = ()
    clause_break: Texts = ()
    negation: Texts = ()
    anaphors: Texts = ()


@attrs.frozen(kw_only=True)
class Verb:
    """
    A verb or phrase of attribution.

    Attributes:
        lemma: Its name in dictionaries.

        forms: Its forms; ``+x`` needs a perfect auxiliary before it.

        is_loose: Whether it is an ordinary word too, so a content clause or quotation must be near.

        not_after: Words that cancel it where they stand before it.

        not_before: Words that cancel it where they follow.

        outlet: ``object`` where the outlet that was told is its object.

        frames: What may stand around it; None for what its group says.

        is_whole: Whether its forms hold their object, so that nothing more need stand around them.
    """

    lemma: str = _key("l")
    forms: Texts = _key("f")
    is_loose: bool = _key("loose", default=False)
    not_after: Texts = ()
    not_before: Texts = ()
    outlet: str | None = None
    frames: tuple[Frame, ...] | None = None
    is_whole: bool = _key("whole", default=False)


@attrs.frozen(kw_only=True)
class CueGroup:
    """Verbs of one kind; *outlet* are the prepositions that bring in the outlet that was told."""

    kind: CueKind
    frames: tuple[Frame, ...]
    verbs: tuple[Verb, ...]
    outlet: Texts = ()


@attrs.frozen(kw_only=True)
class According:
    """A phrase that names a source without a verb."""

    pattern: str
    kind: CueKind
    not_before: Texts = ()
    not_after: Texts = ()


@attrs.frozen(kw_only=True)
class ResponseRule:
    """
    A wording for what came of asking for comment.

    Attributes:
        needs_near: Beginnings of words, one of which must stand in the sentence or the one before.

        not_before: Words that cancel it where they follow.
    """

    kind: ResponseKind
    pattern: str
    needs_near: Texts = ()
    not_before: Texts = ()


@attrs.frozen(kw_only=True)
class HedgeRule:
    """A wording that holds back; *likelihood* is a rough range, for display alone."""

    kind: HedgeKind = _key("class")
    pattern: str
    likelihood: tuple[float, float] | None = _key("p", default=None)
    not_before: Texts = ()
    not_after: Texts = ()


@attrs.frozen(kw_only=True)
class UnclearRules:
    """
    How a text says that something is not known.

    Attributes:
        triggers: Patterns of the statement.

        negatable: Words that say so only when they are denied.

        as_of: Words that tie it to the moment.

        question_words: For each facet, words that name it after the trigger.

        nouns: For each facet, nouns that name it before or after.
    """

    triggers: Texts
    negatable: Texts = ()
    as_of: Texts = ()
    question_words: Mapping[Facet, Texts] = _key("wh", default=_NO_FACETS)
    nouns: Mapping[Facet, Texts] = _NO_FACETS


@attrs.frozen(kw_only=True)
class AnonymousRules:
    """
    Words for people who are not named: nouns, quantifiers, how they know, why unnamed.

    Attributes:
        public: Those nouns that name people at large where nothing counts them: "economists".
    """

    nouns: Texts = ()
    public: Texts = ()
    indefinites: Texts = ()
    knowledge: Texts = ()
    anonymity: Texts = ()


@attrs.frozen(kw_only=True)
class BoundWords:
    """Words that bound a number; *joined_by* stands between the two of a range."""

    op: Bound
    forms: Texts = _key("f")
    joined_by: Texts = _key("and", default=())


@attrs.frozen(kw_only=True)
class VagueAmount:
    """Words for an amount without a number: at least *low*, at most *high*, or a share."""

    forms: Texts = _key("f")
    low: int | None = _key("lo", default=None)
    high: int | None = _key("hi", default=None)
    fraction: tuple[float, float] | None = None


@attrs.frozen(kw_only=True)
class QuantityRules:
    """
    How the language counts.

    Attributes:
        link: Words between a number and its noun, or its magnitude.

        article_ones: Words for one that are articles too.

        superlative_so_far: Words of a record: no bound, no date.
    """

    bounds: tuple[BoundWords, ...] = ()
    after: tuple[BoundWords, ...] = ()
    link: Texts = ()
    numerals: Mapping[str, int] = _NOTHING
    magnitudes: Mapping[str, int] = _NOTHING
    article_ones: Texts = ()
    vague: tuple[VagueAmount, ...] = ()
    superlative_so_far: Texts = ()


@attrs.frozen(kw_only=True)
class Trap:
    """Words that look like a date or a number and are none, and why."""

    pattern: str
    why: str


@attrs.frozen(kw_only=True)
class RelativeDate:
    """A phrase that gives a date by the article's; named groups are its parts."""

    pattern: str
    op: DateOp
    offset: int = 0
    not_after: Texts = ()


@attrs.frozen(kw_only=True)
class Tense:
    """Words that turn a bare month, day or weekday to the future or the past."""

    future: Texts = ()
    past: Texts = ()


@attrs.frozen(kw_only=True)
class Edges:
    """Prepositions that make a date one side of an interval."""

    after: Texts = ()
    since: Texts = ()
    before: Texts = ()
    between: Texts = ()
    approx: Texts = ()


@attrs.frozen(kw_only=True)
class DateRules:
    """How the language dates."""

    months: tuple[Texts, ...]
    weekdays: tuple[Texts, ...]
    seasons: Mapping[str, Texts] = _NOTHING
    units: Mapping[str, Texts] = _NOTHING
    parts: Mapping[str, Texts] = _key("part", default=_NOTHING)
    traps: tuple[Trap, ...] = _key("trap", default=())
    relative: tuple[RelativeDate, ...] = ()
    tense: Tense = Tense()
    edges: Edges = Edges()


@attrs.frozen(kw_only=True)
class Roles:
    """Nouns that make a source a person, an organisation, a medium or a document; metonyms."""

    person: Texts = ()
    organisation: Texts = ()
    metonyms: Mapping[str, str] = _NOTHING
    media: Texts = ()
    documents: Texts = ()


@attrs.frozen(kw_only=True)
class NewsRule:
    """Words by which an article speaks of an earlier version, or a speaker of earlier words."""

    kind: NewsKind
    pattern: str


@attrs.frozen(kw_only=True)
class Tables:
    """One language's file."""

    meta: Meta
    text: TextRules
    grammar: Grammar
    cues: tuple[CueGroup, ...] = _key("cue", default=())
    according: tuple[According, ...] = ()
    responses: tuple[ResponseRule, ...] = _key("response", default=())
    hedges: tuple[HedgeRule, ...] = _key("hedge", default=())
    unclear: UnclearRules = UnclearRules(triggers=())
    anonymous: AnonymousRules = AnonymousRules()
    quantity: QuantityRules = QuantityRules()
    dates: DateRules = DateRules(months=(), weekdays=())
    roles: Roles = Roles()
    phrases: PhraseRules = PhraseRules()
    news: tuple[NewsRule, ...] = _key("followup", default=())
