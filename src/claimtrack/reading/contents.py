"""Contents: what is said, given the words of attribution and the subject."""

from collections.abc import Sequence

import attrs

from claimtrack.reading.behind_verbs import Subject
from claimtrack.reading.cue_forms import telling
from claimtrack.reading.edges import Edges
from claimtrack.reading.endings import is_gerund
from claimtrack.reading.findings import Cue, Place, Quotation
from claimtrack.reading.groups import is_title, opens_sentence
from claimtrack.reading.kinds import CueKind, Frame
from claimtrack.reading.openings import opening_of, past_object
from claimtrack.reading.syntax import DASHES, Syntax

_OPENING = 24
"""Words between a cue and the word that opens its content: who was told, when, where. Ours."""

_SUBJECT = 3
"""Words of a subject that its verb's attribution parts from it: "The old bridge". Ours."""

_RELATIVE = "a relative clause may be the article's own words"


@attrs.frozen(kw_only=True)
class Content:
    """
    What is said.

    Attributes:
        places: Where it stands.

        is_direct: Whether it is a quotation.

        doubt: Why it is unsure that all of it is this speaker's; empty where it is sure.
    """

    places: tuple[Place, ...] = ()
    is_direct: bool = False
    doubt: str = ""


class Contents:
    """
    Finds what is said by the cues of one sentence.

    Args:
        syntax: The text.

        within: The tokens of the sentence.

        cues: Its cues in order.
    """

    def __init__(self, syntax: Syntax, within: range, cues: Sequence[Cue]) -> None:
        self._syntax = syntax
        self._words = syntax.words
        self._small = syntax.small
        self._within = within
        self._cues = [(syntax.tokens.within(cue), cue) for cue in cues]
        verbs = {index for found, _ in self._cues for index in found}
        self._edges = Edges(syntax, within, verbs)

    def of(self, cue: Cue, subject: Subject) -> Content:
        """
        Find what is said by a cue.

        Args:
            cue: One of the sentence's cues.

            subject: Who speaks by it.

        Returns:
            The content; empty where the sentence only hints at it.
        """
        found = self._syntax.tokens.within(cue)
        group = self._group(found, subject)
        if cue.frame is None:
            parts = self._around_phrase(group)
        elif cue.frame is Frame.THAT:
            parts = [self._opened(found, group, cue.lemma in telling(self._syntax.lexicon))]
        elif cue.frame is Frame.NP:
            parts = [range(found.stop, self._clause_end(found.stop, self._right_end(found.stop)))]
        else:
            parts = self._around_verb(group)
        quoted = self._quoted_whole(parts)
        if quoted:
            return Content(places=(*quoted, *self._continued(quoted[-1])), is_direct=True)
        places = tuple(place for part in parts if (place := self._trimmed(part)) is not None)
        places = self._from_quotation(places)
        doubt = _RELATIVE if any(self._has_relative(part) for part in parts) else ""
        more = (
            self._continued(Place(start=cue.start, end=self._end_of_sentence())) if places else ()
        )
        return Content(places=(*places, *more), doubt=doubt)

    def _group(self, found: range, subject: Subject) -> range:
        """Give the tokens of verb and subject together."""
        tokens = self._syntax.tokens
        first, last = found.start, tokens.within(Place(start=0, end=subject.end)).stop
        if subject.first is not None and subject.first.end <= tokens.starts[found.start]:
            named = tokens.within(subject.first)
            if not any(word in ";:" for word in self._words[named.stop : first]):
                first = named.start
        return range(first, max(last, found.stop))

    def _end_of_sentence(self) -> int:
        return self._syntax.tokens.ends[self._within.stop - 1]

    # ---------------------------------------------------------------- where it stands

    def _opened(self, found: range, group: range, tells: bool) -> range:
        """What follows the word that opens it; where the language leaves that out, the verb."""
        start = found.stop
        last = min(self._within.stop, max(group.stop, found.stop) + _OPENING)
        index = opening_of(self._syntax, range(found.stop, last), tells)
        if index is None:
            behind = range(start, self._within.stop)
            is_told = group.stop <= start
            start = past_object(self._syntax, behind, tells=tells) if is_told else group.stop
        else:
            is_strong = self._words[index] == self._small.strong_that
            is_strong = is_strong and not self._is_pronoun(index, self._within.stop)
            start = index + 1 if is_strong else index
        return range(start, self._right_end(start))

    def _around_phrase(self, group: range) -> list[range]:
        left = range(self._within.start, self._left_end(group.start))
        right = range(group.stop, self._right_end(group.stop))
        may_lead = self._size(right) or self._size(left) <= _SUBJECT  # else nothing more is said
        if self._size(left) < 2 or (may_lead and self._edges.is_lead(left.start, left.stop)):
            return [right]
        if self._syntax.opens_clause(left.stop - 1) and self._size(right):
            return [right]  # "where, according to X, it rained"
        return [left, right] if self._goes_on(group.stop) else [left]

    def _around_verb(self, group: range) -> list[range]:
        ahead = self._ahead(group.stop)
        left = range(self._within.start, self._left_end(group.start))
        is_quoted = self._syntax.is_quoted(left.start)
        is_led = self._edges.is_lead(left.start, left.stop) and not is_quoted
        is_led = is_led or (bool(left) and self._words[left.start] in self._small.asked)
        is_behind = bool(left) and not is_led and self._is_parted(group.start)
        left = self._quotation_alone(left) if is_behind else left
        if is_behind:
            if ahead is not None and is_title(self._syntax, group.stop, ahead.start):
                ahead = None
            is_parenthetical = ahead is not None or self._goes_on(group.stop)
            is_parenthetical = is_parenthetical or self._is_cut(left, group.stop)
            right = ahead or range(group.stop, self._right_end(group.stop))
            return [left, right] if is_parenthetical else [left]
        return [ahead or range(group.stop, self._right_end(group.stop))]

    def _is_parted(self, first: int) -> bool:
        """Whether a comma, a dash or a quotation's end stands before a verb and its subject."""
        if first <= self._within.start:
            return False
        before = first - 1
        word = self._words[before]
        return word in ",)" or word in DASHES or self._syntax.is_quoted(before)

    def _is_cut(self, left: range, first: int) -> bool:
        """Whether a sentence is cut behind its verb, or its subject: "The talks, he said, end"."""
        if first >= self._within.stop or self._words[first] not in ",–—" or not left:
            return False
        last = left.stop - 1
        if self._edges.is_verb(last) and not self._syntax.is_capital(last):
            return True
        after = first + 1
        is_subject = self._words[left.start] in self._small.determiners and len(left) <= _SUBJECT
        goes_on = after < self._within.stop and self._words[after] not in self._small.prepositions
        return is_subject and goes_on and not any(map(self._edges.is_verb, left))

    def _goes_on(self, first: int) -> bool:
        """Whether a sentence goes on behind what is put into it between commas."""
        if first >= self._within.stop or self._words[first] not in ",–—":
            return False
        after = first + 1
        if after >= self._within.stop or any(after in cue for cue, _ in self._cues):
            return False
        if self._words[after] in self._small.prepositions or self._syntax.is_time(after):
            return False
        if is_gerund(self._syntax, after) or self._words[after] in self._small.relatives:
            return False
        if self._words[after] in self._small.breaks and not self._syntax.is_that(after):
            return False
        end = self._right_end(after)
        has_verb = any(self._edges.is_verb(index) for index in range(after, end))
        return has_verb or self._syntax.is_quoted(after)

    def _ahead(self, first: int) -> range | None:
        """Give the quotation that follows, or what stands behind a colon."""
        for index in range(first, min(self._within.stop, first + _OPENING)):
            if self._syntax.is_quoted(index):
                return range(index, self._quotation_end(index))
            if self._words[index] == ":" and not self._syntax.is_tight(index):
                return range(index + 1, self._right_end(index + 1))
            if self._syntax.opens_clause(index):
                return None
        return None

    def _quotation_end(self, first: int) -> int:
        """Give where what a quotation begins ends: with its mark, where others speak behind it."""
        end = self._right_end(first)
        quotation = self._syntax.article.quotations[self._syntax.tokens.quoted[first]]
        stop = self._syntax.tokens.within(quotation).stop
        return stop if any(stop <= found.start < end for found, _ in self._cues) else end

    def _quotation_alone(self, left: range) -> range:
        """Keep to a quotation where somebody speaks before it: "X says no “We …,” he said"."""
        last = left.stop - 1
        if not self._syntax.is_quoted(last):
            return left
        quotation = self._syntax.article.quotations[self._syntax.tokens.quoted[last]]
        inside = self._syntax.tokens.within(quotation)
        speaks = any(left.start < found.start < inside.start for found, _ in self._cues)
        is_whole = speaks and opens_sentence(self._syntax, inside)
        return inside if is_whole else left

    def _left_end(self, first: int) -> int:
        while first > self._within.start and not (
            self._belongs(first - 1) or self._syntax.is_quoted(first - 1)
        ):
            first -= 1
        return first

    def _right_end(self, first: int) -> int:
        """Give where what is said ends: with the sentence, or before what is said of it."""
        for found, cue in self._cues:
            if found.start < first:
                continue
            end = self._border_before(found, cue, first)
            if end is not None:
                return end
        return self._within.stop

    def _clause_end(self, first: int, last: int) -> int:
        """Give where a noun phrase ends that a clause of its own follows: ", but the others"."""
        for index in range(first + 1, last - 2):
            after = index + 1
            joins = self._words[after] in self._small.breaks and not self._syntax.is_that(after)
            if self._words[index] != "," or not joins or self._syntax.is_quoted(index):
                continue
            if any(self._edges.is_verb(one) for one in range(after + 1, last)):
                return index
        return last

    def _border_before(self, found: range, cue: Cue, first: int) -> int | None:
        """Give where a later cue ends what is said before it; None where it is part of that."""
        words, small = self._words, self._small
        before = self._group_start(found.start, first)
        is_parted = before > first and (words[before - 1] == "," or words[before - 1] in DASHES)
        if cue.frame is None:
            return before if is_parted and self._ends_sentence(cue, found) else None
        quoted = self._quotation_behind(found, first)
        if quoted is not None:
            return quoted
        if before <= first:
            return first
        word = words[before - 1]
        if word in small.relatives:
            return before - 1 if words[before - 2] == "," else None
        if word in small.breaks:
            return before - 1
        if is_parted and (cue.frame is not Frame.THAT or is_gerund(self._syntax, found.start)):
            return before
        return self._clause_border(before, first)

    def _quotation_behind(self, found: range, first: int) -> int | None:
        """Give where a quotation begins that is another cue's, and a sentence of its own."""
        for index in range(found.start - 1, max(first, found.start - _OPENING), -1):
            if self._syntax.is_quoted(index):
                number = self._syntax.tokens.quoted[index]
                inside = self._syntax.tokens.within(self._syntax.article.quotations[number])
                is_later = inside.start > first and opens_sentence(self._syntax, inside)
                return inside.start if is_later else None
            if self._words[index] in ";:" or self._syntax.opens_clause(index):
                return None
        return None

    def _group_start(self, first: int, begin: int) -> int:
        """Give the first of the pronouns and adverbs before a verb."""
        words, small = self._words, self._small
        while first > begin and words[first - 1] not in small.breaks:
            if words[first - 1] not in small.clitics and words[first - 1] not in small.adverbs:
                break
            first -= 1
        return first

    def _ends_sentence(self, cue: Cue, found: range) -> bool:
        """Whether no clause follows a phrase: ", according to X," may stand within a content."""
        rest = range(found.stop, self._within.stop)
        is_carried = cue.kind is CueKind.VIA_OUTLET
        return is_carried or not any(self._edges.is_verb(index) for index in rest)

    def _clause_border(self, before: int, first: int) -> int | None:
        """Give where another clause begins, with a subject of its own: ", but the opposition"."""
        begin = self._edges.begin(before)
        if not first < begin - 1 < before - 1 or self._words[begin - 2] != ",":
            return None
        joins = self._words[begin - 1] in self._small.breaks
        return begin - 1 if joins and not self._syntax.is_that(begin - 1) else None

    # ---------------------------------------------------------------- cleaned

    def _belongs(self, index: int) -> bool:
        """Whether a token that something ends with is part of it: a word, 4.9%, 5 p.m."""
        if self._syntax.is_word(index) or self._words[index] in ")%€$£":
            return True
        before, last = index - 2, index - 1
        if before < 0 or self._words[index] != "." or not self._words[last].isalpha():
            return False
        return self._words[before] == "." and self._syntax.is_tight(before)

    def _size(self, part: range) -> int:
        return sum(self._syntax.is_word(index) for index in part)

    def _trimmed(self, part: range) -> Place | None:
        """Leave out signs at both ends, and the word that opens the content."""
        first, last = part.start, part.stop
        while first < last and not (self._syntax.is_word(first) or self._words[first] in "([€$£"):
            first += 1
        while last > first and not self._belongs(last - 1):
            last -= 1
        if (
            first < last
            and self._words[first] == self._small.strong_that
            and self._syntax.is_that(first)
            and not self._is_pronoun(first, last)
        ):
            first += 1
        while last > first and self._words[last - 1] in self._small.breaks:
            last -= 1
        return self._syntax.place(first, last) if first < last else None

    def _is_pronoun(self, first: int, last: int) -> bool:
        """Whether "that" is a subject itself: "he says that will help"."""
        after, small = first + 1, self._small
        return small.omits_that and after < last and self._words[after] in small.finite

    def _quoted_whole(self, parts: Sequence[range]) -> tuple[Place, ...]:
        """Give the insides of quotations, where nothing else is said."""
        tokens, found = self._syntax.tokens, []
        for part in parts:
            words = [index for index in part if self._syntax.is_word(index)]
            if not words or any(tokens.quoted[index] < 0 for index in words):
                return ()
            numbers = dict.fromkeys(tokens.quoted[index] for index in words)
            found += [self._inner(self._syntax.article.quotations[number]) for number in numbers]
        return tuple(found)

    def _inner(self, quotation: Quotation) -> Place:
        """Give the words of a quotation, without the comma before its closing mark."""
        inside = self._syntax.tokens.within(quotation.inner)
        first, last = inside.start, inside.stop
        while last > first and not self._syntax.is_word(last - 1):
            last -= 1
        return self._syntax.place(first, last) if first < last else quotation.inner

    def _from_quotation(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """A quotation that began in a sentence before is part of what is said."""
        if not places:
            return places
        quotation = self._syntax.article.quotation_at(places[0].start)
        if quotation is None or quotation.start >= places[0].start - 3:
            return places
        return (attrs.evolve(places[0], start=quotation.inner.start), *places[1:])

    def _continued(self, place: Place) -> tuple[Place, ...]:
        """Give the quotations that follow in sentences of their own, with no other speaker."""
        article, found = self._syntax.article, []
        sentence = article.sentence_at(max(place.end - 1, self._end_of_sentence() - 1))
        while sentence is not None and sentence.number < len(article.sentences):
            after = article.sentences[sentence.number]
            quotation = article.quotation_at(after.start)
            if quotation is None or after.paragraph != sentence.paragraph:
                break
            last = article.sentence_at(quotation.end - 1)
            if quotation.start < after.start or last is None or last.end > quotation.end:
                break
            found.append(self._inner(quotation))
            sentence = last
        return tuple(found)

    def _has_relative(self, part: range) -> bool:
        """Whether a relative clause with a verb of its own stands in it, behind a comma."""
        words, small = self._words, self._small
        for index in part:
            if (
                words[index] in small.relatives
                and index > part.start
                and not self._syntax.is_quoted(index)
            ):
                before = index - 1
                if words[before] in small.prepositions:
                    before -= 1
                if words[before] == ",":
                    return True
        return False
