"""
The report and the sources of a follow-up file.

Each source stands once, under a name of the file, and is referred to by that name.
"""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.interop._amounts import When
from claimtrack.interop._shapes import ByLanguage, Key, Record, Text, Whole, fields_of, keys_of
from claimtrack.interop._walk import WRONG, Walk, inside
from claimtrack.ledger.prepare import with_id
from claimtrack.model.ids import SourceId
from claimtrack.model.report import Report
from claimtrack.model.source import CountIs, Label, Source, SourceKind
from claimtrack.model.words import line
from claimtrack.model.zones import zone_name


def _source(**fields: Any) -> Source:
    """Fill in what the words leave no doubt about, as `claimtrack.anonymous` does."""
    if fields.get("count") is not None:
        fields.setdefault("count_is", CountIs.EXACT)
    if not fields.get("name"):
        fields.setdefault("kind", _kind_of(fields.get("count"), fields.get("count_is")))
    if "kind" not in fields:
        raise InvalidValueError("source.kind", None, "is missing beside a name")
    return Source(**fields)


def _kind_of(count: int | None, count_is: CountIs | None) -> SourceKind:
    several = count_is in (CountIs.SEVERAL, CountIs.AT_LEAST) or (count or 0) > 1
    return SourceKind.GROUP if several else SourceKind.PERSON


def _unsourced(value: Source) -> dict[str, Any]:
    parts = fields_of(value)
    if value.count is not None and value.count_is is CountIs.EXACT:
        parts["count_is"] = None
    if not value.is_named and value.kind is _kind_of(value.count, value.count_is):
        parts["kind"] = None
    if value.labels:
        parts["labels"] = {label.lang: label.text for label in value.labels}
    return parts


_SOURCE_KEYS: Final = keys_of(Source, count=Whole(least=1), labels=ByLanguage.of(Label))

SOURCE: Final = Record(
    name="source",
    keys={**_SOURCE_KEYS, "kind": attrs.evolve(_SOURCE_KEYS["kind"], default=None)},
    make=_source,
    unmake=_unsourced,
    about=Source,
)


@attrs.frozen
class SourceTables:
    """The table of sources: the file's names for them, and what each is."""

    each: Record = SOURCE

    def read(self, value: Any, path: str, walk: Walk) -> Any:
        """Read the sources onto the walk."""
        if not walk.is_table(value, path):
            return WRONG
        for name, table in value.items():
            place = inside(path, name)
            found = self.each.read(table, place, walk)
            walk.sources[name] = found
            walk.obey(line, name, place)
        return dict(walk.sources)

    def write(self, value: Mapping[str, Source]) -> dict[str, Any]:
        """Write the sources."""
        return {name: self.each.write(source) for name, source in value.items()}


@attrs.frozen
class SourceName:
    """A source of the file, by the file's name for it."""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Look up the source."""
        name = Text().read(value, path, walk)
        return WRONG if name is WRONG else walk.source(name, path)

    def write(self, value: Source) -> Source:
        """Leave the source to be named once the whole file is written."""
        return value


_LEDGERS_ID: Final = Record(
    name="known_source",
    keys={"id": Key(shape=Text(), rule=line)},
    make=lambda **given: SourceId(given["id"]),
    unmake=lambda value: {"id": value},
)


@attrs.frozen
class KnownSource:
    """
    A source that the ledger knows: by the file's name for it, or by the ledger's id.

    Attributes:
        by_id: The table that holds the ledger's id.
    """

    by_id: Record = _LEDGERS_ID

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Give the ledger's id of the source."""
        if isinstance(value, Mapping):
            return self.by_id.read(value, path, walk)
        source = SourceName().read(value, path, walk)
        if source is WRONG or walk.report is WRONG:
            return WRONG
        return with_id(source, walk.report).id

    def write(self, value: SourceId) -> dict[str, Any]:
        """Write the ledger's id."""
        return self.by_id.write(value)


_BY_NAME: Final = Record(
    name="speaker",
    keys={"name": Key(shape=Text(), rule=line)},
    make=lambda name: name,
    unmake=lambda value: {"name": value},
)


@attrs.frozen
class Speaker:
    """
    Somebody who passed words on: a source of the file, or a name.

    Attributes:
        by_name: The table that holds the name of one who is no source of the file.
    """

    by_name: Record = _BY_NAME

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Give the speaker's published name or description."""
        if isinstance(value, Mapping):
            return self.by_name.read(value, path, walk)
        source = SourceName().read(value, path, walk)
        return WRONG if source is WRONG else source.label

    def write(self, value: str) -> dict[str, Any]:
        """Write the name."""
        return self.by_name.write(value)


def _known_zone(value: str) -> str:
    zone_name(value)
    return line(value)


_REPORT_KEYS: Final = keys_of(Report, published_at=When())
_REPORT: Final = Record(
    name="report",
    keys={**_REPORT_KEYS, "zone": attrs.evolve(_REPORT_KEYS["zone"], rule=_known_zone)},
    make=Report,
    unmake=fields_of,
    about=Report,
)


@attrs.frozen
class ReportTable:
    """
    The table of the report, which other tables look at.

    Attributes:
        table: The table.
    """

    table: Record = _REPORT

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read the report, and leave it on the walk."""
        walk.report = self.table.read(value, path, walk)
        return walk.report

    def write(self, value: Report) -> dict[str, Any]:
        """Write the report."""
        return self.table.write(value)
