"""Lexicons: what a language's files say, checked, and made into patterns when first asked for."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

import attrs

from claimtrack.errors import InvalidValueError, LexiconError
from claimtrack.reading.folding import Folder, folder
from claimtrack.reading.lexicon._load import COMMON, data_of, languages
from claimtrack.reading.lexicon.conventions import CommonTables
from claimtrack.reading.lexicon.notation import any_of, expression, filled
from claimtrack.reading.lexicon.pattern_checks import objections
from claimtrack.reading.lexicon.sections import Tables
from claimtrack.reading.structure import Problems, structured


class Lexicon:
    """
    The words by which one language is read.

    Each layer of the reader makes its patterns out of the tables once for each lexicon, and keeps
    them by the lexicon's identity.

    Attributes:
        tables: What the language's file says.

        common: What all languages share.

    Args:
        tables: What the language's file says.

        common: What all languages share.

        name: What messages call it.

    Raises:
        LexiconError: A pattern does not compile; every one is named with its path.
    """

    def __init__(self, tables: Tables, common: CommonTables, name: str) -> None:
        self.tables = tables
        self.common = common
        self._name = name

    @property
    def language(self) -> str:
        """The language, a BCP 47 tag of one part."""
        return self.tables.meta.language

    @property
    def version(self) -> str:
        """Language and version, as findings carry it: ``ro-0.1.0``."""
        return f"{self.tables.meta.language}-{self.tables.meta.version}"

    @cached_property
    def folder(self) -> Folder:
        """What folds texts and patterns for this lexicon."""
        return folder(self.tables.meta.foldings)

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """
        Compile a pattern of this lexicon, with its places filled in and held at word borders.

        Raises:
            LexiconError: It does not compile, or names a place that there is not.
        """
        try:
            return re.compile(expression(pattern, self.folder, self.places))
        except (re.error, OverflowError) as error:
            reason = f"does not compile: {error}"
        except RecursionError:
            reason = "does not compile: it is nested too deeply"
        except KeyError as error:
            reason = f"names <{error.args[0]}>, which there is not"
        raise LexiconError(self._name, (f"{pattern!r:.60} {reason} @ $",))

    def filled(self, pattern: str) -> str:
        """Write the expression that a pattern of this lexicon stands for, without borders."""
        return filled(pattern, self.folder, self.places)

    def any_of(self, *forms: str) -> str:
        """Write the expression for any of these forms, the longest first, without borders."""
        return any_of(forms, self.folder)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """What stands for ``<NUM>``, ``<UNIT>``, ``<MONTH>`` and their like in a pattern."""
        dates, quantity = self.tables.dates, self.tables.quantity
        lists = {
            "UNIT": [form for forms in dates.units.values() for form in forms],
            "MONTH": [form for forms in dates.months for form in forms],
            "WEEKDAY": [form for forms in dates.weekdays for form in forms],
            "SEASON": [form for forms in dates.seasons.values() for form in forms],
            "PART": [form for forms in dates.parts.values() for form in forms],
        }
        numerals = self.any_of(*quantity.numerals)
        places = {
            "NUM": rf"(?:\d+(?:[.,]\d+)*|{numerals})",
            **{name: self.any_of(*forms) for name, forms in lists.items()},
        }
        for name, pattern in self.tables.lists.items():
            places[name] = f"(?:{filled(pattern, self.folder, places)})"
        return places


def lexicon_from(data: Mapping[str, Any], name: str = "-") -> Lexicon:
    """
    Make a lexicon out of plain data: what a TOML parser gave.

    Args:
        data: The tables of one language; see ``docs/how-to/add-a-language.md``.

        name: What messages call it.

    Raises:
        LexiconError: It adds to a language that there is not, a key is unknown or missing, a word
            is not in its vocabulary, or a pattern does not compile; every problem is listed with
            its path.
    """
    problems = Problems()
    meta = data.get("meta")
    base = meta.get("extends") if isinstance(meta, Mapping) else None
    if base is not None and base not in languages():
        reason = f"must be one of {', '.join(languages())}, got {base!r:.60} @ $.meta.extends"
        raise LexiconError(name, (reason,))
    tables = structured(Tables, _added(data, data_of(base)) if base else data, problems)
    if problems:
        raise LexiconError(name, tuple(problems))
    found = Lexicon(tables, common_tables(), name)
    check_patterns(found, name)
    return found


def parse_lexicon(data: bytes, name: str = "-") -> Lexicon:
    """
    Read a lexicon that a desk wrote.

    Args:
        data: TOML 1.0 in UTF-8.

        name: What messages call it.

    Raises:
        LexiconError: It is not TOML, or no lexicon; see `lexicon_from`.
    """
    try:
        return lexicon_from(tomllib.loads(data.decode()), name)
    except RecursionError as error:
        raise LexiconError(name, ("nested too deeply @ $",)) from error
    except ValueError as error:
        raise LexiconError(name, (f"not TOML: {error} @ $",)) from error


def _added(own: Any, base: Any) -> Any:
    """Add a desk's tables to the package's: lists in front, since the first match wins."""
    if isinstance(own, Mapping) and isinstance(base, Mapping):
        shared = {key: _added(own[key], base[key]) for key in own.keys() & base.keys()}
        return {**base, **own, **shared}
    if isinstance(own, list) and isinstance(base, list):
        return [*own, *base]
    return own


@cache
def common_tables() -> CommonTables:
    """Give what all languages share."""
    problems = Problems()
    tables: CommonTables = structured(CommonTables, data_of(COMMON), problems)
    if problems:
        raise LexiconError(COMMON, tuple(problems))
    return tables


@cache
def lexicon_for(lang: str) -> Lexicon:
    """
    Give the lexicon that the package has for a language.

    Args:
        lang: A language tag; all but its first part is left aside.

    Raises:
        InvalidValueError: There is none.
    """
    primary = lang.partition("-")[0].lower()
    # Compared with what is there before it becomes a file's name: a tag may come from anywhere.
    if primary not in languages():
        raise InvalidValueError("lang", lang, f"must be one of {', '.join(languages())}")
    problems = Problems()
    tables = structured(Tables, data_of(primary), problems)
    if problems:
        raise LexiconError(primary, tuple(problems))
    # That the package's own patterns compile is a test's business, not every start's.
    return Lexicon(tables, common_tables(), primary)


def check_patterns(found: Lexicon, name: str) -> None:
    """
    Compile every pattern of a lexicon.

    Raises:
        LexiconError: One does not compile, matches no words at all, or could take for ever; every
            such is named with its path.
    """
    problems: list[str] = []
    for path, pattern in patterns_of(found.tables):
        try:
            compiled = found.compiled(pattern)
        except LexiconError as error:
            problems += [problem.removesuffix("@ $") + f"@ {path}" for problem in error.problems]
            continue
        told = [f"{pattern!r:.60} {reason} @ {path}" for reason in objections(pattern)]
        if pattern and compiled.fullmatch(""):
            told.append(f"{pattern!r:.60} matches no words at all @ {path}")
        problems += told
    if problems:
        raise LexiconError(name, tuple(problems))


def patterns_of(tables: Tables) -> list[tuple[str, str]]:
    """List every pattern of a language's tables with its path."""
    return [
        ("$.grammar.perfect", tables.grammar.perfect or ""),
        ("$.grammar.finite", tables.grammar.finite or ""),
        *((f"$.according[{n}].pattern", one.pattern) for n, one in enumerate(tables.according)),
        *((f"$.response[{n}].pattern", one.pattern) for n, one in enumerate(tables.responses)),
        *((f"$.hedge[{n}].pattern", one.pattern) for n, one in enumerate(tables.hedges)),
        *((f"$.unclear.triggers[{n}]", one) for n, one in enumerate(tables.unclear.triggers)),
        *((f"$.anonymous.knowledge[{n}]", one) for n, one in enumerate(tables.anonymous.knowledge)),
        *((f"$.anonymous.anonymity[{n}]", one) for n, one in enumerate(tables.anonymous.anonymity)),
        *((f"$.followup[{n}].pattern", one.pattern) for n, one in enumerate(tables.news)),
        *(
            (f"$.quantity.skip[{n}].pattern", one.pattern)
            for n, one in enumerate(tables.quantity.skip)
        ),
        *(
            (f"$.{table}.{name}", pattern)
            for table, rules in (("lint", tables.lint), ("pointing", tables.pointing))
            for name, pattern in attrs.asdict(rules).items()
            if isinstance(pattern, str)
        ),
    ]
