"""Words around a number: its bound, the other end of its range, its percent sign."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

import attrs

from claimtrack.reading.kinds import Bound
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.number_words import QuantityRules, VagueAmount
from claimtrack.reading.numerals import Number, NumberReader, Words

_DASHES = (("-",), ("–",), ("—",), ("…",))
_CHANGE_NEAR = 12
"""Words before "from 5 to 10" among which a verb of change is looked for. Ours."""

_CROWD = 12
"""A vague amount of so many counts without a noun: "dozens were hurt". Ours."""

Form = tuple[str, ...]


@attrs.frozen
class BoundFound:
    """A bound among words: from *start* to before *end*."""

    start: int
    end: int
    op: Bound

    @property
    def makes_article_count(self) -> bool:
        """Whether a word for one counts behind it: "at least one", but not "under a roof"."""
        return self.end - self.start > 1 and self.op is not Bound.EXACT


@attrs.frozen
class Amount:
    """
    An amount among words.

    Attributes:
        start: The index of its first word, the bound included.

        end: The index of the word behind it.

        op: How it is bounded.

        value: The number, the lower one of two; None where there is none.

        high: The upper one.

        needs_noun: Whether it is an amount only where something counted follows.

        is_share: Whether it is a part of a whole.
    """

    start: int
    end: int
    op: Bound
    value: Decimal | None
    high: Decimal | None = None
    needs_noun: bool = False
    is_share: bool = False


class Bounds:
    """
    The words of one language that stand around numbers.

    Attributes:
        vague_starters: Words, folded, by which a vague amount may begin.

    Args:
        lexicon: The language's words.

        numbers: What reads its numbers.
    """

    def __init__(self, lexicon: Lexicon, numbers: NumberReader) -> None:
        rules = lexicon.tables.quantity
        fold = lexicon.folder.fold
        self._numbers = numbers
        self._before = _by_last_word(rules, fold)
        self._joined = {
            form: _forms(bound.joined_by, fold)
            for bound in rules.bounds
            for form in _forms(bound.forms, fold)
            if bound.op is Bound.BETWEEN
        }
        self._from = frozenset(
            form for bound in rules.bounds if bound.is_from for form in _forms(bound.forms, fold)
        )
        self._after = [
            (form, bound.op) for bound in rules.after for form in _forms(bound.forms, fold)
        ]
        self._links = frozenset(map(fold, rules.link))
        self._to = [*_forms(rules.to, fold), *_DASHES]
        self._or = _forms(rules.alternatives, fold)
        self._changes = tuple(map(fold, rules.changes))
        self._percent = _forms(rules.percent, fold)
        self._signs = dict(lexicon.common.quantity.signs)
        self._vague = _by_first_word(rules, fold)
        self.vague_starters = frozenset(self._vague)

    def before(self, words: Words, index: int) -> BoundFound | None:
        """Find the bound that ends right before a number."""
        return self._ending(words, index, is_opening=False)

    def _ending(self, words: Words, index: int, *, is_opening: bool) -> BoundFound | None:
        index -= bool(self.sign_before(words, index))
        for form, op in self._before.get(words.at(index - 1), ()):
            start = index - len(form)
            if (op is Bound.BETWEEN) is is_opening and words.has(form, start):
                return BoundFound(start, index, op)
        return None

    def after(self, words: Words, end: int, behind_unit: int) -> BoundFound | None:
        """Find the bound that begins right behind a number, or right behind its unit."""
        for start in dict.fromkeys((end, behind_unit)):
            for form, op in self._after:
                stop = start + len(form)
                if words.has(form, start) and not words.at(stop)[:1].isdecimal():
                    return BoundFound(start, stop, op)
        return None

    def is_link(self, words: Words, index: int) -> bool:
        """Whether a word only ties a number to its noun: "100 de deținuți"."""
        return words.at(index) in self._links

    def percent(self, words: Words, index: int) -> int:
        """Give the index behind a percent sign or word; 0 where there is none."""
        place = index + self.is_link(words, index)
        form = _first(words, place, self._percent)
        return place + len(form) if form else 0

    def sign_before(self, words: Words, index: int) -> str:
        """Give the currency whose sign stands right before a number; empty where none does."""
        return self._signs.get(words.at(index - 1), "") if words.joins(index) else ""

    def range(self, words: Words, index: int, low: Number, *, bare: bool) -> Amount | None:
        """Read a range that begins with a number: "between 3 and 5", "400-500", "two or three"."""
        opened = self._ending(words, index, is_opening=True)
        middle = self.percent(words, low.end) or low.end
        sign = _first(words, middle, self._signs_between(words, opened))
        if not sign:
            return None
        second = middle + len(sign)
        second += bool(self.sign_before(words, second + 1))
        high = self._numbers.read(words, second, bare=bare)
        if high is None or high.is_article:
            return None
        value = low.value
        if low.magnitude == 1 and high.magnitude > 1 and low.base < high.base:
            value *= high.magnitude
        if value >= high.value or (sign in self._or and high.value > value * 2):
            return None
        is_from = opened is not None and self._form(words, opened) in self._from
        # "From 49% to 62%" names two shares at two times.
        if is_from and (middle > low.end or self._tells_of_change(words, index)):
            return None
        start = opened.start if opened else index - bool(self.sign_before(words, index))
        needs_noun = opened is None and not self.percent(words, high.end)
        return Amount(start, high.end, Bound.BETWEEN, value, high.value, needs_noun)

    def _signs_between(self, words: Words, opened: BoundFound | None) -> list[Form]:
        """List what may stand between the two numbers of a range."""
        if opened is None:
            return [*self._to, *self._or]
        return [*_DASHES, *self._joined[self._form(words, opened)]]

    def _form(self, words: Words, bound: BoundFound) -> Form:
        return tuple(words.texts[bound.start : bound.end])

    def is_score(self, words: Words, index: int, number: Number, *, bare: bool) -> int:
        """Give the index behind a score that begins here, such as "3-1"; 0 where none does."""
        place = number.end
        if not (words.joins(place) and words.joins(place + 1) and (words.at(place),) in _DASHES):
            return 0
        second = self._numbers.read(words, place + 1, bare=bare)
        return second.end if second is not None and words.at(index)[0].isdecimal() else 0

    def _tells_of_change(self, words: Words, index: int) -> bool:
        before = words.texts[max(0, index - _CHANGE_NEAR) : index]
        return any(word.startswith(self._changes) for word in before) if self._changes else False

    def vague(self, words: Words, index: int, *, bare: bool) -> Amount | None:
        """Read a vague amount: "dozens of", "several hundred"."""
        for form, amount in self._vague.get(words.at(index), ()):
            end = index + len(form)
            if not words.has(form, index):
                continue
            if self._numbers.read(words, end, bare=bare) is not None:
                return None  # "some 200"
            bounds = amount.fraction or (amount.low, amount.high)
            times, end = self._numbers.magnitude_at(words, end, bare=bare)
            low, high = (None if one is None else Decimal(str(one)) * times for one in bounds)
            needs_noun = low is None or low < _CROWD
            return Amount(index, end, Bound.VAGUE, low, high, needs_noun)
        return None


def _first(words: Words, index: int, forms: Iterable[Form]) -> Form:
    return next((form for form in forms if words.has(form, index)), ())


def _forms(texts: Iterable[str], fold: Callable[[str], str]) -> list[Form]:
    """Part phrases into words, the longest first."""
    forms = {tuple(fold(text).split()) for text in texts}
    return sorted(forms, key=lambda form: (-len(form), form))


def _by_last_word(
    rules: QuantityRules, fold: Callable[[str], str]
) -> dict[str, Sequence[tuple[Form, Bound]]]:
    found: dict[str, list[tuple[Form, Bound]]] = {}
    for bound in rules.bounds:
        for form in _forms(bound.forms, fold):
            found.setdefault(form[-1], []).append((form, bound.op))
    return {word: sorted(forms, key=lambda one: -len(one[0])) for word, forms in found.items()}


def _by_first_word(
    rules: QuantityRules, fold: Callable[[str], str]
) -> dict[str, Sequence[tuple[Form, VagueAmount]]]:
    found: dict[str, list[tuple[Form, VagueAmount]]] = {}
    for amount in rules.vague:
        for form in _forms(amount.forms, fold):
            found.setdefault(form[0], []).append((form, amount))
    return {word: sorted(forms, key=lambda one: -len(one[0])) for word, forms in found.items()}
