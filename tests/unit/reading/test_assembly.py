"""Findings become claims, with questions and responses put to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.updates import ClaimKind
from claimtrack.reading import ClaimRead, Draft, read
from claimtrack.reading.assembly import id_of
from claimtrack.reading.kinds import CueKind, Facet

STORY = """\
The line and its crews are discussing the return of at least 40 sailings, three people familiar \
with the talks told Reuters. The people said the line could raise wages.

The line stopped 62 sailings in January. It is unclear when the sailings will return. \
The line declined to comment.
"""


def _read(text: str, lang: str = "en") -> Draft:
    return read(text, lang=lang, published_at="2026-04-14")


def _claim(draft: Draft, beginning: str) -> ClaimRead:
    (found,) = (claim for claim in draft.claims if claim.text.startswith(beginning))
    return found


def test_attributed_and_own_voice_are_told_apart() -> None:
    """What has no source never looks as if it had one."""
    draft = _read(STORY)

    assert CueKind.SAID is _claim(draft, "The line and").attribution
    assert (CueKind.OWN_VOICE, None) == (
        _claim(draft, "The line stopped").attribution,
        _claim(draft, "The line stopped").speaker,
    )


def test_one_source_is_one_speaker() -> None:
    """Who is "the people" now were three before, and are never counted again."""
    draft = _read(STORY)

    assert _claim(draft, "The line and").speaker == _claim(draft, "The line could").speaker


def test_neither_a_question_nor_a_response_is_a_claim() -> None:
    """They are read apart."""
    draft = _read(STORY)

    assert 3 == len(draft.claims)
    assert [(Facet.WHEN,)] == [question.facets for question in draft.questions]
    assert 1 == len(draft.responses)


def test_a_question_goes_to_the_claim_that_shares_its_words() -> None:
    """The nearest earlier claim about sailings, not the first of the article."""
    draft = _read(STORY.replace("when the sailings will return", "when the sailings were stopped"))
    stopped = _claim(draft, "The line stopped")

    assert (stopped.id,) == draft.questions[0].about
    assert (Facet.WHEN,) == stopped.facets
    assert () == draft.questions[0].doubts


def test_a_response_goes_to_what_its_source_said() -> None:
    """Comment is asked on what unnamed people told; that it is so is a guess, and says so."""
    draft = _read(STORY)
    (response,) = draft.responses

    assert (_claim(draft, "The line and").id, _claim(draft, "The line could").id) == response.about
    assert response.doubts


def test_a_denial_in_words_is_a_claim() -> None:
    """What is denied is no answer to the claims before."""
    draft = _read(f"{STORY}\nThe union's chair, Tomas Ferrel, denied that wages were discussed.")
    denied = _claim(draft, "Wages were discussed")

    assert CueKind.DENIED is denied.attribution
    assert (denied.id,) == draft.responses[-1].about


def test_a_carrier_is_no_second_source() -> None:
    """Who is quoted by an agency is the source; the agency is whom it told."""
    draft = _read("The port is shut, the harbour police said, as quoted by Reuters.")
    (claim,) = draft.claims

    assert claim.speaker is not None
    assert ("the harbour police", "Reuters") == (
        draft.speakers[claim.speaker].description,
        claim.told,
    )


def test_two_sides_of_an_attribution_are_one_statement() -> None:
    """A parenthetical cue does not make two claims."""
    draft = _read("“The talks,” the mediator, Ana Brodie, said, “have ended without a deal.”")

    assert ["The talks have ended without a deal"] == [claim.text for claim in draft.claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The line was sold in January, the port said.", ClaimKind.EVENT),
        ("The line will be sold in May, the port said.", ClaimKind.PREDICTION),
        ("The line will be sold within ten days, the port said.", ClaimKind.PREDICTION),
        ("The line was sold today, the port said.", ClaimKind.EVENT),
        ("The line promised that fares would fall.", ClaimKind.PLAN),
        ("The port is a hub, the mayor said.", ClaimKind.STATE),
    ],
)
def test_the_kind_follows_tense(text: str, kind: ClaimKind) -> None:
    """A guess for an editor to change."""
    assert [kind] == [claim.kind for claim in _read(text).claims]


@pytest.mark.parametrize("text", ["Is the line sold?", "Weather", "Sunny spells later"])
def test_what_tells_nothing_is_no_claim(text: str) -> None:
    """Questions, headings and sentences without a name, a number or a date are passed over."""
    assert () == _read(text).claims


def test_ids_are_made_of_words() -> None:
    """The same words give the same id, in any script; the case and the full stop do not count."""
    assert id_of("Talks go on") == id_of("talks go on.")
    assert id_of("Talks go on") != id_of("Talks go on today")
    assert id_of("Переговоры идут").startswith("claim-")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ann Lee denies the charges."),
        ("en", "The clerk denied any wrongdoing."),
        ("ro", "Premierul a negat acuzațiile."),
        ("en", "The clerk denied any involvement."),
        ("en", "The firm confirmed these reports."),
        ("ro", "Compania a negat orice implicare."),
        ("ro", "Inculpatul a recunoscut parțial faptele."),
    ],
)
def test_a_noun_alone_is_no_claim(lang: str, text: str) -> None:
    """What somebody denies in a noun is an answer to a claim, and says nothing by itself."""
    draft = _read(text, lang)

    assert draft.claims == ()
    assert len(draft.attributions) == 1


@pytest.mark.parametrize(
    ("text", "is_odd"),
    [
        ('"The mayor said it is over. Police said no. "We will go, said Ana Pop.', True),
        ('He said "we stay here. They left.\n\nThe port is open, Ana Pop said.', False),
        ('"We will go," said Ana Pop.', False),
        ('The 12" pipe burst, Ana Pop said.', False),
    ],
)
def test_marks_that_do_not_pair_are_told(text: str, is_odd: bool) -> None:
    """What rests on a paragraph with an odd mark is for a person to look at."""
    doubts = [doubt for claim in _read(text).claims for doubt in claim.doubts]

    assert is_odd is any("do not pair" in doubt for doubt in doubts)


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        ("en", "Ann Lee denied it was her.", "It was her"),
        ("en", "The firm denied the report existed.", "The report existed"),
        ("ro", "Ana Pop a negat că informația există.", "Informația există"),
    ],
)
def test_few_words_may_be_a_claim(lang: str, text: str, claim: str) -> None:
    """They say more than that something was said."""
    assert [claim] == [one.text for one in _read(text, lang).claims]


def test_the_same_words_twice_have_two_ids() -> None:
    """Each claim can be named."""
    draft = _read("The port is shut, Ana Brodie said. The port is shut, Tomas Ferrel said.")
    first, second = (claim.id for claim in draft.claims)

    assert f"{first}-2" == second


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the reader; what it reads stands in the text; reading again gives the same."""
    clean = "".join(sign for sign in text if sign.isprintable() and sign != "<")
    draft = _read(clean)

    assert draft == _read(clean)
    assert all(0 <= claim.start < claim.end <= len(clean) for claim in draft.claims)
    assert len({claim.id for claim in draft.claims}) == len(draft.claims)
    known = {claim.id for claim in draft.claims}
    assert all(known.issuperset(one.about) for one in draft.questions)
    assert all(known.issuperset(one.about) for one in draft.responses)


def test_a_clause_joined_behind_a_demand_is_the_articles_own() -> None:
    """What somebody asks for ends where another clause begins."""
    draft = _read("Barbu a cerut o taxă de nouă lei, dar tribunalul a respins cererea luni.", "ro")

    assert CueKind.PROPOSED is _claim(draft, "O taxă").attribution
    assert CueKind.OWN_VOICE is _claim(draft, "Tribunalul").attribution


def test_claim_of_a_pronoun_that_agrees_with_nobody_is_doubted() -> None:
    """Who says so is open, so an editor has to look."""
    claim = _claim(_read("Mrs Lee said it rained. He said the port was shut."), "The port")

    assert "who says so is not named" in claim.doubts


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", '"It is over. Police said no. "We go, said Ana Pop.', "We go"),
        ("en", '"We will leave, and Tom Pell said they stay.', "Tom Pell"),
        ("ro", '"Podul e sigur", a spus Ana Pop. "Noi plecăm, a spus Ion Rus.', "Noi"),
    ],
)
def test_nobody_speaks_out_of_an_open_quotation(lang: str, text: str, who: str) -> None:
    """Who stands behind a mark that nothing closes may be quoted, so nothing is theirs."""
    draft = read(text, lang=lang)
    said_by = [draft.speakers[one.speaker] for one in draft.claims if one.speaker is not None]

    assert who not in [one.name or one.description for one in said_by]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", 'The mayor said "the bridge is safe. Police closed it on Monday.'),
        ("en", "“The talks are over, said Ann Lee. Tom Pell left on Monday."),
        ("ro", "„Negocierile s-au încheiat, a spus Ana Pop. Poliția a plecat luni din Vell."),
        ("ro", "Primarul a spus: „Podul este închis. Poliția a venit luni la Vell."),
    ],
)
def test_what_stands_behind_an_odd_mark_is_for_a_person(lang: str, text: str) -> None:
    """Whose words they are is not told, also where they look like the article's own."""
    claims = read(text, lang=lang).claims

    assert claims
    assert all("the quotation marks of its paragraph do not pair" in one.doubts for one in claims)


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay here and fight.\n\n“We will go on,” Ann Lee said.",
        '"We will stay here.\n\n"We will fight on," Ann Lee said.',
        'The 6" pipe broke on Monday, Ann Lee said.',
        "„Podul este închis.\n\n„Mergem mai departe”, a spus Ana Pop.",
    ],
)
def test_a_quotation_taken_up_again_is_in_order(text: str) -> None:
    """A paragraph that opens with the mark again goes on with the quotation."""
    claims = read(text, lang="ro" if "Podul" in text else "en").claims

    assert [()] == [one.doubts for one in claims]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ann Lee, quoted by Reuters, said the port was shut."),
        ("ro", "Șeful pazei, Ion Lupu, citat de TASS, a spus că portul e închis."),
    ],
)
def test_who_is_quoted_is_no_claim(lang: str, text: str) -> None:
    """An outlet carries what he says, and does not say his name."""
    (claim,) = _read(text, lang).claims

    assert claim.text.lower() in text.lower()
    assert "port" in claim.text.lower()
