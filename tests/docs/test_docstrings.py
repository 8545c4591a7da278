"""Examples in docstrings are true."""

import doctest
from types import ModuleType

import pytest

from tests.architecture.source import imported


@pytest.mark.parametrize("module", imported().values(), ids=lambda module: module.__name__)
def test_examples_in_docstrings_are_true(module: ModuleType) -> None:
    """Every example prints what it says it prints."""
    results = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)

    assert results.failed == 0
