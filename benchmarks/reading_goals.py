"""What the reader should reach, and the table that says whether it does."""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.reading_tallies import Rate, Scores, Tally

LAYERS = {
    "attribution": ("attribution sentence", "cue overlap", "cue exact", "cue kind"),
    "source": ("source overlap", "source jaccard", "source exact", "source identity"),
    "response": ("response", "response place", "responder overlap"),
    "unclear": ("unclear", "unclear facets", "unclear facet set"),
    "quantity": ("quantity found", "quantity op", "quantity value", "quantity op and value"),
    "date": ("date found", "date edges", "date interval", "date iou"),
    "hedge": ("hedge",),
    "claim": ("claim", "claim attribution"),
    "trap": ("trap",),
}
"""The metrics of each layer, in the order of the table; a hedge has one for each class besides."""


class Goal(NamedTuple):
    """The least that one measure of a metric should be: precision, recall, f1 or share."""

    metric: str
    measure: str
    least: float


SEED = (
    Goal("attribution sentence", "recall", 1),
    Goal("cue overlap", "recall", 1),
    Goal("source overlap", "share", 1),
    Goal("source identity", "share", 1),
    Goal("response", "recall", 1),
    Goal("responder overlap", "share", 1),
    Goal("unclear", "recall", 1),
    Goal("unclear facet set", "share", 1),
    Goal("quantity found", "recall", 1),
    Goal("quantity op", "share", 1),
    Goal("date found", "recall", 1),
    Goal("date interval", "share", 1),
    Goal("claim", "recall", 22 / 24),
    Goal("trap", "share", 1),
)
"""The goals on the seed article."""

_BOTH = (
    Goal("source jaccard", "share", 0.82),
    Goal("quantity op", "share", 0.96),
    Goal("quantity value", "share", 0.95),
    Goal("date found", "precision", 0.95),
    Goal("date found", "recall", 0.90),
    Goal("date interval", "share", 0.90),
    Goal("trap", "share", 1),
)

ARTICLES = {
    "ro": (
        Goal("attribution sentence", "precision", 0.95),
        Goal("attribution sentence", "recall", 0.92),
        Goal("source overlap", "share", 0.92),
        Goal("response", "precision", 0.88),
        Goal("response", "recall", 0.88),
        Goal("unclear", "precision", 0.90),
        *_BOTH,
    ),
    "en": (
        Goal("attribution sentence", "precision", 0.93),
        Goal("source overlap", "share", 0.93),
        Goal("response", "precision", 0.95),
        Goal("response", "recall", 0.92),
        Goal("unclear", "precision", 0.93),
        *_BOTH,
    ),
}
"""The goals on other articles, by language."""


def table(scores: Scores, goals: tuple[Goal, ...], layers: tuple[str, ...]) -> Iterator[str]:
    """Put scores into lines: the measures, the counts, the goals."""
    yield f"{'metric':<24}{'P':>7}{'R':>7}{'F1':>7}  {'counts':<34}goal"
    for layer in layers:
        for metric in (*LAYERS[layer], *_classes(scores, layer)):
            told = "  ".join(
                _judged(goal, _value(scores, goal)) for goal in goals if goal.metric == metric
            )
            if (tally := scores.tallies.get(metric)) is not None:
                yield f"{metric:<24}{_tally(tally)}{told}".rstrip()
            elif (rate := scores.rates.get(metric)) is not None:
                yield f"{metric:<24}{_rate(metric, rate)}{told}".rstrip()


def _classes(scores: Scores, layer: str) -> list[str]:
    return sorted(name for name in scores.tallies if layer == "hedge" and name.startswith("hedge "))


def _value(scores: Scores, goal: Goal) -> float:
    kept = scores.rates if goal.measure == "share" else scores.tallies
    return float(getattr(kept[goal.metric], goal.measure))


def _judged(goal: Goal, value: float) -> str:
    name = {"precision": "P ", "recall": "R ", "f1": "F1 "}.get(goal.measure, "")
    return f"{name}≥ {goal.least:.3g}{'' if value >= goal.least else ' MISSED'}"


def _tally(tally: Tally) -> str:
    counts = f"{tally.hit} hit, {tally.missed} missed, {tally.false} false"
    return f"{tally.precision:>7.3f}{tally.recall:>7.3f}{tally.f1:>7.3f}  {counts:<34}"


def _rate(metric: str, rate: Rate) -> str:
    if metric == "trap":
        counts = f"{rate.of - rate.right:g} hit of {rate.of}"
    else:
        counts = f"{rate.right:.4g} of {rate.of}"
    return f"{rate.share:>7.3f}{'':>14}  {counts:<34}"
