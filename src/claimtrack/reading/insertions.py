"""Insertions: names in quotation marks and parentheses, which belong to the phrase around them."""

from claimtrack.reading.syntax import Syntax

_SHORT_NAME = 5
"""Words of a quotation that is a name within a phrase, not what somebody said. Ours."""

_PARENTHESIS = 10
"""Words of a parenthesis that belongs to the phrase before it. Ours."""


def quoted_left(syntax: Syntax, within: range, at: int) -> int | None:
    """Give where a name begins whose closing mark stands at a token; None where it is speech."""
    inside = _quotation(syntax, at)
    is_name = len(inside) - 2 <= _SHORT_NAME and syntax.words[inside.stop - 2] not in ",.!?"
    return inside.start if is_name and inside.start > within.start else None


def quoted_right(syntax: Syntax, within: range, at: int) -> int | None:
    """Give where a name ends whose opening mark stands at a token, behind a phrase's first."""
    inside = _quotation(syntax, at)
    is_name = at > within.start and len(inside) - 2 <= _SHORT_NAME
    return inside.stop if is_name and inside.stop <= within.stop else None


def parenthesis_left(syntax: Syntax, within: range, at: int) -> int | None:
    """Give where a parenthesis begins that ends at a token; None where it is too long."""
    for index in range(at - 1, max(within.start, at - _PARENTHESIS), -1):
        if syntax.words[index] == "(":
            return index
    return None


def parenthesis_right(syntax: Syntax, within: range, at: int) -> int | None:
    """Give the index behind a parenthesis that begins at a token; None where it is too long."""
    for index in range(at + 1, min(within.stop, at + _PARENTHESIS)):
        if syntax.words[index] == ")":
            return index + 1
    return None


def _quotation(syntax: Syntax, at: int) -> range:
    return syntax.tokens.within(syntax.article.quotations[syntax.tokens.quoted[at]])
