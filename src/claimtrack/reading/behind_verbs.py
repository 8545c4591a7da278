"""Behind verbs: the subject that stands behind its verb, the outlet that was told, the document."""

import attrs

from claimtrack.reading.beside_verbs import BesideVerbs
from claimtrack.reading.endings import is_gerund, is_preposition
from claimtrack.reading.findings import Cue, Place
from claimtrack.reading.kinds import Frame
from claimtrack.reading.outlets import outlet_phrase

_INVERTED = 14
"""Words of a subject behind its verb, where the language rarely puts one there. Ours."""

_SKIPPED = 24
"""Words of time and place between a verb and the subject behind it. Ours."""


@attrs.frozen(kw_only=True)
class Subject:
    """
    Who speaks, as the sentence has it.

    Attributes:
        place: The noun phrase; None where there is none.

        told: The outlet that was told; empty where none is named.

        is_dropped: Whether the verb takes up a subject that stands before it in the text.

        is_joined: Whether that is the subject of the clause before, in the same sentence.

        end: Where the phrase behind the verb ends, the subject or the outlet; the verb's end else.

        via: Who quotes the subject: "X quoted Y as saying"; None where nobody does.
    """

    place: Place | None = None
    via: Place | None = None
    told: str = ""
    is_dropped: bool = False
    is_joined: bool = False
    end: int

    @property
    def first(self) -> Place | None:
        """The first noun phrase of the clause: who quotes the subject, else the subject."""
        return self.place if self.via is None else self.via


class BehindVerbs(BesideVerbs):
    """Finds subjects behind their verbs in one sentence."""

    def told(self, first: int) -> tuple[str, int]:
        """Read the outlet that was told, where it follows at once or behind a time."""
        index = first
        while index < min(self._within.stop, first + _SKIPPED):
            word = self._words[index]
            place = index + 1 if word in self._small.prepositions else index
            end = outlet_phrase(self._syntax, place, self._within.stop)
            if end is not None and (place > index or self._small.omits_that):
                found = self._syntax.place(place, end)
                return found.of(self._syntax.body), found.end
            is_time = self._syntax.is_time(index) or (
                place > index and place < self._within.stop and self._syntax.is_time(place)
            )
            if not (is_time or word in self._small.adverbs or word == ","):
                break
            index += 1
        return "", self._syntax.tokens.ends[first - 1]

    def subject(self, cue: Cue, first: int) -> Subject | None:
        """
        Find the subject behind a verb, past what tells where and when it was said.

        Args:
            cue: The verb.

            first: The token behind it.

        Returns:
            The subject; None where none stands there.
        """
        is_free = not self._small.omits_that or self._follows_quotation(cue)
        if not is_free and not self.is_short_tail(first):
            return None
        told, index = "", first
        while index < min(self._within.stop, first + _SKIPPED):
            word = self._words[index]
            if word == "," and index == first and not self._leads(index + 1):
                return None
            if word == "," or self._may_stand_between(index) or self._is_manner(index):
                index += 1
            elif is_preposition(self._syntax, index):
                outlet = outlet_phrase(self._syntax, index + 1, self._within.stop)
                if outlet is not None and not told:
                    told = self._syntax.place(index + 1, outlet).of(self._syntax.body)
                index = self._edges.past_preposition(index, self._within.stop)
            else:
                break
        return self._inverted(index, told)

    def _is_manner(self, index: int) -> bool:
        """Whether a gerund stands alone between commas: "a spus, zâmbind, primarul"."""
        after = index + 1
        is_alone = after < self._within.stop and self._words[after] == ","
        return is_alone and self._words[index - 1] == "," and is_gerund(self._syntax, index)

    def _may_stand_between(self, index: int) -> bool:
        """Whether a word of time, an adverb or who was told stands between verb and subject."""
        word, small = self._words[index], self._small
        if word in small.addressees:
            return not small.omits_that
        if self._syntax.is_time(index) and self._words[index - 1].isdecimal():
            return True  # "5 mai", though "mai" alone begins an amount
        is_small = word in small.adverbs or self._syntax.is_time(index)
        return is_small and word not in small.quantifiers

    def _follows_quotation(self, cue: Cue) -> bool:
        """Whether a verb stands right behind a quotation: its subject is behind it."""
        if cue.frame is not Frame.QUOTE:
            return False
        first = self._syntax.tokens.within(cue).start
        while first > self._within.start:
            if self._syntax.is_quoted(first - 1):
                return True
            if self._syntax.is_word(first - 1):
                return False
            first -= 1
        return False

    def _leads(self, index: int) -> bool:
        """Whether words of time, place or manner begin here."""
        if index >= self._within.stop:
            return False
        is_lead = is_preposition(self._syntax, index) or self._syntax.is_time(index)
        is_lead = is_lead or self._is_manner(index)
        return is_lead or self._words[index] in self._small.adverbs

    def _inverted(self, index: int, told: str) -> Subject | None:
        if index >= self._within.stop or not self._can_speak(index):
            return None
        end = self._edges.end(index)
        place = self._edges.phrase(index, end)
        if place is None:
            return None
        told = told or self._told_behind(end)
        return Subject(place=place, told=told, end=place.end)

    def _told_behind(self, first: int) -> str:
        """Read the outlet that was told behind the subject: "said the mayor to X"."""
        is_phrase = first + 1 < self._within.stop
        if is_phrase and self._words[first] in self._small.prepositions:
            return self.told(first)[0]
        return ""

    def _can_speak(self, index: int) -> bool:
        """Whether a subject can begin here: a name, a known noun, a pronoun, no object."""
        word = self._words[index]
        if self._syntax.is_quoted(index) or not self._syntax.is_word(index):
            return False
        is_article = word in self._small.quantifiers and word != self._small.strong_that
        if self._edges.is_verb(index) or (self._syntax.opens_clause(index) and not is_article):
            return False
        if word.endswith(self._small.oblique) or word in self._small.addressees:
            return False
        return word in self._small.quantifiers or not is_gerund(self._syntax, index)

    def is_short_tail(self, first: int) -> bool:
        """Whether little enough follows for an inverted subject, and no other verb."""
        end = first
        while end < self._within.stop and self._words[end] not in ",.;":
            if self._edges.is_verb(end) or self._syntax.is_that(end):
                return False
            end += 1
        return self._small.omits_that and 0 < end - first <= _INVERTED

    def document(self, found: range, known: bool = False) -> Subject | None:
        """A document speaks behind a preposition: "se arată în comunicat"."""
        first = found.stop
        if first >= self._within.stop or self._words[first] not in self._small.prepositions:
            return None
        end = self._edges.end(first + 1) if first + 1 < self._within.stop else first
        if end <= first + 1:
            return None
        if known and not self._edges.names_document(first + 1, end):
            return None
        place = self._syntax.place(first + 1, end)
        return Subject(place=place, end=place.end)

    def source(self, cue: Cue, found: range) -> Subject:
        """
        Find whom a phrase without a verb names: "according to X".

        Args:
            cue: The phrase.

            found: Its tokens.
        """
        first = found.stop
        while (
            first < self._within.stop
            and self._words[first] in self._small.adverbs | self._small.firm_links
        ):
            first += 1
        end = self._edges.end(first) if first < self._within.stop else first
        if end <= first:
            return Subject(end=cue.end)
        if found.start == self._within.start and end >= self._within.stop - 1:
            # What is said must still follow, behind a comma.
            commas = (index for index in range(first, end) if self._words[index] == ",")
            end = next(commas, end)
        elif found.start > self._within.start:
            end = self._prolonged(end)
        place = self._syntax.place(first, end)
        return Subject(place=place, end=place.end)

    def _prolonged(self, end: int) -> int:
        """A participle at the end of a phrase brings the rest of the sentence with it."""
        last = self._words[end - 1]
        is_participle = last.rstrip("aei").endswith(self._small.participles)
        if end >= self._within.stop or not is_participle or self._syntax.is_capital(end - 1):
            return end
        begins = self._syntax.is_time(end) or self._words[end] in self._small.prepositions
        if not begins:
            return end
        stop = self._within.stop
        while stop > end and not self._syntax.is_word(stop - 1):
            stop -= 1
        later = (index for index in range(end, stop) if self._edges.is_cue(index))
        first = next(later, stop)
        while first > end and first < stop and not self._syntax.is_word(first - 1):
            first -= 1
        return first
