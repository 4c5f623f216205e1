"""What is made to last is not searched for garbage, and everything else still is."""

import gc
from collections.abc import Iterator

import pytest

from bot.lasting import lasting


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """Other tests find the collector as it was."""
    gc.unfreeze()
    yield
    gc.enable()
    gc.unfreeze()


def test_nothing_is_collected_while_it_is_made() -> None:
    """What grows is looked through neither then nor later; what comes after it is."""
    with lasting():
        assert not gc.isenabled()
        made: list[list[object]] = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(made)

    after: list[object] = []
    assert any(each is after for each in gc.get_objects())
    assert not any(each is made for each in gc.get_objects())


def test_one_inside_another_ends_with_the_outer() -> None:
    """A program that starts as a whole is not collected between its parts."""
    with lasting():
        with lasting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_failed_lasts_not() -> None:
    """After an error garbage is collected as before it, what was half made included."""
    with pytest.raises(ValueError, match="broken"), lasting():
        raise ValueError("broken")
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
