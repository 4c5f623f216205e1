"""Which databases there may be, and how they are set up."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import StatementError

from bot.store import StoredDeliveries, database_answers, engine, sqlalchemy_url


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://bot:pw@db/help", "postgresql+psycopg://bot:pw@db/help"),
        ("postgresql://bot:pw@db:5433/help", "postgresql+psycopg://bot:pw@db:5433/help"),
        ("postgresql+psycopg2://bot@db/help", "postgresql+psycopg://bot@db/help"),
        ("sqlite:///data/bot.db", "sqlite:///data/bot.db"),
        ("sqlite:////srv/bot.db", "sqlite:////srv/bot.db"),
    ],
)
def test_urls_are_read_as_hosts_write_them(given: str, used: str) -> None:
    """Hosting companies write postgres://; the driver is ours to know."""
    assert sqlalchemy_url(given).render_as_string(hide_password=False) == used


@pytest.mark.parametrize(
    "url", ["", "bot.db", "sqlite://", "sqlite:///:memory:", "mysql://db/help"]
)
def test_other_urls_are_refused(url: str) -> None:
    """A database that would not keep its promises is refused at the start."""
    with pytest.raises(ValueError, match="neither a file of SQLite nor a PostgreSQL"):
        engine(url)


def test_a_refused_url_is_not_repeated() -> None:
    """The message of a wrong URL must not hold the password in it."""
    with pytest.raises(ValueError, match="neither") as caught:
        sqlalchemy_url("mysql://bot:hunter2@db/help")

    assert "hunter2" not in str(caught.value)


def test_sqlite_is_set_up_for_several_processes(tmp_path: Path) -> None:
    """Readers do not wait for a writer, a writer waits its turn, and the folder is made."""
    database = engine(f"sqlite:///{tmp_path}/data/bot.db")
    with database.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "busy_timeout", "foreign_keys")
        }
    database.dispose()

    assert found == {"journal_mode": "wal", "busy_timeout": 5000, "foreign_keys": 1}


def test_a_database_that_is_there_answers(database: Engine) -> None:
    """Health asks the database itself."""
    assert database_answers(database)


@pytest.mark.parametrize("url", ["postgresql://bot@127.0.0.1:1/help", "sqlite:///{folder}"])
def test_a_database_that_is_not_there_does_not_answer(url: str, tmp_path: Path) -> None:
    """Health says no, and raises nothing, when there is no database."""
    database = engine(url.format(folder=tmp_path))

    assert not database_answers(database)


def test_a_file_that_is_no_database_does_not_answer(tmp_path: Path) -> None:
    """A broken file is as good as none."""
    file = tmp_path / "bot.db"
    file.write_bytes(b"not a database, whatever its name says" * 50)
    database = engine(f"sqlite:///{file}")

    assert not database_answers(database)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(file).execute("SELECT * FROM deliveries")


def test_a_moment_without_a_time_zone_is_refused(database: Engine) -> None:
    """Two homes could read it as two moments."""
    with pytest.raises(StatementError, match="time zone"):
        StoredDeliveries(database).claim("E1", datetime(2026, 3, 2, 12, 0))  # noqa: DTZ001 - the point
