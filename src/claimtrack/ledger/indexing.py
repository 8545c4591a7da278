"""Indexing: the rows beside the log that follow from single entries."""

import attrs

from claimtrack.model.entry import Fact
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.updates import ClaimOpened, EvidenceGiven, Reworded, SlotAnswered, Translated
from claimtrack.ports import Statement, distinct_words
from claimtrack.text import fold


@attrs.define
class Index:
    """
    Rows that follow from single entries.

    Attributes:
        statements: The wordings that entries brought.

        rests: Which claims rest on which sources, in the order of first mention.
    """

    statements: list[Statement] = attrs.field(factory=list)
    rests: dict[tuple[ClaimId, SourceId], None] = attrs.field(factory=dict)

    def add(self, fact: Fact, position: int) -> None:
        """Take what follows from the entry at a position."""
        update = fact.update
        if isinstance(update, EvidenceGiven):
            self.rests[fact.claim_id, update.evidence.source.id] = None
        elif isinstance(update, SlotAnswered):
            if update.source is not None:
                self.rests[fact.claim_id, update.source.id] = None
        elif isinstance(update, (ClaimOpened, Reworded, Translated)):
            words = distinct_words(fold(update.text))
            if words:
                self.statements.append(Statement(position, words))
