"""The article: plain text with its header, its sentences and its quotations, ready to be read."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

from claimtrack.errors import ArticleError
from claimtrack.model.window import Window
from claimtrack.reading.findings import Place, Quotation, Sentence
from claimtrack.reading.header import header_of, published_of, stamped
from claimtrack.reading.languages import detected
from claimtrack.reading.lexicon import Lexicon, lexicon_for
from claimtrack.reading.quotations import quotations
from claimtrack.reading.tokens import Tokens
from claimtrack.text.sentences import Abbreviations, paragraphs, sentences

_HTML = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|<head|<body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|article|section|script|img|ul|li|table)\b[^<>]{0,400}>"
)
_TAGS = 3
"""Tags that make a text a page. Ours: one may be quoted, three are markup."""

LONGEST = 1_000_000
"""Characters of an article. Ours: a long read has 60,000, a novel a million."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def digest_of(text: str) -> str:
    """
    Give the SHA-256 of a text as it was given, in UTF-8, hexadecimal.

    Raises:
        ArticleError: It is no text.
    """
    _check_type(text)
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def decoded(data: bytes) -> str:
    """
    Read the bytes of a text file.

    Args:
        data: UTF-8; a byte order mark stays, so that the text has the digest of the file.

    Raises:
        ArticleError: It is not UTF-8.
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: {error.reason} at byte {error.start + 1} @ $"
        raise ArticleError((reason,)) from error


class Article:
    """
    A text to be read.

    All places lie in `body`, the text in Unicode's composed form; `original` gives the place in the
    text as it was given. The two differ only where the text is not composed.

    Attributes:
        text: The text as given.

        header: What it says of itself.

        lexicon: The words by which it is read.

        published: When it came out; None where that is not known.

        zone: The time zone that its times are meant in; empty where that is not known.

        sentences: Its sentences in order.

        quotations: Its quotations in order, over sentences.

    Args:
        text: The text as given.

        lang: Its language, a BCP 47 tag; empty to take the header's, else to find out.

        published: When it came out; None to take the header's date.

        lexicon: The words to read it by; None for those of its language.

    Raises:
        ArticleError: It is not text, or a page in HTML.

        InvalidValueError: There is no lexicon for its language, or the header's date is none.
    """

    def __init__(
        self,
        text: str,
        *,
        lang: str = "",
        published: Window | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        _check(text)
        self.text = text
        self.body = unicodedata.normalize("NFC", text)
        self.header = header_of(self.body)
        self.lexicon = lexicon or _lexicon_for(
            self.body, lang or self.header.fields.get("lang", "")
        )
        self.header = stamped(self.header, self.body, self.lexicon)
        self.published = published or published_of(self.header, self.lexicon)
        self.zone = "" if self.published is None else self.published.zone
        self.quotations = tuple(quotations(self.body, self._paragraphs, self.lexicon))
        self.sentences = tuple(self._sentences())

    @property
    def language(self) -> str:
        """The language it is read in."""
        return self.lexicon.language

    @cached_property
    def folded(self) -> str:
        """The body, folded character by character for the lexicon's patterns."""
        return self.lexicon.folder.fold(self.body)

    @cached_property
    def tokens(self) -> Tokens:
        """Its words and signs, folded."""
        return Tokens(self.folded, self.header.end, self.quotations)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text as given, in UTF-8, hexadecimal."""
        return digest_of(self.text)

    @cached_property
    def _paragraphs(self) -> tuple[tuple[int, int], ...]:
        return tuple(paragraphs(self.body, self.header.end))

    def _sentences(self) -> "list[Sentence]":
        rules = self.lexicon.tables.text
        abbreviations = Abbreviations(
            always=frozenset(rules.abbreviations),
            numbered=frozenset(rules.numbered),
            openers=frozenset(rules.openers),
            letters=frozenset(rules.letters),
        )
        found: list[Sentence] = []
        for paragraph, (start, end) in enumerate(self._paragraphs, start=1):
            for first, last in sentences(self.body, abbreviations, start, end):
                number = len(found) + 1
                found.append(Sentence(start=first, end=last, number=number, paragraph=paragraph))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, place: int) -> Sentence | None:
        """Give the sentence in which a place lies; None between sentences."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        found = self.sentences[index]
        return found if place < found.end else None

    def sentences_within(self, place: Place) -> Sequence[Sentence]:
        """Give the sentences that a place touches, in order."""
        first = max(0, bisect_right(self._starts, place.start) - 1)
        last = bisect_left(self._starts, place.end, first)
        return [one for one in self.sentences[first:last] if one.meets(place)]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def quotation_at(self, place: int) -> Quotation | None:
        """Give the quotation in which a place lies; None outside of quotations."""
        index = bisect_right(self._quotation_starts, place) - 1
        if index < 0:
            return None
        found = self.quotations[index]
        return found if place < found.end else None

    def quotation_before(self, place: int) -> Quotation | None:
        """Give the last quotation that begins before a place; None where there is none."""
        index = bisect_right(self._quotation_starts, place - 1) - 1
        return self.quotations[index] if index >= 0 else None

    def original(self, place: Place) -> Place:
        """Give the place in the text as it was given."""
        if self._origins is None:
            return place
        return Place(start=self._origins[place.start], end=self._origins[place.end])

    @cached_property
    def _origins(self) -> Sequence[int] | None:
        """For each place in the body, where it is in the text; None where the two are one."""
        if self.body == self.text:
            return None
        origins: list[int] = []
        for start, end in _clusters(self.text):
            composed = len(unicodedata.normalize("NFC", self.text[start:end]))
            origins += [start] * composed
        return [*origins, len(self.text)]


def _clusters(text: str) -> "list[tuple[int, int]]":
    """Cut where composing one side cannot touch the other: before each character that starts."""
    cuts = [
        place
        for place, sign in enumerate(text)
        if place == 0 or (unicodedata.combining(sign) == 0 and not _joins(sign))
    ]
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _joins(sign: str) -> bool:
    """Whether a character of no combining class composes with the one before: Hangul's vowels."""
    return "\u1160" <= sign <= "\u11ff" or unicodedata.category(sign) == "Mc"


def _check_type(text: object) -> None:
    if not isinstance(text, str):
        raise ArticleError((f"must be text, got {type(text).__name__} @ $",))


def _check(text: str) -> None:
    _check_type(text)
    if len(text) > LONGEST:
        raise ArticleError((f"longer than {LONGEST:,} characters: give one article at a time @ $",))
    if text.startswith("%PDF-"):
        raise ArticleError(("a PDF; give its text alone @ $",))
    if _CONTROLS.search(text) or _SURROGATES.search(text):
        raise ArticleError(("not text: it holds bytes of something else @ $",))
    if _HTML.match(text) or len(_TAG.findall(text[:100_000])) >= _TAGS:
        reason = "a page in HTML; give its text alone, such as a browser's reader view copies @ $"
        raise ArticleError((reason,))


def _lexicon_for(text: str, lang: str) -> Lexicon:
    return lexicon_for(lang or detected(text))
