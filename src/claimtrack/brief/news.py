"""News: what a claim says now that it did not say before."""

from collections.abc import Iterator

from claimtrack.brief.values import (
    Answer,
    Changed,
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
from claimtrack.model.claim import Claim, GivenEvidence, Heard
from claimtrack.model.figure import Movement
from claimtrack.model.response import Outcome
from claimtrack.model.slots import Candidate, Slot, SlotValue
from claimtrack.model.updates import TakenBackBy


def changed(claim: Claim, before: Claim | None) -> Changed | None:
    """
    Say what changed about a claim.

    Args:
        claim: The claim.

        before: The same claim earlier; None where it was not open yet.

    Returns:
        What changed; None where nothing did that a reader would be told.
    """
    if before is None:
        return Changed(claim_id=claim.id, before=None, after=claim.judgement)
    news = tuple(sorted(_news(claim, before), key=lambda one: one.revision))
    if not news and _standing(claim) == _standing(before):
        return None
    return Changed(claim_id=claim.id, before=before.judgement, after=claim.judgement, news=news)


def voice(given: GivenEvidence) -> Voice:
    """Say who speaks in a piece of evidence, and through whom it came."""
    evidence, source, report = given.evidence, given.source, given.report
    via = source.told
    if not via and not evidence.own_voice and report is not None:
        via = report.outlet
    return Voice(
        source=source,
        stance=evidence.stance,
        via="" if via == source.name else via,
        relayed_by=evidence.relayed_by,
        own_voice=evidence.own_voice,
        revision=given.revision,
    )


def lost(given: GivenEvidence) -> Iterator[LostVoice]:
    """Say who took a piece of evidence back; a slip of the desk was never said."""
    back = given.taken_back
    if back is not None and _is_told(given):
        yield LostVoice(voice=voice(given), by=back.by, revision=back.revision)


def _is_told(given: GivenEvidence) -> bool:
    back = given.taken_back
    slip = back is not None and back.by is TakenBackBy.ENTRY_ERROR
    return not slip and not given.evidence.is_off_record


def _standing(claim: Claim) -> tuple[object, ...]:
    return claim.status, claim.confidence.grade


def _news(claim: Claim, before: Claim) -> Iterator[News]:
    since = before.revision
    yield from (one for one in claim.wordings if one.revision > since and one.lang == claim.lang)
    for given in claim.evidence:
        if given.revision > since and _is_told(given):
            yield voice(given)
        yield from (back for back in lost(given) if back.revision > since)
    for given, earlier in zip(claim.evidence, before.evidence, strict=False):
        if given.source.is_named and not earlier.source.is_named:
            yield Named(description=earlier.source, source=given.source, revision=claim.revision)
    yield from _unclear(claim, since)
    for slot in claim.slots:
        yield from _of_slot(slot, since)
    yield from _heard(claim, since)
    yield from _gone(claim, before)
    yield from _of_links(claim, before)
    yield from (one for one in claim.flags if one.revision > since)
    if claim.ruling is not None and claim.ruling.revision > since:
        yield claim.ruling
    elif claim.ruling is None and before.ruling is not None:
        yield Lifted(revision=claim.revision)


def _heard(claim: Claim, since: int) -> Iterator[Heard]:
    """Give what was heard of requests for comment, but for what is told as evidence."""
    spoke = {given.source.id for given in claim.evidence if given.revision > since}
    for enquiry in claim.enquiries:
        before: Outcome | None = None
        for heard in enquiry.heard:
            party, outcome = heard.response.party, heard.response.outcome
            is_evidence = outcome in _EVIDENCE and party.id in spoke
            if heard.revision > since and outcome is not before and not is_evidence:
                yield heard
            before = outcome


_EVIDENCE = frozenset({Outcome.CONFIRMED, Outcome.DENIED})


def _unclear(claim: Claim, since: int) -> Iterator[Unclear]:
    """Put together what one entry calls unclear, unless nothing had changed since the last did."""
    found: dict[int, list[str]] = {}
    for slot in claim.slots:
        answered = [one.revision for one in slot.candidates]
        before = 0
        for revision in slot.unclear:
            is_new = not before or any(before < one < revision for one in answered)
            if revision > since and is_new:
                found.setdefault(revision, []).append(slot.name)
            before = revision
    for revision, names in found.items():
        yield Unclear(slots=tuple(names), revision=revision)


def _of_slot(slot: Slot, since: int) -> Iterator[News]:
    earlier: SlotValue | None = None
    told: set[tuple[SlotValue, str]] = set()
    for candidate in slot.candidates:
        said = (candidate.value, "" if candidate.source is None else candidate.source.label)
        if candidate.revision > since and candidate.revision != slot.closed and said not in told:
            yield answer(slot.name, candidate, earlier)
        told.add(said)
        earlier = candidate.value
    if slot.closed is not None and slot.closed > since:
        yield settled(slot)


def settled(slot: Slot) -> Settled:
    """Say what the desk settled a slot on that it closed."""
    return Settled(slot=slot.name, value=slot.settled, revision=slot.closed or 0)


def _gone(claim: Claim, before: Claim) -> Iterator[Gone]:
    """Give what was told before and no longer holds."""
    for earlier in before.slots:
        slot = claim.slot(earlier.name)
        if earlier.closed is not None and slot.closed is None:
            yield Gone(told=settled(earlier), revision=claim.revision)
        standing = {_said(one) for one in slot.candidates}
        for candidate in earlier.candidates:
            if _said(candidate) not in standing and candidate.revision != earlier.closed:
                told = answer(slot.name, candidate)
                yield Gone(told=told, revision=claim.revision)
    heard = {one.response for enquiry in claim.enquiries for one in enquiry.heard}
    for enquiry in before.enquiries:
        if enquiry.response not in heard:
            yield Gone(told=enquiry.latest, revision=claim.revision)


def _said(candidate: Candidate) -> tuple[SlotValue, str]:
    """Give an answer as a reader tells it from another: what is said, and by whom."""
    return candidate.value, "" if candidate.source is None else candidate.source.id


_MOVED = frozenset({Movement.ROSE, Movement.FELL, Movement.MAY_AGREE})


def answer(slot: str, candidate: Candidate, earlier: SlotValue | None = None) -> Answer:
    """Say who answered a question, and where."""
    value = candidate.value
    moved = (
        earlier is not None
        and earlier.figure is not None
        and value.figure is not None
        and value.figure.compare(earlier.figure) in _MOVED
    )
    return Answer(
        slot=slot,
        value=value,
        source=candidate.source,
        outlet="" if candidate.report is None else candidate.report.outlet,
        earlier=earlier if moved else None,
        revision=candidate.revision,
    )


def _of_links(claim: Claim, before: Claim) -> Iterator[News]:
    # A flag says more than the link that it came by.
    known = {one.link for one in before.links} | {one.flag.link for one in claim.flags}
    standing = {one.link for one in claim.links}
    for one in claim.links:
        if one.link not in known:
            yield LinkNews(link=one.link, made=True, revision=one.revision)
    for earlier in before.links:
        if earlier.link not in standing:
            yield LinkNews(link=earlier.link, made=False, revision=claim.revision)
