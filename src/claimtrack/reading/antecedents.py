"""Antecedents: who was named before that a noun phrase points back to."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrack.reading.described import Description
from claimtrack.reading.findings import Mention, Speaker
from claimtrack.reading.heads import heads_of
from claimtrack.reading.kinds import Gender, SpeakerKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.syntax import Syntax
from claimtrack.reading.tokens import words_in

_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.OFFICE, SpeakerKind.ANONYMOUS})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.OUTLET})
_SEVERAL = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATIONS, SpeakerKind.PUBLIC})

_LOOKED_BACK = 100
"""Mentions before a phrase among which its speaker is looked for. Ours."""

_STEM = 5
"""Letters by which two forms of a noun are one. Ours."""

_ARTICLE = 3
"""Words before a noun within which its article stands: "a small Danish company". Ours."""


@cache
def _anaphors(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(lexicon.folder.fold, lexicon.tables.grammar.anaphors))


@cache
def _metonyms(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(lexicon.folder.fold, lexicon.tables.roles.metonyms))


class Antecedents:
    """
    Finds whom phrases point back to, among the speakers of one text.

    Args:
        syntax: The text.

        speakers: The speakers so far; grows, and changes, as the text is read.
    """

    def __init__(self, syntax: Syntax, speakers: Sequence[Speaker]) -> None:
        self._syntax = syntax
        self._speakers = speakers
        self._fold = syntax.lexicon.folder.fold
        self._heads = heads_of(syntax.lexicon)
        self._anaphors = _anaphors(syntax.lexicon)
        self._metonyms = _metonyms(syntax.lexicon)
        self._small_words = syntax.small.definite | syntax.small.determiners
        # By speaker: the words about it, and of these the nouns that say what it is.
        self._words: list[set[str]] = []
        self._nouns: list[set[str]] = []
        self._genders: list[Gender | None] = []
        self._order: list[tuple[int, int, int]] = []

    def learn(self, index: int, found: Description) -> None:
        """Take in the words of a mention of a speaker, a new one or one named before."""
        if index == len(self._words):
            self._words.append(self._words_of(found.name))
            self._nouns.append(set())
            self._genders.append(None)
        self._genders[index] = self._genders[index] or found.gender
        if not found.is_pronoun:
            self._words[index] |= self._words_of(found.words)
            self._nouns[index] |= found.nouns

    def note(self, mention: Mention) -> None:
        """Note where a speaker is mentioned."""
        insort(self._order, (mention.start, mention.speaker, mention.end))

    def by_nearness(self, before: int) -> list[int]:
        """List the speakers, the one that was named last before a place first."""
        return list(dict.fromkeys(index for index, _ in self._recent(before)))

    def find(self, found: Description, start: int) -> tuple[int | None, str]:
        """
        Find whom a phrase points back to.

        Args:
            found: What the phrase says.

            start: Where it begins.

        Returns:
            The speaker, None where it is a new one; and the form of the mention.
        """
        again = self._at(start)
        if again is not None and not found.name and self._speakers[again].kind is found.kind:
            return again, "full"  # a longer reach of words met before
        if found.is_other and not found.name:
            return None, "full"
        near = self.by_nearness(start)
        if found.is_part:
            return self._whole(found, near), "anaphor"
        if found.is_pronoun:
            return self._pronoun(found, near), "anaphor"
        if found.name:
            return self._named(found, near if again is None else [again, *near])
        if found.is_definite:
            return self._definite(found, near, start), "anaphor"
        return None, "full"

    def _at(self, start: int) -> int | None:
        """Give the speaker whose mention begins at a place."""
        at = bisect_left(self._order, (start,))
        is_known = at < len(self._order) and self._order[at][0] == start
        return self._order[at][1] if is_known else None

    def _recent(self, before: int) -> Iterator[tuple[int, int]]:
        """Give the speakers of the mentions before a place, the last first, and where each ends."""
        last = bisect_left(self._order, (before,))
        recent = self._order[max(0, last - _LOOKED_BACK) : last]
        return ((index, end) for _, index, end in reversed(recent))

    def _words_of(self, text: str) -> set[str]:
        return set(words_in(self._fold(text)))

    def _whole(self, found: Description, near: list[int]) -> int | None:
        """Find those of whom a phrase tells a part: "one of the sources" is no new source."""
        if " " not in found.words:
            near = near[:1]  # "One said", right behind "Three officials said"
        is_any = self._is_general_group(found.head) if found.head else found.is_bare
        return next(
            (
                index
                for index in near
                if self._speakers[index].kind in _SEVERAL
                and self._speakers[index].count is not None
                and (is_any or self._shares_head(found.head, index))
                and (found.is_bare or found.names <= self._words[index])
            ),
            None,
        )

    def _is_general_group(self, head: str) -> bool:
        """Whether a noun stands for any people without a name: "sources", "people"."""
        return any(head[:_STEM] == word[:_STEM] for word in self._anaphors)

    # ---------------------------------------------------------------- pronouns

    def _pronoun(self, found: Description, near: list[int]) -> int | None:
        speakers, things = self._speakers, self._syntax.small.things
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
        outlets = SpeakerKind.OUTLET if found.head not in things else SpeakerKind.SELF
        bodies = [
            index
            for index in near
            if index not in people
            and speakers[index].count is None
            and speakers[index].kind is not outlets
        ]
        if found.head in things:
            return next(iter(bodies), None)
        person = self._of_gender(found.gender, people)
        # Where things have a pronoun of their own, the others name people alone.
        if person is not None or things:
            return person
        nearer = near[: near.index(people[0])] if people else near
        return next((index for index in bodies if index in nearer), None)

    def _of_gender(self, gender: Gender | None, people: list[int]) -> int | None:
        """Find who was named last; where the gender disagrees, who is known to agree."""
        for index in people:
            known = self._genders[index]
            if gender is None or known is gender or (known is None and index == people[0]):
                return index
        return None

    def _agrees(self, gender: Gender | None, index: int) -> bool:
        known = self._genders[index]
        return gender is None or known is None or gender is known

    # ---------------------------------------------------------------- names

    def _named(self, found: Description, near: list[int]) -> tuple[int | None, str]:
        """Find the speaker of the same name: of the same last name where it is a person."""
        name = words_in(self._fold(found.name))
        is_same = self._is_same_person if found.kind is SpeakerKind.PERSON else self._is_same_body
        agreeing = (index for index in near if self._agrees(found.gender, index))
        same = next((index for index in agreeing if is_same(name, index)), None)
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
                if self._speakers[index].kind is SpeakerKind.OFFICE
                and self._speakers[index].affiliation == found.affiliation
                and self._shares_head(found.head, index)
                and self._is_same_office(found.role, index)
            ),
            None,
        )

    def _is_same_office(self, role: str, index: int) -> bool:
        """Whether one of two offices says no more than the other: no two ministries are one."""
        words = self._words_of(role) - self._small_words
        old = self._words_of(self._speakers[index].role) - self._small_words
        return not words or words <= old or old <= words

    def _is_same_person(self, name: tuple[str, ...], index: int) -> bool:
        old = self._speakers[index]
        other = words_in(self._fold(old.name))
        if old.kind is not SpeakerKind.PERSON or other[-1:] != name[-1:]:
            return False
        return other == name or 1 in (len(other), len(name))

    def _is_same_body(self, name: tuple[str, ...], index: int) -> bool:
        old = words_in(self._fold(self._speakers[index].name))
        if self._speakers[index].kind not in _BODIES:
            return False
        if not old or old == name:
            return old == name
        shorter, longer = sorted((old, name), key=len)
        if len(shorter) > 1 or len(shorter[0]) < 2 or "(" not in longer:
            return False
        return longer[longer.index("(") + 1 :][:1] == shorter

    # ---------------------------------------------------------------- nouns

    def _definite(self, found: Description, near: list[int], start: int) -> int | None:
        fitting = [
            index
            for index in near
            if self._fits(found, self._speakers[index])
            and found.names <= self._words[index]
            and self._agrees(found.gender, index)
        ]
        same = (index for index in fitting if self._shares_head(found.head, index))
        general = (index for index in fitting if self._is_general(found, index, start))
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

    def _shares_head(self, head: str, index: int) -> bool:
        """Whether a noun is one of those that say what a speaker is: no "bank" is its clerk."""
        stem, gender = head[:_STEM], self._heads.gender(head)
        return bool(stem) and any(
            word[:_STEM] == stem and self._heads.gender(word) is gender
            for word in self._nouns[index]
        )

    def _is_general(self, found: Description, index: int, start: int) -> bool:
        """Whether a phrase is so general that it can name a speaker of its kind: "the company"."""
        old = self._speakers[index]
        if not found.is_bare:
            return False
        if found.kind in _BODIES:
            is_meant = bool(old.name) and self._may_be(found.head, index)
            return is_meant and not self._is_rivalled(found.head, index, start)
        is_anaphor = self._fold(found.words) in self._anaphors
        return is_anaphor and found.kind is SpeakerKind.ANONYMOUS is old.kind

    def _may_be(self, head: str, index: int) -> bool:
        """Whether a named body is of the class that a noun names, as far as its own noun tells."""
        heads, old = self._heads, self._speakers[index]
        if head in heads.lone:
            return False
        if old.kind is SpeakerKind.OUTLET:
            return head in heads.media
        nouns = heads.bodies & self._nouns[index]
        if head in heads.general:
            return True
        if nouns:
            firms = heads.firms if head not in heads.firms else heads.firms | heads.companies
            is_company = head in heads.firms or head in heads.companies
            return is_company and not nouns.isdisjoint(firms)
        if self._fold(old.name) in self._metonyms:
            return False
        return head in heads.firms or head in heads.companies or old.name.isupper()

    def _is_rivalled(self, head: str, index: int, start: int) -> bool:
        """Whether another body of the class stands between: "X sued the company Y. The firm …"."""
        syntax, small = self._syntax, self._syntax.small
        since = next(end for one, end in self._recent(start) if one == index)
        starts = syntax.tokens.starts
        rivals = self._heads.firms | self._heads.companies | {head}
        for at in range(bisect_left(starts, since), bisect_left(starts, start)):
            if syntax.words[at] not in rivals:
                continue
            before = syntax.words[max(0, at - _ARTICLE) : at]
            if syntax.is_name_word(at + 1) or any(word in small.ones for word in before):
                return True
        return False
