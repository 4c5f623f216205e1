"""In which order phrasings are visited while learning."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.linear import order


@given(st.integers(0, 400), st.integers(0, 20))
def test_every_phrasing_is_visited_once(count: int, epoch: int) -> None:
    """An order is a permutation."""
    assert sorted(order(count, epoch)) == list(range(count))


@pytest.mark.parametrize("count", [7_919, 7_920, 15_787, 15_838, 15_839, 16_384])
def test_neighbours_are_not_visited_one_after_the_other(count: int) -> None:
    """Phrasings of an entry stand together: visited together, the last entries would win.

    Steps of a fixed length come near to the order of the folder for some numbers of phrasings.
    """
    for ahead in (1, 2, 3):
        visited = np.array(order(count, 2))
        near = np.abs(visited[ahead:] - visited[:-ahead]) < count / 100
        assert near.mean() < 0.04
