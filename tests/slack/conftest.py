"""A bot behind a stand-in Slack that enforces the bot's own manifest."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox import Slack
from bot.slack.manifest import manifest
from bot.store import upgrade
from tests.conftest import assert_good_manners
from tests.helpdesk.folder import example
from tests.slack.bot import Bot, bot_on
from tests.slack.overheard import Overheard, nothing_typed_is_kept


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    """A stand-in Slack with the scopes, events and commands of our manifest, and no more.

    At the end of every journey, logs and tables are read for what was typed in it.
    """
    running = Overheard(manifest("https://bot.example"))
    with nothing_typed_is_kept(running, tmp_path):
        with running:
            yield running
        assert_good_manners(running)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with the current schema, to copy."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def bot(slack: Slack, migrated: Path, tmp_path: Path) -> Bot:
    """The bot, reached over HTTP (WSGI) with signed requests."""
    made = bot_on(slack, example(), Path(shutil.copy(migrated, tmp_path / "bot.db")))
    slack.deliver_to_wsgi(made.web())
    return made
