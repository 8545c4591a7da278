"""Sources: who says so, and the helpers people type."""

from datetime import UTC, datetime

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.source import (
    CountIs,
    Label,
    Reliability,
    Source,
    SourceKind,
    anonymous,
    count_is,
    document,
    office,
    organisation,
    outlet,
    person,
)


def test_a_source_needs_a_name_or_a_description() -> None:
    """Somebody of whom nothing is said is nobody."""
    with pytest.raises(InvalidValueError, match="source needs a name or a description"):
        Source(kind="person")


def test_a_count_must_say_how_it_is_meant() -> None:
    """Three exactly and at least three are not the same; several needs no number."""
    with pytest.raises(InvalidValueError, match=r"source\.count_is must say how"):
        Source(kind="group", description="officials", count=3)
    several = Source(kind="group", description="officials", count_is="several")

    assert (None, CountIs.SEVERAL) == (several.count, several.count_is)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "robot"),
        ("reliability", "G"),
        ("count_is", "roughly"),
        ("count", 0),
        ("name", "two\nlines"),
        ("description", " "),
        ("lang", "english"),
        ("rated_at", datetime.fromisoformat("2025-12-02T13:10")),
    ],
)
def test_a_field_that_breaks_its_rule_is_named(field: str, value: object) -> None:
    """Unknown words, impossible counts, blank names and naive times are refused by name."""
    fields: dict[str, object] = {"kind": "person", "name": "Ada", "count_is": "exact", field: value}
    with pytest.raises(InvalidValueError) as caught:
        Source(**fields)  # type: ignore[arg-type]

    assert f"source.{field}" == caught.value.field


def test_a_source_starts_unrated() -> None:
    """F is the absence of a rating, not a low one."""
    ada = person("Ada Kovač")

    assert (Reliability.F, None) == (ada.reliability, ada.rated_at)


def test_a_rating_has_its_time_in_utc() -> None:
    """Ratings are dated."""
    rated = attrs.evolve(
        person("Ada"), reliability="B", rated_at=datetime.fromisoformat("2025-12-02T15:10+02:00")
    )

    assert datetime(2025, 12, 2, 13, 10, tzinfo=UTC) == rated.rated_at


def test_a_named_source_is_called_by_its_name() -> None:
    """The description is for those without one."""
    named = Source(kind="person", name="Ada Kovač", description="an aide")
    described = Source(kind="person", description="an aide")

    assert (True, "Ada Kovač") == (named.is_named, named.label)
    assert (False, "an aide") == (described.is_named, described.label)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (anonymous("officials", count=3, told="Reuters"), "3 officials (told Reuters)"),
        (anonymous("officials", count=3, count_is="at_least"), "at least 3 officials"),
        (anonymous("an aide"), "an aide"),
        (person("Ada Kovač", told="AFP"), "Ada Kovač (told AFP)"),
        (Source(kind="group", name="The Nine", count=9, count_is="exact"), "The Nine"),
    ],
)
def test_a_source_shows_its_number_its_label_and_whom_it_told(source: Source, shown: str) -> None:
    """The number belongs to the description, not to a name."""
    assert shown == str(source)


def test_a_source_is_called_otherwise_in_another_language() -> None:
    """By the label of that language, and where there is none as it is called anyway."""
    white_house = office("White House", labels={"ro": "Casa Albă"})

    assert ("Casa Albă", "White House") == (white_house.label_in("ro"), white_house.label_in("en"))
    assert (Label(lang="ro", text="Casa Albă"),) == white_house.labels


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"romanian": "Casa Albă"}, "label.lang"),
        ({"": "Casa Albă"}, "label"),
        ({"ro": ""}, "label"),
        ([Label(lang="ro", text="Casa Albă"), Label(lang="ro", text="CA")], "source.labels"),
        (["Casa Albă"], "source.labels"),
        (5, "source.labels"),
    ],
)
def test_labels_are_one_text_for_each_language(values: object, field: str) -> None:
    """No language twice, none without a text, and no text without a language."""
    with pytest.raises(InvalidValueError) as caught:
        Source(kind="office", name="White House", labels=values)  # type: ignore[arg-type]

    assert field == caught.value.field


def test_helpers_make_sources_of_their_kind() -> None:
    """One helper for each kind that people type."""
    assert [
        (SourceKind.PERSON, "John Coale"),
        (SourceKind.OFFICE, "White House"),
        (SourceKind.ORGANISATION, "Viasna"),
        (SourceKind.OUTLET, "Reuters"),
        (SourceKind.DOCUMENT, "signed list"),
    ] == [
        (one.kind, one.name)
        for one in (
            person("John Coale"),
            office("White House"),
            organisation("Viasna"),
            outlet("Reuters"),
            document("signed list"),
        )
    ]


def test_helpers_pass_on_what_else_is_known() -> None:
    """Role, body, principal, outlet told, issuer."""
    envoy = person(
        "John Coale", role="envoy", affiliation="State", speaks_for="Washington", told="AFP"
    )

    assert ("envoy", "State", "Washington", "AFP") == (
        envoy.role,
        envoy.affiliation,
        envoy.speaks_for,
        envoy.told,
    )
    assert "Washington" == office("White House", speaks_for="Washington").speaks_for
    assert "Prison Service" == document("order", issuer="Prison Service").affiliation


@pytest.mark.parametrize(
    ("source", "kind", "how"),
    [
        (anonymous("an aide"), SourceKind.PERSON, None),
        (anonymous("an aide", count=1), SourceKind.PERSON, CountIs.EXACT),
        (anonymous("officials", count=3), SourceKind.GROUP, CountIs.EXACT),
        (anonymous("officials", count=1, count_is="at_least"), SourceKind.GROUP, CountIs.AT_LEAST),
        (anonymous("officials", count_is="several"), SourceKind.GROUP, CountIs.SEVERAL),
    ],
)
def test_unnamed_sources_are_a_group_where_the_wording_says_so(
    source: Source, kind: SourceKind, how: CountIs | None
) -> None:
    """More than one, or at least one, is a group; without any number it is not made one."""
    assert (kind, how) == (source.kind, source.count_is)


def test_how_a_count_is_meant_is_read_from_its_word() -> None:
    """Nothing, a member or its word."""
    assert [None, CountIs.EXACT, CountIs.SEVERAL] == [
        count_is(one) for one in (None, CountIs.EXACT, "several")
    ]


def test_sources_are_values() -> None:
    """Equal fields make equal sources, with one hash; none can be changed."""
    assert person("Ada") == person("Ada")
    assert 1 == len({person("Ada"), person("Ada")})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        person("Ada").name = "Eve"  # type: ignore[misc]
