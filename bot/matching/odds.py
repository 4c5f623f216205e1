"""A linear model of the odds, one label against the rest, for desks with few phrasings.

Margins rank the best label well, odds the second and third too. Telling features weigh more in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.features import Vector
from bot.matching.linear import Matrix, order
from bot.matching.postings import Numbers, Table, posted, table

FEW = 3_000
"""Phrasings up to which odds are learned; on left-out phrasings of public sets with ten for each
label they win half a point at the first place and at the third."""

_PENALTY = np.float32(10.0)
"""Most that one phrasing may count (C); 3 to 30 measured nearly alike."""

_EPOCHS, _STEPS = 12, 2


@dataclass(frozen=True, slots=True)
class Odds:
    """What the odds are computed from: weights of features beside intercepts of labels."""

    weights: Table
    intercepts: Matrix

    def of(self, vector: Vector, telling: Matrix) -> Numbers:
        """Return by label the logarithm of the odds that it is meant."""
        return self.weights.weigh(vector.ids, _weighed(vector, telling)) + self.intercepts


def _weighed(vector: Vector, telling: Matrix) -> Matrix:
    """Weigh by the root of tellingness; the length stays."""
    weights = vector.weights * np.sqrt(telling[vector.ids])
    length = np.add.reduce(weights * weights)
    kept = np.add.reduce(vector.weights * vector.weights)
    return np.asarray(weights * np.sqrt(kept / length) if length > 0 else weights, np.float32)


def learn_odds(
    vectors: Sequence[Vector], owners: Sequence[int], telling: Matrix, label_count: int
) -> Odds:
    """Return the odds of each label, by dual coordinate descent for the logistic loss.

    After Yu, Huang and Lin (2011), all labels of one phrasing at a time.
    """
    features = len(telling)
    weights = np.zeros((features + 1, label_count), np.float32)
    rows = [
        _Row(vector, _weighed(vector, telling), features, owner, label_count)
        for vector, owner in zip(vectors, owners, strict=True)
    ]
    for epoch in range(_EPOCHS):
        for place in order(len(rows), epoch):
            rows[place].move(weights)
    places, labels = weights[:features].nonzero()
    cells = posted(places, labels, weights[places, labels], (features, label_count))
    return Odds(table(cells), weights[features].copy())


class _Row:
    """One phrasing during the descent: for every label a multiplier and the odds it stands for."""

    __slots__ = ("curvature", "ids", "multipliers", "odds", "signs", "values")

    def __init__(
        self, vector: Vector, weights: Matrix, features: int, owner: int, label_count: int
    ) -> None:
        self.ids = np.append(vector.ids, np.int32(features)).astype(np.intp)
        self.values = np.append(weights, np.float32(1.0))[:, None]
        self.signs = np.full(label_count, -1.0, np.float32)
        self.signs[owner] = 1.0
        self.multipliers = np.zeros(label_count, np.float32)
        self.odds = np.zeros(label_count, np.float32)
        self.curvature = np.float32(np.add.reduce(self.values * self.values)[0])

    def move(self, weights: Matrix) -> None:
        """Move every multiplier towards where it is best while the others stay."""
        block = weights.take(self.ids, axis=0)
        agreement = self.signs * np.einsum("fx,fl->l", self.values, block)
        without = agreement - self.curvature * self.multipliers
        steepness = self.curvature * _PENALTY
        for _ in range(_STEPS):
            doubt = _doubt(self.odds)
            miss = self.odds - without - steepness * doubt
            self.odds -= miss / (1.0 + steepness * doubt * (1.0 - doubt))
        moved = _PENALTY * _doubt(self.odds)
        weights[self.ids] = block + self.values * ((moved - self.multipliers) * self.signs)
        self.multipliers = moved


def _doubt(odds: Matrix) -> Matrix:
    """Return the probability against, of the logarithm of odds."""
    return np.asarray(np.float32(0.5) - np.float32(0.5) * np.tanh(np.float32(0.5) * odds))
