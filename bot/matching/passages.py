"""Where in a message the question may stand: passages of a story, halves of a double question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.matching.spelling import Reading

LONG, TOO_LONG = 14, 150
"""Words from which a message of several sentences is searched for its question, and from which it
is not read as a whole any more."""

_RIVAL = 0.5
_SENTENCES_READ = 40

_MOST_CUTS = 4
_MOST_CUT = 40
"""Words beyond which a message is not cut: among many, two halves that ask are found by chance."""

_CUT = re.compile(
    r"(?P<end>[.!?;]+\s+|\n+)|\s*[&+]\s+|,?\s+(?:and|plus|btw|meanwhile)(?:\s+then)?\s+(?!now\b)"
    r"|,\s+also\s+|(?P<comma>,\s+)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_CLAUSE_END = re.compile(r"[.!?;,]\s")
_ADDS = re.compile(r"\W*(?:and|also|plus|btw|oh|second|separately)\b", re.IGNORECASE)
_OR = re.compile(r"\W*or\b", re.IGNORECASE)
_PROVIDES = re.compile(
    r"(?:.*[.!?;,]\s)?\W*(?:if|when|once|since)\b[^.!?;,]*$", re.IGNORECASE | re.DOTALL
)
_ASKS = re.compile(
    r"\W*(?:(?:and|also|plus|so|then|but|or|oh|btw|second|separately|if not?|till?|until|since)\b"
    r"\W*)*(?:(?:how|hw|what|whats|wat|where|wheres|when|whens|who|whos|why|which|whose|any|anyone"
    r"|if|please|pls|tell|show|i need|i want|i also (?:need|want)|i would like)\b"
    r"|(?:can|could|do|does|did|is|are|am|must|should|shall|will|would)\b"
    r"(?!'|\s+(?:not|like|be|been|have)\b)"
    r"|(?:has|have|had|may)\s+(?:i|we|you|he|she|they|my|our|your|the|it|anyone)\b)",
    re.IGNORECASE,
)


class Way(StrEnum):
    """How the two halves of a message stand to each other."""

    ASKED_TOO = "... and how ...?"
    ADDED = "... . Also ..."
    BOTH_ASKED = "...? How ...?"
    PARTED = "how ..., can I ...?"
    TOLD = "... and ..."
    TOLD_AMONG = "... . ... and ..."


@dataclass(frozen=True, slots=True)
class Cut:
    """A message in two."""

    left: str
    right: str
    way: Way
    words: int
    """Words of the whole message."""


def is_story(sentences: Sequence[Sequence[Reading]]) -> bool:
    """Tell whether the question must be looked for among several sentences."""
    return len(sentences) > 1 and sum(len(sentence) for sentence in sentences) > LONG


def windows(promise: Sequence[float]) -> list[slice]:
    """Return where the most promising sentence stands, alone and with the one before it, and where
    a close rival does; `promise` is what each sentence promises.
    """
    order = sorted(range(len(promise)), key=lambda place: (-promise[place], place))
    rivals = [place for place in order[1:2] if promise[place] >= promise[order[0]] - _RIVAL]
    spans = [slice(place, place + 1) for place in (order[0], *rivals)]
    if len(promise) > 2:
        start = max(0, order[0] - 1)
        spans.append(slice(start, start + 2))
    return spans


def bounded(sentences: list[list[Reading]]) -> list[list[Reading]]:
    """Return as many sentences as are read, from both ends: the question seldom stands between."""
    half = _SENTENCES_READ // 2
    if len(sentences) <= _SENTENCES_READ:
        return sentences
    return sentences[:half] + sentences[-half:]


def cuts(text: str) -> list[Cut]:
    """Return the ways to cut a message in two that its wording allows."""
    found: list[Cut] = []
    words = len(text.split())
    if words > _MOST_CUT:
        return found
    for cut in _CUT.finditer(text):
        left, right = text[: cut.start()], text[cut.end() :]
        if min(len(left.split()), len(right.split())) > 1:
            way = _way(cut, left, right)
            if way is not None:
                found.append(Cut(left, right, way, words))
    return found[:_MOST_CUTS]


def _way(cut: re.Match[str], left: str, right: str) -> Way | None:
    """Return how two halves stand to each other; None where they are hardly two questions."""
    asks_too = _ASKS.match(right) is not None
    joined = bool(_ADDS.match(right)) if cut["end"] or cut["comma"] else True
    if joined and asks_too:
        return Way.ASKED_TOO
    if joined and not cut["end"]:
        return Way.TOLD_AMONG if _SENTENCE_END.search(cut.string) else Way.TOLD
    if joined:
        return Way.ADDED
    goes_on = _OR.match(right) is not None
    if cut["end"]:
        both = _asks(left + cut["end"]) and (goes_on or _asks(right))
        return Way.BOTH_ASKED if both else None
    both = _asks(left) and (goes_on or asks_too) and not _PROVIDES.match(left)
    return Way.PARTED if both else None


def _asks(text: str) -> bool:
    return "?" in text or any(_ASKS.match(clause) for clause in _CLAUSE_END.split(text))
