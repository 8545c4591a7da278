"""Hedges, and what an article says of versions."""

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.hedges import find_hedges
from claimtrack.reading.news import find_news, notes_of


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The ferry could sail.", [("could", "modal")]),
        ("en", "The ferry reportedly sank.", [("reportedly", "reportative")]),
        ("en", "The alleged thief left.", [("alleged", "allegation")]),
        ("en", "The port is considering a ban.", [("is considering", "plan")]),
        ("en", "It probably sank.", [("probably", "adverb")]),
        ("en", "Unconfirmed reports came.", [("Unconfirmed", "source_doubt")]),
        ("en", "The port could not confirm it.", []),
        ("en", "It sailed on 4 May.", []),
        ("en", "It was mid-May when it sailed.", []),
        ("en", "Work began in early-May.", []),
        ("en", "Fares rose in April, May and June.", []),
        ("en", "May was a cold month.", []),
        ("en", "The May vote was lost.", []),
        ("en", "The fare for May was paid.", []),
        ("en", "May Day marches went by.", []),
        ("en", "Mrs May may sail.", [("may", "modal")]),
        ("en", "Ferry May Sail From Other Port", [("May", "modal")]),
        ("en", "FERRY MAY SAIL", [("MAY", "modal")]),
        ("ro", "Bacul ar putea pleca.", [("ar putea", "modal")]),
        ("ro", "Bacul ar fi plecat.", [("ar fi plecat", "reportative")]),
        ("ro", "Portul ar pregăti o grevă.", [("ar pregăti", "reportative")]),
        ("ro", "Primarul ar vrea să plece.", [("ar vrea să", "reportative")]),
        ("ro", "Firma ar mai deține două bacuri.", [("ar mai deține", "reportative")]),
        ("ro", "Taxa ar crește, potrivit unor surse.", [("ar crește", "reportative")]),
        (
            "ro",
            "Se zvonește că s-ar discuta.",
            [("Se zvonește", "reportative"), ("ar discuta", "reportative")],
        ),
        ("ro", "Taxa ar crește.", []),
        ("ro", "Portul ar trebui închis, potrivit unor surse.", []),
        ("ro", "Portul ar pregăti o grevă în caz că scad plățile.", []),
        ("ro", "Cine ar vrea să plece?", []),
        ("ro", "Cei care și-ar dori să plece așteaptă.", []),
        ("ro", "Iar 52% ar vrea să plece.", []),
        ("ro", "Se pare că a plecat.", [("Se pare că", "reportative")]),
        ("ro", "Presupusul hoț a plecat.", [("Presupusul", "allegation")]),
        ("ro", "Bacul urmează să plece.", [("urmează să", "plan")]),
        ("ro", "Probabil a plecat.", [("Probabil", "adverb")]),
        ("ro", "Bacul a plecat.", []),
    ],
)
def test_hedges(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Each hedge has its place and its class."""
    found = find_hedges(Article(text, lang=lang))

    assert expected == [(one.of(text), one.kind.value) for one in found]


def test_a_likelihood_is_a_range() -> None:
    """What is shown beside a hedge lies between nought and one."""
    (found,) = find_hedges(Article("It could sail.", lang="en"))

    assert found.likelihood is not None
    assert 0 <= found.likelihood[0] < found.likelihood[1] <= 1


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Correction: the ferry sank on Monday.", "correction"),
        ("en", "An earlier version of this article gave a wrong name.", "correction"),
        ("en", "This story has been retracted.", "retraction"),
        ("en", "The desk withdrew its report.", "retraction"),
        ("en", "UPDATE: the ferry is safe.", "update"),
        ("en", "He walked back his remarks.", "reversal"),
        ("ro", "Erată: bacul s-a scufundat luni.", "correction"),
        ("ro", "Redacția retrage știrea.", "retraction"),
        ("ro", "UPDATE: bacul e în siguranță.", "update"),
        ("ro", "Ministrul a revenit asupra declarației.", "reversal"),
    ],
)
def test_news_of_versions(lang: str, text: str, kind: str) -> None:
    """Words about an earlier version are told by kind."""
    assert kind in {one.kind.value for one in find_news(Article(text, lang=lang))}


def test_a_quotation_is_no_news() -> None:
    """What a speaker says of corrections is the speaker's."""
    assert () == find_news(Article("“Correction: I was wrong,” he said.", lang="en"))


@pytest.mark.parametrize(
    ("lang", "text", "is_open"),
    [
        ("en", "In exchange for the fee, the line could sail.", True),
        ("en", "The line sailed in exchange for a fee.", False),
        ("ro", "În schimbul taxei, bacul va pleca.", True),
        ("ro", "Bacul a plecat în schimbul unei taxe.", False),
    ],
)
def test_a_trade_is_a_condition_beside_a_plan(lang: str, text: str, is_open: bool) -> None:
    """Told as done, an exchange holds nothing back."""
    kinds = {found.kind.value for found in find_hedges(Article(text, lang=lang))}

    assert is_open == ("condition" in kinds)


def test_a_limiter_stands_alone() -> None:
    """A word of time before it is none of it."""
    text = "Taxa a fost deja parțial redusă."

    assert ["parțial"] == [found.of(text) for found in find_hedges(Article(text, lang="ro"))]


@pytest.mark.parametrize(
    ("lang", "text", "told_apart", "setting_right"),
    [
        (
            "en",
            (
                "Correction: An earlier version of this article said 15 homes burned. The correct "
                "number is 5.\n\nFive homes burned, police said."
            ),
            [1],
            [2],
        ),
        ("en", "A ferry sank, police said. (This story has been corrected.)", [2], []),
        ("en", "This report originally said the ferry sank. It did not.\n\nRain fell.", [1], [2]),
        ("en", "We wrongly reported that it sank. In fact, it sailed. Rain fell.", [1], [2]),
        ("en", "Correction: It sailed on Monday. It was Monday, not Sunday.", [], [2]),
        ("en", "The bank said an earlier version of the plan had failed. It was not.", [], []),
        ("en", "The senator misstated his income. The correct sum is 5.", [], []),
        (
            "ro",
            (
                "Erată: Într-o versiune anterioară a știrii am scris că a plouat. De fapt, a "
                "nins.\n\nA nins, a spus primarul."
            ),
            [1],
            [2],
        ),
        ("ro", "A nins, a spus primarul. Acest articol a fost actualizat.", [2], []),
        ("ro", "Articolul a precizat eronat că a nins. Suma corectă e 5.", [1], [2]),
        ("ro", "Corectare: A nins luni. De fapt, a nins marți.", [], [2]),
        ("ro", "Rectificare bugetară: bani mai mulți. De fapt, 5 lei.", [], []),
        ("ro", "O formă anterioară a articolului 5 din lege spunea altceva.", [], []),
    ],
)
def test_notes_of_corrections(
    lang: str, text: str, told_apart: list[int], setting_right: list[int]
) -> None:
    """What an earlier version said is told from what is right, and both from the story."""
    article = Article(text, lang=lang)
    notes = notes_of(article, find_news(article))

    assert (told_apart, setting_right) == (sorted(notes.told_apart), sorted(notes.setting_right))
