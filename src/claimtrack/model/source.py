"""
Sources: who says so.

Source:
    Kinds after PROV agents and IPTC info sources, widened by what wire copy attributes to;
    a group with a count as the agencies' rules on plural sources need it (Reuters Handbook, "The
    Essentials of Reuters sourcing"); reliability is the first letter of the Admiralty code.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

import attrs

from claimtrack.errors import InvalidValueError
from claimtrack.model.ids import SourceId
from claimtrack.model.words import checked, count, language, line, maybe_moment, refuse


class SourceKind(StrEnum):
    """What kind of speaker a source is."""

    PERSON = "person"
    GROUP = "group"
    OFFICE = "office"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    DATASET = "dataset"
    ACCOUNT = "account"


class CountIs(StrEnum):
    """How the wording gives the number of a group."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    SEVERAL = "several"


def count_is(value: CountIs | str | None) -> CountIs | None:
    """Take how a count is to be read, or None (a field's rule)."""
    if value is None or isinstance(value, CountIs):
        return value
    if value not in tuple(CountIs):
        raise refuse(value, f"must be one of {', '.join(CountIs)}")
    return CountIs(value)


class Reliability(StrEnum):
    """
    How reliable a source has been, by the Admiralty code.

    Source:
        NATO AJP-2.1, source reliability: A completely reliable, B usually, C fairly, D not
        usually, E unreliable, F cannot be judged. F is the absence of a rating, not a low one.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Label:
    """
    What to call a source in another language.

    Attributes:
        lang: The language, a BCP 47 tag.

        text: The name, or for a source without one its description, in that language.
    """

    lang: str = attrs.field(converter=language)
    text: str = attrs.field(converter=line)

    def __attrs_post_init__(self) -> None:
        if not self.lang or not self.text:
            raise InvalidValueError("label", (self.lang, self.text), "needs a language and a text")


def labels(values: "Mapping[str, str] | Iterable[Label]") -> tuple[Label, ...]:
    """Take what to call a source in other languages, by language (a field's rule)."""
    if isinstance(values, Mapping):
        return tuple(Label(lang=lang, text=text) for lang, text in values.items())
    found = tuple(values)
    if not all(isinstance(label, Label) for label in found):
        raise refuse(values, "must be labels, or texts by language")
    tags = [label.lang for label in found]
    if len(set(tags)) < len(tags):
        raise refuse(tags, "must not name a language twice")
    return found


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Source:
    """
    Somebody or something that says so.

    Attributes:
        kind: What kind of speaker.

        name: The published name; empty for a source known only by its description.

        description: The published description, word for word: ``sources familiar with the
            matter``.

        id: Its name within the ledger. Given, or made when the follow-up is recorded: from kind and
            name, or for a source without name from outlet, description and report, so that
            the same description in two reports is two records.

        count: How many people speak as one group; None where the wording does not say.

        count_is: How *count* is to be read; None where there is no group.

        affiliation: The body it belongs to; for a document, who issued it.

        role: Its office or position: ``US special envoy for Belarus``.

        speaks_for: The person or body on whose behalf it speaks.

        told: The outlet it spoke to, where that is not the outlet of the report.

        reliability: The ledger's rating; F where nobody rated it.

        rated_at: When the rating was given, aware, UTC; None where nobody rated it.

        lang: The language of *description* and *role*, a BCP 47 tag, or empty.

        labels: What to call it in other languages; a mapping from language to text will do.

    Raises:
        InvalidValueError: Neither name nor description; a count without ``count_is``.

    Example:
        >>> str(anonymous("sources familiar with the matter", count=3, told="Reuters"))
        '3 sources familiar with the matter (told Reuters)'
    """

    kind: SourceKind = attrs.field(converter=SourceKind)
    name: str = attrs.field(converter=line, default="")
    description: str = attrs.field(converter=line, default="")
    id: SourceId = attrs.field(converter=line, default=SourceId(""))
    count: int | None = attrs.field(converter=count, default=None)
    count_is: CountIs | None = attrs.field(converter=count_is, default=None)
    affiliation: str = attrs.field(converter=line, default="")
    role: str = attrs.field(converter=line, default="")
    speaks_for: str = attrs.field(converter=line, default="")
    told: str = attrs.field(converter=line, default="")
    reliability: Reliability = attrs.field(converter=Reliability, default=Reliability.F)
    rated_at: datetime | None = attrs.field(converter=maybe_moment, default=None)
    lang: str = attrs.field(converter=language, default="")
    labels: tuple[Label, ...] = attrs.field(converter=labels, default=())

    def __attrs_post_init__(self) -> None:
        if not self.name and not self.description:
            raise InvalidValueError("source", "", "needs a name or a description")
        if self.count is not None and self.count_is is None:
            raise InvalidValueError("source.count_is", None, "must say how the count is meant")

    @property
    def is_named(self) -> bool:
        """Whether the source is published by name."""
        return self.name != ""

    @property
    def label(self) -> str:
        """What to call it in a sentence: the name, else the description."""
        return self.name or self.description

    def label_in(self, lang: str) -> str:
        """Say what to call it in a language, or as `label` where nothing is said of that."""
        for label in self.labels:
            if label.lang == lang:
                return label.text
        return self.label

    def __str__(self) -> str:
        number = ""
        if self.count is not None:
            number = (
                f"at least {self.count} " if self.count_is is CountIs.AT_LEAST else f"{self.count} "
            )
        told = f" (told {self.told})" if self.told else ""
        return f"{'' if self.name else number}{self.label}{told}"


_NO_LABELS: Mapping[str, str] = MappingProxyType({})


def person(
    name: str,
    *,
    role: str = "",
    affiliation: str = "",
    speaks_for: str = "",
    told: str = "",
    labels: Mapping[str, str] = _NO_LABELS,
) -> Source:
    """Name a person: ``person("John Coale", role="US special envoy for Belarus")``."""
    return Source(
        kind=SourceKind.PERSON,
        name=name,
        role=role,
        affiliation=affiliation,
        speaks_for=speaks_for,
        told=told,
        labels=labels,
    )


def office(
    name: str, *, speaks_for: str = "", told: str = "", labels: Mapping[str, str] = _NO_LABELS
) -> Source:
    """Name an office: ``office("White House", labels={"ro": "Casa Albă"})``."""
    return Source(
        kind=SourceKind.OFFICE, name=name, speaks_for=speaks_for, told=told, labels=labels
    )


def organisation(name: str, *, told: str = "", labels: Mapping[str, str] = _NO_LABELS) -> Source:
    """Name an organisation that speaks for itself."""
    return Source(kind=SourceKind.ORGANISATION, name=name, told=told, labels=labels)


def outlet(name: str) -> Source:
    """Name an outlet that speaks in its own voice."""
    return Source(kind=SourceKind.OUTLET, name=name)


def document(name: str, *, issuer: str = "") -> Source:
    """Name a document; *issuer* is who made it out."""
    return Source(kind=SourceKind.DOCUMENT, name=name, affiliation=issuer)


def anonymous(
    description: str,
    *,
    count: int | None = None,
    count_is: CountIs | str | None = None,
    told: str = "",
    affiliation: str = "",
    lang: str = "",
    labels: Mapping[str, str] = _NO_LABELS,
) -> Source:
    """
    Describe a source that is published without a name.

    Args:
        description: The published words, without the number: ``sources familiar with the matter``.

        count: How many there are; None where the wording gives no number.

        count_is: ``exact`` unless told; ``at_least`` for "at least three"; ``several`` for a plural
            without number.

        told: The outlet they spoke to, where that is not the outlet of the report.

        affiliation: The body they belong to, where the wording says so.

        lang: The language of *description*, a BCP 47 tag.

        labels: The description in other languages, by their tags.

    Returns:
        A person where there is one of them and a group otherwise; with no count at all a person,
        since a group is not claimed where the wording does not say so.
    """
    if count_is is None and count is not None:
        count_is = CountIs.EXACT
    several = count_is in (CountIs.SEVERAL, CountIs.AT_LEAST) or (count or 0) > 1
    return Source(
        kind=SourceKind.GROUP if several else SourceKind.PERSON,
        description=description,
        count=count,
        count_is=count_is,
        told=told,
        affiliation=affiliation,
        lang=lang,
        labels=labels,
    )
