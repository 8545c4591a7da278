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


ALSO_DECLINED = [
    ("en", "Two Tarnlink employees said no. Tarnlink declined to comment."),
    ("en", "A senior official said no. The official declined to give details."),
    ("en", "The talks failed, said an official of the port. The port declined to comment."),
    ("ro", "Un oficial al Casei Albe a spus că nu. Casa Albă nu a dorit să comenteze."),
    ("ro", "Un angajat din Spitalul Vell a spus că nu. Spitalul Vell nu a dorit să comenteze."),
    (
        "ro",
        "Doi funcționari ai Primăriei Vell au spus că nu. Primăria Vell nu a răspuns solicitării.",
    ),
    (
        "ro",
        "Potrivit unui oficial al Poliției Locale, nu. Poliția Locală nu a răspuns solicitării.",
    ),
    ("ro", "Un oficial a spus că nu. Oficialul nu a dorit să dea detalii."),
]


@pytest.mark.parametrize(("lang", "text"), ALSO_DECLINED)
def test_a_party_that_speaks_unnamed(lang: str, text: str) -> None:
    """A body speaks by its officials, in whatever case it is named."""
    assert "also_declined" in {one.kind.value for one in lint(text, lang=lang)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "An aide to the mayor said the mayor would go. The mayor declined to comment."),
        ("en", "An adviser to Ana Brodie said no. Ana Brodie declined to comment."),
        ("en", "A diplomat said Tarnlink was broke. Tarnlink declined to comment."),
        ("ro", "Un consilier al primarului a spus că primarul pleacă. Primarul nu a comentat."),
        ("ro", "Un consilier al Anei Popa a spus că nu. Ana Popa nu a dorit să comenteze."),
        ("ro", "Un oficial al Senatului a spus că Guvernul cade. Guvernul nu a comentat."),
        ("ro", "Un angajat al portului a spus că nu. Directorul portului nu a comentat."),
    ],
)
def test_somebody_else_who_declines(lang: str, text: str) -> None:
    """An aide is not the mayor, and what an unnamed source speaks of does not speak."""
    assert "also_declined" not in {one.kind.value for one in lint(text, lang=lang)}


@pytest.mark.parametrize("lang", ["en", "ro"])
def test_remarks_have_the_language_of_the_text(lang: str) -> None:
    """A writer is asked in the language that is written in."""
    texts = {
        "en": "The port refused to comment.",
        "ro": "Ministrul a refuzat marți să comenteze planul pentru oraș.",
    }

    assert [lang] == [one.lang for one in lint(texts[lang])]
