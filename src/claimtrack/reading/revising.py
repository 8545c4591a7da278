"""
Revising: a corrected version of an article, held against the version that was read before.

Claims keep the ids they had, so that what was recorded of them goes on; the follow-up says only
what is new, what reads otherwise and what is gone.
"""

from collections.abc import Iterator, Sequence

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.follow_up import FollowUp, Item, Withdrawal
from claimtrack.model.updates import ClaimOpened, Reworded
from claimtrack.reading.draft import ClaimRead, Draft
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

        what: What differs: ``text``, ``source``, ``figures``, ``dates``, ``hedges``.
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
    """

    earlier: Draft
    draft: Draft
    changed: tuple[ClaimChange, ...] = ()
    added: tuple[ClaimRead, ...] = ()
    removed: tuple[ClaimRead, ...] = ()

    def to_follow_up(self, story: str = "") -> FollowUp:
        """
        Make the follow-up of what changed; every item of it is for a person to look at.

        Args:
            story: The story that new claims belong to.

        Raises:
            InvalidValueError: Nothing changed.
        """
        items = tuple(self._items(story))
        withdrawals = tuple(self._withdrawals())
        if not items and not withdrawals:
            raise InvalidValueError("revision", (), "must not be empty: the versions say the same")
        whole = self.draft.to_follow_up(story)
        key = f"{whole.report.id} {self.draft.report.digest[:_DIGITS]}"
        return FollowUp(report=whole.report, items=items, withdrawals=withdrawals, key=key)

    def _items(self, story: str) -> Iterator[Item]:
        changes = {change.after.id: change for change in self.changed}
        added = {claim.id for claim in self.added}
        if not changes and not added:
            return
        before = self.earlier.to_follow_up(story).items if self.earlier.claims else ()
        said = {(item.claim_id, item.update) for item in before}
        for item in self.draft.to_follow_up(story).items:
            if item.claim_id in added:
                yield item
            elif item.claim_id in changes and (item.claim_id, item.update) not in said:
                yield from _revised(item, changes[item.claim_id])

    def _withdrawals(self) -> Iterator[Withdrawal]:
        for claim in self.removed:
            yield Withdrawal(
                report=self.earlier.report.id,
                claims=(claim.id,),
                because="the corrected version no longer says so",
                review="whether the outlet took it back, or only left it out",
            )


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
    if _speaker(earlier, before) != _speaker(later, after):
        yield "source"
    if [one.figure for one in before.quantities] != [one.figure for one in after.quantities]:
        yield "figures"
    if [one.window for one in before.dates] != [one.window for one in after.dates]:
        yield "dates"
    if [one.of(earlier.text) for one in before.hedges] != [
        one.of(later.text) for one in after.hedges
    ]:
        yield "hedges"


def _speaker(draft: Draft, claim: ClaimRead) -> object:
    return None if claim.speaker is None else draft.speakers[claim.speaker]
