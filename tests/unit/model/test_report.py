"""Reports: what tells one from another, and what a report may say of itself."""

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.report import Report
from claimtrack.model.window import Window

FULL = Report(
    "Example News",
    id="n-1",
    url="https://news.example/1",
    digest="ab" * 32,
    title="Talks under way",
    published_at="2025-11-26",
)


@pytest.mark.parametrize(
    ("report", "id_"),
    [
        (FULL, "n-1"),
        (attrs.evolve(FULL, id=""), "https://news.example/1"),
        (attrs.evolve(FULL, id="", url=""), f"sha256:{'ab' * 32}"),
        (
            attrs.evolve(FULL, id="", url="", digest=""),
            "Example News | Talks under way | 2025-11-26",
        ),
    ],
)
def test_the_id_is_given_else_the_url_else_the_digest_else_made(report: Report, id_: str) -> None:
    """The first of these that there is."""
    assert id_ == report.id


@pytest.mark.parametrize(
    "missing",
    [
        {"outlet": ""},
        {"title": ""},
        {"published_at": None},
        {"outlet": "", "title": "", "published_at": None},
    ],
)
def test_a_report_without_any_identity_is_refused(missing: dict[str, object]) -> None:
    """Without id, url and digest it takes outlet, title and time together."""
    fields: dict[str, object] = {
        "outlet": "Example News",
        "title": "Talks under way",
        "published_at": "2025-11-26",
        **missing,
    }
    with pytest.raises(InvalidValueError, match="report needs an id, a url, a digest, or outlet"):
        Report(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("relayed", ["Example News", "https://news.example/1"])
def test_a_report_relays_neither_itself_nor_its_outlet(relayed: str) -> None:
    """The shortest circle is refused where it is made."""
    with pytest.raises(InvalidValueError, match=r"report\.relays must not hold the report itself"):
        Report("Example News", url="https://news.example/1", relays=["Reuters", relayed])


def test_a_reports_time_is_a_window() -> None:
    """What people write for a time is read; what is none is refused."""
    assert Window.parse("2025-12-02T14:10+01:00") == (
        Report(url="https://wire.example/1", published_at="2025-12-02T14:10+01:00").published_at
    )
    with pytest.raises(InvalidValueError) as caught:
        Report(url="https://wire.example/1", published_at="soon")

    assert "report.published_at" == caught.value.field


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "https://news.example/\n1"),
        ("outlet", " "),
        ("lang", "romanian"),
        ("relays", "Reuters"),
        ("relays", ["Reuters", ""]),
        ("ours", "yes"),
        ("title", "\x00"),
    ],
)
def test_a_field_that_breaks_its_rule_is_named(field: str, value: object) -> None:
    """Each by its dotted path."""
    fields: dict[str, object] = {"id": "n-1", field: value}
    with pytest.raises(InvalidValueError) as caught:
        Report(**fields)  # type: ignore[arg-type]

    assert f"report.{field}" == caught.value.field


def test_the_outlet_comes_first_and_the_rest_by_name() -> None:
    """As people type it."""
    report = Report("Example News", url="https://news.example/1", relays=["Reuters"], ours=True)

    assert ("Example News", ("Reuters",), True) == (report.outlet, report.relays, report.ours)
