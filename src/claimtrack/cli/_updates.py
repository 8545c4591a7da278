"""What entries say, in words: one line each."""

from typing import assert_never

from claimtrack.brief import LinkNews, Settled, Voice, saying
from claimtrack.brief.news import answer, voice
from claimtrack.codec import kind_of
from claimtrack.model.claim import GivenEvidence
from claimtrack.model.entry import Entry
from claimtrack.model.evidence import Evidence
from claimtrack.model.updates import (
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
    Translated,
    Unlinked,
    Update,
    WorkMoved,
)
from claimtrack.model.work import Work
from claimtrack.wording import phrase


def happened(entry: Entry, lang: str) -> str:
    """Say what happened: ``denied by Embassy of Belarus in Washington``."""
    update = entry.update
    match update:
        case ClaimOpened(text=text) | Reworded(text=text) | Noted(text=text):
            return _titled(update, text, lang)
        case Translated(text=text, lang=into):
            return _titled(update, f"{text} ({into})", lang)
        case EvidenceGiven(evidence=evidence):
            return evidence_given(evidence, _voice(entry, evidence), lang)
        case EvidenceTakenBack(given=given, by=by) | EntryTakenBack(given=given, by=by):
            return phrase(f"taken_back.{by}", (f"{entry.claim_id}/{given}",), lang)
        case SourceRated(source=source, reliability=reliability):
            rating = f"{reliability}, {phrase(f'reliability.{reliability}', (), lang)}"
            return _titled(update, f"{source}: {rating}", lang)
        case SourceNamed(source=source, name=name):
            return _titled(update, phrase("page.is", (source, name), lang), lang)
        case SlotDeclaredUnclear(slots=slots):
            return phrase("caveat.unclear", slots, lang)
        case SlotAnswered(slot=slot):
            candidate = update.candidate(entry.revision, entry.report)
            return saying.news(answer(slot, candidate), lang)
        case SlotClosed(slot=slot, value=value):
            return saying.news(Settled(slot=slot, value=value, revision=entry.revision), lang)
        case CommentSought(response=response) | CommentAnswered(response=response):
            return saying.response(response, lang)
        case Linked(link=link):
            return saying.link(link, lang)
        case Unlinked(link=link):
            return saying.news(LinkNews(link=link, made=False, revision=entry.revision), lang)
        case Flagged(link=link, status=status):
            fell = f"{link.other}: {phrase(f'status.{status}', (), lang)}"
            return _titled(update, fell, lang)
        case Ruled(status=status):
            return _titled(update, phrase(f"status.{status}", (), lang), lang)
        case RulingLifted() | Rejudged():
            return phrase(f"update.{kind_of(update)}", (), lang)
        case WorkMoved(work=work):
            return _titled(update, at_work(work, lang), lang)
        case ConfidenceSet(credibility=None):
            return _titled(update, phrase("page.by_the_rules", (), lang), lang)
        case ConfidenceSet(credibility=credibility):
            words = phrase(f"credibility.{credibility:d}", (), lang)
            return _titled(update, words, lang)
        case IndependenceShown(first=first, second=second):
            pair = phrase("brief.all", (first, second), lang)
            return _titled(update, pair, lang)
    assert_never(update)


def _titled(update: Update, words: str, lang: str) -> str:
    return f"{phrase(f'update.{kind_of(update)}', (), lang)}: {saying.line(words)}"


def _voice(entry: Entry, evidence: Evidence) -> Voice:
    return voice(GivenEvidence(evidence=evidence, revision=entry.revision, report=entry.report))


def evidence_given(evidence: Evidence, spoken: Voice, lang: str) -> str:
    """Say who says what, what the speaker is to the matter, and how it knows."""
    notes = []
    if evidence.standing != "unknown":
        notes.append(phrase(f"standing.{evidence.standing}", (), lang))
    if evidence.basis != "unknown":
        notes.append(phrase(f"basis.{evidence.basis}", (), lang))
    if evidence.terms is not None and evidence.terms.kind != "on_record":
        notes.append(phrase(f"terms.{evidence.terms.kind}", (), lang))
    if evidence.hedges:
        words = [hedge.words for hedge in evidence.hedges]
        notes.append(saying.line(phrase("caveat.hedged", words, lang)))
    (said,) = saying.said((spoken,), lang)
    return f"{said} ({'; '.join(notes)})" if notes else said


def at_work(work: Work, lang: str) -> str:
    """Say what the desk is doing: ``checking, mo, look again by 2025-12-10 22:00 UTC``."""
    words = [phrase(f"work.{work.state}", (), lang)]
    if work.assignee:
        words.append(saying.line(work.assignee))
    if work.recheck_by is not None:
        words.append(phrase("page.recheck", (saying.moment(work.recheck_by),), lang))
    return ", ".join(words)
