"""The pages of what reading takes in: lexicons, and what other readers give."""

import types
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from claimtrack.reading.given import ReadingGiven
from claimtrack.reading.lexicon.sections import Tables
from docs._generate.docstrings import items, sections

READING = "reference/formats/reading.md"
LEXICON = "reference/formats/lexicon.md"

_READING_LEAD = """
# What a reader gives

Look up the object in which a draft is given as data, and which a reader of your own gives.

`Draft.to_dict()` and `claimtrack read --json` write it; a `CallableReader` reads it.
[Plug in a model](../../how-to/plug-in-a-model.md) shows it at work.

- Every span must be a literal part of the article.
  One that is not is left out, and the draft says so in `dropped`.
- `start` and `end` count code points of the text as it was given, the end not included.
  Left out, the words are looked up, behind the claim before.
- Keys that are not listed here are passed over, and named in `dropped`.
- What is written has more, of the whole text: `article`, `sentences`, `cues`, `quantities`,
  `dates`, `hedges`, `unclear`, `traps`, `news` and `dateline`.
  Findings carry the `rule` they were read by and the `review` they need.
"""

_LEXICON_LEAD = """
# Lexicons

Look up every table of a lexicon, what may stand in it, and what it means.

A lexicon is a TOML file with the words by which one language is read.
[Add a language](../../how-to/add-a-language.md) shows how one is made, and how a desk adds to one.

## Notation

- Text and patterns are folded as `meta.fold` says, one character to one, and then compared.
- A form is a word or phrase; `сказа{в|ла|ли}` stands for each of its endings.
  `+x` is the participle x behind what `grammar.perfect` matches.
- A pattern is a regular expression of Python's `re`, held at the borders of words.
- In a pattern a space stands for any run of white space.
  `<NUM>`, `<UNIT>`, `<MONTH>`, `<WEEKDAY>`, `<SEASON>` and `<PART>` are lists of the same file.
- In a look-behind write `\\s`: it must have a fixed width.
- Where rules could match the same words, the first of the file wins; among cues the longest.
"""


def pages() -> dict[str, str]:
    """Make both pages: text by path below ``docs/``."""
    return {
        READING: _page(_READING_LEAD, ReadingGiven, "The object"),
        LEXICON: _page(_LEXICON_LEAD, Tables, "The file"),
    }


def _page(lead: str, whole: type[Any], title: str) -> str:
    parts = [lead.strip()]
    for kind in _kinds(whole):
        parts += [f"## {title if kind is whole else _title(kind)}", _said(kind), _table(kind)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _kinds(whole: type[Any]) -> list[type[Any]]:
    """List the classes that a class is made of, each once, in the order in which they come up."""
    found: list[type[Any]] = []
    waiting = [whole]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found.append(kind)
            hints = get_type_hints(kind)
            waiting += [
                part for field in attrs.fields(kind) for part in _classes(hints[field.name])
            ]
    return found


def _classes(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and attrs.has(hint):
        yield hint
    for argument in get_args(hint):
        yield from _classes(argument)


def _title(kind: type[Any]) -> str:
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind.__name__)
    return words.removesuffix(" given").strip().capitalize()


def _said(kind: type[Any]) -> str:
    return sections(kind.__doc__)[0].body


def _table(kind: type[Any]) -> str:
    hints, meanings = get_type_hints(kind), _meanings(kind)
    rows = ["| key | what stands there | what it means |", "| --- | --- | --- |"]
    for field in attrs.fields(kind):
        key = field.metadata.get("key", field.name)
        must = " (must stand)" if field.default is attrs.NOTHING else ""
        meaning = meanings.get(field.name) or _of_its_own(hints[field.name])
        meaning = meaning.replace("|", "\\|")
        rows.append(f"| `{key}`{must} | {_says(hints[field.name])} | {meaning} |")
    return "\n".join(rows)


def _of_its_own(hint: Any) -> str:
    """Say what a table is for by the first sentence of its class."""
    found = next(_classes(hint), None)
    return "" if found is None else _said(found).split("\n\n")[0].replace("\n", " ")


def _meanings(kind: type[Any]) -> Mapping[str, str]:
    """Read what attributes mean from the docstrings of a class and of those it builds on."""
    found: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        for section in sections(owner.__doc__):
            if section.title == "Attributes":
                told = items(section.body)
                found |= {name: " ".join(text.replace("``", "`").split()) for name, text in told}
    return found


def _says(hint: Any) -> str:
    """Say in words what may stand somewhere."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return " or ".join(_says(one) for one in arguments if one is not type(None))
    if origin is tuple and arguments[-1] is ...:
        return f"list: {_says(arguments[0])}"
    if origin is tuple:
        return f"list of {len(arguments)}: {_says(arguments[0])}"
    if origin is Mapping:
        return f"table of {_says(arguments[0])}: {_says(arguments[1])}"
    if attrs.has(hint):
        title = _title(hint)
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    if issubclass(hint, StrEnum):
        return ", ".join(f"`{word}`" for word in hint)
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}[hint]
