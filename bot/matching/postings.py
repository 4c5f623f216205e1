"""A sparse table of numbers: by feature, the columns that are not zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Ids, Vector

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]

_FULL = 8
"""A feature has a whole row when it fills one column in this many."""


Columns = NDArray[np.intp]
"""What `np.bincount` counts without a copy; on disk half as wide."""

Places = NDArray[np.integer]


def _sums(columns: Columns, parts: Floats, width: int) -> Numbers:
    """Return by column the sum of its parts, added in their order."""
    return np.asarray(np.bincount(columns, weights=parts, minlength=width), np.float64)


@dataclass(frozen=True, slots=True)
class Postings:
    """Feature f has `values[starts[f]:starts[f + 1]]` in the columns of the same places.

    `width` is the number of columns.
    """

    starts: NDArray[np.int32]
    columns: Columns
    values: Floats
    width: int

    def weigh(self, ids: Ids, weights: Floats) -> Numbers:
        """Return by column the sum of the values of these features times their weights."""
        places, lengths = self._stretches(ids)
        return _sums(
            self.columns.take(places),
            self.values.take(places) * weights.repeat(lengths),
            self.width,
        )

    def both(self, ids: Ids, weights: Floats, shares: Floats) -> tuple[Numbers, Numbers]:
        """Return the same, and by column the sum of the `shares` of those features it has."""
        places, lengths = self._stretches(ids)
        columns = self.columns.take(places)
        parts = self.values.take(places) * weights.repeat(lengths)
        shared = _sums(columns, shares.repeat(lengths), self.width)
        return _sums(columns, parts, self.width), shared

    def _stretches(self, ids: Ids) -> tuple[Places, Places]:
        """Return the places of all that these features have, and how many each of them has."""
        ends = self.starts[1:][ids]
        lengths = ends - self.starts[ids]
        places = (ends - lengths.cumsum()).repeat(lengths)
        places += np.arange(len(places))
        return places, lengths


def posted(
    features: NDArray[np.integer],
    columns: NDArray[np.integer],
    values: Floats,
    shape: tuple[int, int],
) -> Postings:
    """Return the table of these cells, sorted by feature; `shape` is (features, columns)."""
    starts = np.searchsorted(features, np.arange(shape[0] + 1)).astype(np.int32)
    return Postings(starts, columns.astype(np.intp), values.astype(np.float32), shape[1])


def beside(left: Postings, right: Postings) -> Postings:
    """Return both tables as one: the columns of `right` come after those of `left`."""
    starts = left.starts + right.starts
    columns = np.empty(starts[-1], np.intp)
    values = np.empty(starts[-1], np.float32)
    parts = ((left, right.starts[:-1], 0), (right, left.starts[1:], left.width))
    for part, before, shift in parts:
        places = np.arange(len(part.columns)) + before.repeat(np.diff(part.starts))
        columns[places], values[places] = part.columns + shift, part.values
    return Postings(starts, columns, values, left.width + right.width)


@dataclass(frozen=True, slots=True)
class Table:
    """The same for features that are frequent: those have a whole row in `dense` instead.

    `row_of` is by feature its row there; -1 is the last one, which holds nothing but zeros.
    """

    sparse: Postings
    row_of: NDArray[np.int32]
    dense: Floats

    def weigh(self, ids: Ids, weights: Floats) -> Numbers:
        """Return by column the sum of the values of these features times their weights."""
        block = self.dense.take(self.row_of[ids], axis=0)
        block *= weights[:, None]
        return np.asarray(self.sparse.weigh(ids, weights) + np.add.reduce(block, axis=0))

    def both(self, ids: Ids, weights: Floats, shares: Floats) -> tuple[Numbers, Numbers]:
        """Return the same, and by column the sum of the `shares` of those features it has."""
        block = self.dense.take(self.row_of[ids], axis=0)
        told = shares.nonzero()[0]
        had = np.add.reduce((block[told] != 0) * shares[told, None], axis=0)
        block *= weights[:, None]
        total = np.add.reduce(block, axis=0)
        summed, shared = self.sparse.both(ids, weights, shares)
        return summed + total, shared + had

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.sparse.width

    def column(self, ids: Ids, weights: Floats, column: int) -> Numbers:
        """Return what each of these features adds to one column."""
        one = np.ones(1, np.float32)
        return np.array(
            [self.weigh(ids[at : at + 1], one)[column] * weights[at] for at in range(len(ids))]
        )


def table(postings: Postings) -> Table:
    """Return the table with a whole row for every feature that fills a good part of one."""
    lengths = np.diff(postings.starts)
    full = np.flatnonzero(lengths * _FULL >= postings.width).astype(np.int32)
    row_of = np.full(len(lengths), -1, np.int32)
    row_of[full] = np.arange(len(full))
    dense = np.zeros((len(full) + 1, postings.width), np.float32)
    kept = np.repeat(row_of < 0, lengths)
    rows = np.repeat(row_of, lengths)[~kept]
    dense[rows, postings.columns[~kept]] = postings.values[~kept]
    starts = np.append(0, np.cumsum(np.where(row_of >= 0, 0, lengths))).astype(np.int32)
    thin = Postings(starts, postings.columns[kept], postings.values[kept], postings.width)
    return Table(thin, row_of, dense)


@dataclass(frozen=True, slots=True)
class Cells:
    """Every (feature, label) that occurs: in how many phrasings, and with what weight in all."""

    features: NDArray[np.int64]
    labels: NDArray[np.int64]
    counts: NDArray[np.int64]
    totals: Numbers


def flat(arrays: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    """Return the arrays one after the other; an empty one for none."""
    return np.concatenate([np.zeros(0, kind), *arrays])


def owners(vectors: Sequence[Vector], labels: Sequence[int]) -> NDArray[np.int64]:
    """Return by feature of each vector, in `flat` order, what the vector belongs to."""
    lengths = np.array([len(vector.ids) for vector in vectors], np.int64)
    return np.repeat(np.asarray(labels, np.int64), lengths)


def occurring(vectors: Sequence[Vector], labels: Sequence[int], label_count: int) -> Cells:
    """Return the cells of these phrasings, sorted by feature and label."""
    features = flat([vector.ids for vector in vectors], np.int32).astype(np.int64)
    width = max(label_count, 1)
    keys = features * width + owners(vectors, labels)
    weights = flat([vector.weights for vector in vectors], np.float32)
    cells, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return Cells(cells // width, cells % width, counts, _sums(place, weights, len(cells)))
