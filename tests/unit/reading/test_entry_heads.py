"""The hour that heads an entry of a live report is no part of what the entry tells."""

import pytest

from claimtrack.reading import Draft, read
from claimtrack.reading.article import Article

EN = "Mayor Ann Lee said the mill was shut."
RO = "Primarul Ion Rusu a spus că uzina e închisă."


def _read(text: str, lang: str) -> Draft:
    return read(text, lang=lang, published_at="2026-03-10")


def _minutes(text: str, lang: str) -> list[int]:
    return [head.minute for head in Article(text, lang=lang).heads]


@pytest.mark.parametrize(
    ("head", "minute"),
    [
        ("14:10 ", 850),
        ("14:10: ", 850),
        ("14.10 - ", 850),
        ("6.15 p.m. ", 1095),
        ("6:15 p.m. ET: ", 1095),
        ("12:05am | ", 5),
        ("8 p.m. – ", 1200),
        ("[14:10] ", 850),
        ("UPDATE 14:10 ", 850),
        ("Update, 6:15 p.m. – ", 1095),
        ("UPDATE (14:10): ", 850),
        ("UPDATE 3 April, 14:10 GMT: ", 850),
        ("April 3, 14:10 GMT - ", 850),
        ("Correction, 14:10: ", 850),
    ],
)
def test_english_heads(head: str, minute: int) -> None:
    """The claim, its sentence and its speaker begin behind the head."""
    draft = _read(head + EN, "en")
    (claim,) = draft.claims

    assert [minute] == _minutes(head + EN, "en")
    assert "The mill was shut" == claim.text
    assert ("Ann Lee", "Mayor") == (draft.speakers[0].name, draft.speakers[0].role)
    assert [len(head)] == [one.start for one in Article(head + EN, lang="en").sentences]


@pytest.mark.parametrize(
    ("head", "minute"),
    [
        ("ORA 21:40 ", 1300),
        ("Ora 7 - ", 420),
        ("21.40 ", 1300),
        ("UPDATE ora 12:25 ", 745),
        ("UPDATE, ora 14.50: ", 890),
        ("UPDATE 3 aprilie, ora 7.15 - ", 435),
        ("UPDATE marți, 3 aprilie, ora 00.14: ", 14),
        ("Luni, 3 aprilie, ora 21:40 | ", 1300),
        ("ACTUALIZARE (21:40): ", 1300),
        ("LIVE TEXT 21:40 ", 1300),
    ],
)
def test_romanian_heads(head: str, minute: int) -> None:
    """The same, with the noun for the hour."""
    draft = _read(head + RO, "ro")
    (claim,) = draft.claims

    assert [minute] == _minutes(head + RO, "ro")
    assert "Uzina e închisă" == claim.text
    assert ("Ion Rusu", "Primarul") == (draft.speakers[0].name, draft.speakers[0].role)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ORA 20:15 Cel puțin trei oameni au murit la Sărata.", "Cel puțin trei oameni"),
        ("14:10 – 12 oameni au fost răniți la Sărata.", "12 oameni au fost"),
        ("ORA 18:05 „Apa crește repede”, a spus primarul Ion Rusu.", "Apa crește repede"),
        ("Podul e închis.\n21:40 Trei oameni au fost răniți.", "Trei oameni au"),
        ("Podul e închis. UPDATE ora 21.40: Trei oameni au fost răniți.", "Trei oameni au"),
    ],
)
def test_what_is_told_begins_behind_the_head(text: str, told: str) -> None:
    """Own words, figures and quotations alike, within a paragraph too; nothing dates them."""
    draft = _read(text, "ro")

    assert draft.claims[-1].text.startswith(told)
    assert text[draft.claims[-1].start :].startswith(told)
    assert () == draft.dates


def test_a_head_may_be_a_line_of_its_own() -> None:
    """Then it stays a sentence, which claims nothing."""
    text = f"10:42 pm\n{EN}\n\n9:30 pm\n{EN.replace('mill', 'road')}"

    assert [1362, 1290] == _minutes(text, "en")
    assert ["The mill was shut", "The road was shut"] == [
        claim.text for claim in _read(text, "en").claims
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "7:30 Tuesday is the last hour, Ann Lee said."),
        ("en", "2.50 RON is the price, Ann Lee said."),
        ("en", "At 14:10 Mayor Ann Lee said the mill was shut."),
        ("en", "10:00 - 12:30 Talks with three mills in Lowmere."),
        ("en", "31:20 was the score, Ann Lee said."),
        ("en", "UPDATE 1 - The mill closed on Monday."),
        ("en", "10 hours. The mill stood still for long."),
        ("ro", "La ora 21:40 Primarul Ion Rusu a spus că uzina e închisă."),
        ("ro", "7.30 dimineața e ora la care uzina se închide."),
        ("ro", "3 aprilie 2023 Uzina a fost închisă."),
    ],
)
def test_what_is_no_head(lang: str, text: str) -> None:
    """A time in a sentence, a price, a programme and a number of an update."""
    assert [] == _minutes(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("ro", "La ora 21:40 Poliția a anunțat că podul e închis.", "Poliția"),
        (
            "ro",
            "Până la ora 10:00 Ministerul Apelor a spus că uzina e închisă.",
            "Ministerul Apelor",
        ),
        ("ro", "După 21:40 un martor a spus că podul e închis.", "un martor"),
        ("en", "At 21:40 Lowmere Council said the mill was shut.", "Lowmere Council"),
        ("en", "Shortly after 10:30 a spokesman said the mill was shut.", "a spokesman"),
    ],
)
def test_a_time_is_no_part_of_who_speaks(lang: str, text: str, speaker: str) -> None:
    """The colon of a time ends no phrase, and the minutes begin no name."""
    draft = _read(text, lang)
    (claim,) = draft.claims

    assert claim.speaker is not None
    found = draft.speakers[claim.speaker]
    assert (speaker, None) == (found.name or found.description, found.count)
