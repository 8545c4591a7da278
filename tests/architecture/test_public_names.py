"""What `import claimtrack` gives, and what it costs."""

import subprocess
import sys
from types import ModuleType

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


def test_nothing_else_is_public() -> None:
    """Beside `__all__` the package shows its own modules only."""
    others = {
        name
        for name, value in vars(claimtrack).items()
        if not name.startswith("_") and name not in claimtrack.__all__
        if not (isinstance(value, ModuleType) and value.__name__ == f"claimtrack.{name}")
    }

    assert set() == others


@pytest.mark.parametrize(
    "costly", ["click", "dateutil", "jinja2", "psycopg", "sqlite3", "claimtrack.testing"]
)
def test_import_leaves_out_what_is_optional(costly: str) -> None:
    """A bare `import claimtrack` loads no driver, no command line and no template engine."""
    program = (
        f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); import claimtrack; "
        f"print({costly!r} in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True
    )

    assert done.stdout.strip() == "False"
