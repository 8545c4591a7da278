"""Which way a date without a year looks: by the nearest word of tense in its clause."""

from functools import cache

from claimtrack.reading.dates.standpoint import ClauseTense
from claimtrack.reading.dates.tokens import tokens
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.notation import words_of

_BREAKS = frozenset(';:()[]–—„”“"«»')
"""Signs that end a clause. A comma does not: dates stand between two of them."""

_SHORT_WORD = 3
"""Letters of what may stand between an auxiliary and its participle: "a mai spus". Ours."""

_AUXILIARIES = 3
"""Words before a participle in which its auxiliary may stand: "will not be closed". Ours."""

_COMMA = 4
"""Words that a comma behind a date counts for. Ours."""

_SCHEDULED_WITHIN = 8
"""Words between a weekday and the verb of what is scheduled for it. Ours."""

_DENIED_WITHIN = 8
"""Words between "not" and "until". Ours."""

Forms = dict[str, list[tuple[list[str], ClauseTense | None]]]
"""For each first word, the words that must follow, and what all say; None for a clause's end."""


class Tenses:
    """
    The words of one lexicon that tell the tense, or end a clause.

    Args:
        lexicon: Where they come from.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        fold = lexicon.folder.fold
        tense, grammar = lexicon.tables.dates.tense, lexicon.tables.grammar
        self._forms: Forms = {}
        for forms, meaning in (
            (tense.future, ClauseTense.FUTURE),
            (tense.past, ClauseTense.PAST),
            (
                [one for one in (*grammar.that, *grammar.clause_break) if one not in tense.through],
                None,
            ),
        ):
            for form in (word for one in forms for word in words_of(one)):
                first, *rest = tokens(fold(form)).words
                self._forms.setdefault(first, []).append((rest, meaning))
        for found in self._forms.values():
            found.sort(key=lambda one: -len(one[0]))
        self._scheduled: dict[str, list[list[str]]] = {}
        for form in (word for one in tense.scheduled for word in words_of(one)):
            first, *rest = tokens(fold(form)).words
            self._scheduled.setdefault(first, []).append(rest)
        self._perfect = frozenset(fold(word) for word in tense.perfect)
        self._participle = tuple(fold(ending) for ending in tense.participle)
        self._present = frozenset(fold(word) for word in tense.present)
        self._negation = frozenset(fold(word) for word in grammar.negation)
        self._endings = tuple(fold(ending) for ending in tense.endings)

    def of(self, words: list[str], place: int, end: int) -> ClauseTense:
        """
        Tell the tense of the clause in which a date stands.

        Args:
            words: The words of the sentence, folded.

            place: Where the date begins.

            end: Where it ends.

        Returns:
            What the nearest word of tense says, the one before the date where two are as near;
            ``open`` where its clause has none.
        """
        before, back = self._search(words, range(place - 1, -1, -1))
        after, ahead = self._search(words, range(end, len(words)))
        if "," in words[end : end + ahead + 1]:
            ahead += _COMMA  # what is said behind it is often of another clause
        if before is not None and (after is None or back <= ahead):
            return before
        return after or ClauseTense.OPEN

    def is_scheduled(self, words: list[str], place: int, end: int) -> bool:
        """
        Whether the clause tells in the present of something that has its time.

        Args:
            words: The words of the sentence, folded.

            place: Where the date begins.

            end: Where it ends.
        """
        return any(
            self._schedules(words, within)
            for within in (range(place - 1, -1, -1), range(end, len(words)))
        )

    def _schedules(self, words: list[str], places: range) -> bool:
        for place in places[:_SCHEDULED_WITHIN]:
            if words[place] in _BREAKS or words[place] == "," or self._at(words, place) is _END:
                return False
            for rest in self._scheduled.get(words[place], ()):
                if words[place + 1 : place + 1 + len(rest)] == rest:
                    return True
        return False

    def is_denied(self, words: list[str], place: int) -> bool:
        """Whether the clause before a place has a word of denial."""
        for word in words[max(place - _DENIED_WITHIN, 0) : place][::-1]:
            if word in _BREAKS:
                return False
            if word in self._negation:
                return True
        return False

    def _search(self, words: list[str], places: range) -> tuple[ClauseTense | None, int]:
        for distance, place in enumerate(places):
            if words[place] in _BREAKS:
                break
            found = self._at(words, place)
            if found is _END:
                break
            if found is not None:
                return found, distance
        return None, len(words)

    def _at(self, words: list[str], place: int) -> ClauseTense | None:
        known = self._form(words, place)
        if known is ClauseTense.PAST and place and words[place - 1] in self._present:
            return self._participle_at(words, place)  # "will be held"
        if known is not None:
            return known
        word = words[place]
        if word in self._perfect and self._participle:
            following = words[place + 1 : place + 3]
            if following and len(following[0]) <= _SHORT_WORD:
                del following[0]
            if following and following[0].endswith(self._participle):
                return ClauseTense.PAST
        if self._endings and len(word) > _SHORT_WORD and word.endswith(self._endings):
            return self._participle_at(words, place)
        return None

    def _participle_at(self, words: list[str], place: int) -> ClauseTense | None:
        """Tell the tense of "closed": past alone, but future behind "will be", and none in "is"."""
        for before in range(place - 1, max(place - _AUXILIARIES, 0) - 1, -1):
            known = self._form(words, before)
            if words[before] == "," or known is _END:
                break
            if known is not None:
                return known
            if words[before] in self._present and before == place - 1:
                following = self._form(words, before - 1) if before else None
                return following if following in _TOLD else None
        return ClauseTense.PAST

    def _form(self, words: list[str], place: int) -> ClauseTense | None:
        for rest, meaning in self._forms.get(words[place], ()):
            if words[place + 1 : place + 1 + len(rest)] == rest:
                return _END if meaning is None else meaning
        return None


_TOLD = frozenset([ClauseTense.PAST, ClauseTense.FUTURE])
_END = ClauseTense.OPEN
"""A word that ends a clause, as `Tenses` hands it on: it says nothing of tense."""


@cache
def tenses_of(lexicon: Lexicon) -> Tenses:
    """Give the words of tense of a lexicon; made once, when first asked for."""
    return Tenses(lexicon)
