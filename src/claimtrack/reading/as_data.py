"""
Drafts as plain data: the form in which they are scored, compared and given by other readers.

One object, ``schema`` 1, described in ``docs/reference/formats/reading.md``. Every place is a span
``{"text", "start", "end"}`` in code points of the article's text as it was given.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claimtrack.model.window import Window
from claimtrack.model.zones import wall_clock
from claimtrack.reading.findings import (
    Attribution,
    Count,
    DateFound,
    HedgeFound,
    Mention,
    Place,
    Quantity,
)
from claimtrack.reading.kinds import CueKind

if TYPE_CHECKING:
    from claimtrack.reading.draft import ClaimRead, Draft, QuestionRead, ResponseRead

SCHEMA: Final = 1
"""The number of the form. A change to what it may say is a new number."""

SELF: Final = "s0"
"""The id of the article's own voice among the sources."""


def data_of(draft: "Draft") -> dict[str, Any]:
    """Write a draft as plain data, which JSON can hold."""
    return _Writing(draft).data()


def speaker_id(index: int) -> str:
    """Name a speaker of the draft: ``s1`` for the first."""
    return f"s{index + 1}"


class _Writing:
    """One draft on its way to plain data."""

    def __init__(self, draft: "Draft") -> None:
        self._draft = draft
        self._mentions: dict[int, list[Mention]] = {}
        for one in draft.mentions:
            self._mentions.setdefault(one.speaker, []).append(one)

    def data(self) -> dict[str, Any]:
        """Write all of it."""
        draft = self._draft
        records = [*(self._claim(one) for one in draft.claims)]
        records += [self._question(number, one) for number, one in enumerate(draft.questions, 1)]
        return {
            "schema": SCHEMA,
            "article": self._article(),
            "sentences": [
                {"n": one.number, "paragraph": one.paragraph, **self._span(one)}
                for one in draft.sentences
            ],
            "sources": [_SELF_SOURCE, *(self._source(at) for at in range(len(draft.speakers)))],
            "records": sorted(records, key=lambda record: record["content"]["start"]),
            "responses": [
                self._response(number, one) for number, one in enumerate(draft.responses, 1)
            ],
            "unclear": [
                {
                    **self._span(one),
                    "n": one.sentence,
                    "facets": [facet.value for facet in one.facets],
                    "about": list(one.about),
                }
                for one in draft.questions
            ],
            "hedges": [self._hedge(one) for one in draft.hedges],
            "cues": [self._cue(one) for one in draft.attributions],
            "quantities": [self._quantity(one) for one in draft.quantities],
            "dates": [self._date(one) for one in draft.dates],
            "traps": [{**self._span(one), "why": one.why} for one in draft.traps],
            "news": [{**self._span(one), "kind": one.kind.value} for one in draft.news],
            "dateline": self._dateline(),
            "dropped": list(draft.dropped),
        }

    def _dateline(self) -> dict[str, Any] | None:
        found = self._draft.dateline
        if found is None:
            return None
        return {**self._span(found), "day": found.day or None, "agency": found.agency or None}

    def _article(self) -> dict[str, Any]:
        report = self._draft.report
        published = report.published_at
        return {
            "language": self._draft.lang,
            "reader": self._draft.reader,
            "date": None if published is None else str(published),
            "outlet": report.outlet or None,
            "title": report.title or None,
            "digest": report.digest or None,
            "chars": len(self._draft.text),
        }

    def _span(self, place: Place) -> dict[str, Any]:
        return {"text": place.of(self._draft.text), "start": place.start, "end": place.end}

    def _source(self, index: int) -> dict[str, Any]:
        speaker = self._draft.speakers[index]
        return {
            "id": speaker_id(index),
            "kind": speaker.kind.value,
            "name": speaker.name or None,
            "description": speaker.description or None,
            "role": speaker.role or None,
            "count": _count(speaker.count),
            "via_outlet": speaker.told or None,
            "knowledge": speaker.knowledge or None,
            "anonymity": speaker.anonymity or None,
            "affiliation": speaker.affiliation or None,
            "mentions": [
                {**self._span(one), "form": one.form} for one in self._mentions.get(index, ())
            ],
        }

    def _claim(self, claim: "ClaimRead") -> dict[str, Any]:
        speakers = [SELF] if claim.attribution is CueKind.OWN_VOICE else []
        if claim.speaker is not None:
            speakers = [speaker_id(one) for one in (claim.speaker, *claim.with_speakers)]
        return {
            "id": claim.id,
            "n": claim.sentence,
            "type": "claim",
            "proposition": claim.text,
            "kind": claim.kind.value,
            "content": self._span(claim),
            "attribution": {
                "kind": claim.attribution.value,
                "sources": speakers,
                "cue": None if claim.cue is None else self._span(claim.cue),
                "via_outlet": claim.told or None,
                "relayed_by": [speaker_id(one) for one in claim.relayed_by],
                "form": "direct" if claim.is_direct else "indirect",
                "scope": "ambiguous" if claim.doubts else "certain",
            },
            "hedges": [self._hedge(one) for one in claim.hedges],
            "unclear": [one.value for one in claim.facets],
            "quantities": [self._quantity(one) for one in claim.quantities],
            "dates": [self._date(one) for one in claim.dates],
            "review": list(claim.doubts),
            "rule": claim.rule,
        }

    def _question(self, number: int, question: "QuestionRead") -> dict[str, Any]:
        return {
            "id": f"q{number}",
            "n": question.sentence,
            "type": "open_question",
            "content": self._span(question),
            "unclear": [one.value for one in question.facets],
            "about": list(question.about),
            "review": list(question.doubts),
            "rule": question.rule,
        }

    def _response(self, number: int, found: "ResponseRead") -> dict[str, Any]:
        return {
            "id": f"x{number}",
            "n": found.sentence,
            "kind": found.kind.value,
            "responder": None if found.speaker is None else speaker_id(found.speaker),
            "mention": None if found.responder is None else self._span(found.responder),
            "cue": self._span(found),
            "text": self._span(found.clause),
            "immediate": found.immediate,
            "approached_by": found.asked_by or None,
            "about": list(found.about),
            "review": list(found.doubts),
            "rule": found.rule,
        }

    def _cue(self, found: Attribution) -> dict[str, Any]:
        cue, mention = found.cue, found.mention
        return {
            **self._span(cue),
            "n": cue.sentence,
            "kind": cue.kind.value,
            "source": None if found.speaker is None else speaker_id(found.speaker),
            "mention": None if mention is None else self._span(mention),
            "content": [self._span(one) for one in found.content],
            "via_outlet": found.told or None,
            "negated": cue.is_negated,
            "rule": cue.rule,
        }

    def _hedge(self, hedge: HedgeFound) -> dict[str, Any]:
        return {**self._span(hedge), "class": hedge.kind.value, "rule": hedge.rule}

    def _quantity(self, found: Quantity) -> dict[str, Any]:
        return {
            **self._span(found),
            "op": found.op.value,
            "value": _number(found.value),
            "value_hi": _number(found.high),
            "unit": found.unit or None,
            "rule": found.rule,
        }

    def _date(self, found: DateFound) -> dict[str, Any]:
        earliest, latest = _days(found.window)
        return {
            **self._span(found),
            "edtf": None if found.window is None else found.window.edtf(),
            "earliest": earliest,
            "latest": latest,
            "role": found.role.value,
            "vague": found.is_vague,
            "note": found.note or None,
            "rule": found.rule,
        }


_SELF_SOURCE: Final[Mapping[str, Any]] = {"id": SELF, "kind": "self", "name": None, "mentions": []}


def _count(count: Count | None) -> dict[str, int | None] | None:
    return None if count is None else {"lo": count.low, "hi": count.high}


def _number(value: Decimal | None) -> int | str | None:
    """Write a number: whole ones as such, others as text, since JSON's fractions are inexact."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else f"{value:f}"


_MICROSECOND: Final = timedelta(microseconds=1)


def _days(window: Window | None) -> tuple[str | None, str | None]:
    """Give the first and the last day of a window in its own zone; None where it is open."""
    if window is None:
        return None, None
    first, _ = wall_clock(window.earliest, window.zone)
    last, _ = wall_clock(window.latest, window.zone, _MICROSECOND)
    return (
        None if first is None else first.date().isoformat(),
        None if last is None else (last - _MICROSECOND).date().isoformat(),
    )
