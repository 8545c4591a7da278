"""An article knows its header, its language, its sentences, and where everything stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import ArticleError, InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.article import Article, digest_of
from claimtrack.reading.findings import Place
from claimtrack.reading.header import header_of
from claimtrack.reading.languages import detected
from claimtrack.reading.plain_text import decoded

RO = "Două persoane au fost rănite în incendiul de luni, a anunțat poliția din oraș."
EN = "Two people were hurt in the fire on Monday, the police of the city have said."


def test_a_date_alone_is_a_header() -> None:
    """The date stands before the first sentence, and the body begins behind it."""
    article = Article(f" date 2025-11-26 {RO}")

    assert Window.parse("2025-11-26") == article.published
    assert RO == article.sentences[0].of(article.body)


def test_lines_of_names_are_a_header() -> None:
    """Outlet, title, date and language may stand in lines of their own."""
    text = f"Title: Fire in the city\nOutlet: Example News\nDate: 2025-11-26\nLang: en\n\n{EN}"
    article = Article(text)

    assert {"title": "Fire in the city", "outlet": "Example News"}.items() <= (
        article.header.fields.items()
    )
    assert "en" == article.language
    assert [EN] == [one.of(article.body) for one in article.sentences]


def test_a_header_may_be_in_the_language_of_the_article() -> None:
    """The words of a header are data, as all others."""
    article = Article(f"Titlu: Incendiu în oraș\nPublicație: Exemplu\nData: 2025-11-26\n\n{RO}")

    assert {"title": "Incendiu în oraș", "outlet": "Exemplu", "date": "2025-11-26"} == (
        article.header.fields
    )
    assert [RO] == [one.of(article.body) for one in article.sentences]


@pytest.mark.parametrize("text", ["Dated 2025-11-26", "Title of the story", "title:\nx", ""])
def test_what_is_no_header_is_text(text: str) -> None:
    """Nothing is taken for a header that only begins like one."""
    assert {} == header_of(text).fields


def test_an_impossible_date_is_refused() -> None:
    """The thirtieth of February is told, not passed over."""
    with pytest.raises(InvalidValueError, match=r"article\.date .* got '2025-02-30'"):
        Article(f" date 2025-02-30 {RO}")


def test_what_is_told_wins_over_the_header() -> None:
    """A caller knows better than the text."""
    told = Window.parse("2025-11-27")

    assert told == Article(f" date 2025-11-26 {RO}", published=told).published


@pytest.mark.parametrize(
    "text",
    ["GIF89a\x00\x01", "a\x1b[31m", "lone \ud800 surrogate"],
)
def test_what_is_not_text_is_refused(text: str) -> None:
    """Bytes of something else are no article."""
    with pytest.raises(ArticleError, match="not text"):
        Article(text, lang="en")


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>Talks</p>",
        "<html><body>Talks</body></html>",
        "<p>Talks</p> go on <br> today",
    ],
)
def test_a_page_is_refused(text: str) -> None:
    """A page in HTML is told from text, with what to do."""
    with pytest.raises(ArticleError, match="reader view"):
        Article(text, lang="en")


def test_an_angle_is_no_page() -> None:
    """A tag or two may be quoted."""
    assert Article("The <p> tag came first, said a < b.", lang="en").sentences


def test_bytes_must_be_utf_8() -> None:
    """The place of the first byte that is not is told."""
    assert "Știri" == decoded("Știri".encode())
    with pytest.raises(ArticleError, match=r"not UTF-8: .* at byte 3"):
        decoded("a Ştiri".encode("latin2"))


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
@pytest.mark.parametrize("text", ["The mill closed.", "Școala „nouă” s-a deschis luni."])
def test_another_encoding_is_named(encoding: str, told: str, text: str) -> None:
    """With or without its mark, and with what to do."""
    with pytest.raises(ArticleError, match=f"looks like {told}: save it as UTF-8"):
        decoded(text.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "Title: Mill shut\n<div>The mill closed.",
        'Date: 2026-01-05\n\n<p class="lead">The mill closed.',
        "<article>The mill closed.",
        "<!-- start -->The mill closed.",
    ],
)
def test_markup_that_opens_a_text_makes_it_a_page(text: str) -> None:
    """One tag is enough there, behind a header too."""
    with pytest.raises(ArticleError, match="a page in HTML"):
        Article(text, lang="en")


@pytest.mark.parametrize("header", ["", "\ufeff", "Title: Mill shut\n"])
def test_rich_text_is_refused(header: str) -> None:
    """What it holds are no words of an article."""
    with pytest.raises(ArticleError, match="a file in RTF; save it as plain text"):
        Article(header + r"{\rtf1\ansi The mill closed.}", lang="en")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the text is empty"),
        (" \n\n", "the text is empty"),
        ("12 345, 678.\n", "the text has no words"),
        ("Title: Mill shut\nDate: 2026-01-05\n", "no words stand behind the header"),
    ],
)
def test_a_text_without_words_is_told_from_a_language_unknown(text: str, told: str) -> None:
    """Nobody can tell the language of nothing."""
    with pytest.raises(ArticleError, match=told):
        Article(text)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_may_end_in_any_way(end: str) -> None:
    """The header is read whole, and places lead back to the text as it was given."""
    lines = ["Title: Mill shut", "Outlet: Lowmere News", "", "The mill closed. It is sold.", "", EN]
    text = end.join(lines)
    article = Article(text, lang="en")
    last = article.original(article.sentences[-1])

    assert {"title": "Mill shut", "outlet": "Lowmere News"} == article.header.fields
    assert [1, 1, 2] == [one.paragraph for one in article.sentences][:3]
    assert EN.endswith(last.of(text))


def test_the_digest_is_of_the_text_as_given() -> None:
    """A byte order mark and decomposed letters count."""
    plain, decomposed = "deținuți", unicodedata.normalize("NFD", "deținuți")

    assert len({digest_of(plain), digest_of(decomposed), digest_of("\ufeff" + plain)}) == 3


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200))
def test_places_lead_back_to_the_text(text: str) -> None:
    """Every sentence, composed, is what stands at its place in the text that was given."""
    article = Article(text, lang="en") if "<" not in text else Article("x", lang="en")
    for sentence in article.sentences:
        there = article.original(sentence).of(article.text)

        assert sentence.of(article.body) == unicodedata.normalize("NFC", there)


def test_decomposed_text_keeps_its_places() -> None:
    """Offsets point into the text as it was given, not as it was composed."""
    text = unicodedata.normalize("NFD", f"{RO} {RO}")
    article = Article(text, lang="ro")
    second = article.original(article.sentences[1])

    assert unicodedata.normalize("NFD", RO) == second.of(text)
    assert second.start > article.sentences[1].start


def test_a_sentence_is_found_by_any_of_its_places() -> None:
    """Between sentences there is none."""
    article = Article("One came. Two left.", lang="en")

    assert [1, 1, None, 2] == [
        None if one is None else one.number
        for one in (article.sentence_at(place) for place in (0, 8, 9, 12))
    ]
    assert [1, 2] == [one.number for one in article.sentences_within(Place(start=5, end=12))]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ro", RO),
        ("ro", "Doua persoane au fost ranite in incendiul care a avut loc in oras, a anuntat el."),
        ("en", EN),
        ("de", "Zwei Menschen wurden bei dem Brand am Montag verletzt, wie die Polizei sagte."),
        ("fr", "Deux personnes ont été blessées dans l'incendie de lundi, selon la police."),
        ("es", "Dos personas resultaron heridas en el incendio del lunes, según la policía."),
        ("ru", "Два человека пострадали при пожаре в понедельник, но по словам полиции не тяжело."),
        (
            "uk",
            "Двоє людей постраждали під час пожежі в понеділок, але за словами поліції не тяжко.",
        ),
    ],
)
def test_the_language_is_found(lang: str, text: str) -> None:
    """The function words of a language tell it."""
    assert lang == detected(text)


@pytest.mark.parametrize("text", ["", "12 34", "Kovács Péter János", "Dwie osoby zostały ranne."])
def test_a_language_that_cannot_be_told_is_asked_for(text: str) -> None:
    """Neither an empty text nor one in another language is guessed at."""
    with pytest.raises(InvalidValueError, match="must be told"):
        detected(text)
