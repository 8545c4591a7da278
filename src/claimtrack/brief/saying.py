"""
Saying: one value in words, in a language. Every function gives one line that is safe to print.

What people wrote stays as they wrote it: names, descriptions, answers. A description in another
language than the one spoken stands in quotation marks.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from claimtrack.brief.values import (
    Answer,
    Gone,
    Lifted,
    LinkNews,
    LostVoice,
    Named,
    News,
    Settled,
    Unclear,
    Voice,
)
from claimtrack.model.claim import Heard, Ruling, StandingFlag, Wording
from claimtrack.model.confidence import Confidence
from claimtrack.model.figure import Figure
from claimtrack.model.judgement import Judgement
from claimtrack.model.links import Link, LinkKind
from claimtrack.model.response import Response
from claimtrack.model.slots import SlotValue
from claimtrack.model.source import CountIs, Source
from claimtrack.model.status import Status
from claimtrack.text import printable
from claimtrack.wording import phrase

_IN_WORDS = 10
"""The largest number that is written as a word, as agencies' style books have it."""


def line(text: str) -> str:
    """Put what people wrote on one line, with nothing in it that acts on a terminal."""
    return printable(" ".join(text.split()))


def moment(when: datetime) -> str:
    """Say a moment to the minute: ``2025-12-02 13:10 UTC``."""
    return f"{when.astimezone(UTC).replace(tzinfo=None).isoformat(' ', 'minutes')} UTC"


def standing(status: Status, confidence: Confidence, lang: str) -> str:
    """Say where a claim stands: ``reported, possibly true (F3)``."""
    words = [phrase(f"status.{status}", (), lang)]
    credibility = phrase(f"credibility.{confidence.credibility:d}", (), lang)
    if credibility not in words:
        words.append(credibility)
    return f"{', '.join(words)} ({confidence.grade})"


def verdict(judgement: Judgement, lang: str) -> str:
    """Say status and grade: ``reported (F3)``."""
    status = phrase(f"status.{judgement.status}", (), lang)
    return f"{status} ({judgement.confidence.grade})"


def source(who: Source, lang: str) -> str:
    """Say who somebody is: ``John Coale (US special envoy for Belarus)``, ``three officials``."""
    label = line(who.label_in(lang))
    if not who.is_named:
        return _described(who, label, lang)
    role = _quoted_if_foreign(who, line(who.role or who.affiliation), lang)
    return f"{label} ({role})" if role else label


def _described(who: Source, label: str, lang: str) -> str:
    if label == line(who.description):
        label = _quoted_if_foreign(who, label, lang)
    if who.count is None or who.count_is is CountIs.SEVERAL:
        return label
    number = str(who.count)
    if who.count_is is CountIs.AT_LEAST:
        number = phrase("number.at_least", (number,), lang)
    elif who.count <= _IN_WORDS:
        number = phrase(f"number.{number}", (), lang)
    return _of(Decimal(who.count), number, label, lang)


def _quoted_if_foreign(who: Source, words: str, lang: str) -> str:
    """Put into quotation marks what stands in another language than the one spoken."""
    is_foreign = who.lang != "" and who.lang.partition("-")[0] != lang.partition("-")[0]
    return phrase("brief.quoted", (words,), lang) if words and is_foreign else words


def voices(spoken: Iterable[Voice], lang: str) -> str:
    """Say who they are and through whom they came, each once; the stance is not said."""
    by_outlet: dict[str, dict[str, None]] = {}
    for one in spoken:
        by_outlet.setdefault(one.via, {})[_speaker(one, lang)] = None
    return "; ".join(
        f"{phrase('brief.all', tuple(who), lang)}{_via(outlet, lang)}"
        for outlet, who in by_outlet.items()
    )


def _speaker(one: Voice, lang: str) -> str:
    who = source(one.source, lang)
    for relay in one.relayed_by:
        who = phrase("brief.relayed", (who, line(relay)), lang)
    return who


def _via(outlet: str, lang: str) -> str:
    return f", {phrase('brief.via', (line(outlet),), lang)}" if outlet else ""


def said(spoken: Sequence[Voice], lang: str) -> list[str]:
    """Say who says what, one sentence for each stance: ``according to three officials``."""
    found: dict[str, list[Voice]] = {}
    for one in spoken:
        found.setdefault("own_voice" if one.own_voice else one.stance.value, []).append(one)
    return [phrase(f"said.{how}", (voices(who, lang),), lang) for how, who in found.items()]


def gone(lost: Iterable[LostVoice], lang: str) -> list[str]:
    """Say what was taken back, one sentence for each way: ``withdrawn by the outlet: ...``."""
    found: dict[str, list[Voice]] = {}
    for one in lost:
        found.setdefault(one.by.value, []).append(one.voice)
    return [phrase(f"taken_back.{how}", (voices(who, lang),), lang) for how, who in found.items()]


def response(heard: Response, lang: str) -> str:
    """Say what came of asking: ``White House declined to comment (asked by Reuters)``."""
    said_so = phrase(
        "caveat.response", (heard.outcome.value, line(heard.party.label_in(lang))), lang
    )
    notes = []
    if heard.asked_by:
        notes.append(phrase("brief.asked_by", (line(heard.asked_by),), lang))
    if heard.late:
        notes.append(phrase("brief.late", (), lang))
    return f"{said_so} ({', '.join(notes)})" if notes else said_so


def slot(name: str, lang: str) -> str:
    """Say the question that a slot asks."""
    return phrase("brief.slot", (name,), lang)


def slot_value(value: SlotValue, lang: str) -> str:
    """Say an answer as it was given, else as the figure or the window has it."""
    if value.text:
        return line(value.text)
    if value.figure is not None:
        return figure(value.figure, lang)
    return line(str(value.window))


def settled(value: SlotValue | None, lang: str) -> str:
    """Say what the desk settled on: ``early December, settled by the desk``."""
    said = phrase("slot_state.none", (), lang) if value is None else slot_value(value, lang)
    return phrase("brief.settled", (said,), lang)


def figure(value: Figure, lang: str) -> str:
    """Say a figure: ``at least 100 political prisoners``."""
    low, high = (_digits(bound, lang) for bound in (value.low, value.high))
    if not low and not high:
        return line(value.phrase)
    if low == high:
        words = phrase("figure.about", (low,), lang) if value.approximate else low
    elif low and high and not value.low_open and not value.high_open:
        words = phrase("figure.between", (low, high), lang)
    else:
        floor = "figure.more_than" if value.low_open else "figure.least"
        ceiling = "figure.less_than" if value.high_open else "figure.most"
        ends = [phrase(floor, (low,), lang)] if low else []
        ends += [phrase(ceiling, (high,), lang)] if high else []
        words = phrase("brief.all", ends, lang)
    if not value.unit:
        return words
    last = value.low if value.high is None else value.high
    return _of(last, words, line(value.unit), lang)


def _of(number: Decimal | None, words: str, unit: str, lang: str) -> str:
    """Put a number before what it counts; Romanian says *de* behind one that stands apart."""
    key = "figure.of_many" if number is not None and _stands_apart(number) else "figure.of"
    return phrase(key, (words, unit), lang)


def _stands_apart(number: Decimal) -> bool:
    """Whether a number ends in 00 or in 20 to 99; Romanian counts with these otherwise."""
    return number == number.to_integral_value() and number >= 20 and not 1 <= number % 100 <= 19


def _digits(value: Decimal | None, lang: str) -> str:
    if value is None:
        return ""
    whole, _, part = f"{value:,f}".partition(".")
    whole = whole.replace(",", phrase("list.thousands", (), lang))
    return f"{whole}{phrase('list.point', (), lang)}{part}" if part else whole


def link(one: Link, lang: str) -> str:
    """Say a link as it stands on its claim: ``superseded by talks-123``."""
    return phrase(f"{'linked_from' if one.inverse else 'link'}.{one.kind}", (one.other,), lang)


def flag(one: StandingFlag, lang: str) -> str:
    """Say what fell: ``depends on the claim talks, which no longer stands``."""
    superseder = one.flag.link.kind is LinkKind.SUPERSEDES
    key = "caveat.superseder_fell" if superseder else "caveat.depends_on_fallen"
    return phrase(key, (one.flag.link.other,), lang)


def ruling(status: Status, because: str, lang: str) -> str:
    """Say what the desk decided, and why."""
    return phrase("brief.ruled", (phrase(f"status.{status}", (), lang), line(because)), lang)


def news(one: News, lang: str) -> str:
    """Say one thing that is new about a claim."""
    match one:
        case Voice():
            return said((one,), lang)[0]
        case LostVoice():
            return gone((one,), lang)[0]
        case Wording(text=text):
            return phrase("brief.reworded", (line(text),), lang)
        case Unclear(slots=slots):
            return phrase("caveat.unclear", slots, lang)
        case Answer():
            return _answer(one, lang)
        case Settled(slot=name, value=value):
            return f"{slot(name, lang)}: {settled(value, lang)}"
        case Heard(response=heard):
            return response(heard, lang)
        case Gone(told=told):
            return phrase("brief.gone", (news(told, lang),), lang)
        case Named(description=before, source=after):
            return phrase("brief.named", (source(before, lang), source(after, lang)), lang)
        case LinkNews(link=standing_link, made=made):
            said_so = link(standing_link, lang)
            return said_so if made else phrase("brief.unlinked", (said_so,), lang)
        case StandingFlag():
            return flag(one, lang)
        case Ruling(ruled=ruled, because=because):
            return ruling(ruled.status, because, lang)
        case Lifted():
            return phrase("update.ruling_lifted", (), lang)


def _answer(one: Answer, lang: str) -> str:
    moved = "" if one.earlier is None else f"{slot_value(one.earlier, lang)} -> "
    return f"{slot(one.slot, lang)}: {moved}{given(one, lang)}"


def given(one: Answer, lang: str) -> str:
    """Say an answer and who gave it: ``early December, according to John Coale``."""
    words = slot_value(one.value, lang)
    who = line(one.outlet) if one.source is None else source(one.source, lang)
    return f"{words}, {phrase('said.asserts', (who,), lang)}" if who else words
