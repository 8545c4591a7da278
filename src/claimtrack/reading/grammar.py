"""The words that hold clauses together, made into patterns over folded text."""

import re
from collections.abc import Iterable, Iterator

import attrs

from claimtrack.reading.findings import Place
from claimtrack.reading.heads import heads_of
from claimtrack.reading.kinds import CueKind
from claimtrack.reading.lexicon import Lexicon

_TELLING = frozenset(
    {
        CueKind.SAID,
        CueKind.ADDED,
        CueKind.ANNOUNCED,
        CueKind.CLAIMED,
        CueKind.CONFIRMED,
        CueKind.WARNED,
    }
)
_LONGEST_PRONOUN = 8
"""Letters of a word that only points back; what is longer names somebody. Ours."""

_COUNTED = 40
"""Characters of a noun with what counts it, "un al doilea oficial". Ours."""

_DASHES = frozenset({"-", "–", "—", "--"})
_NO_WORD = " \t\n\r\u00a0,;:.()[]–—-\"'„“”«»‘’"
_INITIAL = re.compile(r"\s[^\W\d_]\.")


@attrs.frozen
class Border:
    """
    A sign or word at which a clause may begin.

    Attributes:
        start: Where it begins.

        end: Where it ends.

        is_weak: Whether it is a word that joins nouns too: "and".

        is_comma: Whether it is a comma.

        is_dash: Whether it is a dash between spaces.
    """

    start: int
    end: int
    is_weak: bool = False
    is_comma: bool = False
    is_dash: bool = False


class ClauseWords:
    """
    Patterns for the clauses of one language.

    Attributes:
        conditional: A word that opens a clause of what may be.

        finite: A verb that makes a clause of what stands before "and".

        pairs: Words around two subjects, such as "neither" and "nor".

        preposition: A word that no subject begins with.

        pronoun: A word that points back.

        relative: A word that opens a clause about the noun before.

        telling: A verb of telling, with the word that opens what is told.

        that: A word that opens what is told.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.tables.grammar
        breaks = lexicon.any_of(*(word for word in grammar.clause_break if word != ";"))
        self._weak = frozenset(map(lexicon.folder.fold, grammar.weak_break))
        self._border = re.compile(rf"[,;:]|\s[–—-]{{1,2}}\s|(?<!\w){breaks}(?!\w)")
        self._leading = _starting(lexicon, grammar.leading)
        behind = lexicon.any_of(*grammar.trailing, *grammar.relative)
        self._trailing = re.compile(rf"(?<![\w-]){behind}$")
        self._longest_trailing = max(map(len, (*grammar.trailing, *grammar.relative)), default=0)
        # "un oficial": a noun, though the word may also be an adverb.
        heads, phrases = heads_of(lexicon), lexicon.tables.phrases
        nouns = [word for word in map(lexicon.folder.fold, grammar.trailing) if heads.knows(word)]
        counting = lexicon.any_of(*phrases.ones, *phrases.others) if nouns else "(?!)"
        noun = lexicon.any_of(*nouns) if nouns else "(?!)"
        self._counted_noun = re.compile(rf"(?<![\w-]){counting}\s(?:\w+\s)?{noun}$")
        self.relative = re.compile(rf"(?<!\w){lexicon.any_of(*grammar.relative)}(?!\w)")
        self.conditional = _starting(lexicon, grammar.conditional)
        self.preposition = _starting(lexicon, grammar.prepositions)
        self.finite = lexicon.compiled(grammar.finite or "(?!)")
        self.that = re.compile(lexicon.any_of(*grammar.that))
        self.telling = _telling(lexicon)
        self.pronoun = re.compile(lexicon.any_of(*_short(grammar.anaphors)))
        self.pairs = tuple(
            (
                re.compile(rf"\s*{lexicon.any_of(first)}(?!\w)"),
                re.compile(rf"(?:,\s*|\s+)(?:\w{{1,3}}\s+)?{lexicon.any_of(second)}(?!\w)\s*"),
            )
            for first, second in grammar.neither
        )

    def borders(self, text: str, start: int, end: int) -> Iterator[Border]:
        """Find the borders of a stretch of text, in order."""
        for found in self._border.finditer(text, start, end):
            word = found[0]
            is_dash = word.strip() in _DASHES
            yield Border(found.start(), found.end(), word in self._weak, word == ",", is_dash)

    def bare(self, text: str, start: int, end: int) -> Place | None:
        """Take off the words a clause begins with, and those between a subject and its verb."""
        start, end = self.trimmed(text, start, end)
        while start < end and (found := self._leading.match(text, start, end)):
            start, end = self.trimmed(text, found.end(), end)
        while start < end and (found := self._ending(text, start, end)):
            if self._counted_noun.search(text, max(start, end - _COUNTED), end):
                break
            start, end = self.trimmed(text, start, found.start())
        return Place(start=start, end=end) if start < end else None

    def _ending(self, text: str, start: int, end: int) -> re.Match[str] | None:
        # Begun near the end: from the start, every word on the way would be tried.
        return self._trailing.search(text, max(start, end - self._longest_trailing), end)

    def trimmed(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Take white space and signs off both ends."""
        while start < end and text[start] in _NO_WORD:
            start += 1
        while end > start and text[end - 1] in _NO_WORD and not _INITIAL.match(text, end - 3, end):
            end -= 1
        return start, end

    def before_blanks(self, text: str, start: int, end: int) -> int:
        """Give the place before the white space and signs that end a stretch of text."""
        while end > start and text[end - 1] in _NO_WORD:
            end -= 1
        return end


def _short(forms: Iterable[str]) -> list[str]:
    return [form for form in forms if " " not in form and len(form) <= _LONGEST_PRONOUN]


def _starting(lexicon: Lexicon, forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.any_of(*forms)}(?![\w-])")


def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs of telling and the word that opens what is told: "said that", "a declarat luni că"."""
    tables = lexicon.tables
    forms = [
        form
        for group in tables.cues
        if group.kind in _TELLING
        for verb in group.verbs
        for form in verb.forms
    ]
    plain = lexicon.any_of(*(form for form in forms if not form.startswith("+")))
    participles = lexicon.any_of(*(form[1:] for form in forms if form.startswith("+")))
    perfect = lexicon.filled(tables.grammar.perfect or "(?!)")
    that = lexicon.any_of(*tables.grammar.that)
    verbs = rf"(?:{plain}|{perfect}\s+{participles})"
    return re.compile(rf"(?<!\w){verbs}(?!\w)(?:(?:\s+[\w-]+){{0,4}}?\s+{that}(?!\w))?")
