"""
Follow-up files as TOML for a person to check: tables a person can read, with comments between.

What is written reads back equal by `claimtrack.interop.follow_up_files.parse_toml`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import tomlkit
from tomlkit.items import AoT, InlineTable, Item, Table

from claimtrack.interop.follow_up_files import to_dict
from claimtrack.model.follow_up import FollowUp

_LISTS: Final = ("claims", "updates", "withdrawals")

Comments = Callable[[Mapping[str, Any]], Iterable[str]]
"""Gives the lines of comment that stand before a claim's or an update's table."""


def to_toml(
    follow_up: FollowUp,
    *,
    comments: Comments = lambda _: (),
    heading: Iterable[str] = (),
) -> str:
    """
    Write a follow-up as TOML.

    Args:
        follow_up: The follow-up.

        comments: What to say before a table of a claim, an update or a withdrawal, given what
            stands in it; a line each.

        heading: What to say before the first table, a line each.

    Returns:
        TOML 1.0 in which every claim and update is a table of its own.

    Raises:
        InvalidValueError: It holds an update that is for the ledger to write.
    """
    document = tomlkit.document()
    for line in heading:
        document.add(tomlkit.comment(line) if line else tomlkit.nl())
    for key, value in to_dict(follow_up).items():
        if key in _LISTS:
            document.add(key, _tables(value, comments))
        elif key == "sources":
            document.add(key, _sources(value))
        else:
            document.add(key, _table(value) if isinstance(value, dict) else tomlkit.item(value))
    return tomlkit.dumps(document)


def _tables(values: Iterable[Mapping[str, Any]], comments: Comments) -> AoT:
    found = tomlkit.aot()
    for value in values:
        table = tomlkit.table()
        for line in comments(value):
            table.add(tomlkit.comment(line))
        _fill(table, value)
        # The list itself sets its tables apart.
        found.append(table)
    return found


def _sources(values: Mapping[str, Mapping[str, Any]]) -> Table:
    found = tomlkit.table(is_super_table=True)
    for name, value in values.items():
        found.add(name, _table(value))
    return found


def _table(value: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    _fill(table, value)
    table.add(tomlkit.nl())
    return table


def _fill(table: Table, value: Mapping[str, Any]) -> None:
    for key, one in value.items():
        table.add(key, _item(one))


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
