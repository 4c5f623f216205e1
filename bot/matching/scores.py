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
    """By label: the joined score (higher is better), its parts, and by kind the margin.

    `best` and `few` are the likeness (0..1) of the nearest phrasing and of the nearest few.
    """

    joined: NDArray[np.float64]
    margin: Matrix
    frequency: Matrix
    best: Matrix
    few: Matrix
    kinds: Matrix


def score(model: Model, vector: Vector) -> Scores:
    """Score every label by margins, frequencies and nearest phrasings, each on one scale."""
    weights = vector.weights[:, None]
    margins = np.add.reduce(model.margins[vector.ids] * weights, axis=0) + model.margins[-1]
    label_count = model.frequencies.shape[1]
    margin, kinds = margins[:label_count], margins[label_count:]
    frequency = np.add.reduce(model.frequencies[vector.ids] * weights, axis=0)
    best, few = nearest.likeness(model.index, vector)
    share = _nearest_share(model.index)
    joined = _standard(margin) + _standard(frequency) + share * _standard(best + few)
    return Scores(joined / (2.0 + share), margin, frequency, best, few, kinds)


def _standard(values: Matrix) -> NDArray[np.float64]:
    wide = values.astype(np.float64)
    spread = wide.std()
    return (wide - wide.mean()) / spread if spread > 1e-9 else np.zeros_like(wide)


def _nearest_share(index: nearest.Index) -> float:
    """Return the weight of the nearest phrasings beside the linear models.

    They help most where a label has few phrasings: .6 at ten each and .2 at seventy measured best.
    """
    mean = index.row_count / max(1, len(index.first_rows))
    return min(0.7, 2.0 / float(np.sqrt(max(mean, 1.0))))
