"""
What an article says of versions: corrections, retractions, updates, and changed accounts.

A correction tells two things that no desk claims: what an earlier version said, and, in the
sentences behind, what is right instead, often without a subject: "It was six, not 16".
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Cue, NewsFound, Sentence
from claimtrack.reading.kinds import NewsKind
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.wordings import Taken, Wordings

_BEHIND = 3
"""Sentences of a paragraph that a correction opens, which set right what it tells of. Ours."""

_OF_THE_ARTICLE = frozenset({NewsKind.CORRECTION, NewsKind.CLARIFICATION, NewsKind.REFILE})


def find_news(article: Article) -> tuple[NewsFound, ...]:
    """
    Find words about an earlier version of the article or of the story, in order.

    Words within a quotation are a speaker's, and are left out.

    Example:
        >>> article = Article("Correction: an earlier version gave a wrong date.", lang="en")
        >>> [found.kind.value for found in find_news(article)]
        ['correction']
    """
    lexicon = article.lexicon
    wordings = _wordings(lexicon).of(article.folded)
    found: list[NewsFound] = []
    for sentence in article.sentences:
        taken = Taken()
        for number, match in wordings.matches(sentence):
            if article.quotation_at(match.start()) is None and taken.take(*match.span()):
                rule = lexicon.tables.news[number]
                found.append(
                    NewsFound(
                        start=match.start(),
                        end=match.end(),
                        rule=f"{lexicon.version}:followup[{number}]",
                        kind=rule.kind,
                        of_version=rule.of_version,
                    )
                )
    return tuple(sorted(found, key=lambda one: one.start))


@attrs.frozen(kw_only=True)
class Notes:
    """
    The sentences in which an article corrects itself, by their numbers.

    Attributes:
        told_apart: Those that claim nothing: what an earlier version said, and what cannot be told
            from it.

        setting_right: Those that say what is right, and may claim it.
    """

    told_apart: frozenset[int] = frozenset()
    setting_right: frozenset[int] = frozenset()

    def hold(self, number: int) -> bool:
        """Whether a sentence is one of either."""
        return number in self.told_apart or number in self.setting_right


def told_in(article: Article, cues: Iterable[Cue], notes: Notes) -> tuple[Notes, tuple[Cue, ...]]:
    """
    Take out the cues of attribution that cannot be read where an article corrects itself.

    Args:
        article: The text.

        cues: Its cues.

        notes: Its notes.

    Returns:
        The notes, and the cues that are left. A sentence that says what is right by the words of
        somebody it does not name claims nothing: in "It did respond, saying …", "it" is whom the
        note tells of, not who spoke last in the article.
    """
    found = tuple(cues)
    if not notes.told_apart and not notes.setting_right:
        return notes, found
    unsure = {
        cue.sentence
        for cue in found
        if cue.sentence in notes.setting_right
        and _unnamed(article.lexicon).match(
            article.folded, article.sentences[cue.sentence - 1].start
        )
    }
    notes = Notes(told_apart=notes.told_apart | unsure, setting_right=notes.setting_right - unsure)
    return notes, tuple(cue for cue in found if cue.sentence not in notes.told_apart)


def notes_of(article: Article, news: Iterable[NewsFound]) -> Notes:
    """
    Give the sentences in which an article corrects itself.

    Args:
        article: The text.

        news: What `find_news` found in it.

    Example:
        >>> text = "An earlier version of this article said 15. The correct number is 5. Rain fell."
        >>> article = Article(text, lang="en")
        >>> notes = notes_of(article, find_news(article))
        >>> sorted(notes.told_apart), sorted(notes.setting_right)
        ([1], [2])
    """
    told_apart: set[int] = set()
    setting_right: set[int] = set()
    for one in news:
        sentence = article.sentence_at(one.start)
        if sentence is None or not (one.of_version or _is_label(article, one, sentence)):
            continue
        if one.of_version:
            told_apart.add(sentence.number)
        found = _behind(article, sentence, is_version=one.of_version)
        setting_right |= {behind.number for behind in found}
    return Notes(
        told_apart=frozenset(told_apart), setting_right=frozenset(setting_right - told_apart)
    )


def _is_label(article: Article, news: NewsFound, sentence: Sentence) -> bool:
    """Whether words open a sentence and a colon parts them from it: "Correction: …"."""
    is_first = news.kind in _OF_THE_ARTICLE and news.start == sentence.start
    return is_first and ":" in article.body[news.end - 1 : news.end + 1]


def _behind(article: Article, sentence: Sentence, *, is_version: bool) -> Iterator[Sentence]:
    """Give the sentences that go on with a note: those of its paragraph, or one that says so."""
    sentences = article.sentences
    first = sentence.number == 1 or sentences[sentence.number - 2].paragraph < sentence.paragraph
    is_own = is_version and first and sentences[0].paragraph < sentences[-1].paragraph
    for behind in sentences[sentence.number : sentence.number + (_BEHIND if is_own else 1)]:
        if behind.paragraph != sentence.paragraph:
            return
        if is_own or _sets_right(article.lexicon).search(article.folded, behind.start, behind.end):
            yield behind


@cache
def _sets_right(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.tables.clauses.sets_right
    # A comma may open such words, and stands right behind another.
    return re.compile(rf"(?:(?<!\w)|(?=,)){lexicon.any_of(*words)}(?!\w)" if words else r"(?!)")


@cache
def _unnamed(lexicon: Lexicon) -> re.Pattern[str]:
    """Write how a sentence begins that does not name its subject: a pronoun, or a verb."""
    grammar = lexicon.tables.grammar
    verb = f"|{lexicon.filled(grammar.finite)}" if grammar.finite else ""
    return re.compile(rf"(?:{lexicon.any_of(*grammar.anaphors)}{verb})(?!\w)")


@cache
def _wordings(lexicon: Lexicon) -> Wordings:
    return Wordings(lexicon, lexicon.tables.news)
