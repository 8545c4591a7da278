"""step and fold: what each update does to a claim, and which histories are broken."""

from dataclasses import dataclass
from datetime import timedelta
from typing import get_args

import attrs
import pytest

from claimtrack.errors import BrokenHistoryError
from claimtrack.fold import UNJUDGED, fold, step
from claimtrack.model.claim import Account, Claim, GivenEvidence, Independence, TakenBack
from claimtrack.model.confidence import Confidence, Credibility
from claimtrack.model.entry import Entry, Fact
from claimtrack.model.figure import Figure
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotState, SlotValue
from claimtrack.model.source import Reliability, anonymous
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimKind,
    ClaimOpened,
    CommentAnswered,
    CommentSought,
    ConfidenceSet,
    EntryTakenBack,
    EvidenceGiven,
    EvidenceTakenBack,
    Flagged,
    IndependenceShown,
    Linked,
    Noted,
    Rejudged,
    Reworded,
    Ruled,
    RulingLifted,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
    SourceRated,
    TakenBackBy,
    Translated,
    Unlinked,
    Update,
    WorkMoved,
)
from claimtrack.model.window import Window
from claimtrack.model.work import Work, WorkState
from tests.cases import (
    BEGINNING,
    EMBASSY,
    ENVOY,
    FIRST,
    REPORTED,
    SOURCES,
    TALKS,
    TEXT,
    WHITE_HOUSE,
    WIRE,
    Step,
    answered,
    asserts,
    claim_of,
    confirms,
    denies,
    doubts,
    entries_of,
    facts_of,
    observes,
    report,
    taken_back,
)

LINK = Link(kind=LinkKind.DEPENDS_ON, other=ClaimId("envoy-named"))


def _folded(*steps: Step) -> Claim:
    claim = fold(entries_of(*steps))
    assert claim is not None
    return claim


def _account(claim: Claim) -> Account:
    """Take the account of the only source that has one."""
    (account,) = claim.accounts.values()
    return account


def _text(words: str) -> SlotValue:
    return SlotValue(text=words)


# Opening ------------------------------------------------------------------------------------------


def test_an_opened_claim_holds_what_the_opening_says() -> None:
    """Text, language, kind, story and time expected come from the opening, the rest is empty."""
    opened = ClaimOpened(
        text=TEXT, lang="en", kind="plan", story="belarus-prisoners", expected_by="2025-12"
    )
    claim = _folded((opened, FIRST))

    assert (TALKS, TEXT, "en", ClaimKind.PLAN, "belarus-prisoners") == (
        claim.id,
        claim.text,
        claim.lang,
        claim.kind,
        claim.story,
    )
    assert Window.parse("2025-12") == claim.expected_by
    assert 1 == claim.revision
    assert FIRST.id == claim.opened_by
    assert (BEGINNING, BEGINNING) == (claim.opened_at, claim.recorded_at)
    assert [TEXT] == [one.text for one in claim.wordings]
    assert ((), (), (), {}) == (claim.slots, claim.evidence, claim.enquiries, dict(claim.accounts))


def test_a_claim_may_be_opened_by_no_report() -> None:
    """Desk work has no report, so none opened the claim."""
    claim = _folded(ClaimOpened(text=TEXT))

    assert claim.opened_by is None
    assert claim.reported_at is None


# Every other update -------------------------------------------------------------------------------


def test_evidence_given_is_kept_with_its_entry_and_report() -> None:
    """What was said, by which entry, in which report, and on whose account."""
    claim = _folded(REPORTED)
    (given,) = claim.evidence

    assert GivenEvidence(evidence=given.evidence, revision=2, report=FIRST) == given
    assert given is _account(claim).latest
    assert [SOURCES.description] == [one.description for one in claim.sources]


def test_evidence_taken_back_stays_and_stands_no_more() -> None:
    """It stays in the record with who took it back, and off every account."""
    claim = _folded(REPORTED, taken_back(2, TakenBackBy.SOURCE))

    assert TakenBack(by=TakenBackBy.SOURCE, revision=3) == claim.evidence[0].taken_back
    assert {} == dict(claim.accounts)
    assert (2,) == claim.withdrawn


def test_only_support_is_withdrawn() -> None:
    """Contradiction, doubt and observation that are taken back were no support."""
    for stance in (denies, doubts, observes):
        assert () == _folded((stance(EMBASSY), WIRE), taken_back(2)).withdrawn


def test_an_entry_error_was_never_support() -> None:
    """A slip of the desk is taken back like all evidence, and leaves no trace of support."""
    claim = _folded(REPORTED, taken_back(2, TakenBackBy.ENTRY_ERROR))

    assert {} == dict(claim.accounts)
    assert () == claim.withdrawn


def test_what_is_off_the_record_is_kept_and_on_nobodys_account() -> None:
    """It stays in the record; it is neither anybody's word nor, taken back, lost support."""
    off_record = asserts(ENVOY, terms="off_record"), WIRE
    given, back = _folded(off_record), _folded(off_record, taken_back(2))

    assert 1 == len(given.evidence)
    assert {} == dict(given.accounts)
    assert () == given.sources
    assert back.evidence[0].taken_back is not None
    assert () == back.withdrawn


def test_rewording_keeps_every_wording() -> None:
    """The last wording is the claim's text; those before stay, with their entries."""
    claim = _folded(Reworded(text="Talks are under way"))

    assert "Talks are under way" == claim.text
    assert [(TEXT, 1), ("Talks are under way", 2)] == [
        (one.text, one.revision) for one in claim.wordings
    ]


def test_a_translation_leaves_the_text() -> None:
    """It is a wording in another language, and found by it."""
    claim = _folded(Translated(text="Negocieri în curs", lang="ro"))

    assert TEXT == claim.text
    assert "Negocieri în curs" == claim.text_in("ro")


def test_rating_a_source_reaches_all_that_it_said() -> None:
    """The rating and its time are put on the evidence and on the account."""
    source = _folded(REPORTED).evidence[0].source.id
    claim = _folded(REPORTED, SourceRated(source=source, reliability="B"))
    rated = claim.evidence[0].source

    assert (Reliability.B, BEGINNING + timedelta(hours=2)) == (rated.reliability, rated.rated_at)
    assert rated is _account(claim).latest.source


def test_naming_a_source_reaches_all_that_it_said() -> None:
    """The name is put beside the description, and the role only where one is given."""
    source = _folded(REPORTED).evidence[0].source.id
    once = _folded(REPORTED, SourceNamed(source=source, name="Ada Kovač", role="aide"))
    twice = _folded(
        REPORTED,
        SourceNamed(source=source, name="Ada Kovač", role="aide"),
        SourceNamed(source=source, name="Ada Kovacs"),
    )

    assert ("Ada Kovač", "aide", SOURCES.description) == (
        once.evidence[0].source.name,
        once.evidence[0].source.role,
        once.evidence[0].source.description,
    )
    assert ("Ada Kovacs", "aide") == (twice.sources[0].name, twice.sources[0].role)


def test_a_source_whose_word_was_taken_back_can_still_be_named() -> None:
    """What is known of it is put on its evidence; that gives it no account again."""
    source = _folded(REPORTED).evidence[0].source.id
    claim = _folded(REPORTED, taken_back(2), SourceNamed(source=source, name="Ada Kovač"))

    assert "Ada Kovač" == claim.evidence[0].source.name
    assert {} == dict(claim.accounts)


def test_facts_about_a_source_keep_its_changed_account() -> None:
    """An account that changed is still one that changed once the source is rated."""
    later = report("Example Wire", 9)
    steps: tuple[Step, ...] = ((asserts(ENVOY), WIRE), (denies(ENVOY), later))
    rated = SourceRated(source=_folded(*steps).evidence[0].source.id, reliability="B")
    account = _account(_folded(*steps, rated))

    assert account.changed_from is not None
    assert (3, 2) == (account.latest.revision, account.changed_from.revision)
    assert Reliability.B == account.changed_from.source.reliability


def test_unclear_slots_are_kept_with_the_entries_that_call_them_so() -> None:
    """Every entry that calls a slot unclear is kept, slots in the order of first mention."""
    claim = _folded(SlotDeclaredUnclear(slots=("when", "who")), SlotDeclaredUnclear(slots=("who",)))

    assert ("when", "who") == claim.unclear
    assert (2, 3) == claim.slot("who").unclear
    assert SlotState.NOT_ASKED == claim.slot("why").state


def test_an_answer_makes_candidates_even_a_single_one() -> None:
    """Answers are kept with who gave them, in the order in which they came."""
    claim = _folded(
        SlotDeclaredUnclear(slots=("who",)),
        SlotAnswered(slot="who", value=_text("Ales Bialiatski"), source=ENVOY),
        SlotAnswered(slot="who", value=_text("Maria Kalesnikava")),
    )
    slot = claim.slot("who")

    assert SlotState.CANDIDATES == slot.state
    assert ["Ales Bialiatski", "Maria Kalesnikava"] == [str(one.value) for one in slot.candidates]
    assert [ENVOY.name, None] == [
        None if one.source is None else one.source.name for one in slot.candidates
    ]


def test_only_closing_makes_a_slot_known() -> None:
    """Closing settles it with what holds, or with "there is none"."""
    answer = SlotAnswered(slot="who", value=_text("Ales Bialiatski"))
    known = _folded(answer, SlotClosed(slot="who", value=_text("123 people"))).slot("who")
    none = _folded(answer, SlotClosed(slot="who")).slot("who")

    assert (SlotState.KNOWN, 3) == (known.state, known.closed)
    assert ["Ales Bialiatski", "123 people"] == [str(one.value) for one in known.candidates]
    assert (SlotState.NONE, 3) == (none.state, none.closed)


def test_what_comes_after_closing_does_not_open_it() -> None:
    """A slot that the desk settled stays settled until the closing is undone."""
    closed = SlotClosed(slot="who", value=_text("123 people"))
    later = SlotAnswered(slot="who", value=_text("52 people"))

    assert SlotState.KNOWN == _folded(closed, later).slot("who").state
    assert SlotState.KNOWN == (
        _folded(closed, SlotDeclaredUnclear(slots=("who",))).slot("who").state
    )
    assert SlotState.CANDIDATES == (
        _folded(closed, later, EntryTakenBack(given=2)).slot("who").state
    )


def test_what_is_heard_of_one_request_is_one_enquiry() -> None:
    """Party and asker make the request, unless it has a name; all that was heard of it stays."""
    sought = CommentSought(response=answered(WHITE_HOUSE, Outcome.PENDING).response)
    claim = _folded(
        (sought, WIRE),
        (answered(EMBASSY, Outcome.NO_REPLY), WIRE),
        (answered(WHITE_HOUSE, Outcome.DECLINED), WIRE),
        (answered(WHITE_HOUSE, Outcome.DECLINED, asked_by="AFP"), WIRE),
    )

    assert [(2, 4), (3,), (5,)] == [
        tuple(one.revision for one in enquiry.heard) for enquiry in claim.enquiries
    ]
    assert [Outcome.DECLINED, Outcome.NO_REPLY, Outcome.DECLINED] == [
        response.outcome for response in claim.responses
    ]


def test_silence_never_replaces_an_answer() -> None:
    """Once a party said something of substance, later silence is kept and not shown."""
    claim = _folded(
        (answered(EMBASSY, Outcome.DENIED), WIRE), (answered(EMBASSY, Outcome.NO_REPLY), WIRE)
    )

    assert [Outcome.DENIED] == [response.outcome for response in claim.responses]
    assert 2 == len(claim.enquiries[0].heard)


def test_a_slip_about_a_slot_or_a_response_is_undone() -> None:
    """What the entry said is gone, what others said stays, and what is empty is not listed."""
    steps: tuple[Step, ...] = (
        SlotDeclaredUnclear(slots=("who", "when")),
        SlotDeclaredUnclear(slots=("who",)),
        (answered(WHITE_HOUSE, Outcome.NO_REPLY), WIRE),
        (answered(WHITE_HOUSE, Outcome.DECLINED), WIRE),
    )

    assert ("who",) == _folded(*steps, EntryTakenBack(given=2)).unclear
    assert ("who", "when") == _folded(*steps, EntryTakenBack(given=3)).unclear
    assert [Outcome.NO_REPLY] == [
        one.outcome for one in _folded(*steps, EntryTakenBack(given=5)).responses
    ]
    undone = EntryTakenBack(given=4), EntryTakenBack(given=5)
    assert () == _folded(*steps, *undone).enquiries


def test_undoing_a_closing_opens_the_slot_and_undoing_anything_else_does_not() -> None:
    """A slot that was closed with "there is none" is open again, as if it had never been closed."""
    answer = SlotAnswered(slot="who", value=_text("Ales Bialiatski"))
    none, known = SlotClosed(slot="who"), SlotClosed(slot="who", value=_text("123 people"))

    assert SlotState.CANDIDATES == (
        _folded(answer, none, EntryTakenBack(given=3)).slot("who").state
    )
    assert SlotState.NONE == _folded(answer, none, EntryTakenBack(given=2)).slot("who").state
    assert SlotState.KNOWN == _folded(answer, known, EntryTakenBack(given=2)).slot("who").state
    reopened = _folded(answer, none, EntryTakenBack(given=3), known)

    assert SlotState.KNOWN == reopened.slot("who").state
    assert not _folded(answer, none, EntryTakenBack(given=3)).slot("who").is_none


def test_a_link_holds_until_it_is_taken_away() -> None:
    """Links are kept with their entries; taking one away leaves the others."""
    other = Link(kind=LinkKind.REFINES, other=ClaimId("envoy-named"))
    claim = _folded(Linked(link=LINK), Linked(link=other), Unlinked(link=LINK))

    assert [(other, 3)] == [(one.link, one.revision) for one in claim.links]


def test_a_flag_stands_until_better_news() -> None:
    """A fall flags, a new fall takes its place, and standing again clears it."""
    fell, again = (
        Flagged(link=LINK, status=status) for status in (Status.REFUTED, Status.RETRACTED)
    )
    stands = Flagged(link=LINK, status=Status.REPORTED)

    assert [(fell, 2)] == [(one.flag, one.revision) for one in _folded(fell).flags]
    assert [(again, 3)] == [(one.flag, one.revision) for one in _folded(fell, again).flags]
    assert () == _folded(fell, again, stands).flags


def test_a_flag_goes_with_its_link() -> None:
    """What does not depend on it any more need not look at it again."""
    fell = Flagged(link=LINK, status=Status.REFUTED)

    assert () == _folded(Linked(link=LINK), fell, Unlinked(link=LINK)).flags


def test_a_ruling_is_in_force_until_lifted() -> None:
    """It is kept with its entry and its reason; a later one takes its place."""
    ruled = Ruled(status=Status.CONFIRMED), None, "both governments published the list"
    claim = _folded(ruled)

    assert claim.ruling is not None
    assert (2, "both governments published the list") == (
        claim.ruling.revision,
        claim.ruling.because,
    )
    assert _folded(ruled, RulingLifted()).ruling is None


def test_the_desk_may_set_the_credibility_and_leave_it_again() -> None:
    """It is kept with its entry."""
    chosen = ConfidenceSet(credibility=2)

    assert (Credibility.PROBABLY_TRUE, 2) == _folded(chosen).set_credibility
    assert _folded(chosen, ConfidenceSet(credibility=None)).set_credibility is None


def test_work_is_where_it_was_last_moved() -> None:
    """The last word on the work counts, and the entry that gave it is kept."""
    moved = WorkMoved(work=Work(state="checking", assignee="mo"))
    claim = _folded(moved, Noted(text="call them"))

    assert (WorkState.CHECKING, "mo", 2) == (claim.work.state, claim.work.assignee, claim.worked)


def test_shown_independence_is_kept_with_its_reason() -> None:
    """Pairs have no order."""
    pair = SourceId("person:ada"), SourceId("person:boris")
    claim = _folded((IndependenceShown(first=pair[1], second=pair[0]), None, "two visits"))

    assert (
        Independence(pair=frozenset(pair), revision=2, because="two visits"),
    ) == claim.independence


def test_notes_are_kept_with_author_and_time() -> None:
    """A note moves nothing."""
    (note,) = _folded(Noted(text="call the embassy")).notes

    assert ("call the embassy", 2, "desk") == (note.text, note.revision, note.author)
    assert BEGINNING + timedelta(hours=1) == note.recorded_at


def test_judging_again_changes_nothing_but_the_stamp() -> None:
    """The claim is as before, one revision later."""
    before, after = _folded(REPORTED), _folded(REPORTED, Rejudged())

    assert 3 == after.revision
    assert before == after.with_(revision=2, recorded_at=before.recorded_at)


def test_every_update_of_the_closed_union_is_folded() -> None:
    """There is no update that the fold does not know."""
    source = _folded(REPORTED).evidence[0].source.id
    one_of_each: dict[type, Step] = {
        Reworded: Reworded(text="Talks"),
        Translated: Translated(text="Negocieri", lang="ro"),
        EvidenceGiven: (confirms(ENVOY), WIRE),
        EvidenceTakenBack: taken_back(2),
        EntryTakenBack: EntryTakenBack(given=3),
        SourceRated: SourceRated(source=source, reliability="B"),
        SourceNamed: SourceNamed(source=source, name="Ada Kovač"),
        SlotDeclaredUnclear: SlotDeclaredUnclear(slots=("who",)),
        SlotAnswered: SlotAnswered(slot="who", value=_text("Ales Bialiatski")),
        SlotClosed: SlotClosed(slot="who"),
        CommentSought: CommentSought(response=answered(EMBASSY, Outcome.PENDING).response),
        CommentAnswered: (answered(EMBASSY, Outcome.DECLINED), WIRE),
        Linked: Linked(link=LINK),
        Unlinked: Unlinked(link=LINK),
        Flagged: Flagged(link=LINK, status=Status.REFUTED),
        Ruled: Ruled(status=Status.CONFIRMED),
        RulingLifted: RulingLifted(),
        WorkMoved: WorkMoved(work=Work(state="done")),
        ConfidenceSet: ConfidenceSet(credibility=2),
        IndependenceShown: IndependenceShown(first=source, second=SourceId("person:ada")),
        Rejudged: Rejudged(),
        Noted: Noted(text="call them"),
    }
    slip = SlotDeclaredUnclear(slots=("when",))

    assert {ClaimOpened, *one_of_each} == set(get_args(Update))
    for one in one_of_each.values():
        assert 4 == _folded(REPORTED, slip, one).revision


# What one source says now -------------------------------------------------------------------------


def _said(*steps: Step) -> tuple[int, int | None]:
    """Find the entry whose stance counts, and that from which the source turned."""
    account = _account(_folded(*steps))
    changed = account.changed_from
    return account.latest.revision, None if changed is None else changed.revision


EARLY, LATE = report("Example Wire", 1), report("Example Wire", 9)


def test_the_later_report_counts_whatever_came_into_the_record_first() -> None:
    """Of two stances the one reported later counts, and the other stays as what changed."""
    assert (3, 2) == _said((asserts(ENVOY), EARLY), (denies(ENVOY), LATE))
    assert (2, 3) == _said((denies(ENVOY), LATE), (asserts(ENVOY), EARLY))


def test_where_the_times_overlap_the_later_entry_counts() -> None:
    """Reports of one day, of a vague time or of none are told apart by revision alone."""
    vague = Report("Example Wire", url="https://wire.example/v", published_at="2025-12")
    undated = Report("Example Wire", url="https://wire.example/u")
    same_day = Report("Evening Post", url="https://post.example/1", published_at="2025-12-09")

    for carrier in (vague, undated, same_day, LATE, None):
        assert (3, 2) == _said((asserts(ENVOY), LATE), (denies(ENVOY), carrier))
        assert (3, 2) == _said((asserts(ENVOY), carrier), (denies(ENVOY), LATE))


def test_a_source_that_repeats_itself_changed_nothing() -> None:
    """Asserting and confirming are one side."""
    assert (3, None) == _said((asserts(ENVOY), EARLY), (confirms(ENVOY), LATE))
    assert (2, None) == _said((asserts(ENVOY), LATE), (confirms(ENVOY), EARLY))


def test_a_source_that_takes_a_side_at_last_changed_nothing() -> None:
    """Who doubted first and asserts now left no side."""
    assert (3, None) == _said((doubts(ENVOY), EARLY), (asserts(ENVOY), LATE))


def test_a_source_that_backs_off_changed_its_account() -> None:
    """Who asserted and only doubts or observes now supports it no more, and that is remembered."""
    for stance in (doubts, observes):
        assert (3, 2) == _said((asserts(ENVOY), EARLY), (stance(ENVOY), LATE))
        assert (3, 2) == _said((denies(ENVOY), EARLY), (stance(ENVOY), LATE))


def test_a_source_that_turned_once_is_remembered_to_have_turned() -> None:
    """However often it repeats the new side, or comes back to the old one."""
    turned: tuple[Step, ...] = ((asserts(ENVOY), EARLY), (denies(ENVOY), WIRE))

    assert (4, 2) == _said(*turned, (denies(ENVOY), LATE))
    assert (4, 3) == _said(*turned, (confirms(ENVOY), LATE))
    assert (4, 2) == _said((asserts(ENVOY), EARLY), (doubts(ENVOY), WIRE), (asserts(ENVOY), LATE))


def test_a_source_turned_from_the_last_of_its_earlier_words() -> None:
    """Last by the reports, in whatever order they came into the record."""
    turned: tuple[Step, ...] = ((asserts(ENVOY), EARLY), (denies(ENVOY), LATE))

    assert (3, 4) == _said(*turned, (confirms(ENVOY), WIRE))
    assert (2, 3) == _said((denies(ENVOY), LATE), (asserts(ENVOY), WIRE), (confirms(ENVOY), EARLY))


def test_taking_back_the_latest_stance_leaves_the_one_before() -> None:
    """What still stands counts again, as if the other had never been said."""
    turned: tuple[Step, ...] = ((asserts(ENVOY), EARLY), (denies(ENVOY), LATE))

    assert (2, None) == _said(*turned, taken_back(3))
    assert (3, None) == _said(*turned, taken_back(2))


def test_what_is_off_the_record_never_takes_the_place_of_what_is_on_it() -> None:
    """Neither as the latest word nor as the one that changed."""
    off_record = denies(ENVOY, terms="off_record"), LATE

    assert (2, None) == _said((asserts(ENVOY), EARLY), off_record)
    assert (2, None) == _said((asserts(ENVOY), EARLY), off_record, taken_back(3))
    assert (4, None) == _said(
        (asserts(ENVOY), EARLY), off_record, (asserts(ENVOY), LATE), taken_back(2)
    )


def test_each_source_has_an_account_of_its_own() -> None:
    """What one says changes nothing of what another said."""
    claim = _folded((asserts(ENVOY), EARLY), (denies(EMBASSY), LATE))

    assert [2, 3] == [account.latest.revision for account in claim.accounts.values()]


def test_the_same_description_in_two_reports_has_two_accounts() -> None:
    """Across reports an unnamed source is a record of its own."""
    officials = anonymous("two officials")
    claim = _folded((asserts(officials), EARLY), (denies(officials), LATE))

    assert 2 == len(claim.accounts)


# Times --------------------------------------------------------------------------------------------


def test_the_latest_beginning_of_a_report_is_when_it_was_last_reported() -> None:
    """An earlier report, one without a time and one open at the start move nothing."""
    open_start = Report("Example Wire", url="https://wire.example/o", published_at="../2025-12-24")
    undated = Report("Example Wire", url="https://wire.example/u")
    steps: tuple[Step, ...] = tuple(
        (asserts(ENVOY), one) for one in (LATE, EARLY, open_start, undated, None)
    )

    assert LATE.published_at is not None
    assert LATE.published_at.earliest == _folded(*steps).reported_at


def test_the_latest_entry_says_when_it_was_recorded() -> None:
    """The first entry opened it, the last one moved it."""
    claim = _folded(REPORTED, Noted(text="call them"))

    assert (BEGINNING, BEGINNING + timedelta(hours=2)) == (claim.opened_at, claim.recorded_at)


# Stamps -------------------------------------------------------------------------------------------


def test_the_stamp_is_taken_as_it_is() -> None:
    """History is not judged again: a stamp that no policy would give today stands."""
    odd = Judgement(status=Status.LAPSED, confidence=Confidence(), policy="of-old", version=7)
    first, second = entries_of(REPORTED)
    claim = fold([first, attrs.evolve(second, judgement=odd)])

    assert claim is not None
    assert odd == claim.judgement
    assert Status.LAPSED == claim.status


def test_a_step_keeps_the_judgement_before() -> None:
    """Stepping does not judge; before the first stamp there is no policy's word."""
    first, second = facts_of(REPORTED)
    opened = step(None, first)
    judged = opened.with_(judgement=Judgement(status=Status.CONFIRMED, policy="strict"))

    assert UNJUDGED == opened.judgement
    assert judged.judgement == step(judged, second).judgement


def test_a_step_leaves_the_claim_before_as_it_was() -> None:
    """Claims are values: a step makes a new one."""
    before = claim_of(REPORTED)
    told = repr(before)
    *_, fact = facts_of(REPORTED, (denies(EMBASSY), WIRE))
    step(before, fact)

    assert told == repr(before)


# Broken histories ---------------------------------------------------------------------------------


def test_folding_nothing_gives_what_there_was() -> None:
    """No entries, no claim; onto a claim, that claim."""
    claim = claim_of(REPORTED)

    assert fold([]) is None
    assert claim is fold([], onto=claim)


def test_folding_goes_on_from_an_earlier_claim() -> None:
    """The entries since then, onto the claim as it was then, are the claim now."""
    entries = entries_of(REPORTED, (denies(EMBASSY), WIRE), Noted(text="call them"))

    assert fold(entries) == fold(entries[2:], onto=fold(entries[:2]))


@dataclass
class Broken:
    """A way in which entries do not add up."""

    why: str
    entries: list[Entry]


def _moved(entry: Entry, **changes: object) -> Entry:
    fact: Fact = attrs.evolve(entry.fact, **changes)  # type: ignore[arg-type]
    return attrs.evolve(entry, fact=fact)


_ENTRIES = entries_of(REPORTED, Noted(text="call them"))


@pytest.mark.parametrize(
    "broken",
    [
        Broken("the claim was never opened", _ENTRIES[1:2]),
        Broken("the claim was never opened", [_moved(_ENTRIES[0], revision=2)]),
        Broken("the claim was never opened", [_moved(_ENTRIES[1], revision=1)]),
        Broken("the claim is opened twice", [_ENTRIES[0], _moved(_ENTRIES[0], revision=2)]),
        Broken("it follows 1", [_ENTRIES[0], _ENTRIES[2]]),
        Broken("it follows 2", [*_ENTRIES[:2], _ENTRIES[1]]),
        Broken("it follows 2", [*_ENTRIES[:2], _ENTRIES[0]]),
        Broken("it is of claim another", [_ENTRIES[0], _moved(_ENTRIES[1], claim_id="another")]),
    ],
    ids=lambda broken: broken.why,
)
def test_entries_missing_repeated_or_out_of_order_are_a_broken_history(broken: Broken) -> None:
    """A claim begins with its opening and goes on 1, 2, 3, of one claim."""
    with pytest.raises(BrokenHistoryError) as caught:
        fold(broken.entries)

    assert broken.why == caught.value.reason
    assert broken.entries[-1].revision == caught.value.revision


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ((taken_back(1),), "revision 1 gives no evidence that stands"),
        ((REPORTED, taken_back(9)), "revision 9 gives no evidence that stands"),
        ((REPORTED, taken_back(2), taken_back(2)), "revision 2 gives no evidence that stands"),
        ((REPORTED, EntryTakenBack(given=2)), "revision 2 says nothing of a slot or a response"),
        (
            (
                SlotDeclaredUnclear(slots=("who",)),
                EntryTakenBack(given=2),
                EntryTakenBack(given=2),
            ),
            "revision 2 says nothing of a slot or a response",
        ),
        (
            (REPORTED, SourceRated(source="person:nobody", reliability="A")),
            "it does not rest on source person:nobody",
        ),
        (
            (REPORTED, SourceNamed(source="person:nobody", name="Nobody")),
            "it does not rest on source person:nobody",
        ),
    ],
)
def test_an_entry_about_what_is_not_there_is_a_broken_history(
    steps: tuple[Step, ...], why: str
) -> None:
    """Taking back, undoing, rating and naming need what they speak of."""
    with pytest.raises(BrokenHistoryError) as caught:
        claim_of(*steps)

    assert why == caught.value.reason
    assert TALKS == caught.value.claim_id


# Figures, here as anywhere ------------------------------------------------------------------------


def test_figures_are_answers_like_any_other() -> None:
    """A figure that rose is a further candidate, and disputes nothing."""
    rose: tuple[Step, ...] = tuple(
        SlotAnswered(slot="how_many", value=SlotValue(figure=Figure.exactly(number)))
        for number in (52, 123)
    )
    slot = _folded(*rose).slot("how_many")

    assert ["52", "123"] == [str(one.value) for one in slot.candidates]
    assert () == slot.falls
