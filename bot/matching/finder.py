"""What one passage asks for: its words against everything learned."""

import math
from collections.abc import Container, Sequence

import numpy as np

from bot.matching.confidence import Chances, InForce, chances
from bot.matching.decide import Finding, Likely
from bot.matching.features import Vector, count, vector
from bot.matching.learned import Learned
from bot.matching.model import ANSWERED, Candidate
from bot.matching.scores import margin_alone, score
from bot.matching.senses import Senses
from bot.matching.spelling import Reading, Spelling, wording
from bot.matching.text import Reader

LISTED = 5
"""Labels of each sort that a finding lists."""


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

    def finding(self, readings: Sequence[Reading], without: Container[str]) -> Finding | None:
        """Return what a passage asks for; None when it has no known word or nothing is in force."""
        numbers, force = self.vector(readings), self._force(without)
        if not len(numbers.ids) or not len(force.entries) + len(force.classes):
            return None
        scores = score(self.learned.model, numbers)
        odds = chances(scores, numbers, force)
        entries = [self._likely(place, odds, without) for place in odds.entries[:LISTED].tolist()]
        classes = [self._likely(place, odds, without) for place in odds.classes[:LISTED].tolist()]
        entry_first = len(entries) and (
            not classes or scores.joined[odds.entries[0]] >= scores.joined[odds.classes[0]]
        )
        return Finding(
            entries,
            classes,
            entries[0] if entry_first else classes[0],
            self._phrased(readings, odds, without),
            round(odds.shown, 4),
            numbers.content,
        )

    def promise(self, readings: Sequence[Reading]) -> float:
        """Return how strongly a sentence speaks for its best entry."""
        numbers = self.vector(readings)
        if not numbers.content:
            return -math.inf
        margin = margin_alone(self.learned.model, numbers)
        return float(margin[self.everything.entries].max(initial=-math.inf))

    def _phrased(
        self, readings: Sequence[Reading], odds: Chances, without: Container[str]
    ) -> Likely | None:
        place = self.learned.phrases.get(wording(readings))
        if place is None or self.learned.labels[place].id in without:
            return None
        return self._likely(place, odds, without)

    def _likely(self, place: int, odds: Chances, without: Container[str]) -> Likely:
        label = self.learned.labels[place]
        candidate = Candidate(label.id, round(float(odds.by_label[place]), 4))
        offers = tuple(offer for offer in label.offers if offer not in without)
        return Likely(candidate, label.kind, offers)

    def _force(self, without: Container[str]) -> InForce:
        return self._in_force(without) if without else self.everything

    def _in_force(self, without: Container[str]) -> InForce:
        allowed = np.array([label.id not in without for label in self.learned.labels], np.bool_)
        answered = np.array(self._answered, np.bool_)
        return InForce(np.flatnonzero(allowed & answered), np.flatnonzero(allowed & ~answered))
