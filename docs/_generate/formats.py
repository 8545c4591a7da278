"""The page of follow-up files: its words, and a table of keys for each part of the schema."""

from collections.abc import Iterator

from docs._generate.schemas import Schema, follow_up_schema

PAGE = "reference/formats/follow-up.md"

_LEAD = """
# Follow-up files

Look up every key of a follow-up file, what may stand under it, and what it means.

A follow-up file is one report and all that it changes.
People write it in TOML; programs write one JSON object a line, with the same keys.
[Record a story from files](../../how-to/record-a-story.md) shows it at work.
[The JSON Schema](follow-up-v1.schema.json) says the same as the tables below, for machines.
Name it in a first line `#:schema`, and an editor that knows schemas checks while you type.

## How a file is read

- `[report]` must stand; of `claims`, `updates` and `withdrawals` at least one.
- A source is written once, under `[sources.NAME]`, and named by NAME elsewhere.
- A source that nothing names is a mistake.
- A claim under `[[claims]]` is opened if the ledger does not have it, else checked to be the same.
- An update names one `claim`, or several under `claims`, and says exactly one thing.
- Updates are applied in the order of the file, withdrawals after them.
- What is left out has its default; a key that nobody knows is refused.
- Dates and times may be TOML's own, or text in ISO 8601 or EDTF.
- A date without a zone is meant in the report's `zone`, else in the ledger's.
- Numbers are exact: `0.1` is one tenth, in TOML and in JSON.
- Every problem is told at once, with its path, and nothing of the file is applied then.
- An item with a `review` note is refused until a person takes it out, or says `--accept`.

`claimtrack.interop.follow_up_files` reads and writes the format in Python.

Some tables may be given by a word: a hedge by its words, terms by their kind, a window by its date.
A source that the ledger knows is given by the file's name for it, or by its id in a table.
"""

_FIRST = ("report", "source", "claim", "update")
"""The tables that stand first; the others follow by name."""

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "number": "number",
}


def pages() -> dict[str, str]:
    """Make the page: its text by path below ``docs/``."""
    schema = follow_up_schema()
    tables = {name: one for name, one in schema["$defs"].items() if "properties" in one}
    ordered = [*_FIRST, *(name for name in tables if name not in _FIRST)]
    parts = [_LEAD.strip(), "## The file", _table(schema)]
    for name in ordered:
        parts += [f"## {_title(name)}", _table(tables[name])]
    return {PAGE: "\n\n".join(parts) + "\n"}


def _table(table: Schema) -> str:
    needed = set(table.get("required", ()))
    rows = ["| key | what stands there | what it means |", "| --- | --- | --- |"]
    for key, value in table["properties"].items():
        must = " (must stand)" if key in needed else ""
        meaning = value.get("description", "").replace("|", "\\|")
        rows.append(f"| `{key}`{must} | {_kind(value)} | {meaning} |")
    return "\n".join([*rows, *_conditions(table)])


def _kind(value: Schema) -> str:
    """Say in words what may stand somewhere."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return _window() if name == "window" else _link(name)
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"] if word)
    if "const" in value:
        return f"`{str(value['const']).lower()}`"
    if "anyOf" in value:
        return " or ".join(_kind(one) for one in value["anyOf"])
    if value["type"] == "array":
        return f"list: {_kind(value['items'])}"
    if value["type"] == "object":
        return f"table of names: {_kind(value['additionalProperties'])}"
    if isinstance(value["type"], list):
        return " or ".join("number as text" if one == "string" else one for one in value["type"])
    if value.get("format") == "date-time":
        return "moment, with an offset"
    if "minimum" in value and "maximum" in value:
        low, high = value["minimum"], value["maximum"]
        return f"{low}" if low == high else f"{low} to {high}"
    return _TYPES[value["type"]]


def _window() -> str:
    return f"date or time, {_link('dated_window')} or {_link('bounded_window')}"


def _link(name: str) -> str:
    title = _title(name)
    return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _conditions(table: Schema) -> Iterator[str]:
    """Say what must hold between the keys of a table."""
    for rule in (table, *table.get("allOf", ())):
        for word, key in (("At least one of", "anyOf"), ("Exactly one of", "oneOf")):
            if key in rule:
                sets = [" with ".join(f"`{one}`" for one in way["required"]) for way in rule[key]]
                yield ""
                yield f"{word} {', '.join(sets)} must stand."
