"""What `import claimtrack` gives, and what it costs."""

import ast
import subprocess
import sys

import pytest

import claimtrack
from tests.architecture.source import PACKAGE


def test_list_of_public_names_is_sorted() -> None:
    """`__all__` is in plain sorted order and names nothing twice."""
    assert sorted(set(claimtrack.__all__)) == claimtrack.__all__


@pytest.mark.parametrize("name", claimtrack.__all__)
def test_public_name_resolves(name: str) -> None:
    """Every name in `__all__` is there."""
    assert hasattr(claimtrack, name)


def test_nothing_else_is_shown() -> None:
    """What the package shows of itself is its public names, whatever was loaded before."""
    assert claimtrack.__all__ == dir(claimtrack)


def test_names_are_loaded_from_where_type_checkers_see_them() -> None:
    """The table that loads names on first use says the same as the imports for type checkers."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (checked,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: str(node.module).removeprefix("claimtrack.")
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert seen == vars(claimtrack)["_HOMES"]
    assert sorted(seen) == claimtrack.__all__


@pytest.mark.parametrize(
    "costly", ["click", "dateutil", "jinja2", "psycopg", "sqlite3", "claimtrack.testing"]
)
def test_import_leaves_out_what_is_optional(costly: str) -> None:
    """Importing claimtrack and its ledger loads no driver, command line or template engine."""
    program = (
        f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); "
        f"import claimtrack; claimtrack.open_ledger; "
        f"print({costly!r} in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True
    )

    assert done.stdout.strip() == "False"
