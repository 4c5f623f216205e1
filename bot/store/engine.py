"""One engine, two homes: what SQLite and PostgreSQL need to behave alike."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

_BUSY_MILLISECONDS = 5000  # how long a writer waits for another one; claims take about one
_CONNECT_SECONDS = 5
_OTHER = "neither a file of SQLite nor a PostgreSQL"


def engine(url: str) -> Engine:
    """An engine for `sqlite:///path`, `postgres://...` or `postgresql://...`.

    Connections are opened when they are used. Make one engine a process: none survives a fork.
    """
    address = sqlalchemy_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    return create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": _CONNECT_SECONDS},
    )


def sqlalchemy_url(url: str) -> URL:
    """The URL with the driver we ship.

    Raises ValueError for any other database, without the URL: it may hold a password.
    """
    try:
        address = make_url(url)
    except (SQLAlchemyError, ValueError):
        raise ValueError(_OTHER) from None
    name = address.drivername.partition("+")[0]
    if name in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    if name == "sqlite" and address.database and address.database != ":memory:":
        return address.set(drivername="sqlite")
    raise ValueError(_OTHER)


def database_answers(of: Engine) -> bool:
    """Whether the database can be reached and read now."""
    try:
        with of.connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def insert(connection: Connection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT, which each database has of its own.

    Imported where used: PostgreSQL's takes a while, and SQLite can do without it.
    """
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def _sqlite(address: URL) -> Engine:
    assert address.database is not None
    Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(address, hide_parameters=True)
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: Any, _record: Any) -> None:
    """Set a new SQLite connection up. `_begin` opens its transactions, not the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin for real, so that a schema change is undone when it fails halfway."""
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
