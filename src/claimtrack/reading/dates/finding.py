"""The dates of an article: where they stand, what they say, and what only looks like one."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from claimtrack.errors import InvalidValueError
from claimtrack.model.window import Window
from claimtrack.reading.article import Article
from claimtrack.reading.dates.periods import DIRECTIONS
from claimtrack.reading.dates.phrasebook import Phrase, Phrases, phrases_of
from claimtrack.reading.dates.phrases import Scan
from claimtrack.reading.dates.standpoint import ClauseTense, Standpoint
from claimtrack.reading.dates.support import Support, is_free, is_weekday, support_of
from claimtrack.reading.dates.tenses import Tenses, tenses_of
from claimtrack.reading.dates.terms import (
    Counted,
    Dated,
    Days,
    Edge,
    Moment,
    Period,
    Reach,
    Side,
    Term,
)
from claimtrack.reading.dates.tokens import Tokens, tokens
from claimtrack.reading.dates.vocabulary import Kind
from claimtrack.reading.dates.windows import TimeRead, standpoint_of, timed
from claimtrack.reading.findings import DateFound, Place, Trapped
from claimtrack.reading.kinds import DateRole

_MORE_THAN = "a length of time, or more than so many: the clause is not of the future"


class DatesRead(NamedTuple):
    """
    What an article says of time.

    Attributes:
        dates: The dates, in order.

        traps: What looks like a date and is none, in order; no trap shares a character with a date.
    """

    dates: tuple[DateFound, ...]
    traps: tuple[Trapped, ...]


def find_dates(article: Article) -> tuple[DateFound, ...]:
    """
    Find the dates and times of an article.

    Args:
        article: The article.

    Returns:
        Each with its window, in the order of the text; without one, and with the reason as its
        note, where it counts from a date that the article has not, or from what it told before, or
        is on no calendar.

    Example:
        >>> text = "date 2025-11-26 The mayor resigned on Monday. A vote will be held on Friday."
        >>> [str(found.window.earliest.date()) for found in find_dates(Article(text, lang="en"))]
        ['2025-11-24', '2025-11-28']
    """
    return read_dates(article).dates


def find_date_traps(article: Article) -> tuple[Trapped, ...]:
    """
    Find what looks like a date in an article and is none.

    Args:
        article: The article.

    Returns:
        Each with the reason why it was passed over, in the order of the text.
    """
    return read_dates(article).traps


@lru_cache(maxsize=1)  # dates and traps of one article are asked for one after the other
def read_dates(article: Article) -> DatesRead:
    """
    Find the dates of an article and what only looks like one, in one pass.

    Args:
        article: The article.

    Returns:
        Both.
    """
    reader = _Reader(article)
    dates: list[DateFound] = []
    traps: list[Trapped] = []
    for sentence in article.sentences:
        for found in reader.sentence(sentence):
            if isinstance(found, DateFound):
                dates.append(found)
            else:
                traps.append(found)
    return DatesRead(tuple(dates), tuple(traps))


class _Reader:
    """What is the same for all sentences of an article."""

    def __init__(self, article: Article) -> None:
        lexicon = article.lexicon
        self._article = article
        self._phrases: Phrases = phrases_of(lexicon)
        self._support: Support = support_of(lexicon)
        self._tenses: Tenses = tenses_of(lexicon)
        self._here = _here(article.published)
        self._zone = article.published.zone if article.published is not None else ""

    def sentence(self, sentence: Place) -> Iterator[DateFound | Trapped]:
        found = tokens(self._article.folded, sentence.start, sentence.end)
        scan = Scan(found.words, self._phrases)
        place = 0
        while place < len(found.words):
            if not self._phrases.may_begin(found.words, place) or self._is_glued(found, place):
                place += 1
                continue
            result, end = self._at(scan, found, place)
            if result is not None:
                yield result
            place = max(end, place + 1)

    def _is_glued(self, found: Tokens, place: int) -> bool:
        """Whether a number is part of a name, as in Digi24 and F-16."""
        start = found.starts[place]
        if not found.words[place][0].isdecimal() or not start:
            return False
        before = self._article.body[max(start - 2, 0) : start]
        return before[-1].isalpha() or (before[-1] in "-/$€£#" and before[0].isalnum())

    def _at(self, scan: Scan, found: Tokens, place: int) -> tuple[DateFound | Trapped | None, int]:
        phrase = scan.at(place)
        if phrase is None:
            weak = self._support.weak.get(found.words[place])
            if weak is None:
                return None, place + 1
            return self._trapped(found, place, place + 1, weak[2], weak[0]), place + 1
        if phrase.term is None:
            trapped = self._trapped(found, place, phrase.end, phrase.rule, phrase.why)
            return trapped, phrase.end
        start, phrase = self._without_edge(scan, phrase, place)
        body = self._article.body
        original = [body[found.starts[n] : found.ends[n]] for n in range(place, phrase.end)]
        why = self._support.against(scan, phrase, start, original[start - place :])
        if why:
            if phrase.core > place:  # what stands behind the preposition may be one all the same
                return None, place + 1
            return self._trapped(found, place, phrase.end, phrase.rule, why), phrase.end
        tense = self._tense(scan, phrase, place)
        is_ahead = isinstance(phrase.term, Counted | Reach) and phrase.term.sign > 0
        if is_ahead and tense is ClauseTense.PAST:
            trapped = self._trapped(found, place, phrase.end, phrase.rule, _MORE_THAN)
            return trapped, phrase.end
        phrase = self._since(scan, phrase, start)
        return self._dated(scan, found, start, phrase, tense), phrase.end

    def _without_edge(self, scan: Scan, phrase: Phrase, place: int) -> tuple[int, Phrase]:
        """Leave aside "after" in "after Tuesday's game", "until" in "not until Tuesday"."""
        if not isinstance(phrase.term, Edge):
            return place, phrase
        is_until = phrase.term.side is Side.UNTIL and self._tenses.is_denied(scan.words, place)
        if is_until or _is_genitive(scan, phrase) or self._support.is_framed(scan, phrase):
            inner = scan.at(phrase.core)
            if inner is not None and inner.end == phrase.end:
                return phrase.core, inner
        return place, phrase

    def _tense(self, scan: Scan, phrase: Phrase, place: int) -> ClauseTense:
        if not is_free(phrase.term):
            return ClauseTense.PAST
        tense = self._tenses.of(scan.words, place, phrase.end)
        if not isinstance(phrase.term, Edge) or phrase.term.side is not Side.UNTIL:
            return tense
        if tense is ClauseTense.OPEN:
            return ClauseTense.FUTURE
        # "They promised to pay by the end of May" is of the future, "stayed until Friday" is not.
        is_weekday = isinstance(phrase.term.of, Period)
        return tense if tense is ClauseTense.FUTURE or is_weekday else ClauseTense.OPEN

    def _trapped(self, found: Tokens, place: int, end: int, rule: str, why: str) -> Trapped:
        return Trapped(
            start=found.starts[place],
            end=found.ends[end - 1],
            rule=self._rule(rule),
            why=why,
        )

    def _rule(self, rule: str) -> str:
        name = rule.removeprefix("dates.")
        return f"{self._article.lexicon.version}:{rule}" if "[" in name else rule

    def _dated(
        self, scan: Scan, found: Tokens, place: int, phrase: Phrase, tense: ClauseTense
    ) -> DateFound | None:
        term = phrase.term
        if isinstance(term, Moment):
            place = phrase.core  # "the recently opened"
        start, end = found.starts[place], found.ends[phrase.end - 1]
        body = self._article.body
        is_measure = body[end - 1].isdecimal() and body[end : end + 1].isalpha()  # 2000ft
        if term is None or is_measure:
            return None
        words = " ".join(body[start:end].split())
        is_guess = tense is ClauseTense.OPEN  # of two that may be meant
        if (
            is_guess
            and is_weekday(term)
            and self._tenses.is_scheduled(scan.words, place, phrase.end)
        ):
            tense = ClauseTense.FUTURE
        try:
            read = timed(term, words, self._here._replace(tense=tense), self._zone)
        except InvalidValueError as error:
            read = TimeRead(window=None, note=error.reason)  # 30 February leaves its trace too
        return DateFound(
            start=start,
            end=end,
            rule=self._rule(phrase.rule),
            window=read.window,
            role=self._role(scan, phrase, place, read.role),
            is_vague=read.is_vague or (is_guess and DIRECTIONS[tense] in read.note),
            note=read.note,
        )

    def _since(self, scan: Scan, phrase: Phrase, place: int) -> Phrase:
        """Take "from March 2018, she has been" for since, and "will be closed from Monday"."""
        is_date = isinstance(phrase.term, Dated | Days | Period)
        if not is_date or not any(scan.senses(place, Kind.FROM)):
            return phrase
        tense = self._tenses.of(scan.words, place, phrase.end)
        is_coming = tense is ClauseTense.FUTURE and not phrase.lead.is_anchor
        if not isinstance(phrase.term, Dated) and scan.word(phrase.end).isalnum():
            is_coming = False  # "the results from Monday will be told"
        is_framed = self._support.is_framed(scan, phrase)
        if (place == 0 or is_coming) and phrase.core > place and not is_framed:
            return phrase._replace(term=Edge(Side.SINCE, cast("Term", phrase.term)))
        return phrase

    def _role(self, scan: Scan, phrase: Phrase, place: int, role: DateRole) -> DateRole:
        if role is not DateRole.EVENT:
            return role
        before = scan.word(place - 1)
        is_of_noun = phrase.lead.is_anchor and before[:1].isalnum()
        if is_of_noun or _is_genitive(scan, phrase) or self._support.is_attribute(scan, phrase):
            return DateRole.ANCHOR
        return role


def _is_genitive(scan: Scan, phrase: Phrase) -> bool:
    return scan.word(phrase.end) == "'" and scan.word(phrase.end + 1) == "s"


def _here(published: Window | None) -> Standpoint:
    try:
        return standpoint_of(published, "", ClauseTense.PAST)
    except InvalidValueError:
        # A date of publication that is a month, or open, is none to count days from.
        return standpoint_of(None, "", ClauseTense.PAST)
