"""Claims, updates and withdrawals of a follow-up file, as items of a follow-up and back."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.interop._amounts import READ, When
from claimtrack.interop._responses import is_its_evidence
from claimtrack.interop._shapes import (
    ByLanguage,
    Key,
    Many,
    Record,
    Text,
    fields_of,
    keys_of,
    record_of,
)
from claimtrack.interop._sources import KnownSource
from claimtrack.interop._verbs import VERBS, verb_for
from claimtrack.interop._walk import WRONG, Walk, inside
from claimtrack.model.follow_up import Item, Withdrawal, claim_ids
from claimtrack.model.ids import ClaimId
from claimtrack.model.report import Report
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    Translated,
    Update,
)

_ITEM_KEYS: Final = keys_of(Item, update=Text(), read=READ)
_CIRCUMSTANCES: Final = ("because", "read", "review", "if_new", "same_text")


@attrs.frozen
class UpdateTable:
    """
    One update: the claim it is about, what it says, and the circumstances.

    Attributes:
        table: The table.
    """

    table: Record = Record(
        name="update",
        keys={
            "claim": Key(shape=Text(), rule=_ITEM_KEYS["claim_id"].rule, default=None),
            "claims": Key(shape=Many(Text()), rule=claim_ids, default=None),
            **{verb: Key(shape=says, default=None) for verb, says in VERBS.items()},
            **{name: _ITEM_KEYS[name] for name in _CIRCUMSTANCES},
        },
        make=dict,
        unmake=dict,
        about=Item,
    )

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read the items that it stands for: one for each claim and each update."""
        before = len(walk.problems)
        if isinstance(value, Mapping):
            _check_keys(value, path, walk)
        given = self.table.given(value, path, walk)
        if given is WRONG or len(walk.problems) > before:
            return WRONG
        (verb,) = VERBS.keys() & given.keys()
        claims = given["claims"] if "claims" in given else (given["claim"],)
        if not claims or len(set(claims)) < len(claims):
            reason = "must name each claim once, and at least one"
            return walk.refuse(inside(path, "claims"), reason, claims)
        said = {name: given[name] for name in _CIRCUMSTANCES if name in given}
        items = []
        for claim_id in claims:
            items += _items_of(claim_id, given[verb], said)
            for update in given[verb]:
                _look_at(claim_id, update, inside(path, verb), walk)
        return items

    def write(self, value: tuple[Report, Sequence[Item]]) -> dict[str, Any]:
        """Write an item, two of which the second lies in the first, or one said of several."""
        report, items = value
        first = items[0]
        verb = verb_for(first.update, report)
        claims = tuple(dict.fromkeys(item.claim_id for item in items))
        if len(claims) > 1:
            return self.table.write({**fields_of(first), "claims": claims, verb: _said(first, ())})
        return self.table.write(
            {**fields_of(first), "claim": first.claim_id, verb: _said(first, items[1:])}
        )


def _said(first: Item, others: Sequence[Item]) -> Any:
    """Give what an update's verb says: for a response, its evidence too, where it has any."""
    if not isinstance(first.update, CommentAnswered):
        return first.update
    return tuple(item.update for item in (first, *others))


def _check_keys(value: Mapping[Any, Any], path: str, walk: Walk) -> None:
    verbs = [verb for verb in VERBS if verb in value]
    if not verbs:
        walk.refuse(path, "must say what happened, by a key such as evidence, unclear or note")
    if len(verbs) > 1:
        walk.refuse(path, f"must say one thing, not {' and '.join(verbs)}")
    if ("claim" in value) is ("claims" in value):
        walk.refuse(path, "must name a claim, or several under claims")


def _items_of(claim_id: ClaimId, updates: Sequence[Update], said: dict[str, Any]) -> list[Item]:
    """Make the items; what follows from the first is read and decided with it."""
    first, *others = updates
    shared = {name: said[name] for name in ("because", "read") if name in said}
    return [
        Item(claim_id=claim_id, update=first, **said),
        *(Item(claim_id=claim_id, update=update, **shared) for update in others),
    ]


def _look_at(claim_id: ClaimId, update: Update, path: str, walk: Walk) -> None:
    if isinstance(update, ClaimOpened):
        walk.opens(claim_id, path)
    if isinstance(update, EvidenceGiven) and update.evidence.relayed_by:
        evidence = update.evidence
        walk.tells(claim_id, (evidence.source.label, *evidence.relayed_by), path)


# Claims ------------------------------------------------------------------------------------------


def _claim(
    *,
    id: ClaimId,
    translations: Mapping[str, str] = MappingProxyType({}),
    **fields: Any,
) -> list[Item]:
    said = {name: fields.pop(name) for name in _CIRCUMSTANCES if name in fields}
    opened = ClaimOpened(**fields)
    if opened.lang in translations:
        reason = "must be in other languages than the claim itself"
        raise InvalidValueError("claim.translations", opened.lang, reason)
    return [
        Item(claim_id=id, update=opened, if_new=True, **said),
        *(
            Item(claim_id=id, update=Translated(text=text, lang=lang), if_new=True)
            for lang, text in translations.items()
        ),
    ]


def _unclaimed(items: Sequence[Item]) -> dict[str, Any]:
    first, *others = items
    said = [item.update for item in others if isinstance(item.update, Translated)]
    return {
        "id": first.claim_id,
        **fields_of(first.update),
        "translations": {one.lang: one.text for one in said},
        **{name: getattr(first, name) for name in _CIRCUMSTANCES},
    }


@attrs.frozen
class ClaimTable:
    """
    One claim: opened where it is new, and else checked to be the same.

    Attributes:
        table: The table.
    """

    table: Record = Record(
        name="claim",
        keys={
            "id": Key(shape=Text(), rule=_ITEM_KEYS["claim_id"].rule),
            **keys_of(ClaimOpened, expected_by=When()),
            "translations": Key(shape=ByLanguage.of(Translated), default={}),
            **{name: _ITEM_KEYS[name] for name in _CIRCUMSTANCES if name != "if_new"},
        },
        make=_claim,
        unmake=_unclaimed,
        about=ClaimOpened,
    )

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read the items that open the claim and translate it."""
        items = self.table.read(value, path, walk)
        if items is not WRONG:
            walk.opens(items[0].claim_id, path)
        return items

    def write(self, value: Sequence[Item]) -> dict[str, Any]:
        """Write the items that open a claim and translate it."""
        return self.table.write(value)


def _opens(item: Item) -> bool:
    return isinstance(item.update, ClaimOpened) and item.if_new


def _translates(item: Item, opening: Sequence[Item]) -> bool:
    """Whether an item is one more translation of a claim that these items open."""
    update = item.update
    if not isinstance(update, Translated) or not update.lang:
        return False
    spoken = [one.update for one in opening if isinstance(one.update, (ClaimOpened, Translated))]
    plain = Item(claim_id=opening[0].claim_id, update=update, if_new=True)
    return item == plain and update.lang not in {one.lang for one in spoken}


def _goes_with(table: Sequence[Item], item: Item) -> bool:
    """Whether an item belongs into the table of those before it."""
    first = table[0]
    if len(table) == 1 and is_its_evidence(first, item):
        return True
    if isinstance(item.update, _ONE_CLAIM_EACH) or table[-1].update != first.update:
        return False
    is_another = all(item.claim_id != one.claim_id for one in table)
    return is_another and attrs.evolve(item, claim_id=first.claim_id) == first


_ONE_CLAIM_EACH: Final = (ClaimOpened, Translated)
"""What nobody says of several claims at once."""


def sorted_out(items: Sequence[Item]) -> tuple[list[list[Item]], list[list[Item]]]:
    """
    Sort a follow-up's items into tables.

    Args:
        items: The items in order.

    Returns:
        The items of each table of a claim, then the items of each table of an update. In this order
        they are the items again.
    """
    claims: list[list[Item]] = []
    updates: list[list[Item]] = []
    for item in items:
        if not updates and claims and _translates(item, claims[-1]):
            claims[-1].append(item)
        elif not updates and _opens(item):
            claims.append([item])
        elif updates and _goes_with(updates[-1], item):
            updates[-1].append(item)
        else:
            updates.append([item])
    return claims, updates


WITHDRAWAL: Final = record_of(Withdrawal, name="withdrawal", source=KnownSource())
