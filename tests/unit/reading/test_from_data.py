"""What a back-end gives is held to the text."""

import copy
from typing import Any

import pytest

from claimtrack.errors import ArticleError, DecodeError
from claimtrack.model.window import Window
from claimtrack.reading import CallableReader, Draft, read
from claimtrack.reading.kinds import CueKind, ResponseKind
from tests.unit.reading.given import DATA, TEXT, draft


def _with(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(DATA), **changes}


def _record(**changes: Any) -> dict[str, Any]:
    return {"id": "x", "content": {"text": "Talks could end on Friday"}, **changes}


def test_spans_are_found_by_their_words() -> None:
    """No offset is needed; each place is a literal part of the text."""
    found = draft()

    assert [record["content"]["text"] for record in DATA["records"] if "type" not in record] == [
        claim.of(TEXT) for claim in found.claims
    ]
    assert "told" == found.claims[0].cue.of(TEXT) if found.claims[0].cue else False
    assert () == found.dropped


def test_words_that_stand_twice_are_found_in_order() -> None:
    """A span is looked up behind the record before it."""
    text = "Police said so. Police said no more."
    data = {
        "records": [
            {"id": "a", "content": {"text": "Police said"}},
            {"id": "b", "content": {"text": "no more"}},
            {"id": "c", "content": {"text": "Police said"}},
        ]
    }
    found = draft(data, text)

    assert [0, 28, 0] == [claim.start for claim in found.claims]


def test_offsets_win_where_they_are_right() -> None:
    """A wrong offset is mended by the words, a right one is taken."""
    second = TEXT.index("Nordlink", 5)
    right = _record(content={"text": "Nordlink", "start": second, "end": second + 8})
    wrong = _record(content={"text": "Nordlink", "start": 3, "end": 11})

    assert second == draft({"records": [right]}).claims[0].start
    assert 0 == draft({"records": [wrong]}).claims[0].start


def test_everything_is_read() -> None:
    """Sources, counts, bounds, dates, hedges and responses come through."""
    found = draft()
    first, second, third = found.claims

    assert "people familiar with the talks" == found.speakers[0].description
    assert "at least 40 sailings a week" == str(first.quantities[0].figure)
    assert "could" == second.hedges[0].of(TEXT)
    assert Window.parse("2026-04-17") == second.dates[0].window
    assert Window.parse("2026-03-01/2026-03-31") == third.dates[0].window
    assert (None, CueKind.OWN_VOICE) == (third.speaker, third.attribution)
    assert [ResponseKind.DECLINED_TO_COMMENT, ResponseKind.DID_NOT_RESPOND] == [
        one.kind for one in found.responses
    ]
    assert (first.id,) == found.questions[0].about == found.responses[0].about
    assert "by-hand-1" == found.reader


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            {"records": [_record(content={"text": "Talks have ended"})]},
            "not in the text: 'Talks have ended' @ $.records[0].content",
        ),
        (
            {"records": [_record(hedges=[{"text": "might", "class": "modal"}])]},
            "not in the text: 'might' @ $.records[0].hedges[0]",
        ),
        (
            {"records": [_record(attribution={"kind": "said", "sources": ["nobody"]})]},
            "no such source: 'nobody' @ $.records[0].attribution.sources",
        ),
        (
            {"records": [_record(dates=[{"text": "on Friday", "edtf": "9999"}])]},
            "window must lie in the years 1 to 9999, got '9999' @ $.records[0].dates[0]",
        ),
        (
            {"records": [_record(quantities=[{"text": "Two", "op": "ge", "value": "many"}])]},
            "not a number: 'many' @ $.records[0].quantities[0]",
        ),
        (
            {"records": [_record(type="open_question", about=["nothing"])]},
            "no such claim: 'nothing' @ $.records[0].about",
        ),
        (
            {"records": [_record(mood="grim")], "notes": "none"},
            "keys that are not read: mood, notes",
        ),
    ],
)
def test_what_cannot_be_used_is_told(data: dict[str, Any], told: str) -> None:
    """Nothing is made up and nothing is left out in silence."""
    assert (told,) == draft(data).dropped


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ([], ("must be a table, got [] @ $",)),
        ({"schema": 2}, ("must be 1, the one form that is read, got 2 @ $.schema",)),
        (
            {"records": [{"content": "Talks"}], "responses": [{"kind": "no_idea", "cue": {}}]},
            (
                "must be a table, got 'Talks' @ $.records[0].content",
                "must stand @ $.records[0].id",
                "must stand @ $.responses[0].cue.text",
            ),
        ),
    ],
)
def test_what_is_no_reading_is_refused(data: Any, problems: tuple[str, ...]) -> None:
    """Every problem of the object is listed with its path."""
    with pytest.raises(DecodeError) as caught:
        draft(data)

    assert set(problems) <= set(caught.value.problems)


def test_a_back_end_never_sees_what_is_no_text() -> None:
    """A page or a binary file is refused before anybody is asked."""

    def _never(text: str, lang: str) -> dict[str, Any]:
        raise AssertionError((text, lang))

    with pytest.raises(ArticleError):
        read("<html></html>", lang="en", reader=CallableReader(function=_never, name="x"))


def test_a_reading_written_reads_back() -> None:
    """What `to_dict` gives is what a back-end may give."""
    first = draft()
    again = draft(dict(first.to_dict()))

    def _facts(one: Draft) -> list[object]:
        return [
            [(claim.text, claim.start, claim.end, claim.told) for claim in one.claims],
            [(claim.speaker, claim.attribution, claim.facets) for claim in one.claims],
            [(found.figure, found.start) for found in one.quantities],
            [(found.window, found.start) for found in one.dates],
            [(found.kind, found.clause, found.speaker) for found in one.responses],
            [(question.facets, question.start) for question in one.questions],
            one.speakers,
        ]

    assert _facts(first) == _facts(again)


def test_words_of_the_reader_are_told() -> None:
    """A proposition and a name that the text does not have are doubts, whatever the spans say."""
    sources = [{"id": "s", "kind": "person", "name": "Zed Nobody"}]
    record = _record(
        proposition="Talks will surely end", attribution={"kind": "said", "sources": ["s"]}
    )
    (claim,) = draft({"sources": sources, "records": [record]}).claims

    assert (
        "these are not the words of the text",
        "the source 'Zed Nobody' is not so named in the text",
    ) == claim.doubts


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"records": [{"id": "x", "content": {"text": " \n"}}]}, "text must have words"),
        ({"sources": [{"id": "s", "count": {"lo": -2}}]}, "'lo' must be >= 1: -2"),
        (
            {"sources": [{"id": "s", "count": {"lo": 3, "hi": 2}}]},
            "hi must be at least lo, 3, got 2",
        ),
    ],
)
def test_empty_spans_and_odd_counts_are_refused(data: dict[str, Any], problem: str) -> None:
    """The problem is told with its place."""
    with pytest.raises(DecodeError, match=problem):
        draft(data)


@pytest.mark.parametrize("text", [b"bytes", 3, None])
def test_only_text_is_read(text: Any) -> None:
    """What is no text is refused before anything is asked of it."""
    with pytest.raises(ArticleError, match="must be text, got"):
        read(text, lang="en")


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        (
            {"quantities": [{"text": "Friday", "op": "ge", "value": 300, "unit": "dead"}]},
            "no number is read in “Friday”, where at least 300 dead was given",
        ),
        (
            {"dates": [{"text": "on Friday", "edtf": "1999-01-01"}]},
            "“on Friday” reads as",
        ),
        (
            {"dates": [{"text": "Talks", "edtf": "1999-01-01"}]},
            "no time is read in “Talks”",
        ),
        (
            {"attribution": {"kind": "said", "sources": ["nobody"]}},
            "who says this is not known",
        ),
        (
            {"attribution": {"kind": "said", "cue": {"text": "whispered"}}},
            "the words of attribution are not in the text",
        ),
    ],
)
def test_what_the_words_do_not_say_is_for_a_person(changes: dict[str, Any], doubt: str) -> None:
    """A figure, a window or a speaker that the text does not have never passes unseen."""
    (claim,) = draft({"records": [_record(**changes)]}).claims

    assert doubt in "; ".join(claim.doubts)


def test_outlets_stand_in_the_text() -> None:
    """Who was told and who asked is left out, and told, where the text names nobody such."""
    attribution = {"kind": "said", "via_outlet": "The Moon Times"}
    response = {
        "kind": "declined_to_comment",
        "cue": {"text": "declined to comment"},
        "approached_by": "The Moon Times",
    }
    found = draft({"records": [_record(attribution=attribution)], "responses": [response]})

    assert ("", "") == (found.claims[0].told, found.responses[0].asked_by)
    assert [
        "not in the text: 'The Moon Times' @ $.records[0].attribution.via_outlet",
        "not in the text: 'The Moon Times' @ $.responses[0].approached_by",
    ] == list(found.dropped)
