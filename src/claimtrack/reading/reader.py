"""
Readers: whatever makes a draft out of a text.

`LexiconReader` needs no more than the package. Who has a parser or a language model puts it behind
the same protocol with `CallableReader`.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

import attrs

from claimtrack.model.report import Report
from claimtrack.model.window import Window
from claimtrack.reading.analysis import analyse
from claimtrack.reading.article import Article
from claimtrack.reading.assembly import claims_of
from claimtrack.reading.attaching import clarified, questions_of, responses_of
from claimtrack.reading.draft import Draft
from claimtrack.reading.findings import Place
from claimtrack.reading.from_data import draft_from
from claimtrack.reading.lexicon import Lexicon

A = TypeVar("A")


class Reader(Protocol):
    """What makes a draft out of an article."""

    def read(self, text: str, report: Report) -> Draft:
        """
        Read an article.

        Args:
            text: Its text as it was given.

            report: The report that it is, with language and time as far as they are known.

        Returns:
            The draft; every place in it is a literal part of *text*.

        Raises:
            ArticleError: It is no article's text.
        """
        ...


@attrs.frozen(kw_only=True)
class LexiconReader:
    """
    Read by rules and the words of a lexicon.

    Attributes:
        lexicon: The words; None for those of the text's language.
    """

    lexicon: Lexicon | None = None

    def read(self, text: str, report: Report) -> Draft:
        """Read an article; see `Reader`."""
        article = _article(text, report, self.lexicon)
        found = analyse(article)
        claims = claims_of(found)
        questions = questions_of(found, claims)
        claims = clarified(claims, questions)
        draft = Draft(
            text=article.body,
            report=_completed(report, article),
            lang=article.language,
            reader=article.lexicon.version,
            claims=claims,
            questions=questions,
            responses=responses_of(found, claims),
            speakers=found.speakers,
            mentions=found.mentions,
            sentences=article.sentences,
            attributions=found.attributions,
            hedges=found.hedges,
            # How many speak as one is told with the speaker.
            quantities=tuple(one for one in found.quantities if not one.is_source_count),
            dates=found.dates,
            traps=found.traps,
            news=found.news,
            dateline=article.dateline,
        )
        if article.body == text:
            return draft
        return attrs.evolve(_moved(draft, article), text=text)


def _article(text: str, report: Report, lexicon: Lexicon | None) -> Article:
    published = report.published_at
    if published is not None and report.zone:
        published = published.anchored(report.zone)
    return Article(text, lang=report.lang, published=published, lexicon=lexicon)


def _completed(report: Report, article: Article) -> Report:
    """Add what the article says of itself, where the report says nothing."""
    fields = article.header.fields
    agency = "" if article.dateline is None else article.dateline.agency
    return attrs.evolve(
        report,
        outlet=report.outlet or fields.get("outlet", "") or agency,
        title=report.title or fields.get("title", ""),
        author=report.author or fields.get("author", ""),
        url=report.url or fields.get("url", ""),
        zone=report.zone or fields.get("zone", ""),
        lang=report.lang or article.language,
        published_at=report.published_at or article.published,
        digest=article.digest,
    )


def _moved(value: A, article: Article) -> A:
    """Give a value with every place in it as it is in the text that was given."""
    if isinstance(value, tuple):
        return type(value)(_moved(one, article) for one in value)
    if not attrs.has(type(value)) or isinstance(value, (Report, Window)):
        return value
    kind: Any = type(value)
    fields = {
        field.name: _moved(getattr(value, field.name), article) for field in attrs.fields(kind)
    }
    if isinstance(value, Place):
        place = article.original(Place(start=value.start, end=value.end))
        fields |= {"start": place.start, "end": place.end}
    moved: A = attrs.evolve(value, **fields)  # type: ignore[misc]
    return moved


@attrs.frozen(kw_only=True)
class CallableReader:
    """
    Read by a function that somebody else brings: a parser, a language model.

    Attributes:
        function: Takes the text and the language, empty where it is not known; gives the object of
            ``docs/reference/formats/reading.md``, in which places need no offsets.

        name: What made the draft, with its version.
    """

    function: Callable[[str, str], Mapping[str, Any]]
    name: str

    def read(self, text: str, report: Report) -> Draft:
        """
        Read an article; see `Reader`.

        What is no literal part of the text is left out, and told in the draft's ``dropped``.

        Raises:
            DecodeError: The function gave no such object; every problem is listed with its path.
        """
        article = _article(text, report, None)
        data = self.function(text, report.lang or article.language)
        found = draft_from(data, article, _completed(report, article))
        return attrs.evolve(found, reader=self.name)
