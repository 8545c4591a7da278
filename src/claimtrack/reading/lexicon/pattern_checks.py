"""
What a pattern must not be, since people write patterns and texts are long.

A repeat whose rounds can be told in two ways, as one around another or around alternatives that may
be each other, and several repeats in a row that take the same signs, can try more ways than there
are seconds. Such patterns are refused where they are read, see `backtracking`; that a pattern
passes is no proof that it is quick.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.reading.lexicon.backtracking import doubled, has_more_in_a_row
from claimtrack.reading.lexicon.pattern_parse import (
    ASSERTIONS,
    PROBES,
    REPEATS,
    WITHOUT_END,
    is_beyond_reading,
    parsed,
    taken,
    within,
)

_ADJACENT = re.compile(r"(\\[wds]|\[[^\]]+\])[*+]\1[*+]")
"""Two repeats of the same kind side by side."""

_NEARLY_ALL = 2 / 3
"""The share of signs that a part of nearly any sign takes. Ours: no word, and no blank, has it."""

_MOST_WIDE = 2
"""Such repeats, one behind the other: time grows with the text's length to the power of them. Ours:
of two, a sentence of the greatest length takes some hundredths of a second, of three, minutes."""


def objections(pattern: str) -> Iterator[str]:
    """
    Say what stands against a pattern, as a lexicon has it.

    Yields:
        One clause each; nothing where nothing is found.

    Example:
        >>> list(objections("(?:[a-z]+ ?)+x"))
        ['repeats what can be told in two ways, which can take for ever']
    """
    try:
        if is_beyond_reading(pattern):
            yield "has flags of its own, or asks whether a group was there: that cannot be checked"
            return
        if doubled(pattern):
            yield "repeats what can be told in two ways, which can take for ever"
            return
        in_a_row = has_more_in_a_row(pattern, _MOST_WIDE)
    except RecursionError:
        yield "nests too deeply to be checked"
        return
    if _ADJACENT.search(pattern):
        yield "repeats the same twice side by side, which can take for ever"
    elif _wide(parsed(pattern)) > _MOST_WIDE:
        yield f"more than {_MOST_WIDE} repeats without end of any sign, which can take for ever"
    elif in_a_row:
        yield f"more than {_MOST_WIDE} repeats in a row of one sign, which can take for ever"


def _wide(nodes: Iterable[Any]) -> int:
    """Count the repeats without end of nearly any sign that may follow each other."""
    count = 0
    for kind, value in nodes:
        name = str(kind)
        if name == "BRANCH":
            count += max(map(_wide, value[1]))
        elif name in REPEATS:
            count += _wide_repeat(name, *value)
        elif name not in ASSERTIONS:  # what is only looked for moves nothing on
            count += sum(map(_wide, within(name, value)))
    return count


def _wide_repeat(name: str, _: int, most: int, nodes: Any) -> int:
    if most == WITHOUT_END and len(nodes) == 1:
        kind, value = nodes[0]
        signs = taken(str(kind), value, PROBES)
        # A possessive repeat gives nothing back, and is gone over once.
        is_wide = signs is not None and len(signs) >= _NEARLY_ALL * len(PROBES)
        return int(is_wide and name != "POSSESSIVE_REPEAT")
    return _wide(nodes) * (1 if most == WITHOUT_END else most)
