"""Matching: which entry does a message ask for? Pure; learns from phrasings, no network or clock.

`learn` turns lessons into a `Matcher`; the rest are the values it takes and gives.
"""

from bot.matching.archive import FORMAT, UnreadableArchive
from bot.matching.learning import learn
from bot.matching.matcher import Matcher
from bot.matching.model import (
    ANSWERED,
    Candidate,
    Decision,
    Explanation,
    Kind,
    Lesson,
    Match,
    Reason,
    Word,
    Words,
)

__all__ = [
    "ANSWERED",
    "FORMAT",
    "Candidate",
    "Decision",
    "Explanation",
    "Kind",
    "Lesson",
    "Match",
    "Matcher",
    "Reason",
    "UnreadableArchive",
    "Word",
    "Words",
    "learn",
]
