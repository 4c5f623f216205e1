"""What is made to last is not searched for garbage, and everything else still is."""

import ctypes
import gc
from collections.abc import Iterator

import pytest

from bench.memory import resident
from bot.lasting import give_back, growing, lasting


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


def test_what_only_grows_is_looked_through_later() -> None:
    """It may end some day, as a folder that is replaced does."""
    with growing():
        assert not gc.isenabled()
        made: list[list[object]] = [[]]
    assert gc.isenabled()
    assert any(each is made for each in gc.get_objects())


def test_one_inside_another_ends_with_the_outer() -> None:
    """A program that starts as a whole is not collected between its parts."""
    with lasting():
        with lasting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_failed_lasts_not() -> None:
    """After an error garbage is collected as before it, what was half made included."""
    with pytest.raises(ValueError, match="broken"), lasting():
        raise ValueError("broken")
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_is_free_goes_back() -> None:
    """A hundred thousand small things that lay among one that stays are not held any more."""
    made = [bytes(900) for _ in range(100_000)]
    stays = bytes(900)
    del made
    held = resident()
    give_back()
    least = 40 if hasattr(ctypes.CDLL(None), "malloc_trim") else -1  # another C library: no harm
    assert held - resident() > least
    assert stays
