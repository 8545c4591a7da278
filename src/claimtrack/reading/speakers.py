"""Speakers: who the words name, over all of their mentions in one text."""

import attrs

from claimtrack.reading.antecedents import Antecedents
from claimtrack.reading.article import Article
from claimtrack.reading.described import Description
from claimtrack.reading.describing import Describer
from claimtrack.reading.findings import Mention, Place, Speaker
from claimtrack.reading.groups import halves
from claimtrack.reading.kinds import SpeakerKind
from claimtrack.reading.names import Names
from claimtrack.reading.syntax import Syntax

_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.ORGANISATIONS})


class Cast:
    """
    The speakers of one article, collected in the order of the text.

    Attributes:
        speakers: Each once.

        mentions: Every place where one is named, in the order in which they were asked for.

    Args:
        article: The text they speak in.
    """

    def __init__(self, article: Article) -> None:
        self._syntax = syntax = Syntax(article)
        self._describer = Describer(syntax, Names(syntax))
        self.speakers: list[Speaker] = []
        self.mentions: list[Mention] = []
        self._antecedents = Antecedents(syntax, self.speakers)
        self._known: dict[tuple[int, int], Mention] = {}

    def mention(self, place: Place, kind: SpeakerKind = SpeakerKind.UNKNOWN) -> Mention:
        """
        Take the words at a place as a speaker: a new one, or one that was named before.

        Args:
            place: The noun phrase that names it.

            kind: What kind a name must be of, where the words around it tell.

        Returns:
            The mention, with the index of its speaker; the same for the same place.
        """
        known = self._known.get((place.start, place.end))
        if known is not None:
            return known
        found = self._describer.describe(place)
        if kind is not SpeakerKind.UNKNOWN and found.kind in _NAMED:
            found = attrs.evolve(found, kind=kind, name=found.name or found.words)
        index, form = self._antecedents.find(found, place.start)
        if index is None:
            index, form = self._add(found), "full"
            self._add_full_name(place, found, index)
        else:
            self._learn(index, found)
        mention = Mention(
            start=place.start, end=place.end, rule=f"speakers.{form}", speaker=index, form=form
        )
        self.mentions.append(mention)
        self._known[place.start, place.end] = mention
        self._antecedents.note(mention)
        return mention

    def parted(self, place: Place) -> tuple[Place, ...]:
        """
        Part the words for two people who speak together: "Ann Lee and Tom Brown".

        Args:
            place: The noun phrase that names who speaks.

        Returns:
            Where each is named; the place alone where it names one, as an office and a name do:
            "the founder and director Ann Lee".
        """
        both = halves(self._syntax, place)
        kinds = {self._describer.describe(one).kind for one in both}
        is_named = any(map(self._syntax.is_name_word, self._syntax.tokens.within(place)[1:]))
        alike = {SpeakerKind.PERSON} if is_named else {SpeakerKind.OFFICE}
        return both if kinds == alike else (place,)

    def introduce(self, within: range) -> bool:
        """
        Take in the person who is a sentence's subject, though nothing is attributed by it.

        Args:
            within: The tokens of the sentence.

        Returns:
            Whether it has one.
        """
        place = self._describer.opening_person(within)
        if place is None:
            return False
        self.mention(place)
        return True

    def tell(self, index: int, outlet: str) -> None:
        """
        Note which outlet a speaker told, unless one is known.

        Args:
            index: The speaker.

            outlet: The outlet's name.
        """
        if outlet and not self.speakers[index].told:
            self.speakers[index] = attrs.evolve(self.speakers[index], told=outlet)

    def is_open(self, mention: Mention) -> bool:
        """Whether it is open who is meant: a pronoun that points to nobody named before."""
        return self.speakers[mention.speaker].kind is SpeakerKind.UNKNOWN

    def latest(self, before: int) -> int | None:
        """
        Give the speaker that was named last before a place; None where there is none.

        Args:
            before: The place.
        """
        return next(iter(self._antecedents.by_nearness(before)), None)

    # ---------------------------------------------------------------- new ones

    def _add(self, found: Description) -> int:
        is_named = bool(found.name)
        self.speakers.append(
            Speaker(
                kind=found.kind,
                name=found.name,
                description="" if is_named else found.words,
                role=found.role or (found.words if found.kind is SpeakerKind.OFFICE else ""),
                count=found.count,
                knowledge=found.knowledge,
                anonymity=found.anonymity,
                affiliation=found.affiliation,
            )
        )
        self._antecedents.learn(len(self.speakers) - 1, found)
        return len(self.speakers) - 1

    def _add_full_name(self, place: Place, found: Description, index: int) -> None:
        """Note where the full name stands by which a short one was completed."""
        where = found.full_name
        if where is None or place.meets(where) or (where.start, where.end) in self._known:
            return
        mention = Mention(
            start=where.start, end=where.end, rule="speakers.full", speaker=index, form="full"
        )
        self.mentions.append(mention)
        self._known[where.start, where.end] = mention

    def _learn(self, index: int, found: Description) -> None:
        """Take in what a later mention says of a speaker that was named before."""
        old = self.speakers[index]
        is_longer = len(found.name.split()) > len(old.name.split())
        self.speakers[index] = attrs.evolve(
            old,
            name=found.name if is_longer else old.name,
            description="" if found.name and is_longer else old.description,
            kind=found.kind if found.kind is SpeakerKind.PERSON else old.kind,
            role=old.role or found.role,
            knowledge=old.knowledge or found.knowledge,
            anonymity=old.anonymity or found.anonymity,
            affiliation=old.affiliation or found.affiliation,
        )
        self._antecedents.learn(index, found)
