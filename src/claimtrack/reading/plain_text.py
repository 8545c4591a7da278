"""Plain text: what is read, told from the files and pages that are not."""

import re

from claimtrack.errors import ArticleError

LONGEST = 1_000_000
"""Characters of an article. Ours: a long read has 60,000, a novel a million."""

_HTML = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|<head|<body|<!--)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|article|section|script|img|ul|li|table)\b[^<>]{0,400}>"
)
_OPENING_TAG = re.compile(
    r"\s*<(?:p|div|span|a|h[1-6]|article|section|main|header|figure|script|style|meta|link|title|img"
    r"|ul|ol|table)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_TAGS = 3
"""Tags that make a text a page. Ours: one may be quoted, three are markup."""

_RTF = "{\\rtf"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""Byte order marks, each with the encoding that begins with it."""

_LOOKED_AT, _FEWEST = 400, 8
"""Bytes that are looked at for zeros: at most, and at least. Ours."""

_ZEROS = 0.3
"""The share of zeros on one side of byte pairs that makes a text UTF-16; text in UTF-8 has none.
Ours: letters beyond Latin have other bytes there."""


def decoded(data: bytes) -> str:
    """
    Read the bytes of a text file.

    Args:
        data: UTF-8; a byte order mark stays, so that the text has the digest of the file.

    Raises:
        ArticleError: It is not UTF-8; where it looks like another encoding, the reason says so.

    Example:
        >>> decoded("Știri".encode("utf-16"))
        Traceback (most recent call last):
        claimtrack.errors.ArticleError: it looks like UTF-16: save it as UTF-8 @ $
    """
    encoding = _encoding(data)
    if encoding:
        raise ArticleError((f"it looks like {encoding}: save it as UTF-8 @ $",))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: {error.reason} at byte {error.start + 1} @ $"
        raise ArticleError((reason,)) from error


def _encoding(data: bytes) -> str:
    """Name the encoding of two or four bytes a character that data look like, else nothing."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[: min(_LOOKED_AT, len(data) // 2 * 2)]
    if len(head) < _FEWEST:
        return ""
    for order, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > _ZEROS * len(zeros):
            words = head.decode(order, "replace")
            letters = sum(sign.isalpha() or sign.isspace() for sign in words)
            return "UTF-16" if letters * 2 > len(words) else ""
    return ""


def check_type(text: object) -> None:
    """
    Require a text.

    Raises:
        ArticleError: It is something else.
    """
    if not isinstance(text, str):
        raise ArticleError((f"must be text, got {type(text).__name__} @ $",))


def check_text(text: str) -> None:
    """
    Require plain text.

    Raises:
        ArticleError: It is too long, or another format: bytes, a PDF, RTF, a page in HTML.
    """
    check_type(text)
    if len(text) > LONGEST:
        raise ArticleError((f"longer than {LONGEST:,} characters: give one article at a time @ $",))
    if text.startswith("%PDF-"):
        raise ArticleError(("a PDF; give its text alone @ $",))
    if text.lstrip("\ufeff \r\n\t").startswith(_RTF):
        raise ArticleError(("a file in RTF; save it as plain text @ $",))
    if _CONTROLS.search(text) or _SURROGATES.search(text):
        raise ArticleError(("not text: it holds bytes of something else @ $",))
    if len(_TAG.findall(text[:100_000])) >= _TAGS:
        raise ArticleError((_PAGE,))
    check_body(text, 0)


def check_body(text: str, start: int) -> None:
    """
    Require that no markup opens a text behind its header.

    Args:
        text: The text.

        start: Where its header ends.

    Raises:
        ArticleError: It is a page in HTML.
    """
    if _HTML.match(text, start) or _OPENING_TAG.match(text, start):
        raise ArticleError((_PAGE,))
    if text.startswith(_RTF, start):
        raise ArticleError(("a file in RTF; save it as plain text @ $",))


_PAGE = "a page in HTML; give its text alone, such as a browser's reader view copies @ $"
