"""The files of phrases: what they hold, and when they are read."""

import re
import subprocess
import sys
from enum import StrEnum

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.confidence import CaveatKind, Credibility, Level
from claimtrack.model.evidence import Stance
from claimtrack.model.judgement import Met
from claimtrack.model.response import Outcome
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.policy import NEWSROOM
from claimtrack.wording import languages, phrase
from claimtrack.wording._load import phrases

PLACE = re.compile(r"\{[^}]*\}")

KEYED = [
    *(f"status.{member}" for member in Status),
    *(f"credibility.{member:d}" for member in Credibility),
    *(f"level.{member}" for member in Level),
    *(f"reliability.{member}" for member in Reliability),
    *(f"outcome.{member}" for member in Outcome),
    *(f"stance.{member}" for member in Stance),
    *(f"met.{member}" for member in Met),
]
"""What the model has a word for, and every language must."""


def test_there_are_two_languages() -> None:
    """English, which everything can be said in, and Romanian."""
    assert ("en", "ro") == languages()


@pytest.mark.parametrize("lang", languages())
def test_languages_have_the_same_phrases(lang: str) -> None:
    """Whatever can be said in English can be said in any language, and nothing else."""
    assert phrases("en").keys() == phrases(lang).keys()


@pytest.mark.parametrize("lang", languages())
def test_languages_take_the_same_values(lang: str) -> None:
    """A value is told in every language or in none."""
    english = {key: sorted(PLACE.findall(text)) for key, text in phrases("en").items()}

    assert english == {key: sorted(PLACE.findall(text)) for key, text in phrases(lang).items()}


@pytest.mark.parametrize("lang", languages())
def test_every_place_can_be_filled(lang: str) -> None:
    """Places name a value by its number or a way to join, and groups that exist."""
    groups = {key.partition(".")[0] for key in phrases(lang)}
    ways = {key.removeprefix("list.") for key in phrases(lang) if key.startswith("list.")}
    places = {place for text in phrases(lang).values() for place in PLACE.findall(text)}
    found = [place.strip("{}").partition(":") for place in places]

    assert set() == {what for what, _, _ in found} - ways - {"1", "2"}
    assert set() == {group for _, _, group in found} - groups - {""}


@pytest.mark.parametrize("lang", languages())
def test_phrases_are_typeset(lang: str) -> None:
    """No phrase is empty, padded or of two lines, and none ends as a sentence does."""
    texts = {key: text for key, text in phrases(lang).items() if not key.startswith("list.")}

    assert {} == {
        key: text
        for key, text in texts.items()
        if text != " ".join(text.split()).rstrip(".") or not text
    }


def test_romanian_has_its_letters() -> None:
    """Ș and ț have a comma below, never a cedilla; quotation marks are Romanian ones."""
    assert {} == {key: text for key, text in phrases("ro").items() if set('ŞşŢţÃã"') & set(text)}


def test_hardly_a_phrase_is_the_same_in_both_languages() -> None:
    """What is equal is no forgotten English: numbers, signs, and a word that both have."""
    english, romanian = phrases("en"), phrases("ro")
    equal = {key for key in english if english[key] == romanian[key]}

    assert {"claim_kind.plan"} == {
        key for key in equal if re.search(r"[^\W\d_]", PLACE.sub("", english[key]))
    }


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("key", KEYED)
def test_model_can_be_said(key: str, lang: str) -> None:
    """Every word of the model has its phrase, which needs no value."""
    assert phrase(key, (), lang)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("kind", CaveatKind)
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_every_caveat_can_be_said(kind: CaveatKind, count: int, lang: str) -> None:
    """A caveat can be printed with whatever number of values the model let it have."""
    said = phrase(f"caveat.{kind}", ["x", "y", "z"][:count], lang)

    assert said
    assert not PLACE.search(said)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("outcome", Outcome)
def test_every_response_names_the_party(outcome: Outcome, lang: str) -> None:
    """A response says who was asked, whatever came of it."""
    said = phrase("caveat.response", [outcome, "White House"], lang)

    assert "White House" in said
    assert said == phrase(f"response.{outcome}", ["White House"], lang)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("word", ["refuse", "refuz"])
def test_nobody_refuses(word: str, lang: str) -> None:
    """To decline is neutral, to refuse is not, and so no phrase says it."""
    assert [] == [key for key, text in phrases(lang).items() if word in text.lower()]


@pytest.mark.parametrize(
    ("section", "group"),
    [("status", Status), ("caveat", CaveatKind), ("outcome", Outcome), ("stance", Stance)],
)
def test_nothing_is_left_over(section: str, group: type[StrEnum]) -> None:
    """What the model no longer has, the files no longer say."""
    said = {key.split(".")[1] for key in phrases("en") if key.startswith(f"{section}.")}

    assert set(group) == said


@pytest.mark.parametrize("tag", ["ro", "RO", "ro-RO", "ro-Latn-MD"])
def test_tag_is_read_by_its_first_part(tag: str) -> None:
    """Regions and scripts make no other phrases."""
    assert phrases("ro") is phrases(tag)


@pytest.mark.parametrize("tag", ["", "xx", "rom", "../en", "en.toml", "e\x00n"])
def test_unknown_language_is_refused(tag: str) -> None:
    """A language without phrases is refused with those that there are."""
    with pytest.raises(InvalidValueError) as caught:
        phrase("status.disputed", (), tag)

    assert ("lang", tag, "must be one of en, ro") == (
        caught.value.field,
        caught.value.value,
        caught.value.reason,
    )


def test_import_reads_nothing() -> None:
    """Neither a file nor what reads files is loaded before the first phrase."""
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}; from claimtrack.wording import phrase; "
        "loaded = lambda: [name in sys.modules for name in ('tomllib', 'importlib.resources')]; "
        "print(*loaded()); phrase('status.lapsed'); print(*loaded())"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True
    )

    assert ["False False", "True True"] == done.stdout.splitlines()


@pytest.mark.parametrize("part", ["name", "requirement", "would_meet"])
def test_rules_are_said_as_the_policy_says_them(part: str) -> None:
    """The English of a rule is in the policy; what other languages say of it goes with that."""
    said = {phrase(f"rule.{rule.name.replace(' ', '_')}.{part}") for rule in NEWSROOM.rules}

    assert {getattr(rule, part) for rule in NEWSROOM.rules} == said
