"""What a workspace is made of, and what happened in it, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]
"""A JSON object as Slack sends and takes it."""

Surface = str
"""Where blocks stand: "message", "modal" or "home"."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the workspace. `zone` is an IANA name, as `users.info` tells it."""

    id: str
    name: str
    real_name: str
    title: str = ""
    zone: str = "America/Chicago"
    team: str = "T0COURT"
    is_bot: bool = False
    is_stranger: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to talk. A direct message has the id `D…` and names its one person in `user`."""

    id: str
    name: str
    members: frozenset[str]
    topic: str = ""
    is_private: bool = False
    user: str | None = None

    @property
    def type(self) -> str:
        """What events call it: "im", "group" or "channel"."""
        if self.user is not None:
            return "im"
        return "group" if self.is_private else "channel"


@dataclass(frozen=True, slots=True)
class Posted:
    """A message as somebody sees it. `ephemeral_for` names the only person who does, if so.

    `ts` is Slack's id of it; `at` is what the workspace's clock showed; `via` tells how it came
    ("chat.postMessage", "response_url", "command", "typed", …). `raw` is the message as events
    and payloads carry it.
    """

    channel: str
    ts: str
    text: str
    user: str
    at: datetime
    via: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    ephemeral_for: str | None = None
    bot: bool = False
    edited: bool = False
    raw: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A call of a Web API method by the bot and what it got; `status` 0 is a dropped connection."""

    method: str
    params: Json
    headers: Mapping[str, str]
    status: int
    response: Json
    at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """One delivery to the bot. Status 0: no answer; then `problem` is Slack's name for why."""

    status: int
    body: str
    seconds: float
    retry: int = 0
    problem: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def succeeded(self) -> bool:
        """Whether Slack takes it as acknowledged."""
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a person did reached the bot, and what came back: that of the last delivery.

    Status 0 with no `deliveries`: there was nothing to deliver, as Slack would have it (a channel
    the bot is not in, a command no app has).
    """

    deliveries: tuple[Attempt, ...] = ()
    posted: Posted | None = None

    @property
    def status(self) -> int:
        """The HTTP status, 0 if none came in time."""
        return self.deliveries[-1].status if self.deliveries else 0

    @property
    def body(self) -> str:
        """The body of the acknowledgement."""
        return self.deliveries[-1].body if self.deliveries else ""

    @property
    def seconds(self) -> float:
        """How long the acknowledgement took."""
        return self.deliveries[-1].seconds if self.deliveries else 0.0

    @property
    def delivered(self) -> bool:
        """Whether the last delivery was acknowledged in time."""
        return bool(self.deliveries) and self.deliveries[-1].succeeded
