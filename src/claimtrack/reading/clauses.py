"""
Clauses: where the one around a verb begins and ends, and who its subject is.

There is no parser here; `subjects` says how the subject is found.
"""

import re
from functools import cache

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.clause_subjects import SubjectSearch
from claimtrack.reading.findings import Place
from claimtrack.reading.grammar import ClauseWords
from claimtrack.reading.lexicon import Lexicon

_ASIDE = 40
"""Characters of a quotation that is part of its clause; a longer one is a border. Ours."""

_JOINED = 60
"""Characters behind "and" within which a verb makes it the border of a clause. Ours."""

_GLUED = re.compile(r"(?<=[^\W\d_][^\W\d_A-Z])[.!?][\"”]?(?=[A-ZĂÂÎȘȚŞŢ][^\W\d_])")
"""Where two sentences were pasted without a space."""

_OF = re.compile(r"(?:of|de|din|al|a|ai|ale|la|în|in)\b")


@attrs.frozen(kw_only=True)
class Clause(Place):
    """
    The clause around a verb.

    Attributes:
        subjects: Its subject; two for "neither the ministry nor the police"; none where it is not
            named.

        is_conditional: Whether it tells of what may be: "if he does not answer".
    """

    subjects: tuple[Place, ...] = ()
    is_conditional: bool = False


class ClauseReader:
    """
    Reads the clauses of one language.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = ClauseWords(lexicon)

    def around(self, article: Article, sentence: Place, verb: Place) -> Clause:
        """
        Find the clause around a verb.

        Args:
            article: The text.

            sentence: The sentence of the verb.

            verb: The words that make the clause what it is.

        Example:
            >>> from claimtrack.reading.lexicon import lexicon_for
            >>> article = Article("He left, but the ministry declined.", lang="en")
            >>> verb = Place(start=26, end=34)
            >>> reader = ClauseReader(lexicon_for("en"))
            >>> reader.around(article, article.sentences[0], verb).of(article.body)
            'the ministry declined'
        """
        text = article.folded
        start = _hard_border(article, sentence, verb.start)
        found = SubjectSearch(self._words, text, start).before(verb.start)
        begin = min((place.start for place in found.places), default=verb.start)
        return Clause(
            start=begin if begin >= start else verb.start,
            end=max(verb.end, self._end(text, verb.end, sentence.end)),
            subjects=found.places,
            is_conditional=found.is_conditional,
        )

    def before(self, text: str, start: int, end: int) -> Place:
        """Give what stands between a verb and the border before it, whatever it is."""
        borders = [
            border.end for border in self._words.borders(text, start, end) if not border.is_weak
        ]
        return Place(start=borders[-1] if borders else start, end=end)

    def behind(self, article: Article, verb: Place, end: int) -> Place | None:
        """Find a subject right behind a verb: "nu a putut fi contactat purtătorul de cuvânt"."""
        text, words = article.folded, self._words
        stop = next((border.start for border in words.borders(text, verb.end, end)), end)
        place = words.bare(text, verb.end, stop)
        if place is None or words.preposition.match(text, place.start, place.end):
            return None
        for found in re.finditer(r"\s+", text[place.start : place.end]):
            here = place.start + found.end()
            if words.preposition.match(text, here, place.end) and not _OF.match(text, here):
                return words.bare(text, place.start, here)
        return place

    def parted(self, article: Article, place: Place) -> tuple[Place, ...]:
        """Part "X nor Y" into the two that it names."""
        text, words = article.folded, self._words
        for _, second in words.pairs:
            found = second.search(text, place.start, place.end)
            if found:
                first = words.bare(text, place.start, found.start())
                other = words.bare(text, found.end(), place.end)
                return tuple(one for one in (first, other) if one is not None)
        bare = words.bare(text, place.start, place.end)
        return () if bare is None else (bare,)

    def _end(self, text: str, start: int, end: int) -> int:
        for border in self._words.borders(text, start, end):
            behind = min(end, border.end + _JOINED)
            if not border.is_weak or self._words.finite.search(text, border.end, behind):
                return self._words.before_blanks(text, start, border.start)
        return self._words.before_blanks(text, start, end)


def _hard_border(article: Article, sentence: Place, end: int) -> int:
    """Find the end of the last long quotation, or of a glued sentence, before a verb."""
    start, place = sentence.start, end
    while place > sentence.start:
        quotation = article.quotation_before(place)
        if quotation is None or quotation.end <= sentence.start:
            break
        if quotation.end - quotation.start > _ASIDE and quotation.end <= end:
            start = quotation.end
            break
        place = quotation.start
    return max((one.end() for one in _GLUED.finditer(article.body, start, end)), default=start)


@cache
def clause_reader(lexicon: Lexicon) -> ClauseReader:
    """Give the one clause reader of a lexicon."""
    return ClauseReader(lexicon)
