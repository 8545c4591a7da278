"""Promise 8: what is kept beside the log."""

from collections.abc import Sequence
from typing import Any

from claimtrack.errors import StoreError
from claimtrack.model.ids import ClaimId, ReportId, SourceId, StoryId
from claimtrack.model.status import Status
from claimtrack.model.summary import Attention, Summary
from claimtrack.model.work import WorkState
from claimtrack.ports import Applied, Batch, EntryStore, Query, Rows, Statement, distinct_words
from claimtrack.testing._fakes import EntryMaker, plain_summary
from claimtrack.testing._harness import StoreTest, everything, give_up, refused, write

_NEWS = SourceId("outlet:news")
_OFFICE = SourceId("office:embassy")

_CLAIMS: Sequence[tuple[str, dict[str, Any]]] = (
    ("zebra", {"story": "talks", "reported_us": 50, "recorded_us": 100}),
    ("apple", {"status": Status.DISPUTED, "unclear": "who when", "recorded_us": 200}),
    ("mango", {"story": "talks", "status": Status.DISPUTED, "work": WorkState.CHECKING}),
    ("grape", {"recheck_us": 1_000, "expected_us": 3_000, "unclear": "when"}),
    ("peach", {"attention": Attention.FLAGGED.value, "expected_us": 500}),
    ("lemon", {"status": Status.CONFIRMED, "expected_us": 500, "reported_us": 70}),
)
"""In the order of opening, which is no other order."""

_QUERIES: Sequence[tuple[dict[str, Any], str]] = (
    ({}, "zebra apple mango grape peach lemon"),
    ({"limit": 2}, "zebra apple"),
    ({"limit": 0}, ""),
    ({"story": "talks"}, "zebra mango"),
    ({"story": "other"}, ""),
    ({"story": ""}, ""),
    ({"status": Status.DISPUTED}, "apple mango"),
    ({"status": Status.DISPUTED, "limit": 1}, "apple"),
    ({"status": Status.DISPUTED, "story": "talks"}, "mango"),
    ({"status": Status.LAPSED}, ""),
    ({"work": WorkState.CHECKING}, "mango"),
    ({"unclear": "when"}, "apple grape"),
    ({"unclear": "whe"}, ""),
    ({"words": "prisoners"}, "zebra mango peach"),
    ({"words": "released prisoners"}, "mango"),
    ({"words": "released prisoners", "story": "talks", "status": Status.DISPUTED}, "mango"),
    ({"words": "prisoner"}, ""),
    ({"words": "and"}, "peach"),
    ({"words": "eliberati"}, "zebra"),
    ({"words": "минск"}, "apple"),
    ({"words": "minsk"}, ""),
    ({"words": "", "limit": 1}, "zebra"),
    ({"source": _NEWS}, "zebra lemon"),
    ({"source": _NEWS, "status": Status.CONFIRMED}, "lemon"),
    ({"source": SourceId("nobody")}, ""),
    ({"report": ReportId("report-1")}, "zebra apple"),
    ({"report": ReportId("report-2")}, "mango peach"),
    ({"report": ReportId("")}, ""),
    ({"recorded_since": 101}, "apple mango grape peach lemon"),
    ({"reported_since": 51}, "lemon"),
    ({"reported_since": 50}, "zebra lemon"),
    ({"due_at": 499}, "peach"),
    ({"due_at": 1_000}, "grape peach"),
    ({"due_at": 1_000, "limit": 1}, "grape"),
)
"""What to ask for, and what is found."""


class RowPromises(StoreTest):
    """Promise 8: what is kept beside the log."""

    def test_8_queries_find_what_they_ask_for(self) -> None:
        """Every condition that is given holds for what is found, in the order of opening."""
        store = self.new_store()
        _fill(store)
        store = self.reopened(store)
        for conditions, expected in _QUERIES:
            found = [summary.id for summary in store.find(Query(**conditions))]

            assert expected.split() == found, conditions

    def test_8_the_latest_row_counts(self) -> None:
        """Of a claim, of its text key and of a source the last one given is kept."""
        store, make = self.new_store(), EntryMaker()
        write(
            store,
            make("a"),
            summaries=[(plain_summary("a", story="one", status=Status.REPORTED), -1)],
            sources={_NEWS: b"first"},
        )
        latest = plain_summary("a", story="two", status=Status.DISPUTED, revision=2)
        write(store, make("a"), summaries=[(latest, 2**63 - 1)], sources={_NEWS: b""})

        assert latest == store.summary(ClaimId("a"))
        assert [latest] == list(store.find(Query(story=StoryId("two"))))
        assert [] == list(store.find(Query(story=StoryId("one"))))
        assert [] == list(store.find(Query(status=Status.REPORTED)))
        assert [] == store.same_text(-1)
        assert [ClaimId("a")] == store.same_text(2**63 - 1)
        assert b"" == store.source(_NEWS)
        assert store.source(_OFFICE) is None

    def test_8_a_row_keeps_whatever_it_may_hold(self) -> None:
        """Hostile text is just text."""
        store, make = self.new_store(), EntryMaker()
        summary = plain_summary(
            "a",
            text="'; DROP TABLE entry; -- <script> \u202e 🗞 " + "e\u0301" * 10_000,
            story="x" * 80,
            lang="ro-MD",
            assignee='"; SELECT',
            recheck_us=-(2**62),
            recorded_us=2**62,
        )
        write(store, make("a"), summaries=[(summary, 0)])

        assert summary == self.reopened(store).summary(ClaimId("a"))

    def test_8_a_claim_without_row_is_in_no_list(self) -> None:
        """An entry alone makes no row."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"))
        write(store, make("a"))

        assert store.summary(ClaimId("a")) is None
        assert [] == list(store.find(Query()))
        assert ([], 2) == (list(store.rows().summaries), len(store.history(ClaimId("a"))))

    def test_8_the_same_text_is_found(self) -> None:
        """All claims with a text key are found, in the order of opening."""
        store, make = self.new_store(), EntryMaker()
        for claim_id, text_key in (("c", 5), ("a", 5), ("b", 6)):
            write(store, make(claim_id), summaries=[(plain_summary(claim_id), text_key)])

        assert ["c", "a"] == list(store.same_text(5))
        assert [] == list(store.same_text(7))

    def test_8_follow_ups_are_found_by_key(self) -> None:
        """What was applied is found by its key, oldest first, or all of it in that order."""
        store, make = self.new_store(), EntryMaker()
        first = Applied("k", ReportId("r"), b"1" * 32, 1, 2)
        other = Applied("https://news.example/1", ReportId(""), b"2" * 32, 3, 3)
        second = Applied("k", ReportId("k"), b"3" * 32, 4, 4)
        write(store, make("a"), make("a"), applied=[first])
        write(store, make("a"), make("a"), applied=[other, second])

        assert [first, second] == list(store.applied("k"))
        assert [other] == list(store.applied(other.key))
        assert [] == list(store.applied("r")) == list(store.applied())
        assert [first, other, second] == list(store.applied(other.key, "r", "k", "k"))
        assert [first, other, second] == list(store.all_applied())

    def test_8_follow_ups_must_follow(self) -> None:
        """Positions outside the log, or of a follow-up before, are refused."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"), make("a"), applied=[Applied("k", "", bytes(32), 1, 1)])
        third = make("a")
        for first, last in ((1, 1), (3, 4), (3, 2), (0, 0), (-1, 3)):
            with refused(StoreError):
                write(store, third, applied=[Applied("l", "", bytes(32), first, last)])

        write(store, third, applied=[Applied("k", "", bytes(32), 2, 3)])
        assert 2 == len(store.applied("k"))

    def test_8_rows_of_nothing_are_refused(self) -> None:
        """A row must name a claim with entries, a source with a record, a position of the log."""
        store, make = self.new_store(), EntryMaker()
        write(store, make("a"), summaries=[(plain_summary("a"), 1)])
        before = everything(store)
        a, b = ClaimId("a"), ClaimId("b")
        for rows in (
            Rows(summaries=[(plain_summary("b"), 1)]),
            Rows(sources={_NEWS: b""}, rests=[(b, _NEWS)]),
            Rows(rests=[(a, _NEWS)]),
            Rows(statements=[Statement(2, "talks")]),
            Rows(statements=[Statement(0, "talks")]),
        ):
            with refused(StoreError), store.writing() as writing:
                writing.append(Batch(entries=[], rows=rows))
            with refused(StoreError), store.writing() as writing:
                writing.add_rows(rows)

        assert before == everything(store)

    def test_8_rows_are_read_sorted(self) -> None:
        """All rows are read: claims, sources and pairs by id, wordings by position."""
        store = self.new_store()
        given = _fill(store)
        rows = store.rows()

        assert sorted(row[0].id for row in given.summaries) == [row[0].id for row in rows.summaries]
        assert sorted(given.statements) == rows.statements
        assert sorted(given.sources.items()) == list(rows.sources.items())
        assert sorted(given.rests) == rows.rests

    def test_8_rows_are_replaced(self) -> None:
        """New rows take the place of all others; the log and applied follow-ups stay."""
        store = self.new_store()
        given = _fill(store)
        entries, applied = list(store.entries()), list(store.all_applied())
        pear = plain_summary("mango", story="pears")
        with store.writing() as writing:
            writing.replace_rows(Rows(summaries=[(pear, 9)], statements=[Statement(3, "pears")]))

        assert [pear] == list(store.find(Query()))
        assert [] == list(store.find(Query(words="prisoners")))
        assert [pear] == list(store.find(Query(words="pears")))
        assert store.source(_NEWS) is None
        rows = store.rows()
        assert ([(pear, 9)], [Statement(3, "pears")]) == (rows.summaries, rows.statements)
        assert ({}, []) == (rows.sources, rows.rests)
        assert (entries, applied) == (list(store.entries()), list(store.all_applied()))

        with store.writing() as writing:
            writing.replace_rows(Rows())
            writing.add_rows(Rows(summaries=given.summaries[:2], sources=given.sources))
            writing.add_rows(
                Rows(summaries=given.summaries[2:], statements=given.statements, rests=given.rests)
            )

        assert [row[0] for row in given.summaries] == list(store.find(Query()))
        assert sorted(given.rests) == store.rows().rests

    def test_8_a_failed_replacement_changes_nothing(self) -> None:
        """Rows thrown away in a block that raises are there again."""
        store = self.new_store()
        _fill(store)
        before = everything(store)
        with refused(StoreError), store.writing() as writing:
            writing.replace_rows(Rows())
            give_up()

        assert before == everything(store)


def _fill(store: EntryStore) -> Rows:
    """Open the claims of `_CLAIMS` in two transactions; returns all rows given."""
    make = EntryMaker()
    summaries: list[tuple[Summary, int]] = [
        (plain_summary(claim_id, **fields), number)
        for number, (claim_id, fields) in enumerate(_CLAIMS)
    ]
    statements = [
        Statement(position, distinct_words(words))
        for position, words in (
            (1, "prisoners eliberati in lodz"),
            (2, "минск подтвердил"),
            (3, "prisoners released"),
            (4, "released"),
            (5, "prisoners and not or near"),
        )
    ]
    rests = [(ClaimId("lemon"), _NEWS), (ClaimId("zebra"), _OFFICE), (ClaimId("zebra"), _NEWS)]
    sources = {_NEWS: b"news", _OFFICE: b""}
    entries = [make(claim_id) for claim_id, _ in _CLAIMS]
    write(
        store,
        *entries[:4],
        summaries=summaries[:4],
        statements=statements[:4],
        applied=[
            Applied("report-1", ReportId("report-1"), bytes(32), 1, 2),
            Applied("key", ReportId("report-2"), bytes(32), 3, 3),
        ],
    )
    write(
        store,
        *entries[4:],
        summaries=summaries[4:],
        statements=statements[4:],
        sources=sources,
        rests=[*rests, *rests],
        applied=[
            Applied("report-2", ReportId("report-2"), bytes(32), 5, 5),
            Applied("by the desk", ReportId(""), bytes(32), 6, 6),
        ],
    )
    return Rows(summaries=summaries, statements=statements, sources=sources, rests=rests)
