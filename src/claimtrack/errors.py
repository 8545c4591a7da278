"""
Everything claimtrack raises on purpose::

    ClaimtrackError
    ├── InvalidValueError (ValueError)       a value breaks a rule of the model
    ├── NotFoundError (LookupError)
    │   ├── ClaimNotFoundError               no such claim in this ledger
    │   ├── StoryNotFoundError               no such story in this ledger
    │   ├── SourceNotFoundError              no such source in this ledger
    │   └── ReportNotFoundError              no such report in this ledger
    ├── UpdateRefusedError                   an update cannot stand, with every reason
    ├── DuplicateClaimError                  the same text is tracked already
    ├── AlreadyAppliedError                  a follow-up's key was applied with other content
    ├── UnderReviewError                     a person must look before this is applied
    ├── FollowUpRefusedError                 several things in a follow-up cannot stand
    ├── DecodeError                          stored or foreign data cannot be read
    │   ├── FileError                        a file that people write cannot be read
    │   │   ├── FollowUpFileError            a follow-up file cannot be read
    │   │   └── LexiconError                 a reading lexicon cannot be used
    │   └── ArticleError                     what was given to read is no article's text
    └── StoreError
        ├── ConflictError                    the claim is not at the expected revision
        ├── BrokenHistoryError               entries missing, out of order or altered
        ├── StoreUnavailableError            locked, full, read-only or not reachable
        └── StoreVersionError                written by another release

Catching `ClaimtrackError` catches all of these and nothing else. A class exists only where a
caller would act differently. Every error carries its facts as attributes, has a ``code`` for
machines, and survives `pickle`.
"""

from collections.abc import Sequence
from datetime import datetime

_SHOWN = 80  # characters of an offending value in a message; ours, one terminal line


def _shown(value: object) -> str:
    try:
        text = repr(value[: _SHOWN + 1] if isinstance(value, (str, bytes)) else value)
    except ValueError:  # Python refuses to write out an integer of thousands of digits
        text = "a value too long to show"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class ClaimtrackError(Exception):
    """
    The root: whatever claimtrack raises on purpose.

    Attributes:
        place: Where in a refused follow-up: ``items[3]``; empty for all of it, or for none.
    """

    code = "error"
    place = ""


class InvalidValueError(ClaimtrackError, ValueError):
    """
    A value breaks a rule of the model.

    Attributes:
        field: Dotted path of the field, such as ``figure.low``.

        value: What was offered, unchanged.

        reason: One clause: ``must not be empty``.
    """

    code = "invalid-value"

    def __init__(self, field: str, value: object, reason: str) -> None:
        super().__init__(field, value, reason)
        self.field = field
        self.value = value
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.field} {self.reason}, got {_shown(self.value)}"


class NotFoundError(ClaimtrackError, LookupError):
    """
    Something is not in this ledger, or nothing of it is left to act on.

    Attributes:
        key: What was looked for.

        reason: What of it is missing, where it is known; else empty.
    """

    code = "not-found"
    _noun = "record"

    def __init__(self, key: str, reason: str = "") -> None:
        super().__init__(key, reason)
        self.key = key
        self.reason = reason

    def __str__(self) -> str:
        shown = _shown(self.key)
        known = f"{self._noun} {shown} {self.reason}"
        return known if self.reason else f"no such {self._noun} in this ledger: {shown}"


class ClaimNotFoundError(NotFoundError):
    """
    No claim with this id in the ledger, or none yet at the time asked about.

    Attributes:
        opened_at: When it was opened, where it was asked for as of before; else None.
    """

    code = "claim-not-found"
    _noun = "claim"

    def __init__(self, key: str, opened_at: datetime | None = None) -> None:
        then = "" if opened_at is None else f"was not known then: opened {opened_at.isoformat()}"
        super().__init__(key, then)
        self.args = (key, opened_at)
        self.opened_at = opened_at


class StoryNotFoundError(NotFoundError):
    """No claim in the ledger belongs to a story of this name."""

    code = "story-not-found"
    _noun = "story"


class SourceNotFoundError(NotFoundError):
    """No claim in the ledger rests on a source with this id, or on its word."""

    code = "source-not-found"
    _noun = "source"


class ReportNotFoundError(NotFoundError):
    """No entry in the ledger came with a report of this id, or nothing that it said stands."""

    code = "report-not-found"
    _noun = "report"


class UpdateRefusedError(ClaimtrackError):
    """
    An update cannot stand on the claim as it is; nothing was written.

    Attributes:
        claim_id: The claim.

        reasons: One clause each, all of them.
    """

    code = "update-refused"

    def __init__(self, claim_id: str, reasons: Sequence[str]) -> None:
        super().__init__(claim_id, tuple(reasons))
        self.claim_id = claim_id
        self.reasons = tuple(reasons)

    def __str__(self) -> str:
        return f"{self.claim_id}: " + "; ".join(self.reasons)


class DuplicateClaimError(ClaimtrackError):
    """
    A claim with this id or, in the same story, with this text is tracked already.

    Attributes:
        claim_id: The claim that exists.

        reason: What is the same: ``the id is taken by another claim``.
    """

    code = "duplicate-claim"

    def __init__(self, claim_id: str, reason: str) -> None:
        super().__init__(claim_id, reason)
        self.claim_id = claim_id
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.reason}: {self.claim_id}"


class AlreadyAppliedError(ClaimtrackError):
    """
    A follow-up with this key was applied before, with other content.

    Attributes:
        key: The follow-up's key.

        differences: One line each: ``+`` for what is new, ``-`` for what vanished.
    """

    code = "already-applied"

    def __init__(self, key: str, differences: Sequence[str]) -> None:
        super().__init__(key, tuple(differences))
        self.key = key
        self.differences = tuple(differences)

    def __str__(self) -> str:
        told = "; ".join(self.differences)
        return f"follow-up {_shown(self.key)} was applied with other content: {told}"


class UnderReviewError(ClaimtrackError):
    """
    Items still carry a review note, so a person must look first.

    Attributes:
        items: ``path: note`` each, all of them.
    """

    code = "under-review"

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__(tuple(items))
        self.items = tuple(items)

    def __str__(self) -> str:
        return "still under review: " + "; ".join(self.items)


class FollowUpRefusedError(ClaimtrackError):
    """
    Several things in a follow-up cannot stand; of one alone, its own error is raised.

    Attributes:
        key: The follow-up's key.

        errors: What stands against it, in the order of the follow-up, each with its *place*.
    """

    code = "follow-up-refused"

    def __init__(self, key: str, errors: Sequence[ClaimtrackError]) -> None:
        super().__init__(key, tuple(errors))
        self.key = key
        self.errors = tuple(errors)

    def __str__(self) -> str:
        told = "; ".join(f"{one.place}: {one}" if one.place else str(one) for one in self.errors)
        return f"follow-up {_shown(self.key)} is refused: {told}"


class DecodeError(ClaimtrackError):
    """
    Stored or foreign data cannot be read.

    Attributes:
        problems: ``reason @ $.path`` each, all of them.
    """

    code = "decode"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "; ".join(self.problems)


class FileError(DecodeError):
    """
    A file that people write cannot be read; nothing of it is used.

    Attributes:
        file: The file's name, or ``-`` for standard input.
    """

    code = "file"

    def __init__(self, file: str, problems: Sequence[str]) -> None:
        super().__init__(problems)
        self.args = (file, tuple(problems))
        self.file = file

    def __str__(self) -> str:
        return f"{self.file}: " + "; ".join(self.problems)


class FollowUpFileError(FileError):
    """A follow-up file cannot be read; nothing of it was applied."""

    code = "follow-up-file"


class LexiconError(FileError):
    """A reading lexicon cannot be used; *file* is its name, or the language of a packaged one."""

    code = "lexicon"


class ArticleError(DecodeError):
    """What was given to read is no article's text: binary data, or a page in HTML."""

    code = "article"


class StoreError(ClaimtrackError):
    """The place where entries live failed; the driver's error is the cause."""

    code = "store"


class ConflictError(StoreError):
    """
    The claim is not at the revision the caller expected: read again, decide again.

    Attributes:
        claim_id: The claim.

        expected: The revision the caller gave.

        actual: The claim's revision now; 0 where it does not exist.
    """

    code = "conflict"

    def __init__(self, claim_id: str, expected: int, actual: int) -> None:
        super().__init__(claim_id, expected, actual)
        self.claim_id = claim_id
        self.expected = expected
        self.actual = actual

    def __str__(self) -> str:
        return f"{self.claim_id} is at revision {self.actual}, expected {_shown(self.expected)}"


class BrokenHistoryError(StoreError):
    """
    A claim's history cannot be trusted: stop, and look at the ledger.

    Attributes:
        claim_id: The claim.

        revision: Where it breaks.

        reason: One clause: ``revision 4 follows 2``.
    """

    code = "broken-history"

    def __init__(self, claim_id: str, revision: int, reason: str) -> None:
        super().__init__(claim_id, revision, reason)
        self.claim_id = claim_id
        self.revision = revision
        self.reason = reason

    def __str__(self) -> str:
        return f"history of {self.claim_id} breaks at revision {self.revision}: {self.reason}"


class StoreUnavailableError(StoreError):
    """
    The store cannot be used now: locked, full, read-only, or not there.

    Attributes:
        reason: What the store said.
    """

    code = "store-unavailable"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class StoreVersionError(StoreError):
    """
    The store was written by a release this one does not understand.

    Attributes:
        found: The schema version of the store, or what was found in its place.

        supported: The newest version this release reads.

        store: Which store, as a file's name.
    """

    code = "store-version"

    def __init__(self, found: str, supported: str, store: str = "the store") -> None:
        super().__init__(found, supported, store)
        self.found = found
        self.supported = supported
        self.store = store

    def __str__(self) -> str:
        return (
            f"{self.store} has schema version {self.found},"
            f" this release reads up to {self.supported}"
        )
