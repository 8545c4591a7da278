"""
Briefs: claims in, what is known, what is not, what is disputed and what changed out.

Pure: a brief is made of claims as they are handed in, and says itself in words on request.
"""

from claimtrack.brief.brief import Brief
from claimtrack.brief.making import make_brief
from claimtrack.brief.values import (
    Answer,
    Asked,
    Changed,
    ClaimLine,
    Gone,
    Lifted,
    LinkNews,
    LostVoice,
    Named,
    News,
    OpenQuestion,
    Settled,
    Unclear,
    Voice,
)

__all__ = [
    "Answer",
    "Asked",
    "Brief",
    "Changed",
    "ClaimLine",
    "Gone",
    "Lifted",
    "LinkNews",
    "LostVoice",
    "Named",
    "News",
    "OpenQuestion",
    "Settled",
    "Unclear",
    "Voice",
    "make_brief",
]
