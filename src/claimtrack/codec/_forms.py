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
        cls.__name__, [one.declared for one in fields], omit_defaults=True, kw_only=True
    )
    packed = ", ".join(f"{one.name}={one.packing('pack', 'value')}" for one in fields)
    packers = {f"pack_{one.name}": one.pack for one in fields}
    pack = written([f"def made(value): return wire({packed})"], packers | {"wire": wire})
    unpacked = {one.name: one.packing("unpack", "wire") for one in fields}
    unpackers = {f"unpack_{one.name}": one.unpack for one in fields}
    return Form(wire, pack, maker_from(cls, ["wire"], unpacked, unpackers))


class _Field(NamedTuple):
    name: str
    declared: tuple[Any, ...]
    pack: Function | None
    unpack: Function | None

    @classmethod
    def of(cls, field: "attrs.Attribute[Any]", kind: Any) -> "_Field":
        wire, pack, unpack = _wired(kind)
        needed = field.default is attrs.NOTHING
        declared = (field.name, wire) if needed else (field.name, wire, field.default)
        return cls(field.name, declared, pack, unpack)

    def packing(self, how: str, owner: str) -> str:
        """Write the expression that takes the field from its owner, ``pack``ed or ``unpack``ed."""
        taken = f"{owner}.{self.name}"
        return f"{how}_{self.name}({taken})" if self.pack else taken


def _sorted_fields(cls: type) -> Iterator[tuple["attrs.Attribute[Any]", Any]]:
    hints = get_type_hints(cls)
    for field in sorted(attrs.fields(cls), key=lambda one: one.name):
        yield field, hints[field.name]


def _wired(kind: Any) -> tuple[Any, Function | None, Function | None]:
    """Give a type's wire, and what makes the one of the other where they are not the same."""
    if isinstance(kind, type) and attrs.has(kind):
        return form(kind)
    if isinstance(kind, UnionType):
        (some,) = (one for one in get_args(kind) if one is not NoneType)
        wire, pack, unpack = _wired(some)
        return wire | None, _unless_none(pack), _unless_none(unpack)
    if get_origin(kind) is tuple:
        item, _ = get_args(kind)
        wire, pack, unpack = _wired(item)
        return cast("Any", tuple)[wire, ...], _each(pack), _each(unpack)
    return kind, None, None


def _unless_none(make: Function | None) -> Function | None:
    return make and (lambda value: None if value is None else make(value))


def _each(make: Function | None) -> Function | None:
    return make and (lambda values: tuple([make(one) for one in values]) if values else ())
