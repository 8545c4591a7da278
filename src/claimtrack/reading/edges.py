"""Edges: where a noun phrase begins and ends, as far as small words and signs tell."""

from claimtrack.reading import insertions
from claimtrack.reading.endings import is_gerund, is_participle, is_preposition
from claimtrack.reading.groups import is_adverb, is_border, is_clock, is_in_name
from claimtrack.reading.knowledge import knows_from, tells_how
from claimtrack.reading.outlets import outlet_phrase
from claimtrack.reading.phrase_signs import PhraseSigns
from claimtrack.reading.syntax import BORDERS

_OFFICE = 5
"""Words between an office and a name for what the office is for. Ours."""

_APPOSITION = 22
"""Words of what explains a phrase between commas. Ours."""

_CLOCK = 3
"""Tokens of a time: "21:40"."""


class Edges(PhraseSigns):
    """
    Finds the edges of noun phrases in one sentence.

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        verbs: The tokens of its cues, across which no phrase runs.
    """

    # ------------------------------------------------------------------ to the left

    def begin(self, end: int) -> int:
        """
        Go left from a verb to where its subject begins.

        Args:
            end: The index behind the subject.

        Returns:
            The index of its first word; *end* where there is none.
        """
        index = end
        while index > self.within.start:
            before = self._step_left(index - 1, end)
            if before is None:
                break
            index = before
        return self._past_lead(index, end)

    def _step_left(self, at: int, end: int) -> int | None:
        """Give the index to go on from, with the token at *at* taken in; None at a border."""
        word = self._words[at]
        if self.syntax.is_quoted(at):
            return insertions.quoted_left(self.syntax, self.within, at)
        if word == ")" and at == end - 1:
            return insertions.parenthesis_left(self.syntax, self.within, at)
        if word in ",.":
            return at if word == "." and is_in_name(self.syntax, at) else None
        if word in self._small.relatives and (not self.syntax.is_that(at) or self.is_verb(at + 1)):
            return self._relative_left(at, end)
        # Romanian "despre" opens a clause and is a preposition: "informați despre plan".
        opens = self.syntax.is_that(at) and word not in self._small.prepositions
        if opens or is_border(self.syntax, at):
            return None
        if self.is_verb(at):
            return at if self._is_reduced(at, end) else self._verb_left(at)
        if word in self._small.breaks:
            return at if self._joins_nouns(at, end) else None
        return at

    def _relative_left(self, at: int, end: int) -> int | None:
        """A relative clause belongs to the phrase if it has a verb of its own, or is the verb's."""
        between = range(at + 1, end)
        is_whole = all(self._words[index] in self._small.adverbs for index in between)
        if is_whole or any(self.is_past(index) for index in between):
            return at
        return at if knows_from(self.syntax, at) else None

    def _verb_left(self, at: int) -> int | None:
        """A verb may stand in a relative clause; else it is another clause's."""
        while at - 1 in self._verbs and at - 1 > self.within.start:
            at -= 1  # of the same cue: "a vorbit despre"
        for index in range(at - 1, self.within.start - 1, -1):
            word = self._words[index]
            if word in self._small.relatives and not self.syntax.is_that(index):
                return index
            if word in BORDERS or word == "," or self.is_verb(index):
                return None
        return None

    def _is_reduced(self, at: int, end: int) -> bool:
        """Whether a participle tells of the noun before it: "a man killed in the storm said"."""
        words, small = self._words, self._small
        if not small.omits_that or at in self._verbs or not is_participle(self.syntax, at):
            return False
        if at + 2 >= end or words[at + 1] not in small.prepositions:
            return False
        before = words[at - 1]
        is_noun = self.syntax.is_word(at - 1) and before not in small.adverbs | small.passives
        return is_noun and before not in small.finite and at > self.within.start

    def _joins_nouns(self, at: int, end: int) -> bool:
        """Whether a conjunction joins nouns: no verb stands before it in its clause."""
        if at + 1 >= end or self._words[at] not in self._small.links:
            return False
        for index in range(at - 1, self.within.start - 1, -1):
            word = self._words[index]
            if word in BORDERS or word == ",":
                break
            if self.is_past(index) or self.syntax.is_that(index):
                return False
        return at > self.within.start and self._words[at - 1] != ","

    def is_lead(self, first: int, last: int) -> bool:
        """Whether words only lead up to a verb or its subject."""
        return self._past_lead(first, last) >= last

    def _past_lead(self, index: int, end: int) -> int:
        """Skip what leads up to a subject: adverbs, phrases of time and place."""
        small = self._small
        if index > self.within.start and self.is_verb(index - 1):
            while index < end and self._words[index] in small.adverbs:
                index += 1
            if index < end and is_participle(self.syntax, index):
                index += 1
        while index < end:
            if self._is_small_lead(index, end):
                index += 1
            elif is_preposition(self.syntax, index):
                index = self.past_preposition(index, end)
            elif index + _CLOCK < end and is_clock(self.syntax, index + 1):
                index += _CLOCK
            else:
                break
        return index

    def _is_small_lead(self, index: int, end: int) -> bool:
        """Whether a sign, an adverb, a conjunction or a time leads up to a subject."""
        word, small = self._words[index], self._small
        if not (self.syntax.is_word(index) or self.syntax.is_quoted(index)):
            return True
        if word in small.leads and index + 1 < end:
            return True
        is_last = index + 1 >= end
        if self.syntax.is_time(index) and not word[0].isdigit() and not is_last:
            return True
        # "mai mulți" is an amount, "mai" alone an adverb.
        counts = word in small.quantifiers and not is_last
        if counts and self._words[index + 1] in small.quantifiers:
            return False
        return word in small.breaks or word in small.adverbs

    def past_preposition(self, index: int, end: int) -> int:
        """Give the index behind a phrase that a preposition begins."""
        place = index + 1
        outlet = outlet_phrase(self.syntax, place, end)
        if outlet is not None:
            return outlet
        while place < end:
            word = self._words[place]
            if word == "," or is_border(self.syntax, place) or self.syntax.opens_clause(place):
                return place
            if place > index + 1 and self._starts_anew(place):
                return place
            place += 1
        return end

    def _starts_anew(self, place: int) -> bool:
        """Whether another noun phrase begins within what a preposition began."""
        small, before = self._small, self._words[place - 1]
        word = self._words[place]
        holds = before in small.prepositions | small.links | small.quantifiers | small.determiners
        if holds or before == "." or (word in small.times and before in small.times):
            return False
        if word in small.quantifiers or word in small.singular or self._heads.is_subject(word):
            return True
        if word in small.determiners and word not in small.prepositions:
            return True
        is_capital = self.syntax.is_word(place) and self.syntax.is_capital(place)
        is_oblique = self._words[place].endswith(small.oblique)
        return is_capital and not is_oblique and not self.syntax.is_capital(place - 1)

    # ------------------------------------------------------------------ to the right

    def end(self, first: int) -> int:
        """
        Go right to where a noun phrase ends.

        Args:
            first: The index of its first word.

        Returns:
            The index behind it.
        """
        index = first
        if self._words[first] in self._small.singular or self._words[first] in self._small.plural:
            return first + 1
        while index < self.within.stop:
            after = self._step_right(first, index)
            if after is None:
                break
            index = after
        while index > first and (
            self._words[index - 1] in self._small.links or is_adverb(self.syntax, first, index - 1)
        ):
            index -= 1
        return index

    def _step_right(self, first: int, at: int) -> int | None:
        word = self._words[at]
        if self.syntax.is_quoted(at):
            return insertions.quoted_right(self.syntax, range(first, self.within.stop), at)
        if word == ",":
            return self._apposition_right(at)
        if word == "(":
            return insertions.parenthesis_right(self.syntax, self.within, at)
        if word == ".":
            is_last = at + 1 >= self.within.stop
            return at + 1 if is_in_name(self.syntax, at) and not is_last else None
        # German "der" opens a clause and is an article, of a noun in the genitive too.
        is_article = word in self._small.quantifiers and word != self._small.strong_that
        if word in BORDERS:
            return None
        if self.syntax.is_that(at) and not is_article and not self._tells_how(first, at):
            return None
        if word in self._small.relatives:
            return self._relative_right(at)
        if self.is_verb(at) or (at > first and self._is_free_gerund(at)):
            return None
        if word in self._small.breaks and word not in self._small.links:
            return None
        if at > first and self._ends_before(first, at):
            return None
        return at + 1

    def _is_free_gerund(self, at: int) -> bool:
        """Whether a gerund begins a clause; within a phrase it may be an adjective."""
        if not is_gerund(self.syntax, at) or self.syntax.is_capital(at):
            return False
        before = self._words[at - 1]
        return not (self._small.omits_that and before in self._small.determiners)

    def _ends_before(self, first: int, at: int) -> bool:
        """Whether a word of time, place or manner ends the phrase."""
        word, small = self._words[at], self._small
        if word in small.prepositions and self._tells_how(first, at):
            return False
        if word in small.name_links and self._is_in_body_name(first, at):
            return False
        if self.syntax.is_time(at) and not self.syntax.is_capital(at - 1) and not self._is_held(at):
            return True
        if self.syntax.is_time(at) and word in small.times and self.syntax.is_capital(at - 1):
            return True
        if word not in small.links and is_adverb(self.syntax, first, at):
            return True
        if word not in small.prepositions and word not in small.links:
            return False
        if self._goes_on_to_name(first, at):
            return False
        if word not in small.links or at + 1 >= self.within.stop:
            return True
        after = at + 1
        if word in small.breaks:
            return not self.opens_phrase(after)
        if self._words[after] in small.occasions or self.syntax.is_time(after):
            return True
        is_article = self._words[after] in small.quantifiers | small.determiners
        if is_article and self._words[min(after + 1, self.within.stop - 1)] in small.occasions:
            return True
        if word in small.firm_links:
            return False
        if self._is_named(first, at):
            return True
        if self.names_document(first, at):
            return False
        return outlet_phrase(self.syntax, after, self.within.stop) is not None

    def _is_in_body_name(self, first: int, at: int) -> bool:
        """Whether a name goes on behind a preposition: "Inspectoratul pentru Situații X"."""
        after = at + 1
        if after >= self.within.stop or not self.syntax.is_name_word(after):
            return False
        if self.syntax.is_time(after) or not self.syntax.is_capital(at - 1):
            return False
        is_body = any(self._words[index] in self._heads.bodies for index in range(first, at))
        return is_body and outlet_phrase(self.syntax, after, self.within.stop) is None

    def _tells_how(self, first: int, at: int) -> bool:
        return tells_how(self.syntax, first, at, self.within.stop)

    def _goes_on_to_name(self, first: int, at: int) -> bool:
        """Whether a name follows what an office is for: "expertul în poduri Ion Vasile"."""
        if self._small.omits_that or self._words[first] not in self._heads.persons:
            return False
        for index in range(at + 1, min(at + _OFFICE, self.within.stop - 1)):
            if not self.syntax.is_word(index) or self.is_verb(index):
                return False
            if self.syntax.is_capital(index):
                return index > at + 1 and self.syntax.is_name_word(index + 1)
        return False

    def _is_held(self, at: int) -> bool:
        before = self._words[at - 1]
        return before in self._small.prepositions or before in self._small.links

    def _is_named(self, first: int, at: int) -> bool:
        """Whether a person's name stands before a token: nothing more belongs to it."""
        if not self.syntax.is_name_word(at - 1):
            return False
        return at - 1 == first or self.syntax.is_name_word(at - 2)

    def _relative_right(self, at: int) -> int | None:
        if self._words[at - 1] == ",":
            return None
        for index in range(at + 1, self.within.stop):
            if index in self._verbs:
                return None
            if self._words[index] in ",." or self._words[index] in BORDERS:
                return index
        return self.within.stop

    def _apposition_right(self, at: int) -> int | None:
        """What explains a name follows it between commas: a role behind a name, or a name."""
        first = end = at + 1
        if first >= self.within.stop or not self.explains(first):
            return None
        while end < self.within.stop and end - first < _APPOSITION:
            word = self._words[end]
            if word == "." and is_in_name(self.syntax, end):
                end += 1
                continue
            if word in ",." or word in BORDERS or self.syntax.is_quoted(end):
                break
            if self.is_verb(end) or self.syntax.opens_clause(end):
                return end if word in self._small.relatives else None
            if end > first and self._ends_before(first, end):
                return None if self._has_verb_from(end) else end
            end += 1
        return end

    def _has_verb_from(self, first: int) -> bool:
        """Whether a verb stands before the next sign: the words are a clause, no explanation."""
        for index in range(first, self.within.stop):
            if self._words[index] in ",." or self._words[index] in BORDERS:
                return False
            if self.is_verb(index):
                return True
        return False
