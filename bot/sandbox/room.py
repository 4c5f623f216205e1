"""What the page shows beside Slack itself, as whoever wires the bot gives it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from bot.sandbox.folder import WatchedFolder

Explain = Callable[[str], str]
"""From a question to why it is answered as it is, in plain lines."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time worth a visit, such as the day of a change or an hour when nobody is there."""

    label: str
    at: datetime


@dataclass(frozen=True)
class Room:
    """Everything optional about the page. `zone` is where its clock is.

    `forget` lets the bot forget what Slack's messages were about, once they are gone.
    """

    explain: Explain | None = None
    moments: Callable[[], Sequence[Moment]] = tuple
    folder: WatchedFolder | None = None
    forget: Callable[[], None] = lambda: None
    zone: tzinfo = UTC
    title: str = "Sandbox"
