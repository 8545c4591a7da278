"""The small words of a language, by which the edges of a subject are found."""

from collections.abc import Mapping

import attrs

from claimtrack.reading.lexicon.fields import NOTHING as _NOTHING
from claimtrack.reading.lexicon.fields import Texts


@attrs.frozen(kw_only=True)
class PhraseRules:
    """
    Small words by which the edges of a subject are found; each is one word.

    Attributes:
        omits_that: Whether a content clause may follow without a word that opens it: "he said it
            rained". Such languages also put the subject behind the verb in short phrases alone.

        names_before_colon: Whether whoever stands before a colon and a quotation says it, without a
            verb: "Ann Lee: “We stay”".

        prepositions: Words that begin a phrase of place, time or manner.

        links: Words that go on with a noun phrase behind its noun: "of", "from".

        firm_links: Those of them that hold even behind a person's name.

        name_links: Those of them that go on with a body's name: "the Office for Statistics".

        oblique: Endings of nouns that depend on another: no subject has them.

        determiners: Words behind which a noun must follow, so that no verb does: "the", "his".

        quantifiers: Words that begin a noun phrase, or are one: "some", "one".

        ones: Words that begin a noun phrase for one.

        relatives: Words that begin a relative clause.

        finite: Verbs in a finite form, the frequent ones, by which a clause is told from a phrase.

        passives: Verbs that make the participle behind them a passive.

        agents: Words that bring in who did it, behind a passive.

        infinitives: Words behind which a verb tells of no saying: "to", "would".

        participles: Endings of participles.

        no_participles: Longer endings that are none.

        occasions: Nouns for where and when something is said: "interview", "conference".

        plurals: Endings of nouns for several.

        definite: Words and endings, the latter with a hyphen, of what was named before.

        declined: Endings of nouns as subjects, with those that they have in an oblique case.

        gerunds: Endings of verbs that follow a comma with no subject of their own.

        clitics: Pronouns that stand between subject and verb.

        impersonal: Pronouns that leave open who does it: "se spune".

        adverbs: Words that may stand between subject and verb, or before a subject.

        asked: Words that open who was asked what, before an answer: "asked whether he knew".

        leads: Words that open a clause and are no part of its subject: "as police announced".

        quoting: Verbs by which one passes on what another says: "quoted X as saying".

        times: Words of a phrase of time.

        singular: Pronouns of the third person for one.

        things: Those of them that never stand for a person.

        plural: Pronouns of the third person for several.

        nobody: Words that begin a phrase for nobody.

        own: Pronouns and verbs of the first and second person.

        titles: Words of courtesy before a name.

        addressees: Who is told, where it is no outlet: "reporters".

        nothings: Words that say that nothing in particular is said.

        behind_nouns: Adjectives that follow their noun where others come before it: "close to".

        others: Words that make a new source of a noun that was named: "another".
    """

    omits_that: bool = False
    names_before_colon: bool = False
    prepositions: Texts = ()
    links: Texts = ()
    firm_links: Texts = ()
    name_links: Texts = ()
    oblique: Texts = ()
    determiners: Texts = ()
    quantifiers: Texts = ()
    ones: Texts = ()
    relatives: Texts = ()
    finite: Texts = ()
    passives: Texts = ()
    agents: Texts = ()
    infinitives: Texts = ()
    participles: Texts = ()
    no_participles: Texts = ()
    occasions: Texts = ()
    plurals: Texts = ()
    definite: Texts = ()
    asked: Texts = ()
    leads: Texts = ()
    quoting: Texts = ()
    declined: Mapping[str, str] = _NOTHING
    gerunds: Texts = ()
    clitics: Texts = ()
    impersonal: Texts = ()
    adverbs: Texts = ()
    times: Texts = ()
    singular: Texts = ()
    things: Texts = ()
    plural: Texts = ()
    nobody: Texts = ()
    own: Texts = ()
    titles: Texts = ()
    addressees: Texts = ()
    nothings: Texts = ()
    behind_nouns: Texts = ()
    others: Texts = ()
