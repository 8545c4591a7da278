"""Errors are met, and say, as the gallery in ``tests/errors/`` shows."""

from contextlib import chdir
from pathlib import Path

import pytest

from docs._generate.errors import GALLERY, Shown, examples
from tests.docs.pages import blocks
from tests.docs.python_session import PythonSession, matches

_PROMISED = {file.stem: examples(file.read_text("utf-8")) for file in GALLERY.glob("*.txt")}
_EXAMPLES = [
    pytest.param(shown, id=f"{code}-{number}")
    for code, found in sorted(_PROMISED.items())
    for number, shown in enumerate(found, start=1)
]


@pytest.mark.parametrize("shown", _EXAMPLES)
def test_error_says_what_the_gallery_shows(shown: Shown, tmp_path: Path) -> None:
    """What was done raises the error, and the message is the one shown."""
    (prelude,) = (block.text for block in blocks(GALLERY / "README.md"))
    session = PythonSession()

    with chdir(tmp_path):
        session.run(prelude)
        try:
            said = _said_by(session, shown.done)
        finally:
            session.run("ledger.close()")

    assert matches(shown.said, said), f"{shown.done}\nshown:\n{shown.said}\nsaid:\n{said}"


def test_every_example_begins_with_words() -> None:
    """A line of comment says what is wrong before Python does."""
    assert [] == [one.done for found in _PROMISED.values() for one in found if one.done[:2] != "# "]


def _said_by(session: PythonSession, text: str) -> str:
    try:
        session.run(text)
    except Exception as error:  # noqa: BLE001
        return "\n".join((f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())))
    return "nothing was raised"
