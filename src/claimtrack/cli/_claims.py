"""Claims as pages: all that is on record, the row in a list, the history, the explanation."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from claimtrack.brief import LostVoice, saying
from claimtrack.brief.news import answer, voice
from claimtrack.cli._page import Page, Row
from claimtrack.cli._updates import at_work, evidence_given, happened
from claimtrack.ledger import Explanation
from claimtrack.model.claim import Claim, Enquiry, GivenEvidence
from claimtrack.model.confidence import Confidence
from claimtrack.model.entry import Entry
from claimtrack.model.judgement import Finding
from claimtrack.model.report import Report
from claimtrack.model.slots import Slot
from claimtrack.model.summary import Summary
from claimtrack.wording import has_phrase, phrase


def show(claim: Claim, page: Page) -> str:
    """Lay out all that is on record about a claim."""
    page.head(claim.id, saying.standing(claim.status, claim.confidence, page.lang))
    page.text(claim.text_in(page.lang))
    page.table(_facts(claim, page))
    for title, rows in (
        ("page.evidence", [_evidence(one, page) for one in claim.evidence]),
        ("brief.asked", [_heard(one, page) for one in claim.enquiries]),
        ("page.answers", [_slot(slot, page) for slot in claim.slots]),
        (
            "page.links",
            [(str(one.revision), [saying.link(one.link, page.lang)]) for one in claim.links],
        ),
        ("page.notes", [(str(note.revision), [saying.line(note.text)]) for note in claim.notes]),
    ):
        if rows:
            page.heading(page.say(title))
            page.table(rows)
    return str(page)


def _facts(claim: Claim, page: Page) -> Iterator[Row]:
    confidence = claim.confidence.in_words(page.lang, claim.labels_in(page.lang))
    yield page.say("page.confidence"), [saying.line(confidence)]
    if claim.ruling is not None:
        ruled = claim.ruling
        yield (
            page.say("update.ruled"),
            [saying.ruling(ruled.ruled.status, ruled.because, page.lang)],
        )
    for lang in dict.fromkeys(wording.lang for wording in claim.wordings):
        if lang and claim.text_in(lang) != claim.text_in(page.lang):
            yield lang, [saying.line(claim.text_in(lang))]
    if claim.story:
        yield page.say("page.story"), [claim.story]
    yield page.say("page.kind"), [page.say(f"claim_kind.{claim.kind}")]
    if claim.expected_by is not None:
        yield page.say("page.expected"), [saying.line(str(claim.expected_by))]
    yield page.say("page.opened"), [saying.moment(claim.opened_at)]
    latest = page.say("page.revision", str(claim.revision))
    yield page.say("page.latest"), [f"{saying.moment(claim.recorded_at)}, {latest}"]
    if claim.worked:
        yield page.say("page.work"), [at_work(claim.work, page.lang)]


def _evidence(given: GivenEvidence, page: Page) -> Row:
    spoken = voice(given)
    said = [evidence_given(given.evidence, spoken, page.lang)]
    if given.report is not None:
        said.append(_report(given.report))
    if given.evidence.wording:
        said.append(page.say("brief.quoted", saying.line(given.evidence.wording)))
    said.append(saying.line(given.source.id))
    if given.taken_back is not None:
        by, revision = given.taken_back.by, given.taken_back.revision
        lost = LostVoice(voice=spoken, by=by, revision=revision)
        said += saying.gone((lost,), page.lang)
    return str(given.revision), said


def _report(report: Report) -> str:
    when = "" if report.published_at is None else str(report.published_at)
    parts = (report.outlet, when, report.url or report.title or report.id)
    return ", ".join(saying.line(part) for part in parts if part)


def _heard(enquiry: Enquiry, page: Page) -> Row:
    said = [saying.response(enquiry.response, page.lang)]
    if enquiry.response.wording:
        said.append(page.say("brief.quoted", saying.line(enquiry.response.wording)))
    return str(enquiry.latest.revision), said


def _slot(slot: Slot, page: Page) -> Row:
    if slot.closed is None:
        said = [page.say(f"slot_state.{slot.state}")]
    else:
        said = [saying.settled(slot.settled, page.lang)]
    given = (one for one in slot.candidates if one.revision != slot.closed)
    said += (saying.given(answer(slot.name, one), page.lang) for one in given)
    return saying.slot(slot.name, page.lang), said


def row(summary: Summary, text: str, page: Page, at: datetime | None = None) -> str:
    """Lay out a claim's row with its text; with a moment, also why it is due then."""
    confidence = Confidence(credibility=summary.credibility, reliability=summary.reliability)
    page.head(summary.id, saying.standing(summary.status, confidence, page.lang))
    page.text(text)
    if at is not None:
        for reason in summary.due_reasons(at):
            page.detail(page.say(f"page.due_{reason}"), 4)
    return str(page)


def entry(one: Entry, page: Page, name: str) -> str:
    """Lay out an entry: its name, when, who; where the claim stood; what happened, and why."""
    left = f"{name}  {saying.moment(one.recorded_at)}  {saying.line(one.author)}"
    page.head(left, saying.verdict(one.judgement, page.lang))
    page.detail(happened(one, page.lang), 6)
    if one.because:
        page.detail(page.say("page.because", one.because), 6)
    return str(page)


def explanation(found: Explanation, page: Page) -> str:
    """Lay out why a claim stands as it does: every rule, and every caveat with its entries."""
    claim = found.claim
    page.head(claim.id, saying.standing(claim.status, claim.confidence, page.lang))
    page.text(claim.text_in(page.lang))
    page.text(_judged(found, page))
    page.heading(page.say("page.rules"))
    page.table((page.say(f"met.{one.met}"), _finding(one, page)) for one in found.findings)
    if claim.confidence.caveats:
        page.heading(page.say("page.caveats"))
        labels = claim.labels_in(page.lang)
        page.table(
            (_numbers(caveat.revisions), [saying.line(caveat.in_words(page.lang, labels))])
            for caveat in claim.confidence.caveats
        )
    return str(page)


def _judged(found: Explanation, page: Page) -> str:
    """Say by which policy it was judged, and whether it would be judged so today."""
    stamped, today = (f"{one.policy} {one.version}" for one in (found.stamped, found.recomputed))
    if not found.differs:
        return page.say("page.judged", stamped)
    verdict = saying.verdict(found.recomputed, page.lang)
    return page.say("page.judged_otherwise", stamped, page.say("page.by_policy", verdict, today))


def _finding(finding: Finding, page: Page) -> Iterator[str]:
    said = f"{_of_rule(finding, 'name', page)}: {_of_rule(finding, 'requirement', page)}"
    if finding.revisions:
        said += f" ({page.say('page.entries', *map(str, finding.revisions))})"
    yield said
    if finding.would_meet:
        yield page.say("page.would_meet", _of_rule(finding, "would_meet", page))


def _of_rule(finding: Finding, part: str, page: Page) -> str:
    """Say a part of a finding in the page's language, or as a policy of the desk's own has it."""
    key = f"rule.{finding.rule.replace(' ', '_')}.{part}"
    own = {
        "name": finding.rule,
        "requirement": finding.requirement,
        "would_meet": finding.would_meet,
    }[part]
    # A policy of the desk's own may call a rule the same and mean another thing.
    return page.say(key) if has_phrase(key) and phrase(key) == own else own


def _numbers(revisions: Iterable[int]) -> str:
    return ", ".join(map(str, revisions))
