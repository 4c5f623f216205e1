"""The sandbox in the browser, wired: the real bot, with a stand-in for Slack on this machine."""

import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot import app, store
from bot.checklist.check import check as check_checklists
from bot.helpdesk.explain import explain_text
from bot.helpdesk.openings import next_holiday
from bot.knowledge import Problem, load
from bot.knowledge.check import check
from bot.sandbox import Moment, Room, Slack, WatchedFolder, serve
from bot.settings import Settings, read_settings
from bot.slack.http import web_app
from bot.slack.manifest import manifest

_CLERKS = "C0CLERKS"
_AFTER_HOURS = time(19, 30)
_NOON = time(12)


def run(port: int, folder: Path | None = None) -> int:
    """Serve the page on 127.0.0.1 until Ctrl+C. Returns the exit status.

    Nothing outlives it: the database stands in a folder of its own that is deleted at the end.
    """
    settings = read_settings()
    folder = folder or settings.knowledge_dir
    slack = _slack(port, folder)
    if slack is None:
        return 1
    with tempfile.TemporaryDirectory(prefix="help-desk-") as place:
        bot = app.build(
            _settings(settings, slack, folder, Path(place)), clock=slack.clock.now, watch=False
        )
        room = _room(bot, slack, folder)
        secret = slack.signing_secret
        page = web_app(bot.slack, signing_secret=secret, health=bot.health)
        serve(slack, page, room, announce=_announce)
    return 0


def _slack(port: int, folder: Path) -> Slack | None:
    try:
        made = manifest("https://sandbox.example", guided=app.is_guided(folder))
        return Slack(manifest=made, port=port)
    except OSError as error:
        sys.stderr.write(
            f"Port {port} cannot be used ({error.strerror}). Take any free one:\n"
            '  make try ARGS="--port 0", or python -m bot sandbox --port 0\n'
        )
        return None


def _settings(settings: Settings, slack: Slack, folder: Path, place: Path) -> Settings:
    """Settings of the stand-in, whatever the environment says of the real Slack."""
    database = f"sqlite:///{place / 'sandbox.db'}"
    store.upgrade(database)
    return settings.model_copy(
        update={
            "slack_bot_token": SecretStr(slack.workspace.bot_token),
            "slack_signing_secret": SecretStr(slack.signing_secret),
            "slack_api_url": slack.api_url,
            "database_url": database,
            "knowledge_dir": folder,
            "clerks_channel": _CLERKS,
        }
    )


def _room(bot: app.Bot, slack: Slack, folder: Path) -> Room:
    court = bot.editions.desk().knowledge.court
    zone = ZoneInfo(court.time_zone)

    def problems() -> Sequence[Problem]:
        loaded = load(folder)
        today = app.now().astimezone(zone).date()  # the clerk's own, not the day in the browser
        return sorted((*check(loaded, today), *check_checklists(loaded, today)))

    def take() -> None:
        for _ in range(2):  # a folder is taken when it is still from one look to the next
            bot.editions.look()

    return Room(
        explain=lambda question: explain_text(bot.editions.desk(), question, slack.clock.now()),
        moments=lambda: _moments(bot, zone),
        folder=WatchedFolder(folder, problems, take),
        forget=lambda: store.forget_everything(bot.engine),
        zone=zone,
        title=bot.editions.desk().knowledge.says.desk_name,
    )


def _moments(bot: app.Bot, zone: ZoneInfo) -> tuple[Moment, ...]:
    """Times at which the desk speaks differently."""
    go_live = bot.editions.desk().knowledge.court.go_live
    today = datetime.now(UTC).astimezone(zone).date()
    holiday, name = next_holiday(today)
    working_day = today + timedelta(days=max(0, 7 - today.weekday()) if today.weekday() > 4 else 0)
    days = (
        ("Three weeks before go-live", go_live - timedelta(weeks=3), _NOON),
        ("The day before go-live", go_live - timedelta(days=1), _NOON),
        ("Go-live day", go_live, _NOON),
        ("A working day at noon", working_day, _NOON),
        ("After hours", working_day, _AFTER_HOURS),
        (f"Next holiday: {name}", holiday, _NOON),
    )
    return tuple(
        Moment(label, datetime.combine(day, clock, tzinfo=zone)) for label, day, clock in days
    )


def _announce(address: str) -> None:
    sys.stdout.write(
        f"\nThe help desk is ready. Open {address} in a browser.\n"
        "It is a stand-in for Slack on this machine; nothing leaves it. Ctrl+C ends it.\n"
    )
    sys.stdout.flush()
