"""The statement layers on the reference article, where it is at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.kinds import Bound
from claimtrack.reading.quantities import find_quantities
from claimtrack.reading.responses import find_responses
from claimtrack.reading.speakers import Cast
from claimtrack.reading.unclear import find_unclear

SEED = Path(__file__).parents[4] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the reference article is not here")


@pytest.fixture(scope="module")
def gold() -> Any:
    """What a person found in the article."""
    return json.loads((SEED / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article(gold: Any) -> Article:
    """The article itself."""
    return Article((SEED / gold["article"]["file"]).read_text(encoding="utf-8"), lang="ro")


def test_responses(gold: Any, article: Article) -> None:
    """Both responses are found, with kind, clause and party."""
    parties = {source["id"]: source["mentions"][0]["text"] for source in gold["sources"][1:]}
    expected = [
        (one["kind"], one["text"]["text"], parties[one["responder"]]) for one in gold["responses"]
    ]

    assert expected == [
        (one.kind, one.clause.of(article.body), one.responder and one.responder.of(article.body))
        for one in find_responses(article, Cast(article))
    ]


def test_unclear(gold: Any, article: Article) -> None:
    """Both statements are found, with their facets, and nothing else."""
    expected = [
        (one["content"]["start"], one["unclear"])
        for one in gold["records"]
        if one["type"] == "open_question"
    ]

    assert expected == [
        (one.clause.start, [facet.value for facet in one.facets]) for one in find_unclear(article)
    ]


def test_quantities(gold: Any, article: Article) -> None:
    """All counted quantities are found at their places, with bound and value, and no trap is."""
    expected = [
        (quantity["text"], quantity["op"], quantity["value"])
        for record in gold["records"]
        for quantity in record["quantities"]
        if quantity["op"] != "vague"
    ]
    found = [one for one in find_quantities(article) if not one.is_source_count]
    traps = [trap for trap in gold["traps"] if trap["text"] in {"trei", "o", "O"}]

    assert expected == [
        (one.of(article.body), one.op, one.value) for one in found if one.op is not Bound.VAGUE
    ]
    assert not [
        trap
        for trap in traps
        if any((one.start, one.end) == (trap["start"], trap["end"]) for one in found)
    ]
