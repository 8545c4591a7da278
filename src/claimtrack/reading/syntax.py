"""Syntax: what the tokens of one article are to each other, as far as small words tell."""

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Place, Sentence
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.tokens import Tokens
from claimtrack.reading.vocabulary import Vocabulary, vocabulary

CLOSING = frozenset(",.;:!?…)]")
DASHES = frozenset("–—-")
BORDERS = frozenset(';:!?…–—()[]"„“”«»')
"""Signs that no subject runs across."""

_ACCENTS = 400
"""Characters of text for each accented letter; fewer accents, and it is set without. Ours."""


class Syntax:
    """
    The tokens of an article with the words of its language.

    Attributes:
        body: The text.

        tokens: Its tokens.

        words: Their folded words.

        small: The language's small words.

    Args:
        article: The text.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.body = article.body
        self.tokens: Tokens = article.tokens
        self.words = article.tokens.words
        self.small: Vocabulary = vocabulary(article.lexicon)
        self._is_accented = self._has_accents()

    @property
    def lexicon(self) -> Lexicon:
        """The words by which the article is read."""
        return self.article.lexicon

    def _has_accents(self) -> bool:
        letters = {sign for word in self.small.accented for sign in word if not sign.isascii()}
        found = sum(self.body.count(sign) for sign in letters)
        return found * _ACCENTS > len(self.body)

    def span(self, sentence: Sentence) -> range:
        """Give the tokens of a sentence."""
        return self.tokens.within(sentence)

    def place(self, first: int, last: int) -> Place:
        """Give the place of the tokens from *first* up to, and without, *last*."""
        return self.tokens.place(first, last)

    def raw(self, index: int) -> str:
        """Give a token as it is spelled."""
        return self.body[self.tokens.starts[index] : self.tokens.ends[index]]

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return self.body[self.tokens.starts[index]].isupper()

    def is_word(self, index: int) -> bool:
        """Whether a token is a word or number, not a sign."""
        return self.words[index][0].isalnum()

    def is_name_word(self, index: int) -> bool:
        """Whether a token is a word with a capital."""
        return self.is_word(index) and self.is_capital(index)

    def is_own(self, index: int) -> bool:
        """Whether a word is a pronoun of the first or second person, and no acronym: "US"."""
        if self.words[index] not in self.small.own:
            return False
        raw = self.raw(index)
        return len(raw) == 1 or not raw.isupper()

    def is_quoted(self, index: int) -> bool:
        """Whether a token stands in a quotation."""
        return self.tokens.quoted[index] >= 0

    def is_tight(self, index: int) -> bool:
        """Whether a token touches those beside it."""
        starts, ends = self.tokens.starts, self.tokens.ends
        return starts[index] == ends[index - 1] and starts[index + 1 : index + 2] == [ends[index]]

    def is_that(self, index: int) -> bool:
        """Whether a word opens a content clause. Romanian "ca" does not where "că" is spelled."""
        word = self.words[index]
        if word not in self.small.that:
            return False
        if not self._is_accented or word.isascii() is False:
            return True
        raw = self.raw(index).lower()
        return raw in self.small.accented or not self._folds_from_accented(word)

    def _folds_from_accented(self, word: str) -> bool:
        return any(self.lexicon.folder.fold(form) == word for form in self.small.accented)

    def opens_clause(self, index: int) -> bool:
        """Whether a word begins another clause."""
        word = self.words[index]
        return word in self.small.breaks or word in self.small.relatives or self.is_that(index)

    def is_time(self, index: int) -> bool:
        """Whether a word belongs to a phrase of time."""
        word = self.words[index]
        if word in self.small.times:
            return True
        months, words = self.small.months, self.words
        if word[0].isdigit():
            is_year = len(word) == len("2025") and word[:2] in ("19", "20")
            after = words[index + 1] if index + 1 < len(words) else ""
            return is_year or after in months or words[index - 1] in months
        return word in months and index > 0 and words[index - 1][0].isdigit()
