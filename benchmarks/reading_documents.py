"""
An annotated article as typed values: the gold file, or what a reader found, in the same schema.

The schema is described in `tests/articles/README.md`. What a document does not list as a layer of
its own (`cues`, `dates`, `quantities`, `hedges`, `unclear`) is gathered from its records.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

import attrs

Json = Mapping[str, Any]

_WORD = re.compile(r"\w+")


class Span(NamedTuple):
    """A stretch of the article, in code points."""

    start: int
    end: int
    text: str = ""

    def shares(self, other: "Span") -> int:
        """Count the code points that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def inside(self, other: "Span") -> bool:
        """Tell whether the other covers all of this one."""
        return other.start <= self.start and self.end <= other.end

    def same(self, other: "Span") -> bool:
        """Tell whether both begin and end at the same places."""
        return (self.start, self.end) == (other.start, other.end)

    def words(self) -> frozenset[int]:
        """Give the places at which its words begin."""
        return frozenset(self.start + found.start() for found in _WORD.finditer(self.text))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share of words that both have among those that either has."""
    return len(one & other) / len(one | other) if one or other else 0.0


@attrs.frozen
class Item:
    """One finding of a layer; *optional* is neither missed when absent nor false when there."""

    span: Span
    optional: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Cue(Item):
    """Words that attribute. *mention*: how the source is named there, None if it is not."""

    kind: str
    source: str | None
    mention: Span | None


@attrs.frozen
class Response(Item):
    """What came of asking somebody."""

    kind: str
    responder: str | None
    mention: Span | None


@attrs.frozen
class Unclear(Item):
    """What the article itself calls unclear."""

    facets: frozenset[str]


@attrs.frozen
class Quantity(Item):
    """A number with its bound."""

    op: str
    value: Fraction | None
    high: Fraction | None


Interval = tuple[str | None, str | None]


@attrs.frozen
class Date(Item):
    """A date expression; *intervals*: the reading, and others that are right as well."""

    intervals: tuple[Interval, ...]


@attrs.frozen
class Hedge(Item):
    """Words that weaken, of one class or of several."""

    classes: frozenset[str]


@attrs.frozen
class Claim(Item):
    """A proposition; *ambiguous*: it may be the source's or the article's own."""

    kind: str
    source: str | None
    ambiguous: bool


@attrs.frozen
class Trap:
    """Words that look like a finding of some layers, and are none."""

    span: Span
    layers: frozenset[str]
    why: str


LAYERS_WITH_TRAPS = frozenset({"cue", "source", "quantity", "date", "hedge"})


@attrs.frozen(slots=False, eq=False)
class Document:
    """A document of the schema. Every layer is in the order of the text."""

    data: Json
    sentences: tuple[Span, ...]

    @cached_property
    def language(self) -> str:
        """Tell in which language the article is."""
        return str(self.data["article"]["language"])

    @cached_property
    def mentions(self) -> dict[str, tuple[Span, ...]]:
        """Give the mentions of every source but the article itself."""
        return {
            source["id"]: tuple(sorted(_span(one) for one in source.get("mentions", ())))
            for source in self.data.get("sources", ())
            if source.get("kind") != "self"
        }

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Give the words that attribute; how a thing was said is no attribution of its own."""
        return tuple(
            Cue(
                span := _span(one),
                one["kind"],
                one.get("source"),
                self._mention(one, one.get("source"), span),
                optional=_optional(one),
            )
            for one in self._layer("cues", self._cues_of_records())
            if one["kind"] not in {"medium", "own_voice"}
        )

    @cached_property
    def responses(self) -> tuple[Response, ...]:
        """Give who answered what, or did not."""
        return tuple(
            Response(
                span := _span(one.get("cue") or one["text"]),
                one["kind"],
                one.get("responder"),
                self._mention(one, one.get("responder"), span),
                optional=_optional(one),
            )
            for one in self.data.get("responses", ())
        )

    @cached_property
    def unclear(self) -> tuple[Unclear, ...]:
        """Give the statements that something is unclear."""
        asked = (
            {**record["content"], "facets": record["unclear"]}
            for record in self.data.get("records", ())
            if record["type"] == "open_question"
        )
        return tuple(
            Unclear(_span(one), frozenset(one["facets"]), optional=_optional(one))
            for one in self._layer("unclear", asked)
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Give the numbers."""
        return tuple(
            Quantity(
                _span(one),
                one.get("op") or "exact",
                _number(one.get("value")),
                _number(one.get("value_hi")),
                optional=_optional(one),
            )
            for one in self._layer("quantities", self._in_records("quantities"))
        )

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Give the date expressions; a date that was only inferred is none."""
        return tuple(
            Date(
                _span(one),
                tuple(
                    (_day(begins), _day(ends))
                    for begins, ends in (
                        (one.get("earliest"), one.get("latest")),
                        *one.get("accept", ()),
                    )
                ),
                optional=_optional(one),
            )
            for one in self._layer("dates", self._in_records("dates"))
        )

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """Give the words that weaken."""
        return tuple(
            Hedge(_span(one), frozenset(one["class"].split("+")), optional=_optional(one))
            for one in self._layer("hedges", self._in_records("hedges"))
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Give the propositions."""
        return tuple(
            Claim(
                _span(record["content"]),
                record["attribution"]["kind"],
                next(iter(record["attribution"]["sources"]), None),
                record["attribution"].get("scope") == "ambiguous",
                optional=_optional(record),
            )
            for record in self.data.get("records", ())
            if record["type"] == "claim" and record.get("content")
        )

    @cached_property
    def traps(self) -> tuple[Trap, ...]:
        """Give the traps."""
        return tuple(
            Trap(_span(one), frozenset(one.get("layers", LAYERS_WITH_TRAPS)), one.get("why", ""))
            for one in self.data.get("traps", ())
        )

    def sentence(self, span: Span) -> Span | None:
        """Give the sentence in which a span begins."""
        return next((one for one in self.sentences if one.start <= span.start < one.end), None)

    def _mention(self, one: Json, source: str | None, near: Span) -> Span | None:
        if "mention" in one:
            return None if one["mention"] is None else _span(one["mention"])
        sentence = self.sentence(near)
        named = [
            span
            for span in self.mentions.get(source or "", ())
            if sentence is not None and span.inside(sentence)
        ]
        return min(named, key=lambda span: _distance(span, near), default=None)

    def _layer(self, name: str, otherwise: Iterable[Json]) -> list[Json]:
        listed: Iterable[Json] = self.data.get(name, otherwise)
        with_words = [one for one in listed if one.get("start") is not None]
        found = {(one["start"], one["end"]): one for one in with_words}
        return [found[place] for place in sorted(found)]

    def _in_records(self, name: str) -> Iterator[Json]:
        for record in self.data.get("records", ()):
            yield from record.get(name, ())

    def _cues_of_records(self) -> Iterator[Json]:
        for record in self.data.get("records", ()):
            given = record["attribution"]
            if given["cue"] is not None:
                source = next(iter(given["sources"]), None)
                yield {**given["cue"], "kind": given["kind"], "source": source}


def gold_document(data: Json) -> Document:
    """Take a gold file."""
    return Document(data, tuple(_span(one) for one in data["sentences"]))


def found_document(data: Json, gold: Document) -> Document:
    """Take what a reader found, to be told by the sentences of the gold file."""
    return Document(data, gold.sentences)


def _span(one: Json) -> Span:
    return Span(one["start"], one["end"], one.get("text") or "")


def _optional(one: Json) -> bool:
    return bool(one.get("optional", False))


def _number(value: object) -> Fraction | None:
    # By way of its text, so that 67.1 is 671/10.
    return None if value is None else Fraction(str(value))


def _day(value: object) -> str | None:
    return None if value is None else str(value)[:10]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
