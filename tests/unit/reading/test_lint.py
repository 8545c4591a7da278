"""What a desk would ask a writer about."""

import pytest

from claimtrack.reading.lint import lint

CASES = [
    ("en", "A source said the ferry sank.", "lone_source"),
    ("en", "The minister reportedly left.", "hearsay"),
    ("en", "One official told the paper so. Sources said more.", "plural_sources"),
    ("en", "The port refused to comment.", "refused"),
    ("en", "The mayor denied it.", "bare_denial"),
    (
        "en",
        "A Harbour Ministry official said no. The Harbour Ministry declined to comment.",
        "also_declined",
    ),
    ("en", "One official said the minister was incompetent.", "unnamed_opinion"),
    ("ro", "O sursă a declarat că bacul s-a scufundat.", "lone_source"),
    ("ro", "Se zvonește despre o plecare.", "hearsay"),
    ("ro", "Un oficial a declarat asta ziarului. Sursele spun mai mult.", "plural_sources"),
    ("ro", "Portul a refuzat să comenteze.", "refused"),
    ("ro", "Firma a negat.", "bare_denial"),
    ("ro", "Un oficial a declarat că ministrul e incompetent.", "unnamed_opinion"),
    ("ro", "Căpitanul ar fi plecat.", "hearsay"),
    ("ro", "Două bacuri s-ar fi ciocnit în port.", "hearsay"),
    ("ro", "Pasagera s-ar fi întors acasă.", "hearsay"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), CASES)
def test_remarks(lang: str, text: str, kind: str) -> None:
    """Each habit is pointed at."""
    assert kind in {one.kind.value for one in lint(text, lang=lang)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A source familiar with the talks said the ferry sank."),
        ("en", "The minister reportedly left, according to two guards."),
        ("en", "Three sources told the paper so. Sources said more."),
        ("en", "The port declined to comment and denied the allegations."),
        ("en", "“A source said so, and he refused to comment,” Pell said."),
        ("ro", "O sursă din port a declarat că bacul s-a scufundat."),
        ("ro", "Trei surse au declarat asta. Sursele spun mai mult."),
        ("ro", "Portul nu a dorit să comenteze și a negat acuzațiile."),
        ("ro", "Căpitanul ar fi plecat, a declarat primarul."),
        ("ro", "Căpitanul ar fi plecat, potrivit unor surse din port."),
        ("ro", "Căpitanul ar fi plecat dacă era vânt."),
        ("ro", "Căpitanul nu ar fi plecat."),
        ("ro", "Bacul ar fi trebuit să plece."),
        ("ro", "Un căpitan care ar fi plecat a fost prins."),
    ],
)
def test_nothing_to_ask(lang: str, text: str) -> None:
    """Careful wording is left alone."""
    assert [] == [one.kind.value for one in lint(text, lang=lang)]


def test_places_are_those_of_the_text_as_given() -> None:
    """Lines and columns count from 1, in a text that is not composed as well."""
    text = "Primăria tace.\nPrima\u0306ria a refuzat sa\u0306 comenteze."

    (remark,) = lint(text, lang="ro")

    assert (2, 11) == (remark.line, remark.column)
    assert remark.words == text[remark.start : remark.end]
