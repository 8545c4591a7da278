"""Briefs: what is known, what is not, what is disputed, what fell and what changed."""

from datetime import UTC, datetime
from itertools import combinations

import attrs
import pytest

from claimtrack.brief import Brief, Changed, Gone, LostVoice, Voice, make_brief
from claimtrack.brief.saying import figure, line, source, voices
from claimtrack.errors import InvalidValueError
from claimtrack.model.claim import Claim
from claimtrack.model.evidence import Stance
from claimtrack.model.figure import Figure
from claimtrack.model.ids import ClaimId, parse_claim_id
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.response import Outcome
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import Source, anonymous, document, office, outlet, person
from claimtrack.model.status import Status
from claimtrack.model.updates import (
    ClaimOpened,
    EntryTakenBack,
    Flagged,
    Linked,
    Reworded,
    Ruled,
    RulingLifted,
    SlotAnswered,
    SlotClosed,
    SlotDeclaredUnclear,
    SourceNamed,
    TakenBackBy,
    Translated,
)
from claimtrack.text import width
from tests.cases import (
    AUTHORITY_CONFIRMS,
    AUTHORITY_DENIES,
    EMBASSY,
    EMBASSY_DENIES,
    ENVOY,
    FIRST,
    LIST_SUPPORTS,
    OPENED,
    REPORTED,
    SOURCES,
    TALKS,
    WHITE_HOUSE,
    WIRE,
    Step,
    answered,
    asserts,
    claim_of,
    denies,
    report,
    taken_back,
    voice,
)

UNCLEAR: Step = (SlotDeclaredUnclear(slots=("who", "when")), FIRST)
DECLINED: Step = (answered(WHITE_HOUSE, Outcome.DECLINED), FIRST)
SILENT: Step = (answered(EMBASSY, Outcome.NO_REPLY), FIRST)
ROMANIAN = Translated(
    text="Statele Unite și Belarus negociază eliberarea a cel puțin 100 de deținuți", lang="ro"
)
SEED: tuple[Step, ...] = (ROMANIAN, REPORTED, UNCLEAR, DECLINED, SILENT)
"""The first report of the seed story."""


def named(name: str, *steps: Step) -> Claim:
    """Make a claim of a case under another id."""
    return claim_of(*steps).with_(id=parse_claim_id(name))


def how_many(low: int, high: int | None = None, **more: str) -> SlotAnswered:
    """Answer how many prisoners."""
    prisoners = Figure(low=low, high=high, unit="prisoners")
    return SlotAnswered(slot="how_many", value=SlotValue(figure=prisoners))


def changes(before: tuple[Step, ...], *since: Step) -> Changed:
    """Say what changed about a claim by some steps."""
    earlier, now = claim_of(*before), claim_of(*before, *since)
    brief = make_brief([now], before={earlier.id: earlier})
    assert brief.changed is not None
    (found,) = brief.changed
    return found


def rows(text: str) -> list[str]:
    """Take the lines of a text apart, without their margins."""
    return [row.strip() for row in text.splitlines()]


# What is known ------------------------------------------------------------------------------------


def test_seed_in_english() -> None:
    """The first report reads as a newsroom's note: who says so, how sure, what is unclear."""
    assert """\
WHAT WE KNOW
belarus-talks                                       reported, possibly true (F3)
  The United States and Belarus are negotiating the release of at least 100
  prisoners
    according to three sources familiar with the matter, via Reuters
    unclear who or when; one origin: Reuters

WHAT WE DO NOT KNOW
belarus-talks: unclear who or when

WHO WAS ASKED
White House declined to comment (asked by Reuters): belarus-talks
Embassy of Belarus in Washington did not respond (asked by Reuters):
    belarus-talks""" == make_brief([claim_of(*SEED)]).in_words()


def test_seed_in_romanian() -> None:
    """The same in Romanian: the text is the translation, names stay as they were given."""
    assert """\
CE ȘTIM
belarus-talks                                   relatată, posibil adevărată (F3)
  Statele Unite și Belarus negociază eliberarea a cel puțin 100 de deținuți
    afirmă trei sources familiar with the matter, prin Reuters
    neclar cine sau când; o singură origine: Reuters

CE NU ȘTIM
belarus-talks: neclar cine sau când

CINE A FOST ÎNTREBAT
White House nu a dorit să comenteze (a întrebat Reuters): belarus-talks
Embassy of Belarus in Washington nu a răspuns solicitărilor (a întrebat
    Reuters): belarus-talks""" == make_brief([claim_of(*SEED)]).in_words("ro")


def test_names_are_said_in_the_language() -> None:
    """Who has a name in the language is called by it, wherever it stands."""
    house = office("White House", labels={"ro": "Casa Albă"})
    embassy = office("Embassy of Belarus", labels={"ro": "Ambasada Belarusului"})
    claim = claim_of(
        REPORTED,
        (answered(house, Outcome.DECLINED), FIRST),
        (denies(embassy, standing="actor"), WIRE),
    )

    words = make_brief([claim], before={}).in_words("ro")

    assert "Casa Albă nu a dorit să comenteze" in words
    assert "dezmințită de Ambasada Belarusului" in words


def test_nothing_is_known() -> None:
    """A brief of no claims says so."""
    assert "WHAT WE KNOW\nNothing is known yet" == str(make_brief([]))


def test_most_certain_comes_first() -> None:
    """Confirmed before reported; within a status by grade, then in the order given."""
    claims = [
        named("weak", REPORTED),
        named("sure", LIST_SUPPORTS),
        named("named", (asserts(ENVOY, standing="actor"), FIRST)),
        named("also-weak", REPORTED),
        named("word", REPORTED, AUTHORITY_CONFIRMS),
    ]

    brief = make_brief(claims)

    expected = ["sure", "word", "named", "weak", "also-weak"]
    assert expected == [line.claim_id for line in brief.known]


def test_every_status_has_its_section() -> None:
    """No claim is told twice, and none is left out."""
    claims = [
        claim_of(REPORTED).with_(
            id=parse_claim_id(status),
            judgement=attrs.evolve(claim_of(REPORTED).judgement, status=status),
        )
        for status in Status
    ]

    brief = make_brief(claims)

    sections = (brief.known, brief.disputed, brief.unverified, brief.fallen)
    told = [[line.claim_id for line in section] for section in sections]
    assert [
        ["confirmed", "corroborated", "reported"],
        ["disputed"],
        ["unverified"],
        ["refuted", "retracted", "superseded", "lapsed"],
    ] == told
    assert all(set(one).isdisjoint(other) for one, other in combinations(told, 2))


def test_denial_is_told_beside_the_claim() -> None:
    """A disputed claim says who supports it and who denies it."""
    brief = make_brief([claim_of(REPORTED, EMBASSY_DENIES)])

    (told,) = brief.disputed
    assert ["three sources familiar with the matter, via Reuters"] == [voices(told.voices, "en")]
    assert ["one origin: Reuters", f"denied by {EMBASSY.name}"] == [
        str(one) for one in told.caveats
    ]


def test_own_voice_is_told_once() -> None:
    """That an outlet names no source is said with its name, not again beside the grade."""
    words = make_brief([claim_of((voice("Example News"), FIRST))]).in_words()

    assert "stated by Example News without a source" in words
    assert 1 == words.count("without a source")


def test_same_words_are_told_once() -> None:
    """The same unnamed sources in two reports are one voice for the reader."""
    again = report("Example Daily", 3, relays=("Reuters",))
    words = make_brief([claim_of(REPORTED, (asserts(SOURCES), again))]).in_words()

    assert 1 == words.count("three sources familiar with the matter, via Reuters")


def test_off_record_is_never_told() -> None:
    """What was told off the record leaves no trace in a brief, nor in what changed."""
    secret = (asserts(person("Jane Doe"), terms="off_record"), WIRE)
    before, now = claim_of(REPORTED), claim_of(REPORTED, secret)

    words = make_brief([now], before={before.id: before}).in_words()

    assert "Jane" not in words
    assert "Nothing changed".upper() in words


def test_ruling_gives_its_reason() -> None:
    """What the desk decided is told with why."""
    ruled = (Ruled(status=Status.CONFIRMED), None, "both governments published the list")
    words = make_brief([claim_of(REPORTED, ruled)]).in_words()

    assert "ruled confirmed by the desk: both governments published the list" in words


# What is not known --------------------------------------------------------------------------------


def test_answers_that_nobody_settled_are_open() -> None:
    """Possible answers are told with who gave them; a settled slot is no question any more."""
    answer = SlotAnswered(slot="when", value=SlotValue(text="early December"), source=ENVOY)
    settled = (SlotClosed(slot="who", value=SlotValue(text="a laureate")), None, "it was she")
    words = make_brief([claim_of(REPORTED, UNCLEAR, (answer, WIRE), settled)]).in_words()

    assert rows(words)[-2:] == [
        "belarus-talks: when: early December, according to John Coale (US special envoy",
        "for Belarus); not settled",
    ]


def test_one_answer_to_what_nobody_called_unclear_is_no_question() -> None:
    """A number that one report gives is known as far as the report is; two numbers are not."""
    once = (how_many(52, 52), FIRST)
    twice = (how_many(54, 54), WIRE)

    assert () == make_brief([claim_of(REPORTED, once)]).questions
    assert () == make_brief([claim_of(REPORTED, once, once)]).questions
    assert 1 == len(make_brief([claim_of(REPORTED, once, twice)]).questions)


def test_what_was_answered_stands_with_the_claim() -> None:
    """One answer, with who gave it, and what the desk settled are part of what is known."""
    when = SlotAnswered(slot="when", value=SlotValue(text="early December"), source=ENVOY)
    who = (SlotClosed(slot="who", value=SlotValue(text="a laureate")), None, "it was she")
    where = (SlotClosed(slot="where"), None, "they never met")
    brief = make_brief(
        [claim_of(REPORTED, UNCLEAR, (when, WIRE), who, where, (how_many(52), WIRE))]
    )

    (line,) = brief.known
    assert ["who", "where", "how_many"] == [slot.name for slot in line.answers]
    assert ["when"] == [slot.name for slot in brief.questions[0].slots]
    told = rows(brief.in_words())
    assert "who: a laureate, settled by the desk" in told
    assert "where: there is none, settled by the desk" in told
    assert "how many: at least 52 prisoners, according to Example Wire" in told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a dissident", "who: a laureate, settled by the desk; since then: a dissident, according"),
        ("a laureate", "who: a laureate, settled by the desk\n"),
    ],
)
def test_answer_after_the_desk_settled_is_told_if_it_differs(value: str, words: str) -> None:
    """What the desk settled stays, and a reader hears who says otherwise since."""
    settled = (SlotClosed(slot="who", value=SlotValue(text="a laureate")), None, "it was she")
    later = SlotAnswered(slot="who", value=SlotValue(text=value), source=ENVOY)

    brief = make_brief([claim_of(REPORTED, settled, (later, WIRE), DECLINED)])

    assert words in brief.in_words()


def test_response_is_told_once_for_all_its_claims() -> None:
    """One request that bears on three claims is one line."""
    claims = [named(name, REPORTED, DECLINED, SILENT) for name in ("talks", "easing", "embassy")]

    brief = make_brief(claims)

    assert [
        (Outcome.DECLINED, ("talks", "easing", "embassy")),
        (Outcome.NO_REPLY, ("talks", "easing", "embassy")),
    ] == [(one.response.outcome, one.claim_ids) for one in brief.asked]
    assert 1 == brief.in_words().count("White House declined to comment")


def test_who_spoke_is_not_told_as_asked() -> None:
    """A party that answered with substance is told by what it said, on that claim alone."""
    late = (answered(EMBASSY, Outcome.DENIED), WIRE)
    claims = [named("talks", REPORTED, SILENT, late, EMBASSY_DENIES), named("easing", SILENT)]

    brief = make_brief(claims)

    assert [("easing",)] == [one.claim_ids for one in brief.asked]


def test_withdrawn_request_is_not_told() -> None:
    """A request that was taken back leaves nothing to tell."""
    brief = make_brief([claim_of(REPORTED, (answered(WHITE_HOUSE, Outcome.WITHDRAWN), FIRST))])

    assert () == brief.asked


def test_what_fell_raises_no_question() -> None:
    """Nobody needs to know when something happens that does not."""
    brief = make_brief([claim_of(*SEED, AUTHORITY_DENIES)])

    assert [Status.REFUTED] == [line.status for line in brief.fallen]
    assert ((), ()) == (brief.questions, brief.asked)


# What no longer stands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (TakenBackBy.OUTLET, "withdrawn by the outlet: three sources familiar with the matter"),
        (TakenBackBy.SOURCE, "taken back by the source: three sources familiar with the matter"),
        (TakenBackBy.DESK, "withdrawn by the desk: three sources familiar with the matter"),
    ],
)
def test_retracted_says_who_took_what_back(by: TakenBackBy, words: str) -> None:
    """A retracted claim names those who had supported it, and who took it back."""
    brief = make_brief([claim_of(REPORTED, taken_back(2, by))])

    assert [Status.RETRACTED] == [line.status for line in brief.fallen]
    assert words in brief.in_words()


def test_slip_of_the_desk_was_never_said() -> None:
    """Evidence entered by mistake is told nowhere."""
    brief = make_brief([claim_of(REPORTED, taken_back(2, TakenBackBy.ENTRY_ERROR))])

    assert [Status.UNVERIFIED] == [line.status for line in brief.unverified]
    assert "sources" not in brief.in_words()


# What changed -------------------------------------------------------------------------------------


def test_without_a_time_nothing_is_said_of_changes() -> None:
    """Who did not ask what changed is not told."""
    assert make_brief([claim_of(REPORTED)]).changed is None


def test_new_claim_is_told_as_opened() -> None:
    """All of a claim that was not there is new; no more is said than where it stands."""
    brief = make_brief([claim_of(*SEED)], before={})

    assert "belarus-talks                                              opened, reported (F3)" in (
        brief.in_words()
    )


def test_nothing_changed() -> None:
    """A claim that is as it was is not told, and the brief says so."""
    claim = claim_of(*SEED)
    since = datetime(2025, 12, 1, 9, 30, tzinfo=UTC)
    brief = make_brief([claim], before={claim.id: claim}, since=since)

    assert () == brief.changed
    assert brief.in_words().endswith("NOTHING CHANGED SINCE 2025-12-01 09:30 UTC")


def test_move_is_told_with_its_reason() -> None:
    """A follow-up is told by where the claim stood, where it stands and what came."""
    before, now = claim_of(*SEED), claim_of(*SEED, EMBASSY_DENIES)
    since = datetime(2025, 12, 1, tzinfo=UTC)

    words = make_brief([now], before={now.id: before}, since=since).in_words()

    assert words.endswith(
        """\
WHAT CHANGED SINCE 2025-12-01 00:00 UTC
belarus-talks                                     reported (F3) -> disputed (F3)
    denied by Embassy of Belarus in Washington, via Example Wire"""
    )


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ((asserts(ENVOY), WIRE), "according to John Coale (US special envoy for Belarus), via"),
        (taken_back(2), "withdrawn by the outlet: three sources familiar with the matter"),
        (UNCLEAR, "unclear who or when"),
        (DECLINED, "White House declined to comment (asked by Reuters)"),
        (
            (SlotAnswered(slot="when", value=SlotValue(window="2025-12")), WIRE),
            "when: 2025-12",
        ),
        ((how_many(100), WIRE), "how many: at least 100 prisoners"),
        (
            (SlotClosed(slot="who", value=SlotValue(text="a laureate")), None, "she said so"),
            "who: a laureate, settled by the desk",
        ),
        ((SlotClosed(slot="who"), None, "nobody"), "who: there is none, settled by the desk"),
        (Reworded(text="Talks are going on"), "reworded: Talks are going on"),
        (
            (Ruled(status=Status.REFUTED), None, "the list is a forgery"),
            "ruled refuted by the desk: the list is a forgery",
        ),
        (
            Linked(link=Link(kind=LinkKind.SUPERSEDES, other="new", inverse=True)),
            "superseded by new",
        ),
        (
            Flagged(link=Link(kind=LinkKind.DEPENDS_ON, other="base"), status=Status.REFUTED),
            "depends on the claim base, which no longer stands",
        ),
    ],
)
def test_news_in_words(since: Step, words: str) -> None:
    """Whatever a reader should hear of is told, each in a line."""
    told = changes((REPORTED,), since)

    brief = Brief(changed=(told,))
    assert words in " ".join(rows(brief.in_words()))


def test_figure_that_moved_is_told_with_the_one_before() -> None:
    """A rising total is told as a movement."""
    told = changes((REPORTED, (how_many(100), FIRST)), (how_many(123, 123), WIRE))

    words = Brief(changed=(told,)).in_words()
    assert "how many: at least 100 prisoners -> 123 prisoners" in words


@pytest.mark.parametrize("again", [UNCLEAR, DECLINED, (how_many(100), WIRE)])
def test_repeating_is_no_news(again: Step) -> None:
    """What an outlet reports again as it was is not told again."""
    before = claim_of(*SEED, (how_many(100), FIRST))
    now = claim_of(*SEED, (how_many(100), FIRST), again)

    assert () == make_brief([now], before={before.id: before}).changed


def test_unclear_after_an_answer_is_news() -> None:
    """That a report calls unclear what had an answer is told."""
    answer = SlotAnswered(slot="when", value=SlotValue(text="early December"))
    told = changes((*SEED, (answer, WIRE)), (SlotDeclaredUnclear(slots=("who", "when")), WIRE))

    assert "    unclear when" in Brief(changed=(told,)).in_words().splitlines()


@pytest.mark.parametrize(
    ("told_before", "words"),
    [
        ((how_many(100), WIRE), "no longer held: how many: at least 100 prisoners, according to"),
        (DECLINED, "no longer held: White House declined to comment (asked by Reuters)"),
        (
            (SlotClosed(slot="who", value=SlotValue(text="a laureate")), None, "she said so"),
            "no longer held: who: a laureate, settled by the desk",
        ),
    ],
)
def test_what_no_longer_holds_is_news(told_before: Step, words: str) -> None:
    """A reader who was told something is told that it holds no more, once."""
    told = changes((REPORTED, told_before), EntryTakenBack(given=3, by="outlet"))

    assert [Gone] == [type(one) for one in told.news]
    assert words in " ".join(rows(Brief(changed=(told,)).in_words()))


def test_what_is_said_again_is_not_told_as_gone() -> None:
    """An amendment that gives the same answer anew, under a report that reads otherwise now."""
    told = changes(
        (REPORTED, DECLINED, (how_many(100), FIRST)),
        EntryTakenBack(given=3),
        EntryTakenBack(given=4),
        DECLINED,
        (how_many(100), FIRST),
    )

    assert Gone not in {type(one) for one in told.news}


def test_name_is_news() -> None:
    """That an unnamed source is known by name now is told."""
    known = claim_of(REPORTED).evidence[0].source.id
    told = changes((REPORTED,), SourceNamed(source=known, name="Jane Doe"))

    words = " ".join(rows(Brief(changed=(told,)).in_words()))
    assert "now known by name: three sources familiar with the matter is Jane Doe" in words


def test_lifted_ruling_is_news() -> None:
    """That the rules judge again is told."""
    ruled = (Ruled(status=Status.CONFIRMED), None, "they said so")
    told = changes((REPORTED, ruled), RulingLifted())

    assert "ruling lifted" in Brief(changed=(told,)).in_words()


def test_answer_that_is_evidence_is_told_once() -> None:
    """A denial in answer to a request is one line, not two."""
    late = (answered(EMBASSY, Outcome.DENIED), WIRE)
    told = changes((REPORTED, SILENT), late, (denies(EMBASSY, standing="actor"), WIRE))

    assert [Voice] == [type(one) for one in told.news]


def test_news_come_in_the_order_of_the_record() -> None:
    """What came first is told first, whatever it is."""
    told = changes((REPORTED,), DECLINED, (asserts(ENVOY), WIRE), taken_back(2), UNCLEAR)

    revisions = [one.revision for one in told.news]
    assert sorted(revisions) == revisions
    assert LostVoice in {type(one) for one in told.news}


def test_as_known_then() -> None:
    """A brief of the past says so first."""
    known_at = datetime(2025, 12, 1, tzinfo=UTC)

    words = make_brief([claim_of(REPORTED)], known_at=known_at).in_words()

    assert words.startswith("as known at 2025-12-01 00:00 UTC\n\nWHAT WE KNOW")


# Words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "english", "romanian"),
    [
        (
            SOURCES,
            "three sources familiar with the matter",
            "trei sources familiar with the matter",
        ),
        (
            anonymous("sources familiar with the matter", count=3, lang="en"),
            "three sources familiar with the matter",
            "trei „sources familiar with the matter”",
        ),
        (
            anonymous("officials", count=3, lang="en", labels={"ro": "oficiali"}),
            "three officials",
            "trei oficiali",
        ),
        (anonymous("officials", count=2), "two officials", "2 officials"),
        (office("White House", labels={"ro": "Casa Albă"}), "White House", "Casa Albă"),
        (anonymous("officials", count=12), "12 officials", "12 officials"),
        (anonymous("officials", count=20), "20 officials", "20 de officials"),
        (
            anonymous("officials", count=3, count_is="at_least"),
            "at least three officials",
            "cel puțin trei officials",
        ),
        (anonymous("officials", count_is="several"), "officials", "officials"),
        (anonymous("an official"), "an official", "an official"),
        (
            ENVOY,
            "John Coale (US special envoy for Belarus)",
            "John Coale (US special envoy for Belarus)",
        ),
        (
            document("signed list", issuer="Ministry of Justice"),
            "signed list (Ministry of Justice)",
            "signed list (Ministry of Justice)",
        ),
    ],
)
def test_source_in_words(who: Source, english: str, romanian: str) -> None:
    """A source is told as it was published; a description in another language is quoted."""
    assert english == source(who, "en")
    assert romanian == source(who, "ro")


@pytest.mark.parametrize(
    ("value", "english", "romanian"),
    [
        (Figure.at_least(100, "prisoners"), "at least 100 prisoners", "cel puțin 100 de prisoners"),
        (Figure.exactly(1119, "people"), "1,119 people", "1.119 people"),
        (Figure.exactly(52, "people"), "52 people", "52 de people"),
        (Figure.more_than(1000), "more than 1,000", "peste 1.000"),
        (Figure.at_most(3, "days"), "at most 3 days", "cel mult 3 days"),
        (Figure.fewer_than(20), "fewer than 20", "sub 20"),
        (Figure.about("1.5", "tonnes"), "about 1.5 tonnes", "circa 1,5 tonnes"),
        (Figure.between(3, 5, "days"), "between 3 and 5 days", "între 3 și 5 days"),
        (
            Figure(low=3, low_open=True, high=5, unit="days"),
            "more than 3 and at most 5 days",
            "peste 3 și cel mult 5 days",
        ),
        (Figure(phrase="dozens", unit="people"), "dozens", "dozens"),
    ],
)
def test_figure_in_words(value: Figure, english: str, romanian: str) -> None:
    """A figure is told with the bounds that its words set, as each language writes numbers."""
    assert english == figure(value, "en")
    assert romanian == figure(value, "ro")


def test_relays_are_told() -> None:
    """Who passed words on is told between the speaker and the outlet."""
    told = Voice(
        source=anonymous("police"),
        stance=Stance.ASSERTS,
        via="Example News",
        relayed_by=("the mayor",),
        revision=2,
    )

    assert "police (passed on by the mayor), via Example News" == voices([told], "en")


def test_voices_are_grouped_by_outlet() -> None:
    """Those who told one outlet are told together."""
    told = [
        Voice(source=one, stance=Stance.ASSERTS, via=via, revision=2)
        for one, via in (
            (SOURCES, "Reuters"),
            (ENVOY, "Example Wire"),
            (anonymous("an official"), "Reuters"),
            (outlet("Example Daily"), ""),
        )
    ]

    assert (
        "three sources familiar with the matter and an official, via Reuters; "
        "John Coale (US special envoy for Belarus), via Example Wire; Example Daily"
    ) == voices(told, "en")


HOSTILE = "x\x1b[31m\u202egnp.exe\n\nWHAT WE KNOW\nfake: confirmed"


def test_hostile_text_stays_in_its_place() -> None:
    """Nothing that somebody wrote forges a line or acts on a terminal."""
    opened = (ClaimOpened(text=HOSTILE, lang="en"), FIRST)
    evil = anonymous("sources\u2028x" + "\u0301" * 50, told="Reu\x1bters")
    answer = SlotAnswered(slot="who", value=SlotValue(text="\u202ex\x07"), source=evil)
    claim = claim_of(opened, (asserts(evil, hedges=["may\x1b"]), FIRST), (answer, FIRST))

    words = make_brief([claim], before={}).in_words()

    assert 1 == words.splitlines().count("WHAT WE KNOW")
    assert not set("\x1b\x07\u202e\u2028") & set(words)
    assert words.count("\u0301") < 50
    assert r"x\x1b[31m\u202egnp.exe WHAT WE KNOW fake: confirmed" == line(HOSTILE)


@pytest.mark.parametrize("columns", [40, 80, 100])
@pytest.mark.parametrize("lang", ["en", "ro"])
def test_lines_fit(lang: str, columns: int) -> None:
    """No line is wider than asked for."""
    claims = [
        named("a" * 30, *SEED, EMBASSY_DENIES),
        named("a-second-claim", OPENED, LIST_SUPPORTS, (how_many(10**20), WIRE)),
    ]
    before = {ClaimId("a" * 30): claim_of(*SEED)}

    words = make_brief(claims, before=before).in_words(lang, columns=columns)

    assert [] == [row for row in words.splitlines() if width(row) > columns]


def test_unknown_language_is_refused() -> None:
    """There is no brief in a language without phrases."""
    with pytest.raises(InvalidValueError, match="must be one of en, ro"):
        make_brief([claim_of(REPORTED)]).in_words("fr")


def test_claim_is_found_by_its_id() -> None:
    """The line of a claim has its id, its grade and its text in each language."""
    (told,) = make_brief([claim_of(*SEED)]).known

    assert (TALKS, "F3") == (told.claim_id, told.grade)
    assert ROMANIAN.text == told.claim.text_in("ro")
    assert told.text == told.claim.text_in("en") == told.claim.text_in("fr")
