"""What is unclear, and what a party answered, goes to the claim that it is about."""

import pytest

from claimtrack.model.evidence import Stance
from claimtrack.model.updates import EvidenceGiven
from claimtrack.reading import Draft, read


def _read(text: str, lang: str) -> Draft:
    return read(text, lang=lang, published_at="2026-04-14")


def _answered(draft: Draft) -> list[list[str]]:
    """Give for each response the words of the claims that it is put to."""
    texts = {claim.id: claim.text for claim in draft.claims}
    return [[texts[one] for one in response.about] for response in draft.responses]


def _asked(draft: Draft) -> list[list[str]]:
    """Give for each open question the words of the claims that it is put to."""
    texts = {claim.id: claim.text for claim in draft.claims}
    return [[texts[one] for one in question.about] for question in draft.questions]


@pytest.mark.parametrize(
    ("lang", "text", "claims", "speakers", "asked"),
    [
        (
            "en",
            (
                "Correction: An earlier version of this article said 15 homes had burned. The "
                "correct number is 5.\n\nFive homes burned in Lowmere, police said. The mill "
                "declined to comment."
            ),
            ["The correct number is 5", "Five homes burned in Lowmere"],
            ["police", "The mill"],
            "Five homes burned in Lowmere",
        ),
        (
            "en",
            (
                "Five homes burned in Lowmere, police said. The mill declined to "
                "comment.\n\nAn earlier version of this story said that Nordlink declined to "
                "comment. It did respond, saying that it would pay."
            ),
            ["Five homes burned in Lowmere"],
            ["police", "The mill"],
            "Five homes burned in Lowmere",
        ),
        (
            "ro",
            (
                "CORECTARE: O versiune anterioară a acestui articol spunea că au ars 15 case. "
                "Numărul corect este 5.\n\nCinci case au ars la Sărata, a anunțat poliția. "
                "Primarul a refuzat să comenteze."
            ),
            ["Numărul corect este 5", "Cinci case au ars la Sărata"],
            ["poliția", "Primarul"],
            "Cinci case au ars la Sărata",
        ),
    ],
)
def test_a_correction_is_no_lead(
    lang: str, text: str, claims: list[str], speakers: list[str], asked: str
) -> None:
    """What an earlier version said is not claimed, nobody says it, and nobody answers it."""
    draft = _read(text, lang)

    assert claims == [claim.text for claim in draft.claims]
    assert speakers == [one.name or one.description for one in draft.speakers]
    assert [[asked]] == _answered(draft)
    assert all(claim.doubts for claim in draft.claims if claim.text != asked)


@pytest.mark.parametrize(
    ("lang", "text", "claims"),
    [
        (
            "en",
            (
                "An earlier version of this article gave a wrong date. The fair was held on "
                "Sunday, the council said. It said that rain fell.\n\nSix stalls were shut."
            ),
            ["The fair was held on Sunday", "Six stalls were shut"],
        ),
        (
            "ro",
            (
                "O versiune anterioară a acestui articol dădea o altă dată. Târgul a avut loc "
                "duminică, a anunțat primăria. A spus că a plouat.\n\nȘase tarabe au fost închise."
            ),
            ["Târgul a avut loc duminică", "Șase tarabe au fost închise"],
        ),
    ],
)
def test_what_is_right_is_said_by_whom_the_note_names(
    lang: str, text: str, claims: list[str]
) -> None:
    """A pronoun there may mean anybody whom the correction tells of."""
    assert claims == [claim.text for claim in _read(text, lang).claims]


VERDICT = {
    "en": "A court jailed Bo Roth for three years on Monday. Rain fell. ",
    "ro": "Tribunalul l-a condamnat luni pe Radu Dobre la trei ani de închisoare. A plouat. ",
}


@pytest.mark.parametrize(
    ("lang", "text", "about"),
    [
        ("en", "Prosecutors said Roth took 20 euros. The man denied the charges.", "Roth took"),
        ("en", "Prosecutors alleged Roth took it all. Roth rejected the allegation.", "Roth took"),
        ("en", "Clerk Ida Moss is accused of theft. She denies the allegations.", "Clerk Ida"),
        ("en", "The indictment says Roth took cash. Roth denied any wrongdoing.", "Roth took"),
        ("en", "The union claimed the mill had debts. The mill denied the claim.", "The mill had"),
        ("en", "Mia Cole said Roth had hired her. Roth denied the accusations.", "Roth had hired"),
        (
            "en",
            (
                "Ola Berg alleged that Cole lied. Tom Rose is charged with fraud. Cole denied the "
                "charges."
            ),
            "Cole lied",
        ),
        ("ro", "Procurorii susțin că Dobre a luat mită. Inculpatul a negat acuzațiile.", "Dobre a"),
        ("ro", "Prefectul Ion Dobre este acuzat de abuz. Acesta neagă acuzațiile.", "Prefectul"),
        ("ro", "Potrivit rechizitoriului, Dobre a luat 20 de lei. El a negat faptele.", "Dobre a"),
        ("ro", "Ana Pop a spus că medicii cer bani. Spitalul a negat informația.", "Medicii"),
        ("ro", "Ana Pop a spus că a fost bătută de Dobre. Dobre a respins acuzațiile.", "A fost"),
        ("ro", "Sindicatul a susținut că uzina minte. Uzina a negat orice implicare.", "Uzina"),
    ],
)
def test_a_denial_is_of_what_somebody_was_accused_of(lang: str, text: str, about: str) -> None:
    """Never of what the article tells by itself, such as a verdict."""
    (answered,) = _answered(_read(VERDICT[lang] + text, lang))

    assert [True] == [one.startswith(about) for one in answered]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The bridge opened in Lowmere on Monday. Mayor Ida Moss denied any wrongdoing."),
        ("en", "A ferry sank on Monday. The line called the suggestion false."),
        ("ro", "Podul a fost deschis luni. Primarul Ion Dobre a negat acuzațiile."),
        ("ro", "Un bac s-a scufundat luni. Compania Podex a dezmințit informația."),
    ],
)
def test_a_denial_of_what_is_not_told_is_no_evidence(lang: str, text: str) -> None:
    """It is recorded beside the claim, for a person to say what it denies."""
    draft = _read(text, lang)
    (response,) = draft.responses
    evidence = [
        item.update.evidence.stance
        for item in draft.to_follow_up().items
        if isinstance(item.update, EvidenceGiven)
    ]

    assert response.is_unplaced
    assert "name the claim" in response.doubts[0]
    assert [Stance.ASSERTS] == evidence


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Three officials said the mill would close. Rain fell. The mill denied the report."),
        ("ro", "Trei surse au spus că uzina va fi închisă. A plouat. Uzina a negat informația."),
    ],
)
def test_a_report_is_what_the_article_passes_on(lang: str, text: str) -> None:
    """Its denial is evidence, with the same review as the answer."""
    draft = _read(text, lang)
    items = [item for item in draft.to_follow_up().items if item.claim_id == draft.claims[0].id]
    denials = [
        item.review
        for item in items
        if isinstance(item.update, EvidenceGiven) and item.update.evidence.stance is Stance.DENIES
    ]

    assert [draft.claims[0].text] == _answered(draft)[0]
    assert list(draft.responses[0].doubts) == denials


@pytest.mark.parametrize(
    ("lang", "text", "about"),
    [
        (
            "en",
            (
                "The line is discussing the return of 40 sailings. It stopped 62 sailings in "
                "January. It is unclear when the sailings will return."
            ),
            "The line is",
        ),
        (
            "en",
            (
                "Ministers plan to release 40 prisoners. Guards released 12 prisoners on "
                "Monday. Which prisoners could be released next is not known."
            ),
            "Ministers plan",
        ),
        (
            "en",
            (
                "The port is shut. A ferry hit the pier on Monday, police said. It is not "
                "known how the ferry hit it."
            ),
            "A ferry",
        ),
        (
            "ro",
            (
                "Guvernul negociază întoarcerea a 40 de marinari. Alți 12 marinari s-au întors "
                "luni. Nu se știe când s-ar putea întoarce marinarii rămași."
            ),
            "Guvernul",
        ),
        (
            "ro",
            (
                "Portul e închis. Un bac a lovit digul luni, a anunțat poliția. Nu se știe cum "
                "a lovit bacul digul."
            ),
            "Un bac",
        ),
        (
            "en",
            (
                "The mayor opened the new school. Two boys were taken to hospital, police "
                "said. Their condition is not known."
            ),
            "Two boys",
        ),
        (
            "en",
            (
                "The new school opened on Monday. Two boys fled, police said. It is not clear "
                "where they went."
            ),
            "Two boys",
        ),
        (
            "ro",
            (
                "Școala nouă a fost deschisă luni. Doi băieți au ajuns la spital, a spus poliția. "
                "Starea lor nu este cunoscută."
            ),
            "Doi băieți",
        ),
        (
            "ro",
            (
                "Școala nouă a fost deschisă luni. Doi băieți au fugit, a spus poliția. Starea "
                "lui Ion Dobre nu este cunoscută."
            ),
            "Școala nouă",
        ),
    ],
)
def test_what_is_unclear_goes_to_what_it_asks_about(lang: str, text: str, about: str) -> None:
    """What is to come is not about what has happened; a pronoun takes up the sentence before."""
    ((asked,),) = _asked(_read(text, lang))

    assert asked.startswith(about)


LIVE = {
    "en": (
        "9:30 pm\nThe schools stay shut on Tuesday, the mayor said.\n\n8:05 pm\nTwelve villages "
        "have no power, Volt Energy said. It is not known when it comes back. Gridco could not be "
        "reached for comment.\n\n11:40 am\nThe company Podex declined to comment.\n\n11:15 am\n"
        "A storm hit Lowmere on Monday, police said. Two homes burned."
    ),
    "ro": (
        "ORA 21:30 Școlile rămân închise marți, a anunțat primarul.\n\nORA 20:05 Cel puțin 12 sate "
        "sunt fără curent, a transmis Voltex. Nu se știe când revine. Directorul Ion Dobre nu a "
        "putut fi contactat.\n\nORA 11:40 Compania Podex a refuzat să comenteze.\n\nORA 11:15 "
        "Furtuna a lovit Sărata luni, a anunțat poliția. Două case au ars."
    ),
}


@pytest.mark.parametrize(
    ("lang", "power", "storm"),
    [("en", "Twelve villages", "A storm hit"), ("ro", "Cel puțin 12 sate", "Furtuna a lovit")],
)
def test_an_entry_of_a_live_blog_is_about_itself(lang: str, power: str, storm: str) -> None:
    """An entry without a claim is about the oldest entry where the blog goes back in time."""
    draft = _read(LIVE[lang], lang)
    about = [one for (one,) in (*_asked(draft), *_answered(draft))]

    assert [True, True, True] == [
        words in one for words, one in zip((power, power, storm), about, strict=True)
    ]


def test_a_text_with_one_time_is_no_live_blog() -> None:
    """What goes forward in time is about its first entry."""
    one = "The fair opened in Lowmere on Monday.\n\n11:15 am\nTwo stalls burned. Gridco could not "
    text = f"{one}be reached for comment."
    forward = text.replace("The fair", "10:05 am\nThe fair").replace("Two stalls burned. ", "")

    for draft in (_read(text, "en"), _read(forward, "en")):
        ((asked,),) = _answered(draft)
        assert "The fair" in asked
