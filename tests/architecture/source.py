"""
Where the package under test lies.

Its source tree or an installed wheel: whichever `import claimtrack` finds.
"""

import importlib
from pathlib import Path
from types import ModuleType

import claimtrack
from claimtrack.errors import MissingExtraError

PACKAGE = Path(claimtrack.__file__).parent


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name, packages included, sorted."""
    return {_dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported() -> dict[str, ModuleType]:
    """Every module that can be imported here; not the command, nor what needs an absent extra."""
    found = {}
    for name in modules():
        if name != "claimtrack.__main__":
            try:
                found[name] = importlib.import_module(name)
            except MissingExtraError:
                continue
    return found


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
