"""
The closed vocabularies of reading: what a lexicon may call what it finds.

Source:
    Attribution kinds after the verb classes of PARC 3 and PolNeAR, sorted as a desk would;
    responses after NPR's and the Columbia Journalism Review's wordings; hedge classes after the
    cues of CoNLL-2010; bounds as Wikidata's quantities have them, with the near ones that wording
    adds.
"""

from enum import StrEnum

from claimtrack.model.evidence import HedgeClass, Stance
from claimtrack.model.response import Outcome
from claimtrack.model.source import SourceKind


class CueKind(StrEnum):
    """How something is attributed to somebody."""

    OWN_VOICE = "own_voice"
    SAID = "said"
    ADDED = "added"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    WARNED = "warned"
    PROMISED = "promised"
    PROPOSED = "proposed"
    ESTIMATED = "estimated"
    BELIEVES = "believes"
    DOCUMENTS = "documents"
    ACCORDING_TO = "according_to"
    VIA_OUTLET = "via_outlet"
    MEDIUM = "medium"

    @property
    def stance(self) -> Stance:
        """What a source does with a claim by such a cue."""
        return _STANCES.get(self, Stance.ASSERTS)


_STANCES = {CueKind.CONFIRMED: Stance.CONFIRMS, CueKind.DENIED: Stance.DENIES}


class Frame(StrEnum):
    """What must stand around a cue: a content clause, quotation marks, a comma before, a noun."""

    THAT = "that"
    QUOTE = "quote"
    POST = "post"
    NP = "np"


class SpeakerKind(StrEnum):
    """What kind of speaker the words name."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    ORGANISATIONS = "organisations"
    ANONYMOUS = "anonymous"
    PUBLIC = "public"
    DOCUMENT = "document"
    OUTLET = "outlet"
    SELF = "self"
    UNKNOWN = "unknown"

    @property
    def source_kind(self) -> SourceKind:
        """The model's kind for such a speaker."""
        return _SOURCE_KINDS.get(self, SourceKind.GROUP)


_SOURCE_KINDS = {
    SpeakerKind.PERSON: SourceKind.PERSON,
    SpeakerKind.OFFICE: SourceKind.OFFICE,
    SpeakerKind.ORGANISATION: SourceKind.ORGANISATION,
    SpeakerKind.ORGANISATIONS: SourceKind.ORGANISATION,
    SpeakerKind.DOCUMENT: SourceKind.DOCUMENT,
    SpeakerKind.OUTLET: SourceKind.OUTLET,
    SpeakerKind.SELF: SourceKind.OUTLET,
}


class Gender(StrEnum):
    """Whether words show that somebody is a woman or a man; most show neither."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


class ResponseKind(StrEnum):
    """What came of asking for comment, as wording has it; finer than `Outcome`."""

    DECLINED_TO_COMMENT = "declined_to_comment"
    DECLINED_DETAILS = "declined_details"
    CANNOT_COMMENT = "cannot_comment"
    DID_NOT_RESPOND = "did_not_respond"
    COULD_NOT_BE_REACHED = "could_not_be_reached"
    NOT_AVAILABLE = "not_available"
    NOT_YET_REACTED = "not_yet_reacted"
    REFERRED_ELSEWHERE = "referred_elsewhere"
    UNDER_REVIEW = "under_review"
    NEITHER_CONFIRMED_NOR_DENIED = "neither_confirmed_nor_denied"
    COULD_NOT_CONFIRM = "could_not_confirm"
    UNAWARE = "unaware"
    DENIED = "denied"
    CONFIRMED = "confirmed"

    @property
    def outcome(self) -> Outcome | None:
        """The model's word for it; None for what is no answer to a request."""
        return _OUTCOMES.get(self)


_OUTCOMES = {
    ResponseKind.DECLINED_TO_COMMENT: Outcome.DECLINED,
    ResponseKind.DECLINED_DETAILS: Outcome.DECLINED_FURTHER,
    ResponseKind.CANNOT_COMMENT: Outcome.CANNOT_COMMENT,
    ResponseKind.DID_NOT_RESPOND: Outcome.NO_REPLY,
    ResponseKind.COULD_NOT_BE_REACHED: Outcome.UNREACHABLE,
    ResponseKind.NOT_AVAILABLE: Outcome.UNREACHABLE,
    ResponseKind.NOT_YET_REACTED: Outcome.NO_REPLY_YET,
    ResponseKind.REFERRED_ELSEWHERE: Outcome.REFERRED_ELSEWHERE,
    ResponseKind.UNDER_REVIEW: Outcome.ACKNOWLEDGED,
    ResponseKind.NEITHER_CONFIRMED_NOR_DENIED: Outcome.NEITHER_CONFIRMED_NOR_DENIED,
    ResponseKind.UNAWARE: Outcome.STATEMENT,
    ResponseKind.DENIED: Outcome.DENIED,
    ResponseKind.CONFIRMED: Outcome.CONFIRMED,
}


class PartyPlace(StrEnum):
    """Where the one who was asked for comment is named: before the verb, behind it, or nowhere."""

    SUBJECT = "subject"
    AFTER = "after"
    NONE = "none"


class Facet(StrEnum):
    """A question that reporting may call open."""

    WHO = "who"
    WHEN = "when"
    WHAT = "what"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHY = "why"
    HOW = "how"
    WHETHER = "whether"


class HedgeKind(StrEnum):
    """How words hold back. A condition and a limiter do not touch how sure the claim is."""

    MODAL = "modal"
    PLAN = "plan"
    REPORTATIVE = "reportative"
    ALLEGATION = "allegation"
    ADVERB = "adverb"
    APPEARANCE = "appearance"
    SOURCE_DOUBT = "source_doubt"
    CONDITION = "condition"
    LIMITER = "limiter"

    @property
    def hedge_class(self) -> HedgeClass | None:
        """The model's class for it; None where it does not hold the claim back."""
        if self is HedgeKind.APPEARANCE:
            return HedgeClass.ADVERB
        return HedgeClass(self.value) if self.value in tuple(HedgeClass) else None


class Bound(StrEnum):
    """How a number is bounded; *below* and *above* are from nearby."""

    EXACT = "exact"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"
    BELOW = "below"
    ABOVE = "above"
    BETWEEN = "between"
    VAGUE = "vague"


class DateOp(StrEnum):
    """
    What a phrase does with the article's date, or with what else it names.

    ``day`` counts days; ``this``, ``last`` and ``next`` choose a period; ``bare`` leaves the choice
    to the tense; ``ago`` and ``ahead`` count units; ``recent`` and ``coming`` reach that far;
    ``earlier`` and ``later`` are the rest of a period on either side of the article; ``story``
    counts from something told before, so the article's date gives no window.
    """

    DAY = "day"
    THIS = "this"
    LAST = "last"
    NEXT = "next"
    BARE = "bare"
    AGO = "ago"
    AHEAD = "ahead"
    RECENT = "recent"
    COMING = "coming"
    EARLIER = "earlier"
    LATER = "later"
    SEASON = "season"
    QUARTER = "quarter"
    DECADE = "decade"
    CENTURY = "century"
    STORY = "story"
    UNTIL_NOW = "until_now"
    NOW = "now"
    RECENTLY = "recently"


class DateRole(StrEnum):
    """What a date is to its claim: of the event, of the state, or of another event."""

    EVENT = "event"
    AS_OF = "as_of"
    ANCHOR = "anchor"


class NewsKind(StrEnum):
    """What an article says of an earlier version of itself or of the story."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    RETRACTION = "retraction"
    REFILE = "refile"
    UPDATE = "update"
    OFFICIAL_CONFIRMATION = "official_confirmation"
    REVERSAL = "reversal"
