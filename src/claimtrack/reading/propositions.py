"""Propositions: the words of a claim without the marks around them."""

import re

_EDGES = re.compile(r"^[\s,;:.–—-]+|[\s,;:.–—-]+$")
_CLOSERS = {"„": "”“", "“": "”", "«": "»", "»": "«", "‘": "’", '"': '"'}
"""Opening marks, each with those that may close it; also "»so«", as German sets it."""

_SINGLE = "'‘’"
"""Marks that are apostrophes too: within the words they stay."""

_MARK = re.compile(r"[\"'„“”«»‘’]")


def proposition(words: str) -> str:
    """
    Take white space, the full stop, and quotation marks around all of the words, off them.

    Marks around a part of the words stay. One that has lost its other half goes.

    Args:
        words: What stands in the article.

    Example:
        >>> proposition(' "The talks are over." ')
        'The talks are over'
        >>> proposition('The talks were "dead".')
        'The talks were "dead"'
        >>> proposition('The talks were "dead')
        'The talks were dead'
    """
    bare = _EDGES.sub("", words)
    while _MARK.search(bare):
        pairs, lone = _marks(bare)
        kept = [sign for place, sign in enumerate(bare) if place not in lone]
        is_whole = not lone and pairs.get(0) == len(bare) - 1
        found = bare[1:-1] if is_whole else "".join(kept)
        found = _EDGES.sub("", found)
        if found == bare:
            break
        bare = found
    return " ".join(bare.split())


def _marks(words: str) -> tuple[dict[int, int], set[int]]:
    """Give the pairs of marks by the place of the opening one, and the places of lone ones."""
    pairs: dict[int, int] = {}
    lone: set[int] = set()
    opened: list[int] = []
    last = len(words) - 1
    for place, sign in enumerate(words):
        if opened and sign in _CLOSERS[words[opened[-1]]]:
            pairs[opened.pop()] = place
        elif sign in _CLOSERS and (sign not in _SINGLE or not words[place - 1 : place].isalnum()):
            opened.append(place)
        elif sign in "”»" or (sign in _SINGLE and place in (0, last)):
            lone.add(place)
    return pairs, lone | set(opened)
