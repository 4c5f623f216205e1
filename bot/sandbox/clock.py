"""The time in the workspace: real time until somebody sets it, and it goes on from there."""

import time
from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """Two readings, as a computer has them: a date that can be set, and seconds that only grow.

    Things that expire (a trigger, a response address) are measured in `seconds`, so that setting
    the date back to last month revives nothing.
    """

    def __init__(self) -> None:
        self._offset = 0.0
        self._advanced = 0.0
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The date and time, aware, in UTC."""
        return datetime.fromtimestamp(time.time() + self._offset, UTC)

    def seconds(self) -> float:
        """Seconds that went by, including those skipped by `advance`."""
        return time.monotonic() + self._advanced

    @property
    def is_real(self) -> bool:
        """Whether nobody has set it."""
        return self._offset == 0

    def set(self, moment: datetime) -> None:
        """Make it `moment` now (aware). What falls due is done before this returns."""
        self._offset = moment.timestamp() - time.time()
        self._announce()

    def advance(self, seconds: float) -> None:
        """Skip some time, without waiting."""
        self._offset += seconds
        self._advanced += seconds
        self._announce()

    def reset(self) -> None:
        """Back to real time."""
        self._offset = 0.0
        self._announce()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call `listener` each time after the clock was moved."""
        self._listeners.append(listener)

    def _announce(self) -> None:
        for listener in self._listeners:
            listener()
