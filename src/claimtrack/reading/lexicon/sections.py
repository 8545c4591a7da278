"""What a lexicon holds: one class for each table of its file, checked as it is made."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from claimtrack.reading.folding import Folding
from claimtrack.reading.kinds import (
    Bound,
    CueKind,
    Facet,
    Frame,
    HedgeKind,
    NewsKind,
    PartyPlace,
    ResponseKind,
)
from claimtrack.reading.lexicon.fields import NOTHING as _NOTHING
from claimtrack.reading.lexicon.fields import Texts
from claimtrack.reading.lexicon.fields import key as _key
from claimtrack.reading.lexicon.phrases import PhraseRules
from claimtrack.reading.lexicon.time_words import DateRules

_NO_FACETS: Mapping[Facet, Texts] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Meta:
    """
    Which language, which version, what is folded.

    Attributes:
        extends: A language of the package whose lexicon this one adds to; None for one by itself.
    """

    language: str
    version: str
    extends: str | None = None
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

        numbered: Abbreviations that are words too, and count before a number alone.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    speech_dash: Texts = ()
    thousands: Texts = ()
    decimal: Texts = ()
    abbreviations: Texts = ()
    numbered: Texts = ()


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

        weak_break: Those of *clause_break* that join nouns too, such as "and".

        finite: The pattern of a verb that makes what stands before such a word a clause; None
            where it is never taken for one.

        relative: Words that open a clause about the noun before.

        conditional: Words that open a clause of what may be: nothing in it is told as done.

        leading: Words that a clause may begin with before its subject.

        trailing: Words that may stand between a subject and its verb.

        prepositions: Words that no subject begins with.

        neither: Pairs of words around two subjects that both did not: "neither", "nor".

        at_once: Words by which no answer is only none so far.

        asked_by: Words before the name of the outlet that asked.
    """

    perfect: str | None = None
    that: Texts = ()
    clause_break: Texts = ()
    negation: Texts = ()
    anaphors: Texts = ()
    weak_break: Texts = ()
    finite: str | None = None
    relative: Texts = ()
    conditional: Texts = ()
    leading: Texts = ()
    trailing: Texts = ()
    prepositions: Texts = ()
    neither: tuple[tuple[str, str], ...] = ()
    at_once: Texts = ()
    asked_by: Texts = ()


@attrs.frozen(kw_only=True)
class ClauseRules:
    """
    Words at which a sentence may be cut into propositions.

    Attributes:
        relative: Words that open a relative clause behind a comma.

        joined: Words that open a clause of its own behind a comma.

        also: Words that bring in a further object.

        including: Words that bring in an example.

        after: Words before a noun phrase that tells of an earlier event.

        lead: Words that only tie a sentence to the one before.

        labels: Words before a colon that label a sentence and are none of its claim: "update".
    """

    relative: Texts = ()
    joined: Texts = ()
    also: Texts = ()
    including: Texts = ()
    after: Texts = ()
    lead: Texts = ()
    labels: Texts = ()


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

        stems: Parts of words, one of which every match holds: what spares the search elsewhere.
            None given, every sentence is searched.

        party: Where the one who was asked is named; the pattern's group ``party`` goes before.
    """

    kind: ResponseKind
    pattern: str
    needs_near: Texts = ()
    not_before: Texts = ()
    stems: Texts = ()
    party: PartyPlace = PartyPlace.SUBJECT


@attrs.frozen(kw_only=True)
class HedgeRule:
    """
    A wording that holds back.

    Attributes:
        likelihood: A rough range, for display alone.

        stems: Parts of words, one of which every match holds; see `ResponseRule`.

        not_before: Words that cancel it where they follow.

        not_after: Words that cancel it where they stand before.

        beside_plan: Whether it counts only in a sentence that has a modal, a plan or a future too.
    """

    kind: HedgeKind = _key("class")
    pattern: str
    likelihood: tuple[float, float] | None = _key("p", default=None)
    stems: Texts = ()
    not_before: Texts = ()
    not_after: Texts = ()
    beside_plan: bool = False


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

        stems: Parts of words, one of which every trigger holds; see `ResponseRule`.
    """

    triggers: Texts
    stems: Texts = ()
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
    """
    Words that bound a number.

    Attributes:
        joined_by: Words between the two numbers of a range.

        is_from: Whether the two may be before and after a change: "from 5 to 10".
    """

    op: Bound
    forms: Texts = _key("f")
    joined_by: Texts = _key("and", default=())
    is_from: bool = _key("from", default=False)


@attrs.frozen(kw_only=True)
class VagueAmount:
    """Words for an amount without a number: at least *low*, at most *high*, or a share."""

    forms: Texts = _key("f")
    low: int | None = _key("lo", default=None)
    high: int | None = _key("hi", default=None)
    fraction: tuple[float, float] | None = None


@attrs.frozen(kw_only=True)
class Trap:
    """Words that look like a date or a number and are none, and why."""

    pattern: str
    why: str


@attrs.frozen(kw_only=True)
class QuantityRules:
    """
    How the language counts.

    Attributes:
        link: Words between a number and its noun, or its magnitude.

        joined_by: Words within a number: "two hundred and five".

        numerals: Words for the numbers below a hundred.

        magnitudes: Words that multiply the number before them.

        suffixes: Letters set right behind digits that do: "5bn".

        fractions: Words for parts of a whole, each a numerator and a denominator.

        part_of: Words between a fraction and its whole.

        and_a_half: Words that add a half to the number before them.

        percent: Words and signs that make a number a percentage.

        to: Words and signs between the two numbers of a range.

        alternatives: Words between two numbers of which either may be so: "two or three".

        changes: Beginnings of words that tell of a change; "from 5 to 10" is then no range.

        article_ones: Words for one that are articles too.

        labels: Nouns before a number that is a name: "Article 5".

        year_before: Words before a number of four digits that make it a year.

        unit_stops: Words that no unit holds.

        unit_ends: The pattern of a noun that ends a unit whose adjectives come first; None where
            the noun comes first.

        unit_goes_on: The pattern of an adjective behind the noun; None where none follows.

        hours: Words for spans of time that are shorter than a day.

        skip: Numbers that are no quantities, beside those that all languages share.

        superlative_so_far: Words of a record: no bound, no date.
    """

    bounds: tuple[BoundWords, ...] = ()
    after: tuple[BoundWords, ...] = ()
    link: Texts = ()
    numerals: Mapping[str, int] = _NOTHING
    magnitudes: Mapping[str, int] = _NOTHING
    suffixes: Mapping[str, int] = _NOTHING
    fractions: Mapping[str, tuple[int, int]] = _NOTHING
    part_of: Texts = ()
    and_a_half: Texts = ()
    joined_by: Texts = ()
    percent: Texts = ("%",)
    to: Texts = ()
    alternatives: Texts = ()
    changes: Texts = ()
    article_ones: Texts = ()
    labels: Texts = ()
    year_before: Texts = ()
    unit_stops: Texts = ()
    unit_ends: str | None = None
    unit_goes_on: str | None = None
    vague: tuple[VagueAmount, ...] = ()
    hours: Texts = ()
    skip: tuple[Trap, ...] = ()
    superlative_so_far: Texts = ()


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
    stems: Texts = ()


@attrs.frozen(kw_only=True)
class LintRules:
    """
    Patterns of what a desk would ask its writer about.

    Attributes:
        lone_source: A source of which nothing is said.

        singular: One unnamed source, and *plural* several.

        plural: Several unnamed sources of whom no number is said.

        counted: Several unnamed sources who are introduced as several.

        hearsay: A word by which a report passes on what it does not attribute.

        refused: A loaded word for declining to comment.

        bare_denial: A denial that does not say what is denied.

        opinion: Words that judge instead of telling.
    """

    lone_source: str | None = None
    singular: str | None = None
    plural: str | None = None
    counted: str | None = None
    hearsay: str | None = None
    refused: str | None = None
    bare_denial: str | None = None
    opinion: Texts = ()


@attrs.frozen(kw_only=True)
class Tables:
    """One language's file; *lists* are parts of patterns, each under the name it is put in by."""

    meta: Meta
    text: TextRules
    grammar: Grammar
    clauses: ClauseRules = ClauseRules()
    lists: Mapping[str, str] = _NOTHING
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
    lint: LintRules = LintRules()
