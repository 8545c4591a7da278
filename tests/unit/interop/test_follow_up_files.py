"""Follow-up files say in tables what a follow-up says in values, both ways."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from claimtrack.errors import FollowUpFileError, InvalidValueError
from claimtrack.interop.follow_up_files import from_dict, parse_lines, parse_toml, to_dict
from claimtrack.model.evidence import Evidence, Hedge, HedgeClass, Span, Stance, Terms
from claimtrack.model.figure import Figure
from claimtrack.model.follow_up import FollowUp, Item, ReadFrom, Withdrawal
from claimtrack.model.ids import ClaimId, SourceId
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Response
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import (
    CountIs,
    Reliability,
    Source,
    SourceKind,
    anonymous,
    document,
    office,
    outlet,
    person,
)
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

URL = "https://news.example/1"
TALKS = ClaimId("belarus-talks")
REPORT = Report("Example News", url=URL, published_at="2025-11-26", lang="en", relays=["Reuters"])
THREE = anonymous("sources familiar with the matter", count=3, told="Reuters")
HOUSE = office("White House")

FILE = b"""
format = 1
key = "first"

[report]
outlet = "Example News"
url = "https://news.example/1"
published_at = 2025-11-26
lang = "en"
relays = ["Reuters"]

[sources.three]
description = "sources familiar with the matter"
count = 3
told = "Reuters"

[sources.white-house]
kind = "office"
name = "White House"

[[claims]]
id = "belarus-talks"
text = "Talks are held"
lang = "en"
story = "belarus-prisoners"
kind = "state"
translations = { ro = "Au loc discu\xc8\x9bii" }

[[updates]]
claim = "belarus-talks"
evidence = { source = "three", hedges = ["could"] }

[[updates]]
claim = "belarus-talks"
unclear = ["who", "when"]
because = "the report says so"
read = { rule = "en.unclear", start = 10, end = 20 }

[[updates]]
claim = "belarus-talks"
response = { party = "white-house", outcome = "declined", asked_by = "Reuters" }
review = "did they decline, or not answer?"

[[withdrawals]]
report = "https://news.example/0"
"""

FOLLOW_UP = FollowUp(
    report=REPORT,
    key="first",
    items=[
        Item(
            claim_id=TALKS,
            update=ClaimOpened(
                text="Talks are held", lang="en", story="belarus-prisoners", kind="state"
            ),
            if_new=True,
        ),
        Item(claim_id=TALKS, update=Translated(text="Au loc discuții", lang="ro"), if_new=True),
        Item(
            claim_id=TALKS,
            update=EvidenceGiven(evidence=Evidence(source=THREE, hedges=["could"])),
        ),
        Item(
            claim_id=TALKS,
            update=SlotDeclaredUnclear(slots=["who", "when"]),
            because="the report says so",
            read=ReadFrom(rule="en.unclear", span=Span(start=10, end=20)),
        ),
        Item(
            claim_id=TALKS,
            update=CommentAnswered(
                response=Response(party=HOUSE, outcome="declined", asked_by="Reuters")
            ),
            review="did they decline, or not answer?",
        ),
    ],
    withdrawals=[Withdrawal(report="https://news.example/0")],
)


def file(*updates: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """Make the data of a file: one report, these updates."""
    tables = [{"claim": "belarus-talks", **update} for update in updates]
    return {"report": {"outlet": "Example News", "url": URL}, "updates": tables, **parts}


def said(*updates: dict[str, Any], **parts: Any) -> list[Update]:
    """Read updates."""
    return [item.update for item in from_dict(file(*updates, **parts)).items]


def test_file_is_read_whole() -> None:
    """Report, sources, claims, updates, withdrawals and what stands beside them all arrive."""
    assert FOLLOW_UP == parse_toml(FILE)


def test_what_was_read_is_written_back() -> None:
    """Plain data reads back as the follow-up, and holds nothing that has its default."""
    data = to_dict(FOLLOW_UP)

    assert FOLLOW_UP == from_dict(data)
    assert [
        {
            "id": "belarus-talks",
            "text": "Talks are held",
            "lang": "en",
            "kind": "state",
            "story": "belarus-prisoners",
            "translations": {"ro": "Au loc discuții"},
        }
    ] == data["claims"]
    assert {
        "sources-familiar-with-the-matter": {
            "description": "sources familiar with the matter",
            "count": 3,
            "told": "Reuters",
        },
        "white-house": {"kind": "office", "name": "White House"},
    } == data["sources"]


def test_lines_of_json_say_the_same() -> None:
    """One object a line gives one follow-up each; empty lines are passed over."""
    line = json.dumps(to_dict(FOLLOW_UP)).encode()

    assert [FOLLOW_UP, FOLLOW_UP] == list(parse_lines([line + b"\n", b"\r\n", line]))


def test_lines_are_read_one_by_one() -> None:
    """What stands before a bad line is handed out first."""
    lines = parse_lines([json.dumps(to_dict(FOLLOW_UP)).encode(), b"{"])

    assert FOLLOW_UP == next(lines)
    with pytest.raises(FollowUpFileError, match="line 2: not JSON"):
        next(lines)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n"])
def test_what_editors_put_before_is_passed_over(before: bytes) -> None:
    """A byte order mark and line ends of Windows make no difference."""
    assert FOLLOW_UP == parse_toml(before + FILE.replace(b"\n", b"\r\n"))
    assert [FOLLOW_UP] == list(parse_lines([before + json.dumps(to_dict(FOLLOW_UP)).encode()]))


CHECKED = Evidence(source=document("List"), authentication="sealed")

SAYS: list[tuple[dict[str, Any], Update]] = [
    ({"open": {"text": "It is so"}}, ClaimOpened(text="It is so")),
    (
        {"open": {"text": "It will be", "kind": "plan", "expected_by": "2026-03"}},
        ClaimOpened(text="It will be", kind=ClaimKind.PLAN, expected_by="2026-03"),
    ),
    ({"reword": "It is so"}, Reworded(text="It is so")),
    ({"translate": {"text": "Așa e", "lang": "ro"}}, Translated(text="Așa e", lang="ro")),
    (
        {"take_back": {"given": 3, "by": "source"}},
        EvidenceTakenBack(given=3, by=TakenBackBy.SOURCE),
    ),
    ({"undo": {"given": 4}}, EntryTakenBack(given=4)),
    ({"unclear": ["who"]}, SlotDeclaredUnclear(slots=["who"])),
    (
        {"answer": {"slot": "who", "text": "the ill"}},
        SlotAnswered(slot="who", value=SlotValue(text="the ill")),
    ),
    (
        {"answer": {"slot": "how_many", "figure": {"low": 100, "unit": "prisoners"}}},
        SlotAnswered(slot="how_many", value=SlotValue(figure=Figure.at_least(100, "prisoners"))),
    ),
    (
        {"answer": {"slot": "when", "text": "soon", "window": "2025-12"}},
        SlotAnswered(slot="when", value=SlotValue(text="soon", window="2025-12")),
    ),
    (
        {"close": {"slot": "where", "text": "Vilnius"}},
        SlotClosed(slot="where", value=SlotValue(text="Vilnius")),
    ),
    ({"close": {"slot": "why", "none": True}}, SlotClosed(slot="why")),
    (
        {"link": {"kind": "part_of", "other": "strategy"}},
        Linked(link=Link(kind=LinkKind.PART_OF, other="strategy")),
    ),
    (
        {"unlink": {"kind": "supersedes", "other": "old", "inverse": True}},
        Unlinked(link=Link(kind=LinkKind.SUPERSEDES, other="old", inverse=True)),
    ),
    (
        {"rule": {"status": "confirmed", "credibility": 1}},
        Ruled(status=Status.CONFIRMED, credibility=1),
    ),
    ({"lift_ruling": True}, RulingLifted()),
    ({"credibility": 4}, ConfidenceSet(credibility=4)),
    ({"credibility": "policy"}, ConfidenceSet(credibility=None)),
    (
        {"independence": {"sources": [{"id": "a"}, {"id": "b"}]}},
        IndependenceShown(first=SourceId("a"), second=SourceId("b")),
    ),
    (
        {"rate": {"source": {"id": "person:jo"}, "reliability": "B"}},
        SourceRated(source=SourceId("person:jo"), reliability=Reliability.B),
    ),
    (
        {"name_source": {"source": {"id": "unnamed:x"}, "name": "Jo", "role": "envoy"}},
        SourceNamed(source=SourceId("unnamed:x"), name="Jo", role="envoy"),
    ),
    (
        {"work": {"state": "waiting", "assignee": "mo", "recheck_by": "2025-12-01T08:00:00Z"}},
        WorkMoved(
            work=Work(
                state=WorkState.WAITING,
                assignee="mo",
                recheck_by=datetime(2025, 12, 1, 8, tzinfo=UTC),
            )
        ),
    ),
    ({"note": "called the embassy"}, Noted(text="called the embassy")),
]


@pytest.mark.parametrize(
    ("table", "update"),
    SAYS,
    ids=lambda part: next(iter(part), "") if isinstance(part, dict) else "",
)
def test_key_says_an_update(table: dict[str, Any], update: Update) -> None:
    """Each key stands for one update, and is written for it again."""
    follow_up = from_dict(file(table))

    assert [update] == [item.update for item in follow_up.items]
    assert [{"claim": "belarus-talks", **table}] == to_dict(follow_up)["updates"]


def test_several_claims_get_an_item_each() -> None:
    """What bears on several claims alike is written once."""
    follow_up = from_dict(
        {"report": {"url": URL}, "updates": [{"claims": ["a", "b"], "unclear": ["who"]}]}
    )

    assert ["a", "b"] == [item.claim_id for item in follow_up.items]


# Sources -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "source"),
    [
        ({"description": "an official"}, anonymous("an official")),
        ({"description": "aides", "count": 2}, anonymous("aides", count=2)),
        (
            {"description": "aides", "count": 2, "count_is": "at_least"},
            anonymous("aides", count=2, count_is=CountIs.AT_LEAST),
        ),
        (
            {"description": "aides", "count_is": "several", "told": "Reuters"},
            anonymous("aides", count_is=CountIs.SEVERAL, told="Reuters"),
        ),
        (
            {"kind": "organisation", "description": "rights groups"},
            Source(kind=SourceKind.ORGANISATION, description="rights groups"),
        ),
        (
            {"kind": "person", "name": "John Coale", "role": "envoy"},
            person("John Coale", role="envoy"),
        ),
    ],
)
def test_source_needs_no_more_than_its_words_say(table: dict[str, Any], source: Source) -> None:
    """Kind and reading of a count are filled in as `anonymous` does, and not written again."""
    follow_up = from_dict(file({"evidence": {"source": "it"}}, sources={"it": table}))
    (written,) = to_dict(follow_up)["sources"].values()

    assert [EvidenceGiven(evidence=Evidence(source=source))] == [
        item.update for item in follow_up.items
    ]
    assert table == written


def test_sources_are_named_after_their_labels() -> None:
    """Different sources that are called alike get different names."""
    parties = [office("White House"), person("White House"), person("Дом")]
    items = [
        Item(claim_id=TALKS, update=EvidenceGiven(evidence=Evidence(source=party)))
        for party in parties
    ]

    assert ["white-house", "white-house-2", "person"] == list(
        to_dict(FollowUp(report=REPORT, items=items))["sources"]
    )


def test_own_voice_is_the_outlet_s() -> None:
    """What the report states itself has the outlet as source, or the report where it has none."""
    named = said({"own_voice": {"hedges": ["could"]}})
    nameless = said({"own_voice": {}}, report={"id": "leaflet"})

    assert [
        EvidenceGiven(
            evidence=Evidence(source=outlet("Example News"), own_voice=True, hedges=["could"])
        )
    ] == named
    assert [EvidenceGiven(evidence=Evidence(source=outlet("leaflet"), own_voice=True))] == nameless


def test_own_voice_of_another_outlet_is_evidence() -> None:
    """The long form keeps what the short one cannot say."""
    given = EvidenceGiven(evidence=Evidence(source=outlet("Another"), own_voice=True))
    follow_up = FollowUp(report=REPORT, items=[Item(claim_id=TALKS, update=given)])

    assert [
        {"claim": "belarus-talks", "evidence": {"source": "another", "own_voice": True}}
    ] == to_dict(follow_up)["updates"]


def test_known_sources_are_named_as_in_the_file() -> None:
    """Where the ledger's id is needed, the file's name for a source stands for it."""
    updates = said(
        {"evidence": {"source": "coale"}},
        {"rate": {"source": "coale", "reliability": "B"}},
        {"independence": {"sources": ["coale", {"id": "office:white-house"}]}},
        sources={"coale": {"kind": "person", "name": "John Coale"}},
    )

    assert [
        SourceRated(source=SourceId("person:john-coale"), reliability=Reliability.B),
        IndependenceShown(
            first=SourceId("person:john-coale"), second=SourceId("office:white-house")
        ),
    ] == updates[1:]


def test_speakers_between_are_sources_or_names() -> None:
    """Who passed words on is a source of the file, or somebody named on the spot."""
    (given,) = said(
        {"evidence": {"source": "police", "relayed_by": ["mayor", {"name": "Jo"}]}},
        sources={
            "police": {"kind": "office", "name": "Police"},
            "mayor": {"description": "the mayor"},
        },
    )

    assert isinstance(given, EvidenceGiven)
    assert ("the mayor", "Jo") == given.evidence.relayed_by


# Evidence and responses --------------------------------------------------------------------------


def test_short_forms_stand_for_tables() -> None:
    """Hedges and terms are their words alone, or tables that say more."""
    short, long = said(
        {"evidence": {"source": "it", "hedges": ["could"], "terms": "background"}},
        {
            "evidence": {
                "source": "it",
                "hedges": [{"words": "plans to", "kind": "plan", "span": {"start": 1, "end": 9}}],
                "terms": {"kind": "background", "wording": "an aide"},
                "stance": "confirms",
            }
        },
        sources={"it": {"description": "an aide"}},
    )

    aide = anonymous("an aide")
    assert (
        EvidenceGiven(
            evidence=Evidence(source=aide, hedges=[Hedge(words="could")], terms="background")
        )
        == short
    )
    assert (
        EvidenceGiven(
            evidence=Evidence(
                source=aide,
                stance=Stance.CONFIRMS,
                hedges=[Hedge(words="plans to", kind=HedgeClass.PLAN, span=Span(start=1, end=9))],
                terms=Terms(kind="background", wording="an aide"),
            )
        )
        == long
    )


EMBASSY = {"sources": {"embassy": {"kind": "office", "name": "Embassy"}}}


@pytest.mark.parametrize(
    ("outcome", "stance"), [("denied", Stance.DENIES), ("confirmed", Stance.CONFIRMS)]
)
def test_answer_with_substance_is_evidence_too(outcome: str, stance: Stance) -> None:
    """A denial or a confirmation writes the response and the evidence in the same act."""
    table = {"party": "embassy", "outcome": outcome, "wording": "No.", "standing": "actor"}
    follow_up = from_dict(
        file({"response": table, "because": "it wrote", "review": "look"}, **EMBASSY)
    )

    party = office("Embassy")
    assert (
        Item(
            claim_id=TALKS,
            update=CommentAnswered(response=Response(party=party, outcome=outcome, wording="No.")),
            because="it wrote",
            review="look",
        ),
        Item(
            claim_id=TALKS,
            update=EvidenceGiven(
                evidence=Evidence(source=party, stance=stance, wording="No.", standing="actor")
            ),
            because="it wrote",
        ),
    ) == follow_up.items
    assert [
        {"claim": "belarus-talks", "response": table, "because": "it wrote", "review": "look"}
    ] == to_dict(follow_up)["updates"]


@pytest.mark.parametrize(
    "table",
    [
        {"party": "embassy", "outcome": "denied", "as_evidence": False},
        {"party": "embassy", "outcome": "statement"},
        {"party": "embassy", "outcome": "no_reply"},
    ],
)
def test_other_answers_are_responses_alone(table: dict[str, Any]) -> None:
    """Silence, a statement, and a denial that the desk does not count stay one update."""
    follow_up = from_dict(file({"response": table}, **EMBASSY))

    assert [CommentAnswered] == [type(item.update) for item in follow_up.items]
    assert [{"claim": "belarus-talks", "response": table}] == to_dict(follow_up)["updates"]


def test_asking_is_pending_unless_told() -> None:
    """A request that was made waits for its outcome."""
    attempts = ["2025-11-26T09:00Z", datetime(2025, 11, 26, 12, tzinfo=UTC)]
    (sought,) = said({"sought": {"party": "embassy", "attempts": attempts}}, **EMBASSY)

    assert (
        CommentSought(
            response=Response(
                party=office("Embassy"),
                outcome=Outcome.PENDING,
                attempts=[datetime(2025, 11, 26, hour, tzinfo=UTC) for hour in (9, 12)],
            )
        )
        == sought
    )


# Times and figures -------------------------------------------------------------------------------

IN_BUCHAREST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "window"),
    [
        (date(2025, 11, 26), Window.parse("2025-11-26")),
        (
            datetime(2025, 11, 26, 14, 10, tzinfo=IN_BUCHAREST),
            Window.parse("2025-11-26T14:10+02:00"),
        ),
        (
            datetime(2025, 11, 26, 14, 10, 5, tzinfo=UTC),
            Window.parse("2025-11-26T14:10:05Z"),
        ),
        (datetime.fromisoformat("2025-11-26T14:10"), Window.parse("2025-11-26T14:10")),
        ("2025-09/2025-11~", Window.parse("2025-09/2025-11~")),
        (
            {"date": "2025-09", "phrase": "in September", "zone": "Europe/Minsk"},
            Window(
                earliest=datetime(2025, 8, 31, 21, tzinfo=UTC),
                latest=datetime(2025, 9, 30, 21, tzinfo=UTC),
                phrase="in September",
                zone="Europe/Minsk",
            ),
        ),
        (
            {"date": date(2025, 11, 26), "phrase": "today"},
            Window(
                earliest=datetime(2025, 11, 26, tzinfo=UTC),
                latest=datetime(2025, 11, 27, tzinfo=UTC),
                phrase="today",
            ),
        ),
        (
            {"earliest": "2025-11-26T14:10Z", "phrase": "after the meeting"},
            Window(earliest=datetime(2025, 11, 26, 14, 10, tzinfo=UTC), phrase="after the meeting"),
        ),
        ({"phrase": "some day"}, Window(phrase="some day")),
    ],
)
def test_time_is_written_in_many_ways(written: Any, window: Window) -> None:
    """Dates of TOML, ISO 8601, EDTF, and tables give windows; a date without zone floats."""
    report = {"outlet": "Example News", "url": URL, "published_at": written}
    follow_up = from_dict(file({"note": "seen"}, report=report))

    assert window == follow_up.report.published_at


def test_numbers_stay_exact() -> None:
    """A decimal is the number as written, whether TOML, JSON or a parser's float holds it."""
    table = b'[report]\nurl = "u"\n[[updates]]\nclaim = "a"\nanswer = { slot = "how_many",'
    toml = parse_toml(table + b" figure = { low = 0.1, high = 1e3 } }")
    data = {"report": {"url": "u"}, "updates": [{"claim": "a", "answer": {"slot": "how_many"}}]}
    for figure in ({"low": 0.1, "high": 1000}, {"low": "0.1", "high": Decimal("1E+3")}):
        data["updates"] = [{"claim": "a", "answer": {"slot": "how_many", "figure": figure}}]

        assert toml == from_dict(data)
    line = b'{"report":{"url":"u"},"updates":[{"claim":"a","answer":{"slot":"how_many","figure":'

    assert [toml] == list(parse_lines([line + b'{"low":0.1,"high":1000}}}]}']))


def test_one_number_is_exact() -> None:
    """Both bounds at once are written as one key."""
    update = {"answer": {"slot": "how_many", "figure": {"exactly": 52, "unit": "people"}}}
    follow_up = from_dict(file(update))

    assert [
        SlotAnswered(slot="how_many", value=SlotValue(figure=Figure.exactly(52, "people")))
    ] == [item.update for item in follow_up.items]
    assert [{"claim": "belarus-talks", **update}] == to_dict(follow_up)["updates"]


def test_long_numbers_are_written_as_text() -> None:
    """What a reader with floats alone would round does not leave as a number."""
    figure = Figure.at_least("12345678901234567890.5")
    answer = SlotAnswered(slot="how_many", value=SlotValue(figure=figure))
    follow_up = FollowUp(report=REPORT, items=[Item(claim_id=TALKS, update=answer)])

    assert {"low": "12345678901234567890.5"} == to_dict(follow_up)["updates"][0]["answer"]["figure"]


# Claims ------------------------------------------------------------------------------------------


def test_claims_are_opened_if_new() -> None:
    """A claim of the file may be there already; its translations follow it at once."""
    follow_up = from_dict(
        {
            "report": {"url": URL},
            "claims": [
                {"id": "a", "text": "A", "lang": "en", "translations": {"ro": "a", "de": "ä"}},
                {"id": "b", "text": "B", "same_text": True, "review": "new?"},
            ],
        }
    )

    assert [
        ("a", ClaimOpened, True),
        ("a", Translated, True),
        ("a", Translated, True),
        ("b", ClaimOpened, True),
    ] == [(item.claim_id, type(item.update), item.if_new) for item in follow_up.items]
    assert follow_up.items[-1].same_text
    assert "new?" == follow_up.items[-1].review


def test_claims_that_must_be_new_are_opened_among_the_updates() -> None:
    """What is not to be taken as it is, and what comes later, keeps its place and its force."""
    opened = ClaimOpened(text="A")
    items = [
        Item(claim_id=TALKS, update=opened),
        Item(claim_id=TALKS, update=Noted(text="n")),
        Item(claim_id=ClaimId("other"), update=opened, if_new=True, same_text=True),
    ]
    data = to_dict(FollowUp(report=REPORT, items=items))

    assert "claims" not in data
    assert [
        {"claim": "belarus-talks", "open": {"text": "A"}},
        {"claim": "belarus-talks", "note": "n"},
        {"claim": "other", "open": {"text": "A"}, "if_new": True, "same_text": True},
    ] == data["updates"]


@pytest.mark.parametrize(
    "update",
    [Rejudged(), Flagged(link=Link(kind="depends_on", other=TALKS), status="refuted")],
    ids=lambda update: type(update).__name__,
)
def test_the_ledger_s_own_updates_are_not_written(update: Update) -> None:
    """A follow-up file cannot say what only the ledger says."""
    follow_up = FollowUp(report=REPORT, items=[Item(claim_id=TALKS, update=update)])

    with pytest.raises(InvalidValueError, match="for the ledger to write"):
        to_dict(follow_up)


def test_withdrawal_names_what_it_takes_back() -> None:
    """A report, a source or an outlet, on some claims or on all."""
    follow_up = from_dict(
        {
            "report": {"url": URL},
            "sources": {"coale": {"kind": "person", "name": "John Coale"}},
            "withdrawals": [
                {"report": "https://news.example/0", "because": "untrue"},
                {"source": "coale", "by": "source"},
                {"outlet": "Reuters", "claims": ["a"], "by": "desk", "review": "all?"},
            ],
        }
    )

    assert (
        Withdrawal(report="https://news.example/0", because="untrue"),
        Withdrawal(source="person:john-coale", by=TakenBackBy.SOURCE),
        Withdrawal(outlet="Reuters", claims=["a"], by=TakenBackBy.DESK, review="all?"),
    ) == follow_up.withdrawals


def test_what_is_said_of_several_claims_is_one_table() -> None:
    """Alike but for the claim, items are written together; an answer keeps its evidence."""
    party = office("White House")
    declined = CommentAnswered(response=Response(party=party, outcome=Outcome.DECLINED))
    denied = Response(party=party, outcome=Outcome.DENIED)
    spoken = EvidenceGiven(evidence=Evidence(source=party, stance=Stance.DENIES))
    items = [
        *(Item(claim_id=one, update=declined, because="on record") for one in ("a", "b", "c")),
        *(
            Item(claim_id=one, update=update)
            for one in ("a", "b")
            for update in (CommentAnswered(response=denied), spoken)
        ),
        Item(claim_id="a", update=declined),
        Item(claim_id="b", update=declined, because="another reason"),
    ]
    follow_up = FollowUp(report=Report(url="https://news.example/1"), items=items)
    written = to_dict(follow_up)

    assert [["a", "b", "c"], "a", "b", "a", "b"] == [
        table.get("claims") or table["claim"] for table in written["updates"]
    ]
    assert follow_up == from_dict(written)
