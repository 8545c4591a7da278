"""What a follow-up file cannot say is refused, all of it at once, each problem with its path."""

import json
import math
from datetime import date, time
from typing import Any

import pytest

from claimtrack.errors import FollowUpFileError
from claimtrack.interop.follow_up_files import from_dict, parse_lines, parse_toml

HEAD = """\
[report]
url = "https://news.example/1"
[sources.it]
description = "an aide"
[[updates]]
claim = "a"
evidence = { source = "it" }
"""
UPDATE = HEAD + '[[updates]]\nclaim = "a"\n'
IT = {"it": {"description": "an aide"}}


def problems(data: Any) -> list[str]:
    """Read bad data, and give what is said about it."""
    with pytest.raises(FollowUpFileError) as caught:
        from_dict(data)
    return list(caught.value.problems)


def of_toml(text: str) -> list[str]:
    """Read a bad file, and give what is said about it."""
    with pytest.raises(FollowUpFileError) as caught:
        parse_toml(text.encode(), "story.toml")

    assert "story.toml" == caught.value.file
    return list(caught.value.problems)


def test_every_problem_is_told_at_once() -> None:
    """One reading finds what is wrong in the report, in sources, claims, updates, withdrawals."""
    text = """
    version = 1
    [report]
    outlet = "Example News"
    relays = ["Example News"]
    publishd_at = 2025-11-26
    [sources.it]
    count = 0
    kind = "people"
    [[claims]]
    id = "Belarus/Talks"
    text = " "
    lang = "english!"
    [[updates]]
    claim = "a"
    evidence = { source = "it", stance = "sez", hedges = "could" }
    [[updates]]
    unclear = ["Who?"]
    [[updates]]
    claim = "a"
    [[withdrawals]]
    by = "nobody"
    """

    expected = [
        (2, "unknown key @ $.version"),
        (6, "unknown key, did you mean 'published_at'? @ $.report.publishd_at"),
        (8, "must be a whole number from 1, got 0 @ $.sources.it.count"),
        (
            9,
            (
                "must be one of person, group, office, organisation, outlet, document, dataset,"
                " account, got 'people' @ $.sources.it.kind"
            ),
        ),
        (
            11,
            (
                "must be 1 to 80 of a-z, 0-9 and '-', no '-' at either end, got 'Belarus/Talks'"
                " @ $.claims[0].id"
            ),
        ),
        (12, "must not be empty, got ' ' @ $.claims[0].text"),
        (13, "must be a language tag such as ro or en-GB, got 'english!' @ $.claims[0].lang"),
        (
            16,
            (
                "must be one of asserts, confirms, denies, contradicts, doubts, observes, got"
                " 'sez' @ $.updates[0].evidence.stance"
            ),
        ),
        (16, "must be a list, got 'could' @ $.updates[0].evidence.hedges"),
        (17, "must name a claim, or several under claims @ $.updates[1]"),
        (
            18,
            (
                "must be a slot: a-z, 0-9 and '_', a letter first, at most 40, got 'Who?'"
                " @ $.updates[1].unclear"
            ),
        ),
        (19, "must say what happened, by a key such as evidence, unclear or note @ $.updates[2]"),
        (
            22,
            "must be one of source, outlet, desk, entry_error, got 'nobody' @ $.withdrawals[0].by",
        ),
    ]
    assert [f"line {line}: {reason}" for line, reason in expected] == of_toml(text)


REFUSED = [
    # The whole
    (" \n", "must not be empty @ $"),
    ("#", "is missing @ $.report"),
    ('[report]\nurl = "u"\n', "must change something: by claims, updates or withdrawals @ $"),
    (f"format = 2\n{HEAD}", "must be 1, the one format that this release reads, got 2 @ $.format"),
    (f"format = true\n{HEAD}", "must be 1, the one format that this release reads, got true"),
    (f'key = "a\\nb"\n{HEAD}', "must be one line, got 'a\\nb' @ $.key"),
    (f'claims = "a"\n{HEAD}', "must be a list, got 'a' @ $.claims"),
    # The report
    (
        '[report]\noutlet = "A"\n',
        "needs an id, a url, a digest, or outlet, title and time together",
    ),
    ('[report]\nurl = "u"\noutlet = "A"\nrelays = ["A"]\n', "must not hold the report itself"),
    ('[report]\nurl = "u"\nrelays = ["u"]\n', "got ['u'] @ $.report.relays"),
    ('[report]\nurl = "u"\nzone = "Mars/Olympus"\n', "must be an IANA time zone or an offset"),
    ('[report]\nurl = "u"\npublished_at = "soon"\n', "must be ISO 8601 or EDTF, such as"),
    ('[report]\nurl = "u"\npublished_at = "2025-02-30"\n', "got '2025-02-30' @ $.report.published"),
    ('[report]\nurl = "u"\npublished_at = 10:30:00\n', "must be a date, got 10:30:00"),
    ('[report]\nurl = "u"\npublished_at = { phrase = "" }\n', "needs a bound or a phrase"),
    (
        (
            '[report]\nurl = "u"\npublished_at = { earliest = 2025-11-26T10:00:00Z,'
            " latest = 2025-11-26T09:00:00Z }\n"
        ),
        "must end after it begins",
    ),
    (
        '[report]\nurl = "u"\npublished_at = { earliest = 2025-11-26T10:00:00 }\n',
        (
            "must be a time with its offset from UTC, such as 2025-12-02T14:10+01:00,"
            " got 2025-11-26T10:00:00 @ $.report.published_at.earliest"
        ),
    ),
    ('[report]\nurl = "u"\ntitle = "\\u0000"\n', "must not hold U+0000 or a lone surrogate"),
    ("[report]\nurl = 7\n", "must be text, got 7 @ $.report.url"),
    ('[report]\nurl = "u"\nours = "yes"\n', "must be true or false, got 'yes' @ $.report.ours"),
    # Sources
    (f"{HEAD}[sources.other]\ndescription = 'x'\n", "the source is never used @ $.sources.other"),
    (f"{HEAD}[sources.no]\ntold = 'Reuters'\n", "needs a name or a description @ $.sources.no"),
    (f"{HEAD}[sources.no]\nname = 'Jo'\n", "is missing beside a name @ $.sources.no.kind"),
    (
        f'{HEAD}[sources."a\\nb"]\ndescription = "x"\n',
        "must be one line, got 'a\\nb' @ $.sources['a",
    ),
    (f"{HEAD}[sources.no]\nname = 'Jo'\nreliability = 'G'\n", "must be one of A, B, C, D, E, F"),
    (f'{UPDATE}evidence = {{ source = "them" }}', "no source of this name in the file, got 'them'"),
    (
        f'{UPDATE}evidence = {{ source = "itt" }}',
        (
            "no source of this name in the file, did you mean 'it'?, got 'itt'"
            " @ $.updates[1].evidence.source"
        ),
    ),
    # Claims
    (f"{HEAD}[[claims]]\nid = 'a'\n", "is missing @ $.claims[0].text"),
    (
        f"{HEAD}[[claims]]\nid = 'a'\ntext = 'A'\n[[claims]]\nid = 'a'\ntext = 'B'\n",
        "must be opened once, and $.claims[0] opens it, got 'a' @ $.claims[1]",
    ),
    (
        f"{UPDATE}open = {{ text = 'A' }}\n[[claims]]\nid = 'a'\ntext = 'B'\n",
        "must be opened once, and $.claims[0] opens it, got 'a' @ $.updates[1].open",
    ),
    (f"{HEAD}[[claims]]\nid = 'a'\ntext = 'A'\nkind = 'fact'\n", "must be one of event, state"),
    (
        f"{HEAD}[[claims]]\nid = 'a'\ntext = 'A'\nlang = 'en'\ntranslations.en = 'B'\n",
        "must be in other languages than the claim itself, got 'en' @ $.claims[0].translations",
    ),
    (
        f"{HEAD}[[claims]]\nid = 'a'\ntext = 'A'\ntranslations.ro = 3\n",
        "must be text, got 3 @ $.claims[0].translations.ro",
    ),
    (f"{HEAD}[[claims]]\nid = 'a'\ntext = 'A'\nstory = '../b'\n", "got '../b' @ $.claims[0].story"),
    # Updates
    (f"{UPDATE}note = 'n'\nunclear = ['who']", "must say one thing, not unclear and note"),
    (f"{UPDATE}claims = ['b']\nnote = 'n'", "must name a claim, or several under claims"),
    (
        f"{HEAD}[[updates]]\nclaims = ['b', 'b']\nnote = 'n'",
        "must name each claim once, and at least one, got ['b', 'b'] @ $.updates[1].claims",
    ),
    (f"{HEAD}[[updates]]\nclaims = []\nnote = 'n'", "must name each claim once, and at least one"),
    (f"{UPDATE}evidnce = {{}}", "unknown key, did you mean 'evidence'? @ $.updates[1].evidnce"),
    (f"{UPDATE}note = ''", "must not be empty, got '' @ $.updates[1].note"),
    (f"{UPDATE}note = 'n'\nread = {{ start = 3 }}", "must give start and end, or neither"),
    (f"{UPDATE}note = 'n'\nread = {{ start = 3, end = 1 }}", "must begin at 0 or later"),
    (f"{UPDATE}unclear = []", "must not be empty, got [] @ $.updates[1].unclear"),
    (f"{UPDATE}lift_ruling = false", "must be true, got false @ $.updates[1].lift_ruling"),
    (f"{UPDATE}rule = {{ status = 'true' }}", "must be one of unverified, reported, corroborated"),
    (f"{UPDATE}credibility = 7", "must be 1 to 6, got 7 @ $.updates[1].credibility"),
    (f"{UPDATE}credibility = 'high'", "must be 1 to 6, or policy, got 'high'"),
    (
        f"{UPDATE}take_back = {{ given = 0, by = 'desk' }}",
        "must be a revision: 1, 2, 3, ..., got 0",
    ),
    (f"{UPDATE}work = {{ state = 'lazy' }}", "must be one of new, checking, waiting, done"),
    (
        f"{UPDATE}work = {{ recheck_by = 2025-12-01 }}",
        "got 2025-12-01 @ $.updates[1].work.recheck_",
    ),
    (f"{UPDATE}link = {{ kind = 'next', other = 'b' }}", "must be one of contradicts, refines"),
    (f"{UPDATE}link = {{ kind = 'refines', other = 'B' }}", "got 'B' @ $.updates[1].link.other"),
    (f"{UPDATE}independence = {{ sources = ['it'] }}", "must name two sources, got ['unnamed:"),
    (f"{UPDATE}independence = {{ sources = ['it', 'it'] }}", "must be two different sources"),
    (f"{UPDATE}independence = {{ sources = ['it', {{}}] }}", "is missing @ $.updates[1].independe"),
    # Evidence and responses
    (f"{UPDATE}evidence = 'it'", "must be a table, got 'it' @ $.updates[1].evidence"),
    (
        f"{UPDATE}evidence = {{ source = 'it', own_voice = true }}",
        "must be an outlet's, got 'person'",
    ),
    (f"{UPDATE}evidence = {{ source = 'it', authentication = 'x' }}", "is for documents alone"),
    (f"{UPDATE}evidence = {{ source = 'it', terms = 'secret' }}", "must be one of on_record, back"),
    (f"{UPDATE}evidence = {{ source = 'it', hedges = [''] }}", "$.updates[1].evidence.hedges[0]"),
    (
        f"{UPDATE}response = {{ party = 'it', outcome = 'maybe' }}",
        "must be one of pending, confirmed, denied, statement, declined,",
    ),
    (
        f"{UPDATE}response = {{ party = 'it', outcome = 'declined', standing = 'actor' }}",
        (
            "is for an answer that is evidence, since it confirms or denies, got 'actor'"
            " @ $.updates[1].response.standing"
        ),
    ),
    (
        f"{UPDATE}sought = {{ party = 'it', outcome = 'declined' }}",
        (
            "must be pending or not_sought; what came of it is a response, got 'declined'"
            " @ $.updates[1].sought.outcome"
        ),
    ),
    # Relays in a circle
    (
        f"{UPDATE}evidence = {{ source = 'it', relayed_by = ['it'] }}",
        "must not hold the source, got ['an aide'] @ $.updates[1].evidence.relayed_by",
    ),
    (
        (
            f"{UPDATE}evidence = {{ source = 'it', relayed_by = ['mayor'] }}\n"
            "[[updates]]\nclaim = 'a'\nevidence = { source = 'mayor', relayed_by = ['it'] }\n"
            "[sources.mayor]\ndescription = 'the mayor'\n"
        ),
        "relays go round in a circle: ",
    ),
    # Slots and figures
    (f"{UPDATE}answer = {{ slot = 'who' }}", "needs a text, a figure or a window"),
    (f"{UPDATE}close = {{ slot = 'who' }}", "needs a text, a figure or a window"),
    (f"{UPDATE}close = {{ slot = 'who', text = 'x', none = true }}", "must stand without a value"),
    (f"{UPDATE}answer = {{ slot = 'who', figure = {{}} }}", "needs a bound or a phrase"),
    (
        f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = 2, high = 1 }} }}",
        "must not lie above 1, got 2 @ $.updates[1].answer.figure.low",
    ),
    (
        f"{UPDATE}answer = {{ slot = 'x', figure = {{ exactly = 2, low = 1 }} }}",
        "must stand without low and high, got 2 @ $.updates[1].answer.figure.exactly",
    ),
    (
        f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = nan }} }}",
        "must be a finite number, got",
    ),
    (f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = inf }} }}", "got Infinity @ $.updates[1]"),
    (f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = 1e9999999999999999999 }} }}", "got NaN"),
    (f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = 1e99 }} }}", "of at most 30 digits"),
    (
        f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = 'a few' }} }}",
        "must be a whole or decim",
    ),
    (
        f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = true }} }}",
        "must be a whole number, got",
    ),
    # Withdrawals
    (
        f"{HEAD}[[withdrawals]]\nreport = 'r'\noutlet = 'o'\n",
        "must name one report, source or outlet, got ['r', 'o'] @ $.withdrawals[0]",
    ),
    (f"{HEAD}[[withdrawals]]\noutlet = 'o'\n", "must be named beside an outlet"),
    (f"{HEAD}[[withdrawals]]\nsource = 'them'\n", "no source of this name in the file, got 'them'"),
]


@pytest.mark.parametrize(("text", "problem"), REFUSED)
def test_is_refused(text: str, problem: str) -> None:
    """The problem is told, with its path."""
    found = of_toml(text)

    assert [] != [one for one in found if problem in one], found
    assert all(" @ $" in one for one in found)


def test_unknown_keys_are_told_wherever_they_stand() -> None:
    """No table takes a key that it does not know."""
    data = {
        "report": {"url": "u", "x": 1},
        "sources": {"it": {"description": "d", "x": 1}},
        "claims": [{"id": "a", "text": "A", "x": 1}],
        "updates": [
            {
                "claim": "a",
                "evidence": {"source": "it", "x": 1, "terms": {"kind": "background", "x": 1}},
            },
            {"claim": "a", "answer": {"slot": "who", "figure": {"low": 1, "x": 1}, "x": 1}},
        ],
        "x": 1,
    }

    assert {
        "unknown key @ $.report.x",
        "unknown key @ $.sources.it.x",
        "unknown key @ $.claims[0].x",
        "unknown key @ $.updates[0].evidence.x",
        "unknown key @ $.updates[0].evidence.terms.x",
        "unknown key @ $.updates[1].answer.figure.x",
        "unknown key @ $.updates[1].answer.x",
        "unknown key @ $.x",
    } == set(problems(data))


def test_a_newer_format_is_refused_before_anything_else() -> None:
    """What a newer release wrote is not measured by the rules of this one."""
    assert ["must be 1, the one format that this release reads, got 2 @ $.format"] == problems(
        {"format": 2, "papers": []}
    )


# Bytes that are neither --------------------------------------------------------------------------


def test_toml_that_is_none_keeps_line_and_column() -> None:
    """The parser's place is told."""
    assert ["not TOML: Invalid value (at line 2, column 7) @ $"] == of_toml("[report]\nurl = = 1")


def test_toml_that_defines_a_source_twice_is_none() -> None:
    """TOML itself allows each table once."""
    (problem,) = of_toml("[sources.it]\nkind = 'person'\n[sources.it]\nkind = 'office'\n")

    assert problem.startswith("not TOML: Cannot declare ('sources', 'it') twice (at line 3")


def test_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    """Line and byte are told, for a file and for a line of a pipe."""
    with pytest.raises(FollowUpFileError, match=r"not UTF-8 \(at line 2, byte 8\) @ \$"):
        parse_toml(b"[report]\ntitle =\xff 'x'")
    with pytest.raises(
        FollowUpFileError,
        match=r"line 2: not JSON, .*: not UTF-8 \(at line 1, byte 1",
    ):
        list(parse_lines([b"\n", b"\xff"]))


@pytest.mark.parametrize("line", [b"{", b"[report]", b"{'a': 1}", b'{"a": 01}', b"\xef\xbb\xbf{"])
def test_json_that_is_none_is_told_with_its_line(line: bytes) -> None:
    """The number of the line in the pipe stands before the problem."""
    with pytest.raises(FollowUpFileError, match=r"^pipe: line 3: not JSON, one object a line: "):
        list(parse_lines([b"", b"  \n", line], "pipe"))


@pytest.mark.parametrize("data", [[], "text", 3, None, True])
def test_what_is_no_table_is_refused(data: Any) -> None:
    """A line may be JSON and still no follow-up."""
    (problem,) = problems(data)

    assert problem.startswith("must be a table, got ")


def test_json_that_gives_a_key_twice_is_refused() -> None:
    """A second source of the same name would replace the first in silence."""
    line = b"""{"report": {"url": "u", "url": "v"}, "report": {"url": "w", "url": "x"},
        "sources": {"it": {"description": "a"}, "it": {"description": "b"}},
        "claims": [{"id": "a", "text": "A", "translations": {"ro": "x", "ro": "y"}}],
        "updates": [{"claim": "a", "evidence": {"source": "it"}}]}""".replace(b"\n", b"")
    with pytest.raises(FollowUpFileError) as caught:
        list(parse_lines([line]))

    assert {
        "line 1: must be given once, is given twice @ $.report",
        "line 1: must be given once, is given twice @ $.report.url",
        "line 1: must be given once, is given twice @ $.sources.it",
        "line 1: must be given once, is given twice @ $.claims[0].translations.ro",
    } == set(caught.value.problems)


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999999999999999999999"])
def test_json_numbers_without_end_are_refused_where_they_stand(number: bytes) -> None:
    """JSON has no such numbers, and Python's reader takes them."""
    line = (
        b'{"report":{"url":"u"},"updates":[{"claim":"a","answer":'
        b'{"slot":"x","figure":{"low":' + number + b"}}}]}"
    )
    with pytest.raises(FollowUpFileError, match=r"finite number.* @ \$\.updates\[0\]\.answer\."):
        list(parse_lines([line]))


# Hostile input -----------------------------------------------------------------------------------


@pytest.mark.parametrize("depth", [200, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    """A wall of brackets ends in a problem, not in a crash."""
    lists = "[" * depth + "]" * depth
    with pytest.raises(FollowUpFileError):
        parse_toml(f"x = {lists}".encode())
    with pytest.raises(FollowUpFileError):
        list(parse_lines([lists.encode()]))
    with pytest.raises(FollowUpFileError):
        list(parse_lines([f'{{"report": {lists}}}'.encode()]))
    dotted = ".".join(["a"] * min(depth, 5_000))
    with pytest.raises(FollowUpFileError):
        parse_toml(f"[report]\nurl.{dotted} = 1".encode())


@pytest.mark.parametrize("digits", ["9" * 5000, f"0x{'f' * 5000}"])
def test_numbers_without_measure_are_refused(digits: str) -> None:
    """Thousands of digits are told in a few words."""
    for text in (
        f"{UPDATE}take_back = {{ given = {digits}, by = 'desk' }}",
        f"{UPDATE}answer = {{ slot = 'x', figure = {{ low = {digits} }} }}",
    ):
        assert all(len(problem) < 300 for problem in of_toml(text))


def test_texts_without_measure_are_refused() -> None:
    """A dump of ten million characters is refused, and not repeated in the message."""
    dump = "x" * 10_000_000
    found = problems(
        {
            "report": {"url": dump, "title": dump, dump: 1},
            "updates": [{"claim": dump, "note": dump}],
        }
    )

    assert 5 == len(found)
    assert all(len(problem) < 300 for problem in found)


def test_lone_surrogates_are_refused() -> None:
    """JSON can spell them; no store could keep them."""
    line = json.dumps({"report": {"url": "u"}, "updates": [{"claim": "a", "note": "\ud800"}]})
    with pytest.raises(FollowUpFileError, match="must not hold U\\+0000 or a lone surrogate"):
        list(parse_lines([line.encode()]))


def test_hostile_text_is_just_text() -> None:
    """What looks like SQL, markup or control of a terminal is kept as it is."""
    text = (
        "'; DROP TABLE entries; -- <script>alert(1)</script> \u202eabc " + "e" + "\u0301" * 10_000
    )
    follow_up = from_dict(
        {"report": {"url": text[:200]}, "updates": [{"claim": "a", "note": text}]}
    )

    assert text == follow_up.items[0].update.text  # type: ignore[union-attr]


def test_problems_show_no_controls() -> None:
    """A key or a value that would move the cursor is written out."""
    found = problems({"report": {"url": "\u202e\x1b[2J\n"}, "\x1b[2J": 1, "updates": []})

    assert all(problem.isprintable() for problem in found)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "null"),
        ({}, "a table"),
        ([1, "a", [2], {}, 3, 4], "[1, 'a', a list, a table, …]"),
        (date(2025, 11, 26), "2025-11-26"),
        (time(10, 30), "10:30:00"),
        (math.inf, "inf"),
        (b"bytes", "b'bytes'"),
    ],
)
def test_values_are_told_in_the_words_of_the_file(value: Any, shown: str) -> None:
    """Messages show what stands in the file, shortly, and not Python's names for it."""
    (problem,) = problems({"report": {"url": value}, "updates": [{"claim": "a", "note": "n"}]})

    assert f"must be text, got {shown} @ $.report.url" == problem
