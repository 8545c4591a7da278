"""Applying: each follow-up whole or not at all, and each once, whatever comes in between."""

from collections.abc import Iterator

import attrs
import pytest

from claimtrack.errors import (
    AlreadyAppliedError,
    ClaimNotFoundError,
    DuplicateClaimError,
    FollowUpFileError,
    FollowUpRefusedError,
    ReportNotFoundError,
    StoreUnavailableError,
    UnderReviewError,
    UpdateRefusedError,
)
from claimtrack.ledger import Ledger
from claimtrack.ledger.applying import BATCH
from claimtrack.model.follow_up import FollowUp, Item, Withdrawal
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome
from claimtrack.model.updates import ClaimOpened, Noted, Reworded, SlotClosed, Translated
from tests.cases import (
    EMBASSY,
    ENVOY,
    FIRST,
    OPENED,
    SOURCES,
    TALKS,
    TEXT,
    WIRE,
    answered,
    asserts,
    denies,
)
from tests.fakes import FailingStore
from tests.ledgers import NewLedger, everything, facts, kinds, ledger_on, size, told


def _many(count: int) -> Iterator[FollowUp]:
    """Make follow-ups that each open a claim and say three things more of it."""
    for number in range(count):
        opened = ClaimOpened(text=f"Thing {number} happened", story="s")
        yield told(
            Report("Example News", url=f"https://news.example/{number}"),
            opened,
            asserts(SOURCES),
            denies(EMBASSY),
            Noted(text="checked"),
            claim_id=f"thing-{number}",
        )


# Whole or not at all ------------------------------------------------------------------------------


def test_follow_ups_are_applied_in_order(ledger: Ledger) -> None:
    """What a later one says finds what an earlier one opened."""
    changes = ledger.apply([told(FIRST, OPENED), told(WIRE, asserts(SOURCES))])

    assert [
        "belarus-talks: opened, unverified (F6)",
        "belarus-talks: unverified (F6) -> reported (F3)",
    ] == [str(one) for one in changes]


def test_a_refused_one_is_left_out_whole_and_those_before_it_stay(ledger: Ledger) -> None:
    """The first that is refused ends the work; a note says how many were applied."""
    coming = iter(
        [
            told(FIRST, OPENED, asserts(SOURCES)),
            FollowUp(
                report=WIRE,
                items=[
                    Item(claim_id=TALKS, update=denies(EMBASSY)),
                    Item(claim_id="nowhere", update=denies(EMBASSY)),
                ],
            ),
            told(WIRE, Noted(text="not reached"), key="third"),
        ]
    )
    with pytest.raises(ClaimNotFoundError) as caught:
        ledger.apply(coming)

    assert ["1 follow-ups before it were applied"] == caught.value.__notes__
    assert ["ClaimOpened", "EvidenceGiven"] == kinds(ledger)
    assert 1 == len(list(coming))
    assert [] == list(ledger.check())


def test_of_whole_work_nothing_stays_where_one_is_refused(ledger: Ledger) -> None:
    """With *whole* all are one act."""
    with pytest.raises(ClaimNotFoundError):
        ledger.apply(
            [told(FIRST, OPENED), told(WIRE, Noted(text="x"), claim_id="nowhere")], whole=True
        )

    assert 0 == size(ledger)
    assert not ledger.apply([told(FIRST, OPENED)])[0].was_applied


def test_whole_work_is_the_same_work(new_ledger: NewLedger) -> None:
    """With *whole* the same is recorded."""
    one, other = new_ledger(), new_ledger()
    done = one.apply(_many(BATCH // 2), whole=True)

    assert done == other.apply(_many(BATCH // 2))
    assert facts(one) == facts(other)


def test_what_its_maker_raises_in_between_is_raised(ledger: Ledger) -> None:
    """Where the next follow-up cannot be read, those before it are applied."""

    def coming() -> Iterator[FollowUp]:
        yield told(FIRST, OPENED)
        raise FollowUpFileError("2.toml", ["must be text @ $"])

    with pytest.raises(FollowUpFileError) as caught:
        ledger.apply(coming())

    assert ["1 follow-ups before it were applied"] == caught.value.__notes__
    assert 1 == size(ledger)


def test_an_interruption_leaves_no_half_one(ledger: Ledger) -> None:
    """Where the program is interrupted in a batch, nothing of the batch is there."""

    def coming() -> Iterator[FollowUp]:
        yield from _many(BATCH // 4 + 10)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.apply(coming())

    assert BATCH == size(ledger)
    assert [] == list(ledger.check())


def test_a_commit_that_fails_leaves_nothing() -> None:
    """Where the store cannot commit nothing is written, and nothing of it is believed."""
    store = FailingStore()
    ledger = ledger_on(store)
    ledger.apply([told(FIRST, OPENED)])
    store.is_full = True
    with pytest.raises(StoreUnavailableError, match="full"):
        ledger.apply([told(WIRE, asserts(SOURCES))])
    with pytest.raises(StoreUnavailableError, match="full"), ledger.follow_up(WIRE) as f:
        f[TALKS].denied_by(EMBASSY)
    with pytest.raises(StoreUnavailableError, match="full"):
        ledger.note(TALKS, "x")
    claim = ledger.claim(TALKS)
    store.is_full = False
    changes = ledger.apply([told(WIRE, asserts(SOURCES))])

    assert 1 == claim.revision
    assert [False] == [one.was_applied for one in changes]
    assert [] == list(ledger.check())


def test_a_commit_that_fails_late_says_what_was_applied() -> None:
    """The batches before are there, and a note says how many follow-ups they held."""
    store = FailingStore()
    ledger = ledger_on(store)

    def fill(done: int) -> None:
        store.is_full = True

    with pytest.raises(StoreUnavailableError) as caught:
        ledger.apply(_many(BATCH), progress=fill)
    store.is_full = False

    assert [f"{BATCH // 4} follow-ups before it were applied"] == caught.value.__notes__
    assert BATCH == size(ledger)
    assert [] == list(ledger.check())


def test_what_was_read_of_work_that_failed_is_forgotten() -> None:
    """A claim that was seen while whole work went on is gone when that work is undone."""
    store = FailingStore()
    ledger = ledger_on(store)
    seen = []

    def look(done: int) -> None:
        seen.append(ledger.claim("thing-0").revision)
        store.is_full = True

    with pytest.raises(StoreUnavailableError):
        ledger.apply(_many(3), whole=True, progress=look)

    assert [4] == seen
    with pytest.raises(ClaimNotFoundError):
        ledger.claim("thing-0")


# Batches ------------------------------------------------------------------------------------------


def test_batches_make_no_difference(new_ledger: NewLedger) -> None:
    """One by one or all at once, the same is recorded."""
    one, other = new_ledger(), new_ledger()
    together = one.apply(_many(BATCH // 2))
    apart = tuple(changes for each in _many(BATCH // 2) for changes in other.apply([each]))

    assert together == apart
    assert list(one.claims()) == list(other.claims())
    assert facts(one) == facts(other)


def test_what_can_be_seen_ahead_is_applied_like_what_cannot(new_ledger: NewLedger) -> None:
    """A list or one after another, in one transaction or in many: each is applied once."""
    work = [*_many(BATCH // 3), *_many(BATCH // 3)]
    one, other, whole = new_ledger(), new_ledger(), new_ledger()
    seen = one.apply(work)

    assert [False, True] == [seen[0].was_applied, seen[-1].was_applied]
    assert seen == other.apply(iter(work)) == whole.apply(work, whole=True)
    assert facts(one) == facts(other) == facts(whole)


def test_progress_is_told_what_is_durable(ledger: Ledger) -> None:
    """After each batch the count is told, and so much is there."""
    counts: list[tuple[int, int]] = []
    ledger.apply(_many(BATCH // 2 + 1), progress=lambda done: counts.append((done, size(ledger))))

    assert [(BATCH // 4, BATCH), (BATCH // 2, 2 * BATCH), (BATCH // 2 + 1, 2 * BATCH + 4)] == counts


def test_what_is_put_in_other_words_frees_the_text(new_ledger: NewLedger) -> None:
    """Whether a text is taken is asked of the claims as they are, also within a batch."""
    work = [
        told(FIRST, OPENED),
        told(WIRE, Reworded(text="Put otherwise")),
        told(FIRST, OPENED, claim_id="second", key="second"),
    ]
    one, other = new_ledger(), new_ledger()
    one.apply(work)
    for each in work:
        other.apply([each])

    assert [TALKS, "second"] == [row.id for row in one.claims()]
    assert [TALKS, "second"] == [row.id for row in other.claims()]


def test_the_text_of_an_earlier_act_of_a_batch_is_taken(ledger: Ledger) -> None:
    """Also where the first claim with a text is not in the store yet."""
    with pytest.raises(DuplicateClaimError) as caught:
        ledger.apply([told(FIRST, OPENED), told(WIRE, OPENED, claim_id="second")])

    assert TALKS == caught.value.claim_id


# Once ---------------------------------------------------------------------------------------------


def test_applied_twice_changes_nothing_and_says_so(ledger: Ledger) -> None:
    """The same key with the same content writes once."""
    work = [told(FIRST, OPENED, asserts(SOURCES)), told(WIRE, denies(EMBASSY))]
    ledger.apply(work)
    before = everything(ledger)
    again = ledger.apply(work)

    assert [True, True] == [one.was_applied for one in again]
    assert [0, 0] == [one.entry_count for one in again]
    assert before == everything(ledger)


def test_applied_twice_in_one_batch_is_applied_once(ledger: Ledger) -> None:
    """What waits to be written was applied too."""
    changes = ledger.apply([told(FIRST, OPENED), told(FIRST, OPENED)])

    assert [False, True] == [one.was_applied for one in changes]
    assert 1 == size(ledger)


@pytest.mark.parametrize(
    "changed",
    [
        told(FIRST, OPENED, asserts(ENVOY)),
        told(FIRST, OPENED),
        told(FIRST, OPENED, asserts(SOURCES), Noted(text="x")),
        told(FIRST, OPENED, asserts(SOURCES), claim_id="other"),
        told(FIRST, OPENED, asserts(SOURCES), because="for a reason"),
        told(attrs.evolve(FIRST, title="A headline"), OPENED, asserts(SOURCES)),
        FollowUp(
            report=FIRST,
            items=told(FIRST, OPENED, asserts(SOURCES)).items,
            withdrawals=[Withdrawal(report=FIRST.id)],
        ),
    ],
    ids=["source", "less", "more", "claim", "reason", "report", "withdrawal"],
)
def test_changed_content_is_refused(ledger: Ledger, changed: FollowUp) -> None:
    """The same key with other content is refused, and the differences are told."""
    ledger.apply([told(FIRST, OPENED, asserts(SOURCES))])
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([changed])

    assert FIRST.id == caught.value.key
    assert caught.value.differences
    assert 2 == size(ledger)


def test_what_the_ledger_adds_is_no_difference(ledger: Ledger) -> None:
    """A rating, and an answer found late, are not what the follow-up said."""
    ledger.apply([told(FIRST, OPENED, asserts(ENVOY), answered(EMBASSY, Outcome.NO_REPLY))])
    ledger.rate_source("person:john-coale", "B")
    work = [told(WIRE, asserts(ENVOY), answered(EMBASSY, Outcome.DECLINED))]
    ledger.apply(work)
    with pytest.raises(AlreadyAppliedError) as caught:
        ledger.apply([told(WIRE, asserts(ENVOY))])

    assert [True] == [one.was_applied for one in ledger.apply(work)]
    assert ["- belarus-talks comment_answered"] == [
        " ".join(line.split(" ")[:3]) for line in caught.value.differences
    ]


def test_a_follow_up_that_brings_nothing_new_stops_nobody(ledger: Ledger) -> None:
    """One that only names claims that are there writes nothing, alone and in a batch."""
    ledger.apply([told(FIRST, OPENED)])
    item = Item(claim_id=TALKS, update=OPENED, if_new=True)
    bare = FollowUp(report=WIRE, items=[item])
    alone = ledger.apply([bare])
    among = ledger.apply([bare, told(FIRST, Noted(text="x"), key="note"), bare])

    assert ["nothing changed"] == [str(one) for one in alone]
    assert [0, 1, 0] == [one.entry_count for one in among]
    assert [] == list(ledger.check())


# Review -------------------------------------------------------------------------------------------


def _under_review() -> FollowUp:
    """Make a follow-up of which a person must look at two things."""
    return FollowUp(
        report=FIRST,
        items=[
            Item(claim_id=TALKS, update=OPENED),
            Item(claim_id=TALKS, update=asserts(SOURCES), review="two readings"),
        ],
        withdrawals=[Withdrawal(report=FIRST.id, review="is it this one?")],
    )


def test_what_is_under_review_is_refused(ledger: Ledger) -> None:
    """Every note is told, and nothing is written."""
    ledger.apply([told(WIRE, OPENED, asserts(SOURCES))])
    withdrawn = Withdrawal(report=WIRE.id, review="is it this one?")
    items = attrs.evolve(_under_review().items[1], claim_id=TALKS)
    with pytest.raises(UnderReviewError) as caught:
        ledger.apply([FollowUp(report=FIRST, items=[items], withdrawals=[withdrawn])])

    assert ("items[0]: two readings", "withdrawals[0]: is it this one?") == caught.value.items
    assert 2 == size(ledger)


def test_all_that_stands_against_a_follow_up_is_told(ledger: Ledger) -> None:
    """Every objection comes with its place, whatever its kind, and nothing is written."""
    ended = SlotClosed(slot="who")
    items = [
        *_under_review().items,
        Item(claim_id=TALKS, update=ended),
        Item(claim_id="nobody-s", update=ended, because="x"),
    ]
    lost = Withdrawal(report=WIRE.id)
    with pytest.raises(FollowUpRefusedError) as caught:
        ledger.apply([FollowUp(report=FIRST, items=items, withdrawals=[lost], key="k")])

    assert "k" == caught.value.key
    assert [
        (UnderReviewError, ""),
        (UpdateRefusedError, "items[2]"),
        (ClaimNotFoundError, "items[3]"),
        (ReportNotFoundError, "withdrawals[0]"),
    ] == [(type(one), one.place) for one in caught.value.errors]
    assert "items[2]: belarus-talks: closing a slot needs a reason; items[3]: " in str(caught.value)
    assert 0 == size(ledger)


def test_one_objection_is_its_own_error(ledger: Ledger) -> None:
    """A program that looks for it finds it, with its place."""
    items = [Item(claim_id=name, update=Noted(text="x")) for name in (TALKS, "nobody-s")]
    ledger.apply([told(WIRE, OPENED)])
    with pytest.raises(ClaimNotFoundError) as caught:
        ledger.apply([FollowUp(report=FIRST, items=items)])

    assert ("nobody-s", "items[1]") == (caught.value.key, caught.value.place)


def test_what_is_under_review_can_be_accepted(ledger: Ledger) -> None:
    """A person who looked may apply it all the same."""
    follow_up = attrs.evolve(_under_review(), withdrawals=[])
    ledger.apply([follow_up], accept=True)

    assert ["ClaimOpened", "EvidenceGiven"] == kinds(ledger)


# Claims that may be there -------------------------------------------------------------------------


def _if_new(opened: ClaimOpened, *, claim_id: str = TALKS) -> FollowUp:
    """Make a follow-up that opens a claim if it is new, and notes something."""
    return FollowUp(
        report=WIRE,
        items=[
            Item(claim_id=claim_id, update=opened, if_new=True),
            Item(claim_id=claim_id, update=Noted(text="seen")),
        ],
    )


def test_a_claim_may_be_there_already(ledger: Ledger) -> None:
    """A follow-up that names a claim finds it, or opens it."""
    ledger.apply([_if_new(OPENED)])
    ledger.apply([attrs.evolve(_if_new(OPENED), key="again")])

    assert ["ClaimOpened", "Noted", "Noted"] == kinds(ledger)


def test_a_claim_may_be_there_in_words_it_once_had(ledger: Ledger) -> None:
    """A claim that was put in other words, or languages, is still the same."""
    ledger.apply([told(FIRST, OPENED, Reworded(text="Put otherwise"))])
    ledger.update(TALKS, Translated(text="Negociază", lang="ro"))
    for number, opened in enumerate(
        (
            OPENED,
            attrs.evolve(OPENED, text="Put otherwise"),
            attrs.evolve(OPENED, text="Negociază", lang="ro"),
        )
    ):
        ledger.apply([attrs.evolve(_if_new(opened), key=f"{number}")])

    assert ["Noted"] * 3 == kinds(ledger)[3:]


@pytest.mark.parametrize(
    "opened",
    [
        attrs.evolve(OPENED, text="Something else"),
        attrs.evolve(OPENED, lang="ro"),
        attrs.evolve(OPENED, kind="plan"),
        attrs.evolve(OPENED, story="another"),
        attrs.evolve(OPENED, expected_by="2025-12-24"),
    ],
)
def test_another_claim_may_not_be_there(ledger: Ledger, opened: ClaimOpened) -> None:
    """An id belongs to one claim; what reads otherwise is refused."""
    ledger.apply([told(FIRST, OPENED)])
    with pytest.raises(DuplicateClaimError) as caught:
        ledger.apply([_if_new(opened)])

    assert TALKS == caught.value.claim_id
    assert ["ClaimOpened"] == kinds(ledger)


def test_a_taken_id_is_refused(ledger: Ledger) -> None:
    """A claim is not opened twice, unless it may be there."""
    ledger.apply([told(FIRST, OPENED)])
    with pytest.raises(DuplicateClaimError, match="open already") as caught:
        ledger.apply([told(WIRE, attrs.evolve(OPENED, text="Something else"))])

    assert TALKS == caught.value.claim_id


def test_a_text_is_taken_within_its_story_alone(ledger: Ledger) -> None:
    """Another story may hold the same text, and the same story where that is meant."""
    ledger.apply([told(FIRST, OPENED)])
    elsewhere = attrs.evolve(OPENED, story="another")
    ledger.apply([told(WIRE, elsewhere, claim_id="elsewhere")])
    with pytest.raises(DuplicateClaimError) as caught:
        ledger.apply([told(WIRE, OPENED, claim_id="second", key="2")])
    meant = Item(claim_id="second", update=OPENED, same_text=True)
    ledger.apply([FollowUp(report=WIRE, items=[meant], key="3")])

    assert TALKS == caught.value.claim_id
    assert [TALKS, "elsewhere", "second"] == [row.id for row in ledger.claims()]
    assert TEXT == ledger.claim("second").text
