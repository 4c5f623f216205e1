"""What came of each question, counted the same way for every method."""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.questions import ANSWER, CLARIFY, Question
from bot.matching import Decision

MOST_SHOWN = 3
RIGHT, SHOWN, NOTHING, NEEDLESS, WRONG = 1.0, 0.5, 0.0, -0.25, -2.0
"""Points: answered right; the right one among those shown; handed over; a choice without the right
one in it; a wrong answer, or an answer where there is none. They only choose cut-offs of peers."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method did with a question."""

    decision: Decision
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over questions. `needless`: choices shown where nothing answers."""

    answerable: int = 0
    right: int = 0
    shown: int = 0
    wrong: int = 0
    unanswerable: int = 0
    false: int = 0
    needless: int = 0
    unclear: int = 0
    offered: int = 0
    points: float = 0.0

    @property
    def right_or_shown(self) -> int:
        """Answerable questions that were answered right or offered with the right one."""
        return self.right + self.shown

    @property
    def answered_badly(self) -> int:
        """Answers that should not have been given, whatever was asked."""
        return self.wrong + self.false


def points(question: Question, outcome: Outcome) -> float:
    """What the outcome is worth."""
    hit = not set(question.expect).isdisjoint(outcome.ids)
    if outcome.decision is Decision.ANSWER:
        good = SHOWN if question.outcome == CLARIFY else RIGHT
        return good if hit else WRONG
    if outcome.decision is Decision.CHOICES:
        good = RIGHT if question.outcome == CLARIFY else SHOWN
        return good if hit else NEEDLESS
    return NOTHING


def tally(questions: Iterable[Question], outcomes: Iterable[Outcome]) -> Tally:
    """Count. Any of the expected ids is right: where several are listed, each answers."""
    pairs = list(zip(questions, outcomes, strict=True))
    asked = [pair for pair in pairs if pair[0].outcome == ANSWER]
    unclear = [pair for pair in pairs if pair[0].outcome == CLARIFY]
    nothing = [pair for pair in pairs if pair[0].outcome not in (ANSWER, CLARIFY)]
    return Tally(
        answerable=len(asked),
        right=sum(_hit(*pair, Decision.ANSWER) for pair in asked),
        shown=sum(_hit(*pair, Decision.CHOICES) for pair in asked),
        wrong=sum(_answered_off(*pair) for pair in (*asked, *unclear)),
        unanswerable=len(nothing),
        false=sum(it.decision is Decision.ANSWER for _, it in nothing),
        needless=sum(it.decision is Decision.CHOICES for _, it in nothing),
        unclear=len(unclear),
        offered=sum(_hit(*pair, Decision.CHOICES) for pair in unclear),
        points=sum(points(*pair) for pair in pairs),
    )


def _hit(question: Question, outcome: Outcome, decision: Decision) -> bool:
    return outcome.decision is decision and not set(question.expect).isdisjoint(outcome.ids)


def _answered_off(question: Question, outcome: Outcome) -> bool:
    return outcome.decision is Decision.ANSWER and set(question.expect).isdisjoint(outcome.ids)
