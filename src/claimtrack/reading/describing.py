"""Describing: what the words of one noun phrase say of whom they name."""

import re
from functools import cache

import attrs

from claimtrack.reading.counts import (
    amount_at,
    amount_length,
    count_of,
    is_counted,
    is_plural,
    uncounted,
)
from claimtrack.reading.cue_forms import anonymity_of, carrying_of
from claimtrack.reading.described import Description
from claimtrack.reading.findings import Count, Place
from claimtrack.reading.heads import Heads, heads_of
from claimtrack.reading.kinds import Gender, SpeakerKind
from claimtrack.reading.knowledge import knowledge_of
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.names import Names
from claimtrack.reading.outlets import outlet_phrase
from claimtrack.reading.phrase_heads import core_end, head_of, nouns_of
from claimtrack.reading.positions import affiliation_of, role_of
from claimtrack.reading.syntax import Syntax
from claimtrack.reading.tokens import words_in


@cache
def _metonyms(lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    return frozenset(words_in(lexicon.folder.fold(name)) for name in lexicon.tables.roles.metonyms)


@cache
def _part_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(lexicon.folder.fold, lexicon.tables.quantity.part_of))


_FULL_NAME = 2
"""Words of a name that tells the first name too."""

_MANY = frozenset({SpeakerKind.PUBLIC, SpeakerKind.ORGANISATIONS})


class Describer:
    """
    Reads noun phrases of one text.

    Args:
        syntax: The text.

        names: Its persons' names.
    """

    def __init__(self, syntax: Syntax, names: Names) -> None:
        self._syntax = syntax
        self._names = names
        self._heads: Heads = heads_of(syntax.lexicon)

    def describe(self, place: Place) -> Description:
        """
        Read a noun phrase.

        Args:
            place: Where it stands.

        Returns:
            What it says.
        """
        syntax, small = self._syntax, self._syntax.small
        inside = syntax.tokens.within(place)
        words = place.of(syntax.body)
        if not inside or not any(syntax.is_word(index) for index in inside):
            return Description(kind=SpeakerKind.UNKNOWN, words=words)
        only = syntax.words[inside.start] if len(inside) == 1 else ""
        if only and syntax.is_own(inside.start):
            return Description(kind=SpeakerKind.SELF, words=words)
        if only in small.singular or only in small.plural:
            count = Count(low=2) if only in small.plural else None
            return Description(
                kind=SpeakerKind.UNKNOWN,
                words=words,
                is_pronoun=True,
                head=only,
                count=count,
                gender=self._heads.gender(only),
            )
        inside = self._without_carrier(inside)
        words = syntax.place(inside.start, inside.stop).of(syntax.body)
        return self._part(inside, words) or self._noun(inside, words)

    def _without_carrier(self, inside: range) -> range:
        """Leave out who carries somebody's words: "Lavrin, quoted by X"."""
        syntax = self._syntax
        begin, end = syntax.tokens.starts[inside.start], syntax.tokens.ends[inside.stop - 1]
        for pattern in carrying_of(syntax.lexicon):
            found = pattern.search(syntax.article.folded, begin, end)
            if found is not None and found.start() > begin:
                end = found.start()
        kept = range(inside.start, syntax.tokens.within(Place(start=begin, end=end)).stop)
        return kept[:-1] if len(kept) > 1 and syntax.words[kept.stop - 1] == "," else kept

    def _part(self, inside: range, words: str) -> Description | None:
        """Read "one of the sources": what the whole is, of which it is a part."""
        syntax, first = self._syntax, inside.start
        word = syntax.words[first]
        if len(inside) == 1 and word in syntax.small.ones and word not in syntax.small.others:
            return Description(kind=SpeakerKind.ANONYMOUS, words=words, is_bare=True, is_part=True)
        length = max(1, amount_length(syntax, first, inside.stop))
        link = first + length
        if link + 1 >= inside.stop or syntax.words[link] not in _part_words(syntax.lexicon):
            return None
        if length == 1 and word not in syntax.small.quantifiers:
            return None
        if self._names.person(first, inside.stop) is not None:
            return None  # "unul dintre avocați, Dan Lupu"
        comma = next((at for at in range(link + 1, inside.stop) if syntax.words[at] == ","), None)
        whole = self.describe(syntax.place(link + 1, comma or inside.stop))
        if whole.name or not (whole.count or whole.is_pronoun or whole.kind in _MANY):
            return None
        count = amount_at(syntax, first, inside.stop)
        is_one = word in syntax.small.ones or (count is not None and count.high == 1)
        bodies = SpeakerKind.ORGANISATION if is_one else SpeakerKind.ORGANISATIONS
        return attrs.evolve(
            whole,
            kind=bodies if whole.kind is SpeakerKind.ORGANISATIONS else SpeakerKind.ANONYMOUS,
            words=words,
            count=None if is_one else count or Count(low=2),
            head="" if whole.is_pronoun else whole.head,
            is_pronoun=False,
            is_bare=whole.is_bare or whole.is_pronoun,
            is_part=True,
        )

    def _noun(self, inside: range, words: str) -> Description:
        syntax, small = self._syntax, self._syntax.small
        core = range(inside.start, core_end(syntax, inside))
        head = head_of(syntax, core)
        noun = "" if head is None else syntax.words[head]
        person = self._names.person(inside.start, inside.stop)
        kind = self._kind(inside, core, noun, person)
        capitals = frozenset(
            syntax.words[index].removesuffix("'s")
            for index in inside
            if syntax.is_name_word(index)
            and (index > inside.start or syntax.words[index].endswith("'s"))
        )
        name, nouns = self._name(inside, kind, person), nouns_of(syntax, inside)
        count = count_of(syntax, core, head, kind)
        folded = syntax.article.folded[
            syntax.tokens.starts[inside.start] : syntax.tokens.ends[inside.stop - 1]
        ]
        anonymity = _first(anonymity_of(syntax.lexicon), folded, words)
        is_unnamed = kind in (SpeakerKind.ANONYMOUS, SpeakerKind.OFFICE)
        return Description(
            kind=kind,
            name=name,
            head=noun,
            nouns=nouns,
            gender=self._gender(nouns, inside, person),
            role=role_of(syntax, inside, person) if kind is SpeakerKind.PERSON else "",
            words=_without_reason(
                words if count is None else uncounted(syntax, core, words), anonymity
            ),
            count=count,
            is_definite=self._is_definite(core, head),
            is_other=any(syntax.words[index] in small.others for index in core),
            is_bare=head is not None and self._is_bare(inside, head),
            names=capitals,
            knowledge=_first(knowledge_of(syntax.lexicon), folded, words) if is_unnamed else "",
            anonymity=anonymity if is_unnamed else "",
            affiliation=affiliation_of(syntax, inside, head, person),
            full_name=self._full_name(kind, person),
        )

    def opening_person(self, within: range) -> Place | None:
        """Give the place of the person whom a sentence begins with; None where it is not one."""
        syntax, small = self._syntax, self._syntax.small
        behind = small.prepositions.union(small.breaks, small.relatives, small.finite)
        last = within.start
        while last < within.stop and syntax.is_word(last) and not syntax.is_quoted(last):
            word = syntax.words[last]
            if word in behind:
                break
            ends = last > within.start and syntax.is_capital(last - 1)
            if ends and not syntax.is_capital(last) and not self._heads.knows(word):
                person = self._names.person(within.start, last)
                if person is not None:
                    return syntax.place(person.start, person.stop)
            last += 1
        person = self._names.person(within.start, last)
        return None if person is None else syntax.place(person.start, person.stop)

    def _gender(self, nouns: frozenset[str], inside: range, person: range | None) -> Gender | None:
        """Give what titles and nouns show, where they do not show both; else the first name."""
        syntax, last = self._syntax, inside.start if person is None else person.start
        before = syntax.words[inside.start : last]
        titles = [word for word in before if word in syntax.small.titles]
        shown = {self._heads.gender(word) for word in (*titles, *nouns)} - {None}
        if shown or person is None or len(person) < _FULL_NAME:
            return shown.pop() if len(shown) == 1 else None
        return self._heads.gender_of_name(syntax.words[person.start])

    def _full_name(self, kind: SpeakerKind, person: range | None) -> Place | None:
        if kind is not SpeakerKind.PERSON or person is None or len(person) > 1:
            return None
        return self._names.full_place(self._syntax.words[person.start])

    def _kind(self, inside: range, core: range, noun: str, person: range | None) -> SpeakerKind:
        syntax, heads = self._syntax, self._heads
        outlet = outlet_phrase(syntax, self._past_article(inside), inside.stop)
        if outlet is not None and outlet >= core.stop:
            return SpeakerKind.OUTLET
        if self._is_metonym(inside):
            return SpeakerKind.ORGANISATION
        if person is None and self._names.is_body(self._past_article(core), core.stop):
            return SpeakerKind.ORGANISATION
        is_first = person is None or not syntax.small.omits_that
        if noun in heads.documents and is_first:
            return SpeakerKind.DOCUMENT
        is_body = person is not None and self._is_body(person, inside, noun)
        if person is not None and not is_body:
            return SpeakerKind.PERSON
        if noun in heads.bodies:
            is_many = (
                is_plural(syntax, head_of(syntax, core), noun) and noun not in syntax.small.plurals
            )
            is_many = is_many and not self._is_proper(core)
            return SpeakerKind.ORGANISATIONS if is_many else SpeakerKind.ORGANISATION
        if noun in heads.media:
            return SpeakerKind.OUTLET
        if noun in heads.public and not is_counted(syntax, core):
            return SpeakerKind.PUBLIC
        if noun in heads.unnamed or noun in heads.persons:
            is_office = noun in heads.persons and self._is_definite(core, head_of(syntax, core))
            return SpeakerKind.OFFICE if is_office else SpeakerKind.ANONYMOUS
        return self._kind_by_shape(core)

    def _is_proper(self, core: range) -> bool:
        """Whether a body's noun begins its name, though it be a plural: "Căile Ferate Cehe"."""
        syntax, head = self._syntax, head_of(self._syntax, core)
        if head is None or not syntax.is_capital(head):
            return False
        after = head + 1
        if syntax.small.omits_that:
            return after < len(syntax.words) and syntax.words[after] == "("
        return after < core.stop and syntax.is_name_word(after)

    def _is_body(self, person: range, inside: range, noun: str) -> bool:
        """Whether capitalised words are a body's name: behind its noun, or the article alone."""
        words = self._syntax.words[inside.start : person.start]
        if noun in self._heads.bodies and noun in words and "," not in words:
            return True
        is_named = person.start == inside.start + 1 and self._syntax.small.omits_that
        return is_named and words[0] in self._syntax.small.determiners

    def _kind_by_shape(self, inside: range) -> SpeakerKind:
        syntax = self._syntax
        first = self._past_article(inside)
        if first < inside.stop and syntax.is_word(first) and syntax.is_capital(first):
            is_sentence_start = first == inside.start and self._begins(first)
            is_general = syntax.words[first] in syntax.small.others | syntax.small.quantifiers
            if is_general and len(inside) == 1:
                return SpeakerKind.PUBLIC
            raw = syntax.raw(first).lower()
            if len(inside) == 1 and is_sentence_start and raw.endswith(syntax.small.endings[:-1]):
                return SpeakerKind.ANONYMOUS
            if self._is_surname(first, inside):
                return SpeakerKind.PERSON
            if not is_sentence_start or self._has_capital_within(inside) or len(inside) == 1:
                return SpeakerKind.ORGANISATION
        if len(inside) == 1 and syntax.words[inside.start] in syntax.small.quantifiers:
            return SpeakerKind.PUBLIC
        return SpeakerKind.ANONYMOUS

    def _is_surname(self, first: int, inside: range) -> bool:
        """Whether a name alone is a person's: where bodies would have an article at their end."""
        syntax, small = self._syntax, self._syntax.small
        raw = syntax.raw(first)
        if len(inside) > 1 or raw.isupper() or not small.endings:
            return False
        return not raw.lower().endswith(small.endings)

    def _begins(self, index: int) -> bool:
        sentence = self._syntax.article.sentence_at(self._syntax.tokens.starts[index])
        return sentence is not None and self._syntax.span(sentence).start == index

    def _has_capital_within(self, inside: range) -> bool:
        syntax = self._syntax
        return any(syntax.is_word(index) and syntax.is_capital(index) for index in inside[1:])

    def _past_article(self, inside: range) -> int:
        syntax, first = self._syntax, inside.start
        small, words = syntax.small, syntax.words
        while first < inside.stop - 1 and words[first + 1] != ".":  # a letter: "O.N.U."
            if words[first] not in small.determiners and words[first] not in small.quantifiers:
                break
            first += 1
        return first

    def _is_metonym(self, inside: range) -> bool:
        syntax = self._syntax
        first = self._past_article(inside)
        return tuple(syntax.words[first : inside.stop]) in _metonyms(syntax.lexicon)

    def _is_definite(self, core: range, head: int | None) -> bool:
        syntax, small = self._syntax, self._syntax.small
        words = syntax.words[core.start : core.stop]
        if any(word in small.definite for word in words[:3]):
            return True
        if small.omits_that and any(word.endswith("'s") for word in words):
            return True
        if words and (words[0] in small.quantifiers or words[0] in small.determiners):
            return False
        if head is None or amount_at(syntax, core.start, core.stop) is not None:
            return False
        is_oblique = syntax.words[head].endswith(small.oblique)
        has_ending = is_oblique or syntax.raw(head).lower().endswith(small.endings)
        return bool(small.endings) and has_ending

    def _is_bare(self, inside: range, head: int) -> bool:
        syntax, small = self._syntax, self._syntax.small
        return all(
            index == head
            or syntax.words[index] in small.definite
            or syntax.words[index] in small.adverbs
            for index in inside
        )

    def _name(self, inside: range, kind: SpeakerKind, person: range | None) -> str:
        syntax = self._syntax
        if kind is SpeakerKind.PERSON and person is not None:
            name = syntax.place(person.start, person.stop).of(syntax.body)
            if len(person) == 1:
                return self._names.full(syntax.words[person.start]) or name
            return name
        if kind in (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET):
            first = self._past_article(inside)
            if self._has_name(range(first, inside.stop)):
                return syntax.place(first, inside.stop).of(syntax.body)
        return ""

    def _has_name(self, inside: range) -> bool:
        syntax = self._syntax
        known = {index for index in inside if self._heads.knows(syntax.words[index])}
        return any(
            syntax.is_word(index)
            and syntax.is_capital(index)
            and not (index in known and self._is_common(index) and len(inside) == 1)
            for index in inside
        )

    def _is_common(self, index: int) -> bool:
        """Whether a noun has its capital from the sentence alone: "Guvernul", not "FMI"."""
        syntax = self._syntax
        if syntax.raw(index).isupper() or self._is_metonym(range(index, index + 1)):
            return False
        return self._begins(index)


def _without_reason(words: str, anonymity: str) -> str:
    """Leave out the clause for why somebody is not named: it has a field of its own."""
    comma = words.rfind(",", 0, max(0, words.find(anonymity))) if anonymity else -1
    return words[:comma] if comma > 0 else words


def _first(patterns: tuple[re.Pattern[str], ...], folded: str, words: str) -> str:
    """Give the longest words that one of the patterns finds."""
    spans = [found.span() for one in patterns if (found := one.search(folded)) is not None]
    start, end = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    return words[start:end]
