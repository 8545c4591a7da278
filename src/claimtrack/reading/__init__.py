"""
Reading: an article's text becomes a drafted follow-up that an editor checks and applies.

Nothing is recorded here, and nothing is believed: a draft says what an article says, where, and by
which rule that was read.
"""

from datetime import date

import attrs

from claimtrack.model.report import Report
from claimtrack.model.window import Window
from claimtrack.reading.article import digest_of
from claimtrack.reading.dates import TimeRead, parse_window, read_time
from claimtrack.reading.draft import ClaimRead, Draft, QuestionRead, ResponseRead
from claimtrack.reading.lexicon import Lexicon, languages, lexicon_for, lexicon_from, parse_lexicon
from claimtrack.reading.lint import Remark, RemarkKind, lint
from claimtrack.reading.plain_text import decoded
from claimtrack.reading.reader import CallableReader, LexiconReader, Reader
from claimtrack.reading.revising import ClaimChange, Revision, revised

__all__ = [
    "CallableReader",
    "ClaimChange",
    "ClaimRead",
    "Draft",
    "Lexicon",
    "LexiconReader",
    "QuestionRead",
    "Reader",
    "Remark",
    "RemarkKind",
    "ResponseRead",
    "TimeRead",
    "Revision",
    "decoded",
    "digest_of",
    "languages",
    "lexicon_for",
    "lexicon_from",
    "lint",
    "parse_lexicon",
    "parse_window",
    "read",
    "read_time",
    "revised",
]


def read(
    text: str,
    report: Report | None = None,
    *,
    lang: str = "",
    published_at: Window | date | str | None = None,
    reader: Reader | None = None,
) -> Draft:
    """
    Read an article.

    Args:
        text: Its text as it stands: plain, of any length.

        report: The report that it is; None to know it by its text alone.

        lang: Its language, a BCP 47 tag; empty for the report's, else the header's, else found out.

        published_at: When it came out, ISO 8601 or EDTF; None for the report's, else the header's.
            Without any, words such as "yesterday" are kept and have no window.

        reader: What reads it; None for the package's own rules and lexicons.

    Returns:
        A draft, empty where the text claims nothing; see `Draft.to_follow_up`.

    Raises:
        ArticleError: It is not text, or a page in HTML.

        InvalidValueError: Its language is none that there is a lexicon for, or cannot be told.

    Example:
        >>> draft = read("The talks have ended, two officials told Reuters on Monday.", lang="en")
        >>> draft.claims[0].text
        'The talks have ended'
    """
    known = report or Report(digest=digest_of(text))
    if lang:
        known = attrs.evolve(known, lang=lang)
    if published_at is not None:
        known = attrs.evolve(known, published_at=published_at)
    return (reader or LexiconReader()).read(text, known)
