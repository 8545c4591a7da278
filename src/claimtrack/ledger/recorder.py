"""The recorder: builds one follow-up in a ``with`` block and applies it when the block ends."""

from types import TracebackType
from typing import Self

from claimtrack.errors import ClaimNotFoundError
from claimtrack.ledger.applying import apply
from claimtrack.ledger.changes import Changes
from claimtrack.ledger.handle import ClaimHandle
from claimtrack.ledger.naming import choose_id
from claimtrack.ledger.working import Working
from claimtrack.model.follow_up import FollowUp, Item
from claimtrack.model.ids import ClaimId, StoryId, claim_id, parse_claim_id
from claimtrack.model.report import Report
from claimtrack.model.updates import ClaimKind, ClaimOpened
from claimtrack.model.window import Window
from claimtrack.model.words import argument, flag


class FollowUpRecorder:
    """
    One follow-up in the making.

    What its handles add is applied when the ``with`` block ends, all of it in one transaction.
    Where the block raises, nothing is. Outside of the block its handles take nothing: they raise.

    Attributes:
        changes: What applying it did; empty until the block has ended.
    """

    def __init__(self, working: Working, report: Report, key: str, *, amending: bool) -> None:
        self.changes = Changes()
        self._working = working
        self._report = report
        self._key = key
        self._amending = amending
        self._items: list[Item] = []
        self._opened: set[ClaimId] = set()
        self._is_open = False

    def open_claim(
        self,
        text: str,
        *,
        id: str | None = None,
        story: str = "",
        lang: str = "",
        kind: ClaimKind | str = ClaimKind.EVENT,
        expected_by: Window | str | None = None,
        same_text: bool = False,
    ) -> ClaimHandle:
        """
        Put a proposition under watch.

        Args:
            text: The proposition, in the desk's words.

            id: Its name; None has one made from the text.

            story: The developing story it belongs to.

            lang: The language of *text*, a BCP 47 tag.

            kind: What kind of proposition it is.

            expected_by: For plans and predictions, when it is to have happened.

            same_text: Whether the story may hold another claim with the same text.

        Returns:
            A handle to say more about it.

        Raises:
            InvalidValueError: A value breaks a rule of the model.

            RuntimeError: The ``with`` block was not entered, or has ended.
        """
        self._require_open()
        argument("same_text", flag, same_text)
        opened = ClaimOpened(
            text=text,
            lang=lang,
            kind=kind,
            story=StoryId(story),
            expected_by=expected_by,
        )
        name = self._make_id(opened, same_text) if id is None else argument("id", claim_id, id)
        self._opened.add(name)
        self._add(Item(claim_id=name, update=opened, same_text=same_text))
        return self._handle(name)

    def __getitem__(self, claim_id: str) -> ClaimHandle:
        """
        Take a claim that is open, or that this follow-up opens, to say something about.

        Raises:
            ClaimNotFoundError: There is no such claim.

            InvalidValueError: It is no claim's id.

            RuntimeError: The ``with`` block was not entered, or has ended.
        """
        self._require_open()
        known = parse_claim_id(claim_id)
        if known not in self._opened and self._working.store.head(known) is None:
            raise ClaimNotFoundError(claim_id)
        return self._handle(known)

    def __enter__(self) -> Self:
        self._is_open = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._is_open = False
        if kind is None and self._items:
            follow_up = FollowUp(report=self._report, items=self._items, key=self._key)
            (self.changes,) = apply(self._working, (follow_up,), amending=self._amending)

    def _handle(self, claim_id: ClaimId) -> ClaimHandle:
        return ClaimHandle(claim_id, self._report, self._add)

    def _add(self, item: Item) -> None:
        self._require_open()
        self._items.append(item)

    def _require_open(self) -> None:
        if not self._is_open:
            raise RuntimeError("a follow-up is built within its with block, which is not open")

    def _make_id(self, opened: ClaimOpened, same_text: bool) -> ClaimId:
        return choose_id(
            self._working,
            opened,
            taken=self._opened,
            same_text=same_text,
            report=self._report.id,
        )
