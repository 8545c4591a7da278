"""
Drafts from plain data: what a back-end gave, held to the text.

Every span must be a literal part of the text; what is not is left out and told. The object is that
of `claimtrack.reading.as_data`, in which offsets may be missing: a span is then looked up by its
words, after the span before it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from claimtrack.errors import DecodeError, InvalidValueError
from claimtrack.model.report import Report
from claimtrack.model.window import Window
from claimtrack.reading.article import Article
from claimtrack.reading.assembly import id_of
from claimtrack.reading.checks import Checks
from claimtrack.reading.draft import ClaimRead, Draft, QuestionRead, ResponseRead
from claimtrack.reading.figures import figure_of
from claimtrack.reading.findings import (
    Attribution,
    Count,
    Cue,
    DateFound,
    HedgeFound,
    Mention,
    Place,
    Quantity,
    Speaker,
)
from claimtrack.reading.given import (
    AttributionGiven,
    DateGiven,
    ReadingGiven,
    RecordGiven,
    ResponseGiven,
    SourceGiven,
)
from claimtrack.reading.kinds import CueKind, SpeakerKind
from claimtrack.reading.structure import Problems, structured

_WHO_UNSURE = "who says this is unsure"
_WHO_UNKNOWN = "who says this is not known: it would be told in the article's own voice"
_NO_CUE = "the words of attribution are not in the text"
_REWORDED = "these are not the words of the text"


def draft_from(data: Mapping[str, Any], article: Article, report: Report) -> Draft:
    """
    Make a draft out of what a back-end gave.

    Args:
        data: The object; see ``docs/reference/formats/reading.md``.

        article: The text that it is about.

        report: The report that the text is.

    Returns:
        The draft. What is no part of the text, and keys that are not read, are told in ``dropped``.

    Raises:
        DecodeError: It is no such object; every problem is listed with its path.
    """
    problems = Problems()
    problems.passed_over = set()
    given: ReadingGiven = structured(ReadingGiven, data, problems)
    if not problems and given.schema != 1:
        problems.add("$.schema", f"must be 1, the one form that is read, got {given.schema}")
    if problems:
        raise DecodeError(tuple(problems))
    found = _Found(article, given)
    unread = sorted(problems.passed_over)
    told = (f"keys that are not read: {', '.join(unread)}",) if unread else ()
    return attrs.evolve(found.draft(report), dropped=(*found.dropped, *told))


class _Found:
    """What a back-end gave, on its way to be a draft."""

    def __init__(self, article: Article, given: ReadingGiven) -> None:
        self._article = article
        self._text = article.text
        self._given = given
        self._own = [one for one in given.sources if one.kind is not SpeakerKind.SELF]
        self._ids = [one.id for one in self._own]
        self._speakers = tuple(map(_speaker, self._own))
        self._names: dict[str, str] = {}
        self._used: Counter[str] = Counter()
        self._checks = Checks(article)
        self._place = 0
        self.dropped: list[str] = []

    def draft(self, report: Report) -> Draft:
        """Make the draft."""
        given = self._given
        claims = [
            claim
            for number, record in enumerate(given.records)
            if record.type == "claim"
            for claim in self._claim(record, f"$.records[{number}]")
        ]
        questions = [
            question
            for number, record in enumerate(given.records)
            if record.type != "claim"
            for question in self._question(record, f"$.records[{number}]")
        ]
        responses = [
            response
            for number, one in enumerate(given.responses)
            for response in self._response(one, f"$.responses[{number}]")
        ]
        return Draft(
            text=self._text,
            report=report,
            lang=self._article.language,
            reader="",
            claims=tuple(claims),
            questions=tuple(questions),
            responses=tuple(responses),
            speakers=self._speakers,
            mentions=tuple(self._mentions()),
            sentences=tuple(
                attrs.evolve(one, start=place.start, end=place.end)
                for one in self._article.sentences
                for place in (self._article.original(one),)
            ),
            attributions=tuple(_attributions(claims)),
            hedges=tuple(one for claim in claims for one in claim.hedges),
            quantities=tuple(one for claim in claims for one in claim.quantities),
            dates=tuple(one for claim in claims for one in claim.dates),
        )

    def _span(self, words: str, start: int | None, end: int | None, path: str) -> Place | None:
        """Find the words where they are said to stand, else behind the last, else anywhere."""
        if start is not None and end is not None and self._text[start:end] == words:
            return Place(start=start, end=end)
        found = self._text.find(words, self._place) if words else -1
        if found < 0 and words:
            found = self._text.find(words)
        if found < 0:
            self.dropped.append(f"not in the text: {words[:60]!r} @ {path}")
            return None
        return Place(start=found, end=found + len(words))

    def _sentence(self, place: Place) -> int:
        starts = (one for one in self._article.sentences_within(place))
        return next((one.number for one in starts), 1)

    def _claim(self, record: RecordGiven, path: str) -> Iterator[ClaimRead]:
        content = record.content
        place = self._span(content.text, content.start, content.end, f"{path}.content")
        if place is None:
            return
        self._place = place.start
        text = " ".join((record.proposition or content.text).split())
        self._names[record.id] = name = self._unused(id_of(text))
        given = record.attribution
        speakers = [self._ids.index(one) for one in given.sources if one in self._ids]
        for one in given.sources:
            if one not in {source.id for source in self._given.sources}:
                self.dropped.append(f"no such source: {one!r} @ {path}.attribution.sources")
        cue = self._cue(given, place, path)
        quantities = tuple(self._quantities(record, path))
        dates = tuple(self._dates(record, path))
        unchecked = (*map(self._checks.figure, quantities), *map(self._checks.date, dates))
        yield ClaimRead(
            start=place.start,
            end=place.end,
            id=name,
            text=text,
            kind=record.kind,
            sentence=self._sentence(place),
            cue=cue,
            attribution=given.kind,
            speaker=speakers[0] if speakers else None,
            with_speakers=tuple(speakers[1:]),
            told=self._named(given.via_outlet, f"{path}.attribution.via_outlet"),
            is_direct=given.form == "direct",
            hedges=tuple(self._hedges(record, path)),
            quantities=quantities,
            dates=dates,
            facets=record.unclear,
            rule=f"back-end:{record.id}",
            doubts=(
                *self._doubts(record, [self._speakers[one] for one in speakers], cue),
                *filter(None, unchecked),
            ),
        )

    def _unused(self, name: str) -> str:
        self._used[name] += 1
        return name if self._used[name] == 1 else f"{name}-{self._used[name]}"

    def _named(self, outlet: str | None, path: str) -> str:
        """Take an outlet that the text names."""
        if not outlet or self._checks.says(outlet):
            return outlet or ""
        self.dropped.append(f"not in the text: {outlet[:60]!r} @ {path}")
        return ""

    def _doubts(
        self, record: RecordGiven, speakers: Sequence[Speaker], cue: Cue | None
    ) -> Iterator[str]:
        """Tell what an editor must look at: above all words that the text does not have."""
        given = record.attribution
        if given.scope != "certain":
            yield _WHO_UNSURE
        if record.proposition and not self._checks.says(record.proposition):
            yield _REWORDED
        if not speakers and given.kind is not CueKind.OWN_VOICE:
            yield _WHO_UNKNOWN
        if given.cue is not None and cue is None:
            yield _NO_CUE
        for speaker in speakers:
            for words in (speaker.name, speaker.description):
                if words and not self._checks.says(words):
                    yield f"the source {words[:60]!r} is not so named in the text"

    def _cue(self, given: AttributionGiven, content: Place, path: str) -> Cue | None:
        if given.cue is None:
            return None
        cue = given.cue
        place = self._span(cue.text, cue.start, cue.end, f"{path}.attribution.cue")
        if place is None:
            return None
        return Cue(
            start=place.start,
            end=place.end,
            kind=given.kind,
            sentence=self._sentence(content),
            rule="back-end",
        )

    def _hedges(self, record: RecordGiven, path: str) -> Iterator[HedgeFound]:
        for number, one in enumerate(record.hedges):
            place = self._span(one.text, one.start, one.end, f"{path}.hedges[{number}]")
            if place is not None:
                yield HedgeFound(start=place.start, end=place.end, kind=one.kind, rule="back-end")

    def _quantities(self, record: RecordGiven, path: str) -> Iterator[Quantity]:
        for number, one in enumerate(record.quantities):
            where = f"{path}.quantities[{number}]"
            place = self._span(one.text, one.start, one.end, where)
            if place is None:
                continue
            try:
                value, high = _decimal(one.value), _decimal(one.value_hi)
                unit = one.unit or ""
                yield Quantity(
                    start=place.start,
                    end=place.end,
                    op=one.op,
                    value=value,
                    high=high,
                    unit=unit,
                    figure=figure_of(one.op, value, high, unit=unit, phrase=one.text),
                    rule="back-end",
                )
            except InvalidOperation:
                self.dropped.append(f"not a number: {one.value!r:.60} @ {where}")
            except InvalidValueError as error:
                self.dropped.append(f"{error} @ {where}")

    def _dates(self, record: RecordGiven, path: str) -> Iterator[DateFound]:
        for number, one in enumerate(record.dates):
            where = f"{path}.dates[{number}]"
            place = self._span(one.text or "", one.start, one.end, where) if one.text else None
            if place is None:
                continue
            try:
                window = _window(one, self._article.zone)
            except InvalidValueError as error:
                self.dropped.append(f"{error} @ {where}")
                continue
            yield DateFound(
                start=place.start,
                end=place.end,
                window=window,
                role=one.role,
                is_vague=one.vague,
                rule="back-end",
            )

    def _question(self, record: RecordGiven, path: str) -> Iterator[QuestionRead]:
        content = record.content
        place = self._span(content.text, content.start, content.end, f"{path}.content")
        if place is not None:
            yield QuestionRead(
                start=place.start,
                end=place.end,
                facets=record.unclear,
                sentence=self._sentence(place),
                about=tuple(self._about(record.about, f"{path}.about")),
                rule=f"back-end:{record.id}",
            )

    def _response(self, given: ResponseGiven, path: str) -> Iterator[ResponseRead]:
        cue, clause = given.cue, given.text or given.cue
        place = self._span(cue.text, cue.start, cue.end, f"{path}.cue")
        whole = self._span(clause.text, clause.start, clause.end, f"{path}.text")
        if place is None or whole is None:
            return
        is_known = given.responder in self._ids
        if given.responder is not None and not is_known:
            self.dropped.append(f"no such source: {given.responder!r} @ {path}.responder")
        yield ResponseRead(
            start=place.start,
            end=place.end,
            kind=given.kind,
            clause=whole,
            speaker=self._ids.index(given.responder) if is_known and given.responder else None,
            asked_by=self._named(given.approached_by, f"{path}.approached_by"),
            immediate=given.immediate,
            sentence=self._sentence(place),
            about=tuple(self._about(given.about, f"{path}.about")),
            rule="back-end",
        )

    def _about(self, names: tuple[str, ...], path: str) -> Iterator[str]:
        for name in names:
            if name in self._names:
                yield self._names[name]
            else:
                self.dropped.append(f"no such claim: {name!r} @ {path}")

    def _mentions(self) -> Iterator[Mention]:
        for index, source in enumerate(self._own):
            for number, one in enumerate(source.mentions):
                where = f"$.sources[{index}].mentions[{number}]"
                place = self._span(one.text, one.start, one.end, where)
                if place is not None:
                    yield Mention(start=place.start, end=place.end, speaker=index, rule="back-end")


def _attributions(claims: Iterable[ClaimRead]) -> Iterator[Attribution]:
    for claim in claims:
        if claim.cue is not None:
            yield Attribution(
                cue=claim.cue,
                speaker=claim.speaker,
                content=(Place(start=claim.start, end=claim.end),),
                told=claim.told,
                is_direct=claim.is_direct,
            )


def _speaker(given: SourceGiven) -> Speaker:
    return Speaker(
        kind=given.kind,
        name=given.name or "",
        description=given.description or (given.mentions[0].text if given.mentions else ""),
        role=given.role or "",
        count=None if given.count is None else Count(low=given.count.lo, high=given.count.hi),
        told=given.via_outlet or "",
        knowledge=given.knowledge or "",
        anonymity=given.anonymity or "",
        affiliation=given.affiliation or "",
    )


def _decimal(value: int | str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _window(given: DateGiven, zone: str) -> Window | None:
    if given.edtf:
        return Window.parse(given.edtf, zone)
    if given.earliest or given.latest:
        return Window.parse(f"{given.earliest or ''}/{given.latest or ''}", zone)
    return None
