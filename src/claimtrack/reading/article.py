"""The article: plain text with its header, its sentences and its quotations, ready to be read."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256

from claimtrack.errors import ArticleError
from claimtrack.model.window import Window
from claimtrack.reading.dateline import dateline_of
from claimtrack.reading.entry_heads import EntryHead, head_of
from claimtrack.reading.findings import Dateline, Place, Quotation, Sentence
from claimtrack.reading.header import Header, header_of, published_of, stamped
from claimtrack.reading.languages import detected
from claimtrack.reading.lexicon import Lexicon, lexicon_for
from claimtrack.reading.plain_text import check_body, check_text, check_type
from claimtrack.reading.quotations import quotations
from claimtrack.reading.tokens import Tokens
from claimtrack.text.sentences import Abbreviations, paragraphs, sentences

_LETTER = re.compile(r"[^\W\d_]")
_LONE_CR = re.compile(r"\r(?!\n)")


def digest_of(text: str) -> str:
    """
    Give the SHA-256 of a text as it was given, in UTF-8, hexadecimal.

    Raises:
        ArticleError: It is no text.
    """
    check_type(text)
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


class Article:
    """
    A text to be read.

    All places lie in `body`, the text in Unicode's composed form, its lines ended by line feeds;
    `original` gives the place in the text as it was given.

    Attributes:
        text: The text as given.

        header: What it says of itself.

        lexicon: The words by which it is read.

        dateline: The place, day and agency that it opens with, which no sentence holds; None where
            there is none.

        published: When it came out; None where that is not known.

        zone: The time zone that its times are meant in; empty where that is not known.

        heads: What the entries of a live report open with, in order; no sentence holds it, unless
            it stands alone.

        sentences: Its sentences in order.

        quotations: Its quotations in order, over sentences.

    Args:
        text: The text as given.

        lang: Its language, a BCP 47 tag; empty to take the header's, else to find out.

        published: When it came out; None to take the header's date, or the dateline's.

        lexicon: The words to read it by; None for those of its language.

    Raises:
        ArticleError: It is not text, a page in HTML or another format, or has no words to find its
            language from.

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
        check_text(text)
        self.text = text
        # A carriage return alone ends a line too, as old files have it.
        self.body = _LONE_CR.sub("\n", unicodedata.normalize("NFC", text))
        self.header = header_of(self.body)
        check_body(self.body, self.header.end)
        self.lexicon = lexicon or _lexicon_for(
            self.body, self.header, lang or self.header.fields.get("lang", "")
        )
        self.header = stamped(self.header, self.body, self.lexicon)
        self.dateline: Dateline | None = dateline_of(
            self.body, self.folded, self.header.end, self.lexicon
        )
        self.published = published or published_of(self.header, self.lexicon) or self._dateline_date
        self.zone = "" if self.published is None else self.published.zone
        self.quotations = tuple(quotations(self.body, self._paragraphs, self.lexicon))
        heads: list[EntryHead] = []
        self.sentences = tuple(self._sentences(heads))
        self.heads = tuple(heads)

    @property
    def _dateline_date(self) -> Window | None:
        return None if self.dateline is None else self.dateline.published

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
        return tuple(self._without_dateline(paragraphs(self.body, self.header.end)))

    def _without_dateline(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Cut the dateline out of the paragraph that it opens, or stands in behind a byline."""
        for start, end in spans:
            if self.dateline is None or not start <= self.dateline.start < end:
                yield start, end
                continue
            if self.body[start : self.dateline.start].strip():
                yield start, self.dateline.start
            yield self.dateline.end, end

    def _sentences(self, heads: list[EntryHead]) -> "list[Sentence]":
        rules = self.lexicon.tables.text
        abbreviations = Abbreviations(
            always=frozenset(rules.abbreviations),
            numbered=frozenset(rules.numbered),
            openers=frozenset(rules.openers),
            letters=frozenset(rules.letters),
        )
        found: list[Sentence] = []
        for paragraph, (start, end) in enumerate(self._paragraphs, start=1):
            for begin, last in sentences(self.body, abbreviations, start, end):
                number = len(found) + 1
                head = head_of(self.body, self.folded, Place(start=begin, end=last), self.lexicon)
                if head is not None:
                    heads.append(head)
                first = begin if head is None or head.end == last else head.end
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


def _lexicon_for(body: str, header: Header, lang: str) -> Lexicon:
    if not lang and _LETTER.search(body, header.end) is None:
        reason = "no words stand behind the header" if header.fields else "the text has no words"
        raise ArticleError((f"{reason if body.strip() else 'the text is empty'} @ $",))
    return lexicon_for(lang or detected(body))
