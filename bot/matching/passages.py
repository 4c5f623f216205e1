"""Where in a message the question may stand: passages of a story, halves of a double question."""

import re
from collections.abc import Sequence

from bot.matching.spelling import Reading

LONG, TOO_LONG = 14, 60
"""Words from which a message of several sentences is searched for its question, and from which it
is not read as a whole any more."""

_RIVAL = 0.5
_SENTENCES_READ = 40

_CUT = re.compile(r"[.!?;]+\s+|\n+|[,\s]\s*(?:and|also|plus)\s+", re.IGNORECASE)
_ASKS = re.compile(
    r"^\W*(?:(?:and|also|plus|so|then|but|second|btw)\W+)*"
    r"(?:how|hw|what|whats|wat|where|wheres|when|whens|who|whos|why|which|whose|can|could|do|does"
    r"|did|is|are|am|may|must|should|shall|will|would|has|have|any|anyone|need|i need|i want"
    r"|i would like|i also|please|pls|tell|show|if)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.!?;,]\s")
_MOST_HALVES = 3
_MOST_LETTERS = 400


def is_story(sentences: Sequence[Sequence[Reading]]) -> bool:
    """Tell whether the question must be looked for among several sentences."""
    return len(sentences) > 1 and sum(len(sentence) for sentence in sentences) > LONG


def windows(sentences: Sequence[list[Reading]], promise: Sequence[float]) -> list[list[Reading]]:
    """Return the most promising sentence, alone and with the one before it, and a close rival."""
    order = sorted(range(len(sentences)), key=lambda place: (-promise[place], place))
    rivals = [place for place in order[1:2] if promise[place] >= promise[order[0]] - _RIVAL]
    spans = [(place, place + 1) for place in (order[0], *rivals)]
    if len(sentences) > 2:
        start = max(0, order[0] - 1)
        spans.append((start, start + 2))
    return [[word for part in sentences[start:end] for word in part] for start, end in spans]


def bounded(sentences: list[list[Reading]]) -> list[list[Reading]]:
    """Return as many sentences as are read, from both ends: the question seldom stands between."""
    half = _SENTENCES_READ // 2
    if len(sentences) <= _SENTENCES_READ:
        return sentences
    return sentences[:half] + sentences[-half:]


def halves(text: str) -> list[tuple[str, str, bool]]:
    """Return ways to cut a short message in two, and whether both halves look like questions."""
    found: list[tuple[str, str, bool]] = []
    for cut in _CUT.finditer(text[:_MOST_LETTERS]):
        left, right = text[: cut.start()], text[cut.end() :]
        if len(left.split()) > 1 and len(right.split()) > 1:
            mark = "?" if "?" in cut.group() else ""
            found.append((left, right, _asks(left + mark) and _ASKS.match(right) is not None))
    return found[:_MOST_HALVES]


def _asks(text: str) -> bool:
    return "?" in text or any(_ASKS.match(clause) for clause in _CLAUSE_END.split(text))
