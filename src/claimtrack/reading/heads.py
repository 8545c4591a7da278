"""Heads: nouns that say what a phrase is: a person, a body, a paper, people without a name."""

from collections.abc import Iterable
from functools import cache

import attrs

from claimtrack.reading.kinds import Gender
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.tokens import words_in


@attrs.frozen(eq=False, kw_only=True)
class Heads:
    """
    The nouns of a language by what they name, folded.

    Attributes:
        persons: Roles and offices of one person.

        bodies: Organisations.

        media: Papers, agencies and channels.

        documents: Papers and data that speak.

        unnamed: People who are not named.

        public: Those of them that are people at large.

        lone: Bodies that stand for no other named before.

        general: Those that may be any body named before.

        firms: Those that may be any company.

        companies: Companies of one kind.

        in_names: Words that make a name of several a body's.

        feminine: Words that show that somebody is a woman; *feminine_endings* are those of nouns.

        masculine: Words that show that somebody is a man.

        epicene: Nouns with such an ending that show nothing.

        names_feminine: First names of women; *name_endings* are those of such names.

        names_masculine: First names of men.

        names_other: Names with such an ending that show nothing.
    """

    persons: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    documents: frozenset[str]
    unnamed: frozenset[str]
    public: frozenset[str]
    lone: frozenset[str]
    general: frozenset[str]
    firms: frozenset[str]
    companies: frozenset[str]
    in_names: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    feminine_endings: tuple[str, ...]
    epicene: frozenset[str]
    names_feminine: frozenset[str]
    name_endings: tuple[str, ...]
    names_masculine: frozenset[str]
    names_other: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether a word is one of these nouns."""
        return (
            word in self.persons
            or word in self.unnamed
            or word in self.bodies
            or word in self.documents
            or word in self.media
        )

    def is_person(self, word: str) -> bool:
        """Whether a word is a noun for people."""
        return word in self.persons or word in self.unnamed

    def gender(self, word: str) -> Gender | None:
        """Give what a pronoun, a title or a noun for a person shows."""
        if word in self.masculine:
            return Gender.MASCULINE
        is_noun = word in self.persons and word not in self.epicene
        is_feminine = is_noun and word.endswith(self.feminine_endings)
        return Gender.FEMININE if is_feminine or word in self.feminine else None

    def gender_of_name(self, word: str) -> Gender | None:
        """Give what a first name shows, "Ion-Andrei" by its first part; most show nothing."""
        name = word.partition("-")[0]
        if name in self.names_masculine:
            return Gender.MASCULINE
        is_feminine = name.endswith(self.name_endings) and name not in self.names_other
        return Gender.FEMININE if is_feminine or name in self.names_feminine else None

    def is_subject(self, word: str) -> bool:
        """Whether a word can be who speaks, where it stands without an article."""
        return word in self.persons or word in self.bodies or word in self.unnamed


@cache
def heads_of(lexicon: Lexicon) -> Heads:
    """Make the heads of a lexicon; once for each."""
    roles, anonymous = lexicon.tables.roles, lexicon.tables.anonymous
    fold = lexicon.folder.fold
    firms = (*roles.firms, *roles.companies)
    return Heads(
        persons=_with_cases(lexicon, _with_stems(lexicon, _words(lexicon, roles.person))),
        bodies=_with_cases(lexicon, _words(lexicon, (*roles.organisation, *firms))),
        media=_with_cases(lexicon, _words(lexicon, roles.media)),
        documents=_words(lexicon, roles.documents),
        unnamed=_words(lexicon, (*anonymous.nouns, *anonymous.public)),
        public=_words(lexicon, anonymous.public),
        lone=_with_cases(lexicon, _words(lexicon, roles.lone)),
        general=_with_cases(lexicon, _words(lexicon, roles.general)),
        firms=_with_cases(lexicon, _words(lexicon, roles.firms)),
        companies=_with_cases(lexicon, _words(lexicon, roles.companies)),
        in_names=frozenset(map(fold, lexicon.common.names.bodies)),
        feminine=frozenset(one for one in map(fold, roles.feminine) if one[0] != "-"),
        masculine=frozenset(map(fold, roles.masculine)),
        feminine_endings=tuple(fold(one[1:]) for one in roles.feminine if one[0] == "-"),
        epicene=frozenset(map(fold, roles.epicene)),
        names_feminine=frozenset(one for one in map(fold, roles.names_feminine) if one[0] != "-"),
        name_endings=tuple(fold(one[1:]) for one in roles.names_feminine if one[0] == "-"),
        names_masculine=frozenset(map(fold, roles.names_masculine)),
        names_other=frozenset(map(fold, roles.names_other)),
    )


def forms_of(lexicon: Lexicon, noun: str) -> frozenset[str]:
    """
    Give the forms of a noun.

    Args:
        lexicon: The words of its language.

        noun: The noun, folded.

    Returns:
        Itself, without the article at its end, and in the oblique case, where there are such.
    """
    return _with_cases(lexicon, _with_stems(lexicon, frozenset({noun})))


def _with_stems(lexicon: Lexicon, nouns: frozenset[str]) -> frozenset[str]:
    """Add each noun without the article at its end: "liderul", "lider"."""
    endings = [form[1:] for form in lexicon.tables.phrases.definite if form.startswith("-")]
    longest = [ending for ending in endings if len(ending) > 1]
    stems = {
        stem
        for noun in nouns
        for ending in longest
        if noun.endswith(ending)
        for stem in (noun.removesuffix(ending), noun[: len(noun) - 1])
    }
    return nouns | stems


def _with_cases(lexicon: Lexicon, nouns: frozenset[str]) -> frozenset[str]:
    """Add each noun in its oblique case: "spitalul", "spitalului"."""
    fold = lexicon.folder.fold
    endings = {fold(one): fold(other) for one, other in lexicon.tables.phrases.declined.items()}
    cases = {
        noun.removesuffix(one) + other
        for noun in nouns
        for one, other in endings.items()
        if noun.endswith(one)
    }
    return nouns | cases


def _words(lexicon: Lexicon, nouns: Iterable[str]) -> frozenset[str]:
    """Take the head of each: the last word in English, the first where adjectives follow."""
    place = -1 if lexicon.tables.phrases.omits_that else 0
    cut = (words_in(lexicon.folder.fold(noun)) for noun in nouns)
    return frozenset(words[place] for words in cut if words)
