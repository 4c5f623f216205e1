"""Messages that the bot asked Slack to post later."""

from dataclasses import dataclass
from itertools import count

from bot.sandbox.model import Json

MOST_DAYS = 120
MOST_IN_WINDOW = 30
WINDOW_SECONDS = 300
"""At most 30 messages for one channel in any five minutes, at most 120 days ahead."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A message to come. `post_at` is in seconds since 1970, on the workspace's clock."""

    id: str
    channel: str
    post_at: int
    created: int
    params: Json


class Schedule:
    """What is still to come, by id."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._waiting: dict[str, Scheduled] = {}

    def refusal(self, channel: str, post_at: int, now: float) -> str:
        """Slack's error for such a time, "" if it is fine."""
        if post_at <= now:
            return "time_in_past"
        if post_at > now + MOST_DAYS * 86_400:
            return "time_too_far"
        near = [it for it in self.waiting(channel) if abs(it.post_at - post_at) < WINDOW_SECONDS]
        return "restricted_too_many" if len(near) >= MOST_IN_WINDOW else ""

    def add(self, channel: str, post_at: int, now: float, params: Json) -> Scheduled:
        """Take one in."""
        name = f"Q{next(self._numbers):06d}"
        self._waiting[name] = Scheduled(name, channel, post_at, int(now), params)
        return self._waiting[name]

    def cancel(self, name: str, channel: str) -> bool:
        """Drop one; False when there is none of that id in the channel."""
        if name in self._waiting and self._waiting[name].channel == channel:
            del self._waiting[name]
            return True
        return False

    def waiting(self, channel: str | None = None) -> list[Scheduled]:
        """What is to come, soonest first, everywhere or in one channel."""
        mine = [it for it in self._waiting.values() if channel in (None, it.channel)]
        return sorted(mine, key=lambda it: (it.post_at, it.id))

    def take_due(self, now: float) -> list[Scheduled]:
        """Take out what is due."""
        due = [it for it in self.waiting() if it.post_at <= now]
        for it in due:
            del self._waiting[it.id]
        return due

    def clear(self) -> None:
        """Forget all of it."""
        self._waiting.clear()
