"""
How the tables of each store came to be: one file a step, named and in order.

A step is never edited once released.

A store's schema version is the number of steps that it has taken.
"""

from functools import cache
from typing import Final

SQLITE: Final = ("sqlite_0001_ledger.sql",)
"""The steps of a SQLite store."""


@cache
def read(name: str) -> str:
    """Read the SQL of a step."""
    # Imported only where steps are taken: it takes longer than to open a file.
    from importlib.resources import files

    return (files(__name__) / name).read_text(encoding="utf-8")
