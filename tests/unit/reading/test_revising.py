"""A corrected version says what changed, and what was recorded goes on."""

from typing import Any

import pytest

import claimtrack as ct
from claimtrack.errors import InvalidValueError, UnderReviewError
from claimtrack.model.updates import ClaimOpened, Noted, Reworded
from claimtrack.reading import Draft, Revision, read, revised
from tests.unit.reading.given import draft

BEFORE = "At least 40 sailings return in May. The union has agreed. Two ferries are laid up."
AFTER = "At least 60 sailings return in May. Two ferries are laid up. Fares will rise by 5 percent."


def _record(name: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "content": {"text": text}, **more}


def _number(words: str, value: int, unit: str) -> dict[str, Any]:
    return {"quantities": [{"text": words, "op": "ge", "value": value, "unit": unit}]}


def _before() -> Draft:
    records = [
        _record(
            "a", "At least 40 sailings return in May", **_number("At least 40", 40, "sailings")
        ),
        _record("b", "The union has agreed"),
        _record("c", "Two ferries are laid up"),
    ]
    return draft({"records": records}, BEFORE)


def _after() -> Draft:
    records = [
        _record(
            "a", "At least 60 sailings return in May", **_number("At least 60", 60, "sailings")
        ),
        _record("c", "Two ferries are laid up"),
        _record("d", "Fares will rise by 5 percent"),
    ]
    return draft({"records": records}, AFTER)


def test_the_same_text_changes_nothing() -> None:
    """Reading twice gives the same ids, and no follow-up."""
    revision = revised(_before(), _before())

    assert [one.id for one in _before().claims] == [one.id for one in revision.draft.claims]
    assert ((), (), ()) == (revision.changed, revision.added, revision.removed)
    assert revision.is_empty
    assert () == revision.sentences
    with pytest.raises(InvalidValueError, match="the versions make the same claims"):
        revision.to_follow_up()


def test_what_changed_is_told() -> None:
    """A claim that reads otherwise keeps its id; what is new and what is gone is named."""
    before = _before()
    revision = revised(before, _after())
    (change,) = revision.changed

    assert ("text", "figures") == change.what
    assert before.claims[0].id == change.before.id == change.after.id
    assert before.claims[2].id == revision.draft.claims[1].id
    assert ["Fares will rise by 5 percent"] == [one.text for one in revision.added]
    assert ["The union has agreed"] == [one.text for one in revision.removed]


def test_the_follow_up_says_only_what_changed() -> None:
    """Known claims are reworded, new ones opened, and what is gone is withdrawn."""
    before = _before()
    follow_up = revised(before, _after()).to_follow_up("ferries")
    opened = [one.update.text for one in follow_up.items if isinstance(one.update, ClaimOpened)]
    reworded = [one.update.text for one in follow_up.items if isinstance(one.update, Reworded)]

    assert ["Fares will rise by 5 percent"] == opened
    assert ["At least 60 sailings return in May"] == reworded
    assert [(before.claims[1].id,)] == [one.claims for one in follow_up.withdrawals]
    assert before.claims[2].id not in {one.claim_id for one in follow_up.items}
    assert all(one.review for one in follow_up.withdrawals)


def test_a_correction_is_recorded_on_what_was_there() -> None:
    """The ledger takes it once a person has looked; what was held before stays in history."""
    before = _before()
    follow_up = revised(before, _after()).to_follow_up("ferries")

    with ct.open_ledger("memory:", author="desk") as ledger:
        ledger.apply([before.to_follow_up("ferries")])
        with pytest.raises(UnderReviewError, match="changed since the earlier version: text"):
            ledger.apply([follow_up])
        ledger.apply([follow_up], accept=True)
        talks = ledger.claim(before.claims[0].id)
        gone = ledger.claim(before.claims[1].id)

    assert "At least 60 sailings return in May" == talks.text
    assert ["at least 40 sailings", "at least 60 sailings"] == [
        str(one.value) for one in talks.slot("how_many").candidates
    ]
    assert ct.Status.RETRACTED is gone.status


ARTICLE = """\
The line will cut 40 sailings, three officials familiar with the plan said. It is not clear when \
the cuts begin. The line declined to comment. Ann Lee, who chairs the union, denied on Monday that \
jobs were at risk. Rain fell.
"""


def _changed(old: str, new: str) -> Revision:
    assert old in ARTICLE
    return revised(read(ARTICLE, lang="en"), read(ARTICLE.replace(old, new), lang="en"))


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("denied on", "said on", {"stance", "responses"}),
        ("officials familiar with the plan said", "officials said", {"source"}),
        ("three officials", "four officials", {"source"}),
        ("will cut", "could cut", {"text", "hedges"}),
        (" It is not clear when the cuts begin.", "", {"unclear"}),
        ("clear when", "clear why", {"unclear"}),
        (" The line declined to comment.", "", {"responses"}),
        ("declined to comment", "did not respond", {"responses"}),
        ("denied on", "claimed on", {"stance"}),
        ("40 sailings", "sailings", {"text", "figures"}),
    ],
)
def test_whatever_is_said_of_a_claim_is_compared(old: str, new: str, what: set[str]) -> None:
    """Stance, source, hedges, what is unclear and who answered: not its words alone."""
    revision = _changed(old, new)

    assert what <= {one for change in revision.changed for one in change.what}
    assert all(item.review for item in revision.to_follow_up().items)


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        (
            " The line declined to comment.",
            "",
            "The corrected version no longer says: “declined to comment”",
        ),
        (
            "clear when",
            "clear why",
            "The corrected version no longer says: “It is not clear when the cuts begin”",
        ),
        (
            "three officials familiar with the plan said",
            "Bo Roth said",
            "The corrected version no longer names officials familiar with the plan as the source.",
        ),
        ("40 sailings", "sailings", "The corrected version no longer says: “40”"),
    ],
)
def test_what_is_gone_beside_a_claim_is_noted(old: str, new: str, note: str) -> None:
    """The draft does not know the ledger's entries: a person takes them back."""
    items = _changed(old, new).to_follow_up().items

    assert note in {item.update.text for item in items if isinstance(item.update, Noted)}


LATER = """\
Doi consilieri au spus pentru Agerpres că podul va fi închis. Compania Podex nu a răspuns unei \
solicitări de comentarii. Ana Pop a susținut că podul are 14 fisuri.
"""


def _notes(old: str, new: str) -> list[str]:
    assert old in LATER
    revision = revised(read(LATER, lang="ro"), read(LATER.replace(old, new), lang="ro"))
    return [
        one.update.text for one in revision.to_follow_up().items if isinstance(one.update, Noted)
    ]


def test_what_is_only_said_otherwise_is_not_noted_as_gone() -> None:
    """The party still did not answer, whoever asked it; the number is another, not gone."""
    assert ["The corrected version no longer names consilieri as the source."] == _notes(
        "pentru Agerpres", "pentru Reuters"
    )
    assert [] == _notes("14 fisuri", "16 fisuri")


def test_a_change_that_the_ledger_has_no_word_for_is_noted() -> None:
    """Whoever claimed it still asserts it: "claimed" and "said" are one stance."""
    assert ["The corrected version differs in: attribution (“a susținut”, now “a spus”)"] == _notes(
        "a susținut", "a spus"
    )


def test_no_answer_yet_is_another_answer() -> None:
    """Not to have answered at once is less than not to have answered."""
    text = ARTICLE.replace("declined to comment", "did not respond to a request for comment")
    later = text.replace("did not respond", "did not immediately respond")

    assert revised(read(text, lang="en"), read(later, lang="en")).changed


def test_sentences_that_read_otherwise_are_told() -> None:
    """Also where the claims are the same, and where a sentence is gone or new."""
    revision = _changed("on Monday", "on Tuesday")

    assert revision.is_empty
    ((before, after),) = revision.sentences
    assert ("Monday" in before, "Tuesday" in after) == (True, True)
    assert (("Rain fell.", ""),) == _changed(" Rain fell.", "").sentences


def test_claims_that_share_little_are_two() -> None:
    """Half of the words must be the same, or one is gone and the other new."""
    one = draft({"records": [_record("a", "The union has agreed")]}, BEFORE)
    other = draft({"records": [_record("a", "Fares will rise by 5 percent")]}, AFTER)
    revision = revised(one, other)

    assert (1, 1, 0) == (len(revision.added), len(revision.removed), len(revision.changed))


def test_ids_never_clash() -> None:
    """A new claim whose words another had before gets a name of its own."""
    before = draft({"records": [_record("a", "Two ferries are laid up")]}, BEFORE)
    twice = draft(
        {
            "records": [
                _record("a", "Two ferries are laid up"),
                _record("b", "Two ferries", proposition="Two ferries are laid up"),
            ]
        },
        AFTER,
    )
    ids = [claim.id for claim in revised(before, twice).draft.claims]

    assert before.claims[0].id == ids[0]
    assert len(ids) == len(set(ids))
