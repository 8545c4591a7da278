"""
How values of the model look to msgspec, and how they are taken apart and put together for it.

msgspec writes *attrs* classes too, but only structs leave out fields that have their default, and
an entry is a third of the size without them. It also reads *attrs* classes, at several times what
a struct costs. So each class has a struct, and two functions between them that are written once
for the fields that the class has, as *attrs* itself writes an ``__init__``.
"""

from collections.abc import Callable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, cast, get_args, get_origin, get_type_hints

import attrs
import msgspec

from claimtrack.codec._stamps import Stamp, read_stamp, write_stamp
from claimtrack.codec._windows import read_window, write_window
from claimtrack.model.judgement import Judgement
from claimtrack.model.makers import maker_from, written
from claimtrack.model.window import Window

Function = Callable[..., Any]


class Form(NamedTuple):
    """
    How a class is written.

    Attributes:
        wire: The type that msgspec reads and writes in its place.

        pack: Makes that of a value.

        unpack: Makes a value of that.
    """

    wire: Any
    pack: Function
    unpack: Function


_OWN: Final = {
    Window: Form(str, write_window, read_window),
    Judgement: Form(Stamp, write_stamp, read_stamp),
}
"""The classes that are written in a shorter way than by their fields."""


@cache
def form(cls: Any) -> Form:
    """Give the form of a class of the model."""
    own = _OWN.get(cls)
    if own is not None:
        return own
    fields = [_Field.of(field, kind) for field, kind in _sorted_fields(cls)]
    # The keys are sorted here once, and not by msgspec for every value: that is the canonical form.
    wire = msgspec.defstruct(
        cls.__name__, [one.declared for one in fields], omit_defaults=True, kw_only=True, gc=False
    )
    packed = ", ".join(f"{one.name}={one.taken('pack', 'value')}" for one in fields)
    packers = {f"pack_{one.name}": one.form.pack for one in fields if one.form}
    pack = written([f"def made(value): return wire({packed})"], packers | {"wire": wire})
    unpacked = {one.name: one.taken("unpack", "wire") for one in fields}
    unpackers = {f"unpack_{one.name}": one.form.unpack for one in fields if one.form}
    return Form(wire, pack, maker_from(cls, ["wire"], unpacked, unpackers))


_PLAIN: Final = "{value}"
_ONE: Final = "{make}({value})"
_ONE_OR_NONE: Final = "None if {value} is None else {make}({value})"
_MANY: Final = "tuple([{make}(one) for one in {value}]) if {value} else ()"


class _Field(NamedTuple):
    """
    A field.

    Attributes:
        name: Its name.

        declared: How the struct declares it.

        form: The form of the values in it; None where they are written as they are.

        expression: What makes the one of the other.
    """

    name: str
    declared: tuple[Any, ...]
    form: Form | None
    expression: str

    @classmethod
    def of(cls, field: "attrs.Attribute[Any]", kind: Any) -> "_Field":
        wire, inner, expression = _wired(kind)
        needed = field.default is attrs.NOTHING
        declared = (field.name, wire) if needed else (field.name, wire, field.default)
        return cls(field.name, declared, inner, expression)

    def taken(self, how: str, owner: str) -> str:
        """Write the expression that takes the field from its owner, ``pack``ed or ``unpack``ed."""
        return self.expression.format(make=f"{how}_{self.name}", value=f"{owner}.{self.name}")


def _sorted_fields(cls: type) -> Iterator[tuple["attrs.Attribute[Any]", Any]]:
    hints = get_type_hints(cls)
    for field in sorted(attrs.fields(cls), key=lambda one: one.name):
        yield field, hints[field.name]


def _wired(kind: Any) -> tuple[Any, Form | None, str]:
    """Give a type's wire, the form of the values in it, and the expression that makes them."""
    if isinstance(kind, type) and attrs.has(kind):
        inner = form(kind)
        return inner.wire, inner, _ONE
    if isinstance(kind, UnionType):
        (some,) = (one for one in get_args(kind) if one is not NoneType)
        wire, inner_or_none, _ = _wired(some)
        return wire | None, inner_or_none, _ONE_OR_NONE if inner_or_none else _PLAIN
    if get_origin(kind) is tuple:
        item, _ = get_args(kind)
        wire, inner_or_none, _ = _wired(item)
        many = cast("Any", tuple)[wire, ...]
        return many, inner_or_none, _MANY if inner_or_none else _PLAIN
    return kind, None, _PLAIN
