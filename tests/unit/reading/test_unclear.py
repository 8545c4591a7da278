"""Statements that something is not known, and the questions they leave open."""

import pytest

from claimtrack.reading.article import Article
from claimtrack.reading.unclear import find_unclear

CASES = [
    ("en", "The date of the vote is undecided.", ["when"]),
    ("en", "The cause of the blast remains unexplained.", ["why"]),
    ("en", "It is undecided whether he will run.", ["whether"]),
    ("ro", "Viitorul firmei este incert.", ["what"]),
    ("ro", "Este nesigur dacă va candida.", ["whether"]),
    ("en", "Little is known about the owner.", ["what"]),
    ("en", "It was not possible to verify the claim.", ["whether"]),
    ("ro", "Încă nu este cunoscută cauza incendiului.", ["why"]),
    ("ro", "Nu există informații despre echipaj.", ["what"]),
    ("ro", "Inspectorii nu au stabilit încă motivul.", ["why"]),
    ("en", "It is unclear who was freed or when.", ["who", "when"]),
    ("en", "It was not immediately clear how many boats were lost.", ["how_many"]),
    ("en", "It is not yet known whether the ferry will sail.", ["whether"]),
    ("en", "The cause of the fire is unknown.", ["why"]),
    ("en", "The extent of the damage is not yet clear.", ["how_many"]),
    ("en", "Pell's whereabouts remain unknown.", ["where"]),
    ("en", "It remains to be seen how the port will pay.", ["how"]),
    ("en", "The firm isn't sure what broke.", ["what"]),
    ("en", "Who would travel, and when, was not disclosed.", ["who", "when"]),
    ("en", "No one knows why the bell rang.", ["why"]),
    ("en", "The report could not be independently verified.", ["whether"]),
    ("en", "The names of the crew have not been released.", ["who"]),
    ("ro", "Nu este clar cine și când va fi eliberat.", ["who", "when"]),
    ("ro", "Nu se știe câte bărci lipsesc.", ["how_many"]),
    ("ro", "Deocamdată nu se cunoaște cauza incendiului.", ["why"]),
    ("ro", "Cauza incendiului este necunoscută.", ["why"]),
    ("ro", "Rămâne de văzut dacă portul va plăti.", ["whether"]),
    ("ro", "Numărul bărcilor pierdute nu a fost încă stabilit.", ["how_many"]),
    ("ro", "Informația nu a putut fi verificată independent.", ["whether"]),
    ("ro", "E prea devreme pentru a ști unde a ajuns barca.", ["where"]),
    ("ro", "Motorul s-a oprit din motive necunoscute.", ["why"]),
    ("ro", "Nu e clar cum s-a rupt parâma, iar ce s-a pierdut nu se știe.", ["how"]),
]


@pytest.mark.parametrize(("lang", "text", "facets"), CASES)
def test_facets(lang: str, text: str, facets: list[str]) -> None:
    """The questions are those that the trigger leads to, or the nouns it is about."""
    first, *_ = find_unclear(Article(text, lang=lang))

    assert facets == [facet.value for facet in first.facets]


def test_the_clause_holds_trigger_and_questions() -> None:
    """What is shown to a reader is the statement, without its full stop."""
    text = "He left, but it is unclear who paid him."
    (found,) = find_unclear(Article(text, lang="en"))

    assert ("is unclear", "it is unclear who paid him") == (found.of(text), found.clause.of(text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It is clear who paid."),
        ("en", "He is not in the clear yet."),
        ("en", "The attack hit an unknown number of users of a previously unknown model."),
        ("en", "The crew is uncertain about its future."),
        ("en", "The bill has not been released."),
        ("en", "A third of voters are undecided."),
        ("en", "The weather remains unsettled."),
        ("ro", "Este foarte clar cine a plătit."),
        ("ro", "O persoană necunoscută a sunat."),
        ("ro", "Podul este nesigur."),
        ("ro", "Nu știm când pleacă."),
        ("ro", "Poziția rămâne neschimbată."),
        ("ro", "Legea nu a fost publicată."),
    ],
)
def test_what_is_not_called_unclear(lang: str, text: str) -> None:
    """Clear things, strangers and feelings declare nothing open."""
    assert () == find_unclear(Article(text, lang=lang))
