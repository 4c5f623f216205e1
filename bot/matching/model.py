"""The values that go into matching and come out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a label stands for. Matching treats kinds differently, never single ids."""

    TOPIC = "topic"
    LEGAL_ADVICE = "legal-advice"
    OTHER_COURT = "other-court"
    ELSEWHERE = "elsewhere"
    SMALL_TALK = "small-talk"
    STATEMENT = "statement"
    FOLLOW_UP = "follow-up"
    ABUSE = "abuse"
    UNCLEAR = "unclear"


ANSWERED = frozenset({Kind.TOPIC, Kind.LEGAL_ADVICE, Kind.OTHER_COURT})
"""Kinds that have an entry of their own; the rest are classes of what this desk does not answer."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One label to learn: an entry, or a class of messages that no entry answers.

    A label of the kind UNCLEAR stands for several others: `offers` are their ids, best first.
    `evidence` is its title and answer: words that hint at the label without being a way to ask.
    """

    id: str
    kind: Kind
    phrasings: tuple[str, ...]
    evidence: str = ""
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What clerks know about the words people type (`words.yaml`)."""

    read_as: Mapping[str, str] = field(default_factory=dict)
    same: tuple[tuple[str, ...], ...] = ()


class Decision(StrEnum):
    """The outcome of the one decision point."""

    ANSWER = "answer"
    CHOICES = "choices"
    NOT_OURS = "not-ours"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label with the calibrated probability (0..1, four decimals) that it is what was asked."""

    id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Match:
    """What was decided about one message.

    `chosen` holds one id for ANSWER, two or three for CHOICES, at most one for NOT_OURS, and for
    UNKNOWN none or that of the entry that sends people to an attorney. `candidates` are the
    best labels whatever was decided, best first. `rule` names what decided, for people who ask
    why. `corrections` are (as typed, as read) pairs.
    """

    decision: Decision
    chosen: tuple[str, ...]
    confidence: float
    candidates: tuple[Candidate, ...]
    rule: str
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word or pair of words of the question and how far it spoke for a label (or against)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a candidate stands where it does."""

    candidate: Candidate
    spoke_for: tuple[Word, ...]
    spoke_against: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A match with the words behind it, for a person who asks why.

    `read` is the question as it was understood; `known` the share (0..1) of it that was learned.
    """

    match: Match
    read: tuple[str, ...]
    known: float
    reasons: tuple[Reason, ...]
