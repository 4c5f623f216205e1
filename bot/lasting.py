"""What a program makes as it starts lasts until it ends: none of it is garbage to look for. What it
needed meanwhile goes back.
"""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def growing() -> Iterator[None]:
    """Collect no garbage inside: looking again and again through what grows takes up to a third of
    the time it takes to grow.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """The same, and never look through what was made by its end: that too keeps answers waiting."""
    with growing():
        yield
        gc.freeze()


def give_back() -> None:
    """Give memory that is free again back to the system, where the C library can be asked to.

    Learning needs far more than what was learned, and glibc keeps it for the next time: half of all
    that a worker then holds.
    """
    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)
