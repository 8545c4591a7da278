"""Cue forms: the verbs of attribution of a lexicon, looked up by their first word."""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from claimtrack.reading.kinds import CueKind, Frame
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.lexicon.notation import words_of
from claimtrack.reading.lexicon.sections import According, CueGroup, Verb
from claimtrack.reading.tokens import words_in

_PARTICIPLE = "+"
"""Before a form: it needs a perfect auxiliary."""


@attrs.frozen(eq=False, kw_only=True)
class Form:
    """
    A form of a verb of attribution.

    Attributes:
        words: Its words, folded.

        needs_perfect: Whether an auxiliary must stand before it.

        kind: How it attributes.

        lemma: The verb's name in dictionaries.

        frames: What of its surroundings makes it count.

        is_loose: Whether it is an ordinary word too.

        not_after: Words that cancel it before it.

        not_before: Words that cancel it behind it.

        no_object: Nouns that cancel it as its object.

        is_whole: Whether it holds its object, so that nothing more need stand around it.

        tells: Whether its object is who was told.

        rule: The id of the rule.
    """

    words: tuple[str, ...]
    needs_perfect: bool
    kind: CueKind
    lemma: str
    frames: frozenset[Frame]
    is_loose: bool
    not_after: frozenset[str]
    not_before: frozenset[str]
    no_object: frozenset[str]
    is_whole: bool
    tells: bool
    rule: str


@attrs.frozen(eq=False, kw_only=True)
class Phrase:
    """A phrase that names a source without a verb, compiled."""

    pattern: re.Pattern[str]
    kind: CueKind
    not_before: frozenset[str]
    not_after: frozenset[str]
    cites: bool
    rule: str


@cache
def forms_of(lexicon: Lexicon) -> dict[str, tuple[Form, ...]]:
    """Give the forms by their first word, the longest first."""
    found: dict[str, list[Form]] = {}
    for group in lexicon.tables.cues:
        for verb in group.verbs:
            for form in _forms(lexicon, group, verb):
                found.setdefault(form.words[0], []).append(form)
    return {word: tuple(sorted(forms, key=_by_length)) for word, forms in found.items()}


@cache
def phrases_of(lexicon: Lexicon) -> tuple[Phrase, ...]:
    """Give the phrases that name a source without a verb, in the lexicon's order."""
    return tuple(
        _phrase(lexicon, number, one) for number, one in enumerate(lexicon.tables.according)
    )


@cache
def perfect_of(lexicon: Lexicon) -> re.Pattern[str] | None:
    """Give the pattern of what stands before a participle."""
    perfect = lexicon.tables.grammar.perfect
    return None if perfect is None else lexicon.compiled(perfect)


@cache
def anonymity_of(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of words by which a source asks not to be named."""
    return tuple(lexicon.compiled(one) for one in lexicon.tables.anonymous.anonymity)


@cache
def carrying_of(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of words that say who carries another's: "quoted by"."""
    rules = (one for one in lexicon.tables.according if one.kind is CueKind.VIA_OUTLET)
    return tuple(lexicon.compiled(one.pattern) for one in rules)


@cache
def telling(lexicon: Lexicon) -> frozenset[str]:
    """Give the names of the verbs whose object is who was told."""
    return frozenset(
        verb.lemma
        for group in lexicon.tables.cues
        for verb in group.verbs
        if verb.outlet == "object"
    )


@cache
def with_object(lexicon: Lexicon) -> frozenset[str]:
    """Give the names of the verbs that may have what is said, or spoken of, as their object."""
    return frozenset(
        verb.lemma
        for group in lexicon.tables.cues
        for verb in group.verbs
        if Frame.NP in group.frames or verb.frames == (Frame.QUOTE,)
    )


def _by_length(form: Form) -> tuple[int, bool]:
    return -len(form.words), not form.needs_perfect


def _forms(lexicon: Lexicon, group: CueGroup, verb: Verb) -> Iterator[Form]:
    frames = frozenset(group.frames if verb.frames is None else verb.frames)
    for notation in verb.forms:
        for form in words_of(notation):
            words = words_in(lexicon.folder.fold(form.removeprefix(_PARTICIPLE)))
            if not words:
                continue
            yield Form(
                words=words,
                needs_perfect=form.startswith(_PARTICIPLE),
                kind=group.kind,
                lemma=verb.lemma,
                frames=frames,
                is_loose=verb.is_loose,
                not_after=_folded(lexicon, verb.not_after),
                not_before=_folded(lexicon, verb.not_before),
                no_object=_folded(lexicon, verb.no_object),
                is_whole=verb.is_whole,
                tells=verb.outlet == "object",
                rule=f"{lexicon.version}:cue.{group.kind}.{verb.lemma.replace(' ', '_')}",
            )


def _phrase(lexicon: Lexicon, number: int, one: According) -> Phrase:
    return Phrase(
        pattern=lexicon.compiled(one.pattern),
        kind=one.kind,
        not_before=_folded(lexicon, one.not_before),
        not_after=_folded(lexicon, one.not_after),
        cites=one.cites,
        rule=f"{lexicon.version}:according[{number}]",
    )


def _folded(lexicon: Lexicon, forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(lexicon.folder.fold(form) for form in forms)
