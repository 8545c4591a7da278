"""
Denials: which claims "denied the charges" and "rejected the report" point at.

The noun says what is meant. Charges are what somebody was accused of, a report is what the article
passes on, and neither is a fact that the article tells by itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

import attrs

from claimtrack.reading.analysis import Analysis
from claimtrack.reading.draft import ClaimRead
from claimtrack.reading.findings import Place, ResponseFound
from claimtrack.reading.kinds import CueKind, HedgeKind, ResponseKind, SpeakerKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.rows import Row

_NEAR = 3
"""Sentences before a denial in which what is said of the party may be what it denies. Ours."""

_POINTING_WORDS = 3
"""Words of what is denied that say nothing but that it was said: "all these allegations". Ours."""

POINTING = frozenset({ResponseKind.DENIED, ResponseKind.CONFIRMED})
"""Responses that are for or against what they name. Who could not confirm it takes no side, and
was mostly asked about all of the article."""

_ACCUSING = frozenset({CueKind.ALLEGED, CueKind.CLAIMED})
_WISHED = frozenset({CueKind.PROPOSED, CueKind.PROMISED})
_PASSED_ON = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.OUTLET})


@attrs.frozen(kw_only=True)
class _Nouns:
    """The compiled words of a lexicon that point at claims."""

    accusations: re.Pattern[str]
    statements: re.Pattern[str]
    reports: re.Pattern[str]
    accusing: re.Pattern[str]
    accusers: re.Pattern[str]


class Denials:
    """
    Finds what the denials of one article are of.

    Args:
        analysis: What was found in it.

        claims: The claims that may be denied, in the order of the text.

        lead: The claim that the article is about.
    """

    def __init__(
        self, analysis: Analysis, claims: Sequence[ClaimRead], lead: ClaimRead | None
    ) -> None:
        self._analysis = analysis
        self._claims = claims
        self._lead = lead
        self._nouns = _nouns(analysis.article.lexicon)

    def pointed_at(self, found: ResponseFound) -> Sequence[ClaimRead]:
        """
        Give the claims that a response points at by its noun.

        Args:
            found: A response of one of the kinds of `POINTING`.

        Returns:
            What the party was accused of, where it denies that; else what somebody else said. Empty
            where no earlier claim is such.
        """
        folded, end = self._analysis.article.folded, found.clause.end
        earlier = [
            one
            for one in reversed(self._claims)
            if one.start < found.start and not self._is_of(one, found)
        ]
        accused = self._nouns.accusations.search(folded, found.start, end)
        if accused is not None:
            accusations = self._accusations(earlier, found)
            if accusations and self._accuses_behind(accusations[0], found):
                return ()
            return accusations[:1] if accused["one"] else accusations
        is_report = self._nouns.reports.search(folded, found.start, end) is not None
        if is_report and self._lead is not None and self._is_passed_on(self._lead):
            return ()
        near = (one for one in earlier if one.sentence >= found.sentence - _NEAR)
        said = next((one for one in near if one.speaker is not None), None)
        is_about_words = is_report or self._nouns.statements.search(folded, found.start, end)
        return [said] if said is not None and is_about_words else ()

    def is_plausible(self, claim: ClaimRead, found: ResponseFound) -> bool:
        """Whether a claim is one that a party may deny: somebody else said it, or accuses."""
        if claim.speaker is not None or self._is_accusation(claim):
            return not self._is_of(claim, found)
        return any(one.kind is HedgeKind.REPORTATIVE for one in claim.hedges)

    def _is_of(self, claim: ClaimRead, found: ResponseFound) -> bool:
        """Whether a claim is the party's own, or stands in the clause that denies."""
        speakers = self._analysis.speakers
        # A pronoun may have been taken for a paper named before: papers deny nothing.
        is_own = (
            claim.speaker is not None
            and claim.speaker == found.speaker
            and speakers[claim.speaker].kind is not SpeakerKind.DOCUMENT
        )
        return is_own or (claim.start < found.end and found.start < claim.end)

    def _is_passed_on(self, claim: ClaimRead) -> bool:
        speakers = self._analysis.speakers
        is_such = claim.speaker is not None and speakers[claim.speaker].kind in _PASSED_ON
        return bool(is_such or claim.told or claim.relayed_by)

    def _accusations(
        self, earlier: Sequence[ClaimRead], found: ResponseFound
    ) -> Sequence[ClaimRead]:
        """
        Give the nearest accusation and those right before it, the nearest first.

        One that names the party goes before others; where nobody accuses, what is only reported of
        somebody may be the accusation.
        """

        def is_such(one: ClaimRead) -> bool:
            return self._is_accusation(one) or self._is_said_of(one, found)

        if not any(map(is_such, earlier)):
            reported = (one for one in earlier if HedgeKind.REPORTATIVE in _kinds(one))
            return [*reported][:1]
        begin = next(n for n, one in enumerate(earlier) if is_such(one))
        named = (n for n, one in enumerate(earlier) if is_such(one) and self._names(one, found))
        return [*takewhile(is_such, earlier[next(named, begin) :])]

    def _is_said_of(self, claim: ClaimRead, found: ResponseFound) -> bool:
        """Whether somebody says a thing of the party right before it denies."""
        is_near = claim.sentence >= found.sentence - _NEAR
        return is_near and claim.speaker is not None and self._names(claim, found)

    def _accuses_behind(self, claim: ClaimRead, found: ResponseFound) -> bool:
        """Whether words nearer than a claim accuse somebody, and no claim was read in them."""
        folded = self._analysis.article.folded
        before = max(claim.end, min(found.clause.start, found.start))
        row = Row(self._claims)
        return any(
            not row.meeting(Place(start=one.start(), end=one.end()))
            for one in self._nouns.accusing.finditer(folded, claim.end, before)
        )

    def _is_accusation(self, claim: ClaimRead) -> bool:
        if claim.attribution in _WISHED:
            return False  # who asks for the release of somebody accused does not accuse
        if claim.attribution in _ACCUSING or HedgeKind.ALLEGATION in _kinds(claim):
            return True
        if self._nouns.accusing.search(self._analysis.article.folded, claim.start, claim.end):
            return True
        return any(self._nouns.accusers.search(words) for words in self._said_by(claim))

    def _said_by(self, claim: ClaimRead) -> Iterator[str]:
        """Give the folded words for who says so, where it is not the article."""
        if claim.speaker is not None:
            speaker = self._analysis.speakers[claim.speaker]
            fold = self._analysis.article.lexicon.folder.fold
            yield from map(fold, (speaker.name, speaker.description, speaker.role))

    def _names(self, claim: ClaimRead, found: ResponseFound) -> bool:
        """Whether the sentence of a claim has the last name of the party."""
        name = "" if found.speaker is None else self._analysis.speakers[found.speaker].name
        last = name.split()[-1:]
        article = self._analysis.article
        return bool(last) and last[0] in article.sentences[claim.sentence - 1].of(article.body)


def only_points(lexicon: Lexicon, words: str) -> bool:
    """
    Whether words that somebody denies or admits, folded, only point at what another said.

    They end with the noun that points: "the report was true" says more.

    Example:
        >>> from claimtrack.reading.lexicon import lexicon_for
        >>> only_points(lexicon_for("en"), "any involvement")
        True
        >>> only_points(lexicon_for("en"), "the use of force")
        False
    """
    if len(words.split()) > _POINTING_WORDS:
        return False
    nouns = _nouns(lexicon)
    return any(
        found.end() == len(words)
        for one in (nouns.accusations, nouns.statements, nouns.reports)
        for found in one.finditer(words)
    )


def _kinds(claim: ClaimRead) -> tuple[HedgeKind, ...]:
    return tuple(one.kind for one in claim.hedges)


@cache
def _nouns(lexicon: Lexicon) -> _Nouns:
    rules = lexicon.tables.pointing
    one, many, never = rules.accusation, rules.accusations, r"(?!)"
    charges = [rf"(?P<one>{lexicon.filled(one) if one else never})"]
    charges += [lexicon.filled(many)] if many else []
    return _Nouns(
        accusations=re.compile(rf"(?<!\w)(?:{'|'.join(charges)})(?!\w)"),
        **{
            name: lexicon.compiled(pattern) if pattern else re.compile(never)
            for name, pattern in (
                ("statements", rules.statements),
                ("reports", rules.reports),
                ("accusing", rules.accusing),
                ("accusers", rules.accusers),
            )
        },
    )
