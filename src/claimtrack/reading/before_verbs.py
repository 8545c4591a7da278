"""Before verbs: the subject that stands in front of its verb, and where it begins and ends."""

from claimtrack.reading.beside_verbs import BesideVerbs
from claimtrack.reading.cue_forms import anonymity_of, carrying_of
from claimtrack.reading.endings import is_gerund, is_participle
from claimtrack.reading.findings import Place
from claimtrack.reading.groups import verb_group
from claimtrack.reading.syntax import DASHES

_OPENING = 6
"""Words of a phrase that a sentence begins with, before a relative clause. Ours."""


class BeforeVerbs(BesideVerbs):
    """Finds subjects before their verbs in one sentence."""

    def clause_before(self, before: int) -> Place | None:
        """
        Give the subject of the clause before, a relative clause left out where there is another.

        Args:
            before: The token before which the clause stands.
        """
        found = None
        for index in range(before - 1, self._within.start, -1):
            is_verb = self._edges.is_verb(index) or self._is_past_tense(index)
            if not is_verb or self._syntax.is_quoted(index):
                continue
            first = verb_group(self._syntax, self._within.start, index)
            place = self.subject(first)
            if place is None:
                continue
            if self._words[first - 1] not in self._small.relatives:
                return place
            found = found or place
        return found

    def _is_past_tense(self, index: int) -> bool:
        """Whether a participle is a past tense here: an object or a preposition follows it."""
        small, after = self._small, index + 1
        if not small.omits_that or not is_participle(self._syntax, index):
            return False
        if after >= self._within.stop or self._words[index - 1] in small.determiners:
            return False
        return self._words[after] in small.determiners or self._words[after] in small.quantifiers

    def subject(self, first: int) -> Place | None:
        """
        Give the subject that stands before a verb; None where there is none.

        Args:
            first: The verb's first token, pronouns and adverbs before it included.
        """
        end = self._without_time(first)
        if end <= self._within.start:
            return None
        if self._words[end - 1] == "," or self._words[end - 1] in DASHES:
            return self._with_apposition(end - 1)
        if self._words[end - 1] in self._small.relatives:
            return self._antecedent(end - 1)
        return self._edges.phrase(self._edges.begin(end), end)

    def label(self, colon: int) -> Place | None:
        """Give who is named before the colon of their words, without what these are about."""
        first = self._within.start
        commas = (
            index
            for index in range(first, colon - 1)
            if self._words[index] == "," and self._words[index + 1] in self._small.prepositions
        )
        return self._edges.phrase(first, next(commas, colon))

    def _without_time(self, end: int) -> int:
        """Leave out a phrase of time between a subject and its verb."""
        index = end
        while index > self._within.start and (
            self._syntax.is_time(index - 1) and not self._words[index - 1][0].isdigit()
        ):
            index -= 1
        if index < end and index > self._within.start and self._words[index - 1] == "on":
            index -= 1
        return index if index > self._within.start + 1 else end

    def _antecedent(self, relative: int) -> Place | None:
        end = relative
        if self._words[end - 1] in self._small.prepositions and not self._small.omits_that:
            return None  # "a fact for which he warned": whoever warned stands before
        if end > self._within.start and self._words[end - 1] == ",":
            end -= 1
        begin = self._edges.begin(end)
        if begin >= end:
            # Within what a preposition began, the name nearest to the verb.
            while begin > self._within.start and self._syntax.is_name_word(begin - 1):
                begin -= 1
            return self._syntax.place(begin, end) if begin < end else None
        return self._edges.phrase(begin, end)

    def _with_apposition(self, comma: int) -> Place | None:
        """A name is explained between commas, before its verb."""
        opening = self._comma_before(comma)
        if opening is None and self._small.omits_that:
            return self._edges.phrase(self._edges.begin(comma), comma)
        if opening is None:
            return None
        inside = opening + 1
        if self._carries(inside):
            # ", citat de X,": who carries the words is no part of who says them.
            before = self._with_apposition(opening)
            return before or self._edges.phrase(self._edges.begin(opening), opening)
        is_lead = self._is_lead(inside, comma)
        begin = self._edges.begin(opening)
        if begin >= opening:
            return None if is_lead else self._edges.phrase(self._edges.begin(comma), comma)
        if begin > self._within.start and self._words[begin - 1] == ",":
            before = self._explained(begin) or self._before_relative(begin)
            if before is not None:
                return before
        return self._edges.phrase(begin, opening if is_lead else comma)

    def _carries(self, first: int) -> bool:
        """Whether the words at a token say who carries what another says: "quoted by X"."""
        start, folded = self._syntax.tokens.starts[first], self._syntax.article.folded
        patterns = carrying_of(self._syntax.lexicon)
        return any(pattern.match(folded, start) is not None for pattern in patterns)

    def _explained(self, begin: int) -> Place | None:
        """Give the name that a phrase behind a comma explains: "Ann Lee, wife of Bo Lee, who"."""
        first = self._edges.begin(begin - 1)
        is_name = begin - 1 - first > 1 and all(map(self._syntax.is_name_word, (begin - 2, first)))
        if not is_name or not self._edges.explains(begin):
            return None
        return self._edges.phrase(first, begin - 1)

    def _before_relative(self, begin: int) -> Place | None:
        """Give the phrase that a sentence begins with, where a relative clause follows it."""
        for index in range(self._within.start, min(begin, self._within.start + _OPENING)):
            if self._words[index] in self._small.relatives:
                return self._edges.phrase(self._within.start, index)
            if not self._syntax.is_word(index) or self._edges.is_verb(index):
                return None
        return None

    def has_pair(self, dash: int) -> bool:
        """Whether a dash ends an insertion that another began."""
        return self._comma_before(dash) is not None

    def _comma_before(self, comma: int) -> int | None:
        for index in range(comma - 1, self._within.start, -1):
            if self._words[index] == self._words[comma] and not self._syntax.is_quoted(index):
                return index
            if self._syntax.is_quoted(index) or self._words[index] in ";:":
                return None
        return None

    def _is_lead(self, first: int, last: int) -> bool:
        """Whether words between commas tell of time, place or manner, not of who somebody is."""
        word = self._words[first]
        span = self._syntax.place(first, last)
        folded = self._syntax.article.folded
        anonymity = anonymity_of(self._syntax.lexicon)
        if any(pattern.search(folded, span.start, span.end) for pattern in anonymity):
            return False
        if word in self._small.prepositions or word in self._small.adverbs:
            return True
        if is_gerund(self._syntax, first) and not self._syntax.is_capital(first):
            return True
        return self._syntax.is_time(first) and all(
            self._syntax.is_time(index) or self._words[index] in self._small.prepositions
            for index in range(first, last)
        )

    def explains(self, comma: int) -> bool:
        """Whether what stands between a comma and the one before explains a name."""
        opening = self._comma_before(comma)
        return opening is not None and self._edges.explains(opening + 1)

    def is_bare(self, first: int, last: int) -> bool:
        """Whether no clause stands before a verb, so that it is nobody's content."""
        before = range(self._within.start, first)
        if self._small.omits_that:
            return not any(
                self._syntax.is_quoted(index) or self._edges.is_past(index) for index in before
            )
        if last < self._within.stop and self._edges.opens_phrase(last):
            return False
        if self._words[first - 1] != "," or not self.explains(first - 1):
            return False
        return not any(
            self._syntax.is_quoted(index)
            or self._edges.is_verb(index)
            or self._syntax.is_that(index)
            for index in before
        )
