"""
Bodies as they lie in a file: deflated, with what bodies have in common as dictionary.

Two thirds of a body are keys and words that every other body has too. Each is deflated on its own
(RFC 1951), so that it can be read on its own, behind a byte that names the dictionary. Short bodies
lie there as they are: what they would gain is not worth the time.
"""

import zlib
from typing import Final

# Not to be changed, not by a character: bodies in files could not be read any more. Another one
# would be a second dictionary beside it. What is common comes last, where deflate finds it soonest.
DICTIONARY: Final = (
    b'"update":{"link":{"inverse":true,"kind":"supersedes","kind":"contradicts","kind":"refines",'
    b'"kind":"part_of","kind":"duplicates","kind":"depends_on","other":"'
    b'"credibility":"expected_by":"kind":"prediction","plan","work":{"assignee":"","recheck_by":'
    b'"state":"checking"}"given":,"by":"source","entry_error","outlet","desk"'
    b'"reliability":"B","rated_at":"labels":[{"lang":"ro","text":"archived_at_url":"title":"'
    b'"relays":["Reuters"],"digest":"ours":true,"zone":"Europe/'
    b'"value":{"figure":{"as_at":"approximate":true,"high":"low":"low_open":true,"phrase":"unit":"'
    b'"slot":"how_many","window":"T00:00Z/T22:00Z '
    b'"hedges":[{"kind":"plan","span":{"end":,"start":},"words":"could "}],"relayed_by":["'
    b'"interested":"no","basis":"witnessed","document","told","own_voice":true'
    b'"terms":{"kind":"background","embargo_until":"reason":"approved_by":"wording":"'
    b'"attempts":["deadline":"answered_at":"channel":"e-mail","late":true,"respondent":"'
    b'spokesperson","statement","neither_confirmed_nor_denied","pending"'
    b'["changed_account",["own_voice",["lineage_unknown",["contradicted",["sources_not_named",["'
    b'["may_be_same",["independence_not_shown",["hedged",["denied",["response",["no_reply","'
    b'disputed","confirmed","refuted","corroborated","retracted","superseded","unverified"'
    b'"kind":"slot_answered","kind":"comment_sought","kind":"evidence_taken_back","kind":"linked",'
    b'"kind":"flagged","kind":"noted","kind":"ruled","kind":"translated","kind":"source_rated",'
    b'{"author":"desk","because":"","claim_id":"","format":1,"judgement":{"policy":"newsroom"},'
    b'"kind":"claim_opened","recorded_at":"2025-","report":{"lang":"en","outlet":"","published_at":"'
    b'2025-","url":"https://www."},"revision":1,"update":{"lang":"en","story":"","text":"The "}}'
    b'"kind":"slot_declared_unclear",:00Z UTC","update":{"slots":["who","when"]}}'
    b'"kind":"comment_answered","update":{"response":{"asked_by":"","outcome":"declined","party":{'
    b'"id":"office:","kind":"office","name":""},"wording":""}}}'
    b'"judgement":{"caveats":[["unclear",["who","when"],[3]],["one_origin",[""],[2]]],'
    b'"grade":"F3","policy":"newsroom","status":"reported"},"kind":"evidence_given","recorded_at":"'
    b'Z","report":{"published_at":"Z UTC","url":"https://"},"revision":2,"update":{"evidence":{'
    b'"lang":"en","source":{"count":3,"count_is":"exact","description":"sources familiar with the '
    b'matter","id":"unnamed:","kind":"group","told":"'
    b'"source":{"id":"organisation:","kind":"organisation","id":"outlet:","kind":"outlet",'
    b'"id":"person:","kind":"person","name":"","role":""},"stance":"denies","confirms","standing":'
    b'"actor"},"wording":""}}}'
)

_DEFLATED: Final = b"\x01"
"""The first byte of a body that was deflated with `DICTIONARY`."""

_SHORT: Final = 600
"""Bytes below which a body stays as it is. Ours: about as long as most are."""

_WINDOW: Final = -12
"""How far back likeness is looked for: 2 to this power, less than none for a bare stream."""

# Its state is copied for every body: so little memory, and no codes made to measure.
_PACKER: Final = zlib.compressobj(1, zlib.DEFLATED, _WINDOW, 3, zlib.Z_FIXED, zdict=DICTIONARY)


def deflated(body: bytes) -> bytes:
    """Make a body small, unless it is a short JSON object."""
    if len(body) < _SHORT and body.startswith(b"{"):
        return body
    packer = _PACKER.copy()
    return _DEFLATED + packer.compress(body) + packer.flush()


def inflated(stored: bytes) -> bytes:
    """
    Give a body back.

    What was not written here, or was changed since, is given as it is: its hash will not hold.
    """
    if stored[:1] != _DEFLATED:
        return stored
    try:
        return zlib.decompressobj(_WINDOW, DICTIONARY).decompress(stored[1:])
    except zlib.error:
        return stored
