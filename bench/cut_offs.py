"""Two cut-offs make a decision of a peer's ranking: answer from one on, show three from another.

They are the best for the peer over the very questions they are then reported on, so every peer
gets what no operator could give it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.method import Scored
from bench.outcomes import MOST_SHOWN, Outcome, points
from bench.questions import CLARIFY, Question
from bot.matching import Decision

UNKNOWN = Outcome(Decision.UNKNOWN)
Ranking = Sequence[Scored]


@dataclass(frozen=True, slots=True)
class Labels:
    """What labels stand for: an answer, or (id to ids) several that are offered; else no answer."""

    answered: frozenset[str]
    offers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CutOffs:
    """Scores from which on a ranking is an answer, or choices."""

    answer: float
    choices: float


@dataclass(frozen=True, slots=True)
class Point:
    """One cut-off of a sweep: answers given, and those of them that are right, as shares."""

    answered: float
    right: float


def decide(ranking: Ranking, cut_offs: CutOffs, labels: Labels) -> Outcome:
    """The outcome; only an entry at the top is ever answered."""
    top = ranking[0].score if ranking else float("-inf")
    if top >= cut_offs.answer:
        return _answer(ranking, labels)
    return _choices(ranking, labels) if top >= cut_offs.choices else UNKNOWN


def best_cut_offs(
    questions: Sequence[Question], rankings: Sequence[Ranking], labels: Labels
) -> CutOffs:
    """Those with the most points over these questions."""
    order, tops = _by_score(rankings)
    gains = np.array([_gains(questions[n], rankings[n], labels) for n in order])
    sums = np.vstack([np.zeros(3), np.cumsum(gains, axis=0)])[_whole(tops)]
    answers, choices, nothing = sums.T  # if all up to here are answered, or shown, or left
    best = np.maximum.accumulate(answers - choices)
    last = int(np.argmax(best + choices - nothing))
    first = int(np.argmax((answers - choices)[: last + 1]))
    counts = np.flatnonzero(_whole(tops))
    return CutOffs(_score_at(tops, counts[first]), _score_at(tops, counts[last]))


def sweep(
    questions: Sequence[Question], rankings: Sequence[Ranking], labels: Labels
) -> list[Point]:
    """How many answers are right as more and more questions are answered, the surest first."""
    order, tops = _by_score(rankings)
    whole = _whole(tops)
    given = right = 0
    curve = []
    for count, n in enumerate(order, 1):
        outcome = _answer(rankings[n], labels)
        given += outcome.decision is Decision.ANSWER
        right += _right(questions[n], outcome)
        if given and whole[count]:
            curve.append(Point(given / len(questions), right / given))
    return curve


def right_at_once(
    questions: Sequence[Question],
    rankings: Sequence[Ranking],
    labels: Labels,
    most_bad: int,
) -> int:
    """Most questions answered right while at most `most_bad` answers are not."""
    order, tops = _by_score(rankings)
    whole = _whole(tops)
    best, right, bad = 0, 0, 0
    for count, n in enumerate(order, 1):
        outcome = _answer(rankings[n], labels)
        hit = _right(questions[n], outcome)
        right += hit and questions[n].outcome != CLARIFY
        bad += outcome.decision is Decision.ANSWER and not hit
        best = max(best, right) if whole[count] and bad <= most_bad else best
    return best


def _gains(question: Question, ranking: Ranking, labels: Labels) -> tuple[float, float, float]:
    return (
        points(question, _answer(ranking, labels)),
        points(question, _choices(ranking, labels)),
        points(question, UNKNOWN),
    )


def _by_score(rankings: Sequence[Ranking]) -> tuple[list[int], NDArray[np.float64]]:
    tops = np.array([each[0].score if each else float("-inf") for each in rankings])
    order = np.argsort(-tops, kind="stable")
    return order.tolist(), tops[order]


def _whole(tops: NDArray[np.float64]) -> NDArray[np.bool_]:
    """For 0, 1, 2 ... of the best: whether a cut-off can let through just so many."""
    return np.concatenate([[True], tops[1:] != tops[:-1], [True]])


def _score_at(tops: NDArray[np.float64], count: int) -> float:
    """The cut-off that lets the `count` best through, and those that score the same."""
    return float(tops[count - 1]) if count else float("inf")


def _right(question: Question, outcome: Outcome) -> bool:
    answered = outcome.decision is Decision.ANSWER
    return answered and not set(question.expect).isdisjoint(outcome.ids)


def _answer(ranking: Ranking, labels: Labels) -> Outcome:
    if not ranking or ranking[0].id not in labels.answered:
        return _choices(ranking, labels)
    return Outcome(Decision.ANSWER, (ranking[0].id,))


def _choices(ranking: Ranking, labels: Labels) -> Outcome:
    """The best three; what a group of vague messages offers; nothing for what is not ours."""
    top = ranking[0].id if ranking else ""
    if top in labels.offers:
        return Outcome(Decision.CHOICES, labels.offers[top][:MOST_SHOWN])
    if top not in labels.answered:
        return UNKNOWN
    ids = tuple(each.id for each in ranking if each.id in labels.answered)[:MOST_SHOWN]
    return Outcome(Decision.CHOICES, ids)
