"""Follow-up files: told apart by how they begin, and read as they are needed."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import chain
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from claimtrack.errors import FollowUpFileError

if TYPE_CHECKING:
    from claimtrack.interop.follow_up_files import Located

STDIN = "-"
"""What stands for standard input."""

_IN_MEMORY = 16 * 2**20
"""Bytes of standard input that are kept in memory; what is longer goes to a temporary file."""

_BLANK = b" \t\r\n\xef\xbb\xbf"
"""What may stand before the first sign: white space and a byte order mark."""

_LIST = re.compile(rb"\[\s*(?:[{\]]|$)")
"""How a list begins in JSON; a table's name follows the bracket in TOML, on the same line."""


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """
    Open a file, or all of standard input.

    Standard input, and any other pipe, is read to its end first: whoever writes it must not hold
    up, by being slow, all others who write to the ledger.
    """
    with Path(name).open("rb") if name != STDIN else nullcontext(sys.stdin.buffer) as file:
        if name != STDIN and file.seekable():
            yield file
            return
        with _spooled(file) as spool:
            yield spool


@contextmanager
def _spooled(file: BinaryIO) -> Iterator[BinaryIO]:
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        copyfileobj(file, spool)
        spool.seek(0)
        yield spool  # type: ignore[misc]  # it reads, seeks and iterates as a file does


def follow_ups(file: BinaryIO, name: str) -> "Iterator[Located]":
    """
    Read follow-ups, with their places: JSON lines where the first sign is ``{``, else one in TOML.

    Raises:
        FollowUpFileError: The file cannot be read; every problem is listed.
    """
    # Imported here: every other command would start a third later for it.
    from claimtrack.interop.follow_up_files import read_lines, read_toml

    head: list[bytes] = []
    for line in file:
        head.append(line)
        if line.strip(_BLANK):
            break
    first = b"".join(head).strip(_BLANK)
    if _LIST.match(first):
        raise FollowUpFileError(name, ("must be one JSON object a line, is a list @ $",))
    if first.startswith(b"{"):
        yield from read_lines(chain(head, file), name)
    else:
        file.seek(0)
        yield read_toml(file.read(), name)
