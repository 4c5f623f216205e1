"""Likeness to the nearest phrasings of each label, through an index from features to phrasings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector
from bot.matching.postings import Cells, Postings, flat, owners, posted

Ints = NDArray[np.int32]
Matrix = NDArray[np.float32]

NEAREST = 5
FAINT, FAINT_OF_MANY = 0.02, 0.15
"""Likeness below which a phrasing counts as not alike at all."""

TELLING_FROM = 1.6
MANY = 4_000
"""From this many phrasings, features that a good part of the labels have are left out of the
index: most postings are theirs, and they decide nothing there."""


@dataclass(frozen=True, slots=True)
class Index:
    """From features to phrasings: how much each feature of a phrasing weighs in it.

    `telling` is by feature how much it tells about the label, `owners` by phrasing its label.
    """

    postings: Postings
    telling: Matrix
    most: float
    owners: Ints
    label_count: int

    @property
    def faint(self) -> float:
        """Likeness below which a phrasing of this index counts as not alike at all."""
        return FAINT if self.row_count < MANY else FAINT_OF_MANY

    @property
    def row_count(self) -> int:
        """Phrasings in the index."""
        return len(self.owners)


def telling(cells: Cells, labels: Sequence[int], shape: tuple[int, int]) -> Matrix:
    """Return how telling each feature is: ln(1 + L / exp(entropy over labels))."""
    sizes = np.bincount(np.asarray(labels, np.int64), minlength=shape[1]).astype(np.float64)
    share = cells.counts / sizes[cells.labels]
    total = np.bincount(cells.features, weights=share, minlength=shape[0])
    share = share / total[cells.features]
    entropy = -np.bincount(cells.features, weights=share * np.log(share), minlength=shape[0])
    told = np.log1p(shape[1] / np.exp(entropy)).astype(np.float32)
    if len(labels) < MANY:
        return told
    return np.where(told < TELLING_FROM, np.float32(0.0), told)


def build(
    vectors: Sequence[Vector], labels: Sequence[int], cells: Cells, shape: tuple[int, int]
) -> Index:
    """Return the index over `vectors` with their `labels`; `shape` is (features, labels)."""
    weight_of = telling(cells, labels, shape)
    most = float(weight_of.max(initial=0.0))
    values = flat([_scale(vector, weight_of, most) for vector in vectors], np.float32)
    ids = flat([vector.ids for vector in vectors], np.int32)
    rows = owners(vectors, range(len(vectors)))
    kept = np.flatnonzero(weight_of[ids] > 0)
    kept = kept[np.argsort(ids[kept], kind="stable")]
    postings = posted(ids[kept], rows[kept], values[kept], (shape[0], len(vectors)))
    return Index(postings, weight_of, most, np.asarray(labels, np.int32), shape[1])


def _scale(vector: Vector, weight_of: Matrix, most: float) -> Matrix:
    """Weigh by tellingness, to length 1; what is unknown counts as most telling."""
    weights = vector.weights * weight_of[vector.ids]
    length = np.einsum("f,f->", weights, weights) + vector.missing * most**2
    return np.asarray(weights / np.sqrt(length) if length > 0 else weights, np.float32)


def likeness(index: Index, vector: Vector) -> tuple[Matrix, Matrix]:
    """Return, by label, the likeness (0..1) of the nearest phrasing and of the nearest few.

    Phrasings that are hardly alike (below `faint`) count as not alike at all.
    """
    weights = _scale(vector, index.telling, index.most)
    near = index.postings.weigh(vector.ids, weights)
    rows = (near >= index.faint).nonzero()[0]
    labels, values = index.owners[rows], near[rows]
    order = (labels - values).argsort(kind="stable")  # by label, and in it the most alike first
    labels, values = labels[order], values[order]
    first, few = _foremost(labels, 1), _foremost(labels, NEAREST)
    best = np.zeros(index.label_count, np.float32)
    best[labels[first]] = values[first]
    total = np.bincount(labels[few], weights=values[few], minlength=index.label_count)
    return best, (total / NEAREST).astype(np.float32)


def _foremost(labels: Ints, count: int) -> NDArray[np.intp]:
    """Return the places, among labels in order, of the first `count` of each."""
    later = np.zeros(len(labels), np.bool_)
    np.equal(labels[count:], labels[:-count], out=later[count:])
    return (~later).nonzero()[0]
