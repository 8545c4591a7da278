"""
A walk over the data of a follow-up file.

It collects everything that is wrong, each problem with its path, and keeps what tables refer to.
"""

import re
import reprlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any, Final

from claimtrack.errors import InvalidValueError
from claimtrack.model.ids import ClaimId
from claimtrack.model.source import Source

WRONG: Final[Any] = object()
"""Stands for a value that could not be read; why not is among the walk's problems."""

ROOT: Final = "$"
"""The path of the whole."""

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]{1,80}")
_NOTHING: Final = object()
_LONGEST_GUESS = 40
"""Characters of a key for which the nearest known one is looked up; ours, above any known key."""

_MOST_BITS = 128
"""Bits of a whole number that is shown in digits; ours, more than any figure has."""

_SHOWN_ITEMS = 4
"""Items of a list that a message shows; a choice of ours."""

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 80
_SHORT.maxlevel = 2


class Doubled(dict[str, Any]):
    """
    An object of JSON that gives a key twice, of which the last was kept.

    Attributes:
        keys_given_twice: Which keys.
    """

    def __init__(self, pairs: Iterable[tuple[str, Any]], keys_given_twice: Iterable[str]) -> None:
        super().__init__(pairs)
        self.keys_given_twice = tuple(keys_given_twice)


class Walk:
    """
    One pass over one follow-up.

    Attributes:
        problems: What is wrong, ``reason @ $.path`` each, in the order in which it was met.

        sources: The sources that the file names, by its names for them; `WRONG` for one that
            cannot be read.

        report: The report; `WRONG` until it was read, and where it cannot be.
    """

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.sources: dict[str, Any] = {}
        self.report: Any = WRONG
        self._used: set[str] = set()
        self._opened: dict[ClaimId, str] = {}
        self._told: dict[ClaimId, dict[tuple[str, str], str]] = {}

    def refuse(self, path: str, reason: str, value: object = _NOTHING) -> Any:
        """Note a problem, with the value that was found where that helps; gives `WRONG`."""
        got = "" if value is _NOTHING else f", got {shown(value)}"
        self.problems.append(f"{reason}{got} @ {path}")
        return WRONG

    def is_table(self, value: object, path: str) -> bool:
        """Say whether a table stands there; if none does, or keys are doubled, note the problem."""
        if not isinstance(value, Mapping):
            self.refuse(path, "must be a table", value)
            return False
        for key in getattr(value, "keys_given_twice", ()):
            self.refuse(inside(path, key), "must be given once, is given twice")
        return True

    def obey(self, rule: Callable[[Any], Any], value: object, path: str) -> Any:
        """Run a rule of the model; where it refuses, that is a problem."""
        try:
            return rule(value)
        except InvalidValueError as error:
            return self.refuse(path, error.reason, error.value)

    def source(self, name: str, path: str) -> Source | Any:
        """Look up a source by the file's name for it."""
        if name not in self.sources:
            guess = nearest(name, self.sources)
            return self.refuse(path, f"no source of this name in the file{guess}", name)
        self._used.add(name)
        return self.sources[name]

    def opens(self, claim_id: ClaimId, path: str) -> None:
        """Note that the file opens a claim; it may do so once."""
        first = self._opened.setdefault(claim_id, path)
        if first != path:
            self.refuse(path, f"must be opened once, and {first} opens it", claim_id)

    def tells(self, claim_id: ClaimId, speakers: Iterable[str], path: str) -> None:
        """Note that on a claim each of these speakers told the next."""
        told = self._told.setdefault(claim_id, {})
        for pair in pairwise(speakers):
            told.setdefault(pair, path)

    def look_back(self) -> None:
        """Note what shows only after everything was read: circles of relays, unused sources."""
        for told in self._told.values():
            lineage: TopologicalSorter[str] = TopologicalSorter()
            for teller, hearer in told:
                lineage.add(hearer, teller)
            try:
                lineage.prepare()
            except CycleError as error:
                circle: list[str] = error.args[1]
                reason = f"relays go round in a circle: {', '.join(circle)}"
                self.refuse(told[circle[0], circle[1]], reason)
        if not self.problems:
            for name in self.sources:
                if name not in self._used:
                    self.refuse(inside(f"{ROOT}.sources", name), "the source is never used")


def inside(path: str, key: object) -> str:
    """Write the path of what stands under a key, or at a place in a list."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    if isinstance(key, str) and _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    return f"{path}[{shown(key)}]"


def nearest(word: object, known: Iterable[object]) -> str:
    """Ask whether the nearest known word was meant: ``, did you mean 'stance'?``, or nothing."""
    if not isinstance(word, str) or len(word) > _LONGEST_GUESS:
        return ""
    found = get_close_matches(word, [one for one in known if isinstance(one, str)], n=1)
    return f", did you mean {found[0]!r}?" if found else ""


def shown(value: object) -> str:
    """Write a value for a message: short, and safe whatever it is."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case Enum():
            return shown(value.value)
        case Mapping():
            return "a table"
        case list() | tuple():
            return f"[{', '.join(_first(value))}]"
        case int() if value.bit_length() > _MOST_BITS:
            return f"a number of {value.bit_length()} bits"
        case datetime() | date() | time():
            return value.isoformat()
        case Decimal():
            return str(value) if len(value.as_tuple().digits) <= _MOST_BITS else "a long number"
    return _SHORT.repr(value)


def _first(items: Iterable[object]) -> Iterator[str]:
    for number, item in enumerate(items):
        if number == _SHOWN_ITEMS:
            yield "…"
            return
        yield "a list" if isinstance(item, (list, tuple)) else shown(item)
