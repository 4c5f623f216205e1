"""The schema: made and changed by Alembic, whose migrations travel inside this package."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from bot.store.engine import engine

_MIGRATIONS = Path(__file__).parent / "migrations"
logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every look at the schema

_UPGRADE_LOCK = 7266  # any number that no other program of that database locks with


def upgrade(url: str) -> None:
    """Bring the database's schema to this program's; nothing happens when it is there already.

    Several processes may do so at once: they wait for each other.
    """
    of = engine(url)
    try:
        locking = of.execution_options(sqlite_begin="IMMEDIATE")
        with locking.begin() as connection:
            _wait_for_others(connection)
            command.upgrade(_config(connection), "head")
    finally:
        of.dispose()


def schema_is_current(of: Engine) -> bool:
    """Whether the database has the schema this program was written for."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    with of.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def schema_is_newer(of: Engine) -> bool:
    """Whether a newer version of this program has changed the database since."""
    scripts = ScriptDirectory.from_config(_config())
    known = {script.revision for script in scripts.walk_revisions()}
    with of.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    return revision is not None and revision not in known


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _wait_for_others(connection: Connection) -> None:
    """SQLite locks as the transaction begins; PostgreSQL needs to be asked."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
