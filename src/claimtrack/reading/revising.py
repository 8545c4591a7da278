"""
Revising: a corrected version of an article, held against the version that was read before.

Claims keep the ids they had, so that what was recorded of them goes on; the follow-up says only
what is new, what reads otherwise and what is gone. Sentences that read otherwise are told as well:
not all that an article says is a claim.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.follow_up import FollowUp, Item, Withdrawal
from claimtrack.model.updates import (
    ClaimOpened,
    CommentAnswered,
    EvidenceGiven,
    Noted,
    Reworded,
    SlotAnswered,
    SlotDeclaredUnclear,
    Update,
)
from claimtrack.reading.draft import ClaimRead, Draft
from claimtrack.reading.drafting import report_of
from claimtrack.reading.kinds import Facet
from claimtrack.text.normalize import same_text_key, words

_ALIKE = 0.5
"""The share of words that two versions of one claim have in common at least; ours, the measure by
which a claim counts as found when readers are scored."""

_DIGITS = 12
"""Characters of a text's digest that tell its versions apart in a follow-up's key; ours."""


@attrs.frozen(kw_only=True)
class ClaimChange:
    """
    One claim in two versions of an article.

    Attributes:
        before: As it was read before.

        after: As it reads now, under the same id.

        what: What differs: ``text``, ``source``, ``stance``, ``attribution``, ``figures``,
            ``dates``, ``hedges``, ``unclear``, ``responses``.
    """

    before: ClaimRead
    after: ClaimRead
    what: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Revision:
    """
    What a corrected version changes.

    Attributes:
        earlier: The version read before.

        draft: The corrected version, its claims under the ids they had.

        changed: Claims that read otherwise.

        added: Claims that are new.

        removed: Claims that are gone.

        sentences: Sentences that read otherwise, each as it was and as it is; empty for one that
            was not there, or is gone.
    """

    earlier: Draft
    draft: Draft
    changed: tuple[ClaimChange, ...] = ()
    added: tuple[ClaimRead, ...] = ()
    removed: tuple[ClaimRead, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the versions make the same claims, so that there is nothing to apply."""
        return not (self.changed or self.added or self.removed)

    def to_follow_up(self, story: str = "") -> FollowUp:
        """
        Make the follow-up of what changed; every item of it is for a person to look at.

        Args:
            story: The story that new claims belong to.

        Raises:
            InvalidValueError: Nothing changed.
        """
        if self.is_empty:
            reason = "must not be empty: the versions make the same claims"
            raise InvalidValueError("revision", (), reason)
        report = report_of(self.draft)
        return FollowUp(
            report=report,
            items=tuple(self._items(story)),
            withdrawals=tuple(self._withdrawals()),
            key=f"{report.id} {self.draft.report.digest[:_DIGITS]}",
        )

    def _items(self, story: str) -> Iterator[Item]:
        changes = {change.after.id: change for change in self.changed}
        before, after = _items_of(self.earlier, story), _items_of(self.draft, story)
        told: set[str] = set()
        for item in self._said(before, after, changes):
            told.add(item.claim_id)
            yield item
        for claim_id, change in changes.items():
            if claim_id not in told:
                yield self._noted(change)

    def _said(
        self, before: Sequence[Item], after: Sequence[Item], changes: Mapping[str, ClaimChange]
    ) -> Iterator[Item]:
        """Give the items that one version has and the other has not."""
        added = {claim.id for claim in self.added}
        said = {(item.claim_id, _substance(item.update)) for item in before}
        says = {(item.claim_id, _substance(item.update)) for item in after}
        for item in after:
            if item.claim_id in added:
                yield item
            elif item.claim_id in changes and (item.claim_id, _substance(item.update)) not in said:
                yield from _revised(item, changes[item.claim_id])
        kept = {(item.claim_id, _kept(item.update)) for item in after}
        for item in before:
            if item.claim_id not in changes or (item.claim_id, _substance(item.update)) in says:
                continue
            if (item.claim_id, _kept(item.update)) not in kept:
                yield from self._gone(item)

    def _noted(self, change: ClaimChange) -> Item:
        """Note a change of which the ledger's vocabulary has no word: "claimed", now "said"."""
        cues = [
            "" if claim.cue is None else claim.cue.of(draft.text)
            for claim, draft in ((change.before, self.earlier), (change.after, self.draft))
        ]
        text = f"The corrected version differs in: {', '.join(change.what)}"
        if all(cues) and cues[0] != cues[1]:
            text += f" (“{cues[0]}”, now “{cues[1]}”)"
        review = f"changed since the earlier version: {', '.join(change.what)}"
        return Item(claim_id=change.after.id, update=Noted(text=text), review=review)

    def _gone(self, item: Item) -> Iterator[Item]:
        """Note what a claim that stays had beside it: the ledger's entries are not known here."""
        match item.update:
            case EvidenceGiven(evidence=evidence):
                label = evidence.source.label
                text = f"The corrected version no longer names {label} as the source."
            case SlotDeclaredUnclear() | CommentAnswered() | SlotAnswered():
                text = f"The corrected version no longer says: “{self._said_before(item)}”"
            case _:
                return
        review = "whether to take back what was recorded of it"
        yield Item(claim_id=item.claim_id, update=Noted(text=text), review=review)

    def _said_before(self, item: Item) -> str:
        span = None if item.read is None else item.read.span
        return "" if span is None else " ".join(self.earlier.text[span.start : span.end].split())

    def _withdrawals(self) -> Iterator[Withdrawal]:
        for claim in self.removed:
            yield Withdrawal(
                report=self.earlier.report.id,
                claims=(claim.id,),
                because="the corrected version no longer says so",
                review="whether the outlet took it back, or only left it out",
            )


def _items_of(draft: Draft, story: str) -> tuple[Item, ...]:
    return draft.to_follow_up(story).items if draft.claims else ()


def _kept(update: Update) -> object:
    """Give what of an update must stand in a later version for nothing of it to be gone."""
    match update:
        case EvidenceGiven(evidence=evidence):
            return evidence.source
        case CommentAnswered(response=response):
            return response.party, response.outcome
        case SlotAnswered(slot=slot):
            # Another answer to the same question is told as what is new.
            return slot
    return update


def _substance(update: Update) -> object:
    """Give what an update says, without where it stands in the text and in which words."""
    match update:
        case EvidenceGiven(evidence=evidence):
            hedges = tuple(hedge.words.casefold() for hedge in evidence.hedges)
            same = same_text_key(evidence.wording)
            return attrs.evolve(evidence, wording="", span=None, hedges=()), hedges, same
        case CommentAnswered(response=response):
            return attrs.evolve(response, wording="")
        case Noted(text=text):
            return same_text_key(text)
    return update


def _revised(item: Item, change: ClaimChange) -> Iterator[Item]:
    """Put the opening of a claim that is there already into a rewording; mark all else."""
    what = f"changed since the earlier version: {', '.join(change.what)}"
    review = f"{item.review}; {what}" if item.review else what
    if not isinstance(item.update, ClaimOpened):
        yield attrs.evolve(item, review=review)
    elif "text" in change.what:
        reworded = Reworded(text=item.update.text)
        yield attrs.evolve(item, update=reworded, if_new=False, review=review)


def revised(earlier: Draft, later: Draft) -> Revision:
    """
    Hold a corrected version of an article against the version before.

    Args:
        earlier: What was read before.

        later: What reads now.

    Returns:
        What changed. Claims pair up by their words: the same first, then those that have most in
        common, and at least half.

    Example:
        >>> from claimtrack.reading import read
        >>> before = read("At least 100 people were freed on Monday, police said.", lang="en")
        >>> after = read("At least 120 people were freed on Monday, police said.", lang="en")
        >>> [change.what for change in revised(before, after).changed]
        [('text', 'figures')]
    """
    pairs = _pairs(earlier.claims, later.claims)
    taken = {one.id for one in earlier.claims}
    renamed: dict[str, str] = {}
    for claim in later.claims:
        partner = pairs.get(claim.id)
        renamed[claim.id] = _free(claim.id, taken) if partner is None else partner.id
        taken.add(renamed[claim.id])
    draft = _renamed(later, renamed)
    partners = {renamed[claim_id]: partner for claim_id, partner in pairs.items()}
    compared = [
        ClaimChange(
            before=before, after=claim, what=tuple(_differences(earlier, before, draft, claim))
        )
        for claim in draft.claims
        if (before := partners.get(claim.id)) is not None
    ]
    kept = {partner.id for partner in partners.values()}
    return Revision(
        earlier=earlier,
        draft=draft,
        changed=tuple(change for change in compared if change.what),
        added=tuple(one for one in draft.claims if one.id not in partners),
        removed=tuple(one for one in earlier.claims if one.id not in kept),
        sentences=tuple(_otherwise(earlier, later)),
    )


def _pairs(before: Sequence[ClaimRead], after: Sequence[ClaimRead]) -> dict[str, ClaimRead]:
    """Pair claims of two versions, by the id of the later one."""
    found: dict[str, ClaimRead] = {}
    by_text = {same_text_key(one.text): one for one in reversed(before)}
    for claim in after:
        same = by_text.pop(same_text_key(claim.text), None)
        if same is not None:
            found[claim.id] = same
    left = [one for one in before if one not in found.values()]
    alike = sorted(
        (
            (-_likeness(old, new), place, new.id, old)
            for place, new in enumerate(after)
            if new.id not in found
            for old in left
        ),
        key=lambda row: row[:3],
    )
    used: set[str] = set()
    for likeness, _, new_id, old in alike:
        if -likeness >= _ALIKE and new_id not in found and old.id not in used:
            found[new_id] = old
            used.add(old.id)
    return found


def _likeness(one: ClaimRead, other: ClaimRead) -> float:
    """Give the share of words in common (Jaccard's index)."""
    first, second = set(words(one.text)), set(words(other.text))
    return len(first & second) / max(len(first | second), 1)


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _renamed(draft: Draft, names: dict[str, str]) -> Draft:
    def _about(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(one, one) for one in ids)

    return attrs.evolve(
        draft,
        claims=tuple(attrs.evolve(one, id=names[one.id]) for one in draft.claims),
        questions=tuple(attrs.evolve(one, about=_about(one.about)) for one in draft.questions),
        responses=tuple(attrs.evolve(one, about=_about(one.about)) for one in draft.responses),
    )


def _differences(
    earlier: Draft, before: ClaimRead, later: Draft, after: ClaimRead
) -> Iterator[str]:
    if same_text_key(before.text) != same_text_key(after.text):
        yield "text"
    if _speakers(earlier, before) != _speakers(later, after):
        yield "source"
    if before.attribution.stance is not after.attribution.stance:
        yield "stance"
    elif before.attribution is not after.attribution:
        yield "attribution"
    if [one.figure for one in before.quantities] != [one.figure for one in after.quantities]:
        yield "figures"
    if [one.window for one in before.dates] != [one.window for one in after.dates]:
        yield "dates"
    if [one.of(earlier.text) for one in before.hedges] != [
        one.of(later.text) for one in after.hedges
    ]:
        yield "hedges"
    if _unclear(earlier, before) != _unclear(later, after):
        yield "unclear"
    if _answers(earlier, before) != _answers(later, after):
        yield "responses"


def _speakers(draft: Draft, claim: ClaimRead) -> object:
    told = () if claim.speaker is None else (claim.speaker, *claim.with_speakers)
    return [draft.speakers[one] for one in told], claim.told


def _unclear(draft: Draft, claim: ClaimRead) -> set[Facet]:
    asked = (one.facets for one in draft.questions if claim.id in one.about)
    return {*claim.facets, *(facet for facets in asked for facet in facets)}


def _answers(draft: Draft, claim: ClaimRead) -> list[object]:
    """Give what parties answered on a claim, in the order of the text."""
    answers = [one for one in draft.responses if claim.id in one.about]
    parties = [None if one.speaker is None else draft.speakers[one.speaker] for one in answers]
    return [
        (one.kind, party, one.asked_by, one.immediate)
        for one, party in zip(answers, parties, strict=True)
    ]


def _otherwise(earlier: Draft, later: Draft) -> Iterator[tuple[str, str]]:
    """Pair the sentences that differ, in the order of the text."""
    before, after = _sentences(earlier), _sentences(later)
    for kind, first, last, begin, end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield from zip_longest(before[first:last], after[begin:end], fillvalue="")


def _sentences(draft: Draft) -> list[str]:
    return [" ".join(one.of(draft.text).split()) for one in draft.sentences]
