"""
Reports: the published items that carry what sources say.

Source:
    The fields are the common part of schema.org ``Article``, ninjs 3.1 and Emergent's article
    versions; *relays* is PROV's ``wasQuotedFrom`` and ``hadPrimarySource`` in one.
"""

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.ids import ReportId
from claimtrack.model.source import Source, outlet
from claimtrack.model.window import Window, window
from claimtrack.model.words import checked, language, line, lines
from claimtrack.model.zones import zone_name


@attrs.frozen(kw_only=True, field_transformer=checked)
class Report:
    """
    One published item.

    Attributes:
        outlet: Who published it; empty where that is not known.

        url: Where it is.

        title: Its headline.

        author: Its byline.

        lang: Its language, a BCP 47 tag.

        zone: The time zone that its dates are meant in, an IANA name or an offset.

        published_at: When it came out; None where it does not say.

        relays: The outlets, or the ids of the reports, whose reporting it passes on.

        ours: Whether it is the desk's own reporting.

        digest: SHA-256 of the text that was read, hexadecimal; empty where no text was read.

        archived_at_url: Where a copy is kept.

        id: Its name within the ledger. Given, else the url, else ``sha256:`` and the digest, else
            outlet, title and time together.

    Raises:
        InvalidValueError: Nothing would tell it from another report: no id, no url, no digest, and
            not outlet, title and time together; or it relays itself or its own outlet.

    Example:
        >>> Report("Example News", published_at="2025-11-26", title="Talks under way").id
        'Example News | Talks under way | 2025-11-26'
    """

    outlet: str = attrs.field(converter=line, default="", kw_only=False)
    url: str = attrs.field(converter=line, default="")
    title: str = attrs.field(converter=line, default="")
    author: str = attrs.field(converter=line, default="")
    lang: str = attrs.field(converter=language, default="")
    zone: str = attrs.field(converter=zone_name, default="")
    published_at: Window | None = attrs.field(converter=window, default=None)
    relays: tuple[str, ...] = attrs.field(converter=lines, default=())
    ours: bool = False
    digest: str = attrs.field(converter=line, default="")
    archived_at_url: str = attrs.field(converter=line, default="")
    given_id: str = attrs.field(converter=line, default="", alias="id")

    def __attrs_post_init__(self) -> None:
        if not (self.url or self.given_id or self.digest) and not (
            self.outlet and self.title and self.published_at
        ):
            reason = "needs an id, a url, a digest, or outlet, title and time together"
            raise InvalidValueError("report", self.outlet, reason)
        if self.relays and not {self.outlet, self.url, self.id}.isdisjoint(self.relays):
            raise InvalidValueError("report.relays", self.relays, "must not hold the report itself")

    @property
    def id(self) -> ReportId:
        """Its name within the ledger."""
        if self.given_id or self.url:
            return ReportId(self.given_id or self.url)
        if self.digest:
            return ReportId(f"sha256:{self.digest}")
        return ReportId(f"{self.outlet} | {self.title} | {self.published_at}")

    @property
    def voice(self) -> Source:
        """The source of what it states itself: its outlet, or where that is not known, its id."""
        return outlet(self.outlet or self.id)
