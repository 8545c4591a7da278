"""Syntax: what the tokens of one article are to each other, as far as small words tell."""

from claimtrack.reading.article import Article
from claimtrack.reading.cue_forms import perfect_of
from claimtrack.reading.findings import Place, Sentence
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.tokens import Tokens
from claimtrack.reading.vocabulary import Vocabulary, vocabulary

CLOSING = frozenset(",.;:!?…)]")
DASHES = frozenset("–—-")
BORDERS = frozenset(';:!?…–—()[]"„“”«»')
"""Signs that no subject runs across."""

_PARTICIPLE = 3
"""Letters of the shortest participle: Romanian "zis"."""

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

    def is_perfect(self, word: str) -> bool:
        """Whether a word is the auxiliary of a perfect tense, alone."""
        pattern = perfect_of(self.lexicon)
        return pattern is not None and pattern.fullmatch(word) is not None

    def is_in_name(self, index: int) -> bool:
        """Whether a full stop belongs to an abbreviation or an initial."""
        if index == 0 or index + 1 >= len(self.words) or not self.is_word(index - 1):
            return False
        before, after = self.words[index - 1], self.words[index + 1]
        if self.is_tight(index):
            return self.is_word(index + 1) and (len(before) <= 2 or len(after) <= 4)
        is_short = len(before) <= 2 and self.is_capital(index - 1)
        return is_short or before in self.small.titles

    def verb_group(self, begin: int, first: int) -> int:
        """
        Give the first word that goes with a verb: pronouns, adverbs and denials before it.

        Args:
            begin: The sentence's first token.

            first: The verb's.
        """
        small = self.small
        while first > begin and not self.is_quoted(first - 1):
            word = self.words[first - 1]
            if word in small.relatives or word in small.links:
                break
            is_part = word in small.clitics or word in small.adverbs or word in small.negation
            if not is_part and not (word in small.finite and word in small.infinitives):
                break
            if word in small.breaks and word not in small.adverbs:
                break
            first -= 1
        return first

    def closes_relative(self, begin: int, comma: int) -> bool:
        """
        Whether a comma ends a relative clause that another began.

        Args:
            begin: The sentence's first token.

            comma: The comma.
        """
        for index in range(comma - 1, begin, -1):
            if self.words[index] == ",":
                first = index + 1
                if self.words[first] in self.small.prepositions:
                    first += 1
                return self.words[first] in self.small.relatives
            if self.is_quoted(index):
                return False
        return False

    def is_gerund(self, index: int) -> bool:
        """Whether a word has the ending of a gerund."""
        return len(self.words[index]) > 4 and self.words[index].endswith(self.small.gerunds)

    def is_participle(self, index: int) -> bool:
        """Whether a word has the ending of a participle."""
        word = self.words[index]
        if len(word) < _PARTICIPLE or not word.endswith(self.small.participles):
            return False
        return not (self.small.no_participles and word.endswith(self.small.no_participles))

    def is_preposition(self, index: int) -> bool:
        """Whether a word is a preposition, and no name that is spelled like one: "De Vries"."""
        if self.words[index] not in self.small.prepositions:
            return False
        return not (self.is_capital(index) and index > 0 and self.is_word(index - 1))

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

    def name_end(self, index: int, last: int) -> int:
        """Give the index behind the capitalised words that begin at a token."""
        end = index
        while end < last and self.is_word(end) and (self.is_capital(end)):
            end += 1
        return max(end, index + 1)
