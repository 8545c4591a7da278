r"""
The notation of lexicons, made into regular expressions over folded text.

A pattern is a Python regular expression in which a space stands for any run of white space,
``<NAME>`` for a list of the same lexicon, and the match is held at word borders. A form is a word
or phrase; ``сказа{в|ла}`` stands for each of its endings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from claimtrack.reading.folding import Folder

# Possessive: a run of white space is taken whole, so that two neighbours never share it out in
# every way there is.
_BLANK = r"(?:\s++)"
_PLACE = re.compile(r"<([A-Z][A-Z0-9]*)>")
_SPACES = re.compile(r"(?:\\ )+")
_BRACES = re.compile(r"\{([^{}]*)\}")


def words_of(form: str) -> tuple[str, ...]:
    """
    List the forms that one notation stands for.

    Example:
        >>> words_of("сказа{в|ла|ли}")
        ('сказав', 'сказала', 'сказали')
    """
    parts = _BRACES.split(form)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return tuple("".join(chosen) for chosen in product(*choices))


def any_of(forms: Iterable[str], folder: Folder) -> str:
    """
    Write a regular expression that matches any of these forms, the longest first.

    Returns:
        One group, for use within a pattern; one that never matches where there is no form.
    """
    words = {folder.fold(word) for form in forms for word in words_of(form)}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    if not longest_first:
        return r"(?!)"
    escaped = (_SPACES.sub(lambda _: _BLANK, re.escape(word)) for word in longest_first)
    return f"(?:{'|'.join(escaped)})"


def expression(pattern: str, folder: Folder, places: Mapping[str, str] | None = None) -> str:
    """
    Write the regular expression that a pattern stands for, held at word borders.

    Args:
        pattern: The pattern, as a lexicon has it.

        folder: What folds the text that it is for.

        places: What stands for each ``<NAME>``.

    Raises:
        KeyError: The pattern has a ``<NAME>`` that *places* has not.
    """
    body = filled(pattern, folder, places)
    # Held at a word's border only where a word stands at the match's end.
    return rf"(?:(?<!\w)|(?=\W))(?:{body})(?:(?!\w)|(?<=\W))"


def filled(pattern: str, folder: Folder, places: Mapping[str, str] | None = None) -> str:
    """
    Write what a pattern stands for, without borders: folded, its places and spaces filled in.

    Raises:
        KeyError: It has a ``<NAME>`` that *places* has not.
    """
    return "".join(
        (places or {})[piece] if is_place else "".join(_spaced(folder.fold_pattern(piece)))
        for is_place, piece in _pieces(pattern)
    )


def _pieces(pattern: str) -> Iterator[tuple[bool, str]]:
    """Part a pattern into what stands there and the names of places."""
    for number, piece in enumerate(_PLACE.split(pattern)):
        yield bool(number % 2), piece


def _spaced(pattern: str) -> Iterator[str]:
    r"""Put any run of white space in the place of each space, and ``\s`` for one in a class."""
    in_class = False
    coming = iter(pattern)
    for sign in coming:
        if sign == "\\":
            yield sign + next(coming, "")
            continue
        if sign == "[":
            in_class = True
        elif sign == "]":
            in_class = False
        if sign == " ":
            yield r"\s" if in_class else _BLANK
        else:
            yield sign
