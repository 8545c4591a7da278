"""Names: the shapes of persons' names, and who is called by his last name alone."""

from functools import cached_property

from claimtrack.reading.acronyms import acronym_end
from claimtrack.reading.findings import Place
from claimtrack.reading.groups import is_in_name
from claimtrack.reading.heads import heads_of
from claimtrack.reading.outlets import outlet_at
from claimtrack.reading.phrase_heads import is_title
from claimtrack.reading.syntax import Syntax

_LONGEST = 6
"""Words of a person's name. Ours."""

_LEGAL = 2
"""Letters of what is spelled in capitals at the end of a company's name. Ours."""

_PARTICLES = frozenset(
    {"al", "bin", "ben", "da", "de", "del", "della", "den", "der", "di"}
    | {"dos", "du", "el", "ibn", "la", "le", "ter", "van", "von", "zu"}
)
"""Small words within names, in many languages."""

_AMBIGUOUS = frozenset({"chief", "general", "head", "king", "major", "prince", "private", "queen"})
"""Offices in English that begin names of bodies and places too: "General Electric"."""

_IN_BODIES = _AMBIGUOUS | {"premier"}
"""Those, and one that begins names of bodies alone, in many languages."""


class Names:
    """
    Persons' names in one text.

    Args:
        syntax: The text.
    """

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._heads = heads_of(syntax.lexicon)

    def person(self, first: int, last: int) -> range | None:
        """
        Find a person's name in a noun phrase: two capitalised words, or a title and one.

        Args:
            first: The phrase's first token.

            last: The index behind its last.

        Returns:
            The tokens of the name, a title left out; None where no person is named.
        """
        index = first
        while index < last:
            if not self._is_capital(index):
                index += 1
                continue
            run = self._run(index, last)
            is_owner = run.stop < last and self._syntax.words[run.stop] == "'"
            name = None if is_owner else self._in_run(run, first)
            if name is not None and not self._modifies(name, last):
                return self._explaining(name, first, last) or name
            index = run.stop
        return None

    def is_body(self, first: int, last: int) -> bool:
        """Whether words are the name of a body, as one of them tells: "Pacific Power"."""
        if first >= last or not self._is_capital(first):
            return False
        run = self._run(first, last)
        is_whole = run.stop == last or (
            run.stop + 1 == last and self._syntax.words[run.stop] == "."
        )
        return is_whole and self._names_body(run, self._lead_end(run))

    def _names_body(self, run: range, first: int) -> bool:
        """Whether a name from a token on is a body's, where no office stands before it."""
        syntax = self._syntax
        if any(word not in _IN_BODIES for word in syntax.words[run.start : first]):
            return False
        # "SA" makes a company, "Sá" is a last name.
        return any(
            syntax.words[index] in self._heads.in_names
            and (len(syntax.words[index]) > _LEGAL or syntax.raw(index).isupper())
            for index in range(max(first, run.start + 1), run.stop)
        )

    def _explaining(self, name: range, first: int, last: int) -> range | None:
        """Give who is named behind a comma, a body before: "șeful Nord Invest, Ion Pop"."""
        syntax, after = self._syntax, name.stop + 1
        is_led = name.start > first and syntax.words[name.start - 1] in self._heads.persons
        if syntax.small.omits_that or not is_led or after >= last:
            return None
        if syntax.words[name.stop] != "," or not self._is_capital(after):
            return None
        run = self._run(after, last)
        behind = syntax.words[run.stop] if run.stop < len(syntax.words) else ""
        if len(run) < 2 or run.stop < last or behind in syntax.small.links:
            return None
        return self._trimmed(run)

    def _modifies(self, name: range, last: int) -> bool:
        """Whether a noun follows that the name belongs to, where nouns stand last."""
        after = name.stop
        if not self._syntax.small.omits_that or after >= last:
            return False
        if self._syntax.words[name.stop - 1].endswith("'s"):
            return True
        word = self._syntax.words[after]
        return self._syntax.is_word(after) and (
            word not in self._syntax.small.prepositions
            and word not in self._syntax.small.relatives
            and word not in self._syntax.small.links
        )

    def full(self, surname: str) -> str:
        """Give the full name that the text has for a last name, folded; empty where it has none."""
        place = self._full.get(surname)
        return "" if place is None else place.of(self._syntax.body)

    def full_place(self, surname: str) -> Place | None:
        """Give where the text first has the full name for a last name, folded."""
        return self._full.get(surname)

    @cached_property
    def _full(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        index, last = 0, len(self._syntax.words)
        while index < last:
            if not self._is_capital(index):
                index += 1
                continue
            run = self._run(index, last)
            name = self._trimmed(run) if len(run) > 1 else None
            if name is not None and len(name) > 1:
                surname = self._syntax.words[name.stop - 1].removesuffix("'s")
                place = self._syntax.place(name.start, name.stop)
                is_owner = place.of(self._syntax.body).endswith(("'s", "’s"))
                end = place.end - len("'s") if is_owner else place.end
                found.setdefault(surname, Place(start=place.start, end=end))
            index = run.stop
        return found

    def _is_capital(self, index: int) -> bool:
        syntax = self._syntax
        return syntax.is_word(index) and syntax.is_capital(index)

    def _run(self, first: int, last: int) -> range:
        """Take capitalised words together, with particles and initials within; or an acronym."""
        end = acronym_end(self._syntax, first, last)
        if end > first:
            return range(first, end)
        end = first + 1
        while end < last:
            if acronym_end(self._syntax, end, last) > end:
                break
            is_part = self._is_capital(end) and not self._is_acronym(end - 1)
            if not is_part and not self._joins(end, last):
                break
            end += 1
        return range(first, end)

    def _joins(self, index: int, last: int) -> bool:
        syntax = self._syntax
        after = index + 1
        if syntax.words[index] == "." and is_in_name(syntax, index):
            return after < last and self._is_capital(after)
        if syntax.words[index] not in _PARTICLES or syntax.words[index] in syntax.small.firm_links:
            return False
        return after < last and (self._is_capital(after) or syntax.words[after] in _PARTICLES)

    def _is_acronym(self, index: int) -> bool:
        raw = self._syntax.raw(index)
        return len(raw) > 1 and raw.isupper()

    def _in_run(self, run: range, first: int) -> range | None:
        syntax = self._syntax
        before = run.start - 1
        if before >= first:
            word = syntax.words[before]
            depends = word in syntax.small.links or word in syntax.small.prepositions
            is_article = syntax.small.omits_that and word in syntax.small.determiners
            if depends and self._is_office(run):
                return self._trimmed(run[1:])
            if (depends and word not in syntax.small.breaks) or word.endswith("'s"):
                return None
            if is_article and before > first:
                return None
            is_lower = before > first and not syntax.is_capital(before)
            if is_lower and word.endswith(syntax.small.oblique):
                return None
        has_title = before >= first and syntax.words[before].rstrip(".") in syntax.small.titles
        has_title = has_title or syntax.words[run.start] in syntax.small.titles
        name = self._trimmed(run)
        if name is None:
            return None
        before_name = syntax.words[name.start - 1] if name.start > run.start else ""
        has_title = has_title or self._is_form_of_address(before_name)
        is_led = before < first or syntax.words[before] in self._heads.persons
        is_led = is_led or syntax.words[before] in self._heads.unnamed
        is_known = bool(self.full(syntax.words[name.start])) and is_led
        return name if len(name) > 1 or has_title or is_known else None

    def _is_form_of_address(self, word: str) -> bool:
        """Whether an office's noun before a last name shows that it is one: "President Bush"."""
        is_office = self._syntax.small.omits_that and word in self._heads.persons
        return is_office and word not in _AMBIGUOUS

    def _is_office(self, run: range) -> bool:
        """Whether a run goes on with a name behind an office's noun: "of State Ann Lee"."""
        syntax = self._syntax
        is_long = syntax.small.omits_that and len(run) > 2
        is_long = is_long and acronym_end(syntax, run.start, run.stop) == run.start
        return is_long and syntax.words[run.start] not in self._heads.persons

    def _trimmed(self, run: range) -> range | None:
        """Leave out titles, roles and nouns in the genitive before a name."""
        syntax = self._syntax
        for index in self._from_office(run):
            word = syntax.words[index]
            is_body = word in self._heads.bodies or word in self._heads.media
            if is_body and not is_title(syntax, index):
                return None
        first = self._lead_end(run)
        if first >= run.stop or sum(map(syntax.is_word, range(first, run.stop))) > _LONGEST:
            return None
        if self._names_body(run, first) or self._is_no_person(first, run.stop):
            return None
        return range(first, run.stop)

    def _from_office(self, run: range) -> range:
        """Leave out what stands before the noun of an office: a body there is the office's."""
        if not self._syntax.small.omits_that:
            return run
        offices = [index for index in run[:-1] if self._syntax.words[index] in self._heads.persons]
        return range(offices[-1] if offices else run.start, run.stop)

    def _lead_end(self, run: range) -> int:
        """Give the index behind what leads up to a name."""
        syntax = self._syntax
        run = self._from_office(run)
        first = run.start
        for index in run:
            word = syntax.words[index]
            is_lead = word in syntax.small.titles or word in self._heads.persons
            is_lead = is_lead or (word == "." and index == first)
            is_lead = is_lead or (index == first and self._is_opener(index))
            if is_lead or word in self._heads.unnamed or word.endswith("'s"):
                is_last = word.endswith("'s") and index == run.stop - 1
                first = first if is_last else index + 1
            elif index == first and word.endswith(syntax.small.oblique):
                first = index + 1
        return first

    def _is_opener(self, index: int) -> bool:
        """Whether a capital is the sentence's: a preposition or the like before the name."""
        syntax, small = self._syntax, self._syntax.small
        word = syntax.words[index]
        is_small = word in small.prepositions or word in small.adverbs or word in small.breaks
        is_small = is_small or word in small.nobody
        if word in _PARTICLES or not is_small:
            return False
        sentence = syntax.article.sentence_at(syntax.tokens.starts[index])
        return sentence is not None and sentence.start == syntax.tokens.starts[index]

    def _is_no_person(self, first: int, last: int) -> bool:
        syntax = self._syntax
        if outlet_at(syntax, first, last) is not None or self._is_acronym(first):
            return True
        if acronym_end(syntax, first, last) > first:
            return True
        is_article = syntax.words[first] in syntax.small.ones and syntax.words[first + 1] != "."
        # An initial is no article.
        return is_article or any(
            len(word) > 1 and word in syntax.small.nameless for word in syntax.words[first:last]
        )
