"""Romanian phrases of time, read against Wednesday, 26 November 2025."""

import pytest

from claimtrack.reading.dates import parse_window
from tests.unit.reading.dates.shown import shown

TABLE = """
azi = 2025-11-26
la ora 3 dimineața = 2025-11-26T03:00/2025-11-26T04:00
luni, la 3:30 dimineața = 2025-11-24T03:30/2025-11-24T03:31
la ora 2 noaptea = 2025-11-26T02:00/2025-11-26T03:00
luni la ora 11 noaptea = 2025-11-24T23:00/2025-11-25T00:00
luni la ora 12 noaptea = 2025-11-25T00:00/2025-11-25T01:00
la ora 1 la prânz = 2025-11-26T13:00/2025-11-26T14:00
între orele 22:00 și 6:00 = 2025-11-26T22:00/2025-11-27T06:00
în termen de 10 zile = 2025-11-26/2025-12-06
în cel mult 10 zile = 2025-11-26/2025-12-06
la sfârșit de săptămână = 2025-11-22/2025-11-23
astăzi la prânz = 2025-11-26T12:00/2025-11-26T13:00
ieri = 2025-11-25
alaltăieri = 2025-11-24
mâine dimineață = 2025-11-27T04:00/2025-11-27T12:00
poimâine = 2025-11-28
aseară = 2025-11-25T17:00/2025-11-26T00:00
azi-noapte = 2025-11-25T22:00/2025-11-26T06:00
diseară = 2025-11-26T17:00/2025-11-27T00:00
de dimineață = 2025-11-26T04:00/2025-11-26T12:00
luni = 2025-11-24
miercuri = 2025-11-26
joi = 2025-11-20
lunea trecută = 2025-11-24
vinerea viitoare = 2025-11-28
luni seară = 2025-11-24T17:00/2025-11-25T00:00
marți dimineața = 2025-11-25T04:00/2025-11-25T12:00
marti dimineata = 2025-11-25T04:00/2025-11-25T12:00
în seara zilei de duminică = 2025-11-23T17:00/2025-11-24T00:00
în noaptea de duminică spre luni = 2025-11-23T22:00/2025-11-24T06:00
sâmbătă și duminică = 2025-11-22/2025-11-23
la prânz = 2025-11-26T12:00/2025-11-26T13:00
în jurul orei 21:00 = 2025-11-26T20:30/2025-11-26T21:30
ora 9 seara = 2025-11-26T21:00/2025-11-26T22:00
ora 9 dimineața = 2025-11-26T09:00/2025-11-26T10:00
luni, la ora 10.30 = 2025-11-24T10:30/2025-11-24T10:31
ieri, de la ora 15:00 = 2025-11-25T15:00/2025-11-25T15:01
acum trei zile = 2025-11-23
în urmă cu două săptămâni = 2025-11-10/2025-11-16
acum 20 de ani = 2005-01-01/2005-12-31
acum douăzeci și doi de ani = 2003-01-01/2003-12-31
în urmă cu un an = 2024-10-01/2024-12-31
acum câteva zile = 2025-11-20/2025-11-24
acum câteva luni = 2025-05-26/2025-09-26
acum aproximativ două luni = 2025-09-01/2025-09-30
trei zile în urmă = 2025-11-23
peste două zile = 2025-11-28
peste o lună = 2025-12-01/2025-12-31
săptămâna trecută = 2025-11-17/2025-11-23
săptămâna aceasta = 2025-11-24/2025-11-26
săptămâna viitoare = 2025-12-01/2025-12-07
weekend-ul trecut = 2025-11-22/2025-11-23
în weekendul trecut = 2025-11-22/2025-11-23
în acest weekend = 2025-11-29/2025-11-30
la sfârșit de săptămână = 2025-11-22/2025-11-23
luna trecută = 2025-10-01/2025-10-31
luna viitoare = 2025-12-01/2025-12-31
la începutul acestei luni = 2025-11-01/2025-11-10
la mijlocul lunii trecute = 2025-10-11/2025-10-20
la finalul lunii octombrie = 2025-10-21/2025-10-31
prima jumătate a lunii octombrie = 2025-10-01/2025-10-15
până la sfârșitul lunii = ../2025-11-30
în luna septembrie = 2025-09-01/2025-09-30
în decembrie = 2024-12-01/2024-12-31
din martie = 2025-03-01/2025-03-31
în mai = 2025-05-01/2025-05-31
septembrie trecut = 2025-09-01/2025-09-30
în septembrie anul trecut = 2024-09-01/2024-09-30
în luna mai a acestui an = 2025-05-01/2025-05-31
mai 2023 = 2023-05-01/2023-05-31
primul trimestru = 2025-01-01/2025-03-31
trimestrul al treilea din 2024 = 2024-07-01/2024-09-30
trimestrul II = 2025-04-01/2025-06-30
în acest an = 2025-01-01/2025-11-26
anul trecut = 2024-01-01/2024-12-31
anul viitor = 2026-01-01/2026-12-31
la începutul anului = 2025-01-01/2025-04-30
la sfârșitul anului trecut = 2024-09-01/2024-12-31
la sfârșitul acestui an = 2025-09-01/2025-12-31
la începutul acestui an = 2025-01-01/2025-04-30
la sfârșitul lui 2023 = 2023-09-01/2023-12-31
în a doua jumătate a anului 2022 = 2022-07-01/2022-12-31
în anii '90 = 1990-01-01/1999-12-31
anii 1980 = 1980-01-01/1989-12-31
la mijlocul anilor '80 = 1984-01-01/1986-12-31
secolul XX = 1900-01-01/1999-12-31
secolul al XIX-lea = 1800-01-01/1899-12-31
vara trecută = 2025-06-01/2025-08-31
toamna lui 2023 = 2023-09-01/2023-11-30
în vara anului trecut = 2024-06-01/2024-08-31
toamna aceasta = 2025-09-01/2025-11-26
la primăvară = 2026-03-01/2026-05-31
în ultimele luni = 2025-02-26/2025-11-26
în ultimele două luni = 2025-09-26/2025-11-26
în ultimul an = 2024-11-26/2025-11-26
în ultimii zece ani = 2015-11-26/2025-11-26
zilele trecute = 2025-11-16/2025-11-26
zilele următoare = 2025-11-26/2025-12-06
următoarele două săptămâni = 2025-11-26/2025-12-10
acum = 2025-11-26
deocamdată = 2025-11-26
momentan = 2025-11-26
în prezent = 2025-11-26
până acum = ../2025-11-26
de până acum = ../2025-11-26
recent = 2025-10-27/2025-11-26
5 mai 2025 = 2025-05-05
5 mai = 2025-05-05
26 nov. = 2025-11-26
1 dec. 2024 = 2024-12-01
pe 28 mai anul trecut = 2024-05-28
la data de 4 februarie = 2025-02-04
05.05.2025 = 2025-05-05
05/06/2025 = 2025-06-05
marți, 25 noiembrie = 2025-11-25
marți (25 noiembrie) = 2025-11-25
în dimineața zilei de marți, 25 noiembrie = 2025-11-25T04:00/2025-11-25T12:00
marți dimineață, 25 noiembrie = 2025-11-25T04:00/2025-11-25T12:00
2-5 iunie = 2025-06-02/2025-06-05
3 și 4 aprilie = 2025-04-03/2025-04-04
între 2 și 5 iunie = 2025-06-02/2025-06-05
între 12 și 15 martie 2024 = 2024-03-12/2024-03-15
de la 29 mai la 2 iunie 2024 = 2024-05-29/2024-06-02
din 2019 până în 2022 = 2019-01-01/2022-12-31
din aprilie 2022 până în prezent = 2022-04-01/2025-11-26
între 2013 și 2015 = 2013-01-01/2015-12-31
de luni până miercuri = 2025-11-24/2025-11-26
în perioada august 2020 – februarie 2023 = 2020-08-01/2023-02-28
de la începutul anului = 2025-01-01/..
începând cu 1 octombrie = 2025-10-01/..
până vineri = ../2025-11-28
înainte de 6 mai = ../2025-05-05
după 1 ianuarie 2024 = 2024-01-02/..
"""

ROWS = [tuple(line.rsplit(" = ", 1)) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("phrase", "expected"), ROWS)
def test_phrase_gives_window(phrase: str, expected: str) -> None:
    """The phrase gives that stretch, and the window keeps the phrase where it is no ISO 8601."""
    window = parse_window(phrase, at="2025-11-26", lang="ro")

    assert expected == shown(window)
    assert window.phrase in {phrase, ""}


FUTURE = """
luni = 2025-12-01
în ianuarie = 2026-01-01/2026-01-31
pe 10 mai = 2026-05-10
în weekend = 2025-11-29/2025-11-30
în acest an = 2025-01-01/2025-12-31
la începutul anului = 2026-01-01/2026-04-30
"""


@pytest.mark.parametrize(
    ("phrase", "expected"), [tuple(row.rsplit(" = ", 1)) for row in FUTURE.strip().splitlines()]
)
def test_future_looks_ahead(phrase: str, expected: str) -> None:
    """In a clause of the future, what has no year is the next one."""
    assert expected == shown(parse_window(phrase, at="2025-11-26", lang="ro", tense="future"))


MORE = """
în noaptea de 5 spre 6 mai = 2025-05-05T22:00/2025-05-06T06:00
astă-vară = 2025-06-01/2025-08-31
ieri-dimineață = 2025-11-25T04:00/2025-11-25T12:00
în decursul ultimului an = 2024-11-26/2025-11-26
între orele 10:00 și 12:00 = 2025-11-26T10:00/2025-11-26T12:00
la ora 14:00, pe 5 mai 2025 = 2025-05-05T14:00/2025-05-05T14:01
cel târziu vineri = ../2025-11-28
în urmă cu mai multe luni = 2025-02-26/2025-08-26
acum aproape trei ani = 2022-01-01/2022-12-31
în al doilea trimestru din 2024 = 2024-04-01/2024-06-30
"""


@pytest.mark.parametrize(
    ("phrase", "expected"), [tuple(row.rsplit(" = ", 1)) for row in MORE.strip().splitlines()]
)
def test_less_common_phrases(phrase: str, expected: str) -> None:
    """What is put together from several parts is read as well."""
    assert expected == shown(parse_window(phrase, at="2025-11-26", lang="ro"))
