"""Cues: which words attribute something to somebody, and which only look so."""

from itertools import pairwise

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.cues import find_cues
from claimtrack.reading.kinds import CueKind, Frame


def _cues(lang: str, text: str) -> list[str]:
    article = Article(text, lang=lang)
    return [cue.of(article.body) for cue in find_cues(article) if not cue.is_negated]


@pytest.mark.parametrize(
    ("lang", "text", "cues"),
    [
        # A content clause follows, opened by a word or by none.
        ("en", "The mayor said that the bridge was closed.", ["said"]),
        ("en", "Officials said a second ferry sank.", ["said"]),
        ("en", "The bank has said it is sorry.", ["has said"]),
        ("en", "Authorities are now saying it was arson.", ["are now saying"]),
        ("en", "The dam told the council that the water rose.", ["told"]),
        ("en", "He said in a statement on Friday that the deal was dead.", ["said"]),
        ("ro", "Primarul a spus că podul este închis.", ["a spus"]),
        ("ro", "Primarul a mai spus, marți, la sediul primăriei, că plouă.", ["a mai spus"]),
        ("ro", "Vecinii susțin însă că nu au auzit nimic.", ["susțin"]),
        ("ro", "Primarul le-a transmis locuitorilor că podul este închis.", ["le-a transmis"]),
        # Quotation marks stand beside it, or a colon.
        ("en", '"We are ready," the captain said.', ["said"]),
        ("en", '"We are ready," added Ann Lee.', ["added"]),
        ("en", 'Lee added: "We are ready."', ["added"]),
        ("ro", "„Suntem gata”, a declarat căpitanul.", ["a declarat"]),
        ("ro", "„Suntem gata”, scrie Lupu pe Facebook.", ["scrie"]),
        ("ro", "Lupu a adăugat: „Suntem gata.”", ["a adăugat"]),
        # It stands behind what is said, or within it.
        ("en", "The ferry sank at dawn, a coastguard official said.", ["said"]),
        ("en", "The ferry sank at dawn, said a spokesman for the port.", ["said"]),
        ("en", "The ferry, he said, would be raised in May.", ["said"]),
        ("en", "The ferry sank at dawn, the port reported.", ["reported"]),
        ("ro", "Feribotul s-a scufundat în zori, a anunțat garda de coastă.", ["a anunțat"]),
        ("ro", "Feribotul, a spus el, va fi ridicat în mai.", ["a spus"]),
        ("ro", "Feribotul s-a scufundat, mai susține Garda de Coastă.", ["susține"]),
        # A noun phrase is enough.
        ("en", "The firm denied the allegations.", ["denied"]),
        ("ro", "Firma neagă acuzațiile.", ["neagă"]),
        ("ro", "Firma a respins acuzațiile.", ["a respins acuzațiile"]),
        # Phrases without a verb.
        ("en", "According to the port, two men drowned.", ["According to"]),
        ("en", "Two men, according to the port, drowned.", ["according to"]),
        ("ro", "Potrivit portului, doi oameni s-au înecat.", ["Potrivit"]),
        ("ro", "Doi oameni s-au înecat, conform datelor portului.", ["conform"]),
        # The report of an outlet is passed on.
        ("ro", "Feribotul s-a scufundat, scrie Reuters.", ["scrie"]),
        (
            "ro",
            "Feribotul s-a scufundat, relatează AFP, citată de Agerpres.",
            ["relatează", "citată de"],
        ),
    ],
)
def test_words_attribute(lang: str, text: str, cues: list[str]) -> None:
    """Each frame makes a verb of attribution count; a phrase needs none."""
    assert cues == _cues(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", '"He said that it rained."'),
        ("en", "Residents have been told to leave."),
        ("en", "The storm claimed the life of a farmer."),
        ("en", "A suspected smuggler was held at the port."),
        ("en", "The alleged smuggler was held at the port."),
        ("en", "The claims of the union were heard on Monday."),
        ("en", "She hosts a talk show in the capital."),
        ("en", "We said that it rained."),
        ("en", "He would say that it rained."),
        ("en", "A man accused of arson was freed."),
        ("en", "He said no more."),
        ("ro", "„Am spus că plouă și am plecat.”"),
        ("ro", "Am spus că plouă."),
        ("ro", "Ministrul își propune să construiască spitale."),
        ("ro", "Copiii vor să se joace în curte."),
        ("ro", "Lucrările merg conform planificării."),
        ("ro", "Armata a respins atacul de la graniță."),
        ("ro", "Furtuna amenință să rupă podul."),
        ("ro", "Rata în funcție de care se calculează dobânda: trei luni."),
        ("ro", "Guvernul a luat măsuri pentru a asigura securitatea."),
        ("ro", "Un martor, care a cerut să rămână anonim, a plecat."),
        ("ro", "Ministrul va spune că plouă."),
    ],
)
def test_words_only_look_so(lang: str, text: str) -> None:
    """Quoted words, passives, nouns, infinitives and the first person attribute nothing."""
    assert [] == _cues(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister did not say that he would resign."),
        ("en", "The minister hasn't confirmed the deal."),
        ("ro", "Ministrul nu a spus că demisionează."),
        ("ro", "Ministrul n-a confirmat înțelegerea."),
    ],
)
def test_denial_is_marked(lang: str, text: str) -> None:
    """What was not said is found, and marked."""
    assert [True] == [cue.is_negated for cue in find_cues(Article(text, lang=lang))]


def test_cue_says_how_it_was_found() -> None:
    """A cue names its rule with the version of the lexicon, its verb and its frame."""
    article = Article("The port confirmed that two men drowned.", lang="en")

    (cue,) = find_cues(article)

    assert f"{article.lexicon.version}:cue.confirmed.confirm" == cue.rule
    assert (CueKind.CONFIRMED, "confirm", Frame.THAT, 1) == (
        cue.kind,
        cue.lemma,
        cue.frame,
        cue.sentence,
    )


def test_text_without_accents_is_read() -> None:
    """Where a Romanian text is set without accents, "ca" opens a content clause."""
    assert ["a spus"] == _cues("ro", "Primarul a spus ca podul este inchis.")


def test_accents_tell_words_apart() -> None:
    """Where a Romanian text has its accents, "ca" does not stand for "că"."""
    assert [] == _cues("ro", "Vecinii cred în el ca într-un frate, însă pleacă după o oră.")


def test_cues_share_no_character() -> None:
    """The longest wording takes its words for itself."""
    text = "Firma a respins acuzațiile, a declarat patronul, potrivit Agerpres."
    article = Article(text, lang="ro")
    cues = find_cues(article)

    assert all(one.end <= other.start for one, other in pairwise(cues))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The trade report has made proposals on how to win."),
        ("en", 'A climber, described as "lost", was found.'),
        ("en", "Groups are critical of government claims that it rained."),
        ("en", "There are calls for the mayor to resign."),
        ("ro", "Barbu este acuzat că a plecat."),
        ("ro", "Guvernul le-ar cere să plece."),
    ],
)
def test_nouns_and_passives_attribute_nothing(lang: str, text: str) -> None:
    """A noun, a passive or what may be is nobody's word."""
    assert [] == _cues(lang, text)
