"""The words by which languages are read: TOML files, one a language, and what is made of them."""

from claimtrack.reading.lexicon._load import languages
from claimtrack.reading.lexicon.loading import (
    Lexicon,
    check_patterns,
    common_tables,
    lexicon_for,
    lexicon_from,
    parse_lexicon,
    patterns_of,
)

__all__ = [
    "Lexicon",
    "check_patterns",
    "common_tables",
    "languages",
    "lexicon_for",
    "lexicon_from",
    "parse_lexicon",
    "patterns_of",
]
