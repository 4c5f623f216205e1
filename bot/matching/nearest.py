"""Likeness to the nearest phrasings of each label, through an index from features to phrasings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector

Ints = NDArray[np.int32]
Matrix = NDArray[np.float32]

NEAREST = 5


@dataclass(frozen=True, slots=True)
class Index:
    """Postings by feature: `rows[starts[f]:starts[f + 1]]` hold feature f with `weights`.

    Rows are phrasings sorted by label; `first_rows` is where each label begins.
    """

    telling: Matrix
    starts: Ints
    rows: Ints
    weights: Matrix
    first_rows: Ints
    row_count: int


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
    return np.log1p(shape[1] / np.exp(entropy)).astype(np.float32)


def build(vectors: Sequence[Vector], labels: Sequence[int], shape: tuple[int, int]) -> Index:
    """Return the index over `vectors`, whose `labels` must be sorted."""
    weight_of = telling(vectors, labels, shape)
    scaled = [_scale(vector, weight_of) for vector in vectors]
    ids = np.concatenate([vector.ids for vector in vectors])
    rows = np.repeat(np.arange(len(vectors), dtype=np.int32), [len(v.ids) for v in vectors])
    order = np.argsort(ids, kind="stable")
    starts = np.searchsorted(ids[order], np.arange(shape[0] + 1)).astype(np.int32)
    first_rows = np.searchsorted(np.asarray(labels), np.arange(shape[1])).astype(np.int32)
    values = np.concatenate(scaled)[order]
    return Index(weight_of, starts, rows[order], values, first_rows, len(vectors))


def _scale(vector: Vector, weight_of: Matrix) -> Matrix:
    """Weigh by tellingness, to length 1; what is unknown counts as most telling."""
    weights = vector.weights * weight_of[vector.ids]
    length = np.einsum("f,f->", weights, weights) + vector.missing * weight_of.max() ** 2
    return np.asarray(weights / np.sqrt(length) if length > 0 else weights, np.float32)


def likeness(index: Index, vector: Vector) -> tuple[Matrix, Matrix]:
    """Return, by label, the likeness (0..1) of the nearest phrasing and of the nearest few."""
    weights = _scale(vector, index.telling)
    spans = [slice(index.starts[f], index.starts[f + 1]) for f in vector.ids]
    label_count = len(index.first_rows)
    if not spans:
        return np.zeros(label_count, np.float32), np.zeros(label_count, np.float32)
    rows = np.concatenate([index.rows[span] for span in spans])
    parts = [index.weights[span] * w for span, w in zip(spans, weights, strict=True)]
    near = np.bincount(rows, weights=np.concatenate(parts), minlength=index.row_count)
    return _best_few(near, index)


def _best_few(near: NDArray[np.float64], index: Index) -> tuple[Matrix, Matrix]:
    first = best = np.maximum.reduceat(near, index.first_rows)
    total = best.copy()
    sizes = np.diff(np.append(index.first_rows, index.row_count))
    for _ in range(NEAREST - 1):
        near[near == np.repeat(best, sizes)] = 0.0
        best = np.maximum.reduceat(near, index.first_rows)
        total += best
    return first.astype(np.float32), (total / NEAREST).astype(np.float32)
