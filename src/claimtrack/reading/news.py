"""What an article says of versions: corrections, retractions, updates, and changed accounts."""

from functools import cache

from claimtrack.reading.article import Article
from claimtrack.reading.findings import NewsFound
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.wordings import Taken, Wordings


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
                found.append(
                    NewsFound(
                        start=match.start(),
                        end=match.end(),
                        rule=f"{lexicon.version}:followup[{number}]",
                        kind=lexicon.tables.news[number].kind,
                    )
                )
    return tuple(sorted(found, key=lambda one: one.start))


@cache
def _wordings(lexicon: Lexicon) -> Wordings:
    return Wordings(lexicon, lexicon.tables.news)
