"""The layers, one after the other: what is found in an article before it is put together."""

import attrs

from claimtrack.reading.article import Article
from claimtrack.reading.attributions import attribute
from claimtrack.reading.cues import find_cues
from claimtrack.reading.dates.finding import find_date_traps, find_dates
from claimtrack.reading.findings import (
    Attribution,
    Cue,
    DateFound,
    HedgeFound,
    Mention,
    NewsFound,
    Quantity,
    ResponseFound,
    Speaker,
    Trapped,
    UnclearFound,
)
from claimtrack.reading.hedges import find_hedges
from claimtrack.reading.news import Notes, find_news, notes_of, told_in
from claimtrack.reading.quantities import find_quantities
from claimtrack.reading.responses import find_responses
from claimtrack.reading.rows import Row
from claimtrack.reading.speakers import Cast
from claimtrack.reading.unclear import find_unclear


@attrs.frozen(kw_only=True)
class Analysis:
    """
    What the layers found, each in the order of the text; places lie in the article's body.

    Attributes:
        article: What was read.

        cues: Words of attribution.

        speakers: Everybody who speaks or was asked, once each.

        mentions: Every place where one of them is named.

        attributions: Who says what.

        responses: What came of asking for comment.

        unclear: What is said to be unknown.

        hedges: Words that hold back.

        quantities: Numbers with their bounds.

        dates: Dates and times as windows.

        traps: What looks like a date and is none.

        news: Words about earlier versions.

        notes: The sentences in which the article corrects itself.
    """

    article: Article
    cues: tuple[Cue, ...]
    speakers: tuple[Speaker, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    responses: tuple[ResponseFound, ...]
    unclear: tuple[UnclearFound, ...]
    hedges: tuple[HedgeFound, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateFound, ...]
    traps: tuple[Trapped, ...]
    news: tuple[NewsFound, ...]
    notes: Notes


def analyse(article: Article) -> Analysis:
    """Run every layer over an article."""
    cast = Cast(article)
    news = find_news(article)
    notes, cues = told_in(article, find_cues(article), notes_of(article, news))
    attributions = attribute(article, cues, cast)
    responses = find_responses(article, cast, notes)
    return Analysis(
        article=article,
        cues=cues,
        speakers=tuple(cast.speakers),
        mentions=tuple(cast.mentions),
        attributions=attributions,
        responses=responses,
        unclear=tuple(one for one in find_unclear(article) if not notes.hold(one.sentence)),
        hedges=find_hedges(article),
        quantities=_told_apart(find_quantities(article), cast),
        dates=find_dates(article),
        traps=find_date_traps(article),
        news=news,
        notes=notes,
    )


def _told_apart(quantities: tuple[Quantity, ...], cast: Cast) -> tuple[Quantity, ...]:
    """Mark the numbers that count a speaker: they stand where one is named who is counted."""
    row = Row(quantities)
    counting = {
        one
        for mention in cast.mentions
        if cast.speakers[mention.speaker].count is not None
        for one in row.within(mention)
    }
    return tuple(
        attrs.evolve(one, is_source_count=True) if one in counting else one for one in quantities
    )
