"""The index of phrasings against the obvious way to do the same."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import nearest
from bot.matching.features import Vector
from bot.matching.postings import Postings, beside, occurring, posted, table

FEATURES, LABELS = 12, 3

weights = st.floats(0.1, 1.0, allow_nan=False)
texts = st.dictionaries(st.integers(0, FEATURES - 1), weights, min_size=1, max_size=6)


def as_vector(text: dict[int, float]) -> Vector:
    ids = np.array(list(text), np.int32)
    return Vector(ids, np.array(list(text.values()), np.float32), 1.0, 0.0, 0.0, 1, len(text))


def slow_likeness(
    telling: list[float],
    phrasings: list[dict[int, float]],
    owners: list[int],
    text: dict[int, float],
) -> list[tuple[float, float]]:
    """The cosine with every phrasing in turn; by label the best and the mean of the best few."""

    def scaled(one: dict[int, float]) -> dict[int, float]:
        weighed = {feature: weight * telling[feature] for feature, weight in one.items()}
        length = math.sqrt(sum(weight * weight for weight in weighed.values()))
        return {feature: weight / length for feature, weight in weighed.items()} if length else {}

    asked = scaled(text)
    found: list[list[float]] = [[] for _ in range(LABELS)]
    for phrasing, owner in zip(phrasings, owners, strict=True):
        other = scaled(phrasing)
        near = sum(weight * other.get(feature, 0.0) for feature, weight in asked.items())
        if near >= nearest.FAINT:
            found[owner].append(near)
    best = [sorted(each, reverse=True)[: nearest.NEAREST] for each in found]
    return [(max(each, default=0.0), sum(each) / nearest.NEAREST) for each in best]


@given(
    st.lists(st.tuples(texts, st.integers(0, LABELS - 1)), min_size=1, max_size=30),
    texts,
)
def test_the_index_finds_what_comparing_with_each_phrasing_finds(
    taught: list[tuple[dict[int, float], int]], text: dict[int, float]
) -> None:
    """Postings give the likeness that a plain comparison with every phrasing gives."""
    vectors = [as_vector(phrasing) for phrasing, _ in taught]
    owners = [owner for _, owner in taught]
    cells = occurring(vectors, owners, LABELS)
    index = nearest.build(vectors, owners, cells, (FEATURES, LABELS))

    best, few = nearest.likeness(index, as_vector(text))

    telling = index.telling.astype(float).tolist()
    slow = slow_likeness(telling, [phrasing for phrasing, _ in taught], owners, text)
    near_the_edge = index.faint * 1e-3
    for label, (slow_best, slow_few) in enumerate(slow):
        assert best[label] == pytest.approx(slow_best, abs=1e-4) or slow_best < (
            index.faint + near_the_edge
        )
        assert few[label] == pytest.approx(slow_few, abs=index.faint)


Cells = list[tuple[int, int, float]]

cells_of_ten_columns = st.lists(
    st.tuples(st.integers(0, FEATURES - 1), st.integers(0, 9), st.floats(0.5, 2.0)),
    max_size=60,
    unique_by=lambda cell: cell[:2],
).map(sorted)


def as_postings(cells: Cells) -> Postings:
    features, columns, values = (np.array([cell[part] for cell in cells]) for part in range(3))
    shape = (FEATURES, 10)
    return posted(features.astype(int), columns.astype(int), values.astype(np.float32), shape)


def slow_sums(cells: Cells, text: dict[int, float]) -> list[float]:
    return [
        sum(value * text.get(feature, 0.0) for feature, column, value in cells if column == wanted)
        for wanted in range(10)
    ]


@given(cells_of_ten_columns, texts)
def test_a_table_with_whole_rows_adds_up_the_same(cells: Cells, text: dict[int, float]) -> None:
    """Keeping frequent features as whole rows changes no sum."""
    postings = as_postings(cells)
    vector = as_vector(text)

    expected = pytest.approx(slow_sums(cells, text), abs=1e-4)

    assert table(postings).weigh(vector.ids, vector.weights) == expected
    assert postings.weigh(vector.ids, vector.weights) == expected


@given(cells_of_ten_columns, texts)
def test_shares_go_to_the_columns_that_have_the_feature(
    cells: Cells, text: dict[int, float]
) -> None:
    """A column gets the shares of the features that it has, whatever they weigh there."""
    vector = as_vector(text)
    shares = np.where(vector.ids % 2 == 0, vector.weights, np.float32(0.0))
    even = {feature: share for feature, share in text.items() if feature % 2 == 0}
    ones = [(feature, column, 1.0) for feature, column, _ in cells]

    summed, shared = table(as_postings(cells)).both(vector.ids, vector.weights, shares)

    assert summed == pytest.approx(slow_sums(cells, text), abs=1e-4)
    assert shared == pytest.approx(slow_sums(ones, even), abs=1e-4)


@given(cells_of_ten_columns, cells_of_ten_columns, texts)
def test_tables_side_by_side_add_up_as_each_alone(
    left: Cells, right: Cells, text: dict[int, float]
) -> None:
    """The columns of the second table come after those of the first, with the same sums."""
    vector = as_vector(text)

    both = beside(as_postings(left), as_postings(right)).weigh(vector.ids, vector.weights)

    expected = slow_sums(left, text) + slow_sums(right, text)
    assert both == pytest.approx(expected, abs=1e-4)


def test_what_every_label_has_tells_less_than_what_one_has() -> None:
    """A feature of one label is the most telling, a feature of all labels the least."""
    vectors = [as_vector({0: 1.0, label + 1: 1.0}) for label in range(LABELS)]
    cells = occurring(vectors, list(range(LABELS)), LABELS)

    told = nearest.telling(cells, list(range(LABELS)), (FEATURES, LABELS))

    assert told[0] < told[1] == told[2]
