"""Every language that there is a lexicon for reads the same few things, in sentences of our own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimtrack.reading import read

DAY = "2026-04-14"

SMOKE = Path(__file__).parents[4] / "shared/lexicon/smoke.toml"

TALKS = {
    "en": "The line will bring back at least 40 sailings, three people close to the talks said.",
    "ro": "Linia va relua cel puțin 40 de curse, au declarat trei persoane apropiate discuțiilor.",
    "fr": "La ligne reprendra au moins 40 trajets, ont déclaré trois personnes proches du dossier.",
    "de": "Die Linie plant mindestens 40 Fahrten, sagten drei mit der Sache vertraute Personen.",
    "es": "La línea hará al menos 40 viajes, dijeron tres personas cercanas a las conversaciones.",
    "ru": "Линия вернет не менее 40 рейсов, сообщили три человека, знакомых с ходом переговоров.",
    "uk": "Лінія поверне щонайменше 40 рейсів, повідомили три особи, обізнані з ходом переговорів.",
}
UNCLEAR = {
    "en": "It is not clear when the ships will sail.",
    "ro": "Nu este clar când vor pleca navele.",
    "fr": "On ignore quand les navires partiront.",
    "de": "Unklar ist, wann die Schiffe fahren.",
    "es": "No está claro cuándo zarparán los barcos.",
    "ru": "Неясно, когда корабли выйдут в море.",
    "uk": "Невідомо, коли кораблі вийдуть у море.",
}
DECLINED = {
    "en": "The company declined to comment.",
    "ro": "Compania a refuzat să comenteze.",
    "fr": "La compagnie a refusé de commenter.",
    "de": "Das Unternehmen lehnte eine Stellungnahme ab.",
    "es": "La empresa declinó hacer comentarios.",
    "ru": "Компания отказалась от комментариев.",
    "uk": "Компанія відмовилася від коментарів.",
}
YESTERDAY = {
    "en": "Two ferries were laid up yesterday.",
    "ro": "Două feriboturi au fost oprite ieri.",
    "fr": "Deux ferries ont été arrêtés hier.",
    "de": "Zwei Fähren wurden gestern stillgelegt.",
    "es": "Dos transbordadores fueron detenidos ayer.",
    "ru": "Два парома вчера были остановлены.",
    "uk": "Два пороми вчора були зупинені.",
}


def _read(text: str, lang: str) -> dict[str, Any]:
    return dict(read(text, lang=lang, published_at=DAY).to_dict())


@pytest.mark.parametrize(("lang", "text"), TALKS.items())
def test_who_says_how_much(lang: str, text: str) -> None:
    """A cue, three people, and a number with its bound."""
    found = _read(text, lang)

    assert ["said"] == [cue["kind"] for cue in found["cues"]]
    assert [("ge", 40)] == [(one["op"], one["value"]) for one in found["quantities"]]
    assert 3 in [(source.get("count") or {}).get("lo") for source in found["sources"]]


@pytest.mark.parametrize(("lang", "text"), UNCLEAR.items())
def test_what_is_unclear(lang: str, text: str) -> None:
    """The question that is left open."""
    assert [["when"]] == [one["facets"] for one in _read(text, lang)["unclear"]]


@pytest.mark.parametrize(("lang", "text"), DECLINED.items())
def test_who_declined(lang: str, text: str) -> None:
    """No comment is no comment in any language."""
    assert ["declined_to_comment"] == [one["kind"] for one in _read(text, lang)["responses"]]


@pytest.mark.parametrize(("lang", "text"), YESTERDAY.items())
def test_when(lang: str, text: str) -> None:
    """A day that is counted from the article's."""
    assert [("2026-04-13", "2026-04-13")] == [
        (one["earliest"], one["latest"]) for one in _read(text, lang)["dates"]
    ]


def _cases() -> list[Any]:
    if not SMOKE.exists():
        return []
    data = tomllib.loads(SMOKE.read_text("utf-8"))
    return [
        pytest.param(data["date"], lang, text, case["expect"], id=f"{case['id']}-{lang}")
        for case in data["case"]
        for lang, text in case["text"].items()
    ]


@pytest.mark.skipif(not SMOKE.exists(), reason="the shared sentences are not beside this copy")
@pytest.mark.parametrize(("day", "lang", "text", "expected"), _cases())
def test_shared_sentences(day: str, lang: str, text: str, expected: dict[str, Any]) -> None:
    """The sentences that lie beside the repository are read as they say."""
    found = read(text, lang=lang, published_at=day).to_dict()
    read_as = {
        "cue": [cue["kind"] for cue in found["cues"]],
        "quantity": [[one["op"], one["value"]] for one in found["quantities"]],
        "source_count": [(one.get("count") or {}).get("lo") for one in found["sources"]],
        "unclear": [sorted(one["facets"]) for one in found["unclear"]],
        "hedge": [one["class"] for one in found["hedges"]],
        "response": [one["kind"] for one in found["responses"]],
        "date": [[one["earliest"], one["latest"]] for one in found["dates"]],
    }

    for layer, wanted in expected.items():
        assert (sorted(wanted) if layer == "unclear" else wanted) in read_as[layer]
