"""Attributions: who says what, by which words."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.behind_verbs import Subject
from claimtrack.reading.citing import rest_on_cited
from claimtrack.reading.contents import Contents
from claimtrack.reading.findings import Attribution, Cue, Mention, Place
from claimtrack.reading.kinds import CueKind, SpeakerKind
from claimtrack.reading.speakers import Cast
from claimtrack.reading.subjects import Subjects
from claimtrack.reading.syntax import Syntax


def attribute(article: Article, cues: Iterable[Cue], cast: Cast) -> tuple[Attribution, ...]:
    """
    Say who says what.

    A cue that is denied attributes nothing: who did not say something is no source of it.

    Args:
        article: The text.

        cues: Its cues in order, as `find_cues` gives them.

        cast: Takes the speakers.

    Returns:
        An attribution for each cue, in their order.
    """
    syntax = Syntax(article)
    reader = _Attributing(syntax, cast)
    for number, group in groupby(cues, key=lambda cue: cue.sentence):
        reader.read(number, list(group))
    return tuple(reader.found)


_BACK = 2
"""Sentences before a pronoun whose subject it may take up. Ours."""


class _Attributing:
    """Reads sentence by sentence, and remembers who spoke last."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self.found: list[Attribution] = []
        self._syntax = syntax
        self._cast = cast
        self._denied: Mention | None = None

    def read(self, number: int, cues: list[Cue]) -> None:
        """Read one sentence."""
        sentence = self._syntax.article.sentences[number - 1]
        within = self._syntax.span(sentence)
        subjects = Subjects(self._syntax, within, cues)
        contents = Contents(self._syntax, within, cues)
        own: list[Attribution] = []
        self._denied = None
        for cue in cues:
            subject = subjects.of(cue)
            if cue.is_negated:
                self._denied = None if subject.place is None else self._cast.mention(subject.place)
                continue
            mention, speaker = self._who(cue, subject, subjects, own)
            if speaker is not None and self._cast.speakers[speaker].kind is SpeakerKind.SELF:
                continue
            if subject.place is not None and self._is_nobody(subject.place):
                continue
            content = contents.of(cue, subject)
            via = None if subject.via is None else self._cast.mention(subject.via).speaker
            if speaker is not None:
                self._cast.tell(speaker, subject.told)
            own.append(
                Attribution(
                    cue=self._as_of_document(cue, speaker),
                    mention=mention,
                    speaker=speaker,
                    with_speakers=tuple(self._beside(subject)),
                    content=content.places,
                    told=subject.told,
                    relayed_by=() if via is None else (via,),
                    is_direct=content.is_direct,
                    is_ambiguous=bool(content.doubt),
                    why_ambiguous=content.doubt,
                )
            )
        own = rest_on_cited(own, self._cast.speakers, sentence, self._syntax.body)
        self.found += self._related(own)

    def _who(
        self, cue: Cue, subject: Subject, subjects: Subjects, own: list[Attribution]
    ) -> tuple[Mention | None, int | None]:
        if subject.place is not None:
            self._introduce(cue, subject.place)
            is_via = cue.kind is CueKind.VIA_OUTLET
            first, *_ = self._cast.parted(subject.place)
            mention = self._cast.mention(
                first, kind=SpeakerKind.OUTLET if is_via else SpeakerKind.UNKNOWN
            )
            return mention, mention.speaker
        if not subject.is_dropped:
            return None, None
        taken_up = self._taken_up(cue, subjects, own) if subject.is_joined else None
        if taken_up is not None:
            return taken_up, taken_up.speaker
        before = [*self.found, *own]
        return None, before[-1].speaker if before else None

    def _beside(self, subject: Subject) -> Iterator[int]:
        """Give those who speak together with the first: "Ann Lee and Tom Brown said"."""
        parts = () if subject.place is None else self._cast.parted(subject.place)[1:]
        return (self._cast.mention(part).speaker for part in parts)

    def _introduce(self, cue: Cue, place: Place) -> None:
        """Take in whom the sentences before have as their subject, where a pronoun takes it up."""
        words = self._syntax.words
        inside = self._syntax.tokens.within(place)
        small = self._syntax.small
        if len(inside) != 1 or words[inside.start] not in small.singular - small.things:
            return
        told = self.found[-1].cue.sentence if self.found else 0
        for number in range(cue.sentence - 1, max(told, cue.sentence - 1 - _BACK), -1):
            within = self._syntax.span(self._syntax.article.sentences[number - 1])
            if self._cast.introduce(within):
                return

    def _as_of_document(self, cue: Cue, speaker: int | None) -> Cue:
        """What a paper says is told by it as a document, whatever the verb."""
        is_document = speaker is not None and (
            self._cast.speakers[speaker].kind is SpeakerKind.DOCUMENT
        )
        if is_document and cue.kind is CueKind.SAID:
            return attrs.evolve(cue, kind=CueKind.DOCUMENTS)
        return cue

    def _is_nobody(self, place: Place) -> bool:
        """Whether a phrase names nobody: "no one", "neither"."""
        first = self._syntax.tokens.within(place).start
        return self._syntax.words[first] in self._syntax.small.nobody

    def _taken_up(self, cue: Cue, subjects: Subjects, own: list[Attribution]) -> Mention | None:
        """Give the mention that a dropped subject takes up within its sentence."""
        for before in reversed(own):
            if before.mention is None or before.cue.kind is CueKind.VIA_OUTLET:
                continue
            first = self._syntax.tokens.within(before.mention).start
            if self._syntax.words[first - 1] not in self._syntax.small.relatives:
                return before.mention
        if self._denied is not None:
            return self._denied
        place = subjects.clause_before(self._syntax.tokens.within(cue).start)
        return None if place is None else self._cast.mention(place)

    def _related(self, own: list[Attribution]) -> list[Attribution]:
        """Say who passes on whose words: one in whose words another's verb stands."""
        return [self._relayed(one, own) for one in own]

    def _relayed(self, one: Attribution, own: list[Attribution]) -> Attribution:
        around = [
            other
            for other in own
            if other.speaker not in (None, one.speaker)
            and any(place.holds(one.cue) for place in other.content)
        ]
        if not around and not one.relayed_by:
            return one
        around.sort(key=lambda other: sum(place.end - place.start for place in other.content))
        passing = (*one.relayed_by, *(other.speaker for other in around))
        speakers = dict.fromkeys(speaker for speaker in passing if speaker is not None)
        outlets = (self._cast.speakers[index] for index in speakers)
        told = one.told or next(
            (outlet.name for outlet in outlets if outlet.kind is SpeakerKind.OUTLET), ""
        )
        return attrs.evolve(one, relayed_by=tuple(speakers), told=told)
