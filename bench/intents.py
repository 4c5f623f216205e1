"""Public intent sets: ten phrasings an intent, three samplings, all labels of kind TOPIC.

The sets are not part of this project. Each stands in its folder as `<name>.json` with the keys
`samplings` (three lists of [text, intent] to learn from), `test` (such pairs), `test_typos` (the
same questions, half of them with 1-2 keyboard errors) and `oos` (questions of no intent, or none).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.job import Job, Report
from bench.processes import measure
from bot.matching import Kind, Lesson, Words

SETS = {"banking77": "BANKING77", "clinc150": "CLINC150", "hwu64": "HWU64"}
WHERE = """\
BANKING77 (Casanueva et al. 2020, "Efficient Intent Detection with Dual Sentence Encoders", CC BY
4.0), CLINC150 (Larson et al. 2019, "An Evaluation Dataset for Intent Classification and
Out-of-Scope Prediction", CC BY 3.0) and HWU64 (Liu et al. 2019, "Benchmarking Natural Language
Understanding Services for building Conversational Agents", CC BY 4.0) are published by their
authors. Bring each into the form that bench/intents.py tells, and give their folder:
python -m bench --intents DIR"""
ANSWERED_KEPT = 0.95
AT_ONCE = 2
"""Processes at a time; nothing is timed here."""


@dataclass(frozen=True)
class Score:
    """Shares (0 to 1), means over samplings. `oos` is out-of-scope: AUROC, and the share told apart
    while 95 % of the other questions are still answered; None for sets without such questions.

    They are told apart by the best score of a peer, and by this matcher's own confidence: how
    probable it is that what it shows is right.
    """

    set: str
    method: str
    first: float
    in_three: float
    first_mistyped: float
    in_three_mistyped: float
    oos: tuple[float, float] | None


def scores(
    folder: Path, every: int, tell: Callable[[str], None], methods: Iterable[str]
) -> list[Score]:
    """Measure each method on each set that the folder has, on one in `every` test questions."""
    found = [name for name in SETS if (folder / f"{name}.json").is_file()]
    tasks = [(folder / f"{name}.json", method, every) for method in methods for name in found]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = []
        for score in pool.map(lambda task: _score(*task), tasks):
            tell(f"  {score.set}, {score.method}: @1 {score.first:.1%}")
            done.append(score)
    return done


def _score(path: Path, method: str, every: int) -> Score:
    data = json.loads(path.read_text("utf-8"))
    means = np.mean([_sampling(data, n, method, every) for n in range(len(data["samplings"]))], 0)
    first, three, first_typos, three_typos, auroc, recall = (float(each) for each in means)
    oos = (auroc, recall) if data.get("oos") else None
    return Score(SETS[path.stem], method, first, three, first_typos, three_typos, oos)


def _sampling(data: Any, number: int, method: str, every: int) -> list[float]:
    tests = data["test"][::every]
    typos = [_text(each) for each in data["test_typos"][::every]]
    oos = [_text(each) for each in data.get("oos", [])[::every]]
    texts = (*(text for text, _ in tests), *typos, *oos)
    lessons = _lessons(data["samplings"][number])
    report = measure(Job(method, lessons, Words(), texts, timed=1))
    wanted, count = [label for _, label in tests], len(tests)
    clean, slipped = report.ranked[:count], report.ranked[count : 2 * count]
    shares = [_among(wanted, ranked, n) for ranked in (clean, slipped) for n in (1, 3)]
    sure = _sureness(report)
    return [*shares, *told_apart(sure[:count], sure[2 * count :])]


def _text(row: Any) -> str:
    return row if isinstance(row, str) else str(row[0])


def _lessons(pairs: Iterable[tuple[str, str]]) -> tuple[Lesson, ...]:
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for text, label in pairs:
        ways[label].append(text)
    return tuple(Lesson(label, Kind.TOPIC, tuple(texts)) for label, texts in ways.items())


def _among(wanted: Sequence[str], ranked: Any, places: int) -> float:
    hits = [
        label in [found for found, _ in each[:places]]
        for label, each in zip(wanted, ranked, strict=True)
    ]
    return float(np.mean(hits))


def _sureness(report: Report) -> list[float]:
    if report.decided:
        return [confidence for _, _, confidence in report.decided]
    return [each[0][1] if each else float("-inf") for each in report.ranked]


def told_apart(asked: Sequence[float], outside: Sequence[float]) -> tuple[float, float]:
    """AUROC, and the share of `outside` below the cut-off that lets 95 % of `asked` through."""
    if not outside:
        return 0.0, 0.0
    inside, beyond = np.sort(asked), np.asarray(outside)
    below = np.searchsorted(inside, beyond, "left")
    not_above = np.searchsorted(inside, beyond, "right")
    auroc = 1 - float(np.mean((below + not_above) / 2)) / len(inside)
    cut_off = inside[int((1 - ANSWERED_KEPT) * len(inside))]
    return auroc, float(np.mean(beyond < cut_off))
