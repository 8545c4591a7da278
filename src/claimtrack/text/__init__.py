"""Pure functions on strings. There are no claims in here."""

from claimtrack.text.display import width, wrap
from claimtrack.text.normalize import fold, printable, same_text_key, slug, words

__all__ = ["fold", "printable", "same_text_key", "slug", "width", "words", "wrap"]
