"""Speakers: what kind of speaker the words name, and who was named before."""

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.attributions import attribute
from claimtrack.reading.cues import find_cues
from claimtrack.reading.findings import Count, Place, Speaker
from claimtrack.reading.kinds import SpeakerKind
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast


def _speaker(lang: str, words: str, rest: str) -> Speaker:
    article = Article(f"{words} {rest}", lang=lang)
    cast = Cast(article)
    mention = cast.mention(Place(start=0, end=len(words)))
    return cast.speakers[mention.speaker]


def _speakers(lang: str, text: str) -> list[int | None]:
    article = Article(text, lang=lang)
    return [one.speaker for one in attribute(article, find_cues(article), Cast(article))]


@pytest.mark.parametrize(
    ("lang", "words", "kind"),
    [
        ("en", "Ann Lee", SpeakerKind.PERSON),
        ("en", "Mr Lee", SpeakerKind.PERSON),
        ("en", "The port's chief, Colonel Adam J. West", SpeakerKind.PERSON),
        ("en", "US Secretary of State Ann Lee", SpeakerKind.PERSON),
        ("en", "The minister", SpeakerKind.OFFICE),
        ("en", "The White House", SpeakerKind.ORGANISATION),
        ("en", "The Ports Ministry", SpeakerKind.ORGANISATION),
        ("en", "The US", SpeakerKind.ORGANISATION),
        ("en", "Western rights groups", SpeakerKind.ORGANISATIONS),
        ("en", "A senior official", SpeakerKind.ANONYMOUS),
        ("en", "Three people close to the talks", SpeakerKind.ANONYMOUS),
        ("en", "Economists", SpeakerKind.PUBLIC),
        ("en", "The report", SpeakerKind.DOCUMENT),
        ("en", "Reuters", SpeakerKind.OUTLET),
        ("en", "The Ansa news agency", SpeakerKind.OUTLET),
        ("en", "example.com", SpeakerKind.OUTLET),
        ("en", "We", SpeakerKind.SELF),
        ("ro", "Ana Lupu", SpeakerKind.PERSON),
        ("ro", "Purtătorul de cuvânt al portului, Ion Barbu", SpeakerKind.PERSON),
        ("ro", "Secretarul general al NATO Jens Stol", SpeakerKind.PERSON),
        ("ro", "Ministrul", SpeakerKind.OFFICE),
        ("ro", "Casa Albă", SpeakerKind.ORGANISATION),
        ("ro", "Ambasada Belarusului la Washington", SpeakerKind.ORGANISATION),
        ("ro", "FMI", SpeakerKind.ORGANISATION),
        ("ro", "Organizațiile pentru drepturile omului", SpeakerKind.ORGANISATIONS),
        ("ro", "Un oficial american", SpeakerKind.ANONYMOUS),
        ("ro", "Surse din partid", SpeakerKind.ANONYMOUS),
        ("ro", "Economiștii", SpeakerKind.PUBLIC),
        ("ro", "Un comunicat al portului", SpeakerKind.DOCUMENT),
        ("ro", "Agenția de presă RIA", SpeakerKind.OUTLET),
        ("ro", "Agerpres", SpeakerKind.OUTLET),
    ],
)
def test_kind_is_told_by_name_noun_and_number(lang: str, words: str, kind: SpeakerKind) -> None:
    """A name, a role, a body, a paper: each makes another kind of speaker."""
    rest = "said it rained." if lang == "en" else "a spus că plouă."

    assert kind == _speaker(lang, words, rest).kind


@pytest.mark.parametrize(
    ("lang", "words", "count"),
    [
        ("en", "Three officials", Count(low=3, high=3)),
        ("en", "Some officials", Count(low=2)),
        ("en", "Officials", Count(low=2)),
        ("en", "An official", None),
        ("ro", "Trei surse din partid", Count(low=3, high=3)),
        ("ro", "Unii oficiali", Count(low=2)),
        ("ro", "Sursele", Count(low=2)),
        ("ro", "Unul dintre martori", None),
        ("ro", "O sursă", None),
    ],
)
def test_people_are_counted(lang: str, words: str, count: Count | None) -> None:
    """A number, an amount or the plural says how many speak as one; one is not counted."""
    rest = "said it rained." if lang == "en" else "spun că plouă."
    found = _speaker(lang, words, rest).count

    assert (count is None) == (found is None)
    assert count is None or found is None or count.low == found.low


def test_speaker_keeps_what_its_words_tell() -> None:
    """Name, role, how it knows, why it is not named, and where it belongs."""
    chief = _speaker("en", "The port's chief, Ann Lee", "said it rained.")
    words = "A clerk familiar with the matter, who asked not to be named,"
    clerk = _speaker("en", words, "said it rained.")
    spokesman = _speaker("ro", "Un purtător de cuvânt al NATO", "a spus că plouă.")

    assert ("Ann Lee", "The port's chief") == (chief.name, chief.role)
    assert "" == chief.description
    assert "familiar with the matter" in clerk.knowledge
    assert "asked not to be named" in clerk.anonymity
    assert "NATO" == spokesman.affiliation


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ann Lee said it rained. Lee said it was cold."),
        ("en", "Ann Lee said it rained. She said it was cold."),
        ("en", "The port's director, Ann Lee, said it rained. The director said it was cold."),
        ("en", "Three sources said it rained. The sources said it was cold."),
        ("en", "A Solvay official said it rained. The Solvay official said it was cold."),
        ("en", "The Ports Ministry said it rained. The ministry said it was cold."),
        ("en", "Axel Tools Corporation said it rained. The company said it was cold."),
        ("ro", "Ana Lupu a spus că plouă. Lupu a spus că e frig."),
        ("ro", "Ana Lupu a spus că plouă. Aceasta a spus că e frig."),
        ("ro", "Ministrul Muncii, Ana Lupu, a spus că plouă. Ministrul a spus că e frig."),
        ("ro", "Trei surse au spus că plouă. Sursele citate au spus că e frig."),
        ("ro", "Fostul președinte Ion Barbu a spus că plouă. Fostul președinte spune că e frig."),
        ("ro", "Comitetul Porturilor (COMPORT) a spus că plouă. COMPORT a spus că e frig."),
        ("ro", "Comitetul Porturilor a spus că plouă. Instituția a spus că e frig."),
    ],
)
def test_speaker_was_named_before(lang: str, text: str) -> None:
    """A short name, a pronoun, a role or a noun points to the latest who fits."""
    first, second = _speakers(lang, text)

    assert first == second


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A source said it rained. Another source said it was cold."),
        ("en", "Three sources said it rained. Some officials said it was cold."),
        ("en", "Ann Lee said it rained. Bob Lee said it was cold."),
        ("en", "Ann Lee said it rained. The sources said it was cold."),
        ("en", "A Solvay official said it rained. The Marran official said it was cold."),
        ("ro", "Trei surse au spus că plouă. Alte surse au spus că e frig."),
        ("ro", "Trei surse au spus că plouă. Unii oficiali au spus că e frig."),
        ("ro", "Meteorologii au spus că plouă. Pompierii au spus că e frig."),
        ("ro", "Ana Lupu a spus că plouă. Ion Lupu a spus că e frig."),
        (
            "en",
            "Foreign Minister Ali Reza said it rained. Norway's prime minister said it snowed.",
        ),
    ],
)
def test_speaker_is_another(lang: str, text: str) -> None:
    """Another name, kind, number, or the word for another, makes a speaker of its own."""
    first, second = _speakers(lang, text)

    assert first != second


def test_name_is_completed() -> None:
    """Who is called by the last name alone has the full name that the text gives elsewhere."""
    article = Article("The list has John Coale on it. Coale said it rained.", lang="en")
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    assert ["John Coale"] == [speaker.name for speaker in cast.speakers]


def test_place_is_asked_for_once() -> None:
    """Whoever asks again for the same words gets the same mention."""
    cast = Cast(Article("Ann Lee said it rained.", lang="en"))
    place = Place(start=0, end=7)

    assert cast.mention(place) is cast.mention(place)
    assert 1 == len(cast.speakers) == len(cast.mentions)


def test_any_words_can_be_asked_for() -> None:
    """A place that names nobody is a speaker of no kind."""
    cast = Cast(Article("… Ann Lee said it rained.", lang="en"))
    mention = cast.mention(Place(start=0, end=1))

    assert SpeakerKind.UNKNOWN == cast.speakers[mention.speaker].kind


@pytest.mark.parametrize(
    ("lang", "words", "kind", "name", "role"),
    [
        ("en", "Attorney-General Ann Lee", "person", "Ann Lee", "Attorney-General"),
        (
            "en",
            "United States President Ann B Lee",
            "person",
            "Ann B Lee",
            "United States President",
        ),
        ("en", "President Lee", "person", "Lee", "President"),
        ("en", "The firm's management", "organisation", "", ""),
        ("ro", "Căile Ferate Lupene (CFL)", "organisation", "Căile Ferate Lupene (CFL)", ""),
        ("ro", "Președinta Republicii Lupene, Ana Lupu", "person", "Ana Lupu", None),
        (
            "ro",
            "Președintele Nord Invest, Ion Barbu",
            "person",
            "Ion Barbu",
            "Președintele Nord Invest",
        ),
        ("ro", "The Lupa Times", "outlet", "The Lupa Times", ""),
        ("ro", "Un bilanț actualizat prezentat de autorități", "document", "", ""),
    ],
)
def test_names_of_offices_and_bodies(
    lang: str, words: str, kind: str, name: str, role: str | None
) -> None:
    """An office goes before its holder's name, and a body's name is nobody's."""
    found = _speaker(lang, words, "said." if lang == "en" else "spune.")

    assert (kind, name) == (found.kind.value, found.name)
    assert role is None or role == found.role


@pytest.mark.parametrize(
    ("lang", "words", "description"),
    [
        ("en", "Three people familiar with the talks", "people familiar with the talks"),
        ("en", "At least 20 witnesses", "witnesses"),
        ("ro", "Trei surse din port", "surse din port"),
        ("en", "A senior official", "A senior official"),
    ],
)
def test_a_description_is_without_its_number(lang: str, words: str, description: str) -> None:
    """How many there are is told by the count alone."""
    assert description == _speaker(lang, words, "said.").description


def test_affiliation_is_a_body_too() -> None:
    """Whose spokesman it is need not be a name."""
    assert (
        "pompierilor" == _speaker("ro", "Un purtător de cuvânt al pompierilor", "spune").affiliation
    )


def test_the_place_of_a_full_name_is_a_mention() -> None:
    """A short name is completed from a place, and that place names the speaker too."""
    text = "The list has John Coale on it. Coale said it rained."
    article = Article(text, lang="en")
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    assert {"John Coale", "Coale"} == {one.of(text) for one in cast.mentions}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Port chief Ann Lee has asked for calm. He says it is over.", "Ann Lee"),
        ("en", "South Ports captain Ann Lee expects a win. He said it rained.", "Ann Lee"),
        ("ro", "Primarul Ion Barbu a vizitat portul. El a spus că plouă.", "Ion Barbu"),
    ],
)
def test_a_pronoun_takes_up_the_subject_before(lang: str, text: str, name: str) -> None:
    """Who a sentence is about may speak in the next one, though nothing was attributed before."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    (found,) = attribute(article, find_cues(article), cast)

    assert found.speaker is not None
    assert name == cast.speakers[found.speaker].name


def test_two_ministries_have_two_ministers() -> None:
    """A name is given to an office told of before, unless the two are of different things."""
    text = "The Prime Minister said it rained. Transport Minister Ann Lee said it was dry."
    first, second = _speakers("en", text)

    assert first != second


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "en",
            "The Health Ministry said it was safe. The government said it was not.",
            ["Health Ministry", "The government"],
        ),
        (
            "en",
            "Nordlink said it was safe. The company said it was sure.",
            ["Nordlink", "Nordlink"],
        ),
        (
            "ro",
            "Ziarul Adevărul scrie că premierul pleacă. Guvernul a declarat că rămâne.",
            ["Ziarul Adevărul", "Guvernul"],
        ),
        (
            "en",
            "The bank will close, four people briefed on the plans said on Thursday.",
            ["people briefed on the plans"],
        ),
        (
            "en",
            "A person informed of the decision said the mine would close.",
            ["A person informed of the decision"],
        ),
    ],
)
def test_who_is_meant(lang: str, text: str, names: list[str]) -> None:
    """A general noun takes up a name, "the government" does not, and no noun says anything."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    found = [one.speaker for one in attribute(article, find_cues(article), cast)]

    speakers = [cast.speakers[index] for index in found if index is not None]
    assert names == [one.name or one.description for one in speakers]


@pytest.mark.parametrize(
    ("lang", "words", "kind", "name"),
    [
        ("en", "Three U.S. officials", SpeakerKind.ANONYMOUS, ""),
        ("en", "U.S. officials", SpeakerKind.ANONYMOUS, ""),
        ("en", "A senior U.S. official", SpeakerKind.ANONYMOUS, ""),
        ("en", "Senior E.U. diplomats", SpeakerKind.ANONYMOUS, ""),
        ("en", "A U.K. minister", SpeakerKind.ANONYMOUS, ""),
        ("en", "An F.B.I. agent", SpeakerKind.ANONYMOUS, ""),
        ("en", "The D.C. mayor", SpeakerKind.OFFICE, ""),
        ("en", "A U.N. spokesman, Marc Duval,", SpeakerKind.PERSON, "Marc Duval"),
        ("en", "The U.N.'s envoy, Leo Marsh,", SpeakerKind.PERSON, "Leo Marsh"),
        ("en", "U.S. President Dan Hart", SpeakerKind.PERSON, "Dan Hart"),
        ("en", "J. K. Marlow", SpeakerKind.PERSON, "J. K. Marlow"),
        ("en", "J.D. Marlow", SpeakerKind.PERSON, "J.D. Marlow"),
        ("en", "J.R.R. Marlow", SpeakerKind.PERSON, "J.R.R. Marlow"),
        ("en", "George W. Marlow", SpeakerKind.PERSON, "George W. Marlow"),
        ("ro", "Trei oficiali S.U.A.", SpeakerKind.ANONYMOUS, ""),
        ("ro", "Un deputat P.N.L.", SpeakerKind.ANONYMOUS, ""),
        ("ro", "Liderul P.S.D.", SpeakerKind.OFFICE, ""),
        ("ro", "Liderul P.S.D. Ion Barbu", SpeakerKind.PERSON, "Ion Barbu"),
        ("ro", "Un oficial al O.N.U., Ion Barbu,", SpeakerKind.PERSON, "Ion Barbu"),
        ("ro", "O.N.U.", SpeakerKind.ORGANISATION, "O.N.U."),
        ("ro", "I. L. Tomescu", SpeakerKind.PERSON, "I. L. Tomescu"),
    ],
)
def test_acronym_with_stops_is_no_name_of_a_person(
    lang: str, words: str, kind: SpeakerKind, name: str
) -> None:
    """Letters before a role are a body's or a country's; before a last name they are initials."""
    found = _speaker(lang, words, "said it rained." if lang == "en" else "a spus că plouă.")

    assert (kind, name) == (found.kind, found.name)


@pytest.mark.parametrize(
    ("lang", "text", "role", "affiliation"),
    [
        ("en", "A spokesman for U.N., Leo Marsh, said it rained.", "A spokesman for U.N.", "U.N."),
        (
            "ro",
            "Purtătoarea de cuvânt a M.A.E., Ana Lupu, a spus că plouă.",
            "Purtătoarea de cuvânt a M.A.E.",
            "M.A.E.",
        ),
        (
            "ro",
            "Un consilier al O.N.U., Ion Barbu, a spus că plouă.",
            "Un consilier al O.N.U.",
            "O.N.U.",
        ),
    ],
)
def test_role_keeps_an_acronym_with_stops(
    lang: str, text: str, role: str, affiliation: str
) -> None:
    """The full stops belong to the body's name, and end no phrase."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    assert [(role, affiliation)] == [(one.role, one.affiliation) for one in cast.speakers]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "en",
            "A former bank clerk said it rained. The bank said it was dry.",
            ["A former bank clerk", "The bank"],
        ),
        (
            "en",
            "A hospital porter said the lift broke. The hospital said it worked.",
            ["A hospital porter", "The hospital"],
        ),
        (
            "en",
            "The Ports Commission said that Marrin leaked oil. The firm said it was water.",
            ["Ports Commission", "The firm"],
        ),
        (
            "en",
            "The Bank Workers Union said pay was low. The bank said it was fair.",
            ["Bank Workers Union", "The bank"],
        ),
        (
            "en",
            "Axel Bank said it was safe. The bank said it was sure. The airline said it was not.",
            ["Axel Bank", "Axel Bank", "The airline"],
        ),
        (
            "en",
            "Nordlink said it had sued the company Marrin. The company said it was calm.",
            ["Nordlink", "The company"],
        ),
        (
            "en",
            "Reuters reported that the road was shut. The company said it was open.",
            ["Reuters", "The company"],
        ),
        (
            "en",
            "Ann Lee, wife of the minister, said it rained. The minister said it was dry.",
            ["Ann Lee", "The minister"],
        ),
        (
            "ro",
            "Comisia Porturilor a spus că Marrin a greșit. Firma a declarat că plouă.",
            ["Comisia Porturilor", "Firma"],
        ),
        (
            "ro",
            "Kremlinul a spus că e bine. Compania a declarat că plouă.",
            ["Kremlinul", "Compania"],
        ),
        (
            "ro",
            "O angajată a băncii a spus că plouă. Banca a declarat că e frig.",
            ["O angajată a băncii", "Banca"],
        ),
        (
            "ro",
            "Banca Nord a spus că plouă. Banca a declarat că e frig. Furnizorul a spus că e cald.",
            ["Banca Nord", "Banca Nord", "Furnizorul"],
        ),
        (
            "ro",
            "FMI a spus că plouă. Instituția a declarat că e frig.",
            ["FMI", "FMI"],
        ),
    ],
)
def test_noun_takes_up_a_body_of_its_class_alone(lang: str, text: str, names: list[str]) -> None:
    """Its own noun, or the class of company, must agree; what only holds the noun is another."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    found = [one.speaker for one in attribute(article, find_cues(article), cast)]

    speakers = [cast.speakers[index] for index in found if index is not None]
    assert names == [one.name or one.description for one in speakers]


def test_body_in_the_name_of_another_is_another() -> None:
    """Only what stands in parentheses behind a name is short for it."""
    first, second = _speakers("ro", "Comandamentul SUA (COMPORT) spune că plouă. SUA spune că nu.")

    assert first != second


@pytest.mark.parametrize(
    ("lang", "text", "same"),
    [
        ("en", "Mrs Lee said it rained. She said it was cold.", True),
        ("en", "Mr Lee said it rained. She said it was cold.", False),
        ("en", "Spokesman Tom Lee said it rained. He said it was cold.", True),
        ("en", "Spokeswoman Ann Lee said it rained. He said it was cold.", False),
        ("en", "Spokeswoman Ann Lee said it rained. The spokesman said it was cold.", False),
        ("en", "Tom Lee, the mayor's husband, said it rained. She said it was cold.", False),
        ("en", "The mayor said it rained. She said it was cold.", True),
        ("en", "Ann Lee said it rained. Mr Lee said it was cold.", True),
        ("en", "Mrs Lee said it rained. Mr Lee said it was cold.", False),
        ("en", "Ann Lee said it rained. It said that was cold.", False),
        ("ro", "Primărița Ana Lupu a spus că plouă. Ea a spus că e frig.", True),
        ("ro", "Primărița Ana Lupu a spus că plouă. El a spus că e frig.", False),
        ("ro", "Ministrul Ana Lupu a spus că plouă. Ea a spus că e frig.", True),
        ("ro", "Potrivit șefei pazei, Ana Lupu, plouă. Acesta a spus că e frig.", False),
        ("ro", "Dna Lupu a spus că plouă. Acesta a spus că e frig.", False),
        ("ro", "Domnul Lupu a spus că plouă. Aceasta a spus că e frig.", False),
        ("ro", "Soția primarului, Ana Lupu, a spus că plouă. El a spus că e frig.", False),
        ("ro", "Maria Lupu a spus că plouă. Acesta a spus că e frig.", False),
        ("ro", "Maria Lupu a spus că plouă. Ea a spus că e frig.", True),
        ("ro", "Ana-Maria Lupu a spus că plouă. El a spus că e frig.", False),
        ("ro", "Premierul Irina Lupu a spus că plouă. El a spus că e frig.", False),
        ("ro", "Ion Lupu a spus că plouă. Aceasta a spus că e frig.", False),
        ("ro", "Mircea Lupu a spus că plouă. El a spus că e frig.", True),
        ("ro", "Luca Lupu a spus că plouă. Acesta a spus că e frig.", True),
        ("ro", "Popa Ion a spus că plouă. El a spus că e frig.", True),
        ("ro", "Domnul Zita Lupu a spus că plouă. El a spus că e frig.", True),
        ("ro", "Maria Lupu a spus că plouă. Domnul Lupu a spus că e frig.", False),
        ("ro", "Compania Nord a spus că plouă. Aceasta a spus că e frig.", True),
        ("ro", "Directoarea Ana Lupu a spus că plouă. Directorul a spus că e frig.", False),
    ],
)
def test_gender_must_agree(lang: str, text: str, *, same: bool) -> None:
    """A title, noun, pronoun or first name shows a woman or a man; the other pronoun, another."""
    first, second = _speakers(lang, text)

    assert same == (first == second)


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "en",
            "Ann Lee said it rained. She said it was cold. He said it was dry.",
            ["Ann Lee", "Ann Lee", "He"],
        ),
        (
            "en",
            "Tom Lee said it froze. He said it hurt. Ms Ann Fox said it hailed. He said it thawed.",
            ["Tom Lee", "Tom Lee", "Ann Fox", "Tom Lee"],
        ),
        (
            "ro",
            "Dan Lupu a spus că plouă. El a adăugat că e frig. Ea a spus că e cald.",
            ["Dan Lupu", "Dan Lupu", "Ea"],
        ),
        (
            "ro",
            "Elena Rusu a spus că plouă. Dan Lupu a spus că ninge. Ea a spus că e frig.",
            ["Elena Rusu", "Dan Lupu", "Elena Rusu"],
        ),
    ],
)
def test_pronoun_shows_the_gender_of_a_name(lang: str, text: str, names: list[str]) -> None:
    """Whoever is known as a woman is not meant by "he": one known to be a man, or nobody."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    found = [one.speaker for one in attribute(article, find_cues(article), cast)]

    speakers = [cast.speakers[index] for index in found if index is not None]
    assert names == [one.name or one.description for one in speakers]


@pytest.mark.parametrize(
    ("lang", "words", "kind", "name"),
    [
        ("en", "Lakeside Power", SpeakerKind.ORGANISATION, "Lakeside Power"),
        ("en", "Marrin Holdings", SpeakerKind.ORGANISATION, "Marrin Holdings"),
        ("en", "Harbour Watch International", SpeakerKind.ORGANISATION, None),
        ("en", "General Steel", SpeakerKind.ORGANISATION, "General Steel"),
        ("en", "Premier Energy", SpeakerKind.ORGANISATION, "Premier Energy"),
        ("en", "Premier Lee", SpeakerKind.PERSON, "Lee"),
        ("en", "Energy Secretary Ann Lee", SpeakerKind.PERSON, "Ann Lee"),
        ("en", "Ambassador Ann Power", SpeakerKind.PERSON, "Ann Power"),
        ("en", "Ana Sá", SpeakerKind.PERSON, "Ana Sá"),
        ("en", "A Marrin spokesman, Tim Roe,", SpeakerKind.PERSON, "Tim Roe"),
        ("ro", "Premier Energy", SpeakerKind.ORGANISATION, "Premier Energy"),
        ("ro", "Marrin Furnizare", SpeakerKind.ORGANISATION, "Marrin Furnizare"),
        ("ro", "Premierul Ion Barbu", SpeakerKind.PERSON, "Ion Barbu"),
        ("ro", "Secretarul de presă al Casei Albe", SpeakerKind.OFFICE, ""),
        ("ro", "Secretarul de presă al portului, Ana Lupu,", SpeakerKind.PERSON, "Ana Lupu"),
        ("ro", "Atașatul de presă al ambasadei", SpeakerKind.OFFICE, ""),
        ("ro", "Biroul de presă al Poliției", SpeakerKind.ORGANISATION, None),
        ("ro", "Postul de televiziune Marea", SpeakerKind.OUTLET, None),
    ],
)
def test_body_is_no_person_and_a_press_office_no_outlet(
    lang: str, words: str, kind: SpeakerKind, name: str | None
) -> None:
    """A word of companies makes a name theirs, unless an office leads it; "de presă" no medium."""
    found = _speaker(lang, words, "said it rained." if lang == "en" else "a spus că plouă.")

    assert (kind, words if name is None else name) == (found.kind, found.name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Neither Marrin nor Nordlink responded to requests for comment.", ["Marrin", "Nordlink"]),
        ("Neither Marrin nor Ann Lee responded to requests for comment.", ["Marrin", "Ann Lee"]),
    ],
)
def test_neither_is_part_of_no_name(text: str, names: list[str]) -> None:
    """Each of the two is a party, and the first is called what it is called."""
    article = Article(text, lang="en")
    cast = Cast(article)
    found = find_responses(article, cast)

    assert names == [cast.speakers[one.speaker].name for one in found if one.speaker is not None]


def test_press_secretary_is_joined_to_the_name() -> None:
    """The office alone means who was named with it."""
    first, second = _speakers(
        "ro",
        "Secretarul de presă al Casei Albe, Ana Lupu, a spus că plouă. "
        "Secretarul de presă al Casei Albe a spus că e frig.",
    )

    assert first == second


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Two port sources said it rained. One of the sources said it was cold."),
        ("en", "Two port sources said it rained. One of them said it was cold."),
        ("en", "Three officials said it rained. Two of the officials said it was cold."),
        ("en", "Four people close to the port said it rained. One of the people said it froze."),
        ("en", "Three officials said it rained. One said it was cold."),
        ("ro", "Doi oficiali au spus că plouă. Unul dintre ei a spus că e frig."),
        ("ro", "Doi oficiali au spus că plouă. Unul dintre oficiali a spus că e frig."),
        ("ro", "Trei surse au spus că plouă. Una din surse a spus că e frig."),
        ("ro", "Trei surse au spus că plouă. Două dintre surse au spus că e frig."),
    ],
)
def test_one_of_several_is_no_new_source(lang: str, text: str) -> None:
    """Who is one, or some, of those named before is put together with them."""
    first, second = _speakers(lang, text)

    assert first == second


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Ann Lee said it rained. One of the sources said it froze.", "One of the sources"),
        ("ro", "Trei rude spun că plouă. Unul dintre aliați spune că nu.", "Unul dintre aliați"),
        ("ro", "Doi oficiali spun că plouă. Un alt oficial a spus că nu.", "Un alt oficial"),
        ("ro", "Trei avocați spun că plouă. Unul din avocați, Dan Rus, spune că nu.", "Dan Rus"),
        ("ro", "Trei surse spun că plouă. Un al doilea oficial a spus că nu.", None),
    ],
)
def test_one_of_others_is_a_new_source(lang: str, text: str, name: str | None) -> None:
    """Others, one of nobody named before, and one with a name of his own are new."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    first, second = (one.speaker for one in attribute(article, find_cues(article), cast))

    assert first != second
    assert second is not None
    speaker = cast.speakers[second]
    assert (name or "Un al doilea oficial") == (speaker.name or speaker.description)
    assert speaker.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.PERSON)


@pytest.mark.parametrize("before", ["Un", "Un fost", "Un alt"])
def test_noun_spelled_like_an_adverb_is_no_adverb(before: str) -> None:
    """Behind what counts it, "oficial" is who says so, before the verb and behind it."""
    for text in (f"{before} oficial a spus că plouă.", f"„Plouă mult”, a spus {before} oficial."):
        article = Article(text, lang="ro")
        cast = Cast(article)
        attribute(article, find_cues(article), cast)

        assert [f"{before} oficial"] == [one.description for one in cast.speakers]
    article = Article(f"{before} oficial a refuzat să comenteze.", lang="ro")
    cast = Cast(article)
    find_responses(article, cast)

    assert [f"{before} oficial"] == [one.description for one in cast.speakers]


@pytest.mark.parametrize(
    ("lang", "text", "words", "knowledge"),
    [
        (
            "ro",
            "Doi oficiali informați despre plan au spus că plouă.",
            "oficiali informați despre plan",
            "informați despre plan",
        ),
        (
            "ro",
            "„Plouă mult”, au spus doi diplomați informați despre raport.",
            "diplomați informați despre raport",
            "informați despre raport",
        ),
        (
            "ro",
            "O sursă la curent cu studiul a declarat că plouă.",
            "O sursă la curent cu studiul",
            "la curent cu studiul",
        ),
        (
            "ro",
            "„Plouă mult”, a spus o sursă familiarizată cu dosarul.",
            "o sursă familiarizată cu dosarul",
            "familiarizată cu dosarul",
        ),
        (
            "ro",
            "Patru persoane cu cunoștințe despre acord au spus că plouă.",
            "persoane cu cunoștințe despre acord",
            "cu cunoștințe despre acord",
        ),
        (
            "ro",
            "Doi martori care cunosc raportul au spus că plouă.",
            "martori care cunosc raportul",
            "care cunosc raportul",
        ),
        (
            "ro",
            "Surse apropiate de ministru au declarat că plouă.",
            "Surse apropiate de ministru",
            "apropiate de ministru",
        ),
        (
            "en",
            "“It rained,” said two people briefed on the document.",
            "people briefed on the document",
            "briefed on the document",
        ),
        (
            "en",
            "People who have seen the report said it rained.",
            "People who have seen the report",
            "who have seen the report",
        ),
    ],
)
def test_who_knows_is_no_paper_of_which_he_knows(
    lang: str, text: str, words: str, knowledge: str
) -> None:
    """The words for how somebody knows are part of who says so, and no speaker of their own."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    assert [(SpeakerKind.ANONYMOUS, words, knowledge)] == [
        (one.kind, one.description, one.knowledge) for one in cast.speakers
    ]


def test_clause_about_a_speaker_names_no_paper() -> None:
    """Whoever spoke of a plan says so, and the plan says nothing."""
    first, second = _speakers("ro", "Un oficial care a vorbit despre plan a spus că plouă.")

    assert first == second


@pytest.mark.parametrize(
    ("lang", "text", "kind", "name"),
    [
        (
            "ro",
            "„Plouă mult”, a anunțat Inspectoratul pentru Situații de Criză Marea.",
            SpeakerKind.ORGANISATION,
            "Inspectoratul pentru Situații de Criză Marea",
        ),
        (
            "ro",
            "„Plouă mult”, a anunțat Agenția pentru Protecția Apelor Marea.",
            SpeakerKind.ORGANISATION,
            "Agenția pentru Protecția Apelor Marea",
        ),
        (
            "ro",
            "„Plouă mult”, a anunțat Direcția pentru Agricultură Marea.",
            SpeakerKind.ORGANISATION,
            "Direcția pentru Agricultură Marea",
        ),
        (
            "ro",
            "Agenția Spațială a anunțat că plouă.",
            SpeakerKind.ORGANISATION,
            "Agenția Spațială",
        ),
        (
            "ro",
            "„Plouă mult”, a anunțat Ministerul pentru Reuters.",
            SpeakerKind.ORGANISATION,
            "Ministerul",
        ),
        (
            "en",
            "“It rained,” said the National Office for Rivers on Monday.",
            SpeakerKind.ORGANISATION,
            "National Office for Rivers",
        ),
    ],
)
def test_name_of_a_body_is_whole(lang: str, text: str, kind: SpeakerKind, name: str) -> None:
    """What a body is for belongs to its name; the outlet that it told does not."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    assert [(kind, name, "")] == [(one.kind, one.name, one.affiliation) for one in cast.speakers]


@pytest.mark.parametrize(
    ("lang", "text", "words", "role"),
    [
        ("en", "Lavrin, quoted by TASS, said the port was shut.", "Lavrin", ""),
        (
            "en",
            "The port's chief, Ann Lee, quoted by TASS, said the port was shut.",
            "Ann Lee",
            "The port's chief",
        ),
        ("ro", "Lupu, citat de TASS, a spus că plouă.", "Lupu", ""),
        (
            "ro",
            "Șeful pazei, Ion Lupu, citat de TASS, a spus că plouă.",
            "Ion Lupu",
            "Șeful pazei",
        ),
        (
            "ro",
            "Reprezentantul portului citat de Politico a spus că plouă.",
            "Reprezentantul portului",
            "Reprezentantul portului",
        ),
        (
            "ro",
            "Un diplomat, care a vorbit sub condiția anonimatului, a spus că plouă.",
            "Un diplomat",
            "",
        ),
        ("ro", "Un oficial, care a cerut să nu fie numit, spune că plouă.", "Un oficial", ""),
        ("en", "A diplomat, who asked not to be named, said it rained.", "A diplomat", ""),
    ],
)
def test_what_is_said_of_a_speaker_is_no_part_of_its_name(
    lang: str, text: str, words: str, role: str
) -> None:
    """Who carried the words, and why somebody is not named, have fields of their own."""
    article = Article(text, lang=lang)
    cast = Cast(article)
    attribute(article, find_cues(article), cast)

    *_, speaker = (one for one in cast.speakers if one.kind is not SpeakerKind.OUTLET)
    assert (words, role) == (speaker.name or speaker.description, speaker.role)
    assert ("anonim" in text or "named" in text or "numit" in text) == bool(speaker.anonymity)


def test_longer_words_from_the_same_place_name_the_same() -> None:
    """Two layers may reach differently far from where a name begins."""
    article = Article("Ann Lee of Marrin said it rained.", lang="en")
    cast = Cast(article)
    short = cast.mention(Place(start=0, end=len("Ann Lee")))
    long = cast.mention(Place(start=0, end=len("Ann Lee of Marrin")))

    assert short.speaker == long.speaker
