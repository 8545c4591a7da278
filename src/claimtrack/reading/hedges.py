"""Hedges: words that hold back. Each is told with its place; no scope is claimed for it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claimtrack.reading.article import Article
from claimtrack.reading.findings import HedgeFound, Sentence
from claimtrack.reading.kinds import HedgeKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.wordings import Taken, Wordings, is_followed


def find_hedges(article: Article) -> tuple[HedgeFound, ...]:
    """
    Find the hedges of an article, in order, those within quotations included.

    Example:
        >>> article = Article("Talks could resume, he reportedly said.", lang="en")
        >>> [(found.of(article.body), found.kind.value) for found in find_hedges(article)]
        [('could', 'modal'), ('reportedly', 'reportative')]
    """
    rules = _rules(article.lexicon)
    return tuple(sorted(rules.read(article), key=lambda one: one.start))


class _Hedges:
    """The hedge rules of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        fold = lexicon.folder.fold
        self._rules = lexicon.tables.hedges
        self._version = lexicon.version
        self._wordings = Wordings(lexicon, self._rules)
        self._not_before = [tuple(map(fold, rule.not_before)) for rule in self._rules]
        self._not_after = [_ending(lexicon, rule.not_after) for rule in self._rules]
        self._beside = [_within(lexicon, rule.beside, "") for rule in self._rules]
        self._not_beside = [_within(lexicon, rule.not_beside, "(?!)") for rule in self._rules]
        future = lexicon.any_of(*lexicon.tables.dates.tense.future)
        self._future = re.compile(rf"(?<!\w){future}(?!\w)")

    def read(self, article: Article) -> Iterator[HedgeFound]:
        """Read an article."""
        text = article.folded
        wordings = self._wordings.of(text)
        for sentence in article.sentences:
            found = list(self._found(article, sentence, wordings.matches(sentence)))
            is_open = any(one.kind in _OPEN for one, _ in found)
            for one, needs_plan in found:
                if not needs_plan or is_open or self._is_future(text, sentence):
                    yield one

    def _is_future(self, text: str, sentence: Sentence) -> bool:
        return self._future.search(text, sentence.start, sentence.end) is not None

    def _found(
        self, article: Article, sentence: Sentence, matches: Iterable[tuple[int, re.Match[str]]]
    ) -> Iterator[tuple[HedgeFound, bool]]:
        """Find hedges, each with whether it needs a modal, a plan or a future beside it."""
        taken = Taken()
        for number, match in matches:
            if self._is_cancelled(article, sentence, number, match):
                continue
            if taken.take(match.start(), match.end()):
                rule = self._rules[number]
                hedge = HedgeFound(
                    start=match.start(),
                    end=match.end(),
                    rule=f"{self._version}:hedge[{number}]",
                    kind=rule.kind,
                    likelihood=rule.likelihood,
                )
                yield hedge, rule.beside_plan

    def _is_cancelled(
        self, article: Article, sentence: Sentence, number: int, match: re.Match[str]
    ) -> bool:
        """Whether the words around a match speak against it."""
        text, first, last = article.folded, sentence.start, sentence.end
        if is_followed(text, match.end(), self._not_before[number]):
            return True
        start = max(first, match.start() - _BEFORE)
        if self._not_after[number].search(text, start, match.start()):
            return True
        if self._rules[number].name and _is_name(article.body, sentence, match):
            return True
        if self._not_beside[number].search(text, first, last):
            return True
        return not self._beside[number].search(text, first, last)


_OPEN = frozenset({HedgeKind.MODAL, HedgeKind.PLAN})

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that have a capital in a headline in which words have one. Ours."""

_BEFORE = 24
"""Characters before a match among which the words that cancel it are looked for. Ours."""


def _within(lexicon: Lexicon, words: tuple[str, ...], otherwise: str) -> re.Pattern[str]:
    """Compile words to be looked for in a sentence; without any, what is put in their place."""
    known = rf"(?<!\w){lexicon.any_of(*words)}(?!\w)" if words else otherwise
    return re.compile(known)


def _is_name(body: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word has a capital of its own, other than in a headline of capitals."""
    if not body[match.start()].isupper() or body[match.start() : match.end()].isupper():
        return False
    if not body[match.end() : match.end() + 2].lstrip()[:1].isupper():
        return True
    words: list[str] = _LONG_WORD.findall(body, sentence.start, sentence.end)
    return 2 * sum(word[0].islower() for word in words) >= len(words)


def _ending(lexicon: Lexicon, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.any_of(*words)}\s+$")


@cache
def _rules(lexicon: Lexicon) -> _Hedges:
    return _Hedges(lexicon)
