"""What was learned, and how every label scores for one text."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching import nearest
from bot.matching.features import Vector

Matrix = NDArray[np.float32]

DEEP = 60.0
"""Phrasings per label from which a knowledge base counts as well filled."""

_ABOVE = 1e-3


@dataclass(frozen=True, slots=True)
class Model:
    """The learned numbers. Rows of the matrices are features (one more in `margins`: intercept).

    `is_word` marks the features that are whole words; `floor` is, by label, the frequency of what
    never occurred under it.
    """

    margins: Matrix
    frequencies: Matrix
    index: nearest.Index
    is_word: NDArray[np.bool_]
    floor: Matrix


@dataclass(frozen=True, slots=True)
class Scores:
    """By label: the joined score (higher is better), its parts, and by kind the margin.

    `best` and `few` are the likeness (0..1) of the nearest phrasing and of the nearest few;
    `covered` the share of the text's telling words that the label's phrasings have. `depth` (0..1)
    tells how well filled the knowledge base is.
    """

    joined: NDArray[np.float64]
    margin: Matrix
    frequency: Matrix
    best: Matrix
    few: Matrix
    covered: Matrix
    kinds: Matrix
    depth: float


def score(model: Model, vector: Vector) -> Scores:
    """Score every label by margins, frequencies and nearest phrasings, each on one scale."""
    all_margins = margins(model, vector)
    label_count = model.frequencies.shape[1]
    margin, kinds = all_margins[:label_count], all_margins[label_count:]
    frequency = frequencies(model, vector)
    best, few = nearest.likeness(model.index, vector)
    share = _nearest_share(model.index)
    covered = _covered(model, vector)
    depth = min(1.0, model.index.row_count / max(1, label_count) / DEEP)
    joined = _standard(margin) + _standard(frequency) + share * _standard(best + few)
    return Scores(joined / (2.0 + share), margin, frequency, best, few, covered, kinds, depth)


def _covered(model: Model, vector: Vector) -> Matrix:
    words = vector.ids[model.is_word[vector.ids]]
    telling = model.index.telling[words] ** 2
    most = float(model.index.telling.max()) ** 2
    total = float(np.add.reduce(telling)) + vector.strange * most
    occurs = model.frequencies[words] > model.floor + _ABOVE
    return np.add.reduce(occurs * telling[:, None], axis=0) / np.float32(total or 1.0)


def _standard(values: Matrix) -> NDArray[np.float64]:
    """Return the values with mean 0 and spread 1."""
    wide = values.astype(np.float64)
    wide -= np.add.reduce(wide) / len(wide)
    spread = math.sqrt(float(np.add.reduce(wide * wide)) / len(wide))
    return wide / spread if spread > 1e-9 else np.zeros_like(wide)



def margins(model: Model, vector: Vector) -> Matrix:
    """Return the margins of all labels and, after them, of all kinds."""
    weighed = model.margins[vector.ids] * vector.weights[:, None]
    return np.asarray(np.add.reduce(weighed, axis=0) + model.margins[-1])


def frequencies(model: Model, vector: Vector) -> Matrix:
    """Return by label how well its word frequencies agree with the text."""
    weighed = model.frequencies[vector.ids] * vector.weights[:, None]
    return np.asarray(np.add.reduce(weighed, axis=0))


def linear_scores(model: Model, vector: Vector) -> tuple[Matrix, NDArray[np.float64]]:
    """Return by label the margin and the joined score of the linear models alone."""
    margin = margins(model, vector)[: model.frequencies.shape[1]]
    return margin, _standard(margin) + _standard(frequencies(model, vector))


def _nearest_share(index: nearest.Index) -> float:
    """Return the weight of the nearest phrasings beside the linear models.

    They help most where a label has few phrasings: .6 at ten each and .2 at seventy measured best.
    """
    mean = index.row_count / max(1, index.label_count)
    return min(0.7, 2.0 / float(np.sqrt(max(mean, 1.0))))
