"""
Statements that something is not known, and which questions they leave open.

A question word counts only behind the trigger, and only where the trigger or "and" leads to it:
another "who" is a relative. A noun may stand on either side, since both "the cause is unknown" and
"nu se cunoaște cauza" say so. A pattern's group that is named for a facet gives that facet where
nothing else does; its group ``named`` asks for one that something else gives.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from claimtrack.reading.article import Article
from claimtrack.reading.clauses import Clause, clause_reader
from claimtrack.reading.findings import Place, Sentence, UnclearFound
from claimtrack.reading.kinds import Facet
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.wordings import Taken

_NEEDS_NAME = "named"
_NEAR = 40
"""Characters before a question word or noun within which "and" joins it to another. Ours."""

_FAR = 60
"""Characters behind a trigger within which its question begins. Ours."""


def find_unclear(article: Article) -> tuple[UnclearFound, ...]:
    """
    Find the statements of an article that something is not known.

    Example:
        >>> article = Article("It is not clear who was freed or when.", lang="en")
        >>> [tuple(one.facets) for one in find_unclear(article)]
        [(<Facet.WHO: 'who'>, <Facet.WHEN: 'when'>)]
    """
    return tuple(_rules(article.lexicon).read(article))


class _Unclear:
    """The rules of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        rules, fold = lexicon.tables.unclear, lexicon.folder.fold
        grammar = lexicon.tables.grammar
        self._version = lexicon.version
        self._stems = tuple(map(fold, rules.stems))
        self._triggers = tuple(lexicon.compiled(pattern) for pattern in rules.triggers)
        self._negatable = frozenset(map(fold, rules.negatable))
        self._negation = re.compile(rf"(?<!\w){lexicon.any_of(*grammar.negation)}(?!\w)|n't")
        self._clauses = clause_reader(lexicon)
        weak = frozenset(grammar.weak_break)
        strong = [word for word in grammar.clause_break if word not in weak and word != ";"]
        self._end = re.compile(rf"[;:]|\s[–—]\s|(?<!\w){lexicon.any_of(*strong)}(?!\w)")
        self._asks = _named(lexicon, rules.question_words)
        self._nouns = _named(lexicon, rules.nouns)
        aside = lexicon.any_of(*rules.as_of)
        joins = lexicon.any_of(*grammar.weak_break, *(first for first, _ in grammar.neither))
        self._lead = re.compile(rf"(?:,?\s+{aside},?)*(?:\s+[\w'-]+){{0,2}}?,?\s+")
        self._opening = re.compile(rf"\W*(?:{aside}\s+)?")
        self._joined = re.compile(rf"(?<!\w){joins}(?:\s+{aside})?\s+$")
        self._listed = re.compile(rf"(?:,|{joins})\s+(?:the\s+)?$")

    def read(self, article: Article) -> Iterator[UnclearFound]:
        """Read an article."""
        text = article.folded
        # Of all stems a text has few: its sentences are asked for those alone.
        stems = [stem for stem in self._stems or ("",) if stem in text]
        for sentence in article.sentences if stems else ():
            words = text[sentence.start : sentence.end]
            if any(map(words.__contains__, stems)):
                yield from self._sentence(article, sentence)

    def _sentence(self, article: Article, sentence: Sentence) -> Iterator[UnclearFound]:
        text = article.folded
        taken = Taken()
        for number, trigger in enumerate(self._triggers):
            for match in trigger.finditer(text, sentence.start, sentence.end):
                if not self._counts(match) or not taken.take(match.start(), match.end()):
                    continue
                found = self._found(article, sentence, (number, match))
                if found is not None:
                    yield found

    def _counts(self, match: re.Match[str]) -> bool:
        """Whether a word that says so only when denied is denied."""
        last = match[0].split()[-1]
        if _given(match):
            return True  # "little is known" needs no other denial
        return last not in self._negatable or self._negation.search(match[0]) is not None

    def _found(
        self, article: Article, sentence: Sentence, hit: tuple[int, re.Match[str]]
    ) -> UnclearFound | None:
        number, match = hit
        text = article.folded
        verb = Place(start=match.start(), end=match.end())
        clause = self._clauses.around(article, sentence, verb)
        stop = self._end.search(text, match.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        given = _given(match)
        facets = (
            self._asked(text, match.end(), end)
            or self._asked_before(text, sentence.start, match.start())
            or given - {Facet.WHAT}
            or self._by_nouns(text, clause, verb, Place(start=sentence.start, end=end))
            or given
        )
        if clause.is_conditional or (not facets and self._needs_facet(match, clause)):
            return None
        start = min((place.start for place in clause.subjects), default=verb.start)
        return UnclearFound(
            start=verb.start,
            end=verb.end,
            rule=f"{self._version}:unclear[{number}]",
            facets=tuple(one for one in Facet if one in (facets or {Facet.WHAT})),
            clause=Place(start=max(start, sentence.start), end=_trimmed_end(text, verb.end, end)),
            sentence=sentence.number,
        )

    def _needs_facet(self, match: re.Match[str], clause: Clause) -> bool:
        return _NEEDS_NAME in match.re.groupindex or not clause.subjects

    def _asked(self, text: str, start: int, end: int) -> set[Facet]:
        """Give the facets whose question words the trigger leads to."""
        facets: set[Facet] = set()
        for found in self._asks.finditer(text, start, end):
            near = max(start, found.start() - _NEAR)
            if (
                self._joined.search(text, near, found.start())
                if facets
                else self._leads_to(text, start, found.start())
            ):
                facets.add(_facet(found))
        return facets

    def _asked_before(self, text: str, start: int, end: int) -> set[Facet]:
        """Give the facets of a question that is the subject: "who will go is not known"."""
        *_, start = (start, *(found.end() for found in self._end.finditer(text, start, end)))
        opening = self._opening.match(text, start, end)
        first = self._asks.match(text, opening.end() if opening else start, end)
        if first is None:
            return set()
        others = self._asks.finditer(text, first.end(), end)
        joined = (found for found in others if self._joined.search(text, start, found.start()))
        return {_facet(first), *map(_facet, joined)}

    def _leads_to(self, text: str, start: int, place: int) -> bool:
        return self._lead.fullmatch(text, start, place) is not None

    def _by_nouns(self, text: str, clause: Clause, verb: Place, sentence: Place) -> set[Facet]:
        """Give the facets of the nouns that the statement is about."""
        end = sentence.end
        facets: set[Facet] = set()
        for before in clause.subjects or (self._clauses.before(text, sentence.start, verb.start),):
            facets |= self._heads(text, before.start, before.end)
        if not facets:
            first = self._nouns.search(text, verb.end, min(end, verb.end + _FAR))
            if first and text.find(",", verb.end, first.start()) < 0:
                facets |= self._heads(text, first.start(), min(end, first.end() + _FAR))
        return facets

    def _heads(self, text: str, start: int, end: int) -> set[Facet]:
        """Give the facets of the first noun, and of those that are listed with it."""
        facets: set[Facet] = set()
        for found in self._nouns.finditer(text, start, end):
            if not facets or self._listed.search(
                text, max(start, found.start() - _NEAR), found.start()
            ):
                facets.add(_facet(found))
        return facets


def _named(lexicon: Lexicon, words: Mapping[Facet, tuple[str, ...]]) -> re.Pattern[str]:
    """Write a pattern whose group tells the facet; longer words go before shorter ones."""
    by_length = sorted(
        ((pattern, facet) for facet, patterns in words.items() for pattern in patterns),
        key=lambda one: -len(one[0]),
    )
    groups = [
        rf"(?P<{facet}_{number}>{lexicon.filled(pattern)})"
        for number, (pattern, facet) in enumerate(by_length)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups) or '(?!)'})(?!\w)")


def _facet(found: re.Match[str]) -> Facet:
    return Facet((found.lastgroup or "").rpartition("_")[0])


def _given(match: re.Match[str]) -> set[Facet]:
    return {
        Facet(name) for name, words in match.groupdict().items() if words and name in tuple(Facet)
    }


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return end


@cache
def _rules(lexicon: Lexicon) -> _Unclear:
    return _Unclear(lexicon)
