"""What a phrase of time is counted from: the article's date, the tense of the clause."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from claimtrack.model.words import refuse
from claimtrack.reading.dates.stretches import DAY, Stretch
from claimtrack.reading.lexicon.conventions import DateConventions

_WEEK = timedelta(days=7)

NEEDS_DATE = "needs a date that it counts from"
"""Why a relative phrase without an article's date is refused."""


class ClauseTense(StrEnum):
    """
    Which way a date without a year looks: back, ahead, or where it is nearest.

    News that is published tells of what has happened, so the past is what is taken unless
    something says otherwise.
    """

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Standpoint(NamedTuple):
    """
    What is counted from.

    Attributes:
        conventions: How vague words are read.

        begin: Where the article's date begins, wall-clock time; None where it has none.

        end: Where it ends.

        tense: Which way dates look that do not say.
    """

    conventions: DateConventions
    begin: datetime | None = None
    end: datetime | None = None
    tense: ClauseTense = ClauseTense.PAST

    @property
    def today(self) -> datetime:
        """
        The midnight at which the article's day begins.

        Raises:
            InvalidValueError: The article has no date. Without a field, as rules raise it.
        """
        if self.begin is None:
            raise refuse("", NEEDS_DATE)
        return self.begin.replace(hour=0, minute=0, second=0, microsecond=0)

    @property
    def moment(self) -> tuple[datetime, datetime]:
        """
        The article's date as exactly as it is known: a minute, or a whole day.

        Raises:
            InvalidValueError: The article has no date. Without a field, as rules raise it.
        """
        today, tomorrow = self.day.bounds
        return self.begin or today, self.end or tomorrow

    @property
    def day(self) -> Stretch:
        """The article's day, whole."""
        today = self.today
        return Stretch(today, today + DAY, "day")

    def nearest(self, candidates: "list[Stretch]") -> Stretch:
        """
        Choose, of stretches in order of time, the one that the tense points to.

        Args:
            candidates: Such as the same day in several years.

        Returns:
            In the past the last that has begun, in the future the first that has not ended, else
            the one that is least far away; of two weekdays, one ahead must be twice as near.
        """
        today = self.today
        begun = [one for one in candidates if one.begin is not None and one.begin <= today]
        coming = [one for one in candidates if one.end is not None and one.end > today]
        if not begun or (self.tense is ClauseTense.FUTURE and coming):
            return (coming or candidates)[0]
        if not coming or self.tense is ClauseTense.PAST or begun[-1] in coming:
            return begun[-1]
        (back, _), (ahead, _) = begun[-1].bounds, coming[0].bounds
        # A weekday is told of the past more often than not; a date has no such habit.
        times = 2 if today - back < _WEEK else 1
        return coming[0] if times * (ahead - today) <= today - back else begun[-1]
