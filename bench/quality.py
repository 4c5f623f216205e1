"""The main comparison: every method on the same questions, taught the same phrasings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bench.cut_offs import Point, Ranking, best_cut_offs, decide, right_at_once, sweep
from bench.desk import Folder
from bench.job import OURS, Job, Report
from bench.method import Scored
from bench.outcomes import Outcome, Tally, tally
from bench.peers import PEERS
from bench.processes import FailedError, measure
from bench.questions import ANSWER, Question
from bench.typing_errors import half_mistyped
from bot.matching import Decision

WARM = 40
"""Phrasings that are asked before the clock counts."""


DRAWN = 100
"""Points of a curve that are kept."""


@dataclass(frozen=True)
class Row:
    """One method.

    `first` and `in_three`: answerable questions whose ranking begins with a right label, or has one
    among its first three. `at_equal`: how many it answers right if it may answer as few badly as
    this matcher does. Times in microseconds and seconds, memory in MB; `peak` is the most it held,
    learning included. `failed` says why there are no figures.
    """

    name: str
    first: int
    in_three: int
    tally: Tally
    mistyped: Tally
    at_equal: int
    median: float
    p95: float
    build: float
    resident: float
    peak: float
    curve: list[Point]
    failed: str = ""


def compare(
    folder: Folder, questions: Sequence[Question], tell: Callable[[str], None]
) -> list[Row]:
    """Measure this matcher, then its peers, each in a process of its own."""
    rows: list[Row] = []
    for name in (OURS, *PEERS):
        most_bad = rows[0].tally.answered_badly if rows else 0
        rows.append(_measured(folder, questions, name, most_bad))
        tell(f"  {name}: {rows[-1].failed or rows[-1].tally}")
    return rows


def _measured(folder: Folder, questions: Sequence[Question], name: str, most_bad: int) -> Row:
    try:
        report = measure(_job(folder, questions, name))
    except FailedError as failed:
        if name == OURS:
            raise
        return _without_figures(name, str(failed))
    return _row(folder, questions, name, report, most_bad)


def _without_figures(name: str, failed: str) -> Row:
    return Row(name, 0, 0, Tally(), Tally(), 0, 0.0, 0.0, 0.0, 0.0, 0.0, [], failed)


def _job(folder: Folder, questions: Sequence[Question], name: str) -> Job:
    texts = tuple(question.text for question in questions)
    ways = [way for lesson in folder.lessons for way in lesson.phrasings]
    return Job(
        method=name,
        lessons=folder.lessons,
        words=folder.words,
        questions=(*texts, *half_mistyped(texts)),
        warm=tuple(ways[:: max(1, len(ways) // WARM)]),
        without=tuple(sorted(folder.asleep)),
    )


def _row(
    folder: Folder, questions: Sequence[Question], name: str, report: Report, most_bad: int
) -> Row:
    count = len(questions)
    ranked = [_ranking(each, folder) for each in report.ranked]
    rankings = ranked[:count]
    if name == OURS:
        outcomes = [Outcome(Decision(it), tuple(ids)) for it, ids, _ in report.decided]
    else:
        cut_offs = best_cut_offs(questions, rankings, folder.labels)
        outcomes = [decide(each, cut_offs, folder.labels) for each in ranked]
    reached = tally(questions, outcomes[:count])
    return Row(
        name,
        _placed(folder, questions, rankings, 1),
        _placed(folder, questions, rankings, 3),
        reached,
        tally(questions, outcomes[count:]),
        reached.right
        if name == OURS
        else right_at_once(questions, rankings, folder.labels, most_bad),
        float(np.median(report.micros)),
        float(np.quantile(report.micros, 0.95)),
        report.build_seconds,
        report.resident,
        report.peak,
        _thinned(sweep(questions, rankings, folder.labels)),
    )


def _thinned(curve: Sequence[Point]) -> list[Point]:
    """Enough points for a picture, the last one among them."""
    step = max(1, len(curve) // DRAWN)
    return list(reversed(curve[::-1][::step]))


def _placed(
    folder: Folder, questions: Sequence[Question], rankings: Sequence[Ranking], places: int
) -> int:
    return sum(
        any(each.id in question.expect for each in _plain(folder, ranking)[:places])
        for question, ranking in zip(questions, rankings, strict=True)
        if question.outcome == ANSWER
    )


def _plain(folder: Folder, ranking: Ranking) -> Ranking:
    """Without the groups of vague messages, which are no answers to rank."""
    return [each for each in ranking if each.id not in folder.labels.offers]


def _ranking(pairs: Sequence[tuple[str, float]], folder: Folder) -> Ranking:
    return [Scored(label, score) for label, score in pairs if label not in folder.asleep]
