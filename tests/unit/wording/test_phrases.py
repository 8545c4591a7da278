"""What we print, in both languages."""

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.confidence import Caveat, CaveatKind, Confidence, Credibility
from claimtrack.wording import counted, phrase

WASHINGTON = "Embassy of Belarus in Washington"


@pytest.mark.parametrize(
    ("key", "values", "english", "romanian"),
    [
        ("status.reported", [], "reported", "relatată"),
        ("status.disputed", [], "disputed", "disputată"),
        ("credibility.3", [], "possibly true", "posibil adevărată"),
        ("caveat.unclear", ["who", "when"], "unclear who or when", "neclar cine sau când"),
        ("caveat.unclear", ["how_many"], "unclear how many", "neclar câți"),
        (
            "caveat.unclear",
            ["who", "where", "airport"],
            "unclear who, where or airport",
            "neclar cine, unde sau airport",
        ),
        ("caveat.own_voice", ["X"], "stated without a source", "fără indicarea sursei"),
        ("caveat.one_origin", ["Reuters"], "one origin: Reuters", "o singură origine: Reuters"),
        ("caveat.one_origin", [], "one origin", "o singură origine"),
        (
            "caveat.hedged",
            ["could consider", "may"],
            "hedged: could consider, may",
            "formulată cu rezerve: could consider, may",
        ),
        ("caveat.denied", ["A", "B"], "denied by A and B", "dezmințită de A și B"),
        ("caveat.denied", ["A", "B", "C"], "denied by A, B and C", "dezmințită de A, B și C"),
        (
            "caveat.changed_account",
            ["A"],
            "A changed its account",
            "A și-a schimbat relatarea",
        ),
        (
            "caveat.changed_account",
            ["A", "B"],
            "A and B changed their accounts",
            "A și B și-au schimbat relatările",
        ),
        (
            "caveat.ruling_predates_evidence",
            ["disputed"],
            "ruling predates evidence, which would give: disputed",
            "decizia este anterioară unor dovezi, potrivit cărora ar fi: disputată",
        ),
        (
            "caveat.confidence_set",
            ["2"],
            "confidence set by the desk, the rules would give: probably true",
            "încredere stabilită de redacție, potrivit regulilor ar fi: probabil adevărată",
        ),
        (
            "response.declined",
            ["Casa Albă"],
            "Casa Albă declined to comment",
            "Casa Albă nu a dorit să comenteze",
        ),
        (
            "response.unreachable",
            ["Casa Albă"],
            "Casa Albă could not be reached",
            "nu s-a putut lua legătura cu Casa Albă",
        ),
        (
            "brief.changed_since",
            ["2025-12-01"],
            "What changed since 2025-12-01",
            "Ce s-a schimbat de la 2025-12-01",
        ),
        ("brief.according_to", ["Reuters"], "according to Reuters", "potrivit Reuters"),
        ("number.3", [], "three", "trei"),
        ("number.at_least", ["3"], "at least three", "cel puțin trei"),
        ("number.at_least", ["12"], "at least 12", "cel puțin 12"),
    ],
)
def test_phrase_in_both_languages(key: str, values: list[str], english: str, romanian: str) -> None:
    """A key and values are said as a newsroom of that language would."""
    assert english == phrase(key, values)
    assert romanian == phrase(key, values, "ro")


@pytest.mark.parametrize(
    ("number", "english", "romanian"),
    [
        (0, "0 claims", "0 afirmații"),
        (1, "1 claim", "1 afirmație"),
        (2, "2 claims", "2 afirmații"),
        (19, "19 claims", "19 afirmații"),
        (20, "20 claims", "20 de afirmații"),
        (100, "100 claims", "100 de afirmații"),
        (101, "101 claims", "101 afirmații"),
        (119, "119 claims", "119 afirmații"),
        (121, "121 claims", "121 de afirmații"),
        (1_000, "1,000 claims", "1.000 de afirmații"),
        (1_001, "1,001 claims", "1.001 afirmații"),
    ],
)
def test_counts_have_the_plural_of_their_language(number: int, english: str, romanian: str) -> None:
    """Romanian puts "de" behind numbers that end in 20 to 99 or in 00."""
    assert english == counted("claim", number)
    assert romanian == counted("claim", number, "ro")


CONFIDENCE = Confidence(
    credibility=Credibility.POSSIBLY_TRUE,
    caveats=(
        Caveat(kind=CaveatKind.UNCLEAR, values=("who", "when")),
        Caveat(kind=CaveatKind.ONE_ORIGIN, values=("Reuters",)),
        Caveat(kind=CaveatKind.DENIED, values=(WASHINGTON,)),
        Caveat(kind=CaveatKind.RESPONSE, values=("declined", "White House")),
    ),
)
"""The seed story's, after the embassy denied it."""


def test_confidence_in_english() -> None:
    """A confidence is one line: the grade, then what must be told beside it."""
    assert (
        "possibly true (F3): unclear who or when; one origin: Reuters; "
        "denied by Embassy of Belarus in Washington; White House declined to comment"
    ) == str(CONFIDENCE)


def test_confidence_in_romanian() -> None:
    """The same line in Romanian; names stay as they were given."""
    assert (
        "posibil adevărată (F3): neclar cine sau când; o singură origine: Reuters; "
        "dezmințită de Embassy of Belarus in Washington; White House nu a dorit să comenteze"
    ) == CONFIDENCE.in_words("ro")


@pytest.mark.parametrize(
    "name", ["{0}", "{and}", "{1:slot}", "{", "}}", "%s %(x)s", r"\1 \g<0>", "${who}", "who.when"]
)
def test_values_are_not_read(name: str) -> None:
    """Braces, percent signs and back references in a name are a name."""
    assert f"denied by {name} and B" == phrase("caveat.denied", [name, "B"])
    assert f"{name} declined to comment" == phrase("caveat.response", ["declined", name])
    assert f"unclear {name}" == phrase("caveat.unclear", [name])


@pytest.mark.parametrize("name", ["a\nb", " a\t b ", "a\u2028b", "a\r\n\r\nb", "a\x85b"])
def test_values_stay_on_the_line(name: str) -> None:
    """White space in a name becomes one space, so that a name does not forge a line."""
    assert "denied by a b" == phrase("caveat.denied", [name])


def test_response_with_unknown_outcome_is_still_told() -> None:
    """What a newer release recorded is printed as it is."""
    assert "response: sent_regards, X" == phrase("caveat.response", ["sent_regards", "X"])
    assert "declined to comment" == phrase("caveat.response", ["declined"])
    assert "asked for comment" == phrase("caveat.response")


@pytest.mark.parametrize("key", ["", "caveat", "caveat.none", "status.Disputed", "caveat.denied."])
def test_unknown_phrase_is_refused(key: str) -> None:
    """A key without phrase is a mistake of the caller."""
    with pytest.raises(InvalidValueError, match="is not a phrase"):
        phrase(key)


def test_missing_values_are_refused() -> None:
    """A phrase that needs a value is not said without."""
    with pytest.raises(
        InvalidValueError, match=r"values must be at least 1 for brief\.changed_since"
    ):
        phrase("brief.changed_since")
    with pytest.raises(InvalidValueError, match=r"values must not be empty for brief\.via"):
        phrase("brief.via")
    with pytest.raises(InvalidValueError, match="values must be a list"):
        phrase("brief.via", "Reuters")
