"""
Shapes: what may stand at a place in a follow-up file.

A shape reads what stands there into a value of the model, and writes a value back as plain data.
The rules of the model are not repeated here: a record runs them, key by key, and gives each refusal
its path. The JSON Schema of the format is made from the same shapes.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Final, Protocol, get_args, get_origin, get_type_hints

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.interop._walk import WRONG, Walk, inside, nearest
from claimtrack.model.confidence import Credibility

MUST_STAND: Final[Any] = object()
"""The default of a key that cannot be left out."""

_MOST_BITS = 63
"""Bits of a whole number; more than stores and other programs keep exactly is refused."""

_EXACT_DIGITS = 15
"""Digits of a whole number that JSON readers keep which have floats alone (RFC 8259, 6)."""


class Shape(Protocol):
    """What may stand at a place."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read what stands there; `WRONG` where it cannot be, with the reasons on the walk."""

    def write(self, value: Any) -> Any:
        """Write a value as text, number, truth value, list or table; a source stays what it is."""


@attrs.frozen
class Text:
    """Text."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read text."""
        return value if isinstance(value, str) else _not(walk, path, "text", value)

    def write(self, value: str) -> str:
        """Write text."""
        return str(value)


@attrs.frozen
class Flag:
    """True or false."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a truth value."""
        return value if isinstance(value, bool) else _not(walk, path, "true or false", value)

    def write(self, value: bool) -> bool:
        """Write a truth value."""
        return value


@attrs.frozen(kw_only=True)
class Whole:
    """
    A whole number.

    Attributes:
        least: The least it may be, by the model's rule; None for any.

        most: The most it may be, by the model's rule; None for any.
    """

    least: int | None = None
    most: int | None = None

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a whole number."""
        if not isinstance(value, int) or isinstance(value, bool):
            return _not(walk, path, "a whole number", value)
        if value.bit_length() > _MOST_BITS:
            return _not(walk, path, f"a whole number of at most {_MOST_BITS} bits", value)
        return value

    def write(self, value: int) -> int:
        """Write a whole number."""
        return int(value)


@attrs.frozen
class Number:
    """A whole or decimal number, which may stand as text."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """
        Read a number.

        A binary fraction is taken for the decimal number that it is written as: 2.5 is "2.5".
        """
        if isinstance(value, float):
            value = Decimal(repr(value))
        if isinstance(value, Decimal) and not value.is_finite():
            return _not(walk, path, "a finite number", value)
        if isinstance(value, (Decimal, str)):
            return value
        return Whole().read(value, path, walk)

    def write(self, value: Decimal) -> int | str:
        """Write a whole number that every reader keeps exactly as such, another as text."""
        digits = f"{value:f}"
        return digits if "." in digits or len(digits) > _EXACT_DIGITS else int(digits)


@attrs.frozen
class Choice:
    """
    One word of a closed vocabulary.

    Attributes:
        words: The vocabulary.
    """

    words: type[StrEnum]

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a word."""
        if isinstance(value, str) and value in tuple(self.words):
            return self.words(value)
        words = ", ".join(word or "''" for word in self.words)
        return _not(walk, path, f"one of {words}", value)

    def write(self, value: StrEnum) -> str:
        """Write a word."""
        return value.value


@attrs.frozen
class Many:
    """
    A list.

    Attributes:
        each: What may stand in it.
    """

    each: Shape

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a list, every item of it."""
        if not isinstance(value, (list, tuple)):
            return _not(walk, path, "a list", value)
        items = [
            self.each.read(item, inside(path, number), walk) for number, item in enumerate(value)
        ]
        return WRONG if any(item is WRONG for item in items) else items

    def write(self, value: Any) -> list[Any]:
        """Write a list."""
        return [self.each.write(item) for item in value]


@attrs.frozen
class Day:
    """A date or a time as ISO 8601 or EDTF has it, or one of TOML's own."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """
        Read a date into text.

        TOML has no times without seconds: where they are zero the minute is meant.
        """
        if isinstance(value, datetime):
            exact = value.second or value.microsecond
            return value.isoformat() if exact else value.isoformat(timespec="minutes")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str):
            return value
        return _not(walk, path, "a date", value)

    def write(self, value: str) -> str:
        """Write the text."""
        return value


@attrs.frozen
class Moment:
    """An exact time with its offset from UTC, as text or one of TOML's own."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a moment."""
        found = value
        if isinstance(value, str):
            try:
                found = datetime.fromisoformat(value)
            except ValueError:
                found = None
        if isinstance(found, datetime) and found.utcoffset() is not None:
            return found
        wanted = "a time with its offset from UTC, such as 2025-12-02T14:10+01:00"
        return _not(walk, path, wanted, value)

    def write(self, value: datetime) -> str:
        """Write a moment as ISO 8601, in UTC."""
        return value.isoformat().replace("+00:00", "Z")


@attrs.frozen(kw_only=True)
class Key:
    """
    What stands under one key of a table.

    Attributes:
        shape: What may stand there.

        rule: The model's own rule for it.

        default: What it is where the key is left out; `MUST_STAND` where it cannot be.
    """

    shape: Shape
    rule: Callable[[Any], Any] | None = None
    default: Any = MUST_STAND


@attrs.frozen(kw_only=True)
class Record:
    """
    A table with known keys.

    Attributes:
        name: What the documentation calls it: ``source``.

        keys: What may stand under which key, in the order in which it is read and written.

        make: Makes the value, of what stands under the keys.

        unmake: Takes a value apart again.

        about: The class whose fields most keys are, for the documentation; None for none.
    """

    name: str
    keys: Mapping[str, Key]
    make: Callable[..., Any]
    unmake: Callable[[Any], Mapping[str, Any]]
    about: type | None = None

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read a table into a value."""
        given = self.given(value, path, walk)
        if given is WRONG:
            return WRONG
        try:
            return self.make(**given)
        except InvalidValueError as error:
            key = error.field.rpartition(".")[2]
            place = inside(path, key) if key in self.keys else path
            if error.value in ("", None, ()):
                return walk.refuse(place, error.reason)
            return walk.refuse(place, error.reason, error.value)

    def given(self, value: Any, path: str, walk: Walk) -> Any:
        """Read what stands under the keys, every one of them; `WRONG` where anything is wrong."""
        before = len(walk.problems)
        if not walk.is_table(value, path):
            return WRONG
        found: dict[str, Any] = {}
        wrong = False
        for name, key in self.keys.items():
            if name in value:
                found[name] = read_key(key, value[name], inside(path, name), walk)
                wrong = wrong or found[name] is WRONG
            elif key.default is MUST_STAND:
                walk.refuse(inside(path, name), "is missing")
        for name in value:
            if name not in self.keys:
                walk.refuse(inside(path, name), f"unknown key{nearest(name, self.keys)}")
        return WRONG if wrong or len(walk.problems) > before else found

    def write(self, value: Any) -> dict[str, Any]:
        """Write a value as a table, without what has its default."""
        parts = self.unmake(value)
        return {
            name: key.shape.write(parts[name])
            for name, key in self.keys.items()
            if name in parts and (key.default is MUST_STAND or parts[name] != key.default)
        }


def read_key(key: Key, value: object, path: str, walk: Walk) -> Any:
    """Read what stands under one key, and run the model's rule on it."""
    found = key.shape.read(value, path, walk)
    if found is WRONG or key.rule is None:
        return found
    return walk.obey(key.rule, found, path)


@attrs.frozen(kw_only=True)
class ByLanguage:
    """
    Texts by language.

    Attributes:
        lang: What may be a key.

        text: What may stand under it.
    """

    lang: Key
    text: Key

    @classmethod
    def of(cls, pair: type) -> "ByLanguage":
        """Make the shape of a mapping that stands for values of a class with both fields."""
        keys = keys_of(pair)
        return cls(lang=keys["lang"], text=keys["text"])

    def read(self, value: Any, path: str, walk: Walk) -> Any:
        """Read the texts in the order given."""
        before = len(walk.problems)
        if walk.is_table(value, path):
            for lang, text in value.items():
                place = inside(path, lang)
                if lang == "":
                    walk.refuse(place, "must be under a language tag such as ro or en-GB")
                read_key(self.lang, lang, place, walk)
                read_key(self.text, text, place, walk)
        return WRONG if len(walk.problems) > before else dict(value)

    def write(self, value: Mapping[str, str]) -> dict[str, str]:
        """Write the texts."""
        return dict(value)


def record_of(cls: type, /, *, name: str, **shapes: Shape) -> Record:
    """Make the table of a class of the model: a key for each field, as its type says."""
    return Record(name=name, keys=keys_of(cls, **shapes), make=cls, unmake=fields_of, about=cls)


def keys_of(cls: type, /, **shapes: Shape) -> dict[str, Key]:
    """Make a key for each field of a class; *shapes* are for fields whose type does not say it."""
    hints = get_type_hints(cls)
    return {
        field.alias: Key(
            shape=shapes.get(field.alias) or _shape_of(hints[field.name]),
            rule=field.converter,
            default=MUST_STAND if field.default is attrs.NOTHING else field.default,
        )
        for field in attrs.fields(cls)
    }


def fields_of(value: Any) -> dict[str, Any]:
    """Take a value of the model apart into its fields."""
    return {field.alias: getattr(value, field.name) for field in attrs.fields(type(value))}


def _shape_of(kind: Any) -> Shape:
    if isinstance(kind, UnionType):
        (kind,) = (one for one in get_args(kind) if one is not type(None))
    if get_origin(kind) is tuple:
        return Many(_shape_of(get_args(kind)[0]))
    kind = getattr(kind, "__supertype__", kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Choice(kind)
    return _PLAIN[kind]


_PLAIN: Final[dict[Any, Shape]] = {
    str: Text(),
    bool: Flag(),
    int: Whole(),
    Credibility: Whole(least=1, most=6),
    Decimal: Number(),
    datetime: Moment(),
}


def _not(walk: Walk, path: str, wanted: str, value: object) -> Any:
    return walk.refuse(path, f"must be {wanted}", value)
