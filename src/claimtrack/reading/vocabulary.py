"""Vocabulary: the small words of a lexicon, folded into sets that tokens are looked up in."""

from collections.abc import Iterable
from functools import cache

import attrs

from claimtrack.reading.folding import Folder
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.tokens import words_in

Words = frozenset[str]


@attrs.frozen(eq=False, kw_only=True)
class Vocabulary:
    """
    The small words of a language, each set folded as the text is.

    Attributes:
        that: Words that open a content clause; *strong_that* is the one that does nothing else.

        accented: Those of them that another word folds to as well, as they are spelled.

        breaks: Words that begin another clause.

        joints: Those that may join two nouns as well: "and".

        negation: Words of denial.

        months: Names of months.

        endings: Endings of nouns for what was named before, as they are spelled.

        beside_verbs: Words that may stand between a verb and its subject or negation.

        nameless: Words that are no part of a person's name, also with a capital.
    """

    that: Words
    accented: Words
    breaks: Words
    joints: Words
    negation: Words
    months: Words
    omits_that: bool
    names_before_colon: bool
    gerunds: tuple[str, ...]
    oblique: tuple[str, ...]
    plurals: tuple[str, ...]
    endings: tuple[str, ...]
    definite: Words
    asked: Words
    leads: Words
    quoting: Words
    participles: tuple[str, ...]
    no_participles: tuple[str, ...]
    strong_that: str
    prepositions: Words
    links: Words
    firm_links: Words
    name_links: Words
    determiners: Words
    quantifiers: Words
    ones: Words
    relatives: Words
    finite: Words
    passives: Words
    agents: Words
    infinitives: Words
    occasions: Words
    clitics: Words
    impersonal: Words
    adverbs: Words
    times: Words
    singular: Words
    things: Words
    plural: Words
    nobody: Words
    own: Words
    titles: Words
    addressees: Words
    nothings: Words
    behind_nouns: Words
    others: Words
    beside_verbs: Words = attrs.field(init=False)
    nameless: Words = attrs.field(init=False)

    @beside_verbs.default
    def _beside_verbs(self) -> Words:
        return self.clitics | self.adverbs

    @nameless.default
    def _nameless(self) -> Words:
        kinds = (self.months, self.times, self.adverbs, self.determiners, self.quantifiers)
        return self.finite.union(self.singular, *kinds)


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Make the vocabulary of a lexicon; once for each."""
    tables, folder = lexicon.tables, lexicon.folder
    phrases = attrs.asdict(tables.phrases)
    omits_that = phrases.pop("omits_that")
    names_before_colon = phrases.pop("names_before_colon")
    phrases.pop("declined")  # of nouns, see `heads`
    gerunds = tuple(folder.fold(ending) for ending in phrases.pop("gerunds"))
    plurals = tuple(folder.fold(ending) for ending in phrases.pop("plurals"))
    oblique = tuple(folder.fold(ending) for ending in phrases.pop("oblique"))
    participles = tuple(folder.fold(ending) for ending in phrases.pop("participles"))
    no_participles = tuple(folder.fold(ending) for ending in phrases.pop("no_participles"))
    first_words = [form.split()[-1] for form in tables.grammar.that if form]
    return Vocabulary(
        that=_folded(first_words, folder),
        accented=frozenset(form for form in first_words if not form.isascii()),
        joints=_folded(tables.grammar.weak_break, folder),
        breaks=_folded(tables.grammar.clause_break, folder),
        negation=_folded(tables.grammar.negation, folder),
        months=_folded((form for forms in tables.dates.months for form in forms), folder),
        omits_that=omits_that,
        names_before_colon=names_before_colon,
        gerunds=gerunds,
        oblique=oblique,
        plurals=plurals,
        endings=tuple(form[1:] for form in tables.phrases.definite if form.startswith("-")),
        participles=participles,
        no_participles=no_participles,
        strong_that=folder.fold(first_words[0]) if first_words else "",
        **{name: _folded(forms, folder) for name, forms in phrases.items()},
    )


def _folded(forms: Iterable[str], folder: Folder) -> Words:
    """Fold the forms of one word; longer ones are no business of a token."""
    folded = (folder.fold(form) for form in forms)
    return frozenset(form for form in folded if len(words_in(form)) == 1)
