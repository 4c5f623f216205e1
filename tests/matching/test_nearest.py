"""The index of phrasings against the obvious way to do the same."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import nearest
from bot.matching.features import Vector
from bot.matching.postings import occurring, posted, table

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


@given(
    st.lists(
        st.tuples(st.integers(0, FEATURES - 1), st.integers(0, 9), st.floats(0.5, 2.0)),
        max_size=60,
        unique_by=lambda cell: cell[:2],
    ),
    texts,
)
def test_a_table_with_whole_rows_adds_up_the_same(
    cells: list[tuple[int, int, float]], text: dict[int, float]
) -> None:
    """Keeping frequent features as whole rows changes no sum."""
    cells.sort()
    features, columns, values = (
        (np.array(part) for part in zip(*cells, strict=True))
        if cells
        else (
            np.zeros(0, int),
            np.zeros(0, int),
            np.zeros(0),
        )
    )
    postings = posted(features, columns, values.astype(np.float32), (FEATURES, 10))
    full = table(postings)
    vector = as_vector(text)

    expected = [
        sum(value * text.get(feature, 0.0) for feature, column, value in cells if column == wanted)
        for wanted in range(10)
    ]

    assert full.weigh(vector.ids, vector.weights) == pytest.approx(expected, abs=1e-4)
    assert postings.weigh(vector.ids, vector.weights) == pytest.approx(expected, abs=1e-4)


def test_what_every_label_has_tells_less_than_what_one_has() -> None:
    """A feature of one label is the most telling, a feature of all labels the least."""
    vectors = [as_vector({0: 1.0, label + 1: 1.0}) for label in range(LABELS)]
    cells = occurring(vectors, list(range(LABELS)), LABELS)

    told = nearest.telling(cells, list(range(LABELS)), (FEATURES, LABELS))

    assert told[0] < told[1] == told[2]
