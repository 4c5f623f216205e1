"""The schema: made and changed by Alembic, whose migrations travel inside this package.

Alembic is imported only to upgrade: every start asks for the schema, and it takes as long to
import as the rest of the store.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from bot.store.engine import engine

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every look at the schema

_UPGRADE_LOCK = 7266  # any number that no other program of that database locks with


def upgrade(url: str) -> None:
    """Bring the database's schema to this program's; nothing happens when it is there already.

    Several processes may do so at once: they wait for each other.
    """
    from alembic import command

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
    return _revision(of) == max(known_revisions())


def schema_is_newer(of: Engine) -> bool:
    """Whether a newer version of this program has changed the database since."""
    revision = _revision(of)
    return revision is not None and revision not in known_revisions()


def known_revisions() -> frozenset[str]:
    """The revisions of this program; the greatest is the newest. Files are named after them."""
    names = (path.name for path in (_MIGRATIONS / "versions").glob("*.py"))
    return frozenset(name.partition("_")[0] for name in names)


def _revision(of: Engine) -> str | None:
    """The revision that Alembic noted in the database; None before the first upgrade."""
    with of.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version"))
        revision: str | None = found.scalar_one_or_none()
    return revision


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _wait_for_others(connection: Connection) -> None:
    """SQLite locks as the transaction begins; PostgreSQL needs to be asked."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
