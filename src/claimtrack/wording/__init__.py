"""
The phrases we print, one TOML file per language: a key and values become words.

A phrase is a text with places in it:

- ``{1}`` and ``{2}`` take the first and the second value;
- ``{and}``, ``{or}`` and ``{comma}`` take all values, joined as the language does;
- ``{or:slot}`` first says each value in the phrase ``slot.<value>``, where there is one.

A phrase that reads otherwise without values, with one or with several has the forms ``none``,
``one``, ``many``; ``some`` stands for *one* and *many* where these are alike. What is counted has
other forms, which go by the number itself: see `counted`.

Importing this reads no file; the first phrase does.
"""

import re
from collections.abc import Mapping, Sequence

from claimtrack.errors import InvalidValueError
from claimtrack.wording._load import languages, phrases

__all__ = ["counted", "has_phrase", "languages", "phrase"]

_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")

_RESPONSE = "caveat.response"

_FEW = 19
"""The last of the numbers that Romanian counts with as they are; from 20 on a word goes between."""


def phrase(key: str, values: Sequence[str] = (), lang: str = "en") -> str:
    """
    Say something in a language.

    Args:
        key: What to say, such as ``status.disputed`` or ``caveat.denied``.

        values: What to put in. They may be hostile: braces in them mean nothing, and white space
            in them becomes single spaces, so that a phrase stays on one line.

        lang: A language tag; ``ro-RO`` is said as ``ro``.

    Raises:
        InvalidValueError: There is no such phrase or language, or a value is missing.

    Example:
        >>> phrase("caveat.unclear", ["who", "when"])
        'unclear who or when'
        >>> phrase("caveat.unclear", ["who", "when"], "ro")
        'neclar cine sau când'
        >>> phrase("caveat.response", ["declined", "White House"])
        'White House declined to comment'
    """
    if isinstance(values, str):
        raise InvalidValueError("values", values, "must be a list")
    said = phrases(lang)
    values = [" ".join(value.split()) for value in values]
    if key == _RESPONSE and values:
        key, values = _response(said, values)
    template = _form(said, key, len(values))
    if template is None:
        raise InvalidValueError("key", key, "is not a phrase")

    def put(place: re.Match[str]) -> str:
        return _put(said, place, key, values)

    return _PLACE.sub(put, template)


def has_phrase(key: str, lang: str = "en") -> bool:
    """
    Whether there is a phrase, of one form, in a language.

    Raises:
        InvalidValueError: There is no such language.
    """
    return key in phrases(lang)


def counted(what: str, number: int, lang: str = "en") -> str:
    """
    Say how many of something there are.

    Args:
        what: What is counted, such as ``claim``.

        number: How many, from 0.

        lang: A language tag.

    Raises:
        InvalidValueError: There is no such phrase or language.

    Source:
        The forms are those of the Unicode CLDR for Romanian: *one* for 1, *few* for 0 and for what
        ends in 01 to 19, *many* for the others. English has two of them, and says *few* as *many*.

    Example:
        >>> counted("claim", 1), counted("claim", 20)
        ('1 claim', '20 claims')
        >>> counted("claim", 19, "ro"), counted("claim", 1_020, "ro")
        ('19 afirmații', '1.020 de afirmații')
    """
    few = number == 0 or 1 <= number % 100 <= _FEW
    form = "one" if number == 1 else "few" if few else "many"
    digits = f"{number:,}".replace(",", phrases(lang)["list.thousands"])
    return phrase(f"count.{what}.{form}", (digits,), lang)


def _response(said: Mapping[str, str], values: list[str]) -> tuple[str, list[str]]:
    """Tell by its first value, the outcome, which sentence a response is said in."""
    outcome, *party = values
    group = "response" if party else "outcome"
    key = f"{group}.{outcome}"
    return (key, party) if key in said else (_RESPONSE, values)


def _form(said: Mapping[str, str], key: str, count: int) -> str | None:
    for form in ("", ".none") if count == 0 else ("", ".one" if count == 1 else ".many", ".some"):
        if (template := said.get(key + form)) is not None:
            return template
    return None


def _put(said: Mapping[str, str], place: re.Match[str], key: str, values: list[str]) -> str:
    what, group = place.groups()
    named = [said.get(f"{group}.{value}", value) for value in values] if group else values
    if what.isdigit():
        if len(named) < int(what):
            raise InvalidValueError("values", tuple(values), f"must be at least {what} for {key}")
        return named[int(what) - 1]
    if not named:
        raise InvalidValueError("values", (), f"must not be empty for {key}")
    return _joined(said, what, named)


def _joined(said: Mapping[str, str], how: str, values: list[str]) -> str:
    """Join as the language does: ``A, B and C``."""
    *most, last = values
    return said[f"list.{how}"].join(([said["list.comma"].join(most)] if most else []) + [last])
