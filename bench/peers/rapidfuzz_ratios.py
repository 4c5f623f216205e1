"""rapidfuzz's whole-string scorers over all phrasings, as most small help bots use them.

Source: the documentation of rapidfuzz 3 (`process.extractOne`, `fuzz.WRatio`,
`fuzz.token_set_ratio`, `utils.default_process`). In its favour: the phrasings are processed once
when it is taught, and not at every question.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from rapidfuzz import fuzz, process, utils

from bench.method import Lesson, Scored, best_of_each

LISTED = 60
"""Phrasings that a ranking reads; they are of a few labels only."""

_TOGETHER = 64
"""Questions that are compared with all phrasings at a time, to bound the table of scores."""


class Ratio:
    """A scorer of rapidfuzz over every phrasing."""

    def __init__(self, scorer: Callable[..., Any], lessons: Sequence[Lesson]) -> None:
        self._scorer = scorer
        self._owners = [each.id for each in lessons for _ in each.phrasings]
        ways = (way for each in lessons for way in each.phrasings)
        self._ways = [utils.default_process(way) for way in ways]

    def rank(self, question: str) -> list[Scored]:
        """The best phrasing of each label; 0 to 100."""
        read = utils.default_process(question)
        found = process.extract(read, self._ways, scorer=self._scorer, limit=LISTED)
        return best_of_each((self._owners[place], score) for _, score, place in found)

    def rank_all(self, questions: Sequence[str]) -> list[list[Scored]]:
        """The same for many questions, by `process.cdist` on all cores.

        Only this needs numpy, which one question at a time does without, in a third less memory.
        """
        parts = (questions[n : n + _TOGETHER] for n in range(0, len(questions), _TOGETHER))
        return [ranking for part in parts for ranking in self._table(part)]

    def _table(self, questions: Sequence[str]) -> Iterator[list[Scored]]:
        import numpy as np

        read = [utils.default_process(question) for question in questions]
        table = process.cdist(read, self._ways, scorer=self._scorer, dtype=np.float64, workers=-1)
        for scores in table:
            best = np.argsort(-scores, kind="stable")[:LISTED].tolist()
            yield best_of_each((self._owners[place], float(scores[place])) for place in best)

    def ask(self, question: str) -> object:
        """`extractOne`, which stops early where it can."""
        read = utils.default_process(question)
        return process.extractOne(read, self._ways, scorer=self._scorer)


w_ratio = partial(Ratio, fuzz.WRatio)
token_set = partial(Ratio, fuzz.token_set_ratio)
