"""
Functions that make values without running their rules, as quickly as Python can.

They are for values made of parts that were checked: what the codec reads, which was checked before
it was written and is sealed by its hash, and what the fold puts together of that. People use the
classes, which check.

Each function is written for its class, as *attrs* writes an ``__init__``: it takes the fields in a
row, without a loop over them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ParamSpec, TypeVar

import attrs

P = ParamSpec("P")
T = TypeVar("T")


def maker(cls: Callable[P, T]) -> Callable[P, T]:
    """
    Write the function that makes a value of a class, called as the class is.

    Args:
        cls: An *attrs* class with slots.
    """
    fields = _fields(cls)
    defaults = {f"default_{one.alias}": one.default for one in fields}
    parameters = [
        one.alias if one.default is attrs.NOTHING else f"{one.alias}=default_{one.alias}"
        for one in sorted(fields, key=lambda one: one.default is not attrs.NOTHING)
    ]
    values = {one.name: one.alias for one in fields}
    return maker_from(cls, parameters, values, defaults)


def copier(cls: type[T]) -> Callable[[T, Mapping[str, Any]], T]:
    """
    Write the function that copies a value with some of its fields replaced.

    Args:
        cls: An *attrs* class with slots.

    Returns:
        A function of the value and of what replaces its fields, by their names.
    """
    assigned = [f"new.{one.name} = old.{one.name}" for one in _fields(cls)]
    replaced = "for name, value in changes.items(): setattr(new, name, value)"
    names = {"twin": _twin(cls), "cls": cls}
    lines = ["def made(old, changes):", "new = twin()", *assigned, replaced]
    return written([*lines, "new.__class__ = cls", "return new"], names)


def _fields(cls: Any) -> tuple[Any, ...]:
    fields: tuple[Any, ...] = attrs.fields(cls)
    return fields


def maker_from(
    cls: Any, parameters: Iterable[str], values: Mapping[str, str], parts: Mapping[str, Any]
) -> Callable[..., Any]:
    """
    Write the function that makes a value of something else.

    Args:
        cls: An *attrs* class with slots.

        parameters: The function's parameters.

        values: For each field, the expression that gives it.

        parts: What the expressions name beside the parameters.
    """
    head = f"def made({', '.join(parameters)}):"
    twin = _twin(cls)
    assigned = [f"new.{name} = {value}" for name, value in values.items()]
    lines = [head, "new = twin()", *assigned, "new.__class__ = cls", "return new"]
    return written(lines, dict(parts) | {"twin": twin, "cls": cls})


def _twin(cls: Any) -> type:
    # An instance is made of a twin that is not frozen, whose slots are set at a sixth of what their
    # setters cost, and given its class when it is whole. Python allows that where both lay out
    # their slots alike, which for it an instance with room for weak references does not.
    return type(f"{cls.__name__}Twin", (), {"__slots__": cls.__slots__})


def written(lines: Iterable[str], names: dict[str, Any]) -> Callable[..., Any]:
    """Make the function ``made`` of its lines; they hold names of our own classes' fields alone."""
    exec("\n ".join(lines), names)  # noqa: S102
    made: Callable[..., Any] = names["made"]
    return made
