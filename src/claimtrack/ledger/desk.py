"""Desk work: what the desk itself records about claims, without a report."""

from collections.abc import Callable
from datetime import datetime

from claimtrack.errors import SourceNotFoundError
from claimtrack.ledger.act import Act
from claimtrack.ledger.changes import Changes
from claimtrack.ledger.naming import choose_id
from claimtrack.ledger.prepare import prepared_opening, prepared_update
from claimtrack.ledger.transaction import transacting
from claimtrack.ledger.withdrawing import withdraw
from claimtrack.ledger.working import Working
from claimtrack.model.claim import Claim
from claimtrack.model.confidence import Credibility
from claimtrack.model.follow_up import Withdrawal
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId, claim_id, parse_claim_id
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    ConfidenceSet,
    IndependenceShown,
    Linked,
    Noted,
    Rejudged,
    Ruled,
    RulingLifted,
    SourceNamed,
    SourceRated,
    TakenBackBy,
    Update,
    WorkMoved,
)
from claimtrack.model.window import Window
from claimtrack.model.words import any_text, argument, changed, filled_line, flag, refuse, whole
from claimtrack.model.work import Work, WorkState
from claimtrack.ports import Query

_NOTHING = "said nothing that is still on record"


class Desk:
    """The ledger's verbs for desk work. Each is one act: all of it is written, or nothing."""

    _working: Working

    def open_claim(
        self,
        text: str,
        *,
        id: str | None = None,
        story: str = "",
        lang: str = "",
        kind: ClaimKind | str = ClaimKind.EVENT,
        expected_by: Window | str | None = None,
        because: str = "",
        same_text: bool = False,
    ) -> Claim:
        """
        Put a proposition under watch without a report.

        Args:
            text: The proposition, in the desk's words.

            id: Its name; None has one made from the text.

            story: The developing story it belongs to.

            lang: The language of *text*, a BCP 47 tag.

            kind: What kind of proposition it is.

            expected_by: For plans and predictions, when it is to have happened.

            because: Why, one sentence shown to readers.

            same_text: Whether the story may hold another claim with the same text.

        Raises:
            DuplicateClaimError: The id is taken, or the story has a claim with the same text.

            InvalidValueError: A value breaks a rule of the model.
        """
        opened = ClaimOpened(
            text=text, lang=lang, kind=kind, story=StoryId(story), expected_by=expected_by
        )
        argument("same_text", flag, same_text)
        argument("because", any_text, because)
        working = self._working
        name = (
            choose_id(working, opened, same_text=same_text) if id is None else _claim_id("id", id)
        )
        ready = prepared_opening(opened, working.zone)
        self._act(lambda act: act.open(name, ready, because, same_text=same_text))
        return working.current(name)

    def update(
        self,
        claim_id: str,
        *updates: Update,
        because: str = "",
        expected_revision: int | None = None,
    ) -> Changes:
        """
        Record updates on one claim, in order.

        Args:
            claim_id: The claim.

            updates: What happened.

            because: Why, one sentence shown to readers.

            expected_revision: The claim's revision as the caller knows it; None for whatever it is.

        Raises:
            ClaimNotFoundError: There is no such claim.

            ConflictError: It is not at *expected_revision*.

            UpdateRefusedError: Something stands against an update; every objection is given.

            InvalidValueError: A value breaks a rule of the model.
        """
        known = parse_claim_id(claim_id)
        argument("because", any_text, because)
        for at, update in enumerate(updates):
            argument(f"updates[{at}]", _update, update)
        if expected_revision is not None:
            argument("expected_revision", whole, expected_revision)

        def record(act: Act) -> None:
            if expected_revision is not None:
                act.expect(known, expected_revision)
            act.existing(known)
            for update in updates:
                act.record(known, prepared_update(update, None, self._working.zone), because)

        return self._act(record)

    def rule(
        self,
        claim_id: str,
        status: Status | str,
        *,
        because: str,
        credibility: Credibility | int | None = None,
        expected_revision: int | None = None,
    ) -> Changes:
        """
        Decide the status of a claim, over the policy's head.

        Args:
            claim_id: The claim.

            status: What the desk decided.

            because: Why, one sentence shown to readers.

            credibility: 1 to 6; None leaves it to the policy.

            expected_revision: As for `update`.

        Raises:
            UpdateRefusedError: There is no reason, or a claim that is neither plan nor prediction
                is to lapse.

            ClaimNotFoundError: There is no such claim.

            ConflictError: It is not at *expected_revision*.

            InvalidValueError: A value breaks a rule of the model.
        """
        ruled = Ruled(status=status, credibility=credibility)
        return self.update(claim_id, ruled, because=because, expected_revision=expected_revision)

    def lift_ruling(self, claim_id: str, *, because: str) -> Changes:
        """
        Take the ruling in force away, and let the policy judge again.

        Raises:
            UpdateRefusedError: There is none, or no reason.

            ClaimNotFoundError: There is no such claim.

            InvalidValueError: A value breaks a rule of the model.
        """
        return self.update(claim_id, RulingLifted(), because=because)

    def set_confidence(
        self, claim_id: str, credibility: Credibility | int | None, *, because: str
    ) -> Changes:
        """
        Set the credibility in place of the policy's, 1 to 6; None leaves it to the policy.

        Raises:
            UpdateRefusedError: There is no reason.

            ClaimNotFoundError: There is no such claim.

            InvalidValueError: A value breaks a rule of the model.
        """
        return self.update(claim_id, ConfidenceSet(credibility=credibility), because=because)

    def show_independence(self, claim_id: str, first: str, second: str, *, because: str) -> Changes:
        """
        Record that two sources of a claim know of it independently, and how that was shown.

        Raises:
            UpdateRefusedError: There is no reason, or one of them gave no evidence of the claim.

            ClaimNotFoundError: There is no such claim.

            InvalidValueError: A value breaks a rule of the model.
        """
        shown = IndependenceShown(first=SourceId(first), second=SourceId(second))
        return self.update(claim_id, shown, because=because)

    def note(self, claim_id: str, text: str) -> Changes:
        """
        Note something; it moves nothing.

        Raises:
            ClaimNotFoundError: There is no such claim.

            InvalidValueError: A value breaks a rule of the model.
        """
        return self.update(claim_id, Noted(text=text))

    def move_work(
        self,
        claim_id: str,
        state: WorkState | str,
        *,
        assignee: str | None = None,
        recheck_by: datetime | None = None,
        because: str = "",
    ) -> Changes:
        """
        Record where the desk's work on a claim stands.

        Args:
            claim_id: The claim.

            state: How far it is.

            assignee: Who has it; None leaves it with whoever has it.

            recheck_by: When it must be looked at again, aware; None for never.

            because: Why, one sentence shown to readers.

        Raises:
            ClaimNotFoundError: There is no such claim.

            InvalidValueError: A value breaks a rule of the model.
        """
        known = parse_claim_id(claim_id)
        argument("because", any_text, because)
        work = Work(
            state=state, assignee="" if assignee is None else assignee, recheck_by=recheck_by
        )

        def move(act: Act) -> None:
            whose = act.existing(known).work.assignee if assignee is None else assignee
            act.record(known, WorkMoved(work=changed(work, assignee=whose)), because)

        return self._act(move)

    def link(
        self, claim_id: str, kind: LinkKind | str, other: str, *, because: str = ""
    ) -> Changes:
        """
        Link a claim to another, on both of them.

        Raises:
            UpdateRefusedError: It is the same claim, or they are linked so already.

            ClaimNotFoundError: There is no such claim, or no such other.

            InvalidValueError: A value breaks a rule of the model.
        """
        link = Link(kind=kind, other=_claim_id("other", other))
        return self.update(claim_id, Linked(link=link), because=because)

    def rejudge(self, claim_id: str, *, because: str = "") -> Changes:
        """
        Judge a claim under the ledger's policy of today, by a new entry; the past stays.

        Raises:
            ClaimNotFoundError: There is no such claim.

            InvalidValueError: A value breaks a rule of the model.
        """
        return self.update(claim_id, Rejudged(), because=because)

    def _act(self, work: Callable[[Act], None]) -> Changes:
        """Do some work as one act, in a transaction of its own."""
        with transacting(self._working) as transaction:
            act = Act(transaction, None, self._working.author)
            work(act)
            return transaction.take(act)


class Spreading(Desk):
    """Facts about a source or a report: one entry on each claim that rests on it, in one act."""

    def rate_source(
        self, source_id: str, reliability: Reliability | str, *, because: str = ""
    ) -> Changes:
        """
        Rate a source, A to F, on every claim that rests on it and for all that it says from now on.

        Raises:
            SourceNotFoundError: No claim rests on it.

            InvalidValueError: A value breaks a rule of the model.
        """
        rated = SourceRated(source=_source(source_id), reliability=reliability)
        return self._on_all_resting_on(rated, because)

    def name_source(
        self, source_id: str, name: str, *, role: str = "", because: str = ""
    ) -> Changes:
        """
        Record the name of a source that was known by description alone.

        Raises:
            SourceNotFoundError: No claim rests on it.

            InvalidValueError: A value breaks a rule of the model.
        """
        named = SourceNamed(source=_source(source_id), name=name, role=role)
        return self._on_all_resting_on(named, because)

    def withdraw_source(self, source_id: str, *, because: str) -> Changes:
        """
        Record that a source walks back all that it said.

        Raises:
            SourceNotFoundError: Nothing that it said still stands.

            InvalidValueError: A value breaks a rule of the model.
        """
        by = TakenBackBy.SOURCE
        return self._withdraw(Withdrawal(source=_source(source_id), by=by, because=because))

    def withdraw_report(
        self, report_id: str, *, because: str, by: TakenBackBy | str = TakenBackBy.OUTLET
    ) -> Changes:
        """
        Record that an outlet, or the desk, takes back a report: evidence, answers and responses.

        Raises:
            ReportNotFoundError: Nothing that it carried still stands.

            InvalidValueError: A value breaks a rule of the model.
        """
        report = ReportId(argument("report_id", filled_line, report_id))
        return self._withdraw(Withdrawal(report=report, by=by, because=because))

    def _withdraw(self, withdrawal: Withdrawal) -> Changes:
        return self._act(lambda act: withdraw(act, withdrawal))

    def _on_all_resting_on(self, update: SourceRated | SourceNamed, because: str) -> Changes:
        argument("because", any_text, because)

        def spread(act: Act) -> None:
            known = act.find(Query(source=update.source))
            # An answer that was taken back leaves nothing on its claim to rate or to name.
            resting = [one for one in known if act.existing(one).source(update.source) is not None]
            if not resting:
                raise SourceNotFoundError(update.source, _NOTHING if known else "")
            for one in resting:
                act.record(one, update, because)

        return self._act(spread)


def _source(source_id: str) -> SourceId:
    """Take the id of a source that must be there."""
    return SourceId(argument("source_id", filled_line, source_id))


def _claim_id(field: str, value: str) -> ClaimId:
    """Take a claim's id from an argument of another name."""
    return argument(field, claim_id, value)


def _update(value: Update) -> Update:
    """Take what happened."""
    if not isinstance(value, Update):
        raise refuse(value, "must be an update, such as Noted")
    return value
