"""Signatures and types, written as a reader would type them."""

import inspect
import re
from collections.abc import Callable
from enum import Enum
from types import FunctionType, NoneType, UnionType
from typing import Any, Unpack, get_args, get_origin

import attrs

_WIDTH = 88
_MODULES = re.compile(r"\b(?:[a-z_]\w*\.)+(?=[A-Z])")


def type_name(kind: Any) -> str:
    """Name a type without the modules it comes from."""
    if kind is None or kind is NoneType:
        return "None"
    if isinstance(kind, UnionType):
        return " | ".join(map(type_name, get_args(kind)))
    if get_origin(kind) is Unpack:
        return type_name(*get_args(kind))
    if get_origin(kind) is None and hasattr(kind, "__name__"):
        return str(kind.__name__)
    return _MODULES.sub("", str(kind).replace("collections.abc.", "").replace("typing.", ""))


def default_name(value: object) -> str:
    """Write a default as it stands in the code."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if attrs.has(type(value)) and hasattr(value, "name"):
        return str(value.name).upper()
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return "..." if text.startswith("<") else text


def call(name: str, function: Callable[..., Any]) -> str:
    """Write how a function is called: on one line where it fits, else a parameter a line."""
    signature = inspect.signature(function)
    parameters = [one for one in signature.parameters.values() if one.name not in {"self", "cls"}]
    return _laid_out(name, _written(parameters), _returned(signature.return_annotation))


def construction(cls: type) -> str:
    """Write how a value of a class is made."""
    if not attrs.has(cls):
        return call(cls.__name__, cls)
    fields = [one for one in attrs.fields(cls) if one.init]
    ordered = [_field(one, cls) for one in fields if not one.kw_only]
    named = [_field(one, cls) for one in fields if one.kw_only]
    return _laid_out(cls.__name__, [*ordered, *(["*"] if named else []), *named], "")


def field_types(cls: type) -> dict[str, str]:
    """Give the types of a class's fields, and of its properties, by the names people use."""
    found = {
        name: f"`{type_name(inspect.signature(value.fget).return_annotation)}`"
        for name, value in vars(cls).items()
        if isinstance(value, property) and isinstance(value.fget, FunctionType)
    }
    if attrs.has(cls):
        found |= {
            one.alias or one.name: f"`{type_name(_seen(one, cls))}`"
            for one in attrs.fields(cls)
            if one.type is not None
        }
    return found


def _seen(field: "attrs.Attribute[Any]", cls: type) -> Any:
    """Give a field's type, or that of the property through which people see it."""
    shown = vars(cls).get(field.alias or "")
    if isinstance(shown, property) and isinstance(shown.fget, FunctionType):
        return inspect.signature(shown.fget).return_annotation
    return field.type


def _field(field: "attrs.Attribute[Any]", cls: type) -> str:
    name = f"{field.alias}: {type_name(_seen(field, cls))}"
    default = field.default
    if default is attrs.NOTHING:
        return name
    return f"{name} = {'...' if hasattr(default, 'factory') else default_name(default)}"


def _written(parameters: list[inspect.Parameter]) -> list[str]:
    found = []
    keyword_only = False
    for one in parameters:
        if one.kind is one.KEYWORD_ONLY and not keyword_only:
            found.append("*")
        keyword_only = keyword_only or one.kind in {one.KEYWORD_ONLY, one.VAR_POSITIONAL}
        stars = "**" if one.kind is one.VAR_KEYWORD else "*" * (one.kind is one.VAR_POSITIONAL)
        kind = "" if one.annotation is one.empty else f": {type_name(one.annotation)}"
        default = "" if one.default is one.empty else f" = {default_name(one.default)}"
        found.append(f"{stars}{one.name}{kind}{default}")
    return found


def _returned(annotation: Any) -> str:
    return "" if annotation is inspect.Signature.empty else f" -> {type_name(annotation)}"


def _laid_out(name: str, parameters: list[str], returned: str) -> str:
    line = f"{name}({', '.join(parameters)}){returned}"
    if len(line) <= _WIDTH or not parameters:
        return line
    inside = "".join(f"    {one},\n" for one in parameters)
    return f"{name}(\n{inside}){returned}"
