"""Everything said in the workspace, in order."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from bot.sandbox.model import Json, Posted

_block_numbers = count(1)


class Timeline:
    """Messages by channel and `ts`. Not safe for threads: the one who owns it holds the lock."""

    def __init__(self) -> None:
        self._messages: list[Posted] = []
        self._last_ts = 0

    def __iter__(self) -> Iterator[Posted]:
        return iter(tuple(self._messages))

    def next_ts(self) -> str:
        """A new `ts`: microseconds of real time, never the same twice, always growing."""
        self._last_ts = max(self._last_ts + 1, time.time_ns() // 1000)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def add(self, message: Posted) -> Posted:
        """Show a message."""
        self._messages.append(message)
        return message

    def find(self, channel: str, ts: str) -> Posted | None:
        """A message by its place, if it is still there."""
        for message in self._messages:
            if message.channel == channel and message.ts == ts:
                return message
        return None

    def change(self, message: Posted, **changes: Any) -> Posted:
        """Show a message differently, at the same place; one that is gone stays gone."""
        changed = replace(message, **changes)
        self._messages = [changed if it.ts == message.ts else it for it in self._messages]
        return changed

    def remove(self, message: Posted) -> None:
        """Take a message away."""
        self._messages = [it for it in self._messages if it.ts != message.ts]

    def clear(self) -> None:
        """Forget all of it."""
        self._messages.clear()


def with_block_ids(blocks: list[Json]) -> list[Json]:
    """Blocks as Slack stores them: one that was sent without a `block_id` is given one."""
    return [{"block_id": f"b{next(_block_numbers)}", **block} for block in blocks]
