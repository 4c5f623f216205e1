"""The real bot behind the page, on a copy of the knowledge folder that a test may edit."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.editions import Editions
from bot.helpdesk import HelpDesk
from bot.helpdesk.explain import explain_text
from bot.knowledge import Problem, load
from bot.knowledge.check import check
from bot.sandbox import Clock, Room, Slack, WatchedFolder, open_room
from bot.shelf import Shelf
from bot.slack import build_app
from bot.slack.http import Health, WebApp, web_app
from bot.slack.manifest import manifest
from bot.store import StoredConversations, StoredDeliveries, StoredPeople, engine, upgrade

KNOWLEDGE = Path("knowledge")


@dataclass
class Court:
    """A running sandbox: Slack, the folder that clerks edit, and the desk that is serving."""

    slack: Slack
    folder: Path
    editions: Editions

    @property
    def desk(self) -> HelpDesk:
        """The desk of the edition in use."""
        return self.editions.desk()

    @property
    def zone(self) -> ZoneInfo:
        """Where the court is."""
        return ZoneInfo(self.desk.knowledge.court.time_zone)

    def take(self) -> None:
        """Take a folder that changed: it must be still from one look to the next."""
        self.editions.look()
        self.editions.look()

    def check(self) -> Sequence[Problem]:
        """All problems of the folder as it is."""
        today = self.slack.clock.now().astimezone(self.zone).date()
        return check(load(self.folder), today)


def court(place: Path, cache: Path) -> Court:
    """The bot with a folder and a database of its own; what it learns is kept in `cache`."""
    folder = Path(shutil.copytree(KNOWLEDGE, place / "knowledge"))
    clock = Clock()
    editions = Editions(folder, Shelf(cache), clock=clock.now)
    editions.open()
    slack = Slack(manifest=manifest("https://sandbox.example"), clock=clock)
    made = Court(slack, folder, editions)
    open_room(slack, None, _room(made))
    slack.deliver_to_wsgi(_web(made, f"sqlite:///{place}/bot.db"))
    return made


def _room(made: Court) -> Room:
    return Room(
        explain=lambda question: explain_text(made.desk, question, made.slack.clock.now()),
        folder=WatchedFolder(made.folder, made.check, made.take),
        zone=made.zone,
        title="Help desk sandbox",
    )


def _web(made: Court, database: str) -> WebApp:
    upgrade(database)
    store = engine(database)
    app = build_app(
        bot_token=made.slack.workspace.bot_token,
        signing_secret=made.slack.signing_secret,
        api_url=made.slack.api_url,
        desk=made.editions.desk,
        deliveries=StoredDeliveries(store),
        conversations=StoredConversations(store),
        people=StoredPeople(store),
        now=made.slack.clock.now,
    )
    version = made.desk.knowledge.version
    secret = made.slack.signing_secret
    return web_app(app, signing_secret=secret, health=lambda: Health(version, True))
