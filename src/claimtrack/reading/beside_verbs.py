"""Beside verbs: what finding subjects before and behind a verb has in common."""

from claimtrack.reading.edges import Edges


class BesideVerbs:
    """
    Finds subjects beside their verbs in one sentence.

    Args:
        edges: Finds the edges of the sentence's noun phrases.
    """

    def __init__(self, edges: Edges) -> None:
        self._edges = edges
        self._syntax = edges.syntax
        self._within = edges.within
        self._words = edges.syntax.words
        self._small = edges.syntax.small
