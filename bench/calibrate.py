"""`python -m bench.calibrate [FOLDER]`: fit the weights of `bot.matching.confidence` to a folder.

A fifth of the phrasings is left out in turn, with a third of the classes as a whole, and asked of a
matcher that learned the rest. Phrasings are left out by chance, so near twins of some remain, and
phrasings of what is not ours are shorter than what people type: the weights printed are more
hopeful than those in use, above all about long messages. Look at them after a large change to the
knowledge; never copy them without asking the border questions.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.desk import Folder
from bot.matching import ANSWERED, Kind, Lesson, learn
from bot.matching.confidence import BEST_IS_RIGHT, ONE_SHOWN_IS_RIGHT, SHOWN, signs
from bot.matching.finder import Finder
from bot.matching.learned import from_bytes
from bot.matching.scores import score

PARTS, CLASS_PARTS = 5, 3
_STRENGTH = 1.0

Judgement = tuple[dict[str, float], bool, bool]
"""The signs of an answer; whether the best entry is right; whether one of those shown is."""


def judgements(folder: Folder) -> Iterator[Judgement]:
    """Judge every left-out phrasing that has a known word."""
    for part in range(PARTS):
        asked, taught = _parted(folder.lessons, part)
        finder = Finder(from_bytes(learn(taught, folder.words).to_bytes()))
        for lesson in asked:
            for phrasing in lesson.phrasings:
                found = _judged(finder, lesson, phrasing)
                if found is not None:
                    yield found


def _parted(lessons: tuple[Lesson, ...], part: int) -> tuple[list[Lesson], list[Lesson]]:
    """Lessons of what is left out in this part, and of what is learned."""
    asked, taught = [], []
    for lesson in lessons:
        if lesson.kind is Kind.UNCLEAR:
            taught.append(lesson)
            continue
        whole = lesson.kind is Kind.ELSEWHERE and crc32(lesson.id.encode()) % CLASS_PARTS == part
        out = tuple(way for way in lesson.phrasings if whole or crc32(way.encode()) % PARTS == part)
        asked.append(replace(lesson, phrasings=out))
        kept = tuple(way for way in lesson.phrasings if way not in set(out))
        taught.append(replace(lesson, phrasings=kept))
    return asked, taught


def _judged(finder: Finder, lesson: Lesson, phrasing: str) -> Judgement | None:
    numbers = finder.vector([word for sentence in finder.read(phrasing) for word in sentence])
    if not len(numbers.ids):
        return None
    scores = score(finder.learned.model, numbers)
    force = finder.everything
    entries = force.entries[np.argsort(-scores.joined[force.entries], kind="stable")]
    names = [finder.learned.labels[place].id for place in entries[:SHOWN].tolist()]
    ours = lesson.kind in ANSWERED
    found = signs(scores, numbers, entries, force.classes)
    return found, ours and names[0] == lesson.id, ours and lesson.id in names


def fitted(judged: list[Judgement], names: list[str], place: int) -> dict[str, float]:
    """The weights that fit best, on the scale of the signs themselves."""
    table = np.array([[each[0][name] for name in names] for each in judged])
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    right = np.array([each[place] for each in judged])
    model = LogisticRegression(C=_STRENGTH, max_iter=1_000).fit((table - middle) / spread, right)
    weights = model.coef_[0] / spread
    intercept = float(model.intercept_[0] - (weights * middle).sum())
    return {"intercept": intercept, **dict(zip(names, weights.tolist(), strict=True))}


def main() -> None:
    """Print the weights in use beside those that fit this folder."""
    folder = Folder.at(Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge"))
    judged = list(judgements(folder))
    print(f"{len(judged):,} judgements")
    for title, place, used in (("best", 1, BEST_IS_RIGHT), ("one shown", 2, ONE_SHOWN_IS_RIGHT)):
        names = [name for name in used if name != "intercept"]
        print(f"\n{title} is right: {'in use':>24} {'fitted':>9}")
        for name, weight in fitted(judged, names, place).items():
            print(f"  {name:30} {used[name].deep:9.3f} {weight:9.3f}")


if __name__ == "__main__":
    main()
