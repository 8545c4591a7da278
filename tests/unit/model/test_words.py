"""The rules that fields share, and how they tell which field they are about."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs
import pytest

from claimtrack.errors import InvalidValueError
from claimtrack.model import words
from claimtrack.model.words import MAX_NAME, MAX_TEXT, changed, checked, choice

UNKEEPABLE = ["\x00", "a\x00b", "\ud800", "a\udfffb"]
HOSTILE = [
    "'; DROP TABLE entry; --",
    "<script>alert(1)</script>",
    "\u202eright to left\u202c",
    "e" + "\u0301" * 1000,
    "../../etc/passwd",
    "{1} {and}",
    "🙂",
]


def _refused(rule: Callable[[Any], Any], value: object) -> str:
    with pytest.raises(InvalidValueError) as caught:
        rule(value)
    return caught.value.reason


# Text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [words.any_text, words.statement, words.line, words.filled_line])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_just_text(rule: Callable[[str], str], text: str) -> None:
    """What would hurt a careless program is kept exactly as given."""
    assert text is rule(text)


@pytest.mark.parametrize("rule", [words.any_text, words.statement, words.line, words.filled_line])
@pytest.mark.parametrize("text", UNKEEPABLE)
def test_what_some_store_could_not_keep_is_refused(rule: Callable[[str], str], text: str) -> None:
    """U+0000 and lone surrogates are refused alike, whatever the store."""
    assert "must not hold U+0000 or a lone surrogate" == _refused(rule, text)


@pytest.mark.parametrize("rule", [words.any_text, words.statement, words.line, words.filled_line])
@pytest.mark.parametrize("value", [None, 1, b"text", ["text"]])
def test_what_is_not_text_is_refused(rule: Callable[[object], str], value: object) -> None:
    """People who use no type checker hand in anything."""
    assert "must be text" == _refused(rule, value)


def test_text_has_a_longest() -> None:
    """A hostile million of accents fits, ten megabytes do not."""
    longest = "x" * MAX_TEXT

    assert longest is words.any_text(longest)
    assert f"must have at most {MAX_TEXT} characters" == _refused(words.statement, longest + "x")
    assert f"must have at most {MAX_TEXT} characters" == _refused(words.any_text, "x" * 10_000_000)


def test_text_may_be_empty_and_a_statement_may_not() -> None:
    """A statement says something: white space, of any script, says nothing."""
    assert "" == words.any_text("")
    assert " \n" == words.any_text(" \n")
    for nothing in ("", " ", "\t\n", "\u2003", "\u3000"):
        assert "must not be empty" == _refused(words.statement, nothing)


def test_text_keeps_the_white_space_around_it() -> None:
    """Quotations are kept word for word."""
    assert " said so \n" == words.statement(" said so \n")


def test_a_line_is_one_line_or_nothing() -> None:
    """Empty, or visible and without a break."""
    assert "" == words.line("")
    assert "must not be blank" == _refused(words.line, "  ")
    assert "must be one line" == _refused(words.line, "two\nlines")
    assert "must be one line" == _refused(words.line, "two\rlines")
    assert f"must have at most {MAX_NAME} characters" == _refused(words.line, "x" * (MAX_NAME + 1))


def test_a_filled_line_says_something() -> None:
    """As a line, and not empty."""
    assert "Ada" == words.filled_line("Ada")
    assert "must not be empty" == _refused(words.filled_line, "")
    assert "must not be blank" == _refused(words.filled_line, " ")


def test_lines_are_a_list_without_empty_names() -> None:
    """One text is no list of its letters."""
    assert ("Reuters", "AFP") == words.lines(["Reuters", "AFP"])
    assert () == words.lines([])
    assert "must be a list of names" == _refused(words.lines, "Reuters")
    assert "must be a list of names" == _refused(words.lines, 5)
    assert "must not hold an empty name" == _refused(words.lines, ["Reuters", ""])
    assert "must be text" == _refused(words.lines, ["Reuters", 5])


@pytest.mark.parametrize("tag", ["", "ro", "en-GB", "be-Latn", "zh-Hant-TW", "EN"])
def test_a_language_is_a_tag_or_nothing(tag: str) -> None:
    """The shape of BCP 47, whatever the language."""
    assert tag == words.language(tag)


@pytest.mark.parametrize("tag", ["english", "e", "en_GB", "en-", "en ", "ro\n", None, 5])
def test_what_is_no_language_tag_is_refused(tag: object) -> None:
    """Names of languages, and tags spelled otherwise, are not guessed at."""
    assert "must be a language tag such as ro or en-GB" == _refused(words.language, tag)


# Numbers ------------------------------------------------------------------------------------------


def test_a_count_is_whole_and_from_one() -> None:
    """None where there is none; truth values and fractions are no counts."""
    assert [None, 1, 3] == [words.count(one) for one in (None, 1, 3)]
    for value in (0, -1, True, 1.0, "3"):
        assert "must be a whole number from 1" == _refused(words.count, value)


def test_a_revision_is_whole_and_from_one() -> None:
    """There is always one."""
    assert 1 == words.revision(1)
    for value in (0, -1, True, 1.0, "3", None):
        assert "must be a revision: 1, 2, 3, ..." == _refused(words.revision, value)


def test_a_whole_number_may_be_nothing() -> None:
    """From 0 on; truth values and fractions are none."""
    assert [0, 3, words.MOST] == [words.whole(one) for one in (0, 3, words.MOST)]
    for value in (-1, True, 1.0, "3", None):
        assert "must be a whole number from 0" == _refused(words.whole, value)


@pytest.mark.parametrize("rule", [words.count, words.revision, words.whole])
def test_no_number_is_larger_than_a_store_can_count(rule: Callable[[Any], object]) -> None:
    """A number that no store holds, or that cannot even be written, is refused where it comes."""
    for value in (words.MOST + 1, 2**64, 10**5_000):
        assert f"must be at most {words.MOST}" == _refused(rule, value)


def test_a_flag_is_a_truth_value() -> None:
    """What merely counts as true is none."""
    assert [True, False] == [words.flag(one) for one in (True, False)]
    others: list[Any] = [1, 0, "no", None, []]
    for value in others:
        assert "must be True or False" == _refused(words.flag, value)


def test_several_are_a_list() -> None:
    """A text is one thing, though it could be taken letter by letter."""
    lists: list[Any] = [[], ["x"], ("x",), {"x"}, iter("x")]
    others: list[Any] = ["x", b"x", 7, None, object()]
    assert all(one is words.several(one) for one in lists)
    for value in others:
        assert "must be a list" == _refused(words.several, value)


def test_a_number_is_exact_and_finite() -> None:
    """Whole, decimal, or the text of one; never a binary fraction, never endless."""
    assert [None, Decimal(5), Decimal("1.5")] == [words.number(one) for one in (None, 5, "1.5")]
    for value in (1.5, True, "five", b"5", [5]):
        assert "must be a whole or decimal number" == _refused(words.number, value)
    for endless in ("NaN", "Infinity", "1e31", Decimal("1e-31")):
        assert "must be finite, of at most 30 digits" == _refused(words.number, endless)


# Moments ------------------------------------------------------------------------------------------


def test_a_moment_is_turned_to_utc() -> None:
    """Any offset is understood; what is in UTC stays the same object."""
    utc = datetime(2025, 12, 2, 13, 10, tzinfo=UTC)
    bucharest = datetime(2025, 12, 2, 15, 10, tzinfo=timezone(timedelta(hours=2)))

    assert utc is words.moment(utc)
    assert utc == words.moment(bucharest)
    assert UTC is words.moment(bucharest).tzinfo


def test_a_moment_in_another_spelling_of_utc_is_in_utc() -> None:
    """Two zones without offset are one."""
    assert UTC is words.moment(datetime(2025, 12, 2, tzinfo=timezone(timedelta(0), "Z"))).tzinfo


class _NoOffset(tzinfo):
    """A zone that knows nothing."""

    def utcoffset(self, moment: datetime | None, /) -> None:
        return None

    def dst(self, moment: datetime | None, /) -> None:
        return None

    def tzname(self, moment: datetime | None, /) -> None:
        return None


def test_a_naive_moment_is_refused() -> None:
    """Without an offset nobody knows when it was, whatever object stands in the place of one."""
    naive = datetime.fromisoformat("2025-12-02T13:10")

    for moment in (naive, naive.replace(tzinfo=_NoOffset())):
        assert "must be aware, with an offset from UTC" == _refused(words.moment, moment)


def test_an_impossible_moment_is_refused() -> None:
    """What lies outside the years 1 to 9999 in UTC cannot be kept, and other things are no time."""
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2)))

    assert "must lie in the years 1 to 9999" == _refused(words.moment, first)
    assert "must be a moment" == _refused(words.moment, "2025-12-02T13:10Z")


def test_moments_are_several_or_none() -> None:
    """Each is checked."""
    utc = datetime(2025, 12, 2, tzinfo=UTC)

    assert (utc, utc) == words.moments([utc, utc])
    assert words.maybe_moment(None) is None
    assert utc == words.maybe_moment(utc)
    assert "must be a moment" == _refused(words.moments, [utc, None])


# Fields -------------------------------------------------------------------------------------------


class Side(StrEnum):
    """A closed vocabulary."""

    FOR = "for"
    AGAINST = "against"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Inner:
    """A value inside another."""

    text: str = attrs.field(converter=words.statement)


@attrs.frozen(weakref_slot=False, kw_only=True, field_transformer=checked)
class TwoWords:
    """A value with a field of every kind."""

    name: str = attrs.field(converter=words.line, default="")
    side: Side = attrs.field(converter=Side, default=Side.FOR)
    inner: Inner | None = None
    all_inner: tuple[Inner, ...] = ()
    numbers: tuple[int, ...] = ()
    is_old: bool = False


def _field_of(**values: Any) -> tuple[str, str]:
    with pytest.raises(InvalidValueError) as caught:
        TwoWords(**values)
    return caught.value.field, caught.value.reason


def test_a_refusal_names_the_field_by_its_dotted_path() -> None:
    """The class in lower case, a dot, the field."""
    assert ("two_words.name", "must be one line") == _field_of(name="a\nb")


def test_a_refusal_inside_names_the_inner_field() -> None:
    """The rule that refused is the one that is named, not all that it was part of."""
    with pytest.raises(InvalidValueError) as caught:
        TwoWords(inner=Inner(text=" "))

    assert "inner.text" == caught.value.field


def test_a_refusal_lists_the_words_of_a_closed_vocabulary() -> None:
    """Whoever mistypes a member sees those there are."""
    assert ("two_words.side", "must be one of for, against") == _field_of(side="neither")
    assert ("two_words.side", "must be one of for, against") == _field_of(side=None)


def test_a_field_without_a_rule_takes_values_of_its_class_alone() -> None:
    """Also inside a tuple; one text is no list, and a truth value is no number."""
    assert ("two_words.inner", "must be of class Inner or None") == _field_of(inner="text")
    assert ("two_words.all_inner", "must be of class Inner") == _field_of(all_inner=["text"])
    assert ("two_words.all_inner", "must be a list") == _field_of(all_inner="text")
    assert ("two_words.all_inner", "must be a list") == _field_of(all_inner=5)
    assert ("two_words.is_old", "must be of class bool") == _field_of(is_old=1)
    assert ("two_words.numbers", "must be of class int") == _field_of(numbers=[True])


def test_a_field_of_a_union_names_every_class_there_is() -> None:
    """Whoever hands in something else sees all that is taken."""

    @attrs.frozen(kw_only=True, field_transformer=checked)
    class Either:
        value: Inner | TwoWords | None

    with pytest.raises(InvalidValueError, match="must be of class Inner, TwoWords or None"):
        Either(value=5)  # type: ignore[arg-type]


def test_a_list_becomes_a_tuple() -> None:
    """What can change later is not shared."""
    given = [Inner(text="a")]

    assert tuple(given) == TwoWords(all_inner=given).all_inner  # type: ignore[arg-type]


def test_what_a_rule_cannot_make_sense_of_is_refused_and_does_not_escape() -> None:
    """Whatever a converter raises is told as a value that breaks a rule."""

    @attrs.frozen(kw_only=True, field_transformer=checked)
    class Odd:
        number: int = attrs.field(converter=int)

    with pytest.raises(InvalidValueError, match=r"odd\.number cannot be understood"):
        Odd(number="x")


def test_a_copy_with_changes_runs_no_rule() -> None:
    """For the ledger's own use, of parts that were checked; the original stays."""
    before = TwoWords(name="a")
    after = changed(before, name="b\nc")

    assert ("a", "b\nc") == (before.name, after.name)
    assert after == changed(after)
    assert Side.FOR is after.side


def test_a_choice_is_read_from_its_word() -> None:
    """A member or its word; others are refused with the field, and the words there are."""
    assert Side.AGAINST is choice(Side, "side", "against")
    with pytest.raises(InvalidValueError, match="side must be one of for, against, got 'none'"):
        choice(Side, "side", "none")
