"""Layout: the parts of a brief as lines for people, in so many columns, without colour."""

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.brief import saying
from claimtrack.brief.news import answer, settled
from claimtrack.brief.values import Asked, Changed, ClaimLine, OpenQuestion
from claimtrack.model.slots import Slot, SlotState
from claimtrack.text import width, wrap
from claimtrack.wording import phrase

_TEXT = 2
"""Spaces before a claim's text."""

_DETAIL = 4
"""Spaces before what is told of it."""


def heading(words: str) -> str:
    """Set a section's heading apart without colour."""
    return words.upper()


def head(left: str, right: str, columns: int) -> str:
    """Put a name to the left and where it stands to the right, on one line where both fit."""
    room = columns - width(left) - width(right)
    if room >= _TEXT:
        return f"{left}{' ' * room}{right}"
    return f"{left}\n{wrap(right, columns, indent=_TEXT)}"


def detail(words: str, columns: int) -> str:
    """Set something that is told of a claim below its text."""
    return wrap(words, columns, indent=_DETAIL, hanging=_TEXT)


def claims(lines: Iterable[ClaimLine], lang: str, columns: int) -> list[str]:
    """Set claims one below the other."""
    return [row for line in lines for row in claim_line(line, lang, columns)]


def claim_line(line: ClaimLine, lang: str, columns: int) -> Iterator[str]:
    """Yield a claim: name and standing, text, who says so, what must be told beside it."""
    yield head(line.claim_id, saying.standing(line.status, line.confidence, lang), columns)
    yield wrap(saying.line(line.claim.text_in(lang)), columns, indent=_TEXT)
    for sentence in (*saying.said(line.voices, lang), *saying.gone(line.lost, lang)):
        yield detail(sentence, columns)
    if line.ruled_because:
        yield detail(saying.ruling(line.status, line.ruled_because, lang), columns)
    for slot in line.answers:
        yield detail(_answer(slot, lang), columns)
    labels = line.claim.labels_in(lang)
    caveats = "; ".join(saying.line(one.in_words(lang, labels)) for one in line.caveats)
    if caveats:
        yield detail(caveats, columns)


def questions(found: Iterable[OpenQuestion], lang: str, columns: int) -> list[str]:
    """Set open questions one below the other."""
    return [row for one in found for row in question(one, lang, columns)]


def question(one: OpenQuestion, lang: str, columns: int) -> Iterator[str]:
    """Yield what is open about a claim: what is unclear in one line, possible answers each."""
    unclear = [slot.name for slot in one.slots if slot.state is SlotState.UNCLEAR]
    said = [phrase("caveat.unclear", unclear, lang)] if unclear else []
    said += [_answers(slot, lang) for slot in one.slots if slot.state is not SlotState.UNCLEAR]
    if len(said) == 1:
        yield wrap(f"{one.claim_id}: {said[0]}", columns, hanging=_DETAIL)
        return
    yield one.claim_id
    for sentence in said:
        yield detail(sentence, columns)


def _answer(slot: Slot, lang: str) -> str:
    """Say what the desk settled a question on, and who says otherwise since; else the answer."""
    if slot.closed is None:
        given = (saying.news(answer(slot.name, one), lang) for one in slot.candidates)
        return "; ".join(dict.fromkeys(given))
    said = saying.news(settled(slot), lang)
    later = (
        saying.given(answer(slot.name, one), lang)
        for one in slot.candidates
        if one.revision > slot.closed and one.value != slot.settled
    )
    since = "; ".join(dict.fromkeys(later))
    return f"{said}; {phrase('brief.since_then', (since,), lang)}" if since else said


def _answers(slot: Slot, lang: str) -> str:
    """Say every answer that nobody settled, with who gave it."""
    said = (saying.given(answer(slot.name, one), lang) for one in slot.candidates)
    given = "; ".join(dict.fromkeys(said))
    return phrase("brief.not_settled", (saying.slot(slot.name, lang), given), lang)


def asked(one: Asked, lang: str, columns: int) -> str:
    """Give what came of one request for comment, and the claims that it bears on."""
    claims = ", ".join(one.claim_ids)
    return wrap(f"{saying.response(one.response, lang)}: {claims}", columns, hanging=_DETAIL)


def changes(found: Iterable[Changed], lang: str, columns: int) -> list[str]:
    """Set what changed one below the other."""
    return [row for one in found for row in changed(one, lang, columns)]


def changed(one: Changed, lang: str, columns: int) -> Iterator[str]:
    """Yield what became of a claim: where it stood and stands, then each thing that is new."""
    after = saying.verdict(one.after, lang)
    if one.before is None:
        yield head(one.claim_id, phrase("brief.opened", (after,), lang), columns)
        return
    before = saying.verdict(one.before, lang)
    moved = phrase("brief.still", (after,), lang) if before == after else f"{before} -> {after}"
    yield head(one.claim_id, moved, columns)
    for sentence in dict.fromkeys(saying.news(news, lang) for news in one.news):
        yield detail(sentence, columns)


def section(title: str, lines: Sequence[str]) -> str:
    """Put lines under a heading."""
    return "\n".join((heading(title), *lines))
