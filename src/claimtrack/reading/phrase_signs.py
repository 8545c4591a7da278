"""Phrase signs: what a token of a sentence is to a noun phrase: its verb, its first word."""

from collections.abc import Collection

from claimtrack.reading.endings import is_gerund, is_participle, is_perfect
from claimtrack.reading.findings import Place
from claimtrack.reading.groups import is_finite
from claimtrack.reading.heads import Heads, heads_of
from claimtrack.reading.syntax import Syntax


class PhraseSigns:
    """
    Tells what tokens of one sentence are to its noun phrases.

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        verbs: The tokens of its cues, across which no phrase runs.
    """

    def __init__(self, syntax: Syntax, within: range, verbs: Collection[int]) -> None:
        self.syntax = syntax
        self.within = within
        self._verbs = verbs
        self._words = syntax.words
        self._small = syntax.small
        self._heads: Heads = heads_of(syntax.lexicon)

    def is_verb(self, index: int) -> bool:
        """Whether a token is a finite verb, or the auxiliary of one."""
        word = self._words[index]
        if index in self._verbs or is_finite(self.syntax, index):
            return True
        if not is_perfect(self.syntax, word):
            return False
        after = index + 1
        while after < self.within.stop and self._words[after] in self._small.adverbs:
            after += 1
        return after < self.within.stop and is_participle(self.syntax, after)

    def is_cue(self, index: int) -> bool:
        """Whether a token belongs to words of attribution."""
        return index in self._verbs

    def is_past(self, index: int) -> bool:
        """Whether a token is a finite verb, or has the ending of a participle."""
        return self.is_verb(index) or is_participle(self.syntax, index)

    def names_document(self, first: int, last: int) -> bool:
        """Whether a noun phrase names a paper, data, a recording."""
        return any(self._words[index] in self._heads.documents for index in range(first, last))

    def opens_phrase(self, index: int) -> bool:
        """Whether a noun phrase can begin at a token."""
        word = self._words[index]
        small = self._small
        if word in small.quantifiers or word in small.singular or word in small.plural:
            return True
        if word in small.titles or self._heads.knows(word):
            return True
        return self.syntax.is_word(index) and self.syntax.is_capital(index)

    def explains(self, index: int) -> bool:
        """Whether the words at a token can explain the name before them."""
        word = self._words[index]
        if index in self._verbs or self.is_verb(index) or self.syntax.is_time(index):
            return False
        if word in self._small.prepositions or self.syntax.opens_clause(index):
            return False
        if is_gerund(self.syntax, index) and not self.syntax.is_capital(index):
            return False
        return (
            self._heads.knows(word)
            or (self.syntax.is_word(index) and self.syntax.is_capital(index))
            or (word in self._small.quantifiers or word in self._small.determiners)
        )

    def phrase(self, begin: int, end: int) -> Place | None:
        """
        Give the place of a noun phrase; None where the words are none.

        Args:
            begin: The index of its first word.

            end: The index behind its last.
        """
        if begin >= end or begin < self.within.start:
            return None
        first = self._words[begin]
        words = [index for index in range(begin, end) if self.syntax.is_word(index)]
        if all(self.syntax.is_time(index) for index in words):
            return None
        is_oblique = not self._small.omits_that and first.endswith(self._small.oblique)
        if first in self._small.prepositions or is_oblique:
            return None
        return self.syntax.place(begin, end)
