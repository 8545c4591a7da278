"""Plain data made into attrs classes by their annotations; every problem is told, with its path."""

import types
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

_MISSING = object()


class Problems(list[str]):
    """
    What is wrong, a clause each: ``must be text, got 3 @ $.cue[2].kind``.

    Attributes:
        passed_over: Keys that are unknown, where that is no problem; None where it is one.
    """

    passed_over: set[str] | None = None

    def add(self, path: str, reason: str) -> Any:
        """Note a problem; what is returned only stands in until all are raised."""
        self.append(f"{reason} @ {path}")
        return _MISSING


def structured(kind: Any, data: object, problems: Problems, path: str = "$") -> Any:
    """
    Make an attrs class out of a table.

    Args:
        kind: The class. A field's ``key`` in its metadata is the table's key; else its name is.

        data: What a TOML parser gave.

        problems: Takes what is wrong: keys that are unknown or missing, values of the wrong type.

        path: Where the table stands.

    Returns:
        The value; nothing of use where there were problems.
    """
    if not isinstance(data, Mapping):
        return problems.add(path, f"must be a table, got {data!r:.60}")
    before = len(problems)
    given: dict[str, Any] = {}
    keys = dict(data)
    for name, key, hint, is_optional in _fields(kind):
        if is_optional and keys.get(key, _MISSING) is None:
            del keys[key]  # JSON's null: nothing was said
        elif key in keys:
            given[name] = _value(hint, keys.pop(key), problems, f"{path}.{key}")
        elif not is_optional:
            problems.add(f"{path}.{key}", "must stand")
    for key in keys:
        if problems.passed_over is None:
            problems.add(f"{path}.{key}", "is not known")
        else:
            problems.passed_over.add(str(key))
    if len(problems) > before:
        return _MISSING
    try:
        return kind(**given)
    except ValueError as error:
        return problems.add(path, str(error))


@cache
def _fields(kind: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (
            field.alias or field.name,
            field.metadata.get("key", field.name),
            hints[field.name],
            field.default is not attrs.NOTHING,
        )
        for field in attrs.fields(kind)
        if field.init
    )


def _value(hint: Any, data: object, problems: Problems, path: str) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        hints = [one for one in arguments if one is not type(None)]
        fitting = (one for one in hints if isinstance(one, type) and isinstance(data, one))
        return _value(next(fitting, hints[0]), data, problems, path)
    if origin is tuple:
        return _many(arguments, data, problems, path)
    if origin is Mapping:
        return _table(arguments, data, problems, path)
    if attrs.has(hint):
        return structured(hint, data, problems, path)
    if issubclass(hint, StrEnum):
        if data in tuple(hint):
            return hint(data)
        return problems.add(path, f"must be one of {', '.join(hint)}, got {data!r:.60}")
    fits = isinstance(data, (int, float) if hint is float else hint)
    if not fits or (isinstance(data, bool) and hint is not bool):
        return problems.add(path, f"must be {_NAMES[hint]}, got {data!r:.60}")
    if data == "":
        return problems.add(path, "must not be empty")
    return data


def _many(arguments: tuple[Any, ...], data: object, problems: Problems, path: str) -> Any:
    if isinstance(data, str) or not isinstance(data, Sequence):
        return problems.add(path, f"must be a list, got {data!r:.60}")
    is_open = arguments[-1] is ...
    if not is_open and len(data) != len(arguments):
        return problems.add(path, f"must have {len(arguments)} items, got {len(data)}")
    hints = [arguments[0]] * len(data) if is_open else list(arguments)
    return tuple(
        _value(hint, item, problems, f"{path}[{place}]")
        for place, (hint, item) in enumerate(zip(hints, data, strict=True))
    )


def _table(arguments: tuple[Any, ...], data: object, problems: Problems, path: str) -> Any:
    if not isinstance(data, Mapping):
        return problems.add(path, f"must be a table, got {data!r:.60}")
    key_hint, hint = arguments
    return {
        _value(key_hint, key, problems, path): _value(hint, item, problems, f"{path}.{key}")
        for key, item in data.items()
    }


_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
