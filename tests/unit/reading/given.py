"""An article and what a back-end gives for it, for the tests of everything behind the layers."""

from typing import Any

from claimtrack.reading import CallableReader, Draft, read

TEXT = (
    "Nordlink and its crews are negotiating a return of at least 40 sailings a week, three people"
    " familiar with the talks told Harbour Wire. It is unclear when. Nordlink declined to comment,"
    " and the union did not immediately respond. Talks could end on Friday, mediator Ana Brodie"
    " said. Two ferries were laid up in March."
)

DATA: dict[str, Any] = {
    "schema": 1,
    "sources": [
        {"id": "s0", "kind": "self", "mentions": []},
        {
            "id": "people",
            "kind": "anonymous",
            "description": "people familiar with the talks",
            "count": {"lo": 3, "hi": 3},
            "via_outlet": "Harbour Wire",
            "mentions": [{"text": "three people familiar with the talks"}],
        },
        {"id": "nordlink", "kind": "organisation", "name": "Nordlink"},
        {"id": "union", "kind": "organisation", "description": "the union"},
        {"id": "brodie", "kind": "person", "name": "Ana Brodie", "role": "mediator"},
    ],
    "records": [
        {
            "id": "a",
            "content": {
                "text": "Nordlink and its crews are negotiating a return of at least 40 sailings"
                " a week"
            },
            "kind": "state",
            "attribution": {
                "kind": "said",
                "sources": ["people"],
                "cue": {"text": "told"},
                "via_outlet": "Harbour Wire",
            },
            "quantities": [
                {"text": "at least 40", "op": "ge", "value": 40, "unit": "sailings a week"}
            ],
            "unclear": ["when"],
        },
        {
            "id": "q",
            "type": "open_question",
            "content": {"text": "It is unclear when"},
            "unclear": ["when"],
            "about": ["a"],
        },
        {
            "id": "b",
            "content": {"text": "Talks could end on Friday"},
            "kind": "prediction",
            "attribution": {"kind": "said", "sources": ["brodie"], "cue": {"text": "said"}},
            "hedges": [{"text": "could", "class": "modal"}],
            "dates": [{"text": "on Friday", "edtf": "2026-04-17"}],
        },
        {
            "id": "c",
            "content": {"text": "Two ferries were laid up in March"},
            "dates": [{"text": "in March", "earliest": "2026-03-01", "latest": "2026-03-31"}],
        },
    ],
    "responses": [
        {
            "kind": "declined_to_comment",
            "responder": "nordlink",
            "cue": {"text": "declined to comment"},
            "text": {"text": "Nordlink declined to comment"},
            "about": ["a"],
        },
        {
            "kind": "did_not_respond",
            "responder": "union",
            "cue": {"text": "did not immediately respond"},
            "immediate": True,
            "about": ["a"],
        },
    ],
}


def draft(data: dict[str, Any] | None = None, text: str = TEXT) -> Draft:
    """Read the article by a back-end that gives this data."""
    given = DATA if data is None else data
    reader = CallableReader(function=lambda *_: given, name="by-hand-1")
    return read(text, lang="en", published_at="2026-04-14", reader=reader)
