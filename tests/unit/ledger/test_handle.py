"""Handles: each verb adds what it says."""

from collections.abc import Callable
from datetime import datetime

import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.ledger import ClaimHandle, Ledger
from claimtrack.model.evidence import Evidence, Stance
from claimtrack.model.figure import Figure
from claimtrack.model.links import Link
from claimtrack.model.response import Outcome, Response
from claimtrack.model.slots import SlotState, SlotValue
from claimtrack.model.source import Source, outlet
from claimtrack.model.updates import (
    CommentAnswered,
    EvidenceGiven,
    Linked,
    Noted,
    Reworded,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    Translated,
    Update,
)
from claimtrack.model.window import Window
from tests.cases import EMBASSY, ENVOY, FIRST, OPENED, SOURCES, TALKS, WHITE_HOUSE, WIRE
from tests.ledgers import NewLedger, told


def _said(ledger: Ledger, say: Callable[[ClaimHandle], None]) -> list[Update]:
    """Say something in a follow-up, and give what was recorded, sources without their ids."""
    ledger.apply([told(FIRST, OPENED)])
    with ledger.follow_up(WIRE) as f:
        say(f[TALKS])
    return [entry.update for entry in ledger.history(TALKS)[1:]]


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        (ClaimHandle.asserted_by, Stance.ASSERTS),
        (ClaimHandle.confirmed_by, Stance.CONFIRMS),
        (ClaimHandle.denied_by, Stance.DENIES),
        (ClaimHandle.contradicted_by, Stance.CONTRADICTS),
        (ClaimHandle.doubted_by, Stance.DOUBTS),
        (ClaimHandle.observed_by, Stance.OBSERVES),
    ],
)
def test_a_verb_gives_its_stance(
    ledger: Ledger, verb: Callable[[ClaimHandle, Source], None], stance: Stance
) -> None:
    """Who says what is evidence with the stance of the verb."""
    (update,) = _said(ledger, lambda talks: verb(talks, ENVOY))

    assert isinstance(update, EvidenceGiven)
    assert (stance, ENVOY.name) == (update.evidence.stance, update.evidence.source.name)


def test_evidence_takes_its_fields_by_keyword(ledger: Ledger) -> None:
    """All that can be said of evidence can be said with the verb."""
    (update,) = _said(
        ledger,
        lambda talks: talks.asserted_by(
            ENVOY,
            wording="We could consider it",
            lang="en",
            hedges=["could consider"],
            basis="told",
            standing="actor",
            interested="yes",
            terms="background",
            relayed_by=["a spokesman"],
        ),
    )

    assert isinstance(update, EvidenceGiven)
    assert (
        Evidence(
            source=update.evidence.source,
            wording="We could consider it",
            lang="en",
            hedges=["could consider"],
            basis="told",
            standing="actor",
            interested="yes",
            terms="background",
            relayed_by=["a spokesman"],
        )
        == update.evidence
    )


def test_own_voice_is_the_outlets(ledger: Ledger) -> None:
    """What a report states itself is evidence of its outlet."""
    (update,) = _said(ledger, lambda talks: talks.own_voice(wording="Talks are under way"))

    assert isinstance(update, EvidenceGiven)
    assert update.evidence.own_voice
    assert (outlet("x").kind, WIRE.outlet) == (
        update.evidence.source.kind,
        update.evidence.source.name,
    )


@pytest.mark.parametrize(
    ("verb", "outcome"),
    [
        (ClaimHandle.declined, Outcome.DECLINED),
        (ClaimHandle.no_reply, Outcome.NO_REPLY),
        (ClaimHandle.no_reply_yet, Outcome.NO_REPLY_YET),
        (ClaimHandle.unreachable, Outcome.UNREACHABLE),
    ],
)
def test_silence_is_recorded_and_moves_nothing(
    ledger: Ledger, verb: Callable[[ClaimHandle, Source], None], outcome: Outcome
) -> None:
    """What did not come of asking is a response, and no evidence."""
    (update,) = _said(ledger, lambda talks: verb(talks, WHITE_HOUSE))
    before, after = (entry.judgement for entry in ledger.history(TALKS))

    assert isinstance(update, CommentAnswered)
    assert outcome is update.response.outcome
    assert (before.status, before.confidence.grade) == (after.status, after.confidence.grade)


@pytest.mark.parametrize(
    ("outcome", "stance"),
    [("confirmed", Stance.CONFIRMS), ("denied", Stance.DENIES)],
)
def test_an_answer_with_substance_is_evidence_too(
    ledger: Ledger, outcome: str, stance: Stance
) -> None:
    """A denial writes the response and the evidence in one act."""
    response, given = _said(
        ledger,
        lambda talks: talks.answered(EMBASSY, outcome, wording="No", lang="en", standing="actor"),
    )

    assert isinstance(response, CommentAnswered)
    assert isinstance(given, EvidenceGiven)
    assert outcome == response.response.outcome
    assert response.response.party == given.evidence.source
    assert (stance, "No", "en", "actor") == (
        given.evidence.stance,
        given.evidence.wording,
        given.evidence.lang,
        given.evidence.standing,
    )


@pytest.mark.parametrize(
    ("say", "update"),
    [
        (lambda talks: talks.unclear("who", "when"), SlotDeclaredUnclear(slots=["who", "when"])),
        (
            lambda talks: talks.answer("where", "Minsk"),
            SlotAnswered(slot="where", value=SlotValue(text="Minsk")),
        ),
        (
            lambda talks: talks.answer("how_many", Figure.at_least(100)),
            SlotAnswered(slot="how_many", value=SlotValue(figure=Figure.at_least(100))),
        ),
        (
            lambda talks: talks.answer("when", Window.parse("2025-12-24", "UTC")),
            SlotAnswered(
                slot="when", value=SlotValue(window=Window.parse("2025-12-24", "UTC"))
            ),
        ),
        (
            lambda talks: talks.close("who", "the envoy", because="photographed"),
            SlotClosed(slot="who", value=SlotValue(text="the envoy")),
        ),
        (
            lambda talks: talks.close("why", None, because="there is no reason"),
            SlotClosed(slot="why"),
        ),
        (lambda talks: talks.reword("In other words"), Reworded(text="In other words")),
        (
            lambda talks: talks.translate("Cu alte cuvinte", "ro"),
            Translated(text="Cu alte cuvinte", lang="ro"),
        ),
        (lambda talks: talks.note("asked"), Noted(text="asked")),
    ],
)  # fmt: skip
def test_a_verb_adds_its_update(
    ledger: Ledger, say: Callable[[ClaimHandle], None], update: Update
) -> None:
    """Each of these verbs adds one update, as it was typed."""
    assert [update] == _said(ledger, say)


def test_a_link_is_typed_with_its_kind_and_the_other_claim(ledger: Ledger) -> None:
    """A link goes out from the handle's claim."""
    ledger.open_claim("The list was signed", id="list")
    (update,) = _said(ledger, lambda talks: talks.link("depends_on", "list"))

    assert Linked(link=Link(kind="depends_on", other="list")) == update


def test_who_answers_a_slot_gets_an_id(ledger: Ledger) -> None:
    """The source of an answer is the same record as the source of evidence."""

    def say(talks: ClaimHandle) -> None:
        talks.asserted_by(SOURCES)
        talks.answer("where", "Minsk", source=SOURCES)

    given, answered = _said(ledger, say)

    assert isinstance(given, EvidenceGiven)
    assert isinstance(answered, SlotAnswered)
    assert answered.source is not None
    assert given.evidence.source.id == answered.source.id != ""


def test_a_slot_closed_as_known_stays_known(ledger: Ledger) -> None:
    """Only closing makes a slot known."""
    _said(ledger, lambda talks: talks.answer("where", "Minsk"))
    state = ledger.claim(TALKS).slot("where").state
    ledger.update(TALKS, SlotClosed(slot="where", value=SlotValue(text="Minsk")), because="seen")

    assert SlotState.CANDIDATES is state
    assert SlotState.KNOWN is ledger.claim(TALKS).slot("where").state


@pytest.mark.parametrize(
    "say",
    [
        lambda talks: talks.asserted_by(ENVOY, standing="king"),
        lambda talks: talks.asserted_by(ENVOY, wording="nul \x00"),
        lambda talks: talks.asserted_by("the envoy"),
        lambda talks: talks.answered(EMBASSY, "laughed"),
        lambda talks: talks.answered(EMBASSY, "denied", standing="king"),
        lambda talks: talks.unclear(),
        lambda talks: talks.unclear("Who?"),
        lambda talks: talks.answer("where", ""),
        lambda talks: talks.take_back(0, by="outlet"),
        lambda talks: talks.take_back(1, by="nobody"),
        lambda talks: talks.reword(" "),
        lambda talks: talks.translate("x", "not a language"),
        lambda talks: talks.link("loves", "other"),
        lambda talks: talks.link("refines", "../other"),
        lambda talks: talks.note(""),
        lambda talks: talks.note("x" * 10_000_000),
    ],
)
def test_bad_values_are_refused_where_they_are_typed(
    ledger: Ledger, say: Callable[[ClaimHandle], None]
) -> None:
    """A bad value fails in the block, with the field that it is about, and nothing is recorded."""
    with pytest.raises(InvalidValueError) as caught:
        _said(ledger, say)

    assert caught.value.field
    assert 1 == len(ledger.history(TALKS))


def test_a_late_reply_is_marked_late(new_ledger: NewLedger) -> None:
    """An answer after reported silence is late; one to an open request is not."""
    late, prompt = new_ledger(), new_ledger()
    _said(late, lambda talks: talks.no_reply(EMBASSY, asked_by="Reuters"))
    _said(prompt, lambda talks: talks.answered(EMBASSY, "pending", asked_by="Reuters"))
    for ledger in (late, prompt):
        with ledger.follow_up(FIRST, key="reply") as f:
            f[TALKS].answered(EMBASSY, "denied", asked_by="Reuters", standing="actor")

    assert [True] == [response.late for response in late.claim(TALKS).responses]
    assert [False] == [response.late for response in prompt.claim(TALKS).responses]


@pytest.mark.parametrize(("answered_at", "late"), [("11:59", False), ("12:01", True)])
def test_an_answer_after_its_deadline_is_late(ledger: Ledger, answered_at: str, late: bool) -> None:
    """The deadline may come with the request and the time with the answer."""
    at = datetime.fromisoformat(f"2025-12-01T{answered_at}+00:00")
    deadline = datetime.fromisoformat("2025-12-01T12:00+00:00")
    _said(ledger, lambda talks: talks.answered(EMBASSY, "pending", deadline=deadline))
    with ledger.follow_up(FIRST, key="reply") as f:
        f[TALKS].answered(EMBASSY, "declined", answered_at=at)

    assert [late] == [response.late for response in ledger.claim(TALKS).responses]


def test_silence_after_silence_is_not_late(ledger: Ledger) -> None:
    """Only an answer can be late."""
    _said(ledger, lambda talks: talks.no_reply_yet(EMBASSY))
    with ledger.follow_up(FIRST, key="again") as f:
        f[TALKS].no_reply(EMBASSY)
        f[TALKS].answered(EMBASSY, "pending")

    assert [False] * 3 == [
        entry.update.response.late
        for entry in ledger.history(TALKS)
        if isinstance(entry.update, CommentAnswered)
    ]


def test_requests_of_others_are_no_concern(ledger: Ledger) -> None:
    """Silence towards one outlet makes an answer to another no later."""
    _said(ledger, lambda talks: talks.no_reply(EMBASSY, asked_by="Reuters"))
    with ledger.follow_up(FIRST, key="reply") as f:
        f[TALKS].answered(EMBASSY, "statement", asked_by="AFP")

    assert [
        Response(party=response.party, outcome=outcome, asked_by=asked_by)
        for response, (outcome, asked_by) in zip(
            ledger.claim(TALKS).responses,
            (("no_reply", "Reuters"), ("statement", "AFP")),
            strict=True,
        )
    ] == list(ledger.claim(TALKS).responses)
