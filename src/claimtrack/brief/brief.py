"""Briefs: what we know, what we do not know, what is disputed, what changed."""

from collections.abc import Iterator
from datetime import datetime

import attrs

from claimtrack.brief import layout, saying
from claimtrack.brief.values import Asked, Changed, ClaimLine, OpenQuestion
from claimtrack.text.display import COLUMNS
from claimtrack.wording import phrase


@attrs.frozen(kw_only=True)
class Brief:
    """
    What is known of some claims, and what is not.

    Attributes:
        known: Confirmed, then corroborated, then reported claims, the most certain first.

        disputed: Claims on which neither side prevails.

        unverified: Claims that nothing usable supports.

        questions: What is open about claims that stand, in their order.

        asked: Who was asked for comment and did not speak on the claim itself; each party, with
            each outcome, once.

        fallen: Claims refuted, retracted, superseded or lapsed.

        changed: What changed, in the order of the claims; None where nobody asked.

        since: Since when it changed; aware, UTC; None where that was not said.

        known_at: As of when all this is told; aware, UTC; None for now.
    """

    known: tuple[ClaimLine, ...] = ()
    disputed: tuple[ClaimLine, ...] = ()
    unverified: tuple[ClaimLine, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    asked: tuple[Asked, ...] = ()
    fallen: tuple[ClaimLine, ...] = ()
    changed: tuple[Changed, ...] | None = None
    since: datetime | None = None
    known_at: datetime | None = None

    def __str__(self) -> str:
        return self.in_words()

    def in_words(self, lang: str = "en", *, columns: int = COLUMNS) -> str:
        """
        Say it for people, in a language that `claimtrack.wording` has.

        Names and descriptions stay as they were given. Claims are told in *lang* where there is a
        translation. What could act on a terminal is written out.

        Args:
            lang: ``en`` or ``ro``.

            columns: How wide a line may be.

        Raises:
            InvalidValueError: There are no phrases in the language.
        """
        said = [] if self.known_at is None else [self._as_known(self.known_at, lang)]
        said += (
            layout.section(phrase(f"brief.{name}", (), lang), lines)
            for name, lines in self._sections(lang, columns)
            if lines
        )
        if self.changed is not None:
            said.append(self._changes(self.changed, lang, columns))
        return "\n\n".join(said)

    def _as_known(self, known_at: datetime, lang: str) -> str:
        return phrase("brief.as_known_at", (saying.moment(known_at),), lang)

    def _sections(self, lang: str, columns: int) -> Iterator[tuple[str, list[str]]]:
        nothing = [phrase("brief.nothing_known", (), lang)]
        yield "known", layout.claims(self.known, lang, columns) or nothing
        yield "disputed", layout.claims(self.disputed, lang, columns)
        yield "unverified", layout.claims(self.unverified, lang, columns)
        yield "not_known", layout.questions(self.questions, lang, columns)
        yield "asked", [layout.asked(one, lang, columns) for one in self.asked]
        yield "fallen", layout.claims(self.fallen, lang, columns)

    def _changes(self, changes: tuple[Changed, ...], lang: str, columns: int) -> str:
        key = "changed" if changes else "nothing_changed"
        if self.since is None:
            title = phrase(f"brief.{key}", (), lang)
        else:
            title = phrase(f"brief.{key}_since", (saying.moment(self.since),), lang)
        return layout.section(title, layout.changes(changes, lang, columns))
