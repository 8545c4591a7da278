"""
Drafts: what was read in an article, put together, for an editor to check.

A draft records nothing. Places lie in the text as it was given. Whatever is unsure says why.
"""

from collections.abc import Mapping
from typing import Any

import attrs

from claimtrack.model.follow_up import FollowUp
from claimtrack.model.report import Report
from claimtrack.model.updates import ClaimKind
from claimtrack.reading.as_data import data_of
from claimtrack.reading.drafting import follow_up_of
from claimtrack.reading.findings import (
    Attribution,
    Cue,
    DateFound,
    Dateline,
    Found,
    HedgeFound,
    Mention,
    NewsFound,
    Place,
    Quantity,
    Sentence,
    Speaker,
    Trapped,
)
from claimtrack.reading.kinds import CueKind, Facet, ResponseKind


@attrs.frozen(kw_only=True)
class ClaimRead(Found):
    """
    A claim, as one article makes it.

    Attributes:
        id: Its name: made of its words, so that the same text gives the same.

        text: The proposition: the words of the article, cleaned, never rewritten.

        kind: What kind of proposition, a guess from its tense.

        sentence: The number of its sentence.

        cue: The words of attribution; None for the article's own voice.

        attribution: How it is attributed.

        speaker: The index of who says so in the draft; None for the article's own voice, and where
            nobody is named.

        with_speakers: The indices of those who say it with the speaker.

        told: The outlet that was told, or whose report is passed on.

        relayed_by: The indices of speakers between the first teller and the article.

        is_direct: Whether it is quoted.

        hedges: Words that hold it back.

        quantities: Its numbers.

        dates: Its dates.

        facets: What the article says is unclear about it.

        doubts: Why a person must look, one clause each; empty where the reader is sure.
    """

    id: str
    text: str
    kind: ClaimKind = ClaimKind.EVENT
    sentence: int
    cue: Cue | None = None
    attribution: CueKind = CueKind.OWN_VOICE
    speaker: int | None = None
    with_speakers: tuple[int, ...] = ()
    told: str = ""
    relayed_by: tuple[int, ...] = ()
    is_direct: bool = False
    hedges: tuple[HedgeFound, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateFound, ...] = ()
    facets: tuple[Facet, ...] = ()
    doubts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class QuestionRead(Found):
    """A statement that something is not known; *about* are the ids of its claims."""

    facets: tuple[Facet, ...]
    sentence: int
    about: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ResponseRead(Found):
    """
    What came of asking somebody for comment.

    Attributes:
        kind: What came of it.

        clause: The clause that tells it.

        responder: Where the party is named; None where it is not.

        speaker: The index of the party in the draft; None where nobody is named.

        asked_by: The outlet that asked; empty where it is not said.

        immediate: Whether an answer may still come.

        about: The ids of the claims that it is about.

        is_unplaced: Whether it denies what the article does not tell, as far as could be read: it
            stands beside the claims, and is no evidence against them.

        doubts: Why a person must look.
    """

    kind: ResponseKind
    clause: Place
    responder: Place | None = None
    speaker: int | None = None
    asked_by: str = ""
    immediate: bool = False
    sentence: int
    about: tuple[str, ...] = ()
    is_unplaced: bool = False
    doubts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Draft:
    """
    Everything that was read in an article.

    Attributes:
        text: The article's text as it was given.

        report: The report that the article is.

        lang: The language it was read in.

        reader: What read it, with its version: ``ro-0.1.0``.

        claims: What is claimed, in the order of the text.

        questions: What is said to be unknown.

        responses: What came of asking for comment.

        speakers: Everybody who speaks or was asked.

        mentions: Every place where one of them is named.

        sentences: The sentences.

        attributions: Who says what, also where that makes no claim.

        hedges: Every word that holds back.

        quantities: Every number.

        dates: Every date and time.

        traps: What looks like a date and is none.

        news: Words about earlier versions of the article or of the story.

        dateline: What a wire text opens with; None where it opens with its first sentence.

        dropped: What a back-end gave that could not be used, and why.
    """

    text: str
    report: Report
    lang: str
    reader: str
    claims: tuple[ClaimRead, ...] = ()
    questions: tuple[QuestionRead, ...] = ()
    responses: tuple[ResponseRead, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[HedgeFound, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateFound, ...] = ()
    traps: tuple[Trapped, ...] = ()
    news: tuple[NewsFound, ...] = ()
    dateline: Dateline | None = None
    dropped: tuple[str, ...] = ()

    def to_follow_up(self, story: str = "") -> FollowUp:
        """
        Make the follow-up that an editor checks and the ledger applies.

        Args:
            story: The story that new claims belong to; empty for none.

        Returns:
            One report and all that it changes; what is unsure carries ``review``.

        Raises:
            InvalidValueError: Nothing was read, so there is nothing to change.
        """
        return follow_up_of(self, story)

    def to_dict(self) -> Mapping[str, Any]:
        """
        Give what was read as plain data, in the form that back-ends give too.

        Returns:
            What JSON can hold; see ``docs/reference/formats/reading.md``.
        """
        return data_of(self)
