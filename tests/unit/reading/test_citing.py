"""Citing: what an outlet tells, and whom it cites for it."""

import pytest

from claimtrack.reading import read
from claimtrack.reading.draft import Draft


def _claims(draft: Draft) -> list[tuple[str, str, str]]:
    """List each claim's text, who says so, and through whom."""
    found = []
    for claim in draft.claims:
        speaker = None if claim.speaker is None else draft.speakers[claim.speaker]
        named = "" if speaker is None else speaker.name or speaker.description
        found.append((claim.text, named, claim.told))
    return found


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            (
                "AFP reported on Monday, citing two officials close to the talks, "
                "that the envoy would travel to Port Ilse."
            ),
            "officials close to the talks",
        ),
        (
            "en",
            "The envoy would travel to Port Ilse, Reuters reported on Monday, citing three aides.",
            "aides",
        ),
        ("en", "Reuters, citing two aides, said the envoy would travel to Port Ilse.", "aides"),
        (
            "en",
            "Citing a senior official, Bloomberg said the envoy would travel to Port Ilse.",
            "a senior official",
        ),
        (
            "en",
            "The envoy would travel to Port Ilse, according to Reuters, which cited two aides.",
            "aides",
        ),
        (
            "ro",
            "Reuters relatează, citând doi oficiali, că emisarul va merge la Turnu.",
            "oficiali",
        ),
        (
            "ro",
            "Emisarul va merge la Turnu, scrie Reuters, care citează surse diplomatice.",
            "surse diplomatice",
        ),
        (
            "ro",
            "Potrivit Reuters, care citează doi oficiali, emisarul va merge la Turnu.",
            "oficiali",
        ),
        (
            "ro",
            "Citându-l pe ministrul Ion Pop, Agerpres transmite că emisarul va merge la Turnu.",
            "Ion Pop",
        ),
    ],
)
def test_what_an_outlet_tells_is_said_by_whom_it_cites(lang: str, text: str, expected: str) -> None:
    """One claim, the cited as its source, through the outlet."""
    ((words, named, told),) = _claims(read(text, lang=lang))

    assert words.casefold().startswith(("the envoy would travel", "emisarul va merge"))
    assert "cit" not in words
    assert expected == named
    assert told in {"AFP", "Reuters", "Bloomberg", "Agerpres"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "The ministry said, citing satellite images, that the plant was damaged.",
            "The ministry",
        ),
        ("en", "The plant was damaged, Ann Lee said, citing a survey.", "Ann Lee"),
        (
            "ro",
            "Ministerul a anunțat, citând date ale poliției, că uzina a fost avariată.",
            "Ministerul",
        ),
    ],
)
def test_who_is_no_outlet_says_it_themselves(lang: str, text: str, expected: str) -> None:
    """Whom a ministry or a person cites is no source of what they say."""
    ((_, named, told),) = _claims(read(text, lang=lang))

    assert (expected, "") == (named, told)


@pytest.mark.parametrize(
    ("text", "named", "told"),
    [
        (
            "North Star quoted Foreign Minister Ali Reza as saying that talks would resume.",
            "Ali Reza",
            "",
        ),
        ("Reuters quoted two sources as saying talks would resume.", "sources", "Reuters"),
        ("Talks would resume, Interfax cited the ministry as saying.", "the ministry", "Interfax"),
        (
            "Ann Lee was quoted by Interfax as saying that talks would resume.",
            "Ann Lee",
            "Interfax",
        ),
        ("Ann Lee was quoted as saying that talks would resume.", "Ann Lee", ""),
        ("Police quoted the suspect as saying talks would resume.", "the suspect", ""),
    ],
)
def test_who_is_quoted_speaks(text: str, named: str, told: str) -> None:
    """Whom somebody quotes is the source, though another's verb stands before."""
    assert [("Talks would resume", named, told)] == [
        (words[:1].upper() + words[1:], who, through)
        for words, who, through in _claims(read(text, lang="en"))
    ]


def test_who_quotes_passes_on() -> None:
    """A body that is no outlet, and quotes somebody, is told as who passed the words on."""
    draft = read("Police quoted the suspect as saying he was sorry.", lang="en")

    assert ["Police"] == [draft.speakers[one].description for one in draft.claims[0].relayed_by]


def test_an_outlet_that_is_cited_carries_what_somebody_says() -> None:
    """Where somebody speaks in what is reported, the agencies are the way it came."""
    text = "Oana Rusu a spus că podul este închis, scrie Digi24, citând Reuters."

    assert [("Podul este închis", "Oana Rusu")] == [
        (words, named) for words, named, _ in _claims(read(text, lang="ro"))
    ]


def test_a_phrase_behind_a_word_that_opens_a_clause_takes_that_clause_alone() -> None:
    """What stands before "that, according to X, …" is no part of what X says."""
    text = "Ann Lee found a house that, according to neighbours, had burned for ten days."

    assert ["had burned for ten days"] == [
        place.of(text) for one in read(text, lang="en").attributions for place in one.content
    ]


def test_nobody_who_is_only_cited_speaks() -> None:
    """Where no report stands beside a citation, the article speaks itself; no noun is a verb."""
    text = "The list, citing witnesses, names three suspects in Hull."

    assert [(text.rstrip("."), "", "")] == _claims(read(text, lang="en"))
