"""What can go wrong on Slack's side, switched on for so many times."""

import threading
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails: with an `error` (`ok: false`), with a `status`, or with no answer at all.

    With `after` the method does its work first and only the answer is lost, as when a connection
    breaks on the way back.
    """

    error: str = ""
    status: int = 200
    retry_after: int | None = None
    drop: bool = False
    after: bool = False
    times: int = 1


@dataclass
class Faults:
    """The faults that are on, by method; the method "*" stands for all of them."""

    _failing: dict[str, Fault] = field(default_factory=dict)
    _delays: dict[str, float] = field(default_factory=dict)
    _copies: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fail(
        self,
        method: str,
        *,
        error: str = "",
        status: int = 200,
        retry_after: int | None = None,
        drop: bool = False,
        after: bool = False,
        times: int = 1,
    ) -> None:
        """Let the next `times` calls of a method fail."""
        with self._lock:
            self._failing[method] = Fault(error, status, retry_after, drop, after, times)

    def slow(self, method: str, seconds: float) -> None:
        """Let each call of a method take longer, until `clear`."""
        with self._lock:
            self._delays[method] = seconds

    def duplicate(self, times: int = 1) -> None:
        """Deliver each of the next `times` events twice, with the same `event_id`."""
        with self._lock:
            self._copies = times

    def clear(self) -> None:
        """All well again."""
        with self._lock:
            self._failing.clear()
            self._delays.clear()
            self._copies = 0

    def delay(self, method: str) -> float:
        """How much longer a call of `method` takes, in seconds."""
        with self._lock:
            return self._delays.get(method, self._delays.get("*", 0.0))

    def take(self, method: str) -> Fault | None:
        """The fault that meets this call, and one time less of it."""
        with self._lock:
            key = method if method in self._failing else "*"
            fault = self._failing.pop(key, None)
            if fault is not None and fault.times > 1:
                self._failing[key] = replace(fault, times=fault.times - 1)
            return fault

    def take_copy(self) -> bool:
        """Whether this event is to be delivered twice."""
        with self._lock:
            copied = self._copies > 0
            self._copies -= copied
            return copied

    def on(self) -> list[str]:
        """What is switched on, in words, for the page."""
        with self._lock:
            failing = [f"{method} fails ({_how(fault)})" for method, fault in self._failing.items()]
            slow = [f"{method} takes {delay:g} s longer" for method, delay in self._delays.items()]
            copies = ["the next event comes twice"] if self._copies else []
            return failing + slow + copies


def _how(fault: Fault) -> str:
    how = "no answer" if fault.drop else fault.error or str(fault.status)
    return how if fault.times == 1 else f"{how}, {fault.times} times"
