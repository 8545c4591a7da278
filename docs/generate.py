"""
The reference pages, made from the code.

``python docs/generate.py`` writes them; with ``--check`` it writes nothing, says which are out of
date, and ends with status 1 if any is.
"""

import argparse
import difflib
import sys
from pathlib import Path

# For `docs._generate`, from wherever this is run.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docs._generate import api, cli, errors, formats, policy, reading, schemas
from docs._generate.files import DOCS

_MOST_LINES = 12
"""Lines of difference that are shown of each page."""


def pages() -> dict[Path, str]:
    """Make every page: text by file."""
    made = [kind.pages() for kind in (api, cli, errors, formats, policy, reading, schemas)]
    return {DOCS / path: text for some in made for path, text in some.items()}


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, say what is old")
    check = parser.parse_args().check
    old = {file: text for file, text in pages().items() if _read(file) != text}
    for file, text in old.items():
        print(f"{'out of date' if check else 'written'}: {file.relative_to(DOCS.parent)}")
        if check:
            print("".join(_difference(_read(file), text)), end="")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    if check and old:
        print("run: python docs/generate.py")
    return 1 if check and old else 0


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _difference(before: str, after: str) -> list[str]:
    _, _, *found = difflib.unified_diff(before.splitlines(True), after.splitlines(True), n=0)
    more = len(found) - _MOST_LINES
    return found[:_MOST_LINES] + ([f"... and {more} lines more\n"] if more > 0 else [])


if __name__ == "__main__":
    sys.exit(main())
