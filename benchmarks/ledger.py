"""
What the ledger costs beside raw `sqlite3` doing the same durable work on the same rows.

Run from the root of the repository::

    python -m benchmarks.ledger --claims 10000 --rounds 5

Every figure is taken on both sides in the same round, in turn; the ratio is the median of the
rounds' ratios. Quote the ratios: absolute figures are those of one machine at one time.
"""

import argparse
import gc
import math
import random
import statistics
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import claimtrack as ct
from benchmarks.raw import RawLedger
from benchmarks.workload import UPDATES, Load, make_load, single_follow_ups

_BATCH = 1_000
_SINGLES = 1_000
_READS = 2_000


class Figure(NamedTuple):
    """One measurement on both sides; raw is nan where the raw driver has no counterpart."""

    name: str
    unit: str
    ours: float
    raw: float


class Goal(NamedTuple):
    """What a figure should reach: a ratio to raw, or an absolute value where *ratio* is False."""

    limit: float
    more_is_better: bool
    ratio: bool = True


GOALS = {
    "bulk": Goal(0.35, more_is_better=True),
    "one commit each": Goal(0.60, more_is_better=True),
    "summary by id": Goal(2.0, more_is_better=False),
    "claim, not cached": Goal(3.0, more_is_better=False),
    "claim, cached": Goal(5.0, more_is_better=False, ratio=False),
    "claim as known then": Goal(3.0, more_is_better=False),
    "list 100 by status": Goal(3.0, more_is_better=False),
    "file size": Goal(3.0, more_is_better=False),
    "next after 10,000": Goal(3.0, more_is_better=False),
    "10,000 cold": Goal(1.0, more_is_better=False, ratio=False),
    "memory store": Goal(3_000, more_is_better=False, ratio=False),
    "import": Goal(80, more_is_better=False, ratio=False),
}
"""The goals at 10,000 claims; bulk at 100,000 has its own."""

BULK_AT_100_000 = Goal(0.9, more_is_better=True)


@contextmanager
def _file() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "ledger.db"


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _p50(work: Callable[[str], object], keys: list[str]) -> float:
    """Give the median time of a call over many keys, in microseconds."""
    times = []
    for key in keys:
        begin = perf_counter()
        work(key)
        times.append(perf_counter() - begin)
    return statistics.median(times) * 1e6


def _disk(path: Path) -> int:
    return sum(one.stat().st_size for one in path.parent.iterdir())


def _raw_bulk(raw: RawLedger, load: Load) -> None:
    for start in range(0, len(load.raw), _BATCH):
        raw.write(load.raw[start : start + _BATCH])


def round_of_writes_and_reads(load: Load) -> Iterator[Figure]:
    """Load both sides, then read from both."""
    claims = len(load.claim_ids)
    updates = claims * UPDATES
    with _file() as ours_at, _file() as raw_at:
        raw = RawLedger(raw_at)
        raw_s = _timed(lambda: _raw_bulk(raw, load))
        ledger = ct.open_ledger(ours_at, author="desk")
        ours_s = _timed(lambda: ledger.apply(load.follow_ups))
        yield Figure("bulk", "updates/s", updates / ours_s, updates / raw_s)
        yield from _singles(ledger, raw, claims)
        ledger.close()
        raw.close()
        added = updates + _SINGLES
        yield Figure("file size", "bytes/update", _disk(ours_at) / added, _disk(raw_at) / added)
        yield from _reads(ours_at, raw_at, load)


def _singles(ledger: ct.Ledger, raw: RawLedger, claims: int) -> Iterator[Figure]:
    coming = list(single_follow_ups(claims, _SINGLES))
    ours_s = raw_s = 0.0
    # In turn, so that both meet the same disk.
    for follow_up, row in coming:
        ours_s += _timed(lambda one=follow_up: ledger.apply([one]))  # type: ignore[misc]
        raw_s += _timed(lambda one=row: raw.write([one]))  # type: ignore[misc]
    yield Figure("one commit each", "updates/s", _SINGLES / ours_s, _SINGLES / raw_s)


def _reads(ours_at: Path, raw_at: Path, load: Load) -> Iterator[Figure]:
    keys = random.Random(1).sample(load.claim_ids, min(_READS, len(load.claim_ids)))
    ledger = ct.open_ledger(ours_at, author="desk")
    raw = RawLedger(raw_at)
    for key in keys:
        ledger.summary(key)
        raw.history(key)
    raw_current = _p50(raw.current, keys)
    yield Figure("summary by id", "µs", _p50(ledger.summary, keys), raw_current)
    raw_history = _p50(raw.history, keys)
    yield Figure("claim, not cached", "µs", _p50(ledger.claim, keys), raw_history)
    yield Figure("claim, cached", "µs", _p50(ledger.claim, keys), raw_current)
    # Half of each history: the raw driver is asked for as many rows as the ledger folds.
    then = [ledger.history(key)[2].recorded_at for key in keys]
    raw_then = [load.raw[len(load.raw) // 2].at_us] * len(keys)
    at, raw_at_us = dict(zip(keys, then, strict=True)), dict(zip(keys, raw_then, strict=True))
    yield Figure(
        "claim as known then",
        "µs",
        _p50(lambda key: ledger.claim(key, known_at=at[key]), keys),
        _p50(lambda key: raw.as_of(key, raw_at_us[key]), keys),
    )
    lists = [""] * 200
    ours_list = _p50(lambda _: list(ledger.claims(status="reported", limit=100)), lists)
    yield Figure(
        "list 100 by status", "µs", ours_list, _p50(lambda _: raw.by_status("reported", 100), lists)
    )
    ledger.close()
    raw.close()


def long_claim() -> Iterator[Figure]:
    """Append to a claim of ten updates and to one of 10,000; read the long one cold."""
    with _file() as at:
        ledger = ct.open_ledger(at, author="desk")
        ledger.apply(_history("short", 10))
        ledger.apply(_history("long", 10_000))
        short = _p50(lambda key: _append(ledger, "short", key), [f"s{n}" for n in range(300)])
        long = _p50(lambda key: _append(ledger, "long", key), [f"l{n}" for n in range(300)])
        yield Figure("next after 10,000", "µs", long, short)
        ledger.close()
        ledger = ct.open_ledger(at, author="desk")
        yield Figure("10,000 cold", "s", _timed(lambda: ledger.claim("long")), float("nan"))
        ledger.close()


def _history(name: str, updates: int) -> Iterator[ct.FollowUp]:
    """Make one claim's history: opened, then evidence of forty sources in turn."""
    known = ct.parse_claim_id(name)
    opened = ct.Item(claim_id=known, update=ct.ClaimOpened(text=f"A claim called {name}"))
    yield ct.FollowUp(report=ct.Report("Outlet", url=f"https://o.example/{name}"), items=[opened])
    for number in range(1, updates):
        yield _one_more(known, f"{name}-{number}", number)


def _one_more(known: str, name: str, number: int) -> ct.FollowUp:
    source = ct.person(f"Speaker {number % 40}")
    evidence = ct.Evidence(source=source, wording=f"what was said the {number}th time")
    given = ct.Item(claim_id=ct.parse_claim_id(known), update=ct.EvidenceGiven(evidence=evidence))
    report = ct.Report(f"Outlet {number % 20}", url=f"https://o.example/{name}")
    return ct.FollowUp(report=report, items=[given])


def _append(ledger: ct.Ledger, known: str, name: str) -> None:
    ledger.apply([_one_more(known, name, int(name[1:]))])


def memory_store(load: Load) -> Iterator[Figure]:
    """Count the bytes that a memory store holds for each claim, its ledger's shelf left out."""
    tracemalloc.start()
    ledger = ct.open_ledger("memory:", author="desk", claims_at_hand=1)
    before = tracemalloc.get_traced_memory()[0]
    ledger.apply(load.follow_ups)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    yield Figure("memory store", "bytes/claim", held / len(load.claim_ids), float("nan"))
    ledger.close()


def start_up(rounds: int) -> Iterator[Figure]:
    """Import in a fresh interpreter, against a bare one, in turn."""
    bare, lazy, used = [], [], []
    for _ in range(rounds + 1):
        bare.append(_interpreter("pass"))
        lazy.append(_interpreter("import claimtrack"))
        used.append(_interpreter("import claimtrack; claimtrack.open_ledger"))
    # The first of each fills the caches.
    base = statistics.median(bare[1:])
    yield Figure("import", "ms", (statistics.median(lazy[1:]) - base) * 1e3, float("nan"))
    yield Figure("import and use", "ms", (statistics.median(used[1:]) - base) * 1e3, float("nan"))


def _interpreter(code: str) -> float:
    return _timed(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def report(figures: dict[str, list[Figure]], claims: int) -> Iterator[str]:
    """Put the figures of all rounds into lines: medians, the ratio, the goal."""
    goals = dict(GOALS)
    if claims >= 100_000:
        goals["bulk"] = BULK_AT_100_000
    yield f"{'what':<22}{'claimtrack':>14}{'raw sqlite3':>14} {'unit':<14}{'ratio':>7}  goal"
    for name, found in figures.items():
        ours = statistics.median(one.ours for one in found)
        raw = statistics.median(one.raw for one in found)
        ratio = statistics.median(one.ours / one.raw for one in found)
        goal = goals.get(name)
        told = "" if goal is None else _judged(goal, ratio if goal.ratio else ours)
        has_raw = not math.isnan(raw)
        yield (
            f"{name:<22}{ours:>14,.1f}{f'{raw:,.1f}' if has_raw else '':>14} {found[0].unit:<14}"
            f"{f'{ratio:.2f}' if has_raw else '':>7}  {told}"
        )


def _judged(goal: Goal, value: float) -> str:
    met = value >= goal.limit if goal.more_is_better else value <= goal.limit
    sign = "≥" if goal.more_is_better else "≤"
    return f"{sign} {goal.limit:g}{' × raw' if goal.ratio else ''}{'' if met else '  MISSED'}"


def main() -> None:
    """Run all rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    figures: dict[str, list[Figure]] = {}
    load = make_load(options.claims)
    gc.freeze()
    for _ in range(options.rounds):
        for figure in (*round_of_writes_and_reads(load), *long_claim()):
            figures.setdefault(figure.name, []).append(figure)
    for figure in (*memory_store(load), *start_up(options.rounds)):
        figures.setdefault(figure.name, []).append(figure)
    print("\n".join(report(figures, options.claims)))


if __name__ == "__main__":
    main()
