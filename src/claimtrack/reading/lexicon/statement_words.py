"""What a lexicon holds about statements: responses, hedges, what is unclear, news of versions."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from claimtrack.reading.kinds import Facet, HedgeKind, NewsKind, PartyPlace, ResponseKind
from claimtrack.reading.lexicon.fields import Texts
from claimtrack.reading.lexicon.fields import key as _key

_NO_FACETS: Mapping[Facet, Texts] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class ResponseRule:
    """
    A wording for what came of asking for comment.

    Attributes:
        kind: What came of it.

        pattern: The wording.

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
        kind: How it holds back.

        pattern: The wording.

        likelihood: A rough range, for display alone.

        stems: Parts of words, one of which every match holds; see `ResponseRule`.

        not_before: Words that cancel it where they follow.

        not_after: Words that cancel it where they stand before.

        beside: Words of which one must stand in the sentence; none where it needs none.

        not_beside: Words that cancel it wherever in the sentence they stand.

        beside_plan: Whether it counts only in a sentence that has a modal, a plan or a future too.

        name: Whether it is a name where it has a capital letter: "in mid-May". In a headline whose
            words all have one it is not.
    """

    kind: HedgeKind = _key("class")
    pattern: str
    likelihood: tuple[float, float] | None = _key("p", default=None)
    stems: Texts = ()
    not_before: Texts = ()
    not_after: Texts = ()
    beside: Texts = ()
    not_beside: Texts = ()
    beside_plan: bool = False
    name: bool = False


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
class PointingRules:
    """
    Patterns by which an answer, or what is unclear, points at a claim.

    Attributes:
        accusation: Nouns for one thing that somebody is accused of, which a denial denies.

        accusations: Nouns for several, and for what all accusations come to: "involvement".

        statements: Nouns for what somebody said, likewise.

        reports: Nouns for what is reported, likewise.

        accusing: Words by which a claim accuses: "charged with".

        accusers: Words of speakers whose claims accuse: "prosecutors".

        pronouns: Words that stand for whom the sentence before tells of.
    """

    accusation: str | None = None
    accusations: str | None = None
    statements: str | None = None
    reports: str | None = None
    accusing: str | None = None
    accusers: str | None = None
    pronouns: str | None = None


@attrs.frozen(kw_only=True)
class NewsRule:
    """
    Words by which an article speaks of an earlier version, or a speaker of earlier words.

    Attributes:
        kind: What they tell.

        pattern: The words.

        stems: Parts of words, one of which every match holds; see `ResponseRule`.

        of_version: Whether its sentence tells of the article, such as what an earlier version said:
            none of that is claimed.
    """

    kind: NewsKind
    pattern: str
    stems: Texts = ()
    of_version: bool = False


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

        not_hearsay: Words that make it something else wherever in the sentence they stand.

        refused: A loaded word for declining to comment.

        bare_denial: A denial that does not say what is denied.

        opinion: Words that judge instead of telling.
    """

    lone_source: str | None = None
    singular: str | None = None
    plural: str | None = None
    counted: str | None = None
    hearsay: str | None = None
    not_hearsay: str | None = None
    refused: str | None = None
    bare_denial: str | None = None
    opinion: Texts = ()
