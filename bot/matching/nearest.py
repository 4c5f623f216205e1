"""Likeness to the nearest phrasings of each label, through an index from features to phrasings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector

Ints = NDArray[np.int32]
Matrix = NDArray[np.float32]

NEAREST = 5
FAINT = 0.1

TELLING_FROM = 1.2
"""Features that nearly every label has are left out of the index: most postings are theirs."""


@dataclass(frozen=True, slots=True)
class Index:
    """Postings by feature: `rows[starts[f]:starts[f + 1]]` hold feature f with `weights`.

    Rows are phrasings; `owners` are their labels.
    """

    telling: Matrix
    starts: Ints
    rows: Ints
    weights: Matrix
    owners: Ints
    label_count: int

    @property
    def row_count(self) -> int:
        """Phrasings in the index."""
        return len(self.owners)


def telling(vectors: Sequence[Vector], labels: Sequence[int], shape: tuple[int, int]) -> Matrix:
    """Return how telling each feature is: ln(1 + L / exp(entropy over labels))."""
    sizes = np.bincount(np.asarray(labels), minlength=shape[1]).astype(np.float64)
    ids = np.concatenate([vector.ids for vector in vectors]).astype(np.int64)
    owners = np.repeat(np.asarray(labels), [len(vector.ids) for vector in vectors])
    cells, counts = np.unique(ids * shape[1] + owners, return_counts=True)
    features, owners = cells // shape[1], cells % shape[1]
    share = counts / sizes[owners]
    total = np.bincount(features, weights=share, minlength=shape[0])
    share = share / total[features]
    entropy = -np.bincount(features, weights=share * np.log(share), minlength=shape[0])
    told = np.log1p(shape[1] / np.exp(entropy)).astype(np.float32)
    return np.where(told < TELLING_FROM, np.float32(0.0), told)


def build(vectors: Sequence[Vector], labels: Sequence[int], shape: tuple[int, int]) -> Index:
    """Return the index over `vectors` with their `labels`; `shape` is (features, labels)."""
    weight_of = telling(vectors, labels, shape)
    scaled = [_scale(vector, weight_of) for vector in vectors]
    ids = np.concatenate([vector.ids for vector in vectors])
    rows = np.repeat(np.arange(len(vectors), dtype=np.int32), [len(v.ids) for v in vectors])
    kept = np.flatnonzero(weight_of[ids] > 0)
    ids, rows = ids[kept], rows[kept]
    order = np.argsort(ids, kind="stable")
    starts = np.searchsorted(ids[order], np.arange(shape[0] + 1)).astype(np.int32)
    values = np.concatenate(scaled)[kept][order]
    owners = np.asarray(labels, np.int32)
    return Index(weight_of, starts, rows[order], values, owners, shape[1])


def _scale(vector: Vector, weight_of: Matrix) -> Matrix:
    """Weigh by tellingness, to length 1; what is unknown counts as most telling."""
    weights = vector.weights * weight_of[vector.ids]
    length = np.einsum("f,f->", weights, weights) + vector.missing * weight_of.max() ** 2
    return np.asarray(weights / np.sqrt(length) if length > 0 else weights, np.float32)


def likeness(index: Index, vector: Vector) -> tuple[Matrix, Matrix]:
    """Return, by label, the likeness (0..1) of the nearest phrasing and of the nearest few.

    Phrasings that are hardly alike (below FAINT) count as not alike at all.
    """
    near = _by_row(index, vector)
    rows = np.flatnonzero(near >= FAINT)
    labels, values = index.owners[rows], near[rows]
    order = np.lexsort((-values, labels))
    labels, values = labels[order], values[order]
    places = np.arange(len(labels))
    is_first = np.append(True, labels[1:] != labels[:-1])[: len(labels)]
    rank = places - np.maximum.accumulate(np.where(is_first, places, 0))
    best = np.zeros(index.label_count, np.float32)
    best[labels[is_first]] = values[is_first]
    few = rank < NEAREST
    total = np.bincount(labels[few], weights=values[few], minlength=index.label_count)
    return best, (total / NEAREST).astype(np.float32)


def _by_row(index: Index, vector: Vector) -> NDArray[np.float64]:
    """Return the likeness of the text to every phrasing."""
    starts = index.starts[vector.ids].astype(np.int64)
    lengths = index.starts[vector.ids + 1] - starts
    ends = np.cumsum(lengths)
    if not len(ends) or not ends[-1]:
        return np.zeros(index.row_count)
    places = np.arange(ends[-1]) + np.repeat(starts - ends + lengths, lengths)
    parts = index.weights[places] * np.repeat(_scale(vector, index.telling), lengths)
    return np.bincount(index.rows[places], weights=parts, minlength=index.row_count)
