"""Words and short phrases that mean the same, as features that two texts can share."""

import math
from collections.abc import Iterable, Sequence

from bot.matching.english import FUNCTION_WORDS
from bot.matching.spelling import Reading
from bot.matching.synonyms import GROUPS
from bot.matching.text import Reader, stem

_LONGEST = 4

Stems = tuple[str, ...]


class Senses:
    """Groups of synonyms: everyday English ones and those of `words.yaml`."""

    def __init__(self, same: Iterable[Sequence[str]], reader: Reader) -> None:
        self._groups: dict[Stems, list[str]] = {}
        self._starts: dict[str, int] = {}
        for number, group in enumerate(GROUPS):
            for word in group:
                if word not in FUNCTION_WORDS:
                    self._add((stem(word),), f"s{number}")
        for number, phrases in enumerate(same):
            for phrase in phrases:
                self._add(tuple(stem(word) for word in reader.words(phrase)), f"t{number}")

    def _add(self, stems: Stems, group: str) -> None:
        if not 0 < len(stems) <= _LONGEST:
            return
        groups = self._groups.setdefault(stems, [])
        if group not in groups:
            groups.append(group)
        self._starts[stems[0]] = max(len(stems), self._starts.get(stems[0], 0))

    def count(self, readings: Sequence[Reading]) -> tuple[dict[str, float], dict[str, float]]:
        """Return how much of each everyday and each local group the text has.

        A word in many groups gives less to each.
        """
        counts: dict[str, float] = {}
        best = [reading.stems[0][0] if reading.stems else "" for reading in readings]
        starts = self._starts
        for place, reading in enumerate(readings):
            for found, weight in reading.stems:
                if found in starts:
                    self._count((found,), weight, counts)
            if (longest := starts.get(best[place], 0)) > 1:
                for length in range(2, longest + 1):
                    self._count(tuple(best[place : place + length]), 1.0, counts)
        if not counts:
            return {}, {}
        everyday = {group: share for group, share in counts.items() if group[0] == "s"}
        return everyday, {group: share for group, share in counts.items() if group[0] == "t"}

    def _count(self, stems: Stems, weight: float, counts: dict[str, float]) -> None:
        groups = self._groups.get(stems)
        if groups is None:
            return
        share = weight / math.sqrt(len(groups))
        for group in groups:
            counts[group] = counts.get(group, 0.0) + share
