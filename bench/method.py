"""What every method of the comparison can do, this help desk's own included."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

SHOWN = 8
"""Labels that a ranking lists at most: three to show, and room for classes that are not shown."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A label and what speaks for it, in the method's own unit: more is better."""

    id: str
    score: float


class Method(Protocol):
    """Something that was taught phrasings and ranks labels for a question."""

    def rank(self, question: str) -> Sequence[Scored]:
        """Labels, best first, each once, at most SHOWN. Empty: nothing fits."""

    def ask(self, question: str) -> object:
        """What the method does for one question when it runs; this is what is timed."""


@runtime_checkable
class RanksTogether(Protocol):
    """A method that ranks many questions sooner than one by one, with the same rankings."""

    def rank_all(self, questions: Sequence[str]) -> list[list[Scored]]:
        """For each question what `rank` says."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One label with the ways of asking that every method learns from."""

    id: str
    phrasings: tuple[str, ...]


def best_of_each(found: Iterable[tuple[str, float]]) -> list[Scored]:
    """The best score of every label, best first; equal scores in the order they came."""
    best: dict[str, float] = {}
    for label, score in found:
        if score > best.get(label, float("-inf")):
            best[label] = score
    ranked = sorted(best.items(), key=lambda item: -item[1])
    return [Scored(label, score) for label, score in ranked[:SHOWN]]
