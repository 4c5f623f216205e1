"""A person, a bot with a checklist, and a clock: what journeys through Slack are told with."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.helpdesk import HelpDesk
from bot.knowledge import Knowledge
from bot.matching import Decision, Match
from bot.sandbox import Posted, Slack
from tests.checklist.invented import CHECKLIST, loaded
from tests.slack.bot import Bot, bot_on


class Tickets:
    """A matcher that knows about buying, and needs to ask back about money."""

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        """Decide by a word; "explode" raises, with what was typed."""
        if "explode" in question:
            raise ValueError(f"cannot read {question}")
        if "buy" in question:
            return Match(Decision.ANSWER, ("buying",), 0.9, (), "listed")
        if "money" in question:
            return Match(Decision.CHOICES, ("buying", "paying"), 0.5, (), "listed")
        return Match(Decision.UNKNOWN, (), 0.1, (), "not listed")


@dataclass
class Journey:
    """One person's way, in their direct message."""

    slack: Slack
    bot: Bot
    user: str = "U0ALICE"
    thread: str | None = field(default=None)

    @property
    def channel(self) -> str:
        return self.slack.workspace.direct_message(self.user)

    def says(self, text: str, *, anew: bool = False) -> list[Posted]:
        """Type, in the thread of the checklist unless anew; returns what the bot said to it."""
        before = {reply.ts for reply in self.slack.replies(self.channel)}
        thread = None if anew else self.thread
        exchange = self.slack.say(self.channel, text, user=self.user, thread_ts=thread)
        assert exchange.status == 200
        assert exchange.posted is not None
        self.thread = thread or exchange.posted.ts
        return [it for it in self.slack.replies(self.channel) if it.ts not in before]

    def presses(self, label: str, message: Posted | None = None) -> list[Posted]:
        """Press a button of a message, else of the last one; returns what the bot said to it."""
        before = {(reply.ts, reply.channel) for reply in self.slack.replies()}
        self.slack.press(message or self.last, label=label, user=self.user)
        return [it for it in self.slack.replies() if (it.ts, it.channel) not in before]

    @property
    def last(self) -> Posted:
        """What the bot said last in the direct message."""
        return self.slack.replies(self.channel)[-1]

    @property
    def asked(self) -> str:
        """The heading of the last message that asks something: what one is asked now."""
        headings = [
            block["text"]["text"] for block in self.last.blocks if block["type"] == "header"
        ]
        return headings[-1] if headings else ""

    def message(self, ts: str) -> Posted:
        """A message as it reads now."""
        return next(it for it in self.slack.replies(self.channel) if it.ts == ts)

    def command(self, text: str = "") -> Posted:
        """`/nextgen-status`; returns what the person sees of it, at once or a little later."""
        before = len(self._private)
        self.slack.command("/nextgen-status", text, user=self.user, channel=self.channel)
        assert self.slack.wait_until(lambda: len(self._private) > before, 20)
        return self._private[-1]

    @property
    def _private(self) -> list[Posted]:
        return [it for it in self.slack.replies() if it.ephemeral_for == self.user]

    def clerk_edits(self, changed: str, into: str) -> None:
        """A clerk changes the checklist while the bot runs."""
        assert changed in CHECKLIST
        self.bot.desk = desk_of(loaded(CHECKLIST.replace(changed, into)).required())


def desk_of(knowledge: Knowledge) -> HelpDesk:
    """A desk that can be foreseen."""
    return HelpDesk(knowledge, Tickets())  # type: ignore[arg-type]  # a fake with the one method used


def journey_on(slack: Slack, database: Path, now: datetime) -> Journey:
    """A bot with the invented checklist, reached with signed requests, at a moment."""
    slack.clock.set(now)
    bot = bot_on(slack, loaded().required(), database)
    bot.desk = desk_of(bot.desk.knowledge)
    slack.deliver_to_wsgi(bot.web())
    return Journey(slack, bot)


def labels(message: Posted) -> list[str]:
    """The labels of a message's buttons."""
    beside = [block["accessory"] for block in message.blocks if "accessory" in block]
    return [*button_labels_of_rows(message), *(it["text"]["text"] for it in beside)]


def button_labels_of_rows(message: Posted) -> list[str]:
    """Those below, not those beside a line; calendars have none."""
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [it["text"]["text"] for row in rows for it in row if "text" in it]
