"""What a wire text opens with is read, and is no part of what it tells."""

import pytest

from claimtrack.reading import Draft, read

EN = "The mill closed in Lowmere on Monday, police said."
RO = "Uzina din Sărata a fost închisă luni, a anunțat poliția."


def _read(text: str) -> Draft:
    return read(text, lang="ro" if text.endswith(RO) else "en")


@pytest.mark.parametrize(
    ("opening", "day", "agency"),
    [
        ("LISBON, March 10 (Reuters) - ", "March 10", "Reuters"),
        ("WASHINGTON (AP) — ", "", "AP"),
        ("(Reuters) - ", "", "Reuters"),
        ("March 10 (UPI) -- ", "March 10", "UPI"),
        ("NEW YORK/LONDON, Nov. 3 (Reuters) - ", "Nov. 3", "Reuters"),
        ("KYIV, Ukraine (AP) — ", "", "AP"),
        ("Rio de Janeiro, Aug 5 (EFE).- ", "Aug 5", "EFE"),
        ("LOWMERE, Tuesday, March 10 (PNS) - ", "Tuesday, March 10", "PNS"),
        ("LONDON, March 10 (Reuters/AFP) - ", "March 10", "Reuters"),
        ("Lowmere, March 10 - ", "March 10", ""),
        ("Mill shut\n\nBy Ann Lee\n\nLOWMERE, 10 March (PNS) - ", "10 March", "PNS"),
        ("Mill shut\nBy Ann Lee\nLOWMERE, 10 March (PNS) - ", "10 March", "PNS"),
        ("Title: Mill shut\nLOWMERE, 10 March (PNS) - ", "10 March", "PNS"),
    ],
)
def test_english_datelines(opening: str, day: str, agency: str) -> None:
    """Day and agency are told, and the claim begins behind them."""
    draft = _read(opening + EN)

    assert draft.dateline is not None
    assert (day, agency) == (draft.dateline.day, draft.dateline.agency)
    assert opening.endswith(draft.dateline.of(draft.text))
    assert ["The mill closed in Lowmere on Monday"] == [one.text for one in draft.claims]
    assert agency == draft.report.outlet


@pytest.mark.parametrize(
    ("opening", "day", "agency"),
    [
        ("BUCUREȘTI, 10 mar (Agerpres) - ", "10 mar", "Agerpres"),
        ("BUCUREŞTI, 10 mar /Agerpres/ - ", "10 mar", "Agerpres"),
        ("Chisinau, 10 martie /MOLDPRES/. ", "10 martie", "MOLDPRES"),
        ("CHIȘINĂU, 10 mar. /MOLDPRES/ - ", "10 mar", "MOLDPRES"),
        ("Chișinău, 10 martie /IPN/ ", "10 martie", "IPN"),
        ("Iași, marți, 10 martie (Mediafax) – ", "marți, 10 martie", "Mediafax"),
        ("BUCUREȘTI (Agerpres) – ", "", "Agerpres"),
        ("Cluj, 10 mai - ", "10 mai", ""),
    ],
)
def test_romanian_datelines(opening: str, day: str, agency: str) -> None:
    """The same, between slashes too."""
    draft = _read(opening + RO)

    assert draft.dateline is not None
    assert (day, agency) == (draft.dateline.day, draft.dateline.agency)
    assert ["Uzina din Sărata a fost închisă luni"] == [one.text for one in draft.claims]
    assert agency == draft.report.outlet


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee (Labour) - who leads the council - opened the mill.",
        "Lowmere, March 10 – April 12: the fair runs.",
        "March 10 - The day on which the mill closed.",
        "UPDATE 1 - The mill closed on Monday.",
        "Talks began on, March 10 - The mill closed.",
        "The mill (AP) - which closed on Monday - is sold.",
        "Lowmere, March 10 - and nothing more.",
    ],
)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    """Without a place, a day or a known agency there is none; nor where no sentence begins."""
    assert read(text, lang="en").dateline is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("LOWMERE, March 10, 2026 (Reuters) - ", "2026-03-10"),
        ("LOWMERE, 10 March 2026 (Reuters) - ", "2026-03-10"),
        ("LOWMERE, February 30, 2026 (Reuters) - ", ""),
        ("LOWMERE, March 10 (Reuters) - ", ""),
        ("Date: 2026-04-14\n\nLOWMERE, 10 March 2026 (Reuters) - ", "2026-04-14"),
    ],
)
def test_a_day_with_its_year_is_the_date(opening: str, day: str) -> None:
    """A year is never guessed, and what the header says wins."""
    draft = _read(opening + EN)
    window = draft.dates[0].window

    assert day == str(draft.report.published_at or "")
    assert bool(day) == (window is not None)


def test_the_header_names_the_outlet() -> None:
    """An agency is the outlet only where no other is told."""
    draft = _read(f"Outlet: Lowmere News\n\nLOWMERE, March 10 (Reuters) - {EN}")

    assert "Lowmere News" == draft.report.outlet


def test_the_dateline_stands_in_the_data() -> None:
    """With its place in the text as it was given."""
    text = f"Oras\u0327ul vechi\n\nLOWMERE, March 10 (Reuters) - {EN}"
    draft = read(text, lang="en")
    found = draft.to_dict()["dateline"]

    assert ("March 10", "Reuters") == (found["day"], found["agency"])
    assert "LOWMERE, March 10 (Reuters) - " == text[found["start"] : found["end"]]
    assert read(EN, lang="en").to_dict()["dateline"] is None
