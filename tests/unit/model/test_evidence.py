"""Evidence: one source's stance, on what terms, and how it knows."""

from datetime import UTC, datetime

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model.evidence import (
    Basis,
    Evidence,
    Hedge,
    HedgeClass,
    Interest,
    Span,
    Stance,
    Standing,
    Terms,
    TermsKind,
)
from claimtrack.model.source import Source, anonymous, document, outlet, person

ADA = Evidence(source=person("Ada Kovač"))
UNNAMED = Evidence(source=anonymous("an aide"))


def test_evidence_says_no_more_than_it_was_told() -> None:
    """Without details it is an assertion of unknown basis, standing, interest and terms."""
    assert (Stance.ASSERTS, Basis.UNKNOWN, Standing.UNKNOWN, Interest.UNKNOWN, None) == (
        ADA.stance,
        ADA.basis,
        ADA.standing,
        ADA.interested,
        ADA.terms,
    )


@pytest.mark.parametrize(
    ("stance", "supports", "opposes"),
    [
        (Stance.ASSERTS, True, False),
        (Stance.CONFIRMS, True, False),
        (Stance.DENIES, False, True),
        (Stance.CONTRADICTS, False, True),
        (Stance.DOUBTS, False, False),
        (Stance.OBSERVES, False, False),
    ],
)
def test_a_stance_takes_a_side_or_none(stance: Stance, supports: bool, opposes: bool) -> None:
    """Two support, two oppose, two weigh nothing."""
    assert (supports, opposes) == (stance.supports, stance.opposes)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", "Ada"),
        ("stance", "agrees"),
        ("basis", "heard"),
        ("standing", "friend"),
        ("interested", "maybe"),
        ("hedges", [5]),
        ("hedges", 5),
        ("relayed_by", "the mayor"),
        ("span", (1, 2)),
        ("own_voice", "yes"),
        ("wording", "\x00"),
        ("lang", "english"),
    ],
)
def test_a_field_that_breaks_its_rule_is_named(field: str, value: object) -> None:
    """Unknown words and values of another class are refused by name."""
    fields: dict[str, object] = {"source": person("Ada"), field: value}
    with pytest.raises(InvalidValueError) as caught:
        Evidence(**fields)  # type: ignore[arg-type]

    assert f"evidence.{field}" == caught.value.field


def test_only_an_outlet_has_an_own_voice() -> None:
    """What a report states itself is said by the one who published it."""
    assert Evidence(source=outlet("Reuters"), own_voice=True).own_voice
    with pytest.raises(InvalidValueError, match=r"evidence\.own_voice must be an outlet's"):
        Evidence(source=person("Ada"), own_voice=True)


def test_only_a_document_is_authenticated() -> None:
    """People are believed or not; papers are shown to be genuine."""
    assert Evidence(source=document("order"), authentication="the seal").authentication
    with pytest.raises(InvalidValueError, match=r"evidence\.authentication is for documents"):
        Evidence(source=person("Ada"), authentication="her passport")


def test_nobody_relays_itself() -> None:
    """The speakers between source and report are others."""
    with pytest.raises(InvalidValueError, match=r"evidence\.relayed_by must not hold the source"):
        Evidence(source=person("Ada"), relayed_by=["the mayor", "Ada"])
    with pytest.raises(InvalidValueError, match=r"evidence\.relayed_by must not hold the source"):
        Evidence(source=anonymous("an aide"), relayed_by=["an aide"])


# Hedges and spans ---------------------------------------------------------------------------------


def test_hedges_may_be_their_bare_words() -> None:
    """Words alone are a modal hedge; one text is one hedge."""
    could = Hedge(words="could consider")
    plan = Hedge(words="plans to", kind="plan", span=Span(start=3, end=11))

    assert (could,) == Evidence(source=person("Ada"), hedges="could consider").hedges
    assert (could, plan) == Evidence(source=person("Ada"), hedges=["could consider", plan]).hedges
    assert HedgeClass.MODAL is could.kind


def test_a_hedge_has_words() -> None:
    """Blank words hold nothing back."""
    with pytest.raises(InvalidValueError) as caught:
        Evidence(source=person("Ada"), hedges=[" "])

    assert "hedge.words" == caught.value.field


def test_a_span_begins_at_0_and_ends_where_it_began_or_later() -> None:
    """Half-open, in code points."""
    assert (3, 3) == attrs.astuple(Span(start=3, end=3))
    for start, end in ((-1, 3), (4, 3)):
        with pytest.raises(InvalidValueError, match="span must begin at 0 or later"):
            Span(start=start, end=end)
    with pytest.raises(InvalidValueError, match=r"span\.start must be of class int"):
        Span(start="0", end=3)  # type: ignore[arg-type]


# Terms --------------------------------------------------------------------------------------------


def test_terms_may_be_their_bare_kind() -> None:
    """Terms, their kind, its word, or nothing."""
    background = Terms(kind=TermsKind.BACKGROUND)

    assert [background, background, background, None] == [
        attrs.evolve(ADA, terms=one).terms
        for one in (background, TermsKind.BACKGROUND, "background", None)
    ]


def test_unknown_terms_are_refused_with_those_there_are() -> None:
    """The message lists the words."""
    with pytest.raises(InvalidValueError) as caught:
        Evidence(source=person("Ada"), terms="secret")

    assert "terms.kind" == caught.value.field
    assert (
        "must be one of on_record, background, deep_background, off_record" == caught.value.reason
    )


def test_an_embargo_is_an_aware_moment() -> None:
    """A naive one would lift at another hour elsewhere."""
    until = datetime(2025, 12, 2, tzinfo=UTC)

    assert until == Terms(embargo_until=until).embargo_until
    with pytest.raises(InvalidValueError, match=r"terms\.embargo_until must be aware"):
        Terms(embargo_until=datetime.fromisoformat("2025-12-02"))


@pytest.mark.parametrize(
    ("evidence", "on_record", "off_record"),
    [
        (ADA, True, False),
        (UNNAMED, False, False),
        (attrs.evolve(ADA, terms="on_record"), True, False),
        (attrs.evolve(UNNAMED, terms="on_record"), False, False),
        (attrs.evolve(ADA, terms="background"), False, False),
        (attrs.evolve(ADA, terms="deep_background"), False, False),
        (attrs.evolve(ADA, terms="off_record"), False, True),
        (attrs.evolve(UNNAMED, terms="off_record"), False, True),
    ],
)
def test_on_the_record_is_by_name_and_on_terms_that_allow_it(
    evidence: Evidence, on_record: bool, off_record: bool
) -> None:
    """Where nobody said, a name is on the record; without one nothing is."""
    assert (on_record, off_record) == (evidence.is_on_record, evidence.is_off_record)


# What it is worth ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("interested", "standing", "disinterested"),
    [
        ("no", "authority", True),
        ("no", "unknown", True),
        ("unknown", "authority", False),
        ("yes", "authority", False),
        ("no", "actor", False),
    ],
)
def test_an_actor_gains_always_and_an_unknown_interest_counts_as_one(
    interested: str, standing: str, disinterested: bool
) -> None:
    """Only a known lack of interest, of one who is no party, is none."""
    evidence = attrs.evolve(ADA, interested=interested, standing=standing)

    assert disinterested is evidence.is_disinterested


@pytest.mark.parametrize(
    ("basis", "standing", "first_hand"),
    [
        ("witnessed", "unknown", True),
        ("document", "unknown", True),
        ("told", "witness", False),
        ("deduced", "authority", False),
        ("unknown", "actor", True),
        ("unknown", "authority", True),
        ("unknown", "witness", True),
        ("unknown", "outsider", False),
        ("unknown", "unknown", False),
    ],
)
def test_first_hand_is_settled_by_the_basis_else_by_the_standing(
    basis: str, standing: str, first_hand: bool
) -> None:
    """And never where somebody passed it on."""
    evidence = attrs.evolve(ADA, basis=basis, standing=standing)

    assert first_hand is evidence.is_first_hand
    assert not attrs.evolve(evidence, relayed_by=["an aide"]).is_first_hand


def test_evidence_is_a_value() -> None:
    """Equal and of one hash where all fields are."""
    one, other = (
        Evidence(source=Source(kind="person", name="Ada"), hedges=["may"]) for _ in range(2)
    )

    assert one == other
    assert 1 == len({one, other})
