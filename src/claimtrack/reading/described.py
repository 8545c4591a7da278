"""What the words of one noun phrase say of whom they name, as `Describer` reads it."""

import attrs

from claimtrack.reading.findings import Count, Place
from claimtrack.reading.kinds import Gender, SpeakerKind


@attrs.frozen(kw_only=True)
class Description:
    """
    What a noun phrase says of whom it names.

    Attributes:
        kind: What kind of speaker, as far as the phrase alone tells.

        name: The name in it; empty where there is none.

        head: The noun that says what it is, folded; empty where none is known.

        nouns: Of each of its parts the noun that says what it is, folded.

        gender: Whether a pronoun, a title or a noun shows that it is a woman or a man.

        role: The words of office or position.

        words: The phrase as it stands.

        count: How many; None where it is one, or no people.

        is_pronoun: Whether it is a pronoun of the third person.

        is_definite: Whether it points to what was named before.

        is_part: Whether it is one, or some, of several: "one of the sources".

        is_other: Whether it says that it is another.

        is_bare: Whether it is the head alone, with an article at most.

        names: The capitalised words in it, folded.

        knowledge: The words for how it knows.

        anonymity: The words for why it is not named.

        affiliation: The body that it belongs to.

        full_name: Where the full name stands, if the phrase has the last one alone.
    """

    kind: SpeakerKind
    name: str = ""
    head: str = ""
    nouns: frozenset[str] = frozenset()
    gender: Gender | None = None
    role: str = ""
    words: str
    count: Count | None = None
    is_pronoun: bool = False
    is_definite: bool = False
    is_part: bool = False
    is_other: bool = False
    is_bare: bool = False
    names: frozenset[str] = frozenset()
    knowledge: str = ""
    anonymity: str = ""
    affiliation: str = ""
    full_name: Place | None = None
