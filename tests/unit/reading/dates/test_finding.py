"""The dates of articles, and what only looks like one."""

import pytest

from claimtrack.model.window import Window
from claimtrack.reading.article import Article
from claimtrack.reading.dates.finding import find_date_traps, find_dates
from claimtrack.reading.findings import DateFound
from claimtrack.reading.kinds import DateRole
from tests.unit.reading.dates.shown import shown

WEDNESDAY = Window.parse("2025-11-26")

Found = list[tuple[str, str]]


def article(text: str, lang: str, published: Window | None = WEDNESDAY) -> Article:
    """Give an article of these words."""
    return Article(text, lang=lang, published=published)


def dates(text: str, lang: str) -> Found:
    """Give the words and the windows of the dates of a text."""
    found = find_dates(article(text, lang))
    return [(one.of(text), shown(one.window)) for one in found]


def only(text: str, lang: str) -> DateFound:
    """Give the one date of a text."""
    (found,) = find_dates(article(text, lang))
    return found


EN: list[tuple[str, Found]] = [
    ("The harbour was closed on Monday.", [("on Monday", "2025-11-24")]),
    ("The harbour will be closed on Monday.", [("on Monday", "2025-12-01")]),
    ("Votes were counted in March.", [("in March", "2025-03-01/2025-03-31")]),
    ("Votes will be counted in March.", [("in March", "2026-03-01/2026-03-31")]),
    ("A hearing is scheduled for 9 January.", [("for 9 January", "2026-01-09")]),
    ("The chairman resigned on 9 January.", [("on 9 January", "2025-01-09")]),
    (
        "She said on Monday that the line will open on Friday.",
        [("on Monday", "2025-11-24"), ("on Friday", "2025-11-28")],
    ),
    ("The first train will not run until Tuesday.", [("Tuesday", "2025-12-02")]),
    ("The road was closed until Tuesday.", [("until Tuesday", "../2025-11-25")]),
    ("The road is closed until Tuesday.", [("until Tuesday", "../2025-12-02")]),
    ("He fled hours after the Tuesday attack.", [("Tuesday", "2025-11-25")]),
    ("She saw clips, from the 2004 race.", [("from the 2004", "2004-01-01/2004-12-31")]),
    ("It happened after Tuesday's game.", [("Tuesday", "2025-11-25")]),
    ("He was elected in 2019 and again in 2023.", [("in 2019", "2019-01-01/2019-12-31"),
     ("in 2023", "2023-01-01/2023-12-31")]),
    ("The mill (1911) burned down.", [("1911", "1911-01-01/1911-12-31")]),
    ("Fewer ships came this year.", [("this year", "2025-01-01/2025-11-26")]),
    ("This year will be dry.", [("This year", "2025-01-01/2025-12-31")]),
    ("Two men were found in May.", [("in May", "2025-05-01/2025-05-31")]),
    ("They met on May 5, 2025, in Riga.", [("on May 5, 2025", "2025-05-05")]),
    ("Police were called at 9 p.m. on Monday.",
     [("at 9 p.m. on Monday", "2025-11-24T21:00/2025-11-24T22:00")]),
    ("The next day, the ferry sank.", [("The next day", "none")]),
    ("Prices rose from March to June 2024.",
     [("from March to June 2024", "2024-03-01/2024-06-30")]),
    ("The line will be closed from 1 April 2026.", [("from 1 April 2026", "2026-04-01/..")]),
    ("The owner promised to pay by the end of May.",
     [("by the end of May", "../2026-05-31")]),
    ("Nobody has called from Monday on.", [("from Monday on", "2025-11-24/..")]),
    ("An hour later the ferry sank.", []),
    ("Crews were aboard at the moment of impact.", []),
    ("It was founded in 1996 and 1998.", [("in 1996", "1996-01-01/1996-12-31"),
     ("1998", "1998-01-01/1998-12-31")]),
    ("The plant will close in two years.", [("in two years", "2027-01-01/2027-12-31")]),
]  # fmt: skip

RO: list[tuple[str, Found]] = [
    ("Portul a fost închis luni.", [("luni", "2025-11-24")]),
    ("Portul va fi închis luni.", [("luni", "2025-12-01")]),
    ("Urmează un tur de scrutin pe 18 mai.", [("pe 18 mai", "2026-05-18")]),
    ("Un tur de scrutin a avut loc pe 18 mai.", [("pe 18 mai", "2025-05-18")]),
    ("Procesul este programat pentru 24 aprilie.", [("pentru 24 aprilie", "2026-04-24")]),
    ("Summitul este programat să aibă loc în iulie.", [("în iulie", "2026-07-01/2026-07-31")]),
    ("A declarat marți că podul va fi deschis vineri.",
     [("marți", "2025-11-25"), ("vineri", "2025-11-28")]),
    ("Guvernul a promis că în ianuarie vor fi bani.",
     [("în ianuarie", "2026-01-01/2026-01-31")]),
    ("Proiectul ajunge joi în comisie.", [("joi", "2025-11-27")]),
    ("Din martie 2018, ea conduce portul.", [("Din martie 2018", "2018-03-01/..")]),
    ("Ultimele alegeri, din octombrie, au fost anulate.",
     [("din octombrie", "2025-10-01/2025-10-31")]),
    ("Alegerile din martie au fost anulate.", [("din martie", "2025-03-01/2025-03-31")]),
    ("A fost ales în 2019 și din nou în 2023.", [("în 2019", "2019-01-01/2019-12-31"),
     ("în 2023", "2023-01-01/2023-12-31")]),
    ("Anul acesta au venit mai puține nave.", [("Anul acesta", "2025-01-01/2025-11-26")]),
    ("Peste două săptămâni va fi deschis podul.",
     [("Peste două săptămâni", "2025-12-08/2025-12-14")]),
    ("A doua zi, feribotul s-a scufundat.", [("A doua zi", "none")]),
    ("Greva a durat de luni până miercuri.", [("de luni până miercuri", "2025-11-24/2025-11-26")]),
    ("Salariile cresc în următoarele săptămâni și luni.",
     [("în următoarele săptămâni și luni", "2025-11-26/2026-08-26")]),
    ("E cea mai lungă grevă din 2020 încoace.", [("din 2020 încoace", "2020-01-01/..")]),
    ("Nava este din anii ’60.", [("din anii ’60", "1960-01-01/1969-12-31")]),
    ("Vizitele ar putea începe peste două săptămâni, a adăugat el.",
     [("peste două săptămâni", "2025-12-08/2025-12-14")]),
    ("Doi marinari au fost salvați în mai, la Galați.",
     [("în mai", "2025-05-01/2025-05-31")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EN)
def test_english_dates(text: str, expected: Found) -> None:
    """English dates are found whole, and look the way that their clause does."""
    assert expected == dates(text, "en")


@pytest.mark.parametrize(("text", "expected"), RO)
def test_romanian_dates(text: str, expected: Found) -> None:
    """Romanian dates are found whole, and look the way that their clause does."""
    assert expected == dates(text, "ro")


NO_DATES = [
    ("Cel mai mare port din țară a rămas închis.", "ro", "mai", "more or still"),
    ("A fost nevoie de mai mult timp.", "ro", "mai", "more or still"),
    ("În mai multe rânduri s-a plâns.", "ro", "mai", "more or still"),
    ("Primele 10 mai importante orașe.", "ro", "10 mai", "more or still"),
    ("Departamentul din MAI cumpără nave.", "ro", "MAI", "more or still"),
    ("A fost eliberat în termen de zece zile.", "ro", "în termen de zece zile", "length of time"),
    ("He was released within ten days.", "en", "within ten days", "length of time"),
    ("A stat închis timp de două luni.", "ro", "timp de două luni", "length of time"),
    ("A primit doi ani cu suspendare.", "ro", "doi ani cu suspendare", "length of time"),
    ("Un bărbat de 39 de ani a fost salvat.", "ro", "39 de ani", "length of time"),
    ("Un bărbat în vârstă de 39 de ani a fost salvat.", "ro", "vârstă de 39 de ani", "age"),
    ("Este o strategie pe termen lung.", "ro", "pe termen lung", "no date"),
    ("Lucrările durează de luni întregi.", "ro", "de luni întregi", "not Monday"),
    ("Se văd la fiecare sfârșit de săptămână.", "ro", "fiecare sfârșit de săptămână", "frequency"),
    ("Dobânda este de 6% pe an.", "ro", "pe an", "frequency"),
    ("Legea nr. 95/2006 se schimbă.", "ro", "95/2006", "law"),
    ("Ședința începe la ora 10:30.", "ro", "ora 10:30", "time of day"),
    ("A navigat peste două luni.", "ro", "peste două luni", "length of time"),
    ("Ships may be late.", "en", "may", "modal verb"),
    ("They march on the town hall.", "en", "march", "walk in protest"),
    ("He sat on the quay.", "en", "sat", "lower case"),
    ("He was held for three days.", "en", "for three days", "length of time"),
    ("He faces two years in prison.", "en", "two years in prison", "length of time"),
    ("The 39-year-old sailor was saved.", "en", "39-year-old", "age"),
    ("It is a long-term plan.", "en", "long-term", "no date"),
    ("It happens twice a week.", "en", "a week", "frequency"),
    ("Police arrived at 2:30 a.m. and left.", "en", "2:30 a.m.", "time of day"),
    ("He said in two weeks he had lost five kilos.", "en", "in two weeks", "not of the future"),
]


@pytest.mark.parametrize(("text", "lang", "words", "why"), NO_DATES)
def test_traps_are_no_dates(text: str, lang: str, words: str, why: str) -> None:
    """What looks like a date and is none is passed over, and said with the reason."""
    assert [] == dates(text, lang)
    assert any(
        words in trap.of(text) and why in trap.why for trap in find_date_traps(article(text, lang))
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The pipe is 2000ft long.", "en"),
        ("More than 1880 of 3417 voters came.", "en"),
        ("A fost transmis de Digi24 mai târziu.", "ro"),
        ("A obținut 1880 de voturi.", "ro"),
        ("Scorul a fost 3-2 la pauză.", "ro"),
        ("The team lost 20-13 there.", "en"),
        ("Dosarul 1234/5/2019 se judecă.", "ro"),
    ],
)
def test_numbers_are_no_dates(text: str, lang: str) -> None:
    """Scores, measures, counts and parts of names are no dates."""
    assert [] == dates(text, lang)


def test_numbers_of_years_need_a_preposition() -> None:
    """A year counts behind "in" and in brackets; "de" makes a count of it."""
    assert [("în 1880", "1880-01-01/1880-12-31")] == dates("S-a născut în 1880.", "ro")
    assert [] == dates("Locuiesc în 1880 de case.", "ro")


ROLES = [
    ("The talks are now under way.", "en", DateRole.AS_OF),
    ("No ship has been found so far.", "en", DateRole.AS_OF),
    ("Monday's vote was close.", "en", DateRole.ANCHOR),
    ("The September vote was close.", "en", DateRole.ANCHOR),
    ("She resigned in a Monday statement.", "en", DateRole.ANCHOR),
    ("The vote of Monday was close.", "en", DateRole.ANCHOR),
    ("The vote took place on Monday.", "en", DateRole.EVENT),
    ("Deocamdată nu se știe nimic.", "ro", DateRole.AS_OF),
    ("Este cea mai mare scumpire de până acum.", "ro", DateRole.AS_OF),
    ("Votul din septembrie a fost anulat.", "ro", DateRole.ANCHOR),
    ("Votul a fost anulat în septembrie.", "ro", DateRole.EVENT),
]


@pytest.mark.parametrize(("text", "lang", "role"), ROLES)
def test_roles(text: str, lang: str, role: DateRole) -> None:
    """Words of the moment are as-of, a date that belongs to a noun anchors, others are events."""
    assert role is only(text, lang).role


def test_article_without_a_date() -> None:
    """Relative words are found without a window; absolute ones have theirs."""
    text = "The mayor resigned on Monday. She was elected in May 2021."
    monday, may = find_dates(article(text, "en", None))

    assert (None, "needs a date that it counts from") == (monday.window, monday.note)
    assert "2021-05" == (may.window and may.window.edtf())


def test_article_dated_by_the_month() -> None:
    """A date of publication that is no day counts no days."""
    (found,) = find_dates(article("She resigned on Monday.", "en", Window.parse("2025-11")))

    assert found.window is None


@pytest.mark.parametrize(
    ("lang", "text", "words", "why"),
    [
        ("en", "On 30 February 2025 they met.", "On 30 February 2025", "must be on the calendar"),
        ("en", "She left on April 31.", "on April 31", "must be on the calendar"),
        ("en", "She left on 31/04/2025.", "on 31/04/2025", "must be on the calendar"),
        (
            "en",
            "It shut between 29 and 31 June.",
            "between 29 and 31 June",
            "must be on the calendar",
        ),
        (
            "en",
            "From 5 May 2024 to 2 May 2024 it was shut.",
            "From 5 May 2024 to 2 May 2024",
            "must end after it begins",
        ),
        ("ro", "A plecat pe 31 noiembrie.", "pe 31 noiembrie", "must be on the calendar"),
        ("ro", "Pe 30.02.2025 a plecat.", "Pe 30.02.2025", "must be on the calendar"),
        (
            "ro",
            "A stat între 5 mai 2024 și 2 mai 2024.",
            "între 5 mai 2024 și 2 mai 2024",
            "must end after it begins",
        ),
    ],
)
@pytest.mark.parametrize("published", [None, Window.parse("2025-11-26")])
def test_impossible_dates_leave_a_trace(
    lang: str, text: str, words: str, why: str, published: Window | None
) -> None:
    """A day that no calendar has is found with the reason why it has no window."""
    found = find_dates(article(text, lang, published))[0]

    assert (words, why, None) == (found.of(text), found.note, found.window)


def test_impossible_dates_hurt_nothing_beside_them() -> None:
    """The date behind one is read as ever; what is a score or a version is no date at all."""
    assert [("On 30 February 2025", "none"), ("on Monday", "2025-11-24")] == dates(
        "On 30 February 2025 they met, and on Monday.", "en"
    )
    assert [("on Monday", "2025-11-24")] == dates("Version 10.45.33 came out on Monday.", "en")


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "It shut shortly after 3 p.m. local time.", "shortly after 3 p.m. local time"),
        ("en", "It shut between 10 p.m. and 2 a.m.", "between 10 p.m. and 2 a.m."),
        ("en", "It shut around noon.", "around noon"),
        ("en", "It shut at 3 in the morning.", "3 in the morning"),
        ("ro", "S-a închis la ora 3 dimineața.", "ora 3 dimineața"),
        ("ro", "S-a închis la miezul nopții.", "miezul nopții"),
        ("ro", "S-a închis în jurul orei 15:30.", "în jurul orei 15:30"),
    ],
)
@pytest.mark.parametrize("published", [None, Window.parse("2025-11-26")])
def test_times_of_day_leave_a_trace(
    lang: str, text: str, words: str, published: Window | None
) -> None:
    """A time without a day is no date, and is told with the reason."""
    read = article(text, lang, published)

    assert () == find_dates(read)
    assert [(words, "a time of day without a day")] == [
        (trap.of(text), trap.why) for trap in find_date_traps(read)
    ]


def test_rule_names_its_place_in_the_lexicon() -> None:
    """A date by a phrase of the lexicon names it with the version; code names its module."""
    assert only("She resigned last week.", "en").rule.startswith("en-0.")
    assert ":dates.relative[" in only("She resigned last week.", "en").rule
    assert "dates.calendar" == only("She resigned on 5 May 2024.", "en").rule


def test_window_keeps_words_and_zone() -> None:
    """A found window has the words as they stand, and the zone of the article."""
    text = "Ea a demisionat în\nweekend-ul trecut."
    published = Window.parse("2025-11-26", "Europe/Bucharest")
    (found,) = find_dates(article(text, "ro", published))

    assert found.window is not None
    assert "în weekend-ul trecut" == found.window.phrase
    assert "Europe/Bucharest" == found.window.zone
    assert "2025-11-22/2025-11-23" == shown(found.window)


def test_missing_diacritics_change_nothing() -> None:
    """Text without diacritics, or with the older letters, reads the same."""
    assert ["2025-11-25"] == [shown for _, shown in dates("A demisionat marti.", "ro")]
    assert ["2025-11-25"] == [shown for _, shown in dates("A demisionat marţi.", "ro")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The trial opens on Monday.", "2025-12-01"),
        ("en", "Talks in the port resume Monday.", "2025-12-01"),
        ("en", "On Sunday the fair takes place.", "2025-11-30"),
        ("en", "The trial, which opens on Tuesday, is his second.", "2025-12-02"),
        ("ro", "Procesul începe luni.", "2025-12-01"),
        ("ro", "Meciul se joacă duminică.", "2025-11-30"),
        ("ro", "Luni are loc ședința.", "2025-12-01"),
        ("ro", "Ședința începe luni la ora 10.", "2025-12-01T10:00/2025-12-01T11:00"),
    ],
)
def test_what_is_scheduled_is_to_come(lang: str, text: str, expected: str) -> None:
    """A weekday beside a verb of what has its time, in the present, looks ahead: as a guess."""
    found = only(text, lang)

    assert (expected, True) == (shown(found.window), found.is_vague)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The trial opened on Monday.", "2025-11-24"),
        ("en", "Talks resume after Monday's blast.", "2025-11-24"),
        ("ro", "Procesul a început luni.", "2025-11-24"),
        ("ro", "Ședința care a avut loc luni se reia.", "2025-11-24"),
        ("ro", "Festivalul are loc pe 20 noiembrie.", "2025-11-20"),
    ],
)
def test_what_has_been_is_not_scheduled(lang: str, text: str, expected: str) -> None:
    """The past stays the past, and a date of the calendar the nearest."""
    assert expected == shown(only(text, lang).window)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The bridge will be closed from Monday.", "2025-12-01/.."),
        ("en", "Shops will open from tomorrow.", "2025-11-27/.."),
        ("en", "From Monday, the road is closed.", "2025-11-24/.."),
        ("en", "The results from Monday will be told.", "2025-12-01"),
        ("en", "The vote from last week will stand.", "2025-11-17/2025-11-23"),
        ("en", "He returned from Monday's talks.", "2025-11-24"),
        ("ro", "De luni, podul este închis.", "2025-11-24/.."),
        ("ro", "Podul va fi închis începând de luni.", "2025-12-01/.."),
        ("ro", "Meciul de mâine va fi greu.", "2025-11-27"),
    ],
)
def test_from_a_day_on(lang: str, text: str, expected: str) -> None:
    """What begins on a weekday, or tomorrow, is open to the end."""
    assert expected == shown(only(text, lang).window)
