"""
What the layers of the reader find: frozen values, each with its place and the rule that made it.

Places are half-open spans in code points of the text being read. ``rule`` names the table and the
entry of the lexicon, with its version: ``ro-0.1.0:response[3]``. A rule that lives in code names
its module instead: ``dates.absolute``.
"""

from decimal import Decimal

import attrs

from claimtrack.model.figure import Figure
from claimtrack.model.window import Window
from claimtrack.reading.kinds import (
    Bound,
    CueKind,
    DateRole,
    Facet,
    Frame,
    HedgeKind,
    NewsKind,
    ResponseKind,
    SpeakerKind,
)


@attrs.frozen(kw_only=True)
class Place:
    """A half-open span [start, end) in code points."""

    start: int
    end: int

    def holds(self, other: "Place") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Place") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Give the words that stand here."""
        return text[self.start : self.end]


@attrs.frozen(kw_only=True)
class Sentence(Place):
    """A sentence; *number* counts from 1 in the text, *paragraph* likewise."""

    number: int
    paragraph: int


@attrs.frozen(kw_only=True)
class Quotation(Place):
    """
    A stretch between quotation marks, the marks included; it may run over sentences.

    Attributes:
        inner: What stands between the marks.

        is_closed: Whether the closing mark was found; else it ends with its paragraph.
    """

    inner: Place
    is_closed: bool = True


@attrs.frozen(kw_only=True)
class Found(Place):
    """A place, and the rule by which something was found there."""

    rule: str


@attrs.frozen(kw_only=True)
class Cue(Found):
    """
    Words by which something is attributed.

    Attributes:
        kind: How.

        lemma: The verb's name in dictionaries; empty for a phrase without a verb.

        frame: What of its surroundings made it count; None for a phrase without a verb.

        sentence: The number of its sentence.

        is_negated: Whether it is denied: "did not say that".

        cites: Whether it says on whom the words of another rest: "X reported, citing Y".
    """

    kind: CueKind
    lemma: str = ""
    frame: Frame | None = None
    sentence: int
    is_negated: bool = False
    cites: bool = False


@attrs.frozen(kw_only=True)
class Count:
    """How many people speak as one: at least *low*, at most *high*; None where it is not said."""

    low: int
    high: int | None = None


@attrs.frozen(kw_only=True)
class Speaker:
    """
    Somebody or something that says so, over all of its mentions.

    Attributes:
        kind: What kind of speaker.

        name: The published name; empty where there is none.

        description: The words that describe one without a name, as they stand.

        role: Its office or position, as the words have it.

        count: How many speak as one; None where it is one, or no people.

        told: The outlet that was told, where that is named.

        knowledge: The words for how it knows: "familiar with the matter".

        anonymity: The words for why it is not named.

        affiliation: The body it belongs to, where the words name it.
    """

    kind: SpeakerKind
    name: str = ""
    description: str = ""
    role: str = ""
    count: Count | None = None
    told: str = ""
    knowledge: str = ""
    anonymity: str = ""
    affiliation: str = ""


@attrs.frozen(kw_only=True)
class Mention(Found):
    """
    One place where a speaker is named.

    Attributes:
        speaker: The index of the speaker in the analysis.

        form: ``full``, ``short`` or ``anaphor``.
    """

    speaker: int
    form: str = "full"


@attrs.frozen(kw_only=True)
class Attribution:
    """
    Who says what, by which words.

    Attributes:
        cue: The words of attribution.

        mention: Where the speaker is named; where the subject is dropped, where the same sentence
            names it before. None where the sentence names nobody.

        speaker: The index of the speaker in the analysis; None where nobody is named.

        with_speakers: The indices of those who say it with the speaker: "X and Y said".

        content: What is said, in one place or several; empty where it is only hinted at.

        told: The outlet that was told, or whose report is passed on; empty where none is named.

        relayed_by: The indices of speakers between the first teller and the text, nearest to the
            first teller first.

        is_direct: Whether the content is a quotation.

        is_ambiguous: Whether it is unsure that the content is this speaker's.

        why_ambiguous: The reason, one clause.
    """

    cue: Cue
    mention: Mention | None = None
    speaker: int | None = None
    with_speakers: tuple[int, ...] = ()
    content: tuple[Place, ...] = ()
    told: str = ""
    relayed_by: tuple[int, ...] = ()
    is_direct: bool = False
    is_ambiguous: bool = False
    why_ambiguous: str = ""


@attrs.frozen(kw_only=True)
class ResponseFound(Found):
    """
    What came of asking somebody for comment.

    Attributes:
        kind: What came of it.

        clause: The clause that tells it.

        responder: Where the party is named; None where it is not.

        speaker: The index of the party in the analysis; None where nobody is named.

        asked_by: The outlet that asked, where it is named.

        immediate: Whether the words say "immediately": an answer may still come.

        sentence: The number of its sentence.
    """

    kind: ResponseKind
    clause: Place
    responder: Mention | None = None
    speaker: int | None = None
    asked_by: str = ""
    immediate: bool = False
    sentence: int


@attrs.frozen(kw_only=True)
class UnclearFound(Found):
    """
    A statement that something is not known.

    Attributes:
        facets: The questions it leaves open, in the order of `Facet`.

        clause: The statement, trigger and questions.

        sentence: The number of its sentence.
    """

    facets: tuple[Facet, ...]
    clause: Place
    sentence: int


@attrs.frozen(kw_only=True)
class HedgeFound(Found):
    """Words that hold back; *likelihood* is a rough range for display, never a measured number."""

    kind: HedgeKind
    likelihood: tuple[float, float] | None = None


@attrs.frozen(kw_only=True)
class Quantity(Found):
    """
    A number with its bounds.

    Attributes:
        op: How it is bounded.

        value: The number; the lower one of a range; None where there are only words.

        high: The upper number of a range, or of a vague amount.

        unit: What is counted, as the words have it; empty where they do not say.

        is_source_count: Whether it counts people who say something, not what they say.

        figure: The same as the model has it.
    """

    op: Bound
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    is_source_count: bool = False
    figure: Figure


@attrs.frozen(kw_only=True)
class DateFound(Found):
    """
    A date or time, as a window.

    Attributes:
        window: What it says; None where a relative phrase has nothing to be counted from.

        role: What it is to its sentence.

        is_vague: Whether a convention chose the window: "in recent months".

        note: How a vague or doubtful phrase was read, for a person to see; empty where it is plain.
    """

    window: Window | None
    role: DateRole = DateRole.EVENT
    is_vague: bool = False
    note: str = ""


@attrs.frozen(kw_only=True)
class NewsFound(Found):
    """
    Words about an earlier version of the article or of the story.

    Attributes:
        kind: What they tell.

        of_version: Whether the sentence tells of the article, and claims nothing of the story.
    """

    kind: NewsKind
    of_version: bool = False


@attrs.frozen(kw_only=True)
class Dateline(Found):
    """
    What a wire text opens with: "LISBON, March 10 (Reuters) -".

    Attributes:
        day: The words for the day; empty where there are none.

        agency: Who published it; empty where that is not said.

        published: The day, where its year is told.
    """

    day: str = ""
    agency: str = ""
    published: Window | None = None


@attrs.frozen(kw_only=True)
class Trapped(Found):
    """Words that look like a date or a number and were passed over, and why."""

    why: str
