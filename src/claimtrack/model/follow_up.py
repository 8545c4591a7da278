"""Follow-ups: one report and all that it changes, applied as one act."""

from collections.abc import Iterable

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.evidence import Span
from claimtrack.model.ids import ClaimId, ReportId, SourceId, claim_id
from claimtrack.model.report import Report
from claimtrack.model.updates import TakenBackBy, Update
from claimtrack.model.words import any_text, checked, line, refuse


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ReadFrom:
    """
    Where in the report's text an item was read, and by which rule.

    Attributes:
        rule: The rule's name.

        span: Where.
    """

    rule: str = attrs.field(converter=line, default="")
    span: Span | None = None


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Item:
    """
    One update of a follow-up.

    Attributes:
        claim_id: The claim it is about.

        update: What happened.

        because: Why, one sentence shown to readers.

        read: Where it was read; None where a person wrote it.

        review: Why a person must look before it is applied; empty where nobody must.

        if_new: For `ClaimOpened` and `Translated`: what is there already, and the same, is taken
            as it is.

        same_text: For `ClaimOpened`: the story may hold another claim with the same text.
    """

    claim_id: ClaimId = attrs.field(converter=claim_id)
    update: Update
    because: str = attrs.field(converter=any_text, default="")
    read: ReadFrom | None = None
    review: str = attrs.field(converter=any_text, default="")
    if_new: bool = False
    same_text: bool = False


def claim_ids(values: Iterable[str]) -> tuple[ClaimId, ...]:
    """Take several claims' ids (a field's rule)."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise refuse(values, "must be a list of claim ids")
    return tuple(claim_id(value) for value in values)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Withdrawal:
    """
    What was said and no longer stands, told by where it came from; exactly one of the three.

    That is evidence, answers to questions about a claim, and what came of requests for comment.
    That something is unclear stays so, that a source did not answer stays so when the source takes
    back its word, and what the desk settled stays settled.

    Attributes:
        report: The id of the report that carried it.

        source: The id of the source that gave it.

        outlet: The outlet that it goes back to: the one that was told, or that a report relays.

        claims: The claims concerned; empty for all that rest on the report or the source.

        by: Who takes it back.

        because: Why, one sentence shown to readers.

        review: Why a person must look before it is applied; empty where nobody must.

    Raises:
        InvalidValueError: Not exactly one of report, source and outlet; an outlet without claims,
            since all that it ever reported would be too much.
    """

    report: ReportId = attrs.field(converter=line, default=ReportId(""))
    source: SourceId = attrs.field(converter=line, default=SourceId(""))
    outlet: str = attrs.field(converter=line, default="")
    claims: tuple[ClaimId, ...] = attrs.field(converter=claim_ids, default=())
    by: TakenBackBy = attrs.field(converter=TakenBackBy, default=TakenBackBy.OUTLET)
    because: str = attrs.field(converter=any_text, default="")
    review: str = attrs.field(converter=any_text, default="")

    def __attrs_post_init__(self) -> None:
        told = [one for one in (self.report, self.source, self.outlet) if one]
        if len(told) != 1:
            raise InvalidValueError("withdrawal", told, "must name one report, source or outlet")
        if self.outlet and not self.claims:
            raise InvalidValueError("withdrawal.claims", (), "must be named beside an outlet")

    def concerns(self, claim_id: ClaimId) -> bool:
        """Whether what was said of a claim may be meant."""
        return not self.claims or claim_id in self.claims


def _items(values: Iterable[Item]) -> tuple[Item, ...]:
    found = tuple(values)
    if not all(isinstance(one, Item) for one in found):
        raise refuse(values, "must be a list of items")
    return found


def _withdrawals(values: Iterable[Withdrawal]) -> tuple[Withdrawal, ...]:
    found = tuple(values)
    if not all(isinstance(one, Withdrawal) for one in found):
        raise refuse(values, "must be a list of withdrawals")
    return found


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class FollowUp:
    """
    One report and all that it changes.

    Attributes:
        report: The report.

        items: What it changes, in order.

        withdrawals: What it takes back; applied after the items.

        given_key: A name under which it is applied once; empty for the report's id.

    Raises:
        InvalidValueError: It changes nothing.

    Example:
        >>> from claimtrack.model.updates import Noted
        >>> note = Item(claim_id="belarus-talks", update=Noted(text="called the embassy"))
        >>> FollowUp(report=Report("Example News", url="https://news.example/1"), items=[note]).key
        'https://news.example/1'
    """

    report: Report
    items: tuple[Item, ...] = attrs.field(converter=_items, default=())
    withdrawals: tuple[Withdrawal, ...] = attrs.field(converter=_withdrawals, default=())
    given_key: str = attrs.field(converter=line, default="", alias="key")

    def __attrs_post_init__(self) -> None:
        if not self.items and not self.withdrawals:
            raise InvalidValueError("follow_up", self.key, "must change something")

    @property
    def key(self) -> str:
        """The name under which it is applied once."""
        return self.given_key or self.report.id
