"""Linear models over features: one against the rest by margins, and one by word frequencies.

No linear-algebra library call takes part in a sum, so that results do not depend on the number of
threads.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector
from bot.matching.postings import Cells, Postings, posted

Matrix = NDArray[np.float32]
Floor = NDArray[np.float64]

PENALTY = 1.0
"""Cost of a phrasing on the wrong side of its margin (C); .2 and .5 measured lower."""

_MOST_EPOCHS, _FEWEST_EPOCHS = 15, 9
_STEPS = 30_000
"""Steps after which more epochs change nothing that is measured."""

# Arrays without dimensions, for numpy reckons with them twice as fast as with plain numbers.
_ZERO, _ONE = np.array(0.0, np.float32), np.array(1.0, np.float32)
_SOFTNESS = np.array(0.5 / PENALTY, np.float32)
_STILL = np.array(1e-3, np.float32)
_SMOOTHING = 0.02
_GOLDEN, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD1342543DE82EF95)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def margins(
    vectors: Sequence[Vector], columns: Sequence[tuple[int, ...]], shape: tuple[int, int]
) -> tuple[Postings, Matrix]:
    """Return the weights and intercepts of linear machines, one column against the rest.

    `columns` are those each vector belongs to. Dual coordinate descent for the squared hinge loss
    (Hsieh et al. 2008), all columns of one phrasing at a time.
    """
    features, column_count = shape
    weights = np.zeros((features + 1, column_count), np.float32)
    signs = {own: _signs(own, column_count) for own in sorted(set(columns))}
    rows = [
        _Row(vector, features, signs[own]) for vector, own in zip(vectors, columns, strict=True)
    ]
    epochs = max(_FEWEST_EPOCHS, min(_MOST_EPOCHS, _STEPS // max(1, len(rows))))
    for epoch in range(epochs):
        visit = _Row.move_all if epoch < 2 or epoch % 3 == 0 else _Row.move_active
        for place in order(len(rows), epoch):
            visit(rows[place], weights)
    places, held = weights[:features].nonzero()
    return posted(places, held, weights[places, held], shape), weights[features].copy()


def _signs(own: tuple[int, ...], column_count: int) -> Matrix:
    signs = np.full(column_count, -1.0, np.float32)
    signs[list(own)] = 1.0
    return signs


def order(count: int, epoch: int) -> list[int]:
    """Return a fixed shuffle: by a hash of the place, so of no length is it nearly in order.

    The hash is the end of splitmix64 (Steele et al. 2014), which no library may change.
    """
    places = np.arange(1, count + 1, dtype=np.uint64)
    mixed = places * _GOLDEN + np.array([epoch], np.uint64) * _OTHER
    for shift, factor in ((30, _FIRST), (27, _SECOND)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * factor
    visited: list[int] = np.argsort(mixed ^ (mixed >> np.uint64(31)), kind="stable").tolist()
    return visited


class _Row:
    """One phrasing during the descent, with a multiplier for every column."""

    __slots__ = ("cells", "curvature", "ids", "multipliers", "signs", "values")

    def __init__(self, vector: Vector, features: int, signs: Matrix) -> None:
        self.ids = np.append(vector.ids, np.int32(features)).astype(np.intp)
        self.cells = self.ids[:, None] * len(signs)
        self.values = np.append(vector.weights, np.float32(1.0))[:, None]
        self.signs = signs
        self.multipliers = np.zeros_like(signs)
        length = np.add.reduce(self.values * self.values)[0]
        self.curvature = np.array(length + _SOFTNESS, np.float32)

    def move_all(self, weights: Matrix) -> None:
        """Move every multiplier to where it is best while the others stay."""
        block = weights.take(self.ids, axis=0)
        before, signs = self.multipliers, self.signs
        moved = self._moved(before, signs * np.einsum("fx,fl->l", self.values, block))
        change = (moved - before) * signs
        self.multipliers = moved
        changed = (np.abs(change) > _STILL).nonzero()[0]
        if 2 * len(changed) > len(change):
            weights[self.ids] = block + self.values * change
        elif len(changed):
            added = self.values * change[changed]
            weights.reshape(-1)[self.cells + changed] = block.take(changed, axis=1) + added

    def move_active(self, weights: Matrix) -> None:
        """Move the multipliers that are not zero."""
        active = self.multipliers.nonzero()[0]
        cells, flat = self.cells + active, weights.reshape(-1)
        block = flat[cells]
        before, signs = self.multipliers[active], self.signs[active]
        moved = self._moved(before, signs * np.einsum("fx,fl->l", self.values, block))
        self.multipliers[active] = moved
        flat[cells] = block + self.values * ((moved - before) * signs)

    def _moved(self, before: Matrix, agreement: Matrix) -> Matrix:
        gradient = agreement - _ONE + _SOFTNESS * before
        return np.maximum(before - gradient / self.curvature, _ZERO)


def frequencies(cells: Cells, shape: tuple[int, int]) -> tuple[Postings, Floor]:
    """Return smoothed log frequencies: of what never occurs under a label, and what others add."""
    sums = np.bincount(cells.labels, weights=cells.totals, minlength=shape[1])
    floor = np.log(_SMOOTHING / (sums + _SMOOTHING * shape[0]))
    gain = np.log1p(cells.totals / _SMOOTHING).astype(np.float32)
    return posted(cells.features, cells.labels, gain, shape), floor
