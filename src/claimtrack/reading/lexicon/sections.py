"""What a lexicon holds: one class for each table of its file, checked as it is made."""

from collections.abc import Mapping

import attrs

from claimtrack.reading.folding import Folding
from claimtrack.reading.kinds import (
    CueKind,
    Frame,
)
from claimtrack.reading.lexicon.fields import NOTHING as _NOTHING
from claimtrack.reading.lexicon.fields import Texts
from claimtrack.reading.lexicon.fields import key as _key
from claimtrack.reading.lexicon.number_words import QuantityRules
from claimtrack.reading.lexicon.phrases import PhraseRules
from claimtrack.reading.lexicon.statement_words import (
    HedgeRule,
    LintRules,
    NewsRule,
    PointingRules,
    ResponseRule,
    UnclearRules,
)
from claimtrack.reading.lexicon.time_words import DateRules


@attrs.frozen(kw_only=True)
class Meta:
    """
    Which language, which version, what is folded.

    Attributes:
        language: The language, a BCP 47 tag of one part.

        version: The version; findings carry it behind the language.

        foldings: What makes no difference when text is compared.

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

        openers: Words that no name begins with: before them a letter with a full stop ends its
            sentence, and is no initial.

        letters: Words with a single letter that is a name, and no initial: "on X".
    """

    quotes: tuple[tuple[str, str], ...] = ()
    speech_dash: Texts = ()
    thousands: Texts = ()
    decimal: Texts = ()
    abbreviations: Texts = ()
    numbered: Texts = ()
    openers: Texts = ()
    letters: Texts = ()


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

        asking: Words of asking: "contacted", "request".

        asked_after: Words before the name of the outlet that asked, where *asking* stands before
            them: "contacted by", and not "a report by".
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
    asking: Texts = ()
    asked_after: Texts = ()


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

        sets_right: Words by which the sentence behind a correction says what is right: "in fact".
    """

    relative: Texts = ()
    joined: Texts = ()
    also: Texts = ()
    including: Texts = ()
    after: Texts = ()
    lead: Texts = ()
    labels: Texts = ()
    sets_right: Texts = ()


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

        no_object: Nouns that make it an act where they are its object: who denies bail, or a visa,
            says nothing.

        outlet: ``object`` where the outlet that was told is its object.

        frames: What may stand around it; None for what its group says.

        is_whole: Whether its forms hold their object, so that nothing more need stand around them.
    """

    lemma: str = _key("l")
    forms: Texts = _key("f")
    is_loose: bool = _key("loose", default=False)
    not_after: Texts = ()
    not_before: Texts = ()
    no_object: Texts = ()
    outlet: str | None = None
    frames: tuple[Frame, ...] | None = None
    is_whole: bool = _key("whole", default=False)


@attrs.frozen(kw_only=True)
class CueGroup:
    """
    Verbs of one kind.

    Attributes:
        kind: How they attribute.

        frames: What must stand around them: one of these.

        verbs: The verbs.

        outlet: Prepositions that bring in the outlet that was told.
    """

    kind: CueKind
    frames: tuple[Frame, ...]
    verbs: tuple[Verb, ...]
    outlet: Texts = ()


@attrs.frozen(kw_only=True)
class According:
    """
    A phrase that names a source without a verb.

    Attributes:
        pattern: The phrase.

        kind: How it attributes.

        not_before: Words that cancel it where they follow.

        not_after: Words that cancel it where they stand before.

        cites: Whether it says on whom the words of another rest: "X reported, citing Y".
    """

    pattern: str
    kind: CueKind
    not_before: Texts = ()
    not_after: Texts = ()
    cites: bool = False


@attrs.frozen(kw_only=True)
class AnonymousRules:
    """
    Words for people who are not named.

    Attributes:
        nouns: What they are called: "sources", "officials".

        indefinites: Words before them that give no number: "some".

        knowledge: Patterns of how they know: "familiar with the matter".

        anonymity: Patterns of why they are not named.

        public: Those nouns that name people at large where nothing counts them: "economists".
    """

    nouns: Texts = ()
    public: Texts = ()
    indefinites: Texts = ()
    knowledge: Texts = ()
    anonymity: Texts = ()


@attrs.frozen(kw_only=True)
class Roles:
    """
    Nouns that tell what kind of source a noun phrase names.

    Attributes:
        person: Offices and positions of a person.

        organisation: Nouns for bodies.

        lone: Nouns for bodies that a text calls by the noun alone though it never names them, so
            that they stand for no other body named before: "the government", not "the company".

        general: Nouns that may stand for any body named before: "the organisation".

        firms: Nouns that may stand for any company named before, and for no other body.

        companies: Nouns for companies of one kind, which stand for no company of another: "bank".

        feminine: Pronouns, titles and nouns of a woman, and with a hyphen endings of such nouns.

        masculine: Pronouns, titles and nouns of a man.

        epicene: Nouns with such an ending for men as well.

        names_feminine: First names of women, and with a hyphen endings of such names.

        names_masculine: First names of men.

        names_other: Names with such an ending that men bear too, and family names that may stand
            first.

        metonyms: Places that speak for a body, each with the body.

        media: Nouns for outlets.

        documents: Nouns for papers, polls, data and recordings.
    """

    person: Texts = ()
    organisation: Texts = ()
    lone: Texts = ()
    general: Texts = ()
    firms: Texts = ()
    companies: Texts = ()
    feminine: Texts = ()
    masculine: Texts = ()
    epicene: Texts = ()
    names_feminine: Texts = ()
    names_masculine: Texts = ()
    names_other: Texts = ()
    metonyms: Mapping[str, str] = _NOTHING
    media: Texts = ()
    documents: Texts = ()


@attrs.frozen(kw_only=True)
class Tables:
    """
    One language's file.

    Attributes:
        lists: Parts of patterns, each under the name by which patterns put it in.
    """

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
    pointing: PointingRules = PointingRules()
    news: tuple[NewsRule, ...] = _key("followup", default=())
    lint: LintRules = LintRules()
