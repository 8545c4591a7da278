"""The JSON Schemas of the formats, made from what reads and writes them."""

import json
import re
from collections.abc import Collection, Mapping
from datetime import datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from claimtrack import codec
from claimtrack.interop import _amounts as amounts
from claimtrack.interop import _evidence as testimony
from claimtrack.interop import _items as lists
from claimtrack.interop import _shapes as shapes
from claimtrack.interop import _sources as tellers
from claimtrack.interop import _verbs as verbs
from claimtrack.interop.follow_up_files import FILE
from claimtrack.model.confidence import Caveat, CaveatKind
from claimtrack.model.entry import Fact
from claimtrack.model.follow_up import Item
from claimtrack.model.judgement import Judgement
from claimtrack.model.response import Outcome
from claimtrack.model.status import Status
from claimtrack.model.window import Window
from docs._generate.docstrings import items, sections

FOLDER = "reference/formats"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]
Definitions = dict[str, Schema]


def pages() -> dict[str, str]:
    """Make the schemas: their text by path below ``docs/``."""
    return {
        f"{FOLDER}/follow-up-v1.schema.json": _text(follow_up_schema()),
        f"{FOLDER}/entry-v1.schema.json": _text(entry_schema()),
    }


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


# Follow-up files ---------------------------------------------------------------------------------

_WORDS: Mapping[tuple[str, str], str] = {
    ("follow-up", "format"): "The number of the format.",
    ("follow-up", "key"): "A name under which it is applied once; left out, the report's id.",
    ("follow-up", "sources"): "Who says so, each under a name of this file.",
    ("follow-up", "claims"): "Claims that are opened if new, and checked to be the same otherwise.",
    ("follow-up", "updates"): "What happened, in order.",
    ("follow-up", "withdrawals"): "What no longer stands; applied last.",
    ("claim", "id"): "The claim's id.",
    ("claim", "translations"): "The text in other languages, by language tag.",
    ("update", "claim"): "The id of the claim it is about.",
    ("update", "claims"): "The ids of several claims that it is about alike.",
    ("response", "standing"): "What the party is to the matter, where the answer is evidence.",
    ("response", "as_evidence"): "Whether an answer that confirms or denies is evidence too.",
    ("answer", "slot"): "The question: who, what, where, when, why, how, how_many, or your own.",
    ("answer", "source"): "Who gave it; left out where the report states it itself.",
    ("close", "slot"): "The question: who, what, where, when, why, how, how_many, or your own.",
    ("close", "none"): "Whether the answer is that there is none.",
    ("independence", "sources"): "The two sources.",
    ("dated_window", "date"): "ISO 8601 or EDTF.",
    ("dated_window", "zone"): "The time zone in which it is meant.",
    ("dated_window", "phrase"): "The words given.",
    ("figure", "exactly"): "The number, where the words give one: low and high at once.",
    ("translation", "text"): "The proposition in that language.",
    ("translation", "lang"): "The language, a BCP 47 tag.",
    ("rating", "source"): "Which source.",
    ("rating", "reliability"): "By the Admiralty code, A to F.",
    ("naming", "source"): "Which source.",
    ("naming", "name"): "Its name.",
    ("naming", "role"): "Its office or position.",
    ("span", "start"): "Where it begins, in code points of the report's text.",
    ("span", "end"): "Where it ends.",
    ("read", "rule"): "The name of the rule that read it.",
    ("read", "start"): "Where in the report's text it begins, in code points.",
    ("read", "end"): "Where in the report's text it ends, in code points.",
    ("known_source", "id"): "The ledger's id of the source.",
    ("speaker", "name"): "The name or description of a speaker who is no source of this file.",
}
"""What the keys mean that are no field of a class of the model."""


def _one_of(*keys: str) -> Schema:
    return {"oneOf": [{"required": [key]} for key in keys]}


def _any_of(*keys: str) -> Schema:
    return {"anyOf": [{"required": [key]} for key in keys]}


_ALSO: Mapping[str, Schema] = {
    "follow-up": _any_of("claims", "updates", "withdrawals"),
    "source": {"anyOf": [{"required": ["kind", "name"]}, {"required": ["description"]}]},
    "update": {"allOf": [_one_of("claim", "claims"), _one_of(*verbs.VERBS)]},
    "withdrawal": _one_of("report", "source", "outlet"),
    "answer": _any_of("text", "figure", "window"),
    "close": _any_of("text", "figure", "window", "none"),
    "figure": _any_of("exactly", "low", "high", "phrase"),
    "bounded_window": _any_of("earliest", "latest", "phrase"),
    "read": {"dependentRequired": {"start": ["end"], "end": ["start"]}},
}
"""What holds between the keys of a table."""

_LIMITS: Mapping[tuple[str, str], Schema] = {
    ("update", "claims"): {"minItems": 1, "uniqueItems": True},
    ("update", "unclear"): {"minItems": 1},
    ("request", "outcome"): {"enum": [Outcome.PENDING.value, Outcome.NOT_SOUGHT.value]},
    ("independence", "sources"): {"minItems": 2, "maxItems": 2},
}
"""What is narrower than its shape."""


def follow_up_schema() -> Schema:
    """Make the schema of follow-up files. TOML's own dates count as the text that they read."""
    made: Definitions = {}
    root = _table(FILE, made)
    return {
        "$schema": _DIALECT,
        "title": "claimtrack follow-up, format 1",
        "description": "One report and all that it changes, applied as one act.",
        **root,
        "$defs": dict(sorted(made.items())),
    }


def _meaning(record: shapes.Record, key: str) -> str:
    """Say what a key means: in words of its own, else those of the model."""
    if (record.name, key) in _WORDS:
        return _WORDS[record.name, key]
    for cls in (record.about, Item):
        explained = _explained(cls)
        if key in explained:
            return explained[key]
    return _summary(verbs.VERBS[key].update)


def _table(record: shapes.Record, made: Definitions) -> Schema:
    needed = [name for name, key in record.keys.items() if key.default is shapes.MUST_STAND]
    return {
        "type": "object",
        "properties": {
            name: {
                "description": _meaning(record, name),
                **_shape(key.shape, made),
                **_LIMITS.get((record.name, name), {}),
            }
            for name, key in record.keys.items()
        },
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
        **_ALSO.get(record.name, {}),
    }


def _shape(shape: shapes.Shape, made: Definitions) -> Schema:
    match shape:
        case shapes.Record(name=name):
            if name not in made:
                made[name] = _table(shape, made)
            return {"$ref": f"#/$defs/{name}"}
        case shapes.Text() | shapes.Day() | tellers.SourceName():
            return {"type": "string"}
        case shapes.Moment():
            return {"type": "string", "format": "date-time"}
        case shapes.Flag():
            return {"type": "boolean"}
        case shapes.Whole(least=least, most=most):
            bounds = {"minimum": least, "maximum": most}
            known = {name: bound for name, bound in bounds.items() if bound is not None}
            return {"type": "integer", **known}
        case shapes.Number():
            return {"type": ["number", "string"]}
        case shapes.Choice(words=words):
            return {"enum": [word.value for word in words]}
        case shapes.Many(each=each):
            return {"type": "array", "items": _shape(each, made)}
        case amounts.When(forms=forms):
            made["window"] = {
                "description": "A date or time in ISO 8601 or EDTF, or a table.",
                "anyOf": [{"type": "string"}, *(_shape(form, made) for form in forms)],
            }
            return {"$ref": "#/$defs/window"}
        case testimony.Short(table=table):
            return {"anyOf": [{"type": "string"}, _shape(table, made)]}
        case tellers.KnownSource(by_id=table) | tellers.Speaker(by_name=table):
            return {"anyOf": [{"type": "string"}, _shape(table, made)]}
        case tellers.SourceTables(each=table):
            return {"type": "object", "additionalProperties": _shape(table, made)}
        case shapes.ByLanguage():
            return {"type": "object", "additionalProperties": {"type": "string"}}
        case verbs.Grade(word=word, number=number):
            return {"anyOf": [_shape(number, made), {"const": word}]}
        case verbs.Yes():
            return {"const": True}
        case verbs.Says(shape=inner):
            return _shape(inner, made)
        case (
            tellers.ReportTable(table=table)
            | testimony.OwnVoice(table=table)
            | lists.ClaimTable(table=table)
            | lists.UpdateTable(table=table)
        ):
            return _shape(table, made)
    msg = f"no schema for {shape!r}"
    raise TypeError(msg)


# Entries -----------------------------------------------------------------------------------------

_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_COUNTED: Schema = {"type": "integer", "minimum": 1}
_WHOLE: Schema = {"type": "integer", "minimum": 0}


def entry_schema() -> Schema:
    """Make the schema of the lines of an export, and of the bodies in them."""
    made: Definitions = {}
    made["body"] = _body(made)
    made["entry"] = _object(
        {
            "position": {"description": "The number within the ledger.", **_COUNTED},
            "previous_hash": {
                "description": "The hash of the claim's entry before; zeros for its first.",
                **_HASH,
            },
            "salt": {
                "description": "16 bytes of chance, hexadecimal.",
                "type": "string",
                "pattern": "^[0-9a-f]{32}$",
            },
            "hash": {"description": "SHA-256 over previous hash, salt and body.", **_HASH},
            "body": {"description": "What is hashed.", "$ref": "#/$defs/body"},
        }
    )
    made["applied"] = _object(
        {
            "follow_up": {"description": "The follow-up's key.", "type": "string"},
            "report": {"description": "The id of its report.", "type": "string"},
            "digest": {"description": "What tells its content.", **_HASH},
            "first": {"description": "The position of its first entry.", **_COUNTED},
            "last": {"description": "The position of its last entry.", **_COUNTED},
        }
    )
    made["end"] = _object(
        {
            "entries": {"description": "How many entries there are.", **_WHOLE},
            "follow_ups": {"description": "How many applied follow-ups.", **_WHOLE},
            "hash": {
                "description": "The hash of the last entry; empty where there is none.",
                "type": "string",
                "pattern": "^([0-9a-f]{64})?$",
            },
        }
    )
    lines = ("entry", "applied", "end")
    return {
        "$schema": _DIALECT,
        "title": "claimtrack entry, format 1",
        "description": "A line of an export: an entry, a follow-up that was applied, or the end."
        " In a body, fields that have their default are left out.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in lines],
        "$defs": dict(sorted(made.items())),
    }


def _body(made: Definitions) -> Schema:
    circumstances = _fields(Fact, made, leave_out="update")
    _stored(Caveat, made)
    return {
        **_object(
            {
                "format": {"description": "The number of the format.", "const": codec.FORMAT},
                "kind": {"description": "What kind of update it is.", "enum": list(codec.KINDS)},
                **circumstances,
                "update": {"description": "What happened, of that kind.", "type": "object"},
                "judgement": {
                    "description": "What the policy of the day made of the claim with it.",
                    **_stored(Judgement, made),
                },
            },
            optional=("report", "because"),
        ),
        "oneOf": [
            {"properties": {"kind": {"const": kind}, "update": _stored(update, made)}}
            for kind, update in codec.KINDS.items()
        ],
    }


def _object(properties: Mapping[str, Schema], optional: Collection[str] = ()) -> Schema:
    needed = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _fields(cls: type, made: Definitions, leave_out: str = "") -> dict[str, Schema]:
    hints, explained = get_type_hints(cls), _explained(cls)
    return {
        field.name: {
            "description": explained.get(field.alias) or _summary(cls),
            **_stored(hints[field.name], made, is_needed=field.default is attrs.NOTHING),
        }
        for field in attrs.fields(cls)
        if field.name != leave_out
    }


def _stored(kind: Any, made: Definitions, *, is_needed: bool = False) -> Schema:
    """Describe a value as `claimtrack.codec` writes it; None only where nothing stands for it."""
    if isinstance(kind, UnionType):
        (some,) = (one for one in get_args(kind) if one is not NoneType)
        found = _stored(some, made)
        return {"anyOf": [found, {"type": "null"}]} if is_needed else found
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _stored(get_args(kind)[0], made)}
    kind = getattr(kind, "__supertype__", kind)
    if attrs.has(kind):
        name = kind.__name__
        if kind in _SHORT:
            made[name] = {"description": _summary(kind), **_SHORT[kind]}
        if name not in made:
            made[name] = {}
            optional = [one.name for one in attrs.fields(kind) if one.default is not attrs.NOTHING]
            described = {"description": _summary(kind)}
            made[name] = described | _object(_fields(kind, made), optional)
        return {"$ref": f"#/$defs/{name}"}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return dict(_STORED[kind])


_STORED: Mapping[type, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"},
    datetime: {"type": "string", "format": "date-time"},
}

_MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{6})?)?Z"
_BOUND = rf"({_MOMENT}[?~%]?|([.][.])?)"

_SHORT: Mapping[type, Schema] = {
    Window: {
        "type": "string",
        "pattern": rf"^(([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{_MOMENT})[?~%]?|{_BOUND}/{_BOUND})"
        r"( [^ ]+( .+)?)?$",
    },
    Judgement: _object(
        {
            "caveats": {
                "description": "What must be told, in the order in which it is told.",
                "type": "array",
                "items": {"$ref": "#/$defs/Caveat"},
            },
            "grade": {
                "description": "Reliability and credibility by the Admiralty code; F6 if left out.",
                "type": "string",
                "pattern": "^[A-F][1-6]$",
            },
            "policy": {"description": "The policy's name.", "type": "string"},
            "status": {"description": "What the record supports.", "enum": list(Status)},
            "version": {"description": "The policy's version.", "type": "integer"},
        },
        optional=("caveats", "grade", "status", "version"),
    ),
    Caveat: {
        "type": "array",
        "prefixItems": [
            {"enum": list(CaveatKind)},
            {"type": "array", "items": {"type": "string"}},
            {"type": "array", "items": {"type": "integer"}},
        ],
        "minItems": 3,
        "maxItems": 3,
    },
}
"""What is written in a shorter way than by its fields."""


# What things are ---------------------------------------------------------------------------------


def _summary(what: Any) -> str:
    """Give the first paragraph of a docstring."""
    return _plain(sections(what.__doc__)[0].body.partition("\n\n")[0])


def _explained(cls: type | None) -> dict[str, str]:
    """Give what a class's docstring says of its attributes."""
    bodies = [one.body for one in sections(cls.__doc__ if cls else "") if one.title == "Attributes"]
    return {name: _plain(text) for body in bodies for name, text in items(body)}


def _plain(text: str) -> str:
    """Take the marks of code out of a docstring's text; where code has None, data has nothing."""
    return " ".join(re.sub(r"\bNone\b", "left out", re.sub("[`*]", "", text)).split())
