"""
step and fold: what entries add up to. Pure: no clock, no chance, no policy, no I/O.

`step` folds one fact that is not judged yet; the policy judges the claim it returns; the entry is
stamped with the judgement. `fold` is repeated step over entries and takes their stamps as they are.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, assert_never, cast

import attrs

from claimtrack.errors import BrokenHistoryError
from claimtrack.model.claim import (
    Account,
    Claim,
    Draft,
    Enquiry,
    GivenEvidence,
    Heard,
    Independence,
    Note,
    Ruling,
    StandingFlag,
    StandingLink,
    TakenBack,
    Wording,
)
from claimtrack.model.entry import Entry, Fact
from claimtrack.model.ids import SourceId
from claimtrack.model.judgement import Judgement
from claimtrack.model.makers import maker
from claimtrack.model.response import Response
from claimtrack.model.slots import Slot, called_unclear
from claimtrack.model.source import Source
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
    TakenBackBy,
    Translated,
    Unlinked,
    WorkMoved,
)

UNJUDGED = Judgement(policy="")
"""What a claim carries between its first step and its first stamp."""

# None of them has a rule that its maker would leave out.
_given, _account, _wording = maker(GivenEvidence), maker(Account), maker(Wording)
_slot, _heard, _enquiry, _claim = maker(Slot), maker(Heard), maker(Enquiry), maker(Claim)


def fold(entries: Iterable[Entry], *, onto: Claim | None = None) -> Claim | None:
    """
    Replay one claim's history.

    Args:
        entries: One claim's entries, oldest first, revisions 1, 2, 3, ...

        onto: The claim that earlier entries add up to; None to begin with the first.

    Returns:
        The claim after the last entry, *onto* where there are no entries.

    Raises:
        BrokenHistoryError: A revision is missing, repeated or out of order, the history does not
            begin with `ClaimOpened`, or an entry speaks of something that is not there.
    """
    history = list(entries)
    stamp = history[-1].judgement if history else UNJUDGED
    return replay([entry.fact for entry in history], stamp, onto=onto)


def replay(
    facts: Sequence[Fact], judgement: Judgement, *, onto: Claim | None = None
) -> Claim | None:
    """
    Replay one claim's facts, as `fold` does its entries, where only the last stamp is at hand.

    The stamps before it leave nothing on the claim.
    """
    if not facts:
        return onto
    draft = Draft.of(step(onto, facts[0]))
    for fact in facts[1:]:
        draft.change(_following(draft, fact))
    return draft.finished(judgement)


def step(claim: Claim | None, fact: Fact) -> Claim:
    """
    Fold one fact. The claim returned carries the judgement it had before.

    Args:
        claim: The claim so far; None before its first entry.

        fact: The next fact.

    Raises:
        BrokenHistoryError: The fact cannot follow.
    """
    update = fact.update
    if claim is None:
        if fact.revision != 1 or not isinstance(update, ClaimOpened):
            raise BrokenHistoryError(fact.claim_id, fact.revision, "the claim was never opened")
        return _opened(fact, update)
    return claim.with_(**_following(claim, fact))


def _opened(fact: Fact, opened: ClaimOpened) -> Claim:
    report = fact.report
    return _claim(
        id=fact.claim_id,
        text=opened.text,
        lang=opened.lang,
        kind=opened.kind,
        story=opened.story,
        expected_by=opened.expected_by,
        revision=1,
        opened_at=fact.recorded_at,
        recorded_at=fact.recorded_at,
        reported_at=_reported_at(None, fact),
        opened_by=None if report is None else report.id,
        judgement=UNJUDGED,
        wordings=(_wording(text=opened.text, lang=opened.lang, revision=1),),
    )


def _reported_at(latest: datetime | None, fact: Fact) -> datetime | None:
    report = fact.report
    if report is None or report.published_at is None:
        return latest
    begins = report.published_at.earliest
    return latest if begins is None or (latest is not None and begins <= latest) else begins


_Changes = dict[str, Any]
"""Attributes of a claim that a fact changes, by name."""


def _following(claim: Claim, fact: Fact) -> _Changes:
    """Say what a fact changes on a claim, if it is the next of that claim."""
    if fact.revision != claim.revision + 1 or fact.claim_id != claim.id:
        same = fact.claim_id == claim.id
        reason = f"it follows {claim.revision}" if same else f"it is of claim {fact.claim_id}"
        raise BrokenHistoryError(claim.id, fact.revision, reason)
    changes = _changes(claim, fact)
    changes["revision"], changes["recorded_at"] = fact.revision, fact.recorded_at
    changes["reported_at"] = _reported_at(claim.reported_at, fact)
    return changes


def _changes(claim: Claim, fact: Fact) -> _Changes:
    """Dispatch: one case for each member of the closed union, and `assert_never` for the rest."""
    match fact.update:
        case EvidenceGiven():
            return _give(claim, fact, fact.update)
        case SlotDeclaredUnclear() | SlotAnswered() | SlotClosed():
            return _ask(claim, fact, fact.update)
        case CommentSought(response=response) | CommentAnswered(response=response):
            return _enquire(claim, fact, response)
        case EvidenceTakenBack():
            return _take_back(claim, fact, fact.update)
        case EntryTakenBack(given=given):
            return _undo(claim, fact, given)
        case Reworded(text=text):
            wording = _wording(text=text, lang=claim.lang, revision=fact.revision)
            return {"text": text, "wordings": (*claim.wordings, wording)}
        case Translated(text=text, lang=lang):
            wording = _wording(text=text, lang=lang, revision=fact.revision)
            return {"wordings": (*claim.wordings, wording)}
        case SourceRated() | SourceNamed():
            return _about_source(claim, fact, fact.update)
        case Linked(link=link):
            standing = StandingLink(link=link, revision=fact.revision)
            return {"links": (*claim.links, standing)}
        case Unlinked(link=link):
            return {
                "links": tuple(one for one in claim.links if one.link != link),
                "flags": tuple(one for one in claim.flags if one.flag.link != link),
            }
        case Flagged():
            return _flag(claim, fact.revision, fact.update)
        case Ruled():
            ruling = Ruling(ruled=fact.update, revision=fact.revision, because=fact.because)
            return {"ruling": ruling}
        case RulingLifted():
            return {"ruling": None}
        case WorkMoved(work=work):
            return {"work": work, "worked": fact.revision}
        case ConfidenceSet(credibility=credibility):
            chosen = None if credibility is None else (credibility, fact.revision)
            return {"set_credibility": chosen}
        case IndependenceShown(first=first, second=second):
            shown = Independence(
                pair=frozenset({first, second}), revision=fact.revision, because=fact.because
            )
            return {"independence": (*claim.independence, shown)}
        case Rejudged():
            return {}
        case Noted(text=text):
            note = Note(
                text=text,
                revision=fact.revision,
                author=fact.author,
                recorded_at=fact.recorded_at,
            )
            return {"notes": (*claim.notes, note)}
        case ClaimOpened():
            raise BrokenHistoryError(claim.id, fact.revision, "the claim is opened twice")
    assert_never(fact.update)


def _give(claim: Claim, fact: Fact, update: EvidenceGiven) -> _Changes:
    evidence = update.evidence
    given = _given(evidence=evidence, revision=fact.revision, report=fact.report)
    if evidence.is_off_record:
        return {"evidence": (*claim.evidence, given)}
    source = evidence.source.id
    known = cast("MappingProxyType[SourceId, Account]", claim.accounts)  # copied in one go by `|`
    accounts = known | {source: _next_account(known.get(source), given)}
    return {"evidence": (*claim.evidence, given), "accounts": MappingProxyType(accounts)}


def _next_account(account: Account | None, given: GivenEvidence) -> Account:
    """
    Let the later stance count.

    Later by the time of the report where the two times are apart, else by revision. Entries come in
    the order of revision, so a new one gives way only to one whose report is surely later.
    """
    if account is None:
        return _account(latest=given)
    latest = account.latest
    if given.precedes(latest):
        before = account.changed_from
        if _left_its_side(given, latest) and (before is None or before.precedes(given)):
            before = given
        return _account(latest=latest, changed_from=before)
    changed_from = latest if _left_its_side(latest, given) else account.changed_from
    return _account(latest=given, changed_from=changed_from)


def _left_its_side(one: GivenEvidence, later: GivenEvidence) -> bool:
    before, after = one.stance, later.stance
    if before is after:
        return False
    return (before.supports and not after.supports) or (before.opposes and not after.opposes)


def _take_back(claim: Claim, fact: Fact, update: EvidenceTakenBack) -> _Changes:
    given = next((one for one in claim.evidence if one.revision == update.given), None)
    if given is None or given.taken_back is not None:
        reason = f"revision {update.given} gives no evidence that stands"
        raise BrokenHistoryError(claim.id, fact.revision, reason)
    back = attrs.evolve(given, taken_back=TakenBack(by=update.by, revision=fact.revision))
    evidence = tuple(back if one is given else one for one in claim.evidence)
    if given.evidence.is_off_record:
        return {"evidence": evidence}
    withdrawn = claim.withdrawn
    if given.stance.supports and update.by is not TakenBackBy.ENTRY_ERROR:
        withdrawn = (*withdrawn, given.revision)
    return {
        "evidence": evidence,
        "withdrawn": withdrawn,
        "accounts": _accounted_again(claim, evidence, given.source.id),
    }


def _accounted_again(
    claim: Claim, evidence: tuple[GivenEvidence, ...], source: SourceId
) -> MappingProxyType[SourceId, Account]:
    """Work out one source's account again, from what of it still stands."""
    account = None
    for one in evidence:
        if one.source.id == source and one.taken_back is None and not one.evidence.is_off_record:
            account = _next_account(account, one)
    accounts = dict(claim.accounts)
    if account is None:
        del accounts[source]
    else:
        accounts[source] = account
    return MappingProxyType(accounts)


def _ask(
    claim: Claim, fact: Fact, update: SlotDeclaredUnclear | SlotAnswered | SlotClosed
) -> _Changes:
    revision = fact.revision
    if not claim.slots and isinstance(update, SlotDeclaredUnclear):
        return {"slots": called_unclear(update.slots, revision)}
    slots = {slot.name: slot for slot in claim.slots}
    match update:
        case SlotDeclaredUnclear(slots=names):
            for name in names:
                slots[name] = (slots.get(name) or _slot(name=name)).with_unclear(revision)
        case SlotAnswered(slot=name):
            candidate = update.candidate(revision, fact.report)
            slots[name] = (slots.get(name) or _slot(name=name)).with_answer(candidate)
        case SlotClosed(slot=name, value=value):
            slots[name] = (slots.get(name) or _slot(name=name)).with_closing(value, revision)
    return {"slots": tuple(slots.values())}


def _enquire(claim: Claim, fact: Fact, response: Response) -> _Changes:
    heard = _heard(response=response, revision=fact.revision, report=fact.report)
    enquiries = list(claim.enquiries)
    key = response.key if enquiries else ""
    for index, enquiry in enumerate(enquiries):
        if enquiry.response.key == key:
            enquiries[index] = _enquiry(heard=(*enquiry.heard, heard))
            break
    else:
        enquiries.append(_enquiry(heard=(heard,)))
    return {"enquiries": tuple(enquiries)}


def _undo(claim: Claim, fact: Fact, given: int) -> _Changes:
    slots = tuple(slot.without(given) for slot in claim.slots)
    enquiries = tuple(
        _enquiry(heard=heard)
        for enquiry in claim.enquiries
        if (heard := tuple(one for one in enquiry.heard if one.revision != given))
    )
    if slots == claim.slots and enquiries == claim.enquiries:
        reason = f"revision {given} says nothing of a slot or a response"
        raise BrokenHistoryError(claim.id, fact.revision, reason)
    mentioned = tuple(slot for slot in slots if slot != _slot(name=slot.name))
    return {"slots": mentioned, "enquiries": enquiries}


def _about_source(claim: Claim, fact: Fact, update: SourceRated | SourceNamed) -> _Changes:
    source = update.source
    if claim.source(source) is None:
        raise BrokenHistoryError(claim.id, fact.revision, f"it does not rest on source {source}")
    evidence = tuple(
        _with_source(one, told_of(one.source, fact, update)) if one.source.id == source else one
        for one in claim.evidence
    )
    changes: _Changes = {"evidence": evidence}
    if source in claim.accounts:
        changes["accounts"] = _accounted_again(claim, evidence, source)
    slots = tuple(_answered_by(slot, fact, update) for slot in claim.slots)
    if slots != claim.slots:
        changes["slots"] = slots
    return changes


def _answered_by(slot: Slot, fact: Fact, update: SourceRated | SourceNamed) -> Slot:
    candidates = tuple(
        attrs.evolve(one, source=told_of(one.source, fact, update))
        if one.source is not None and one.source.id == update.source
        else one
        for one in slot.candidates
    )
    return attrs.evolve(slot, candidates=candidates)


def told_of(source: Source, fact: Fact, update: SourceRated | SourceNamed) -> Source:
    """Give a source as it is known after a fact about it."""
    if isinstance(update, SourceRated):
        return attrs.evolve(source, reliability=update.reliability, rated_at=fact.recorded_at)
    return attrs.evolve(source, name=update.name, role=update.role or source.role)


def _with_source(given: GivenEvidence, source: Source) -> GivenEvidence:
    return attrs.evolve(given, evidence=attrs.evolve(given.evidence, source=source))


def _flag(claim: Claim, revision: int, flagged: Flagged) -> _Changes:
    kept = tuple(one for one in claim.flags if one.flag.link != flagged.link)
    if not flagged.status.is_fallen:
        return {"flags": kept}
    return {"flags": (*kept, StandingFlag(flag=flagged, revision=revision))}
