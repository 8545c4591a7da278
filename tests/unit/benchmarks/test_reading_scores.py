"""The scorer gives the numbers that a person would count."""

import copy
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from benchmarks.reading_goals import ARTICLES, LAYERS, SEED, table
from benchmarks.reading_scores import score
from benchmarks.reading_tallies import Rate, Scores, Tally, total

FOLDER = Path(__file__).parents[2] / "articles"
NAMES = sorted(f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("*/*.json"))

Gold = dict[str, Any]

TEXT = (
    'At least 40 ferries were sold in May, the mayor said. "They may go", she added on Monday. '
    "It is unclear who paid. The port declined to comment."
)


def span(words: str, after: int = 0) -> Gold:
    """Give a span of the text."""
    start = TEXT.index(words, after)
    return {"text": words, "start": start, "end": start + len(words)}


def record(number: int, content: Gold, cue: Gold | None, kind: str) -> Gold:
    """Give a claim of the mayor's, or of the article's own."""
    return {
        "id": f"r{number}",
        "type": "claim",
        "content": content,
        "attribution": {
            "kind": kind,
            "sources": ["s0" if cue is None else "s1"],
            "cue": cue,
            "scope": "certain",
        },
    }


def example() -> Gold:
    """Give the gold file of the text."""
    sentences = [TEXT[:53], TEXT[54:89], TEXT[90:113], TEXT[114:]]
    said, added = span("said"), span("added")
    return {
        "article": {"language": "en"},
        "sentences": [span(one) for one in sentences],
        "sources": [
            {"id": "s0", "kind": "self", "mentions": []},
            {"id": "s1", "kind": "person", "mentions": [span("the mayor"), span("she")]},
            {"id": "p1", "kind": "organisation", "mentions": [span("The port")]},
        ],
        "cues": [
            {**said, "kind": "said", "source": "s1", "mention": span("the mayor")},
            {**added, "kind": "added", "source": "s1", "mention": span("she")},
        ],
        "records": [
            record(1, span("At least 40 ferries were sold in May"), said, "said"),
            record(2, span("They may go"), added, "added"),
        ],
        "responses": [
            {
                "kind": "declined_to_comment",
                "responder": "p1",
                "mention": span("The port"),
                "cue": span("declined to comment"),
            }
        ],
        "unclear": [{**span("It is unclear who paid"), "facets": ["who"]}],
        "quantities": [{**span("At least 40"), "op": "ge", "value": 40}],
        "dates": [
            {**span("in May"), "earliest": "2026-05-01", "latest": "2026-05-31"},
            {
                **span("on Monday"),
                "earliest": "2026-06-01",
                "latest": "2026-06-01",
                "accept": [["2026-06-08", "2026-06-08"]],
            },
        ],
        "hedges": [{**span("may"), "class": "modal"}],
        "traps": [{**span("may"), "layers": ["date"], "why": "no month"}],
    }


def scores(**changes: Any) -> Scores:
    """Score the example with some layers found otherwise."""
    return score(example(), {**copy.deepcopy(example()), **changes}, TEXT)


def is_perfect(found: Scores) -> bool:
    """Tell whether nothing at all is wrong."""
    return (
        not found.misses
        and all(not tally.missed and not tally.false for tally in found.tallies.values())
        and all(rate.right == rate.of for rate in found.rates.values())
    )


@pytest.mark.parametrize("name", NAMES)
def test_gold_file_agrees_with_itself(name: str) -> None:
    """A gold file against itself has nothing missed, nothing false, and no trap."""
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    text = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")

    assert is_perfect(score(gold, copy.deepcopy(gold), text))


def test_example_agrees_with_itself() -> None:
    """What is found as it should be is counted, layer by layer."""
    found = scores()

    assert is_perfect(found)
    assert Tally(hit=2) == found.tallies["attribution sentence"]
    assert Rate(2, 2) == found.rates["source identity"]
    assert Rate(1, 1) == found.rates["trap"]


def test_nothing_found_is_all_missed() -> None:
    """An empty document misses everything and has nothing false."""
    found = score(example(), {"sources": [], "records": []}, TEXT)

    assert Tally(missed=2) == found.tallies["cue overlap"]
    assert Tally(missed=2) == found.tallies["claim"]
    assert Tally(missed=1) == found.tallies["unclear facets"]
    assert Rate(1, 1) == found.rates["trap"]
    assert 1.0 == found.tallies["cue overlap"].precision
    assert 0.0 == found.tallies["cue overlap"].recall


def test_layers_are_gathered_from_records() -> None:
    """A document without a list of cues has those of its records, each once."""
    found = {key: part for key, part in example().items() if key != "cues"}
    found["records"] = [*found["records"], found["records"][0]]

    assert Tally(hit=2) == score(example(), found, TEXT).tallies["cue exact"]


def test_wider_cue_overlaps_but_is_not_exact() -> None:
    """A cue with a word too many is found, and not exact."""
    cues = example()["cues"]
    cues[0].update(span("mayor said"))
    found = scores(cues=cues)

    assert Tally(hit=2) == found.tallies["cue overlap"]
    assert Tally(hit=1, missed=1, false=1) == found.tallies["cue exact"]


def test_cue_of_another_kind() -> None:
    """The kind is judged on cues that were found."""
    cues = example()["cues"]
    cues[0]["kind"] = "warned"
    found = scores(cues=cues)

    assert Rate(1, 2) == found.rates["cue kind"]
    assert ["said was read as warned"] == [miss.what for miss in found.misses]


def test_false_cue_makes_its_sentence_false() -> None:
    """A cue where none is counts against the cues and against the sentences."""
    extra = {**span("declined"), "kind": "said", "source": None, "mention": None}
    found = scores(cues=[*example()["cues"], extra])

    assert Tally(hit=2, false=1) == found.tallies["cue overlap"]
    assert Tally(hit=2, false=1) == found.tallies["attribution sentence"]


def test_how_it_was_said_is_no_cue() -> None:
    """A cue of the kind "medium" is left out."""
    extra = {**span("on Monday"), "kind": "medium", "source": None}

    assert Tally(hit=2) == scores(cues=[*example()["cues"], extra]).tallies["cue overlap"]


@pytest.mark.parametrize("is_found", [True, False])
def test_optional_item_is_not_counted(is_found: bool) -> None:
    """An optional cue is neither missed nor false, and its sentence is neither."""
    gold, found = example(), example()
    gold["cues"][1]["optional"] = True
    if not is_found:
        del found["cues"][1]
    tallies = score(gold, found, TEXT).tallies

    assert Tally(hit=1) == tallies["cue overlap"]
    assert Tally(hit=1) == tallies["attribution sentence"]


def test_longer_source() -> None:
    """A source with the outlet's name in it overlaps, and may share half of its words or not."""
    cues = example()["cues"]
    cues[0]["mention"] = span("May, the mayor")
    cues[1]["mention"] = span('They may go", she')
    found = scores(cues=cues)

    assert Rate(2, 2) == found.rates["source overlap"]
    assert Rate(1, 2) == found.rates["source jaccard"]
    assert Rate(0, 2) == found.rates["source exact"]


def test_pronoun_as_a_source_of_its_own_is_another_source() -> None:
    """Who does not link "she" to the mayor has made up a source."""
    found = example()
    found["sources"][1]["mentions"] = [span("the mayor")]
    found["sources"].append({"id": "s2", "kind": "person", "mentions": [span("she")]})
    found["cues"][1]["source"] = "s2"

    assert Rate(1, 2) == score(example(), found, TEXT).rates["source identity"]


def test_everybody_in_one_source_is_not_the_source() -> None:
    """A source that swallows others is not right for those with fewer mentions."""
    found = example()
    port = found["sources"].pop()
    found["sources"][1]["mentions"] += [*port["mentions"], span("It"), span("who")]
    gold = example()
    gold["sources"][2]["mentions"] += [span("It"), span("who")]

    assert Rate(0, 2) == score(gold, found, TEXT).rates["source identity"]


def test_source_without_mention_is_the_nearest_one() -> None:
    """Where a cue does not say how its source is named, the nearest mention counts."""
    cues = [
        {key: part for key, part in cue.items() if key != "mention"} for cue in example()["cues"]
    ]

    assert Rate(2, 2) == scores(cues=cues).rates["source exact"]


def test_response_of_another_kind() -> None:
    """A response of another kind is missed and false, but in its place."""
    responses = example()["responses"]
    responses[0]["kind"] = "did_not_respond"
    found = scores(responses=responses)

    assert Tally(missed=1, false=1) == found.tallies["response"]
    assert Tally(hit=1) == found.tallies["response place"]


def test_denial_that_is_a_cue_is_no_false_response() -> None:
    """Who denies says so with a cue; a response besides is neither asked for nor wrong."""
    gold = example()
    gold["cues"][0]["kind"] = "denied"
    found = copy.deepcopy(gold)
    denied = {"kind": "denied", "responder": "s1", "cue": span("said")}
    found["responses"].append(denied)

    assert Tally(hit=1) == score(gold, found, TEXT).tallies["response"]


def test_facets() -> None:
    """A facet too many counts once among the facets and makes the set wrong."""
    found = scores(unclear=[{**span("unclear who"), "facets": ["when", "who"]}])

    assert Tally(hit=1) == found.tallies["unclear"]
    assert Tally(hit=1, false=1) == found.tallies["unclear facets"]
    assert Rate(0, 1) == found.rates["unclear facet set"]


@pytest.mark.parametrize(
    ("op", "value", "right"),
    [
        ("ge", 40, (1, 1, 1)),
        ("gt", 40, (0, 1, 0)),
        ("ge", 41, (1, 0, 0)),
        ("ge", "40.0", (1, 1, 1)),
    ],
)
def test_quantity(op: str, value: object, right: tuple[int, int, int]) -> None:
    """The bound and the value are judged apart and together."""
    found = scores(quantities=[{**span("40"), "op": op, "value": value}])

    assert Tally(hit=1) == found.tallies["quantity found"]
    assert tuple(Rate(one, 1) for one in right) == (
        found.rates["quantity op"],
        found.rates["quantity value"],
        found.rates["quantity op and value"],
    )


def test_fraction_may_be_a_decimal() -> None:
    """Two thirds are 0.667, and not 0.6."""
    gold = example()
    gold["quantities"][0]["value"] = "2/3"

    def right(value: object) -> float:
        found = {**gold, "quantities": [{**span("40"), "op": "ge", "value": value}]}
        return score(gold, found, TEXT).rates["quantity value"].share

    assert [1.0, 1.0, 0.0] == [right(0.667), right(str(Fraction(2, 3))), right(0.6)]


@pytest.mark.parametrize("monday", ["2026-06-01", "2026-06-08"])
def test_every_accepted_interval_is_right(monday: str) -> None:
    """A date may have several right readings."""
    dates = example()["dates"]
    dates[1] = {**span("Monday"), "earliest": monday, "latest": monday}
    found = scores(dates=dates)

    assert Rate(2, 2) == found.rates["date interval"]
    assert Rate(1, 2) == found.rates["date edges"]


def test_part_of_an_interval() -> None:
    """Half of a month is a wrong interval, and half right by its days."""
    dates = example()["dates"]
    dates[0]["latest"] = "2026-05-15"
    found = scores(dates=dates)

    assert Rate(1, 2) == found.rates["date interval"]
    assert 1 + 15 / 31 == pytest.approx(found.rates["date iou"].right)


def test_date_without_words_is_no_expression() -> None:
    """A date that a reader inferred is not counted among the expressions."""
    derived = {"text": None, "start": None, "end": None, "earliest": None, "latest": "2026-06-01"}

    assert Tally(hit=2) == scores(dates=[*example()["dates"], derived]).tallies["date found"]


def test_hedge_of_another_class() -> None:
    """A hedge is found whatever its class, and counted by class besides."""
    found = scores(hedges=[{**span("may"), "class": "plan"}])

    assert Tally(hit=1) == found.tallies["hedge"]
    assert Tally(missed=1) == found.tallies["hedge modal"]
    assert Tally(false=1) == found.tallies["hedge plan"]


def test_trap_that_is_fallen_into() -> None:
    """The modal verb read as a month is a false date and a trap hit."""
    month = {**span("may"), "earliest": "2026-05-01", "latest": "2026-05-31"}
    found = scores(dates=[*example()["dates"], month])

    assert Rate(0, 1) == found.rates["trap"]
    assert Tally(hit=2, false=1) == found.tallies["date found"]
    assert ["read as a date; no month"] == [m.what for m in found.misses if m.metric == "trap"]


def test_trap_inside_a_right_finding() -> None:
    """A finding may hold a trap where a gold finding does; the trap alone is still a hit."""
    gold = example()
    gold["traps"] = [{**span("May"), "layers": ["date"], "why": "alone"}]
    alone = {**gold, "dates": [{**span("May"), "earliest": None, "latest": None}]}

    assert Rate(1, 1) == score(gold, gold, TEXT).rates["trap"]
    assert Rate(0, 1) == score(gold, alone, TEXT).rates["trap"]


def test_claim_that_shares_half_of_its_words() -> None:
    """A claim is found if half of the words of both are in both."""
    records = example()["records"]
    records[0]["content"] = span("40 ferries were sold")
    records[1]["content"] = span('They may go", she added on Monday')
    found = scores(records=records)

    assert Tally(hit=1, missed=1, false=1) == found.tallies["claim"]
    assert Rate(1, 1) == found.rates["claim attribution"]


def test_claim_in_the_wrong_voice() -> None:
    """A claim of the mayor's that is given to the article is found, in the wrong voice."""
    records = example()["records"]
    records[0]["attribution"] = {"kind": "own_voice", "sources": ["s0"], "cue": None}
    found = scores(records=records)

    assert Tally(hit=2) == found.tallies["claim"]
    assert Rate(1, 2) == found.rates["claim attribution"]


def test_ambiguous_clause_may_be_within_its_neighbour() -> None:
    """A clause of open scope is right on its own and inside the claim beside it."""
    gold = example()
    clause = record(3, span("sold in May"), None, "own_voice")
    clause["attribution"]["scope"] = "ambiguous"
    gold["records"][0]["content"] = span("At least 40 ferries")
    gold["records"].append(clause)
    found = score(gold, example(), TEXT)

    assert Tally(hit=3) == found.tallies["claim"]
    assert Rate(2, 2) == found.rates["claim attribution"]


def test_words_must_be_those_of_the_text() -> None:
    """A span that does not quote the text is an error of the document, told by its words."""
    cues = example()["cues"]
    cues[0]["start"] += 1
    cues[0]["end"] += 1

    with pytest.raises(ValueError, match="found: 'said' is not what stands at"):
        scores(cues=cues)


def test_scores_add_up() -> None:
    """The total of several articles is the sum of their counts, whatever each has."""
    some = Scores({"claim": Tally(1, 2, 3)}, {"trap": Rate(1, 2)})
    more = Scores({"claim": Tally(1, 0, 0), "hedge plan": Tally(0, 1, 0)}, {})
    summed = total([some, more])

    assert {"claim": Tally(2, 2, 3), "hedge plan": Tally(0, 1, 0)} == summed.tallies
    assert {"trap": Rate(1, 2)} == summed.rates


def test_measures() -> None:
    """Precision, recall and their mean are those of the textbooks."""
    tally = Tally(hit=6, missed=2, false=4)

    assert [0.6, 0.75, 2 / 3] == pytest.approx([tally.precision, tally.recall, tally.f1])


def test_table_marks_what_is_missed() -> None:
    """A goal that is not reached is marked, others are shown."""
    lines = list(table(scores(cues=[]), ARTICLES["ro"], ("attribution", "trap")))

    assert "P ≥ 0.95  R ≥ 0.92 MISSED" in lines[1]
    assert lines[-1].endswith("0 hit of 1                        ≥ 1")


def test_every_goal_is_about_a_metric() -> None:
    """Goals name metrics that a table shows, and measures that the metric has."""
    found = scores()
    metrics = {metric for names in LAYERS.values() for metric in names}

    for goal in (*SEED, *ARTICLES["en"], *ARTICLES["ro"]):
        kept = found.rates if goal.measure == "share" else found.tallies
        assert goal.metric in metrics
        assert hasattr(kept[goal.metric], goal.measure)
