"""Linear models over features: one against the rest by margins, and one by word frequencies.

No linear-algebra library call takes part in a sum, so that results do not depend on the number of
threads.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector

Matrix = NDArray[np.float32]

PENALTY = 1.0
"""Cost of a phrasing on the wrong side of its margin (C); .2 and .5 measured lower."""

_MOST_EPOCHS, _FEWEST_EPOCHS = 15, 5
_STEPS = 30_000
"""Steps after which more epochs change nothing that is measured."""

_STILL = 1e-3
_SMOOTHING = 0.02
_STRIDE = 7_919


def margins(
    vectors: Sequence[Vector], columns: Sequence[Sequence[int]], shape: tuple[int, int]
) -> Matrix:
    """Return the weights (features + 1, columns) of linear machines, one column against the rest.

    `columns` are those each vector belongs to. Dual coordinate descent for the squared hinge loss
    (Hsieh et al. 2008), all columns of one phrasing at a time. The last row is the intercept.
    """
    features, column_count = shape
    weights = np.zeros((features + 1, column_count), np.float32)
    multipliers = np.zeros((len(vectors), column_count), np.float32)
    rows = [_with_intercept(each, features) for each in vectors]
    epochs = max(_FEWEST_EPOCHS, min(_MOST_EPOCHS, _STEPS // max(1, len(rows))))
    for epoch in range(epochs):
        for row in _order(len(rows), epoch):
            _step(weights, multipliers[row], *rows[row], columns[row])
    return weights


def _with_intercept(vector: Vector, features: int) -> tuple[NDArray[np.int32], Matrix]:
    ids = np.append(vector.ids, np.int32(features))
    return ids, np.append(vector.weights, np.float32(1.0))


def _order(count: int, epoch: int) -> list[int]:
    """Return a fixed shuffle: steps by a number that has no divisor in common with `count`."""
    step = _STRIDE + 2 * epoch
    while np.gcd(step, count) != 1:
        step += 1
    return [(epoch + place * step) % count for place in range(count)]


def _step(
    weights: Matrix,
    multipliers: Matrix,
    ids: NDArray[np.int32],
    values: Matrix,
    own: Sequence[int],
) -> None:
    block = weights[ids]
    scores = np.einsum("f,fl->l", values, block)
    signs = np.full(len(scores), -1.0, np.float32)
    signs[list(own)] = 1.0
    softness = 0.5 / PENALTY
    curvature = float(np.einsum("f,f->", values, values)) + softness
    gradient = signs * scores - 1.0 + softness * multipliers
    moved = np.maximum(multipliers - gradient / curvature, 0.0)
    change = (moved - multipliers) * signs
    changed = np.flatnonzero(np.abs(change) > _STILL)
    if len(changed):
        multipliers[changed] = moved[changed]
        weights[ids[:, None], changed] += values[:, None] * change[changed]


def frequencies(vectors: Sequence[Vector], labels: Sequence[int], shape: tuple[int, int]) -> Matrix:
    """Return smoothed log frequencies (features, labels) of each feature under each label."""
    totals = np.zeros(shape, np.float32)
    for vector, label in zip(vectors, labels, strict=True):
        totals[vector.ids, label] += vector.weights
    totals += _SMOOTHING
    return np.log(totals / totals.sum(axis=0, dtype=np.float64)).astype(np.float32)
