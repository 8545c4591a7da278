"""What is unclear, and what a party answered, goes to the claim that it is about."""

import pytest

from claimtrack.reading import Draft, read


def _read(text: str, lang: str) -> Draft:
    return read(text, lang=lang, published_at="2026-04-14")


def _answered(draft: Draft) -> list[list[str]]:
    """Give for each response the words of the claims that it is put to."""
    texts = {claim.id: claim.text for claim in draft.claims}
    return [[texts[one] for one in response.about] for response in draft.responses]


def _asked(draft: Draft) -> list[list[str]]:
    """Give for each open question the words of the claims that it is put to."""
    texts = {claim.id: claim.text for claim in draft.claims}
    return [[texts[one] for one in question.about] for question in draft.questions]


@pytest.mark.parametrize(
    ("lang", "text", "claims", "speakers", "asked"),
    [
        (
            "en",
            "Correction: An earlier version of this article said 15 homes had burned. The correct "
            "number is 5.\n\nFive homes burned in Lowmere, police said. The mill declined to "
            "comment.",
            ["The correct number is 5", "Five homes burned in Lowmere"],
            ["police", "The mill"],
            "Five homes burned in Lowmere",
        ),
        (
            "en",
            "Five homes burned in Lowmere, police said. The mill declined to comment.\n\nAn earlier "
            "version of this story said that Nordlink declined to comment. It did respond, saying "
            "that it would pay.",
            ["Five homes burned in Lowmere"],
            ["police", "The mill"],
            "Five homes burned in Lowmere",
        ),
        (
            "ro",
            "CORECTARE: O versiune anterioară a acestui articol spunea că au ars 15 case. Numărul "
            "corect este 5.\n\nCinci case au ars la Sărata, a anunțat poliția. Primarul a refuzat "
            "să comenteze.",
            ["Numărul corect este 5", "Cinci case au ars la Sărata"],
            ["poliția", "Primarul"],
            "Cinci case au ars la Sărata",
        ),
    ],
)
def test_a_correction_is_no_lead(
    lang: str, text: str, claims: list[str], speakers: list[str], asked: str
) -> None:
    """What an earlier version said is not claimed, nobody says it, and nobody answers it."""
    draft = _read(text, lang)

    assert claims == [claim.text for claim in draft.claims]
    assert speakers == [one.name or one.description for one in draft.speakers]
    assert [[asked]] == _answered(draft)
    assert all(claim.doubts for claim in draft.claims if claim.text != asked)


@pytest.mark.parametrize(
    ("lang", "text", "claims"),
    [
        (
            "en",
            "An earlier version of this article gave a wrong date. The fair was held on Sunday, "
            "the council said. It said that rain fell.\n\nSix stalls were shut.",
            ["The fair was held on Sunday", "Six stalls were shut"],
        ),
        (
            "ro",
            "O versiune anterioară a acestui articol dădea o altă dată. Târgul a avut loc duminică, "
            "a anunțat primăria. A spus că a plouat.\n\nȘase tarabe au fost închise.",
            ["Târgul a avut loc duminică", "Șase tarabe au fost închise"],
        ),
    ],
)
def test_what_is_right_is_said_by_whom_the_note_names(
    lang: str, text: str, claims: list[str]
) -> None:
    """A pronoun there may mean anybody whom the correction tells of."""
    assert claims == [claim.text for claim in _read(text, lang).claims]
