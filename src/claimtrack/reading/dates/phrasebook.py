"""The phrases of time of one lexicon: what its words mean, and which phrases there are."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimtrack.reading.dates.rules import Node, tree
from claimtrack.reading.dates.terms import Side, Term
from claimtrack.reading.dates.vocabulary import Kind, Lead, Vocabulary
from claimtrack.reading.lexicon import Lexicon

SIDES = {
    Kind.SINCE: Side.SINCE,
    Kind.AFTER: Side.AFTER,
    Kind.BEFORE: Side.BEFORE,
    Kind.UNTIL: Side.UNTIL,
}
"""The side of a date on which each of these prepositions puts things."""

_PREPOSITIONS = frozenset(
    [*SIDES, Kind.LEAD, Kind.BETWEEN, Kind.FROM, Kind.TO, Kind.ABOUT, Kind.EXACTLY]
)
_CONTENT = frozenset([Kind.MONTH, Kind.WEEKDAY, Kind.YEAR, Kind.NOON])
_BEGINNING = _CONTENT | {
    *SIDES, Kind.N, Kind.ORD, Kind.UNIT, Kind.SEASON, Kind.PART, Kind.DAY_PART, Kind.LEAD,
    Kind.BETWEEN, Kind.FROM, Kind.ABOUT, Kind.EXACTLY, Kind.OCLOCK_BEFORE, Kind.SHORTLY_AFTER,
    Kind.SHORTLY_BEFORE,
}  # fmt: skip


class Phrase(NamedTuple):
    """
    A phrase that was read.

    Attributes:
        term: What it says; None for one that looks like a date and is none.

        end: The place of the word after it.

        core: Where it begins without its prepositions.

        lead: What its prepositions say of it.

        rule: The rule by which it was read, without the lexicon's version.

        why: Why it is no date; empty where it is one.
    """

    term: Term | None
    end: int
    core: int
    lead: Lead = Lead()
    rule: str = "dates.calendar"
    why: str = ""


class Phrases:
    """
    How one lexicon's phrases are read.

    Attributes:
        vocabulary: What single words mean.

        root: What phrases there are.

        hours: The hours of the parts of the day.

    Args:
        lexicon: Whose phrases.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.vocabulary = Vocabulary(lexicon)
        self.root = tree(lexicon)
        parts = lexicon.tables.dates.day_parts
        self.hours = {name: part.hours for name, part in parts.items()}
        entries = self.vocabulary.entries
        self._alone = {
            word
            for word, known in entries.items()
            if any(not one.rest and one.kind in _CONTENT for one in known)
        } | {word for word, node in self.root.words.items() if node.rule is not None}
        self._beginning = {
            word for word, known in entries.items() if any(one.kind in _BEGINNING for one in known)
        } | {*self.root.words}
        self._leading = {
            word
            for word, known in entries.items()
            if all(not one.rest and one.kind in _PREPOSITIONS for one in known)
        } - {*self.root.words}
        rests = {one.rest[0] for known in entries.values() for one in known if one.rest}
        self._following = {*entries, *rests, *_literals(self.root)}

    def may_begin(self, words: list[str], place: int) -> bool:
        """
        Say quickly whether a phrase may begin at a place: most words of a text begin none.

        Args:
            words: The words of the text, folded.

            place: Which of them.
        """
        word = words[place]
        if word in self._alone or word[0].isdecimal():
            return True
        if word not in self._beginning or place + 1 >= len(words):
            return False
        if word in self._leading:  # it says no more than what it stands before
            return self.may_begin(words, place + 1)
        following = words[place + 1]
        return following in self._following or following[0].isdecimal()


def _literals(node: Node) -> Iterator[str]:
    yield from node.words
    for after in (*node.words.values(), *node.kinds.values()):
        yield from _literals(after)


@cache
def phrases_of(lexicon: Lexicon) -> Phrases:
    """Give how a lexicon's phrases are read; made once, when first asked for."""
    return Phrases(lexicon)
