"""Where lexicons come from: the TOML files beside this module, read when first needed."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_ROOM = "claimtrack.reading.lexicon"
_SUFFIX = ".toml"
COMMON = "common"
"""The name of the file that all languages share."""


@cache
def languages() -> tuple[str, ...]:
    """
    List the languages that there is a lexicon for, sorted.

    Example:
        >>> languages()
        ('de', 'en', 'es', 'fr', 'ro', 'ru', 'uk')
    """
    names = (file.name for file in files(_ROOM).iterdir())
    found = (name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))
    return tuple(sorted(name for name in found if name != COMMON))


def data_of(name: str) -> dict[str, Any]:
    """Read one of the package's files."""
    text = files(_ROOM).joinpath(name + _SUFFIX).read_text(encoding="utf-8")
    return tomllib.loads(text)
