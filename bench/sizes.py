"""What size costs: a help desk of 1,000, 10,000 and 100,000 phrasings.

A larger desk has more entries, each with as many phrasings as an entry has today, and more words:
every copy of an entry beyond the folder's own has a part of its words replaced, the same ones
throughout the copy, by words put together from halves of two others.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from bench.job import OURS, Job
from bench.processes import FailedError, measure
from bot.matching import Kind, Lesson, Words

SIZES = (1_000, 10_000, 100_000)
AN_ENTRY = 70
"""Phrasings of an entry."""

ASKED = 100
MOST_SECONDS = 180
"""For learning and all questions; then a size counts as too large for a method."""

_REPLACED = 0.35
_LONG = 4


@dataclass(frozen=True)
class Cost:
    """What one method costs at one size; `failed` says why there is no figure."""

    method: str
    size: int
    build: float = 0.0
    peak: float = 0.0
    resident: float = 0.0
    median: float = 0.0
    p95: float = 0.0
    load: float | None = None
    failed: str = ""


def costs(
    lessons: Sequence[Lesson],
    questions: Sequence[str],
    tell: Callable[[str], None],
    methods: Iterable[str],
) -> list[Cost]:
    """Measure each method at every size; after a size that failed, no larger one is tried."""
    found: list[Cost] = []
    for method in methods:
        for size in SIZES:
            cost = _cost(method, size, lessons, questions)
            found.append(cost)
            tell(f"  {method}, {size:,}: {cost.failed or f'{cost.median:,.0f} us'}")
            if cost.failed:
                break
    return found


def exponent(found: Sequence[Cost]) -> float | None:
    """How the median grows with size: 1 is in proportion, 0 not at all. By least squares."""
    measured = [(cost.size, cost.median) for cost in found if not cost.failed]
    if len(measured) < 2:
        return None
    sizes, micros = np.log(np.array(measured)).T
    return float(np.polyfit(sizes, micros, 1)[0])


def enlarged(
    lessons: Sequence[Lesson], questions: Sequence[str], size: int
) -> tuple[tuple[Lesson, ...], tuple[str, ...]]:
    """Lessons of just `size` phrasings, and questions to a desk of that size."""
    usable = [each for each in lessons if each.kind is Kind.TOPIC and each.phrasings]
    count = -(-size // AN_ENTRY)
    copies = -(-count // len(usable))
    spell = _speller(tuple(way for each in usable for way in each.phrasings))
    made = [_lesson(usable[n % len(usable)], n // len(usable), spell) for n in range(count)]
    last = size - AN_ENTRY * (count - 1)
    shortened = Lesson(made[-1].id, Kind.TOPIC, made[-1].phrasings[:last])
    asked = tuple(spell(text, place % copies) for place, text in enumerate(questions[:ASKED]))
    return (*made[:-1], shortened), asked


def _cost(method: str, size: int, lessons: Sequence[Lesson], questions: Sequence[str]) -> Cost:
    taught, asked = enlarged(lessons, questions, size)
    warm = tuple(each.phrasings[0] for each in taught[:20])
    with TemporaryDirectory() as place:
        kept = f"{place}/learned" if method == OURS else ""
        job = Job(method, taught, Words(), asked, warm, kept=kept, seconds=MOST_SECONDS, rank=False)
        try:
            report = measure(job)
            load = _load_seconds(asked, job.kept) if method == OURS else None
        except FailedError as failed:
            return Cost(method, size, failed=str(failed))
    p50, p95 = (float(np.quantile(report.micros, share)) for share in (0.5, 0.95))
    return Cost(method, size, report.build_seconds, report.peak, report.resident, p50, p95, load)


def _load_seconds(asked: tuple[str, ...], kept: str) -> float:
    assert Path(kept).exists()
    job = Job(OURS, (), Words(), asked[:1], kept=kept, load=True, rank=False)
    return measure(job).build_seconds


def _lesson(base: Lesson, copy: int, spell: Callable[[str, int], str]) -> Lesson:
    """A copy of an entry with AN_ENTRY phrasings; where it has fewer, words are left out."""
    ways = dict.fromkeys(base.phrasings)
    for way in _shortened(base.phrasings):
        if len(ways) >= AN_ENTRY:
            break
        ways.setdefault(way)
    return Lesson(
        f"{base.id}-{copy}", Kind.TOPIC, tuple(spell(way, copy) for way in list(ways)[:AN_ENTRY])
    )


def _shortened(phrasings: Sequence[str]) -> Iterator[str]:
    for left_out in range(40):
        for way in phrasings:
            words = way.split()
            if left_out < len(words) and len(words) > 2:
                yield " ".join(words[:left_out] + words[left_out + 1 :])


def _speller(texts: Sequence[str]) -> Callable[[str, int], str]:
    vocabulary = sorted({word for text in texts for word in text.lower().split() if word.isalpha()})
    long = [word for word in vocabulary if len(word) >= 2 * _LONG]

    @cache
    def spelled(word: str, copy: int) -> str:
        chance = Random(f"{word} {copy}")  # noqa: S311 - the same words in every run
        if not copy or len(word) < _LONG or chance.random() > _REPLACED:
            return word
        other = chance.choice(long)
        return word[: max(2, len(word) // 2)].lower() + other[len(other) // 2 :]

    return lambda text, copy: " ".join(spelled(word, copy) for word in text.split(" "))
