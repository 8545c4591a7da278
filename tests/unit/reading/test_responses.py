"""Responses: what came of asking, who was asked, by whom; and what is none."""

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.attributions import attribute
from claimtrack.reading.cues import find_cues
from claimtrack.reading.findings import ResponseFound
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast


def _read(text: str, lang: str) -> tuple[ResponseFound, ...]:
    article = Article(text, lang=lang)
    return find_responses(article, Cast(article))


ROMANIAN = [
    ("Armatorul a declinat orice comentariu.", "declined_to_comment", "Armatorul"),
    ("Portul nu a reacționat încă.", "not_yet_reacted", "Portul"),
    ("Nu s-a putut obține un comentariu din partea portului.", "not_available", "portului"),
    ("Primăria a refuzat să comenteze.", "declined_to_comment", "Primăria"),
    ("Primăria nu a dorit să comenteze situația.", "declined_to_comment", "Primăria"),
    ("Portul nu a vrut să facă declarații.", "declined_to_comment", "Portul"),
    ("Portul nu comentează zvonurile.", "declined_to_comment", "Portul"),
    ("Portul s-a abținut de la comentarii.", "declined_to_comment", "Portul"),
    ("Armatorul a ales să nu răspundă.", "declined_to_comment", "Armatorul"),
    ("Portul nu a oferit alte detalii.", "declined_details", "Portul"),
    ("Portul nu a precizat câte bărci lipsesc.", "declined_details", "Portul"),
    ("Armatorul a refuzat să spună cine a plătit.", "declined_details", "Armatorul"),
    ("Procurorul nu poate comenta un dosar în lucru.", "cannot_comment", "Procurorul"),
    ("Ambasada nu a răspuns la solicitări.", "did_not_respond", "Ambasada"),
    ("Ambasada nu a răspuns imediat solicitării Reuters.", "did_not_respond", "Ambasada"),
    ("Portul nu ne-a transmis un punct de vedere.", "did_not_respond", "Portul"),
    ("Portul nu a dat curs solicitării noastre.", "did_not_respond", "Portul"),
    (
        "Apelurile către armatorul Dan Pell au rămas fără răspuns.",
        "did_not_respond",
        "armatorul Dan Pell",
    ),
    ("Nu am primit niciun răspuns din partea portului.", "did_not_respond", "portului"),
    ("Armatorul nu a putut fi contactat pentru comentarii.", "could_not_be_reached", "Armatorul"),
    (
        "Nu a putut fi contactat pentru comentarii armatorul Dan Pell.",
        "could_not_be_reached",
        "armatorul Dan Pell",
    ),
    ("Ministra nu a fost disponibilă pentru un comentariu.", "not_available", "Ministra"),
    ("Ministra nu s-a pronunțat încă.", "not_yet_reacted", "Ministra"),
    ("Nu a existat nicio reacție din partea portului.", "not_yet_reacted", "portului"),
    ("Portul nu a putut confirma informația.", "could_not_confirm", "Portul"),
    (
        "Portul nici nu a confirmat, nici nu a infirmat zvonul.",
        "neither_confirmed_nor_denied",
        "Portul",
    ),
    ("Portul nu are cunoștință de vreo avarie.", "unaware", "Portul"),
    ("Portul a anunțat că verifică sesizările.", "under_review", "Portul"),
    ("Armatorul a negat acuzațiile.", "denied", "Armatorul"),
]
ENGLISH = [
    ("The minister would not be drawn when asked.", "declined_to_comment", "The minister"),
    ("The studio did not get back to us.", "did_not_respond", "The studio"),
    (
        "A lawyer for the man was not immediately available.",
        "not_available",
        "A lawyer for the man",
    ),
    ("The firm has not responded to the allegations.", "not_yet_reacted", "The firm"),
    ("Emails to the firm seeking comment went unanswered.", "did_not_respond", "the firm"),
    ("The harbour declined to comment.", "declined_to_comment", "The harbour"),
    ("The owner would not comment on the leak.", "declined_to_comment", "The owner"),
    ("The owner had no immediate comment.", "declined_to_comment", "The owner"),
    ("The owner does not want to make any further comment.", "declined_to_comment", "The owner"),
    ("The owner refused to say who paid.", "declined_details", "The owner"),
    ("The owner did not provide details.", "declined_details", "The owner"),
    ("The prosecutor could not discuss the case.", "cannot_comment", "The prosecutor"),
    ("The harbour did not respond to a request for comment.", "did_not_respond", "The harbour"),
    ("The harbour has not returned calls.", "did_not_respond", "The harbour"),
    ("Calls to the owner were not returned.", "did_not_respond", "the owner"),
    (
        "A request for comment sent to Pell Marine went unanswered.",
        "did_not_respond",
        "Pell Marine",
    ),
    (
        "Alpha, Beta, and Gamma did not respond to requests for comment.",
        "did_not_respond",
        "Alpha, Beta, and Gamma",
    ),
    ("The owner could not be reached for comment.", "could_not_be_reached", "The owner"),
    ("Attempts to reach the owner were unsuccessful.", "could_not_be_reached", "the owner"),
    ("The minister was not available for an interview.", "not_available", "The minister"),
    ("Nobody from the ferry line was available to comment.", "not_available", "the ferry line"),
    ("The minister has not commented on the matter.", "not_yet_reacted", "The minister"),
    ("There was no immediate comment from the harbour.", "not_yet_reacted", "the harbour"),
    ("The harbour could not confirm the report.", "could_not_confirm", "The harbour"),
    (
        "The harbour neither confirmed nor denied the report.",
        "neither_confirmed_nor_denied",
        "The harbour",
    ),
    ("The harbour had no knowledge of a leak.", "unaware", "The harbour"),
    ("The army referred questions to the governor.", "referred_elsewhere", "The army"),
    ("The owner denied the allegations.", "denied", "The owner"),
]
CASES = [("ro", *case) for case in ROMANIAN] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(("lang", "text", "kind", "party"), CASES)
def test_kinds_and_parties(lang: str, text: str, kind: str, party: str) -> None:
    """Each wording says what came of it, and whose answer it was."""
    (found,) = _read(text, lang)

    assert (kind, party) == (found.kind.value, found.responder and found.responder.of(text))


SUBJECTS = [
    ("en", "Pell, who runs the ferries, declined to comment.", "Pell"),
    (
        "en",
        "Dana Pell, a spokeswoman for the port, declined to comment.",
        "Dana Pell, a spokeswoman for the port",
    ),
    (
        "en",
        "On Monday, the port and the ferry line declined to comment.",
        "the port and the ferry line",
    ),
    ("en", "The port confirmed a leak but declined to comment further.", "The port"),
    ("en", "Two ships sank, and the port declined to comment.", "the port"),
    ("en", "The port said it could not confirm the report.", "The port"),
    (
        "en",
        "“All is well today, and it will stay so,” said Pell, but the port declined to comment.",
        "the port",
    ),
    ("en", "The firm that owns the ferries declined to comment.", "The firm that owns the ferries"),
    ("ro", "Dan Pell, care conduce flota, a refuzat să comenteze.", "Dan Pell"),
    (
        "ro",
        "Directorul portului, Dan Pell, a refuzat să comenteze.",
        "Directorul portului, Dan Pell",
    ),
    ("ro", "Marți, portul a refuzat să comenteze.", "portul"),
    ("ro", "Portul a confirmat avaria, dar a refuzat să comenteze.", "Portul"),
    ("ro", "Două nave s-au scufundat, iar portul a refuzat să comenteze.", "portul"),
    ("ro", "Observatorul notează că portul a refuzat să comenteze.", "portul"),
    ("ro", "Dan Pell a declarat, la o conferință, că nu poate comenta dosarul.", "Dan Pell"),
    ("ro", "Două firme – Alfa și Beta – au refuzat să comenteze.", "Două firme"),
]


@pytest.mark.parametrize(("lang", "text", "party"), SUBJECTS)
def test_whose_answer_it_is(lang: str, text: str, party: str) -> None:
    """The party is the subject of its own clause, whatever stands around and between."""
    *_, found = _read(text, lang)

    assert party == (found.responder and found.responder.of(text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Neither the port nor the ferry line responded to requests for comment."),
        ("ro", "Nici portul, nici linia de feribot nu au răspuns solicitărilor."),
    ],
)
def test_neither_of_two(lang: str, text: str) -> None:
    """Two parties that both did not answer are two responses."""
    found = _read(text, lang)

    assert 2 == len({one.responder and one.responder.of(text) for one in found})


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Purtătoarea de cuvânt a portului, contactată de G4Media, nu a comentat.",
            "Purtătoarea de cuvânt a portului",
        ),
        ("Primarul Ion Vell, întrebat de Digi24, a refuzat să comenteze.", "Primarul Ion Vell"),
        ("Compania Tarn, solicitată să explice, nu a răspuns la întrebări.", "Compania Tarn"),
        ("Contactați de Recorder, angajații firmei nu au răspuns.", "angajații firmei"),
    ],
)
def test_who_asked_is_no_part_of_the_party(text: str, party: str) -> None:
    """What tells that somebody was asked does not name who."""
    (found,) = _read(text, "ro")

    assert party == (found.responder and found.responder.of(text))


def test_two_in_one_sentence() -> None:
    """Clauses are read one by one."""
    text = "Primăria a refuzat să comenteze, iar portul nu a răspuns la solicitări."

    assert ["declined_to_comment", "did_not_respond"] == [one.kind for one in _read(text, "ro")]


@pytest.mark.parametrize(
    ("lang", "text", "asked_by", "immediate"),
    [
        ("en", "The port declined to comment to the BBC.", "BBC", False),
        ("en", "The port did not immediately respond to a request from Reuters.", "Reuters", True),
        ("ro", "Portul nu a răspuns imediat solicitării Reuters.", "Reuters", True),
        ("ro", "Portul a refuzat să comenteze pentru Libertatea.", "Libertatea", False),
        ("en", "The port declined to comment.", "", False),
        ("en", "The port, contacted by Reuters, declined to comment.", "Reuters", False),
        ("en", "Asked by AFP about the cranes, Tom Pell declined to comment.", "AFP", False),
        ("en", "The port declined to comment when approached on Monday by CNN.", "CNN", False),
        ("en", "Tom Pell declined to comment on a report by AFP.", "", False),
        ("en", "The port declined to comment on a story from Axios.", "", False),
        ("ro", "Firma, contactată telefonic de Digi24, nu a dorit să comenteze.", "Digi24", False),
        (
            "ro",
            "Întrebată de HotNews despre macarale, firma a refuzat să comenteze.",
            "HotNews",
            False,
        ),
        ("ro", "Firma nu a răspuns întrebărilor trimise de Recorder.", "Recorder", False),
        ("ro", "Biroul ei nu a răspuns imediat solicitării de comentarii a AFP.", "AFP", True),
        ("ro", "Primăria nu a comentat o relatare de la Reuters.", "", False),
    ],
)
def test_who_asked_and_how_long_they_waited(
    lang: str, text: str, asked_by: str, immediate: bool
) -> None:
    """The outlet that asked is named, and "immediately" is kept."""
    (found,) = _read(text, lang)

    assert (asked_by, immediate) == (found.asked_by, found.immediate)


NONE = [
    ("en", "“We decline to comment,” he was told, “and you must not respond to requests.”"),
    ("en", "If he does not respond to the allegations, the board will meet."),
    ("en", "The infection did not respond to the drug."),
    ("en", "A judge denied bail and refused to release him."),
    ("en", "The road could not be reached by rescue teams."),
    ("ro", "„Nu comentez și nu am răspuns la întrebări”, a spus el."),
    ("ro", "Dacă nu a răspuns la solicitări, comisia se întrunește."),
    ("ro", "Tribunalul a respins cererea de eliberare."),
    ("ro", "Poliția a răspuns cu gaze lacrimogene."),
    ("ro", "Pacientul a refuzat transportul la spital."),
    ("ro", "Portul nu a negat acuzațiile."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_is_no_response(lang: str, text: str) -> None:
    """Quotations, conditions, courts and medicine answer no request for comment."""
    assert [] == [(one.kind.value, one.of(text)) for one in _read(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Spokeswoman Ann Lee said it rained. He declined to comment."),
        ("en", "Three officials said it rained. She declined to comment."),
        ("ro", "Primărița Ana Lupu a spus că plouă. El a refuzat să comenteze."),
        ("ro", "Dna Lupu a spus că plouă. Acesta nu a vrut să facă declarații."),
    ],
)
def test_pronoun_that_agrees_with_nobody_is_no_party(lang: str, text: str) -> None:
    """Who declined is left open, and is not whoever was named last."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    assert [None] == [found.speaker for found in find_responses(article, cast)]
