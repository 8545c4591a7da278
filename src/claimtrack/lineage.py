"""
Lineage: from evidence to origins, and how independent the origins are shown to be.

Origins are counted, never outlets: ten outlets relaying one agency are one origin. Independence has
three values, and two outlets that nothing links are *not shown* to be independent.

Source:
    The three values follow an intelligence tool that counts origins instead of providers and calls
    two named origins "independence not established"; the relays are PROV's ``wasQuotedFrom`` and
    ``hadPrimarySource``.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

import attrs

from claimtrack.model.claim import GivenEvidence, Independence
from claimtrack.model.evidence import Basis, Standing
from claimtrack.model.ids import SourceId
from claimtrack.model.makers import maker
from claimtrack.model.report import Report
from claimtrack.model.source import Source, SourceKind


class Shown(StrEnum):
    """How independent origins are."""

    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Origin:
    """
    One first teller, with all the evidence that goes back to it.

    Attributes:
        label: What to call it: the source's name, the outlet that an unnamed one told, or empty.

        evidence: What goes back to it, oldest first.

        is_known: Whether its lineage is known; an outlet's own voice that names no way of knowing
            is an origin of unknown lineage.
    """

    label: str
    evidence: tuple[GivenEvidence, ...]
    is_known: bool

    @property
    def revisions(self) -> tuple[int, ...]:
        """The entries that go back to it, oldest first."""
        return tuple([one.revision for one in self.evidence])

    @property
    def sources(self) -> frozenset[SourceId]:
        """The sources that it stands for."""
        return frozenset(one.source.id for one in self.evidence)

    @property
    def is_hedged(self) -> bool:
        """Whether the first to tell it holds back; others may drop the hedge, or add one."""
        tellers = [one for one in self.evidence if not _is_voice(one)] or self.evidence
        first = tellers[0]
        for one in tellers:
            if one.precedes(first):
                first = one
        return bool(first.evidence.hedges)


_make_origin = maker(Origin)
_OUTLET = SourceKind.OUTLET  # asked of every piece of evidence, and a class of enum answers slowly


def origins(evidence: Iterable[GivenEvidence]) -> tuple[Origin, ...]:
    """
    Follow evidence back to its origins.

    Reports that relay one another count as one outlet, whichever of them relays. A named source is
    one origin wherever it speaks. An unnamed one is known by the outlet that it told and its
    description, so that the same words in two reports are never two origins, also once the desk
    knows the name behind one of them. A group with a count is one origin. What a report says in its
    own voice goes back to its outlet, and so does what is told of an outlet; only what the outlet
    itself saw is told apart from what others told it.

    Args:
        evidence: Evidence that stands, at most one for a source, in any order.

    Returns:
        The origins, by their earliest entry. The result does not depend on the order of *evidence*.
    """
    items = list(evidence)
    if len(items) < 2:
        return tuple([_origin(items, {}) for _ in items])
    items.sort(key=_source_id)
    chain = _chain(items)
    groups: list[list[GivenEvidence]] = []
    described: dict[tuple[str, str], list[GivenEvidence]] = {}
    unnamed, voices = [], []
    for one in items:
        source = one.evidence.source
        if _is_voice(one):
            voices.append(one)
        elif source.name == "":
            unnamed.append(one)
        else:
            groups.append([one])
            if source.description:
                described.setdefault(_told(one, chain), groups[-1])
    for one in unnamed:
        told = _told(one, chain)
        if told not in described:
            described[told] = []
            groups.append(described[told])
        described[told].append(one)
    # What an outlet says in its own voice it may have from those who told it: no further origin.
    for one in voices:
        outlet = _outlet(one, chain)
        for group in groups:
            if outlet in [_outlet(other, chain) for other in group]:
                group.append(one)
                break
        else:
            groups.append([one])
    for group in groups:
        if len(group) > 1:
            group.sort(key=_revision)
    groups.sort(key=_first_revision)
    return tuple([_origin(group, chain) for group in groups])


def independence(found: Sequence[Origin], shown: Iterable[Independence] = ()) -> Shown:
    """
    Say whether any two of several origins are shown to be independent.

    Args:
        found: Two origins or more; fewer are not shown independent of anything.

        shown: Pairs of sources that an editor showed independent.

    Returns:
        *Shown* where two origins are, by a stated ground. Else *unknown* where the lineage of one
        is not known, and otherwise *not shown*.
    """
    pairs = {one.pair for one in shown} if shown else set()
    # Without an editor's word only origins that have a ground of their own can be told apart.
    apart = found if pairs else [one for one in found if any(map(_ground, one.evidence))]
    for one, other in combinations(apart, 2):
        if are_independent(one, other, pairs):
            return Shown.SHOWN
    for one in found:
        if not one.is_known:
            return Shown.UNKNOWN
    return Shown.NOT_SHOWN


def are_independent(one: Origin, other: Origin, shown: set[frozenset[SourceId]]) -> bool:
    """
    Say whether two origins are shown to be independent.

    The grounds: an editor's word; distinct named first-hand sources that do not speak for one body;
    documents of different issuers; a witness and a document. Nothing derived from the other counts.
    """
    for first in one.evidence:
        mine = _ground(first)
        if not mine and not shown:
            continue
        for second in other.evidence:
            if shown and frozenset({first.source.id, second.source.id}) in shown:
                return True
            if mine and _have_ground(first, mine, second):
                return True
    return False


def _have_ground(first: GivenEvidence, mine: str, second: GivenEvidence) -> bool:
    theirs = _ground(second)
    if not theirs:
        return False
    if mine == theirs == _DOCUMENT:
        issuers = first.source.affiliation, second.source.affiliation
        return all(issuers) and issuers[0] != issuers[1]
    if _DOCUMENT in (mine, theirs):
        return _WITNESS in (mine, theirs)
    return first.source.is_named and second.source.is_named and not _share_body(first, second)


_DOCUMENT, _WITNESS, _NAME = "document", "witness", "name"


def _ground(given: GivenEvidence) -> str:
    """Say on which ground a source may be told from another: its paper, its eyes or its name."""
    evidence = given.evidence
    source = evidence.source
    # What others passed on has none.
    if evidence.relayed_by:
        return ""
    if source.kind is SourceKind.DOCUMENT:
        return _DOCUMENT
    # Nor has what an outlet may have from those who told it.
    if not evidence.is_first_hand or _is_voice(given):
        return ""
    if evidence.basis is Basis.WITNESSED or evidence.standing is Standing.WITNESS:
        return _WITNESS
    return _NAME if source.name else ""


def _bodies(source: Source) -> set[str]:
    return {body for body in (source.name, source.affiliation, source.speaks_for) if body}


def _share_body(first: GivenEvidence, second: GivenEvidence) -> bool:
    return not _bodies(first.source).isdisjoint(_bodies(second.source))


def _source_id(given: GivenEvidence) -> SourceId:
    return given.evidence.source.id


def _revision(given: GivenEvidence) -> int:
    return given.revision


def _first_revision(group: Sequence[GivenEvidence]) -> int:
    return group[0].revision


def _origin(group: Sequence[GivenEvidence], chain: Mapping[str, str]) -> Origin:
    label, is_known = "", False
    for one in group:
        evidence = one.evidence
        is_known = is_known or not evidence.own_voice or _names_its_way(one)
        if not label and evidence.source.name and not _is_voice(one):
            label = evidence.source.name
    if not label:
        label = _outlet(_teller(group), chain)
        for one in group:
            if one.report is not None and one.report.id == label:
                label = ""
                break
    return _make_origin(label=label, evidence=tuple(group), is_known=is_known)


def _teller(group: Sequence[GivenEvidence]) -> GivenEvidence:
    """Choose the evidence that says best whom it was told: one that names the outlet, if any."""
    for one in group:
        if one.evidence.source.told:
            return one
    return group[0]


def _names_its_way(given: GivenEvidence) -> bool:
    """Whether a way of knowing is named: a source behind the report, or the report's own eyes."""
    if not given.evidence.own_voice:
        return True
    relays = given.report is not None and bool(given.report.relays)
    return not relays and given.evidence.basis is not Basis.UNKNOWN


def _is_voice(given: GivenEvidence) -> bool:
    """Whether an outlet speaks, and not of what it saw itself."""
    if given.evidence.source.kind is not _OUTLET:
        return False
    return given.evidence.basis is not Basis.WITNESSED or not _names_its_way(given)


def _told(given: GivenEvidence, chain: Mapping[str, str]) -> tuple[str, str]:
    return _outlet(given, chain), given.evidence.source.description.casefold()


def _outlet(given: GivenEvidence, chain: Mapping[str, str]) -> str:
    """Name the outlet that was told, or, where that passes on another's reporting, the other."""
    source, report = given.evidence.source, given.report
    if source.kind is _OUTLET and (report is None or not given.evidence.own_voice):
        name = source.label
    elif source.told or report is None:
        name = source.told
    else:
        name = _carrier(report)
    if name not in chain:
        return name
    seen: list[str] = []
    while name in chain and name not in seen:
        seen.append(name)
        name = chain[name]
    # Outlets that relay each other in a circle have no first; the smallest name stands for all.
    return min(seen[seen.index(name) :]) if name in seen else name


def _carrier(report: Report) -> str:
    """Name whose reporting a report is: that of the one it relays, or its own outlet's."""
    return report.relays[0] if len(report.relays) == 1 else report.outlet or report.id


def _chain(items: Sequence[GivenEvidence]) -> dict[str, str]:
    """
    Say for reports, and for outlets that only ever relay, whose reporting they pass on.

    A report that relays several is no link in a chain: which of them was the first is not known.
    """
    chain: dict[str, str] = {}
    for one in items:
        if one.report is not None and one.report.relays:
            break
    else:
        return chain
    relayed: dict[str, set[str]] = {}
    for one in items:
        report = one.report
        if report is not None:
            origin = _carrier(report)
            if origin != report.id:
                chain[report.id] = origin
            if report.outlet:
                relayed.setdefault(report.outlet, set()).add(origin)
    for outlet, origins_of_outlet in relayed.items():
        if len(origins_of_outlet) == 1 and outlet not in origins_of_outlet:
            (chain[outlet],) = origins_of_outlet
    return chain
