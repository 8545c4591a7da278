"""How the sections of a lexicon write their fields."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

Texts = tuple[str, ...]
NOTHING: Mapping[str, Any] = MappingProxyType({})


def key(name: str, **kwargs: Any) -> Any:
    """Give a field whose key in the file is a word that Python keeps, or is too short to read."""
    return attrs.field(metadata={"key": name}, **kwargs)
