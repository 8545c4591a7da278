"""
What a field may hold: words that every store can keep, and the other rules fields share.

A rule is a plain function that returns the value it was given, made uniform, or raises
`InvalidValueError`. Fields name their rule as *attrs* converter; `checked`, given to every class of
the model as ``field_transformer``, tells the rule's error which field it is about and refuses a
value of the wrong class where a field names no rule.

Converters, not validators: they run where somebody makes a value, and not where the codec reads
back what was checked, hashed and stored before.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.makers import copier

MAX_TEXT = 2_000_000
"""Longest text in code points. Ours: a hostile million of accents fits, a 10 MB dump does not."""

MAX_NAME = 2_000
"""Longest name, id, url or description in code points. Ours: the customary limit for a url."""

MOST = 2**63 - 1
"""The largest whole number of SQL, and of a place in a list; nothing in the news comes near it."""

_HERE = ""
"""The field of an error raised by a rule; `checked` puts the dotted path in its place."""

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of the BCP 47 (RFC 5646) tags that newsrooms meet; no registry is consulted."""


def refuse(value: object, reason: str) -> InvalidValueError:
    """Make the error of a rule; `checked` adds the field."""
    return InvalidValueError(_HERE, value, reason)


def is_text(value: object) -> bool:
    """Whether a value is text: people who use no type checker hand in anything."""
    return isinstance(value, str)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def any_text(value: str) -> str:
    """
    Take text of at most `MAX_TEXT` characters, possibly empty, exactly as given.

    PostgreSQL has no U+0000 and UTF-8 has no lone surrogates. Refused here, they are refused alike
    by every store; left to the stores, each would fail its own way.
    """
    if not isinstance(value, str):
        raise refuse(value, "must be text")
    if len(value) > MAX_TEXT:
        raise refuse(value, f"must have at most {MAX_TEXT} characters")
    if "\x00" in value or (not value.isascii() and _UNKEEPABLE.search(value)):
        raise refuse(value, "must not hold U+0000 or a lone surrogate")
    return value


def statement(value: str) -> str:
    """Take text that says something: not empty and not white space alone, exactly as given."""
    any_text(value)
    if not value or value.isspace():
        raise refuse(value, "must not be empty")
    return value


def line(value: str) -> str:
    """Take one line of at most `MAX_NAME` characters, possibly empty, exactly as given."""
    any_text(value)
    if len(value) > MAX_NAME:
        raise refuse(value, f"must have at most {MAX_NAME} characters")
    if value.isspace():
        raise refuse(value, "must not be blank")
    if "\n" in value or "\r" in value:
        raise refuse(value, "must be one line")
    return value


def filled_line(value: str) -> str:
    """Take one line of at most `MAX_NAME` characters that says something, exactly as given."""
    if value == "":
        raise refuse(value, "must not be empty")
    return line(value)


def lines(values: Iterable[str]) -> tuple[str, ...]:
    """Take several names, none of them empty, in the order given."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise refuse(values, "must be a list of names")
    found = tuple(line(value) for value in values)
    if "" in found:
        raise refuse(found, "must not hold an empty name")
    return found


def language(value: str) -> str:
    """Take a language tag such as ``ro`` or ``en-GB``, or nothing."""
    if not is_text(value) or (value and not _LANGUAGE.fullmatch(value)):
        raise refuse(value, "must be a language tag such as ro or en-GB")
    return value


def count(value: int | None) -> int | None:
    """Take a whole number from 1, or None; truth values are refused."""
    if value is not None and (not _is_whole(value) or value < 1):
        raise refuse(value, "must be a whole number from 1")
    return value if value is None else _within_reach(value)


def revision(value: int) -> int:
    """Take the number of an entry within its claim: 1, 2, 3, ..."""
    if not _is_whole(value) or value < 1:
        raise refuse(value, "must be a revision: 1, 2, 3, ...")
    return _within_reach(value)


def whole(value: int) -> int:
    """Take a whole number from 0 that every store can count to."""
    if not _is_whole(value) or value < 0:
        raise refuse(value, "must be a whole number from 0")
    return _within_reach(value)


def _within_reach(value: int) -> int:
    if value > MOST:
        raise refuse(value, f"must be at most {MOST}")
    return value


def flag(value: bool) -> bool:
    """Take a truth value, and nothing that merely counts as one: the text "no" counts as true."""
    if not isinstance(value, bool):
        raise refuse(value, "must be True or False")
    return value


def number(value: Decimal | int | str | None) -> Decimal | None:
    """Take a finite decimal number, or None; binary fractions are refused, they are not exact."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise refuse(value, "must be a whole or decimal number")
    try:
        found = Decimal(value)
    except ArithmeticError:
        raise refuse(value, "must be a whole or decimal number") from None
    if not found.is_finite() or abs(found.adjusted()) > _MAX_DIGITS:
        raise refuse(value, f"must be finite, of at most {_MAX_DIGITS} digits")
    return found


_MAX_DIGITS = 30
"""Digits before or after the point; ours, far above any figure in the news."""


def moment(value: datetime) -> datetime:
    """Take an aware moment and turn it to UTC; a naive one is refused."""
    if not isinstance(value, datetime):
        raise refuse(value, "must be a moment")
    if value.tzinfo is UTC:
        return value
    offset = value.utcoffset()
    if offset is None:
        raise refuse(value.isoformat(), "must be aware, with an offset from UTC")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise refuse(value.isoformat(), "must lie in the years 1 to 9999") from None


def maybe_moment(value: datetime | None) -> datetime | None:
    """Take an aware moment, or None where there is none."""
    return None if value is None else moment(value)


def moments(values: Iterable[datetime]) -> tuple[datetime, ...]:
    """Take several aware moments in the order given."""
    return tuple(moment(value) for value in values)


def checked(cls: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Give every field's rule its dotted path (an *attrs* field transformer)."""
    owner = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
    return [field.evolve(converter=_located(f"{owner}.{field.name}", field)) for field in fields]


def _located(path: str, field: "attrs.Attribute[Any]") -> Callable[[Any], Any]:
    default = field.default
    rule: Callable[[Any], Any] = (
        _rule_for(field.type) if field.converter is None else cast(Any, field.converter)
    )

    def located(value: Any) -> Any:
        if value is default:
            return value
        try:
            return rule(value)
        except InvalidValueError as error:
            if error.field != _HERE:
                raise
            raise InvalidValueError(path, error.value, error.reason) from None
        except (ValueError, TypeError):
            raise InvalidValueError(path, value, _membership(rule)) from None

    return located


def _membership(rule: Any) -> str:
    if isinstance(rule, type) and issubclass(rule, StrEnum):
        return f"must be one of {', '.join(rule)}"
    return "cannot be understood"


def _rule_for(kind: Any) -> Callable[[Any], Any]:
    if get_origin(kind) is tuple:
        (item, *_) = get_args(kind)
        return _tuple_of(item)
    if isinstance(kind, (type, UnionType)):
        return instance_of(kind)
    return lambda value: value


def instance_of(kind: type | UnionType) -> Callable[[Any], Any]:
    """Make the rule that takes values of a class, or of one of several."""
    expected = kind.__name__ if isinstance(kind, type) else _any_of(kind)

    def instance(value: Any) -> Any:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise refuse(value, f"must be of class {expected}")
        return value

    return instance


def _any_of(kind: UnionType) -> str:
    *most, last = ("None" if one is type(None) else one.__name__ for one in get_args(kind))
    return f"{', '.join(most)} or {last}"


def _tuple_of(item: Any) -> Callable[[Any], Any]:
    one = _rule_for(item)

    def items(values: Any) -> Any:
        if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
            raise refuse(values, "must be a list")
        return tuple(one(value) for value in values)

    return items


T = TypeVar("T")


def several(values: Iterable[T]) -> Iterable[T]:
    """Take a list of things; a text is one thing, though it could be taken apart."""
    given: object = values
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise refuse(values, "must be a list")
    return values


def changed(value: T, /, **changes: Any) -> T:
    """
    Copy a value with some fields replaced, without running any rule again.

    For values put in by the ledger itself, made of parts that were checked; people use
    `attrs.evolve`, which checks.
    """
    kind: Any = type(value)
    copy: T = _copier(kind)(value, changes)
    return copy


_copier = cache(copier)


R_ = TypeVar("R_")


def argument(field: str, rule: Callable[[T], R_], value: T) -> R_:
    """
    Run a field's rule on an argument of a call.

    Raises:
        InvalidValueError: The rule refuses it; the message calls it *field*.
    """
    try:
        return rule(value)
    except InvalidValueError as error:
        raise InvalidValueError(error.field or field, error.value, error.reason) from None


E_ = TypeVar("E_", bound=StrEnum)


def choice(kind: type[E_], field: str, value: str) -> E_:
    """
    Read a member of a closed vocabulary from its value.

    Raises:
        InvalidValueError: There is no such member; the message lists those there are.
    """
    try:
        return kind(value)
    except ValueError:
        reason = f"must be one of {', '.join(kind)}"
        raise InvalidValueError(field, value, reason) from None
