"""
How well, and how fast, articles are read.

Run from the root of the repository::

    python -m benchmarks.reading
    python -m benchmarks.reading --layer date --misses
    python -m benchmarks.reading --gold tests/articles/ro --speed

Without ``--gold``, the articles of `tests/articles` are read, and the seed article where its gold
file is beside the repository. The figures are those of these articles, which a reader may have
been tuned on: quote others as well.
"""

import argparse
import importlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from benchmarks.reading_documents import Json
from benchmarks.reading_goals import ARTICLES, LAYERS, SEED, Goal, table
from benchmarks.reading_scores import score
from benchmarks.reading_tallies import Miss, Scores, total

ROOT = Path(__file__).parents[1]
OURS = ROOT / "tests" / "articles"
SEED_GOLD = ROOT / "../shared/seed/gold.json"


class Draft(Protocol):
    """What a reader gives."""

    def to_dict(self) -> Json:
        """Give it in the schema of the gold files."""


class Read(Protocol):
    """What `claimtrack.reading.read` is called with."""

    def __call__(self, text: str, *, lang: str, published_at: date | None) -> Draft:
        """Read an article."""


class Article(NamedTuple):
    """An article with its gold file."""

    path: Path
    text: str
    gold: Json

    @property
    def lang(self) -> str:
        """Tell in which language it is."""
        return str(self.gold["article"]["language"])

    @property
    def published(self) -> date | None:
        """Give the date, unless the article begins with it: then that is for the reader to find."""
        told = self.gold["article"]
        return None if told["header"] else date.fromisoformat(told["date"])


def articles(paths: list[Path]) -> Iterator[Article]:
    """Find the gold files among the paths and in their folders."""
    for path in paths:
        for at in sorted(path.rglob("*.json")) if path.is_dir() else [path]:
            gold = json.loads(at.read_text(encoding="utf-8"))
            # As it stands: offsets count every character, and no line end is changed.
            text = (at.parent / gold["article"]["file"]).read_bytes().decode("utf-8")
            yield Article(at, text, gold)


def reader() -> Read:
    """Give the reader of the library."""
    return cast("Read", importlib.import_module("claimtrack.reading").read)


def scored(article: Article, found: Path | None, read: Read | None) -> Scores:
    """Compare an article with what was found in it, by the library or in a file."""
    if found is not None:
        data = json.loads((found / article.lang / article.path.name).read_text(encoding="utf-8"))
    elif read is not None:
        data = read(article.text, lang=article.lang, published_at=article.published).to_dict()
    else:
        data = article.gold
    return score(article.gold, data, article.text)


def groups(known: list[Article]) -> Iterator[tuple[str, list[Article], tuple[Goal, ...]]]:
    """Part the articles by what is expected of them."""
    seed = [one for one in known if one.path.name == SEED_GOLD.name]
    if seed:
        yield "seed", seed, SEED
    for lang in sorted({one.lang for one in known if one not in seed}):
        ours = [one for one in known if one not in seed and one.lang == lang]
        yield f"{lang}, {len(ours)} articles", ours, ARTICLES.get(lang, ())


def _lines_of_misses(
    article: Article, misses: tuple[Miss, ...], metrics: set[str]
) -> Iterator[str]:
    for miss in sorted(misses, key=lambda one: (one.start, one.metric)):
        if miss.metric in metrics:
            where = f"{article.lang}/{article.path.stem}:{miss.start}"
            yield f"{where}  {miss.metric}: {miss.what}\n    {miss.text!r} in: {miss.sentence}"


def main() -> None:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", help="gold files, or folders of them")
    parser.add_argument(
        "--found", type=Path, help="score the files there, not the library's reader"
    )
    parser.add_argument("--layer", choices=LAYERS, nargs="+", default=list(LAYERS))
    parser.add_argument("--misses", action="store_true", help="print every error")
    parser.add_argument("--speed", action="store_true", help="measure time and memory as well")
    options = parser.parse_args()
    default = [OURS, *([SEED_GOLD] if SEED_GOLD.exists() and not options.found else [])]
    known = list(articles(options.gold or default))
    read = None if options.found else reader()
    metrics = {metric for layer in options.layer for metric in LAYERS[layer]}
    for name, members, goals in groups(known):
        scores = [scored(one, options.found, read) for one in members]
        print(f"\n== {name}")
        print("\n".join(table(total(scores), goals, tuple(options.layer))))
        if options.misses:
            for article, one in zip(members, scores, strict=True):
                for line in _lines_of_misses(article, one.misses, metrics):
                    print(line)
    if options.speed:
        from benchmarks.reading_speed import report

        print("\n".join(report([(one.text, one.lang, one.published) for one in known])))


if __name__ == "__main__":
    main()
