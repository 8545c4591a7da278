"""Preparing: sources get their ids, dates their zone; the same words always the same."""

import attrs
import pytest

from claimtrack.ledger.prepare import prepared, with_id
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import Source, SourceKind, anonymous, office, organisation, person
from claimtrack.model.updates import CommentAnswered, EvidenceGiven, Noted, SlotAnswered
from claimtrack.model.words import MAX_NAME
from tests.cases import EMBASSY, FIRST, OPENED, SOURCES, WIRE, answered, asserts
from tests.ledgers import told

DESCRIBED = anonymous("a diplomat")


@pytest.mark.parametrize(
    ("source", "id_"),
    [
        (person("John Coale"), "person:john-coale"),
        (person("JOHN  COALE", role="envoy"), "person:john-coale"),
        (office("Ministerul de Externe al României"), "office:ministerul-de-externe-al-romaniei"),
        (organisation("Viasna"), "organisation:viasna"),
        (attrs.evolve(person("John Coale"), id="coale"), "coale"),
    ],
)
def test_a_named_source_is_known_by_kind_and_name(source: Source, id_: str) -> None:
    """It is the same wherever it speaks, unless the desk has a name of its own for it."""
    assert [id_, id_, id_] == [with_id(source, carrier).id for carrier in (FIRST, WIRE, None)]


def test_a_described_source_is_known_by_outlet_description_and_report() -> None:
    """The same words in one report are one source, and in two reports two."""
    assert with_id(DESCRIBED, FIRST).id == with_id(anonymous("A  Diplomat"), FIRST).id
    assert with_id(DESCRIBED, FIRST).id != with_id(DESCRIBED, WIRE).id
    assert with_id(DESCRIBED, FIRST).id != with_id(anonymous("two diplomats"), FIRST).id
    assert with_id(DESCRIBED, FIRST).id != with_id(anonymous("a diplomat", told="AFP"), FIRST).id
    assert with_id(SOURCES, FIRST).id.startswith(
        "unnamed:reuters:sources-familiar-with-the-matter:"
    )


def test_a_name_of_signs_alone_is_told_from_others() -> None:
    """What folds to nothing is still somebody."""
    ids = {with_id(person(name), None).id for name in ("???", "!!!", "…")}

    assert 3 == len(ids)


def test_a_long_description_makes_an_id_of_bounded_length() -> None:
    """An id is a name that every field takes, and long ones stay apart."""
    long = "ﷺ" * (MAX_NAME - 1)
    sources = [anonymous(f"{long}{end}") for end in "ab"] + [person(f"{long}{end}") for end in "ab"]
    ids = {with_id(source, FIRST).id for source in sources}

    assert 4 == len(ids)
    assert max(map(len, ids)) < MAX_NAME
    assert all(attrs.evolve(DESCRIBED, id=id_).id == id_ for id_ in ids)


def test_every_source_of_a_follow_up_gets_its_id() -> None:
    """Whoever speaks, is asked, or answers a question is known by an id."""
    answer = SlotAnswered(slot="where", value=SlotValue(text="Minsk"), source=EMBASSY)
    follow_up = told(FIRST, OPENED, asserts(SOURCES), answered(EMBASSY, Outcome.DECLINED), answer)
    _, given, asked, said = (item.update for item in prepared(follow_up, "").items)

    assert isinstance(given, EvidenceGiven)
    assert isinstance(asked, CommentAnswered)
    assert isinstance(said, SlotAnswered)
    assert said.source is not None
    assert given.evidence.source.id.startswith("unnamed:")
    embassy = "office:embassy-of-belarus-in-washington"
    assert [embassy, embassy] == [asked.response.party.id, said.source.id]


def test_preparing_twice_is_preparing_once() -> None:
    """What is ready stays as it is."""
    follow_up = told(FIRST, OPENED, asserts(SOURCES), Noted(text="x"))
    ready = prepared(follow_up, "Europe/Bucharest")

    assert ready == prepared(ready, "Europe/Bucharest") == prepared(ready, "America/New_York")


def test_kinds_are_part_of_a_name() -> None:
    """An office and an organisation of one name are two sources."""
    kinds = [Source(kind=kind, name="The List") for kind in SourceKind]

    assert len(kinds) == len({with_id(source, None).id for source in kinds})
