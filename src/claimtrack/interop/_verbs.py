"""What an update of a follow-up file can say, one key for each, and what it stands for."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.interop._amounts import FIGURE, When
from claimtrack.interop._evidence import EVIDENCE, OwnVoice
from claimtrack.interop._responses import REQUEST, RESPONSE
from claimtrack.interop._shapes import (
    Flag,
    Key,
    Many,
    Record,
    Shape,
    Text,
    Whole,
    fields_of,
    keys_of,
    record_of,
)
from claimtrack.interop._sources import KnownSource, SourceName
from claimtrack.interop._walk import WRONG, Walk
from claimtrack.model.links import Link
from claimtrack.model.report import Report
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import Source
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    CommentSought,
    ConfidenceSet,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    IndependenceShown,
    Linked,
    Noted,
    Reworded,
    Ruled,
    RulingLifted,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
    SourceRated,
    Translated,
    Unlinked,
    Update,
    WorkMoved,
)
from claimtrack.model.work import Work


@attrs.frozen(kw_only=True)
class Says:
    """
    One thing that an item can say.

    Attributes:
        shape: How it is written.

        update: The class of the update that it stands for.

        field: The field of that class that holds what is written; empty where it is all of it.
    """

    shape: Shape
    update: Callable[..., Update]
    field: str = ""

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read the updates, nearly always one."""
        found = self.shape.read(value, path, walk)
        if found is WRONG:
            return WRONG
        if not self.field:
            return found if isinstance(found, tuple) else (found,)
        update = walk.obey(lambda part: self.update(**{self.field: part}), found, path)
        return WRONG if update is WRONG else (update,)

    def write(self, value: Any) -> Any:
        """Write what makes the update."""
        return self.shape.write(getattr(value, self.field) if self.field else value)


# Slots -------------------------------------------------------------------------------------------

_VALUE_KEYS: Final = keys_of(SlotValue, figure=FIGURE, window=When())


def _answer(*, slot: str, source: Source | None = None, **value: Any) -> SlotAnswered:
    return SlotAnswered(slot=slot, value=SlotValue(**value), source=source)


_ANSWERED_KEYS: Final = keys_of(SlotAnswered, value=Text(), source=SourceName())
_ANSWER: Final = Record(
    name="answer",
    keys={
        "slot": _ANSWERED_KEYS["slot"],
        **_VALUE_KEYS,
        "source": _ANSWERED_KEYS["source"],
    },
    make=_answer,
    unmake=lambda update: {**fields_of(update), **fields_of(update.value)},
    about=SlotValue,
)


def _close(*, slot: str, none: bool = False, **value: Any) -> SlotClosed:
    if none and value:
        raise InvalidValueError("slot_closed.none", True, "must stand without a value")
    return SlotClosed(slot=slot, value=None if none else SlotValue(**value))


_CLOSE: Final = Record(
    name="close",
    keys={
        "slot": _ANSWER.keys["slot"],
        **_VALUE_KEYS,
        "none": Key(shape=Flag(), default=False),
    },
    make=_close,
    unmake=lambda update: {
        "slot": update.slot,
        **({"none": True} if update.value is None else fields_of(update.value)),
    },
    about=SlotValue,
)


# Facts about sources, and the desk's own acts ----------------------------------------------------


def _independent(*, sources: Sequence[Any]) -> IndependenceShown:
    if len(sources) != 2:
        raise InvalidValueError("independence.sources", sources, "must name two sources")
    return IndependenceShown(first=sources[0], second=sources[1])


_INDEPENDENCE: Final = Record(
    name="independence",
    keys={"sources": Key(shape=Many(KnownSource()))},
    make=_independent,
    unmake=lambda update: {"sources": (update.first, update.second)},
)


_LINK: Final = record_of(Link, name="link")


@attrs.frozen
class Grade:
    """A credibility of 1 to 6, or the word that leaves it to the policy."""

    word: str = "policy"
    number: Whole = Whole(least=1, most=6)

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read either; None for the word."""
        if value == self.word:
            return None
        if not isinstance(value, int):
            return walk.refuse(path, f"must be 1 to 6, or {self.word}", value)
        return self.number.read(value, path, walk)

    def write(self, value: int | None) -> int | str:
        """Write either."""
        return self.word if value is None else self.number.write(value)


@attrs.frozen
class Yes:
    """The word true, where there is nothing more to say."""

    says: Update = RulingLifted()

    def read(self, value: object, path: str, walk: Walk) -> Any:
        """Read it."""
        return self.says if value is True else walk.refuse(path, "must be true", value)

    def write(self, value: Update) -> bool:
        """Write it."""
        return value == self.says


# All of them -------------------------------------------------------------------------------------

VERBS: Final[Mapping[str, Says]] = MappingProxyType(
    {
        "open": Says(
            shape=record_of(ClaimOpened, name="opening", expected_by=When()), update=ClaimOpened
        ),
        "reword": Says(shape=Text(), update=Reworded, field="text"),
        "translate": Says(shape=record_of(Translated, name="translation"), update=Translated),
        "evidence": Says(shape=EVIDENCE, update=EvidenceGiven, field="evidence"),
        "own_voice": Says(shape=OwnVoice(), update=EvidenceGiven, field="evidence"),
        "take_back": Says(
            shape=record_of(EvidenceTakenBack, name="taking_back", given=Whole(least=1)),
            update=EvidenceTakenBack,
        ),
        "undo": Says(
            shape=record_of(EntryTakenBack, name="undoing", given=Whole(least=1)),
            update=EntryTakenBack,
        ),
        "unclear": Says(shape=Many(Text()), update=SlotDeclaredUnclear, field="slots"),
        "answer": Says(shape=_ANSWER, update=SlotAnswered),
        "close": Says(shape=_CLOSE, update=SlotClosed),
        "sought": Says(shape=REQUEST, update=CommentSought, field="response"),
        "response": Says(shape=RESPONSE, update=CommentAnswered),
        "link": Says(shape=_LINK, update=Linked, field="link"),
        "unlink": Says(shape=_LINK, update=Unlinked, field="link"),
        "rule": Says(shape=record_of(Ruled, name="ruling"), update=Ruled),
        "lift_ruling": Says(shape=Yes(), update=RulingLifted),
        "credibility": Says(shape=Grade(), update=ConfidenceSet, field="credibility"),
        "independence": Says(shape=_INDEPENDENCE, update=IndependenceShown),
        "rate": Says(
            shape=record_of(SourceRated, name="rating", source=KnownSource()), update=SourceRated
        ),
        "name_source": Says(
            shape=record_of(SourceNamed, name="naming", source=KnownSource()), update=SourceNamed
        ),
        "work": Says(shape=record_of(Work, name="work"), update=WorkMoved, field="work"),
        "note": Says(shape=Text(), update=Noted, field="text"),
    }
)
"""What an item can say, by the key that says it."""

_KEYS: Final[Mapping[Any, str]] = {
    says.update: key for key, says in VERBS.items() if key != "own_voice"
}


def verb_for(update: Update, report: Report) -> str:
    """
    Give the key that says an update.

    Raises:
        InvalidValueError: None does: it is for the ledger to write.
    """
    key = _KEYS.get(type(update))
    if key is None:
        reason = "is for the ledger to write, not for a follow-up file"
        raise InvalidValueError("item.update", type(update).__name__, reason)
    if isinstance(update, EvidenceGiven):
        evidence = update.evidence
        return "own_voice" if evidence.own_voice and evidence.source == report.voice else key
    return key
