"""Stems spare searches: they must never spare one that would have found something."""

# The standard library's parser of regular expressions: nothing else knows what a pattern may match.
from collections.abc import Iterator, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from claimtrack.reading.lexicon import languages, lexicon_for
from claimtrack.reading.lexicon.statement_words import HedgeRule, NewsRule, ResponseRule
from claimtrack.reading.wordings import Taken, is_followed

_SAMPLES = 300


class _Sampler:
    """Writes out words that a pattern may match; *seed* chooses among its alternatives."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 7919 + 1

    def _choice(self, options: int) -> int:
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % options

    def text(self, items: Sequence[tuple[Any, Any]]) -> str:
        return "".join(self._one(str(name), argument) for name, argument in items)

    def _one(self, name: str, argument: Any) -> str:
        match name:
            case "LITERAL":
                return chr(argument)
            case "IN":
                return self._sign(argument)
            case "BRANCH":
                return self.text(argument[1][self._choice(len(argument[1]))])
            case "SUBPATTERN":
                return self.text(argument[3])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, repeated = argument
                times = least + self._choice(min(int(most), least + 2) - least + 1)
                return "".join(self.text(repeated) for _ in range(times))
            case "ASSERT" if argument[0] > 0:
                return self.text(argument[1])
            case "ASSERT" | "ASSERT_NOT" | "AT":
                return ""
        return "z"

    def _sign(self, options: Sequence[tuple[Any, Any]]) -> str:
        if options[0][0] is _constants.NEGATE:
            return "z"
        name, argument = options[self._choice(len(options))]
        match str(name):
            case "LITERAL":
                return chr(argument)
            case "RANGE":
                return chr(argument[0])
        return {_constants.CATEGORY_SPACE: " ", _constants.CATEGORY_DIGIT: "1"}.get(argument, "z")


def _rules() -> Iterator[tuple[str, tuple[str, tuple[str, ...], str]]]:
    for lang in languages():
        tables = lexicon_for(lang).tables
        named: dict[str, Sequence[ResponseRule | HedgeRule | NewsRule]] = {
            "response": tables.responses,
            "hedge": tables.hedges,
            "followup": tables.news,
        }
        for table, rules in named.items():
            for number, rule in enumerate(rules):
                yield f"{lang}:{table}[{number}]", (lang, rule.stems, rule.pattern)
        for number, pattern in enumerate(tables.unclear.triggers):
            yield f"{lang}:unclear[{number}]", (lang, tables.unclear.stems, pattern)


RULES = {name: rule for name, rule in _rules() if rule[1]}


@pytest.mark.parametrize("name", RULES)
def test_every_match_holds_a_stem(name: str) -> None:
    """Whatever a pattern matches holds one of its rule's stems."""
    lang, stems, pattern = RULES[name]
    lexicon = lexicon_for(lang)
    compiled = lexicon.compiled(pattern)
    parsed = _parser.parse(compiled.pattern)
    folded = [lexicon.folder.fold(stem) for stem in stems]

    samples = [_Sampler(seed).text(parsed) for seed in range(_SAMPLES)]
    matching = [sample for sample in samples if compiled.search(sample)]
    without = [one for one in matching if not any(stem in one for stem in folded)]

    assert matching
    assert [] == without


def test_a_span_is_taken_once() -> None:
    """What meets a span that is taken is refused, what only touches it is not."""
    taken = Taken()

    assert [True, False, True] == [taken.take(3, 6), taken.take(5, 8), taken.take(6, 8)]


@pytest.mark.parametrize(
    ("words", "expected"), [(("bail",), True), (("parole",), False), ((), False)]
)
def test_words_that_follow(words: tuple[str, ...], expected: bool) -> None:
    """A word that cancels a match stands right behind it."""
    assert expected is is_followed("denied  bail again", 6, words)
