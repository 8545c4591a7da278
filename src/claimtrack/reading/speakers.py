"""Speakers: who the words name, over all of their mentions in one text."""

from claimtrack.reading.article import Article
from claimtrack.reading.findings import Mention, Place, Speaker
from claimtrack.reading.kinds import SpeakerKind


class Cast:
    """
    The speakers of one article, collected in the order of the text.

    Attributes:
        speakers: Each once.

        mentions: Every place where one is named, in the order in which they were asked for.

    Args:
        article: The text they speak in.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self.speakers: list[Speaker] = []
        self.mentions: list[Mention] = []

    def mention(self, place: Place) -> Mention:
        """
        Take the words at a place as a speaker: a new one, or one that was named before.

        Args:
            place: The noun phrase that names it.

        Returns:
            The mention, with the index of its speaker.
        """
        words = place.of(self._article.body)
        self.speakers.append(Speaker(kind=SpeakerKind.UNKNOWN, name=words))
        found = Mention(
            start=place.start,
            end=place.end,
            rule="speakers.new",
            speaker=len(self.speakers) - 1,
        )
        self.mentions.append(found)
        return found
