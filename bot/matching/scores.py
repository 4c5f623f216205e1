"""What was learned, and how every label scores for one text."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching import nearest
from bot.matching.features import Vector

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """The learned numbers. Rows of the matrices are features (one more in `margins`: intercept)."""

    margins: Matrix
    frequencies: Matrix
    index: nearest.Index


@dataclass(frozen=True, slots=True)
class Scores:
    """By label: the joined score (higher is better) and the likeness of the nearest phrasing."""

    joined: NDArray[np.float64]
    nearest: Matrix


def score(model: Model, vector: Vector) -> Scores:
    """Score every label by margins, frequencies and nearest phrasings, each on one scale."""
    weights = vector.weights[:, None]
    margin = np.add.reduce(model.margins[vector.ids] * weights, axis=0) + model.margins[-1]
    frequency = np.add.reduce(model.frequencies[vector.ids] * weights, axis=0)
    best, few = nearest.likeness(model.index, vector)
    joined = _standard(margin) + _standard(frequency) + _standard(best + few)
    return Scores(joined / 3.0, best)


def _standard(values: Matrix) -> NDArray[np.float64]:
    wide = values.astype(np.float64)
    spread = wide.std()
    return (wide - wide.mean()) / spread if spread > 1e-9 else np.zeros_like(wide)
