"""A draft becomes the follow-up that an editor would have typed."""

from typing import TypeVar

import pytest

import claimtrack as ct
from claimtrack.errors import InvalidValueError, UnderReviewError
from claimtrack.model.confidence import CaveatKind
from claimtrack.model.evidence import Stance
from claimtrack.model.response import Outcome
from claimtrack.model.source import CountIs, SourceKind
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    SlotAnswered,
    SlotDeclaredUnclear,
)
from claimtrack.reading import Draft, read
from claimtrack.reading.drafting import source_of
from claimtrack.reading.findings import Count, Speaker
from claimtrack.reading.kinds import SpeakerKind
from tests.unit.reading.given import TEXT, draft

U = TypeVar("U")


def _updates(found: Draft, kind: type[U]) -> list[U]:
    items = found.to_follow_up("ferries").items
    return [item.update for item in items if isinstance(item.update, kind)]


def test_every_claim_is_opened_with_its_story() -> None:
    """The proposition is the article's words, and a claim that is there already is no mistake."""
    opened = _updates(draft(), ClaimOpened)

    assert ["Talks could end on Friday", "ferries", "en"] == [
        opened[1].text,
        opened[1].story,
        opened[1].lang,
    ]
    assert ct.Window.parse("2026-04-17") == opened[1].expected_by
    items = draft().to_follow_up().items
    assert all(item.if_new for item in items if isinstance(item.update, ClaimOpened))


def test_evidence_has_source_wording_and_hedges() -> None:
    """Who says so, through whom, how sure; the article's own voice is told apart."""
    first, second, third = (update.evidence for update in _updates(draft(), EvidenceGiven))

    assert (3, CountIs.EXACT, "Harbour Wire") == (
        first.source.count,
        first.source.count_is,
        first.source.told,
    )
    assert ["could"] == [hedge.words for hedge in second.hedges]
    assert ("Ana Brodie", "mediator") == (second.source.name, second.source.role)
    assert third.own_voice
    assert "Two ferries were laid up in March" == third.wording


def test_who_speaks_together_gives_evidence_each() -> None:
    """Two sources, the second for an editor to look at: one statement is not two origins."""
    found = read("Ann Lee and Tom Brown denied that the bridge was unsafe.", lang="en")
    given = [update.evidence for update in _updates(found, EvidenceGiven)]
    reviews = [item.review for item in found.to_follow_up().items if item.review]

    assert ["Ann Lee", "Tom Brown"] == [one.source.name for one in given]
    assert [Stance.DENIES] * 2 == [one.stance for one in given]
    assert ["two say so together: is the second an origin of its own?"] == reviews


def test_figures_and_dates_answer_slots() -> None:
    """One number with a unit, and one date of the event."""
    answers = _updates(draft(), SlotAnswered)

    assert [("how_many", "at least 40 sailings a week"), ("when", "2026-04-17")] == [
        (one.slot, str(one.value)) for one in answers[:2]
    ]


def test_what_is_unclear_says_why() -> None:
    """The statement stands as the reason."""
    (update,) = _updates(draft(), SlotDeclaredUnclear)
    (item,) = (item for item in draft().to_follow_up().items if item.update == update)

    assert ("when",) == update.slots
    assert "It is unclear when" == item.because


def test_responses_name_who_asked() -> None:
    """The one agency that the article passes on is taken to have asked; "immediately" waits."""
    responses = [update.response for update in _updates(draft(), CommentAnswered)]

    assert [(Outcome.DECLINED, "Harbour Wire"), (Outcome.NO_REPLY_YET, "Harbour Wire")] == [
        (one.outcome, one.asked_by) for one in responses
    ]


TOLD_RO = "Doi paznici au declarat pentru Reuters că bacul ardea. "
TOLD = "Two guards told Reuters that the ferry sank. "
UNSAID = "who asked is not said: it may be an outlet whose report is passed on"


@pytest.mark.parametrize(
    ("text", "asked_by", "is_sure"),
    [
        (f"{TOLD}The port declined to comment.", "Reuters", True),
        ("The ferry sank, two guards said. The port declined to comment.", "Vell Post", True),
        (f"{TOLD}Asked by CNN, the port declined to comment.", "CNN", True),
        (
            "The ferry sank, Tom Pell said. A sailor told AFP it leaked. The port did not comment.",
            "Vell Post",
            False,
        ),
        (
            f"{TOLD}A sailor told AFP that it had leaked. The port declined to comment.",
            "Vell Post",
            False,
        ),
    ],
)
def test_who_asked_is_not_made_up(text: str, asked_by: str, *, is_sure: bool) -> None:
    """An agency asked about what it carried; where it carried something else, a person looks."""
    items = read(f"Outlet: Vell Post\n\n{text}", lang="en").to_follow_up().items
    answers = [item for item in items if isinstance(item.update, CommentAnswered)]

    assert answers
    for item in answers:
        assert isinstance(item.update, CommentAnswered)
        assert (asked_by, is_sure) == (item.update.response.asked_by, UNSAID not in item.review)


def test_every_item_says_where_it_was_read() -> None:
    """A rule and a place that holds its words."""
    for item in draft().to_follow_up().items:
        assert item.read is not None
        assert item.read.span is not None
        assert TEXT[item.read.span.start : item.read.span.end].strip()
        assert item.read.rule


def test_the_report_passes_on_whom_it_names() -> None:
    """Whom the sources told is an origin that the report relays, never the report itself."""
    report = draft().to_follow_up().report

    assert ("Harbour Wire",) == report.relays
    assert (64, "en") == (len(report.digest), report.lang)


def test_what_was_read_is_recorded_as_told() -> None:
    """The ledger takes the follow-up, and judges it as any other."""
    with ct.open_ledger("memory:", author="desk") as ledger:
        ledger.apply([draft().to_follow_up("ferries")])
        rows = list(ledger.claims(story="ferries"))
        claim = ledger.claim(rows[0].id)

    assert 3 == len(rows)
    assert "possibly true (F3): unclear when; one origin: Harbour Wire; Nordlink declined" in (
        str(claim.confidence)
    )


def test_what_is_unsure_stops_the_ledger() -> None:
    """A doubt is a review, and a review is refused until a person has looked."""
    data = {
        "records": [
            {
                "id": "a",
                "content": {"text": "Talks could end on Friday"},
                "attribution": {"scope": "ambiguous"},
            }
        ]
    }
    follow_up = draft(data).to_follow_up()

    with ct.open_ledger("memory:", author="desk") as ledger:
        with pytest.raises(UnderReviewError, match="who says this is unsure"):
            ledger.apply([follow_up])
        ledger.apply([follow_up], accept=True)


def test_nothing_read_is_nothing_to_apply() -> None:
    """An empty text gives an honest empty draft, and no follow-up."""
    empty = read("", lang="en")

    assert () == empty.claims
    with pytest.raises(InvalidValueError, match="nothing was found that is a claim"):
        empty.to_follow_up()


REPORT = ct.Report("Example News", url="https://news.example/1")


@pytest.mark.parametrize(
    ("speaker", "kind", "count", "count_is"),
    [
        (Speaker(kind=SpeakerKind.PERSON, name="Ana Brodie"), SourceKind.PERSON, None, None),
        (
            Speaker(kind=SpeakerKind.ANONYMOUS, description="source", count=Count(low=1, high=1)),
            SourceKind.PERSON,
            None,
            None,
        ),
        (
            Speaker(kind=SpeakerKind.ANONYMOUS, description="sources", count=Count(low=3, high=3)),
            SourceKind.GROUP,
            3,
            CountIs.EXACT,
        ),
        (
            Speaker(kind=SpeakerKind.ANONYMOUS, description="sources", count=Count(low=2)),
            SourceKind.GROUP,
            None,
            CountIs.SEVERAL,
        ),
        (
            Speaker(kind=SpeakerKind.ANONYMOUS, description="people", count=Count(low=5)),
            SourceKind.GROUP,
            5,
            CountIs.AT_LEAST,
        ),
        (
            Speaker(kind=SpeakerKind.ORGANISATIONS, description="rights groups"),
            SourceKind.ORGANISATION,
            None,
            None,
        ),
        (Speaker(kind=SpeakerKind.PUBLIC, description="residents"), SourceKind.GROUP, None, None),
        (
            Speaker(kind=SpeakerKind.DOCUMENT, description="a report"),
            SourceKind.DOCUMENT,
            None,
            None,
        ),
        (Speaker(kind=SpeakerKind.UNKNOWN), SourceKind.PERSON, None, None),
    ],
)
def test_speakers_become_sources(
    speaker: Speaker, kind: SourceKind, count: int | None, count_is: CountIs | None
) -> None:
    """A plural without a number is several; one person is no group."""
    source = source_of(speaker, REPORT, "en")

    assert (kind, count, count_is) == (source.kind, source.count, source.count_is)


def test_the_report_is_told_nothing_by_itself() -> None:
    """Who spoke to the article's own outlet told nobody else."""
    speaker = Speaker(kind=SpeakerKind.PERSON, name="Ana Brodie", told="example news")

    assert "" == source_of(speaker, REPORT, "en").told


def test_a_denial_is_no_answer() -> None:
    """What is denied is the claim; its figure is not the denier's."""
    data = {
        "sources": [{"id": "n", "kind": "organisation", "name": "Nordlink"}],
        "records": [
            {
                "id": "a",
                "content": {"text": "a return of at least 40 sailings a week"},
                "attribution": {"kind": "denied", "sources": ["n"]},
                "quantities": [
                    {"text": "at least 40", "op": "ge", "value": 40, "unit": "sailings"}
                ],
            }
        ],
    }
    items = draft(data).to_follow_up().items
    (evidence,) = (one.update.evidence for one in items if isinstance(one.update, EvidenceGiven))

    assert Stance.DENIES is evidence.stance
    assert not any(isinstance(item.update, SlotAnswered) for item in items)


@pytest.mark.parametrize(
    ("lang", "text", "relays"),
    [
        ("en", TOLD, ("Reuters",)),
        ("en", f"{TOLD}The ferry was laid up in March, Tom Pell said.", ("Reuters",)),
        ("en", f"{TOLD}Forty islanders were saved, according to the county council.", ()),
        ("en", f"{TOLD}Two sailors said that it had leaked.", ()),
        ("ro", TOLD_RO, ("Reuters",)),
        (
            "ro",
            f"{TOLD_RO}Trei marinari au spus că ancora ținea.",
            (),
        ),
    ],
)
def test_a_report_relays_as_a_whole_or_not(lang: str, text: str, relays: tuple[str, ...]) -> None:
    """Where others speak beside who told the agency, the evidence says who told it."""
    drafted = read(f"Outlet: Vell Post\n\n{text}", lang=lang).to_follow_up()
    told = [
        item.update.evidence.source.told
        for item in drafted.items
        if isinstance(item.update, EvidenceGiven) and not item.update.evidence.own_voice
    ]

    assert relays == drafted.report.relays
    assert ["Reuters", *[""] * (len(told) - 1)] == told


def test_what_others_told_has_another_origin() -> None:
    """A council that told nobody is no origin of the agency's."""
    text = (
        f"Outlet: Vell Post\n\n{TOLD}Forty islanders were saved, according to the county council."
    )
    with ct.open_ledger("memory:", author="desk") as ledger:
        list(ledger.apply([read(text, lang="en").to_follow_up()]))
        origins = {
            claim.text: [
                caveat.values
                for caveat in ledger.claim(claim.id).confidence.caveats
                if caveat.kind is CaveatKind.ONE_ORIGIN
            ]
            for claim in ledger.claims()
        }

    assert {
        "The ferry sank": [("Reuters",)],
        "Forty islanders were saved": [("Vell Post",)],
    } == origins


@pytest.mark.parametrize(
    ("lang", "text", "review"),
    [
        ("en", "The ferry Alba sank on 30 February.", "a date in it must be on the calendar"),
        ("ro", "Bacul Alba s-a scufundat pe 31 aprilie.", "a date in it must be on the calendar"),
    ],
)
def test_an_impossible_date_is_looked_at(lang: str, text: str, review: str) -> None:
    """A day that no calendar has is a mistake of the article's, or of the reader's."""
    items = read(text, lang=lang, published_at="2025-11-26").to_follow_up().items

    assert [review] == [item.review for item in items if item.review]
