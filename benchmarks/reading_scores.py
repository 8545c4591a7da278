"""
The scorer: what a reader found in an article, against the gold file of that article.

Both are documents of one schema (`tests/articles/README.md`), so it does not matter who wrote them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

import attrs

from benchmarks.reading_claims import claim_attribution, match_claims
from benchmarks.reading_documents import (
    Claim,
    Cue,
    Date,
    Document,
    Hedge,
    Interval,
    Item,
    Json,
    Quantity,
    Response,
    Span,
    Unclear,
    found_document,
    gold_document,
    jaccard,
)
from benchmarks.reading_tallies import Matching, Miss, Rate, Scores, Tally, match
from benchmarks.reading_traps import trap_hits

G = TypeVar("G", bound=Item)
F = TypeVar("F", bound=Item)

_SUBSTANCE = frozenset({"denied", "confirmed"})
_WEAKENS_NOTHING = frozenset({"condition", "limiter"})


def score(gold: Json, found: Json, text: str) -> Scores:
    """
    Compare what was found with the gold file.

    Args:
        gold: The gold file of the article.

        found: What a reader made of it, in the same schema.

        text: The article as it stands; offsets count its code points.

    Raises:
        ValueError: A span of either does not have the words that the text has there.
    """
    for name, document in (("gold", gold), ("found", found)):
        for span in _spans(document):
            if text[span.start : span.end] != span.text:
                msg = f"{name}: {span.text!r} is not what stands at {span.start}:{span.end}"
                raise ValueError(msg)
    right = gold_document(gold)
    comparison = _Comparison(right, found_document(found, right))
    for part in _PARTS:
        part(comparison)
    return Scores(comparison.tallies, comparison.rates, tuple(comparison.misses))


def _spans(data: Any) -> Iterator[Span]:
    if isinstance(data, dict):
        if isinstance(data.get("start"), int) and isinstance(data.get("text"), str):
            yield Span(data["start"], data["end"], data["text"])
        for value in data.values():
            yield from _spans(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _spans(value)


@attrs.define
class _Comparison:
    """Two documents of one article, and what their comparison has given so far."""

    gold: Document
    found: Document
    tallies: dict[str, Tally] = attrs.Factory(dict)
    rates: dict[str, Rate] = attrs.Factory(dict)
    misses: list[Miss] = attrs.Factory(list)

    def count(self, metric: str, matching: Matching[G, F], told: Callable[[Item], str]) -> None:
        """Keep a tally, and every miss of it."""
        self.tallies[metric] = matching.tally
        for missed in matching.missed:
            self.miss(metric, f"missed {told(missed)}", missed.span)
        for false in matching.false:
            self.miss(metric, f"false {told(false)}", false.span)

    def rate(self, metric: str, answers: Iterable[tuple[Item, float, str]]) -> None:
        """Keep a rate; an answer is the item, how right it is, and what was found instead."""
        right, of = 0.0, 0
        for item, value, told in answers:
            right, of = right + value, of + 1
            if value < 1:
                self.miss(metric, told, item.span)
        self.rates[metric] = Rate(right, of)

    def miss(self, metric: str, what: str, span: Span) -> None:
        """Keep one error."""
        sentence = self.gold.sentence(span)
        words = sentence.text if sentence else ""
        self.misses.append(Miss(metric, what, span.text, words, span.start))


def _cues(c: _Comparison) -> None:
    matching = match(c.gold.cues, c.found.cues)
    c.count("cue overlap", matching, _kind)
    exact = match(c.gold.cues, c.found.cues, lambda one, other: one.span.same(other.span))
    c.tallies["cue exact"] = exact.tally
    c.rate("cue kind", ((g, g.kind == f.kind, _instead(g, f)) for g, f in matching.pairs))
    c.tallies["attribution sentence"] = _sentences(c)
    _sources(c, matching)


def _sentences(c: _Comparison) -> Tally:
    required = {c.gold.sentence(cue.span) for cue in c.gold.cues if not cue.optional}
    excused = {c.gold.sentence(cue.span) for cue in c.gold.cues} - required
    found = {c.gold.sentence(cue.span) for cue in c.found.cues} - excused
    return Tally(len(required & found), len(required - found), len(found - required))


def _sources(c: _Comparison, matching: Matching[Cue, Cue]) -> None:
    named = [(g, f, g.mention) for g, f in matching.pairs if g.mention is not None]
    told = [(g, f.mention, mention, _mentioned(mention, f.mention)) for g, f, mention in named]
    c.rate(
        "source overlap",
        ((g, bool(f and f.shares(mention)), what) for g, f, mention, what in told),
    )
    c.rate(
        "source jaccard",
        (
            (g, f is not None and jaccard(f.words(), mention.words()) >= 0.5, what)
            for g, f, mention, what in told
        ),
    )
    c.rates["source exact"] = Rate(
        sum(f is not None and f.same(mention) for _, f, mention, _ in told), len(told)
    )
    c.rate(
        "source identity",
        (
            (g, _is_same_source(c, g.source, f.source), f"{g.source} was read as {f.source}")
            for g, f in matching.pairs
            if g.source is not None
        ),
    )


def _mentioned(gold: Span, found: Span | None) -> str:
    return f"source {gold.text!r} was read as {found.text if found else None!r}"


def _is_same_source(c: _Comparison, gold: str | None, found: str | None) -> bool:
    """Tell whether a source found is the gold one, by what both are called in the article."""
    mentions = c.found.mentions.get(found or "", ())
    ours = c.gold.mentions.get(gold or "", ())
    if not ours or not any(one.shares(ours[0]) for one in mentions):
        # The first mention names it; who has only a later one has made up another source.
        return False
    votes: Counter[str] = Counter()
    for mention in mentions:
        likeness, best = max(
            (jaccard(mention.words(), one.words()), source)
            for source, known in c.gold.mentions.items()
            for one in known
        )
        votes[best] += likeness > 0
    return votes[gold or ""] == max(votes.values())


def _responses(c: _Comparison) -> None:
    placed = match(c.gold.responses, c.found.responses)
    c.tallies["response place"] = placed.tally
    matching = match(
        c.gold.responses,
        c.found.responses,
        lambda one, other: one.span.shares(other.span) if one.kind == other.kind else 0,
    )
    # Who denies or confirms says so with a cue, and need not have been asked.
    said = [cue.span for cue in c.gold.cues if cue.kind in _SUBSTANCE]
    excused = {
        one
        for one in matching.false
        if one.kind in _SUBSTANCE and any(one.span.shares(span) for span in said)
    }
    false = tuple(one for one in matching.false if one not in excused)
    c.count("response", attrs.evolve(matching, false=false), _kind)
    c.rate(
        "responder overlap",
        (
            (g, bool(f.mention and f.mention.shares(g.mention)), _mentioned(g.mention, f.mention))
            for g, f in matching.pairs
            if g.mention is not None
        ),
    )


def _unclear(c: _Comparison) -> None:
    matching = match(c.gold.unclear, c.found.unclear)
    c.count("unclear", matching, lambda one: _listed(_facets(one)))
    facets = Tally()
    for g, f in matching.pairs:
        facets = facets.plus(_tally_of_sets(g.facets, f.facets))
    for missed in matching.missed:
        facets = facets.plus(Tally(missed=len(missed.facets)))
    for false in matching.false:
        facets = facets.plus(Tally(false=len(false.facets)))
    c.tallies["unclear facets"] = facets
    c.rate(
        "unclear facet set",
        (
            (g, g.facets == f.facets, f"{_listed(g.facets)} was read as {_listed(f.facets)}")
            for g, f in matching.pairs
        ),
    )


def _facets(one: Item) -> frozenset[str]:
    return one.facets if isinstance(one, Unclear) else frozenset()


def _tally_of_sets(gold: frozenset[str], found: frozenset[str]) -> Tally:
    return Tally(len(gold & found), len(gold - found), len(found - gold))


def _quantities(c: _Comparison) -> None:
    matching = match(c.gold.quantities, c.found.quantities)
    c.count("quantity found", matching, _figure)
    pairs = matching.pairs
    c.rate("quantity op", ((g, g.op == f.op, _instead(g, f)) for g, f in pairs))
    c.rate("quantity value", ((g, _is_same_value(g, f), _instead(g, f)) for g, f in pairs))
    c.rates["quantity op and value"] = Rate(
        sum(g.op == f.op and _is_same_value(g, f) for g, f in pairs), len(pairs)
    )


def _is_same_value(gold: Quantity, found: Quantity) -> bool:
    """Compare values; a vague amount has none, and 0.667 is two thirds."""
    if gold.op == "vague":
        return found.op == "vague"
    return all(
        one == other
        or (one is not None and other is not None and abs(one - other) <= abs(one) / 1000)
        for one, other in ((gold.value, found.value), (gold.high, found.high))
    )


def _dates(c: _Comparison) -> None:
    matching = match(c.gold.dates, c.found.dates)
    c.count("date found", matching, _interval)
    pairs = matching.pairs
    c.rates["date edges"] = Rate(sum(g.span.same(f.span) for g, f in pairs), len(pairs))
    c.rate(
        "date interval",
        ((g, f.intervals[0] in g.intervals, _instead(g, f)) for g, f in pairs),
    )
    c.rates["date iou"] = Rate(
        sum(max(_iou(one, f.intervals[0]) for one in g.intervals) for g, f in pairs), len(pairs)
    )


def _iou(one: Interval, other: Interval) -> float:
    """Give the days in both by the days in either; what is open ends far away."""
    (a, b), (c, d) = _days(one), _days(other)
    shared = min(b, d) - max(a, c) + 1
    return max(0, shared) / (b - a + 1 + d - c + 1 - max(0, shared))


def _days(interval: Interval) -> tuple[int, int]:
    earliest, latest = interval
    begins = date.fromisoformat(earliest or "0001-01-01").toordinal()
    return begins, max(begins, date.fromisoformat(latest or "9999-12-31").toordinal())


def _hedges(c: _Comparison) -> None:
    ours, theirs = c.gold.hedges, c.found.hedges
    weak = [[one for one in side if one.classes - _WEAKENS_NOTHING] for side in (ours, theirs)]
    c.count("hedge", match(weak[0], weak[1]), _class)
    for name in sorted({name for one in (*ours, *theirs) for name in one.classes}):
        # An optional hedge stays, so that it can excuse one of another class.
        of_class = match(
            [one for one in ours if name in one.classes or one.optional],
            [one for one in theirs if name in one.classes],
        )
        c.tallies[f"hedge {name}"] = of_class.tally


def _claims(c: _Comparison) -> None:
    matching = match_claims(c.gold.claims, c.found.claims, c.gold)
    c.count("claim", matching, lambda one: "claim")
    c.rate("claim attribution", claim_attribution(matching, lambda g, f: _is_theirs(c, g, f)))


def _is_theirs(c: _Comparison, gold: Claim, found: Claim) -> bool:
    if gold.kind == "own_voice" or found.kind == "own_voice":
        return gold.kind == found.kind
    return gold.source is None or _is_same_source(c, gold.source, found.source)


def _traps(c: _Comparison) -> None:
    answers = [(trap, list(trap_hits(trap, c.gold, c.found))) for trap in c.gold.traps]
    c.rates["trap"] = Rate(sum(not hits for _, hits in answers), len(answers))
    for trap, hits in answers:
        for layer, span in hits:
            c.miss("trap", f"read as a {layer}; {trap.why}", span)


_PARTS = (_cues, _responses, _unclear, _quantities, _dates, _hedges, _claims, _traps)


def _instead(gold: Item, found: Item) -> str:
    return f"{_told(gold)} was read as {_told(found)}"


def _told(item: Item) -> str:
    return next(told(item) for told in (_kind, _figure, _interval, _class) if told(item))


def _kind(item: Item) -> str:
    return item.kind if isinstance(item, Cue | Response) else ""


def _figure(item: Item) -> str:
    if not isinstance(item, Quantity):
        return ""
    return f"{item.op} {item.value}" + ("" if item.high is None else f" to {item.high}")


def _interval(item: Item) -> str:
    if not isinstance(item, Date):
        return ""
    earliest, latest = item.intervals[0]
    return f"{earliest or '..'}/{latest or '..'}"


def _class(item: Item) -> str:
    return "+".join(sorted(item.classes)) if isinstance(item, Hedge) else ""


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"
