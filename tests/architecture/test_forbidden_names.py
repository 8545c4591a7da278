"""Modules are named for what they hold."""

import sys

import pytest

from tests.architecture.source import modules

DRAWERS = {
    "base", "common", "constants", "core", "helper", "helpers", "lib", "main", "manager", "misc",
    "shared", "stuff", "tools", "util", "utilities", "utils", "various",
}  # fmt: skip


@pytest.mark.parametrize("module", modules())
def test_module_is_named_for_what_it_holds(module: str) -> None:
    """No module is a drawer without a label, or hides one of the standard library."""
    name = module.rpartition(".")[2]

    assert name == "__main__" or name.strip("_") not in DRAWERS.union(sys.stdlib_module_names)
