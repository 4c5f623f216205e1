"""What was learned as bytes."""

import numpy as np
import pytest

from bot.matching.archive import pack, unpack

BYTES = np.array([1, 2, 3], np.uint8)
SINGLE = np.array([0.5], np.float32)
DOUBLE = np.array([0.25, 4.0], np.float64)


@pytest.mark.parametrize("name", ["a", "ab", "abc", "abcd"])
def test_arrays_start_where_their_numbers_may(name: str) -> None:
    """Numpy copies arrays that start elsewhere, whole, each time that it looks into them."""
    head, arrays = unpack(pack({"name": name}, {"b": BYTES, "f": SINGLE, "d": DOUBLE}))
    assert all(each.flags.aligned for each in arrays.values())
    assert head == {"name": name}
    assert [each.tolist() for each in arrays.values()] == [[1, 2, 3], [0.5], [0.25, 4.0]]
