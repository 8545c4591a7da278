"""Attributions: who is named as speaking, what is said, to whom, and through whom."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.attributions import attribute
from claimtrack.reading.cues import find_cues
from claimtrack.reading.findings import Attribution
from claimtrack.reading.kinds import CueKind
from claimtrack.reading.speakers import Cast

SEED = Path(__file__).parents[4] / "shared" / "seed"


def _read(lang: str, text: str) -> tuple[Article, Cast, tuple[Attribution, ...]]:
    article = Article(text, lang=lang)
    cast = Cast(article)
    return article, cast, attribute(article, find_cues(article), cast)


def _named(lang: str, text: str) -> list[str]:
    article, _, found = _read(lang, text)
    return [one.mention.of(article.body) if one.mention else "" for one in found]


def _said(lang: str, text: str) -> list[list[str]]:
    article, _, found = _read(lang, text)
    return [[place.of(article.body) for place in one.content] for one in found]


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        # Before the verb.
        ("en", "The mayor said it rained.", "The mayor"),
        ("en", "On Friday the mayor said it rained.", "the mayor"),
        ("en", "But in a statement late on Friday the airline said it was sorry.", "the airline"),
        ("en", "In Geneva, the Health Fund said it was short of cash.", "the Health Fund"),
        (
            "en",
            "The mayor of Aldford, Ruth Calloway, said it rained.",
            "The mayor of Aldford, Ruth Calloway",
        ),
        (
            "en",
            "Tom Brown of the Ports Ministry said it rained.",
            "Tom Brown of the Ports Ministry",
        ),
        (
            "en",
            "A clerk who asked not to be named said it rained.",
            "A clerk who asked not to be named",
        ),
        (
            "en",
            "The clerk, who had seen the ledger, said it was false.",
            "The clerk, who had seen the ledger",
        ),
        ("en", "It rained all night, the bureau's chief said.", "the bureau's chief"),
        (
            "en",
            "It rained, the ministry spokesman, Colonel Adam West, said on Monday.",
            "the ministry spokesman, Colonel Adam West",
        ),
        (
            "en",
            '"We are ready," Lopez, who runs the port, told reporters.',
            "Lopez, who runs the port",
        ),
        ("ro", "Vineri, primarul a spus că plouă.", "primarul"),
        ("ro", "În acest context Barbu a precizat că rămâne.", "Barbu"),
        ("ro", "După ședință ministrul a declarat că rămâne.", "ministrul"),
        (
            "ro",
            "Ministrul Apărării, Angel Dinu, a confirmat că plouă.",
            "Ministrul Apărării, Angel Dinu",
        ),
        ("ro", "Dinu, în vârstă de 45 de ani, a negat că ar fi luat bani.", "Dinu"),
        ("ro", "Unul dintre martori, marți, a declarat că a fugit.", "Unul dintre martori"),
        (
            "ro",
            "O angajată, care a dorit să rămână anonimă, a declarat că a fugit.",
            "O angajată, care a dorit să rămână anonimă",
        ),
        # Behind the verb.
        (
            "en",
            '"We are ready," said Ann Lee, the head of the port.',
            "Ann Lee, the head of the port",
        ),
        ("en", '"We are ready," said the company in a statement.', "the company"),
        ("en", "It rained, said one diplomat, adding that it was late.", "one diplomat"),
        ("ro", "Plouă, a declarat marți premierul.", "premierul"),
        (
            "ro",
            "Plouă, a declarat, luni, 3 martie, la Iași, colonelul Ion Barbu.",
            "colonelul Ion Barbu",
        ),
        (
            "ro",
            "Plouă, a spus, la Digi24, ministrul Transporturilor, Radu Miron.",
            "ministrul Transporturilor, Radu Miron",
        ),
        ("ro", "„Plouă”, le-a spus jurnaliștilor Lupu, care conduce portul.", "Lupu"),
        (
            "ro",
            "Plouă, a declarat un purtător de cuvânt al portului, într-un comunicat.",
            "un purtător de cuvânt al portului",
        ),
        ("ro", "Plouă, a scris Mediafax la sfârșitul lunii mai.", "Mediafax"),
        # With no verb, and of papers.
        (
            "en",
            "It rained, according to Dan Moss, chief of the bureau.",
            "Dan Moss, chief of the bureau",
        ),
        ("en", "According to the bureau, it rained.", "the bureau"),
        ("ro", "Potrivit lui Dinu, plouă.", "Dinu"),
        ("ro", "Plouă, potrivit unui raport al portului.", "unui raport al portului"),
        ("ro", "Plouă, se arată într-un comunicat al portului.", "comunicat al portului"),
        (
            "en",
            "The report, published on Tuesday, found that it rained.",
            "The report, published on Tuesday",
        ),
    ],
)
def test_speaker_is_named(lang: str, text: str, named: str) -> None:
    """The noun phrase that names the speaker, whole and no more, before the verb or behind it."""
    assert named == _named(lang, text)[0]


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("en", "The mayor came to the port and said it rained.", "The mayor"),
        (
            "en",
            "Marran's chief, Idris Temm, thanked the crew and said it rained.",
            "Marran's chief, Idris Temm",
        ),
        ("en", "The union issued a statement saying that it rained.", "The union"),
        ("ro", "Premierul l-a felicitat pe Barbu și a spus că plouă.", "Premierul"),
        ("ro", "Lupu a ocolit tema bugetului, dar a spus că plouă.", "Lupu"),
        (
            "ro",
            "Pescarii care au văzut barca au plecat, spunând că plouă.",
            "Pescarii care au văzut barca",
        ),
    ],
)
def test_joined_verb_takes_up_the_subject(lang: str, text: str, named: str) -> None:
    """A verb without a subject has that of the clause before."""
    assert [named] == _named(lang, text)


def test_dropped_subject_is_who_spoke_last() -> None:
    """A sentence that names nobody goes on with the last speaker."""
    _, cast, found = _read("ro", "Elena Cosma a spus că plouă. A adăugat că e frig.")

    assert found[1].mention is None
    assert "Elena Cosma" == cast.speakers[found[1].speaker or 0].name


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "The mayor said on Friday that it rained.", ["it rained"]),
        ("en", "The mayor told the court it rained.", ["it rained"]),
        ("en", "It rained, the mayor said.", ["It rained"]),
        ("en", '"It rained," the mayor said.', ["It rained"]),
        ("en", "The ferry, he said, would be raised.", ["The ferry", "would be raised"]),
        ("en", '"It rained," she said. "It will rain again."', ["It rained", "It will rain again"]),
        ("en", "According to the bureau, it rained.", ["it rained"]),
        ("en", "Two men, according to police, were held.", ["Two men", "were held"]),
        ("ro", "Primarul a spus, joi, la sediu, că plouă.", ["plouă"]),
        ("ro", "Primarul a spus că plouă, adăugând că e frig.", ["plouă"]),
        ("ro", "Primarul a spus că plouă, transmite Agerpres.", ["plouă"]),
        ("ro", "Ministrul spune că sunt bani, însă opoziția susține că nu.", ["sunt bani"]),
        (
            "ro",
            "Primarul a spus că, potrivit estimărilor, va ploua.",
            ["potrivit estimărilor, va ploua"],
        ),
        ("ro", "„Plouă. Va ploua și mâine”, a spus primarul.", ["Plouă. Va ploua și mâine"]),
        ("ro", "„Plouă”, a spus primarul, „și e frig”.", ["Plouă", "și e frig"]),
        ("ro", "Plouă, a spus el, iar primarul a plecat.", ["Plouă"]),
        ("ro", "Lupu a spus, la o serbare unde a fost primit cu flori, că plouă.", ["plouă"]),
        ("ro", "Firma neagă acuzațiile.", ["acuzațiile"]),
        # What ends with a sign or a stop of its own keeps it.
        ("en", "Rates rose to 4.5%, the bank said.", ["Rates rose to 4.5%"]),
        ("en", "The doors shut at 5 p.m., the bank said.", ["The doors shut at 5 p.m."]),
        ("en", "The doors shut at 18.00, the bank said.", ["The doors shut at 18.00"]),
        ("ro", "Rata a urcat la 5,5%, a anunțat banca.", ["Rata a urcat la 5,5%"]),
        # Who was told is no part of it.
        ("en", "Ann Lee told the court the thefts began in May.", ["the thefts began in May"]),
        ("en", "The thefts began in May, she told the court.", ["The thefts began in May"]),
        ("en", "The talks were, he noted, over.", ["The talks were", "over"]),
        ("en", "The archive, Lee noted, holds deeds.", ["The archive", "holds deeds"]),
        ("en", "The fire went out, Lee noted, after dawn.", ["The fire went out"]),
    ],
)
def test_content_is_what_is_said(lang: str, text: str, said: list[str]) -> None:
    """Without the word that opens it, the marks about it, and whose words it is."""
    assert said == _said(lang, text)[0]


def test_quotation_is_direct() -> None:
    """Only what stands within quotation marks alone is somebody's own words."""
    text = '"It rained," she said. It rained "all night", she said.'
    _, _, found = _read("en", text)

    assert [True, False] == [one.is_direct for one in found]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "It rained, two sources told Reuters.", "Reuters"),
        ("en", "The mayor told ABC radio it rained.", "ABC radio"),
        ("en", "The mayor told a judge that it rained.", ""),
        ("ro", "Plouă, au declarat surse politice pentru Reuters.", "Reuters"),
        ("ro", "Un diplomat a declarat la 3 martie pentru AFP că plouă.", "AFP"),
        ("ro", "Primarul a spus la Iași că plouă.", ""),
        ("ro", "Primarul a anunțat că plouă, transmite Agerpres.", "Agerpres"),
    ],
)
def test_outlet_was_told(lang: str, text: str, told: str) -> None:
    """The outlet that was told is no part of who told it."""
    assert told == _read(lang, text)[2][0].told


def test_words_are_passed_on() -> None:
    """Two speakers, one origin: who passes on the words of another comes after him."""
    _, cast, found = _read("en", "The mayor said police told her that it rained.")
    outer, inner = found

    assert () == outer.relayed_by
    assert (outer.speaker,) == inner.relayed_by
    assert "police" == cast.speakers[inner.speaker or 0].description


def test_relative_clause_is_doubtful() -> None:
    """What a relative clause adds may be the article's own words."""
    _, _, found = _read("ro", "Dinu a spus că podul, care s-a rupt în mai, va fi închis.")

    assert found[0].is_ambiguous
    assert found[0].why_ambiguous


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister did not say that he would resign."),
        ("en", "Nobody said that it rained, and no one said why."),
        ("ro", "Ministrul nu a spus că demisionează."),
    ],
)
def test_denial_attributes_nothing(lang: str, text: str) -> None:
    """Who did not say something is no source of it."""
    assert () == _read(lang, text)[2]


def test_paper_tells_as_a_document() -> None:
    """What a paper says is told by a document, whatever the verb."""
    _, _, found = _read("ro", "Raportul portului arată că plouă.")

    assert CueKind.DOCUMENTS == found[0].cue.kind


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("de", "„Wir sind bereit“, sagte der Minister Hans Meier.", "der Minister Hans Meier"),
        ("es", "«Estamos listos», dijo el ministro Juan Pozo.", "el ministro Juan Pozo"),
        ("fr", "« Nous sommes prêts », a déclaré le ministre Jean Pont.", "le ministre Jean Pont"),
        ("ru", "«Мы готовы», — сказал министр Иван Петров.", "министр Иван Петров"),
        ("uk", "«Ми готові», — сказав міністр Іван Петренко.", "міністр Іван Петренко"),
    ],
)
def test_short_languages_are_read(lang: str, text: str, named: str) -> None:
    """Languages with few words know the plainest construction: a quotation, a verb, a name."""
    assert [named] == _named(lang, text)


def test_seed_article() -> None:
    """All cues of the seed article, and whose they are, through short names and anaphors."""
    if not SEED.is_dir():
        pytest.skip("the seed article is not beside the repository")
    gold: dict[str, Any] = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    text = (SEED / gold["article"]["file"]).read_text(encoding="utf-8")
    article, cast, found = _read("ro", text)
    mentions = {
        (mention["start"], mention["end"]): source["id"]
        for source in gold["sources"]
        for mention in source["mentions"]
    }
    said = {
        record["attribution"]["cue"]["start"]: record["attribution"]["sources"]
        for record in gold["records"]
        if record["attribution"]["cue"]
    }

    places = [(one.mention.start, one.mention.end) for one in found if one.mention]
    speakers = [one.speaker for one in found]

    assert sorted(said) == [one.cue.start for one in found]
    assert [said[one.cue.start][0] for one in found] == [mentions[place] for place in places]
    assert speakers[0] == speakers[1] == speakers[4]
    assert len(set(speakers)) == len({mentions[place] for place in places})
    coale = cast.speakers[speakers[5] or 0]
    assert "John Coale" == coale.name
    sources = cast.speakers[speakers[0] or 0]
    assert sources.count is not None
    assert (3, 3, "Reuters") == (sources.count.low, sources.count.high, sources.told)
    assert article.sentences


@pytest.mark.parametrize(
    ("lang", "text", "named", "said"),
    [
        ("en", "As police announced, Bob Stone is free.", "police", "Bob Stone is free"),
        ("en", "Lee dismissed reports of a deal as talk.", "Lee", "reports of a deal as talk"),
        (
            "en",
            "The study found a number of crews are ill.",
            "The study",
            "a number of crews are ill",
        ),
        ("ro", "După cum a anunțat poliția, Ion Barbu e liber.", "poliția", "Ion Barbu e liber"),
        (
            "en",
            'The mother of a girl killed in the storm last year said she wept as he cried "No".',
            "The mother of a girl killed in the storm",
            'she wept as he cried "No',
        ),
        ("en", 'Asked where it was, the mayor said, "It is gone".', "the mayor", "It is gone"),
        ("ro", "Întrebat dacă vine, Barbu a răspuns: „Nu știu”.", "Barbu", "Nu știu"),
        (
            "en",
            "Stocks fell, as tribal forces claimed they had won.",
            "tribal forces",
            "they had won",
        ),
        ("en", "Lee says more needs to be done.", "Lee", "more needs to be done"),
        (
            "en",
            "Lee says no one from the port has been hurt.",
            "Lee",
            "no one from the port has been hurt",
        ),
        ("en", "The mayor says that will help.", "The mayor", "that will help"),
        ("en", "In a note, Lee says last week he felt ill.", "Lee", "he felt ill"),
        ("en", "Lee told Judge James R. Dabney that it rained.", "Lee", "it rained"),
        ("ro", "Barbu a cerut o taxă de nouă lei, dar alții au cerut mai puțin.", None, None),
        (
            "ro",
            "Podul e vechi, explică expertul în poduri Ion Barbu.",
            "expertul în poduri Ion Barbu",
            "Podul e vechi",
        ),
        (
            "ro",
            "Revista „Timp” a publicat scrisoarea unui expert.",
            "Revista „Timp”",
            "scrisoarea unui expert",
        ),
        (
            "ro",
            "Nota e mică, care e tot mică, a avertizat joi, 5 mai, primarul Ion Barbu.",
            "primarul Ion Barbu",
            "Nota e mică, care e tot mică",
        ),
        ("ro", "„Da”, a spus, zâmbind, Ion Barbu.", "Ion Barbu", "Da"),
        (
            "ro",
            "Ion Barbu, soțul Anei Lupu, care a fugit, a confirmat că plouă.",
            "Ion Barbu",
            "plouă",
        ),
    ],
)
def test_speech_as_news_has_it(lang: str, text: str, named: str | None, said: str | None) -> None:
    """Constructions of running news: who speaks, and what is said and no more."""
    if named is None or said is None:
        assert "o taxă de nouă lei" == _said(lang, text)[0][0]
        return

    assert named == _named(lang, text)[0]
    assert [said] == _said(lang, text)[0]


def test_a_quotation_without_a_stop_before_it_is_a_sentence() -> None:
    """What was said before a quotation is no part of it, though no stop stands between."""
    text = 'Mr Lee says it is bad for the town "We are not doing enough, it falls," he said.'

    assert [["it is bad for the town"], ["We are not doing enough, it falls"]] == _said("en", text)


def test_an_outlet_may_observe() -> None:
    """The outlet that carries a report may say more by a relative clause."""
    text = "Zece conturi sunt false, scrie Reuters, care observă că plouă."

    assert ["Reuters", "Reuters"] == _named("ro", text)


def test_who_denied_is_taken_up() -> None:
    """A verb without a subject takes up the one that denied before it."""
    _, cast, found = _read(
        "ro", "Ana Lupu a vorbit. Barbu nu a spus că pleacă, dar susține că plouă."
    )

    assert ["Barbu"] == [cast.speakers[one.speaker or 0].name or "Barbu" for one in found]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Maria Sandu: „Alegerile au fost corecte și libere.”", "Maria Sandu"),
        (
            "Ministrul Sănătății, Ion Popa: „Spitalele sunt pregătite.”",
            "Ministrul Sănătății, Ion Popa",
        ),
        ("Premierul, despre buget: „Nu vom tăia salarii”.", "Premierul"),
    ],
)
def test_a_colon_stands_for_a_verb(text: str, named: str) -> None:
    """Where a language writes so, a name, a colon and a quotation say who speaks."""
    article, _, (found,) = _read("ro", text)

    assert found.mention is not None
    assert (named, True) == (found.mention.of(article.body), found.is_direct)
    assert [text[text.index("„") + 1 :].strip("”.")] == [
        place.of(article.body) for place in found.content
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Best Picture: “The Long Way Back Home Again”."),
        ("ro", "Trei lucruri: „pâine”, „lapte” și „ouă”."),
        ("ro", "Titlul articolului: „Orașul care nu doarme azi”."),
        ("ro", "UPDATE 14:00: „Podul este închis de azi”."),
        ("ro", "Premiul Marii Nopți: „Drumul”."),
    ],
)
def test_a_label_is_no_speaker(lang: str, text: str) -> None:
    """What stands before a title, a list or an update says nothing."""
    assert _read(lang, text)[2] == ()


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("en", "Ann Lee and Tom Brown said the bridge was unsafe.", ["Ann Lee", "Tom Brown"]),
        ("en", "The minister and the mayor said it rained.", ["The minister", "the mayor"]),
        ("en", "“We will stay,” said Ann Lee and Tom Brown.", ["Ann Lee", "Tom Brown"]),
        ("ro", "Ana Popa și Ion Rusu au declarat că plouă.", ["Ana Popa", "Ion Rusu"]),
        ("ro", "Ministrul și primarul au spus că plouă.", ["Ministrul", "primarul"]),
        # One person, or one body.
        ("en", "The founder and director Ann Lee said it was over.", ["Ann Lee"]),
        ("en", "The Ministry of Health and Families said it was shut.", ["The Ministry of Health"]),
        ("ro", "Deputatul Verzilor și activista Sandra Rus a spus că plouă.", ["Sandra Rus"]),
        ("ro", "Ministerul Sănătății și Familiei a anunțat că plouă.", ["Ministerul Sănătății"]),
    ],
)
def test_two_may_speak_together(lang: str, text: str, named: list[str]) -> None:
    """Two persons, or two offices, joined by "and" are two sources of the same words."""
    _, cast, (found,) = _read(lang, text)
    assert found.speaker is not None
    speakers = [cast.speakers[one] for one in (found.speaker, *found.with_speakers)]

    assert len(named) == len(speakers)
    if len(named) > 1:
        assert named == [one.name or one.description for one in speakers]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The judge denied bail on Friday."),
        ("en", "The port denied access to 20 lorries."),
        ("en", "Officials denied him a visa in May."),
        ("en", "The court has denied the line's appeal."),
        ("en", "The guards denied the sailors medical treatment."),
        ("ro", "Primarul a negat accesul presei în port."),
        ("ro", "Guvernul neagă dreptul la azil al marinarilor."),
        ("ro", "Curtea a infirmat decizia tribunalului."),
    ],
)
def test_what_is_refused_is_not_said(lang: str, text: str) -> None:
    """Who denies bail, access or a visa acts, and says nothing."""
    assert () == _read(lang, text)[2]


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "The ministry denied aid cuts.", "aid cuts"),
        ("en", "The line denied water was unsafe.", "water was unsafe"),
        ("en", "The port denied any role in the fire.", "any role in the fire"),
        ("en", "The mayor denied that access was shut.", "access was shut"),
        ("ro", "Primarul a negat implicarea în dosar.", "implicarea în dosar"),
        ("ro", "Portul a negat că accesul e închis.", "accesul e închis"),
    ],
)
def test_what_is_denied_is_said(lang: str, text: str, said: str) -> None:
    """The same nouns within what is denied change nothing."""
    assert [[said]] == _said(lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "Around a third of crews are unhappy, according to a poll.", "Around a third"),
        ("en", "Under a third voted, according to a poll.", "Under a third voted"),
        ("ro", "Peste 40 de marinari au plecat, potrivit poliției.", "Peste 40 de marinari"),
        ("ro", "La Vell au plecat 40 de marinari, potrivit poliției.", "La Vell au plecat"),
    ],
)
def test_what_begins_with_a_preposition_may_be_all(lang: str, text: str, said: str) -> None:
    """Where nothing follows who says so, what stands before is what is said."""
    ((found,),) = _said(lang, text)

    assert found.startswith(said)
