"""
How fast articles are read, and what a reader holds on to.

The reader is called through `claimtrack.reading.read` and `claimtrack.reading.parse_window`.
"""

import gc
import importlib
import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

Piece = tuple[str, str, date | None]
"""A text, its language, and its date where it does not begin with one."""

_ROUNDS = 7
_MANY = 10_000
_SAMPLES = 10
_PHRASES = (
    ("en", "in the past three months"),
    ("en", "late October 2024"),
    ("ro", "săptămâna trecută"),
    ("ro", "la începutul acestei luni"),
)
_DAY = date(2026, 3, 12)
_SIZES = (4_000, 40_000)
_HOSTILE = (
    "a ", "1", "1.", "12:", "x", " ", "\t\n", "- ", ", ", '"', "(", "of the ", "and was ",
    "between ", "said he ", "a few ", "9 p.m. ", "nu a fost inca ", "a spus ca ", "luni ", "2019-",
)  # fmt: skip
"""What a pattern or a layer might go over again and again."""

_FIRST = """
import json, sys
from datetime import date
from time import perf_counter
text, lang, day = json.loads(sys.stdin.read())
begin = perf_counter()
from claimtrack.reading import read
read(text, lang=lang, published_at=day and date.fromisoformat(day))
print(perf_counter() - begin)
"""


class Figure(NamedTuple):
    """One measurement, and what it should be: at least *least*, or at most *most*."""

    name: str
    value: float
    unit: str
    least: float | None = None
    most: float | None = None


def report(pieces: list[Piece]) -> Iterator[str]:
    """Measure everything, and put it into lines."""
    yield f"\n{'what':<34}{'median':>14} {'unit':<14}goal"
    for figure in (
        *warm(pieces),
        *first(pieces),
        *phrases(),
        *linear(pieces),
        *hostile(),
        *memory(pieces),
    ):
        yield f"{figure.name:<34}{figure.value:>14,.1f} {figure.unit:<14}{_judged(figure)}".rstrip()


def _judged(figure: Figure) -> str:
    if figure.least is not None:
        return f"≥ {figure.least:g}{'' if figure.value >= figure.least else '  MISSED'}"
    if figure.most is not None:
        return f"≤ {figure.most:g}{'' if figure.value <= figure.most else '  MISSED'}"
    return ""


def _reading() -> Any:
    return importlib.import_module("claimtrack.reading")


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _read_all(pieces: list[Piece]) -> None:
    read = _reading().read
    for text, lang, published in pieces:
        read(text, lang=lang, published_at=published)


def _median(work: Callable[[], object]) -> float:
    work()  # lexicons are compiled, caches are filled
    return statistics.median(_timed(work) for _ in range(_ROUNDS))


def warm(pieces: list[Piece]) -> Iterator[Figure]:
    """Count the characters that are read in a second on one core, with compiled lexicons."""
    for lang in sorted({lang for _, lang, _ in pieces}):
        ours = [one for one in pieces if one[1] == lang]
        seconds = _median(lambda ours=ours: _read_all(ours))  # type: ignore[misc]
        size = sum(len(text) for text, _, _ in ours)
        yield Figure(f"warm, {lang}", size / seconds, "characters/s", least=150_000)


def first(pieces: list[Piece]) -> Iterator[Figure]:
    """Time the first article of a fresh interpreter: import, load, compile, read."""
    for lang in sorted({lang for _, lang, _ in pieces}):
        text, _, published = next(one for one in pieces if one[1] == lang)
        told = json.dumps([text, lang, published and published.isoformat()])
        times = [_fresh(told) for _ in range(_ROUNDS + 1)]
        # The first fills the caches of the file system.
        yield Figure(f"first article, {lang}", statistics.median(times[1:]) * 1e3, "ms", most=400)


def _fresh(told: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST], input=told, capture_output=True, check=True, text=True
    )
    return float(done.stdout)


def phrases() -> Iterator[Figure]:
    """Time one phrase of a date."""
    parse = _reading().parse_window
    for lang, phrase in _PHRASES:

        def many(phrase: str = phrase, lang: str = lang) -> None:
            for _ in range(1_000):
                parse(phrase, lang=lang, at=_DAY)

        yield Figure(f"{phrase!r}", _median(many) * 1e3, "µs", most=50)


def linear(pieces: list[Piece]) -> Iterator[Figure]:
    """Read a text ten and a hundred times as long; at 1.0 the time is ten and a hundred fold."""
    text, lang, _ = max(pieces, key=lambda one: len(one[0]))
    seconds = {
        times: _median(lambda times=times: _read_all([("\n\n".join([text] * times), lang, _DAY)]))  # type: ignore[misc]
        for times in (1, 10, 100)
    }
    for times in (10, 100):
        ratio = seconds[times] / seconds[1] / times
        yield Figure(f"time of a text x{times}", ratio, f"x {times}", most=1.2)


def hostile() -> Iterator[Figure]:
    """Read the same few signs over and over: which takes longest, and which grows fastest."""
    for lang in ("en", "ro"):
        times = {unit: [_repeated(unit, lang, size) for size in _SIZES] for unit in _HOSTILE}
        slowest = max(times, key=lambda unit: times[unit][1])
        yield Figure(f"hostile, {lang}: {slowest!r}", _SIZES[1] / times[slowest][1], "characters/s")
        steepest = max(times, key=lambda unit: times[unit][1] / times[unit][0])
        ratio = times[steepest][1] / times[steepest][0] / 10
        yield Figure(f"hostile x10, {lang}: {steepest!r}", ratio, "x 10", most=1.5)


def _repeated(unit: str, lang: str, size: int) -> float:
    text = (unit * size)[:size]
    return _median(lambda: _read_all([(text, lang, _DAY)]))


def memory(pieces: list[Piece]) -> Iterator[Figure]:
    """Read many articles, and see whether the process grows after the first tenth of them."""
    sizes = []
    for number in range(_MANY):
        _read_all([pieces[number % len(pieces)]])
        if (number + 1) % (_MANY // _SAMPLES) == 0:
            gc.collect()
            sizes.append(_resident())
    yield Figure(f"growth over {_MANY:,} articles", (sizes[-1] - sizes[0]) / 1024, "KiB")
    yield Figure("resident then", sizes[-1] / 2**20, "MiB")


def _resident() -> int:
    """Give the bytes that the process has in memory; its highest so far where only that is told."""
    import resource

    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
