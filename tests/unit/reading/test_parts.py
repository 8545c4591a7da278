"""Sentences are cut into propositions where that is safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reading.article import Article
from claimtrack.reading.dates.finding import find_dates
from claimtrack.reading.findings import Place
from claimtrack.reading.parts import Opener, PartReader
from claimtrack.reading.quantities import find_quantities
from claimtrack.reading.rows import Row


def _parts(text: str, lang: str) -> list[tuple[str, str]]:
    article = Article(text, lang=lang)
    reader = PartReader(article, Row(find_quantities(article)), Row(find_dates(article)))
    (sentence,) = article.sentences
    return [(part.opener.value, part.of(article.body)) for part in reader.of(sentence)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The line stopped 62 sailings, while a rival added 12.",
            [("main", "The line stopped 62 sailings"), ("joined", "a rival added 12")],
        ),
        (
            "The line cut all fares and that tolls would rise.",
            [("main", "The line cut all fares"), ("joined", "tolls would rise")],
        ),
        (
            "The line will cut fares, as well as the price of cabins.",
            [("main", "The line will cut fares"), ("also", "the price of cabins")],
        ),
        (
            "The crews left the port, which had been shut since March.",
            [("main", "The crews left the port"), ("relative", "which had been shut since March")],
        ),
        (
            "The line, which had been sold in March, stopped sailing.",
            [("main", "The line, which had been sold in March, stopped sailing")],
        ),
        (
            "The port reopened after the sinking of 3 barges.",
            [("main", "The port reopened"), ("after", "the sinking of 3 barges")],
        ),
        (
            "The port reopened after the storm.",
            [("main", "The port reopened after the storm")],
        ),
        (
            "The line was sold in May and the crews were paid in June.",
            [("main", "The line was sold in May"), ("joined", "the crews were paid in June")],
        ),
        (
            "The line was sold in May and renamed.",
            [("main", "The line was sold in May and renamed")],
        ),
        (
            "He called it “a fine, which nobody paid” on Monday.",
            [("main", "He called it “a fine, which nobody paid” on Monday")],
        ),
        ("However, the crews left.", [("main", "the crews left")]),
        (
            "The line stopped sailing, but will return in May.",
            [("main", "The line stopped sailing, but will return in May")],
        ),
        ("Rain fell.", [("main", "Rain fell.")]),
    ],
)
def test_english_sentences(text: str, parts: list[tuple[str, str]]) -> None:
    """Cut before a relative clause, a joined clause, a further object, an event with a number."""
    assert parts == _parts(text, "en")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Linia a oprit 62 de curse, iar echipajele au rămas la țărm.",
            [("main", "Linia a oprit 62 de curse"), ("joined", "echipajele au rămas la țărm")],
        ),
        (
            "Linia a redus tarifele și că vor urma alte schimbări.",
            [("main", "Linia a redus tarifele"), ("joined", "vor urma alte schimbări")],
        ),
        (
            "Linia a redus tarifele, inclusiv prețul a 40 de cabine.",
            [("main", "Linia a redus tarifele"), ("including", "prețul a 40 de cabine")],
        ),
        (
            "A fost anulată cursa de luni, cea mai lungă de până acum.",
            [("main", "A fost anulată cursa de luni"), ("record", "cea mai lungă de până acum")],
        ),
        (
            "Totodată, portul a fost închis.",
            [("main", "portul a fost închis")],
        ),
    ],
)
def test_romanian_sentences(text: str, parts: list[tuple[str, str]]) -> None:
    """The same, by the words of another lexicon."""
    assert parts == _parts(text, "ro")


@given(
    st.lists(st.sampled_from([*"aBc 1,.“”", " and ", ", which ", " in May ", " was "]), max_size=60)
)
def test_parts_are_apart_and_in_order(pieces: list[str]) -> None:
    """Whatever the text, parts lie in their stretch, in order, and share nothing."""
    article = Article("".join(pieces), lang="en")
    reader = PartReader(article, Row(find_quantities(article)), Row(find_dates(article)))
    for sentence in article.sentences:
        place = Place(start=sentence.start, end=sentence.end)
        found = reader.of(place)
        edges = [edge for part in found for edge in (part.start, part.end)]

        assert found
        assert all(place.holds(part) for part in found)
        assert sorted(edges) == edges
        assert all(part.opener in Opener for part in found)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The crew won the cup, after beating 12 boats."),
        ("en", "Tolls rose to 37, after another crash in June."),
        ("en", "The law gives the port more power, including holding 20 crews."),
        ("en", "The report was late and that was all of it."),
        ("ro", "Podul e închis și ca urmare trenurile stau."),
        ("ro", "Drumul e blocat după ce 12 camioane au alunecat."),
        ("ro", "Nu sunt semne de pace, ci pentru mai mult război."),
    ],
)
def test_fragments_are_left_where_they_stand(lang: str, text: str) -> None:
    """What says nothing when it stands alone is no proposition."""
    assert [("main", text.rstrip("."))] == _parts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "rest"),
    [
        ("ro", "UPDATE ora 8.40: Podul a fost închis.", "Podul a fost închis"),
        ("ro", "12:15 - Podul a fost închis.", "Podul a fost închis"),
        ("en", "UPDATE 9:05: The bridge was shut.", "The bridge was shut"),
        ("en", "Earlier this month, the bridge was shut.", None),
        ("ro", "Astfel de poduri sunt rare.", None),
    ],
)
def test_labels_are_left_off(lang: str, text: str, rest: str | None) -> None:
    """A stamp before a sentence is none of what it says; a time within it is."""
    assert [("main", rest or text.rstrip("."))] == _parts(text, lang)
