"""Every date of the annotated article, where it is at hand, and sentences of our own like it."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimtrack.model.window import Window
from claimtrack.reading.article import Article
from claimtrack.reading.dates.finding import find_dates
from claimtrack.reading.findings import DateFound
from tests.unit.reading.dates.shown import shown

_SEED = Path(__file__).parents[5] / "shared" / "seed"
_LIKE_DATES = ("more, not May", "not Monday", "no date")

OWN = [
    ("Deocamdată prețul biletelor rămâne același.", "Deocamdată", "2025-11-26"),
    ("Compania a vândut două vase în luna septembrie.", "în luna septembrie",
     "2025-09-01/2025-09-30"),
    ("Este cea mai lungă grevă de până acum.", "de până acum", "../2025-11-26"),
    ("Echipajele lucrează și în prezent fără contract.", "în prezent", "2025-11-26"),
    ("După greva din septembrie, patronatul a cedat.", "din septembrie", "2025-09-01/2025-09-30"),
    ("Două feriboturi au rămas la chei în weekend-ul trecut.", "în weekend-ul trecut",
     "2025-11-22/2025-11-23"),
    ("Momentan nu se știe cine plătește.", "Momentan", "2025-11-26"),
    ("Mediatorul a fost numit la începutul acestei luni.", "la începutul acestei luni",
     "2025-11-01/2025-11-10"),
    ("În ultimele luni, armatorii au vorbit cu sindicatul.", "În ultimele luni",
     "2025-02-26/2025-11-26"),
    ("O reducere pe care au discutat-o în acest an este cea a taxelor.", "în acest an",
     "2025-01-01/2025-11-26"),
    ("Linia a fost închisă în 2022 după furtună.", "în 2022", "2022-01-01/2022-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "expected"), OWN)
def test_own_sentences_with_the_same_phrases(sentence: str, words: str, expected: str) -> None:
    """The phrases of the annotated article, in sentences of our own, give its intervals."""
    article = Article(sentence, lang="ro", published=Window.parse("2025-11-26"))
    (found,) = find_dates(article)

    assert (words, expected) == (found.of(article.body), shown(found.window))


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """Give the annotation."""
    path = _SEED / "gold.json"
    if not path.exists():
        pytest.skip("the annotated article is not here")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def found(gold: dict[str, Any]) -> dict[tuple[int, int], DateFound]:
    """Give the dates of the annotated article by their places."""
    text = (_SEED / gold["article"]["file"]).read_text(encoding="utf-8")
    return {(one.start, one.end): one for one in find_dates(Article(text, lang="ro"))}


def test_every_date_is_found(gold: dict[str, Any], found: dict[tuple[int, int], DateFound]) -> None:
    """All date expressions are found with their exact spans, intervals and roles, and no other."""
    wanted = {
        (date["start"], date["end"]): (
            date["role"],
            date["vague"],
            _interval(date["earliest"], date["latest"]),
        )
        for record in gold["records"]
        for date in record["dates"]
        if date["text"] is not None
    }

    assert 11 == len(wanted)
    assert wanted == {
        place: (one.role.value, one.is_vague, shown(one.window)) for place, one in found.items()
    }


def test_no_trap_is_a_date(gold: dict[str, Any], found: dict[tuple[int, int], DateFound]) -> None:
    """No word that only looks like a date was taken for one."""
    traps = [
        (trap["start"], trap["end"])
        for trap in gold["traps"]
        if any(why in trap["why"] for why in _LIKE_DATES)
    ]

    assert 4 < len(traps)
    assert set() == found.keys() & set(traps)


def _interval(earliest: str | None, latest: str | None) -> str:
    return earliest if earliest and earliest == latest else f"{earliest or '..'}/{latest or '..'}"
