"""Evidence in a follow-up file, a source's or in the report's own voice."""

from typing import Any, Final

import attrs

from claimtrack.interop._amounts import SPAN
from claimtrack.interop._shapes import (
    MUST_STAND,
    Many,
    Record,
    fields_of,
    keys_of,
    read_key,
    record_of,
)
from claimtrack.interop._sources import SourceName, Speaker
from claimtrack.interop._walk import WRONG, Walk
from claimtrack.model.evidence import Evidence, Hedge, Terms


@attrs.frozen(kw_only=True)
class Short:
    """
    A table, or the text that stands under the one key it needs.

    Attributes:
        table: The table.

        key: The key.
    """

    table: Record
    key: str

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read either."""
        if not isinstance(value, str):
            return self.table.read(value, path, walk)
        words = read_key(self.table.keys[self.key], value, path, walk)
        return WRONG if words is WRONG else self.table.make(**{self.key: words})

    def write(self, value: Any) -> Any:
        """Write the text alone where that is all."""
        table = self.table.write(value)
        return table[self.key] if len(table) == 1 else table


_TERMS_KEYS: Final = keys_of(Terms)
TERMS: Final = Record(
    name="terms",
    keys={**_TERMS_KEYS, "kind": attrs.evolve(_TERMS_KEYS["kind"], default=MUST_STAND)},
    make=Terms,
    unmake=fields_of,
    about=Terms,
)
HEDGE: Final = record_of(Hedge, name="hedge", span=SPAN)
EVIDENCE: Final = record_of(
    Evidence,
    name="evidence",
    source=SourceName(),
    span=SPAN,
    hedges=Many(Short(table=HEDGE, key="words")),
    terms=Short(table=TERMS, key="kind"),
    relayed_by=Many(Speaker()),
)


@attrs.frozen
class OwnVoice:
    """
    What the report states itself: evidence whose source is the outlet.

    Attributes:
        table: The table.
    """

    table: Record = Record(
        name="own_voice",
        keys={
            name: key for name, key in EVIDENCE.keys.items() if name not in ("source", "own_voice")
        },
        make=dict,
        unmake=fields_of,
        about=Evidence,
    )

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read the evidence."""
        given = self.table.read(value, path, walk)
        if given is WRONG or walk.report is WRONG:
            return WRONG
        source = walk.report.voice
        return walk.obey(
            lambda fields: Evidence(source=source, own_voice=True, **fields), given, path
        )

    def write(self, value: Evidence) -> dict[str, Any]:
        """Write the evidence."""
        return self.table.write(value)
