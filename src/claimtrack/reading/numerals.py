"""
Numbers in running text: digits with a language's signs, and number words, as exact decimals.

Text is looked at word by word, and every word once, so that time is in proportion to the text. A
number word is compared with its accents where the text has accents: folded, the Romanian for
"nine" and "new" are one.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

import attrs

from claimtrack.reading.lexicon import Lexicon

LARGEST = Decimal(10) ** 18
"""Numbers from here on are no counts of anything that news tells of. Ours."""

_COMMAS_BELOW = str.maketrans("şţ", "șț")
_NARROW = "\u00a0\u202f"


def _plain(value: Decimal) -> Decimal:
    """Give a number without an exponent and without zeros that say nothing: 67100000."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


@attrs.frozen
class Number:
    """
    A number as it stands among words.

    Attributes:
        value: What it amounts to.

        end: The index of the word behind it.

        base: The number before its magnitude: 2 in "2 million".

        magnitude: What *base* was multiplied by; 1 where nothing was.

        is_article: Whether it is a word for one that may be an article.

        share: Whether it is a part of a whole, such as "two-thirds".
    """

    value: Decimal = attrs.field(converter=_plain)
    end: int
    base: Decimal
    magnitude: int = 1
    is_article: bool = False
    share: bool = False


class Words:
    """
    A stretch of text as words, numbers and signs.

    Attributes:
        texts: Each word, folded.

        written: Each word as it stands, in lower case.

        starts: Where each begins in the text.

        ends: Where each ends.
    """

    def __init__(
        self, reader: "NumberReader", body: str, folded: str, span: tuple[int, int]
    ) -> None:
        spans = [found.span() for found in reader.token.finditer(folded, *span)]
        self.texts = [folded[start:end] for start, end in spans]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self._body = body

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, index: int) -> str:
        """Give a word, folded; empty beyond either end."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def raw(self, index: int) -> str:
        """Give a word as it stands; empty beyond either end."""
        if 0 <= index < len(self.texts):
            return self._body[self.starts[index] : self.ends[index]]
        return ""

    def has(self, form: tuple[str, ...], index: int) -> bool:
        """Whether these words, folded, stand at a word."""
        return index >= 0 and tuple(self.texts[index : index + len(form)]) == form

    def between(self, start: int, end: int) -> str:
        """Give the text from a word to before another, its white space made single."""
        return " ".join(self._body[self.starts[start] : self.ends[end - 1]].split())

    def joins(self, index: int) -> bool:
        """Whether nothing stands between a word and the one before it."""
        return 0 < index < len(self.texts) and self.starts[index] == self.ends[index - 1]


class NumberReader:
    """
    Reads the numbers of one language.

    Attributes:
        token: What parts text into numbers, words and signs.

        starters: Words, folded, by which a number may begin.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rules, text = lexicon.tables.quantity, lexicon.tables.text
        self._fold = lexicon.folder.fold
        self._numerals = self._spelled(rules.numerals)
        self._magnitudes = self._spelled(rules.magnitudes)
        self._suffixes = {self._fold(word): value for word, value in rules.suffixes.items()}
        self._fractions = _by_first_word(
            {self._fold(form): Decimal(a) / Decimal(b) for form, (a, b) in rules.fractions.items()}
        )
        self._halves = tuple(tuple(self._fold(form).split()) for form in rules.and_a_half)
        self._links = frozenset(map(self._fold, rules.link))
        self._joins = frozenset(map(self._fold, rules.joined_by))
        self._articles = frozenset(map(self._fold, rules.article_ones))
        self._thousands = "".join(text.thousands) or _NARROW
        self._decimal = "".join(text.decimal) or "."
        self.token = self._tokens()
        self.starters = frozenset((*self._numerals, *self._fractions, *self._articles))

    def _spelled(self, table: Mapping[str, int]) -> dict[str, tuple[int, frozenset[str]]]:
        """For each word, folded: its value, and how it is spelled."""
        spelled: dict[str, tuple[int, frozenset[str]]] = {}
        for word, value in table.items():
            lowered = word.lower().translate(_COMMAS_BELOW)
            _, forms = spelled.get(self._fold(word), (value, frozenset()))
            spelled[self._fold(word)] = (value, forms | {lowered})
        return spelled

    def _tokens(self) -> re.Pattern[str]:
        blanks = "".join(sign for sign in self._thousands if sign.isspace())
        spaced = (
            rf"\d{{1,3}}(?:[{blanks}]\d{{3}})+(?![\d{blanks}]*\d)(?:[,.]\d+)?|" if blanks else ""
        )
        return re.compile(rf"{spaced}\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\S")

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        signs = re.escape(self._thousands)
        point = re.escape(self._decimal)
        return re.compile(
            rf"(\d{{1,3}}(?:([{signs}])\d{{3}})(?:\2\d{{3}})*|\d+)(?:[{point}](\d+))?"
        )

    @cached_property
    def _foreign(self) -> re.Pattern[str]:
        """A point where the language has a comma: "1.5" cannot be one and a half thousand."""
        return re.compile(r"(\d+)\.(\d{1,2})") if "." in self._thousands else re.compile("(?!)")

    def is_article(self, words: Words, index: int) -> bool:
        """Whether a word is one for one that is an article too."""
        return words.at(index) in self._articles

    def digits(self, text: str) -> Decimal | None:
        """Read a number in digits; None where the signs make none in this language."""
        found = self._whole.fullmatch(text)
        if found:
            whole = "".join(sign for sign in found[1] if sign.isdecimal())
            value = Decimal(f"{int(whole)}.{found[3]}") if found[3] else Decimal(int(whole))
        else:
            other = self._foreign.fullmatch(text)
            if other is None:
                return None
            value = Decimal(f"{int(other[1])}.{other[2]}")
        return value if value < LARGEST else None

    def read(self, words: Words, index: int, *, bare: bool) -> Number | None:
        """
        Read the number that begins at a word.

        Args:
            words: The text.

            index: Which word.

            bare: Whether the text has no accents, so that none are asked for.

        Returns:
            The number; None where none begins here.
        """
        share = self._fraction(words, index)
        if share is not None:
            return share
        first = words.at(index)
        if first[:1].isdecimal():
            value = self.digits(first) if len(first) <= _LONGEST_DIGITS else None
            if value is None:
                return None
            found = self._multiplied(words, Number(value, index + 1, value), bare=bare)
            is_measured = found.magnitude > 1 or words.at(index + 1)[:1] in _MEASURES
            return found if is_measured or self._whole.fullmatch(first) else None
        return self._spelled_out(words, index, bare=bare)

    def _fraction(self, words: Words, index: int) -> Number | None:
        for form, value in self._fractions.get(words.at(index), ()):
            end = index + len(form)
            if tuple(words.texts[index:end]) == form:
                share = value.quantize(_SIX_PLACES).normalize()
                found = Number(share, end, share, share=True)
                return self._of_a_magnitude(words, found)
        return None

    def _of_a_magnitude(self, words: Words, share: Number) -> Number:
        """Read "half a million"; a part of anything else stays a part."""
        place = share.end
        while words.at(place) in self._links or words.at(place) in self._articles:
            place += 1
        known = self._magnitudes.get(words.at(place))
        if known is None or place > share.end + 2:
            return share
        value = share.value * known[0]
        return Number(value, place + 1, share.value, known[0])

    def _multiplied(self, words: Words, number: Number, *, bare: bool) -> Number:
        """Read the magnitude behind digits: "250 de milioane", "1.2 billion", "5bn"."""
        place = number.end
        suffix = self._suffixes.get(words.at(place)) if words.joins(place) else None
        if suffix is not None:
            return attrs.evolve(
                number, value=number.value * suffix, end=place + 1, magnitude=suffix
            )
        if words.at(place) in self._links:
            place += 1
        magnitude = self._magnitude(words, place, bare=bare)
        if not magnitude or number.value * magnitude >= LARGEST:
            return self._half(words, number)
        found = Number(number.value * magnitude, place + 1, number.base, magnitude)
        further = self._further(words, found, bare=bare)
        return self._half(words, further)

    def _further(self, words: Words, number: Number, *, bare: bool) -> Number:
        """Read "two million" on in "two million three hundred thousand", and "mii de miliarde"."""
        place = number.end + (words.at(number.end) in self._links)
        again = self._magnitude(words, place, bare=bare)
        if again > number.magnitude and number.value * again < LARGEST:
            return attrs.evolve(
                number,
                value=number.value * again,
                end=place + 1,
                magnitude=number.magnitude * again,
            )
        return number

    def _half(self, words: Words, number: Number) -> Number:
        for form in self._halves:
            end = number.end + len(form)
            if tuple(words.texts[number.end : end]) == form:
                if number.magnitude > 1:
                    value = number.value + Decimal(number.magnitude) / 2
                    return attrs.evolve(number, value=value, end=end)
                value = number.value + Decimal("0.5")
                plain = attrs.evolve(number, value=value, base=value, end=end)
                known = self._magnitudes.get(words.at(end))
                if known is None:
                    return plain
                return Number(value * known[0], end + 1, value, known[0])
        return number

    def magnitude_at(self, words: Words, index: int, *, bare: bool) -> tuple[int, int]:
        """Read the magnitude behind a vague amount: what it multiplies by, and where it ends."""
        place = index + (words.at(index) in self._links)
        found = self._magnitude(words, place, bare=bare)
        return (found, place + 1) if found else (1, index)

    def _magnitude(self, words: Words, index: int, *, bare: bool) -> int:
        known = self._magnitudes.get(words.at(index))
        return known[0] if known and self._is_spelled(words, index, known[1], bare=bare) else 0

    def _numeral(self, words: Words, index: int, *, bare: bool) -> int | None:
        word = words.at(index)
        known = self._numerals.get(word)
        if known is not None:
            return known[0] if self._is_spelled(words, index, known[1], bare=bare) else None
        tens, hyphen, unit = word.partition("-")
        if hyphen and tens in self._numerals and unit in self._numerals:
            first, second = self._numerals[tens][0], self._numerals[unit][0]
            if first >= _TWENTY and 0 < second < _TEN:
                return first + second
        return None

    def _is_spelled(self, words: Words, index: int, forms: frozenset[str], *, bare: bool) -> bool:
        written = words.raw(index).lower().translate(_COMMAS_BELOW)
        return written in forms or (bare and written.isascii())

    def _spelled_out(self, words: Words, index: int, *, bare: bool) -> Number | None:
        """Read "two million three hundred thousand": ever smaller groups, the last without one."""
        total, place, ceiling, largest = 0, index, LARGEST_STEP, 1
        while group := self._below_thousand(words, place, bare=bare):
            amount, end = group
            at = end + (words.at(end) in self._links)
            magnitude = self._magnitude(words, at, bare=bare)
            if magnitude < _THOUSAND or magnitude >= ceiling:
                if amount < ceiling:
                    total, place = total + amount, end
                break
            total, place, ceiling = total + amount * magnitude, at + 1, magnitude
            largest = max(largest, magnitude)
            place += words.at(place) in self._joins and bool(
                self._below_thousand(words, place + 1, bare=bare)
            )
        if place == index:
            return None
        is_article = words.at(index) in self._articles and place == index + 1
        value = Decimal(total)
        found = Number(value, place, value / largest, largest, is_article=is_article)
        return self._half(words, self._further(words, found, bare=bare))

    def _below_thousand(self, words: Words, index: int, *, bare: bool) -> tuple[int, int] | None:
        """Read a number below a thousand: its value, and the index behind it."""
        found = self._below_hundred(words, index, bare=bare)
        if found is None and words.at(index) in self._articles:
            found = (1, index + 1) if self._magnitude(words, index + 1, bare=bare) else None
        if found is None:
            return None
        value, end = found
        hundreds = self._magnitude(words, end, bare=bare)
        if not 0 < hundreds < _THOUSAND:
            return found
        value, end = value * hundreds, end + 1
        rest = self._below_hundred(words, end + (words.at(end) in self._joins), bare=bare)
        if rest is None or hundreds != _HUNDRED or value >= _THOUSAND:
            return value, end
        return value + rest[0], rest[1]

    def _below_hundred(self, words: Words, index: int, *, bare: bool) -> tuple[int, int] | None:
        value = self._numeral(words, index, bare=bare)
        if value is None:
            return None
        if value >= _TWENTY and value % _TEN == 0:
            after = index + 1 + (words.at(index + 1) in self._joins)
            unit = self._numeral(words, after, bare=bare)
            if unit is not None and 0 < unit < _TEN:
                return value + unit, after + 1
        return value, index + 1


_MEASURES = frozenset("%abcdefghijklmnopqrstuvwxyz")
"""How what follows a decimal number begins; "15.50" alone is a time of day in some languages."""

_LONGEST_DIGITS = 40
LARGEST_STEP = 10**15
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1_000
_SIX_PLACES = Decimal("0.000001")


def _by_first_word(
    table: Mapping[str, Decimal],
) -> dict[str, list[tuple[tuple[str, ...], Decimal]]]:
    """Sort phrases under their first words, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Decimal]]] = {}
    for form in sorted(table, key=len, reverse=True):
        words = tuple(form.split())
        found.setdefault(words[0], []).append((words, table[form]))
    return found
