"""What one passage asks for: its words against everything learned."""

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.confidence import Chances, InForce, Places, chances
from bot.matching.decide import Finding, Likely
from bot.matching.features import Vector, count, vector
from bot.matching.learned import Learned
from bot.matching.model import ANSWERED, Candidate
from bot.matching.scores import Sums, score, sums
from bot.matching.senses import Senses
from bot.matching.spelling import Reading, Spelling, wording
from bot.matching.text import Reader

LISTED = 5
"""Labels of each sort that a finding lists."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a message: as read, as numbers, and what these add up to."""

    readings: Sequence[Reading]
    numbers: Vector
    sums: Sums


class Finder:
    """Finds for readings, with the labels in force, what they ask for."""

    def __init__(self, learned: Learned) -> None:
        self.learned = learned
        self.reader = Reader(learned.words.read_as)
        self._senses = Senses(learned.words.same, self.reader)
        self._spelling = Spelling(learned.word_counts)
        self._answered = [label.kind in ANSWERED for label in learned.labels]
        self.everything = self._in_force(())

    def read(self, text: str) -> list[list[Reading]]:
        """Return the sentences of `text` as read."""
        return [self._spelling.read(words) for words in self.reader.sentences(text)]

    def vector(self, readings: Sequence[Reading]) -> Vector:
        """Return a passage as numbers."""
        return vector(readings, count(readings, self._senses), self.learned.vocabulary)

    def passage(self, readings: Sequence[Reading]) -> Passage:
        """Return a passage with all that is asked of it more than once."""
        numbers = self.vector(readings)
        return Passage(readings, numbers, sums(self.learned.model, numbers))

    def finding(self, passage: Passage, without: Container[str]) -> Finding | None:
        """Return what a passage asks for; None when it has no known word or nothing is in force."""
        numbers, force = passage.numbers, self._force(without)
        if not len(numbers.ids) or not len(force.entries) + len(force.classes):
            return None
        scores = score(self.learned.model, numbers, passage.sums)
        odds = chances(scores, numbers, force)
        entries = self._likely(odds.entries[:LISTED], odds, without)
        classes = self._likely(odds.classes[:LISTED], odds, without)
        entry_first = len(entries) and (
            not classes or scores.joined[odds.entries[0]] >= scores.joined[odds.classes[0]]
        )
        return Finding(
            entries,
            classes,
            entries[0] if entry_first else classes[0],
            self._phrased(passage.readings, odds, without),
            round(odds.shown, 4),
            numbers.content,
        )

    def promise(self, passage: Passage) -> float:
        """Return how strongly a sentence speaks for its best entry."""
        if not passage.numbers.content:
            return -math.inf
        if passage.sums.margins is None:
            return 0.0
        return float(passage.sums.margins[self.everything.entries].max(initial=-math.inf))

    def _phrased(
        self, readings: Sequence[Reading], odds: Chances, without: Container[str]
    ) -> Likely | None:
        place = self.learned.phrases.get(wording(readings))
        if place is None or self.learned.labels[place].id in without:
            return None
        return self._likely(np.array([place]), odds, without)[0]

    def _likely(self, places: Places, odds: Chances, without: Container[str]) -> list[Likely]:
        """Return the labels at these places with their probabilities."""
        labels = [self.learned.labels[place] for place in places.tolist()]
        return [
            Likely(Candidate(label.id, round(chance, 4)), label.kind, _open(label.offers, without))
            for label, chance in zip(labels, odds.by_label[places].tolist(), strict=True)
        ]

    def _force(self, without: Container[str]) -> InForce:
        return self._in_force(without) if without else self.everything

    def _in_force(self, without: Container[str]) -> InForce:
        allowed = np.array([label.id not in without for label in self.learned.labels], np.bool_)
        answered = np.array(self._answered, np.bool_)
        return InForce(np.flatnonzero(allowed & answered), np.flatnonzero(allowed & ~answered))


def _open(offers: tuple[str, ...], without: Container[str]) -> tuple[str, ...]:
    """Return the offers that may be made now."""
    return tuple(offer for offer in offers if offer not in without) if offers else offers
