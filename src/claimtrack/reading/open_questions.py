"""Open questions, and the claims that they are about."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from claimtrack.model.updates import ClaimKind
from claimtrack.reading.analysis import Analysis
from claimtrack.reading.article import Article
from claimtrack.reading.dates.standpoint import ClauseTense
from claimtrack.reading.dates.tenses import tenses_of
from claimtrack.reading.dates.tokens import tokens
from claimtrack.reading.draft import ClaimRead, QuestionRead
from claimtrack.reading.entries import Entries
from claimtrack.reading.findings import Place, UnclearFound
from claimtrack.reading.folding import WORD
from claimtrack.reading.lexicon import Lexicon

_STEM = 5
"""Letters by which two words count as one: "eliberați" and "eliberarea". Ours, as reading found."""

_LOOKED_BACK = 40
"""Claims that a question is held against, the nearest first. Ours: an article has fewer."""

_NEAR = 2
"""Sentences before a question in which whom its pronoun stands for is told of. Ours."""

_BEFORE_PRONOUN = 3
"""Words before a pronoun that ask and hold nobody whom it may stand for: "how many of them". Ours.
"""

_ABOUT_GUESSED = "that it is about this claim is a guess"
_TO_COME = frozenset({ClaimKind.PLAN, ClaimKind.PREDICTION})


class Questions:
    """
    Puts the open questions of one article to its claims.

    Args:
        analysis: What was found in it.

        claims: The claims that may be meant, in the order of the text.
    """

    def __init__(self, analysis: Analysis, claims: Sequence[ClaimRead]) -> None:
        self._article = analysis.article
        self._claims = claims
        self._entries = Entries(analysis.article)
        self._lead = self._entries.lead(claims)
        self._stems = {claim.id: _stems(analysis.article, claim) for claim in claims}

    def attached(self, unclear: UnclearFound) -> QuestionRead:
        """
        Put a question to a claim.

        Returns:
            The question with the claim that it is about: the one before, where a pronoun takes that
            up; else the nearest earlier one that shares a word; else the nearest of its entry in a
            live blog; else the first. What is yet to come is not about what has happened, where
            another claim shares a word as well.
        """
        near = self._near(unclear.clause)
        own = _stems(self._article, unclear.clause)
        shared = [one for one in near if own & self._stems[one.id]]
        is_to_come = self._is_to_come(unclear)
        if is_to_come:
            shared = self._to_come(shared)
        about = self._taken_up(unclear, near) or next(iter(shared), None)
        if about is None and is_to_come:
            about = self._planned(unclear, near)
        about = about or self._default(unclear.clause, near)
        # One word in common is little, unless the claim stands right before.
        is_sure = about in shared[:1] and (
            len(own & self._stems[about.id]) > 1 or (bool(near) and about is near[0])
        )
        return QuestionRead(
            start=unclear.clause.start,
            end=unclear.clause.end,
            facets=unclear.facets,
            sentence=unclear.sentence,
            about=() if about is None else (about.id,),
            rule=unclear.rule,
            doubts=() if is_sure else (_ABOUT_GUESSED,),
        )

    def _near(self, clause: Place) -> list[ClaimRead]:
        """Give the claims before a clause, the nearest first: in a live blog those of its entry."""
        earlier = (one for one in reversed(self._claims) if one.end <= clause.start)
        found = list(islice(earlier, _LOOKED_BACK))
        return [*self._entries.of(clause, found)] if self._entries.hold(clause) else found

    def _default(self, clause: Place, near: Sequence[ClaimRead]) -> ClaimRead | None:
        return near[0] if near and self._entries.hold(clause) else self._lead

    def _is_to_come(self, unclear: UnclearFound) -> bool:
        """Whether what is unclear is yet to come: what is asked for, not that it is unclear."""
        asked = Place(start=unclear.end, end=unclear.clause.end)
        if WORD.search(self._article.body, asked.start, asked.end) is None:
            asked = Place(start=unclear.clause.start, end=unclear.start)
        return self._tense(asked) is ClauseTense.FUTURE

    def _to_come(self, shared: Sequence[ClaimRead]) -> list[ClaimRead]:
        """
        Put the claims that share a word with what is to come in the order in which it may be meant.

        What the article opens with goes first, then what is planned; what has happened is left out.
        """
        open_still = [one for one in shared if self._tense(one) is not ClauseTense.PAST]
        return sorted(open_still, key=lambda one: (one is not self._lead, one.kind not in _TO_COME))

    def _planned(self, unclear: UnclearFound, near: Sequence[ClaimRead]) -> ClaimRead | None:
        """Give the plan right before what is to come, where the article opens with an event."""
        if self._lead is None or self._tense(self._lead) is not ClauseTense.PAST:
            return None
        plans = (one for one in near if one.sentence == unclear.sentence - 1)
        return next((one for one in plans if one.kind in _TO_COME), None)

    def _tense(self, place: Place) -> ClauseTense:
        """Give the first tense that words tell; ``open`` where they tell none."""
        tenses = tenses_of(self._article.lexicon)
        words = tokens(self._article.folded, place.start, place.end).words
        for begin in range(len(words)):
            found = tenses.of(words, begin, begin)
            if found is not ClauseTense.OPEN:
                return found
        return ClauseTense.OPEN

    def _taken_up(self, unclear: UnclearFound, near: Sequence[ClaimRead]) -> ClaimRead | None:
        """Give the claim before, where a pronoun stands for whom it tells of: "their state"."""
        if not near or near[0].sentence < unclear.sentence - _NEAR:
            return None
        pronouns = _pronouns(self._article.lexicon)
        clause = unclear.clause
        stretches = ((clause.start, unclear.start), (unclear.end, clause.end))
        for start, end in stretches:
            found = pronouns.search(self._article.folded, start, end)
            if found is not None and self._stands_alone(Place(start=start, end=end), found.span()):
                return near[0]
        return None

    def _stands_alone(self, within: Place, pronoun: tuple[int, int]) -> bool:
        """Whether a pronoun stands for nobody named before it in its clause, nor is a name's."""
        body, (first, last) = self._article.body, pronoun
        before = WORD.findall(body, within.start, first)
        behind = WORD.search(body, last, within.end)
        if behind is not None and behind[0][0].isupper():
            return False  # Romanian "lui" before a name
        sentence = self._article.sentence_at(within.start)
        opens = sentence is not None and sentence.start == within.start
        weak = self._article.lexicon.tables.grammar.weak_break
        return len(before) <= _BEFORE_PRONOUN and not any(
            word in weak or (word[0].isupper() and not (opens and place == 0))
            for place, word in enumerate(before)
        )


def _stems(article: Article, place: Place) -> frozenset[str]:
    """Give the beginnings of the content words of a place: those long enough to mean something."""
    words = WORD.findall(article.folded, place.start, place.end)
    stems = {word[:_STEM] for word in words if len(word) > _STEM}
    return frozenset(stems - _common(article.lexicon))


@cache
def _common(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.common.function_words.get(lexicon.language, ())
    return frozenset(lexicon.folder.fold(word)[:_STEM] for word in words)


@cache
def _pronouns(lexicon: Lexicon) -> re.Pattern[str]:
    pattern = lexicon.tables.pointing.pronouns
    return lexicon.compiled(pattern) if pattern else re.compile(r"(?!)")
