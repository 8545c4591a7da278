"""The phrases of a lexicon as one tree, so that each word of a text is looked at once."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.reading.dates.tokens import tokens
from claimtrack.reading.dates.vocabulary import Kind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.notation import words_of
from claimtrack.reading.lexicon.time_words import RelativeDate

_PLACE = re.compile(r"<([A-Za-z]+)>")


class Rule(NamedTuple):
    """
    A phrase of a lexicon: what it means, or why it means nothing.

    Attributes:
        name: ``relative[3]``.

        order: Which comes first where two phrases are equally long; traps do.

        date: What it means; None for a trap.

        why: Why a trap is none; empty for a date.
    """

    name: str
    order: int
    date: RelativeDate | None = None
    why: str = ""


class Node:
    """What may follow in some phrase: a word, or a kind of word, or the phrase's end."""

    __slots__ = ("kinds", "rule", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = {}
        self.kinds: dict[Kind, Node] = {}
        self.rule: Rule | None = None


def tree(lexicon: Lexicon) -> Node:
    """
    Put all phrases of a lexicon into one tree.

    Raises:
        ValueError: A phrase names a kind of word that there is not.
    """
    root = Node()
    for rule, form in _forms(lexicon):
        for words in words_of(form):
            _grow(root, _steps(words, lexicon), rule)
    return root


def _forms(lexicon: Lexicon) -> Iterator[tuple[Rule, str]]:
    dates = lexicon.tables.dates
    order = 0
    for number, trap in enumerate(dates.traps):
        for form in trap.forms:
            yield Rule(f"trap[{number}]", order, why=trap.why), form
        order += 1
    for number, date in enumerate(dates.relative):
        for form in date.forms:
            yield Rule(f"relative[{number}]", order, date), form
        order += 1
    yield Rule("length", order, why="a length of time, no date"), "<N> <UNIT>"


def _steps(words: str, lexicon: Lexicon) -> Iterator[str | Kind]:
    fold = lexicon.folder.fold
    place = 0
    for found in _PLACE.finditer(words):
        yield from tokens(fold(words[place : found.start()])).words
        yield Kind(found[1])
        place = found.end()
    yield from tokens(fold(words[place:])).words


def _grow(node: Node, steps: Iterator[str | Kind], rule: Rule) -> None:
    for step in steps:
        if isinstance(step, Kind):
            node = node.kinds.setdefault(step, Node())
        else:
            node = node.words.setdefault(step, Node())
    if node.rule is None or rule.order < node.rule.order:
        node.rule = rule
