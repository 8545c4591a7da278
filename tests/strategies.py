"""The only place where values are made up: one strategy per class of the model."""

from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimtrack.model import updates as told
from claimtrack.model.confidence import Caveat, CaveatKind, Confidence, Credibility
from claimtrack.model.edtf import Mark
from claimtrack.model.entry import Fact
from claimtrack.model.evidence import (
    Basis,
    Evidence,
    Hedge,
    HedgeClass,
    Interest,
    Span,
    Stance,
    Standing,
    Terms,
    TermsKind,
)
from claimtrack.model.figure import Figure
from claimtrack.model.follow_up import FollowUp, Item, ReadFrom, Withdrawal
from claimtrack.model.ids import ClaimId, SourceId, StoryId
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.report import Report
from claimtrack.model.response import Outcome, Respondent, Response
from claimtrack.model.slots import SLOTS, SlotValue
from claimtrack.model.source import CountIs, Reliability, Source, SourceKind
from claimtrack.model.status import Status
from claimtrack.model.updates import Update
from claimtrack.model.window import Window
from claimtrack.model.work import Work, WorkState
from tests.cases import REPORTED, Step, claim_of, report

# No lone surrogates, which no store can keep, and no controls, among them line breaks.
_letters = st.characters(exclude_categories=("Cs", "Cc"))

words: SearchStrategy[str] = st.text(_letters, min_size=1, max_size=40).filter(
    lambda made: not made.isspace()
)
"""One line that says something."""

moments: SearchStrategy[datetime] = st.datetimes(
    min_value=datetime.fromisoformat("0003-01-01"),
    max_value=datetime.fromisoformat("9997-01-01"),
    timezones=st.just(UTC),
) | st.datetimes(
    min_value=datetime.fromisoformat("2020-01-01"),
    max_value=datetime.fromisoformat("2030-01-01"),
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(second=0, microsecond=0))
"""Aware, UTC, far enough from the edges of the calendar for any zone and season."""

days: SearchStrategy[date] = moments.map(datetime.date)
"""Days, as far from the edges of the calendar as `moments`."""

zones: SearchStrategy[str] = st.sampled_from(
    [
        "",
        "UTC",
        "+02:00",
        "-03:30",
        "+14:00",
        "Europe/Bucharest",
        "America/New_York",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",  # its summer time is half an hour
        "Asia/Beirut",  # the clocks skip midnight
        "America/Havana",  # the clocks show midnight twice
        "America/St_Johns",  # and here they did so at one past midnight
        "Pacific/Apia",  # skipped the whole of 30 December 2011
    ]
)
"""No zone, offsets, and the zones of the tz database that are hardest to be right in."""

_marks = st.sampled_from(["", "?", "~", "%"])


@st.composite
def _one_date(draw: DrawFn, day: date) -> str:
    """Name a stretch that holds this day, as EDTF of level 0 or 1 does."""
    year, month = f"{day.year:04}", f"{day.month:02}"
    named = draw(
        st.sampled_from(
            [
                year,
                f"{year}-{month}",
                day.isoformat(),
                f"{year}-{month}-XX",
                f"{year}-XX",
                f"{year}-XX-XX",
            ]
        )
    )
    return named + draw(_marks)


@st.composite
def _intervals(draw: DrawFn) -> str:
    first, last = sorted((draw(days), draw(days)))
    sides = [draw(_one_date(first)), draw(_one_date(last))]
    missing = draw(st.sampled_from([None, None, 0, 1]))
    if missing is not None:
        sides[missing] = draw(st.sampled_from(["", ".."]))
    return "/".join(sides)


@st.composite
def _seasons_and_spans(draw: DrawFn) -> str:
    year, grouping = draw(st.integers(3, 9996)), draw(st.integers(21, 41))
    open_years = draw(st.sampled_from([f"{max(year // 10, 1):03}X", f"{max(year // 100, 1):02}XX"]))
    named = draw(st.sampled_from([f"{year:04}-{grouping}", open_years]))
    return (named if named[:2] != "99" else "2025-21") + draw(_marks)


edtf_dates: SearchStrategy[str] = days.flatmap(_one_date) | _intervals() | _seasons_and_spans()
"""EDTF of levels 0 and 1 without a time of day, and the sub-year groupings of level 2."""

edtf_moments: SearchStrategy[str] = st.builds(
    lambda moment, offset: moment.isoformat()[:19] + offset,
    moments,
    st.sampled_from(["", "Z", "+02:00", "-11:00", "+05:45"]),
)
"""EDTF with a time of day, to the second."""

_almost_dates = st.text(alphabet="0123456789-/X?~%.T:Z+[]{},W YX ", max_size=30)

texts_like_dates: SearchStrategy[str] = (
    edtf_dates | edtf_moments | _almost_dates | st.text(max_size=20)
)
"""What `Window.parse` may be given, most of it nonsense."""


@st.composite
def _windows_of_moments(draw: DrawFn) -> Window:
    first, last = sorted(draw(st.lists(moments, min_size=2, max_size=2, unique=True)))
    earliest, latest = draw(
        st.sampled_from([(first, last), (first, last), (first, None), (None, last)])
    )
    return Window(
        earliest=earliest,
        latest=latest,
        phrase=draw(st.just("") | words),
        zone=draw(zones),
        earliest_mark=Mark(draw(_marks)) if earliest else draw(_missing),
        latest_mark=Mark(draw(_marks)) if latest else draw(_missing),
    )


_missing = st.sampled_from([Mark.PLAIN, Mark.OPEN])

windows: SearchStrategy[Window] = (
    _windows_of_moments()
    | st.builds(Window.parse, edtf_dates | edtf_moments, zones)
    | st.builds(Window.at, moments)
)
"""Every kind of window with a bound: open, marked, floating, in a zone, with and without phrase."""

amounts: SearchStrategy[Decimal] = st.integers(-5, 2000).map(Decimal) | st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3
)
"""Numbers; small whole ones often, so that figures meet."""


@st.composite
def _ranges(draw: DrawFn) -> Figure:
    low, high = sorted((draw(amounts), draw(amounts)))
    has_low, has_high = draw(st.sampled_from([(True, True), (True, False), (False, True)]))
    is_range = low != high or not (has_low and has_high)
    return Figure(
        low=low if has_low else None,
        high=high if has_high else None,
        low_open=has_low and is_range and draw(st.booleans()),
        high_open=has_high and is_range and draw(st.booleans()),
        approximate=draw(st.booleans()),
        unit=draw(st.sampled_from(["", "people", "EUR"])),
        as_at=draw(st.none() | windows),
        phrase=draw(st.just("") | words),
    )


figures: SearchStrategy[Figure] = (
    _ranges()
    | st.builds(Figure.exactly, amounts)
    | st.builds(lambda phrase: Figure(phrase=phrase), words)
)
"""Every kind of figure: exact, ranges open and closed on either side, approximate, vague."""

texts: SearchStrategy[str] = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=60
).filter(lambda made: not made.isspace())
"""Text of several lines that says something."""

claim_ids: SearchStrategy[ClaimId] = st.sampled_from(
    ["belarus-talks", "sanctions", "embassy", "7", "a-claim-of-another-ledger"]
).map(ClaimId)
"""Few, so that updates meet on a claim."""

_maybe_words = st.just("") | words
_maybe_texts = st.just("") | texts
_maybe_moments = st.none() | moments
_maybe_langs = st.sampled_from(["", "en", "ro", "en-GB"])
_source_ids = words.map(SourceId)
_stories = st.sampled_from(["", "belarus-prisoners"]).map(StoryId)
_revisions = st.integers(1, 10**6)
_slots = st.sampled_from([*SLOTS, "which_sanctions"])


@st.composite
def _sources(draw: DrawFn) -> Source:
    name, description = draw(st.tuples(words, _maybe_words) | st.tuples(st.just(""), words))
    count = draw(st.none() | st.integers(1, 9))
    readings = st.sampled_from(CountIs)
    return Source(
        kind=draw(st.sampled_from(SourceKind)),
        name=name,
        description=description,
        id=draw(st.just("") | _source_ids),
        count=count,
        count_is=draw(st.none() | readings if count is None else readings),
        affiliation=draw(_maybe_words),
        role=draw(_maybe_words),
        speaks_for=draw(_maybe_words),
        told=draw(_maybe_words),
        reliability=draw(st.sampled_from(Reliability)),
        rated_at=draw(_maybe_moments),
        lang=draw(_maybe_langs),
        labels=draw(st.dictionaries(st.sampled_from(["en", "ro"]), words, max_size=2)),
    )


sources: SearchStrategy[Source] = _sources()
"""Every kind of source, named and described, with and without a count."""

reports: SearchStrategy[Report] = st.builds(
    Report,
    _maybe_words,
    url=words.map(lambda page: f"https://news.example/{page}"),
    title=_maybe_words,
    author=_maybe_words,
    lang=_maybe_langs,
    zone=zones,
    published_at=st.none() | windows,
    relays=st.lists(words.map(lambda name: f"Agency {name}"), max_size=2),
    ours=st.booleans(),
    digest=st.sampled_from(["", "00" * 32]),
    archived_at_url=_maybe_words,
    id=_maybe_words,
)
"""Reports with a url, and perhaps with an id of their own."""

spans: SearchStrategy[Span] = st.lists(st.integers(0, 10**6), min_size=2, max_size=2).map(
    lambda bounds: Span(start=min(bounds), end=max(bounds))
)
"""Spans, also empty ones."""

hedges: SearchStrategy[Hedge] = st.builds(
    Hedge, words=texts, kind=st.sampled_from(HedgeClass), span=st.none() | spans
)
"""Hedges of every class."""

terms: SearchStrategy[Terms] = st.builds(
    Terms,
    kind=st.sampled_from(TermsKind),
    wording=_maybe_texts,
    embargo_until=_maybe_moments,
    reason=_maybe_texts,
    approved_by=_maybe_words,
)
"""Terms of every kind."""


@st.composite
def _evidence(draw: DrawFn) -> Evidence:
    source = draw(sources)
    is_document = source.kind is SourceKind.DOCUMENT
    # In one order, and never sources themselves: so no relays go round in a circle.
    between = draw(st.sets(st.sampled_from(["1st between", "2nd between", "3rd between"])))
    return Evidence(
        source=source,
        stance=draw(st.sampled_from(Stance)),
        wording=draw(_maybe_texts),
        lang=draw(_maybe_langs),
        span=draw(st.none() | spans),
        hedges=draw(st.lists(hedges, max_size=2)),
        basis=draw(st.sampled_from(Basis)),
        standing=draw(st.sampled_from(Standing)),
        interested=draw(st.sampled_from(Interest)),
        terms=draw(st.none() | terms),
        relayed_by=sorted(between),
        own_voice=source.kind is SourceKind.OUTLET and draw(st.booleans()),
        authentication=draw(_maybe_texts) if is_document else "",
    )


evidence: SearchStrategy[Evidence] = _evidence()
"""Every stance of every kind of source."""


def responses(*outcomes: Outcome) -> SearchStrategy[Response]:
    """Responses with one of these outcomes, or with any."""
    return st.builds(
        Response,
        party=sources,
        outcome=st.sampled_from(outcomes or tuple(Outcome)),
        request=_maybe_words,
        respondent=st.sampled_from(Respondent),
        asked_by=_maybe_words,
        channel=_maybe_words,
        attempts=st.lists(moments, max_size=2),
        deadline=_maybe_moments,
        answered_at=_maybe_moments,
        wording=_maybe_texts,
        lang=_maybe_langs,
        reason=_maybe_texts,
        late=st.booleans(),
    )


slot_values: SearchStrategy[SlotValue] = (
    st.builds(SlotValue, text=words)
    | st.builds(SlotValue, text=_maybe_words, figure=figures)
    | st.builds(SlotValue, text=_maybe_words, window=windows)
)
"""Answers in words, figures and windows."""

links: SearchStrategy[Link] = st.builds(
    Link, kind=st.sampled_from(LinkKind), other=claim_ids, inverse=st.booleans()
)
"""Links of every kind, from either end."""

_credibilities = st.none() | st.sampled_from(Credibility)

openings: SearchStrategy[told.ClaimOpened] = st.builds(
    told.ClaimOpened,
    text=texts,
    lang=_maybe_langs,
    kind=st.sampled_from(told.ClaimKind),
    story=_stories,
    expected_by=st.none() | windows,
)
"""Openings of every kind of claim."""

_later_updates: dict[type, SearchStrategy[Update]] = {
    told.Reworded: st.builds(told.Reworded, text=texts),
    told.Translated: st.builds(told.Translated, text=texts, lang=_maybe_langs),
    told.EvidenceGiven: st.builds(told.EvidenceGiven, evidence=evidence),
    told.EvidenceTakenBack: st.builds(
        told.EvidenceTakenBack, given=_revisions, by=st.sampled_from(told.TakenBackBy)
    ),
    told.EntryTakenBack: st.builds(
        told.EntryTakenBack, given=_revisions, by=st.sampled_from(told.TakenBackBy)
    ),
    told.SourceRated: st.builds(
        told.SourceRated, source=_source_ids, reliability=st.sampled_from(Reliability)
    ),
    told.SourceNamed: st.builds(
        told.SourceNamed, source=_source_ids, name=words, role=_maybe_words
    ),
    told.SlotDeclaredUnclear: st.builds(
        told.SlotDeclaredUnclear, slots=st.lists(_slots, min_size=1, max_size=3)
    ),
    told.SlotAnswered: st.builds(
        told.SlotAnswered, slot=_slots, value=slot_values, source=st.none() | sources
    ),
    told.SlotClosed: st.builds(told.SlotClosed, slot=_slots, value=st.none() | slot_values),
    told.CommentSought: st.builds(
        told.CommentSought, response=responses(Outcome.PENDING, Outcome.NOT_SOUGHT)
    ),
    told.CommentAnswered: st.builds(told.CommentAnswered, response=responses()),
    told.Linked: st.builds(told.Linked, link=links),
    told.Unlinked: st.builds(told.Unlinked, link=links),
    told.Ruled: st.builds(told.Ruled, status=st.sampled_from(Status), credibility=_credibilities),
    told.RulingLifted: st.builds(told.RulingLifted),
    told.WorkMoved: st.builds(
        told.WorkMoved,
        work=st.builds(
            Work,
            state=st.sampled_from(WorkState),
            assignee=_maybe_words,
            recheck_by=_maybe_moments,
        ),
    ),
    told.ConfidenceSet: st.builds(told.ConfidenceSet, credibility=_credibilities),
    told.IndependenceShown: st.lists(_source_ids, min_size=2, max_size=2, unique=True).map(
        lambda pair: told.IndependenceShown(first=pair[0], second=pair[1])
    ),
    told.Noted: st.builds(told.Noted, text=texts),
}
_ledgers_own: dict[type, SearchStrategy[Update]] = {
    told.Flagged: st.builds(told.Flagged, link=links, status=st.sampled_from(Status)),
    told.Rejudged: st.builds(told.Rejudged),
}

updates: SearchStrategy[Update] = st.one_of(
    openings, *_later_updates.values(), *_ledgers_own.values()
)
"""Every update."""


def updates_of(kind: type) -> SearchStrategy[Update]:
    """Updates of one class."""
    return ({told.ClaimOpened: openings} | _later_updates | _ledgers_own)[kind]


_reads = st.builds(ReadFrom, rule=_maybe_words, span=st.none() | spans)


def _items(update: SearchStrategy[Update]) -> SearchStrategy[Item]:
    return st.builds(
        Item,
        claim_id=claim_ids,
        update=update,
        because=_maybe_texts,
        read=st.none() | _reads,
        review=_maybe_texts,
    )


@st.composite
def _answers_with_evidence(draw: DrawFn) -> list[Item]:
    """Make an answer and the evidence that lies in it, as the verbs of a claim handle do."""
    outcome, stance = draw(
        st.sampled_from([(Outcome.CONFIRMED, Stance.CONFIRMS), (Outcome.DENIED, Stance.DENIES)])
    )
    response = draw(responses(outcome))
    spoken = Evidence(
        source=response.party,
        stance=stance,
        wording=response.wording,
        lang=response.lang,
        standing=draw(st.sampled_from(Standing)),
    )
    claim_id, because = draw(claim_ids), draw(_maybe_texts)
    return [
        Item(claim_id=claim_id, update=told.CommentAnswered(response=response), because=because),
        Item(claim_id=claim_id, update=told.EvidenceGiven(evidence=spoken), because=because),
    ]


@st.composite
def _claims_opened(draw: DrawFn, claim_id: ClaimId) -> list[Item]:
    """Open a claim, and perhaps translate it, with or without a look at what is there."""
    if_new = draw(st.booleans())
    opening = draw(_items(openings))
    translated = st.builds(
        Item,
        claim_id=st.just(claim_id),
        update=_later_updates[told.Translated],
        if_new=st.sampled_from([if_new, if_new, True]),
    )
    return [
        attrs.evolve(opening, claim_id=claim_id, if_new=if_new, same_text=draw(st.booleans())),
        *draw(st.lists(translated, max_size=3)),
    ]


withdrawals: SearchStrategy[Withdrawal] = st.builds(
    lambda named, **others: Withdrawal(**named, **others),
    st.sampled_from(["report", "source", "outlet"]).flatmap(
        lambda key: st.fixed_dictionaries({key: words})
    ),
    claims=st.lists(claim_ids, min_size=1, max_size=2, unique=True),
    by=st.sampled_from(told.TakenBackBy),
    because=_maybe_texts,
    review=_maybe_texts,
)
"""Withdrawals by report, source and outlet."""


@st.composite
def _follow_ups(draw: DrawFn) -> FollowUp:
    opened = draw(st.lists(claim_ids, max_size=3, unique=True))
    groups: list[list[Item]] = [draw(_claims_opened(claim_id)) for claim_id in opened]
    others = st.one_of(*_later_updates.values())
    later = _items(others).map(lambda item: [item]) | _answers_with_evidence()
    groups += draw(st.lists(later, max_size=4))
    if draw(st.booleans()):
        groups = draw(st.permutations(groups))
    taken_back = draw(st.lists(withdrawals, min_size=0 if groups else 1, max_size=2))
    return FollowUp(
        report=draw(reports),
        items=[item for group in groups for item in group],
        withdrawals=taken_back,
        key=draw(_maybe_words),
    )


follow_ups: SearchStrategy[FollowUp] = _follow_ups()
"""Follow-ups of everything that people may write, in any order."""

judgements: SearchStrategy[Judgement] = st.builds(
    Judgement,
    status=st.sampled_from(Status),
    confidence=st.builds(
        Confidence,
        credibility=st.sampled_from(Credibility),
        reliability=st.sampled_from(Reliability),
        caveats=st.lists(
            st.builds(
                Caveat,
                kind=st.sampled_from(CaveatKind),
                values=st.lists(words, max_size=2).map(tuple),
                revisions=st.lists(_revisions, max_size=2).map(tuple),
            ),
            max_size=3,
        ).map(tuple),
    ),
    policy=words,
    version=st.integers(1, 9),
)
"""Stamps: judgements without findings."""

facts: SearchStrategy[Fact] = st.builds(
    Fact,
    claim_id=claim_ids,
    revision=_revisions,
    recorded_at=moments,
    author=words,
    update=updates,
    report=st.none() | reports,
    because=_maybe_texts,
)
"""Facts of every kind of update, with a report and without."""


# Small worlds, in which sources, outlets and claims meet ------------------------------------------

_OUTLETS = ["Alpha", "Beta", "Gamma", "Our Desk"]
_AGENCIES = ["Reuters", "AFP"]

tellers: SearchStrategy[Source] = st.sampled_from(
    [
        Source(kind="person", name="Ada", affiliation="Families"),
        Source(kind="person", name="Boris", affiliation="Border Guard", reliability="B"),
        Source(kind="person", name="Cleo", speaks_for="Border Guard"),
        Source(kind="person", name="Mo", affiliation="Our Desk"),
        Source(kind="office", name="Ministry", reliability="D"),
        Source(kind="organisation", name="Observers", reliability="A"),
        Source(kind="document", name="the list", affiliation="Ministry"),
        Source(kind="document", name="the file", affiliation="Court"),
        Source(kind="person", description="an official"),
        Source(kind="group", description="officials", count=3, count_is="exact", told="Reuters"),
        Source(kind="group", description="officials", count_is="several", told="AFP"),
        Source(kind="group", name="The Nine", description="officials", told="Reuters"),
        *(Source(kind="outlet", name=name) for name in _OUTLETS[:3]),
        Source(kind="outlet", name="Our Desk", reliability="C"),
    ]
)
"""A few sources, named and described, some of one body, some told to one agency."""


@st.composite
def _carriers(draw: DrawFn, day: int | None) -> Report:
    outlet = draw(st.sampled_from(_OUTLETS))
    others = [name for name in (*_OUTLETS, *_AGENCIES) if name != outlet]
    relays = tuple(draw(st.lists(st.sampled_from(others), max_size=2, unique=True)))
    published = draw(st.integers(1, 28)) if day is None else day
    return report(outlet, published, relays=relays, ours=outlet == "Our Desk")


def carriers(day: int | None = None) -> SearchStrategy[Report]:
    """Reports of a few outlets that relay one another, or agencies; of a day, or of any."""
    return _carriers(day)


def _on_terms(source: Source, allowed: SearchStrategy[Terms | None]) -> SearchStrategy[Evidence]:
    is_document = source.kind is SourceKind.DOCUMENT
    is_outlet = source.kind is SourceKind.OUTLET
    return st.builds(
        Evidence,
        source=st.just(source),
        stance=st.sampled_from(Stance),
        hedges=st.sampled_from([(), (), ("could",)]),
        basis=st.sampled_from(Basis),
        standing=st.sampled_from(Standing),
        interested=st.sampled_from(Interest),
        terms=allowed,
        relayed_by=st.sampled_from([(), (), ("an aide",)]),
        own_voice=st.booleans() if is_outlet else st.just(False),
        authentication=st.sampled_from(["", "the seal"]) if is_document else st.just(""),
    )


_usable = st.sampled_from([None, None, Terms(), Terms(kind="background")])
_unusable = st.just(Terms(kind="off_record"))

testimony: SearchStrategy[Evidence] = tellers.flatmap(lambda one: _on_terms(one, _usable))
"""Evidence of a few sources that may be used."""

off_record: SearchStrategy[Evidence] = tellers.flatmap(lambda one: _on_terms(one, _unusable))
"""Evidence of the same few sources that may not."""


@st.composite
def _cases(draw: DrawFn, told_first: tuple[Step, ...]) -> tuple[Step, ...]:
    spoken = draw(st.lists(testimony, max_size=5, unique_by=lambda one: str(one.source)))
    return (
        *told_first,
        *(
            (told.EvidenceGiven(evidence=one), draw(carriers(day)))
            for day, one in enumerate(spoken, start=2)
        ),
    )


cases: SearchStrategy[tuple[Step, ...]] = _cases(()) | _cases((REPORTED,))
"""Evidence of different sources, each in a report of a day of its own, so that times are apart."""

parties: SearchStrategy[Source] = st.sampled_from(
    [
        Source(kind="office", name="White House"),
        Source(kind="office", name="Embassy"),
        Source(kind="office", name="Ministry"),
    ]
)
"""Who may be asked for comment; one of them is also a teller."""

silences: SearchStrategy[Step] = st.builds(
    lambda party, outcome, asked_by: told.CommentAnswered(
        response=Response(party=party, outcome=outcome, asked_by=asked_by)
    ),
    parties,
    st.sampled_from([outcome for outcome in Outcome if not outcome.has_substance]),
    st.sampled_from(["", *_AGENCIES]),
)
"""Everything that may come of asking for comment, short of an answer."""

_near_links = st.builds(
    Link,
    kind=st.sampled_from(LinkKind),
    other=st.sampled_from([ClaimId("sanctions"), ClaimId("embassy")]),
    inverse=st.booleans(),
)

_moves: SearchStrategy[Step] = st.one_of(
    st.tuples(st.builds(told.EvidenceGiven, evidence=testimony), carriers()),
    st.tuples(st.builds(told.EvidenceGiven, evidence=testimony), carriers()),
    st.tuples(st.builds(told.EvidenceGiven, evidence=off_record), carriers()),
    silences,
    _later_updates[told.Reworded],
    _later_updates[told.SlotDeclaredUnclear],
    _later_updates[told.SlotAnswered],
    _later_updates[told.SlotClosed],
    st.builds(told.Linked, link=_near_links),
    st.builds(told.Unlinked, link=_near_links),
    st.builds(told.Flagged, link=_near_links, status=st.sampled_from(Status)),
    _later_updates[told.Ruled],
    st.just(told.RulingLifted()),
    _later_updates[told.ConfidenceSet],
    _later_updates[told.WorkMoved],
    st.just(told.Rejudged()),
    _later_updates[told.Noted],
)


def _second_thoughts(steps: list[Step]) -> SearchStrategy[Step] | None:
    """Find what can be said of entries that are there: taking back, undoing, rating, naming."""
    claim = claim_of(*steps)
    standing = [one.revision for one in claim.evidence if one.taken_back is None]
    said = {revision for slot in claim.slots for revision in slot.revisions}
    heard = {one.revision for enquiry in claim.enquiries for one in enquiry.heard}
    known = sorted({one.source.id for one in claim.evidence})
    found: list[SearchStrategy[Step]] = []
    if standing:
        found.append(
            st.builds(
                told.EvidenceTakenBack,
                given=st.sampled_from(standing),
                by=st.sampled_from(told.TakenBackBy),
            )
        )
    if said | heard:
        found.append(
            st.builds(
                told.EntryTakenBack,
                given=st.sampled_from(sorted(said | heard)),
                by=st.sampled_from(told.TakenBackBy),
            )
        )
    if known:
        whom = st.sampled_from(known)
        rating = st.sampled_from(Reliability)
        found.append(st.builds(told.SourceRated, source=whom, reliability=rating))
        found.append(st.builds(told.SourceNamed, source=whom, name=st.sampled_from(["Eve", "Ann"])))
    if len(known) > 1:
        pairs = st.lists(st.sampled_from(known), min_size=2, max_size=2, unique=True)
        found.append(pairs.map(lambda pair: told.IndependenceShown(first=pair[0], second=pair[1])))
    return st.one_of(*found) if found else None


@st.composite
def _histories(draw: DrawFn) -> tuple[Step, ...]:
    steps: list[Step] = []
    for _ in range(draw(st.integers(0, 8))):
        again = _second_thoughts(steps) if draw(st.booleans()) else None
        steps.append(draw(_moves if again is None else again))
    return tuple(steps)


histories: SearchStrategy[tuple[Step, ...]] = _histories()
"""What can happen to one claim after its opening, in an order in which it can."""


# Small ledgers ------------------------------------------------------------------------------------

near_claims: SearchStrategy[ClaimId] = st.sampled_from(
    ["belarus-talks", "sanctions", "embassy"]
).map(ClaimId)
"""Three claims of one ledger."""

near_sources: SearchStrategy[SourceId] = st.sampled_from(
    ["person:ada", "person:boris", "office:ministry", "document:the-list", "person:nobody"]
).map(SourceId)
"""Sources that speak often, and one that never does."""

_near_texts = st.sampled_from(["Talks are under way", "Talks are over", "Nobody talks"])
_early = st.integers(2, 9)
_reasons = st.sampled_from(["for a reason"] * 15 + [""])
_asked = st.builds(
    Response,
    party=parties,
    outcome=st.sampled_from(Outcome),
    asked_by=st.sampled_from(["", *_AGENCIES]),
    deadline=_maybe_moments,
    answered_at=_maybe_moments,
)

_can_stand: SearchStrategy[Update] = st.one_of(
    st.builds(told.EvidenceGiven, evidence=testimony),
    st.builds(told.EvidenceGiven, evidence=testimony),
    st.builds(told.EvidenceGiven, evidence=off_record),
    st.builds(told.CommentAnswered, response=_asked),
    st.builds(told.CommentSought, response=_asked),
    st.builds(told.Reworded, text=_near_texts),
    st.builds(told.Translated, text=texts, lang=st.just("ro")),
    _later_updates[told.SlotDeclaredUnclear],
    _later_updates[told.SlotAnswered],
    _later_updates[told.SlotClosed],
    st.builds(told.Ruled, status=st.sampled_from(Status), credibility=_credibilities),
    _later_updates[told.ConfidenceSet],
    _later_updates[told.WorkMoved],
    _later_updates[told.Noted],
)
_may_stand: SearchStrategy[Update] = st.one_of(
    st.builds(told.EvidenceTakenBack, given=_early, by=st.sampled_from(told.TakenBackBy)),
    st.builds(told.EntryTakenBack, given=_early, by=st.sampled_from(told.TakenBackBy)),
    st.builds(
        told.Linked,
        link=st.builds(
            Link, kind=st.sampled_from(LinkKind), other=near_claims, inverse=st.booleans()
        ),
    ),
    st.builds(told.SourceRated, source=near_sources, reliability=st.sampled_from(Reliability)),
    st.builds(told.SourceNamed, source=near_sources, name=st.sampled_from(["Eve", "Ann"])),
    st.just(told.RulingLifted()),
)
said: SearchStrategy[Update] = _can_stand | _may_stand
"""What can be said of a claim in a small ledger; most of it can stand."""

near_withdrawals: SearchStrategy[Withdrawal] = st.builds(
    lambda named, by: Withdrawal(**named, by=by, because="they say so"),
    st.fixed_dictionaries({"report": carriers().map(lambda one: one.id)})
    | st.fixed_dictionaries({"source": near_sources})
    | st.fixed_dictionaries(
        {
            "outlet": st.sampled_from([*_OUTLETS, *_AGENCIES]),
            "claims": st.lists(near_claims, min_size=1, max_size=2, unique=True),
        }
    ),
    st.sampled_from(told.TakenBackBy),
)
"""Withdrawals of what a small ledger may hold."""


@st.composite
def _near_follow_ups(draw: DrawFn) -> FollowUp:
    names = draw(st.lists(near_claims, min_size=1, max_size=3, unique=True))
    opened = [
        Item(
            claim_id=name,
            update=told.ClaimOpened(text=f"The claim {name}", kind="plan", story="near"),
            if_new=True,
        )
        for name in names
    ]
    # Most follow-ups say what can stand whatever is there; some risk one thing more.
    whose = st.sampled_from(names)
    items = st.builds(Item, claim_id=whose, update=_can_stand, because=st.just("for a reason"))
    risky = st.builds(Item, claim_id=whose, update=said, because=_reasons)
    risks = draw(st.sampled_from([0, 0, 0, 1, 2]))
    return FollowUp(
        report=draw(carriers(draw(st.integers(1, 5)))),
        items=[
            *opened,
            *draw(st.lists(items, min_size=1, max_size=3)),
            *([draw(risky)] if risks == 1 else ()),
        ],
        withdrawals=[draw(near_withdrawals)] if risks == 2 else (),
        key=draw(st.just("") | st.integers(1, 10**9).map(str)),
    )


near_follow_ups: SearchStrategy[FollowUp] = _near_follow_ups()
"""Follow-ups on three claims; many of them can be applied one after another."""
