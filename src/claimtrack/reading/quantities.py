"""
Quantities: numbers with their bounds and units, and the numbers that are none.

A number has one bound at most: the words before it win over those behind. A vague amount keeps its
words; the numbers beside it are conventions of the lexicon. Numbers of dates, clocks, laws, ages,
scores and names are passed over, each with its reason.
"""

import re
from functools import cache

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.reading.article import Article
from claimtrack.reading.counted import Counted
from claimtrack.reading.figures import figure_of
from claimtrack.reading.findings import Quantity, Trapped
from claimtrack.reading.kinds import Bound
from claimtrack.reading.lexicon import Lexicon, lexicon_for
from claimtrack.reading.number_bounds import Amount, Bounds
from claimtrack.reading.number_traps import NumberTraps
from claimtrack.reading.numerals import Number, NumberReader, Words

_DIGIT = re.compile(r"\d")
_BEYOND_ASCII = re.compile(r"[^\W\d_\x00-\x7f]")
_BARE_WHERE_NOT_ASCII = 0.002
"""The share of letters beyond ASCII below which a text is taken to be written without accents."""


def find_quantities(article: Article) -> tuple[Quantity, ...]:
    """
    Find the quantities of an article, in order, those within quotations included.

    Example:
        >>> article = Article("At least 100 political prisoners were freed, he said.", lang="en")
        >>> [(q.op.value, str(q.value), q.unit) for q in find_quantities(article)]
        [('ge', '100', 'political prisoners')]
    """
    return tuple(one for one in _all_numbers(article) if isinstance(one, Quantity))


def find_number_traps(article: Article) -> tuple[Trapped, ...]:
    """Find the numbers of an article that are no quantities, each with the reason."""
    return tuple(one for one in _all_numbers(article) if isinstance(one, Trapped))


def parse_quantity(text: str, lang: str) -> Quantity:
    """
    Read one quantity, such as an editor types it.

    Args:
        text: The words: ``at least 100 prisoners``, ``peste o mie de deținuți``.

        lang: The language they are in.

    Raises:
        InvalidValueError: There is no lexicon for the language, or no quantity in the words.

    Example:
        >>> print(parse_quantity("peste o mie de deținuți politici", "ro").figure)
        more than 1,000 deținuți politici
    """
    lexicon = lexicon_for(lang)
    for one in _finder(lexicon).read(text, lexicon.folder.fold(text), (0, len(text)), bare=True):
        if isinstance(one, Quantity):
            return one
    raise InvalidValueError("quantity", text, "must hold a number or a vague amount")


def _all_numbers(article: Article) -> "list[Quantity | Trapped]":
    finder = _finder(article.lexicon)
    bare = _is_bare(article.body)
    found: list[Quantity | Trapped] = []
    for sentence in article.sentences:
        span = (sentence.start, sentence.end)
        found += finder.read(article.body, article.folded, span, bare=bare)
    return found


def _is_bare(body: str) -> bool:
    if body.isascii():
        return True
    return len(_BEYOND_ASCII.findall(body)) < len(body) * _BARE_WHERE_NOT_ASCII


@attrs.frozen
class _At:
    """Where a number may begin: the text, its words, one of them."""

    words: Words
    index: int
    folded: str
    bare: bool


_UNBOUNDED = (Bound.EXACT, Bound.VAGUE)


class _Finder:
    """Finds the quantities of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numbers = NumberReader(lexicon)
        self._bounds = Bounds(lexicon, self._numbers)
        self._traps = NumberTraps(lexicon)
        self._counted = Counted(lexicon)
        self._starters = self._numbers.starters | self._bounds.vague_starters
        units = (*lexicon.tables.dates.units.values(), lexicon.tables.quantity.hours)
        self._times = frozenset(lexicon.folder.fold(form) for forms in units for form in forms)
        self._rule = f"{lexicon.version}:quantity"

    def read(
        self, body: str, folded: str, span: tuple[int, int], *, bare: bool
    ) -> "list[Quantity | Trapped]":
        """Read a sentence."""
        words = Words(self._numbers, body, folded, span)
        skipped = self._traps.skipped(body, span) if _DIGIT.search(body, *span) else []
        found: list[Quantity | Trapped] = []
        index, texts = 0, words.texts
        while index < len(texts):
            word = texts[index]
            if not (word in self._starters or word[0].isdecimal() or "-" in word[1:]):
                index += 1
                continue
            one, index = self._one(_At(words, index, folded, bare), skipped)
            if one is not None:
                found.append(one)
        return found

    def _one(
        self, at: _At, skipped: list[tuple[int, int, str]]
    ) -> "tuple[Quantity | Trapped | None, int]":
        place = at.words.starts[at.index]
        for start, end, why in skipped:
            if start <= place < end:
                return self._trapped(at, at.index + 1, why), at.index + 1
        vague = self._bounds.vague(at.words, at.index, bare=at.bare)
        if vague is not None:
            why = self._traps.by_pattern(at.words, at.index, at.folded)
            found = self._trapped(at, vague.end, why) if why else self._quantity(at, vague)
            return found, vague.end
        number = self._numbers.read(at.words, at.index, bare=at.bare)
        if number is None:
            return None, at.index + 1
        return self._number(at, number)

    def _number(self, at: _At, number: Number) -> "tuple[Quantity | Trapped | None, int]":
        ranged = self._bounds.range(at.words, at.index, number, bare=at.bare)
        if ranged is None:
            score = self._bounds.is_score(at.words, at.index, number, bare=at.bare)
            if score:
                return self._trapped(at, score, "score"), score
        end = ranged.end if ranged else number.end
        why = self._traps.why(at.words, (at.index, end), number, folded=at.folded)
        if why:
            return self._trapped(at, end, why), end
        if ranged is not None:
            found = self._quantity(at, ranged)
            return found or self._trapped(at, end, "score, or numbers of nothing counted"), end
        bound = self._bounds.before(at.words, at.index)
        if number.is_article and (bound is None or not bound.makes_article_count):
            return None, end
        if number.share and bound is None and self._is_ordinal(at, number):
            return None, end
        start = bound.start if bound else at.index
        op = bound.op if bound else Bound.EXACT
        return self._quantity(at, Amount(start, end, op, number.value, is_share=number.share)), end

    def _is_ordinal(self, at: _At, number: Number) -> bool:
        """Whether a fraction's words count on instead: "wounding two and killing a third"."""
        whole = self._counted.whole(at.words, number.end)
        return self._numbers.is_article(at.words, at.index) and whole[0] == whole[1]

    def _trapped(self, at: _At, end: int, why: str) -> Trapped:
        start, stop = at.words.starts[at.index], at.words.ends[end - 1]
        return Trapped(start=start, end=stop, rule="number_traps", why=why)

    def _quantity(self, at: _At, amount: Amount) -> Quantity | None:
        words, start, end, op = at.words, amount.start, amount.end, amount.op
        unit = self._bounds.sign_before(words, at.index)
        start -= bool(unit) and start == at.index
        counted = (end, end)
        if percent := self._bounds.percent(words, end):
            end, unit = percent, "%"
        elif amount.is_share:
            counted = self._counted.whole(words, end)
        elif not unit:
            linked = end + self._bounds.is_link(words, end)
            counted = self._counted.unit(words, linked)
            end = linked if counted[0] < counted[1] else end
        if op is Bound.EXACT and (behind := self._bounds.after(words, end, counted[1])):
            op = behind.op
            if behind.start == end:
                end = behind.end
                counted = self._counted.unit(words, end)
        unit = unit or " ".join(map(words.raw, range(*counted)))
        if amount.needs_noun and not unit:
            return None
        if op in _UNBOUNDED and words.at(counted[0]) in self._times:
            return None  # a plain span of time is the business of dates
        phrase = words.between(start, max(end, counted[1]))
        return Quantity(
            start=words.starts[start],
            end=words.ends[end - 1],
            rule=f"{self._rule}.{op}",
            op=op,
            value=amount.value,
            high=amount.high,
            unit=unit,
            is_source_count=self._counted.are_sources(words, start, counted, at.folded),
            figure=figure_of(op, amount.value, amount.high, unit=unit, phrase=phrase),
        )


@cache
def _finder(lexicon: Lexicon) -> _Finder:
    return _Finder(lexicon)
