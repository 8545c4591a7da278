"""Where phrases come from: one TOML file per language, read when first needed and then kept."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from claimtrack.errors import InvalidValueError

_ROOM = "claimtrack.wording"
_SUFFIX = ".toml"


@cache
def languages() -> tuple[str, ...]:
    """
    List the languages that there are phrases in, sorted.

    Example:
        >>> languages()
        ('en', 'ro')
    """
    # Imported here: with what it pulls in, it would cost `import claimtrack` a tenth of its budget.
    from importlib.resources import files

    names = (file.name for file in files(_ROOM).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def phrases(lang: str) -> Mapping[str, str]:
    """
    Read every phrase of a language by its dotted key, such as ``caveat.denied.one``.

    Args:
        lang: A language tag; all but its first part is left aside.

    Raises:
        InvalidValueError: There is no file for the language.
    """
    primary = lang.partition("-")[0].lower()
    # Compared with what is there before it becomes a file's name: a tag may come from anywhere.
    if primary not in languages():
        raise InvalidValueError("lang", lang, f"must be one of {', '.join(languages())}")
    return _read(primary)


@cache
def _read(language: str) -> Mapping[str, str]:
    # Imported here for the same reason as above.
    import tomllib
    from importlib.resources import files

    text = files(_ROOM).joinpath(language + _SUFFIX).read_text(encoding="utf-8")
    return MappingProxyType(dict(_flat("", tomllib.loads(text))))


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield f"{prefix}{key}", value
        else:
            yield from _flat(f"{prefix}{key}.", value)
