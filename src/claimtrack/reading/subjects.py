"""Subjects: the noun phrase that names who speaks, given the words of attribution."""

from collections.abc import Sequence

from claimtrack.reading.before_verbs import BeforeVerbs
from claimtrack.reading.behind_verbs import BehindVerbs, Subject
from claimtrack.reading.citing import quoting_before
from claimtrack.reading.cue_forms import with_object
from claimtrack.reading.edges import Edges
from claimtrack.reading.endings import is_gerund
from claimtrack.reading.findings import Cue, Place
from claimtrack.reading.groups import closes_relative, is_quoted_name, verb_group
from claimtrack.reading.kinds import CueKind, Frame
from claimtrack.reading.lead_ins import tells_as
from claimtrack.reading.syntax import DASHES, Syntax


class Subjects:
    """
    Finds the subjects of the cues of one sentence.

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        cues: Its cues in order.
    """

    def __init__(self, syntax: Syntax, within: range, cues: Sequence[Cue]) -> None:
        # "a grower quoted by X" is one phrase: who carries his words is no border within it.
        verbs = {
            index
            for cue in cues
            if cue.frame is not None
            or cue.kind is not CueKind.VIA_OUTLET
            or syntax.words[syntax.tokens.within(cue).start - 1] == ","
            for index in syntax.tokens.within(cue)
        }
        self._syntax = syntax
        self._within = within
        self._words = syntax.words
        self._small = syntax.small
        self._edges = Edges(syntax, within, verbs)
        self._before = BeforeVerbs(self._edges)
        self._behind = BehindVerbs(self._edges)

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
            return self._behind.source(cue, found)
        if self._words[found.start] == ":":
            return Subject(place=self._before.label(found.start), end=cue.end)
        document = self._speaking_document(cue, found)
        if document is not None:
            return document
        comma = tells_as(self._syntax, self._within, found)
        if comma is not None and cue.frame is Frame.POST:
            return self._as_told(cue, found, comma)
        told, end = self._behind.told(found.stop)
        if self._is_gerund(found.start):
            quoted = self._quoted(found, told, end)
            return quoted or Subject(told=told, is_dropped=True, is_joined=True, end=end)
        first = verb_group(self._syntax, self._within.start, found.start)
        place = self._before.subject(first)
        if self._is_border(first):
            subject = self._at_border(cue, found, first, place)
            if subject is not None:
                return subject
        if place is not None:
            return Subject(place=place, told=told, end=end)
        if cue.frame is Frame.NP:
            return Subject(told=told, is_dropped=True, is_joined=True, end=end)
        is_joined = first > self._within.start and self._words[first - 1] in self._small.breaks
        if not is_joined and (not self._small.omits_that or cue.frame is not Frame.THAT):
            behind = self._behind.subject(cue, found.stop)
            if behind is not None:
                return behind
        is_dropped = is_joined or self._is_open(first)
        return Subject(told=told, is_dropped=is_dropped, is_joined=is_joined, end=end)

    def _quoted(self, found: range, told: str, end: int) -> Subject | None:
        """Give whom somebody quotes: "X quoted Y as saying", "Y was quoted by X as saying"."""
        verb = quoting_before(self._syntax, self._within, found.start)
        if verb is None:
            return None
        is_passive = verb > self._within.start and self._words[verb - 1] in self._small.passives
        first = verb_group(self._syntax, self._within.start, verb - is_passive)
        before, last = self._before.subject(first), found.start - 1  # without "as"
        if not is_passive:
            place = self._edges.phrase(verb + 1, last)
            return None if place is None else Subject(place=place, told=told, end=end, via=before)
        is_by = self._words[verb + 1] in self._small.agents
        via = self._edges.phrase(verb + 2, last) if is_by else None
        return None if before is None else Subject(place=before, told=told, end=end, via=via)

    def _as_told(self, cue: Cue, found: range, comma: int) -> Subject:
        """Give the subject of "As X announced, …", on either side of its verb."""
        end = self._syntax.tokens.ends[comma - 1]
        first = verb_group(self._syntax, self._within.start, found.start)
        place = None
        if self._small.omits_that:
            place = self._before.subject(first)
        else:
            behind = self._behind.subject(cue, found.stop)
            if behind is not None and behind.place is not None:
                start = behind.place.start
                place = Place(start=start, end=min(behind.place.end, end)) if start < end else None
        return Subject(place=place, is_dropped=place is None, end=end)

    def clause_before(self, before: int) -> Place | None:
        """
        Give the subject of the clause before, which a verb without one takes up.

        Args:
            before: The token before which the clause stands.
        """
        return self._before.clause_before(before)

    def _at_border(self, cue: Cue, found: range, first: int, place: Place | None) -> Subject | None:
        """Choose for a verb behind a comma, a dash or a quotation: before it, or behind it."""
        told, end = self._behind.told(found.stop)
        if place is not None and self._stands_before(cue, found, first):
            return Subject(place=place, told=told, end=end)
        behind = None if cue.frame is Frame.NP else self._behind.subject(cue, found.stop)
        if behind is not None:
            return behind
        is_explained = self._words[first - 1] == "," and self._before.explains(first - 1)
        if place is not None and is_explained:
            return Subject(place=place, told=told, end=end)
        if cue.frame is Frame.THAT:
            return None
        document = self._behind.document(found, known=True)
        return document or Subject(told=told, is_dropped=True, end=end)

    def _stands_before(self, cue: Cue, found: range, first: int) -> bool:
        """Whether the subject stands before the comma, with something between the two."""
        if cue.frame is Frame.NP or self._before.is_bare(first, found.stop):
            return True
        if cue.frame is Frame.THAT and not self._behind.is_short_tail(found.stop):
            return True
        comma = first - 1
        if comma > self._within.start and self._words[comma] in DASHES:
            return self._before.has_pair(comma)
        if comma <= self._within.start or self._words[comma] != ",":
            return False
        after = self._past_time(found.stop)
        speaks = after < self._within.stop and self._edges.opens_phrase(after)
        has_object = cue.lemma in with_object(self._syntax.lexicon) and self._is_noun(found.stop)
        if has_object and not speaks:
            return True
        is_closed = closes_relative(self._syntax, self._within.start, comma)
        return is_closed and not (cue.frame is Frame.POST and speaks)

    def _past_time(self, index: int) -> int:
        """Skip the time between a verb and a subject behind it: ", a avertizat joi, 5 mai, X"."""
        if self._small.omits_that:
            return index
        while index < self._within.stop and (
            self._syntax.is_time(index)
            or self._words[index] == ","
            or self._words[index].isdecimal()
        ):
            index += 1
        return index

    def _is_noun(self, index: int) -> bool:
        """Whether a word behind a verb is no small word, so that it may be its object."""
        if index >= self._within.stop or not self._syntax.is_word(index):
            return False
        small, word = self._small, self._words[index]
        is_small = word in small.prepositions or word in small.adverbs or word in small.determiners
        return not is_small and not self._syntax.is_time(index)

    def _speaking_document(self, cue: Cue, found: range) -> Subject | None:
        is_impersonal = self._words[found.start] in self._small.impersonal
        if is_impersonal or cue.kind is CueKind.DOCUMENTS:
            return self._behind.document(found)
        return None

    def _is_open(self, first: int) -> bool:
        """Whether a verb can take up the subject of what stands before: at a start, or a comma."""
        if first <= self._within.start:
            return True
        if self._syntax.is_quoted(first - 1):
            return not is_quoted_name(self._syntax, self._within.start, first - 1)
        return self._words[first - 1] == "," or self._edges.is_lead(self._within.start, first)

    def _is_gerund(self, first: int) -> bool:
        """Whether a gerund goes on with the clause before it."""
        if not is_gerund(self._syntax, first) or first <= self._within.start:
            return False
        return self._words[first - 1] == "," or self._small.omits_that

    def _is_border(self, first: int) -> bool:
        """Whether a verb stands at a border: no subject can be before it without a comma."""
        if first <= self._within.start:
            return True
        if self._syntax.is_quoted(first - 1):
            return not is_quoted_name(self._syntax, self._within.start, first - 1)
        return self._words[first - 1] == "," or self._words[first - 1] in DASHES
