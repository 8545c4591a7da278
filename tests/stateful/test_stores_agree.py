"""Whatever is written to them, all stores give the same answers."""

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from claimtrack.errors import StoreError
from claimtrack.model.confidence import Credibility
from claimtrack.model.ids import ClaimId, ReportId, SourceId
from claimtrack.model.source import Reliability
from claimtrack.model.status import Status
from claimtrack.model.summary import Attention
from claimtrack.model.work import WorkState
from claimtrack.ports import Applied, Batch, EntryStore, Query, Rows, Statement, Writing
from claimtrack.stores.memory import MemoryStore
from claimtrack.stores.sqlite import SqliteStore
from claimtrack.testing import EntryMaker, plain_summary

moments = st.integers(0, 60)
claim_ids = st.sampled_from("abcd").map(ClaimId)
source_ids = st.sampled_from(["office:x", "person:y", "группа"]).map(SourceId)
keys = st.sampled_from(["k", "https://news.example/1", "r"])
reports = st.sampled_from(["", "r", "k", "https://news.example/1"]).map(ReportId)
text_keys = st.sampled_from([0, 1, 2**32, -1, 2**63 - 1])
stories = st.sampled_from(["", "one", "two"])
statuses = st.sampled_from([Status.REPORTED, Status.DISPUTED, Status.CONFIRMED])
slots = st.sampled_from(["", "who", "who when", "when"])
words = st.lists(
    st.sampled_from(["talks", "prisoners", "and", "not", "минск", "a"]), max_size=4
).map(" ".join)

summary_fields = st.fixed_dictionaries(
    {
        "story": stories,
        "text": st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9
        ),
        "status": statuses,
        "credibility": st.sampled_from(Credibility),
        "reliability": st.sampled_from(Reliability),
        "work": st.sampled_from(WorkState),
        "unclear": slots,
        "attention": st.sampled_from(["", *Attention]).map(str),
        "recheck_us": st.none() | moments,
        "expected_us": st.none() | moments,
        "reported_us": st.none() | moments,
        "recorded_us": moments,
    }
)
conditions: dict[str, st.SearchStrategy[Any]] = {
    "story": stories,
    "status": statuses,
    "work": st.sampled_from(WorkState),
    "unclear": st.sampled_from(["who", "when", "w"]),
    "words": words,
    "source": source_ids,
    "report": reports,
    "recorded_since": moments,
    "reported_since": moments,
    "due_at": moments,
    "limit": st.integers(0, 4),
}
queries = st.lists(st.sampled_from(sorted(conditions)), unique=True, max_size=3).flatmap(
    lambda names: st.fixed_dictionaries({name: conditions[name] for name in names}).map(
        lambda given: Query(**given)
    )
)
"""Queries of every kind."""

rarely = st.sampled_from([False] * 7 + [True])


@attrs.define
class Plan:
    """What a step writes: of which claims, and what beside the log."""

    opened: list[ClaimId]
    summaries: list[tuple[dict[str, Any], int]]
    wordings: list[str]
    sources: dict[SourceId, bytes]
    rests: list[SourceId]
    applied: list[tuple[str, ReportId, int]]
    is_careless: bool


plans = st.builds(
    Plan,
    opened=st.lists(claim_ids, min_size=1, max_size=4),
    summaries=st.lists(st.tuples(summary_fields, text_keys), max_size=4),
    wordings=st.lists(words, max_size=4),
    sources=st.dictionaries(source_ids, st.binary(max_size=3), max_size=2),
    rests=st.lists(source_ids, max_size=3),
    applied=st.lists(st.tuples(keys, reports, st.integers(1, 2)), max_size=2),
    is_careless=rarely,
)


def batch_of(plan: Plan, make: EntryMaker) -> Batch:
    """Make the batch of a plan; a careless one may be refused."""
    entries = [make(claim_id, b"body") for claim_id in plan.opened]
    claims = list(dict.fromkeys(plan.opened))
    first, last = entries[0].position, entries[-1].position
    applied = []
    for key, report, count in plan.applied:
        if plan.is_careless or first + count - 1 <= last:
            applied.append(Applied(key, report, bytes(32), first, first + count - 1))
        first += count
    sources = (
        plan.sources if plan.is_careless else {**dict.fromkeys(plan.rests, b""), **plan.sources}
    )
    return Batch(
        entries=entries,
        rows=Rows(
            summaries=[
                (plain_summary(claim_id, **fields), text_key)
                for claim_id, (fields, text_key) in zip(claims, plan.summaries, strict=False)
            ],
            statements=[
                Statement(position, said)
                for position, said in zip(range(last, 0, -1), plan.wordings, strict=False)
                if position >= entries[0].position
            ],
            sources=sources,
            rests=[
                (claim_id, source_id)
                for claim_id, source_id in zip(claims * 3, plan.rests, strict=False)
            ],
        ),
        applied=applied,
    )


class StoresAgree(RuleBasedStateMachine):
    """The same acts on every store; a failure must be one on all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.stores: list[EntryStore] = [MemoryStore(), SqliteStore(self.folder / "ledger.db")]
        self.make = EntryMaker()

    def teardown(self) -> None:
        """Throw all away."""
        for store in self.stores:
            store.close()
        shutil.rmtree(self.folder)

    def ask(self, question: Callable[[EntryStore], object]) -> None:
        """Ask all stores; they must agree."""
        expected, *others = [question(store) for store in self.stores]
        for other in others:
            assert expected == other

    def act(self, deed: Callable[[Writing], None], *, undone: bool = False) -> bool:
        """Do the same in a transaction of every store; whether it was done is the same for all."""
        done = []
        for store in self.stores:
            try:
                with store.writing() as writing:
                    deed(writing)
                    if undone:
                        raise Undone
                done.append(True)
            except (StoreError, Undone):
                done.append(False)
        assert 1 == len(set(done)), done
        return done[0]

    @rule(many=st.lists(plans, min_size=1, max_size=3), undone=rarely)
    def append(self, many: list[Plan], *, undone: bool) -> None:
        """Append one or more batches in a transaction, of which some come to nothing."""
        make = deepcopy(self.make)
        batches = [batch_of(plan, make) for plan in many]

        def deed(writing: Writing) -> None:
            for batch in batches:
                writing.append(batch)

        if self.act(deed, undone=undone):
            self.make = make

    @rule(plan=plans, which=st.integers(0, 3))
    def append_what_does_not_follow(self, plan: Plan, which: int) -> None:
        """Append a batch with an entry out of its place."""
        batch = batch_of(plan, deepcopy(self.make))
        first = batch.entries[0]
        wrong = (
            first._replace(position=first.position + 1),
            first._replace(revision=first.revision + 1),
            first._replace(recorded_us=-1),
            first._replace(previous_hash=b"\xff" * 32),
        )[which]
        batch.entries = [wrong, *batch.entries[1:]]

        assert not self.act(lambda writing: writing.append(batch))

    @rule(plan=plans, chunks=st.integers(1, 2), undone=rarely)
    def replace_rows(self, plan: Plan, chunks: int, *, undone: bool) -> None:
        """Throw the rows away and keep others, in one go or in two."""
        rows = batch_of(plan, EntryMaker()).rows

        def deed(writing: Writing) -> None:
            writing.replace_rows(rows if chunks == 1 else Rows())
            if chunks == 2:
                writing.add_rows(rows)

        self.act(deed, undone=undone)

    @rule()
    def reopen(self) -> None:
        """Open the file again."""
        self.stores[1].close()
        self.stores[1] = SqliteStore(self.folder / "ledger.db")

    @rule(query=queries)
    def find(self, query: Query) -> None:
        """Ask for claims."""
        self.ask(lambda store: list(store.find(query)))

    @rule(claim_id=claim_ids, after=st.integers(0, 9), until=st.none() | st.integers(0, 20))
    def read_history(self, claim_id: ClaimId, after: int, until: int | None) -> None:
        """Ask for a part of a history."""
        last = [entry.recorded_us for entry in self.stores[0].entries()]
        until_us = None if until is None or not last else last[min(until, len(last) - 1)]
        self.ask(lambda store: list(store.history(claim_id, after=after, until_us=until_us)))
        self.ask(lambda store: list(store.bodies(claim_id, after=after, until_us=until_us)))

    @rule(key=keys, text_key=text_keys, source_id=source_ids, after=st.integers(0, 9))
    def look_up(self, key: str, text_key: int, source_id: SourceId, after: int) -> None:
        """Ask for single things."""
        self.ask(lambda store: list(store.applied(key)))
        self.ask(lambda store: list(store.same_text(text_key)))
        self.ask(lambda store: store.source(source_id))
        self.ask(lambda store: list(store.entries(after=after)))

    @invariant()
    def agree(self) -> None:
        """All that the stores have is the same."""
        self.ask(lambda store: list(store.entries()))
        self.ask(lambda store: store.rows())
        self.ask(lambda store: list(store.all_applied()))
        self.ask(lambda store: list(store.find(Query())))
        self.ask(lambda store: [store.head(ClaimId(name)) for name in "abcd"])
        self.ask(lambda store: [store.summary(ClaimId(name)) for name in "abcd"])


class Undone(Exception):  # noqa: N818
    """Somebody thought better of it."""


TestStoresAgree = StoresAgree.TestCase
TestStoresAgree.settings = settings(stateful_step_count=25)
