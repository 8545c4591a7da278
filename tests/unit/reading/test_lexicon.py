"""Lexicons are read whole or refused with everything that is wrong."""

from typing import Any

import pytest

from claimtrack.errors import InvalidValueError, LexiconError
from claimtrack.reading.lexicon import (
    check_patterns,
    common_tables,
    languages,
    lexicon_for,
    lexicon_from,
    parse_lexicon,
    patterns_of,
)

SMALL: dict[str, Any] = {
    "meta": {"language": "xx", "version": "1", "fold": ["case"]},
    "text": {"quotes": [["“", "”"]]},
    "grammar": {"that": ["that"]},
}

each_language = pytest.mark.parametrize("lang", languages())


@each_language
def test_patterns_compile(lang: str) -> None:
    """Every pattern that the package ships compiles."""
    check_patterns(lexicon_for(lang), lang)


@each_language
def test_a_language_has_what_every_layer_needs(lang: str) -> None:
    """No table of a packaged lexicon is empty."""
    tables = lexicon_for(lang).tables

    assert lang == tables.meta.language
    assert all((tables.cues, tables.according, tables.responses, tables.hedges))
    assert all((tables.unclear.triggers, tables.anonymous.nouns, tables.roles.person))
    assert all((tables.quantity.bounds, tables.quantity.numerals, tables.dates.relative))
    assert (12, 7) == (len(tables.dates.months), len(tables.dates.weekdays))
    assert common_tables().function_words[lang]


@pytest.mark.parametrize("lang", ["ro", "en"])
def test_full_languages_have_words_for_clauses(lang: str) -> None:
    """The two full lexicons say where a sentence may be cut."""
    clauses = lexicon_for(lang).tables.clauses

    assert all((clauses.relative, clauses.joined, clauses.also, clauses.after, clauses.lead))


def test_common_tables_are_read() -> None:
    """What all languages share has no problem either."""
    common = common_tables()

    assert (1, 10) == common.dates.part["month"]["begin"]
    assert "Reuters" in common.outlets.agencies


def test_one_lexicon_serves_all() -> None:
    """A lexicon is made once, and for every spelling of its tag."""
    assert lexicon_for("ro") is lexicon_for("ro")
    assert "ro-" == lexicon_for("ro-MD").version[:3]


@pytest.mark.parametrize("lang", ["pl", "", "../en", "common", "rom"])
def test_unknown_language_is_refused(lang: str) -> None:
    """A tag is no file name."""
    with pytest.raises(InvalidValueError, match="must be one of de, en, es, fr, ro, ru, uk"):
        lexicon_for(lang)


def test_every_problem_is_told() -> None:
    """Unknown keys and words, missing keys and wrong types are listed together."""
    data = {
        **SMALL,
        "meta": {"language": 3, "version": "1", "fold": ["case", "umlauts"]},
        "cue": [{"kind": "said", "frames": ["that"], "verbs": [{"l": "say", "f": "said"}]}],
        "hedge": [{"class": "modal", "pattern": "may", "p": [0.1]}],
        "mood": {},
    }

    with pytest.raises(LexiconError) as caught:
        lexicon_from(data, "desk.toml")

    assert (
        "must be text, got 3 @ $.meta.language",
        "must be one of case, diacritics, quotes, yo, got 'umlauts' @ $.meta.fold[1]",
        "must be a list, got 'said' @ $.cue[0].verbs[0].f",
        "must have 2 items, got 1 @ $.hedge[0].p",
        "is not known @ $.mood",
    ) == caught.value.problems


def test_patterns_are_compiled_when_a_desk_brings_them() -> None:
    """A broken pattern is told with its path, all of them at once."""
    data = {**SMALL, "unclear": {"triggers": ["fine", "(", "a <NOWHERE>"]}}

    with pytest.raises(LexiconError) as caught:
        lexicon_from(data)

    assert ["$.unclear.triggers[1]", "$.unclear.triggers[2]"] == [
        problem.rpartition("@ ")[2] for problem in caught.value.problems
    ]


def test_a_desk_adds_to_a_language() -> None:
    """Its rules stand before the package's, and the rest is the package's."""
    own = lexicon_from(
        {
            "meta": {"language": "en", "version": "desk-1", "extends": "en"},
            "hedge": [{"class": "adverb", "pattern": "word has it"}],
            "quantity": {"numerals": {"umpteen": 17}},
        }
    )
    base = lexicon_for("en").tables

    assert "word has it" == own.tables.hedges[0].pattern
    assert base.hedges == own.tables.hedges[1:]
    assert {**base.quantity.numerals, "umpteen": 17} == own.tables.quantity.numerals
    assert "en-desk-1" == own.version
    assert base.cues == own.tables.cues


def test_a_desk_cannot_add_to_nothing() -> None:
    """The language that is added to must be there."""
    with pytest.raises(LexiconError, match=r"got 'pl' @ \$\.meta\.extends"):
        lexicon_from({"meta": {"language": "pl", "version": "1", "extends": "pl"}})


@pytest.mark.parametrize("data", [b"cue: said", b"\xff\xfe", b"a = 1\na = 2"])
def test_what_is_not_toml_is_refused(data: bytes) -> None:
    """The parser's words are passed on."""
    with pytest.raises(LexiconError, match=r"desk\.toml: not TOML: "):
        parse_lexicon(data, "desk.toml")


def test_every_pattern_is_listed() -> None:
    """The paths are those of the file, and no two are alike."""
    paths = [path for path, _ in patterns_of(lexicon_for("en").tables)]

    assert len(paths) == len(set(paths))
    assert "$.response[0].pattern" in paths


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(a+)+$", "repeats what can be told in two ways"),
        ("(?:[a-z]+ ?)+x", "repeats what can be told in two ways"),
        ("(a|aa)+b", "repeats what can be told in two ways"),
        ("(a|b|ab)*c", "repeats what can be told in two ways"),
        ("(a|a)*b", "repeats what can be told in two ways"),
        ("(?:(?:a|a)|b)*c", "repeats what can be told in two ways"),
        ("(?:a|a?)+b", "repeats what can be told in two ways"),
        ("(a{1,40}){1,40}b", "repeats what can be told in two ways"),
        ("(?:ab|a|b){1,60}c", "repeats what can be told in two ways"),
        ("(?:a?){40}a{40}", "repeats what can be told in two ways"),
        (r"(?:\w+\s?){20}x", "repeats what can be told in two ways"),
        ("a*a*a*a*b", "repeats in a row of one sign"),
        (r"\s*x?\s*,?\s*y", "repeats in a row of one sign"),
        ("(?:a+)?(?:a+)?(?:a+)?x", "repeats in a row of one sign"),
        ("(x((((((a?){9}){9}){9}){9}){9}b)+y)", "nests too deeply to be checked"),
        (r"(?:[\u0103\u0104]x|\u0103x)*!", "repeats what can be told in two ways"),
        (r"(?:\wx|[\u4e05-\u4e15]x)*!", "repeats what can be told in two ways"),
        ("(?i:(?:ab|AB)*)!", "has flags of its own"),
        ("(x)?(?(1)(?:ab|a[bc])*!|y)", "asks whether a group was there"),
        ("x.*.*.*.*y", "more than 2 repeats without end of any sign"),
        (r"\S*a\S*b\S*c", "more than 2 repeats without end of any sign"),
        ("(?:x.*){3}y", "more than 2 repeats without end of any sign"),
        ("(?:x.*(?:a|.*b)c.*)d", "more than 2 repeats without end of any sign"),
        (r"\w+\w+x", "repeats the same twice side by side"),
        ("x*", "matches no words at all"),
        ("a{99999999999}", "does not compile"),
        ("(" * 3_000 + "a" + ")" * 3_000, "does not compile"),
    ],
)
def test_a_pattern_that_could_take_for_ever_is_refused(pattern: str, told: str) -> None:
    """So is one that matches nothing; the path is told."""
    with pytest.raises(LexiconError) as caught:
        lexicon_from({**SMALL, "hedge": [{"class": "modal", "pattern": pattern}]})
    (problem,) = caught.value.problems

    assert told in problem
    assert problem.endswith("@ $.hedge[0].pattern")


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:a|b)+",
        "(?:a b)*",
        r"[a+]+",
        r"(?:\+)+",
        "(?:still |also )*unclear",
        "a+b+",
        r"(?:\||a)+",
        r"(?:[a-z]|\d)+",
        r"\d+\s+\w+",
        ".*a.*b",
        "(?:.*a.*|.*b.*)c",
        "(?=.*a)(?=.*b)(?=.*c)x",
        "a.{0,9}b.{0,9}c.{0,9}d",
        r"\d+(?:[.,]\d+)*",
        "(?:a|ab)*c",
        r"(?:\w|a)+b",
        r"(?:[a-z]+ ){0,3}x",
        r"(?:[a-z]+, )*[a-z]+",
        r"(?:said|says) (?:that )?(?:it|they)",
        r"x{2,40}y",
        "(?:ab|cd){1,40}e",
    ],
)
def test_a_plain_repeat_is_fine(pattern: str) -> None:
    """What repeats by itself takes time in proportion."""
    data = {**SMALL, "hedge": [{"class": "modal", "pattern": f"maybe {pattern}"}]}

    assert lexicon_from(data).tables.hedges[0].pattern == f"maybe {pattern}"


def test_a_file_nested_without_end_is_refused() -> None:
    """TOML of a thousand brackets is no lexicon."""
    with pytest.raises(LexiconError, match="nested too deeply"):
        parse_lexicon(b"x = " + b"[" * 5_000 + b"]" * 5_000, "desk.toml")
