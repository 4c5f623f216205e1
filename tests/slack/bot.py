"""A bot for the tests: the real app and store, a small folder, a matcher that can be foreseen."""

import threading
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from slack_bolt import App

from bot.helpdesk import HelpDesk
from bot.knowledge import Knowledge
from bot.matching import Decision, Match
from bot.sandbox import Posted, Slack
from bot.slack import build_app, socket
from bot.slack.http import Health, WebApp, web_app
from bot.store import StoredConversations, StoredDeliveries, StoredPeople
from bot.store import engine as store_engine

DECISIONS: dict[str, tuple[Decision, tuple[str, ...]]] = {
    "password": (Decision.ANSWER, ("password",)),
    "login": (Decision.CHOICES, ("password", "account", "link")),
    "parking": (Decision.NOT_OURS, ("parking",)),
    "leaning": (Decision.NOT_OURS, ("leaning",)),
}


class Listed:
    """A matcher that decides by the first known word; "explode" raises, with what was typed."""

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        """Decide."""
        if "explode" in question:
            raise ValueError(f"cannot read {question}")
        for word, (decision, chosen) in DECISIONS.items():
            if word in question:
                return Match(decision, chosen, 0.9, (), "listed")
        return Match(Decision.UNKNOWN, (), 0.1, (), "not listed")


@dataclass(frozen=True)
class Oracle:
    """A matcher for messages that are ids: of entries, or of classes of what is not ours."""

    not_ours: Container[str] = ()

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        """Decide for that id."""
        decision = Decision.NOT_OURS if question in self.not_ours else Decision.ANSWER
        return Match(decision, (question,), 1.0, (), "by id")


@dataclass
class Bot:
    """The bot behind a stand-in Slack. `desk` may be replaced while it runs."""

    slack: Slack
    desk: HelpDesk
    deliveries: StoredDeliveries
    conversations: StoredConversations
    people: StoredPeople
    database_url: str

    def app(self) -> App:
        """The Bolt app, as it is in production."""
        return build_app(
            bot_token=self.slack.workspace.bot_token,
            signing_secret=self.slack.signing_secret,
            api_url=self.slack.api_url,
            desk=lambda: self.desk,
            deliveries=self.deliveries,
            conversations=self.conversations,
            people=self.people,
            now=self.slack.clock.now,
        )

    def web(self, *, database: bool = True) -> WebApp:
        """The WSGI app, as it is in production."""
        return web_app(
            self.app(),
            signing_secret=self.slack.signing_secret,
            health=lambda: Health(self.desk.knowledge.version, database),
        )

    def last(self) -> Posted:
        """What the bot said last."""
        return self.slack.replies()[-1]


def bot_on(slack: Slack, knowledge: Knowledge, database: Path) -> Bot:
    """A bot with its own copy of the database."""
    url = f"sqlite:///{database}"
    engine = store_engine(url)
    desk = HelpDesk(knowledge, Listed())  # type: ignore[arg-type]  # a fake with the one method used
    stores = StoredDeliveries(engine), StoredConversations(engine), StoredPeople(engine)
    return Bot(slack, desk, *stores, url)


@contextmanager
def over_socket_mode(bot: Bot) -> Iterator[list[int]]:
    """The bot on Socket Mode in a thread; afterwards its exit code is in the list."""
    stop, codes = threading.Event(), list[int]()
    app, token = bot.app(), bot.slack.workspace.app_token
    thread = threading.Thread(target=lambda: codes.append(socket.run(app, token, stop=stop)))
    thread.start()
    try:
        assert bot.slack.wait_until(lambda: bot.slack.socket.connections or codes)
        yield codes
    finally:
        stop.set()
        thread.join(20)


def button_labels(message: Posted) -> list[str]:
    """The labels of a message's buttons, in order."""
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [element["text"]["text"] for row in rows for element in row]
