"""The one file that knows every room: it wires them together."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from slack_bolt import App
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import slack, store
from bot.desk import shelf_of
from bot.editions import Editions, Refusal
from bot.knowledge import KnowledgeError
from bot.knowledge.load import yaml_files
from bot.lasting import lasting
from bot.settings import DATABASE_CURE, Mode, Settings, SettingsError, read_settings, refused_token
from bot.shelf import Shelf
from bot.slack import clerks
from bot.slack.client import TokenRefusedError, ask_for_token
from bot.slack.http import Health, WebApp, web_app

_LOG = logging.getLogger(__name__)

_ENDS_GUNICORN = 3
"""A worker's exit status after which gunicorn ends too (gunicorn.arbiter: WORKER_BOOT_ERROR)."""
_TRIED_AGAIN = 1
"""After any other status gunicorn starts the worker again."""


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def is_guided(folder: Path) -> bool:
    """Whether a folder holds a checklist. Looks at names only, so it does for a broken one too."""
    return any(path.parent == folder / "checklists" for path in yaml_files(folder))


@dataclass(frozen=True)
class Bot:
    """The running parts of the bot."""

    settings: Settings
    editions: Editions
    engine: Engine
    slack: App

    def health(self) -> Health:
        """Whether it works, and what clerks should look at."""
        refusal = self.editions.refusal
        return Health(
            version=self.editions.desk().knowledge.version,
            database=store.database_answers(self.engine),
            problems=tuple(str(problem) for problem in refusal.problems) if refusal else (),
        )


@lasting()
def build(settings: Settings, *, clock: Callable[[], datetime] = now, watch: bool = True) -> Bot:
    """Open the folder and the database and wire Slack to them; watch the folder if asked to.

    Raises KnowledgeError for a folder that cannot be served and SettingsError for a database
    that is not ready.
    """
    engine = _database(settings.database_url)
    shelf = shelf_of(settings, settings.knowledge_dir)
    editions = Editions(
        settings.knowledge_dir,
        shelf,
        clock=clock,
        on_refusal=lambda refusal: _refused(settings, shelf, refusal),
        on_healed=lambda: _healed(settings),
    )
    editions.open()
    app = slack.build_app(
        bot_token=_secret(settings.slack_bot_token),
        signing_secret=_secret(settings.slack_signing_secret),
        api_url=settings.slack_api_url,
        desk=editions.desk,
        deliveries=store.StoredDeliveries(engine),
        conversations=store.StoredConversations(engine),
        people=store.StoredPeople(engine),
        now=clock,
    )
    if watch:
        editions.start()
    return Bot(settings, editions, engine, app)


def web() -> WebApp:
    """The WSGI app of the Procfile's `web` line. Tells what is wrong and exits where it cannot."""
    try:
        settings = read_settings(Mode.HTTP)
        _engine(settings.database_url)
    except SettingsError as error:
        _stop(error, _ENDS_GUNICORN)
    _log(settings)
    try:
        bot = build(settings)
    except (SettingsError, KnowledgeError) as error:  # a database or a folder may come right yet
        _stop(error, _TRIED_AGAIN)
    try:
        _ask_for_bot_token(settings)
    except SettingsError as error:
        bot.editions.stop()
        _stop(error, _ENDS_GUNICORN)
    secret = _secret(settings.slack_signing_secret)
    return web_app(bot.slack, signing_secret=secret, health=bot.health)


def run_socket() -> int:
    """Serve over Socket Mode until told to stop. Returns the exit status."""
    from bot.slack import socket as socket_mode  # over HTTP nobody waits for it

    settings = read_settings(Mode.SOCKET)
    _log(settings)
    bot = build(settings)
    try:
        _ask_for_bot_token(settings)
        return socket_mode.run(bot.slack, _secret(settings.slack_app_token))
    except TokenRefusedError as refused:
        raise refused_token("slack_app_token", refused.code) from None
    finally:
        bot.editions.stop()


def _ask_for_bot_token(settings: Settings) -> None:
    """A wrong one would look well, and no question would ever be answered."""
    try:
        ask_for_token(_secret(settings.slack_bot_token), settings.slack_api_url)
    except TokenRefusedError as refused:
        raise refused_token("slack_bot_token", refused.code) from None


def upgrade_database() -> None:
    """Bring the database to the form that this version needs."""
    url = read_settings().database_url
    engine = _reached(url)
    try:
        _refuse_newer(engine)
    finally:
        engine.dispose()
    store.upgrade(url)


def _database(url: str) -> Engine:
    engine = _reached(url)
    _refuse_newer(engine)
    if not store.schema_is_current(engine):
        raise SettingsError("The database is not ready. Run: python -m bot db upgrade")
    return engine


def _refuse_newer(engine: Engine) -> None:
    if store.schema_is_newer(engine):
        raise SettingsError(
            "The database was changed by a newer version of this program. Run that version, or "
            "put back a copy of the database from before it."
        )


def _reached(url: str) -> Engine:
    """An engine whose database answers."""
    engine = _engine(url)
    if not store.database_answers(engine):
        raise SettingsError(
            "DATABASE_URL names a database that does not answer. Is it running, and are its name, "
            "user and password right? A file must be one that this program may write to."
        )
    return engine


def _engine(url: str) -> Engine:
    """An engine, not connected yet. Raises SettingsError, without the URL's password."""
    try:
        return store.engine(url)
    except (ValueError, SQLAlchemyError):
        raise SettingsError(f"DATABASE_URL is not right: {DATABASE_CURE}.") from None
    except OSError as error:
        raise SettingsError(
            f"DATABASE_URL names a folder that cannot be made ({error.strerror}). "
            "Name one that this program may write to."
        ) from None


def _refused(settings: Settings, shelf: Shelf, refusal: Refusal) -> None:
    """Tell of a broken folder: in every process's log, and once in the clerks' channel."""
    from bot.knowledge.check.report import brief  # no start waits for it: folders seldom break

    report = brief(refusal.problems, str(settings.knowledge_dir))
    _LOG.error("The knowledge folder was not taken; the last good one stays.\n%s", report)
    if refusal.first and settings.clerks_channel and settings.slack_bot_token:
        token = settings.slack_bot_token.get_secret_value()
        if clerks.tell(token, settings.slack_api_url, settings.clerks_channel, report):
            shelf.owe_all_clear()


def _healed(settings: Settings) -> None:
    """Tell in the clerks' channel, where the broken folder was told, that it is well again."""
    _LOG.info("The knowledge folder is in order again and in use.")
    if settings.clerks_channel and settings.slack_bot_token:
        token = settings.slack_bot_token.get_secret_value()
        clerks.tell_healed(token, settings.slack_api_url, settings.clerks_channel)


def _stop(error: Exception, status: int) -> NoReturn:
    sys.stderr.write(f"The help desk cannot start.\n{error}\n")
    sys.exit(status)


def _secret(setting: object) -> str:
    return setting.get_secret_value() if hasattr(setting, "get_secret_value") else ""


def _log(settings: Settings) -> None:
    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
