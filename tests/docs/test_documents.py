"""
What README and the pages show is so.

The blocks of a page are run from the top in one folder that holds a copy of ``seeds/``: ``python``
blocks in one session, with the tests that they define; the lines of ``console`` and ``sh`` blocks
by the installed command. A ``toml`` block whose first line names a file is that file.
"""

import re
import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, Block, blocks, name, pages
from tests.docs.python_session import PythonSession, arrows, matches
from tests.docs.shell_session import ShellSession, lines

_RUN = {"python", "console", "sh"}
_FILE = re.compile(r"# ([\w./-]+\.toml)\n")


@pytest.mark.skipif(shutil.which("bash") is None, reason="pages show command lines for bash")
@pytest.mark.parametrize(
    "page",
    [page for page in pages() if _RUN & {block.language for block in blocks(page)}],
    ids=name,
)
def test_page_is_true(page: Path, tmp_path: Path) -> None:
    """Every block of the page runs and says what the page shows."""
    folder = tmp_path / "folder"
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    python, shell = PythonSession(), ShellSession(folder)

    for block in blocks(page):
        place = f"{name(page)}:{block.line}"
        if block.language == "python":
            with chdir(folder):
                said = python.run(block.text, str(page), block.line)
            _require(place, "\n".join(arrows(block.text)), said)
        elif block.language == "toml":
            _write(block, folder)
        elif block.language in _RUN:
            for line in lines(block.language, block.text):
                _run(f"{place}: {line.command}", shell, line.command, line.expected)
    with chdir(folder):
        python.run_tests()


def _run(place: str, shell: ShellSession, command: str, expected: str | None) -> None:
    said = shell.run(command)

    assert said.is_well, f"{place}\n{said.text}"
    if expected is None:
        assert said.status == 0, f"{place}\n{said.text}"
    else:
        _require(place, expected, said.text)


def _require(place: str, expected: str, said: str) -> None:
    assert matches(expected, said), f"{place}\nthe page shows:\n{expected}\nit says:\n{said}"


def _write(block: Block, folder: Path) -> None:
    if found := _FILE.match(block.text):
        file = folder / found[1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.text, encoding="utf-8")
