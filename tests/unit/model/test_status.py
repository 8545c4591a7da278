"""Statuses and what each of them says."""

from claimtrack.model.status import DEFINITIONS, Status


def test_claims_that_fell_are_those_refuted_and_retracted() -> None:
    """What is superseded or lapsed was not wrong."""
    assert {Status.REFUTED, Status.RETRACTED} == {one for one in Status if one.is_fallen}


def test_every_status_is_defined() -> None:
    """One clause each, no two alike."""
    assert set(Status) == set(DEFINITIONS)
    assert len(DEFINITIONS) == len(set(DEFINITIONS.values()))
