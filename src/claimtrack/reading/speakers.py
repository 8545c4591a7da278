"""Speakers: who the words name, over all of their mentions in one text."""

from bisect import bisect_left, insort
from functools import cache

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.described import Description
from claimtrack.reading.describing import Describer
from claimtrack.reading.findings import Mention, Place, Speaker
from claimtrack.reading.groups import halves
from claimtrack.reading.kinds import SpeakerKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.names import Names
from claimtrack.reading.syntax import Syntax
from claimtrack.reading.tokens import words_in

_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.OFFICE, SpeakerKind.ANONYMOUS})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.OUTLET})
_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.ORGANISATIONS})
_SEVERAL = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATIONS, SpeakerKind.PUBLIC})
_LOOKED_BACK = 100
"""Mentions before a phrase among which its speaker is looked for. Ours."""

_STEM = 5
"""Letters by which two forms of a noun are one. Ours."""


@cache
def _anaphors(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(lexicon.folder.fold, lexicon.tables.grammar.anaphors))


@cache
def _lone(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(lexicon.folder.fold, lexicon.tables.roles.lone))


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
        self._fold = article.lexicon.folder.fold
        self._describer = Describer(syntax, Names(syntax))
        self._things = syntax.small.things
        self._small_words = syntax.small.definite | syntax.small.determiners
        self._anaphors = _anaphors(article.lexicon)
        self._lone = _lone(article.lexicon)
        self.speakers: list[Speaker] = []
        self.mentions: list[Mention] = []
        self._heads: list[set[str]] = []
        self._order: list[tuple[int, int]] = []
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
        index, form = self._before(found, place.start)
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
        insort(self._order, (place.start, index))
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

    def latest(self, before: int) -> int | None:
        """
        Give the speaker that was named last before a place; None where there is none.

        Args:
            before: The place.
        """
        return next(iter(self._by_nearness(before)), None)

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
        self._heads.append(self._words(f"{found.words} {found.name}") | {found.head})
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
        if not found.is_pronoun:
            self._heads[index] |= self._words(found.words)

    def _words(self, text: str) -> set[str]:
        return set(words_in(self._fold(text)))

    # ---------------------------------------------------------------- named before

    def _by_nearness(self, before: int) -> list[int]:
        """List the speakers, the one that was named last before a place first."""
        last = bisect_left(self._order, (before,))
        recent = self._order[max(0, last - _LOOKED_BACK) : last]
        return list(dict.fromkeys(index for _, index in reversed(recent)))

    def _before(self, found: Description, start: int) -> tuple[int | None, str]:
        if found.is_other and not found.name:
            return None, "full"
        near = self._by_nearness(start)
        if found.is_pronoun:
            return self._pronoun(found, near), "anaphor"
        if found.name:
            return self._named(found, near)
        if found.is_definite:
            return self._definite(found, near), "anaphor"
        return None, "full"

    def _pronoun(self, found: Description, near: list[int]) -> int | None:
        speakers = self.speakers
        if found.count is not None:
            fitting = [index for index in near if speakers[index].kind in _SEVERAL]
            fitting = [index for index in fitting if speakers[index].count is not None]
            bodies = [index for index in near if speakers[index].kind in _BODIES]
            return next(iter([*fitting, *bodies]), None)
        people = [
            index
            for index in near
            if speakers[index].kind in _PEOPLE and speakers[index].count is None
        ]
        outlets = SpeakerKind.OUTLET if found.head not in self._things else SpeakerKind.SELF
        bodies = [
            index
            for index in near
            if index not in people
            and speakers[index].count is None
            and speakers[index].kind is not outlets
        ]
        if found.head in self._things:
            return next(iter([*bodies, *people]), None)
        # Where things have a pronoun of their own, the others name people alone.
        return next(iter(people if self._things else [*people, *bodies]), None)

    def _named(self, found: Description, near: list[int]) -> tuple[int | None, str]:
        """Find the speaker of the same name: of the same last name where it is a person."""
        name = words_in(self._fold(found.name))
        is_same = self._is_same_person if found.kind is SpeakerKind.PERSON else self._is_same_body
        same = next((index for index in near if is_same(name, index)), None)
        if same is not None:
            return same, "short"
        return self._by_office(found, near), "full"

    def _by_office(self, found: Description, near: list[int]) -> int | None:
        """A name may be given to who was told of before by the office alone."""
        if found.kind is not SpeakerKind.PERSON or not found.head:
            return None
        return next(
            (
                index
                for index in near
                if self.speakers[index].kind is SpeakerKind.OFFICE
                and self.speakers[index].affiliation == found.affiliation
                and self._shares_head(found.head, index)
                and self._is_same_office(found.role, index)
            ),
            None,
        )

    def _is_same_office(self, role: str, index: int) -> bool:
        """Whether one of two offices says no more than the other: no two ministries are one."""
        words = self._words(role) - self._small_words
        old = self._words(self.speakers[index].role) - self._small_words
        return not words or words <= old or old <= words

    def _is_same_person(self, name: tuple[str, ...], index: int) -> bool:
        old = self.speakers[index]
        other = words_in(self._fold(old.name))
        if old.kind is not SpeakerKind.PERSON or other[-1:] != name[-1:]:
            return False
        return other == name or 1 in (len(other), len(name))

    def _is_same_body(self, name: tuple[str, ...], index: int) -> bool:
        old = words_in(self._fold(self.speakers[index].name))
        if self.speakers[index].kind not in _BODIES:
            return False
        if not old or old == name:
            return old == name
        shorter, longer = sorted((old, name), key=len)
        return len(shorter) == 1 and len(shorter[0]) > 1 and "(" in longer and shorter[0] in longer

    def _definite(self, found: Description, near: list[int]) -> int | None:
        fitting = [
            index
            for index in near
            if self._fits(found, self.speakers[index]) and self._shares_names(found, index)
        ]
        same = (index for index in fitting if self._shares_head(found.head, index))
        general = (index for index in fitting if self._is_general(found, self.speakers[index]))
        return next(same, next(general, None))

    def _fits(self, found: Description, old: Speaker) -> bool:
        """Whether kind and number allow that two phrases name the same."""
        if found.kind in (SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATIONS):
            return old.kind is found.kind
        if found.kind in _BODIES:
            return old.kind in _BODIES
        if found.kind in _PEOPLE:
            is_several = found.count is not None
            return old.kind in _PEOPLE and is_several == (old.count is not None)
        return old.kind is found.kind

    def _shares_names(self, found: Description, index: int) -> bool:
        return found.names <= self._heads[index]

    def _shares_head(self, head: str, index: int) -> bool:
        stem = head[:_STEM]
        return bool(stem) and any(word[:_STEM] == stem for word in self._heads[index])

    def _is_general(self, found: Description, old: Speaker) -> bool:
        """Whether a phrase is so general that it can name anybody of its kind: "the company"."""
        if not found.is_bare:
            return False
        if found.kind in _BODIES:
            return bool(old.name) and found.head not in self._lone
        is_anaphor = self._fold(found.words) in self._anaphors
        return is_anaphor and found.kind is SpeakerKind.ANONYMOUS is old.kind
