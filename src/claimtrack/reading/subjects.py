"""Subjects: the noun phrase that names who speaks, given the words of attribution."""

from collections.abc import Sequence

import attrs

from claimtrack.reading.cue_forms import anonymity_of
from claimtrack.reading.edges import Edges
from claimtrack.reading.findings import Cue, Place
from claimtrack.reading.kinds import CueKind, Frame
from claimtrack.reading.outlets import outlet_phrase
from claimtrack.reading.syntax import DASHES, Syntax

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
    """

    place: Place | None = None
    told: str = ""
    is_dropped: bool = False
    is_joined: bool = False
    end: int


class Subjects:
    """
    Finds the subjects of the cues of one sentence.

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        cues: Its cues in order.
    """

    def __init__(self, syntax: Syntax, within: range, cues: Sequence[Cue]) -> None:
        verbs = {
            index
            for cue in cues
            if cue.frame is not None or cue.kind is not CueKind.VIA_OUTLET
            for index in syntax.tokens.within(cue)
        }
        self._syntax = syntax
        self._within = within
        self._words = syntax.words
        self._small = syntax.small
        self._edges = Edges(syntax, within, verbs)

    def of(self, cue: Cue) -> Subject:
        """
        Find who speaks by a cue.

        Args:
            cue: One of the sentence's cues.

        Returns:
            The noun phrase and the outlet that was told.
        """
        found = self._syntax.tokens.within(cue)
        if cue.frame is None:
            return self._behind_phrase(cue, found)
        told, after = self._told(found.stop)
        if self._words[found.start] == "se" or cue.kind is CueKind.DOCUMENTS:
            named = self._document(found)
            if named is not None:
                return named
        if self._is_gerund(found.start):
            return Subject(told=told, is_dropped=True, is_joined=True, end=after)
        first = self._syntax.verb_group(self._within.start, found.start)
        place = self._left(first)
        if self._is_border(first):
            is_left = cue.frame is Frame.THAT and not self._is_short_tail(found.stop)
            is_left = is_left or cue.frame is Frame.NP or self._is_bare(first, found.stop)
            comma = first - 1
            if comma > self._within.start and self._words[comma] == ",":
                is_closed = self._syntax.closes_relative(self._within.start, comma)
                is_left = is_left or (
                    is_closed and (cue.frame is not Frame.POST or not self._speaks(found.stop))
                )
            if place is not None and is_left:
                return Subject(place=place, told=told, end=after)
            behind = None if cue.frame is Frame.NP else self._right(cue, found.stop)
            if behind is not None:
                return behind
            if place is not None and self._words[comma] == "," and self._explains(comma):
                return Subject(place=place, told=told, end=after)
            if cue.frame is not Frame.THAT:
                document = self._document(found, known=True)
                return document or Subject(told=told, is_dropped=True, end=after)
        if place is not None:
            return Subject(place=place, told=told, end=after)
        if cue.frame is Frame.NP:
            return Subject(told=told, is_dropped=True, is_joined=True, end=after)
        is_joined = first > self._within.start and self._words[first - 1] in self._small.breaks
        if not is_joined and (not self._small.omits_that or cue.frame is not Frame.THAT):
            behind = self._right(cue, found.stop)
            if behind is not None:
                return behind
        is_dropped = is_joined or self._is_open(first)
        return Subject(told=told, is_dropped=is_dropped, is_joined=is_joined, end=after)

    def _is_open(self, first: int) -> bool:
        """Whether a verb can take up the subject of what stands before: at a start, or a comma."""
        if first <= self._within.start or self._syntax.is_quoted(first - 1):
            return True
        return self._words[first - 1] == "," or self._edges.is_lead(self._within.start, first)

    def _is_gerund(self, first: int) -> bool:
        """Whether a gerund goes on with the clause before it."""
        if not self._syntax.is_gerund(first) or first <= self._within.start:
            return False
        return self._words[first - 1] == "," or self._small.omits_that

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
            first = self._syntax.verb_group(self._within.start, index)
            place = self._left(first)
            if place is None:
                continue
            if self._words[first - 1] not in self._small.relatives:
                return place
            found = found or place
        return found

    def _is_bare(self, first: int, last: int) -> bool:
        """Whether no clause stands before a verb, so that it is nobody's content."""
        before = range(self._within.start, first)
        if self._small.omits_that:
            return not any(
                self._syntax.is_quoted(index) or self._edges.is_past(index) for index in before
            )
        if last < self._within.stop and self._edges.opens_phrase(last):
            return False
        if self._words[first - 1] != "," or not self._explains(first - 1):
            return False
        return not any(
            self._syntax.is_quoted(index)
            or self._edges.is_verb(index)
            or self._syntax.is_that(index)
            for index in before
        )

    def _explains(self, comma: int) -> bool:
        opening = self._comma_before(comma)
        return opening is not None and self._edges.explains(opening + 1)

    def _is_past_tense(self, index: int) -> bool:
        """Whether a participle is a past tense here: an object or a preposition follows it."""
        small, after = self._small, index + 1
        if not small.omits_that or not self._syntax.is_participle(index):
            return False
        if after >= self._within.stop or self._words[index - 1] in small.determiners:
            return False
        return self._words[after] in small.determiners or self._words[after] in small.quantifiers

    # ---------------------------------------------------------------- without a verb

    def _behind_phrase(self, cue: Cue, found: range) -> Subject:
        first = found.stop
        while first < self._within.stop and self._words[first] in self._small.adverbs | {"lui"}:
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

    def _document(self, found: range, known: bool = False) -> Subject | None:
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

    # ---------------------------------------------------------------- before the verb

    def _is_border(self, first: int) -> bool:
        """Whether a verb stands at a border: no subject can be before it without a comma."""
        if first <= self._within.start or self._syntax.is_quoted(first - 1):
            return True
        return self._words[first - 1] == "," or self._words[first - 1] in DASHES

    def _left(self, first: int) -> Place | None:
        end = self._without_time(first)
        if end <= self._within.start:
            return None
        if self._words[end - 1] == "," or self._words[end - 1] in DASHES:
            return self._with_apposition(end - 1)
        if self._words[end - 1] in self._small.relatives:
            return self._antecedent(end - 1)
        return self._phrase(self._edges.begin(end), end)

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
        if end > self._within.start and self._words[end - 1] == ",":
            end -= 1
        begin = self._edges.begin(end)
        if begin >= end:
            # Within what a preposition began, the name nearest to the verb.
            while begin > self._within.start and self._syntax.is_name_word(begin - 1):
                begin -= 1
            return self._syntax.place(begin, end) if begin < end else None
        return self._phrase(begin, end)

    def _with_apposition(self, comma: int) -> Place | None:
        """A name is explained between commas, before its verb."""
        opening = self._comma_before(comma)
        if opening is None and self._small.omits_that:
            return self._phrase(self._edges.begin(comma), comma)
        if opening is None:
            return None
        inside = opening + 1
        is_lead = self._is_lead(inside, comma)
        begin = self._edges.begin(opening)
        if begin >= opening:
            return None if is_lead else self._phrase(self._edges.begin(comma), comma)
        return self._phrase(begin, opening if is_lead else comma)

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
        if self._syntax.is_gerund(first) and not self._syntax.is_capital(first):
            return True
        return self._syntax.is_time(first) and all(
            self._syntax.is_time(index) or word in self._small.prepositions
            for index in range(first, last)
        )

    def _phrase(self, begin: int, end: int) -> Place | None:
        if begin >= end or begin < self._within.start:
            return None
        first = self._words[begin]
        words = [index for index in range(begin, end) if self._syntax.is_word(index)]
        if all(self._syntax.is_time(index) for index in words):
            return None
        is_oblique = not self._small.omits_that and first.endswith(self._small.oblique)
        if first in self._small.prepositions or is_oblique:
            return None
        return self._syntax.place(begin, end)

    # ---------------------------------------------------------------- behind the verb

    def _is_short_tail(self, first: int) -> bool:
        """Whether little enough follows for an inverted subject, and no other verb."""
        end = first
        while end < self._within.stop and self._words[end] not in ",.;":
            if self._edges.is_verb(end) or self._syntax.is_that(end):
                return False
            end += 1
        return self._small.omits_that and 0 < end - first <= _INVERTED

    def _told(self, first: int) -> tuple[str, int]:
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

    def _right(self, cue: Cue, first: int) -> Subject | None:
        is_free = not self._small.omits_that or self._follows_quotation(cue)
        if not is_free and not self._is_short_tail(first):
            return None
        told, index = "", first
        while index < min(self._within.stop, first + _SKIPPED):
            word = self._words[index]
            is_small = word in self._small.adverbs or self._syntax.is_time(index)
            if word == "," and index == first and not self._leads(index + 1):
                return None
            if word == "," or (is_small and word not in self._small.quantifiers):
                index += 1
            elif word in self._small.addressees and not self._small.omits_that:
                index += 1
            elif self._syntax.is_preposition(index):
                outlet = outlet_phrase(self._syntax, index + 1, self._within.stop)
                if outlet is not None and not told:
                    told = self._syntax.place(index + 1, outlet).of(self._syntax.body)
                index = self._edges.past_preposition(index, self._within.stop)
            else:
                break
        return self._inverted(cue, index, told)

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
        is_lead = self._syntax.is_preposition(index) or self._syntax.is_time(index)
        return is_lead or self._words[index] in self._small.adverbs

    def _speaks(self, index: int) -> bool:
        return index < self._within.stop and self._edges.opens_phrase(index)

    def _inverted(self, cue: Cue, index: int, told: str) -> Subject | None:
        if index >= self._within.stop or not self._can_speak(index):
            return None
        end = self._edges.end(index)
        place = self._phrase(index, end)
        if place is None:
            return None
        if not told:
            told, _ = self._told_behind(end)
        return Subject(place=place, told=told, end=place.end)

    def _told_behind(self, first: int) -> tuple[str, int]:
        index = first
        if index + 1 < self._within.stop and self._words[index] in self._small.prepositions:
            return self._told(index)
        return "", first

    def _can_speak(self, index: int) -> bool:
        """Whether a subject can begin here: a name, a known noun, a pronoun, no object."""
        word = self._words[index]
        if self._syntax.is_quoted(index) or not self._syntax.is_word(index):
            return False
        if self._syntax.opens_clause(index) or self._edges.is_verb(index):
            return False
        if word.endswith(self._small.oblique) or word in self._small.addressees:
            return False
        return word in self._small.quantifiers or not self._syntax.is_gerund(index)
