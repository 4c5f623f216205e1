"""All that the stand-in remembers, in memory, behind one lock."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.sandbox.block_kit import validate
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.model import ApiCall, Channel, Json, Posted, Surface
from bot.sandbox.schedule import Schedule
from bot.sandbox.tickets import Tickets
from bot.sandbox.timeline import Timeline, with_block_ids
from bot.sandbox.views import Views
from bot.sandbox.workspace import Workspace


class RefusalError(Exception):
    """Slack's `ok: false`, with its error code and the messages that go with it."""

    def __init__(self, error: str, messages: Iterable[str] = (), **more: str) -> None:
        super().__init__(error)
        self.error = error
        self.messages = list(messages)
        self.more = more

    @property
    def response(self) -> Json:
        """The body that Slack answers with."""
        body: Json = {"ok": False, "error": self.error, **self.more}
        if self.messages:
            body["response_metadata"] = {"messages": [f"[ERROR] {it}" for it in self.messages]}
        return body


@dataclass
class State:
    """The workspace and what happened in it. `changed` is notified at each visible change."""

    workspace: Workspace = field(default_factory=Workspace)
    clock: Clock = field(default_factory=Clock)
    faults: Faults = field(default_factory=Faults)
    scopes: frozenset[str] | None = None
    tickets: Tickets = field(default_factory=Tickets)
    timeline: Timeline = field(default_factory=Timeline)
    views: Views = field(default_factory=Views)
    schedule: Schedule = field(default_factory=Schedule)
    calls: list[ApiCall] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    payloads: list[tuple[Surface, Json]] = field(default_factory=list)
    sessions: dict[str, Json] = field(default_factory=dict)
    prompts: dict[str, list[Json]] = field(default_factory=dict)
    reactions: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    version: int = 0
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.changed = threading.Condition(self.lock)

    def touch(self) -> None:
        """Tell those who watch that something changed."""
        with self.changed:
            self.version += 1
            self.changed.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """Wait until the state is newer than `version`, at most so long; the version then."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    def check(self, payload: Json, surface: Surface, error: str = "invalid_blocks") -> None:
        """Refuse what Block Kit refuses, and remember every payload and problem for the tests."""
        problems = validate(payload, surface)
        if problems:
            self.problems += problems
            raise RefusalError(error, problems)
        self.payloads.append((surface, payload))

    def problem(self, words: str) -> None:
        """Remember that a rule was broken which Slack lets pass."""
        self.problems.append(words)

    def channel(self, name: str) -> Channel:
        """The channel the bot means, refused as Slack does when it may not know it."""
        channel = self.workspace.find_channel(name)
        bot = self.workspace.bot.id
        if channel is None or (channel.is_private and bot not in channel.members):
            raise RefusalError("channel_not_found")
        return channel

    def post(
        self,
        channel: str,
        user: str,
        text: str,
        *,
        via: str,
        blocks: list[Json] | None = None,
        thread_ts: str | None = None,
        ephemeral_for: str | None = None,
        raw: Json | None = None,
    ) -> Posted:
        """Show a message in a channel, from anybody."""
        with self.lock:
            message = Posted(
                channel,
                self.timeline.next_ts(),
                text,
                user,
                self.clock.now(),
                via,
                with_block_ids(blocks or []),
                thread_ts,
                ephemeral_for,
                bot=user == self.workspace.bot.id,
            )
            message = replace(message, raw=self._raw(message) | (raw or {}))
            self.touch()
            return self.timeline.add(message)

    def _raw(self, message: Posted) -> Json:
        raw: Json = {"type": "message", "user": message.user, "ts": message.ts}
        raw |= {"text": message.text, "team": self.workspace.team}
        if message.blocks:
            raw["blocks"] = message.blocks
        if message.thread_ts:
            raw["thread_ts"] = message.thread_ts
        if message.bot:
            raw |= {"bot_id": self.workspace.bot_id, "app_id": self.workspace.app_id}
        return raw
