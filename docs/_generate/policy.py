"""The page of statuses and the policy, from their tables."""

import inspect
from collections.abc import Iterator

from claimtrack.model.confidence import LEVELS, Caveat, CaveatKind, Credibility
from claimtrack.model.source import Reliability
from claimtrack.model.status import DEFINITIONS
from claimtrack.policy import NEWSROOM, weigh
from claimtrack.wording import phrase
from docs._generate.docstrings import paragraphs

PAGE = "reference/status-and-policy.md"

CREDIBILITIES = {
    "strong on both sides": "6",
    "strong contradiction": "5",
    "witness or document": "1",
    "strong word denied": "3",
    "strong word": "1 if another supporting origin is shown independent of it, else 2",
    "superseded": "as the rows below give it",
    "taken back": "6",
    "independent origins": "2, or as the rows below give it where fewer than two are unhedged",
    "plain on both sides": "3 if only interested parties contradict, else 4",
    "plain support": "2 if a source is named, first-hand, on the record and unhedged, else 3",
    "nothing usable": "6, or 4 if a disinterested source contradicts",
}
"""The credibility that each rule gives, in words; the code has them as functions of a case."""

EXAMPLES: dict[CaveatKind, tuple[str, ...]] = {
    CaveatKind.UNCLEAR: ("who", "when"),
    CaveatKind.OWN_VOICE: ("Example News",),
    CaveatKind.ONE_ORIGIN: ("Reuters",),
    CaveatKind.INDEPENDENCE_NOT_SHOWN: ("Reuters", "Example News"),
    CaveatKind.LINEAGE_UNKNOWN: ("Example News",),
    CaveatKind.SOURCES_NOT_NAMED: ("sources familiar with the matter",),
    CaveatKind.MAY_BE_SAME: ("a senior official",),
    CaveatKind.HEDGED: ("could consider",),
    CaveatKind.DENIED: ("Embassy of Belarus in Washington",),
    CaveatKind.CONTRADICTED: ("Human rights centre",),
    CaveatKind.DOUBTED: ("Former ambassador",),
    CaveatKind.CHANGED_ACCOUNT: ("Ministry of Justice",),
    CaveatKind.FIGURE_FELL: ("how_many",),
    CaveatKind.FIGURES_INCOMPATIBLE: ("how_many",),
    CaveatKind.STILL_UNCLEAR: ("who",),
    CaveatKind.CONTRADICTED_BY_CLAIM: ("no-talks",),
    CaveatKind.SUPERSEDED_BY: ("release-of-123",),
    CaveatKind.DEPENDS_ON_FALLEN: ("belarus-talks",),
    CaveatKind.SUPERSEDER_FELL: ("release-of-123",),
    CaveatKind.RULING_PREDATES_EVIDENCE: ("refuted",),
    CaveatKind.CONFIDENCE_SET: ("3",),
    CaveatKind.RESPONSE: ("declined", "White House"),
}
"""Values for each kind of caveat, invented or of the seed story."""


def pages() -> dict[str, str]:
    """Make the page: its text by path below ``docs/``."""
    parts = [
        "# Status and policy",
        "Look up what a status says, which rule gives it, and what a caveat means.",
        (
            "[Confidence and status](../explanation/confidence-and-status.md) explains why the"
            " rules are as they are."
        ),
        "## Statuses",
        "\n".join(_statuses()),
        f"## The rules of the policy `{NEWSROOM.name}`, version {NEWSROOM.version}",
        (
            "The first row that applies decides the status.\n"
            "`claimtrack explain` and `Ledger.explain` say for a claim which rows apply, on which"
            " entries each rests, and what would meet those that do not."
        ),
        "\n".join(_rules()),
        (
            "A credibility that the desk set replaces the one of the table, never the status.\n"
            "Evidence that is newer than a ruling and would judge otherwise leaves the ruling in"
            " force, adds a caveat, and puts the claim on the list of what is due."
        ),
        "## What counts, and what is strong",
        _weights(),
        "## Grades",
        (
            "A grade is two signs, such as `C3`: the best reliability among the sources that speak"
            " for the claim (or against it, where nobody speaks for it), and its credibility.\n"
            "Both scales are those of the Admiralty code.\n"
            "F and 6 say that nobody can judge; they are no low marks, and stand for no number."
        ),
        "\n".join(_reliabilities()),
        "\n".join(_credibilities()),
        "## Caveats",
        (
            "A caveat stands beside the grade, and names the entries that it rests on.\n"
            "They are told in this order, but those about other claims, responses and the desk's"
            " own decisions come last."
        ),
        "\n".join(_caveats()),
    ]
    return {PAGE: "\n\n".join(parts) + "\n"}


def _statuses() -> Iterator[str]:
    yield "| status | Romanian | what the record says |"
    yield "| --- | --- | --- |"
    for status, definition in DEFINITIONS.items():
        yield f"| `{status}` | {phrase(f'status.{status}', (), 'ro')} | {definition} |"


def _rules() -> Iterator[str]:
    yield "| row | rule | it asks for | status | credibility | what would meet it |"
    yield "| --- | --- | --- | --- | --- | --- |"
    yield (
        "| 1 | ruling | a ruling of the desk in force | as ruled (`lapsed` only here)"
        " | as ruled, else as the rows below give it | a ruling, with a reason |"
    )
    for row, rule in enumerate(NEWSROOM.rules, start=2):
        yield (
            f"| {row} | {rule.name} | {rule.requirement} | `{rule.status}`"
            f" | {CREDIBILITIES[rule.name]} | {rule.would_meet} |"
        )


def _weights() -> str:
    """Take from the module that weighs what it says of itself, without its title."""
    _, _, text = inspect.cleandoc(weigh.__doc__ or "").partition("\n\n")
    return paragraphs(text)


def _reliabilities() -> Iterator[str]:
    yield "| reliability | of a source |"
    yield "| --- | --- |"
    for letter in Reliability:
        yield f"| {letter} | {phrase(f'reliability.{letter}', (), 'en')} |"


def _credibilities() -> Iterator[str]:
    yield "| credibility | of a claim | level |"
    yield "| --- | --- | --- |"
    for number in Credibility:
        words = phrase(f"credibility.{number:d}", (), "en")
        yield f"| {number:d} | {words} | {LEVELS.get(number, 'none')} |"


def _caveats() -> Iterator[str]:
    yield "| kind | in English | in Romanian |"
    yield "| --- | --- | --- |"
    for kind in CaveatKind:
        caveat = Caveat(kind=kind, values=EXAMPLES[kind])
        yield f"| `{kind}` | {caveat.in_words('en')} | {caveat.in_words('ro')} |"
