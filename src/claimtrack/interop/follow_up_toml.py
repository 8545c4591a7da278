"""
Follow-up files as TOML for a person to check: tables a person can read, with comments between.

What is written reads back equal by `claimtrack.interop.follow_up_files.parse_toml`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import tomlkit
from tomlkit.items import InlineTable, Item

from claimtrack.interop.follow_up_files import to_dict
from claimtrack.model.follow_up import FollowUp

_LISTS: Final = ("claims", "updates", "withdrawals")

Comments = Callable[[Mapping[str, Any]], Iterable[str]]
"""Gives the lines of comment that stand before a claim's or an update's table."""


def to_toml(
    follow_up: FollowUp,
    *,
    comments: Comments = lambda _: (),
) -> str:
    """
    Write a follow-up as TOML.

    Args:
        follow_up: The follow-up.

        comments: What to say before a table of a claim, an update or a withdrawal, given what
            stands in it; a line each.

    Returns:
        TOML 1.0 in which every claim and update is a table of its own.

    Raises:
        InvalidValueError: It holds an update that is for the ledger to write.
    """
    pieces: list[str] = []
    for key, value in to_dict(follow_up).items():
        if key in _LISTS:
            pieces += [_table(f"[[{key}]]", one, comments(one)) for one in value]
        elif key == "sources":
            pieces += [_table(f"[sources.{name}]", one) for name, one in value.items()]
        elif isinstance(value, dict):
            pieces.append(_table(f"[{key}]", value))
        else:
            pieces += [f"{key} = {_item(value).as_string()}", ""]
    return "\n".join(pieces)


def _table(head: str, value: Mapping[str, Any], comments: Iterable[str] = ()) -> str:
    """Write one table; each is written by itself, so that many take time in proportion."""
    rows = [head, *(f"# {' '.join(line.split())}" for line in comments)]
    rows += [f"{key} = {_item(one).as_string()}" for key, one in value.items()]
    return "\n".join([*rows, ""])


def _item(value: Any) -> Item:
    """Write what stands under a key on one line, but for lists of tables."""
    if isinstance(value, dict):
        found: InlineTable = tomlkit.inline_table()
        for key, one in value.items():
            found.add(key, _item(one))
        return found
    if isinstance(value, list):
        array = tomlkit.array()
        for one in value:
            array.append(_item(one))
        return array
    item: Item = tomlkit.item(value)
    return item
