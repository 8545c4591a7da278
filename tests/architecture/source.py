"""
Where the package under test lies.

Its source tree or an installed wheel: whichever `import claimtrack` finds.
"""

import importlib
from pathlib import Path
from types import ModuleType

import claimtrack

PACKAGE = Path(claimtrack.__file__).parent


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name, packages included, sorted."""
    return {_dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported() -> dict[str, ModuleType]:
    """Every module but the command, which runs when it is imported."""
    return {
        name: importlib.import_module(name) for name in modules() if name != "claimtrack.__main__"
    }


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
