"""Confidence: a grade, what must be told beside it, and how both are said."""

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.confidence import (
    LEVELS,
    Caveat,
    CaveatKind,
    Confidence,
    Credibility,
    Level,
    credibility,
)
from claimtrack.model.source import Reliability

UNCLEAR = Caveat(kind=CaveatKind.UNCLEAR, values=("who", "when"), revisions=(3,))
ORIGIN = Caveat(kind=CaveatKind.ONE_ORIGIN, values=("Reuters",), revisions=(2,))


def test_confidence_starts_with_no_judgement() -> None:
    """Nothing is known: F6, without level or caveats."""
    nothing = Confidence()

    assert ("F6", None, ()) == (nothing.grade, nothing.level, nothing.caveats)


@pytest.mark.parametrize(
    ("number", "reliability", "grade", "level"),
    [
        (1, Reliability.A, "A1", Level.HIGH),
        (2, Reliability.B, "B2", Level.MODERATE),
        (3, Reliability.C, "C3", Level.MODERATE),
        (4, Reliability.D, "D4", Level.LOW),
        (5, Reliability.E, "E5", Level.LOW),
        (6, Reliability.F, "F6", None),
    ],
)
def test_a_grade_is_source_and_claim_in_two_signs(
    number: int, reliability: Reliability, grade: str, level: Level | None
) -> None:
    """The Admiralty code; what cannot be judged has no level."""
    confidence = Confidence(credibility=Credibility(number), reliability=reliability)

    assert (grade, level) == (confidence.grade, confidence.level)


def test_every_credibility_but_the_absence_of_one_has_a_level() -> None:
    """6 is no number on any line, and nobody can put it on one."""
    assert set(Credibility) - {Credibility.CANNOT_BE_JUDGED} == set(LEVELS)
    with pytest.raises(TypeError):
        LEVELS[Credibility.CANNOT_BE_JUDGED] = Level.LOW  # type: ignore[index]


def test_a_credibility_is_read_from_its_number() -> None:
    """A member, its number, or nothing."""
    assert [None, Credibility.PROBABLY_TRUE, Credibility.PROBABLY_TRUE] == [
        credibility(one) for one in (None, Credibility.PROBABLY_TRUE, 2)
    ]


@pytest.mark.parametrize("value", [0, 7, -1, True, 1.5, "2", "high"])
def test_what_is_no_credibility_is_refused(value: int) -> None:
    """1 to 6, and nothing that only looks like one."""
    with pytest.raises(InvalidValueError) as caught:
        credibility(value)

    assert "must be 1 to 6" == caught.value.reason


def test_confidence_is_said_with_its_caveats_in_order() -> None:
    """The word, the grade, then each caveat; on one line."""
    confidence = Confidence(credibility=Credibility.POSSIBLY_TRUE, caveats=(UNCLEAR, ORIGIN))

    assert "possibly true (F3): unclear who or when; one origin: Reuters" == str(confidence)
    assert "possibly true (F3)" == str(Confidence(credibility=Credibility.POSSIBLY_TRUE))


def test_confidence_is_said_in_romanian_too() -> None:
    """Caveats are keys with values; the words come from the language."""
    confidence = Confidence(credibility=Credibility.POSSIBLY_TRUE, caveats=(UNCLEAR,))

    assert str(confidence) == confidence.in_words("en")
    assert "neclar cine sau când" in confidence.in_words("ro")


@pytest.mark.parametrize("kind", CaveatKind)
def test_every_kind_of_caveat_can_be_said_in_every_language(kind: CaveatKind) -> None:
    """Without values, with one and with several; and never twice alike in one language."""
    for values in ((), ("declined",), ("declined", "White House")):
        caveat = Caveat(kind=kind, values=values)

        assert "" != caveat.in_words("en")
        assert caveat.in_words("en") != caveat.in_words("ro")


def test_a_hostile_value_stays_on_its_line() -> None:
    """Names with braces and breaks in them are said as they are, on one line."""
    caveat = Caveat(kind=CaveatKind.DENIED, values=("{and}\n{1}",))

    assert "denied by {and} {1}" == str(caveat)


def test_a_language_that_is_not_there_is_refused() -> None:
    """Rather than said in another."""
    with pytest.raises(InvalidValueError):
        UNCLEAR.in_words("tlh")
